package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All values that led to an output, in order of creation, as they are now: what drawings, chains
/// and tables are made from. The output is the last node. Later changes of the values do not show.
public final class Graph {
  private final List<Value> values;
  private final Tape tape;
  private final int[] places;

  private Graph(List<Value> values, Tape tape) {
    this.values = values;
    this.tape = tape;
    this.places = table(values);
  }

  /// One value of the graph.
  ///
  /// @param index its place in the graph, from 0, in order of creation
  /// @param value the value itself
  /// @param operation what made it
  /// @param operands the indices of what the operation read, in order, with repetition
  /// @param slopes the local derivative by each operand
  /// @param data the number
  /// @param edge the place without an ordinary derivative that the operation stands at, if it does
  public record Node(
      int index,
      Value value,
      Operation operation,
      List<Integer> operands,
      List<Double> slopes,
      double data,
      Optional<Edge> edge) {
    public Node {
      operands = List.copyOf(operands);
      slopes = List.copyOf(slopes);
    }

    /// The local derivative by operand `operand` (0 or 1) as text, with `name` for each value: `1 -
    /// v**2` becomes `1 - o**2` where the node's name is `o`.
    public String slopeFormula(int operand, Function<Value, String> name) {
      return named(operation.slopeFormula(operand), name);
    }

    /// The operation as text, with `name` for each operand: `x1 * w1`, `tanh(n)`.
    public String formula(Function<Value, String> name) {
      return switch (operation) {
        case LEAF -> name.apply(value);
        case ADD, SUB -> joined(name, 1, 2);
        case MUL, DIV -> joined(name, 2, 3);
        default -> named(operation.formula(), name);
      };
    }

    /// An operation between two operands, each without the brackets that it does not need.
    private String joined(Function<Value, String> name, int left, int right) {
      return bare(name.apply(value.operands().getFirst()), left)
          + " "
          + operation.formula().charAt(2)
          + " "
          + bare(name.apply(value.operands().getLast()), right);
    }

    /// An operand without its brackets where it binds at least as tightly as `least`.
    private static String bare(String text, int least) {
      String operand = operand(text, false);
      if (!operand.equals(text) || !text.startsWith("(") || close(text, 0) + 1 < text.length()) {
        return operand;
      }
      String inner = text.substring(1, text.length() - 1);
      return binding(inner) >= least ? inner : text;
    }

    /// How tightly a formula binds: 1 as a sum, 2 as a product, 3 as a power.
    private static int binding(String formula) {
      int depth = 0;
      int binding = formula.startsWith("-") ? 0 : 3;
      for (int i = 0; i < formula.length(); i++) {
        char letter = formula.charAt(i);
        depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        if (depth > 0 || !formula.startsWith(" ", i + 1)) {
          continue;
        }
        boolean isPower = i > 0 && formula.charAt(i - 1) == '*';
        if (letter == '+' || letter == '-') {
          binding = Math.min(binding, 1);
        } else if ((letter == '*' && !isPower) || letter == '/') {
          binding = Math.min(binding, 2);
        }
      }
      return binding;
    }

    /// An operand without its brackets where those of a call are around it, or where it is a call.
    private static String operand(String operand, boolean isArgument) {
      int last = operand.length() - 1;
      if (!operand.startsWith("(") || close(operand, 0) != last) {
        return operand;
      }
      String inner = operand.substring(1, last);
      int open = inner.indexOf('(');
      boolean isCall =
          open > 0
              && close(inner, open) == inner.length() - 1
              && inner.substring(0, open).chars().allMatch(Character::isLetter);
      return isArgument || isCall ? inner : operand;
    }

    /// Where the bracket at `open` is closed; -1 where it is not.
    private static int close(String text, int open) {
      int depth = 0;
      for (int i = open; i < text.length(); i++) {
        depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
      return -1;
    }

    private String named(String formula, Function<Value, String> name) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < formula.length(); i++) {
        char letter = formula.charAt(i);
        boolean alone =
            (i == 0 || !Character.isLetter(formula.charAt(i - 1)))
                && (i + 1 == formula.length() || !Character.isLetter(formula.charAt(i + 1)));
        boolean isArgument = text.toString().endsWith("(") && formula.startsWith(")", i + 1);
        if (alone && letter == 'a') {
          text.append(operand(name.apply(value.operands().getFirst()), isArgument));
        } else if (alone && letter == 'b') {
          text.append(
              operation == Operation.POWER
                  ? value.op().substring(2)
                  : operand(name.apply(value.operands().getLast()), isArgument));
        } else if (alone && letter == 'v') {
          text.append(name.apply(value));
        } else {
          text.append(letter);
        }
      }
      return text.toString();
    }
  }

  /// The graph of `output`. Cost: linear in its values.
  public static Graph of(Value output) {
    return of(Sweep.all(output));
  }

  private static Graph of(List<Value> values) {
    Graph graph = new Graph(values, new Tape(values.size()));
    for (Value value : values) {
      Value a = value.a;
      if (a == null) {
        graph.tape.leaf(value.data());
      } else if (value.operation() == Operation.POWER) {
        graph.tape.power(graph.indexOf(a), value.exponent(), value.data());
      } else {
        int left = graph.indexOf(a);
        int right = value.b == null ? left : graph.indexOf(value.b);
        graph.tape.append(value.row, left, right, value.data());
      }
    }
    return graph;
  }

  public int size() {
    return values.size();
  }

  public Value output() {
    return values.getLast();
  }

  /// The index of `value`, or -1 if it did not lead to the output. Cost: constant, as a rule.
  public int indexOf(Value value) {
    int index = places.length > 0 ? direct(value.order) : search(value.order);
    // Values of two threads may share a number of the order.
    while (index >= 0 && index < values.size() && values.get(index).order == value.order) {
      if (values.get(index) == value) {
        return index;
      }
      index++;
    }
    return -1;
  }

  private int direct(long order) {
    long place = order - values.getFirst().order;
    return place < 0 || place >= places.length ? -1 : places[(int) place];
  }

  private int search(long order) {
    int low = 0;
    int high = values.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values.get(middle).order < order) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The first index for each creation number since the first, -1 for none; empty if they lie too
  /// far apart for a table.
  private static int[] table(List<Value> values) {
    long first = values.getFirst().order;
    long span = values.getLast().order - first + 1;
    if (span > 8L * values.size() + 64) {
      return new int[0];
    }
    int[] places = new int[(int) span];
    Arrays.fill(places, -1);
    for (int i = values.size() - 1; i >= 0; i--) {
      places[(int) (values.get(i).order - first)] = i;
    }
    return places;
  }

  /// All nodes, in order of creation.
  public List<Node> nodes() {
    List<Node> nodes = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      nodes.add(node(i));
    }
    return nodes;
  }

  /// The node at `index`, from 0, in order of creation.
  public Node node(int index) {
    Operation operation = tape.operation(index);
    List<Integer> operands = new ArrayList<>(2);
    List<Double> slopes = new ArrayList<>(2);
    for (int i = 0; i < operation.arity(); i++) {
      operands.add(tape.operand(index, i));
      slopes.add(operation.slope(i, tape.left(index), tape.right(index), tape.data(index)));
    }
    return new Node(
        index, values.get(index), operation, operands, slopes, tape.data(index), tape.edge(index));
  }

  /// The derivative of the output by each node, in the order of the nodes, found in reverse mode.
  public double[] derivatives() {
    tape.backward(size() - 1);
    double[] derivatives = new double[size()];
    for (int i = 0; i < derivatives.length; i++) {
      derivatives[i] = tape.grad(i);
    }
    return derivatives;
  }

  /// The values whose operation stands at a place without an ordinary derivative, and which the
  /// output depends on there, in order of creation.
  public List<Value> kinks() {
    double[] derivatives = derivatives();
    List<Value> kinks = new ArrayList<>();
    for (int i = 0; i < derivatives.length; i++) {
      if (derivatives[i] != 0 && values.get(i).edge().isPresent()) {
        kinks.add(values.get(i));
      }
    }
    return kinks;
  }

  Tape tape() {
    return tape;
  }
}
