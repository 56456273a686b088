package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.MathFunctions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// What a text may name without the program having it: the functions and constants of mathematics,
/// as in `tanh(n) = 0.7071`. They take numbers and Values, and give numbers. A name of the program
/// comes first.
final class TextNames {
  private static final Map<String, Object> ALL = new LinkedHashMap<>();

  private TextNames() {}

  private static void function(String name, DoubleUnaryOperator body) {
    ALL.put(
        name,
        new Builtin(
            name,
            (run, args, keywords) -> {
              Calls.arity(run, name, args, keywords, 1, 1);
              Object number = args[0] instanceof PyValue value ? value.data() : args[0];
              double result = body.applyAsDouble(MathModule.real(run, number));
              if (Double.isNaN(result)) {
                throw run.valueError("math domain error");
              }
              return result;
            }));
  }

  /// Exact up to 22, infinite above 170; no number for what is no whole number from 0.
  private static double factorial(double of) {
    double product = of >= 0 && of == Math.rint(of) ? 1 : Double.NaN;
    for (double factor = 2; factor <= Math.min(of, 171); factor++) {
      product *= factor;
    }
    return product;
  }

  static {
    function("exp", MathFunctions::exp);
    function("log", MathFunctions::log);
    function("ln", MathFunctions::log);
    function("log2", MathFunctions::log2);
    function("log10", MathFunctions::log10);
    function("sqrt", Math::sqrt);
    function("sin", MathFunctions::sin);
    function("sen", MathFunctions::sin);
    function("cos", MathFunctions::cos);
    function("tan", MathFunctions::tan);
    function("tanh", MathFunctions::tanh);
    function("sigmoid", x -> 1 / (1 + MathFunctions.exp(-x)));
    function("σ", x -> 1 / (1 + MathFunctions.exp(-x)));
    function("sigma", x -> 1 / (1 + MathFunctions.exp(-x)));
    function("relu", x -> Math.max(x, 0));
    function("factorial", TextNames::factorial);
    ALL.put("pi", Math.PI);
    ALL.put("π", Math.PI);
    ALL.put("e", Math.E);
  }

  /// `globals` with the names that it does not define.
  static Map<String, GlobalCell> with(Map<String, GlobalCell> globals) {
    Map<String, GlobalCell> all = new LinkedHashMap<>();
    ALL.forEach(
        (name, value) -> {
          GlobalCell cell = new GlobalCell(name);
          cell.value = value;
          all.put(name, cell);
        });
    globals.forEach(
        (name, cell) -> {
          if (cell.value != null || !ALL.containsKey(name)) {
            all.put(name, cell);
          }
        });
    return all;
  }
}
