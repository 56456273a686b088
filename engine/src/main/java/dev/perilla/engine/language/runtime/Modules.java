package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.resolve.Typing;
import java.util.Map;
import java.util.Set;

/// The modules that can be imported, each made when a program first asks for it.
final class Modules {
  /// What every program has at hand that Python has not.
  static final Set<String> OWN = Set.of("nudge", "grad", "train", "check", "Value");

  private Modules() {}

  static PyModule load(Run run, String name) {
    PyModule known = run.modules.get(name);
    if (known != null) {
      return known;
    }
    PyModule made = new PyModule(name);
    switch (name) {
      case "math" -> MathModule.fill(made.names);
      case "random" -> RandomModule.fill(made.names);
      case "perilla" -> {
        for (String word : OWN) {
          put(made.names, word);
        }
      }
      case "typing" -> Typing.names().forEach(it -> made.names.put(it, Types.TYPING));
      case "micrograd.engine" -> put(made.names, "Value");
      case "micrograd.nn" -> Networks.fill(run, made.names);
      case "micrograd" -> {
        made.names.put("engine", load(run, "micrograd.engine"));
        made.names.put("nn", load(run, "micrograd.nn"));
      }
      case String other ->
          throw run.raise(Types.MODULE_NOT_FOUND, "No module named '" + other + "'");
    }
    run.modules.put(name, made);
    return made;
  }

  /// Whether a function is one of the module math.
  static boolean isOfMath(Run run, Builtin function) {
    PyModule math = run.modules.get("math");
    return math != null && math.names.get(function.name) == function;
  }

  private static void put(Map<String, Object> names, String word) {
    Object value = Builtins.ALL.get(word);
    if (value != null) {
      names.put(word, value);
    }
  }
}
