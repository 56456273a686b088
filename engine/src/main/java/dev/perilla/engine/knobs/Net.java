package dev.perilla.engine.knobs;

import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.language.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A network as the program has it: whatever has `layers` of `neurons` with weights `w` and a bias
/// `b`, as micrograd's have and those that a chapter writes itself. A layer or a neuron alone is a
/// network of one.
///
/// @param layers from the inputs on, none of them empty
/// @param paths how the program calls each layer, after its own name: `.layers[0]`
/// @param strongest the greatest absolute value of a weight or bias
public record Net(List<List<Neuron>> layers, List<String> paths, double strongest) {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  public Net {
    layers = List.copyOf(layers);
    paths = List.copyOf(paths);
  }

  /// @param weights finite, as the bias is
  /// @param activation `ReLU`; empty where it has none
  /// @param path how the program calls it, after the name of its layer: `.neurons[0]`
  public record Neuron(List<Double> weights, double bias, String activation, String path) {
    public Neuron {
      weights = List.copyOf(weights);
    }
  }

  /// The network that an object is; empty where it is none.
  public static Optional<Net> of(Object object) {
    Optional<List<Object>> layers = Python.attribute(object, "layers").flatMap(Python::items);
    List<List<Neuron>> all = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (Object layer : layers.orElse(List.of(object))) {
      Optional<List<Object>> neurons = Python.attribute(layer, "neurons").flatMap(Python::items);
      List<Neuron> read = new ArrayList<>();
      for (Object neuron : neurons.orElse(List.of(layer))) {
        String path = neurons.isPresent() ? ".neurons[" + read.size() + "]" : "";
        Optional<Neuron> known = neuron(neuron, path);
        if (known.isEmpty()) {
          return Optional.empty();
        }
        read.add(known.get());
      }
      paths.add(layers.isPresent() ? ".layers[" + all.size() + "]" : "");
      all.add(read);
    }
    return all.isEmpty() || all.stream().anyMatch(List::isEmpty)
        ? Optional.empty()
        : Optional.of(new Net(all, paths, strongest(all)));
  }

  private static Optional<Neuron> neuron(Object object, String path) {
    Optional<List<Object>> weights = Python.attribute(object, "w").flatMap(Python::items);
    OptionalDouble bias = Python.attribute(object, "b").map(Net::real).orElse(NONE);
    if (weights.isEmpty() || bias.isEmpty()) {
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    for (Object weight : weights.get()) {
      OptionalDouble number = real(weight);
      if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
        return Optional.empty();
      }
      numbers.add(number.getAsDouble());
    }
    boolean relu =
        Python.attribute(object, "nonlin").filter(Boolean.class::isInstance).isPresent()
            && Python.isTrue(Python.attribute(object, "nonlin").orElseThrow());
    return Double.isFinite(bias.getAsDouble())
        ? Optional.of(new Neuron(numbers, bias.getAsDouble(), relu ? "ReLU" : "", path))
        : Optional.empty();
  }

  /// The number of a value: of the engine's, or of one that a chapter writes itself.
  private static OptionalDouble real(Object object) {
    OptionalDouble number = Python.real(object);
    return number.isPresent()
        ? number
        : Python.attribute(object, "data").map(Python::real).orElse(NONE);
  }

  /// Whether each layer reads as many numbers as the one before it has neurons.
  public boolean fits() {
    for (int l = 0; l < layers.size(); l++) {
      int inputs = l == 0 ? layers.get(0).get(0).weights().size() : layers.get(l - 1).size();
      if (layers.get(l).stream().anyMatch(neuron -> neuron.weights().size() != inputs)) {
        return false;
      }
    }
    return true;
  }

  private static double strongest(List<List<Neuron>> layers) {
    double strongest = 0;
    for (List<Neuron> layer : layers) {
      for (Neuron neuron : layer) {
        strongest = Math.max(strongest, Math.abs(neuron.bias()));
        for (double weight : neuron.weights()) {
          strongest = Math.max(strongest, Math.abs(weight));
        }
      }
    }
    return strongest;
  }

  /// A weight or a bias as part of the strongest, from -1 to 1: three decimals are finer than any
  /// line.
  public double part(double number) {
    return Math.round(number / (strongest == 0 ? 1 : strongest) * 1000) / 1000.0;
  }

  /// All parts as text, neuron by neuron: its weights, then its bias.
  public String drawn() {
    StringBuilder out = new StringBuilder();
    for (List<Neuron> layer : layers) {
      for (Neuron neuron : layer) {
        neuron.weights().forEach(weight -> out.append(Reals.repr(part(weight))).append(' '));
        out.append(Reals.repr(part(neuron.bias()))).append(' ');
      }
    }
    return out.toString().strip();
  }
}
