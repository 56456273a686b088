package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.text.Numerals;
import java.math.BigInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What calling a class of the language makes, and the methods of these classes.
final class Constructors {
  private Constructors() {}

  static void install() {
    single(Types.NONE, "NoneType", Singleton.NONE);
    single(Types.ELLIPSIS, "EllipsisType", Singleton.ELLIPSIS);
    single(Types.NOT_IMPLEMENTED, "NotImplementedType", Singleton.NOT_IMPLEMENTED);
    Types.INT.maker = Constructors::makeInt;
    Types.FLOAT.maker = Constructors::makeFloat;
    Types.BOOL.maker =
        (run, type, args, keywords) -> {
          Calls.arity(run, "bool", args, keywords, 0, 1);
          return args.length == 1 && Ops.isTrue(run, args[0]);
        };
    Types.STR.maker =
        (run, type, args, keywords) -> {
          @Nullable Object[] given =
              Calls.bind(run, "str", args, keywords, 0, 0, 3, "object", "encoding", "errors");
          decoding(run, given);
          Object object = given[0];
          return object == null ? "" : Show.str(run, object);
        };
    Types.LIST.maker =
        (run, type, args, keywords) -> {
          Calls.arity(run, "list", args, keywords, 0, 1);
          PyList list = new PyList(run);
          if (args.length == 1) {
            Lists.extend(run, list, args[0]);
          }
          return list;
        };
    Types.TUPLE.maker =
        (run, type, args, keywords) -> {
          Calls.arity(run, "tuple", args, keywords, 0, 1);
          if (args.length == 0) {
            return PyTuple.EMPTY;
          }
          return args[0] instanceof PyTuple tuple
              ? tuple
              : new PyTuple(Iterate.measured(run, args[0]));
        };
    Types.DICT.maker =
        (run, type, args, keywords) -> {
          Calls.arity(run, "dict", args, 0, 1);
          PyDict dict = new PyDict(run);
          if (args.length == 1) {
            Dicts.update(run, dict, args[0]);
          }
          for (int i = 0; i < keywords.size(); i++) {
            dict.put(run, keywords.names[i], keywords.values[i]);
          }
          return dict;
        };
    Types.SET.maker =
        (run, type, args, keywords) -> {
          Calls.arity(run, "set", args, keywords, 0, 1);
          return args.length == 0 ? new PySet(run) : Sets.of(run, args[0]);
        };
    Types.RANGE.maker = Constructors::makeRange;
    Types.SLICE.maker =
        (run, type, args, keywords) -> {
          Calls.arity(run, "slice", args, keywords, 1, 3);
          return args.length == 1
              ? new PySlice(Singleton.NONE, args[0], Singleton.NONE)
              : new PySlice(args[0], args[1], args.length > 2 ? args[2] : Singleton.NONE);
        };
    Types.OBJECT.maker =
        (run, type, args, keywords) -> {
          if (args.length > 0 || keywords.size() > 0) {
            throw run.typeError("object() takes no arguments");
          }
          return new PyInstance(run, Types.OBJECT);
        };
    Types.TYPE.maker =
        (run, type, args, keywords) -> {
          if (args.length == 3) {
            throw run.unsupported(
                "type() with three arguments is not part of this language",
                "write a class statement");
          }
          if (args.length != 1) {
            throw run.typeError("type() takes 1 or 3 arguments");
          }
          Calls.unnamed(run, "type", keywords);
          return Types.of(args[0]);
        };
    Types.PROPERTY.maker =
        (run, type, args, keywords) -> {
          @Nullable Object[] given =
              Calls.bind(run, "property", args, keywords, 0, 0, 4, "fget", "fset", "fdel", "doc");
          return new Descriptor.Property(
              some(given[0]), some(given[1]), some(given[2]), some(given[3]));
        };
    Types.STATIC_METHOD.maker =
        (run, type, args, keywords) -> {
          return new Descriptor.StaticMethod(wrapped(run, "staticmethod", args, keywords));
        };
    Types.CLASS_METHOD.maker =
        (run, type, args, keywords) -> {
          return new Descriptor.ClassMethod(wrapped(run, "classmethod", args, keywords));
        };
    Types.VALUE.maker =
        (run, type, args, keywords) -> {
          Calls.known(run, "Value", keywords, "data", "label");
          Object data = Calls.argument(args, 0, keywords, "data");
          if (data == null || args.length > 1) {
            throw run.typeError(
                "Value() takes one number, and label= by name (" + args.length + " given)");
          }
          PyValue value = PyValue.leaf(run, data);
          Object label = keywords.get("label");
          if (label != null) {
            value.value.setLabel(Show.str(run, label));
          }
          return value;
        };
    TextMethods.install(Types.STR);
    ListMethods.install(Types.LIST);
    TupleMethods.install(Types.TUPLE);
    DictMethods.install();
    SetMethods.install(Types.SET);
    NumberMethods.install();
    method(
        Types.SLICE,
        "indices",
        (run, self, args, keywords) -> {
          Calls.arity(run, "slice.indices", args, keywords, 1, 1);
          Object length = integer(run, args[0]);
          if (Ints.sign(length) < 0) {
            throw run.valueError("length should not be negative");
          }
          BigInteger[] at = Wide.indices(run, (PySlice) self, Ints.big(length));
          return new PyTuple(Ints.of(at[0]), Ints.of(at[1]), Ints.of(at[2]));
        });
    ValueMethods.install(Types.VALUE);
    IteratorMethods.install();
  }

  private static @Nullable Object some(@Nullable Object given) {
    return given == Singleton.NONE ? null : given;
  }

  private static Object wrapped(Run run, String name, Object[] args, Keywords keywords) {
    Calls.unnamed(run, name, keywords);
    if (args.length != 1) {
      throw run.typeError(name + " expected 1 argument, got " + args.length);
    }
    return args[0];
  }

  /// `str` of bytes in an encoding, which the language has not: what Python says of other objects.
  private static void decoding(Run run, @Nullable Object[] given) {
    boolean decodes = false;
    for (int i = 1; i < given.length; i++) {
      Object name = given[i];
      decodes |= name != null;
      if (name != null && !(name instanceof String)) {
        throw run.typeError(
            "str() argument '"
                + (i == 1 ? "encoding" : "errors")
                + "' must be str, not "
                + Types.given(name));
      }
    }
    Object object = given[0];
    if (decodes && object != null) {
      throw run.typeError(
          object instanceof String
              ? "decoding str is not supported"
              : "decoding to str: need a bytes-like object, " + Types.name(object) + " found");
    }
  }

  /// Adds a method to a class of the language.
  static void method(PyClass type, String name, Method.Body body) {
    type.names.put(name, new Method(type, name, body));
  }

  private static Object makeInt(Run run, PyClass type, Object[] args, Keywords keywords) {
    int given = args.length + keywords.size();
    if (given > 2) {
      throw run.typeError("int() takes at most 2 arguments (" + given + " given)");
    }
    Calls.known(run, "int", keywords, "base");
    Object base = Calls.argument(args, 1, keywords, "base");
    if (args.length == 0) {
      if (base != null) {
        throw run.typeError("int() missing string argument");
      }
      return 0L;
    }
    Object object = args[0];
    if (base != null) {
      Object digits = integer(run, base);
      long most = Ints.clamp(digits);
      if (!(object instanceof String text)) {
        if (most < 0 || most == 1 || most > 36) {
          throw run.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        throw run.typeError("int() can't convert non-string with explicit base");
      }
      digits(run, text, most);
      return Numerals.parseInt(text, digits);
    }
    if (object instanceof String text) {
      digits(run, text, 10);
      return Numerals.parseInt(text, 10L);
    }
    if (Arithmetic.isNumber(object)) {
      return Arithmetic.toInt(object);
    }
    Object whole = whole(run, object);
    if (whole != null) {
      return whole;
    }
    throw run.typeError(
        "int() argument must be a string, a bytes-like object or a real number, not '"
            + Types.name(object)
            + "'");
  }

  /// The int that an object of a program's class says it is, or `null` where it says nothing.
  static @Nullable Object whole(Run run, Object object) {
    for (String name : new String[] {"__int__", "__index__", "__trunc__"}) {
      Object made = Calls.special(run, object, name);
      if (made != null) {
        if (!Arithmetic.isInt(made) && name.equals("__trunc__")) {
          Object index = index(run, made);
          if (index == null) {
            throw run.typeError("__trunc__ returned non-Integral (type " + Types.name(made) + ")");
          }
          return index;
        }
        if (!Arithmetic.isInt(made)) {
          throw run.typeError(name + " returned non-int (type " + Types.name(made) + ")");
        }
        return Arithmetic.plain(made);
      }
    }
    return null;
  }

  /// Each digit is added to all that stands before it; of decimal ones there can be few.
  private static void digits(Run run, String text, long base) {
    run.steps(text.length() / 8);
    long length = Long.bitCount(base) == 1 ? text.length() : Math.min(text.length(), 4300);
    run.work(length * length / 160);
  }

  private static Object makeFloat(Run run, PyClass type, Object[] args, Keywords keywords) {
    Calls.arity(run, "float", args, keywords, 0, 1);
    if (args.length == 0) {
      return 0.0;
    }
    Object object = args[0];
    if (object instanceof String text) {
      run.steps(8L + text.length());
      return Numerals.parseFloat(text);
    }
    if (object instanceof Double) {
      return object; // the same one
    }
    return real(
        run,
        object,
        () ->
            "float() argument must be a string or a real number, not '" + Types.name(object) + "'");
  }

  /// The number as a double; `message` is that of the TypeError for anything else.
  static double real(Run run, Object object, Supplier<String> message) {
    if (object instanceof Double number) {
      return number;
    }
    if (Arithmetic.isNumber(object)) {
      return Arithmetic.real(object);
    }
    Object made = Calls.special(run, object, "__float__");
    if (made instanceof Double number) {
      return number;
    }
    if (made != null) {
      throw run.typeError(
          Types.name(object) + ".__float__ returned non-float (type " + Types.name(made) + ")");
    }
    made = index(run, object);
    if (made != null) {
      return Arithmetic.real(made);
    }
    throw run.typeError(message.get());
  }

  /// A class that has one object, which calling it gives.
  private static void single(PyClass type, String name, Object only) {
    type.maker =
        (run, made, args, keywords) -> {
          if (args.length > 0 || keywords.size() > 0) {
            throw run.typeError(name + " takes no arguments");
          }
          return only;
        };
  }

  /// The int that `__index__` of the object gives, or `null` where it has none.
  static @Nullable Object index(Run run, Object object) {
    Object made = Calls.special(run, object, "__index__");
    if (made != null && !Arithmetic.isInt(made)) {
      throw run.typeError("__index__ returned non-int (type " + Types.name(made) + ")");
    }
    return made == null ? null : Arithmetic.plain(made);
  }

  /// The object as an int, as indices and counts are.
  static Object integer(Run run, Object object) {
    if (Arithmetic.isInt(object)) {
      return Arithmetic.plain(object);
    }
    Object made = index(run, object);
    if (made != null) {
      return made;
    }
    throw run.typeError("'" + Types.name(object) + "' object cannot be interpreted as an integer");
  }

  /// The object as an int that counts places, so that it has to fit into 64 bits.
  static Object size(Run run, Object object) {
    Object number = integer(run, object);
    if (number instanceof BigInteger) {
      throw run.raise(Types.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
    }
    return number;
  }

  /// The object as an int that is a setting, so that it has to fit into 32 bits.
  static long small(Run run, Object object) {
    if (integer(run, object) instanceof Long number && number == (int) (long) number) {
      return number;
    }
    throw run.raise(Types.OVERFLOW_ERROR, "Python int too large to convert to C int");
  }

  private static Object makeRange(Run run, PyClass type, Object[] args, Keywords keywords) {
    Calls.arity(run, "range", args, keywords, 1, 3);
    Object start = args.length == 1 ? (Object) 0L : integer(run, args[0]);
    Object stop = integer(run, args[args.length == 1 ? 0 : 1]);
    Object step = args.length == 3 ? integer(run, args[2]) : (Object) 1L;
    if (Ints.sign(step) == 0) {
      throw run.valueError("range() arg 3 must not be zero");
    }
    return range(run, start, stop, step);
  }

  /// A range of ints that are given.
  static Object range(Run run, Object start, Object stop, Object step) {
    return start instanceof Long first
            && stop instanceof Long end
            && step instanceof Long by
            && Math.max(Math.abs(first), Math.max(Math.abs(end), Math.abs(by))) <= 1L << 62
            && Math.min(first, Math.min(end, by)) > Long.MIN_VALUE
        ? new PyRange(first, end, by)
        : new PyWideRange(run, start, stop, step);
  }
}
