package dev.perilla.engine.language.runtime;

/// A set, in order of insertion (CPython's order is that of hashes).
public final class PySet extends Mutable {
  static final int BYTES = 200;

  final Table table = new Table();

  PySet(Run run) {
    super(run);
    run.allocate(BYTES);
  }

  boolean add(Run run, Object item) {
    return table.put(run, item, true);
  }
}
