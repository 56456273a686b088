package dev.perilla.engine.knobs;

import dev.perilla.engine.autograd.Graph;

/// The shape of a graph as one number: which operations there are, and what they read. A program
/// that decides by its inputs may make another graph, in which a node's place means something else.
public final class Shape {
  private Shape() {}

  /// Equal for graphs of one shape.
  public static int of(Graph graph) {
    int shape = graph.size();
    for (Graph.Node node : graph.nodes()) {
      shape = shape * 31 + node.value().op().hashCode();
      for (int operand : node.operands()) {
        shape = shape * 31 + operand;
      }
    }
    return shape;
  }
}
