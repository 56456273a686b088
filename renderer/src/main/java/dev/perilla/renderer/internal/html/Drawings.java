package dev.perilla.renderer.internal.html;

import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.compiled.View.Network;
import dev.perilla.chapter.compiled.View.Plot;
import dev.perilla.chapter.compiled.View.Training;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.ViewWords;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.plot.NetworkSvg;
import dev.perilla.renderer.internal.plot.PlotSvg;
import dev.perilla.renderer.internal.plot.Swatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Plots, networks and trainings: a drawing, its legend, and the same in numbers.
final class Drawings {
  /// What a narrow screen shows without scrolling, in pixels.
  private static final int NARROW = 288;

  /// So many parameters are shown unfolded.
  private static final int FEW = 12;

  private final Numbers numbers;
  private final Texts texts;
  private final Words words;
  private final boolean turns;
  private final Function<View.Table, String> table;

  /// @param turns whether the page has knobs, which draw anew
  /// @param table how a table is written
  Drawings(
      Numbers numbers,
      Texts texts,
      Words words,
      boolean turns,
      Function<View.Table, String> table) {
    this.numbers = numbers;
    this.texts = texts;
    this.words = words;
    this.turns = turns;
    this.table = table;
  }

  /// @param swatch how it is drawn
  /// @param label as markup
  record Legend(String swatch, String label) {}

  record PlotModel(String svg, List<Legend> legend, String twin, Map<String, String> w) {
    boolean hasLegend() {
      return !legend.isEmpty();
    }

    boolean hasTwin() {
      return !twin.isEmpty();
    }
  }

  String plot(Plot plot, String id) {
    String title = ViewWords.title(plot, words);
    String svg =
        new PlotSvg(plot, words.say("position"), turns)
            .draw(id, title, words.say("plotText", title));
    StringBuilder twin = new StringBuilder();
    ViewWords.twins(plot, words).forEach(rows -> twin.append(table.apply(rows)));
    return Templates.fill(
        "plot", new PlotModel(svg, legend(plot), twin.toString().strip(), words.lines()));
  }

  private List<Legend> legend(Plot plot) {
    List<Legend> legend = new ArrayList<>();
    plot.regions()
        .ifPresent(
            regions -> {
              String label = texts.line(regions.label());
              legend.add(new Legend(Swatch.ofRegion(true), words.html("positive", label)));
              legend.add(new Legend(Swatch.ofRegion(false), words.html("notPositive", label)));
            });
    long all = plot.series().size() + legend.size() + plot.tangent().stream().count();
    int line = 0;
    int points = 0;
    for (Plot.Series series : plot.series()) {
      String swatch =
          switch (series.mark()) {
            case LINE -> Swatch.ofLine(line++);
            case POINTS -> Swatch.ofPoints(points++);
          };
      String label = texts.line(series.label());
      String count = series.count().map(this::dots).orElse("");
      boolean isOnTheAxis = series.label().equals(plot.y().label());
      if (all > 1 || !count.isEmpty() || !isOnTheAxis) {
        legend.add(
            new Legend(
                swatch,
                label + (label.isEmpty() || count.isEmpty() ? "" : words.colon() + " ") + count));
      }
    }
    plot.tangent()
        .ifPresent(
            tangent ->
                legend.add(
                    new Legend(
                        Swatch.ofTangent(),
                        words.html(
                            "tangentAt",
                            "<code>" + Chars.html(tangent.name()) + "</code>",
                            numbers.number(tangent.at()),
                            numbers.number(tangent.value()),
                            numbers.number(tangent.slope())))));
    return legend;
  }

  private String dots(Num count) {
    String key = count.text().equals("1") ? "dots.one" : "dots.other";
    return words.html(key, numbers.number(count));
  }

  record NetworkModel(
      String svg,
      boolean wide,
      String title,
      List<Legend> legend,
      String sum,
      List<String> layers,
      String weights,
      Map<String, String> w) {}

  String network(Network network, String id) {
    NetworkSvg svg = new NetworkSvg(network);
    String title = words.say("network", network.name());
    List<Legend> legend =
        List.of(
            new Legend(
                Swatch.ofWeight(true),
                words.html("weightPositive", numbers.number(network.strongest()))),
            new Legend(Swatch.ofWeight(false), words.html("weightNegative")));
    List<String> layers = new ArrayList<>();
    StringBuilder weights = new StringBuilder();
    for (Network.Layer layer : network.layers()) {
      int number = layers.size() + 1;
      layers.add(
          words.html(
              layer.activation().isEmpty() ? "layerSum" : "layerSumWith",
              String.valueOf(number),
              numbers.number(layer.inputs()),
              numbers.number(layer.size()),
              numbers.number(layer.size()),
              numbers.number(layer.parameters()),
              Chars.html(layer.activation())));
      if (!layer.neurons().getFirst().numbers().isEmpty()) {
        weights.append(table.apply(ViewWords.weights(layer, number, words)));
      }
    }
    NetworkModel model =
        new NetworkModel(
            svg.draw(
                id, title, words.say("networkText", network.name()), words.say("networkInputs")),
            svg.width() > NARROW,
            title,
            legend,
            texts.line(ViewWords.sum(network)),
            layers,
            weights.toString().strip(),
            words.lines());
    return Templates.fill("network", model);
  }

  record TrainingModel(
      String sentence, String plot, String parameters, boolean few, Map<String, String> w) {
    boolean hasParameters() {
      return !parameters.isEmpty();
    }
  }

  String training(Training training, String id) {
    String sentence =
        words.html(
            "trainingText",
            numbers.number(training.first()),
            numbers.number(training.last()),
            numbers.number(training.steps()));
    boolean any = !training.parameters().isEmpty();
    TrainingModel model =
        new TrainingModel(
            sentence,
            plot(training.loss(), id),
            any ? table.apply(ViewWords.parameters(training, words)).strip() : "",
            training.parameters().size() <= FEW,
            words.lines());
    return Templates.fill("training", model);
  }
}
