package dev.perilla.site.importer.standing;

/// What became of a numeral.
public enum Outcome {
  /// it stands in a statement that holds, or is bound to an expression that gives it
  CHECKED,
  /// it is a literal of code that runs, or an input of an example
  GIVEN,
  /// it is marked as no claim: an ordinal, a year, a count
  PLAIN,
  /// it stands in code, output or markup that is only shown, with the reason why
  KEPT,
  /// it has no standing
  OPEN
}
