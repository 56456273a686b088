package dev.perilla.engine.autograd;

import dev.perilla.engine.autograd.real.Glibc;
import dev.perilla.engine.autograd.real.Rounded;

/// The functions of the table and the text form of numbers, the same bits on every machine and in
/// every browser: to the last bit what CPython prints for `exp`, `log`, `sin`, `cos` and powers on
/// Linux. Further functions are in [Rounded].
public final class Reals {
  private Reals() {}

  /// Python's `repr` of a float: the shortest digits that read back as `x`; `2.0`, `1e-05`,
  /// `1e+16`, `inf`, `nan`, `-0.0`.
  public static String repr(double x) {
    return Repr.of(x);
  }

  /// The exponential function.
  public static double exp(double x) {
    return Glibc.exp(x);
  }

  /// The natural logarithm; NaN below 0, minus infinity at 0.
  public static double log(double x) {
    return Glibc.log(x);
  }

  /// `x` to the power `y`, with IEEE's special cases: `pow(x, 0)` and `pow(1, y)` are 1.
  public static double pow(double x, double y) {
    return Glibc.pow(x, y);
  }

  /// The hyperbolic tangent, correctly rounded.
  public static double tanh(double x) {
    return Rounded.tanh(x);
  }

  /// `1 / (1 + exp(-x))`, correctly rounded.
  public static double sigmoid(double x) {
    return Rounded.sigmoid(x);
  }

  /// The sine of `x` radians.
  public static double sin(double x) {
    return Glibc.sin(x);
  }

  /// The cosine of `x` radians.
  public static double cos(double x) {
    return Glibc.cos(x);
  }

  /// The square root, correctly rounded; NaN below 0.
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }
}
