package dev.perilla.engine.compile;

import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plots, by their kinds: lines over a range, lists, points, regions.
final class Plots {
  private final Plane plane;

  Plots(Plane plane) {
    this.plane = plane;
  }

  /// The plot; empty where it cannot be drawn, and that is reported.
  Optional<View.Plot> plot(Show.Plot show) {
    Optional<String> wrong = wrong(show);
    if (wrong.isPresent()) {
      plane
          .account()
          .report(
              Finding.error(VerifyCode.BAD_PLOT, show.word().span(), wrong.get())
                  .help("see `perilla explain P0332` for each kind of plot"));
      return Optional.empty();
    }
    Optional<List<Range>> over = ranges(show.over());
    Optional<List<Dots>> dots =
        show.points().map(points -> Dots.read(plane, points)).orElse(Optional.of(List.of()));
    if (over.isEmpty() || dots.isEmpty()) {
      return Optional.empty();
    }
    if (show.regions().isPresent()) {
      return new Regions(plane).regions(show.regions().get(), over.get(), dots.get(), show.axes());
    }
    return over.get().isEmpty()
        ? new Lists(plane).lists(show, dots.get())
        : new Curves(plane).curves(show, over.get().getFirst(), dots.get());
  }

  private static Optional<String> wrong(Show.Plot show) {
    if (show.series().isEmpty() && show.regions().isEmpty() && show.points().isEmpty()) {
      return Optional.of("this plot has neither `y` nor `regions` nor `points`");
    }
    if (show.regions().isPresent()) {
      return show.over().size() != 2 || !show.series().isEmpty() || show.x().isPresent()
          ? Optional.of("regions take two names in `over`, and neither `x` nor `y`")
          : tangentAlone(show);
    }
    if (show.over().isEmpty()) {
      return tangentAlone(show);
    }
    return show.over().size() != 1 || show.series().isEmpty() || show.x().isPresent()
        ? Optional.of("a line takes `y` and one name in `over`, and no `x`")
        : Optional.empty();
  }

  private static Optional<String> tangentAlone(Show.Plot show) {
    return show.tangent().isPresent()
        ? Optional.of("a tangent takes `y` and one name in `over`")
        : Optional.empty();
  }

  /// A name and where it goes.
  record Range(Text name, double from, double to) {}

  private Optional<List<Range>> ranges(List<Show.Plot.Range> shown) {
    List<Range> ranges = new ArrayList<>();
    for (Show.Plot.Range range : shown) {
      Optional<Fact.Quantity> from = plane.quantity(range.from());
      Optional<Fact.Quantity> to = plane.quantity(range.to());
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      double low = from.get().exact().doubleValue();
      double high = to.get().exact().doubleValue();
      if (!(low < high) || !Double.isFinite(high - low)) {
        plane
            .account()
            .report(
                Finding.error(
                        VerifyCode.BAD_PLOT,
                        range.to().span(),
                        range.name().value()
                            + " goes from "
                            + from.get().repr()
                            + " to "
                            + to.get().repr()
                            + ", which is no range")
                    .help("`from` is less than `to`"));
        return Optional.empty();
      }
      ranges.add(new Range(range.name(), low, high));
    }
    return Optional.of(ranges);
  }
}
