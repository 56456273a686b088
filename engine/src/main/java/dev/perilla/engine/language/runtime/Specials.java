package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The special methods of the language's own objects, for programs that call them by name:
/// `"abc".__len__()`.
final class Specials {
  private Specials() {}

  private interface Body {
    Object of(Run run, Object[] args);
  }

  /// The method, bound to the object, or `null` where such an object has none.
  static @Nullable Object of(Run run, Object object, String name) {
    if (!name.startsWith("__") || !name.endsWith("__")) {
      return null;
    }
    boolean sized =
        object instanceof String
            || object instanceof PyList
            || object instanceof PyTuple
            || object instanceof PyDict
            || object instanceof PySet
            || object instanceof PyRange;
    boolean indexed = sized && !(object instanceof PySet);
    boolean changing = object instanceof PyList || object instanceof PyDict;
    return switch (name) {
      case "__len__" -> sized ? method(name, 0, (r, a) -> Sequences.length(r, object)) : null;
      case "__contains__" ->
          sized ? method(name, 1, (r, a) -> Sequences.contains(r, object, a[0])) : null;
      case "__iter__" ->
          sized || object instanceof PyIterator
              ? method(name, 0, (r, a) -> Iterate.over(r, object))
              : null;
      case "__next__" ->
          object instanceof PyIterator ? method(name, 0, (r, a) -> Builtins.next(r, object)) : null;
      case "__getitem__" ->
          indexed ? method(name, 1, (r, a) -> Sequences.get(r, object, a[0])) : null;
      case "__setitem__" ->
          changing
              ? method(
                  name,
                  2,
                  (r, a) -> {
                    Sequences.set(r, object, a[0], a[1]);
                    return Singleton.NONE;
                  })
              : null;
      case "__delitem__" ->
          changing
              ? method(
                  name,
                  1,
                  (r, a) -> {
                    Sequences.delete(r, object, a[0]);
                    return Singleton.NONE;
                  })
              : null;
      case "__reversed__" ->
          object instanceof PyList
                  || object instanceof PyDict
                  || object instanceof PyRange
                  || object instanceof PyDict.View
              ? method(name, 0, (r, a) -> reversed(r, object))
              : null;
      case "__add__", "__mul__", "__rmul__" -> sequence(object, name);
      case "__or__", "__and__", "__sub__", "__xor__" ->
          object instanceof PySet ? ofSets(object, name) : arithmetic(object, name);
      case "__call__" ->
          object instanceof PyFunction
                  || object instanceof Builtin
                  || object instanceof BoundMethod
                  || object instanceof Method.Bound
              ? new Builtin(name, (r, a, keywords) -> Calls.call(r, object, a, keywords))
              : null;
      case "__str__" -> method(name, 0, (r, a) -> Show.str(r, object));
      case "__repr__" -> method(name, 0, (r, a) -> Show.repr(r, object));
      case "__format__" -> method(name, 1, (r, a) -> Show.format(r, object, Show.str(r, a[0])));
      case "__hash__" -> method(name, 0, (r, a) -> Ops.hash(r, object));
      case "__bool__" ->
          Arithmetic.isNumber(object) ? method(name, 0, (r, a) -> Ops.isTrue(r, object)) : null;
      case "__eq__" -> comparison(object, name, CompareOp.EQUAL);
      case "__ne__" -> comparison(object, name, CompareOp.NOT_EQUAL);
      case "__lt__" -> comparison(object, name, CompareOp.LESS);
      case "__le__" -> comparison(object, name, CompareOp.LESS_EQUAL);
      case "__gt__" -> comparison(object, name, CompareOp.GREATER);
      case "__ge__" -> comparison(object, name, CompareOp.GREATER_EQUAL);
      default -> arithmetic(object, name);
    };
  }

  private static Builtin method(String name, int count, Body body) {
    return new Builtin(
        name,
        (run, args, keywords) -> {
          if (keywords.size() > 0) {
            throw run.typeError("wrapper " + name + "() takes no keyword arguments");
          }
          if (args.length != count) {
            throw run.typeError(
                "expected "
                    + count
                    + " argument"
                    + (count == 1 ? "" : "s")
                    + ", got "
                    + args.length);
          }
          return body.of(run, args);
        });
  }

  private static Builtin comparison(Object object, String name, CompareOp op) {
    return method(
        name,
        1,
        (run, args) ->
            fits(object, args[0]) ? Ops.rich(run, op, object, args[0]) : Singleton.NOT_IMPLEMENTED);
  }

  private static @Nullable Object arithmetic(Object object, String name) {
    if (!Arithmetic.isNumber(object)) {
      return null;
    }
    for (BinaryOp op : BinaryOp.values()) {
      boolean known = op != BinaryOp.MATMUL;
      if (known && op.method().equals(name)) {
        return method(
            name,
            1,
            (run, args) ->
                fits(object, args[0])
                    ? Ops.binary(run, op, object, args[0])
                    : Singleton.NOT_IMPLEMENTED);
      }
      if (known && op.reflected().equals(name)) {
        return method(
            name,
            1,
            (run, args) ->
                fits(object, args[0])
                    ? Ops.binary(run, op, args[0], object)
                    : Singleton.NOT_IMPLEMENTED);
      }
    }
    return switch (name) {
      case "__neg__" -> method(name, 0, (run, args) -> Arithmetic.negate(object));
      case "__pos__" -> method(name, 0, (run, args) -> Arithmetic.plain(object));
      case "__abs__" -> method(name, 0, (run, args) -> Arithmetic.abs(object));
      case "__int__", "__trunc__" -> method(name, 0, (run, args) -> Arithmetic.toInt(object));
      case "__index__" ->
          Arithmetic.isInt(object) ? method(name, 0, (r, a) -> Arithmetic.plain(object)) : null;
      case "__invert__" ->
          Arithmetic.isInt(object) ? method(name, 0, (r, a) -> Arithmetic.invert(object)) : null;
      case "__floor__" -> method(name, 0, (r, a) -> ofMath(r, "floor", object));
      case "__ceil__" -> method(name, 0, (r, a) -> ofMath(r, "ceil", object));
      case "__round__" -> new Builtin(name, (r, a, keywords) -> ofBuiltins(r, "round", object, a));
      case "__divmod__" ->
          method(
              name,
              1,
              (r, a) ->
                  fits(object, a[0])
                      ? ofBuiltins(r, "divmod", object, a)
                      : Singleton.NOT_IMPLEMENTED);
      case "__rdivmod__" ->
          method(
              name,
              1,
              (r, a) ->
                  fits(object, a[0])
                      ? ofBuiltins(r, "divmod", a[0], new Object[] {object})
                      : Singleton.NOT_IMPLEMENTED);
      case "__float__" -> method(name, 0, (run, args) -> Arithmetic.real(object));
      default -> null;
    };
  }

  private static Object ofMath(Run run, String name, Object object) {
    return Calls.call(
        run, java.util.Objects.requireNonNull(Modules.load(run, "math").names.get(name)), object);
  }

  private static Object ofBuiltins(Run run, String name, Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return Calls.call(run, java.util.Objects.requireNonNull(Builtins.ALL.get(name)), all);
  }

  private static Object reversed(Run run, Object object) {
    return ofBuiltins(run, "reversed", object, new Object[0]);
  }

  private static @Nullable Object sequence(Object object, String name) {
    if (!(object instanceof String || object instanceof PyList || object instanceof PyTuple)) {
      return arithmetic(object, name);
    }
    BinaryOp op = name.equals("__add__") ? BinaryOp.ADD : BinaryOp.MUL;
    return method(name, 1, (run, args) -> Ops.binary(run, op, object, args[0]));
  }

  private static Object ofSets(Object object, String name) {
    for (BinaryOp op : BinaryOp.values()) {
      if (op.method().equals(name)) {
        return method(
            name,
            1,
            (run, args) ->
                Sets.isSet(args[0])
                    ? Ops.binary(run, op, object, args[0])
                    : Singleton.NOT_IMPLEMENTED);
      }
    }
    throw new IllegalArgumentException(name);
  }

  /// The method of a class of the language, to be called with the object first.
  static @Nullable Object unbound(PyClass type, String name) {
    String names = UNBOUND.get(type);
    if (names == null
        || !name.startsWith("__")
        || !(" " + COMMON + names + " ").contains(" " + name.replace("__", "") + " ")) {
      return null;
    }
    return new Builtin(
        name,
        (run, args, keywords) -> {
          if (args.length == 0) {
            throw run.typeError(
                "descriptor '" + name + "' of '" + type.name + "' object needs an argument");
          }
          if (!Types.isInstance(args[0], type)) {
            throw run.typeError(
                "descriptor '"
                    + name
                    + "' requires a '"
                    + type.name
                    + "' object but received a '"
                    + Types.name(args[0])
                    + "'");
          }
          Object found = of(run, args[0], name);
          if (found == null) {
            throw Attributes.missing(run, type, name);
          }
          return Calls.call(run, found, java.util.Arrays.copyOfRange(args, 1, args.length));
        });
  }

  private static final String COMMON = "eq ne repr str format ";
  private static final String ORDER = "lt le gt ge hash ";
  private static final String NUMBERS =
      "add sub mul truediv floordiv mod divmod pow radd rsub rmul rtruediv rfloordiv rmod rdivmod"
          + " rpow neg pos abs bool int float round trunc floor ceil ";
  private static final String BITS =
      "and or xor lshift rshift rand ror rxor rlshift rrshift invert index ";
  private static final String ROW = "len contains getitem iter ";

  /// The special methods that the classes have, without their underscores.
  private static final Map<PyClass, String> UNBOUND =
      Map.of(
          Types.INT, ORDER + NUMBERS + BITS,
          Types.BOOL, ORDER + NUMBERS + BITS,
          Types.FLOAT, ORDER + NUMBERS,
          Types.STR, ORDER + ROW + "add mul rmul",
          Types.LIST, "lt le gt ge " + ROW + "setitem delitem reversed add mul rmul",
          Types.TUPLE, ORDER + ROW + "add mul rmul",
          Types.DICT, ROW + "setitem delitem reversed",
          Types.SET, "lt le gt ge len contains iter and or sub xor");

  /// Whether the method of the first knows what to do with the second.
  private static boolean fits(Object object, Object other) {
    if (object instanceof Double) {
      return Arithmetic.isNumber(other);
    }
    return Arithmetic.isNumber(object)
        ? Arithmetic.isInt(other)
        : Types.of(object) == Types.of(other);
  }
}
