package dev.perilla.site.importer.words;

import java.util.Map;
import java.util.Set;

/// The signs in which people write formulas, in the notation of the code language.
public final class Signs {
  private static final Map<String, String> RELATIONS =
      Map.ofEntries(
          Map.entry("≤", "<="),
          Map.entry("≥", ">="),
          Map.entry("≠", "!="),
          Map.entry("=>", "→"),
          Map.entry("⇒", "→"),
          Map.entry("->", "→"),
          Map.entry("≃", "≈"),
          Map.entry(":=", "="),
          Map.entry("≔", "="));

  /// Functions that a text may name, each with the method of a `Value` that it is.
  public static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("tanh", "tanh"),
          Map.entry("sigmoid", "sigmoid"),
          Map.entry("exp", "exp"),
          Map.entry("log", "log"),
          Map.entry("ln", "log"),
          Map.entry("log2", "log"),
          Map.entry("log10", "log"),
          Map.entry("relu", "relu"),
          Map.entry("sin", "sin"),
          Map.entry("cos", "cos"),
          Map.entry("sqrt", "sqrt"));

  private static final Map<String, String> FUNCTION_NAMES =
      Map.ofEntries(
          Map.entry("σ", "sigmoid"),
          Map.entry("Sigmoid", "sigmoid"),
          Map.entry("sigmoïde", "sigmoid"),
          Map.entry("sigmoide", "sigmoid"),
          Map.entry("sigmóide", "sigmoid"),
          Map.entry("Sigmoide", "sigmoid"),
          Map.entry("sigm", "sigmoid"),
          Map.entry("ReLU", "relu"),
          Map.entry("RELU", "relu"),
          Map.entry("Tanh", "tanh"),
          Map.entry("sen", "sin"),
          Map.entry("√", "sqrt"));

  private static final Set<String> BUILTINS = Set.of("abs", "max", "min");

  private static final Set<String> KEYWORDS =
      Set.of("lambda", "in", "is", "not", "and", "or", "if", "else", "for", "as", "from", "del");

  private Signs() {}

  /// An identifier: `w₁` is `w1`, `a'` is `a_prime`.
  public static String name(String written) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '₀' && c <= '₉') {
        out.append((char) ('0' + (c - '₀')));
      } else if (c == '\'') {
        out.append("_prime");
      } else {
        out.append(c);
      }
    }
    String name = out.toString();
    return FUNCTION_NAMES.getOrDefault(name, name.equals("λ") ? "lam" : name);
  }

  /// Whether a call of that name computes in a text and in code alike.
  public static boolean isFunction(String name) {
    return FUNCTIONS.containsKey(name) || BUILTINS.contains(name);
  }

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  static String relation(String written) {
    return RELATIONS.getOrDefault(written, written);
  }

  /// A sign between operands as the code language writes it.
  public static String operator(char written) {
    return switch (written) {
      case '−', '–' -> "-";
      case '^' -> "**";
      case '×', '·', '⋅', '∗', '⊙' -> "*";
      case '÷' -> "/";
      case '²' -> "**2";
      case '³' -> "**3";
      default -> String.valueOf(written);
    };
  }
}
