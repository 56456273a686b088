package dev.perilla.engine.autograd.real;

import org.jspecify.annotations.Nullable;

/// exp, logarithms, powers, sine and cosine to the last bit as CPython prints them on Linux: with
/// the reductions and the polynomials of glibc (2.28 and later) on a processor that multiplies and
/// adds in one rounding. They are within 0.55 units of the last place; where that is not the
/// nearest double, for some of a thousand arguments, [Rounded] would print another digit than
/// Python.
public final class Glibc {
  private static final double SHIFT = 0x1.8p52;
  private static final double LN2_HIGH = Tables.LN2[0];
  private static final double LN2_LOW = Tables.LN2[1];
  private static final double GRID = 0x1p43;

  private static final double[] EXP = {
    0x1.ffffffffffdbdp-2, 0x1.555555555543cp-3, 0x1.55555cf172b91p-5, 0x1.1111167a4d017p-7
  };
  private static final double[] EXP2 = {
    0x1.62e42fefa39efp-1,
    0x1.ebfbdff82c424p-3,
    0x1.c6b08d70cf4b5p-5,
    0x1.3b2abd24650ccp-7,
    0x1.5d7e09b4e3a84p-10
  };
  private static final double[] LOG_NEAR_1 = {
    0x1.5555555555577p-2,
    -0x1.ffffffffffdcbp-3,
    0x1.999999995dd0cp-3,
    -0x1.55555556745a7p-3,
    0x1.24924a344de3p-3,
    -0x1.fffffa4423d65p-4,
    0x1.c7184282ad6cap-4,
    -0x1.999eb43b068ffp-4,
    0x1.78182f7afd085p-4,
    -0x1.5521375d145cdp-4
  };
  private static final double[] LOG = {
    -0x1.0000000000001p-1,
    0x1.555555551305bp-2,
    -0x1.fffffffeb459p-3,
    0x1.999b324f10111p-3,
    -0x1.55575e506c89fp-3
  };
  private static final double[] LOG_2_NEAR_1 = {
    -0x1.71547652b82fep-1,
    0x1.ec709dc3a03f7p-2,
    -0x1.71547652b7c3fp-2,
    0x1.2776c50f05be4p-2,
    -0x1.ec709dd768fe5p-3,
    0x1.a61761ec4e736p-3,
    -0x1.7153fbc64a79bp-3,
    0x1.484d154f01b4ap-3,
    -0x1.289e4a72c383cp-3,
    0x1.0b32f285aee66p-3
  };
  private static final double[] LOG_2 = {
    -0x1.71547652b8339p-1,
    0x1.ec709dc3a04bep-2,
    -0x1.7154764702ffbp-2,
    0x1.2776c50034c48p-2,
    -0x1.ec7b328ea92bcp-3,
    0x1.a6225e117f92ep-3
  };
  private static final Pair LN_2 = new Pair(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  private static final double[] POW = {
    -0x1.5555555555560p-1,
    0x1.0000000000006p-1,
    0x1.999999959554ep-1,
    -0x1.555555529a47ap-1,
    -0x1.2495b9b4845e9p0,
    0x1.0002b8b263fc3p0
  };
  private static final double[] SIN = {
    -0x1.5555555555555p-3,
    0x1.1111111110ECEp-7,
    -0x1.A01A019DB08B8p-13,
    0x1.71DE27B9A7ED9p-19,
    -0x1.ADDFFC2FCDF59p-26
  };

  /// By how many units of its last place the factor of each interval of [#log] is above the nearest
  /// to one by its middle: 30 bits in five letters.
  private static final String OFFSETS =
      "B0^WNFd6TL9F52BL@LTHDZY8Qj_SYH9p=82f@MJdV?61B0f2KS@iBWnZV4YA=Ii4U>gD]QW4Uk`aSaJd"
          + "EbojKh0TG;JT?XJl8iE4d_O0aW?Qd20ARJfd^cdRUbl_6:6JL@=H92dZni]j;m8<Y8nTpjSL=H^FOIk6"
          + "F:anBdML>J^@c^CZ_P3:j3LK;ZdJU1C6b]l`LSNpfKbUiaT5kPIHLGjVZ567;2;GTX>M]nHZcAn;hWoT"
          + "POJpc<jB2Y<]nPf9bMd[onHcppZAH;ShY>e6`6fpHT0CBRCT9HbHndpIooC4DXH:<XpXof^Tc88;dFA_"
          + "_@bPlAHdVdmn3ZWWK`mpYJeEFLXdUaIo8lAm7HgKIhCUUN`7_?V>XNU;Op^Q]FVK_0SP0gAT?VAE4k4T"
          + "jWa1gR1oGhie;hSH<jbHUGhB[0oJ4Ng^K1M2mW;YhX[G;>gieXi5QG8LXNQ63>XHV7dV92KdJYp[hg>b"
          + "ni0D<`m?SJdVUIP6QeD`5pDK1W05<2m6HllVf0A?PlUGVU65fQ>MWX>1U>X77jRiXg:UTI^?mK]f2ZLk"
          + "`d@257?=`2B]1CnA8LImN1Z3d25@JobUC_42EXH=d?i>:eVYh6JYnTe<@UQba@[[5g`>hK:14O0Of9ei";

  /// The same of [#log2], 36 bits in six letters.
  private static final String OFFSETS_2 =
      "lhpJpOJCiSkOj7FglP<VdO8OhJ34NP5b^o[OhCo7_OT;PaBO:Qn5@P8g5HHORap87P7n7P@O?GP^GP<W"
          + "i3YP[BLKAO?a:TBPWgWWNP]9Y0IP0p2_VPQ`>EHP05_I:P29Z4RPmp1mIPd[k4cOBSej4OOi^eFOY]NS"
          + "2O7`4aGPTmWl3P3?fTgP7NA[iPNFeX5OF83EnOi??@?OA<n<ZOiLSN5Om>DO0OHMN=pO82C0<PAhfXEP"
          + "kmYcgOCl:[ePo>RPpOdEGU@OLM;a<Poa`A]P?SbgROB?i[FOQ9]4WOEEPK5Oo8NQ2Of:K`]PN0nH;P`M"
          + "aEEP9JJa2O[fePjO@2nKlO9[Mp_ON4dajOSHT3kOgZOYkPR39a2P7Tb<?PKGUJEP";

  private static final @Nullable Interval[] NEAR = new @Nullable Interval[128];
  private static final @Nullable Interval[] NEAR_2 = new @Nullable Interval[64];
  private static final @Nullable Interval[] ROUND = new @Nullable Interval[128];

  private Glibc() {}

  /// `a * b + c` in one rounding, but for what nobody sees: one result in 2^50.
  public static double fused(double a, double b, double c) {
    Pair product = Pair.product(a, b);
    Pair sum = Pair.sum(product.hi(), c);
    return sum.hi() + (sum.lo() + product.lo());
  }

  /// The exponential function.
  public static double exp(double x) {
    if (!(Math.abs(x) < 746)) {
      return x > 0 ? Double.POSITIVE_INFINITY : x < 0 ? 0 : x;
    }
    return Math.abs(x) < 0x1p-54 ? 1 + x : power(x, 0);
  }

  /// e to the power `x + low`, where `|x|` is below 1100.
  private static double power(double x, double low) {
    double k = fused(0x1.71547652b82fep7, x, SHIFT) - SHIFT;
    double r = fused(k, -0x1.cf79abc9e3b3ap-47, fused(k, -0x1.62e42fefa0000p-8, x)) + low;
    double square = r * r;
    Pair t = step((int) k);
    double sum = t.lo() / t.hi() + r;
    sum = fused(square, fused(r, EXP[1], EXP[0]), sum);
    sum = fused(square * square, fused(r, EXP[3], EXP[2]), sum);
    double more = t.hi() * sum;
    return scaled((int) k, t.hi(), more, x <= -512 ? t.hi() + more : fused(t.hi(), sum, t.hi()));
  }

  /// 2 to the power `x`.
  public static double exp2(double x) {
    if (!(Math.abs(x) < 1076)) {
      return x > 0 ? Double.POSITIVE_INFINITY : x < 0 ? 0 : x;
    }
    double k = Math.rint(x * 128);
    double r = x - k / 128;
    double square = r * r;
    Pair t = step((int) k);
    double sum = t.lo() / t.hi() + r * EXP2[0] + square * (EXP2[1] + r * EXP2[2]);
    sum += square * square * (EXP2[3] + r * EXP2[4]);
    return scaled((int) k, t.hi(), t.hi() * sum, t.hi() + t.hi() * sum);
  }

  /// 2^(k/128), less the power of two in it.
  private static Pair step(int k) {
    Pair t = new Pair(Tables.EXP[k & 126], Tables.EXP[(k & 126) + 1]);
    return (k & 1) == 0 ? t : t.times(Tables.STEP);
  }

  /// `sum`, which is `a + b` rounded, with the power of two in 2^(k/128); where that is subnormal,
  /// `a + b` is rounded once, to its bits.
  private static double scaled(int k, double a, double b, double sum) {
    int power = k >> 7;
    if (power < -1022) {
      double scale = Exponential.power2(power + 1022);
      double y = sum * scale;
      double high = 1 + y;
      double low = 1 - high + y + (a * scale - y + b * scale);
      return (high + low - 1) * Double.MIN_NORMAL;
    }
    return power > 1000
        ? sum * Exponential.power2(power - 1000) * 0x1p1000
        : sum * Exponential.power2(power);
  }

  /// The natural logarithm.
  public static double log(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
    }
    if (x > 1 - 0x1p-4 && x < 1 + 0x1.09p-4) {
      return logNear1(x - 1);
    }
    Place at = new Place(x, 0.6875, 128);
    Interval in = NEAR[at.index];
    if (in == null) {
      in = near(OFFSETS, 5, at, Pair.of(1));
      NEAR[at.index] = in;
    }
    double r = fused(at.z, in.factor, -1);
    double w = at.k * LN2_HIGH + in.whole;
    double high = w + r;
    double low = fused(at.k, LN2_LOW, w - high + r);
    double square = r * r;
    double sum = fused(square, fused(r, LOG[4], LOG[3]), fused(r, LOG[2], LOG[1]));
    return fused(r * square, sum, fused(square, LOG[0], low)) + high;
  }

  /// The natural logarithm of an interval in `unit`s, with its factor from a table.
  private static Interval near(String offsets, int digits, Place at, Pair unit) {
    long offset = -(1L << (6 * digits - 1));
    for (int digit = 0; digit < digits; digit++) {
      int letter = offsets.charAt(digits * at.index + digit);
      offset += (long) (letter == 'p' ? 44 : letter - 48) << (6 * digit);
    }
    double factor = Double.longBitsToDouble(Double.doubleToLongBits(1 / at.middle()) + offset);
    return Interval.of(factor, Logarithm.log(Pair.of(factor)).negated().over(unit));
  }

  private static double logNear1(double r) {
    double[] b = LOG_NEAR_1;
    double square = r * r;
    double cube = r * square;
    double far = fused(cube, b[9], fused(square, b[8], fused(r, b[7], b[6])));
    double mid = fused(cube, far, fused(square, b[5], fused(r, b[4], b[3])));
    double sum = fused(cube, mid, fused(square, b[2], fused(r, b[1], b[0])));
    double w = r * 0x1p27;
    double rh = r + w - w;
    double rl = r - rh;
    double half = rh * rh * -0.5;
    double high = r + half;
    double low = fused(-0.5 * rl, rh + r, r - high + half);
    return fused(cube, sum, low) + high;
  }

  /// The logarithm to base 2.
  public static double log2(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return log(x);
    }
    boolean near1 = x >= 1 - 0x1.5b51p-5 && x < 1 + 0x1.6ab2p-5;
    double whole = 0;
    double r = x - 1;
    if (!near1) {
      Place at = new Place(x, 0.6875, 64);
      Interval in = NEAR_2[at.index];
      if (in == null) {
        in = near(OFFSETS_2, 6, at, LN_2);
        NEAR_2[at.index] = in;
      }
      whole = at.k + in.whole;
      r = fused(at.z, in.factor, -1);
    }
    double t = r * 0x1.7154765200000p+0;
    double rest = fused(r, 0x1.705fc2eefa200p-33, fused(r, 0x1.7154765200000p+0, -t));
    double square = r * r;
    double fourth = square * square;
    double[] a = LOG_2;
    if (near1) {
      double[] b = LOG_2_NEAR_1;
      double p = fused(r, b[1], b[0]);
      double y = fused(square, p, t);
      double far = fused(square, fused(r, b[9], b[8]), fused(r, b[7], b[6]));
      double mid = fused(square, fused(r, b[5], b[4]), fused(r, b[3], b[2]));
      return y + fused(fourth, fused(fourth, far, mid), rest + fused(square, p, t - y));
    }
    double high = whole + t;
    double low = whole - high + t + rest;
    double p = fused(square, fused(r, a[3], a[2]), fused(r, a[1], a[0]));
    return fused(square, fused(fourth, fused(r, a[5], a[4]), p), low) + high;
  }

  /// `x` to the power `y`: 1 for `y` 0 and for `x` 1, NaN for a negative `x` and a `y` that is no
  /// integer, infinite for 0 to a negative power.
  public static double pow(double x, double y) {
    if (y == 0 || x == 1) {
      return 1;
    }
    if (y == 1) {
      return x;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    boolean whole = y == Math.rint(y);
    boolean odd = whole && Math.abs(y) < 0x1p53 && (((long) y) & 1) != 0;
    double size = Math.abs(x);
    if (size == 0 || size == Double.POSITIVE_INFINITY) {
      double result = (size == 0) == (y > 0) ? 0.0 : Double.POSITIVE_INFINITY;
      return odd && (x < 0 || 1 / x < 0) ? -result : result;
    }
    if (x < 0 && !whole) {
      return Double.NaN;
    }
    double result = size == 1 ? 1 : ofFinite(size, y);
    return x < 0 && odd ? -result : result;
  }

  private static double ofFinite(double size, double y) {
    if (Math.abs(y) > 0x1p65) {
      return (size > 1) == (y > 0) ? Double.POSITIVE_INFINITY : 0;
    }
    return Math.abs(y) < 0x1p-65 ? 1 : powerOf(size, y);
  }

  private static double powerOf(double size, double y) {
    if ((y == 2 || y == -1) && size > 0x1p-400 && size < 0x1p400) {
      double near = y == 2 ? size * size : 1 / size;
      double rest = y == 2 ? fused(size, size, -near) : fused(-near, size, 1) * near;
      if (near + 1.1 * rest == near) {
        return near; // too far from the middle of two doubles for an error to show
      }
    }
    Place at = new Place(size, 0x1.69555p-1, 128);
    Interval in = ROUND[at.index];
    if (in == null) {
      double c = at.middle();
      double factor = c < 1 ? Math.rint(128 / c) / 128 : Math.rint(256 / c) / 256;
      in = Interval.of(factor, Logarithm.log(Pair.of(factor)).negated());
      ROUND[at.index] = in;
    }
    double r = fused(at.z, in.factor, -1);
    double t1 = at.k * LN2_HIGH + in.whole;
    double t2 = t1 + r;
    double half = -0.5 * r;
    double square = r * half;
    double high = t2 + square;
    double sum = fused(square, fused(r, POW[5], POW[4]), fused(r, POW[3], POW[2]));
    sum = fused(square, sum, fused(r, POW[1], POW[0]));
    double low =
        fused(at.k, LN2_LOW, in.rest)
            + (t1 - t2 + r)
            + fused(half, r, -square)
            + (t2 - high + square);
    low = fused(r * square, sum, low);
    double logHigh = high + low;
    double logLow = high - logHigh + low;
    double e = y * logHigh;
    double el = fused(y, logLow, fused(y, logHigh, -e));
    if (Math.abs(e) > 746) {
      return e > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    return Math.abs(e) < 0x1p-54 ? 1 + e : power(e, el);
  }

  /// Numbers that are multiplied by nearly their reciprocal, whose logarithm, less a sign, is
  /// `whole + rest`: `whole` of so few bits that a multiple of ln 2 may be added without error.
  private record Interval(double factor, double whole, double rest) {
    static Interval of(double factor, Pair log) {
      double whole = Math.rint(log.hi() * GRID) / GRID;
      return new Interval(factor, whole, log.hi() - whole + log.lo());
    }
  }

  /// Where `x = 2^k z` is, with `z` in one of `count` intervals from `first` to twice that.
  private static final class Place {
    final double k;
    final double z;
    final int index;
    private final double first;
    private final double below;
    private final int count;

    Place(double x, double first, int count) {
      this.first = first;
      this.count = count;
      int lift = x < Double.MIN_NORMAL ? 54 : 0;
      double normal = x * Exponential.power2(lift);
      int up = Math.getExponent(normal);
      double m = normal * Exponential.power2(-up / 2) * Exponential.power2(-up - -up / 2);
      int e = up - lift;
      boolean upper = m >= 2 * first;
      k = upper ? e + 1 : e;
      z = upper ? m / 2 : m;
      below = (1 - first) * 2 * count;
      index = (int) (z < 1 ? (z - first) * 2 * count : below + (z - 1) * count);
    }

    double middle() {
      return (edge(index) + edge(index + 1)) / 2;
    }

    private double edge(int i) {
      return i < below ? first + i / (2.0 * count) : 1 + (i - below) / count;
    }
  }

  /// The sine of `x` radians.
  public static double sin(double x) {
    double size = Math.abs(x);
    if (!(size >= 0x1p-26 && size < Double.POSITIVE_INFINITY)) {
      return size < 1 ? x : Double.NaN;
    }
    if (size < 0.85546875) {
      return sine(x, 0);
    }
    if (size < 2.426265) {
      return Math.copySign(cosine(0x1.921FB54442D18p0 - size, 0x1.1A62633145C07p-54), x);
    }
    return reduced(x, 0);
  }

  /// The cosine of `x` radians.
  public static double cos(double x) {
    double size = Math.abs(x);
    if (!(size >= 0x1p-27 && size < Double.POSITIVE_INFINITY)) {
      return size < 1 ? 1 : Double.NaN;
    }
    if (size < 0.85546875) {
      return cosine(x, 0);
    }
    if (size < 2.426265) {
      double y = 0x1.921FB54442D18p0 - size;
      double a = y + 0x1.1A62633145C07p-54;
      return sine(a, y - a + 0x1.1A62633145C07p-54);
    }
    return reduced(x, 1);
  }

  private static double reduced(double x, int quarter) {
    if (Math.abs(x) >= 105414350) {
      Circular.Reduced exact = Circular.reduce(x);
      return turned(exact.rest().hi(), exact.rest().lo(), exact.quadrant() + quarter);
    }
    double k = fused(x, 0x1.45F306DC9C883p-1, SHIFT) - SHIFT;
    double y = fused(-k, -0x1.DDE973C000000p-27, fused(-k, 0x1.921FB58000000p0, x));
    double t = fused(-k, -0x1.CB3B398000000p-55, y);
    double low = fused(-k, -0x1.CB3B398000000p-55, y - t);
    double a = fused(-k, -0x1.d747f23e32ed7p-83, t);
    low += fused(-k, -0x1.d747f23e32ed7p-83, t - a);
    return turned(a, low, (int) k + quarter);
  }

  private static double turned(double a, double low, int n) {
    double result = (n & 1) == 0 ? sine(a, low) : cosine(a, low);
    return (n & 2) == 0 ? result : -result;
  }

  private static double sine(double x, double low) {
    double size = Math.abs(x);
    if (size < 0.126) {
      double z = x * x;
      double p = fused(fused(fused(SIN[4], z, SIN[3]), z, SIN[2]), z, SIN[1]);
      p = fused(p, z, SIN[0]);
      return x + fused(fused(p, x, -0.5 * low), z, low);
    }
    double dx = x <= 0 ? -low : low;
    double at = Math.rint(size * 128) / 128;
    double h = size - at;
    double z = h * h;
    double s = h + fused(h * z, odd(z), dx);
    double c = fused(z, even(z), h * dx);
    Circular.Both both = Circular.of(at);
    double fix = fused(-both.sin().hi(), c, fused(s, both.cos().lo(), both.sin().lo()));
    return Math.copySign(both.sin().hi() + fused(both.cos().hi(), s, fix), x);
  }

  private static double odd(double z) {
    return fused(z, 0.008333332142857223, -0.16666666666666488);
  }

  private static double even(double z) {
    return fused(z, fused(z, 0.001388888740079376, -0.04166666666666644), 0.5);
  }

  private static double cosine(double x, double low) {
    double size = Math.abs(x);
    double at = Math.rint(size * 128) / 128;
    double h = size - at + (x < 0 ? -low : low);
    double z = h * h;
    double s = fused(h * z, odd(z), h);
    double c = z * even(z);
    Circular.Both both = Circular.of(at);
    double fix = fused(-both.cos().hi(), c, fused(-s, both.sin().lo(), both.cos().lo()));
    return both.cos().hi() + fused(-both.sin().hi(), s, fix);
  }
}
