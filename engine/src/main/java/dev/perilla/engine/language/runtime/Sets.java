package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import org.jspecify.annotations.Nullable;

/// Sets, and the views of dicts that act as sets.
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

  static void add(Run run, PySet set, Object items) {
    if (items instanceof PySet other) {
      run.steps(other.table.size);
      set.table.copyFrom(run, other.table);
      return;
    }
    PyIterator iterator = Iterate.over(run, items);
    for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
      run.step();
      set.add(run, item);
    }
  }

  static boolean has(Run run, PySet set, Object item) {
    return set.table.find(run, item) >= 0;
  }

  private static PySet asSet(Run run, Object object) {
    return object instanceof PySet set ? set : of(run, object);
  }

  static Object binary(Run run, BinaryOp op, Object a, Object b) {
    if (!isSet(a) || !isSet(b)) {
      return Singleton.NOT_IMPLEMENTED;
    }
    PySet left = asSet(run, a);
    PySet right = asSet(run, b);
    return switch (op) {
      case BIT_OR -> {
        PySet all = of(run, left);
        add(run, all, right);
        yield all;
      }
      case BIT_AND -> keep(run, left, right, true);
      case SUB -> keep(run, left, right, false);
      case BIT_XOR -> {
        PySet one = keep(run, left, right, false);
        add(run, one, keep(run, right, left, false));
        yield one;
      }
      case ADD, MUL, DIV, FLOOR_DIV, MOD, POW, LEFT_SHIFT, RIGHT_SHIFT, MATMUL ->
          Singleton.NOT_IMPLEMENTED;
    };
  }

  /// What of `left` is in `right`, or is not.
  static PySet keep(Run run, PySet left, PySet right, boolean inside) {
    PySet kept = new PySet(run);
    Table table = left.table;
    for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
      run.step();
      if (has(run, right, table.key(at)) == inside) {
        kept.add(run, table.key(at));
      }
    }
    return kept;
  }

  /// Whether the operator changes the left set.
  static boolean inPlace(Run run, BinaryOp op, PySet set, PySet other) {
    return switch (op) {
      case BIT_OR, BIT_AND, SUB, BIT_XOR -> {
        set.touch(run);
        if (op == BinaryOp.BIT_OR) {
          add(run, set, other);
        } else {
          replace(run, set, (PySet) binary(run, op, set, other));
        }
        yield true;
      }
      case ADD, MUL, DIV, FLOOR_DIV, MOD, POW, LEFT_SHIFT, RIGHT_SHIFT, MATMUL -> false;
    };
  }

  static void replace(Run run, PySet set, PySet content) {
    set.table.clear();
    set.table.copyFrom(run, content.table);
  }

  static boolean equal(Run run, Object a, Object b) {
    if (!isSet(a) || !isSet(b)) {
      return Ops.identical(a, b);
    }
    PySet left = asSet(run, a);
    PySet right = asSet(run, b);
    return left.table.size == right.table.size && isSubset(run, left, right);
  }

  static boolean isSubset(Run run, PySet left, PySet right) {
    Table table = left.table;
    for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
      run.step();
      if (!has(run, right, table.key(at))) {
        return false;
      }
    }
    return true;
  }

  static @Nullable Boolean compare(Run run, CompareOp op, Object a, Object b) {
    if (!isSet(a) || !isSet(b)) {
      return null;
    }
    PySet left = asSet(run, a);
    PySet right = asSet(run, b);
    return switch (op) {
      case LESS -> left.table.size < right.table.size && isSubset(run, left, right);
      case LESS_EQUAL -> isSubset(run, left, right);
      case GREATER -> right.table.size < left.table.size && isSubset(run, right, left);
      case GREATER_EQUAL -> isSubset(run, right, left);
      case EQUAL -> equal(run, left, right);
      case NOT_EQUAL -> !equal(run, left, right);
      case IN, NOT_IN, IS, IS_NOT -> null;
    };
  }
}
