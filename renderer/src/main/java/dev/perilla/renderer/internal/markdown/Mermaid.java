package dev.perilla.renderer.internal.markdown;

import static dev.perilla.renderer.internal.Chars.fill;

import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.graph.GraphWords;
import java.util.Optional;

/// A graph as a Mermaid flowchart, which GitHub draws. Characters that Mermaid or its Markdown
/// could read as syntax are written as its entities (`#42;`).
final class Mermaid {
  private Mermaid() {}

  static String flowchart(View.Graph graph) {
    GraphWords words = new GraphWords(graph);
    StringBuilder out = new StringBuilder("flowchart LR\n");
    for (View.Graph.Node node : graph.nodes()) {
      String label =
          node.name().isEmpty() ? node.data().text() : node.name() + " = " + node.data().text();
      out.append("  ").append(id(node.id())).append("[\"").append(text(label));
      Optional<Num> grad = words.grad(node);
      if (grad.isPresent()) {
        out.append("<br/>grad ").append(text(grad.get().text()));
      }
      out.append("\"]\n");
      if (!node.op().isEmpty()) {
        String id = id(node.id());
        out.append("  " + id + "_op((\"" + symbol(node.op()) + "\")) --> " + id + "\n");
        for (String operand : node.operands()) {
          out.append("  " + id(operand) + " --> " + id + "_op\n");
        }
      }
      if (words.name(node).equals(graph.output())) {
        out.append(fill("  style %s stroke-width:3px\n", id(node.id())));
      }
    }
    return out.toString();
  }

  /// The layers of a network, from its inputs on.
  static String layers(View.Network network, Words words) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    out.append(
        fill("  l0[\"%s %s\"]\n", text(network.inputs().text()), text(words.say("networkInputs"))));
    for (int l = 0; l < network.layers().size(); l++) {
      View.Network.Layer layer = network.layers().get(l);
      String label = (layer.size().text() + " " + layer.activation()).strip();
      out.append(
          fill(
              "  l%s -->|\"%s\"| l%s[\"%s\"]\n",
              l, text(layer.parameters().text()), l + 1, text(label)));
    }
    return out.toString();
  }

  private static String id(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) > 127 || !Character.isLetterOrDigit(id.charAt(i))) {
        return "x" + Integer.toHexString(id.hashCode());
      }
    }
    return id;
  }

  /// A lone `-` would be read as a list.
  private static String symbol(String op) {
    return op.equals("-") ? "#45;" : text(op);
  }

  private static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 127 || Character.isLetterOrDigit(c) || " .=_,()?-".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('#').append((int) c).append(';');
      }
    }
    return out.toString();
  }
}
