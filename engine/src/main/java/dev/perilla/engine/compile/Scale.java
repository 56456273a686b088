package dev.perilla.engine.compile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// One axis of a plot: from where to where, and the round numbers within, in steps of 1, 2 or 5
/// times a power of ten.
///
/// @param marks ascending
record Scale(double from, double to, List<BigDecimal> marks) {
  private static final int WANTED = 5;
  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  Scale {
    marks = List.copyOf(marks);
  }

  /// Exactly from `from` to `to`.
  static Scale exact(double from, double to) {
    return new Scale(from, to, marks(from, to, false));
  }

  /// All of the values with some room around them.
  ///
  /// @param whole whether only whole numbers are marked
  static Scale around(double low, double high, boolean whole) {
    double room = high > low ? (high - low) * 0.06 : Math.max(1, Math.abs(high)) * 0.5;
    double from = low - room;
    double to = high + room;
    return new Scale(from, to, marks(from, to, whole));
  }

  private static List<BigDecimal> marks(double from, double to, boolean whole) {
    BigDecimal width = new BigDecimal(to).subtract(new BigDecimal(from));
    BigDecimal step = step(width);
    if (whole && step.compareTo(BigDecimal.ONE) < 0) {
      step = BigDecimal.ONE;
    }
    BigDecimal first = new BigDecimal(from).divide(step, 0, RoundingMode.CEILING);
    List<BigDecimal> marks = new ArrayList<>();
    BigDecimal at = first.multiply(step);
    while (at.compareTo(new BigDecimal(to)) <= 0) {
      marks.add(at.signum() == 0 ? BigDecimal.ZERO : at.stripTrailingZeros());
      at = at.add(step);
    }
    return marks;
  }

  /// The least round step that makes no more marks than wanted, and one more at most.
  private static BigDecimal step(BigDecimal width) {
    BigDecimal rough = width.divide(BigDecimal.valueOf(WANTED), SIX);
    int exponent = rough.precision() - rough.scale() - 1;
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent);
    for (int times : new int[] {1, 2, 5}) {
      BigDecimal step = unit.multiply(BigDecimal.valueOf(times));
      if (step.compareTo(rough) >= 0) {
        return step;
      }
    }
    return unit.scaleByPowerOfTen(1);
  }

  boolean holds(double value) {
    return value >= from && value <= to;
  }
}
