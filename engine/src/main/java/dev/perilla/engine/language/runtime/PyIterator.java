package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// Gives objects one by one; advancing it changes it.
abstract class PyIterator extends Mutable {
  final String type;

  PyIterator(Run run, String type) {
    super(run);
    this.type = type;
  }

  /// The next object, or `null` at the end.
  abstract @Nullable Object next(Run run);

  /// What it holds, for the count of memory.
  @Nullable Object[] held() {
    return new @Nullable Object[0];
  }
}
