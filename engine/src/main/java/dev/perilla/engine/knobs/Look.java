package dev.perilla.engine.knobs;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Recipe.Ask;
import dev.perilla.engine.verify.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A look at the state of a machine: what is asked, as the page writes it.
final class Look implements Sampler.State {
  /// What a condition or a statement that does not hold answers.
  static final String FAILS = "fails";

  private static final String HOLDS = "holds";

  private final Machine machine;
  private final String printed;
  private final Map<String, Double> earlier;
  private final Map<String, Optional<Seen>> graphs = new HashMap<>();

  /// @param earlier numbers by the claims that were read of earlier states
  Look(Machine machine, String printed, Map<String, Double> earlier) {
    this.machine = machine;
    this.printed = printed;
    this.earlier = earlier;
  }

  private record Seen(Graph graph, int shape, List<Double> derivatives) {
    static Seen of(Value output) {
      Graph graph = Graph.of(output);
      List<Double> derivatives = new ArrayList<>();
      for (double derivative : graph.derivatives()) {
        derivatives.add(derivative);
      }
      return new Seen(graph, Shape.of(graph), derivatives);
    }
  }

  /// The answer; empty where there is none.
  String at(KnobProgram.Read read) {
    Notation notation = read.comma() ? Notation.COMMA : Notation.POINT;
    return switch (read.ask()) {
      case Ask.Plain plain -> shown(quantity(plain.expression()), notation);
      case Ask.Formatted formatted ->
          Shown.inNotation(formatted(formatted.expression(), formatted.spec()), notation);
      case Ask.Rounded rounded -> {
        boolean fails = !rounded.sides().isEmpty() && agreed(rounded.sides()).equals(FAILS);
        yield fails ? FAILS : rounded(rounded.expression(), rounded.decimals(), notation);
      }
      case Ask.Derivative d -> shown(derivative(d.output(), d.name()), notation);
      case Ask.Data data ->
          shown(
              seen(data.output(), data.shape())
                  .map(it -> it.graph.node(data.node()).data())
                  .flatMap(Look::finite),
              notation);
      case Ask.Slope slope ->
          shown(
              seen(slope.output(), slope.shape())
                  .map(it -> it.derivatives.get(slope.node()))
                  .flatMap(Look::finite),
              notation);
      case Ask.Along along -> shown(along(along), notation);
      case Ask.Condition condition ->
          result(condition.expression()).map(it -> Python.isTrue(it) ? HOLDS : FAILS).orElse("");
      case Ask.Agreement agreement -> {
        String agreed = agreed(agreement.sides());
        yield agreement.number() || agreed.equals(FAILS) ? agreed : HOLDS;
      }
      case Ask.Printed _ -> printed;
      case Ask.At at -> shown(at(at), notation);
      case Ask.Curve curve -> curve(curve);
      case Ask.Tangent tangent -> tangent(tangent);
      case Ask.Row row -> row(row);
      case Ask.Points points -> points(points);
      case Ask.Within at -> shown(within(at), notation);
      case Ask.Change change -> shown(change(change), notation);
      case Ask.Strongest strongest ->
          shown(net(strongest.model()).map(Net::strongest).flatMap(Look::finite), notation);
      case Ask.Cells cells -> cells(cells);
      case Ask.Strengths strengths -> net(strengths.model()).map(Net::drawn).orElse("");
    };
  }

  // ---- plots

  private Sampler sampler(String expression, String name) {
    return new Sampler(this, expression, List.of(name));
  }

  @Override
  public Optional<Answer> answer(String expression) {
    return Optional.of(machine.evaluate(KnobProgram.text(expression)));
  }

  @Override
  public Optional<Value> value(String name) {
    return machine.global(name).flatMap(Python::value);
  }

  private Optional<Fact.Quantity> at(Ask.At at) {
    Sampler sampler = sampler(at.expression(), at.name());
    Optional<Double> place = real(at.place());
    if (at.slope()) {
      return place.flatMap(sampler::record).map(Look::slope).flatMap(Look::finite);
    }
    return place
        .flatMap(it -> sampler.at(List.of(new double[] {it})))
        .flatMap(values -> finite(values[0]));
  }

  private static double slope(Sampler.Recorded recorded) {
    Graph graph = Graph.of(recorded.output());
    int index = graph.indexOf(recorded.inputs().getFirst());
    return index < 0 ? 0 : graph.derivatives()[index];
  }

  private static Optional<Double> real(Object object) {
    OptionalDouble number = Python.real(object);
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private String curve(Ask.Curve curve) {
    Optional<Double> from = real(curve.from());
    Optional<Double> to = real(curve.to());
    if (from.isEmpty() || to.isEmpty()) {
      return "";
    }
    double[] places = Drawn.along(from.get(), to.get());
    return sampler(curve.expression(), curve.name())
        .at(Drawn.ofOne(places))
        .map(values -> Drawn.text(places, values))
        .orElse("");
  }

  private String tangent(Ask.Tangent tangent) {
    Optional<Double> place = real(tangent.place());
    Optional<Double> from = real(tangent.from());
    Optional<Double> to = real(tangent.to());
    if (place.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return "";
    }
    double x = place.get();
    return sampler(tangent.expression(), tangent.name())
        .record(x)
        .map(it -> Drawn.tangent(x, it.output().data(), slope(it), from.get(), to.get()))
        .orElse("");
  }

  private Optional<Fact.Quantity> within(Ask.Within at) {
    Optional<Double> x = real(at.atX());
    Optional<Double> y = real(at.atY());
    return x.isEmpty() || y.isEmpty()
        ? Optional.empty()
        : new Sampler(this, at.expression(), List.of(at.x(), at.y()))
            .at(List.of(new double[] {x.get(), y.get()}))
            .flatMap(values -> finite(values[0]));
  }

  private String cells(Ask.Cells cells) {
    List<Double> ends = new ArrayList<>();
    for (Ask.Cells.Axis axis : List.of(cells.x(), cells.y())) {
      real(axis.from()).ifPresent(ends::add);
      real(axis.to()).ifPresent(ends::add);
    }
    return ends.size() < 4
        ? ""
        : new Sampler(this, cells.expression(), List.of(cells.x().name(), cells.y().name()))
            .at(Drawn.middles(ends.get(0), ends.get(1), ends.get(2), ends.get(3)))
            .map(values -> String.join(" ", Drawn.rows(values)))
            .orElse("");
  }

  private Optional<Net> net(String model) {
    return result(model).flatMap(Net::of).filter(Net::fits);
  }

  private Optional<Fact.Quantity> change(Ask.Change change) {
    Optional<Double> now = real(change.expression());
    Double before = earlier.get(change.since());
    return now.isEmpty() || before == null ? Optional.empty() : finite(now.get() - before);
  }

  /// The number that an expression is now, for a look at a later state.
  Optional<Double> real(String expression) {
    return result(expression).flatMap(Look::real);
  }

  private Optional<double[]> numbers(String expression) {
    Optional<List<Object>> items = result(expression).flatMap(Python::items);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    double[] numbers = new double[items.get().size()];
    for (int i = 0; i < numbers.length; i++) {
      Optional<Double> number = real(items.get().get(i));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers[i] = number.get();
    }
    return Optional.of(numbers);
  }

  private String row(Ask.Row row) {
    Optional<double[]> ys = numbers(row.y());
    if (ys.isEmpty()) {
      return "";
    }
    double[] counted = new double[ys.get().length];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = i;
    }
    Optional<double[]> xs = row.x().isEmpty() ? Optional.of(counted) : numbers(row.x());
    return xs.filter(it -> it.length == counted.length)
        .map(it -> Drawn.list(it, ys.get()))
        .orElse("");
  }

  private String points(Ask.Points points) {
    List<Object> rows = result(points.expression()).flatMap(Python::items).orElse(List.of());
    List<String> kinds = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    for (Object row : rows) {
      List<Object> items = Python.items(row).orElse(List.of());
      Optional<Double> x = items.size() < 2 ? Optional.empty() : real(items.get(0));
      Optional<Double> y = items.size() < 2 ? Optional.empty() : real(items.get(1));
      if (x.isEmpty() || y.isEmpty()) {
        return "";
      }
      String kind = items.size() < 3 ? "" : Python.repr(items.get(2));
      if (!kinds.contains(kind)) {
        kinds.add(kind);
      }
      if (kinds.indexOf(kind) == points.kind()) {
        numbers.add(x.get());
        numbers.add(y.get());
      }
    }
    double[] xs = new double[numbers.size() / 2];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = numbers.get(2 * i);
      ys[i] = numbers.get(2 * i + 1);
    }
    return Drawn.text(xs, ys);
  }

  // ---- numbers

  private Optional<Object> result(String expression) {
    return machine.evaluate(KnobProgram.text(expression)).result();
  }

  private Optional<Fact.Quantity> quantity(String expression) {
    return result(expression).flatMap(Look::quantity);
  }

  private static Optional<Fact.Quantity> quantity(Object object) {
    Optional<Object> number = object instanceof Boolean ? Optional.empty() : Python.number(object);
    Optional<BigDecimal> exact = number.flatMap(Python::exact);
    return exact.map(it -> new Fact.Quantity(it, !(number.get() instanceof Double), ""));
  }

  private static Optional<Fact.Quantity> finite(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? Optional.empty()
        : Optional.of(Fact.Quantity.of(value, Reals.repr(value)));
  }

  private static String shown(Optional<Fact.Quantity> quantity, Notation notation) {
    return quantity.map(it -> Shown.inNotation(Shown.shortest(it), notation)).orElse("");
  }

  private String formatted(String expression, String spec) {
    Optional<Object> object = result(expression);
    try {
      return object.map(it -> Python.format(it, spec).strip()).orElse("");
    } catch (IllegalArgumentException unfit) {
      return ""; // what it is now has no such form
    }
  }

  private String rounded(String expression, int decimals, Notation notation) {
    Optional<Fact.Quantity> quantity = quantity(expression);
    return decimals < 0
        ? shown(quantity, notation)
        : quantity
            .map(it -> it.exact().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString())
            .map(text -> Shown.inNotation(text, notation))
            .orElse("");
  }

  private Optional<Seen> seen(String output) {
    return graphs.computeIfAbsent(
        output, name -> machine.global(name).flatMap(Python::value).map(Seen::of));
  }

  private Optional<Seen> seen(String output, int shape) {
    return seen(output).filter(it -> it.shape == shape);
  }

  private Optional<Fact.Quantity> derivative(String output, String name) {
    Optional<Seen> seen = seen(output);
    Optional<Value> value = machine.global(name).flatMap(Python::value);
    if (seen.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    int at = seen.get().graph.indexOf(value.get());
    return finite(at < 0 ? 0 : seen.get().derivatives.get(at));
  }

  private Optional<Fact.Quantity> along(Ask.Along along) {
    Optional<Seen> seen = seen(along.output(), along.shape());
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    double product = 1;
    for (int i = 0; i + 1 < along.steps().size(); i += 2) {
      Graph.Node node = seen.get().graph.node(along.steps().get(i));
      product *= node.slopes().get(along.steps().get(i + 1));
    }
    return finite(product);
  }

  /// What the sides of a statement agree on.
  private String agreed(List<String> sides) {
    List<Object> results = new ArrayList<>();
    for (String side : sides) {
      Optional<Object> result = result(side);
      if (result.isEmpty()) {
        return FAILS;
      }
      results.add(result.get());
    }
    Object first = results.getFirst();
    for (Object other : results) {
      Optional<Fact.Quantity> one = quantity(first);
      Optional<Fact.Quantity> two = quantity(other);
      boolean same =
          (one.isPresent() && two.isPresent())
              ? Judge.same(one.get(), two.get())
              : Python.repr(first).equals(Python.repr(other));
      if (!same) {
        return FAILS;
      }
    }
    return HOLDS + " " + quantity(first).map(Shown::shortest).orElseGet(() -> Python.repr(first));
  }
}
