package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import org.jspecify.annotations.Nullable;

/// Sets as wholes, and the views of dicts that act as sets. Each operation goes through members in
/// the order in which CPython does, which decides the order of what it makes.
final class Sets {
  private Sets() {}

  static boolean isSet(Object object) {
    return object instanceof PySet
        || (object instanceof PyDict.View view && view.part() != PyDict.View.Part.VALUES);
  }

  static PySet of(Run run, Object items) {
    PySet set = new PySet(run);
    add(run, set, items);
    return set;
  }

  /// A set that is written down with three constants or more: CPython makes a frozen set of them
  /// when it compiles, and a second one from the first.
  static PySet constant(Run run, Object[] values) {
    PySet first = new PySet(run);
    for (Object value : values) {
      first.add(run, value);
    }
    PySet second = new PySet(run);
    for (Object value : first.table.toArray()) {
      second.add(run, value);
    }
    return second;
  }

  /// `set.update(items)`
  static void add(Run run, PySet set, Object items) {
    if (items instanceof PySet other) {
      set.table.addAll(run, other.table);
      return;
    }
    if (items instanceof PyDict dict) {
      Table table = dict.table;
      set.table.expect(run, table.size);
      for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
        run.step();
        set.table.add(run, table.key(at), table.hash(at));
      }
      return;
    }
    PyIterator iterator = Iterate.over(run, items);
    int holding = run.held.size();
    run.held.add(set);
    try {
      for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
        run.step();
        set.add(run, item);
      }
    } finally {
      run.release(holding);
    }
  }

  static boolean has(Run run, PySet set, Object item) {
    return set.table.find(run, item) >= 0;
  }

  private static PySet asSet(Run run, Object object) {
    return object instanceof PySet set ? set : of(run, object);
  }

  /// What `list(view)` walks: of the view of the keys, the dict itself.
  private static PySet copyOf(Run run, Object object) {
    return object instanceof PyDict.View view && view.part() == PyDict.View.Part.KEYS
        ? of(run, view.dict())
        : of(run, object);
  }

  static Object binary(Run run, BinaryOp op, Object a, Object b) {
    boolean views = a instanceof PyDict.View || b instanceof PyDict.View;
    if (views && (isSet(a) || isSet(b))) {
      return ofViews(run, op, a, b);
    }
    if (!(a instanceof PySet left && b instanceof PySet right)) {
      return Singleton.NOT_IMPLEMENTED;
    }
    return switch (op) {
      case BIT_OR -> union(run, left, new Object[] {right});
      case BIT_AND -> intersection(run, left, right);
      case SUB -> difference(run, left, right);
      case BIT_XOR -> symmetricDifference(run, left, right);
      case ADD, MUL, DIV, FLOOR_DIV, MOD, POW, LEFT_SHIFT, RIGHT_SHIFT, MATMUL ->
          Singleton.NOT_IMPLEMENTED;
    };
  }

  /// `a.items() ^ b.items()`: an entry of both is never hashed.
  private static PySet exchanged(Run run, PyDict a, PyDict b) {
    PySet one = new PySet(run);
    PyDict left = Dicts.copy(run, a);
    Table table = b.table;
    for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
      run.step();
      Object key = table.key(at);
      Object value = table.value(at);
      int same = left.table.find(run, key, table.hash(at));
      Object other = same < 0 ? null : left.table.value(same);
      if (other != null && (Ops.identical(other, value) || Comparing.equal(run, other, value))) {
        left.table.removeAt(same);
      } else {
        one.add(run, new PyTuple(key, value));
      }
    }
    add(run, one, new PyDict.View(left, PyDict.View.Part.ITEMS));
    return one;
  }

  /// An operator with the view of a dict on one side: the other may be anything to iterate over.
  private static Object ofViews(Run run, BinaryOp op, Object a, Object b) {
    return switch (op) {
      case BIT_OR -> {
        PySet all = copyOf(run, a);
        add(run, all, b);
        yield all;
      }
      case SUB -> {
        PySet left = copyOf(run, a);
        remove(run, left, b);
        yield left;
      }
      case BIT_XOR -> {
        if (a instanceof PyDict.View left
            && b instanceof PyDict.View right
            && left.part() == PyDict.View.Part.ITEMS
            && right.part() == PyDict.View.Part.ITEMS) {
          yield exchanged(run, left.dict(), right.dict());
        }
        PySet one = copyOf(run, a);
        exchange(run, one, b);
        yield one;
      }
      case BIT_AND -> isSet(a) && a instanceof PyDict.View ? both(run, a, b) : both(run, b, a);
      case ADD, MUL, DIV, FLOOR_DIV, MOD, POW, LEFT_SHIFT, RIGHT_SHIFT, MATMUL ->
          Singleton.NOT_IMPLEMENTED;
    };
  }

  private static Object both(Run run, Object view, Object other) {
    long length = Sequences.length(run, view);
    if (other instanceof PySet set && length <= set.table.size) {
      return intersection(run, set, view);
    }
    Object left = view;
    Object right = other;
    if (isSet(other) && !(other instanceof PySet) && Sequences.length(run, other) > length) {
      left = other;
      right = view;
    }
    PySet kept = new PySet(run);
    PyIterator iterator = Iterate.over(run, right);
    for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
      run.step();
      if (Sequences.contains(run, left, item)) {
        kept.add(run, item);
      }
    }
    return kept;
  }

  static PySet union(Run run, PySet set, Object[] others) {
    PySet all = of(run, set);
    for (Object items : others) {
      if (!Ops.identical(items, set)) {
        add(run, all, items);
      }
    }
    return all;
  }

  static PySet intersection(Run run, PySet set, Object items) {
    if (Ops.identical(set, items)) {
      return of(run, set);
    }
    PySet kept = new PySet(run);
    if (items instanceof PySet other) {
      boolean swap = other.table.size > set.table.size;
      SetTable walked = swap ? set.table : other.table;
      kept.table.addWhere(run, walked, swap ? other.table : set.table, true);
      return kept;
    }
    PyIterator iterator = Iterate.over(run, items);
    for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
      run.step();
      long hash = Comparing.hash(run, item);
      if (set.table.has(run, item, hash)) {
        kept.table.add(run, item, hash);
        if (kept.table.size >= set.table.size) {
          break; // no other can be in both
        }
      }
    }
    return kept;
  }

  static PySet difference(Run run, PySet set, Object items) {
    int size =
        items instanceof PySet other
            ? other.table.size
            : items instanceof PyDict dict ? dict.table.size : Integer.MAX_VALUE;
    if (size == Integer.MAX_VALUE || set.table.size >> 2 > size) {
      PySet left = of(run, set);
      remove(run, left, items);
      return left;
    }
    PySet left = new PySet(run);
    if (items instanceof PySet other) {
      left.table.addWhere(run, set.table, other.table, false);
    } else if (items instanceof PyDict dict) {
      left.table.addWithout(run, set.table, dict.table);
    }
    return left;
  }

  /// `set.difference_update(items)`
  static void remove(Run run, PySet set, Object items) {
    if (Ops.identical(set, items)) {
      set.table.clear();
      return;
    }
    if (items instanceof PySet other) {
      PySet removed =
          other.table.size >> 3 > set.table.size ? intersection(run, set, other) : other;
      set.table.removeAll(run, removed.table);
    } else {
      PyIterator iterator = Iterate.over(run, items);
      for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
        run.step();
        set.table.discard(run, item);
      }
    }
    set.table.tidy(run);
  }

  static PySet symmetricDifference(Run run, PySet set, Object items) {
    PySet one = of(run, items);
    exchange(run, one, set);
    return one;
  }

  /// `set.symmetric_difference_update(items)`
  static void exchange(Run run, PySet set, Object items) {
    if (Ops.identical(set, items)) {
      set.table.clear();
      return;
    }
    if (items instanceof PyDict dict) {
      Table table = dict.table;
      for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
        run.step();
        long hash = table.hash(at);
        if (!set.table.discard(run, table.key(at), hash)) {
          set.table.add(run, table.key(at), hash);
        }
      }
      return;
    }
    set.table.exchange(run, asSet(run, items).table);
  }

  /// Whether the operator changes the left set.
  static boolean inPlace(Run run, BinaryOp op, PySet set, PySet other) {
    switch (op) {
      case BIT_OR -> {
        set.touch(run);
        add(run, set, other);
      }
      case BIT_AND -> {
        set.touch(run);
        set.table.become(intersection(run, set, other).table);
      }
      case SUB -> {
        set.touch(run);
        remove(run, set, other);
      }
      case BIT_XOR -> {
        set.touch(run);
        exchange(run, set, other);
      }
      case ADD, MUL, DIV, FLOOR_DIV, MOD, POW, LEFT_SHIFT, RIGHT_SHIFT, MATMUL -> {
        return false;
      }
    }
    return true;
  }

  static boolean areDisjoint(Run run, Object set, Object items) {
    if (set instanceof PySet one && items instanceof PySet other) {
      boolean swap = other.table.size > one.table.size;
      return (swap ? one : other).table.all(run, (swap ? other : one).table, false);
    }
    boolean swap = isSet(items) && Sequences.length(run, items) > Sequences.length(run, set);
    PyIterator iterator = Iterate.over(run, swap ? set : items);
    for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
      run.step();
      if (Sequences.contains(run, swap ? items : set, item)) {
        return false;
      }
    }
    return true;
  }

  static boolean equal(Run run, Object a, Object b) {
    if (!isSet(a) || !isSet(b)) {
      return Ops.identical(a, b);
    }
    boolean turned = a instanceof PySet && b instanceof PyDict.View; // the view answers
    return Sequences.length(run, a) == Sequences.length(run, b)
        && isSubset(run, turned ? b : a, turned ? a : b);
  }

  /// Whether each member of the left is in the right: sets or views of dicts, whose values need no
  /// hash.
  static boolean isSubset(Run run, Object left, Object right) {
    if (left instanceof PySet one && right instanceof PySet other) {
      return one.table.all(run, other.table, true);
    }
    PyIterator iterator = Iterate.over(run, left);
    for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
      run.step();
      if (right instanceof PySet set
          ? !has(run, set, item)
          : !Sequences.contains(run, right, item)) {
        return false;
      }
    }
    return true;
  }

  static @Nullable Boolean compare(Run run, CompareOp op, Object a, Object b) {
    if (!isSet(a) || !isSet(b)) {
      return null;
    }
    long left = Sequences.length(run, a);
    long right = Sequences.length(run, b);
    return switch (op) {
      case LESS -> left < right && isSubset(run, a, b);
      case LESS_EQUAL -> left <= right && isSubset(run, a, b);
      case GREATER -> right < left && isSubset(run, b, a);
      case GREATER_EQUAL -> right <= left && isSubset(run, b, a);
      case EQUAL -> equal(run, a, b);
      case NOT_EQUAL -> !equal(run, a, b);
      case IN, NOT_IN, IS, IS_NOT -> null;
    };
  }
}
