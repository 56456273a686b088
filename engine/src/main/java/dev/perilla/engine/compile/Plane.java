package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.compiled.View.Plot.Run;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.knobs.Drawn;
import dev.perilla.engine.knobs.Sampler;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Evidence;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the kinds of plots share: the state that they look at, their axes, their numbers.
///
/// @param moment the state
/// @param account of the block
/// @param prose reads the labels
/// @param figures makes the numbers
record Plane(Execution.Moment moment, Account account, Prose prose, Figures figures) {
  /// Places that a plot can show.
  static final int MAX_POINTS = 5000;

  Optional<Fact> fact(Text expression) {
    return switch (moment.evaluate(expression)) {
      case State.Reply.Given given -> Optional.of(given.fact());
      case State.Reply.Refused refused -> {
        refused.findings().forEach(account::report);
        yield Optional.empty();
      }
      case State.Reply.NotEvaluated not -> Optional.empty(); // the block has its finding
    };
  }

  Optional<Fact.Quantity> quantity(Text expression) {
    Optional<Fact> fact = fact(expression);
    if (fact.isPresent() && fact.get() instanceof Fact.Quantity quantity) {
      return Optional.of(quantity);
    }
    fact.ifPresent(
        other ->
            account.report(
                Finding.error(
                        VerifyCode.NO_NUMBER,
                        expression.span(),
                        expression.value() + " is " + other.shown() + ", which is no number")
                    .help("write a number, or an expression that gives one")));
    return Optional.empty();
  }

  List<Inline> label(Show.Plot.Series series) {
    return series.label().equals(series.values())
        ? figures.code(series.values())
        : prose.line(series.label());
  }

  /// What an axis is called.
  ///
  /// @param shown what it shows, where the author calls it nothing else
  List<Inline> axis(Optional<Text> called, List<Inline> shown) {
    return called.map(prose::line).orElse(shown);
  }

  static List<View.Table.Heading> headings(List<Inline> first, List<List<Inline>> others) {
    List<View.Table.Heading> headings = new ArrayList<>();
    headings.add(new View.Table.Heading(first));
    others.forEach(label -> headings.add(new View.Table.Heading(label)));
    return headings;
  }

  static View.Table.Cell cell(Inline inline) {
    return new View.Table.Cell(List.of(inline));
  }

  View.Table.Cell value(Span place, double value, String expression) {
    return value(place, value, expression, new Recipe.Ask.Plain(expression));
  }

  /// @param ask how a page finds it again
  View.Table.Cell value(Span place, double value, String expression, Recipe.Ask ask) {
    return Double.isFinite(value)
        ? cell(figures.number(place, value, expression, ask))
        : new View.Table.Cell(List.of(new Inline.Str("–")));
  }

  /// What a page may ask for again to draw it with a reader's inputs.
  ///
  /// @param places as [Drawn] writes them
  /// @return its id
  String draw(Recipe.Ask ask, String places) {
    return account.draw(new Recipe(moment.program(), ask), places);
  }

  /// An expression as a function of names. What it objects to is reported with [#objected].
  Sampler sampler(Text expression, List<Text> names) {
    Sampler.State state =
        new Sampler.State() {
          @Override
          public Optional<Answer> answer(String code) {
            return moment.answer(
                code.equals(expression.value()) ? expression : Text.at(code, expression.span()));
          }

          @Override
          public Optional<Value> value(String name) {
            return moment.value(name);
          }
        };
    return new Sampler(state, expression.value(), names.stream().map(Text::value).toList());
  }

  /// Reports why there is nothing.
  void objected(Sampler sampler, Text expression) {
    Optional<Sampler.Objection> objection = sampler.objection();
    if (objection.isPresent()) {
      account.report(
          Finding.error(VerifyCode.BAD_PLOT, expression.span(), objection.get().message())
              .help(objection.get().help()));
    } else {
      sampler.refused().forEach(account::report);
    }
  }

  List<View.Plot.Tick> ticks(Span place, Scale scale) {
    List<View.Plot.Tick> ticks = new ArrayList<>();
    for (BigDecimal mark : scale.marks()) {
      Fact.Quantity quantity = new Fact.Quantity(mark, false, Reals.repr(mark.doubleValue()));
      ticks.add(new View.Plot.Tick(mark.doubleValue(), figures.mark(place, quantity)));
    }
    return ticks;
  }

  /// The parts of a line within the plane.
  static List<Run> runs(double[] x, double[] y, Scale within) {
    List<Run> runs = new ArrayList<>();
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (int i = 0; i <= x.length; i++) {
      boolean in =
          i < x.length && Double.isFinite(y[i]) && y[i] >= within.from() && y[i] <= within.to();
      if (in) {
        xs.add(Drawn.place(x[i]));
        ys.add(Drawn.place(y[i]));
      } else if (!xs.isEmpty()) {
        runs.add(new Run(xs, ys));
        xs.clear();
        ys.clear();
      }
    }
    return runs;
  }

  /// How far numbers go.
  static final class Extent {
    /// A line is cut where it goes so many times further than nine tenths of it.
    private static final double FAR = 6;

    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;

    void add(double value) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }

    /// The values of a line; where a few go very much further than the others, as at a pole, not as
    /// far as these.
    static Extent ofLine(double[] values) {
      double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
      int last = sorted.length - 1;
      double low = sorted[sorted.length / 20];
      double high = sorted[last - sorted.length / 20];
      double room = high - low;
      boolean far = room > 0 && sorted[last] - sorted[0] > FAR * room;
      Extent extent = new Extent();
      extent.add(far ? Math.max(sorted[0], low - room / 2) : sorted[0]);
      extent.add(far ? Math.min(sorted[last], high + room / 2) : sorted[last]);
      return extent;
    }
  }

  /// A list of finite numbers.
  Optional<double[]> list(Text expression) {
    if (!new Evidence(moment, account).isListOfProgram(expression)) {
      return Optional.empty();
    }
    Optional<Fact> fact = fact(expression);
    if (fact.isEmpty()) {
      return Optional.empty();
    }
    String problem;
    if (!(fact.get() instanceof Fact.Sequence sequence)) {
      problem = expression.value() + " is " + fact.get().shown() + ", which is no list";
    } else if (sequence.items().isEmpty() || sequence.items().size() > MAX_POINTS) {
      problem =
          expression.value()
              + " has "
              + sequence.items().size()
              + " items; a plot shows from 1 to "
              + MAX_POINTS;
    } else {
      double[] numbers = new double[sequence.items().size()];
      for (int i = 0; i < numbers.length; i++) {
        if (!(sequence.items().get(i) instanceof Fact.Quantity quantity)) {
          return notNumber(expression, "[" + i + "]", sequence.items().get(i));
        }
        numbers[i] = quantity.exact().doubleValue();
      }
      return Optional.of(numbers);
    }
    account.report(
        Finding.error(VerifyCode.BAD_TABLE, expression.span(), problem)
            .help("name a list of numbers, such as [x.data for x in xs]"));
    return Optional.empty();
  }

  <T> Optional<T> notNumber(Text expression, String item, Fact fact) {
    account.report(
        Finding.error(
                VerifyCode.BAD_TABLE,
                expression.span(),
                "("
                    + expression.value()
                    + ")"
                    + item
                    + " is "
                    + fact.shown()
                    + ", which is no finite number")
            .help("a plot is made of numbers"));
    return Optional.empty();
  }
}
