package dev.perilla.renderer.internal.plot;

import static dev.perilla.renderer.internal.Chars.fill;

import java.util.List;

/// How the things of a drawing are told apart: each kind by its form, and by its colour besides.
public final class Swatch {
  /// So many lines and classes of points look different; more begin again.
  static final int KINDS = 4;

  private Swatch() {}

  /// The class of the line of that number, from 0.
  static String line(int index) {
    return "l l" + index % KINDS;
  }

  /// The class of the points of that number, from 0.
  static String points(int index) {
    return "d d" + index % KINDS;
  }

  /// The mark of a point, as a part of a path.
  static String point(int index, double x, double y) {
    Mark mark = MARKS.get(index % KINDS);
    return "M" + Px.of(x + mark.right) + " " + Px.of(y + mark.down) + mark.form;
  }

  /// How a page makes that mark: how far right and down of the place it begins, and its form.
  static String mark(int index) {
    Mark mark = MARKS.get(index % KINDS);
    return mark.right + " " + mark.down + " " + mark.form;
  }

  private record Mark(int right, int down, String form) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(0, 0, "h0"), // round ends make a disc of it
          new Mark(0, -4, "l4 7h-8z"),
          new Mark(-3, -3, "h6v6h-6z"),
          new Mark(0, -4, "l4 4 -4 4 -4 -4z"));

  private static String sample(String inner) {
    return "<svg class=\"p sw\" aria-hidden=\"true\" width=\"30\" height=\"14\" viewBox=\"0 0 30"
        + " 14\">"
        + inner
        + "</svg>";
  }

  /// A sample of the line of that number.
  public static String ofLine(int index) {
    return sample(fill("<path class=\"%s\" d=\"M1 7H29\" />", line(index)));
  }

  /// A sample of the points of that number.
  public static String ofPoints(int index) {
    return sample(fill("<path class=\"%s\" d=\"%s\" />", points(index), point(index, 15, 7)));
  }

  /// A sample of a tangent.
  public static String ofTangent() {
    return sample("<path class=\"tg\" d=\"M1 12 29 2\" /><path class=\"at\" d=\"M15 7h0\" />");
  }

  /// A sample of a region: hatched where the expression is positive.
  public static String ofRegion(boolean positive) {
    return sample(
        positive
            ? "<path class=\"rp\" d=\"M1 1H29V13H1z\" /><path class=\"rh\" d=\"M3 13 13 1M10 13 20"
                + " 1M17 13 27 1\" />"
            : "<path class=\"rn\" d=\"M1 1H29V13H1z\" />");
  }

  /// A sample of a weight as strong as any.
  public static String ofWeight(boolean positive) {
    return sample(
        fill("<path class=\"%s\" stroke-width=\"5\" d=\"M1 7H29\" />", positive ? "w" : "w wn"));
  }
}
