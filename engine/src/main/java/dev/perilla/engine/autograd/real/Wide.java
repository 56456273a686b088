package dev.perilla.engine.autograd.real;

import java.math.BigInteger;

/// A number `digits * 2^exponent` of any precision, for the few arguments whose rounding the fast
/// path leaves open.
///
/// [#plus], [#minus] and [#times] are exact. Everything else takes a precision `p` and has a
/// relative error below 2^-p: inside, 64 more bits are carried than asked for, against some
/// thousand roundings.
record Wide(BigInteger digits, int exponent) {
  static final Wide ONE = new Wide(BigInteger.ONE, 0);
  private static final int GUARD = 64;

  /// An argument reduced to at most pi/4: `rest + quadrant * pi/2`.
  record Reduced(Wide rest, int quadrant) {}

  /// The exact value of a finite double.
  static Wide of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int biased = (int) (bits >>> 52) & 0x7FF;
    long mantissa = bits & 0xFFFFFFFFFFFFFL;
    if (biased != 0) {
      mantissa |= 0x10000000000000L;
    }
    Wide size = new Wide(BigInteger.valueOf(mantissa), Math.max(biased, 1) - 1075);
    return bits < 0 ? size.negated() : size;
  }

  int signum() {
    return digits.signum();
  }

  /// The exponent of the leading bit: the size is in [2^top, 2^(top+1)).
  int top() {
    return digits.abs().bitLength() - 1 + exponent;
  }

  Wide negated() {
    return new Wide(digits.negate(), exponent);
  }

  Wide abs() {
    return signum() < 0 ? negated() : this;
  }

  Wide scaled(int power) {
    return new Wide(digits, exponent + power);
  }

  Wide plus(Wide other) {
    int least = Math.min(exponent, other.exponent);
    return new Wide(
        digits.shiftLeft(exponent - least).add(other.digits.shiftLeft(other.exponent - least)),
        least);
  }

  Wide minus(Wide other) {
    return plus(other.negated());
  }

  Wide times(Wide other) {
    return new Wide(digits.multiply(other.digits), exponent + other.exponent);
  }

  Wide rounded(int p) {
    int excess = digits.bitLength() - p - GUARD;
    return excess <= 0 ? this : new Wide(digits.shiftRight(excess), exponent + excess);
  }

  Wide over(Wide other, int p) {
    int shift = Math.max(0, p + GUARD + other.digits.bitLength() - digits.bitLength());
    return new Wide(
        digits.shiftLeft(shift).divide(other.digits), exponent - shift - other.exponent);
  }

  Wide root(int p) {
    int shift = Math.max(0, 2 * (p + GUARD) - digits.bitLength());
    shift += (exponent - shift) & 1;
    return new Wide(digits.shiftLeft(shift).sqrt(), (exponent - shift) / 2);
  }

  /// e to this power, which is below 2^12 in size.
  Wide exp(int p) {
    int f = p + GUARD;
    BigInteger ln2 = Constants.ln2(f + 16);
    BigInteger x = fixed(f + 16);
    BigInteger k = x.shiftLeft(1).add(ln2).divide(ln2.shiftLeft(1));
    BigInteger r = x.subtract(k.multiply(ln2)).shiftRight(16);
    return new Wide(BigInteger.ONE.shiftLeft(f).add(expm1Series(r, f)), k.intValue() - f);
  }

  /// e to this power, less 1.
  Wide expm1(int p) {
    if (signum() == 0) {
      return this;
    }
    if (top() >= -2) {
      return exp(p + 8).minus(ONE).rounded(p);
    }
    int f = p + GUARD - top();
    return new Wide(expm1Series(fixed(f), f), -f);
  }

  private static BigInteger expm1Series(BigInteger r, int f) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger term = r;
    for (int n = 2; term.signum() != 0 && !term.equals(BigInteger.ONE.negate()); n++) {
      sum = sum.add(term);
      term = term.multiply(r).shiftRight(f).divide(BigInteger.valueOf(n));
    }
    return sum;
  }

  /// z - z³/3 + z⁵/5 - z⁷/7 ...: the arctangent.
  private static BigInteger arctangent(BigInteger z, int f) {
    BigInteger square = z.multiply(z).shiftRight(f);
    BigInteger power = z;
    BigInteger sum = BigInteger.ZERO;
    for (int n = 1; power.abs().bitLength() > 1; n += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(n)));
      power = power.multiply(square).shiftRight(f).negate();
    }
    return sum;
  }

  /// The difference to the nearest multiple of pi/2, with relative precision `p` for what a double
  /// can be.
  Reduced reduce(int p) {
    int f = p + GUARD + 80 + Math.max(0, top());
    BigInteger x = fixed(f);
    BigInteger half = Constants.pi(f + 16).shiftRight(17);
    BigInteger q = x.shiftLeft(1).add(half).divide(half.shiftLeft(1));
    if (x.signum() < 0) {
      q = x.shiftLeft(1).subtract(half).divide(half.shiftLeft(1));
    }
    return new Reduced(new Wide(x.subtract(q.multiply(half)), -f), q.intValue() & 3);
  }

  /// The sine of this, which is at most pi/4 in size.
  Wide sin(int p) {
    if (signum() == 0) {
      return this;
    }
    int f = p + GUARD - top();
    BigInteger x = fixed(f);
    return new Wide(circular(x, x, 1, f), -f);
  }

  /// The cosine of this, which is at most pi/4 in size.
  Wide cos(int p) {
    int f = p + GUARD;
    return new Wide(circular(BigInteger.ONE.shiftLeft(f), fixed(f), 0, f), -f);
  }

  private static BigInteger circular(BigInteger first, BigInteger x, int degree, int f) {
    BigInteger square = x.multiply(x).shiftRight(f).negate();
    BigInteger term = first;
    BigInteger sum = BigInteger.ZERO;
    for (int n = degree; term.abs().bitLength() > 1; n += 2) {
      sum = sum.add(term);
      term = term.multiply(square).shiftRight(f).divide(BigInteger.valueOf((n + 1L) * (n + 2L)));
    }
    return sum;
  }

  /// The angle, between 0 and pi/2, whose tangent is this, which is not negative.
  Wide atan(int p) {
    if (signum() == 0) {
      return this;
    }
    if (minus(ONE).signum() > 0) {
      return pi(p + 8).scaled(-1).minus(ONE.over(this, p + 8).atan(p + 8)).rounded(p);
    }
    Wide x = this;
    int halvings = top() > -8 ? 4 : 0;
    for (int i = 0; i < halvings; i++) {
      Wide root = ONE.plus(x.times(x)).rounded(p + 16).root(p + 16);
      x = x.over(ONE.plus(root), p + 16);
    }
    int f = p + GUARD - x.top();
    return new Wide(arctangent(x.fixed(f), f), halvings - f);
  }

  static Wide pi(int p) {
    return new Wide(Constants.pi(p + GUARD), -p - GUARD);
  }

  /// The integer part of `this * 2^f`.
  private BigInteger fixed(int f) {
    int shift = f + exponent;
    return shift >= 0 ? digits.shiftLeft(shift) : digits.shiftRight(-shift);
  }

  /// The nearest pair.
  Pair toPair() {
    double hi = toDouble();
    return Pair.ordered(hi, minus(of(hi)).toDouble());
  }

  /// The nearest double, to even at a tie, also among the subnormal ones.
  double toDouble() {
    if (signum() == 0) {
      return 0;
    }
    BigInteger size = digits.abs();
    // The exponent of the last bit that a double of this size has.
    int last = Math.max(top() - 52, -1074);
    int drop = last - exponent;
    BigInteger kept = drop <= 0 ? size.shiftLeft(-drop) : size.shiftRight(drop);
    if (drop > 0 && size.testBit(drop - 1)) {
      boolean tie = size.getLowestSetBit() == drop - 1;
      if (!tie || kept.testBit(0)) {
        kept = kept.add(BigInteger.ONE);
      }
    }
    long mantissa = kept.longValue();
    if (mantissa == 1L << 53) {
      mantissa >>= 1;
      last++;
    }
    double value;
    if (last + 52 > 1023) {
      value = Double.POSITIVE_INFINITY;
    } else if (mantissa < 1L << 52) {
      value = Double.longBitsToDouble(mantissa);
    } else {
      value = Double.longBitsToDouble(mantissa - (1L << 52) + ((long) (last + 52 + 1023) << 52));
    }
    return signum() < 0 ? -value : value;
  }
}
