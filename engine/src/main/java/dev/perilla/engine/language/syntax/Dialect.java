package dev.perilla.engine.language.syntax;

/// Where code stands: in a listing, or among the words of a text.
public enum Dialect {
  /// Python, nothing else.
  PROGRAM,
  /// Python's expressions, and the signs of a text: `×`, `·`, `÷`, `−`, `x²`, `10⁻³`, `√`, `≤`,
  /// `≥`, `≠`, `⇒`, `25 %`, `½`, `0.666…`, `|w|`, `5!`, `2x`, `(2)(-3)`, `x₁` for `x1`, `dc/da` and
  /// `∂c/∂a`; `^` is a power.
  TEXT
}
