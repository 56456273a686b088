package dev.perilla.engine.language.syntax;

import java.util.Map;
import java.util.Set;

/// What to do next about a fault of the code: a sentence for what beginners write most, by Python's
/// message, or by what the line says in another language's words.
final class Advice {
  private static final Map<String, String> BY_MESSAGE =
      Map.ofEntries(
          Map.entry(
              "invalid syntax. Maybe you meant '=='",
              "= gives a name a value; write == to compare"),
          Map.entry("Missing parentheses in call to 'print'", "write print(…), with brackets"),
          Map.entry("unmatched", "take it away, or write the bracket that opens it"),
          Map.entry("closing parenthesis", "close the bracket with one of its own kind"),
          Map.entry("duplicate argument", "give each parameter a name of its own"),
          Map.entry("non-default argument follows", "write the parameters without a default first"),
          Map.entry("f-string: expecting '}'", "close the value with }"),
          Map.entry("f-string: empty expression", "write a value between { and }"),
          Map.entry("leading zeros", "write the number without the zeros before it"));

  private static final Map<String, String> WORDS =
      Map.of(
          "function", "write def to define a function",
          "func", "write def to define a function",
          "fn", "write def to define a function",
          "var", "leave var out: a name needs no declaration",
          "let", "leave let out: a name needs no declaration",
          "const", "leave const out: a name needs no declaration",
          "catch", "Python's word is except",
          "elseif", "Python's word is elif",
          "elsif", "Python's word is elif",
          "unless", "write if not");

  private static final Set<String> TYPES = Set.of("int", "float", "double", "string", "bool");

  private Advice() {}

  /// @param source that the fault counts in
  static String of(String source, SyntaxFailure fault) {
    String ofLine = ofLine(source, fault);
    if (!ofLine.isEmpty()) {
      return ofLine;
    }
    for (Map.Entry<String, String> entry : BY_MESSAGE.entrySet()) {
      if (fault.text.startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    if (fault.text.endsWith("was never closed")) {
      String open = fault.text.substring(1, 2);
      return "write " + (open.equals("(") ? ")" : open.equals("[") ? "]" : "}") + " where it ends";
    }
    return fault.help.isEmpty()
        ? "the code language is Python: correct what stands at the caret or just before it"
        : fault.help;
  }

  /// What the line says that Python says otherwise, or nothing.
  private static String ofLine(String source, SyntaxFailure fault) {
    if (!fault.text.startsWith("invalid syntax") && !fault.text.equals("expected ':'")) {
      return "";
    }
    int at = Math.min(fault.start, source.length());
    int from = at == 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
    String before = source.substring(from, at).strip();
    String first = word(source.substring(from, Math.min(from + 100, source.length())).strip());
    boolean repeated = at > 0 && at < source.length() && source.charAt(at) == source.charAt(at - 1);
    char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    if (repeated && last == '&') {
      return "Python's word is and";
    }
    if (repeated && last == '|') {
      return "Python's word is or";
    }
    if (before.endsWith("++") || before.endsWith("--")) {
      return "Python has no " + last + last + ": write x " + last + "= 1";
    }
    if (before.endsWith("else") && source.startsWith("if", at)) {
      return "Python's word is elif";
    }
    if (first.equals("for") && before.contains("(") && source.indexOf(';', from) > from) {
      return "write for i in range(n):";
    }
    if (TYPES.contains(first) && before.equals(first)) {
      return "leave " + first + " out: a name needs no declaration";
    }
    if (Lexer.KEYWORDS.contains(before) && source.startsWith("=", at)) {
      return "'" + before + "' is a word of the language: choose another name";
    }
    return before.equals(first) ? WORDS.getOrDefault(first, "") : "";
  }

  private static String word(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
