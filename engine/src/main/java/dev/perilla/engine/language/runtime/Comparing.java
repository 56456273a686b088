package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Floats;
import dev.perilla.engine.language.syntax.CompareOp;
import dev.perilla.engine.language.text.CodePoints;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What comparisons mean for objects of any class: order, equality, and the hash that goes with it.
final class Comparing {
  private static final int LONG = 1000; // shorter texts and ints cost nothing that counts

  private Comparing() {}

  static boolean compare(Run run, CompareOp op, Object a, Object b) {
    return switch (op) {
      case IS -> Identity.same(run, a, b);
      case IS_NOT -> !Identity.same(run, a, b);
      case IN -> Sequences.contains(run, b, a);
      case NOT_IN -> !Sequences.contains(run, b, a);
      case EQUAL -> equal(run, a, b);
      case NOT_EQUAL ->
          (a instanceof PyInstance || b instanceof PyInstance)
              ? Ops.isTrue(run, rich(run, op, a, b))
              : !equal(run, a, b);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> Ops.isTrue(run, rich(run, op, a, b));
    };
  }

  private static void compares(Run run, Object number) {
    if (number instanceof BigInteger big) {
      run.steps(big.bitLength() / 2048);
    }
  }

  /// The object that a comparison gives, which a class may choose.
  static Object rich(Run run, CompareOp op, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return holds(op, Long.compare(x, y));
    }
    if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
      compares(run, a);
      return holds(op, Arithmetic.compare(a, b));
    }
    if (a instanceof PyInstance || b instanceof PyInstance) {
      Object result = instances(run, op, a, b);
      if (result != null) {
        return result;
      }
    }
    switch (op) {
      case EQUAL -> {
        return equal(run, a, b);
      }
      case NOT_EQUAL -> {
        return !equal(run, a, b);
      }
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {}
      case IN, NOT_IN, IS, IS_NOT -> {
        return compare(run, op, a, b);
      }
    }
    if (a instanceof String x && b instanceof String y) {
      run.steps(Math.min(x.length(), y.length()) / 32);
      return holds(op, Integer.signum(CodePoints.compare(x, y)));
    }
    if (a instanceof PyList x && b instanceof PyList y) {
      return rows(run, op, x.items, x.size, y.items, y.size);
    }
    if (a instanceof PyTuple x && b instanceof PyTuple y) {
      return rows(run, op, x.items, x.items.length, y.items, y.items.length);
    }
    if (a instanceof PySlice x && b instanceof PySlice y) {
      Object[] left = {x.low(), x.high(), x.step()};
      Object[] right = {y.low(), y.high(), y.step()};
      return rows(run, op, left, 3, right, 3);
    }
    Boolean sets = Sets.compare(run, op, a, b);
    if (sets != null) {
      return sets;
    }
    if (a instanceof PyValue || b instanceof PyValue) {
      Object x = a instanceof PyValue value ? value.decisive(run) : a;
      Object y = b instanceof PyValue value ? value.decisive(run) : b;
      if (Arithmetic.isNumber(x) && Arithmetic.isNumber(y)) {
        return holds(op, Arithmetic.compare(x, y));
      }
    }
    throw run.typeError(
        "'"
            + op.sign()
            + "' not supported between instances of '"
            + Types.name(a)
            + "' and '"
            + Types.name(b)
            + "'");
  }

  private static boolean holds(CompareOp op, int order) {
    if (order == Arithmetic.UNORDERED) {
      return op == CompareOp.NOT_EQUAL;
    }
    return switch (op) {
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case IN, NOT_IN, IS, IS_NOT -> false;
    };
  }

  private static Object rows(Run run, CompareOp op, Object[] a, int aSize, Object[] b, int bSize) {
    run.nest();
    try {
      int common = Math.min(aSize, bSize);
      for (int i = 0; i < common; i++) {
        run.step();
        if (!Ops.identical(a[i], b[i]) && !equal(run, a[i], b[i])) {
          return rich(run, op, a[i], b[i]);
        }
      }
      return holds(op, Integer.compare(aSize, bSize));
    } finally {
      run.nesting--;
    }
  }

  private static @Nullable Object instances(Run run, CompareOp op, Object a, Object b) {
    PyClass left = Types.of(a);
    PyClass right = Types.of(b);
    boolean rightFirst = left != right && right.isSubclass(left);
    Object result = rightFirst ? asked(run, op, op.reflected(), b, a) : null;
    if (result == null) {
      result = asked(run, op, op.method(), a, b);
    }
    if (result == null && !rightFirst) {
      result = asked(run, op, op.reflected(), b, a);
    }
    if (result != null) {
      return result;
    }
    return switch (op) {
      case EQUAL -> Ops.identical(a, b);
      case NOT_EQUAL -> !Ops.identical(a, b);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, IN, NOT_IN, IS, IS_NOT -> null;
    };
  }

  /// What the method of one object says of another; an object without `__ne__` has the opposite of
  /// its `__eq__`. Null where it says nothing.
  private static @Nullable Object asked(
      Run run, CompareOp op, String method, Object of, Object to) {
    Object result = Calls.special(run, of, method, to);
    if (result == null && op == CompareOp.NOT_EQUAL) {
      Object equal = Calls.special(run, of, "__eq__", to);
      return (equal == null || equal == Singleton.NOT_IMPLEMENTED) ? null : !Ops.isTrue(run, equal);
    }
    return result == Singleton.NOT_IMPLEMENTED ? null : result;
  }

  static boolean equal(Run run, String a, String b) {
    if (a.length() > LONG && a.length() == b.length()) {
      run.steps(a.length() / 512);
    }
    return a.equals(b);
  }

  /// `a == b`
  static boolean equal(Run run, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x.longValue() == y.longValue();
    }
    if (a instanceof String x) {
      return b instanceof String y
          ? equal(run, x, y)
          : b instanceof PyInstance && equalInstances(run, a, b);
    }
    if (run.isLooking() && (a instanceof PyValue || b instanceof PyValue)) {
      run.looks++;
      return equalData(a, b);
    }
    if (Arithmetic.isNumber(a)) {
      compares(run, a);
      return Arithmetic.isNumber(b)
          ? Arithmetic.equal(a, b)
          : b instanceof PyInstance && equalInstances(run, a, b);
    }
    if (a instanceof PyValue x && b instanceof PyValue y) {
      return x.self() == y.self();
    }
    if (a instanceof PyInstance || b instanceof PyInstance) {
      return equalInstances(run, a, b);
    }
    if (Ops.identical(a, b) && !(a instanceof PySet) && !(a instanceof PyDict)) {
      return true; // keys of equal hashes are compared even so
    }
    return switch (a) {
      case PyList x -> b instanceof PyList y && equalLists(run, x, y);
      case PyTuple x ->
          b instanceof PyTuple y
              && equalRows(run, x.items, x.items.length, y.items, y.items.length);
      case PyDict x -> b instanceof PyDict y && Dicts.equal(run, x, y);
      case PyRange x ->
          b instanceof PyRange y
              && x.length == y.length
              && (x.length == 0
                  || (x.start.equals(y.start) && (x.length == 1 || x.step.equals(y.step))));
      case PyWideRange x ->
          b instanceof PyWideRange y
              ? equal(run, x.identity(), y.identity())
              : b instanceof PyRange narrow && equal(run, x.identity(), narrow.identity());
      case BoundMethod x ->
          b instanceof BoundMethod y
              && Ops.identical(x.self(), y.self())
              && Ops.identical(x.function(), y.function());
      case PyUnion x -> b instanceof PyUnion y && x.sameAs(y);
      case Method.Bound x ->
          b instanceof Method.Bound y
              && Identity.same(run, x.self(), y.self())
              && Ops.identical(x.method(), y.method());
      case PySlice x ->
          b instanceof PySlice y
              && equal(run, x.low(), y.low())
              && equal(run, x.high(), y.high())
              && equal(run, x.step(), y.step());
      default -> Sets.equal(run, a, b);
    };
  }

  /// For texts, a value of the autograd is the number that it holds. Programs compare such values
  /// by identity, as micrograd does.
  static boolean equalData(Object a, Object b) {
    Object x = a instanceof PyValue value ? value.data() : a;
    Object y = b instanceof PyValue value ? value.data() : b;
    return Arithmetic.isNumber(x) && Arithmetic.isNumber(y) && Arithmetic.equal(x, y);
  }

  private static boolean equalInstances(Run run, Object a, Object b) {
    Object result = instances(run, CompareOp.EQUAL, a, b);
    return result != null && Ops.isTrue(run, result);
  }

  private static boolean equalLists(Run run, PyList a, PyList b) {
    if (a.size != b.size) {
      return false;
    }
    run.nest();
    try {
      for (int i = 0; i < a.size && i < b.size; i++) {
        run.step();
        if (!Ops.identical(a.items[i], b.items[i])
            && !equal(run, a.items[i], b.items[i])
            && i < a.size
            && i < b.size) { // the comparison may have emptied them
          return false;
        }
      }
      return a.size == b.size;
    } finally {
      run.nesting--;
    }
  }

  private static boolean equalRows(Run run, Object[] a, int aSize, Object[] b, int bSize) {
    if (aSize != bSize) {
      return false;
    }
    run.nest();
    try {
      for (int i = 0; i < aSize; i++) {
        run.step();
        if (!Ops.identical(a[i], b[i]) && !equal(run, a[i], b[i])) {
          return false;
        }
      }
      return true;
    } finally {
      run.nesting--;
    }
  }

  /// `hash(text)`: never -1, like every hash of Python.
  static long hash(String text) {
    int hash = text.hashCode();
    return hash == -1 ? -2 : hash;
  }

  /// `hash(object)`
  static long hash(Run run, Object object) {
    return switch (object) {
      case String text -> hash(text);
      case Long number when number >= 0 && number < (1L << 61) - 1 -> number;
      case Double number -> Floats.hash(number);
      case PyTuple tuple -> tuple(run, tuple);
      case PyList it -> throw unhashable(run, object);
      case PyDict it -> throw unhashable(run, object);
      case PySet it -> throw unhashable(run, object);
      case PySlice it -> throw unhashable(run, object);
      case PyDict.View view when view.part() != PyDict.View.Part.VALUES ->
          throw unhashable(run, object);
      case PyInstance instance -> instanceHash(run, instance);
      case Singleton single -> 0x5eed + single.toString().length();
      case PyRange range -> hash(run, range.identity());
      case PyWideRange range -> hash(run, range.identity());
      case BoundMethod bound ->
          System.identityHashCode(bound.self()) ^ System.identityHashCode(bound.function());
      case Long number -> Arithmetic.hash(number);
      case BigInteger number -> {
        run.work(number.bitLength());
        yield Arithmetic.hash(number);
      }
      case Boolean flag -> flag ? 1 : 0;
      case PyValue value -> System.identityHashCode(value.self());
      case PyUnion union -> {
        long sum = 0;
        for (PyClass type : union.types()) {
          sum += System.identityHashCode(type);
        }
        yield sum;
      }
      default -> System.identityHashCode(object);
    };
  }

  private static Unwind unhashable(Run run, Object object) {
    return run.typeError("unhashable type: '" + Types.name(object) + "'");
  }

  private static long instanceHash(Run run, PyInstance instance) {
    Object method = instance.type.hash(run);
    if (method == Singleton.NONE) {
      throw unhashable(run, instance);
    }
    if (method != null) {
      Object result = Calls.method(run, instance, method);
      if (!Arithmetic.isInt(result)) {
        throw run.typeError("__hash__ method should return an integer");
      }
      return Arithmetic.plain(result) instanceof Long fits
          ? (fits == -1 ? -2 : fits)
          : Arithmetic.hash(result);
    }
    return instance.hash();
  }

  /// As CPython mixes the hashes of a tuple's items (xxHash).
  private static long tuple(Run run, PyTuple tuple) {
    run.nest();
    try {
      long sum = 2870177450012600261L;
      for (Object item : tuple.items) {
        run.step();
        sum += hash(run, item) * -4417276706812531889L;
        sum = Long.rotateLeft(sum, 31) * -7046029288634856825L;
      }
      sum += tuple.items.length ^ (2870177450012600261L ^ 3527539L);
      return sum == -1 ? 1546275796 : sum;
    } finally {
      run.nesting--;
    }
  }
}
