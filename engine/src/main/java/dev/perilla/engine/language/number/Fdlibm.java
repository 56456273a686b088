package dev.perilla.engine.language.number;

import static dev.perilla.engine.autograd.real.Glibc.fused;

/// `expm1`, `log1p`, `tanh`, `erf` and `erfc` on the ways of Sun's fdlibm (K. C. Ng, 1993), which
/// glibc still goes, with its grouping of the polynomials; the first two multiply and add in one
/// rounding, as it does where the processor can.
///
/// They are up to one unit off in the last place, and so is CPython: to round them better would
/// print other digits. The ranges, the reductions and the coefficients are fdlibm's.
final class Fdlibm {
  private static final double LN_2_HIGH = 0x1.62e42feep-1;
  private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double ONE_MINUS_ERROR = 0.8450629115104675;

  private static final double[] EXPM1 = {
    1.0,
    -0.03333333333333313,
    0.0015873015872548146,
    -7.93650757867488e-05,
    4.008217827329362e-06,
    -2.0109921818362437e-07
  };
  private static final double[] LOG1P = {
    0.0,
    0.6666666666666735,
    0.3999999999940942,
    0.2857142874366239,
    0.22222198432149784,
    0.1818357216161805,
    0.15313837699209373,
    0.14798198605116586
  };
  private static final double[] ERF_SMALL_TOP = {
    0.12837916709551256,
    -0.3250421072470015,
    -0.02848174957559851,
    -0.005770270296489442,
    -2.3763016656650163e-05
  };
  private static final double[] ERF_SMALL_BOTTOM = {
    1.0,
    0.39791722395915535,
    0.0650222499887673,
    0.005081306281875766,
    0.00013249473800432164,
    -3.960228278775368e-06
  };
  private static final double[] ERF_ONE_TOP = {
    -0.0023621185607526594,
    0.41485611868374833,
    -0.3722078760357013,
    0.31834661990116175,
    -0.11089469428239668,
    0.035478304325618236,
    -0.002166375594868791
  };
  private static final double[] ERF_ONE_BOTTOM = {
    1.0,
    0.10642088040084423,
    0.540397917702171,
    0.07182865441419627,
    0.12617121980876164,
    0.01363708391202905,
    0.011984499846799107
  };
  private static final double[] ERFC_TOP = {
    -0.009864944034847148,
    -0.6938585727071818,
    -10.558626225323291,
    -62.375332450326006,
    -162.39666946257347,
    -184.60509290671104,
    -81.2874355063066,
    -9.814329344169145
  };
  private static final double[] ERFC_BOTTOM = {
    1.0,
    19.651271667439257,
    137.65775414351904,
    434.56587747522923,
    645.3872717332679,
    429.00814002756783,
    108.63500554177944,
    6.570249770319282,
    -0.0604244152148581
  };
  private static final double[] ERFC_FAR_TOP = {
    -0.0098649429247001,
    -0.799283237680523,
    -17.757954917754752,
    -160.63638485582192,
    -637.5664433683896,
    -1025.0951316110772,
    -483.5191916086514
  };
  private static final double[] ERFC_FAR_BOTTOM = {
    1.0,
    30.33806074348246,
    325.7925129965739,
    1536.729586084437,
    3199.8582195085955,
    2553.0504064331644,
    474.52854120695537,
    -22.44095244658582
  };

  private Fdlibm() {}

  /// The polynomial in `z`, two coefficients at a time.
  private static double pairs(double[] c, double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double[] powers = {1.0, z2, z4, z4 * z2, z4 * z4};
    double sum = c[0] + z * c[1];
    for (int i = 2; i < c.length; i += 2) {
      sum += powers[i / 2] * (i + 1 < c.length ? c[i] + z * c[i + 1] : c[i]);
    }
    return sum;
  }

  private static double powerOfTwo(int power) {
    return Double.longBitsToDouble((long) (power + 1023) << 52);
  }

  private static int high(double x) {
    return (int) (Double.doubleToLongBits(x) >> 32);
  }

  /// `exp(x) - 1`.
  static double expm1(double x) {
    double size = Math.abs(x);
    if (high(size) >= 0x4043687A) {
      if (x > 709.782712893384) {
        return Double.POSITIVE_INFINITY;
      }
      if (x < 0) {
        return -1.0;
      }
    }
    if (size < 0x1p-54) {
      return x;
    }
    int k = 0;
    double rest = x;
    double error = 0;
    if (high(size) > 0x3FD62E42) {
      if (high(size) < 0x3FF0A2B2) {
        k = x > 0 ? 1 : -1;
      } else {
        k = (int) (LOG2_E * x + (x < 0 ? -0.5 : 0.5));
      }
      double near = x - k * LN_2_HIGH;
      rest = fused(-k, LN_2_LOW, near);
      error = fused(-k, LN_2_LOW, near - rest);
    }
    double half = 0.5 * rest;
    double square = rest * half;
    double fourth = square * square;
    double r = fused(square, EXPM1[1], 1.0);
    r = fused(fourth, fused(square, EXPM1[3], EXPM1[2]), r);
    r = fused(fourth * fourth, fused(square, EXPM1[5], EXPM1[4]), r);
    double t = fused(-r, half, 3.0);
    double e = square * ((r - t) / fused(-rest, t, 6.0));
    if (k == 0) {
      return rest - fused(rest, e, -square);
    }
    e = fused(rest, e - error, -error) - square;
    if (k == -1) {
      return 0.5 * (rest - e) - 0.5;
    }
    if (k == 1) {
      return rest < -0.25 ? -2.0 * (e - (rest + 0.5)) : 1.0 + 2.0 * (rest - e);
    }
    if (k <= -2 || k > 56) {
      double y = 1.0 - (e - rest);
      return (k == 1024 ? y * 2.0 * 0x1p1023 : y * powerOfTwo(k)) - 1.0;
    }
    if (k < 20) {
      return (1.0 - powerOfTwo(-k) - (e - rest)) * powerOfTwo(k);
    }
    return (rest - (e + powerOfTwo(-k)) + 1.0) * powerOfTwo(k);
  }

  /// `log(1 + x)` of `x > -1`.
  static double log1p(double x) {
    double size = Math.abs(x);
    if (size < 0x1p-29) {
      return size < 0x1p-54 ? x : x - x * x * 0.5;
    }
    int k = 0;
    double f = x;
    double error = 0;
    boolean small = false; // whether f is under 2 ** -20
    if (!(high(x) < 0x3FDA827A && (x > 0 || high(x) <= 0xBFD2BEC3))) {
      double u = size < 0x1p53 ? 1.0 + x : x;
      k = (high(u) >> 20) - 1023;
      error = size >= 0x1p53 ? 0 : (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
      int fraction = high(u) & 0xFFFFF;
      long bits = Double.doubleToLongBits(u) & 0xFFFFFFFFFFFFFL;
      if (fraction < 0x6A09E) {
        u = Double.longBitsToDouble(bits | 0x3FF0000000000000L);
      } else {
        k++;
        u = Double.longBitsToDouble(bits | 0x3FE0000000000000L);
        fraction = (0x100000 - fraction) >> 2;
      }
      f = u - 1.0;
      small = fraction == 0;
    }
    double half = 0.5 * f * f;
    double low = fused(k, LN_2_LOW, error);
    if (small) {
      if (f == 0) {
        return k * LN_2_HIGH + low;
      }
      double r = half * (1.0 - 0.6666666666666666 * f);
      return k == 0 ? f - r : k * LN_2_HIGH - (r - low - f);
    }
    double s = f / (2.0 + f);
    double z = s * s;
    double z2 = z * z;
    double z4 = z2 * z2;
    double r = fused(z, LOG1P[1], z2 * fused(z, LOG1P[3], LOG1P[2]));
    r = fused(z4, fused(z, LOG1P[5], LOG1P[4]), r);
    r = fused(z4 * z2, fused(z, LOG1P[7], LOG1P[6]), r);
    return k == 0
        ? f - (half - s * (half + r))
        : fused(k, LN_2_HIGH, -(half - (s * (half + r) + low) - f));
  }

  static double tanh(double x) {
    double size = Math.abs(x);
    if (Double.isNaN(x) || size < 0x1p-55) {
      return x;
    }
    double z = 1.0;
    if (size < 1) {
      double t = expm1(-2.0 * size);
      z = -t / (t + 2.0);
    } else if (size < 22) {
      z = 1.0 - 2.0 / (expm1(2.0 * size) + 2.0);
    }
    return x < 0 ? -z : z;
  }

  /// The error function of a finite `x`.
  static double erf(double x) {
    double size = Math.abs(x);
    if (size < 0.84375) {
      if (size < 0x1p-28) {
        return x + 0.1283791670955126 * x;
      }
      return x + x * ratio(ERF_SMALL_TOP, ERF_SMALL_BOTTOM, x * x);
    }
    double erf = 1.0;
    if (size < 1.25) {
      erf = ONE_MINUS_ERROR + ratio(ERF_ONE_TOP, ERF_ONE_BOTTOM, size - 1.0);
    } else if (size < 6) {
      erf = 1.0 - tail(size, high(size) < 0x4006DB6E);
    }
    return x < 0 ? -erf : erf;
  }

  /// `1 - erf(x)` of a finite `x`, exact also where that is small.
  static double erfc(double x) {
    double size = Math.abs(x);
    if (size < 0.84375) {
      if (size < 0x1p-56) {
        return 1.0 - x;
      }
      double y = ratio(ERF_SMALL_TOP, ERF_SMALL_BOTTOM, x * x);
      return x < 0.25 ? 1.0 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
    }
    if (size < 1.25) {
      double y = ratio(ERF_ONE_TOP, ERF_ONE_BOTTOM, size - 1.0);
      return x >= 0 ? 1.0 - ONE_MINUS_ERROR - y : 1.0 + (ONE_MINUS_ERROR + y);
    }
    if (size >= 28 || x < -6) {
      return x > 0 ? 0.0 : 2.0;
    }
    double tail = tail(size, high(size) < 0x4006DB6D);
    return x > 0 ? tail : 2.0 - tail;
  }

  private static double ratio(double[] top, double[] bottom, double z) {
    return pairs(top, z) / pairs(bottom, z);
  }

  private static double tail(double x, boolean near) {
    double s = 1.0 / (x * x);
    double ratio = near ? ratio(ERFC_TOP, ERFC_BOTTOM, s) : ratio(ERFC_FAR_TOP, ERFC_FAR_BOTTOM, s);
    double z = Double.longBitsToDouble(Double.doubleToLongBits(x) & 0xFFFFFFFF00000000L);
    return Elementary.exp(-z * z - 0.5625) * Elementary.exp((z - x) * (z + x) + ratio) / x;
  }
}
