package dev.perilla.engine.autograd.real;

import java.math.BigInteger;

/// The slow path: each function as an enclosure that is narrowed until all of it rounds to one
/// double.
///
/// It ends because no value stands exactly between two doubles: but for the arguments that
/// [Rounded] answers itself, the values are transcendental (Lindemann and Weierstrass; for powers
/// Gelfond and Schneider). Powers that are rational, and roots, are computed exactly here.
final class Exact {
  /// How many arguments came here, for the proof; no more than about right where threads meet.
  static long asked;

  private Exact() {}

  /// A real number, to a relative precision of `p` bits.
  interface Real {
    Wide to(int p);
  }

  /// The nearest double.
  static double nearest(Real real) {
    asked++;
    for (int p = 128; p <= 8192; p *= 2) {
      Wide value = real.to(p);
      BigInteger digits = value.digits().shiftLeft(2);
      BigInteger slack = digits.abs().shiftRight(p - 1).add(BigInteger.ONE);
      double low = new Wide(digits.subtract(slack), value.exponent() - 2).toDouble();
      double high = new Wide(digits.add(slack), value.exponent() - 2).toDouble();
      if (low == high) {
        return low;
      }
    }
    throw new IllegalStateException("a value between two doubles: an exact case was not treated");
  }

  static Wide exp(double x, int p) {
    return Wide.of(x).exp(p);
  }

  static Wide exp2(double x, int p) {
    return Wide.of(x).times(Wide.ln2(p + 16)).exp(p + 4);
  }

  static Wide expm1(double x, int p) {
    return Wide.of(x).expm1(p);
  }

  static Wide log(double x, int p) {
    return Wide.of(x).log(p);
  }

  static Wide log1p(double x, int p) {
    return Wide.of(x).log1p(p);
  }

  static Wide log2(double x, int p) {
    return Wide.of(x).log(p + 4).over(Wide.ln2(p + 4), p + 4);
  }

  static Wide log10(double x, int p) {
    return Wide.of(x).log(p + 4).over(Wide.of(10).log(p + 4), p + 4);
  }

  static Wide sigmoid(double x, int p) {
    return Wide.ONE.over(Wide.ONE.plus(Wide.of(-x).exp(p + 4)), p + 4);
  }

  static Wide tanh(double x, int p) {
    Wide e = Wide.of(-2 * Math.abs(x)).expm1(p + 4);
    return signed(e.negated().over(e.plus(Wide.of(2)), p + 4), x);
  }

  static Wide sinh(double x, int p) {
    Wide e = Wide.of(Math.abs(x)).expm1(p + 4);
    return signed(e.plus(e.over(e.plus(Wide.ONE), p + 4)).scaled(-1), x);
  }

  static Wide cosh(double x, int p) {
    Wide e = Wide.of(x).exp(p + 4);
    return e.plus(Wide.ONE.over(e, p + 4)).scaled(-1);
  }

  static Wide asinh(double x, int p) {
    Wide a = Wide.of(Math.abs(x));
    Wide square = a.times(a);
    Wide root = Wide.ONE.plus(square).root(p + 8);
    return signed(a.plus(square.over(Wide.ONE.plus(root), p + 8)).log1p(p + 4), x);
  }

  static Wide acosh(double x, int p) {
    Wide less = Wide.of(x).minus(Wide.ONE);
    return less.plus(less.times(Wide.of(x).plus(Wide.ONE)).root(p + 8)).log1p(p + 4);
  }

  static Wide atanh(double x, int p) {
    Wide a = Wide.of(Math.abs(x));
    return signed(a.scaled(1).over(Wide.ONE.minus(a), p + 8).log1p(p + 4).scaled(-1), x);
  }

  static Wide sin(double x, int p) {
    Wide.Reduced reduced = reduce(x, p);
    Wide r = reduced.rest();
    Wide size = (reduced.quadrant() & 1) == 0 ? r.sin(p + 4) : r.cos(p + 4);
    return reduced.quadrant() < 2 ? size : size.negated();
  }

  static Wide cos(double x, int p) {
    Wide.Reduced reduced = reduce(x, p);
    Wide r = reduced.rest();
    Wide size = (reduced.quadrant() & 1) == 0 ? r.cos(p + 4) : r.sin(p + 4);
    int quadrant = reduced.quadrant();
    return quadrant == 0 || quadrant == 3 ? size : size.negated();
  }

  static Wide tan(double x, int p) {
    Wide.Reduced reduced = reduce(x, p);
    Wide s = reduced.rest().sin(p + 8);
    Wide c = reduced.rest().cos(p + 8);
    return (reduced.quadrant() & 1) == 0 ? s.over(c, p + 4) : c.negated().over(s, p + 4);
  }

  private static Wide.Reduced reduce(double x, int p) {
    return Math.abs(x) < 0.75 ? new Wide.Reduced(Wide.of(x), 0) : Wide.of(x).reduce(p + 8);
  }

  static Wide atan(double x, int p) {
    return signed(Wide.of(Math.abs(x)).atan(p), x);
  }

  static Wide asin(double x, int p) {
    if (Math.abs(x) == 1) {
      return signed(Wide.pi(p).scaled(-1), x);
    }
    Wide a = Wide.of(Math.abs(x));
    Wide root = Wide.ONE.minus(a.times(a)).root(p + 8);
    return signed(a.over(root, p + 8).atan(p + 4), x);
  }

  static Wide acos(double x, int p) {
    if (x == -1) {
      return Wide.pi(p);
    }
    Wide a = Wide.of(x);
    return Wide.ONE.minus(a).over(Wide.ONE.plus(a), p + 8).root(p + 8).atan(p + 4).scaled(1);
  }

  /// The angle of the point (`x`, `y`), neither of them 0.
  static Wide atan2(double y, double x, int p) {
    Wide angle = Wide.of(Math.abs(y)).over(Wide.of(Math.abs(x)), p + 8).atan(p + 4);
    return signed(x < 0 ? Wide.pi(p + 8).minus(angle) : angle, y);
  }

  private static Wide signed(Wide size, double like) {
    return like < 0 ? size.negated() : size;
  }

  /// `x` above 0 to the power `y`.
  static double pow(double x, double y) {
    Wide base = odd(x);
    Wide power = odd(y);
    // y = n / 2^j: the power is rational only if x is a square, j times over.
    int j = Math.max(0, -power.exponent());
    boolean rational = true;
    for (int i = 0; i < j && rational; i++) {
      BigInteger root = base.digits().sqrt();
      rational = (base.exponent() & 1) == 0 && root.multiply(root).equals(base.digits());
      if (base.equals(Wide.ONE)) {
        return 1;
      }
      base = new Wide(root, base.exponent() / 2);
    }
    if (rational && power.exponent() <= 16 && power.digits().bitLength() <= 16) {
      long n = power.digits().longValue() << Math.max(0, power.exponent());
      boolean one = base.digits().equals(BigInteger.ONE);
      // Odd digits to a negative power are no finite binary fraction; to a power over 54 they have
      // too many bits to stand on or between doubles.
      if (one) {
        long exponent = Math.max(-5000, Math.min(5000, base.exponent() * n));
        return new Wide(BigInteger.ONE, (int) exponent).toDouble();
      }
      if (n >= 0 && n <= 54) {
        return new Wide(base.digits().pow((int) n), (int) (base.exponent() * n)).toDouble();
      }
    }
    return nearest(p -> Wide.of(x).log(p + 24).times(Wide.of(y)).rounded(p + 24).exp(p + 4));
  }

  private static Wide odd(double x) {
    Wide exact = Wide.of(x);
    int zeros = exact.digits().getLowestSetBit();
    return new Wide(exact.digits().shiftRight(zeros), exact.exponent() + zeros);
  }

  /// The cube root of `x` above 0.
  static double cbrt(double x) {
    asked++;
    Wide a = Wide.of(x);
    int shift = 300 + Math.floorMod(a.exponent() - 300, 3);
    BigInteger target = a.digits().shiftLeft(shift);
    BigInteger root = BigInteger.ONE.shiftLeft(target.bitLength() / 3 + 1);
    while (true) {
      BigInteger next =
          root.shiftLeft(1).add(target.divide(root.multiply(root))).divide(BigInteger.valueOf(3));
      if (next.compareTo(root) >= 0) {
        break;
      }
      root = next;
    }
    boolean exact = root.pow(3).equals(target);
    return sticky(root, exact, (a.exponent() - shift) / 3);
  }

  /// The square root of `x² + y²`.
  static double hypot(double x, double y) {
    asked++;
    Wide sum = Wide.of(x).times(Wide.of(x)).plus(Wide.of(y).times(Wide.of(y)));
    int shift = 300 + ((sum.exponent() - 300) & 1);
    BigInteger target = sum.digits().shiftLeft(shift);
    BigInteger root = target.sqrt();
    return sticky(root, root.multiply(root).equals(target), (sum.exponent() - shift) / 2);
  }

  /// Rounds a root of which the integer part is known, with one more bit that says whether there is
  /// more.
  private static double sticky(BigInteger root, boolean exact, int exponent) {
    BigInteger digits = root.shiftLeft(1);
    return new Wide(exact ? digits : digits.add(BigInteger.ONE), exponent - 1).toDouble();
  }
}
