package dev.perilla.renderer.internal.plot;

import static dev.perilla.renderer.internal.Chars.fill;
import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View.Network;
import java.util.Map;
import java.util.TreeMap;

/// A network as columns of circles: inputs, then layers. A weight is a line, the wider the
/// stronger, broken where it is negative; a bias is the rim of its neuron, likewise.
public final class NetworkSvg {
  private static final int COLUMN = 104;
  private static final int NARROW_COLUMN = 70;
  private static final int ROW = 30;
  private static final int CLOSE = 20;
  private static final int RADIUS = 9;
  private static final int HEAD = 26;
  private static final int FOOT = 24;
  private static final int LEVELS = 8;
  private static final int MANY = 8;

  private final Network network;
  private final int height;
  private final int width;

  public NetworkSvg(Network network) {
    this.network = network;
    int tallest = inputs();
    for (Network.Layer layer : network.layers()) {
      tallest = Math.max(tallest, layer.neurons().size());
    }
    this.height = tallest * step(tallest);
    this.width = network.layers().size() * column() + 76;
  }

  private int inputs() {
    return network.layers().getFirst().neurons().getFirst().weights().size();
  }

  /// Three layers still fit a narrow screen.
  private int column() {
    return network.layers().size() < 3 ? COLUMN : NARROW_COLUMN;
  }

  private static int step(int count) {
    return count > MANY ? CLOSE : ROW;
  }

  /// What it needs, in pixels.
  public int width() {
    return width;
  }

  /// The drawing.
  ///
  /// @param id unique in the page
  /// @param inputWord what stands above the inputs
  public String draw(String id, String title, String description, String inputWord) {
    StringBuilder out = new StringBuilder();
    out.append(
            fill(
                "<svg class=\"p net\" role=\"img\" aria-labelledby=\"%s_t %s_d\" data-d=\"%s\"",
                html(id), html(id), html(network.drawing())))
        .append(
            fill(
                " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n",
                width, height + HEAD + FOOT, width, height + HEAD + FOOT))
        .append(fill("<title id=\"%s_t\">%s</title>\n", html(id), html(title)))
        .append(fill("<desc id=\"%s_d\">%s</desc>\n", html(id), html(description)));
    Map<String, StringBuilder> lines = new TreeMap<>();
    for (int l = 0; l < network.layers().size(); l++) {
      Network.Layer layer = network.layers().get(l);
      int from = l == 0 ? inputs() : network.layers().get(l - 1).neurons().size();
      for (int n = 0; n < layer.neurons().size(); n++) {
        Network.Neuron neuron = layer.neurons().get(n);
        for (int w = 0; w < neuron.weights().size(); w++) {
          lines
              .computeIfAbsent(kind(neuron.weights().get(w)), k -> new StringBuilder())
              .append(
                  fill(
                      "M%s %sL%s %s",
                      x(l), Px.of(y(w, from)), x(l + 1), Px.of(y(n, layer.neurons().size()))));
        }
      }
    }
    lines.forEach((kind, d) -> out.append(fill("<path class=\"w%s d=\"%s\" />\n", kind, d)));
    for (int i = 0; i < inputs(); i++) {
      circle(out, 0, i, inputs(), "in\"");
    }
    head(out, 0, network.inputs(), "", inputWord);
    for (int l = 0; l < network.layers().size(); l++) {
      Network.Layer layer = network.layers().get(l);
      for (int n = 0; n < layer.neurons().size(); n++) {
        double bias = layer.neurons().get(n).bias();
        circle(out, l + 1, n, layer.neurons().size(), "nr" + kind(bias));
      }
      head(out, l + 1, layer.size(), layer.activation(), "");
    }
    return out.append("</svg>").toString();
  }

  /// The end of a class and the width of its line: some widths for all, so that lines of one width
  /// are one path.
  private static String kind(double strength) {
    long level = Math.max(1, Math.round(Math.abs(strength) * LEVELS));
    return fill("%s\" stroke-width=\"%s\"", strength < 0 ? " wn" : "", Px.of(level * 0.6));
  }

  private int x(int column) {
    return 38 + column * column();
  }

  private double y(int row, int of) {
    int step = step(of);
    return HEAD + (height - of * step) / 2.0 + (row + 0.5) * step;
  }

  private void circle(StringBuilder out, int column, int row, int of, String kind) {
    out.append(
        fill(
            "<circle class=\"%s cx=\"%s\" cy=\"%s\" r=\"%s\" />\n",
            kind, x(column), Px.of(y(row, of)), of > MANY ? RADIUS - 3 : RADIUS));
  }

  private void head(StringBuilder out, int column, Num count, String activation, String word) {
    out.append(
        fill(
            "<text x=\"%s\" y=\"16\" data-n=\"%s\">%s</text>\n",
            x(column), html(count.claim()), html(count.text())));
    String below = activation.isEmpty() ? word : activation;
    if (!below.isEmpty()) {
      out.append(
          fill(
              "<text class=\"nm\" x=\"%s\" y=\"%s\">%s</text>\n",
              x(column), height + HEAD + 16, html(below)));
    }
  }
}
