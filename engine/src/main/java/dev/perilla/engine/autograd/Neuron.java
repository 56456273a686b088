package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// `activation(w[0] * x[0] + w[1] * x[1] + ... + b)`, with the order of operations of micrograd's
/// `Neuron`: the sum begins with the bias.
///
/// @param weights one for each input
/// @param bias starts at 0
/// @param activation an operation of one operand, empty for a linear neuron
public record Neuron(List<Value> weights, Value bias, Optional<Operation> activation) {
  public Neuron {
    weights = List.copyOf(weights);
    if (activation.isPresent() && activation.get().arity() != 1) {
      throw new IllegalArgumentException(activation.get() + " reads more than one value");
    }
  }

  /// A neuron of `inputs` inputs whose weights are drawn from `uniform`, which gives numbers
  /// between -1 and 1.
  public static Neuron of(int inputs, Optional<Operation> activation, DoubleSupplier uniform) {
    List<Value> weights = new ArrayList<>(inputs);
    for (int i = 0; i < inputs; i++) {
      weights.add(Value.of(uniform.getAsDouble()));
    }
    return new Neuron(weights, Value.of(0), activation);
  }

  /// The output for the inputs `x`, as many as there are weights.
  public Value call(List<Value> x) {
    if (x.size() != weights.size()) {
      throw new IllegalArgumentException(weights.size() + " weights, but " + x.size() + " inputs");
    }
    Value sum = bias;
    for (int i = 0; i < weights.size(); i++) {
      sum = sum.add(weights.get(i).mul(x.get(i)));
    }
    return activation.isPresent() ? Value.apply(activation.get(), sum) : sum;
  }

  /// The weights, then the bias.
  public List<Value> parameters() {
    List<Value> all = new ArrayList<>(weights);
    all.add(bias);
    return all;
  }
}
