package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.knobs.Drawn;
import dev.perilla.engine.knobs.Sampler;
import dev.perilla.engine.verify.Recipe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an expression of two names is positive, sampled in cells.
final class Regions {
  private final Plane plane;

  Regions(Plane plane) {
    this.plane = plane;
  }

  /// The plot; empty where it cannot be drawn, and that is reported.
  Optional<View.Plot> regions(
      Text expression, List<Plots.Range> over, List<Dots> dots, Show.Plot.Axes axes) {
    Plots.Range across = over.get(0);
    Plots.Range up = over.get(1);
    Scale x = Scale.exact(across.from(), across.to());
    Scale y = Scale.exact(up.from(), up.to());
    List<double[]> places =
        new ArrayList<>(Drawn.middles(across.from(), across.to(), up.from(), up.to()));
    int cells = places.size();
    List<BigDecimal> down = y.marks().reversed();
    for (BigDecimal v : down) {
      x.marks().forEach(u -> places.add(new double[] {u.doubleValue(), v.doubleValue()}));
    }
    Sampler sampler = plane.sampler(expression, List.of(across.name(), up.name()));
    Optional<double[]> sampled = sampler.at(places);
    if (sampled.isEmpty()) {
      plane.objected(sampler, expression);
      return Optional.empty();
    }
    double[] values = sampled.get();
    List<String> rows = Drawn.rows(values);
    String drawing =
        plane.draw(
            new Recipe.Ask.Cells(expression.value(), axis(across), axis(up)),
            String.join(" ", rows));
    List<View.Plot.Tick> right = plane.ticks(across.name().span(), x);
    List<View.Plot.Tick> upwards = plane.ticks(up.name().span(), y);
    List<Inline> u = plane.figures().code(across.name());
    List<Inline> v = plane.figures().code(up.name());
    List<View.Table.Heading> headings = new ArrayList<>();
    List<Inline> corner = new ArrayList<>(v);
    corner.add(new Inline.Str(" \\ "));
    corner.addAll(u);
    headings.add(new View.Table.Heading(corner));
    right.forEach(tick -> headings.add(new View.Table.Heading(List.of(tick.number()))));
    List<View.Table.Row> told = new ArrayList<>();
    for (int r = 0; r < down.size(); r++) {
      List<View.Table.Cell> line = new ArrayList<>();
      line.add(Plane.cell(upwards.get(upwards.size() - 1 - r).number()));
      String below = down.get(r).toPlainString();
      for (int c = 0; c < right.size(); c++) {
        String beside = x.marks().get(c).toPlainString();
        line.add(
            plane.value(
                expression.span(),
                values[cells + r * right.size() + c],
                expression + " at " + beside + ", " + below,
                new Recipe.Ask.Within(
                    expression.value(), across.name().value(), beside, up.name().value(), below)));
      }
      told.add(new View.Table.Row(line));
    }
    List<View.Plot.Series> drawn = new ArrayList<>();
    dots.forEach(kind -> drawn.add(kind.within(plane, x, y)));
    return Optional.of(
        new View.Plot(
            new View.Plot.Axis(plane.axis(axes.x(), u), x.from(), x.to(), right),
            new View.Plot.Axis(plane.axis(axes.y(), v), y.from(), y.to(), upwards),
            drawn,
            Optional.of(new View.Plot.Regions(plane.figures().code(expression), rows, drawing)),
            Optional.empty(),
            List.of(new View.Table(headings, told))));
  }

  private static Recipe.Ask.Cells.Axis axis(Plots.Range range) {
    return new Recipe.Ask.Cells.Axis(
        range.name().value(), Reals.repr(range.from()), Reals.repr(range.to()));
  }
}
