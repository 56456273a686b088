package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Headings of columns and labels of lines that are code or a formula: what stands there is what
/// they compute, but for roundings.
record Headed(Plane plane) {
  /// How far a rounded number may be from what it is rounded from, as a part of the larger one.
  private static final double ROUNDING = 0.1;

  /// A heading with what it computes.
  private record Head(Optional<Text> expression, List<String> names) {
    /// Whether it is a name and nothing else.
    boolean isName() {
      return names.size() == 1
          && expression.filter(it -> it.value().equals("(" + names.getFirst() + ")")).isPresent();
    }
  }

  private Head head(List<Inline> line, Span place) {
    Optional<Text> expression = plane.prose().expression(line, place);
    return new Head(expression, expression.map(Lexeme::names).orElse(List.of()));
  }

  /// The columns of a table. Headings may speak of each other, `x²` of `x`: then row by row.
  ///
  /// @param lines the headings as they are shown
  void columns(List<List<Inline>> lines, List<Show.Table.Column> columns) {
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      heads.add(head(lines.get(i), columns.get(i).heading().span()));
    }
    for (int i = 0; i < columns.size(); i++) {
      List<String> names = new ArrayList<>();
      List<String> lists = new ArrayList<>();
      for (int j = 0; j < columns.size(); j++) {
        if (j != i
            && heads.get(j).isName()
            && heads.get(i).names().containsAll(heads.get(j).names())) {
          names.addAll(heads.get(j).names());
          lists.add("(" + columns.get(j).cells().value() + ")");
        }
      }
      Text source = columns.get(i).cells();
      Optional<Text> wanted =
          heads.get(i).expression().map(it -> names.isEmpty() ? it : each(it, names, lists));
      if (wanted.isPresent() && isOfHere(heads.get(i), names, source)) {
        list(wanted.get(), columns.get(i).heading(), source);
      }
    }
  }

  /// A line of a list.
  void line(List<Inline> line, Show.Plot.Series series) {
    Head head = head(line, series.label().span());
    if (head.expression().isPresent() && isOfHere(head, List.of(), series.values())) {
      list(head.expression().get(), series.label(), series.values());
    }
  }

  /// A line of an expression over a name.
  ///
  /// @param values at the places
  void line(
      List<Inline> line,
      Show.Plot.Series series,
      Text name,
      List<double[]> places,
      double[] values) {
    Head head = head(line, series.label().span());
    if (!head.names().contains(name.value()) || head.isName()) {
      return;
    }
    Optional<double[]> wanted =
        plane.sampler(head.expression().orElseThrow(), List.of(name)).at(places);
    double size = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    for (int i = 0; wanted.isPresent() && i < values.length; i++) {
      if (Math.abs(wanted.get()[i] - values[i]) > ROUNDING * size) { // never of what is no number
        report(series.label(), series.values());
        return;
      }
    }
  }

  /// Whether a heading speaks of the program as it is here: of names that have one value, and not
  /// of what the column is computed from.
  private boolean isOfHere(Head head, List<String> columns, Text source) {
    String code = head.expression().map(Text::value).orElse("");
    List<String> computed = Lexeme.names(source);
    return head.names().stream()
        .filter(it -> !columns.contains(it) && !code.contains(it + "("))
        .noneMatch(it -> plane.moment().moves(it) || (columns.isEmpty() && computed.contains(it)));
  }

  private void list(Text wanted, Text heading, Text source) {
    List<Double> these = numbers(source);
    List<Double> those = numbers(wanted);
    for (int i = 0; i < these.size() && these.size() == those.size(); i++) {
      double larger = Math.max(Math.abs(these.get(i)), Math.abs(those.get(i)));
      if (Math.abs(these.get(i) - those.get(i)) > ROUNDING * larger) {
        report(heading, source);
        return;
      }
    }
  }

  private void report(Text heading, Text source) {
    plane
        .account()
        .report(
            Finding.error(
                    VerifyCode.FALSE_STATEMENT,
                    heading.span(),
                    "what stands below "
                        + heading.value()
                        + " is "
                        + source.value()
                        + ", which is something else")
                .help("show what the heading computes, or name what is shown"));
  }

  /// The numbers of a list; empty where it has others things, or is none.
  private List<Double> numbers(Text source) {
    List<Double> numbers = new ArrayList<>();
    if (plane.moment().evaluate(source) instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Sequence sequence) {
      for (Fact item : sequence.items()) {
        if (!(item instanceof Fact.Quantity quantity)) {
          return List.of();
        }
        numbers.add(quantity.exact().doubleValue());
      }
    }
    return numbers;
  }

  private static Text each(Text expression, List<String> names, List<String> lists) {
    String in = lists.size() == 1 ? lists.getFirst() : "zip(" + String.join(", ", lists) + ")";
    return Text.at(
        "[" + expression.value() + " for " + String.join(", ", names) + " in " + in + "]",
        expression.span());
  }
}
