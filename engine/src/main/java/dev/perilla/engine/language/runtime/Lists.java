package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.text.CodePoints;

/// Rows of objects: room for them, repeating, extending, sorting.
final class Lists {
  private Lists() {}

  /// Charges for a row of so many places, and gives its length.
  static int room(Run run, long places) {
    if (places > Integer.MAX_VALUE - 16) {
      run.allocate(Long.MAX_VALUE / 2);
    }
    run.allocate(places * 16);
    run.steps(places / 8);
    return (int) places;
  }

  static Object[] repeat(Run run, Object[] items, long times) {
    long length = Ops.product(items.length, times);
    Object[] all = new Object[room(run, length)];
    for (int at = 0; at < all.length; at += items.length) {
      System.arraycopy(items, 0, all, at, items.length);
    }
    return all;
  }

  static void repeatInPlace(Run run, PyList list, long count) {
    list.touch(run);
    Object[] all = repeat(run, list.toArray(), count);
    list.items = all.length == 0 ? new Object[4] : all;
    list.size = all.length;
  }

  static void extend(Run run, PyList list, Object items) {
    list.touch(run);
    if (items instanceof PyList || items instanceof PyTuple) {
      Object[] more = Iterate.all(run, items);
      if (list.size + more.length > list.items.length) {
        list.grow(run, list.size + more.length);
      }
      System.arraycopy(more, 0, list.items, list.size, more.length);
      list.size += more.length;
      return;
    }
    if (items instanceof PyWideRange range) {
      Sequences.length(run, range);
    }
    PyIterator iterator = Iterate.measure(run, items);
    int holding = run.held.size();
    run.held.add(list);
    try {
      for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
        run.step();
        list.add(run, item);
      }
    } finally {
      run.release(holding);
    }
  }

  /// Sorts in place, stable, with Python's `<` alone; each comparison is a step.
  static void sort(Run run, Object[] items, Object key, boolean reverse) {
    int n = items.length;
    run.allocate(16L * n);
    run.steps(n);
    Object[] keys = items.clone();
    int holding = run.held.size();
    run.held.add(keys);
    run.held.add(items);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    try {
      for (int i = 0; i < n && key != Singleton.NONE; i++) {
        keys[i] = Calls.call(run, key, items[i]);
      }
      Sorting.sort(run, keys, order, reverse);
    } finally {
      run.release(holding); // where a comparison fails, the objects stay as far as they came
      Object[] before = items.clone();
      for (int i = 0; i < n; i++) {
        items[i] = before[order[i]];
      }
    }
  }

  /// Whether these are numbers of which it is known at once.
  private static boolean areEqual(Object a, Object b) {
    return (a instanceof Long x && b instanceof Long y)
        ? x.longValue() == y.longValue()
        : (a instanceof Double p && b instanceof Double q && p.doubleValue() == q.doubleValue());
  }

  /// `a < b`, in few steps for what is mostly sorted.
  static boolean less(Run run, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x < y;
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x < y;
    }
    if (a instanceof String x && b instanceof String y) {
      run.steps(Math.min(x.length(), y.length()) / 32);
      return CodePoints.compare(x, y) < 0;
    }
    if (a instanceof PyTuple x && b instanceof PyTuple y) {
      int at = 0;
      int common = Math.min(x.items.length, y.items.length);
      while (at < common && areEqual(x.items[at], y.items[at])) {
        at++;
      }
      if (at == common) {
        return x.items.length < y.items.length;
      }
      if (x.items[at] instanceof Long p && y.items[at] instanceof Long q) {
        return p < q;
      }
    }
    return Ops.isTrue(
        run, Comparing.rich(run, dev.perilla.engine.language.syntax.CompareOp.LESS, a, b));
  }
}
