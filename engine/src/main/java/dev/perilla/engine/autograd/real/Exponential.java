package dev.perilla.engine.autograd.real;

/// e to a power, in pairs. Relative error below 2^-78 in [#exp], below 2^-74 in [#expm1].
///
/// `x = k ln2 / 64 + r` with `|r| < 2^-7.5`; `2^(k/64)` comes from a table, `e^r - 1` from its
/// series whose terms up to the cube are pairs: the first term in one double, `r^4/24`, is wrong by
/// at most `2^-53 2^-34.6`, which is `2^-80` of `r`.
final class Exponential {
  private static final double PER_STEP = 0x1.71547652b82fep6;
  // ln2 / 64 in 33 + 33 + 53 bits: products with |k| < 2^17 are exact in the first two.
  static final double STEP_1 = Tables.LN2_64[0];
  static final double STEP_2 = Tables.LN2_64[1];
  static final double STEP_3 = Tables.LN2_64[2];
  private static final Pair SIXTH = new Pair(0x1.5555555555555p-3, 0x1.5555555555555p-57);

  private Exponential() {}

  /// A number `fraction * 2^exponent`.
  record Scaled(Pair fraction, int exponent) {}

  /// e to the power `x`, where `|x| < 1100`.
  static Scaled exp(Pair x) {
    double k = Math.rint(x.hi() * PER_STEP);
    Pair p = series(rest(x, k));
    int step = (int) k;
    Pair t = power(step & 63);
    return new Scaled(t.plus(t.times(p)), step >> 6);
  }

  /// e to the power `x`, less 1, where `-50 < x < 700`.
  static Pair expm1(Pair x) {
    double k = Math.rint(x.hi() * PER_STEP);
    Pair p = series(rest(x, k));
    int step = (int) k;
    if (step == 0) {
      return p;
    }
    Pair t = power(step & 63);
    double scale = power2(step >> 6);
    return t.times(p).scaled(scale).plus(t.scaled(scale).plus(-1.0));
  }

  private static Pair power(int step) {
    return new Pair(Tables.EXP[2 * step], Tables.EXP[2 * step + 1]);
  }

  private static Pair rest(Pair x, double k) {
    Pair r = Pair.sum(x.hi() - k * STEP_1, -(k * STEP_2));
    return Pair.sum(r.hi(), r.lo() + (x.lo() - k * STEP_3));
  }

  private static Pair series(Pair r) {
    double h = r.hi();
    Pair square = r.times(r);
    double tail =
        1.0 / 24
            + h * (1.0 / 120 + h * (1.0 / 720 + h * (1.0 / 5040 + h * (1.0 / 40320 + h / 362880))));
    double quartic = square.hi() * square.hi() * tail;
    Pair cube = square.times(r).times(SIXTH).plus(quartic);
    return r.plus(square.scaled(0.5).plus(cube));
  }

  /// 2 to the power `k`, in the normal range.
  static double power2(int k) {
    return Double.longBitsToDouble((long) (k + 1023) << 52);
  }
}
