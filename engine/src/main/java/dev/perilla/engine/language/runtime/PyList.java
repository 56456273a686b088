package dev.perilla.engine.language.runtime;

import java.util.Arrays;

/// A list.
public final class PyList extends Mutable {
  /// What a list counts for in memory, and what each of its places counts for.
  static final int BYTES = 48;

  static final int PLACE = 24;

  Object[] items;
  int size;

  PyList(Run run) {
    super(run);
    run.allocate(BYTES);
    items = new Object[4];
  }

  /// Takes `items` as its own, all of them.
  PyList(Run run, Object[] items) {
    this(run, items, items.length);
  }

  PyList(Run run, Object[] items, int size) {
    super(run);
    run.allocate(BYTES + (long) PLACE * items.length);
    this.items = items;
    this.size = size;
  }

  void add(Run run, Object item) {
    if (size == items.length) {
      grow(run, size + 1);
    }
    items[size++] = item;
  }

  void grow(Run run, int least) {
    int length = Math.max(least, Math.max(8, items.length + (items.length >> 1)));
    run.allocate((long) PLACE * (length - items.length));
    items = Arrays.copyOf(items, length);
  }

  Object[] toArray() {
    return Arrays.copyOf(items, size);
  }

  void insert(Run run, int at, Object item) {
    if (size == items.length) {
      grow(run, size + 1);
    }
    System.arraycopy(items, at, items, at + 1, size - at);
    items[at] = item;
    size++;
  }

  Object remove(int at) {
    Object item = items[at];
    System.arraycopy(items, at + 1, items, at, size - at - 1);
    size--;
    forget(size, size + 1);
    return item;
  }

  /// Lets go of the objects at places that are no longer of the list.
  void forget(int from, int to) {
    for (int i = from; i < to; i++) {
      items[i] = Singleton.NONE;
    }
  }
}
