package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Nudge;
import dev.perilla.engine.autograd.Replay;
import dev.perilla.engine.language.number.Arithmetic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The functions of the module `perilla`, which are at hand without an import too.
final class Teaching {
  private Teaching() {}

  static void install() {
    Builtins.add(
        "nudge",
        (run, args, keywords) -> {
          Calls.known(run, "nudge", keywords, "output", "input", "by");
          Object output = Calls.argument(args, 0, keywords, "output");
          Object input = Calls.argument(args, 1, keywords, "input");
          Object by = Calls.argument(args, 2, keywords, "by");
          if (output == null || input == null || by == null || args.length > 3) {
            throw run.typeError("nudge() takes an output, an input and how far to move it");
          }
          PyValue out = value(run, "nudge", output);
          PyValue in = value(run, "nudge", input);
          if (!Arithmetic.isNumber(by)) {
            throw run.typeError("nudge() moves by a number, not '" + Types.name(by) + "'");
          }
          double step = Arithmetic.real(by);
          if (step == 0) {
            throw run.valueError("nudge() by 0 moves nothing");
          }
          Optional<String> refusal = Replay.refusal(List.of(in.value));
          if (refusal.isPresent()) {
            throw run.valueError(
                "nudge() runs the recorded operations again, but "
                    + refusal.get()
                    + ": run the code with the other number instead");
          }
          run.steps(4L * Graph.of(out.value).size());
          return new PyNudge(Nudge.of(out.value, in.value, step));
        });
    Builtins.add("grad", Teaching::grad);
    Builtins.add("train", Descent::train);
    Builtins.add(
        "check",
        (run, args, keywords) -> {
          Calls.arity(run, "check", args, keywords, 1, 2);
          if (!Ops.isTrue(run, args[0])) {
            throw new Unwind.Raise(
                run.exception(
                    Types.ASSERTION_ERROR,
                    args.length > 1 ? new PyTuple(args[1]) : new PyTuple("check failed")));
          }
          return Singleton.NONE;
        });
  }

  /// `grad(y, x)`, the derivative as a number, or those by all values of a list, in the list's
  /// shape; with `create_graph=True` as a Value that has derivatives again; `grad(f)`, the
  /// derivative of a function of numbers or values by its first argument, as a function.
  private static Object grad(Run run, Object[] args, Keywords keywords) {
    Calls.known(run, "grad", keywords, "create_graph");
    Calls.arity(run, "grad", args, 1, 2);
    if (args.length == 2) {
      PyValue output = value(run, "grad", args[0]);
      Object graph = keywords.get("create_graph");
      boolean again = graph != null && Ops.isTrue(run, graph);
      return each(run, args[1], input -> slope(run, output, value(run, "grad", input), again));
    }
    Object function = args[0];
    if (function instanceof PyValue) {
      throw run.typeError("grad() of a Value needs the Value to differentiate by: grad(y, x)");
    }
    return new Builtin("grad", (r, at, named) -> slope(r, function, at, named));
  }

  private static Object slope(Run run, PyValue output, PyValue input, boolean graph) {
    run.steps(4L * Graph.of(output.value).size());
    run.remarks.asked(output.value, input.value);
    Object slope =
        graph
            ? PyValue.derivative(run, output, input)
            : (Object) output.value.derivative(input.value);
    run.sweeps.asked(output.value, input.value, slope);
    return slope;
  }

  /// What `slope` gives for a value, or for each value of a list of them, as a list like it. A list
  /// within a list is gone into as often as a table of tables is.
  static Object each(Run run, Object input, UnaryOperator<Object> slope) {
    return each(run, input, slope, 4);
  }

  private static Object each(Run run, Object input, UnaryOperator<Object> slope, int depth) {
    if (!(input instanceof PyList list) || depth == 0) {
      return slope.apply(input);
    }
    PyList slopes = new PyList(run);
    for (Object item : Arrays.copyOf(list.items, list.size)) {
      run.steps(1);
      slopes.add(run, each(run, item, slope, depth - 1));
    }
    return slopes;
  }

  private static Object slope(Run run, Object function, Object[] args, Keywords keywords) {
    if (args.length == 0) {
      throw run.typeError("a derivative needs the argument to differentiate by");
    }
    Object[] at = args.clone();
    PyValue input = args[0] instanceof PyValue known ? known : PyValue.leaf(run, args[0]);
    at[0] = input;
    Object output = Calls.call(run, function, at, keywords);
    if (!(output instanceof PyValue) && Arithmetic.isNumber(output)) {
      output = PyValue.leaf(run, output);
    }
    PyValue of = value(run, "grad", output);
    run.remarks.asked(of.value, input.value);
    PyValue slope = PyValue.derivative(run, of, input);
    Object result = args[0] instanceof PyValue ? slope : slope.data();
    run.sweeps.asked(of.value, input.value, result);
    return result;
  }

  static PyValue value(Run run, String function, Object object) {
    if (object instanceof PyValue value) {
      return value;
    }
    throw run.typeError(
        function + "() takes values of the autograd, not '" + Types.name(object) + "'");
  }
}
