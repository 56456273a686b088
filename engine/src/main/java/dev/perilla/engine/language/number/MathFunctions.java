package dev.perilla.engine.language.number;

import dev.perilla.engine.autograd.real.Glibc;
import dev.perilla.engine.autograd.real.Rounded;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The real functions of the module `math` of CPython 3.11, with its errors; the exact ones on ints
/// are in [IntMath].
public final class MathFunctions {
  private static final double DEGREES = 180.0 / Math.PI;
  private static final double RADIANS = Math.PI / 180.0;
  private static final double LN_2 = Elementary.log(2.0);

  private MathFunctions() {}

  static PythonError domain() {
    return PythonError.value("math domain error");
  }

  static PythonError range() {
    return PythonError.overflow("math range error");
  }

  /// A result that is NaN though the argument is not is outside the domain, and so is one that is
  /// infinite at a pole.
  private static double inDomain(double x, double result) {
    if ((Double.isNaN(result) && !Double.isNaN(x))
        || (Double.isInfinite(result) && Double.isFinite(x))) {
      throw domain();
    }
    return result;
  }

  /// The same for a function that overflows and has no pole.
  private static double inRange(double x, double result) {
    if (Double.isInfinite(result) && Double.isFinite(x)) {
      throw range();
    }
    return inDomain(x, result);
  }

  private static boolean isPlain(double x) {
    return Double.isFinite(x) && x != 0;
  }

  public static double sqrt(double x) {
    return inDomain(x, Math.sqrt(x));
  }

  public static double cbrt(double x) {
    return isPlain(x) ? Elementary.cbrt(x) : x;
  }

  public static double exp(double x) {
    return inRange(x, Elementary.exp(x));
  }

  public static double exp2(double x) {
    return inRange(x, Glibc.exp2(x));
  }

  public static double expm1(double x) {
    if (!isPlain(x)) {
      return x == Double.NEGATIVE_INFINITY ? -1.0 : x;
    }
    return inRange(x, Elementary.expm1(x));
  }

  /// `log(x)` of a number; an int of any size has one.
  public static double log(Object x) {
    return ofPositive(x, Elementary::log, LN_2);
  }

  /// `log(x, base)`.
  public static double log(Object x, Object base) {
    double top = log(x);
    return Floats.divide(top, log(base));
  }

  public static double log2(Object x) {
    return ofPositive(x, Glibc::log2, 1.0);
  }

  public static double log10(Object x) {
    return ofPositive(x, Elementary::log10, Elementary.log10(2.0));
  }

  private interface Logarithm {
    double of(double x);
  }

  private static double ofPositive(Object x, Logarithm log, double ofTwo) {
    if (x instanceof BigInteger big) {
      if (big.signum() < 0) {
        throw domain();
      }
      double nearest = Floats.nearest(big, 0);
      if (Double.isInfinite(nearest)) {
        int length = big.bitLength();
        return log.of(Floats.nearest(big, -length)) + ofTwo * length;
      }
      return log.of(nearest);
    }
    double real = Arithmetic.real(x);
    if (Double.isNaN(real) || real == Double.POSITIVE_INFINITY) {
      return real;
    }
    if (real <= 0) {
      throw domain();
    }
    return log.of(real);
  }

  public static double log1p(double x) {
    if (x <= -1) {
      throw domain();
    }
    return isPlain(x) ? Elementary.log1p(x) : x;
  }

  public static double sin(double x) {
    return inDomain(x, Elementary.sin(x));
  }

  public static double cos(double x) {
    return inDomain(x, Elementary.cos(x));
  }

  public static double tan(double x) {
    return inDomain(x, Rounded.tan(x));
  }

  public static double asin(double x) {
    return inDomain(x, Rounded.asin(x));
  }

  public static double acos(double x) {
    return inDomain(x, Rounded.acos(x));
  }

  public static double atan(double x) {
    return Rounded.atan(x);
  }

  public static double atan2(double y, double x) {
    double tangent = y / x;
    boolean tiny = x > 0 && Math.abs(tangent) < 0x1p-400;
    return tiny ? tangent : Rounded.atan2(y, x); // where the quotient is a tie, as in C
  }

  public static double sinh(double x) {
    return isPlain(x) ? inRange(x, Elementary.sinh(x)) : x;
  }

  public static double cosh(double x) {
    return Double.isFinite(x) ? inRange(x, Elementary.cosh(x)) : Math.abs(x);
  }

  public static double tanh(double x) {
    return Elementary.tanh(x);
  }

  public static double asinh(double x) {
    return isPlain(x) ? Elementary.asinh(x) : x;
  }

  public static double acosh(double x) {
    if (x < 1) {
      throw domain();
    }
    return Double.isFinite(x) ? Elementary.acosh(x) : x;
  }

  public static double atanh(double x) {
    if (Math.abs(x) >= 1) {
      throw domain();
    }
    return isPlain(x) ? Elementary.atanh(x) : x;
  }

  public static double erf(double x) {
    return isPlain(x) && !Double.isInfinite(x)
        ? Fdlibm.erf(x)
        : Double.isInfinite(x) ? Math.copySign(1.0, x) : x;
  }

  public static double erfc(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    return x == 0 ? 1.0 : Double.isInfinite(x) ? (x > 0 ? 0.0 : 2.0) : Fdlibm.erfc(x);
  }

  public static double degrees(double x) {
    return x * DEGREES;
  }

  public static double radians(double x) {
    return x * RADIANS;
  }

  public static double fmod(double x, double y) {
    double rest = x % y;
    if (Double.isNaN(rest) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw domain();
    }
    return rest;
  }

  /// `remainder(x, y)`: from the multiple of `y` that is nearest to `x`, ties to an even one.
  public static double remainder(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    if (Double.isInfinite(x) || y == 0) {
      throw domain();
    }
    if (Double.isInfinite(y)) {
      return x;
    }
    double size = Math.abs(x);
    double unit = Math.abs(y);
    double rest = size % unit;
    double missing = unit - rest;
    double nearest =
        rest < missing
            ? rest
            : rest > missing ? -missing : rest - 2.0 * (0.5 * (size - rest) % unit);
    return Math.copySign(1.0, x) * nearest;
  }

  /// `math.pow(x, y)`, which is always a float and knows no complex numbers.
  public static double pow(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y) || Double.isInfinite(x) || Double.isInfinite(y)) {
      return Floats.power(x, y);
    }
    if ((x == 0 && y < 0) || (x < 0 && y != Math.floor(y))) {
      throw domain();
    }
    try {
      return Floats.power(x, y);
    } catch (PythonError e) {
      throw range();
    }
  }

  /// `ldexp(x, power)`, the power an int.
  public static double ldexp(double x, Object power) {
    if (!isPlain(x)) {
      return x;
    }
    int shift = Math.clamp(Ints.clamp(power), -5_000, 5_000);
    double scaled =
        Floats.nearest(BigInteger.valueOf(Floats.mantissa(x)), Floats.exponent(x) + shift);
    if (Double.isInfinite(scaled)) {
      throw range();
    }
    return Math.copySign(scaled, x);
  }

  /// `frexp(x)`: a fraction from 0.5 to 1 (a Double) and a power of two (a Long).
  public static Object[] frexp(double x) {
    if (!isPlain(x)) {
      return new Object[] {x, 0L};
    }
    long mantissa = Floats.mantissa(x);
    long power = 64L - Long.numberOfLeadingZeros(Math.abs(mantissa)) + Floats.exponent(x);
    return new Object[] {ldexp(x, -power), power};
  }

  /// `modf(x)`: the fraction and the whole, both with the sign of `x`.
  public static double[] modf(double x) {
    if (Double.isInfinite(x)) {
      return new double[] {Math.copySign(0.0, x), x};
    }
    double rest = x % 1.0;
    return new double[] {Math.copySign(rest, x), Double.isNaN(x) ? x : Math.copySign(x - rest, x)};
  }

  /// `copysign(x, sign)`, of a sign that every machine knows.
  public static double copysign(double x, double sign) {
    if (Double.isNaN(sign)) {
      throw PythonError.unsupported("the sign of nan is not part of this language");
    }
    return Math.copySign(x, sign);
  }

  /// `nextafter(x, y)`.
  public static double nextAfter(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y) || x == y) {
      return x == y ? y : Double.NaN;
    }
    if (x == 0) {
      return Math.copySign(Double.MIN_VALUE, y);
    }
    long bits = Double.doubleToLongBits(x);
    return Double.longBitsToDouble(y > x == x > 0 ? bits + 1 : bits - 1);
  }

  /// `ulp(x)`: the gap from the magnitude of `x` to the next double.
  public static double ulp(double x) {
    double size = Math.abs(x);
    if (!Double.isFinite(size)) {
      return size;
    }
    double next = nextAfter(size, Double.POSITIVE_INFINITY);
    return Double.isInfinite(next) ? size - nextAfter(size, Double.NEGATIVE_INFINITY) : next - size;
  }

  /// `isclose(a, b, rel_tol=relative, abs_tol=absolute)`.
  public static boolean isClose(double a, double b, double relative, double absolute) {
    if (relative < 0 || absolute < 0) {
      throw PythonError.value("tolerances must be non-negative");
    }
    if (a == b) {
      return true;
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return false;
    }
    double apart = Math.abs(b - a);
    return apart <= Math.abs(relative * b) || apart <= Math.abs(relative * a) || apart <= absolute;
  }

  /// `floor(x)`, an int.
  public static Object floor(Object x) {
    return x instanceof Double real ? Floats.toInt(Math.floor(real)) : Arithmetic.plain(x);
  }

  /// `ceil(x)`, an int.
  public static Object ceil(Object x) {
    return x instanceof Double real ? Floats.toInt(Math.ceil(real)) : Arithmetic.plain(x);
  }

  /// `fsum(numbers)`: the double nearest to the exact sum, by Shewchuk's partial sums, as CPython
  /// keeps them: one that overflows is an error, whatever follows.
  public static double fsum(List<Double> numbers) {
    double[] partials = new double[64]; // no bits of one overlap those of another
    int count = 0;
    double special = 0;
    double infinite = 0;
    for (double number : numbers) {
      double high = number;
      int kept = 0;
      for (int i = 0; i < count; i++) {
        double larger = Math.abs(high) < Math.abs(partials[i]) ? partials[i] : high;
        double smaller = larger == high ? partials[i] : high;
        high = larger + smaller;
        double low = smaller - (high - larger);
        if (low != 0) {
          partials[kept++] = low;
        }
      }
      count = kept;
      if (Double.isFinite(high)) {
        if (count == partials.length) {
          partials = Arrays.copyOf(partials, 2 * count);
        }
        partials[count++] = high;
      } else if (Double.isFinite(number)) {
        throw PythonError.overflow("intermediate overflow in fsum");
      } else {
        infinite += Double.isInfinite(number) ? number : 0;
        special += number;
        count = 0;
      }
    }
    if (Double.isNaN(infinite)) {
      throw PythonError.value("-inf + inf in fsum");
    }
    return special != 0 ? special : total(partials, count);
  }

  private static double total(double[] partials, int count) {
    double high = 0;
    double low = 0;
    int left = count;
    while (left > 0 && low == 0) {
      double before = high;
      double next = partials[--left];
      high = before + next;
      low = next - (high - before);
    }
    // what is left decides a tie
    boolean half = left > 0 && (low < 0 ? partials[left - 1] < 0 : partials[left - 1] > 0);
    double up = high + low * 2;
    return half && up - high == low * 2 ? up : high;
  }

  /// `hypot(*numbers)`: the root of the sum of the squares, rounded once.
  public static double hypot(List<Double> numbers) {
    boolean nan = false;
    BigInteger sum = BigInteger.ZERO; // in units of the square of the smallest double
    for (double number : numbers) {
      if (Double.isInfinite(number)) {
        return Double.POSITIVE_INFINITY;
      }
      if (Double.isNaN(number)) {
        nan = true;
      } else {
        BigInteger whole = BigInteger.valueOf(Floats.mantissa(number));
        sum = sum.add(whole.multiply(whole).shiftLeft(2 * (Floats.exponent(number) + 1_074)));
      }
    }
    if (nan) {
      return Double.NaN;
    }
    BigInteger scaled = sum.shiftLeft(128);
    BigInteger root = scaled.sqrt();
    return Floats.nearest(root, -1_074 - 64, !root.multiply(root).equals(scaled));
  }

  /// `dist(p, q)`, of points with as many coordinates.
  public static double dist(List<Double> p, List<Double> q) {
    List<Double> steps = new ArrayList<>(p.size());
    for (int i = 0; i < p.size(); i++) {
      steps.add(p.get(i) - q.get(i));
    }
    return hypot(steps);
  }
}
