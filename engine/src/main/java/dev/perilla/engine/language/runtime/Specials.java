package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The special methods of the language's own classes, for programs that name them:
/// `"abc".__len__()`, `list.__add__`. Operators do not come by here. The tables are made when a
/// program first asks; they are what makes it long.
final class Specials {
  private static final Map<PyClass, Map<String, Method>> TABLES = new HashMap<>();

  private Specials() {}

  private interface Body {
    Object of(Run run, Object self, Object[] args);
  }

  /// The method of a class of the language, its own or of its nearest base, or `null`.
  static @Nullable Method method(PyClass type, String name) {
    if (!name.startsWith("__") || !name.endsWith("__")) {
      return null;
    }
    for (PyClass at = type; at != null; at = at.base) {
      Method found = TABLES.getOrDefault(at, Map.of()).get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// The method, bound to the object, or `null` where such an object has none.
  static @Nullable Object of(Object object, String name) {
    Method method = method(Types.of(object), name);
    return method == null ? null : new Method.Bound(object, method);
  }

  private static void put(PyClass type, String name, boolean slot, Method.Body body) {
    TABLES
        .computeIfAbsent(type, t -> new HashMap<>())
        .put(name, new Method(type, name, slot, body));
  }

  /// What an operator or a function calls: CPython makes the method from a slot of the class.
  private static void slot(PyClass type, String name, int least, int most, Body body) {
    put(
        type,
        name,
        true,
        (run, self, args, keywords) -> {
          count(run, type, name, least, most, args, keywords);
          return body.of(run, self, args);
        });
  }

  /// Fails unless a method that is made from a slot is called with so many arguments.
  static void count(
      Run run, PyClass type, String name, int least, int most, Object[] args, Keywords keywords) {
    if (keywords.size() > 0) {
      Calls.unnamed(run, "wrapper " + name, keywords);
    }
    if (args.length < least || args.length > most) {
      throw run.typeError(
          (isUnnamed(type, name) ? " expected " : "expected ")
              + (least == most ? "" : args.length < least ? "at least " : "at most ")
              + (args.length < least ? least : most)
              + " argument"
              + ((args.length < least ? least : most) == 1 ? "" : "s")
              + ", got "
              + args.length);
    }
  }

  /// Whether CPython counts the arguments for a function without a name, and writes that nothing.
  private static boolean isUnnamed(PyClass type, String name) {
    boolean number = type == Types.INT || type == Types.FLOAT || type == Types.BOOL;
    return switch (name) {
      case "__mul__", "__rmul__", "__imul__" -> !number;
      case "__setitem__", "__setattr__", "__pow__", "__rpow__" -> true;
      default -> false;
    };
  }

  private static void slot(PyClass type, String name, int count, Body body) {
    slot(type, name, count, count, body);
  }

  /// A method that CPython writes down for its class.
  private static void own(PyClass type, String name, int count, Body body) {
    put(
        type,
        name,
        false,
        (run, self, args, keywords) -> {
          Calls.arity(run, type.name, name, args, keywords, count, count);
          return body.of(run, self, args);
        });
  }

  static {
    objects();
    numbers();
    rows();
    tables();
    others();
    again();
  }

  /// What `object` has, and classes of the language have once more: CPython names them as its
  /// owner.
  private static void again() {
    List<PyClass> iterators = Types.iterators();
    for (PyClass type : Types.PLAIN) {
      if (type != Types.PROPERTY && (type == Types.GENERATOR || !iterators.contains(type))) {
        again("__repr__", type);
      }
    }
    again("__repr__", Types.BOOL, Types.BASE_EXCEPTION);
    again(
        "__str__",
        Types.STR,
        Types.BASE_EXCEPTION,
        Types.ATTRIBUTE_ERROR,
        Types.IMPORT_ERROR,
        Types.NAME_ERROR,
        Types.OS_ERROR,
        Types.SYNTAX_ERROR,
        Types.KEY_ERROR);
    again("__init__", Types.TYPE, Types.PROPERTY, Types.STATIC_METHOD, Types.CLASS_METHOD);
    again("__init__", Types.EXCEPTIONS.values().toArray(PyClass[]::new));
    again("__setattr__", Types.TYPE, Types.METHOD, Types.MODULE, Types.BASE_EXCEPTION);
  }

  private static void again(String name, PyClass... types) {
    for (PyClass type : types) {
      put(type, name, true, known(method(Types.OBJECT, name)).body);
    }
  }

  /// The names of those that a class has itself.
  static Set<String> names(PyClass type) {
    return TABLES.getOrDefault(type, Map.of()).keySet();
  }

  private static void objects() {
    PyClass type = Types.OBJECT;
    compare(type, x -> false, (x, y) -> Ops.identical(x, y));
    slot(type, "__repr__", 0, (run, self, args) -> Show.repr(run, self));
    slot(type, "__str__", 0, (run, self, args) -> Show.str(run, self));
    slot(type, "__hash__", 0, (run, self, args) -> Comparing.hash(run, self));
    own(type, "__format__", 1, (run, self, args) -> Show.format(run, self, spec(run, args[0])));
    put(type, "__init__", true, (run, self, args, keywords) -> Singleton.NONE);
    slot(
        type,
        "__setattr__",
        2,
        (run, self, args) -> {
          Attributes.set(run, self, Builtins.attributeName(run, args[0]), args[1]);
          return Singleton.NONE;
        });
    for (Method plain : known(TABLES.get(type)).values()) {
      ofInstances(plain.name, plain);
    }
  }

  /// Objects of a program's classes have what `super()` would find.
  private static void ofInstances(String name, Method plain) {
    put(
        Types.OBJECT,
        name,
        plain.slot,
        (run, self, args, keywords) -> {
          if (self instanceof PyInstance instance) {
            Object found = Objects.defaultMethod(run, instance, name);
            return Calls.call(run, found == null ? Singleton.NONE : found, args, keywords);
          }
          return plain.body.call(run, self, args, keywords);
        });
  }

  private static String spec(Run run, Object given) {
    if (given instanceof String text) {
      return text;
    }
    throw run.typeError(
        "__format__() argument must be str, not "
            + (given == Singleton.NONE ? "None" : Types.name(given)));
  }

  /// `==` and `!=`, and the order of those objects that have one among themselves.
  private static void compare(
      PyClass type, Predicate<Object> ordered, BiPredicate<Object, Object> fits) {
    for (CompareOp op :
        new CompareOp[] {
          CompareOp.EQUAL,
          CompareOp.NOT_EQUAL,
          CompareOp.LESS,
          CompareOp.LESS_EQUAL,
          CompareOp.GREATER,
          CompareOp.GREATER_EQUAL
        }) {
      boolean same = op == CompareOp.EQUAL || op == CompareOp.NOT_EQUAL;
      slot(
          type,
          op.method(),
          1,
          (run, self, args) ->
              fits.test(self, args[0]) && (same || ordered.test(self))
                  ? Comparing.rich(run, op, self, args[0])
                  : Singleton.NOT_IMPLEMENTED);
    }
    if (type != Types.OBJECT) {
      again("__hash__", type);
    }
  }

  private static void compare(PyClass type, boolean ordered) {
    compare(type, x -> ordered, (x, y) -> Types.isInstance(y, type));
  }

  // Numbers

  private static void numbers() {
    for (PyClass type : List.of(Types.INT, Types.FLOAT)) {
      boolean isInt = type == Types.INT;
      BiPredicate<Object, Object> fits =
          (x, y) -> isInt ? Arithmetic.isInt(y) : Arithmetic.isNumber(y);
      compare(type, x -> true, fits);
      for (BinaryOp op : BinaryOp.values()) {
        boolean bits =
            switch (op) {
              case LEFT_SHIFT, RIGHT_SHIFT, BIT_AND, BIT_OR, BIT_XOR -> true;
              case ADD, SUB, MUL, DIV, FLOOR_DIV, MOD, POW, MATMUL -> false;
            };
        if (op != BinaryOp.MATMUL && op != BinaryOp.POW && (isInt || !bits)) {
          arithmetic(type, op, fits);
        }
      }
      slot(
          type,
          "__pow__",
          1,
          2,
          (run, self, args) ->
              fits.test(self, args[0])
                  ? ofBuiltins(run, "pow", self, args)
                  : Singleton.NOT_IMPLEMENTED);
      slot(
          type,
          "__rpow__",
          1,
          2,
          (run, self, args) ->
              fits.test(self, args[0])
                  ? Ops.binary(run, BinaryOp.POW, args[0], self)
                  : Singleton.NOT_IMPLEMENTED);
      slot(
          type,
          "__divmod__",
          1,
          (run, self, args) ->
              fits.test(self, args[0])
                  ? ofBuiltins(run, "divmod", self, args)
                  : Singleton.NOT_IMPLEMENTED);
      slot(
          type,
          "__rdivmod__",
          1,
          (run, self, args) ->
              fits.test(self, args[0])
                  ? ofBuiltins(run, "divmod", args[0], new Object[] {self})
                  : Singleton.NOT_IMPLEMENTED);
      slot(type, "__neg__", 0, (run, self, args) -> Arithmetic.negate(self));
      slot(type, "__pos__", 0, (run, self, args) -> Arithmetic.plain(self));
      slot(type, "__abs__", 0, (run, self, args) -> Arithmetic.abs(self));
      slot(type, "__bool__", 0, (run, self, args) -> Arithmetic.isTrue(self));
      slot(type, "__int__", 0, (run, self, args) -> Arithmetic.toInt(self));
      slot(
          type,
          "__float__",
          0,
          (run, self, args) -> self instanceof Double ? self : (Object) Arithmetic.real(self));
      own(type, "__trunc__", 0, (run, self, args) -> Arithmetic.toInt(self));
      own(type, "__floor__", 0, (run, self, args) -> ofMath(run, "floor", self));
      own(type, "__ceil__", 0, (run, self, args) -> ofMath(run, "ceil", self));
      put(
          type,
          "__round__",
          false,
          (run, self, args, keywords) -> {
            Calls.arity(run, type.name + ".__round__", args, keywords, 0, 1);
            return type == Types.INT && args.length == 1
                ? ofBuiltins(run, "round", self, Constructors.integer(run, args[0]))
                : ofBuiltins(run, "round", self, args);
          });
      own(type, "__format__", 1, (run, self, args) -> Show.format(run, self, spec(run, args[0])));
    }
    for (BinaryOp op : new BinaryOp[] {BinaryOp.BIT_AND, BinaryOp.BIT_OR, BinaryOp.BIT_XOR}) {
      arithmetic(Types.BOOL, op, (x, y) -> Arithmetic.isInt(y));
    }
    slot(Types.INT, "__invert__", 0, (run, self, args) -> Arithmetic.invert(self));
    slot(Types.INT, "__index__", 0, (run, self, args) -> Arithmetic.plain(self));
  }

  private static void arithmetic(PyClass type, BinaryOp op, BiPredicate<Object, Object> fits) {
    slot(
        type,
        op.method(),
        1,
        (run, self, args) ->
            fits.test(self, args[0])
                ? Ops.binary(run, op, self, args[0])
                : Singleton.NOT_IMPLEMENTED);
    slot(
        type,
        op.reflected(),
        1,
        (run, self, args) ->
            fits.test(self, args[0])
                ? Ops.binary(run, op, args[0], self)
                : Singleton.NOT_IMPLEMENTED);
  }

  private static Object ofMath(Run run, String name, Object object) {
    return Calls.call(run, known(Modules.load(run, "math").names.get(name)), object);
  }

  private static Object ofBuiltins(Run run, String name, Object first, Object... rest) {
    return Calls.call(run, known(Builtins.ALL.get(name)), Calls.prepend(first, rest));
  }

  private static <T> T known(@Nullable T found) {
    return java.util.Objects.requireNonNull(found);
  }

  // Sequences

  private static void rows() {
    for (PyClass type : List.of(Types.STR, Types.LIST, Types.TUPLE, Types.RANGE)) {
      compare(type, type != Types.RANGE);
      sized(type);
      slot(type, "__contains__", 1, (run, self, args) -> Sequences.contains(run, self, args[0]));
      if (type == Types.LIST) {
        own(type, "__getitem__", 1, (run, self, args) -> Sequences.get(run, self, args[0]));
      } else {
        slot(type, "__getitem__", 1, (run, self, args) -> Sequences.get(run, self, args[0]));
      }
      if (type != Types.RANGE) {
        slot(type, "__add__", 1, (run, self, args) -> Ops.binary(run, BinaryOp.ADD, self, args[0]));
        slot(type, "__mul__", 1, (run, self, args) -> times(run, self, args[0]));
        slot(type, "__rmul__", 1, (run, self, args) -> times(run, self, args[0]));
      }
    }
    changing(Types.LIST);
    reversible(Types.LIST);
    reversible(Types.RANGE);
    slot(Types.RANGE, "__bool__", 0, (run, self, args) -> Ops.isTrue(run, self));
    slot(
        Types.LIST,
        BinaryOp.ADD.inPlace(),
        1,
        (run, self, args) -> Ops.inPlace(run, BinaryOp.ADD, self, args[0]));
    slot(
        Types.LIST,
        BinaryOp.MUL.inPlace(),
        1,
        (run, self, args) -> Ops.inPlace(run, BinaryOp.MUL, self, count(run, args[0])));
    slot(
        Types.LIST,
        "__init__",
        0,
        1,
        (run, self, args) -> {
          PyList list = (PyList) self;
          list.touch(run);
          list.forget(0, list.size);
          list.size = 0;
          if (args.length > 0) {
            Lists.extend(run, list, args[0]);
          }
          return Singleton.NONE;
        });
    slot(
        Types.STR, "__mod__", 1, (run, self, args) -> Ops.binary(run, BinaryOp.MOD, self, args[0]));
    slot(
        Types.STR,
        "__rmod__",
        1,
        (run, self, args) ->
            args[0] instanceof String
                ? Ops.binary(run, BinaryOp.MOD, args[0], self)
                : Singleton.NOT_IMPLEMENTED);
    own(
        Types.STR,
        "__format__",
        1,
        (run, self, args) -> Show.format(run, self, spec(run, args[0])));
  }

  private static Object times(Run run, Object sequence, Object count) {
    return Ops.binary(run, BinaryOp.MUL, sequence, count(run, count));
  }

  private static Object count(Run run, Object count) {
    if (!Arithmetic.isInt(count) && Calls.special(run, count, "__index__") == null) {
      throw run.typeError("'" + Types.name(count) + "' object cannot be interpreted as an integer");
    }
    return count;
  }

  private static void sized(PyClass type) {
    slot(type, "__len__", 0, (run, self, args) -> Ops.box(Sequences.length(run, self)));
    slot(type, "__iter__", 0, (run, self, args) -> Iterate.over(run, self));
  }

  private static void changing(PyClass type) {
    slot(
        type,
        "__setitem__",
        2,
        (run, self, args) -> {
          Sequences.set(run, self, args[0], args[1]);
          return Singleton.NONE;
        });
    slot(
        type,
        "__delitem__",
        1,
        (run, self, args) -> {
          Sequences.delete(run, self, args[0]);
          return Singleton.NONE;
        });
  }

  private static void reversible(PyClass type) {
    own(type, "__reversed__", 0, (run, self, args) -> ofBuiltins(run, "reversed", self));
  }

  // Dicts and sets

  private static void tables() {
    compare(Types.DICT, false);
    sized(Types.DICT);
    own(Types.DICT, "__contains__", 1, (run, self, args) -> Sequences.contains(run, self, args[0]));
    own(Types.DICT, "__getitem__", 1, (run, self, args) -> Sequences.get(run, self, args[0]));
    changing(Types.DICT);
    reversible(Types.DICT);
    if (Types.DICT.names.get("update") instanceof Method update) {
      put(Types.DICT, "__init__", true, update.body);
    }
    operators(Types.DICT, object -> object instanceof PyDict, BinaryOp.BIT_OR);
    slot(
        Types.DICT,
        BinaryOp.BIT_OR.inPlace(),
        1,
        (run, self, args) -> Ops.inPlace(run, BinaryOp.BIT_OR, self, args[0]));
    compare(Types.PROXY, false);
    sized(Types.PROXY);
    slot(
        Types.PROXY,
        "__contains__",
        1,
        (run, self, args) -> Sequences.contains(run, self, args[0]));
    slot(Types.PROXY, "__getitem__", 1, (run, self, args) -> Sequences.get(run, self, args[0]));
    BinaryOp[] ofSets = {BinaryOp.BIT_AND, BinaryOp.BIT_OR, BinaryOp.SUB, BinaryOp.BIT_XOR};
    compare(Types.SET, x -> true, (x, y) -> Sets.isSet(y));
    sized(Types.SET);
    own(Types.SET, "__contains__", 1, (run, self, args) -> Sequences.contains(run, self, args[0]));
    operators(Types.SET, object -> object instanceof PySet, ofSets);
    for (BinaryOp op : ofSets) {
      slot(
          Types.SET,
          op.inPlace(),
          1,
          (run, self, args) ->
              args[0] instanceof PySet
                  ? Ops.inPlace(run, op, self, args[0])
                  : Singleton.NOT_IMPLEMENTED);
    }
    slot(
        Types.SET,
        "__init__",
        0,
        1,
        (run, self, args) -> {
          PySet set = (PySet) self;
          set.touch(run);
          set.table.clear();
          if (args.length > 0) {
            Sets.add(run, set, args[0]);
          }
          return Singleton.NONE;
        });
    for (PyClass view : List.of(Types.DICT_KEYS, Types.DICT_ITEMS, Types.DICT_VALUES)) {
      sized(view);
      reversible(view);
      if (view != Types.DICT_VALUES) {
        compare(view, x -> true, (x, y) -> Sets.isSet(y));
        slot(view, "__contains__", 1, (run, self, args) -> Sequences.contains(run, self, args[0]));
        operators(view, object -> true, ofSets);
      }
    }
  }

  private static void operators(PyClass type, Predicate<Object> fits, BinaryOp... ops) {
    for (BinaryOp op : ops) {
      arithmetic(type, op, (x, y) -> fits.test(y));
    }
  }

  // What is called, walked or nothing

  private static void others() {
    slot(Types.NONE, "__bool__", 0, (run, self, args) -> false);
    for (PyClass type :
        List.of(
            Types.FUNCTION,
            Types.METHOD,
            Types.BUILTIN,
            Types.METHOD_DESCRIPTOR,
            Types.SLOT_WRAPPER,
            Types.METHOD_WRAPPER,
            Types.STATIC_METHOD,
            Types.TYPE)) {
      put(
          type,
          "__call__",
          true,
          (run, self, args, keywords) -> Calls.call(run, self, args, keywords));
    }
    for (PyClass type : Types.iterators()) {
      slot(type, "__iter__", 0, (run, self, args) -> self);
      slot(type, "__next__", 0, (run, self, args) -> Builtins.next(run, self));
    }
    compare(Types.SLICE, true);
    for (PyClass type : List.of(Types.METHOD, Types.BUILTIN, Types.METHOD_WRAPPER)) {
      compare(type, false);
    }
  }

  /// Whether a class of the language says that its objects have no hash.
  static Optional<Object> unhashable(PyClass type, String name) {
    boolean none =
        name.equals("__hash__")
            && (type == Types.LIST
                || type == Types.DICT
                || type == Types.SET
                || type == Types.SLICE
                || type == Types.DICT_KEYS
                || type == Types.DICT_ITEMS);
    return none ? Optional.of(Singleton.NONE) : Optional.empty();
  }
}
