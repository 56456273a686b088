package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Operation;
import dev.perilla.engine.autograd.Replay;
import dev.perilla.engine.autograd.Training;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.number.Arithmetic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `train(loss, parameters, steps=100, rate=0.05)`: gradient descent, the loss before each step.
///
/// `loss` is a function without arguments that gives the loss, or a Value, whose recorded
/// operations are then the function; `parameters` are Values or an object that has them; `rate` is
/// a number or a function of the step. A function is called at every step, or, where that cannot be
/// told from it, once: when the call looked at no number of a Value, and changed, printed and drew
/// nothing, every other call would record the same operations.
final class Descent {
  private final Run run;
  private final Object loss;
  private final List<PyValue> parameters;
  private @Nullable Training training;
  private boolean fixed; // whether what was recorded is what every call would record
  private int size;

  private Descent(Run run, Object loss, List<PyValue> parameters) {
    this.run = run;
    this.loss = loss;
    this.parameters = parameters;
  }

  static Object train(Run run, Object[] args, Keywords keywords) {
    Calls.known(run, "train", keywords, "loss", "parameters", "steps", "rate");
    Object loss = Calls.argument(args, 0, keywords, "loss");
    Object of = Calls.argument(args, 1, keywords, "parameters");
    Object steps = Calls.argument(args, 2, keywords, "steps");
    Object rate = Calls.argument(args, 3, keywords, "rate");
    if (loss == null || of == null || args.length > 4) {
      throw run.typeError("train() takes a loss, parameters, steps and a rate");
    }
    if (steps != null && !(Arithmetic.plain(steps) instanceof Long)) {
      throw run.typeError("train() takes an int as steps, not '" + Types.name(steps) + "'");
    }
    long count = steps == null ? 100 : (long) Arithmetic.plain(steps);
    Descent descent = new Descent(run, loss, parameters(run, of));
    return descent.steps(count, rate == null ? (Object) 0.05 : rate);
  }

  private static List<PyValue> parameters(Run run, Object of) {
    Object method = of instanceof PyInstance ? Attributes.get(run, of, "parameters") : null;
    PyIterator all = Iterate.over(run, method == null ? of : Calls.call(run, method));
    List<PyValue> parameters = new ArrayList<>();
    for (Object one = all.next(run); one != null; one = all.next(run)) {
      PyValue parameter = Teaching.value(run, "train", one);
      if (parameter.value.operation() != Operation.LEAF) {
        throw run.valueError("train() moves values that no operation made");
      }
      if (parameters.contains(parameter)) {
        throw run.valueError("train() was given a parameter twice");
      }
      parameter.touch(run);
      parameters.add(parameter);
    }
    return parameters;
  }

  private PyList steps(long count, Object rate) {
    PyList losses = new PyList(run);
    for (long k = 0; k < count; k++) {
      double step = rate(rate, k);
      Training now = training();
      run.steps(size);
      double before = now.gradients();
      boolean finite = Double.isFinite(before);
      for (PyValue parameter : parameters) {
        parameter.learned(run);
        finite &= Double.isFinite(parameter.value.grad());
      }
      if (!finite) {
        throw run.valueError(
            "train() left the finite numbers at step " + k + ": lower the rate, or check the loss");
      }
      run.sweeps.freeze();
      now.descend(step);
      losses.add(run, before);
    }
    return losses;
  }

  private double rate(Object rate, long k) {
    Object at = rate;
    if (!Arithmetic.isNumber(rate)) {
      Object quiet = fixed ? run.undisturbed(() -> Calls.call(run, rate, k)) : null;
      fixed = quiet != null; // what it changes may be what the loss reads
      at = quiet == null ? Calls.call(run, rate, k) : quiet;
    }
    if (!Arithmetic.isNumber(at)) {
      throw run.typeError("train() needs a number as rate, not '" + Types.name(at) + "'");
    }
    return Arithmetic.real(at);
  }

  private Training training() {
    Training known = training;
    if (known != null && fixed) {
      return known;
    }
    Value made = recorded();
    size = Graph.of(made).size();
    if (training == null) {
      run.remarks.trained(made);
    }
    Training now = Training.of(made, parameters.stream().map(PyValue::value).toList());
    training = now;
    return now;
  }

  private Value recorded() {
    if (loss instanceof PyValue value) {
      refuse();
      fixed = true;
      return value.value;
    }
    if (training == null) {
      long looks = run.looks;
      Object made = run.undisturbed(() -> Calls.call(run, loss));
      fixed = made != null && run.looks == looks;
      if (made != null && fixed) {
        return Teaching.value(run, "train", made).value;
      }
    }
    return Teaching.value(run, "train", Calls.call(run, loss)).value;
  }

  private void refuse() {
    Optional<String> reason = Replay.refusal(parameters.stream().map(PyValue::value).toList());
    if (reason.isPresent()) {
      throw run.valueError(
          "train() of a Value runs its operations again, but "
              + reason.get()
              + ": write the loss as a function, which is called at every step");
    }
  }
}
