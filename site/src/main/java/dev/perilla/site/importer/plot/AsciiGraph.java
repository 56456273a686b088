package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.words.Signs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A graph of operations drawn in characters, read from left to right:
///
/// ```
/// a(2) ──┐
///        ├── + ── c(5)
/// b(3) ──┘
/// ```
///
/// @param inputs leaves with the numbers that the drawing gives them
/// @param formulas the other names, in the order in which they can be computed
/// @param values what the drawing says that they are
public record AsciiGraph(
    Map<String, String> inputs, Map<String, String> formulas, Map<String, String> values) {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?U)\\[?([\\p{L}_][\\p{L}\\p{N}_]*)\\s?(?:[(:=]\\s?|\\s=\\s)(-?\\d+(?:\\.\\d+)?)\\)?\\]?");
  private static final Pattern OPERATION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:[+*×·/]|\\[[+*×·/-]\\]|\\([+*×·/-]\\)|tanh|relu|ReLU|sigmoid|σ|exp)(?![\\p{L}\\p{N}(])");
  private static final String WIRES = "─│┐┘├┤┼└┌┬┴╮╯╰╭-|\\>→▶—═║╗╝╠";

  private record Node(int row, int start, int end, String name, Optional<String> number) {
    boolean isOperation() {
      return number.isEmpty();
    }
  }

  /// The example that the drawing is.
  Draft.Open example(String id) {
    Draft.Open example = new Draft.Open(id);
    example.graph = true;
    example.given.putAll(inputs);
    example.formulas.putAll(formulas);
    example.expect.putAll(values);
    return example;
  }

  /// The graph in `picture`, if all of it is one.
  public static Optional<AsciiGraph> read(String picture) {
    if (picture.length() > 4000 || !picture.matches("(?s).*[─│┐┘├└→>].*")) {
      return Optional.empty();
    }
    return new Reader(picture.split("\n", -1)).graph();
  }

  private static final class Reader {
    private final String[] rows;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Integer, Node> at = new HashMap<>();
    private final Map<Node, List<Node>> inputs = new LinkedHashMap<>();

    Reader(String[] rows) {
      this.rows = rows;
    }

    Optional<AsciiGraph> graph() {
      for (int row = 0; row < rows.length; row++) {
        if (rows[row].length() > 300 || !nodes(row)) {
          return Optional.empty();
        }
      }
      long operations = nodes.stream().filter(Node::isOperation).count();
      if (operations == 0 || nodes.size() - operations < 3) {
        return Optional.empty();
      }
      wires();
      results();
      return build();
    }

    /// The nodes of a row; what is neither node nor wire makes the picture no graph.
    private boolean nodes(int row) {
      String line = rows[row];
      char[] rest = line.toCharArray();
      Matcher label = LABEL.matcher(line);
      while (label.find()) {
        add(
            new Node(
                row,
                label.start(),
                label.end(),
                Signs.name(label.group(1)),
                Optional.of(label.group(2))),
            rest);
      }
      Matcher operation = OPERATION.matcher(new String(rest));
      while (operation.find()) {
        String sign = operation.group().replaceAll("[\\[\\]()]", "");
        add(new Node(row, operation.start(), operation.end(), sign, Optional.empty()), rest);
      }
      return new String(rest).chars().allMatch(c -> c == ' ' || WIRES.indexOf(c) >= 0);
    }

    private void add(Node node, char[] rest) {
      nodes.add(node);
      for (int i = node.start(); i < node.end(); i++) {
        rest[i] = ' ';
        at.put(node.row() * 1000 + i, node);
      }
    }

    private char wire(int row, int column) {
      if (row < 0 || row >= rows.length || column < 0 || column >= rows[row].length()) {
        return ' ';
      }
      char c = rows[row].charAt(column);
      return WIRES.indexOf(c) >= 0 && !at.containsKey(row * 1000 + column) ? c : ' ';
    }

    /// Each connected piece of wire leads from the nodes at its left to those at its right.
    private void wires() {
      Set<Integer> seen = new HashSet<>();
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length(); column++) {
          if (wire(row, column) != ' ' && seen.add(row * 1000 + column)) {
            piece(row, column, seen);
          }
        }
      }
    }

    private void piece(int row, int column, Set<Integer> seen) {
      List<Node> from = new ArrayList<>();
      List<Node> to = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(row * 1000 + column));
      while (!open.isEmpty()) {
        int place = open.removeFirst();
        int y = place / 1000;
        int x = place % 1000;
        char c = wire(y, x);
        node(y, x, -1).filter(it -> !from.contains(it)).ifPresent(from::add);
        node(y, x, 1).filter(it -> !to.contains(it)).ifPresent(to::add);
        int turn = "┐╮╗".indexOf(c) >= 0 ? 1 : "┘╯╝".indexOf(c) >= 0 ? -1 : 0;
        Optional.ofNullable(turn == 0 ? null : at.get((y + turn) * 1000 + x))
            .filter(it -> it.isOperation() && !to.contains(it))
            .ifPresent(to::add);
        boolean corner = "┐┘├┤┼└┌┬┴╮╯╰╭│|\\/".indexOf(c) >= 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            boolean sideways = dy == 0;
            boolean vertical = dy != 0 && (corner && isCorner(y + dy, x + dx));
            if ((sideways || vertical)
                && wire(y + dy, x + dx) != ' '
                && seen.add((y + dy) * 1000 + x + dx)) {
              open.addLast((y + dy) * 1000 + x + dx);
            }
          }
        }
      }
      for (Node target : to) {
        inputs.computeIfAbsent(target, it -> new ArrayList<>()).addAll(from);
      }
    }

    /// What is written right behind an operation comes of it: `(*) e=-6`.
    private void results() {
      for (Node operation : nodes) {
        for (int blanks = 1; blanks <= 2 && operation.isOperation(); blanks++) {
          Node there = at.get(operation.row() * 1000 + operation.end() - 1 + blanks);
          boolean beside = there != null && !there.equals(operation) && !there.isOperation();
          if (beside && !inputs.containsKey(there)) {
            inputs.put(there, new ArrayList<>(List.of(operation)));
          }
        }
      }
    }

    private boolean isCorner(int y, int x) {
      return "┐┘├┤┼└┌┬┴╮╯╰╭│|\\/".indexOf(wire(y, x)) >= 0;
    }

    /// The node that a wire touches, with a blank between at most.
    private Optional<Node> node(int row, int column, int direction) {
      for (int step = 1; step <= 2; step++) {
        Node there = at.get(row * 1000 + column + direction * step);
        if (there != null) {
          return Optional.of(there);
        }
        if (wire(row, column + direction * step) != ' ') {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private Optional<AsciiGraph> build() {
      Map<String, String> leaves = new LinkedHashMap<>();
      Map<String, String> formulas = new LinkedHashMap<>();
      Map<String, String> values = new LinkedHashMap<>();
      List<Node> ordered = new ArrayList<>(nodes);
      ordered.sort(Comparator.comparingInt(Node::start));
      for (Node node : ordered) {
        if (node.isOperation()) {
          continue;
        }
        List<Node> made = inputs.getOrDefault(node, List.of());
        if (made.isEmpty()) {
          leaves.putIfAbsent(node.name(), node.number().orElseThrow());
          continue;
        }
        if (made.size() != 1 || !made.get(0).isOperation()) {
          return Optional.empty();
        }
        Node operation = made.get(0);
        List<Node> arguments = new ArrayList<>(inputs.getOrDefault(operation, List.of()));
        arguments.sort(Comparator.comparingInt(Node::row));
        boolean lacks = // a wire that was not followed
            arguments.size() < 2 && !Character.isLetter(operation.name().charAt(0));
        if (arguments.isEmpty() || lacks || arguments.stream().anyMatch(Node::isOperation)) {
          return Optional.empty();
        }
        formulas.put(node.name(), formula(operation.name(), arguments));
        values.put(node.name(), node.number().orElseThrow());
      }
      boolean complete =
          !formulas.isEmpty() && leaves.keySet().stream().noneMatch(formulas::containsKey);
      return complete ? Optional.of(new AsciiGraph(leaves, formulas, values)) : Optional.empty();
    }

    private static String formula(String operation, List<Node> arguments) {
      List<String> names = arguments.stream().map(Node::name).toList();
      if (Character.isLetter(operation.charAt(0))) {
        return names.get(0)
            + "."
            + Signs.FUNCTIONS.getOrDefault(Signs.name(operation), "tanh")
            + "()";
      }
      return String.join(" " + Signs.operator(operation.charAt(0)) + " ", names);
    }
  }
}
