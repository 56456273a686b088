package dev.perilla.engine.knobs;

import dev.perilla.engine.autograd.Reals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is drawn of lines and lists, the same at build and in the page: which places, and these as
/// text, `x y x y …`, each with six digits; `nan` where a line is broken.
public final class Drawn {
  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  /// Places at which a line over a range is asked for.
  private static final int SAMPLES = 97;

  /// Cells of a plane along each of its axes.
  private static final int CELLS = 48;

  /// Places of a list that are drawn; a longer one is thinned.
  private static final int MOST = 400;

  private Drawn() {}

  /// A place of the drawing: six digits are finer than any screen.
  public static double place(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? Double.NaN
        : new BigDecimal(value).round(SIX).doubleValue();
  }

  /// Equal steps from one end of a range to the other.
  public static double[] along(double from, double to) {
    double[] places = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double part = (double) i / (SAMPLES - 1);
      places[i] = from * (1 - part) + to * part;
    }
    return places;
  }

  /// The middles of the cells of a plane, row by row from top to bottom.
  public static List<double[]> middles(double left, double right, double low, double high) {
    List<double[]> places = new ArrayList<>();
    for (int row = CELLS - 1; row >= 0; row--) {
      for (int column = 0; column < CELLS; column++) {
        places.add(new double[] {middle(left, right, column), middle(low, high, row)});
      }
    }
    return places;
  }

  private static double middle(double from, double to, int cell) {
    return from + (to - from) * (cell + 0.5) / CELLS;
  }

  /// Where the values of the first cells are positive: rows from top to bottom, in each a character
  /// per cell, `+`, `-`, or `?` where there is no value.
  public static List<String> rows(double[] values) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < CELLS; row++) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < CELLS; column++) {
        double value = values[row * CELLS + column];
        cells.append(Double.isNaN(value) ? '?' : value > 0 ? '+' : '-');
      }
      rows.add(cells.toString());
    }
    return rows;
  }

  /// The same, as places of an expression of one name.
  static List<double[]> ofOne(double[] places) {
    List<double[]> all = new ArrayList<>();
    for (double place : places) {
      all.add(new double[] {place});
    }
    return all;
  }

  /// The indices of a list that are drawn: of each stretch of a long one the least and the
  /// greatest.
  public static int[] kept(double[] values) {
    boolean[] kept = new boolean[values.length];
    if (values.length <= MOST) {
      Arrays.fill(kept, true);
    } else {
      int stretches = MOST / 2;
      for (int s = 0; s < stretches; s++) {
        int from = (int) ((long) s * values.length / stretches);
        int to = (int) ((long) (s + 1) * values.length / stretches);
        int low = from;
        int high = from;
        for (int i = from; i < to; i++) {
          low = values[i] < values[low] ? i : low;
          high = values[i] > values[high] ? i : high;
        }
        kept[low] = true;
        kept[high] = true;
      }
      kept[0] = true;
      kept[values.length - 1] = true;
    }
    int[] indices = new int[values.length];
    int next = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        indices[next++] = i;
      }
    }
    return Arrays.copyOf(indices, next);
  }

  /// The places of a line.
  public static String text(double[] x, double[] y) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      out.append(out.isEmpty() ? "" : " ").append(Reals.repr(place(x[i])));
      out.append(' ').append(Reals.repr(place(y[i])));
    }
    return out.toString();
  }

  /// The places of a list as it is drawn.
  public static String list(double[] x, double[] y) {
    int[] kept = kept(y);
    double[] xs = new double[kept.length];
    double[] ys = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      xs[i] = x[kept[i]];
      ys[i] = y[kept[i]];
    }
    return text(xs, ys);
  }

  /// The line through a place, from one end of a range to the other: an end, the place, the other
  /// end.
  public static String tangent(double x, double value, double slope, double from, double to) {
    double left = value + slope * (from - x);
    double right = value + slope * (to - x);
    return text(new double[] {from, x, to}, new double[] {left, value, right});
  }
}
