package dev.perilla.renderer.internal;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.renderer.internal.tree.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What HTML and Markdown say alike of a view.
public final class ViewWords {
  private ViewWords() {}

  /// A local derivative with its rule, `dc/da = b`; without it where the rule is the number itself.
  public static String local(View.Chain.Step step) {
    String slope = "d" + step.of() + "/d" + step.by();
    boolean says = !step.formula().isEmpty() && !step.formula().equals(step.derivative().text());
    return says ? slope + " = " + step.formula() : slope;
  }

  /// What a plot shows, in a line.
  public static String title(View.Plot plot, Words words) {
    List<String> shown = new ArrayList<>();
    plot.regions().ifPresent(regions -> shown.add(Plain.text(regions.label())));
    for (View.Plot.Series series : plot.series()) {
      String label = Plain.text(series.label());
      if (series.mark() == View.Plot.Mark.LINE && !label.isEmpty()) {
        shown.add(label);
      }
    }
    return words.say("plotTitle", shown.isEmpty() ? words.say("points") : String.join(", ", shown));
  }

  /// How the parameters of a network are summed: `16 + 20 + 5 = 41`.
  public static List<Inline> sum(View.Network network) {
    List<Inline> sum = new ArrayList<>();
    for (View.Network.Layer layer : network.layers()) {
      sum.add(new Inline.Str(sum.isEmpty() ? "" : " + "));
      sum.add(layer.parameters());
    }
    if (network.layers().size() > 1) {
      sum.add(new Inline.Str(" = "));
      sum.add(network.total());
    }
    return sum;
  }

  /// The weights of a layer, a row each neuron.
  public static View.Table weights(View.Network.Layer layer, int number, Words words) {
    List<View.Table.Heading> headings = new ArrayList<>();
    headings.add(heading(words.say("neuron")));
    int weights = layer.neurons().getFirst().weights().size();
    for (int w = 0; w < weights; w++) {
      headings.add(heading(words.say("weight", w)));
    }
    headings.add(heading(words.say("bias")));
    List<View.Table.Row> rows = new ArrayList<>();
    for (View.Network.Neuron neuron : layer.neurons()) {
      List<View.Table.Cell> cells = new ArrayList<>();
      cells.add(cell(new Inline.Str(number + "." + (rows.size() + 1))));
      neuron.numbers().forEach(weight -> cells.add(cell(weight)));
      rows.add(new View.Table.Row(cells));
    }
    return new View.Table(headings, rows);
  }

  /// The parameters before and after, a row each.
  public static View.Table parameters(View.Training training, Words words) {
    List<View.Table.Row> rows = new ArrayList<>();
    for (View.Training.Row row : training.parameters()) {
      Inline name = new Inline.CodeSpan(Optional.empty(), List.of(new Inline.Str(row.name())));
      rows.add(
          new View.Table.Row(
              List.of(cell(name), cell(row.before()), cell(row.after()), cell(row.change()))));
    }
    return new View.Table(
        List.of(
            heading(words.say("name")),
            heading(words.say("before")),
            heading(words.say("after")),
            heading(words.say("change"))),
        rows);
  }

  /// What a plot says in numbers, where the places of a list are counted under a word for them.
  public static List<View.Table> twins(View.Plot plot, Words words) {
    return plot.twins().stream()
        .map(
            twin ->
                new View.Table(
                    twin.headings().stream()
                        .map(it -> it.inlines().isEmpty() ? heading(words.say("position")) : it)
                        .toList(),
                    twin.rows()))
        .toList();
  }

  private static View.Table.Heading heading(String words) {
    return new View.Table.Heading(List.of(new Inline.Str(words)));
  }

  private static View.Table.Cell cell(Inline inline) {
    return new View.Table.Cell(List.of(inline));
  }
}
