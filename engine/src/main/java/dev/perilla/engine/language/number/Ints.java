package dev.perilla.engine.language.number;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Python's `int`: without bound, `//` and `%` toward minus infinity.
///
/// Everywhere an int is a [Long], or a [BigInteger] that does not fit 64 bits; [#of(BigInteger)]
/// keeps that rule, so that equal ints are equal objects.
public final class Ints {
  private static final long MAX_BITS = Integer.MAX_VALUE - 63L;

  private Ints() {}

  /// The int of that value, as a Long when it fits.
  public static Object of(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /// The int as a BigInteger, whatever its size.
  public static BigInteger big(Object value) {
    return value instanceof BigInteger big ? big : BigInteger.valueOf((Long) value);
  }

  /// The int as a Java int; values beyond its range become its nearest end.
  public static int clamp(Object value) {
    if (value instanceof BigInteger big) {
      return big.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
    long small = (Long) value;
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, small));
  }

  public static int sign(Object value) {
    return value instanceof BigInteger big ? big.signum() : Long.signum((Long) value);
  }

  public static int compare(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    return big(a).compareTo(big(b));
  }

  public static Object add(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      return BigInteger.valueOf(a).add(BigInteger.valueOf(b));
    }
    return sum;
  }

  public static Object subtract(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0) {
      return BigInteger.valueOf(a).subtract(BigInteger.valueOf(b));
    }
    return difference;
  }

  public static Object multiply(long a, long b) {
    long product = a * b;
    if (((Math.abs(a) | Math.abs(b)) >>> 31) != 0
        && ((a != 0 && product / a != b) || (a == -1 && b == Long.MIN_VALUE))) {
      return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
    return product;
  }

  /// `a // b`.
  public static Object floorDivide(long a, long b) {
    if (b == 0) {
      throw PythonError.zeroDivision("integer division or modulo by zero");
    }
    if (b == -1) {
      return negate(a);
    }
    return Math.floorDiv(a, b);
  }

  /// `a % b`, with the sign of `b`.
  public static long modulo(long a, long b) {
    if (b == 0) {
      throw PythonError.zeroDivision("integer modulo by zero");
    }
    return Math.floorMod(a, b);
  }

  public static Object negate(long a) {
    return a == Long.MIN_VALUE ? (Object) BigInteger.valueOf(a).negate() : -a;
  }

  /// The result as an object of its own, as Python makes it: Java's may be an operand.
  @SuppressWarnings("ReferenceEquality") // the point of it
  private static BigInteger anew(BigInteger result, Object a, Object b) {
    return result == a || result == b ? result.not().not() : result;
  }

  public static Object add(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return add((long) x, (long) y);
    }
    linear(a, b, budget);
    return of(anew(big(a).add(big(b)), a, b));
  }

  public static Object subtract(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return subtract((long) x, (long) y);
    }
    linear(a, b, budget);
    return of(anew(big(a).subtract(big(b)), a, b));
  }

  public static Object multiply(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return multiply((long) x, (long) y);
    }
    room(bits(a) + bits(b), budget);
    budget.work(multiplyWork(bits(a), bits(b)));
    return of(big(a).multiply(big(b)));
  }

  public static Object floorDivide(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return floorDivide((long) x, (long) y);
    }
    if (sign(b) == 0) {
      throw PythonError.zeroDivision("integer division or modulo by zero");
    }
    return divide(a, b, budget)[0];
  }

  public static Object modulo(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return isOwnRemainder(x, y) ? a : (Object) modulo((long) x, (long) y);
    }
    if (sign(b) == 0) {
      throw PythonError.zeroDivision("integer modulo by zero");
    }
    return divide(a, b, budget)[1];
  }

  /// Whether `a % b` is the object `a` itself, as in Python, which looks at the digits of 30 bits:
  /// `a` has fewer, or as many and a smaller first, and one of the two has several.
  public static boolean isOwnRemainder(long a, long b) {
    boolean several = b >= 1L << DIGIT || b <= -(1L << DIGIT);
    boolean smaller = b > 0 ? a > 0 && a < b : a < 0 && a > b;
    return several && smaller && isOwnRemainder((Object) a, (Object) b);
  }

  private static boolean isOwnRemainder(Object a, Object b) {
    if (sign(a) != sign(b) || sign(a) == 0) {
      return false;
    }
    long size = digits(a);
    if (size != digits(b)) {
      return size < digits(b);
    }
    int lower = (int) (size - 1) * DIGIT;
    return size > 1 && big(a).abs().shiftRight(lower).compareTo(big(b).abs().shiftRight(lower)) < 0;
  }

  private static final int DIGIT = 30; // bits of a digit of Python's

  /// Python's digits of an int, of 30 bits each.
  static long digits(Object a) {
    return (bitLength(a) + DIGIT - 1) / DIGIT;
  }

  /// `divmod(a, b)`: quotient and remainder.
  public static Object[] divmod(Object a, Object b, Budget budget) {
    if (sign(b) == 0) {
      throw PythonError.zeroDivision("integer division or modulo by zero");
    }
    return divide(a, b, budget);
  }

  private static Object[] divide(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return new Object[] {floorDivide((long) x, (long) y), modulo(a, b, budget)};
    }
    linear(a, b, budget);
    if (isOwnRemainder(a, b)) {
      return new Object[] {0L, a};
    }
    long quotient = Math.max(64, bits(a) - bits(b));
    budget.work(8 * multiplyWork(quotient, bits(b)));
    BigInteger divisor = big(b);
    BigInteger[] parts = big(a).divideAndRemainder(divisor);
    if (parts[1].signum() != 0 && parts[1].signum() != divisor.signum()) {
      parts[0] = parts[0].subtract(BigInteger.ONE);
      parts[1] = parts[1].add(divisor);
    }
    return new Object[] {of(parts[0]), of(parts[1])};
  }

  /// `a / b`, the double nearest to the exact quotient.
  public static double trueDivide(Object a, Object b, Budget budget) {
    if (sign(b) == 0) {
      throw PythonError.zeroDivision("division by zero");
    }
    if (a instanceof Long x && b instanceof Long y && Floats.exact(x) && Floats.exact(y)) {
      return (double) x / (double) y;
    }
    linear(a, b, budget);
    double quotient = Floats.ratio(big(a), big(b));
    if (Double.isInfinite(quotient)) {
      throw PythonError.overflow("integer division result too large for a float");
    }
    return quotient;
  }

  /// `a ** b` for `b >= 0`. A power of a negative `b` is a float: [Arithmetic#power].
  public static Object power(Object a, Object b, Budget budget) {
    if (a instanceof Long base && (base == 0 || base == 1 || base == -1)) {
      if (sign(b) == 0 || base == 1) {
        return 1L;
      }
      return base == 0 ? 0L : (Object) (isOdd(b) ? -1L : 1L);
    }
    if (b instanceof BigInteger) {
      budget.charge(Long.MAX_VALUE);
      throw new PythonError("MemoryError", "");
    }
    long exponent = (Long) b;
    if (a instanceof Long base && exponent < 64) {
      Long small = smallPower(base, exponent);
      if (small != null) {
        return small;
      }
    }
    long bits = times(bits(a), exponent);
    room(bits, budget);
    budget.work(2 * multiplyWork(bits / 2, bits / 2));
    BigInteger base = big(a);
    if (base.bitCount() == 1 && base.signum() > 0) {
      return of(BigInteger.ONE.shiftLeft((int) (base.getLowestSetBit() * exponent)));
    }
    return of(anew(base.pow((int) exponent), base, base));
  }

  /// The power, or null when it does not fit.
  private static @Nullable Long smallPower(long base, long exponent) {
    long result = 1;
    long square = base;
    long left = exponent;
    while (true) {
      if ((left & 1) == 1) {
        if (!(multiply(result, square) instanceof Long product)) {
          return null;
        }
        result = product;
      }
      left >>= 1;
      if (left == 0) {
        return result;
      }
      if (!(multiply(square, square) instanceof Long next)) {
        return null;
      }
      square = next;
    }
  }

  /// `pow(a, b, modulus)`; the result has the sign of the modulus.
  public static Object power(Object a, Object b, Object modulus, Budget budget) {
    BigInteger m = big(modulus);
    if (m.signum() == 0) {
      throw PythonError.value("pow() 3rd argument cannot be 0");
    }
    BigInteger size = m.abs();
    long width = bits(modulus);
    long step = 2 * multiplyWork(width, width) + times(width, width) / 256 + 100;
    budget.work(times(step, bits(b)));
    linear(a, modulus, budget);
    BigInteger base = big(a).mod(size);
    BigInteger exponent = big(b);
    if (exponent.signum() < 0) {
      budget.work(times(width, width) / 16);
      if (!base.gcd(size).equals(BigInteger.ONE)) {
        throw PythonError.value("base is not invertible for the given modulus");
      }
      base = size.equals(BigInteger.ONE) ? BigInteger.ZERO : base.modInverse(size);
      exponent = exponent.negate();
    }
    BigInteger result = base.modPow(exponent, size);
    return of(m.signum() < 0 && result.signum() != 0 ? result.add(m) : result);
  }

  /// `a << b`.
  public static Object shiftLeft(Object a, Object b, Budget budget) {
    if (sign(b) < 0) {
      throw PythonError.value("negative shift count");
    }
    if (sign(a) == 0) {
      return 0L;
    }
    if (b instanceof BigInteger) {
      budget.charge(Long.MAX_VALUE);
      throw PythonError.overflow("too many digits in integer");
    }
    long count = (Long) b;
    if (a instanceof Long x && count < 64 && (x << count) >> count == x) {
      return x << count;
    }
    long bits = bits(a) + Math.min(count, Long.MAX_VALUE / 2);
    room(bits, budget);
    return of(anew(big(a).shiftLeft((int) count), a, a));
  }

  /// `a >> b`, toward minus infinity.
  public static Object shiftRight(Object a, Object b, Budget budget) {
    if (sign(b) < 0) {
      throw PythonError.value("negative shift count");
    }
    if (sign(b) == 0 && sign(a) < 0 && digits(a) > 1) {
      return a; // the same one, as in Python
    }
    if (a instanceof Long x) {
      return b instanceof Long count && count < 64 ? x >> count : x >> 63;
    }
    if (b instanceof BigInteger || (Long) b >= bits(a)) {
      return sign(a) < 0 ? -1L : 0L;
    }
    linear(a, a, budget);
    return of(anew(big(a).shiftRight((int) (long) (Long) b), a, a));
  }

  public static Object and(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return x & y;
    }
    linear(a, b, budget);
    return of(big(a).and(big(b)));
  }

  public static Object or(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return x | y;
    }
    linear(a, b, budget);
    return of(big(a).or(big(b)));
  }

  public static Object xor(Object a, Object b, Budget budget) {
    if (a instanceof Long x && b instanceof Long y) {
      return x ^ y;
    }
    linear(a, b, budget);
    return of(big(a).xor(big(b)));
  }

  public static Object negate(Object a) {
    return a instanceof BigInteger big ? of(big.negate()) : negate((long) (Long) a);
  }

  public static Object invert(Object a) {
    return a instanceof BigInteger big ? of(big.not()) : (Object) ~(Long) a;
  }

  public static Object abs(Object a) {
    return sign(a) < 0 ? negate(a) : a;
  }

  public static boolean isOdd(Object a) {
    return a instanceof BigInteger big ? big.testBit(0) : ((Long) a & 1) == 1;
  }

  /// `a.bit_length()`: of the magnitude.
  public static long bitLength(Object a) {
    return sign(a) < 0 ? bits(negate(a)) : bits(a);
  }

  /// `a.bit_count()`: ones of the magnitude.
  public static long bitCount(Object a) {
    return big(abs(a)).bitCount();
  }

  /// About the bits that `a` takes, sign apart.
  static long bits(Object a) {
    if (a instanceof BigInteger big) {
      return big.bitLength();
    }
    long value = (Long) a;
    return 64L - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
  }

  /// Charges for a result of so many bits, and refuses what no int here can hold.
  static void room(long bits, Budget budget) {
    budget.charge(bits / 8 + 16);
    if (bits >= MAX_BITS) {
      throw new PythonError("MemoryError", "");
    }
  }

  /// Charges for an operation that passes once over both.
  static void linear(Object a, Object b, Budget budget) {
    long bits = Math.max(bits(a), bits(b));
    budget.charge(bits / 8 + 16);
    budget.work(bits / 16);
  }

  /// Operations of the product of two ints of so many bits: the school method while the smaller is
  /// short, Karatsuba's and Toom's gain after.
  static long multiplyWork(long aBits, long bBits) {
    double large = Math.max(aBits, bBits) / 32.0 + 1;
    double small = Math.min(aBits, bBits) / 32.0 + 1;
    return (long) (large * Math.min(small, 9 * Math.sqrt(small)));
  }

  /// `a * b` of sizes, at most [Long#MAX_VALUE].
  static long times(long a, long b) {
    return b != 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }
}
