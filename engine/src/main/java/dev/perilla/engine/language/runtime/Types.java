package dev.perilla.engine.language.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of the language, and which of them an object has.
final class Types {
  /// Those that have `object` for their base, without the exceptions.
  static final List<PyClass> PLAIN = new ArrayList<>();

  static final PyClass OBJECT = new PyClass("object", null);
  static final PyClass TYPE = plain("type");
  static final PyClass INT = plain("int");
  static final PyClass BOOL = new PyClass("bool", INT);
  static final PyClass FLOAT = plain("float");
  static final PyClass STR = plain("str");
  static final PyClass LIST = plain("list");
  static final PyClass TUPLE = plain("tuple");
  static final PyClass DICT = plain("dict");
  static final PyClass PROXY = plain("mappingproxy");
  static final PyClass OF_ALL = plain("getset_descriptor");
  static final PyClass SET = plain("set");
  static final PyClass RANGE = plain("range");
  static final PyClass TYPING = plain("typing"); // what any name of the module typing is
  static final PyClass SLICE = plain("slice");
  static final PyClass NONE = plain("NoneType");
  static final PyClass ELLIPSIS = plain("ellipsis");
  static final PyClass NOT_IMPLEMENTED = plain("NotImplementedType");
  static final PyClass FUNCTION = plain("function");
  static final PyClass METHOD = plain("method");
  static final PyClass BUILTIN = plain("builtin_function_or_method");
  static final PyClass METHOD_DESCRIPTOR = plain("method_descriptor");
  static final PyClass SLOT_WRAPPER = plain("wrapper_descriptor");
  static final PyClass METHOD_WRAPPER = plain("method-wrapper");
  static final PyClass MODULE = plain("module");
  static final PyClass PROPERTY = plain("property");
  static final PyClass STATIC_METHOD = plain("staticmethod");
  static final PyClass CLASS_METHOD = plain("classmethod");
  static final PyClass SUPER = plain("super");
  static final PyClass GENERATOR = plain("generator");
  static final PyClass VALUE = plain("Value");
  static final PyClass RANDOM = plain("Random");
  static final PyClass NUDGE = plain("Nudge");
  static final PyClass UNION = plain("UnionType");
  static final PyClass DICT_KEYS = plain("dict_keys");
  static final PyClass DICT_VALUES = plain("dict_values");
  static final PyClass DICT_ITEMS = plain("dict_items");
  private static final Map<String, PyClass> ITERATORS = new LinkedHashMap<>();

  /// By name.
  static final Map<String, PyClass> EXCEPTIONS = new LinkedHashMap<>();

  static final PyClass BASE_EXCEPTION = exception("BaseException", OBJECT);
  static final PyClass GENERATOR_EXIT = exception("GeneratorExit", BASE_EXCEPTION);
  static final PyClass SYSTEM_EXIT = exception("SystemExit", BASE_EXCEPTION);
  static final PyClass EXCEPTION = exception("Exception", BASE_EXCEPTION);
  static final PyClass ARITHMETIC_ERROR = exception("ArithmeticError", EXCEPTION);
  static final PyClass FLOATING_POINT_ERROR = exception("FloatingPointError", ARITHMETIC_ERROR);
  static final PyClass OVERFLOW_ERROR = exception("OverflowError", ARITHMETIC_ERROR);
  static final PyClass ZERO_DIVISION_ERROR = exception("ZeroDivisionError", ARITHMETIC_ERROR);
  static final PyClass ASSERTION_ERROR = exception("AssertionError", EXCEPTION);
  static final PyClass ATTRIBUTE_ERROR = exception("AttributeError", EXCEPTION);
  static final PyClass EOF_ERROR = exception("EOFError", EXCEPTION);
  static final PyClass IMPORT_ERROR = exception("ImportError", EXCEPTION);
  static final PyClass MODULE_NOT_FOUND = exception("ModuleNotFoundError", IMPORT_ERROR);
  static final PyClass LOOKUP_ERROR = exception("LookupError", EXCEPTION);
  static final PyClass INDEX_ERROR = exception("IndexError", LOOKUP_ERROR);
  static final PyClass KEY_ERROR = exception("KeyError", LOOKUP_ERROR);
  static final PyClass MEMORY_ERROR = exception("MemoryError", EXCEPTION);
  static final PyClass SYNTAX_ERROR = exception("SyntaxError", EXCEPTION);
  static final PyClass NAME_ERROR = exception("NameError", EXCEPTION);
  static final PyClass UNBOUND_LOCAL_ERROR = exception("UnboundLocalError", NAME_ERROR);
  static final PyClass OS_ERROR = exception("OSError", EXCEPTION);
  static final PyClass RUNTIME_ERROR = exception("RuntimeError", EXCEPTION);
  static final PyClass NOT_IMPLEMENTED_ERROR = exception("NotImplementedError", RUNTIME_ERROR);
  static final PyClass RECURSION_ERROR = exception("RecursionError", RUNTIME_ERROR);
  static final PyClass STOP_ITERATION = exception("StopIteration", EXCEPTION);
  static final PyClass TYPE_ERROR = exception("TypeError", EXCEPTION);
  static final PyClass VALUE_ERROR = exception("ValueError", EXCEPTION);
  static final PyClass UNICODE_ERROR = exception("UnicodeError", VALUE_ERROR);
  static final PyClass WARNING = exception("Warning", EXCEPTION);

  static {
    exception("KeyboardInterrupt", BASE_EXCEPTION);
    PyClass indentation = exception("IndentationError", SYNTAX_ERROR);
    exception("TabError", indentation);
    exception("BlockingIOError", OS_ERROR);
    exception("ChildProcessError", OS_ERROR);
    exception("InterruptedError", OS_ERROR);
    exception("IsADirectoryError", OS_ERROR);
    exception("NotADirectoryError", OS_ERROR);
    exception("ProcessLookupError", OS_ERROR);
    PyClass connection = exception("ConnectionError", OS_ERROR);
    exception("BrokenPipeError", connection);
    exception("ConnectionAbortedError", connection);
    exception("ConnectionRefusedError", connection);
    exception("ConnectionResetError", connection);
    exception("UnicodeWarning", WARNING);
    exception("BytesWarning", WARNING);
    exception("FutureWarning", WARNING);
    exception("ImportWarning", WARNING);
    exception("PendingDeprecationWarning", WARNING);
    exception("ResourceWarning", WARNING);
    exception("SyntaxWarning", WARNING);
    exception("ReferenceError", EXCEPTION);
    exception("SystemError", EXCEPTION);
    exception("BufferError", EXCEPTION);
    exception("StopAsyncIteration", EXCEPTION);
    exception("FileNotFoundError", OS_ERROR);
    exception("FileExistsError", OS_ERROR);
    exception("PermissionError", OS_ERROR);
    exception("TimeoutError", OS_ERROR);
    exception("DeprecationWarning", WARNING);
    exception("RuntimeWarning", WARNING);
    EXCEPTIONS.put("IOError", OS_ERROR);
    EXCEPTIONS.put("EnvironmentError", OS_ERROR);
  }

  static final PyClass USER_WARNING = exception("UserWarning", WARNING);

  static {
    VALUE.module = "micrograd.engine";
    RANDOM.module = "random";
    RANDOM.maker = (run, type, args, keywords) -> RandomModule.generator(run, args, keywords);
    NUDGE.module = "perilla";
    UNION.module = "types";
    for (String name :
        new String[] {
          "list_iterator",
          "list_reverseiterator",
          "tuple_iterator",
          "str_iterator",
          "str_ascii_iterator",
          "range_iterator",
          "longrange_iterator",
          "dict_keyiterator",
          "dict_valueiterator",
          "dict_itemiterator",
          "dict_reversekeyiterator",
          "dict_reversevalueiterator",
          "dict_reverseitemiterator",
          "set_iterator",
          "callable_iterator",
          "iterator",
          "map",
          "filter",
          "zip",
          "enumerate",
          "reversed"
        }) {
      ITERATORS.put(name, plain(name));
    }
    Constructors.install();
  }

  private Types() {}

  private static PyClass plain(String name) {
    PyClass type = new PyClass(name, OBJECT);
    PLAIN.add(type);
    return type;
  }

  private static PyClass exception(String name, PyClass base) {
    PyClass type = new PyClass(name, base);
    type.maker =
        (run, wanted, args, keywords) -> {
          PyException made = Exceptions.make(run, wanted, args);
          Exceptions.init(run, made, args, keywords);
          return made;
        };
    EXCEPTIONS.put(name, type);
    return type;
  }

  static PyClass iterator(String name) {
    PyClass type = ITERATORS.get(name);
    return type == null ? GENERATOR : type;
  }

  /// All classes of iterators.
  static List<PyClass> iterators() {
    List<PyClass> all = new ArrayList<>(ITERATORS.values());
    all.add(GENERATOR);
    return all;
  }

  static PyClass of(Object object) {
    if (object instanceof PyInstance instance) {
      return instance.type;
    }
    return switch (object) {
      case Long it -> INT;
      case Double it -> FLOAT;
      case String it -> STR;
      case Boolean it -> BOOL;
      case BigInteger it -> INT;
      case PyList it -> LIST;
      case PyTuple it -> TUPLE;
      case PyDict it -> it.proxy ? PROXY : DICT;
      case PySet it -> SET;
      case PyRange it -> RANGE;
      case PyWideRange it -> RANGE;
      case PyValue it -> VALUE;
      case Singleton it ->
          switch (it) {
            case NONE -> NONE;
            case ELLIPSIS -> ELLIPSIS;
            case NOT_IMPLEMENTED -> NOT_IMPLEMENTED;
          };
      case PyFunction it -> FUNCTION;
      case BoundMethod it -> METHOD;
      case Builtin it -> it.isMethod() ? METHOD : BUILTIN;
      case Method.Bound it -> it.method().slot ? METHOD_WRAPPER : BUILTIN;
      case Method it -> it.slot ? SLOT_WRAPPER : METHOD_DESCRIPTOR;
      case PyClass it -> TYPE;
      case PyModule it -> it.name.equals("random.Random") ? RANDOM : MODULE;
      case PySlice it -> SLICE;
      case PyDict.View it ->
          switch (it.part()) {
            case KEYS -> DICT_KEYS;
            case VALUES -> DICT_VALUES;
            case ITEMS -> DICT_ITEMS;
          };
      case PyIterator it -> iterator(it.type);
      case Descriptor.Property it -> PROPERTY;
      case Descriptor.StaticMethod it -> STATIC_METHOD;
      case Descriptor.ClassMethod it -> CLASS_METHOD;
      case Descriptor.OfAll it -> OF_ALL;
      case PySuper it -> SUPER;
      case PyNudge it -> NUDGE;
      case PyUnion it -> UNION;
      default -> OBJECT;
    };
  }

  /// The class of what was given in place of a text, as most functions of Python's call it.
  static String given(Object object) {
    return object == Singleton.NONE ? "None" : name(object);
  }

  static String name(Object object) {
    return object instanceof PyUnion ? "types.UnionType" : of(object).name;
  }

  static boolean isInstance(Object object, PyClass type) {
    return of(object).isSubclass(type);
  }

  /// The method that a class of the language has under this name.
  static @Nullable Method method(Object object, String name) {
    Object found = of(object).root().names.get(name);
    return found instanceof Method method ? method : null;
  }
}
