package dev.perilla.renderer.internal.math;

import java.util.Map;
import java.util.Set;

/// The commands that only a page draws, beside those of [dev.perilla.chapter.tex.TexWords].
final class Symbols {
  /// Names of functions, upright.
  static final Set<String> FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "exp", "log",
          "ln", "lg", "max", "min", "lim", "det", "dim", "ker", "arg", "sup", "inf", "gcd");

  static final Set<String> LIMITS = Set.of("max", "min", "lim", "sup", "inf");

  /// What stands above or below a part of a formula, as wide as that; its script names it.
  static final Map<String, String> BRACES = Map.of("underbrace", "⏟", "overbrace", "⏞");

  static final Map<String, String> ARROWS = Map.of("xrightarrow", "→", "xleftarrow", "←");

  static final Map<String, String> BRACKETS =
      Map.ofEntries(
          Map.entry("{", "{"),
          Map.entry("}", "}"),
          Map.entry("|", "‖"),
          Map.entry("lbrace", "{"),
          Map.entry("rbrace", "}"),
          Map.entry("vert", "|"),
          Map.entry("lvert", "|"),
          Map.entry("rvert", "|"),
          Map.entry("Vert", "‖"),
          Map.entry("lVert", "‖"),
          Map.entry("rVert", "‖"),
          Map.entry("langle", "⟨"),
          Map.entry("rangle", "⟩"),
          Map.entry("lfloor", "⌊"),
          Map.entry("rfloor", "⌋"),
          Map.entry("lceil", "⌈"),
          Map.entry("rceil", "⌉"));

  /// Blanks, in em.
  static final Map<String, String> BLANKS =
      Map.of(
          ",", "0.167", ":", "0.222", ";", "0.278", "!", "-0.167", " ", "0.278", "quad", "1",
          "qquad", "2");

  private Symbols() {}
}
