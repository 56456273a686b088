package dev.perilla.engine.language.resolve;

import dev.perilla.engine.language.text.Splitting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of Python the language has and what it leaves out, with what to write instead: the one list
/// that messages, manual and tests read.
public final class Coverage {
  private Coverage() {}

  private static final Map<String, String> BUILTINS =
      Map.ofEntries(
          Map.entry("open", "name the file under data: in the chapter"),
          Map.entry("input", "put the inputs under given: in the block"),
          Map.entry("eval", "write the expression itself"),
          Map.entry("exec", "write the statements themselves"),
          Map.entry("compile", "write the code itself"),
          Map.entry("globals", "name the variable"),
          Map.entry("locals", "name the variable"),
          Map.entry("vars", "name the attributes"),
          Map.entry("dir", "name the attributes"),
          Map.entry("id", "compare with is"),
          Map.entry("bytes", "use a str, or a list of ints"),
          Map.entry("bytearray", "use a list of ints"),
          Map.entry("memoryview", "use a list"),
          Map.entry("complex", "keep the two parts as floats"),
          Map.entry("frozenset", "use a tuple, or a set"),
          Map.entry("breakpoint", "print the values"),
          Map.entry("help", "read the manual"),
          Map.entry("exit", "let the program end"),
          Map.entry("quit", "let the program end"),
          Map.entry("aiter", "write a plain for"),
          Map.entry("anext", "call next"),
          Map.entry("__import__", "write import"));

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("__new__", "set the attributes in __init__"),
          Map.entry("__del__", "call a method of your own at the end"),
          Map.entry("__class__", "leave it out: an object is of the class that made it"),
          Map.entry("__instancecheck__", "leave it out: an object is of the class that made it"),
          Map.entry(
              "__subclasscheck__", "leave it out: a class is of the classes it inherits from"),
          Map.entry("__slots__", "leave it out"),
          Map.entry("__getattribute__", "define __getattr__, or properties"),
          Map.entry("__delattr__", "define a method of your own"),
          Map.entry("__get__", "use @property"),
          Map.entry("__set__", "use @property"),
          Map.entry("__delete__", "use @property"),
          Map.entry("__bases__", "leave it out"),
          Map.entry("__dict__", "leave it out"),
          Map.entry("__module__", "leave it out"),
          Map.entry("__qualname__", "leave it out"),
          Map.entry("__set_name__", "use @property"),
          Map.entry("__init_subclass__", "call a function after the class"),
          Map.entry("__class_getitem__", "leave the brackets out"),
          Map.entry("__metaclass__", "leave it out"),
          Map.entry("__await__", "write a plain method"),
          Map.entry("__aiter__", "define __iter__"),
          Map.entry("__missing__", "use dict.get or setdefault"));

  private static final Map<String, String> BASES =
      Map.ofEntries(
          Map.entry("int", "an int"),
          Map.entry("float", "a float"),
          Map.entry("str", "a str"),
          Map.entry("bool", "a bool"),
          Map.entry("list", "a list"),
          Map.entry("tuple", "a tuple"),
          Map.entry("dict", "a dict"),
          Map.entry("set", "a set"),
          Map.entry("range", "a range"),
          Map.entry("type", "a class"),
          Map.entry("property", "a property"),
          Map.entry("slice", "a slice"),
          Map.entry("map", "a map"),
          Map.entry("filter", "a filter"),
          Map.entry("zip", "a zip"),
          Map.entry("enumerate", "an enumerate"),
          Map.entry("reversed", "a reversed"),
          Map.entry("super", "the object"),
          Map.entry("staticmethod", "the function"),
          Map.entry("classmethod", "the function"),
          Map.entry("Value", "a Value"));

  /// The modules that can be imported.
  public static final List<String> MODULES =
      List.of("math", "micrograd", "micrograd.engine", "micrograd.nn", "perilla", "random");

  private static final Map<String, String> REFUSED_MODULES =
      Map.ofEntries(
          Map.entry("collections", "use a dict, with d.get or d.setdefault"),
          Map.entry("copy", "write list(x), dict(x) or x.copy(), which copy one level"),
          Map.entry("dataclasses", "write the class with an __init__ and a __repr__"),
          Map.entry("enum", "give names to numbers: RED = 0"),
          Map.entry("functools", "write the loop, or keep results in a dict"),
          Map.entry("itertools", "write the loops, or a generator"),
          Map.entry("matplotlib", "leave it out: a plot under show: draws it"),
          Map.entry("numpy", "use lists of floats, and comprehensions"),
          Map.entry("time", "leave it out: a chapter knows no clock"),
          Map.entry("torch", "use Value: from micrograd.engine import Value"),
          Map.entry("typing", "write from typing import List, for annotations"));

  /// Attributes by which a program of Python looks into itself, and that no object has here.
  private static final Map<String, String> ATTRIBUTES;

  static {
    Map<String, String> all = new HashMap<>();
    for (String name :
        Splitting.words(
            "__code__ __closure__ __defaults__ __kwdefaults__ __globals__ __builtins__"
                + " __annotations__ __subclasses__ __weakref__ __traceback__ __text_signature__"
                + " __abstractmethods__ __isabstractmethod__ __basicsize__ __flags__ __sizeof__"
                + " __dir__ __reduce__ __reduce_ex__ __getstate__ __setstate__ __getnewargs__"
                + " __length_hint__ __instancecheck__ __subclasscheck__ __subclasshook__"
                + " __prepare__ gi_frame gi_code gi_running gi_yieldfrom gi_suspended tb_frame"
                + " tb_lineno tb_next",
            -1)) {
      all.put(name, "name what is meant: a program cannot look into itself here");
    }
    all.put("__getattribute__", "use getattr");
    all.put("__delattr__", "write del object.name");
    all.put("__new__", "call the class");
    all.put("__init_subclass__", "call a function after the class");
    all.put("__class_getitem__", "leave the brackets out");
    all.put("__get__", "call the method with the object");
    all.put("__set__", "assign to the attribute");
    all.put("__delete__", "write del object.name");
    all.put("__set_name__", "name the attribute");
    ATTRIBUTES = Map.copyOf(all);
  }

  /// Functions of the module random that draw.
  static final Set<String> DRAWS =
      Set.copyOf(
          Splitting.split(
              "random uniform gauss randint randrange choice choices shuffle sample normalvariate"
                  + " getrandbits triangular betavariate expovariate gammavariate lognormvariate"
                  + " vonmisesvariate paretovariate weibullvariate",
              " ",
              -1));

  /// Attributes that only Python's own objects have, and those of the language not, with what to
  /// write instead. A program that gives them to objects of its own has them.
  private static final Map<String, String> LEFT_OUT_NAMES =
      Map.ofEntries(
          Map.entry("encode", "use ord for the number of each character"),
          Map.entry("to_bytes", "take it apart with divmod"),
          Map.entry("from_bytes", "add the numbers up"),
          Map.entry("getstate", "keep the seed, and seed again"),
          Map.entry("setstate", "keep the seed, and seed again"),
          Map.entry("randbytes", "draw ints with randrange"),
          Map.entry("SystemRandom", "use Random with a seed"),
          Map.entry("characters_written", "keep it in an attribute of your own"),
          Map.entry("__getformat__", "leave it out"));

  /// By the class of the object, or the module: attributes that Python has and the language not,
  /// and whose names alone do not tell whose they are.
  private static final Map<String, Set<String>> LEFT_OUT =
      Map.ofEntries(
          left("object", "__doc__"),
          left("int", "from_bytes to_bytes"),
          left("float", "__getformat__"),
          left("str", "encode"),
          left("dict_keys", "mapping"),
          left("dict_items", "mapping"),
          left("dict_values", "mapping"),
          left("generator", "__del__"),
          left("builtin_function_or_method", "__self__ __module__"),
          left("method", "__func__ __self__ __module__"),
          left("method-wrapper", "__objclass__"),
          left("type", "__dictoffset__ __itemsize__ __weakrefoffset__ __or__ __ror__"),
          left("UnionType", "__args__ __parameters__ __getitem__ __or__ __ror__"),
          left("mappingproxy", "__or__ __ror__ __ior__ __reversed__"),
          left("staticmethod", "__dict__"),
          left("classmethod", "__dict__"),
          left("NotImplementedType", "__bool__"),
          left(
              "SyntaxError",
              "filename lineno offset text end_lineno end_offset msg print_file_and_line"),
          left("super", "__self__ __self_class__ __thisclass__ __class__"),
          left("OSError", "characters_written"),
          left(
              "random",
              "SystemRandom getstate setstate randbytes BPF LOG4 NV_MAGICCONST RECIP_BPF"
                  + " SG_MAGICCONST TWOPI __all__ __cached__ __doc__ __file__ __loader__"
                  + " __package__ __spec__"),
          left(
              "random.Random",
              "getstate setstate randbytes VERSION gauss_next __dict__ __module__"),
          left("math", "__doc__ __file__ __loader__ __package__ __spec__"));

  /// By the class: what Python finds in the class itself of that which each of its objects has.
  private static final Map<String, Set<String>> LEFT_OUT_OF_CLASSES =
      Map.ofEntries(
          left("int", "real imag numerator denominator"),
          left("float", "real imag"),
          left("range", "start stop step"),
          left("slice", "start stop step"),
          left("property", "fget fset fdel getter setter deleter"),
          left("staticmethod", "__func__ __wrapped__"),
          left("classmethod", "__func__ __wrapped__"),
          left("method", "__func__ __self__"),
          left("method_descriptor", "__objclass__"),
          left(
              "BaseException",
              "args __cause__ __context__ __suppress_context__ add_note with_traceback"),
          left("StopIteration", "value"),
          left("OSError", "errno strerror filename filename2 characters_written"),
          left("NameError", "name"),
          left("AttributeError", "name obj"),
          left("ImportError", "name path msg"),
          left("SystemExit", "code"),
          left(
              "Random",
              String.join(" ", DRAWS)
                  + " seed getstate setstate randbytes VERSION _randbelow"
                  + " _randbelow_with_getrandbits _randbelow_without_getrandbits"));

  private static Map.Entry<String, Set<String>> left(String owner, String names) {
    return Map.entry(owner, Set.copyOf(Splitting.words(names, -1)));
  }

  /// Whether Python has this attribute for objects of a class, or for a module, and the language
  /// not.
  public static boolean isLeftOut(String owner, String name) {
    return LEFT_OUT.getOrDefault(owner, Set.of()).contains(name);
  }

  /// Whether Python finds this attribute in the class itself, and the language does not.
  public static boolean isLeftOutOfClass(String owner, String name) {
    return LEFT_OUT_OF_CLASSES.getOrDefault(owner, Set.of()).contains(name);
  }

  /// All that Python has of a class, its objects, or a module, and the language not.
  public static Set<String> left(String owner) {
    Set<String> all = new HashSet<>(LEFT_OUT.getOrDefault(owner, Set.of()));
    all.addAll(LEFT_OUT_OF_CLASSES.getOrDefault(owner, Set.of()));
    return all;
  }

  /// Attributes that no object has here, with what to write instead.
  public static Map<String, String> refusedAttributes() {
    return Map.copyOf(ATTRIBUTES);
  }

  /// Attributes of Python's own objects that the language leaves out, with what to write instead.
  public static Map<String, String> leftOut() {
    return Map.copyOf(LEFT_OUT_NAMES);
  }

  /// Whether it is a class or function of Python that every program has at hand.
  static boolean isBuiltin(String name) {
    return BUILTIN_NAMES.contains(name);
  }

  private static final Set<String> BUILTIN_NAMES =
      Set.copyOf(
          Splitting.split(
              "abs all any ascii bin bool callable chr classmethod delattr dict divmod enumerate"
                  + " filter float format getattr hasattr hash hex int isinstance issubclass iter"
                  + " len list map max min next object oct ord pow print property range repr"
                  + " reversed round set setattr slice sorted staticmethod str sum super tuple type"
                  + " zip",
              " ",
              -1));

  /// Modules that lessons import and the language has not, with what to write instead.
  public static Map<String, String> refusedModules() {
    return Map.copyOf(REFUSED_MODULES);
  }

  /// Builtins of Python that the language leaves out, with what to write instead.
  public static Map<String, String> refusedBuiltins() {
    return Map.copyOf(BUILTINS);
  }

  /// Special methods that a class may not define here, with what to write instead.
  public static Map<String, String> refusedMethods() {
    return Map.copyOf(METHODS);
  }

  /// Classes that a class may not inherit from here, with what to keep in an attribute instead.
  public static Map<String, String> refusedBases() {
    return Map.copyOf(BASES);
  }
}
