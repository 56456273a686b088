package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Replay;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// An expression as a function of one or two of its names.
///
/// Where the expression reads the names themselves (`a**2 + 1`, `model([u, v])`), the program is
/// asked at each place; a replay of what it recorded stands in for it where it gives the same bits
/// at a choice of places. Where the expression leads to a name through values that the program has
/// made (`c`, made of `a`), what was recorded is replayed.
final class Sampler {
  /// At every so many places a replay is compared with the program.
  private static final int COMPARED = 9;

  private final Execution.Moment moment;
  private final Account account;
  private final Text expression;
  private final List<Text> names;
  private boolean floats;
  private List<Finding> refused = List.of();

  Sampler(Execution.Moment moment, Account account, Text expression, List<Text> names) {
    this.moment = moment;
    this.account = account;
    this.expression = expression;
    this.names = List.copyOf(names);
  }

  /// An output with the leaves that stand for the names.
  record Recorded(Value output, List<Value> inputs) {}

  /// What the expression is at `places`, NaN where it has no finite value; empty where it has none
  /// at all, and that is reported.
  Optional<double[]> at(List<double[]> places) {
    Optional<Recorded> through = throughState(places.getFirst());
    if (through.isPresent()) {
      return replayed(through.get(), places);
    }
    for (boolean numbers : new boolean[] {false, true}) {
      floats = numbers;
      Optional<double[]> values = followed(places).or(() -> Optional.of(asked(places)));
      if (Arrays.stream(values.get()).anyMatch(Double::isFinite)) {
        return values;
      }
    }
    nowhere();
    return Optional.empty();
  }

  private double[] asked(List<double[]> places) {
    return places.stream()
        .mapToDouble(place -> ask(place).flatMap(Sampler::real).orElse(Double.NaN))
        .toArray();
  }

  /// What a replay gives; empty where there is none, or where the program gives something else, as
  /// it does if it decides by the names.
  private Optional<double[]> followed(List<double[]> places) {
    Optional<Recorded> recorded = ask(places.getFirst()).flatMap(this::recorded);
    if (recorded.isEmpty()) {
      return Optional.empty();
    }
    Replay replay = Replay.of(recorded.get().output(), recorded.get().inputs());
    double[] values = places.stream().mapToDouble(replay::at).toArray();
    for (int i = 0; i < values.length; i += COMPARED) {
      double asked = ask(places.get(i)).flatMap(Sampler::real).orElse(Double.NaN);
      if (Double.compare(asked, values[i]) != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private void nowhere() {
    if (refused.isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_PLOT,
                  expression.span(),
                  expression.value() + " gives no number anywhere in the range")
              .help("name an expression of " + listed() + " that gives a number"));
    } else {
      refused.forEach(account::report);
    }
  }

  private String listed() {
    return names.stream().map(Text::value).collect(Collectors.joining(" and "));
  }

  /// The output at one place, with a derivative by the name.
  Optional<Recorded> record(double at) {
    Optional<Recorded> through = throughState(new double[] {at});
    if (through.isPresent()) {
      boolean here = through.get().inputs().getFirst().data() == at;
      if (!here) {
        account.report(
            Finding.error(
                    VerifyCode.BAD_PLOT,
                    expression.span(),
                    expression.value()
                        + " was computed with "
                        + listed()
                        + " = "
                        + Reals.repr(through.get().inputs().getFirst().data())
                        + ", so its tangent is known there alone")
                .help("write `tangent: " + listed() + "`"));
      }
      return here ? through : Optional.empty();
    }
    floats = false;
    Optional<Recorded> recorded = ask(new double[] {at}).flatMap(this::recorded);
    if (recorded.isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_PLOT,
                  expression.span(),
                  expression.value() + " gives no Value there, so it has no tangent")
              .help("write it with operations of Value, such as " + names.getFirst() + ".tanh()"));
    }
    return recorded;
  }

  /// The expression as the program has it, if it leads to the names through the state.
  private Optional<Recorded> throughState(double[] place) {
    List<Value> inputs = new ArrayList<>();
    names.forEach(name -> moment.value(name.value()).ifPresent(inputs::add));
    Optional<Value> asked = ask(place).flatMap(Sampler::first).flatMap(Python::value);
    if (inputs.size() < names.size() || asked.isEmpty()) {
      return Optional.empty();
    }
    Graph graph = Graph.of(asked.get());
    if (inputs.stream().allMatch(input -> graph.indexOf(input) < 0)) {
      return Optional.empty();
    }
    return moment
        .answer(expression)
        .flatMap(Answer::result)
        .flatMap(Python::value)
        .map(output -> new Recorded(output, inputs));
  }

  private Optional<double[]> replayed(Recorded through, List<double[]> places) {
    Optional<String> objection = Replay.refusal(through.inputs());
    if (objection.isPresent()) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_PLOT,
                  expression.span(),
                  expression.value() + " cannot be followed: " + objection.get())
              .help("write it as a function, and plot the call: `y: f(" + listed() + ")`"));
      return Optional.empty();
    }
    Replay replay = Replay.of(through.output(), through.inputs());
    double[] values = places.stream().mapToDouble(replay::at).toArray();
    return Optional.of(values);
  }

  /// The pair of the expression and its names at a place: what the program gives.
  private Optional<Object> ask(double[] place) {
    List<String> literals = new ArrayList<>();
    for (double number : place) {
      String literal = number < 0 ? "(" + Reals.repr(number) + ")" : Reals.repr(number);
      literals.add(floats ? literal : "Value(" + literal + ")");
    }
    String bound = names.stream().map(Text::value).collect(Collectors.joining(", "));
    String code =
        "[((%s), [%s]) for %s in [(%s)]][0]"
            .formatted(expression.value(), bound, bound, String.join(", ", literals));
    return switch (moment.answer(Text.at(code, expression.span())).orElse(NOTHING)) {
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
