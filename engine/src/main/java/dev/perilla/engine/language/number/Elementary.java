package dev.perilla.engine.language.number;

import dev.perilla.engine.autograd.Reals;

/// The elementary functions that the rest of the package stands on, in one place: those that the
/// autograd has come from there, so that a program and its tape agree to the last bit.
///
/// Where glibc, and so CPython, rounds less than perfectly because it still goes the ways of Sun's
/// fdlibm (Kwok C. Ng, 1993), the same ways are gone here: hyperbolic functions and their inverses,
/// `expm1`, `log1p`, `log10`; and its own way for the cube root. To round them better would print
/// other digits than Python.
final class Elementary {
  private static final double LN_2 = 0x1.62e42fefa39efp-1;
  private static final double LOG10_E = 0x1.bcb7b1526e50ep-2;
  private static final double LOG10_2_HIGH = 0x1.34413509f6p-2;
  private static final double LOG10_2_LOW = 0x1.9fef311f12b36p-42;
  private static final double CBRT_2 = 1.2599210498948732;
  private static final double CBRT_4 = 1.5874010519681996;
  private static final double[] CBRT_OF_POWER = {1.0 / CBRT_4, 1.0 / CBRT_2, 1.0, CBRT_2, CBRT_4};

  private Elementary() {}

  static double pow(double a, double b) {
    return Reals.pow(a, b);
  }

  static double exp(double x) {
    return Reals.exp(x);
  }

  static double log(double x) {
    return Reals.log(x);
  }

  static double sin(double x) {
    return Reals.sin(x);
  }

  static double cos(double x) {
    return Reals.cos(x);
  }

  static double tanh(double x) {
    return Fdlibm.tanh(x);
  }

  static double expm1(double x) {
    return Fdlibm.expm1(x);
  }

  static double log1p(double x) {
    return Fdlibm.log1p(x);
  }

  static double sinh(double x) {
    double size = Math.abs(x);
    double half = x < 0 ? -0.5 : 0.5;
    if (size < 0x1p-28) {
      return x;
    }
    if (size < 22) {
      double t = expm1(size);
      return size < 1 ? half * (2.0 * t - t * t / (t + 1.0)) : half * (t + t / (t + 1.0));
    }
    if (size < 0x1.62e42p9) {
      return half * exp(size);
    }
    double root = exp(0.5 * size);
    return half * root * root;
  }

  static double cosh(double x) {
    double size = Math.abs(x);
    if (size < 0.5 * LN_2) {
      double t = expm1(size);
      double w = 1.0 + t;
      return size < 0x1p-55 ? w : 1.0 + t * t / (w + w);
    }
    if (size < 22) {
      double t = exp(size);
      return 0.5 * t + 0.5 / t;
    }
    if (size < 0x1.62e42p9) {
      return 0.5 * exp(size);
    }
    double root = exp(0.5 * size);
    return 0.5 * root * root;
  }

  static double asinh(double x) {
    double size = Math.abs(x);
    if (size < 0x1p-28) {
      return x;
    }
    double result;
    if (size > 0x1p28) {
      result = log(size) + LN_2;
    } else if (size > 2) {
      result = log(2.0 * size + 1.0 / (Math.sqrt(size * size + 1.0) + size));
    } else {
      double t = size * size;
      result = log1p(size + t / (1.0 + Math.sqrt(1.0 + t)));
    }
    return Math.copySign(result, x);
  }

  /// Of `x >= 1`.
  static double acosh(double x) {
    if (x > 0x1p28) {
      return log(x) + LN_2;
    }
    if (x > 2) {
      return log(2.0 * x - 1.0 / (x + Math.sqrt(x * x - 1.0)));
    }
    double t = x - 1.0;
    return log1p(t + Math.sqrt(2.0 * t + t * t));
  }

  /// Between -1 and 1.
  static double atanh(double x) {
    double size = Math.abs(x);
    if (size < 0x1p-28) {
      return x;
    }
    double twice = size + size;
    double t = size < 0.5 ? twice + twice * size / (1.0 - size) : twice / (1.0 - size);
    return Math.copySign(0.5 * log1p(t), x);
  }

  /// Of a finite `x > 0`.
  static double log10(double x) {
    int power = exponent(x);
    int up = power < 0 ? 1 : 0;
    double fraction = x * powerOfTwo(-(power / 2)) * powerOfTwo(-(power - power / 2) - up);
    double whole = power + up;
    return whole * LOG10_2_LOW + LOG10_E * log(fraction) + whole * LOG10_2_HIGH;
  }

  /// Of a finite `x` other than 0.
  static double cbrt(double x) {
    int power = exponent(x) + 1;
    double m = Math.abs(x) * powerOfTwo(-(power / 2)) * powerOfTwo(-(power - power / 2));
    double tail = 1.8346927748361308 - (0.7849323449766392 - 0.14526389938548637 * m) * m;
    double u =
        0.35489576504391984
            + (1.508191937815849 - (2.114994941673713 - (2.4469312256353444 - tail * m) * m) * m)
                * m;
    double cube = u * u * u;
    double root = u * (cube + 2.0 * m) / (2.0 * cube + m) * CBRT_OF_POWER[2 + power % 3];
    return Math.copySign(root * powerOfTwo(power / 3), x);
  }

  /// The power of two in `x`, also when it is subnormal.
  private static int exponent(double x) {
    long mantissa = Math.abs(Floats.mantissa(x));
    return 63 - Long.numberOfLeadingZeros(mantissa) + Floats.exponent(x);
  }

  private static double powerOfTwo(int power) {
    return Double.longBitsToDouble((long) (power + 1023) << 52);
  }
}
