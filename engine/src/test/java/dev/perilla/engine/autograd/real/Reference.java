package dev.perilla.engine.autograd.real;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Elementary functions in decimal arithmetic, by the schoolbook series and formulas, with no code
/// and no constant in common with what they test. About 60 digits of every result are right.
final class Reference {
  private static final MathContext MC = new MathContext(110, RoundingMode.HALF_EVEN);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.TWO;
  private static final BigDecimal PI = machin();
  private static final BigDecimal LN2 = log(TWO);
  private static final BigDecimal LN10 = log(BigDecimal.TEN);

  private Reference() {}

  static BigDecimal exp(BigDecimal x) {
    int halvings = 0;
    BigDecimal r = x;
    while (r.abs().compareTo(new BigDecimal("0.001")) > 0) {
      r = r.divide(TWO);
      halvings++;
    }
    r = r.round(MC);
    BigDecimal sum = ONE;
    BigDecimal term = ONE;
    for (int n = 1; term.signum() != 0 && scale(term) > -115; n++) {
      term = term.multiply(r, MC).divide(BigDecimal.valueOf(n), MC);
      sum = sum.add(term, MC);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, MC);
    }
    return sum;
  }

  /// The decimal exponent of the leading digit.
  private static int scale(BigDecimal x) {
    return x.precision() - x.scale() - 1;
  }

  static BigDecimal log(BigDecimal x) {
    BigDecimal less = x.subtract(ONE);
    if (less.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (less.abs().compareTo(new BigDecimal("0.01")) < 0) {
      return odd(less.divide(x.add(ONE), MC), 1).multiply(TWO);
    }
    // Halley's iteration on exp, from a start with 15 digits and so to 45, 135.
    int tens = scale(x);
    double start = Math.log(x.movePointLeft(tens).doubleValue()) + tens * Math.log(10);
    BigDecimal y = new BigDecimal(start);
    for (int i = 0; i < 2; i++) {
      BigDecimal e = exp(y);
      y = y.add(TWO.multiply(x.subtract(e)).divide(x.add(e), MC), MC);
    }
    return y;
  }

  /// z + s z³/3 + z⁵/5 + s z⁷/7 ...
  private static BigDecimal odd(BigDecimal z, int sign) {
    BigDecimal square = z.multiply(z, MC).multiply(BigDecimal.valueOf(sign));
    BigDecimal power = z;
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; power.signum() != 0 && scale(power) > scale(z) - 112; n += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(n), MC), MC);
      power = power.multiply(square, MC);
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
  static BigDecimal[] circular(BigDecimal x) {
    BigDecimal half = PI.divide(TWO);
    BigInteger quadrant = x.divide(half, 0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal r = x.subtract(half.multiply(new BigDecimal(quadrant))).round(MC);
    BigDecimal square = r.multiply(r, MC).negate();
    BigDecimal sin = BigDecimal.ZERO;
    BigDecimal cos = BigDecimal.ZERO;
    BigDecimal term = ONE;
    for (int n = 0; n < 90 && term.signum() != 0; n += 2) {
      cos = cos.add(term, MC);
      BigDecimal next = term.divide(BigDecimal.valueOf(n + 1), MC);
      sin = sin.add(next, MC);
      term = next.multiply(square, MC).divide(BigDecimal.valueOf(n + 2), MC);
    }
    sin = sin.multiply(r, MC);
    return switch (quadrant.mod(BigInteger.valueOf(4)).intValue()) {
      case 0 -> new BigDecimal[] {sin, cos};
      case 1 -> new BigDecimal[] {cos, sin.negate()};
      case 2 -> new BigDecimal[] {sin.negate(), cos.negate()};
      default -> new BigDecimal[] {cos.negate(), sin};
    };
  }

  static BigDecimal sin(BigDecimal x) {
    return circular(x)[0];
  }

  static BigDecimal cos(BigDecimal x) {
    return circular(x)[1];
  }

  static BigDecimal tan(BigDecimal x) {
    BigDecimal[] both = circular(x);
    return both[0].divide(both[1], MC);
  }

  static BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.valueOf(1000)) > 0) {
      BigDecimal rest = PI.divide(TWO).subtract(atan(ONE.divide(x.abs(), MC)), MC);
      return x.signum() < 0 ? rest.negate() : rest;
    }
    if (x.abs().compareTo(new BigDecimal("0.01")) < 0) {
      return odd(x.round(MC), -1);
    }
    BigDecimal near = new BigDecimal(Math.atan(x.doubleValue()));
    BigDecimal t = tan(near);
    return near.add(odd(x.subtract(t).divide(ONE.add(x.multiply(t)), MC), -1), MC);
  }

  static BigDecimal asin(BigDecimal x) {
    return atan(x.divide(root(ONE.subtract(x.multiply(x))), MC));
  }

  static BigDecimal acos(BigDecimal x) {
    return PI.divide(TWO).subtract(asin(x), MC);
  }

  static BigDecimal root(BigDecimal x) {
    return x.sqrt(MC);
  }

  static BigDecimal expm1(BigDecimal x) {
    return exp(x).subtract(ONE);
  }

  static BigDecimal log1p(BigDecimal x) {
    return log(ONE.add(x));
  }

  static BigDecimal sigmoid(BigDecimal x) {
    return ONE.divide(ONE.add(exp(x.negate())), MC);
  }

  static BigDecimal sinh(BigDecimal x) {
    BigDecimal e = exp(x);
    return e.subtract(ONE.divide(e, MC), MC).divide(TWO);
  }

  static BigDecimal cosh(BigDecimal x) {
    BigDecimal e = exp(x);
    return e.add(ONE.divide(e, MC), MC).divide(TWO);
  }

  static BigDecimal tanh(BigDecimal x) {
    BigDecimal e = exp(x.multiply(TWO));
    return e.subtract(ONE).divide(e.add(ONE), MC);
  }

  static BigDecimal asinh(BigDecimal x) {
    BigDecimal size = x.abs();
    BigDecimal y = log(size.add(root(size.multiply(size).add(ONE))));
    return x.signum() < 0 ? y.negate() : y;
  }

  static BigDecimal acosh(BigDecimal x) {
    return log(x.add(root(x.multiply(x).subtract(ONE))));
  }

  static BigDecimal atanh(BigDecimal x) {
    return log(ONE.add(x).divide(ONE.subtract(x), MC)).divide(TWO);
  }

  static BigDecimal log2(BigDecimal x) {
    return log(x).divide(LN2, MC);
  }

  static BigDecimal log10(BigDecimal x) {
    return log(x).divide(LN10, MC);
  }

  static BigDecimal exp2(BigDecimal x) {
    return exp(x.multiply(LN2, MC));
  }

  static BigDecimal cbrt(BigDecimal x) {
    BigDecimal y = exp(log(x.abs()).divide(BigDecimal.valueOf(3), MC));
    return x.signum() < 0 ? y.negate() : y;
  }

  static BigDecimal pow(BigDecimal x, BigDecimal y) {
    return exp(log(x).multiply(y, MC));
  }

  static BigDecimal hypot(BigDecimal x, BigDecimal y) {
    return root(x.multiply(x).add(y.multiply(y)));
  }
}
