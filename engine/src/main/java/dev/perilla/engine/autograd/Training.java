package dev.perilla.engine.autograd;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Gradient descent on a loss that was recorded once: each step replays it with the parameters as
/// they are, so that no operation is recorded again.
///
/// ```java
/// Training training = Training.of(loss, model.parameters());
/// double[] losses = training.run(100, step -> 0.05);
/// ```
///
/// A step is what a loop over recorded values does, to the last bit: the loss and its gradients,
/// then `p.data -= rate * p.grad` for each parameter. Nothing but the parameters' data and
/// gradients is changed. Where the program that made the loss decided something by the parameters,
/// a loop has to record anew, see [Replay#refusal].
public final class Training {
  private final List<Value> parameters;
  private final Replay replay;
  private final double[] data;
  private final double[] gradient;

  private Training(Replay replay, List<Value> parameters) {
    this.replay = replay;
    this.parameters = parameters;
    this.data = new double[parameters.size()];
    this.gradient = new double[parameters.size()];
  }

  /// Descent of `loss`, a function of `parameters`. Cost: linear in the values that led to the
  /// loss.
  ///
  /// @throws IllegalArgumentException if a parameter is the result of an operation or named twice
  public static Training of(Value loss, List<Value> parameters) {
    List<Value> distinct = List.copyOf(parameters);
    if (java.util.Set.copyOf(distinct).size() < distinct.size()) {
      throw new IllegalArgumentException("a parameter is named twice");
    }
    for (Value parameter : distinct) {
      if (parameter.operation() != Operation.LEAF) {
        throw new IllegalArgumentException("a parameter is the result of an operation");
      }
    }
    return new Training(Replay.of(loss, distinct), distinct);
  }

  /// The loss where the parameters are; their gradients become its derivatives. The parameters
  /// stay.
  public double gradients() {
    for (int i = 0; i < data.length; i++) {
      data[i] = parameters.get(i).data();
    }
    double loss = replay.gradient(data, gradient);
    for (int i = 0; i < data.length; i++) {
      parameters.get(i).setGrad(gradient[i]);
    }
    return loss;
  }

  /// Moves each parameter by `-rate` times its gradient.
  public void descend(double rate) {
    for (Value parameter : parameters) {
      parameter.setData(parameter.data() - rate * parameter.grad());
    }
  }

  /// Takes `steps` steps, the step `k` (from 0) at `rate.applyAsDouble(k)`, and returns the loss
  /// before each. Stops at the first that is no finite number; it is the last returned.
  public double[] run(int steps, IntToDoubleFunction rate) {
    double[] losses = new double[steps];
    for (int k = 0; k < steps; k++) {
      losses[k] = gradients();
      if (!Double.isFinite(losses[k])) {
        return java.util.Arrays.copyOf(losses, k + 1);
      }
      descend(rate.applyAsDouble(k));
    }
    return losses;
  }
}
