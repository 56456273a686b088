package dev.perilla.renderer.internal.plot;

import static dev.perilla.renderer.internal.Chars.fill;
import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.View.Plot;
import dev.perilla.renderer.internal.tree.Plain;
import java.util.List;

/// A plane with its axes and what stands in it. Made for the width of a narrow screen; a wide one
/// enlarges it.
public final class PlotSvg {
  private static final int WIDTH = 340;
  private static final int HEIGHT = 250;
  private static final int TOP = 24;
  private static final int BOTTOM = 40;
  private static final int RIGHT = 14;
  private static final int CHARACTER = 8;
  private static final int CLOUD = 20;

  /// What stands at the edge of the plane is drawn whole.
  private static final int EDGE = 6;

  private final Plot plot;
  private final String xName;
  private final boolean turns;
  private final int left;
  private final StringBuilder out = new StringBuilder();

  /// @param xName what the axis of positions is called where it has no label
  /// @param turns whether the page has knobs, which draw anew
  public PlotSvg(Plot plot, String xName, boolean turns) {
    this.plot = plot;
    this.turns = turns;
    String label = Plain.text(plot.x().label());
    this.xName = label.isEmpty() ? xName : label;
    this.left =
        16
            + CHARACTER
                * plot.y().ticks().stream()
                    .mapToInt(tick -> tick.number().text().length())
                    .max()
                    .orElse(1);
  }

  /// The drawing.
  ///
  /// @param id unique in the page
  public String draw(String id, String title, String description) {
    out.append(
            fill("<svg class=\"p\" role=\"img\" aria-labelledby=\"%s_t %s_d\"", html(id), html(id)))
        .append(
            fill(" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\"", WIDTH, HEIGHT, WIDTH, HEIGHT))
        .append(turns ? fill(" data-plane=\"%s\">\n", plane()) : ">\n")
        .append(fill("<title id=\"%s_t\">%s</title>\n", html(id), html(title)))
        .append(fill("<desc id=\"%s_d\">%s</desc>\n", html(id), html(description)));
    plot.regions().ifPresent(regions -> regions(regions, id));
    grid();
    String within = html(id) + "_c";
    out.append(
        fill(
            "<clipPath id=\"%s\"><path d=\"M%s %sH%sV%sH%sz\" /></clipPath>\n",
            within,
            left - EDGE,
            TOP - EDGE,
            WIDTH - RIGHT + EDGE,
            HEIGHT - BOTTOM + EDGE,
            left - EDGE));
    out.append(fill("<g clip-path=\"url(#%s)\">\n", within));
    int line = 0;
    int points = 0;
    for (Plot.Series series : plot.series()) {
      switch (series.mark()) {
        case LINE -> line(series, Swatch.line(line++));
        case POINTS -> points(series, points++);
      }
    }
    plot.tangent().ifPresent(this::tangent);
    out.append("</g>\n");
    axes();
    return out.append("</svg>").toString();
  }

  /// Where the plane stands in the drawing, and what it holds: left, right, top, bottom, then the
  /// ends of its axes. A page draws with it what its reader's inputs give.
  private String plane() {
    Plot.Axis x = plot.x();
    Plot.Axis y = plot.y();
    return fill(
        "%s %s %s %s %s %s %s %s",
        left, WIDTH - RIGHT, TOP, HEIGHT - BOTTOM, x.from(), x.to(), y.from(), y.to());
  }

  private double x(double value) {
    Plot.Axis axis = plot.x();
    return left + (WIDTH - RIGHT - left) * (value - axis.from()) / (axis.to() - axis.from());
  }

  private double y(double value) {
    Plot.Axis axis = plot.y();
    int bottom = HEIGHT - BOTTOM;
    return bottom - (bottom - TOP) * (value - axis.from()) / (axis.to() - axis.from());
  }

  private void path(String kind, String d) {
    if (!d.isEmpty()) {
      path(kind, d, "");
    }
  }

  private void path(String kind, String d, String more) {
    out.append("<path class=\"").append(kind).append("\"").append(more);
    out.append(" d=\"").append(d).append("\" />\n");
  }

  /// What the script of knobs finds a drawing by.
  private String drawing(String id) {
    return turns ? " data-d=\"" + html(id) + "\"" : "";
  }

  private void grid() {
    StringBuilder d = new StringBuilder();
    for (Plot.Tick tick : plot.x().ticks()) {
      d.append(fill("M%s %sV%s", Px.of(x(tick.at())), TOP, HEIGHT - BOTTOM));
    }
    for (Plot.Tick tick : plot.y().ticks()) {
      d.append(fill("M%s %sH%s", left, Px.of(y(tick.at())), WIDTH - RIGHT));
    }
    path("gr", d.toString());
    StringBuilder zero = new StringBuilder();
    if (plot.y().from() < 0 && plot.y().to() > 0) {
      zero.append(fill("M%s %sH%s", left, Px.of(y(0)), WIDTH - RIGHT));
    }
    if (plot.x().from() < 0 && plot.x().to() > 0) {
      zero.append(fill("M%s %sV%s", Px.of(x(0)), TOP, HEIGHT - BOTTOM));
    }
    path("ax", zero.toString());
  }

  private void axes() {
    path("ax", fill("M%s %sV%sH%s", left, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
    double free = 0;
    for (Plot.Tick tick : plot.x().ticks()) {
      double half = tick.number().text().length() * CHARACTER / 2.0;
      double at = Math.min(x(tick.at()), WIDTH - 1 - half);
      if (at - half >= free) {
        text(at, HEIGHT - BOTTOM + 16, "", tick);
        free = at + half + CHARACTER;
      }
    }
    for (Plot.Tick tick : plot.y().ticks()) {
      text(left - 6, y(tick.at()) + 4, "te", tick);
    }
    label(WIDTH - RIGHT, HEIGHT - 6, "te", xName);
    label(4, 14, "ts", Plain.text(plot.y().label()));
  }

  private void text(double x, double y, String anchor, Plot.Tick tick) {
    out.append(
        fill(
            "<text x=\"%s\" y=\"%s\"%s data-n=\"%s\">%s</text>\n",
            Px.of(x),
            Px.of(y),
            anchor.isEmpty() ? "" : " class=\"" + anchor + "\"",
            html(tick.number().claim()),
            html(tick.number().text())));
  }

  private void label(int x, int y, String anchor, String text) {
    if (!text.isEmpty()) {
      int longest = 40;
      String shown =
          text.codePointCount(0, text.length()) <= longest
              ? text
              : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
      out.append(
          fill("<text class=\"nm %s\" x=\"%s\" y=\"%s\">%s</text>\n", anchor, x, y, html(shown)));
    }
  }

  private void line(Plot.Series series, String kind) {
    StringBuilder d = new StringBuilder();
    for (Plot.Run run : series.runs()) {
      d.append('M').append(way(run));
      if (run.x().size() == 1) {
        d.append("h0");
      }
    }
    path(kind, d.toString(), drawing(series.drawing()));
  }

  /// A place, then lines from each to the next, as far as that is away: the same steps come again
  /// and again, and are short.
  private String way(Plot.Run run) {
    StringBuilder d = new StringBuilder();
    long lastX = 0;
    long lastY = 0;
    for (int i = 0; i < run.x().size(); i++) {
      long x = Px.tenths(x(run.x().get(i)));
      long y = Px.tenths(y(run.y().get(i)));
      d.append(i == 0 ? "" : i == 1 ? "l" : " ");
      d.append(Px.ofTenths(x - lastX)).append(' ').append(Px.ofTenths(y - lastY));
      lastX = x;
      lastY = y;
    }
    return d.toString();
  }

  /// Of many points each is as near as a pixel: a cloud looks the same, and is half as long.
  private void points(Plot.Series series, int index) {
    boolean many = series.runs().stream().mapToInt(run -> run.x().size()).sum() > CLOUD;
    StringBuilder d = new StringBuilder();
    for (Plot.Run run : series.runs()) {
      for (int i = 0; i < run.x().size(); i++) {
        double x = x(run.x().get(i));
        double y = y(run.y().get(i));
        d.append(
            many ? Swatch.point(index, Math.rint(x), Math.rint(y)) : Swatch.point(index, x, y));
      }
    }
    String mark = turns ? " data-mark=\"" + Swatch.mark(index) + "\"" : "";
    path(Swatch.points(index), d.toString(), drawing(series.drawing()) + mark);
  }

  private void tangent(Plot.Tangent tangent) {
    path("tg", "M" + way(tangent.line()), drawing(tangent.drawing()));
    path("at", "M" + way(tangent.touches()) + "h0");
  }

  /// Cells side by side that are alike are one stripe. Places within are counted in cells, so that
  /// they are short; the hatching is not stretched with them. Where every cell has a value, what is
  /// not positive is all that lies behind.
  private void regions(Plot.Regions regions, String id) {
    int rows = regions.rows().size();
    int columns = regions.rows().getFirst().length();
    double wide = (double) (WIDTH - RIGHT - left) / columns;
    double high = (double) (HEIGHT - BOTTOM - TOP) / rows;
    boolean whole = regions.rows().stream().noneMatch(row -> row.contains("?"));
    String positive = stripes(regions.rows(), '+');
    String other = whole ? fill("M0 0H%sV%sH0z", columns, rows) : stripes(regions.rows(), '-');
    String hatched = html(id) + "_h";
    out.append(fill("<defs><pattern id=\"%s\" width=\"7\" height=\"7\"", hatched))
        .append(" patternUnits=\"userSpaceOnUse\"")
        .append(fill(" patternTransform=\"scale(%s %s)\">", factor(1 / wide), factor(1 / high)))
        .append("<path class=\"rh\" d=\"M-1 1 1 -1M0 7 7 0M6 8 8 6\" /></pattern></defs>\n")
        .append(fill("<g transform=\"translate(%s %s)", left, TOP))
        .append(fill(" scale(%s %s)\"", factor(wide), factor(high)))
        .append(drawing(regions.drawing()))
        .append(turns ? fill(" data-cells=\"%s %s\">\n", columns, rows) : ">\n");
    path("rn", other, "");
    path("rp", positive, "");
    out.append(fill("<path fill=\"url(#%s)\" d=\"%s\" />\n</g>\n", hatched, positive));
  }

  private static double factor(double factor) {
    return Math.round(factor * 1e4) / 1e4;
  }

  private static String stripes(List<String> rows, char kind) {
    StringBuilder d = new StringBuilder();
    int lastX = 0;
    int lastY = 0;
    for (int r = 0; r < rows.size(); r++) {
      String row = rows.get(r);
      int from = 0;
      for (int c = 1; c <= row.length(); c++) {
        if (c == row.length() || row.charAt(c) != row.charAt(from)) {
          if (row.charAt(from) == kind) {
            d.append(fill("m%s %sh%sv1h-%sz", from - lastX, r - lastY, c - from, c - from));
            lastX = from;
            lastY = r;
          }
          from = c;
        }
      }
    }
    return d.toString();
  }
}
