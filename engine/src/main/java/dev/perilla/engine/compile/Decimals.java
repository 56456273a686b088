package dev.perilla.engine.compile;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How many decimals the numbers of a column have in common, so that they stand below each other.
final class Decimals {
  /// More digits than this are hard to read, wherever they stand.
  private static final int MOST_DIGITS = 8;

  /// Significant digits that each rounded number keeps.
  private static final int LEAST_KEPT = 3;

  /// Zeros that exact numbers are given to stand below each other: of money and the like, not of 1,
  /// 0.1, 0.01 and 0.001.
  private static final int MOST_FILLED = 2;

  private Decimals() {}

  /// A number as it is shown alone.
  private record Cell(BigDecimal exact, int decimals, boolean rounded) {
    static Cell of(Fact.Quantity quantity) {
      BigDecimal shown = new BigDecimal(Shown.shortest(quantity));
      boolean same = Judge.same(new Fact.Quantity(shown, false, ""), quantity);
      return new Cell(quantity.exact(), Math.max(0, shown.scale()), !same);
    }

    /// The place of its first digit, counted from the point: 2 for 57.9, -1 for 0.05.
    int magnitude() {
      return exact.precision() - exact.scale();
    }
  }

  /// Those of numbers that have different ones alone: all that the rounded ones have, and all that
  /// others need. Empty where the numbers are too different for that.
  static OptionalInt common(List<Fact.Quantity> column) {
    if (column.stream().anyMatch(it -> Shown.shortest(it).indexOf('e') >= 0)) {
      return OptionalInt.empty();
    }
    List<Cell> cells = column.stream().map(Cell::of).toList();
    int needed = decimals(cells, false).max().orElse(0);
    OptionalInt rounded = decimals(cells, true).min();
    int common = Math.max(needed, rounded.orElse(0));
    if (rounded.isEmpty() && common > MOST_FILLED) {
      return OptionalInt.empty();
    }
    boolean alike = cells.stream().allMatch(it -> it.decimals() == common);
    boolean readable =
        cells.stream()
            .filter(it -> it.exact().signum() != 0)
            .allMatch(
                it ->
                    Math.max(1, it.magnitude()) + common <= MOST_DIGITS
                        && (!it.rounded() || it.magnitude() + common >= LEAST_KEPT));
    return alike || !readable ? OptionalInt.empty() : OptionalInt.of(common);
  }

  private static IntStream decimals(List<Cell> cells, boolean rounded) {
    return cells.stream().filter(it -> it.rounded() == rounded).mapToInt(Cell::decimals);
  }
}
