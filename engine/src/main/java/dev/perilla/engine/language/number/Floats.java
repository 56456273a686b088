package dev.perilla.engine.language.number;

import java.math.BigInteger;

/// Python's `float`: its operators, and the exact ways between doubles and ints.
public final class Floats {
  private static final int BIAS = 1075; // of a double read as an integer times a power of two
  private static final long HASH_MODULUS = (1L << 61) - 1;

  private Floats() {}

  public static double divide(double a, double b) {
    if (b == 0) {
      throw PythonError.zeroDivision("float division by zero");
    }
    return a / b;
  }

  /// `a // b`.
  public static double floorDivide(double a, double b) {
    if (b == 0) {
      throw PythonError.zeroDivision("float floor division by zero");
    }
    return quotient(a, b);
  }

  /// `a % b`, with the sign of `b`.
  public static double modulo(double a, double b) {
    if (b == 0) {
      throw PythonError.zeroDivision("float modulo");
    }
    return remainder(a, b);
  }

  /// `divmod(a, b)`.
  public static double[] divmod(double a, double b) {
    if (b == 0) {
      throw PythonError.zeroDivision("float divmod()");
    }
    return new double[] {quotient(a, b), remainder(a, b)};
  }

  private static double remainder(double a, double b) {
    double rest = a % b;
    if (rest == 0) {
      return Math.copySign(0.0, b);
    }
    return rest < 0 != b < 0 ? rest + b : rest;
  }

  private static double quotient(double a, double b) {
    double rest = a % b;
    double quotient = (a - rest) / b;
    if (rest != 0 && rest < 0 != b < 0) {
      quotient -= 1.0;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1.0 : floor;
  }

  /// `a ** b`. A negative base with a broken exponent would be complex in Python: refused.
  public static double power(double a, double b) {
    if (b == 0 || a == 1) {
      return 1.0;
    }
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.NaN;
    }
    boolean odd = Math.abs(b % 2.0) == 1.0;
    if (Double.isInfinite(b)) {
      double size = Math.abs(a);
      return size == 1.0 ? 1.0 : b > 0 == size > 1.0 ? Double.POSITIVE_INFINITY : 0.0;
    }
    if (Double.isInfinite(a)) {
      double size = b > 0 ? Double.POSITIVE_INFINITY : 0.0;
      return odd ? Math.copySign(size, a) : size;
    }
    if (a == 0) {
      if (b < 0) {
        throw PythonError.zeroDivision("0.0 cannot be raised to a negative power");
      }
      return odd ? a : 0.0;
    }
    if (a < 0 && b != Math.floor(b)) {
      throw PythonError.unsupported(
          "a negative number to a broken power is a complex number, which this language leaves"
              + " out");
    }
    double size = Elementary.pow(Math.abs(a), b);
    if (Double.isInfinite(size)) {
      throw PythonError.overflow("(34, 'Numerical result out of range')");
    }
    return a < 0 && odd ? -size : size;
  }

  public static boolean isInteger(double value) {
    return !Double.isInfinite(value) && value == Math.rint(value);
  }

  /// Whether the long is a double without rounding, judged by its size alone.
  static boolean exact(long value) {
    return value >= -(1L << 53) && value <= 1L << 53;
  }

  /// `int(value)`: the int toward zero.
  public static Object toInt(double value) {
    if (Double.isNaN(value)) {
      throw PythonError.value("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw PythonError.overflow("cannot convert float infinity to integer");
    }
    if (Math.abs(value) < 0x1p63) {
      return (long) value;
    }
    return Ints.of(BigInteger.valueOf(mantissa(value)).shiftLeft(exponent(value)));
  }

  /// The double nearest to an int; `OverflowError` beyond the largest.
  public static double of(Object integer) {
    if (integer instanceof Long small) {
      return (double) small;
    }
    double nearest = nearest((BigInteger) integer, 0);
    if (Double.isInfinite(nearest)) {
      throw PythonError.overflow("int too large to convert to float");
    }
    return nearest;
  }

  /// Whole number `m` and `e` with `value = m * 2 ** e`; `m` has the sign, at most 53 bits.
  static long mantissa(double value) {
    long bits = Double.doubleToLongBits(value);
    long fraction = bits & 0xFFFFFFFFFFFFFL;
    int raw = (int) (bits >> 52) & 0x7FF;
    long size = raw == 0 ? fraction : fraction | 1L << 52;
    return bits < 0 ? -size : size;
  }

  /// The power of two that goes with [#mantissa].
  static int exponent(double value) {
    int raw = (int) (Double.doubleToLongBits(value) >> 52) & 0x7FF;
    return Math.max(raw, 1) - BIAS;
  }

  /// `value.as_integer_ratio()`: numerator and denominator in lowest terms.
  public static Object[] integerRatio(double value) {
    if (Double.isNaN(value)) {
      throw PythonError.value("cannot convert NaN to integer ratio");
    }
    if (Double.isInfinite(value)) {
      throw PythonError.overflow("cannot convert Infinity to integer ratio");
    }
    long mantissa = mantissa(value);
    if (mantissa == 0) {
      return new Object[] {0L, 1L};
    }
    int zeros = Long.numberOfTrailingZeros(mantissa);
    BigInteger odd = BigInteger.valueOf(mantissa >> zeros);
    int exponent = exponent(value) + zeros;
    return exponent >= 0
        ? new Object[] {Ints.of(odd.shiftLeft(exponent)), 1L}
        : new Object[] {Ints.of(odd), Ints.of(BigInteger.ONE.shiftLeft(-exponent))};
  }

  /// The double nearest to `whole * 2 ** exponent`, ties to even; infinite when beyond the largest.
  static double nearest(BigInteger whole, int exponent) {
    return nearest(whole, exponent, false);
  }

  /// As above for `whole` and, if `more`, a fraction of its last unit beyond it.
  static double nearest(BigInteger whole, int exponent, boolean more) {
    if (whole.signum() < 0) {
      return -nearest(whole.negate(), exponent, more);
    }
    if (whole.signum() == 0) {
      return 0.0;
    }
    int length = whole.bitLength();
    long top = (long) length + exponent;
    if (top > 1024) {
      return Double.POSITIVE_INFINITY;
    }
    if (top < -1074) {
      return 0.0;
    }
    int drop = (int) Math.max(length - 53L, -1074L - exponent);
    if (drop <= 0) {
      return scale(whole.longValue(), exponent);
    }
    BigInteger kept = whole.shiftRight(drop);
    long value = kept.longValue();
    boolean half = whole.testBit(drop - 1);
    if (half && (more || whole.getLowestSetBit() < drop - 1 || (value & 1) == 1)) {
      value++;
    }
    return scale(value, exponent + drop);
  }

  /// `value * 2 ** exponent` where the result is exact or too large.
  private static double scale(long value, int exponent) {
    double result = (double) value;
    int left = exponent;
    while (left > 1000) {
      result *= 0x1p1000;
      left -= 1000;
    }
    while (left < -1000) {
      result *= 0x1p-1000;
      left += 1000;
    }
    return result * Double.longBitsToDouble((long) (left + 1023) << 52);
  }

  /// The double nearest to the quotient of two ints, ties to even.
  static double ratio(BigInteger numerator, BigInteger denominator) {
    if (numerator.signum() == 0) {
      return denominator.signum() < 0 ? -0.0 : 0.0;
    }
    boolean negative = numerator.signum() != denominator.signum();
    BigInteger top = numerator.abs();
    BigInteger bottom = denominator.abs();
    long shift = 66L - top.bitLength() + bottom.bitLength();
    if (shift < -1100 || shift > 1300) {
      double size = shift < 0 ? Double.POSITIVE_INFINITY : 0.0;
      return negative ? -size : size;
    }
    if (shift > 0) {
      top = top.shiftLeft((int) shift);
    } else {
      bottom = bottom.shiftLeft((int) -shift);
    }
    BigInteger[] parts = top.divideAndRemainder(bottom);
    double size = nearest(parts[0], (int) -shift, parts[1].signum() != 0);
    return negative ? -size : size;
  }

  /// `hash(value)`, equal to that of the int of the same value; 0 for NaN.
  public static long hash(double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? 314159 : -314159;
    }
    long size = Math.abs(mantissa(value));
    int turn = Math.floorMod(exponent(value), 61);
    long rest = ((size << turn) & HASH_MODULUS) | (size >>> (61 - turn));
    long hash = value < 0 ? -(rest % HASH_MODULUS) : rest % HASH_MODULUS;
    return hash == -1 ? -2 : hash;
  }

  /// `hash(value)` of an int.
  public static long hashOfInt(Object value) {
    long rest =
        value instanceof Long small
            ? small % HASH_MODULUS
            : ((BigInteger) value).remainder(BigInteger.valueOf(HASH_MODULUS)).longValue();
    return rest == -1 ? -2 : rest;
  }
}
