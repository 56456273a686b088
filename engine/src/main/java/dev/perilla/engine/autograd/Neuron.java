package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// `activation(b + w[0] * x[0] + w[1] * x[1] + ...)`, with the order of operations of micrograd's
/// `Neuron`: the sum begins with the bias.
public final class Neuron {
  private final List<Value> weights;
  private final Value bias;
  private final Optional<Operation> activation;
  private final WeightedSum.Factors factors;

  /// @param weights one for each input
  /// @param activation an operation of one operand, empty for a linear neuron
  /// @throws IllegalArgumentException if the activation reads more than one value
  public Neuron(List<Value> weights, Value bias, Optional<Operation> activation) {
    if (activation.isPresent() && activation.get().arity() != 1) {
      throw new IllegalArgumentException(activation.get() + " reads more than one value");
    }
    this.weights = List.copyOf(weights);
    this.bias = bias;
    this.activation = activation;
    this.factors = new WeightedSum.Factors(this.weights);
  }

  /// A neuron of `inputs` inputs whose weights are drawn from `uniform`, which gives numbers
  /// between -1 and 1. The bias starts at 0.
  public static Neuron of(int inputs, Optional<Operation> activation, DoubleSupplier uniform) {
    List<Value> weights = new ArrayList<>(inputs);
    for (int i = 0; i < inputs; i++) {
      weights.add(Value.of(uniform.getAsDouble()));
    }
    return new Neuron(weights, Value.of(0), activation);
  }

  /// One for each input.
  public List<Value> weights() {
    return weights;
  }

  public Value bias() {
    return bias;
  }

  /// Empty for a linear neuron.
  public Optional<Operation> activation() {
    return activation;
  }

  /// The output for the inputs `x`.
  ///
  /// @throws IllegalArgumentException if there are not as many inputs as weights
  public Value call(List<Value> x) {
    return call(new WeightedSum.Factors(x));
  }

  Value call(WeightedSum.Factors x) {
    if (x.size() != weights.size()) {
      throw new IllegalArgumentException(weights.size() + " weights, but " + x.size() + " inputs");
    }
    Value sum = WeightedSum.of(bias, factors, x);
    return activation.isPresent() ? Value.apply(activation.get(), sum) : sum;
  }

  /// The weights, then the bias.
  public List<Value> parameters() {
    List<Value> all = new ArrayList<>(weights);
    all.add(bias);
    return all;
  }
}
