package dev.perilla.renderer.internal.graph;

import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the nodes of a graph are called, and how each was made: `c`, `a * b`.
public final class GraphWords {
  private final Map<String, View.Graph.Node> nodes = new HashMap<>();

  public GraphWords(View.Graph graph) {
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
  }

  /// The name of a node; its number for a constant without a name, its id for another.
  public String name(View.Graph.Node node) {
    if (!node.name().isEmpty()) {
      return node.name();
    }
    return node.op().isEmpty() ? node.data().text() : node.id();
  }

  /// Whether it is a number that the program wrote and never named.
  public boolean isConstant(View.Graph.Node node) {
    return node.name().isEmpty() && node.op().isEmpty();
  }

  /// The gradient that is shown with a node: none with a constant, which nobody can turn.
  public Optional<Num> grad(View.Graph.Node node) {
    return isConstant(node) ? Optional.empty() : node.grad();
  }

  /// The operation with its operands, as the program would write it; empty for a leaf.
  public String made(View.Graph.Node node) {
    if (node.op().isEmpty()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (String id : node.operands()) {
      View.Graph.Node operand = nodes.get(id);
      names.add(operand == null ? id : name(operand));
    }
    return made(node.op(), names);
  }

  private static String made(String op, List<String> names) {
    boolean word = Character.isLetter(op.codePointAt(0));
    if (op.equals("neg") && names.size() == 1) {
      return "-" + names.getFirst();
    }
    if (!word && names.size() == 2) {
      return names.getFirst() + " " + op + " " + names.getLast();
    }
    if (!word && names.size() == 1) {
      return op.startsWith("**") ? names.getFirst() + op : op + names.getFirst();
    }
    return op + "(" + String.join(", ", names) + ")";
  }
}
