package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Nudge;
import dev.perilla.engine.language.number.Arithmetic;

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
          return new PyNudge(Nudge.of(out.value, in.value, step));
        });
    Builtins.add(
        "grad",
        (run, args, keywords) -> {
          Calls.arity(run, "grad", args, keywords, 2, 2);
          return value(run, "grad", args[0]).value.derivative(value(run, "grad", args[1]).value);
        });
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

  private static PyValue value(Run run, String function, Object object) {
    if (object instanceof PyValue value) {
      return value;
    }
    throw run.typeError(
        function + "() takes values of the autograd, not '" + Types.name(object) + "'");
  }
}
