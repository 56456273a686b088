package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Neurons that read the same inputs.
public record Layer(List<Neuron> neurons) {
  public Layer {
    neurons = List.copyOf(neurons);
  }

  /// A layer of `outputs` neurons of `inputs` inputs each, with weights from `uniform`.
  public static Layer of(
      int inputs, int outputs, Optional<Operation> activation, DoubleSupplier uniform) {
    List<Neuron> neurons = new ArrayList<>(outputs);
    for (int i = 0; i < outputs; i++) {
      neurons.add(Neuron.of(inputs, activation, uniform));
    }
    return new Layer(neurons);
  }

  /// The outputs for the inputs `x`, one for each neuron.
  public List<Value> call(List<Value> x) {
    List<Value> outputs = new ArrayList<>(neurons.size());
    WeightedSum.Factors inputs = new WeightedSum.Factors(x);
    for (Neuron neuron : neurons) {
      outputs.add(neuron.call(inputs));
    }
    return outputs;
  }

  /// The parameters, neuron by neuron.
  public List<Value> parameters() {
    List<Value> all = new ArrayList<>();
    neurons.forEach(neuron -> all.addAll(neuron.parameters()));
    return List.copyOf(all);
  }
}
