package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
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
      case "__float__" -> method(name, 0, (run, args) -> Arithmetic.real(object));
      default -> null;
    };
  }

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
