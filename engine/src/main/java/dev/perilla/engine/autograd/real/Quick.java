package dev.perilla.engine.autograd.real;

/// tanh for the arguments that training runs on: without pairs as objects, and precise enough to
/// settle all but one argument in some hundred, which the pairs then decide.
///
/// As in [Exponential], `y = k ln2/64 + r` with `|r| < 2^-7.5`. Here `e^r - 1 = r + r² q(r)`, and
/// all but the leading `r` is one double: four roundings of at most `2^-16` make `2^-67`, the rest
/// of the series is below `2^-75`. The error of `e^y` is below `2^-66` relative; that of tanh,
/// which has twice the error of `e^y - 1` at most, below `2^-65` absolute. The bound used is twice
/// that.
final class Quick {
  private static final double PER_STEP = 0x1.71547652b82fep6;
  private static final double SPLIT = 0x8000001p0;
  private static final double TANH_SLACK = 0x1p-64;

  private Quick() {}

  /// The hyperbolic tangent of `x` from 1/4 to 20, NaN if it is too near the middle of two doubles.
  static double tanh(double x) {
    double y = -2 * x;
    double k = Math.rint(y * PER_STEP);
    double near = y - k * Exponential.STEP_1;
    double more = k * Exponential.STEP_2;
    double r = near - more;
    double t = r - near;
    double rest = (near - (r - t)) - (more + t) - k * Exponential.STEP_3;
    double tail = rest + r * r * series(r);
    int step = (int) k;
    double scale = Exponential.power2(step >> 6);
    double th = Tables.EXP[2 * (step & 63)] * scale;
    double tl = Tables.EXP[2 * (step & 63) + 1] * scale;
    // e = exp(y) - 1, between -1 and -0.39, in two parts.
    double mh = th * r;
    double ml = low(th, r, mh);
    double uh = th - 1;
    double ul = th - (uh + 1);
    double sum = uh + mh;
    double more2 = (mh - (sum - uh)) + (ul + ml + tl + th * tail + tl * r);
    double eh = sum + more2;
    double el = more2 - (eh - sum);
    // -e / (2 + e)
    double dh = 2 + eh;
    double dl = (eh - (dh - 2)) + el;
    double q = -eh / dh;
    double p = q * dh;
    double small = (((-eh - p) - low(q, dh, p)) - el - q * dl) / dh;
    double down = q + (small - TANH_SLACK);
    double up = q + (small + TANH_SLACK);
    return down == up ? down : Double.NaN;
  }

  private static double series(double r) {
    return 0.5
        + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5040)))));
  }

  /// What `product`, the rounded `a * b`, misses (Dekker).
  private static double low(double a, double b, double product) {
    double ca = SPLIT * a;
    double ah = ca - (ca - a);
    double al = a - ah;
    double cb = SPLIT * b;
    double bh = cb - (cb - b);
    double bl = b - bh;
    return ((ah * bh - product) + ah * bl + al * bh) + al * bl;
  }
}
