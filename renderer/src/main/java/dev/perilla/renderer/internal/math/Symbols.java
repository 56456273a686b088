package dev.perilla.renderer.internal.math;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The commands that only a page draws, beside those of [dev.perilla.chapter.tex.TexWords].
final class Symbols {
  /// Identifiers that are no letters.
  static final Map<String, String> NAMES =
      table(
          """
          partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ emptyset ∅ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱
          """);

  /// Signs that take their limits below and above where the formula stands alone.
  static final Map<String, String> LARGE =
      table("sum ∑ prod ∏ int ∫ bigcup ⋃ bigcap ⋂ iint ∬ oint ∮");

  /// Names of functions, upright.
  static final Set<String> FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "exp", "log",
          "ln", "max", "min", "lim", "det", "dim", "ker", "arg", "sup", "inf", "gcd");

  static final Set<String> LIMITS = Set.of("max", "min", "lim", "sup", "inf");

  /// Blanks, in em.
  static final Map<String, String> BLANKS =
      Map.of(
          ",", "0.167", ":", "0.222", ";", "0.278", "!", "-0.167", " ", "0.278", "quad", "1",
          "qquad", "2");

  static final Map<String, String> ACCENTS =
      Map.of("hat", "^", "bar", "¯", "overline", "¯", "vec", "→", "dot", "˙", "tilde", "~");

  private Symbols() {}

  private static Map<String, String> table(String words) {
    String[] all = words.strip().split("\\s+", -1);
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i + 1 < all.length; i += 2) {
      table.put(all[i], all[i + 1]);
    }
    return Map.copyOf(table);
  }
}
