package dev.perilla.renderer.internal.graph;

import static dev.perilla.renderer.internal.Chars.fill;
import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The drawing of a graph: a box per value with its data and gradient, the operation as a badge
/// where its operands meet. Coordinates are whole pixels, and those of a box and of a line are told
/// from where it begins, so that what is alike is written alike; colours and fonts are the
/// stylesheet's.
public final class GraphSvg {
  /// More boxes than this are not drawn.
  public static final int LARGEST = 250;

  private static final int MARGIN = 6;
  private static final int CHARACTER = 9;
  private static final int PADDING = 11;
  private static final int BADGE = 26;
  private static final int OVERLAP = 3;
  private static final int LINE = 19;
  private static final Layout.Gaps ACROSS_PAGE = new Layout.Gaps(44, 16, 14);
  private static final Layout.Gaps DOWN_PAGE = new Layout.Gaps(30, 14, 14);

  /// Which way the graph flows.
  public enum Flow {
    /// From left to right.
    ACROSS,
    /// From top to bottom, for narrow screens.
    DOWN
  }

  private final View.Graph graph;
  private final GraphWords words;
  private final String gradWord;
  private final List<Box> boxes = new ArrayList<>();

  /// @param gradWord what stands before a gradient
  public GraphSvg(View.Graph graph, String gradWord) {
    this.graph = graph;
    this.words = new GraphWords(graph);
    this.gradWord = gradWord;
    Map<String, Integer> index = new HashMap<>();
    for (View.Graph.Node node : graph.nodes()) {
      List<Integer> operands =
          node.operands().stream().filter(index::containsKey).map(index::get).toList();
      index.put(node.id(), boxes.size());
      boxes.add(Box.of(lines(node), node.op(), operands));
    }
  }

  /// A line of a box: a number and what stands before it.
  private record Line(String before, Num number) {
    int length() {
      return Box.length(before) + Box.length(number.text());
    }
  }

  /// A box in the making: its lines of text, the size of its badge, none where that is 0.
  private record Box(List<Line> lines, int width, int height, int badge, List<Integer> operands) {
    static Box of(List<Line> lines, String op, List<Integer> operands) {
      int longest = 0;
      for (Line line : lines) {
        longest = Math.max(longest, line.length());
      }
      int badge = op.isEmpty() ? 0 : Math.max(BADGE, length(op) * CHARACTER + 14);
      int width = longest * CHARACTER + 2 * PADDING;
      return new Box(lines, width, lines.size() * LINE + 12, badge, operands);
    }

    private static int length(String text) {
      return text.codePointCount(0, text.length());
    }

    Layout.Box laid(Flow flow) {
      int joint = badge == 0 ? 0 : (flow == Flow.ACROSS ? badge : BADGE) - OVERLAP;
      return flow == Flow.ACROSS
          ? new Layout.Box(width + joint, Math.max(height, BADGE), operands)
          : new Layout.Box(height + joint, Math.max(width, badge), operands);
    }
  }

  /// A drawing with the width that it needs.
  public record Drawing(String svg, int width) {}

  /// Draws it.
  ///
  /// @param id unique in the page
  /// @param title names the drawing
  /// @param description says what it shows
  public Drawing draw(Flow flow, String id, String title, String description) {
    List<Layout.Box> laid = new ArrayList<>();
    for (Box box : boxes) {
      laid.add(box.laid(flow));
    }
    Layout layout = Layout.of(laid, flow == Flow.ACROSS ? ACROSS_PAGE : DOWN_PAGE);
    Pen pen = new Pen(flow);
    int width = round(flow == Flow.ACROSS ? layout.along() : layout.across()) + 2 * MARGIN;
    int height = round(flow == Flow.ACROSS ? layout.across() : layout.along()) + 2 * MARGIN;
    pen.out
        .append("<svg class=\"g g-")
        .append(flow == Flow.ACROSS ? "across" : "down")
        .append(fill("\" role=\"img\" aria-labelledby=\"%s_t %s_d\"", html(id), html(id)))
        .append(
            fill(
                " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n",
                width, height, width, height))
        .append(fill("<title id=\"%s_t\">%s</title>\n", html(id), html(title)))
        .append(fill("<desc id=\"%s_d\">%s</desc>\n", html(id), html(description)));
    pen.out.append("<path class=\"e\" d=\"");
    edges(layout, laid, pen);
    pen.out.append("\" />\n");
    for (int i = 0; i < boxes.size(); i++) {
      node(graph.nodes().get(i), boxes.get(i), laid.get(i), layout.places().get(i), pen);
    }
    return new Drawing(pen.out.append("</svg>").toString(), width);
  }

  private List<Line> lines(View.Graph.Node node) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(node.name().isEmpty() ? "" : shown(node.name()) + " = ", node.data()));
    Optional<Num> grad = words.grad(node);
    if (grad.isPresent()) {
      lines.add(new Line(gradWord + " ", grad.get()));
    }
    return lines;
  }

  private static String shown(String name) {
    int longest = 24;
    return name.codePointCount(0, name.length()) <= longest
        ? name
        : name.substring(0, name.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private void node(View.Graph.Node node, Box box, Layout.Box laid, Layout.Place place, Pen pen) {
    boolean across = pen.flow == Flow.ACROSS;
    int left = pen.x(place.along(), place.across());
    int top = pen.y(place.along(), place.across());
    int whole = round(across ? laid.along() : laid.across());
    int tall = round(across ? laid.across() : laid.along());
    int x = across ? left + whole - box.width() : left + (whole - box.width()) / 2;
    int y = across ? top + (tall - box.height()) / 2 : top + tall - box.height();
    String kind =
        words.name(node).equals(graph.output())
            ? " out"
            : node.op().isEmpty() ? (words.isConstant(node) ? " const" : " leaf") : "";
    pen.out.append("<g class=\"v" + kind + "\" data-v=\"" + html(node.id()) + "\" ");
    rect(x, y, box.width(), pen.out);
    pen.out.append(" height=\"" + box.height() + "\" rx=\"6\" />");
    for (int i = 0; i < box.lines().size(); i++) {
      Line line = box.lines().get(i);
      pen.out
          .append("<text y=\"" + (20 + i * LINE) + "\"" + (i == 0 ? ">" : " class=\"grad\">"))
          .append(html(line.before()))
          .append("<tspan data-n=\"" + html(line.number().claim()) + "\">")
          .append(html(line.number().text()))
          .append("</tspan></text>");
    }
    pen.out.append("</g>\n");
    if (box.badge() > 0) {
      int badgeX = across ? left : left + (whole - box.badge()) / 2;
      int badgeY = across ? top + (tall - BADGE) / 2 : top;
      pen.out.append("<g class=\"op\" ");
      rect(badgeX, badgeY, box.badge(), pen.out);
      pen.out.append(" height=\"" + BADGE + "\" rx=\"13\" /><text y=\"18\">");
      pen.out.append(html(symbol(node.op()))).append("</text></g>\n");
    }
  }

  /// The middle of the upper edge, from which all else is told, and the beginning of the box.
  private static void rect(int x, int y, int width, StringBuilder out) {
    int half = width / 2;
    out.append("transform=\"translate(" + (x + half) + " " + y + ")\">");
    out.append("<rect x=\"-" + half + "\" width=\"" + width + "\"");
  }

  /// The glyph of an operation, centred on the line.
  private static String symbol(String op) {
    return switch (op) {
      case "*" -> "×";
      case "-", "neg" -> "−";
      case "/" -> "÷";
      default -> op;
    };
  }

  private static void edges(Layout layout, List<Layout.Box> laid, Pen pen) {
    double[] entry = entries(layout, laid);
    for (int i = 0; i < layout.edges().size(); i++) {
      Layout.Edge edge = layout.edges().get(i);
      Layout.Place from = layout.places().get(edge.from());
      Layout.Place to = layout.places().get(edge.to());
      double across = middle(from, laid.get(edge.from()));
      pen.move(from.along() + laid.get(edge.from()).along(), across);
      pen.line(from.end(), across);
      double along = from.end();
      for (Layout.Bend bend : edge.bends()) {
        pen.curve(along, across, bend.start(), bend.across());
        pen.line(bend.end(), bend.across());
        along = bend.end();
        across = bend.across();
      }
      double enter = middle(to, laid.get(edge.to())) + entry[i];
      pen.curve(along, across, to.start(), enter);
      pen.line(to.along() + 1, enter);
    }
  }

  /// How far beside the middle of the badge each edge comes in, in the order of where it comes
  /// from.
  private static double[] entries(Layout layout, List<Layout.Box> laid) {
    Map<Integer, List<Integer>> incoming = new HashMap<>();
    for (int i = 0; i < layout.edges().size(); i++) {
      incoming.computeIfAbsent(layout.edges().get(i).to(), to -> new ArrayList<>()).add(i);
    }
    double[] entry = new double[layout.edges().size()];
    for (List<Integer> edges : incoming.values()) {
      edges.sort(Comparator.comparingDouble(i -> comesFrom(layout, laid, layout.edges().get(i))));
      double step = Math.min(8, 16.0 / Math.max(1, edges.size() - 1));
      for (int k = 0; k < edges.size(); k++) {
        entry[edges.get(k)] = (k - (edges.size() - 1) / 2.0) * step;
      }
    }
    return entry;
  }

  private static double comesFrom(Layout layout, List<Layout.Box> laid, Layout.Edge edge) {
    return edge.bends().isEmpty()
        ? middle(layout.places().get(edge.from()), laid.get(edge.from()))
        : edge.bends().getLast().across();
  }

  private static double middle(Layout.Place place, Layout.Box box) {
    return place.across() + box.across() / 2;
  }

  private static int round(double length) {
    return (int) Math.round(length);
  }

  /// Writes coordinates, with the flow along x or along y.
  private static final class Pen {
    private final StringBuilder out = new StringBuilder();
    private final Flow flow;
    private int lastX;
    private int lastY;

    Pen(Flow flow) {
      this.flow = flow;
    }

    int x(double along, double across) {
      return round(flow == Flow.ACROSS ? along : across) + MARGIN;
    }

    int y(double along, double across) {
      return round(flow == Flow.ACROSS ? across : along) + MARGIN;
    }

    void move(double along, double across) {
      lastX = x(along, across);
      lastY = y(along, across);
      out.append('M').append(lastX).append(' ').append(lastY);
    }

    void line(double along, double across) {
      int right = x(along, across) - lastX;
      int down = y(along, across) - lastY;
      if (right != 0 && down != 0) {
        out.append('l').append(right).append(' ').append(down);
      } else if (right != 0) {
        out.append('h').append(right);
      } else if (down != 0) {
        out.append('v').append(down);
      }
      to(along, across);
    }

    void curve(double along, double across, double toAlong, double toAcross) {
      double half = (along + toAlong) / 2;
      out.append('c');
      point(half, across);
      out.append(' ');
      point(half, toAcross);
      out.append(' ');
      point(toAlong, toAcross);
      to(toAlong, toAcross);
    }

    /// As far as it is from the place where the last line ended.
    private void point(double along, double across) {
      out.append(x(along, across) - lastX).append(' ').append(y(along, across) - lastY);
    }

    private void to(double along, double across) {
      lastX = x(along, across);
      lastY = y(along, across);
    }
  }
}
