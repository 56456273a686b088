package dev.perilla.engine.autograd;

/// Functions of doubles and their text form, the same bits on every machine and in every browser.
public final class Reals {
  private Reals() {}

  /// Python's `repr` of a float: the shortest digits that read back as `x`; `2.0`, `1e-05`,
  /// `1e+16`, `inf`, `nan`, `-0.0`.
  public static String repr(double x) {
    return Repr.of(x);
  }

  /// The exponential function.
  public static double exp(double x) {
    return StrictMath.exp(x);
  }

  /// The natural logarithm; NaN below 0, minus infinity at 0.
  public static double log(double x) {
    return StrictMath.log(x);
  }

  /// `x` to the power `y`, with IEEE's special cases: `pow(x, 0)` and `pow(1, y)` are 1.
  public static double pow(double x, double y) {
    if (y == 2) {
      return x * x;
    }
    return x == 1 ? 1 : StrictMath.pow(x, y);
  }

  /// The hyperbolic tangent.
  public static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  /// `1 / (1 + exp(-x))`.
  public static double sigmoid(double x) {
    return 1 / (1 + exp(-x));
  }

  /// The sine of `x` radians.
  public static double sin(double x) {
    return StrictMath.sin(x);
  }

  /// The cosine of `x` radians.
  public static double cos(double x) {
    return StrictMath.cos(x);
  }

  /// The square root, correctly rounded; NaN below 0.
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }
}
