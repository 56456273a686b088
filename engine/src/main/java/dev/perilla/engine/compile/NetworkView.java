package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.knobs.Net;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network of the program as a view.
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
    Optional<Net> read = answer.result().flatMap(Net::of);
    if (read.isEmpty()) {
      return refuse(model.span(), model + " is no network");
    }
    Net net = read.get();
    int neurons = net.layers().stream().mapToInt(List::size).sum();
    if (neurons > MAX_NEURONS) {
      return refuse(model.span(), model + " has " + neurons + " neurons, more than " + MAX_NEURONS);
    }
    int inputs = net.layers().getFirst().getFirst().weights().size();
    return net.fits() && inputs <= MAX_NEURONS
        ? Optional.of(view(model, net))
        : refuse(model.span(), misfit(model));
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

  private View view(Text model, Net net) {
    Span place = model.span();
    int total = 0;
    for (List<Net.Neuron> layer : net.layers()) {
      total += layer.size() * (layer.getFirst().weights().size() + 1);
    }
    List<View.Network.Layer> shown = new ArrayList<>();
    for (int l = 0; l < net.layers().size(); l++) {
      List<Net.Neuron> layer = net.layers().get(l);
      int inputs = layer.getFirst().weights().size();
      String name = model + net.paths().get(l);
      boolean alone = layer.getFirst().path().isEmpty();
      List<View.Network.Neuron> neurons = new ArrayList<>();
      for (Net.Neuron neuron : layer) {
        neurons.add(neuron(place, net, neuron, name + neuron.path(), total));
      }
      shown.add(
          new View.Network.Layer(
              figures.count(
                  place,
                  inputs,
                  "numbers that " + name + " reads",
                  plain("len(" + name + layer.getFirst().path() + ".w)")),
              figures.count(
                  place,
                  layer.size(),
                  "neurons of " + name,
                  plain(alone ? "1" : "len(" + name + ".neurons)")),
              figures.count(
                  place,
                  layer.size() * (inputs + 1),
                  inputs + " * " + layer.size() + " + " + layer.size()),
              layer.getFirst().activation(),
              neurons));
    }
    return new View.Network(
        model.value(),
        shown.getFirst().inputs(),
        shown,
        figures.number(
            place,
            net.strongest(),
            "the greatest absolute value of " + model,
            new Recipe.Ask.Strongest(model.value())),
        figures.count(place, total, "len(" + model + ".parameters())"),
        account.draw(
            new Recipe(moment.program(), new Recipe.Ask.Strengths(model.value())), net.drawn()));
  }

  private static Recipe.Ask plain(String expression) {
    return new Recipe.Ask.Plain(expression);
  }

  private View.Network.Neuron neuron(
      Span place, Net net, Net.Neuron neuron, String name, int total) {
    List<Inline.Num> numbers = new ArrayList<>();
    if (total <= READ) {
      for (int w = 0; w < neuron.weights().size(); w++) {
        numbers.add(figures.number(place, neuron.weights().get(w), name + ".w[" + w + "]"));
      }
      numbers.add(figures.number(place, neuron.bias(), name + ".b"));
    }
    return new View.Network.Neuron(
        neuron.weights().stream().map(net::part).toList(), net.part(neuron.bias()), numbers);
  }
}
