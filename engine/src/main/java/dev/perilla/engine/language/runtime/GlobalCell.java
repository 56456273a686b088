package dev.perilla.engine.language.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name of a module; `null` while the module does not define it, and then `builtin` counts.
final class GlobalCell {
  final String name;
  @Nullable Object value;
  @Nullable Object builtin;
  int since = 0; // which of the names it was, in the order in which the module has them
  private @Nullable Object copy; // of gradients, which have these readings
  private List<Reading> readings = List.of();

  GlobalCell(String name) {
    this.name = name;
  }

  /// The module has the name from now on, the last one, or again.
  void give(Run run, Object given) {
    if (value == null) {
      since = ++run.named;
    }
    value = given;
  }

  /// The program has given the name `copy`, which holds gradients with these readings.
  void holds(Object copy, List<Reading> readings) {
    this.copy = readings.isEmpty() ? null : copy; // nothing is kept alive for nothing
    this.readings = readings;
  }

  /// The readings of the gradients that the value of the name is a copy of.
  @SuppressWarnings("ReferenceEquality") // another value that is equal is no copy
  List<Reading> gradients() {
    return copy != null && copy == value ? readings : List.of();
  }
}
