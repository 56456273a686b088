package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/// A multi-layer perceptron with micrograd's order of operations and of random numbers, so that the
/// same source of numbers gives the same network.
///
/// ```java
/// Mlp model = Mlp.of(2, List.of(16, 16, 1), uniform);   // relu, the last layer linear
/// Value score = model.call(List.of(Value.of(1), Value.of(-2))).getFirst();
/// ```
///
/// Shapes: `call` takes as many values as the first layer has inputs and gives as many as the last
/// has neurons; a layer of `m` neurons of `n` inputs has `n * m + m` parameters. Cost of a call: a
/// weighted sum and an activation for each neuron. Source: micrograd's `nn.py`.
public record Mlp(List<Layer> layers) {
  public Mlp {
    layers = List.copyOf(layers);
  }

  /// micrograd's `MLP(inputs, outputs)`: relu everywhere but in the last layer, which is linear.
  ///
  /// @param inputs how many numbers the network reads
  /// @param outputs how many neurons each layer has, from the first to the last
  /// @param uniform gives the weights, between -1 and 1, in the order in which Python's
  ///   `random.uniform(-1, 1)` would: neuron by neuron; biases are 0
  public static Mlp of(int inputs, List<Integer> outputs, DoubleSupplier uniform) {
    return of(inputs, outputs, Optional.of(Operation.RELU), Optional.empty(), uniform);
  }

  /// Layers of `outputs` neurons, with the activation `hidden` in all but the last, which has
  /// `last`; empty for none. The lecture's network has tanh for both.
  ///
  /// @throws IllegalArgumentException if an activation reads more than one value
  public static Mlp of(
      int inputs,
      List<Integer> outputs,
      Optional<Operation> hidden,
      Optional<Operation> last,
      DoubleSupplier uniform) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < outputs.size(); i++) {
      Optional<Operation> activation = i == outputs.size() - 1 ? last : hidden;
      layers.add(Layer.of(width, outputs.get(i), activation, uniform));
      width = outputs.get(i);
    }
    return new Mlp(layers);
  }

  /// The last layer's outputs for the inputs `x`.
  ///
  /// @throws IllegalArgumentException if there are not as many as the first layer reads
  public List<Value> call(List<Value> x) {
    List<Value> values = x;
    for (Layer layer : layers) {
      values = layer.call(values);
    }
    return values;
  }

  /// All parameters, layer by layer, in each neuron the weights before the bias.
  public List<Value> parameters() {
    List<Value> all = new ArrayList<>();
    layers.forEach(layer -> all.addAll(layer.parameters()));
    return List.copyOf(all);
  }

  /// Takes `steps` steps of gradient descent on `loss`, which was made from this network's outputs,
  /// and returns the loss before each. The recorded graph is replayed, see [Training].
  ///
  /// @throws IllegalArgumentException if the program decided something by a parameter on the way
  public double[] train(Value loss, int steps, IntToDoubleFunction rate) {
    List<Value> parameters = parameters();
    Replay.refusal(parameters)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return Training.of(loss, parameters).run(steps, rate);
  }

  /// Sets the gradient of every parameter to 0.
  public void zeroGrad() {
    parameters().forEach(Value::zeroGrad);
  }
}
