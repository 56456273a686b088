package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.compiled.View.Plot.Mark;
import dev.perilla.chapter.compiled.View.Plot.Run;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.knobs.Drawn;
import dev.perilla.engine.knobs.Sampler;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Lines of expressions while a name goes through a range, with a tangent.
final class Curves {
  private static final List<Inline> Y = List.of(new Inline.Str("y"));

  private final Plane plane;

  Curves(Plane plane) {
    this.plane = plane;
  }

  /// The plot; empty where it cannot be drawn, and that is reported.
  Optional<View.Plot> curves(Show.Plot show, Plots.Range range, List<Dots> dots) {
    Scale x = Scale.exact(range.from(), range.to());
    double[] at = Drawn.along(range.from(), range.to());
    int samples = at.length;
    List<double[]> places = new ArrayList<>();
    Arrays.stream(at).forEach(place -> places.add(new double[] {place}));
    x.marks().forEach(mark -> places.add(new double[] {mark.doubleValue()}));
    List<double[]> values = new ArrayList<>();
    for (Show.Plot.Series series : show.series()) {
      Sampler sampler = plane.sampler(series.values(), List.of(range.name()));
      Optional<double[]> sampled = sampler.at(places);
      if (sampled.isEmpty()) {
        plane.objected(sampler, series.values());
        return Optional.empty();
      }
      values.add(sampled.get());
    }
    double[] all = values.stream().flatMapToDouble(v -> Arrays.stream(v, 0, samples)).toArray();
    Plane.Extent extent = Plane.Extent.ofLine(all);
    dots.forEach(kind -> kind.places().forEach(dot -> extent.add(dot.y())));
    Scale y = Scale.around(extent.low, extent.high, false);
    List<View.Plot.Series> drawn = new ArrayList<>();
    List<List<Inline>> labels = new ArrayList<>();
    for (int s = 0; s < values.size(); s++) {
      labels.add(plane.label(show.series().get(s)));
      new Headed(plane)
          .line(labels.get(s), show.series().get(s), range.name(), places, values.get(s));
      double[] line = Arrays.copyOf(values.get(s), samples);
      Recipe.Ask ask =
          new Recipe.Ask.Curve(
              show.series().get(s).values().value(),
              range.name().value(),
              Reals.repr(range.from()),
              Reals.repr(range.to()));
      String id = plane.draw(ask, Drawn.text(at, line));
      drawn.add(
          new View.Plot.Series(
              labels.get(s), Mark.LINE, Optional.empty(), Plane.runs(at, line, y), id));
    }
    dots.forEach(kind -> drawn.add(kind.within(plane, x, y)));
    Optional<View.Plot.Tangent> tangent = Optional.empty();
    if (show.tangent().isPresent()) {
      tangent = tangent(show, range, y);
      if (tangent.isEmpty()) {
        return Optional.empty();
      }
    }
    List<Inline> name = plane.figures().code(range.name());
    Span place = range.name().span();
    List<View.Plot.Tick> ticks = plane.ticks(place, x);
    List<View.Table.Row> rows = new ArrayList<>();
    for (int t = 0; t < ticks.size(); t++) {
      List<View.Table.Cell> cells = new ArrayList<>();
      cells.add(Plane.cell(ticks.get(t).number()));
      for (int s = 0; s < values.size(); s++) {
        Text source = show.series().get(s).values();
        String mark = x.marks().get(t).toPlainString();
        String where = source.value() + " at " + range.name() + " = " + mark;
        Recipe.Ask ask = new Recipe.Ask.At(source.value(), range.name().value(), mark, false);
        cells.add(plane.value(source.span(), values.get(s)[samples + t], where, ask));
      }
      rows.add(new View.Table.Row(cells));
    }
    List<View.Table> twins = new ArrayList<>();
    twins.add(new View.Table(Plane.headings(name, labels), rows));
    twins.addAll(Dots.told(plane, show.points(), dots, name, Y));
    return Optional.of(
        new View.Plot(
            new View.Plot.Axis(plane.axis(show.axes().x(), name), x.from(), x.to(), ticks),
            new View.Plot.Axis(
                plane.axis(show.axes().y(), labels.size() == 1 ? labels.getFirst() : List.of()),
                y.from(),
                y.to(),
                plane.ticks(show.word().span(), y)),
            drawn,
            Optional.empty(),
            tangent,
            twins));
  }

  private Optional<View.Plot.Tangent> tangent(Show.Plot show, Plots.Range range, Scale y) {
    Text where = show.tangent().orElseThrow();
    Text source = show.series().getFirst().values();
    Optional<Fact.Quantity> at = plane.quantity(where);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    double x = at.get().exact().doubleValue();
    if (x < range.from() || x > range.to()) {
      plane
          .account()
          .report(
              Finding.error(
                      VerifyCode.BAD_PLOT,
                      where.span(),
                      "the tangent is at " + at.get().repr() + ", outside of the range")
                  .help("choose a place from " + range.from() + " to " + range.to()));
      return Optional.empty();
    }
    Sampler sampler = plane.sampler(source, List.of(range.name()));
    Optional<Sampler.Recorded> recorded = sampler.record(x);
    if (recorded.isEmpty()) {
      plane.objected(sampler, source);
      return Optional.empty();
    }
    Graph graph = Graph.of(recorded.get().output());
    int index = graph.indexOf(recorded.get().inputs().getFirst());
    double slope = index < 0 ? 0 : graph.derivatives()[index];
    double value = recorded.get().output().data();
    String output =
        plane.moment().value(source.value()).isPresent() ? source.value() : "(" + source + ")";
    Inline.Num slopeShown =
        plane
            .figures()
            .gradient(
                where.span(),
                slope,
                output,
                recorded.get().output(),
                recorded.get().inputs().getFirst(),
                range.name().value(),
                new Recipe.Ask.At(source.value(), range.name().value(), where.value(), true));
    if (slopeShown.claim().isEmpty()) {
      return Optional.empty(); // its witnesses have said why
    }
    return Optional.of(
        new View.Plot.Tangent(
            range.name().value(),
            plane.figures().number(where.span(), at.get(), where.value()),
            plane
                .figures()
                .number(
                    where.span(),
                    value,
                    source + " at " + range.name() + " = " + at.get().repr(),
                    new Recipe.Ask.At(source.value(), range.name().value(), where.value(), false)),
            slopeShown,
            new Run(List.of(Drawn.place(x)), List.of(Drawn.place(value))),
            within(x, value, slope, range, y),
            plane.draw(
                new Recipe.Ask.Tangent(
                    source.value(),
                    range.name().value(),
                    where.value(),
                    Reals.repr(range.from()),
                    Reals.repr(range.to())),
                Drawn.tangent(x, value, slope, range.from(), range.to()))));
  }

  /// The line through a place, as far as the plane goes.
  private static Run within(double x, double value, double slope, Plots.Range range, Scale y) {
    double left = range.from();
    double right = range.to();
    if (slope != 0) {
      double one = x + (y.from() - value) / slope;
      double other = x + (y.to() - value) / slope;
      left = Math.max(left, Math.min(one, other));
      right = Math.min(right, Math.max(one, other));
    }
    return new Run(
        List.of(Drawn.place(left), Drawn.place(right)),
        List.of(Drawn.place(value + slope * (left - x)), Drawn.place(value + slope * (right - x))));
  }
}
