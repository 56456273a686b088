package dev.perilla.engine.autograd.real;

/// Functions that give the double nearest to the true value (to even at a tie), with IEEE's answers
/// where there is no value: NaN, or an infinity at a pole.
///
/// Plan of each: arguments whose answer is known are told at once; then a pair with a relative
/// error below [#ERROR] is rounded, unless the error could change the result; then [Exact] decides.
/// The pairs' own errors are below 2^-73, as their kernels tell.
public final class Rounded {
  static final double ERROR = 0x1p-72;

  /// Below this size the nearest double to an odd function with slope 1 at 0 is its argument.
  private static final double TINY = 0x1p-28;

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Rounded() {}

  /// The double that `value` rounds to, NaN if an error of `error` relative could change it.
  static double settle(Pair value, double error) {
    double slack = Math.abs(value.hi()) * error;
    double low = value.hi() + (value.lo() - slack);
    double high = value.hi() + (value.lo() + slack);
    return low == high ? low : Double.NaN;
  }

  private static double orExact(double near, Exact.Real exact) {
    return Double.isNaN(near) ? Exact.nearest(exact) : near;
  }

  private static boolean isSubnormal(double x) {
    return Math.abs(x) < Double.MIN_NORMAL;
  }

  /// `1 / (1 + exp(-x))`.
  public static double sigmoid(double x) {
    if (!(x < 40 && x > -746)) {
      return x >= 40 ? 1 : x <= -746 ? 0 : x;
    }
    double near = x < -500 ? Double.NaN : settle(sigmoidPair(x), ERROR);
    return Double.isNaN(near) ? Exact.nearest(p -> Exact.sigmoid(x, p)) : near;
  }

  private static Pair sigmoidPair(double x) {
    Exponential.Scaled power = Exponential.exp(Pair.of(-Math.abs(x)));
    Pair e = power.fraction().scaled(Exponential.power2(power.exponent()));
    return (x < 0 ? e : Pair.of(1)).over(e.plus(1.0));
  }

  /// The hyperbolic tangent.
  public static double tanh(double x) {
    double size = Math.abs(x);
    if (!(size >= TINY && size < 20)) {
      return size >= 20 ? (x > 0 ? 1 : -1) : x;
    }
    double quick = size > 0.25 ? Quick.tanh(size) : Double.NaN;
    if (!Double.isNaN(quick)) {
      return x < 0 ? -quick : quick;
    }
    Pair e = Exponential.expm1(Pair.of(-2 * size));
    double near = settle(e.negated().over(e.plus(2.0)), ERROR);
    if (Double.isNaN(near)) {
      return Exact.nearest(p -> Exact.tanh(x, p));
    }
    return x < 0 ? -near : near;
  }

  /// The tangent of `x` radians.
  public static double tan(double x) {
    if (!(Math.abs(x) >= TINY && Math.abs(x) < INFINITY)) {
      return Math.abs(x) < TINY ? x : Double.NaN;
    }
    Circular.Both at = Circular.of(x);
    return orExact(settle(at.sin().over(at.cos()), ERROR), p -> Exact.tan(x, p));
  }

  /// The angle in radians, between -pi/2 and pi/2, whose tangent is `x`.
  public static double atan(double x) {
    double size = Math.abs(x);
    if (!(size >= TINY && size < 0x1p60)) {
      return size >= 0x1p60 ? (x < 0 ? -1 : 1) * Arctangent.HALF_PI.hi() : x;
    }
    double near = settle(Arctangent.atan(Pair.of(size)), ERROR);
    return orExact(x < 0 ? -near : near, p -> Exact.atan(x, p));
  }

  /// The angle in radians, between -pi/2 and pi/2, whose sine is `x`.
  public static double asin(double x) {
    double size = Math.abs(x);
    if (!(size >= TINY && size < 1)) {
      return size > 1 ? Double.NaN : size == 1 ? x * Arctangent.HALF_PI.hi() : x;
    }
    Pair root = Pair.sum(1, -size).times(Pair.sum(1, size)).root();
    double near = settle(Arctangent.atan(Pair.of(size).over(root)), ERROR);
    return orExact(x < 0 ? -near : near, p -> Exact.asin(x, p));
  }

  /// The angle in radians, between 0 and pi, whose cosine is `x`.
  public static double acos(double x) {
    if (!(Math.abs(x) < 1)) {
      return x == 1 ? 0 : x == -1 ? Arctangent.PI.hi() : Double.NaN;
    }
    Pair tangent = Pair.sum(1, -x).over(Pair.sum(1, x)).root();
    double near = settle(Arctangent.atan(tangent).scaled(2), ERROR);
    return orExact(near, p -> Exact.acos(x, p));
  }

  /// The angle in radians, between -pi and pi, of the point (`x`, `y`), signed zeros and infinities
  /// as in C and Python.
  public static double atan2(double y, double x) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    boolean left = x < 0 || (x == 0 && 1 / x < 0);
    double sign = y < 0 || (y == 0 && 1 / y < 0) ? -1 : 1;
    double quarter = Arctangent.HALF_PI.hi();
    int ex = Math.getExponent(x);
    int ey = Math.getExponent(y);
    if (y == 0 || (Math.abs(x) == INFINITY && Math.abs(y) != INFINITY)) {
      return left ? sign * Arctangent.PI.hi() : sign * 0.0;
    }
    boolean wide = Math.abs(x) == INFINITY;
    if (x == 0 || ey - ex > 60 || (Math.abs(y) == INFINITY && !wide)) {
      return sign * quarter;
    }
    if (wide) {
      return sign * (left ? THREE_QUARTERS_PI : quarter / 2);
    }
    if (left && ex - ey > 60) {
      return sign * Arctangent.PI.hi();
    }
    double near = Double.NaN;
    if (Math.abs(ey - ex) <= 60 && !isSubnormal(x) && !isSubnormal(y)) {
      Pair ratio = Pair.of(fraction(y)).over(Pair.of(fraction(x)));
      Pair angle = Arctangent.atan(ratio.scaled(Exponential.power2(ey - ex)));
      near = sign * settle(left ? Arctangent.PI.minus(angle) : angle, ERROR);
    }
    return orExact(near, p -> Exact.atan2(y, x, p));
  }

  private static final double THREE_QUARTERS_PI = 0x1.2d97c7f3321d2p1;

  /// The size of a normal number, scaled to [1, 2).
  private static double fraction(double x) {
    long bits = Double.doubleToRawLongBits(x) & 0xFFFFFFFFFFFFFL;
    return Double.longBitsToDouble(bits | 0x3FF0000000000000L);
  }
}
