package dev.perilla.engine.autograd;

/// Derivatives from values alone: differences at steps that halve, extrapolated to step 0, with an
/// error bound of their own.
///
/// Source: C. J. F. Ridders, Accurate computation of F'(x) and F'(x)F''(x), Advances in Engineering
/// Software 4 (1982). Steps are powers of two, so that `x + h` and `x - h` are mostly exact, and
/// what remains is divided out. To the extrapolation's own estimate comes the rounding of the
/// values.
final class Ridders {
  private static final int ROWS = 12;

  /// The first and widest steps, beside the size of `x`: each series ends below the next one's.
  private static final double[] STARTS = {0x1p-3, 0x1p-11, 0x1p-19};

  private Ridders() {}

  /// A slope and how far from it the true one may be; infinite where nothing was found.
  record Slope(double value, double bound) {
    static final Slope NONE = new Slope(Double.NaN, Double.POSITIVE_INFINITY);

    boolean found() {
      return bound < Double.POSITIVE_INFINITY;
    }
  }

  /// A function that can also tell a bound of the rounding error of its value.
  interface Function {
    double at(double x);

    double rounding(double x);
  }

  /// Which points the differences use.
  enum Side {
    BOTH,
    LEFT,
    RIGHT
  }

  /// The derivative of `f` at `x` from both sides or from one. Wide steps may lead across a border,
  /// or see the same on both sides of what is narrower than they are, and tell bounds that are not
  /// true: where finer steps contradict them, those are right. Next to 0 the finest of all end
  /// before 0.
  static Slope slope(Function f, double x, Side side) {
    Slope best = Slope.NONE;
    double start = 0;
    double size = size(x);
    for (double part : STARTS) {
      start = part * size;
      best = finer(best, from(f, x, start, side));
    }
    if (x == 0 || start < Math.abs(x)) {
      return best;
    }
    while (start > Math.abs(x) / 4 && start > 0) {
      start /= 2;
    }
    return start == 0 ? best : finer(best, from(f, x, start, side));
  }

  /// Another opinion, of steps of its own, where `slope` contradicts a derivative: an estimated
  /// bound is one time in some thousand below the error, and a function may be faster than all
  /// steps. The widest of these is an eighth of `turn`, where the derivative has the function
  /// change by as much as it is.
  static Slope again(Function f, double x, double turn) {
    double step = size(x);
    while (step > turn && turn > 0) {
      step /= 2;
    }
    return from(f, x, step * 0.09375, Side.BOTH);
  }

  private static Slope finer(Slope best, Slope finer) {
    boolean apart = Math.abs(best.value() - finer.value()) > best.bound() + finer.bound();
    return apart || finer.bound() < best.bound() ? finer : best;
  }

  /// The power of two above `x`, or one that is small enough beside 0.
  private static double size(double x) {
    double scale = 1;
    double size = Math.abs(x);
    while (scale < size && scale < 0x1p1000) {
      scale *= 2;
    }
    while (size > 0 && scale > 2 * size && scale > 0x1p-40) {
      scale /= 2;
    }
    return scale;
  }

  private static Slope from(Function f, double x, double start, Side side) {
    double[] before = new double[ROWS];
    double here = side == Side.BOTH ? Double.NaN : f.at(x);
    Slope best = Slope.NONE;
    double h = start;
    double rounding = Double.NaN;
    double noise = 0;
    for (int row = 0; row < ROWS; row++, h /= 2) {
      double right = side == Side.LEFT ? x : x + h;
      double left = side == Side.RIGHT ? x : x - h;
      double above = side == Side.LEFT ? here : f.at(right);
      double below = side == Side.RIGHT ? here : f.at(left);
      if (Double.isFinite(above - below) && Double.isNaN(rounding)) {
        // The widest step that is inside the domain; nearer to x the bound changes little.
        rounding = f.rounding(right) + f.rounding(left) + Double.MIN_VALUE;
      }
      double[] now = new double[ROWS];
      now[0] = (above - below) / (right - left);
      if (Double.isFinite(now[0])) {
        noise = Math.max(noise, rounding / (right - left));
        noise = Math.max(noise, 2 * Rounding.HALF_ULP * Math.abs(now[0]));
      }
      // Central differences have even powers of the step alone, one-sided ones have all.
      double factor = side == Side.BOTH ? 4 : 2;
      double power = factor;
      for (int column = 1; column <= row; column++, power *= factor) {
        now[column] = now[column - 1] + (now[column - 1] - before[column - 1]) / (power - 1);
        double error =
            Math.max(
                Math.abs(now[column] - now[column - 1]),
                Math.abs(now[column] - before[column - 1]));
        // Each column amplifies noise by (power + 1) / (power - 1): below 2.2 and 9 in all.
        double bound = 2 * error + (side == Side.BOTH ? 2.2 : 9) * noise;
        if (bound < best.bound()) {
          best = new Slope(now[column], bound);
        }
      }
      // From here on rounding alone is more than what was reached.
      if (noise > best.bound()) {
        break;
      }
      before = now;
    }
    return best;
  }
}
