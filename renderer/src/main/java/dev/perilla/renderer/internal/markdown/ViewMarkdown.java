package dev.perilla.renderer.internal.markdown;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View;
import dev.perilla.renderer.internal.ViewWords;
import dev.perilla.renderer.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.Document;

/// Views of computed state in Markdown: tables, lists, and graphs for Mermaid.
final class ViewMarkdown {
  private final Sheet sheet;
  private final Words words;

  ViewMarkdown(Sheet sheet, Words words) {
    this.sheet = sheet;
    this.words = words;
  }

  /// The graphs of an exercise with what is to be found left open.
  void asked(List<View> views) {
    for (View view : views) {
      if (view instanceof View.Graph graph) {
        sheet.add(PlainSpelling.fence("mermaid", Mermaid.flowchart(graph.asked())));
      }
    }
  }

  void all(List<View> views) {
    for (View view : views) {
      switch (view) {
        case View.Values v -> values(v);
        case View.Gradients g -> gradients(g);
        case View.Graph g -> sheet.add(PlainSpelling.fence("mermaid", Mermaid.flowchart(g)));
        case View.Nudge n -> nudge(n);
        case View.Chain c -> chain(c);
        case View.Table t -> table(t);
        case View.Plot p -> plot(p);
        case View.Network n -> network(n);
        case View.Training t -> training(t);
      }
    }
  }

  private void values(View.Values values) {
    boolean made = values.rows().stream().anyMatch(row -> row.operation().isPresent());
    List<List<Document>> rows = new ArrayList<>();
    rows.add(made ? head("name", "operation", "value") : head("name", "value"));
    for (View.Values.Row row : values.rows()) {
      List<Document> cells = new ArrayList<>();
      cells.add(code(row.name()));
      if (made) {
        cells.add(code(row.operation().orElse("")));
      }
      cells.add(number(row.data()));
      rows.add(cells);
    }
    sheet.paragraph(words.say("values") + words.colon());
    sheet.table(rows, made ? 2 : 1);
  }

  private void gradients(View.Gradients gradients) {
    List<List<Document>> rows = new ArrayList<>();
    rows.add(head("name", "value", "gradient"));
    for (View.Gradients.Row row : gradients.rows()) {
      rows.add(List.of(code(row.name()), number(row.data()), number(row.grad())));
    }
    sheet.paragraph(words.say("gradients", gradients.output()) + words.colon());
    sheet.table(rows, 1);
  }

  private void nudge(View.Nudge nudge) {
    List<List<Document>> rows = new ArrayList<>();
    rows.add(head("name", "by", "before", "after", "change", "slope", "gradient"));
    for (View.Nudge.Row row : nudge.rows()) {
      List<Document> cells = new ArrayList<>();
      cells.add(code(row.name()));
      Stream.of(row.by(), row.before(), row.after(), row.change(), row.slope(), row.grad())
          .map(this::number)
          .forEach(cells::add);
      rows.add(cells);
    }
    sheet.paragraph(words.say("nudge", nudge.output()) + words.colon());
    sheet.table(rows, 1);
  }

  private void table(View.Table table) {
    List<List<Document>> rows = new ArrayList<>();
    rows.add(table.headings().stream().map(h -> sheet.line(h.inlines())).toList());
    for (View.Table.Row row : table.rows()) {
      rows.add(row.cells().stream().map(cell -> sheet.line(cell.inlines())).toList());
    }
    sheet.table(rows, 0);
  }

  private void chain(View.Chain chain) {
    sheet.paragraph(
        words.say("chain", "d" + chain.output() + "/d" + chain.input()) + words.colon());
    for (int i = 0; i < chain.paths().size(); i++) {
      View.Chain.Path path = chain.paths().get(i);
      if (chain.paths().size() > 1) {
        sheet.paragraph(words.say("path", i + 1) + words.colon());
      }
      List<Rich.Item> items = new ArrayList<>();
      List<Inline> product = new ArrayList<>();
      product.add(new Inline.Str(words.say("product") + words.colon() + " "));
      for (View.Chain.Step step : path.steps()) {
        List<Inline> line = new ArrayList<>();
        line.add(span(ViewWords.local(step)));
        line.add(new Inline.Str(" = "));
        line.add(step.derivative());
        items.add(new Rich.Item(Optional.empty(), List.of(new Rich.Paragraph(line))));
        if (items.size() > 1) {
          product.add(new Inline.Str(" × "));
        }
        product.add(step.derivative());
      }
      if (items.size() == 1) {
        product.removeLast();
      } else {
        product.add(new Inline.Str(" = "));
      }
      product.add(path.product());
      sheet.blocks(List.of(new Rich.OrderedList(1, true, items)), "", 4);
      sheet.paragraph(sheet.line(product));
    }
    if (chain.paths().size() > 1) {
      sheet.paragraph(sheet.line(words.say("total") + words.colon() + " ", List.of(chain.total())));
    }
  }

  private void plot(View.Plot plot) {
    sheet.paragraph(ViewWords.title(plot, words) + words.colon());
    ViewWords.twins(plot, words).forEach(this::table);
    for (View.Plot.Series series : plot.series()) {
      series
          .count()
          .ifPresent(
              count -> {
                List<Inline> line = new ArrayList<>(series.label());
                line.add(new Inline.Str(line.isEmpty() ? "" : words.colon() + " "));
                line.add(count);
                line.add(new Inline.Str(" " + words.say("points")));
                sheet.paragraph(sheet.line(line));
              });
    }
    plot.tangent()
        .ifPresent(
            tangent ->
                sheet.paragraph(
                    words.say(
                        "tangentAt",
                        tangent.name(),
                        tangent.at().text(),
                        tangent.value().text(),
                        tangent.slope().text())));
  }

  private void network(View.Network network) {
    sheet.paragraph(words.say("network", network.name()) + words.colon());
    sheet.add(PlainSpelling.fence("mermaid", Mermaid.layers(network, words)));
    sheet.paragraph(
        sheet.line(words.say("parameters") + words.colon() + " ", ViewWords.sum(network)));
    List<Rich.Item> items = new ArrayList<>();
    for (View.Network.Layer layer : network.layers()) {
      String line =
          words.say(
              layer.activation().isEmpty() ? "layerSum" : "layerSumWith",
              items.size() + 1,
              layer.inputs().text(),
              layer.size().text(),
              layer.size().text(),
              layer.parameters().text(),
              layer.activation());
      items.add(
          new Rich.Item(
              Optional.empty(), List.of(new Rich.Paragraph(List.of(new Inline.Str(line))))));
    }
    sheet.blocks(List.of(new Rich.BulletList(true, items)), "", 4);
    for (int l = 0; l < network.layers().size(); l++) {
      View.Network.Layer layer = network.layers().get(l);
      if (!layer.neurons().getFirst().numbers().isEmpty()) {
        table(ViewWords.weights(layer, l + 1, words));
      }
    }
  }

  private void training(View.Training training) {
    sheet.paragraph(
        words.say(
            "trainingText",
            training.first().text(),
            training.last().text(),
            training.steps().text()));
    plot(training.loss());
    if (!training.parameters().isEmpty()) {
      sheet.paragraph(words.say("parametersChange") + words.colon());
      table(ViewWords.parameters(training, words));
    }
  }

  private static Inline span(String code) {
    return new Inline.CodeSpan(Optional.empty(), List.of(new Inline.Str(code)));
  }

  private List<Document> head(String... keys) {
    return Stream.of(keys).map(key -> sheet.line(words.say(key), List.of())).toList();
  }

  private Document code(String code) {
    Document line = new Document();
    PlainSpelling.code(line, code);
    return line;
  }

  private Document number(Num number) {
    return sheet.line(List.of(number));
  }
}
