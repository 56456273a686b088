package dev.perilla.engine.autograd.real;

/// Natural logarithms, in pairs. Relative error below 2^-75.
///
/// `x = 2^e m` with `m` in [0.7, 1.42]; `c` of few bits near `1/m` makes `r = m c - 1` exact up to
/// the pair's low part, `|r| < 2^-6`. In the series the terms up to the fourth power are pairs:
/// `r^5/5` in one double is wrong by at most `2^-53 2^-26.3` of `r`, and 2^-77 on the way from one
/// `c` to the next. At `m` near 1, `c` is 1 and there is no cancellation.
final class Logarithm {
  private static final Pair THIRD = new Pair(0x1.5555555555555p-2, 0x1.5555555555555p-56);

  /// -ln c for i from 45 to 91: each is that of its neighbour towards 64 and a small one.
  private static final Pair[] WHOLE = new Pair[92];

  static {
    WHOLE[64] = Pair.of(0);
    for (int i = 65; i < 92; i++) {
      step(i, i - 1);
    }
    for (int i = 63; i >= 45; i--) {
      step(i, i + 1);
    }
  }

  private static void step(int i, int from) {
    Pair last = Pair.of(factor(from));
    WHOLE[i] = WHOLE[from].minus(series(Pair.of(factor(i) - last.hi()).over(last)));
  }

  private static double factor(int i) {
    return Math.rint(262144.0 / i) / 4096;
  }

  private Logarithm() {}

  /// The logarithm of `x`, which is above 0 and normal.
  static Pair log(Pair x) {
    int e = Math.getExponent(x.hi());
    Pair m = scale(x, -e);
    if (m.hi() > 1.4140625) {
      m = m.scaled(0.5);
      e++;
    }
    int i = (int) Math.rint(m.hi() * 64);
    double c = factor(i);
    Pair r = Pair.product(m.hi(), c).plus(-1.0).plus(m.lo() * c);
    Pair small = series(r);
    if (i == 64 && e == 0) {
      return small;
    }
    // The first part of ln2 has 42 bits: its product with an exponent is exact.
    Pair shift = Pair.ordered(e * Tables.LN2[0], e * Tables.LN2[1]);
    return shift.plus(WHOLE[i]).plus(small);
  }

  private static Pair scale(Pair x, int e) {
    int half = e / 2;
    return x.scaled(Exponential.power2(half)).scaled(Exponential.power2(e - half));
  }

  private static Pair series(Pair r) {
    double h = r.hi();
    double tail = 1.0 / 15 - h / 16;
    for (int n = 14; n >= 5; n--) {
      tail = 1.0 / n - h * tail;
    }
    // r - r² (1/2 - r (1/3 - r (1/4 - r tail)))
    Pair q = r.times(Pair.sum(0.25, -(h * tail))).negated().plus(THIRD);
    q = r.times(q).negated().plus(0.5);
    return r.minus(r.times(r).times(q));
  }
}
