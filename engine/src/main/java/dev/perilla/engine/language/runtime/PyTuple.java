package dev.perilla.engine.language.runtime;

/// A tuple. Nobody writes into `items` once it is made.
public final class PyTuple {
  static final PyTuple EMPTY = new PyTuple();

  final Object[] items;

  PyTuple(Object... items) {
    this.items = items;
  }

  /// What a tuple of so many items counts for in memory.
  static long bytes(int items) {
    return 32 + 24L * items;
  }
}
