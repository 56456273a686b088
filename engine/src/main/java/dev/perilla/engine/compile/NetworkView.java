package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A network of the program as a view: whatever has `layers` of `neurons` with weights `w` and a
/// bias `b`, as micrograd's have and those that a chapter writes itself. A layer or a neuron alone
/// is a network of one.
final class NetworkView {
  /// Neurons that a page can show, and weights that can be read one by one.
  private static final int MAX_NEURONS = 120;

  private static final int READ = 60;

  private final Execution.Moment moment;
  private final Account account;
  private final Figures figures;

  NetworkView(Execution.Moment moment, Account account, Figures figures) {
    this.moment = moment;
    this.account = account;
    this.figures = figures;
  }

  private record Neuron(List<Double> weights, double bias, String activation) {}

  /// The network; empty where there is none, and that is reported.
  Optional<View> network(Show.Network show) {
    Text model = show.model();
    Answer answer = moment.answer(model).orElse(null);
    if (answer == null) {
      return Optional.empty(); // the block that failed has its finding
    }
    if (answer instanceof Answer.Failed failed) {
      failed.findings().forEach(account::report);
      return Optional.empty();
    }
    Optional<List<List<Neuron>>> read = answer.result().flatMap(NetworkView::layers);
    if (read.isEmpty()) {
      return refuse(model.span(), model + " is no network");
    }
    List<List<Neuron>> layers = read.get();
    int neurons = layers.stream().mapToInt(List::size).sum();
    if (neurons > MAX_NEURONS) {
      return refuse(model.span(), model + " has " + neurons + " neurons, more than " + MAX_NEURONS);
    }
    return fits(layers) ? Optional.of(view(model, layers)) : refuse(model.span(), misfit(model));
  }

  private static String misfit(Text model) {
    return "the layers of " + model + " do not fit together";
  }

  private Optional<View> refuse(Span place, String message) {
    account.report(
        Finding.error(VerifyCode.NO_NETWORK, place, message)
            .help(
                "a network has `layers`, a layer has `neurons`, a neuron has weights `w` and a bias"
                    + " `b`, as in micrograd.nn"));
    return Optional.empty();
  }

  private static Optional<List<List<Neuron>>> layers(Object object) {
    Optional<List<Object>> layers = Python.attribute(object, "layers").flatMap(Python::items);
    List<List<Neuron>> all = new ArrayList<>();
    for (Object layer : layers.orElse(List.of(object))) {
      Optional<List<Object>> neurons = Python.attribute(layer, "neurons").flatMap(Python::items);
      List<Neuron> read = new ArrayList<>();
      for (Object neuron : neurons.orElse(List.of(layer))) {
        Optional<Neuron> known = neuron(neuron);
        if (known.isEmpty()) {
          return Optional.empty();
        }
        read.add(known.get());
      }
      all.add(read);
    }
    return all.isEmpty() || all.stream().anyMatch(List::isEmpty)
        ? Optional.empty()
        : Optional.of(all);
  }

  private static Optional<Neuron> neuron(Object object) {
    Optional<List<Object>> weights = Python.attribute(object, "w").flatMap(Python::items);
    OptionalDouble bias = Python.attribute(object, "b").map(NetworkView::real).orElse(NONE);
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
        ? Optional.of(new Neuron(numbers, bias.getAsDouble(), relu ? "ReLU" : ""))
        : Optional.empty();
  }

  private static final OptionalDouble NONE = OptionalDouble.empty();

  /// The number of a value: of the engine's, or of one that a chapter writes itself.
  private static OptionalDouble real(Object object) {
    OptionalDouble number = Python.real(object);
    return number.isPresent()
        ? number
        : Python.attribute(object, "data").map(Python::real).orElse(NONE);
  }

  private static boolean fits(List<List<Neuron>> layers) {
    for (int l = 0; l < layers.size(); l++) {
      int inputs = l == 0 ? layers.get(0).get(0).weights().size() : layers.get(l - 1).size();
      if (layers.get(l).stream().anyMatch(neuron -> neuron.weights().size() != inputs)) {
        return false;
      }
    }
    return layers.get(0).get(0).weights().size() <= MAX_NEURONS;
  }

  private View view(Text model, List<List<Neuron>> layers) {
    Span place = model.span();
    int total = 0;
    double strongest = 0;
    for (List<Neuron> layer : layers) {
      for (Neuron neuron : layer) {
        total += neuron.weights().size() + 1;
        strongest = Math.max(strongest, Math.abs(neuron.bias()));
        for (double weight : neuron.weights()) {
          strongest = Math.max(strongest, Math.abs(weight));
        }
      }
    }
    List<View.Network.Layer> shown = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      List<Neuron> layer = layers.get(l);
      int inputs = layer.get(0).weights().size();
      String name = model + ".layers[" + l + "]";
      List<View.Network.Neuron> neurons = new ArrayList<>();
      for (int n = 0; n < layer.size(); n++) {
        neurons.add(neuron(place, layer.get(n), name + ".neurons[" + n + "]", strongest, total));
      }
      shown.add(
          new View.Network.Layer(
              figures.count(place, inputs, "numbers that " + name + " reads"),
              figures.count(place, layer.size(), "neurons of " + name),
              figures.count(
                  place,
                  layer.size() * (inputs + 1),
                  inputs + " * " + layer.size() + " + " + layer.size()),
              layer.get(0).activation(),
              neurons));
    }
    return new View.Network(
        model.value(),
        shown.getFirst().inputs(),
        shown,
        figures.number(place, strongest, "the greatest absolute value of " + model),
        figures.count(place, total, "len(" + model + ".parameters())"));
  }

  private View.Network.Neuron neuron(
      Span place, Neuron neuron, String name, double strongest, int total) {
    double scale = strongest == 0 ? 1 : strongest;
    List<Inline.Num> numbers = new ArrayList<>();
    if (total <= READ) {
      for (int w = 0; w < neuron.weights().size(); w++) {
        numbers.add(figures.number(place, neuron.weights().get(w), name + ".w[" + w + "]"));
      }
      numbers.add(figures.number(place, neuron.bias(), name + ".b"));
    }
    return new View.Network.Neuron(
        neuron.weights().stream().map(weight -> part(weight / scale)).toList(),
        part(neuron.bias() / scale),
        numbers);
  }

  /// Three decimals are finer than any line.
  private static double part(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
