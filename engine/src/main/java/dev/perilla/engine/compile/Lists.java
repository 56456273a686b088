package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.compiled.View.Plot.Mark;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.knobs.Drawn;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Lists of the state, step by step or over positions of their own.
final class Lists {
  /// Rows of a list that stand in words.
  private static final int TOLD = 12;

  private static final List<Inline> X = List.of(new Inline.Str("x"));
  private static final List<Inline> Y = List.of(new Inline.Str("y"));

  private final Plane plane;

  Lists(Plane plane) {
    this.plane = plane;
  }

  /// The plot; empty where it cannot be drawn, and that is reported.
  Optional<View.Plot> lists(Show.Plot show, List<Dots> dots) {
    List<double[]> values = new ArrayList<>();
    for (Show.Plot.Series series : show.series()) {
      Optional<double[]> list = plane.list(series.values());
      if (list.isEmpty()) {
        return Optional.empty();
      }
      values.add(list.get());
    }
    Optional<double[]> given = show.x().flatMap(plane::list);
    int count = values.isEmpty() ? 0 : values.getFirst().length;
    if (show.x().isPresent() && given.isEmpty()) {
      return Optional.empty();
    }
    double[] at = given.orElseGet(() -> IntStream.range(0, count).asDoubleStream().toArray());
    for (int s = 0; s < values.size(); s++) {
      if (values.get(s).length != at.length) {
        plane
            .account()
            .report(
                Finding.error(
                        VerifyCode.BAD_TABLE,
                        show.series().get(s).values().span(),
                        show.series().get(s).values().value()
                            + " has "
                            + values.get(s).length
                            + " numbers, and there are "
                            + at.length
                            + " positions")
                    .help("give lists of the same length"));
        return Optional.empty();
      }
    }
    Plane.Extent across = new Plane.Extent();
    Plane.Extent upwards = new Plane.Extent();
    Arrays.stream(at).forEach(across::add);
    values.forEach(list -> Arrays.stream(list).forEach(upwards::add));
    dots.forEach(kind -> kind.places().forEach(dot -> across.add(dot.x())));
    dots.forEach(kind -> kind.places().forEach(dot -> upwards.add(dot.y())));
    boolean steps = show.x().isEmpty() && !values.isEmpty();
    Scale x = Scale.around(across.low, across.high, steps);
    Scale y = Scale.around(upwards.low, upwards.high, false);
    List<View.Plot.Series> drawn = new ArrayList<>();
    List<List<Inline>> labels = new ArrayList<>();
    for (int s = 0; s < values.size(); s++) {
      labels.add(plane.label(show.series().get(s)));
      new Headed(plane).line(labels.get(s), show.series().get(s));
      int[] kept = Drawn.kept(values.get(s));
      double[] xs = Arrays.stream(kept).mapToDouble(i -> at[i]).toArray();
      int index = s;
      double[] ys = Arrays.stream(kept).mapToDouble(i -> values.get(index)[i]).toArray();
      String id =
          plane.draw(
              new Recipe.Ask.Row(
                  show.x().map(Text::value).orElse(""), show.series().get(s).values().value()),
              Drawn.text(xs, ys));
      drawn.add(
          new View.Plot.Series(
              labels.get(s), Mark.LINE, Optional.empty(), Plane.runs(xs, ys, y), id));
    }
    dots.forEach(kind -> drawn.add(kind.within(plane, x, y)));
    List<Inline> name =
        plane.axis(
            show.axes().x(), show.x().map(plane.figures()::code).orElse(steps ? List.of() : X));
    List<Inline> up =
        plane.axis(
            show.axes().y(),
            labels.size() == 1 ? labels.getFirst() : labels.isEmpty() ? Y : List.of());
    List<View.Table> twins = new ArrayList<>();
    if (!values.isEmpty()) {
      twins.add(told(show, at, values, name, labels));
    }
    twins.addAll(
        Dots.told(
            plane, show.points(), dots, name.isEmpty() ? X : name, labels.isEmpty() ? up : Y));
    Span place = show.word().span();
    return Optional.of(
        new View.Plot(
            new View.Plot.Axis(name, x.from(), x.to(), plane.ticks(place, x)),
            new View.Plot.Axis(up, y.from(), y.to(), plane.ticks(place, y)),
            drawn,
            Optional.empty(),
            Optional.empty(),
            twins));
  }

  /// All rows of short lists; of others the first, the last, the least, the greatest, and some
  /// between.
  private View.Table told(
      Show.Plot show,
      double[] at,
      List<double[]> values,
      List<Inline> name,
      List<List<Inline>> labels) {
    TreeSet<Integer> chosen = new TreeSet<>();
    int last = at.length - 1;
    for (int i = 0; i < TOLD && i <= last; i++) {
      chosen.add(last < TOLD ? i : (int) Math.round((double) i * last / (TOLD - 1)));
    }
    double[] first = values.getFirst();
    for (int i : new int[] {least(first, 1), least(first, -1)}) {
      chosen.add(i);
    }
    List<View.Table.Row> rows = new ArrayList<>();
    for (int i : chosen) {
      List<View.Table.Cell> cells = new ArrayList<>();
      cells.add(
          show.x().isPresent()
              ? Plane.cell(
                  plane
                      .figures()
                      .number(show.x().get().span(), at[i], show.x().get() + "[" + i + "]"))
              : Plane.cell(
                  plane
                      .figures()
                      .count(
                          show.word().span(),
                          i,
                          "the position in the list",
                          new Recipe.Ask.Plain(String.valueOf(i)))));
      for (int s = 0; s < values.size(); s++) {
        Text source = show.series().get(s).values();
        cells.add(plane.value(source.span(), values.get(s)[i], source + "[" + i + "]"));
      }
      rows.add(new View.Table.Row(cells));
    }
    return new View.Table(Plane.headings(name, labels), rows);
  }

  private static int least(double[] values, int sign) {
    int found = 0;
    for (int i = 1; i < values.length; i++) {
      found = sign * values[i] < sign * values[found] ? i : found;
    }
    return found;
  }
}
