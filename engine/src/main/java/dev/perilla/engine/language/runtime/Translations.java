package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.text.CodePoints;

/// `str.maketrans` and `str.translate`: characters for characters.
final class Translations {
  private Translations() {}

  static void install(PyClass type) {
    type.names.put(
        "maketrans",
        new Descriptor.StaticMethod(
            new Builtin(
                "maketrans",
                Types.STR,
                (run, args, keywords) -> {
                  Calls.arity(run, "str.maketrans", args, keywords, 1, 3);
                  return table(run, args);
                })));
    Constructors.method(
        type,
        "translate",
        (run, self, args, keywords) -> {
          Calls.arity(run, "str.translate", args, keywords, 1, 1);
          return translate(run, (String) self, args[0]);
        });
  }

  private static PyDict table(Run run, Object[] args) {
    PyDict table = new PyDict(run);
    if (args.length == 1) {
      if (!(args[0] instanceof PyDict dict)) {
        throw run.typeError("if you give only one argument to maketrans it must be a dict");
      }
      for (Object key : dict.table.keyArray()) {
        run.step();
        Object value = dict.table.get(run, key);
        table.put(run, number(run, key), value == null ? Singleton.NONE : value);
      }
      return table;
    }
    if (!(args[1] instanceof String to)) {
      throw run.typeError("maketrans() argument 2 must be str, not " + Types.given(args[1]));
    }
    String gone = "";
    if (args.length == 3) {
      if (!(args[2] instanceof String given)) {
        throw run.typeError("maketrans() argument 3 must be str, not " + Types.given(args[2]));
      }
      gone = given;
    }
    if (!(args[0] instanceof String from)) {
      throw run.typeError(
          "first maketrans argument must be a string if there is a second argument");
    }
    int[] keys = from.codePoints().toArray();
    int[] values = to.codePoints().toArray();
    if (keys.length != values.length) {
      throw run.valueError("the first two maketrans arguments must have equal length");
    }
    for (int i = 0; i < keys.length; i++) {
      run.step();
      table.put(run, (long) keys[i], (long) values[i]);
    }
    gone.codePoints().forEach(point -> table.put(run, (long) point, Singleton.NONE));
    return table;
  }

  private static Object number(Run run, Object key) {
    if (key instanceof String text) {
      if (CodePoints.length(text) != 1) {
        throw run.valueError("string keys in translate table must be of length 1");
      }
      return (long) text.codePointAt(0);
    }
    if (Arithmetic.isInt(key)) {
      return key;
    }
    throw run.typeError("keys in translate table must be strings or integers");
  }

  private static String translate(Run run, String text, Object table) {
    StringBuilder out = new StringBuilder();
    int charged = 500;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      run.step();
      int before = out.length();
      switch (to(run, table, point)) {
        case null -> out.appendCodePoint(point);
        case Singleton none when none == Singleton.NONE -> {}
        case String part -> out.append(part);
        case Object other when Arithmetic.isInt(other) -> {
          if (!(Arithmetic.plain(other) instanceof Long code) || code < 0 || code > 0x10FFFF) {
            throw run.valueError("character mapping must be in range(0x110000)");
          }
          out.appendCodePoint((int) (long) code);
        }
        case Object other ->
            throw run.typeError("character mapping must return integer, None or str");
      }
      charged = run.grown(out, charged);
      run.steps((out.length() - before) / 32);
    }
    return out.toString();
  }

  private static @org.jspecify.annotations.Nullable Object to(Run run, Object table, int point) {
    if (table instanceof PyDict dict) {
      return dict.table.get(run, (long) point);
    }
    try {
      return Sequences.get(run, table, (long) point);
    } catch (Unwind.Raise raise) {
      if (raise.exception.type.isSubclass(Types.LOOKUP_ERROR)) {
        return null;
      }
      throw raise;
    }
  }
}
