package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.knobs.Sampler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an expression of two names is positive, sampled in cells.
final class Regions {
  private static final int CELLS = 48;

  private final Plane plane;

  Regions(Plane plane) {
    this.plane = plane;
  }

  /// The plot; empty where it cannot be drawn, and that is reported.
  Optional<View.Plot> regions(Text expression, List<Plots.Range> over, List<Dots> dots) {
    Plots.Range across = over.get(0);
    Plots.Range up = over.get(1);
    Scale x = Scale.exact(across.from(), across.to());
    Scale y = Scale.exact(up.from(), up.to());
    List<double[]> places = new ArrayList<>();
    for (int row = CELLS - 1; row >= 0; row--) {
      for (int column = 0; column < CELLS; column++) {
        places.add(new double[] {middle(across, column), middle(up, row)});
      }
    }
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
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < CELLS; row++) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < CELLS; column++) {
        double value = values[row * CELLS + column];
        cells.append(Double.isNaN(value) ? '?' : value > 0 ? '+' : '-');
      }
      rows.add(cells.toString());
    }
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
      List<View.Table.Cell> cells = new ArrayList<>();
      cells.add(Plane.cell(upwards.get(upwards.size() - 1 - r).number()));
      for (int c = 0; c < right.size(); c++) {
        cells.add(
            plane.value(
                expression.span(),
                values[CELLS * CELLS + r * right.size() + c],
                expression
                    + " at "
                    + x.marks().get(c).toPlainString()
                    + ", "
                    + down.get(r).toPlainString()));
      }
      told.add(new View.Table.Row(cells));
    }
    List<View.Plot.Series> drawn = new ArrayList<>();
    dots.forEach(kind -> drawn.add(kind.within(plane, x, y)));
    return Optional.of(
        new View.Plot(
            new View.Plot.Axis(u, x.from(), x.to(), right),
            new View.Plot.Axis(v, y.from(), y.to(), upwards),
            drawn,
            Optional.of(new View.Plot.Regions(plane.figures().code(expression), rows)),
            Optional.empty(),
            List.of(new View.Table(headings, told))));
  }

  private static double middle(Plots.Range range, int cell) {
    return range.from() + (range.to() - range.from()) * (cell + 0.5) / CELLS;
  }
}
