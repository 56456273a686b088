package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.UnaryOp;
import java.math.BigInteger;

/// What operators mean for objects of any class; comparisons are in [Comparing].
final class Ops {
  private static final int LEAST = -128; // Java keeps one object of each int from here to 127
  private static final int MOST = 256; // and Python from -5 to here
  private static final Long[] SMALL = new Long[MOST - LEAST + 1];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = (long) (i + LEAST);
    }
  }

  private Ops() {}

  /// The int, without allocating for small ones.
  static Long box(long value) {
    return value >= LEAST && value <= MOST ? SMALL[(int) value - LEAST] : (Long) value;
  }

  /// The number as an object of its own, which Python makes where it counts on from a number.
  static Object anew(Object number) {
    return switch (number) {
      case Long small -> box(small);
      case Double real -> (Object) real.doubleValue();
      default -> number;
    };
  }

  /// Whether equal ints can be two objects here, so that one object says that Python has one too.
  static boolean isApart(long value) {
    return value < LEAST || value > MOST;
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
    } else if (a instanceof PyList list && (op == BinaryOp.ADD || op == BinaryOp.MUL)) {
      if (b instanceof PyInstance) {
        Object result = instances(run, op.method(), op.reflected(), a, b);
        if (result != Singleton.NOT_IMPLEMENTED) {
          return result;
        }
      }
      if (op == BinaryOp.ADD) {
        Lists.extend(run, list, b);
      } else {
        Lists.repeatInPlace(run, list, copies(run, b));
      }
      return list;
    } else if (a instanceof PySet set && b instanceof PySet other) {
      if (Sets.inPlace(run, op, set, other)) {
        return set;
      }
    } else if (a instanceof PyDict dict && op == BinaryOp.BIT_OR) {
      Dicts.update(run, dict, b);
      return dict;
    }
    if (op == BinaryOp.MUL && isSequence(b) && hasItems(a)) {
      Object result =
          a instanceof PyInstance
              ? instances(run, op.method(), op.reflected(), a, b)
              : Singleton.NOT_IMPLEMENTED;
      if (result == Singleton.NOT_IMPLEMENTED) {
        throw unsupported(run, op, "*=", a, b);
      }
      return result;
    }
    Object result = tryBinary(run, op, a, b);
    if (result == Singleton.NOT_IMPLEMENTED) {
      throw unsupported(run, op, op.sign() + "=", a, b);
    }
    return result;
  }

  /// Whether CPython looks for the repetition of a sequence in the left operand of `*=`, and there
  /// alone.
  private static boolean hasItems(Object a) {
    return a instanceof PyDict
        || Sets.isSet(a)
        || a instanceof PyRange
        || a instanceof PyWideRange
        || (a instanceof PyInstance instance && !instance.type.builtin);
  }

  private static Object tryBinary(Run run, BinaryOp op, Object a, Object b) {
    if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
      return numbers(run, op, a, b);
    }
    boolean format = a instanceof String && op == BinaryOp.MOD; // which takes objects of any class
    if (format) {
      run.within();
    }
    if (!format && (a instanceof PyInstance || b instanceof PyInstance)) {
      Object result = instances(run, op.method(), op.reflected(), a, b);
      if (result != Singleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    return others(run, op, a, b);
  }

  /// The operator on objects of which no class of a program knows it.
  static Object others(Run run, BinaryOp op, Object a, Object b) {
    if (a instanceof PyValue || (b instanceof PyValue && op != BinaryOp.MOD)) {
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

  /// What the classes of two operands make of an operator of these names.
  static Object instances(Run run, String method, String reflected, Object a, Object b) {
    PyClass left = Types.of(a);
    PyClass right = Types.of(b);
    boolean rightFirst = false;
    if (left != right && right.isSubclass(left)) {
      Object own = right.find(run, reflected);
      rightFirst = own != null && !own.equals(left.find(run, reflected));
    }
    if (rightFirst) {
      Object result = Calls.special(run, b, reflected, a);
      if (result != null && result != Singleton.NOT_IMPLEMENTED) {
        return result;
      }
    }
    Object result = Calls.special(run, a, method, b);
    if (result != null && result != Singleton.NOT_IMPLEMENTED) {
      return result;
    }
    if (!rightFirst && left != right) {
      result = Calls.special(run, b, reflected, a);
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
        if (left.items.length == 0 || right.items.length == 0) {
          return left.items.length == 0 ? right : left; // the same one
        }
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
    return a.isEmpty() ? b : a.concat(b);
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
    long copies = copies(run, count);
    return switch (sequence) {
      case String text -> {
        if (text.isEmpty() || copies == 0) {
          yield "";
        }
        Lists.room(run, product(text.length(), copies) / 8);
        yield text.repeat((int) copies);
      }
      case PyList list -> new PyList(run, Lists.repeat(run, list.toArray(), copies));
      case PyTuple tuple when copies == 1 -> tuple; // the same one
      case PyTuple tuple -> new PyTuple(Lists.repeat(run, tuple.items, copies));
      default -> Singleton.NOT_IMPLEMENTED;
    };
  }

  private static long copies(Run run, Object count) {
    Object index = Arithmetic.isInt(count) ? count : Constructors.index(run, count);
    Object times = index == null ? count : index;
    if (!Arithmetic.isInt(times)) {
      throw run.typeError("can't multiply sequence by non-int of type '" + Types.name(times) + "'");
    }
    Object plain = Arithmetic.plain(times);
    if (plain instanceof BigInteger) {
      throw run.raise(Types.OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
    }
    return plain instanceof Long small ? Math.max(0, small) : 0;
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
      case PyWideRange range -> !range.isEmpty();
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
}
