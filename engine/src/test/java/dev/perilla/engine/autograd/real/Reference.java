package dev.perilla.engine.autograd.real;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Elementary functions in decimal arithmetic of `digits` digits, by the schoolbook series and
/// formulas, with no code and no constant in common with what they test. All but about 30 of the
/// digits are right, for arguments from 2^-60 on and those of logarithms and powers of any size.
final class Reference {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.TWO;
  private static final BigDecimal PI = machin();

  /// 80 digits are right.
  static final Reference DEEP = new Reference(110);

  /// 30 digits are right.
  static final Reference SHORT = new Reference(64);

  private final MathContext mc;
  private final int digits;
  private final BigDecimal ln2;

  Reference(int digits) {
    this.digits = digits;
    mc = new MathContext(digits, RoundingMode.HALF_EVEN);
    ln2 = log(TWO);
  }

  BigDecimal exp(BigDecimal x) {
    int halvings = 0;
    BigDecimal r = x;
    while (r.abs().compareTo(new BigDecimal("0.001")) > 0) {
      r = r.divide(TWO);
      halvings++;
    }
    r = r.round(mc);
    BigDecimal sum = ONE;
    BigDecimal term = ONE;
    for (int n = 1; term.signum() != 0 && scale(term) > -digits - 5; n++) {
      term = term.multiply(r, mc).divide(BigDecimal.valueOf(n), mc);
      sum = sum.add(term, mc);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, mc);
    }
    return sum;
  }

  /// The decimal exponent of the leading digit.
  private static int scale(BigDecimal x) {
    return x.precision() - x.scale() - 1;
  }

  BigDecimal log(BigDecimal x) {
    BigDecimal less = x.subtract(ONE);
    if (less.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (less.abs().compareTo(new BigDecimal("0.01")) < 0) {
      return odd(less.divide(x.add(ONE), mc), 1).multiply(TWO);
    }
    // Halley's iteration on exp, from a start with 13 digits and so to 39, 117.
    int tens = scale(x);
    double start = Math.log(x.movePointLeft(tens).doubleValue()) + tens * Math.log(10);
    BigDecimal y = new BigDecimal(start);
    for (int i = 0; i < 2; i++) {
      BigDecimal e = exp(y);
      y = y.add(TWO.multiply(x.subtract(e)).divide(x.add(e), mc), mc);
    }
    return y;
  }

  /// z + s z³/3 + z⁵/5 + s z⁷/7 ...
  private BigDecimal odd(BigDecimal z, int sign) {
    BigDecimal square = z.multiply(z, mc).multiply(BigDecimal.valueOf(sign));
    BigDecimal power = z;
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; power.signum() != 0 && scale(power) > scale(z) - digits - 2; n += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(n), mc), mc);
      power = power.multiply(square, mc);
    }
    return sum;
  }

  private static BigDecimal machin() {
    MathContext wide = new MathContext(460);
    BigDecimal sum = BigDecimal.ZERO;
    for (int[] part : new int[][] {{16, 5}, {-4, 239}}) {
      BigDecimal n = BigDecimal.valueOf(part[1]);
      BigDecimal square = n.multiply(n).negate();
      BigDecimal power = BigDecimal.valueOf(part[0]).divide(n, wide);
      for (int k = 1; scale(power) > -455; k += 2) {
        sum = sum.add(power.divide(BigDecimal.valueOf(k), wide), wide);
        power = power.divide(square, wide);
      }
    }
    return sum;
  }

  /// Sine and cosine.
  BigDecimal[] circular(BigDecimal x) {
    BigDecimal half = PI.divide(TWO);
    BigInteger quadrant = x.divide(half, 0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal r = x.subtract(half.multiply(new BigDecimal(quadrant))).round(mc);
    BigDecimal square = r.multiply(r, mc).negate();
    BigDecimal sin = BigDecimal.ZERO;
    BigDecimal cos = BigDecimal.ZERO;
    BigDecimal term = ONE;
    for (int n = 0; n < 90 && term.signum() != 0; n += 2) {
      cos = cos.add(term, mc);
      BigDecimal next = term.divide(BigDecimal.valueOf(n + 1), mc);
      sin = sin.add(next, mc);
      term = next.multiply(square, mc).divide(BigDecimal.valueOf(n + 2), mc);
    }
    sin = sin.multiply(r, mc);
    return switch (quadrant.mod(BigInteger.valueOf(4)).intValue()) {
      case 0 -> new BigDecimal[] {sin, cos};
      case 1 -> new BigDecimal[] {cos, sin.negate()};
      case 2 -> new BigDecimal[] {sin.negate(), cos.negate()};
      default -> new BigDecimal[] {cos.negate(), sin};
    };
  }

  BigDecimal sin(BigDecimal x) {
    return circular(x)[0];
  }

  BigDecimal cos(BigDecimal x) {
    return circular(x)[1];
  }

  BigDecimal tan(BigDecimal x) {
    BigDecimal[] both = circular(x);
    return both[0].divide(both[1], mc);
  }

  BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.valueOf(1000)) > 0) {
      BigDecimal rest = PI.divide(TWO).subtract(atan(ONE.divide(x.abs(), mc)), mc);
      return x.signum() < 0 ? rest.negate() : rest;
    }
    if (x.abs().compareTo(new BigDecimal("0.01")) < 0) {
      return odd(x.round(mc), -1);
    }
    BigDecimal near = new BigDecimal(Math.atan(x.doubleValue()));
    BigDecimal t = tan(near);
    return near.add(odd(x.subtract(t).divide(ONE.add(x.multiply(t)), mc), -1), mc);
  }

  BigDecimal asin(BigDecimal x) {
    return atan(x.divide(root(ONE.subtract(x.multiply(x))), mc));
  }

  BigDecimal acos(BigDecimal x) {
    return PI.divide(TWO).subtract(asin(x), mc);
  }

  BigDecimal root(BigDecimal x) {
    return x.sqrt(mc);
  }

  BigDecimal sigmoid(BigDecimal x) {
    return ONE.divide(ONE.add(exp(x.negate())), mc);
  }

  BigDecimal tanh(BigDecimal x) {
    BigDecimal e = exp(x.multiply(TWO));
    return e.subtract(ONE).divide(e.add(ONE), mc);
  }

  BigDecimal log2(BigDecimal x) {
    return log(x).divide(ln2, mc);
  }

  BigDecimal exp2(BigDecimal x) {
    return exp(x.multiply(ln2, mc));
  }

  BigDecimal pow(BigDecimal x, BigDecimal y) {
    return exp(log(x).multiply(y, mc));
  }
}
