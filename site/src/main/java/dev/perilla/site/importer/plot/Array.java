package dev.perilla.site.importer.plot;

import dev.perilla.engine.language.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Numbers in rows and columns, as a program has them: lists within lists, or one number.
///
/// @param shape how many items on each level, the outermost first; empty for one number
/// @param items row by row
record Array(List<Integer> shape, List<Double> items) {
  private static final int MOST = 10_000;

  Array {
    shape = List.copyOf(shape);
    items = List.copyOf(items);
  }

  /// The numbers of a value of the program; empty where it has others, or rows of several lengths.
  static Optional<Array> of(Object object) {
    OptionalDouble number = Python.real(object);
    if (number.isPresent()) {
      return Double.isFinite(number.getAsDouble())
          ? Optional.of(new Array(List.of(), List.of(number.getAsDouble())))
          : Optional.empty();
    }
    List<Object> rows = Python.items(object).orElse(List.of());
    if (rows.isEmpty() || rows.size() > MOST) {
      return Optional.empty();
    }
    List<Double> items = new ArrayList<>();
    List<Integer> inner = List.of();
    for (int i = 0; i < rows.size(); i++) {
      Optional<Array> row = of(rows.get(i));
      boolean fits =
          row.isPresent()
              && (i == 0 || row.get().shape().equals(inner))
              && row.get().shape().size() < 2
              && items.size() < MOST;
      if (!fits) {
        return Optional.empty();
      }
      inner = row.get().shape();
      items.addAll(row.get().items());
    }
    List<Integer> shape = new ArrayList<>(List.of(rows.size()));
    shape.addAll(inner);
    return Optional.of(new Array(shape, items));
  }

  boolean isNumber() {
    return shape.isEmpty();
  }

  /// Whether another has the same numbers, but for the noise of floating point.
  boolean isNear(Array other) {
    return shape.equals(other.shape)
        && IntStream.range(0, items.size())
            .allMatch(i -> Program.near(items.get(i), other.items.get(i)));
  }

  /// The code of the number in a list of one, of `code` that gives the list; `code` for others.
  String item(String code) {
    String list = code.matches("(?U)\\w+") ? code : "(" + code + ")";
    return items.size() == 1 && depth() > 0 ? list + "[0]".repeat(depth()) : code;
  }

  /// How many levels of lists it has.
  int depth() {
    return shape.size();
  }
}
