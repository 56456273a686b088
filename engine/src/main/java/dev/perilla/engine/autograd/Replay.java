package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A recorded output as a function of some of the values that led to it, run again without the
/// program. What does not depend on the chosen inputs keeps its data. An input may be the result of
/// an operation: it is then cut loose from its own operands.
///
/// ```java
/// Replay c = Replay.of(product, List.of(a));
/// c.at(3.01);   // the product if a were 3.01
/// ```
///
/// The recorded operations are run as they were recorded: where a program would have taken another
/// branch for other data, the replay does not know. [#refusal] tells whether that can be.
public final class Replay {
  private final Tape tape;
  private final int[] inputs;
  private final int[] dependents;
  private final double[] base;
  private @Nullable Fused fused;

  private Replay(Tape tape, int[] inputs, int[] dependents, double[] base) {
    this.tape = tape;
    this.inputs = inputs;
    this.dependents = dependents;
    this.base = base;
  }

  /// `output` as a function of `inputs`, in that order. An input that did not lead to the output is
  /// accepted and has no effect. Cost: linear in the values that led to the output.
  public static Replay of(Value output, Collection<Value> inputs) {
    return of(Graph.of(output), List.copyOf(inputs));
  }

  /// Why the program has to be run again instead, if it has: one of `inputs` led to a decision that
  /// it noted with [Value#steer()]. Without decisions the replay is the program.
  public static Optional<String> refusal(Collection<Value> inputs) {
    for (Value input : inputs) {
      if (input.steers) {
        String name = input.label().isEmpty() ? "an input" : input.label();
        return Optional.of("the program decided something by a value that depends on " + name);
      }
    }
    return Optional.empty();
  }

  static Replay of(Graph graph, List<Value> inputs) {
    Tape tape = graph.tape();
    int[] places = new int[inputs.size()];
    double[] base = new double[inputs.size()];
    boolean[] moves = new boolean[graph.size()];
    boolean[] cut = new boolean[graph.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = graph.indexOf(inputs.get(i));
      base[i] = places[i] < 0 ? inputs.get(i).data() : tape.data(places[i]);
      if (places[i] >= 0) {
        moves[places[i]] = true;
        cut[places[i]] = true;
      }
    }
    int[] dependents = new int[graph.size()];
    int count = 0;
    for (int node = 0; node < graph.size(); node++) {
      Operation operation = tape.operation(node);
      for (int i = 0; i < operation.arity() && !moves[node]; i++) {
        moves[node] = moves[tape.operand(node, i)];
      }
      if (moves[node] && !cut[node]) {
        dependents[count++] = node;
      }
    }
    return new Replay(tape, places, Arrays.copyOf(dependents, count), base);
  }

  /// How many inputs there are.
  public int arity() {
    return inputs.length;
  }

  /// The inputs' data when the replay was made.
  public double[] base() {
    return base.clone();
  }

  /// The output with the inputs at `values`, in the order in which they were chosen. Cost: linear
  /// in what depends on them.
  public double at(double... values) {
    place(values);
    for (int node : dependents) {
      tape.compute(node);
    }
    return tape.data(tape.size() - 1);
  }

  /// The derivative of the output by each input at `values`, in reverse mode.
  public double[] gradient(double... values) {
    double[] gradient = new double[inputs.length];
    gradient(values, gradient);
    return gradient;
  }

  /// The output at `values`; its derivative by each input is written into `gradient`. Nothing is
  /// allocated after the first time: the form for training.
  public double gradient(double[] values, double[] gradient) {
    check(values);
    Fused program = fused;
    if (program == null) {
      program = Fused.of(tape, inputs, dependents);
      fused = program;
    }
    double output = program.at(values);
    program.backward(gradient);
    return output;
  }

  /// What is further from a kink is further than the rounding of ordinary numbers.
  private static final double NEXT = 0x1p-30;

  /// Numbers that an author wrote are rounded too.
  private static final double WRITTEN = 4;

  /// The output and its derivative by input `input` at `values`, in forward mode (dual numbers).
  public Dual forward(int input, double... values) {
    at(values);
    return dual(input);
  }

  /// A number and its derivative, with a bound of the rounding in each: the exact result of the
  /// recorded operations is, to first order, no further away.
  public record Dual(double value, double slope, double valueRounding, double slopeRounding) {
    /// Whether reverse mode may say so, up to the rounding of both.
    boolean confirms(double reverse) {
      return Math.abs(reverse - slope) <= 2 * slopeRounding;
    }
  }

  Tape tape() {
    return tape;
  }

  Dual dual(int input) {
    return rounding(input).at(tape.size() - 1);
  }

  private Rounding rounding(int input) {
    Rounding rounding = new Rounding(tape);
    if (inputs[input] >= 0) {
      rounding.seed(inputs[input]);
    }
    for (int node : dependents) {
      rounding.step(node);
    }
    return rounding;
  }

  /// The edges that the recorded operations stand at, of those that depend on an input, in order.
  public List<Edge> edges(double... values) {
    at(values);
    List<Edge> edges = new ArrayList<>();
    for (int node : dependents) {
      tape.edge(node).filter(edge -> !edges.contains(edge)).ifPresent(edges::add);
    }
    return edges;
  }

  /// The kinks that are no further away than rounding can tell: `relu(0.1 * 3 - 0.3)` stands at
  /// one.
  List<Edge> kinksNearby(double... values) {
    at(values);
    List<Edge> edges = new ArrayList<>();
    Rounding rounding = null;
    for (int node : dependents) {
      double gap = tape.gap(node);
      if (gap > 0 && gap < NEXT) {
        rounding = rounding == null ? rounding(0) : rounding;
        Edge edge = gap <= WRITTEN * rounding.gap(node) ? tape.kink(node) : null;
        if (edge != null && !edges.contains(edge)) {
          edges.add(edge);
        }
      }
    }
    return edges;
  }

  private void check(double[] values) {
    if (values.length != inputs.length) {
      throw new IllegalArgumentException(
          inputs.length + " inputs, but " + values.length + " numbers");
    }
  }

  private void place(double[] values) {
    check(values);
    for (int i = 0; i < values.length; i++) {
      if (inputs[i] >= 0) {
        tape.put(inputs[i], values[i]);
      }
    }
  }
}
