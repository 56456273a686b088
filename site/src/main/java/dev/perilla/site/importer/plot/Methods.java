package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Signs;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Functions of texts as a program has them, methods of the values that they are of: `sigmoid(z)`
/// is `z.sigmoid()`, and `exp(-2)` is `Value(-2).exp()`.
///
/// @param program that knows what is a value
record Methods(Program program) {
  private static final Pattern CALL = Pattern.compile("(?<![\\w.])([a-z]+)\\(");
  private static final Pattern RECEIVER = Pattern.compile("(?U)[\\p{L}_]\\w*(?:\\.\\w+\\(\\))*");

  /// The formula with methods; a call whose argument may be a list stays.
  String of(String formula) {
    Matcher call = CALL.matcher(formula);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (call.find(at)) {
      int close = closing(formula, call.end());
      String method = Signs.FUNCTIONS.getOrDefault(call.group(1), "");
      String argument = close < 0 ? "" : of(formula.substring(call.end(), close)).strip();
      boolean is = !method.isEmpty() && isOne(argument);
      out.append(formula, at, call.start());
      if (is) {
        out.append(receiver(argument)).append('.').append(method).append("()");
      }
      at = is ? close + 1 : call.end();
      out.append(is ? "" : call.group());
    }
    return out.append(formula.substring(at)).toString();
  }

  /// Whether an argument is one number.
  private boolean isOne(String argument) {
    return !argument.isEmpty()
        && argument.indexOf(',') < 0
        && argument.indexOf('[') < 0
        && Equation.names(argument).stream()
            .allMatch(it -> it.equals("Value") || program.value(it).isPresent());
  }

  private String receiver(String argument) {
    Set<String> names = Equation.names(argument);
    if (argument.startsWith("Value(") && closing(argument, 6) == argument.length() - 1) {
      return argument;
    }
    if (names.stream().noneMatch(it -> it.equals("Value") || program.isValue(it))) {
      return "Value(" + argument + ")";
    }
    return RECEIVER.matcher(argument).matches() ? argument : "(" + argument + ")";
  }

  /// Where the bracket closes that opens before `from`; -1 where none does.
  static int closing(String code, int from) {
    int depth = 1;
    for (int i = from; i < code.length(); i++) {
      depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
