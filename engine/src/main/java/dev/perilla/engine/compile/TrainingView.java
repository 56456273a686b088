package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A training as a view: its losses as a plot, its parameters before and after.
final class TrainingView {
  /// Parameters that can be read one by one.
  private static final int READ = 60;

  private static final Pattern NAME = Pattern.compile("(?U)(?<![.\\w])[^\\W\\d]\\w*");

  private final Execution.Moment moment;
  private final Account account;
  private final Figures figures;
  private final Plane plane;

  TrainingView(Execution.Moment moment, Account account, Figures figures, Plane plane) {
    this.moment = moment;
    this.account = account;
    this.figures = figures;
    this.plane = plane;
  }

  /// The training; empty where it cannot be shown, and that is reported.
  ///
  /// @param nameOf the program's name of a value; empty where it has none
  Optional<View> training(Show.Training show, Function<Value, String> nameOf) {
    Text loss = show.loss();
    Optional<double[]> losses = plane.list(loss);
    if (losses.isEmpty()) {
      return Optional.empty();
    }
    Optional<View.Plot> plot =
        new Plots(plane)
            .plot(
                new Show.Plot(
                    loss,
                    List.of(new Show.Plot.Series(loss, loss)),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Show.Plot.Axes.UNNAMED));
    Optional<List<View.Training.Row>> rows =
        show.parameters()
            .map(parameters -> rows(parameters, show.before(), nameOf))
            .orElse(Optional.of(List.of()));
    if (plot.isEmpty() || rows.isEmpty()) {
      return Optional.empty();
    }
    int last = losses.get().length - 1;
    Span place = loss.span();
    return Optional.of(
        new View.Training(
            plot.get(),
            figures.count(place, last + 1, "len(" + loss + ")"),
            figures.number(place, losses.get()[0], loss + "[0]"),
            figures.number(place, losses.get()[last], loss + "[-1]"),
            rows.get()));
  }

  private Optional<List<View.Training.Row>> rows(
      Text parameters, Optional<Text> kept, Function<Value, String> nameOf) {
    Optional<Listed> now = parameters(moment, parameters, true);
    Optional<Listed> then =
        kept.isPresent()
            ? parameters(moment, kept.get(), true)
            : parameters(moment.before(), parameters, false);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    boolean anew = kept.isEmpty() && isMadeAnew(parameters, now.get());
    if (anew || then.isEmpty() || then.get().numbers().size() != now.get().numbers().size()) {
      if (kept.isEmpty() || then.isPresent()) {
        account.report(
            Finding.error(
                    VerifyCode.NO_NETWORK,
                    kept.orElse(parameters).span(),
                    kept.isPresent()
                        ? kept.get() + " has other numbers than " + parameters
                        : anew && then.isPresent()
                            ? parameters + " before the block is not what the block trains"
                            : parameters + " is not there before the block")
                .help(
                    "make it in a block above, or keep its numbers and name the list under"
                        + " `before`"));
      }
      return Optional.empty();
    }
    Figures earlier = kept.isPresent() ? figures : figures.after(moment.before().program());
    List<View.Training.Row> rows = new ArrayList<>();
    int all = now.get().numbers().size();
    for (int i = 0; i < all && all <= READ; i++) {
      Object value = now.get().numbers().get(i);
      String name = Python.value(value).map(nameOf).orElse("");
      name = name.isEmpty() ? parameters + "[" + i + "]" : name;
      double from = Python.real(then.get().numbers().get(i)).orElse(Double.NaN);
      double to = Python.real(value).orElse(Double.NaN);
      Span span = parameters.span();
      Recipe.Ask ask = new Recipe.Ask.Plain(now.get().at(i));
      Inline.Num before =
          earlier.number(span, from, name + " before", new Recipe.Ask.Plain(then.get().at(i)));
      rows.add(
          new View.Training.Row(
              name,
              before,
              figures.number(span, to, name, ask),
              figures.number(
                  span,
                  to - from,
                  "the change of " + name,
                  new Recipe.Ask.Change(now.get().at(i), before.claim()))));
    }
    return Optional.of(rows);
  }

  /// Whether the block gives a name of the expression to another object: the values under it before
  /// are not those that it trains. Plain numbers are other objects after each step.
  private boolean isMadeAnew(Text parameters, Listed now) {
    return now.numbers().stream().anyMatch(it -> Python.value(it).isPresent())
        && NAME.matcher(parameters.value())
            .results()
            .map(MatchResult::group)
            .anyMatch(moment.own()::contains);
  }

  /// @param expression that gives the list
  private record Listed(String expression, List<Object> numbers) {
    String at(int index) {
      return "(" + expression + ")[" + index + "]";
    }
  }

  /// The numbers of a list, or what `parameters()` of a model gives.
  private Optional<Listed> parameters(Execution.Moment state, Text expression, boolean report) {
    Answer answer = state.answer(expression).orElse(null);
    if (answer == null) {
      return Optional.empty();
    }
    Optional<Object> object = answer.result();
    Optional<List<Object>> list = object.flatMap(Python::items);
    String listed = expression.value();
    if (list.isEmpty() && object.isPresent()) {
      listed = "(" + expression + ").parameters()";
      Text call = Text.at(listed, expression.span());
      list = state.answer(call).flatMap(Answer::result).flatMap(Python::items);
    }
    Optional<List<Object>> numbers =
        list.filter(items -> items.stream().allMatch(Python::isNumber));
    if (numbers.isEmpty() && report) {
      if (answer instanceof Answer.Failed failed) {
        failed.findings().forEach(account::report);
      } else {
        account.report(
            Finding.error(
                    VerifyCode.NO_NETWORK,
                    expression.span(),
                    expression + " is no list of numbers and no model")
                .help("name a model with `parameters()`, or write a list: `[w, b]`"));
      }
    }
    String gives = listed;
    return numbers.map(it -> new Listed(gives, it));
  }
}
