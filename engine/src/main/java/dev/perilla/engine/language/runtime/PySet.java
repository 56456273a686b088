package dev.perilla.engine.language.runtime;

/// A set, in the order of CPython where that is the same in each of its processes, else in order of
/// insertion.
public final class PySet extends Mutable {
  static final int BYTES = 200;

  final SetTable table = new SetTable();

  PySet(Run run) {
    super(run);
    run.allocate(BYTES);
  }

  boolean add(Run run, Object item) {
    return table.add(run, item);
  }
}
