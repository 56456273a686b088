package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.IntText;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.text.Quoting;
import dev.perilla.engine.language.text.Strings;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names that every program has at hand.
final class Builtins {
  /// By name; nobody writes into it once it is made.
  static final Map<String, Object> ALL = new LinkedHashMap<>();

  static {
    for (PyClass type :
        new PyClass[] {
          Types.OBJECT,
          Types.TYPE,
          Types.INT,
          Types.BOOL,
          Types.FLOAT,
          Types.STR,
          Types.LIST,
          Types.TUPLE,
          Types.DICT,
          Types.SET,
          Types.RANGE,
          Types.SLICE,
          Types.PROPERTY,
          Types.VALUE
        }) {
      ALL.put(type.name, type);
    }
    ALL.put("staticmethod", Types.STATIC_METHOD);
    ALL.put("classmethod", Types.CLASS_METHOD);
    ALL.putAll(Types.EXCEPTIONS);
    ALL.put("NotImplemented", Singleton.NOT_IMPLEMENTED);
    ALL.put("Ellipsis", Singleton.ELLIPSIS);
    ALL.put("__name__", "__main__");
    numbers();
    iterables();
    objects();
    IterableBuiltins.install();
    Teaching.install();
  }

  private Builtins() {}

  static void add(String name, Builtin.Body body) {
    ALL.put(name, new Builtin(name, body));
  }

  static @Nullable PyClass type(String name) {
    return ALL.get(name) instanceof PyClass type ? type : null;
  }

  private static void numbers() {
    add(
        "abs",
        (run, args, keywords) -> {
          Calls.arity(run, "abs", args, keywords, 1, 1);
          Object x = args[0];
          if (Arithmetic.isNumber(x)) {
            return Arithmetic.plain(Arithmetic.abs(x));
          }
          if (x instanceof PyValue value) {
            return value.apply(run, value.value.abs());
          }
          Object made = Calls.special(run, x, "__abs__");
          if (made == null) {
            throw run.typeError("bad operand type for abs(): '" + Types.name(x) + "'");
          }
          return made;
        });
    add(
        "divmod",
        (run, args, keywords) -> {
          Calls.arity(run, "divmod", args, keywords, 2, 2);
          if (Arithmetic.isNumber(args[0]) && Arithmetic.isNumber(args[1])) {
            return new PyTuple(Arithmetic.divmod(args[0], args[1], run));
          }
          Object made = Ops.instances(run, "__divmod__", "__rdivmod__", args[0], args[1]);
          if (made == Singleton.NOT_IMPLEMENTED) {
            throw run.typeError(
                "unsupported operand type(s) for divmod(): '"
                    + Types.name(args[0])
                    + "' and '"
                    + Types.name(args[1])
                    + "'");
          }
          return made;
        });
    add(
        "pow",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bind(run, "pow", args, keywords, 0, 2, 3, "base", "exp", "mod");
          Object base = Calls.given(bound[0]);
          Object exponent = Calls.given(bound[1]);
          Object modulus = bound[2];
          if (modulus == null || modulus == Singleton.NONE) {
            return Ops.binary(run, BinaryOp.POW, base, exponent);
          }
          Object special = Calls.special(run, base, "__pow__", exponent, modulus);
          if (special != null && special != Singleton.NOT_IMPLEMENTED) {
            return special;
          }
          if (special == null
              && base instanceof PyInstance
              && Types.of(base).find(run, "__rpow__") != null) {
            throw run.raise(Types.ATTRIBUTE_ERROR, "__pow__");
          }
          if (!Arithmetic.isNumber(base)
              || !Arithmetic.isNumber(exponent)
              || !Arithmetic.isNumber(modulus)) {
            if (base instanceof Double || exponent instanceof Double || modulus instanceof Double) {
              throw run.typeError(
                  "pow() 3rd argument not allowed unless all arguments are integers");
            }
            throw run.typeError(
                "unsupported operand type(s) for ** or pow(): '"
                    + Types.name(base)
                    + "', '"
                    + Types.name(exponent)
                    + "', '"
                    + Types.name(modulus)
                    + "'");
          }
          return Arithmetic.power(base, exponent, modulus, run);
        });
    add(
        "round",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bind(run, "round", args, keywords, 0, 1, 2, "number", "ndigits");
          Object x = Calls.given(bound[0]);
          Object digits = bound[1];
          boolean none = digits == null || digits == Singleton.NONE;
          if (Arithmetic.isNumber(x)) {
            return digits == null || digits == Singleton.NONE
                ? Arithmetic.round(x)
                : rounded(run, x, Constructors.integer(run, digits));
          }
          Object made =
              none || digits == null
                  ? Calls.special(run, x, "__round__")
                  : Calls.special(run, x, "__round__", digits);
          if (made == null) {
            throw run.typeError("type " + Types.name(x) + " doesn't define __round__ method");
          }
          return made;
        });
    base("bin", 2);
    base("oct", 8);
    base("hex", 16);
    add(
        "chr",
        (run, args, keywords) -> {
          Calls.arity(run, "chr", args, keywords, 1, 1);
          return Strings.character(Constructors.integer(run, args[0]));
        });
    add(
        "ord",
        (run, args, keywords) -> {
          Calls.arity(run, "ord", args, keywords, 1, 1);
          if (!(args[0] instanceof String text)) {
            throw run.typeError(
                "ord() expected string of length 1, but " + Types.name(args[0]) + " found");
          }
          return Strings.ordinal(text);
        });
  }

  private static void base(String name, int base) {
    add(
        name,
        (run, args, keywords) -> {
          Calls.arity(run, name, args, keywords, 1, 1);
          return IntText.prefixed(Constructors.integer(run, args[0]), base, run);
        });
  }

  static boolean isCallable(Run run, Object object) {
    return object instanceof PyFunction
        || object instanceof Builtin
        || object instanceof BoundMethod
        || object instanceof Method
        || object instanceof Method.Bound
        || object instanceof PyClass
        || (object instanceof PyInstance it && it.type.find(run, "__call__") != null);
  }

  /// `next(iterator)`
  static Object next(Run run, Object iterator) {
    switch (iterator) {
      case PyIterator known -> {
        Object item = known.next(run);
        if (item == null) {
          throw IteratorMethods.stop(run, known.returned);
        }
        return item;
      }
      case PyInstance instance -> {
        Object method = instance.type.find(run, "__next__");
        if (method != null) {
          return Calls.method(run, instance, method);
        }
      }
      default -> {}
    }
    throw run.typeError("'" + Types.name(iterator) + "' object is not an iterator");
  }

  private static void iterables() {
    add(
        "len",
        (run, args, keywords) -> {
          Calls.arity(run, "len", args, keywords, 1, 1);
          return Ops.box(Sequences.length(run, args[0]));
        });
    add(
        "iter",
        (run, args, keywords) -> {
          Calls.arity(run, "iter", args, keywords, 1, 2);
          if (args.length == 2) {
            if (!isCallable(run, args[0])) {
              throw run.typeError("iter(v, w): v must be callable");
            }
            return new Lazy.Called(run, args[0], args[1]);
          }
          PyIterator made = Iterate.over(run, args[0]);
          return made instanceof Iterate.Instance wrapped ? wrapped.instance : made;
        });
    add(
        "next",
        (run, args, keywords) -> {
          Calls.arity(run, "next", args, keywords, 1, 2);
          if (args.length == 1) {
            return next(run, args[0]);
          }
          try {
            return next(run, args[0]);
          } catch (Unwind.Raise raise) {
            if (raise.exception.type.isSubclass(Types.STOP_ITERATION)) {
              return args[1];
            }
            throw raise;
          }
        });
    add(
        "print",
        (run, args, keywords) -> {
          run.within(); // two calls more where output goes to a file, three in a terminal
          run.room(2, " while calling a Python object");
          Calls.known(run, "print", keywords, "sep", "end", "file", "flush");
          if (keywords.get("file") != null && keywords.get("file") != Singleton.NONE) {
            throw run.unsupported(
                "print(file=…) is not part of this language", "print to the output");
          }
          String separator = ending(run, keywords, "sep", " ");
          String end = ending(run, keywords, "end", "\n");
          StringBuilder line = new StringBuilder();
          for (int i = 0; i < args.length; i++) {
            line.append(i == 0 ? "" : separator);
            boolean asks = isOfProgram(args[i]);
            if (line.length() > 0 && (asks || line.length() > 4096)) {
              run.print(line.toString()); // what is asked for its text may print, or fail
              line.setLength(0);
            }
            line.append(Show.str(run, args[i]));
          }
          run.print(line.append(end).toString());
          return Singleton.NONE;
        });
  }

  /// Whether asking for the text may print or fail: of what a program has written, and of an int
  /// that has too many digits.
  private static boolean isOfProgram(Object object) {
    return switch (object) {
      case String it -> false;
      case Singleton it -> false;
      case PyValue it -> false;
      default -> object instanceof BigInteger || !Arithmetic.isNumber(object);
    };
  }

  private static String ending(Run run, Keywords keywords, String name, String otherwise) {
    Object given = keywords.get(name);
    if (given == null || given == Singleton.NONE) {
      return otherwise;
    }
    if (given instanceof String text) {
      return text;
    }
    throw run.typeError(name + " must be None or a string, not " + Types.name(given));
  }

  private static void objects() {
    add(
        "repr",
        (run, args, keywords) -> {
          Calls.arity(run, "repr", args, keywords, 1, 1);
          return Show.repr(run, args[0]);
        });
    add(
        "ascii",
        (run, args, keywords) -> {
          Calls.arity(run, "ascii", args, keywords, 1, 1);
          String shown = Show.repr(run, args[0]);
          run.steps(shown.length() / 4);
          return Quoting.ascii(shown);
        });
    add(
        "format",
        (run, args, keywords) -> {
          Calls.arity(run, "format", args, keywords, 1, 2);
          if (args.length > 1 && !(args[1] instanceof String)) {
            throw run.typeError("format() argument 2 must be str, not " + Types.given(args[1]));
          }
          String spec = args.length > 1 ? (String) args[1] : "";
          return Show.format(run, args[0], spec);
        });
    add(
        "hash",
        (run, args, keywords) -> {
          Calls.arity(run, "hash", args, keywords, 1, 1);
          return Comparing.hash(run, args[0]);
        });
    add(
        "callable",
        (run, args, keywords) -> {
          Calls.arity(run, "callable", args, keywords, 1, 1);
          return isCallable(run, args[0]);
        });
    add(
        "isinstance",
        (run, args, keywords) -> {
          Calls.arity(run, "isinstance", args, keywords, 2, 2);
          return isInstance(run, Types.of(args[0]), args[1], "isinstance");
        });
    add(
        "issubclass",
        (run, args, keywords) -> {
          Calls.arity(run, "issubclass", args, keywords, 2, 2);
          if (!(args[0] instanceof PyClass type)) {
            throw run.typeError("issubclass() arg 1 must be a class");
          }
          return isInstance(run, type, args[1], "issubclass");
        });
    add(
        "getattr",
        (run, args, keywords) -> {
          Calls.arity(run, "getattr", args, keywords, 2, 3);
          String name = attributeName(run, args[1]);
          if (args.length == 2) {
            return Attributes.get(run, args[0], name);
          }
          Object found = quietly(run, args[0], name);
          return found == null ? args[2] : found;
        });
    add(
        "hasattr",
        (run, args, keywords) -> {
          Calls.arity(run, "hasattr", args, keywords, 2, 2);
          return quietly(run, args[0], attributeName(run, args[1])) != null;
        });
    add(
        "setattr",
        (run, args, keywords) -> {
          Calls.arity(run, "setattr", args, keywords, 3, 3);
          Attributes.set(run, args[0], attributeName(run, args[1]), args[2]);
          return Singleton.NONE;
        });
    add(
        "delattr",
        (run, args, keywords) -> {
          Calls.arity(run, "delattr", args, keywords, 2, 2);
          Attributes.delete(run, args[0], attributeName(run, args[1]));
          return Singleton.NONE;
        });
    add(
        "super",
        (run, args, keywords) -> {
          Calls.unnamed(run, "super", keywords);
          Calls.arity(run, "super()", args, 0, 2);
          if (args.length == 2 && args[0] instanceof PyClass type) {
            return PySuper.of(run, type, args[1]);
          }
          if (args.length > 0) {
            throw run.typeError(
                args[0] instanceof PyClass
                    ? "super() with one argument is not part of this language"
                    : "super() argument 1 must be a type, not " + Types.name(args[0]));
          }
          throw run.raise(Types.RUNTIME_ERROR, "super(): no arguments");
        });
  }

  static String attributeName(Run run, Object name) {
    if (name instanceof String text) {
      return text;
    }
    throw run.typeError("attribute name must be string, not '" + Types.name(name) + "'");
  }

  static @Nullable Object quietly(Run run, Object object, String name) {
    try {
      Object found = Attributes.find(run, object, name);
      if (found == null) {
        Attributes.refuse(run, object, name);
      }
      return found;
    } catch (Unwind.Raise raise) {
      if (raise.exception.type.isSubclass(Types.ATTRIBUTE_ERROR)) {
        return null;
      }
      throw raise;
    }
  }

  static boolean isInstance(Run run, PyClass type, Object wanted, String function) {
    switch (wanted) {
      case PyClass other -> {
        return type.isSubclass(other);
      }
      case PyUnion union -> {
        return union.types().stream().anyMatch(type::isSubclass);
      }
      case PyTuple tuple -> {
        run.nest();
        try {
          for (Object one : tuple.items) {
            if (isInstance(run, type, one, function)) {
              return true;
            }
          }
          return false;
        } finally {
          run.nesting--;
        }
      }
      default ->
          throw run.typeError(
              function
                  + "() arg 2 must be a "
                  + (function.equals("isinstance") ? "type" : "class")
                  + ", a tuple of "
                  + (function.equals("isinstance") ? "types" : "classes")
                  + ", or a union");
    }
  }

  private static Object rounded(Run run, Object number, Object digits) {
    if (number instanceof Double) {
      run.work(2000);
      run.sweeps.shows(number);
    }
    return Arithmetic.round(number, Optional.of(digits), run);
  }
}
