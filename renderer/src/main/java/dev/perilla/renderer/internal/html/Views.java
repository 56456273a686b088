package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View;
import dev.perilla.renderer.internal.ViewWords;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.graph.GraphSvg;
import dev.perilla.renderer.internal.graph.GraphWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Views of computed state.
final class Views {
  private final Numbers numbers;
  private final Texts texts;
  private final Words words;
  private final Drawings drawings;

  /// @param turns whether the page has knobs, which draw anew
  Views(Numbers numbers, Texts texts, Words words, boolean turns) {
    this.numbers = numbers;
    this.texts = texts;
    this.words = words;
    this.drawings = new Drawings(numbers, texts, words, turns, this::table);
  }

  /// The views of a block, one after the other.
  String all(List<View> views, String blockId) {
    StringBuilder out = new StringBuilder();
    boolean named = false; // the first table of values is what its listing leads to
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      String id = blockId + "_v" + (i + 1);
      out.append(
          view instanceof View.Values values && !named
              ? values(values, rowIds(views, blockId))
              : view(view, id));
      named |= view instanceof View.Values;
    }
    return out.toString();
  }

  /// The ids of the rows of the first table of values, by the name that each is about.
  static Map<String, String> rowIds(List<View> views, String blockId) {
    Map<String, String> ids = new HashMap<>();
    for (View view : views) {
      if (view instanceof View.Values values) {
        values.rows().stream()
            .map(View.Values.Row::name)
            .filter(name -> name.chars().noneMatch(c -> c <= ' ' || "\"'()[].".indexOf(c) >= 0))
            .forEach(name -> ids.put(name, blockId + "_is_" + name));
        break;
      }
    }
    return ids;
  }

  /// The graphs of an exercise with what is to be found left open.
  String asked(List<View> views, String blockId) {
    StringBuilder out = new StringBuilder();
    for (View view : views) {
      if (view instanceof View.Graph graph) {
        out.append(graph(graph.asked(), blockId + "_q"));
      }
    }
    return out.toString();
  }

  private String view(View view, String id) {
    return switch (view) {
      case View.Values v -> values(v, Map.of());
      case View.Gradients g -> gradients(g);
      case View.Graph g -> graph(g, id);
      case View.Nudge n -> nudge(n);
      case View.Chain c -> chain(c);
      case View.Table t -> table(t);
      case View.Plot p -> drawings.plot(p, id);
      case View.Network n -> drawings.network(n, id);
      case View.Training t -> drawings.training(t, id);
    };
  }

  /// @param ids of its rows
  private String values(View.Values values, Map<String, String> ids) {
    boolean made = values.rows().stream().anyMatch(row -> row.operation().isPresent());
    TableModel table = new TableModel("values", words.say("values"), false);
    table.headings(heading("name"));
    if (made) {
      table.headings(heading("operation"));
    }
    table.headings(heading("value"));
    for (View.Values.Row row : values.rows()) {
      table.named(
          ids.getOrDefault(row.name(), ""),
          name(row.name()),
          made ? td(row.operation().map(Views::code).orElse("")) : "",
          number(row.data()));
    }
    return Templates.fill("table", table);
  }

  private String gradients(View.Gradients gradients) {
    TableModel table =
        new TableModel("gradients", words.say("gradients", gradients.output()), false);
    table.headings(heading("name"), heading("value"), heading("gradient"));
    for (View.Gradients.Row row : gradients.rows()) {
      table.row(name(row.name()), number(row.data()), number(row.grad()));
    }
    return Templates.fill("table", table);
  }

  /// Up to this many inputs stand side by side, so that each is read downwards, from the step to
  /// the gradient; more would not fit a narrow screen, and are a row each.
  private static final int COLUMNS = 3;

  private String nudge(View.Nudge nudge) {
    List<View.Nudge.Row> inputs = nudge.rows();
    boolean down = inputs.size() <= COLUMNS;
    TableModel table = new TableModel("nudge", words.say("nudge", nudge.output()), !down);
    if (down) {
      table.headings(
          Stream.concat(Stream.of(heading("name")), inputs.stream().map(row -> code(row.name())))
              .toArray(String[]::new));
      nudged("by", View.Nudge.Row::by, inputs, table);
      nudged("before", View.Nudge.Row::before, inputs, table);
      nudged("after", View.Nudge.Row::after, inputs, table);
      nudged("change", View.Nudge.Row::change, inputs, table);
      nudged("slope", View.Nudge.Row::slope, inputs, table);
      nudged("gradient", View.Nudge.Row::grad, inputs, table);
    } else {
      table.headings(
          Stream.of("name", "by", "before", "after", "change", "slope", "gradient")
              .map(this::heading)
              .toArray(String[]::new));
      for (View.Nudge.Row row : inputs) {
        table.row(
            name(row.name()),
            number(row.by()),
            number(row.before()),
            number(row.after()),
            number(row.change()),
            number(row.slope()),
            number(row.grad()));
      }
    }
    return Templates.fill("table", table);
  }

  private void nudged(
      String key,
      Function<View.Nudge.Row, Num> number,
      List<View.Nudge.Row> inputs,
      TableModel table) {
    table.row(
        Stream.concat(
                Stream.of("<th scope=\"row\">" + heading(key) + "</th>"),
                inputs.stream().map(row -> number(number.apply(row))))
            .toArray(String[]::new));
  }

  private String table(View.Table view) {
    boolean wide = view.headings().size() > 3;
    TableModel table = new TableModel("table", wide ? words.say("table") : "", wide);
    List<Boolean> words = new ArrayList<>();
    for (int i = 0; i < view.headings().size(); i++) {
      int column = i;
      words.add(view.rows().stream().noneMatch(row -> isNumber(row.cells().get(column))));
      table.heading(texts.line(view.headings().get(i).inlines()), words.get(i));
    }
    for (View.Table.Row row : view.rows()) {
      List<View.Table.Cell> cells = row.cells();
      table.row(
          IntStream.range(0, cells.size())
              .mapToObj(i -> cell(cells.get(i), words.get(i)))
              .toArray(String[]::new));
    }
    return Templates.fill("table", table);
  }

  private static boolean isNumber(View.Table.Cell cell) {
    return cell.inlines().stream().anyMatch(it -> it instanceof Inline.Num);
  }

  /// What stands in a column, of words or of numbers, or the name that heads its row.
  private String cell(View.Table.Cell cell, boolean words) {
    boolean isName =
        cell.inlines().size() == 1
            && cell.inlines().getFirst() instanceof Inline.CodeSpan name
            && name.claim().isEmpty();
    String inner = texts.line(cell.inlines());
    return isName
        ? "<th scope=\"row\">" + inner + "</th>"
        : words ? td(inner) : "<td class=\"num\">" + inner + "</td>";
  }

  private String heading(String key) {
    return html(words.say(key));
  }

  private static String name(String name) {
    return "<th scope=\"row\">" + code(name) + "</th>";
  }

  private static String code(String code) {
    return "<code>" + html(code) + "</code>";
  }

  private static String td(String inner) {
    return "<td>" + inner + "</td>";
  }

  private String number(Num number) {
    return "<td class=\"num\">" + numbers.number(number) + "</td>";
  }

  record ChainModel(
      String label, List<Path> paths, boolean several, String total, Map<String, String> w) {}

  /// @param steps as markup, an equation each
  record Path(String name, List<String> steps, String product) {}

  private String chain(View.Chain chain) {
    boolean several = chain.paths().size() > 1;
    List<Path> paths = new ArrayList<>();
    for (View.Chain.Path path : chain.paths()) {
      List<String> steps =
          path.steps().stream()
              .map(
                  step ->
                      texts.equation(
                          "<code>"
                              + html(ViewWords.local(step))
                              + "</code> = "
                              + numbers.number(step.derivative())))
              .toList();
      List<String> factors =
          path.steps().stream().map(step -> numbers.number(step.derivative())).toList();
      String name = several ? words.say("path", paths.size() + 1) : "";
      paths.add(
          new Path(
              name,
              steps,
              texts.equation(
                  (factors.size() > 1 ? String.join(" × ", factors) + " = " : "")
                      + numbers.number(path.product()))));
    }
    ChainModel model =
        new ChainModel(
            words.say("chain", "d" + chain.output() + "/d" + chain.input()),
            paths,
            several,
            several ? numbers.number(chain.total()) : "",
            words.lines());
    return Templates.fill("chain", model);
  }

  /// @param nodes as markup
  record GraphModel(
      List<Drawn> drawings,
      boolean large,
      List<String> nodes,
      List<Walk> walk,
      Map<String, String> w) {
    boolean hasWalk() {
      return walk.size() > 1;
    }
  }

  /// @param words as markup
  record Walk(String id, String words) {}

  /// @param way class of the drawing; a narrow screen shows the one that goes down
  record Drawn(String way, boolean wide, String title, String svg) {}

  /// What a narrow screen shows without scrolling, in pixels.
  private static final int NARROW = 288;

  /// What the narrowest screen that shows the wide drawing of two shows without scrolling.
  private static final int WIDE = 690;

  /// What the column of a page holds at its widest.
  private static final int COLUMN = 736;

  private String graph(View.Graph graph, String id) {
    List<Drawn> drawings = new ArrayList<>();
    boolean large = graph.nodes().size() > GraphSvg.LARGEST;
    if (!large && !graph.nodes().isEmpty()) {
      GraphSvg svg = new GraphSvg(graph, "grad");
      String title = words.say("graphTitle", graph.output());
      String description = words.say("graphText", graph.output());
      GraphSvg.Drawing across = svg.draw(GraphSvg.Flow.ACROSS, id + "a", title, description);
      GraphSvg.Drawing down = svg.draw(GraphSvg.Flow.DOWN, id + "d", title, description);
      boolean both = across.width() > NARROW && down.width() < across.width();
      boolean tooWide = across.width() > COLUMN && down.width() <= COLUMN;
      if (!tooWide) {
        boolean scrolls = across.width() > (both ? WIDE : NARROW);
        drawings.add(new Drawn(both ? "across" : "", scrolls, title, across.svg()));
      }
      if (both || tooWide) {
        String way = tooWide ? "" : "down";
        drawings.add(new Drawn(way, down.width() > NARROW, title, down.svg()));
      }
    }
    GraphWords say = new GraphWords(graph);
    return Templates.fill(
        "graph",
        new GraphModel(drawings, large, nodes(graph, say), walk(graph, say), words.lines()));
  }

  /// The backward pass, a value at a time: from the output to the inputs, each with the values
  /// through which its gradient comes.
  private List<Walk> walk(View.Graph graph, GraphWords say) {
    List<Walk> walk = new ArrayList<>();
    for (View.Graph.Node node : graph.nodes().reversed()) {
      Optional<Num> grad = say.grad(node);
      if (grad.isPresent()) {
        List<String> through = new ArrayList<>();
        for (View.Graph.Node other : graph.nodes()) {
          if (other.operands().contains(node.id())) {
            through.add(code(say.name(other) + " = " + say.made(other)));
          }
        }
        String key = through.isEmpty() ? "walkFirst" : "walkNext";
        walk.add(
            new Walk(
                node.id(),
                words.html(
                    key,
                    code(say.name(node)),
                    numbers.number(grad.get()),
                    String.join(", ", through))));
      }
    }
    return walk;
  }

  private List<String> nodes(View.Graph graph, GraphWords say) {
    List<String> nodes = new ArrayList<>();
    for (View.Graph.Node node : graph.nodes()) {
      if (!say.isConstant(node)) {
        String made = say.made(node);
        String name = html(say.name(node) + " = " + (made.isEmpty() ? "" : made + " = "));
        String value = "<code>" + name + numbers.number(node.data()) + "</code>";
        Optional<Num> grad = node.grad();
        nodes.add(
            grad.isEmpty() ? value : value + ", " + words.html("grad", numbers.number(grad.get())));
      }
    }
    return nodes;
  }
}
