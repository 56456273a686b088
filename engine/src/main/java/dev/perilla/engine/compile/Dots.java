package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.compiled.View.Plot.Mark;
import dev.perilla.chapter.compiled.View.Plot.Run;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.knobs.Drawn;
import dev.perilla.engine.language.text.Quoting;
import dev.perilla.engine.verify.Evidence;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Points of one class.
///
/// @param label empty where there are no classes
/// @param places in the order of the chapter
/// @param count how many there are
/// @param ask how a page finds them again
record Dots(List<Inline> label, List<Dots.Dot> places, Inline.Num count, Recipe.Ask ask) {
  /// Points that stand in words.
  private static final int TOLD = 24;

  private static final Pattern NAME = Pattern.compile("\\w+");

  private static final String FORM =
      "a point is a row of two numbers, and of a class where there are several";

  /// @param item the expression of its row
  record Dot(double x, double y, String item) {}

  /// The points that an expression gives, by class; empty where it gives none, and that is
  /// reported.
  static Optional<List<Dots>> read(Plane plane, Text expression) {
    Optional<Fact> fact = plane.fact(expression);
    if (fact.isEmpty()) {
      return Optional.empty();
    }
    if (!(fact.get() instanceof Fact.Sequence rows)
        || rows.items().isEmpty()
        || rows.items().size() > Plane.MAX_POINTS) {
      return refuse(
          plane,
          expression,
          expression.value() + " is no list of 1 to " + Plane.MAX_POINTS + " points");
    }
    Map<String, List<Dot>> classes = new LinkedHashMap<>();
    Map<String, List<Inline>> labels = new LinkedHashMap<>();
    for (int i = 0; i < rows.items().size(); i++) {
      Fact row = rows.items().get(i);
      if (!(row instanceof Fact.Sequence items)
          || items.items().size() < 2
          || items.items().size() > 3
          || !(items.items().get(0) instanceof Fact.Quantity x)
          || !(items.items().get(1) instanceof Fact.Quantity y)) {
        return refuse(
            plane, expression, "row " + i + " of " + expression.value() + " is " + row.shown());
      }
      String key = items.items().size() < 3 ? "" : items.items().get(2).shown();
      if (!classes.containsKey(key)) {
        labels.put(
            key,
            key.isEmpty() ? List.of() : named(plane.figures(), items.items().get(2), expression));
        classes.put(key, new ArrayList<>());
      }
      String item = "(" + expression + ")[" + i + "]";
      classes
          .getOrDefault(key, List.of())
          .add(new Dot(x.exact().doubleValue(), y.exact().doubleValue(), item));
    }
    List<Dots> all = new ArrayList<>();
    classes.forEach(
        (key, places) ->
            all.add(
                new Dots(
                    labels.getOrDefault(key, List.of()),
                    places,
                    plane
                        .figures()
                        .count(
                            expression.span(),
                            places.size(),
                            "how many points of this kind",
                            new Recipe.Ask.Plain(counted(expression, key))),
                    new Recipe.Ask.Points(expression.value(), all.size()))));
    return Optional.of(all);
  }

  /// @param key the class as text; empty where there are none
  private static String counted(Text expression, String key) {
    return key.isEmpty()
        ? "len(" + expression + ")"
        : "[repr(row[2]) for row in " + expression + "].count(" + Quoting.repr(key) + ")";
  }

  private static Optional<List<Dots>> refuse(Plane plane, Text expression, String message) {
    plane
        .account()
        .report(Finding.error(VerifyCode.BAD_TABLE, expression.span(), message).help(FORM));
    return Optional.empty();
  }

  private static List<Inline> named(Figures figures, Fact label, Text source) {
    String what = "a class of " + source;
    return switch (label) {
      case Fact.Quantity number -> List.of(figures.number(source.span(), number, what));
      case Fact.Thing thing when !Numeral.anyDigit(thing.text()) ->
          List.of(new Inline.Str(thing.text()));
      case Fact.Thing thing ->
          List.of(figures.computed(source.span(), thing.text(), what, thing.repr()));
      case Fact.Truth truth -> List.of(new Inline.Str(truth.shown()));
      case Fact.Sequence other ->
          List.of(figures.computed(source.span(), other.repr(), what, other.repr()));
      case Fact.NotFinite not -> List.of(new Inline.Str(not.repr()));
    };
  }

  /// Those of them that the plane holds, to be drawn.
  View.Plot.Series within(Plane plane, Scale x, Scale y) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (Dot dot : places) {
      if (x.holds(dot.x()) && y.holds(dot.y())) {
        xs.add(Drawn.place(dot.x()));
        ys.add(Drawn.place(dot.y()));
      }
    }
    double[] allX = places.stream().mapToDouble(Dot::x).toArray();
    double[] allY = places.stream().mapToDouble(Dot::y).toArray();
    String id = plane.draw(ask, Drawn.text(allX, allY));
    return new View.Plot.Series(
        label, Mark.POINTS, Optional.of(count), List.of(new Run(xs, ys)), id);
  }

  /// The points themselves, where they are few enough to be read.
  static List<View.Table> told(
      Plane plane, Optional<Text> source, List<Dots> dots, List<Inline> x, List<Inline> y) {
    int count = dots.stream().mapToInt(dot -> dot.places().size()).sum();
    if (source.isEmpty() || count > TOLD) {
      return List.of();
    }
    Text expression = source.get();
    boolean classes = dots.size() > 1;
    List<View.Table.Heading> headings = new ArrayList<>();
    if (classes) {
      boolean named = NAME.matcher(expression.value()).matches();
      Text heading = named ? expression : Text.at("points", expression.span());
      headings.add(new View.Table.Heading(plane.figures().code(heading)));
    }
    headings.add(new View.Table.Heading(x));
    headings.add(new View.Table.Heading(y));
    List<View.Table.Row> rows = new ArrayList<>();
    for (Dots kind : dots) {
      for (Dot dot : kind.places()) {
        List<View.Table.Cell> cells = new ArrayList<>();
        if (classes) {
          cells.add(new View.Table.Cell(kind.label()));
        }
        cells.add(place(plane, expression, dot.x(), dot.item() + "[0]"));
        cells.add(place(plane, expression, dot.y(), dot.item() + "[1]"));
        rows.add(new View.Table.Row(cells));
      }
    }
    return List.of(new View.Table(headings, rows));
  }

  /// A place of a point. Points that are typed into a view are data, which nothing computes.
  private static View.Table.Cell place(Plane plane, Text list, double value, String item) {
    return Evidence.isTyped(list)
        ? Plane.cell(
            plane
                .figures()
                .given(
                    list.span(), Fact.Quantity.of(value, Reals.repr(value)), item, "a typed point"))
        : plane.value(list.span(), value, item);
  }
}
