package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Floats;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import dev.perilla.engine.language.syntax.UnaryOp;
import dev.perilla.engine.language.text.CodePoints;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What operators mean for objects of any class.
final class Ops {
  private static final int LONG = 1000; // shorter texts and ints cost nothing that counts
  private static final Long[] SMALL = new Long[1024 + 256];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = (long) (i - 256);
    }
  }

  private Ops() {}

  /// The int, without allocating for small ones.
  static Long box(long value) {
    return value >= -256 && value < 1024 ? SMALL[(int) value + 256] : (Long) value;
  }

  /// Whether the two are one object, as Python's `is` asks of all but small values.
  @SuppressWarnings("ReferenceEquality") // the point of it
  static boolean identical(Object a, Object b) {
    return a == b;
  }

  // Binary

  static Object binary(Run run, BinaryOp op, Object a, Object b) {
    Object result = tryBinary(run, op, a, b);
    if (result == Singleton.NOT_IMPLEMENTED) {
      throw unsupported(run, op, op.sign(), a, b);
    }
    return result;
  }

  static Object inPlace(Run run, BinaryOp op, Object a, Object b) {
    if (a instanceof PyInstance) {
      Object result = Calls.special(run, a, op.inPlace(), b);
      if (result != null && result != Singleton.NOT_IMPLEMENTED) {
        return result;
      }
    } else if (a instanceof PyList list) {
      if (op == BinaryOp.ADD) {
        Lists.extend(run, list, b);
        return list;
      }
      if (op == BinaryOp.MUL && Arithmetic.isInt(b)) {
        Lists.repeatInPlace(run, list, b);
        return list;
      }
    } else if (a instanceof PySet set && b instanceof PySet other) {
      if (Sets.inPlace(run, op, set, other)) {
        return set;
      }
    } else if (a instanceof PyDict dict && op == BinaryOp.BIT_OR) {
      Dicts.update(run, dict, b);
      return dict;
    }
    if (op == BinaryOp.MUL && isSequence(b) && (a instanceof PyDict || Sets.isSet(a))) {
      throw unsupported(run, op, "*=", a, b);
    }
    Object result = tryBinary(run, op, a, b);
    if (result == Singleton.NOT_IMPLEMENTED) {
      throw unsupported(run, op, op.sign() + "=", a, b);
    }
    return result;
  }

  private static Object tryBinary(Run run, BinaryOp op, Object a, Object b) {
    if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
      return numbers(run, op, a, b);
    }
    if (a instanceof PyInstance || b instanceof PyInstance) {
      Object result = instances(run, op, a, b);
      if (result != Singleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    return others(run, op, a, b);
  }

  /// The operator on objects of which no class of a program knows it.
  static Object others(Run run, BinaryOp op, Object a, Object b) {
    if (a instanceof PyValue || b instanceof PyValue) {
      return PyValue.binary(run, op, a, b);
    }
    return switch (op) {
      case ADD -> add(run, a, b);
      case MUL -> multiply(run, a, b);
      case MOD ->
          a instanceof String format
              ? PercentText.format(run, format, b)
              : Singleton.NOT_IMPLEMENTED;
      case BIT_AND, BIT_XOR, SUB -> Sets.binary(run, op, a, b);
      case BIT_OR -> {
        if (a instanceof PyDict left && b instanceof PyDict right) {
          yield Dicts.union(run, left, right);
        }
        Object union = PyUnion.of(a, b);
        yield union != null ? union : Sets.binary(run, op, a, b);
      }
      case DIV, FLOOR_DIV, POW, LEFT_SHIFT, RIGHT_SHIFT, MATMUL -> Singleton.NOT_IMPLEMENTED;
    };
  }

  private static Object numbers(Run run, BinaryOp op, Object a, Object b) {
    return switch (op) {
      case ADD -> Arithmetic.add(a, b, run);
      case SUB -> Arithmetic.subtract(a, b, run);
      case MUL -> Arithmetic.multiply(a, b, run);
      case DIV -> Arithmetic.trueDivide(a, b, run);
      case FLOOR_DIV -> Arithmetic.floorDivide(a, b, run);
      case MOD -> Arithmetic.modulo(a, b, run);
      case POW -> Arithmetic.power(a, b, run);
      case LEFT_SHIFT -> ints(a, b) ? Arithmetic.shiftLeft(a, b, run) : Singleton.NOT_IMPLEMENTED;
      case RIGHT_SHIFT -> ints(a, b) ? Arithmetic.shiftRight(a, b, run) : Singleton.NOT_IMPLEMENTED;
      case BIT_AND -> ints(a, b) ? Arithmetic.and(a, b, run) : Singleton.NOT_IMPLEMENTED;
      case BIT_OR -> ints(a, b) ? Arithmetic.or(a, b, run) : Singleton.NOT_IMPLEMENTED;
      case BIT_XOR -> ints(a, b) ? Arithmetic.xor(a, b, run) : Singleton.NOT_IMPLEMENTED;
      case MATMUL -> Singleton.NOT_IMPLEMENTED;
    };
  }

  private static boolean ints(Object a, Object b) {
    return Arithmetic.isInt(a) && Arithmetic.isInt(b);
  }

  private static Object instances(Run run, BinaryOp op, Object a, Object b) {
    PyClass left = Types.of(a);
    PyClass right = Types.of(b);
    boolean rightFirst = false;
    if (left != right && right.isSubclass(left)) {
      Object own = right.find(run, op.reflected());
      rightFirst = own != null && !own.equals(left.find(run, op.reflected()));
    }
    if (rightFirst) {
      Object result = Calls.special(run, b, op.reflected(), a);
      if (result != null && result != Singleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    Object result = Calls.special(run, a, op.method(), b);
    if (result != null && result != Singleton.NOT_IMPLEMENTED) {
      return result;
    }
    if (!rightFirst && left != right) {
      result = Calls.special(run, b, op.reflected(), a);
      if (result != null) {
        return result;
      }
    }
    return Singleton.NOT_IMPLEMENTED;
  }

  private static Object add(Run run, Object a, Object b) {
    if (a instanceof String left) {
      if (b instanceof String right) {
        return concat(run, left, right);
      }
      throw run.typeError("can only concatenate str (not \"" + Types.name(b) + "\") to str");
    }
    if (a instanceof PyList left) {
      if (b instanceof PyList right) {
        Object[] all = new Object[Lists.room(run, (long) left.size + right.size)];
        System.arraycopy(left.items, 0, all, 0, left.size);
        System.arraycopy(right.items, 0, all, left.size, right.size);
        return new PyList(run, all);
      }
      throw run.typeError("can only concatenate list (not \"" + Types.name(b) + "\") to list");
    }
    if (a instanceof PyTuple left) {
      if (b instanceof PyTuple right) {
        Object[] all = new Object[Lists.room(run, (long) left.items.length + right.items.length)];
        System.arraycopy(left.items, 0, all, 0, left.items.length);
        System.arraycopy(right.items, 0, all, left.items.length, right.items.length);
        return new PyTuple(all);
      }
      throw run.typeError("can only concatenate tuple (not \"" + Types.name(b) + "\") to tuple");
    }
    return Singleton.NOT_IMPLEMENTED;
  }

  static String concat(Run run, String a, String b) {
    long length = (long) a.length() + b.length();
    run.allocate(40 + 2 * length);
    run.steps(length / 256);
    return a.concat(b);
  }

  private static boolean isSequence(Object object) {
    return object instanceof String || object instanceof PyList || object instanceof PyTuple;
  }

  private static Object multiply(Run run, Object a, Object b) {
    if (isSequence(a)) {
      return repeat(run, a, b);
    }
    if (isSequence(b)) {
      return repeat(run, b, a);
    }
    return Singleton.NOT_IMPLEMENTED;
  }

  private static Object repeat(Run run, Object sequence, Object count) {
    Object index = Calls.special(run, count, "__index__");
    Object times = index == null ? count : index;
    if (!Arithmetic.isInt(times)) {
      throw run.typeError("can't multiply sequence by non-int of type '" + Types.name(times) + "'");
    }
    Object plain = Arithmetic.plain(times);
    if (plain instanceof BigInteger) {
      throw run.raise(Types.OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
    }
    long copies = plain instanceof Long small ? Math.max(0, small) : 0;
    return switch (sequence) {
      case String text -> {
        if (text.isEmpty() || copies == 0) {
          yield "";
        }
        Lists.room(run, product(text.length(), copies) / 8);
        yield text.repeat((int) copies);
      }
      case PyList list -> new PyList(run, Lists.repeat(run, list.toArray(), copies));
      case PyTuple tuple -> new PyTuple(Lists.repeat(run, tuple.items, copies));
      default -> Singleton.NOT_IMPLEMENTED;
    };
  }

  static long product(long a, long b) {
    return fits(a, b) && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }

  /// Whether `a * b` is a long. Small factors, nearly all, are told by their highest bits; the
  /// JVM's wide product is no help here, because the page's engine has none.
  static boolean fits(long a, long b) {
    return (Math.abs(a) | Math.abs(b)) >>> 31 == 0
        || b == 0
        || (a * b / b == a && !(a == Long.MIN_VALUE && b == -1));
  }

  static Unwind unsupported(Run run, BinaryOp op, String sign, Object a, Object b) {
    String shown = op == BinaryOp.POW && sign.equals("**") ? "** or pow()" : sign;
    return run.typeError(
        "unsupported operand type(s) for "
            + shown
            + ": '"
            + Types.name(a)
            + "' and '"
            + Types.name(b)
            + "'"
            + (sign.equals(">>") && a instanceof Builtin builtin && builtin.name.equals("print")
                ? ". Did you mean \"print(<message>, file=<output_stream>)\"?"
                : ""));
  }

  // Unary

  static Object unary(Run run, UnaryOp op, Object a) {
    if (Arithmetic.isNumber(a)) {
      return switch (op) {
        case NEGATE -> Arithmetic.negate(a);
        case PLUS -> Arithmetic.plain(a);
        case NOT -> !Arithmetic.isTrue(a);
        case SQRT -> squareRoot(run, a);
        case INVERT -> {
          if (a instanceof Double) {
            throw badUnary(run, op, a);
          }
          yield Arithmetic.subtract(-1L, a, run);
        }
      };
    }
    if (op == UnaryOp.NOT) {
      return !isTrue(run, a);
    }
    if (a instanceof PyValue value) {
      return switch (op) {
        case NEGATE -> value.negate(run);
        case SQRT -> value.apply(run, value.value.sqrt());
        case PLUS, INVERT, NOT -> throw badUnary(run, op, a);
      };
    }
    Object result = op == UnaryOp.SQRT ? null : Calls.special(run, a, op.method());
    if (result == null) {
      throw badUnary(run, op, a);
    }
    return result;
  }

  private static Object squareRoot(Run run, Object a) {
    double value = Arithmetic.real(a);
    if (value < 0) {
      throw run.valueError("math domain error");
    }
    return Math.sqrt(value);
  }

  private static Unwind badUnary(Run run, UnaryOp op, Object a) {
    return run.typeError("bad operand type for unary " + op.sign() + ": '" + Types.name(a) + "'");
  }

  // Truth

  static boolean isTrue(Run run, Object object) {
    return switch (object) {
      case Boolean flag -> flag;
      case Long number -> number != 0;
      case Double number -> number != 0;
      case BigInteger number -> number.signum() != 0;
      case String text -> !text.isEmpty();
      case Singleton single -> single != Singleton.NONE;
      case PyList list -> list.size > 0;
      case PyTuple tuple -> tuple.items.length > 0;
      case PyDict dict -> dict.table.size > 0;
      case PySet set -> set.table.size > 0;
      case PyDict.View view -> view.dict().table.size > 0;
      case PyRange range -> range.length > 0;
      case PyInstance instance -> instanceTruth(run, instance);
      default -> true;
    };
  }

  private static boolean instanceTruth(Run run, PyInstance instance) {
    Object method = instance.type.find(run, "__bool__");
    if (method != null) {
      Object result = Calls.method(run, instance, method);
      if (result instanceof Boolean flag) {
        return flag;
      }
      throw run.typeError("__bool__ should return bool, returned " + Types.name(result));
    }
    method = instance.type.find(run, "__len__");
    return method == null || Sequences.length(run, instance) > 0;
  }

  // Comparison

  static boolean compare(Run run, CompareOp op, Object a, Object b) {
    return switch (op) {
      case IS -> same(a, b);
      case IS_NOT -> !same(a, b);
      case IN -> Sequences.contains(run, b, a);
      case NOT_IN -> !Sequences.contains(run, b, a);
      case EQUAL -> equal(run, a, b);
      case NOT_EQUAL ->
          (a instanceof PyInstance || b instanceof PyInstance)
              ? isTrue(run, rich(run, op, a, b))
              : !equal(run, a, b);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> isTrue(run, rich(run, op, a, b));
    };
  }

  /// `a is b`: small numbers and strings are values here, so equal ones of the same type are the
  /// same.
  static boolean same(Object a, Object b) {
    if (identical(a, b)) {
      return true;
    }
    if (a instanceof Long || a instanceof Boolean || a instanceof String) {
      return a.equals(b);
    }
    return a instanceof PyTuple x && b instanceof PyTuple y && x.items.length + y.items.length == 0;
  }

  private static void compares(Run run, Object number) {
    if (number instanceof BigInteger big) {
      run.steps(big.bitLength() / 2048);
    }
  }

  /// The object that a comparison gives, which a class may choose.
  static Object rich(Run run, CompareOp op, Object a, Object b) {
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
        if (!identical(a[i], b[i]) && !equal(run, a[i], b[i])) {
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
    boolean rightFirst =
        left != right && right.isSubclass(left) && right.find(run, op.reflected()) != null;
    if (rightFirst) {
      Object result = Calls.special(run, b, op.reflected(), a);
      if (result != null && result != Singleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    Object result = Calls.special(run, a, op.method(), b);
    if (result != null && result != Singleton.NOT_IMPLEMENTED) {
      return result;
    }
    if (result == null && op == CompareOp.NOT_EQUAL) {
      Object equal = Calls.special(run, a, "__eq__", b);
      if (equal != null && equal != Singleton.NOT_IMPLEMENTED) {
        return !isTrue(run, equal);
      }
    }
    if (!rightFirst) {
      result = Calls.special(run, b, op.reflected(), a);
      if (result != null && result != Singleton.NOT_IMPLEMENTED) {
        return result;
      }
      if (result == null && op == CompareOp.NOT_EQUAL) {
        Object equal = Calls.special(run, b, "__eq__", a);
        if (equal != null && equal != Singleton.NOT_IMPLEMENTED) {
          return !isTrue(run, equal);
        }
      }
    }
    return switch (op) {
      case EQUAL -> identical(a, b);
      case NOT_EQUAL -> !identical(a, b);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, IN, NOT_IN, IS, IS_NOT -> null;
    };
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
    if (identical(a, b)) {
      return true;
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
              && (x.length == 0 || (x.start == y.start && (x.length == 1 || x.step == y.step)));
      case BoundMethod x ->
          b instanceof BoundMethod y
              && identical(x.self(), y.self())
              && identical(x.function(), y.function());
      case PyUnion x -> b instanceof PyUnion y && x.sameAs(y);
      case Method.Bound x ->
          b instanceof Method.Bound y
              && same(x.self(), y.self())
              && identical(x.method(), y.method());
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
    return result != null && isTrue(run, result);
  }

  private static boolean equalLists(Run run, PyList a, PyList b) {
    if (a.size != b.size) {
      return false;
    }
    run.nest();
    try {
      for (int i = 0; i < a.size && i < b.size; i++) {
        run.step();
        if (!identical(a.items[i], b.items[i])
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
        if (!identical(a[i], b[i]) && !equal(run, a[i], b[i])) {
          return false;
        }
      }
      return true;
    } finally {
      run.nesting--;
    }
  }

  /// `hash(object)`
  static long hash(Run run, Object object) {
    return switch (object) {
      case String text -> text.hashCode();
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
      case PyRange range -> range.length * 31 + range.start * 7 + range.step;
      case BoundMethod bound ->
          System.identityHashCode(bound.self()) ^ System.identityHashCode(bound.function());
      case Long number -> Arithmetic.hash(number);
      case BigInteger number -> {
        run.work(number.bitLength());
        yield Arithmetic.hash(number);
      }
      case Boolean flag -> flag ? 1 : 0;
      case PyValue value -> System.identityHashCode(value.self());
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
    return instance.number;
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
