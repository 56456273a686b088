package dev.perilla.engine.autograd.real;

import java.math.BigInteger;

/// pi and ln 2 in fixed point, the longest so far kept.
final class Constants {
  private static volatile Wide pi = new Wide(BigInteger.ZERO, 0);
  private static volatile Wide ln2 = new Wide(BigInteger.ZERO, 0);

  private Constants() {}

  /// `pi * 2^f`, at most 1 too small.
  static BigInteger pi(int f) {
    Wide known = pi;
    if (-known.exponent() < f) {
      // Machin: pi = 16 atan(1/5) - 4 atan(1/239).
      int g = f + 32;
      BigInteger sum =
          inverse(5, g, -1).shiftLeft(4).subtract(inverse(239, g, -1).shiftLeft(2)).shiftRight(16);
      known = new Wide(sum, 16 - g);
      pi = known;
    }
    return known.digits().shiftRight(-known.exponent() - f);
  }

  /// `ln 2 * 2^f`, at most 1 too small.
  static BigInteger ln2(int f) {
    Wide known = ln2;
    if (-known.exponent() < f) {
      int g = f + 32;
      known = new Wide(inverse(3, g, 1).shiftRight(15), 16 - g);
      ln2 = known;
    }
    return known.digits().shiftRight(-known.exponent() - f);
  }

  /// The (hyperbolic, for sign 1) arctangent of `1/n` in fixed point with `f` bits.
  private static BigInteger inverse(int n, int f, int sign) {
    BigInteger square = BigInteger.valueOf((long) n * n * sign);
    BigInteger power = BigInteger.ONE.shiftLeft(f).divide(BigInteger.valueOf(n));
    BigInteger sum = BigInteger.ZERO;
    for (int k = 1; power.signum() != 0; k += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
      power = power.divide(square);
    }
    return sum;
  }
}
