package dev.perilla.engine.language.resolve;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What of Python the language has and what it leaves out, with what to write instead: the one list
/// that messages, manual and tests read.
public final class Coverage {
  private Coverage() {}

  private static final Map<String, String> BUILTINS =
      new TreeMap<>(
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
              Map.entry("__import__", "write import")));

  private static final Map<String, String> METHODS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("__new__", "set the attributes in __init__"),
              Map.entry("__del__", "call a method of your own at the end"),
              Map.entry("__slots__", "leave it out"),
              Map.entry("__getattribute__", "define __getattr__, or properties"),
              Map.entry("__delattr__", "define a method of your own"),
              Map.entry("__get__", "use @property"),
              Map.entry("__set__", "use @property"),
              Map.entry("__set_name__", "use @property"),
              Map.entry("__init_subclass__", "call a function after the class"),
              Map.entry("__class_getitem__", "leave the brackets out"),
              Map.entry("__metaclass__", "leave it out"),
              Map.entry("__await__", "write a plain method"),
              Map.entry("__aiter__", "define __iter__"),
              Map.entry("__missing__", "use dict.get or setdefault")));

  private static final Map<String, String> BASES =
      new TreeMap<>(
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
              Map.entry("Value", "a Value")));

  /// The modules that can be imported.
  public static final List<String> MODULES =
      List.of("math", "micrograd", "micrograd.engine", "micrograd.nn", "perilla", "random");

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
