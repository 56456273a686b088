package dev.perilla.engine.language.number;

import java.math.BigInteger;

/// Functions to some hundred bits, rounded once at the end: the nearest double, which is what glibc
/// gives for these but for one argument in thousands.
///
/// Numbers inside are fixed-point: a [BigInteger] times `2 ** -p`. The precision `p` grows with the
/// smallness of the argument, so that the error stays relative. Cost: some ten microseconds.
final class Precise {
  private static final int GUARD = 140; // correct bits asked of every result
  private static final int STORED = 2_600; // bits of the constants, enough for any double
  private static final BigInteger LN_2 = ln2();
  private static final BigInteger PI = pi();

  private Precise() {}

  /// Fraction bits for an argument: more for small ones.
  private static int bits(double x) {
    return GUARD + Math.max(0, -Math.getExponent(x)) + 64;
  }

  private static BigInteger fixed(double x, int p) {
    BigInteger whole = BigInteger.valueOf(Floats.mantissa(x));
    int shift = Floats.exponent(x) + p;
    return shift >= 0 ? whole.shiftLeft(shift) : whole.shiftRight(-shift);
  }

  private static BigInteger one(int p) {
    return BigInteger.ONE.shiftLeft(p);
  }

  private static double round(BigInteger value, int p) {
    return Floats.nearest(value, -p, true);
  }

  private static BigInteger multiply(BigInteger a, BigInteger b, int p) {
    return a.multiply(b).shiftRight(p);
  }

  private static BigInteger divide(BigInteger a, BigInteger b, int p) {
    return a.shiftLeft(p).divide(b);
  }

  private static BigInteger sqrt(BigInteger a, int p) {
    return a.shiftLeft(p).sqrt();
  }

  private static BigInteger ln2() {
    return atanhOfInverse(3, STORED).shiftLeft(1);
  }

  /// Machin's formula.
  private static BigInteger pi() {
    BigInteger quarter =
        atanOfInverse(5, STORED + 20).shiftLeft(2).subtract(atanOfInverse(239, STORED + 20));
    return quarter.shiftRight(18);
  }

  private static BigInteger atanhOfInverse(int n, int p) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = one(p).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }

  private static BigInteger atanOfInverse(int n, int p) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = one(p).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square).negate();
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }

  private static BigInteger stored(BigInteger constant, int p) {
    return constant.shiftRight(STORED - p);
  }

  /// `ln(a)` of a positive number.
  private static BigInteger ln(BigInteger a, int p) {
    int power = a.bitLength() - p;
    BigInteger m = power >= 0 ? a.shiftRight(power) : a.shiftLeft(-power); // from 1/2 to 1
    if (power == 1 || a.equals(one(p))) {
      m = a; // near 1 from above: no multiple of ln 2 to cancel with
      power = 0;
    }
    BigInteger z = divide(m.subtract(one(p)), m.add(one(p)), p);
    BigInteger square = multiply(z, z, p);
    BigInteger term = z;
    BigInteger sum = z;
    for (int k = 3; term.signum() != 0 && !term.equals(BigInteger.ONE.negate()); k += 2) {
      term = multiply(term, square, p);
      sum = sum.add(term.divide(BigInteger.valueOf(k)));
    }
    BigInteger turns = stored(LN_2, p + 20).multiply(BigInteger.valueOf(power)).shiftRight(20);
    return sum.shiftLeft(1).add(turns);
  }

  /// `exp(a) - 1` for `a` from -1 to 1.
  private static BigInteger expm1Small(BigInteger a, int p) {
    BigInteger term = a;
    BigInteger sum = a;
    for (int k = 2; term.signum() != 0 && !term.equals(BigInteger.ONE.negate()); k++) {
      term = multiply(term, a, p).divide(BigInteger.valueOf(k));
      sum = sum.add(term);
    }
    return sum;
  }

  /// `atan(a)` of a number that is not negative.
  private static BigInteger atan(BigInteger a, int p) {
    if (a.compareTo(one(p)) > 0) {
      BigInteger inverse = one(p).shiftLeft(p).divide(a);
      return stored(PI, p).shiftRight(1).subtract(atan(inverse, p));
    }
    BigInteger x = a;
    int halvings = 3;
    for (int i = 0; i < halvings; i++) {
      BigInteger root = sqrt(one(p).add(multiply(x, x, p)), p);
      x = divide(x, one(p).add(root), p);
    }
    BigInteger square = multiply(x, x, p);
    BigInteger term = x;
    BigInteger sum = x;
    for (int k = 3; term.signum() != 0; k += 2) {
      term = multiply(term, square, p);
      BigInteger part = term.divide(BigInteger.valueOf(k));
      sum = (k & 2) != 0 ? sum.subtract(part) : sum.add(part);
    }
    return sum.shiftLeft(halvings);
  }

  static double tan(double x) {
    int p = Math.max(bits(x), GUARD + 80);
    BigInteger pi = PI;
    BigInteger quarter = pi.shiftRight(2);
    BigInteger whole = fixed(Math.abs(x), STORED);
    BigInteger half = pi.shiftRight(1);
    BigInteger turns = whole.add(quarter).divide(half);
    int work = Math.max(p, 0);
    BigInteger rest = whole.subtract(turns.multiply(half)).shiftRight(STORED - work);
    BigInteger sine = sine(rest, work);
    BigInteger cosine = sqrt(one(work).subtract(multiply(sine, sine, work)), work);
    boolean odd = turns.testBit(0);
    BigInteger tangent = odd ? divide(cosine.negate(), sine, work) : divide(sine, cosine, work);
    double size = round(tangent, work);
    return x < 0 ? -size : size;
  }

  private static BigInteger sine(BigInteger a, int p) {
    BigInteger square = multiply(a, a, p);
    BigInteger term = a;
    BigInteger sum = a;
    for (int k = 2; term.bitLength() > 1; k += 2) {
      term = multiply(term, square, p).divide(BigInteger.valueOf((long) -k * (k + 1)));
      sum = sum.add(term);
    }
    return sum;
  }

  static double asin(double x) {
    int p = bits(x);
    BigInteger a = fixed(Math.abs(x), p);
    BigInteger root = sqrt(one(p).subtract(a).multiply(one(p).add(a)).shiftRight(p), p);
    double size = root.signum() == 0 ? Math.PI / 2 : round(atan(divide(a, root, p), p), p);
    return Math.copySign(size, x);
  }

  static double acos(double x) {
    int p = GUARD + 200;
    BigInteger a = fixed(x, p);
    BigInteger below = one(p).add(a);
    if (below.signum() == 0) {
      return Math.PI;
    }
    BigInteger ratio = divide(one(p).subtract(a), below, p);
    return round(atan(sqrt(ratio, p), p).shiftLeft(1), p);
  }

  static double atan(double x) {
    int p = bits(x) + Math.max(0, Math.getExponent(x));
    return Math.copySign(round(atan(fixed(Math.abs(x), p), p), p), x);
  }

  /// The angle of a finite point that is on no axis.
  static double atan2(double y, double x) {
    int apart = Math.getExponent(y) - Math.getExponent(x);
    if (apart > 200) {
      return Math.copySign(Math.PI / 2, y);
    }
    int p = GUARD + 80 + Math.min(1_200, Math.abs(apart));
    BigInteger top = BigInteger.valueOf(Math.abs(Floats.mantissa(y)));
    BigInteger bottom = BigInteger.valueOf(Math.abs(Floats.mantissa(x)));
    int shift = Floats.exponent(y) - Floats.exponent(x) + p;
    BigInteger ratio =
        shift >= 0 ? top.shiftLeft(shift).divide(bottom) : top.divide(bottom.shiftLeft(-shift));
    if (ratio.signum() == 0 && x > 0) {
      return Math.copySign(Math.abs(y) / Math.abs(x), y);
    }
    if (x > 0 && apart < -400) { // the quotient, and where that is a tie the even one, as in C
      return y / x;
    }
    BigInteger angle = atan(ratio, p);
    return Math.copySign(round(x < 0 ? stored(PI, p).subtract(angle) : angle, p), y);
  }

  static double log2(double x) {
    if (x == 1) {
      return 0.0;
    }
    int p = GUARD + 120 + Math.max(0, -Math.getExponent(x));
    return round(divide(ln(fixed(x, p), p), stored(LN_2, p), p), p);
  }

  static double exp2(double x) {
    if (x >= 1024) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < -1080) {
      return 0.0;
    }
    int p = bits(x);
    double floor = Math.floor(x);
    if (floor == x) {
      return Floats.nearest(BigInteger.ONE, (int) x);
    }
    BigInteger rest = multiply(fixed(x - floor, p), stored(LN_2, p), p);
    return Floats.nearest(expm1Small(rest, p).add(one(p)), (int) floor - p, true);
  }
}
