package dev.perilla.engine.knobs;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Replay;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// An expression as a function of one or two of its names.
///
/// Where the expression reads the names themselves (`a**2 + 1`, `model([u, v])`), the program is
/// asked at each place; a replay of what it recorded stands in for it where it gives the same bits
/// at a choice of places. Where the expression leads to a name through values that the program has
/// made (`c`, made of `a`), what was recorded is replayed.
public final class Sampler {
  /// At every so many places a replay is compared with the program.
  private static final int COMPARED = 9;

  private final State state;
  private final String expression;
  private final List<String> names;
  private boolean floats;
  private Optional<Objection> objection = Optional.empty();
  private List<Finding> refused = List.of();

  public Sampler(State state, String expression, List<String> names) {
    this.state = state;
    this.expression = expression;
    this.names = List.copyOf(names);
  }

  /// The state of the program that is looked at.
  public interface State {
    /// What an expression gives; empty where the program did not come so far.
    Optional<Answer> answer(String expression);

    /// The value under a name, if it is one.
    Optional<Value> value(String name);
  }

  /// An output with the leaves that stand for the names.
  public record Recorded(Value output, List<Value> inputs) {
    public Recorded {
      inputs = List.copyOf(inputs);
    }
  }

  /// Why there is nothing.
  public record Objection(String message, String help) {}

  /// Why there was nothing.
  public Optional<Objection> objection() {
    return objection;
  }

  /// What the program said, where that is why.
  public List<Finding> refused() {
    return refused;
  }

  /// What the expression is at `places`, NaN where it has no finite value; empty where it has none
  /// at all.
  public Optional<double[]> at(List<double[]> places) {
    Optional<Recorded> through = throughState(places.getFirst());
    if (through.isPresent()) {
      return replayed(through.get(), places);
    }
    for (boolean numbers : new boolean[] {false, true}) {
      floats = numbers;
      double[] values = followed(places).orElseGet(() -> asked(places));
      for (double value : values) {
        if (Double.isFinite(value)) {
          return Optional.of(values);
        }
      }
    }
    if (refused.isEmpty()) {
      objection =
          Optional.of(
              new Objection(
                  expression + " gives no number anywhere in the range",
                  "name an expression of " + listed(" and ") + " that gives a number"));
    }
    return Optional.empty();
  }

  private double[] asked(List<double[]> places) {
    double[] values = new double[places.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ask(places.get(i)).flatMap(Sampler::real).orElse(Double.NaN);
    }
    return values;
  }

  /// What a replay gives; empty where there is none, or where the program gives something else, as
  /// it does if it decides by the names.
  private Optional<double[]> followed(List<double[]> places) {
    Optional<Recorded> recorded = ask(places.getFirst()).flatMap(this::recorded);
    if (recorded.isEmpty()) {
      return Optional.empty();
    }
    double[] values = replay(recorded.get(), places);
    for (int i = 0; i < values.length; i += COMPARED) {
      double asked = ask(places.get(i)).flatMap(Sampler::real).orElse(Double.NaN);
      if (Double.compare(asked, values[i]) != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static double[] replay(Recorded recorded, List<double[]> places) {
    Replay replay = Replay.of(recorded.output(), recorded.inputs());
    double[] values = new double[places.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = replay.at(places.get(i));
    }
    return values;
  }

  private String listed(String between) {
    return String.join(between, names);
  }

  /// The output at one place, with a derivative by the name.
  public Optional<Recorded> record(double at) {
    Optional<Recorded> through = throughState(new double[] {at});
    if (through.isPresent()) {
      double here = through.get().inputs().getFirst().data();
      if (here == at) {
        return through;
      }
      objection =
          Optional.of(
              new Objection(
                  expression
                      + " was computed with "
                      + listed(" and ")
                      + " = "
                      + Reals.repr(here)
                      + ", so its tangent is known there alone",
                  "write `tangent: " + listed(" and ") + "`"));
      return Optional.empty();
    }
    floats = false;
    Optional<Recorded> recorded = ask(new double[] {at}).flatMap(this::recorded);
    if (recorded.isEmpty()) {
      objection =
          Optional.of(
              new Objection(
                  expression + " gives no Value there, so it has no tangent",
                  "write it with operations of Value, such as " + names.getFirst() + ".tanh()"));
    }
    return recorded;
  }

  /// The expression as the program has it, if it leads to the names through the state.
  private Optional<Recorded> throughState(double[] place) {
    List<Value> inputs = new ArrayList<>();
    names.forEach(name -> state.value(name).ifPresent(inputs::add));
    Optional<Value> asked = ask(place).flatMap(Sampler::first).flatMap(Python::value);
    if (inputs.size() < names.size() || asked.isEmpty()) {
      return Optional.empty();
    }
    Graph graph = Graph.of(asked.get());
    boolean leads = false;
    for (Value input : inputs) {
      leads |= graph.indexOf(input) >= 0;
    }
    return leads
        ? state
            .answer(expression)
            .flatMap(Answer::result)
            .flatMap(Python::value)
            .map(output -> new Recorded(output, inputs))
        : Optional.empty();
  }

  private Optional<double[]> replayed(Recorded through, List<double[]> places) {
    Optional<String> refusal = Replay.refusal(through.inputs());
    if (refusal.isPresent()) {
      objection =
          Optional.of(
              new Objection(
                  expression + " cannot be followed: " + refusal.get(),
                  "write it as a function, and plot the call: `y: f(" + listed(" and ") + ")`"));
      return Optional.empty();
    }
    return Optional.of(replay(through, places));
  }

  /// The pair of the expression and its names at a place: what the program gives.
  private Optional<Object> ask(double[] place) {
    List<String> literals = new ArrayList<>();
    for (double number : place) {
      String literal = number < 0 ? "(" + Reals.repr(number) + ")" : Reals.repr(number);
      literals.add(floats ? literal : "Value(" + literal + ")");
    }
    String bound = listed(", ");
    String at = String.join(", ", literals);
    String code =
        "[((" + expression + "), [" + bound + "]) for " + bound + " in [(" + at + ")]][0]";
    return switch (state.answer(code).orElse(NOTHING)) {
      case Answer.Computed computed -> Optional.of(computed.value());
      case Answer.Failed failed -> {
        refused = refused.isEmpty() ? failed.findings() : refused;
        yield Optional.empty();
      }
    };
  }

  private static final Answer NOTHING = new Answer.Failed(List.of(), Optional.empty());

  private static Optional<Object> first(Object pair) {
    return Python.items(pair).map(items -> items.get(0));
  }

  private static Optional<Double> real(Object pair) {
    OptionalDouble number = first(pair).map(Python::real).orElse(OptionalDouble.empty());
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private Optional<Recorded> recorded(Object pair) {
    List<Object> items = Python.items(pair).orElse(List.of());
    if (items.size() != 2) {
      return Optional.empty();
    }
    List<Value> inputs = new ArrayList<>();
    Python.items(items.get(1))
        .orElse(List.of())
        .forEach(i -> Python.value(i).ifPresent(inputs::add));
    return inputs.size() == names.size()
        ? Python.value(items.get(0)).map(output -> new Recorded(output, inputs))
        : Optional.empty();
  }
}
