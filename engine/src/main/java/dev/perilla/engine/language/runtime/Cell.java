package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// A variable that inner functions see too; `null` while it has no value.
final class Cell {
  final int epoch;
  @Nullable Object value;

  Cell(int epoch, @Nullable Object value) {
    this.epoch = epoch;
    this.value = value;
  }
}
