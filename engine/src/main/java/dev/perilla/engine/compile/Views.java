package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Nudge;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.knobs.Shape;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Evidence;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.Shown;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The views of one block, from the state after it.
final class Views {
  /// Nodes of a graph that a page can show.
  static final int MAX_NODES = 200;

  private static final int MAX_ROWS = 1000;
  private static final int MAX_PATHS = 50;

  private final Execution.Moment moment;
  private final Account account;
  private final Prose prose;
  private final Figures figures;
  private final Plane plane;
  private final IdentityHashMap<Value, String> names = new IdentityHashMap<>();

  Views(
      Execution.Moment moment, Accounting accounting, Account account, Numeral.Notation notation) {
    this.moment = moment;
    this.account = account;
    this.prose = new Prose(accounting, account);
    this.figures = new Figures(account, notation, moment.program());
    this.plane = new Plane(moment, account, prose, figures);
    moment.values().forEach((name, value) -> names.putIfAbsent(value, name));
  }

  /// The views in the order in which the author asks for them; what cannot be shown is a finding.
  List<View> all(List<Show> shows, Optional<Text> output) {
    List<View> views = new ArrayList<>();
    for (Show show : shows) {
      view(show, output).ifPresent(views::add);
    }
    return views;
  }

  private Optional<View> view(Show show, Optional<Text> output) {
    return switch (show) {
      case Show.Values values -> Optional.of(values(values));
      case Show.Gradients gradients -> output(show, output).map(out -> gradients(gradients, out));
      case Show.Graph graph -> output(show, output).flatMap(out -> graph(graph, out));
      case Show.Nudge nudge -> output(show, output).map(out -> nudge(nudge, out));
      case Show.Chain chain -> output(show, output).flatMap(out -> chain(chain, out));
      case Show.Table table -> table(table);
      case Show.Knobs knobs -> Optional.empty(); // the inputs of the block are shown as such
      case Show.Plot plot -> new Plots(plane).plot(plot).map(View.class::cast);
      case Show.Network network -> new NetworkView(moment, account, figures).network(network);
      case Show.Training training ->
          new TrainingView(moment, account, figures, plane)
              .training(training, value -> names.getOrDefault(value, ""));
    };
  }

  /// The output of the block, under its name.
  private record Output(String name, Value value) {}

  private Optional<Output> output(Show show, Optional<Text> output) {
    if (output.isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.NO_OUTPUT,
                  show.word().span(),
                  "the view " + show.word().value() + " needs an output, and the block names none")
              .help("add `output:` with the name from which the gradients flow back"));
      return Optional.empty();
    }
    String name = output.get().value();
    Optional<Value> value = moment.value(name);
    double data = value.map(Value::data).orElse(0.0);
    if (!Double.isFinite(data)) { // then no derivative of it is there, which need not be said
      figures.number(show.word().span(), data, name);
      return Optional.empty();
    }
    return value.map(
        v -> new Output(name, v)); // an output that is no value is reported once, above
  }

  // ---- values, gradients

  private View values(Show.Values show) {
    List<View.Values.Row> rows = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    if (show.names().isEmpty()) {
      wanted.addAll(moment.own());
    }
    IdentityHashMap<Value, Graph.Node> made = new IdentityHashMap<>();
    for (String name : wanted) {
      valueRow(name, show.word().span(), made).ifPresent(rows::add);
    }
    for (Text name : show.names()) {
      Optional<View.Values.Row> row = valueRow(name.value(), name.span(), made);
      if (row.isEmpty()) {
        figures.unknown(name);
      }
      row.ifPresent(rows::add);
    }
    return new View.Values(rows);
  }

  private Optional<View.Values.Row> valueRow(
      String name, Span place, IdentityHashMap<Value, Graph.Node> made) {
    Optional<Fact.Quantity> quantity = moment.quantity(name);
    if (quantity.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> operation = Optional.empty();
    Optional<Value> value = moment.value(name);
    if (value.isPresent() && !value.get().operands().isEmpty()) {
      made.computeIfAbsent(value.get(), v -> last(Graph.of(v)));
      operation = Optional.of(made.get(value.get()).formula(this::name));
    }
    return Optional.of(
        new View.Values.Row(name, operation, figures.number(place, quantity.get(), name)));
  }

  private static Graph.Node last(Graph graph) {
    return graph.node(graph.size() - 1);
  }

  private View gradients(Show.Gradients show, Output output) {
    List<View.Gradients.Row> rows = new ArrayList<>();
    Graph graph = Graph.of(output.value());
    double[] derivatives = graph.derivatives();
    if (show.names().isEmpty()) {
      for (String name : moment.own()) {
        moment
            .value(name)
            .filter(value -> graph.indexOf(value) >= 0)
            .ifPresent(
                value ->
                    rows.add(row(name, value, output, graph, derivatives, show.word().span())));
      }
    }
    for (Text name : show.names()) {
      Optional<Value> value = moment.value(name.value());
      if (value.isEmpty()) {
        figures.unknown(name);
      } else {
        rows.add(row(name.value(), value.get(), output, graph, derivatives, name.span()));
      }
    }
    return new View.Gradients(output.name(), rows);
  }

  private View.Gradients.Row row(
      String name, Value value, Output output, Graph graph, double[] derivatives, Span place) {
    int at = graph.indexOf(value);
    double derivative = at < 0 ? 0 : derivatives[at];
    return new View.Gradients.Row(
        name,
        figures.number(place, value.data(), name),
        gradient(place, derivative, output, value, name));
  }

  // ---- graph

  private Optional<View> graph(Show.Graph show, Output output) {
    Graph graph = Graph.of(output.value());
    if (graph.size() > MAX_NODES) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_TABLE,
                  show.word().span(),
                  "the graph of "
                      + output.name()
                      + " has "
                      + graph.size()
                      + " values, too many to read")
              .help("show the graph of a smaller example, at most " + MAX_NODES + " values"));
      return Optional.empty();
    }
    int shape = Shape.of(graph);
    double[] derivatives = graph.derivatives();
    List<View.Graph.Node> nodes = new ArrayList<>();
    for (Graph.Node node : graph.nodes()) {
      String name = names.getOrDefault(node.value(), "");
      String expression = name.isEmpty() ? node.formula(this::name) : name;
      nodes.add(
          new View.Graph.Node(
              "v" + (node.index() + 1),
              name,
              node.value().op(),
              node.operands().stream().map(i -> "v" + (i + 1)).toList(),
              figures.number(
                  show.word().span(),
                  node.value().data(),
                  expression,
                  new Recipe.Ask.Data(output.name(), shape, node.index())),
              Optional.of(
                  figures.gradient(
                      show.word().span(),
                      derivatives[node.index()],
                      output.name(),
                      output.value(),
                      node.value(),
                      expression,
                      new Recipe.Ask.Slope(output.name(), shape, node.index())))));
    }
    return Optional.of(new View.Graph(output.name(), nodes));
  }

  // ---- nudge

  private View nudge(Show.Nudge show, Output output) {
    List<View.Nudge.Row> rows = new ArrayList<>();
    for (Show.Nudge.By by : show.by()) {
      Optional<Value> value = moment.value(by.name().value());
      Optional<Fact.Quantity> amount = amount(by.amount());
      if (value.isEmpty()) {
        figures.unknown(by.name());
      } else if (amount.isPresent()) {
        rows.add(nudgeRow(by, value.get(), amount.get(), output));
      }
    }
    return new View.Nudge(output.name(), rows);
  }

  private Optional<Fact.Quantity> amount(Text text) {
    Optional<Fact.Quantity> amount =
        moment.evaluate(text) instanceof State.Reply.Given given
                && given.fact() instanceof Fact.Quantity quantity
                && quantity.exact().signum() != 0
            ? Optional.of(quantity)
            : Optional.empty();
    if (amount.isEmpty()) {
      account.report(
          Finding.error(VerifyCode.NO_NUMBER, text.span(), "a nudge needs a number that is not 0")
              .help("write a small number, such as 0.01"));
    }
    return amount;
  }

  private View.Nudge.Row nudgeRow(
      Show.Nudge.By by, Value value, Fact.Quantity amount, Output output) {
    Nudge nudge = Nudge.of(output.value(), value, amount.exact().doubleValue());
    String name = by.name().value();
    String call = "nudge(" + output.name() + ", " + name + ", " + by.amount().value() + ")";
    Span place = by.name().span();
    String moved = figures.text(amount);
    String given =
        account
            .entry(Kind.NUMERAL, Standing.GIVEN, by.amount().span(), moved)
            .expression(by.amount().value())
            .value(amount.repr())
            .origin("how far the input is moved")
            .add();
    double derivative = output.value().derivative(value);
    return new View.Nudge.Row(
        name,
        new Inline.Num(moved, given),
        figures.number(place, nudge.before(), call + ".before"),
        figures.number(place, nudge.after(), call + ".after"),
        figures.number(place, nudge.change(), call + ".change"),
        figures.number(place, nudge.slope(), call + ".slope"),
        gradient(place, derivative, output, value, name));
  }

  // ---- chain

  private Optional<View> chain(Show.Chain show, Output output) {
    Optional<Value> input = show.from().flatMap(name -> moment.value(name.value()));
    if (show.from().isPresent() && input.isEmpty()) {
      figures.unknown(show.from().get());
      return Optional.empty();
    }
    Span place = show.from().map(Text::span).orElse(show.word().span());
    Optional<Value> from = input.or(() -> firstLeaf(output));
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Graph graph = Graph.of(output.value());
    List<View.Chain.Path> paths = new ArrayList<>();
    walk(
        graph,
        output.name(),
        graph.size() - 1,
        graph.indexOf(from.get()),
        new ArrayList<>(),
        paths,
        place);
    double total = output.value().derivative(from.get());
    String name = name(from.get());
    return Optional.of(
        new View.Chain(
            output.name(), name, paths, gradient(place, total, output, from.get(), name)));
  }

  private Optional<Value> firstLeaf(Output output) {
    return moment.own().stream()
        .flatMap(name -> moment.value(name).stream())
        .filter(value -> value.operands().isEmpty())
        .filter(value -> Graph.of(output.value()).indexOf(value) >= 0)
        .findFirst();
  }

  /// One edge of a path: the operand `operand` of `node`.
  private record Edge(Graph.Node node, int operand) {}

  private void walk(
      Graph graph,
      String output,
      int at,
      int goal,
      List<Edge> so,
      List<View.Chain.Path> paths,
      Span place) {
    if (paths.size() >= MAX_PATHS || so.size() > MAX_NODES || goal < 0) {
      return;
    }
    if (at == goal) {
      paths.add(path(so, output, Shape.of(graph), place));
      return;
    }
    Graph.Node node = graph.node(at);
    for (int i = 0; i < node.operands().size(); i++) {
      if (node.operands().get(i) >= goal) {
        so.add(new Edge(node, i));
        walk(graph, output, node.operands().get(i), goal, so, paths, place);
        so.remove(so.size() - 1);
      }
    }
  }

  private View.Chain.Path path(List<Edge> edges, String output, int shape, Span place) {
    List<View.Chain.Step> steps = new ArrayList<>();
    List<Integer> way = new ArrayList<>();
    double product = 1;
    for (Edge edge : edges) {
      Value by = edge.node().value().operands().get(edge.operand());
      double slope = edge.node().slopes().get(edge.operand());
      product *= slope;
      String of = name(edge.node().value());
      String formula = edge.node().slopeFormula(edge.operand(), this::name);
      List<Integer> step = List.of(edge.node().index(), edge.operand());
      way.addAll(step);
      steps.add(
          new View.Chain.Step(
              of,
              name(by),
              formula,
              figures.number(
                  place,
                  slope,
                  "d" + of + "/d" + name(by),
                  new Recipe.Ask.Along(output, shape, step))));
    }
    return new View.Chain.Path(
        steps,
        figures.number(
            place, product, "the product of the path", new Recipe.Ask.Along(output, shape, way)));
  }

  // ---- table

  private Optional<View> table(Show.Table show) {
    List<View.Table.Heading> headings = new ArrayList<>();
    List<List<Fact>> columns = new ArrayList<>();
    List<Text> sources = new ArrayList<>();
    for (Show.Table.Column column : show.columns()) {
      headings.add(new View.Table.Heading(prose.line(column.heading())));
      Optional<List<Fact>> cells = cells(column.cells());
      if (cells.isEmpty()) {
        return Optional.empty();
      }
      columns.add(cells.get());
      sources.add(column.cells());
    }
    int rows = columns.isEmpty() ? 0 : columns.get(0).size();
    for (int i = 0; i < columns.size(); i++) {
      int cells = columns.get(i).size();
      if (cells != rows || rows > MAX_ROWS) {
        String column = show.columns().get(i).heading() + "` has " + cells + " cells, ";
        account.report(
            Finding.error(
                    VerifyCode.BAD_TABLE,
                    sources.get(i).span(),
                    "the column `"
                        + column
                        + (cells == rows
                            ? "a table at most " + MAX_ROWS
                            : "`" + show.columns().getFirst().heading() + "` has " + rows))
                .help("give lists of the same length, at most " + MAX_ROWS));
        return Optional.empty();
      }
    }
    new Headed(plane)
        .columns(headings.stream().map(View.Table.Heading::inlines).toList(), show.columns());
    List<OptionalInt> decimals = columns.stream().map(Views::decimals).toList();
    List<View.Table.Row> all = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      List<View.Table.Cell> cells = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        cells.add(
            new View.Table.Cell(cell(columns.get(c).get(r), sources.get(c), r, decimals.get(c))));
      }
      all.add(new View.Table.Row(cells));
    }
    return Optional.of(new View.Table(headings, all));
  }

  private Optional<List<Fact>> cells(Text expression) {
    if (!new Evidence(moment, account).isListOfProgram(expression)) {
      return Optional.empty();
    }
    switch (moment.evaluate(expression)) {
      case State.Reply.Given given -> {
        if (given.fact() instanceof Fact.Sequence sequence) {
          given.backing().remarks().forEach(account::report);
          return Optional.of(sequence.items());
        }
        account.report(
            Finding.error(
                    VerifyCode.BAD_TABLE,
                    expression.span(),
                    expression.value() + " is " + given.fact().shown() + ", which is no list")
                .help("a column is a list, such as [x.data for x in xs]"));
      }
      case State.Reply.Refused refused -> refused.findings().forEach(account::report);
      case State.Reply.NotEvaluated not -> {} // the block that failed has its finding
    }
    return Optional.empty();
  }

  private static OptionalInt decimals(List<Fact> column) {
    return Decimals.common(
        column.stream()
            .flatMap(it -> it instanceof Fact.Quantity number ? Stream.of(number) : Stream.empty())
            .toList());
  }

  private List<Inline> cell(Fact fact, Text source, int row, OptionalInt decimals) {
    return switch (fact) {
      case Fact.Quantity quantity -> {
        String expression = source.value() + "[" + row + "]";
        yield List.of(
            decimals.isPresent()
                ? figures.fixed(source.span(), quantity, expression, decimals.getAsInt())
                : figures.number(source.span(), quantity, expression));
      }
      case Fact.Truth truth -> List.of(new Inline.Str(truth.shown()));
      case Fact.Thing thing when !Numeral.anyDigit(thing.text()) ->
          List.of(new Inline.Str(thing.text()));
      case Fact.Thing thing ->
          List.of(
              figures.computed(
                  source.span(), thing.text(), source.value() + "[" + row + "]", thing.repr()));
      case Fact.Sequence sequence ->
          List.of(
              figures.computed(
                  source.span(),
                  sequence.repr(),
                  source.value() + "[" + row + "]",
                  sequence.repr()));
      case Fact.NotFinite not -> {
        account.report(
            Figures.notFinite(source.span(), source.value() + "[" + row + "]", not.repr()));
        yield List.of();
      }
    };
  }

  // ---- numbers

  private String name(Value value) {
    String name = names.get(value);
    if (name != null) {
      return name;
    }
    return value.operands().isEmpty()
        ? Shown.shortest(Fact.Quantity.of(value.data(), ""))
        : "(" + last(Graph.of(value)).formula(this::name) + ")";
  }

  private Inline.Num gradient(
      Span place, double derivative, Output output, Value value, String name) {
    return figures.gradient(place, derivative, output.name(), output.value(), value, name);
  }
}
