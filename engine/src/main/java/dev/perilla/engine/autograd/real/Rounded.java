package dev.perilla.engine.autograd.real;

import java.math.BigInteger;
import java.util.function.DoubleBinaryOperator;

/// The functions of Python's `math`, each the double nearest to the true value (to even at a tie),
/// with IEEE's answers where there is no value: NaN, or an infinity at a pole.
///
/// Plan of each: arguments whose answer is known are told at once; then a pair with a relative
/// error below [#ERROR] or [#POWER_ERROR] is rounded, unless the error could change the result;
/// then [Exact] decides. The pairs' own errors are below 2^-73 (2^-69 for powers), as their kernels
/// tell. Long because it is a list: one function after the other, each a few lines.
public final class Rounded {
  static final double ERROR = 0x1p-72;
  static final double POWER_ERROR = 0x1p-67;

  /// Below this size the nearest double to an odd function with slope 1 at 0 is its argument.
  private static final double TINY = 0x1p-28;

  /// Below this size the nearest double to `1 + x` is 1, and that to `x + x²` is `x`.
  private static final double MINUTE = 0x1p-55;

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Pair LN2 = new Pair(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  private static final Pair LN10 = new Pair(0x1.26bb1bbb55516p1, -0x1.f48ad494ea3e9p-53);
  private static final Pair THIRD = new Pair(0x1.5555555555555p-2, 0x1.5555555555555p-56);

  private Rounded() {}

  /// The double that `value` rounds to, NaN if an error of `error` relative could change it.
  static double settle(Pair value, double error) {
    double slack = Math.abs(value.hi()) * error;
    double low = value.hi() + (value.lo() - slack);
    double high = value.hi() + (value.lo() + slack);
    return low == high ? low : Double.NaN;
  }

  /// As above; NaN also where the result could be subnormal or overflow.
  static double settle(Exponential.Scaled value, double error) {
    int exponent = value.exponent();
    if (exponent < -1000 || exponent > 1020) {
      return Double.NaN;
    }
    return settle(value.fraction(), error) * Exponential.power2(exponent);
  }

  private static double orExact(double near, Exact.Real exact) {
    return Double.isNaN(near) ? Exact.nearest(exact) : near;
  }

  /// The exponential function.
  public static double exp(double x) {
    if (!(Math.abs(x) < 746)) {
      return x > 0 ? INFINITY : x < 0 ? 0 : x;
    }
    double quick = Math.abs(x) < 690 ? Quick.exp(x) : Double.NaN;
    if (!Double.isNaN(quick)) {
      return quick;
    }
    double near = settle(Exponential.exp(Pair.of(x)), ERROR);
    return Double.isNaN(near) ? Exact.nearest(p -> Exact.exp(x, p)) : near;
  }

  /// 2 to the power `x`.
  public static double exp2(double x) {
    if (!(Math.abs(x) < 1076)) {
      return x > 0 ? INFINITY : x < 0 ? 0 : x;
    }
    if (x == Math.rint(x)) {
      return new Wide(BigInteger.ONE, (int) x).toDouble();
    }
    if (Math.abs(x) < MINUTE) {
      return 1;
    }
    double near = settle(Exponential.exp(LN2.times(x)), ERROR);
    return orExact(near, p -> Exact.exp2(x, p));
  }

  /// `exp(x) - 1`, precise near 0.
  public static double expm1(double x) {
    if (!(Math.abs(x) >= MINUTE) || x > 710 || x < -40) {
      return x > 710 ? INFINITY : x < -40 ? -1 : x;
    }
    double near = x > 700 ? Double.NaN : settle(Exponential.expm1(Pair.of(x)), ERROR);
    return orExact(near, p -> Exact.expm1(x, p));
  }

  /// The natural logarithm.
  public static double log(double x) {
    if (!(x > 0 && x < INFINITY)) {
      return unlogged(x);
    }
    double near = isSubnormal(x) ? Double.NaN : settle(Logarithm.log(Pair.of(x)), ERROR);
    return Double.isNaN(near) ? Exact.nearest(p -> Exact.log(x, p)) : near;
  }

  /// The logarithm to base 2.
  public static double log2(double x) {
    if (!(x > 0 && x < INFINITY)) {
      return unlogged(x);
    }
    double near = isSubnormal(x) ? Double.NaN : settle(Logarithm.log(Pair.of(x)).over(LN2), ERROR);
    return orExact(near, p -> Exact.log2(x, p));
  }

  /// The logarithm to base 10.
  public static double log10(double x) {
    if (!(x > 0 && x < INFINITY)) {
      return unlogged(x);
    }
    double near = isSubnormal(x) ? Double.NaN : settle(Logarithm.log(Pair.of(x)).over(LN10), ERROR);
    return orExact(near, p -> Exact.log10(x, p));
  }

  private static double unlogged(double x) {
    return x == 0 ? -INFINITY : x < 0 ? Double.NaN : x;
  }

  private static boolean isSubnormal(double x) {
    return Math.abs(x) < Double.MIN_NORMAL;
  }

  /// The natural logarithm of `1 + x`, precise near 0.
  public static double log1p(double x) {
    if (!(Math.abs(x) >= MINUTE && x > -1 && x < INFINITY)) {
      return x == -1 ? -INFINITY : x < -1 ? Double.NaN : x;
    }
    return orExact(settle(Logarithm.log1p(Pair.of(x)), ERROR), p -> Exact.log1p(x, p));
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
    Pair e = unscaled(Exponential.exp(Pair.of(-Math.abs(x))));
    return (x < 0 ? e : Pair.of(1)).over(e.plus(1.0));
  }

  private static Pair unscaled(Exponential.Scaled value) {
    return value.fraction().scaled(Exponential.power2(value.exponent()));
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

  /// The hyperbolic sine.
  public static double sinh(double x) {
    double size = Math.abs(x);
    if (!(size >= TINY && size < 711)) {
      return size >= 711 ? x * INFINITY : x;
    }
    double near;
    if (size < 40) {
      Pair e = Exponential.expm1(Pair.of(size));
      near = settle(e.plus(e.over(e.plus(1.0))).scaled(0.5), ERROR);
    } else {
      near = settle(halved(Exponential.exp(Pair.of(size))), ERROR);
    }
    return orExact(x < 0 ? -near : near, p -> Exact.sinh(x, p));
  }

  /// The hyperbolic cosine.
  public static double cosh(double x) {
    double size = Math.abs(x);
    if (!(size >= TINY && size < 711)) {
      return size >= 711 ? INFINITY : size < TINY ? 1 : x;
    }
    Exponential.Scaled power = Exponential.exp(Pair.of(size));
    double near;
    if (size < 40) {
      Pair e = unscaled(power);
      near = settle(e.plus(Pair.of(1).over(e)).scaled(0.5), ERROR);
    } else {
      near = settle(halved(power), ERROR);
    }
    return orExact(near, p -> Exact.cosh(x, p));
  }

  private static Exponential.Scaled halved(Exponential.Scaled value) {
    return new Exponential.Scaled(value.fraction(), value.exponent() - 1);
  }

  /// The number whose hyperbolic sine is `x`.
  public static double asinh(double x) {
    double size = Math.abs(x);
    if (!(size >= TINY && size < INFINITY)) {
      return x;
    }
    Pair value;
    if (size < 0x1p30) {
      Pair square = Pair.product(size, size);
      Pair root = square.plus(1.0).root();
      value = Logarithm.log1p(square.over(root.plus(1.0)).plus(size));
    } else {
      value = logOfDouble(size, 1);
    }
    double near = settle(value, ERROR);
    return orExact(x < 0 ? -near : near, p -> Exact.asinh(x, p));
  }

  /// The number above 0 whose hyperbolic cosine is `x`.
  public static double acosh(double x) {
    if (!(x >= 1 && x < INFINITY)) {
      return x < 1 ? Double.NaN : x;
    }
    if (x == 1) {
      return 0;
    }
    Pair value;
    if (x < 0x1p30) {
      Pair less = Pair.sum(x, -1);
      value = Logarithm.log1p(less.times(Pair.sum(x, 1)).root().plus(less));
    } else {
      value = logOfDouble(x, -1);
    }
    return orExact(settle(value, ERROR), p -> Exact.acosh(x, p));
  }

  /// `log(2x) + sign / (4x²)`, to which asinh and acosh come down for `x` above 2^30.
  private static Pair logOfDouble(double x, int sign) {
    Pair log = Logarithm.log(Pair.of(x)).plus(LN2);
    return x < 0x1p60 ? log.plus(sign / (4 * x * x)) : log;
  }

  /// The number whose hyperbolic tangent is `x`.
  public static double atanh(double x) {
    double size = Math.abs(x);
    if (!(size >= TINY && size < 1)) {
      return size > 1 ? Double.NaN : size == 1 ? x * INFINITY : x;
    }
    Pair value = Logarithm.log1p(Pair.of(2 * size).over(Pair.sum(1, -size))).scaled(0.5);
    double near = settle(value, ERROR);
    return orExact(x < 0 ? -near : near, p -> Exact.atanh(x, p));
  }

  /// The sine of `x` radians.
  public static double sin(double x) {
    if (!(Math.abs(x) >= TINY && Math.abs(x) < INFINITY)) {
      return Math.abs(x) < TINY ? x : Double.NaN;
    }
    return orExact(settle(Circular.of(x).sin(), ERROR), p -> Exact.sin(x, p));
  }

  /// The cosine of `x` radians.
  public static double cos(double x) {
    if (!(Math.abs(x) >= TINY && Math.abs(x) < INFINITY)) {
      return Math.abs(x) < TINY ? 1 : Double.NaN;
    }
    return orExact(settle(Circular.of(x).cos(), ERROR), p -> Exact.cos(x, p));
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

  /// The number whose third power is `x`.
  public static double cbrt(double x) {
    double size = Math.abs(x);
    if (!(size > 0 && size < INFINITY)) {
      return x;
    }
    double near = Double.NaN;
    if (!isSubnormal(x)) {
      near = settle(Exponential.exp(Logarithm.log(Pair.of(size)).times(THIRD)), POWER_ERROR);
    }
    double root = Double.isNaN(near) ? Exact.cbrt(size) : near;
    return x < 0 ? -root : root;
  }

  /// The distance of the point (`x`, `y`) from the origin, without overflow on the way.
  public static double hypot(double x, double y) {
    double longer = Math.max(Math.abs(x), Math.abs(y));
    double shorter = Math.min(Math.abs(x), Math.abs(y));
    if (Math.abs(x) == INFINITY || Math.abs(y) == INFINITY) {
      return INFINITY;
    }
    int exponent = Math.getExponent(longer);
    if (!(shorter > 0) || exponent - Math.getExponent(shorter) > 60) {
      return longer;
    }
    double near = Double.NaN;
    if (Math.abs(exponent) < 900) {
      double scale = Exponential.power2(-exponent);
      Pair squares =
          Pair.product(longer * scale, longer * scale)
              .plus(Pair.product(shorter * scale, shorter * scale));
      near = settle(squares.root(), ERROR) * Exponential.power2(exponent);
    }
    return Double.isNaN(near) ? Exact.hypot(longer, shorter) : near;
  }

  /// `x` to the power `y`: 1 for `y` 0 and for `x` 1, NaN for a negative `x` and a `y` that is no
  /// integer, infinite for 0 to a negative power.
  public static double pow(double x, double y) {
    return y == 2 ? x * x : y == -1 ? 1 / x : pow(x, y, Rounded::powerOf);
  }

  /// The same with a function for finite `x` above 0, other than 1, and finite `y`.
  static double pow(double x, double y, DoubleBinaryOperator power) {
    if (y == 0 || x == 1) {
      return 1;
    }
    if (y == 1) {
      return x;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    boolean whole = y == Math.rint(y);
    boolean odd = whole && Math.abs(y) < 0x1p53 && (((long) y) & 1) != 0;
    double size = Math.abs(x);
    if (size == 0 || size == INFINITY) {
      double result = (size == 0) == (y > 0) ? 0.0 : INFINITY;
      return odd && (x < 0 || 1 / x < 0) ? -result : result;
    }
    if (x < 0 && !whole) {
      return Double.NaN;
    }
    double result = size == 1 ? 1 : ofFinite(size, y, power);
    return x < 0 && odd ? -result : result;
  }

  private static double ofFinite(double x, double y, DoubleBinaryOperator power) {
    if (Math.abs(y) > 0x1p65) {
      return (x > 1) == (y > 0) ? INFINITY : 0;
    }
    if (Math.abs(y) < 0x1p-65) {
      return 1;
    }
    return power.applyAsDouble(x, y);
  }

  private static double powerOf(double x, double y) {
    if (isSubnormal(x) && Math.abs(y) > 2) {
      return y > 0 ? 0 : INFINITY;
    }
    double near = Double.NaN;
    if (!isSubnormal(x)) {
      Pair t = Logarithm.log(Pair.of(x)).times(y);
      if (Math.abs(t.hi()) > 746) {
        return t.hi() > 0 ? INFINITY : 0;
      }
      near = settle(Exponential.exp(t), POWER_ERROR);
    }
    return Double.isNaN(near) ? Exact.pow(x, y) : near;
  }
}
