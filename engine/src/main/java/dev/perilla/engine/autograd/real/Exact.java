package dev.perilla.engine.autograd.real;

import java.math.BigInteger;

/// The slow path: each function as an enclosure that is narrowed until all of it rounds to one
/// double.
///
/// It ends because no value stands exactly between two doubles: but for the arguments that
/// [Rounded] answers itself, the values are transcendental (Lindemann and Weierstrass).
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

  static Wide sigmoid(double x, int p) {
    return Wide.ONE.over(Wide.ONE.plus(Wide.of(-x).exp(p + 4)), p + 4);
  }

  static Wide tanh(double x, int p) {
    Wide e = Wide.of(-2 * Math.abs(x)).expm1(p + 4);
    return signed(e.negated().over(e.plus(Wide.of(2)), p + 4), x);
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
}
