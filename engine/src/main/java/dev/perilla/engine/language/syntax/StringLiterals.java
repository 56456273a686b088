package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// String literals next to each other, joined: escapes decoded, f-strings taken apart.
final class StringLiterals {
  private final String source;
  private final Dialect dialect;
  private final int nesting;

  StringLiterals(String source, Dialect dialect, int nesting) {
    this.source = source;
    this.dialect = dialect;
    this.nesting = nesting;
  }

  Expr read(Cursor cursor) {
    int start = cursor.peek().start();
    boolean format = false;
    List<Expr.Part> parts = new ArrayList<>();
    while (cursor.at(Token.Kind.STRING)) {
      format |= literal(cursor.next(), parts);
    }
    int end = cursor.before().end();
    List<Expr.Part> joined = join(parts);
    if (format) {
      return new Expr.FString(joined, start, end);
    }
    String value = joined.isEmpty() ? "" : ((Expr.Part.Literal) joined.get(0)).value();
    return new Expr.Str(value, start, end);
  }

  private static List<Expr.Part> join(List<Expr.Part> parts) {
    List<Expr.Part> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Expr.Part part : parts) {
      switch (part) {
        case Expr.Part.Literal literal -> text.append(literal.value());
        case Expr.Part.Field field -> {
          if (!text.isEmpty()) {
            joined.add(new Expr.Part.Literal(text.toString()));
            text.setLength(0);
          }
          joined.add(field);
        }
      }
    }
    if (!text.isEmpty()) {
      joined.add(new Expr.Part.Literal(text.toString()));
    }
    return List.copyOf(joined);
  }

  /// Whether the literal is an f-string.
  private boolean literal(Token token, List<Expr.Part> parts) {
    String text = token.text();
    int quote = 0;
    while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
      quote++;
    }
    String prefix = text.substring(0, quote).toLowerCase(Locale.ROOT);
    if (prefix.contains("b")) {
      throw Cursor.unsupported(
          "bytes are not part of this language",
          "use a str, or a list of ints",
          token.start(),
          token.end());
    }
    char c = text.charAt(quote);
    boolean triple =
        text.length() >= quote + 6 && text.charAt(quote + 1) == c && text.charAt(quote + 2) == c;
    int width = triple ? 3 : 1;
    int from = token.start() + quote + width;
    int to = token.start() + text.length() - width;
    boolean raw = prefix.contains("r");
    if (text.equals("''")) {
      return false;
    }
    if (prefix.contains("f")) {
      fields(from, to, raw, 0, parts);
      return true;
    }
    parts.add(new Expr.Part.Literal(decode(from, to, raw)));
    return false;
  }

  /// Text between `from` and `to` with `{…}` fields; `level` 1 is the format spec of a field.
  private void fields(int from, int to, boolean raw, int level, List<Expr.Part> parts) {
    int at = from;
    int textFrom = from;
    while (at < to) {
      char c = source.charAt(at);
      if (c == '\\' && !raw) {
        at += 2;
      } else if (c == '{' && level == 0 && at + 1 < to && source.charAt(at + 1) == '{') {
        parts.add(new Expr.Part.Literal(decode(textFrom, at + 1, raw)));
        at += 2;
        textFrom = at;
      } else if (c == '{') {
        parts.add(new Expr.Part.Literal(decode(textFrom, at, raw)));
        at = field(at, to, raw, level, parts);
        textFrom = at;
      } else if (c == '}') {
        if (level == 0 && at + 1 < to && source.charAt(at + 1) == '}') {
          parts.add(new Expr.Part.Literal(decode(textFrom, at + 1, raw)));
          at += 2;
          textFrom = at;
        } else {
          throw Cursor.fail("f-string: single '}' is not allowed", "write }}", at, at + 1);
        }
      } else {
        at++;
      }
    }
    parts.add(new Expr.Part.Literal(decode(textFrom, Math.max(textFrom, to), raw)));
  }

  /// A field that opens at `open`; the offset after its `}`.
  private int field(int open, int to, boolean raw, int level, List<Expr.Part> parts) {
    if (level > 1) {
      throw Cursor.fail("f-string: expressions nested too deeply", "", open, open + 1);
    }
    int from = open + 1;
    int stop = expressionEnd(from, to);
    if (stop >= to) {
      throw Cursor.fail("f-string: expecting '}'", "", open, open + 1);
    }
    int expressionTo = stop;
    String debug = "";
    int at = stop;
    if (source.charAt(at) == '=') {
      at++;
      while (at < to && source.charAt(at) <= ' ') {
        at++;
      }
      debug = source.substring(from, at);
    }
    if (source.substring(from, expressionTo).isBlank()) {
      throw Cursor.fail("f-string: empty expression not allowed", "", open, at + 1);
    }
    Expr value = expression(from, expressionTo);
    char conversion = 0;
    if (at < to && source.charAt(at) == '!') {
      conversion = at + 1 < to ? source.charAt(at + 1) : ' ';
      if (conversion != 'r' && conversion != 's' && conversion != 'a') {
        throw Cursor.fail(
            "f-string: invalid conversion character: expected 's', 'r', or 'a'", "", at, at + 1);
      }
      at += 2;
    }
    Optional<Expr.FString> spec = Optional.empty();
    if (at < to && source.charAt(at) == ':') {
      int specTo = specEnd(at + 1, to);
      List<Expr.Part> inner = new ArrayList<>();
      fields(at + 1, specTo, raw, level + 1, inner);
      spec = Optional.of(new Expr.FString(join(inner), at + 1, specTo));
      at = specTo;
    }
    if (at >= to || source.charAt(at) != '}') {
      throw Cursor.fail("f-string: expecting '}'", "", open, Math.min(at + 1, to));
    }
    if (!debug.isEmpty() && conversion == 0 && spec.isEmpty()) {
      conversion = 'r';
    }
    parts.add(new Expr.Part.Field(value, debug, conversion, spec));
    return at + 1;
  }

  /// Where the expression of a field ends: at `!`, `:`, `=` or `}` outside brackets and quotes.
  private int expressionEnd(int from, int to) {
    int depth = 0;
    char quote = 0;
    for (int at = from; at < to; at++) {
      char c = source.charAt(at);
      if (c == '\\') {
        throw Cursor.fail(
            "f-string expression part cannot include a backslash",
            "give the value a name before the string",
            at,
            at + 1);
      }
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '#') {
        throw Cursor.fail("f-string expression part cannot include '#'", "", at, at + 1);
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (depth > 0 && (c == ')' || c == ']' || c == '}')) {
        depth--;
      } else if (depth == 0) {
        char after = at + 1 < to ? source.charAt(at + 1) : ' ';
        if (c == '}' || c == ':' || (c == '!' && after != '=')) {
          return at;
        }
        if (c == '=' && after != '=' && "=!<>".indexOf(source.charAt(at - 1)) < 0) {
          return at;
        }
        if (c == '!' || c == '=' || c == '<' || c == '>') {
          at += after == '=' ? 1 : 0;
        }
      }
    }
    return to;
  }

  private int specEnd(int from, int to) {
    int depth = 0;
    for (int at = from; at < to; at++) {
      char c = source.charAt(at);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        if (depth == 0) {
          return at;
        }
        depth--;
      }
    }
    return to;
  }

  private Expr expression(int from, int to) {
    Lexer lexer = new Lexer(source, from, to, dialect, true);
    lexer.run();
    if (!lexer.faults().isEmpty()) {
      throw lexer.faults().get(0);
    }
    Cursor cursor = new Cursor(lexer.tokens(), true);
    Expressions expressions = new Expressions(source, cursor, dialect, nesting + 20);
    Expr value;
    try {
      value = expressions.manyOrYield();
    } catch (SyntaxFailure fault) {
      throw fault.code == LanguageCode.SYNTAX && !fault.text.startsWith("f-string: ")
          ? Cursor.fail("f-string: " + fault.text, fault.help, fault.start, fault.end)
          : fault;
    }
    if (cursor.at(":=")) {
      throw cursor.fail("f-string: invalid syntax", "put the assignment in parentheses");
    }
    if (!cursor.at(Token.Kind.END)) {
      throw cursor.fail("f-string: invalid syntax", "");
    }
    return value;
  }

  private String decode(int from, int to, boolean raw) {
    String text = source.substring(from, Math.max(from, to));
    if (text.indexOf('\r') >= 0) {
      text = text.replace("\r\n", "\n").replace('\r', '\n');
    }
    if (raw || text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 >= text.length()) {
        out.append(c);
        continue;
      }
      char mark = text.charAt(++i);
      switch (mark) {
        case '\n' -> {}
        case '\\', '\'', '"' -> out.append(mark);
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'a' -> out.append('\u0007');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'v' -> out.append('\u000B');
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          int value = 0;
          int count = 0;
          while (count < 3 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) < '8') {
            value = value * 8 + (text.charAt(i) - '0');
            i++;
            count++;
          }
          i--;
          out.append((char) value);
        }
        case 'x' -> i = hex(text, i, 2, "\\xXX", out, from);
        case 'u' -> i = hex(text, i, 4, "\\uXXXX", out, from);
        case 'U' -> i = hex(text, i, 8, "\\UXXXXXXXX", out, from);
        case 'N' ->
            throw Cursor.unsupported(
                "characters by name (\\N{…}) are not part of this language",
                "write the character itself, or \\u and its number",
                from + i - 1,
                from + i + 1);
        default -> out.append('\\').append(mark);
      }
    }
    return out.toString();
  }

  private static int hex(String text, int at, int count, String form, StringBuilder out, int from) {
    int value = 0;
    for (int i = 1; i <= count; i++) {
      int digit =
          at + i < text.length() && text.charAt(at + i) < 128
              ? Character.digit(text.charAt(at + i), 16)
              : -1;
      if (digit < 0) {
        throw undecodable(text, at - 1, at + i - 1, "truncated " + form + " escape", from);
      }
      value = value * 16 + digit;
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw undecodable(text, at - 1, at + count, "illegal Unicode character", from);
    }
    if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
      throw Cursor.unsupported(
          "half a character (a surrogate) is not part of this language",
          "write the character itself",
          from + at - 1,
          from + at + count + 1);
    }
    out.appendCodePoint(value);
    return at + count;
  }

  /// An escape between two places of a text, the last included; where the text begins is `offset`.
  private static SyntaxFailure undecodable(
      String text, int first, int last, String why, int offset) {
    int start = 0; // in bytes, as CPython counts them: other characters are escapes of ten
    for (int i = 0; i < first; i += Character.charCount(text.codePointAt(i))) {
      start += text.charAt(i) < 128 ? 1 : 10;
    }
    return Cursor.fail(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position "
            + start
            + "-"
            + (start + last - first)
            + ": "
            + why,
        "",
        offset + first,
        offset + last + 1);
  }
}
