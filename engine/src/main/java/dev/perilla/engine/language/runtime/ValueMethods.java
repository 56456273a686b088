package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.number.Arithmetic;
import java.util.function.UnaryOperator;

/// The methods of `Value`.
final class ValueMethods {
  private ValueMethods() {}

  private interface Body {
    Object apply(Run run, PyValue value);
  }

  private static void plain(PyClass type, String name, Body body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          Calls.arity(run, "Value", name, args, keywords, 0, 0);
          return body.apply(run, (PyValue) self);
        });
  }

  private static void operation(PyClass type, String name, UnaryOperator<Value> body) {
    plain(type, name, (run, value) -> value.apply(run, body.apply(value.value)));
  }

  static void install(PyClass type) {
    operation(type, "tanh", Value::tanh);
    operation(type, "exp", Value::exp);
    operation(type, "sigmoid", Value::sigmoid);
    operation(type, "sin", Value::sin);
    operation(type, "cos", Value::cos);
    plain(type, "relu", (run, value) -> value.relu(run));
    plain(
        type,
        "log",
        (run, value) -> {
          if (value.value.data() <= 0) {
            throw run.valueError("math domain error");
          }
          return value.apply(run, value.value.log());
        });
    plain(
        type,
        "sqrt",
        (run, value) -> {
          if (value.value.data() < 0) {
            throw run.valueError("math domain error");
          }
          return value.apply(run, value.value.sqrt());
        });
    plain(type, "abs", (run, value) -> value.apply(run, value.value.abs()));
    plain(
        type,
        "backward",
        (run, value) -> {
          value.touch(run);
          value.backward(run);
          return Singleton.NONE;
        });
    plain(
        type,
        "zero_grad",
        (run, value) -> {
          value.assign(run, "grad", 0L);
          return Singleton.NONE;
        });
    for (boolean max : new boolean[] {true, false}) {
      Constructors.method(
          type,
          max ? "max" : "min",
          (run, self, args, keywords) -> {
            Calls.arity(run, max ? "Value.max" : "Value.min", args, keywords, 1, 1);
            PyValue other =
                args[0] instanceof PyValue value
                    ? value
                    : Arithmetic.isNumber(args[0]) ? PyValue.leaf(run, args[0]) : null;
            if (other == null) {
              throw run.typeError("Value and '" + Types.name(args[0]) + "' cannot be compared");
            }
            return ((PyValue) self).extreme(run, other, max);
          });
    }
  }
}
