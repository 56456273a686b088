package dev.perilla.engine.knobs;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Value;
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

/// A look at the state of a machine: what is asked, as the page writes it.
final class Look {
  /// What a condition or a statement that does not hold answers.
  static final String FAILS = "fails";

  private final Machine machine;
  private final String printed;
  private final Map<String, Optional<Seen>> graphs = new HashMap<>();

  Look(Machine machine, String printed) {
    this.machine = machine;
    this.printed = printed;
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
          result(condition.expression()).map(it -> Python.isTrue(it) ? "holds" : FAILS).orElse("");
      case Ask.Agreement agreement -> agreed(agreement.sides());
      case Ask.Printed _ -> printed;
    };
  }

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
      return object.map(it -> Python.format(it, spec)).orElse("");
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
    return "holds " + quantity(first).map(Shown::shortest).orElseGet(() -> Python.repr(first));
  }
}
