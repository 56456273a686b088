package dev.perilla.engine.autograd;

/// A place where an operation has no ordinary derivative, by name. Shown as a finding, never as
/// noise.
public enum Edge {
  RELU_AT_ZERO(Kind.KINK, "relu at 0"),
  ABS_AT_ZERO(Kind.KINK, "abs at 0"),
  MAX_AT_TIE(Kind.KINK, "max at a tie"),
  MIN_AT_TIE(Kind.KINK, "min at a tie"),
  SQRT_AT_ZERO(Kind.BORDER, "sqrt at 0"),
  POWER_AT_ZERO(Kind.BORDER, "0 to a power below 1"),
  FRACTION_AT_ZERO(Kind.BORDER, "0 to a power that is no integer"),
  LOG_AT_ZERO(Kind.OUTSIDE, "log at 0"),
  LOG_OF_NEGATIVE(Kind.OUTSIDE, "log of a negative number"),
  SQRT_OF_NEGATIVE(Kind.OUTSIDE, "sqrt of a negative number"),
  DIVISION_BY_ZERO(Kind.OUTSIDE, "division by 0"),
  ZERO_TO_NEGATIVE(Kind.OUTSIDE, "0 to a negative power"),
  NEGATIVE_TO_FRACTION(Kind.OUTSIDE, "a negative number to a power that is no integer"),
  EXPONENT_OF_NEGATIVE(Kind.BORDER, "a negative number to a power that varies"),
  OVERFLOW(Kind.OUTSIDE, "a result too large for a double"),
  NOT_FINITE(Kind.OUTSIDE, "an operand that is no finite number");

  /// What is missing at the edge.
  public enum Kind {
    /// The value is there and so are two one-sided derivatives, which differ.
    KINK,
    /// The value is there; the derivative is infinite or exists on one side alone.
    BORDER,
    /// The value itself is missing.
    OUTSIDE
  }

  private final Kind kind;
  private final String title;

  Edge(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  public Kind kind() {
    return kind;
  }

  /// In a few words, as messages say it: `relu at 0`.
  public String title() {
    return title;
  }
}
