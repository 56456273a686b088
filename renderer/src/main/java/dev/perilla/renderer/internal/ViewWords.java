package dev.perilla.renderer.internal;

import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View;
import java.util.List;
import java.util.Optional;

/// What HTML and Markdown say alike of a view.
public final class ViewWords {
  private ViewWords() {}

  /// A local derivative with its rule, `dc/da = b`; without it where the rule is the number itself.
  public static String local(View.Chain.Step step) {
    String slope = "d" + step.of() + "/d" + step.by();
    boolean says = !step.formula().isEmpty() && !step.formula().equals(step.derivative().text());
    return says ? slope + " = " + step.formula() : slope;
  }

  /// The graph as it is asked: inputs with their numbers, a question mark for what is computed.
  public static View.Graph asked(View.Graph graph) {
    List<View.Graph.Node> nodes =
        graph.nodes().stream()
            .map(
                node ->
                    new View.Graph.Node(
                        node.id(),
                        node.name(),
                        node.op(),
                        node.operands(),
                        node.op().isEmpty() ? node.data() : new Num("?", ""),
                        Optional.empty()))
            .toList();
    return new View.Graph(graph.output(), nodes);
  }
}
