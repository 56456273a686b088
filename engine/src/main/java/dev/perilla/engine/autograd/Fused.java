package dev.perilla.engine.autograd;

import java.util.Arrays;
import java.util.List;

/// A recorded graph made short for many runs: only what depends on the inputs, in memory without
/// gaps, with each chain `s + w*x + w*x + ...` and the activation after it as one instruction.
/// Where the factors of a chain lie side by side, as a neuron's do, it is a run: no places are
/// looked up.
///
/// The bits are the tape's: a chain is formed only where its products and sums follow each other in
/// the order of creation and nothing else reads them, and it is swept in the order in which they
/// would have been. A run's factors are all different, so there the order does not matter.
///
/// Memory: `slots` numbers and as many gradients; places are slots, not nodes.
final class Fused {
  /// The row numbers of a chain and of a run: past the table's.
  private static final byte CHAIN = (byte) Operation.values().length;

  private static final byte RUN = (byte) (CHAIN + 1);
  private static final byte NONE = Operation.LEAF.code();
  private static final byte RELU = Operation.RELU.code();

  private final int[] inputs;
  private final int output;
  private final double[] data;
  private final double[] grad;
  private final byte[] rows;
  private final int[] target;
  private final int[] first; // of a chain: what it starts from
  private final int[] second; // of a chain: where its factors begin
  private final int[] end; // of a chain: where its factors end
  private final byte[] activation; // of a chain: the operation on its sum, or none
  private final boolean[] abreast; // of a run: whether it and the next three can be run together
  private final int[] left;
  private final int[] right;
  private final List<Lanes> samples; // the parts that are run for all samples at once, in order

  private Fused(Builder from, int[] inputs, int output) {
    this.inputs = inputs;
    this.output = output;
    this.data = Arrays.copyOf(from.data, from.slots);
    this.grad = new double[from.slots];
    this.rows = Arrays.copyOf(from.rows, from.count);
    this.target = Arrays.copyOf(from.target, from.count);
    this.first = Arrays.copyOf(from.first, from.count);
    this.second = Arrays.copyOf(from.second, from.count);
    this.end = Arrays.copyOf(from.end, from.count);
    this.activation = Arrays.copyOf(from.activation, from.count);
    this.abreast = from.abreast();
    this.left = Arrays.copyOf(from.left, from.factors);
    this.right = Arrays.copyOf(from.right, from.factors);
    this.samples = samples();
  }

  private List<Lanes> samples() {
    boolean[] isChain = new boolean[rows.length];
    boolean[] constants = new boolean[data.length];
    Arrays.fill(constants, true);
    for (int k = 0; k < rows.length; k++) {
      isChain[k] = rows[k] == CHAIN || rows[k] == RUN;
      constants[target[k]] = false;
    }
    for (int input : inputs) {
      if (input >= 0) {
        constants[input] = false;
      }
    }
    return Lanes.of(
        new Lanes.Chains(isChain, first, second, end, left, right, activation, target),
        constants,
        data);
  }

  /// The output of `tape` as a function of the nodes `inputs` (-1 for one that has no effect), of
  /// which the nodes `dependents` are all that depend on them, in order.
  static Fused of(Tape tape, int[] inputs, int[] dependents) {
    Builder builder = new Builder(tape, inputs, dependents);
    builder.build();
    int[] places = new int[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      places[i] = inputs[i] < 0 ? -1 : builder.slot(inputs[i]);
    }
    return new Fused(builder, places, builder.slot(tape.size() - 1));
  }

  /// The output with the inputs at `values`.
  double at(double[] values) {
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i] >= 0) {
        data[inputs[i]] = values[i];
      }
    }
    forward();
    return data[output];
  }

  private void forward() {
    int k = 0;
    for (Lanes lanes : samples) {
      forward(k, lanes.start());
      lanes.run(data);
      for (int sample = 0; sample < lanes.rests(); sample++) {
        forward(lanes.rest(sample), lanes.next(sample));
      }
      k = lanes.end();
    }
    forward(k, rows.length);
  }

  private void forward(int from, int to) {
    int k = from;
    while (k < to) {
      byte row = rows[k];
      if (row == RUN && abreast[k] && k + 4 <= to) {
        fourRuns(k);
        k += 4;
        continue;
      }
      double value;
      if (row == RUN) {
        value = run(data, first[k], left[second[k]], right[second[k]], end[k] - second[k]);
        value = activate(activation[k], value);
      } else if (row == CHAIN) {
        value = activate(activation[k], chain(k));
      } else {
        value = Step.value(row, data[first[k]], data[second[k]]);
      }
      data[target[k]] = value;
      k++;
    }
  }

  private static double run(double[] d, int start, int left, int right, int length) {
    double value = d[start];
    for (int j = 0; j < length; j++) {
      value += d[left + j] * d[right + j];
    }
    return value;
  }

  /// Four runs over the same inputs, side by side: each sum waits for its own last addition only.
  private void fourRuns(int k) {
    double[] d = data;
    int x = right[second[k]];
    int w0 = left[second[k]];
    int w1 = left[second[k + 1]];
    int w2 = left[second[k + 2]];
    int w3 = left[second[k + 3]];
    double v0 = d[first[k]];
    double v1 = d[first[k + 1]];
    double v2 = d[first[k + 2]];
    double v3 = d[first[k + 3]];
    for (int j = 0, length = end[k] - second[k]; j < length; j++) {
      double input = d[x + j];
      v0 += d[w0 + j] * input;
      v1 += d[w1 + j] * input;
      v2 += d[w2 + j] * input;
      v3 += d[w3 + j] * input;
    }
    d[target[k]] = activate(activation[k], v0);
    d[target[k + 1]] = activate(activation[k + 1], v1);
    d[target[k + 2]] = activate(activation[k + 2], v2);
    d[target[k + 3]] = activate(activation[k + 3], v3);
  }

  private double chain(int k) {
    double value = data[first[k]];
    for (int j = second[k], stop = end[k]; j < stop; j++) {
      value += data[left[j]] * data[right[j]];
    }
    return value;
  }

  private static double activate(byte operation, double sum) {
    return operation == NONE ? sum : Step.value(operation, sum, 0);
  }

  /// Writes the derivative of the output by each input, where the last run stood, into `gradient`.
  void backward(double[] gradient) {
    double[] g = grad;
    Arrays.fill(g, 0.0);
    g[output] = 1.0;
    for (int k = rows.length - 1; k >= 0; k--) {
      double arriving = g[target[k]];
      if (arriving != 0) {
        pull(k, arriving);
      }
    }
    for (int i = 0; i < inputs.length; i++) {
      gradient[i] = inputs[i] < 0 ? 0 : g[inputs[i]];
    }
  }

  private void pull(int k, double arriving) {
    byte row = rows[k];
    if (row == CHAIN || row == RUN) {
      double v = data[target[k]];
      double sum = arriving;
      if (activation[k] != NONE) {
        // The sum itself was not kept; relu alone does not ask for it.
        double a = activation[k] == RELU ? 0 : chain(k);
        sum = Step.first(activation[k], arriving, a, 0, v);
      }
      if (sum != 0) {
        if (row == RUN) {
          grad[first[k]] += sum;
          pullRun(data, grad, left[second[k]], right[second[k]], end[k] - second[k], sum);
        } else {
          pullChain(k, sum);
        }
      }
      return;
    }
    int a = first[k];
    int b = second[k];
    double v = data[target[k]];
    grad[a] += Step.first(row, arriving, data[a], data[b], v);
    if (Operation.row(row).arity() == 2) {
      grad[b] += Step.second(row, arriving, data[a], data[b], v);
    }
  }

  private void pullChain(int k, double sum) {
    int start = second[k];
    for (int j = end[k] - 1; j >= start; j--) {
      if (j == start) {
        grad[first[k]] += sum;
      }
      int l = left[j];
      int r = right[j];
      grad[l] += data[r] * sum;
      grad[r] += data[l] * sum;
    }
  }

  private static void pullRun(double[] d, double[] g, int left, int right, int length, double sum) {
    for (int j = 0; j < length; j++) {
      g[left + j] += d[right + j] * sum;
    }
    for (int j = 0; j < length; j++) {
      g[right + j] += d[left + j] * sum;
    }
  }

  /// Collects instructions; all places are dropped after the build.
  private static final class Builder {
    private final Tape tape;
    private final int[] inputs;
    private final int[] dependents;
    private final int[] uses;
    private final int[] slotOf;
    private double[] data = new double[64];
    private int slots;
    private int count;
    private int factors;
    private final byte[] rows;
    private final int[] target;
    private final int[] first;
    private final int[] second;
    private final int[] end;
    private final byte[] activation;
    private final int[] left;
    private final int[] right;

    Builder(Tape tape, int[] inputs, int[] dependents) {
      this.tape = tape;
      this.inputs = inputs;
      this.dependents = dependents;
      this.uses = new int[tape.size()];
      this.slotOf = new int[tape.size()];
      int n = dependents.length;
      rows = new byte[n];
      target = new int[n];
      first = new int[n];
      second = new int[n];
      end = new int[n];
      activation = new byte[n];
      left = new int[n];
      right = new int[n];
    }

    void build() {
      Arrays.fill(slotOf, -1);
      uses[tape.size() - 1] = 1;
      for (int input : inputs) {
        if (input >= 0) {
          uses[input] += 2;
          slot(input);
        }
      }
      for (int node : dependents) {
        for (int i = 0; i < tape.operation(node).arity(); i++) {
          uses[tape.operand(node, i)]++;
        }
      }
      int k = 0;
      while (k < dependents.length) {
        int length = chain(k);
        if (length > 0) {
          k = emitChain(k, length);
        } else {
          emit(dependents[k++]);
        }
      }
    }

    /// How many products and sums in turn begin at place `k`.
    private int chain(int k) {
      int length = 0;
      while (k + 2 * length + 1 < dependents.length) {
        int product = dependents[k + 2 * length];
        int sum = dependents[k + 2 * length + 1];
        boolean link =
            tape.operation(product) == Operation.MUL
                && tape.operation(sum) == Operation.ADD
                && tape.operand(sum, 1) == product
                && tape.operand(sum, 0) != product
                && uses[product] == 1;
        if (link && length > 0) {
          int before = dependents[k + 2 * length - 1];
          link = tape.operand(sum, 0) == before && uses[before] == 1;
        }
        if (!link) {
          break;
        }
        length++;
      }
      return length;
    }

    /// Returns the place after the chain and its activation.
    private int emitChain(int k, int length) {
      int start = factors;
      first[count] = slot(tape.operand(dependents[k + 1], 0));
      second[count] = start;
      for (int i = 0; i < length; i++) {
        left[factors] = slot(tape.operand(dependents[k + 2 * i], 0));
        right[factors++] = slot(tape.operand(dependents[k + 2 * i], 1));
      }
      end[count] = factors;
      rows[count] = isRun(first[count], start) ? RUN : CHAIN;
      int next = k + 2 * length;
      int result = dependents[next - 1];
      if (next < dependents.length && isActivation(dependents[next], result)) {
        result = dependents[next++];
        activation[count] = tape.operation(result).code();
      }
      target[count++] = slot(result);
      return next;
    }

    private boolean isRun(int init, int start) {
      int length = factors - start;
      for (int i = start + 1; i < factors; i++) {
        if (left[i] != left[i - 1] + 1 || right[i] != right[i - 1] + 1) {
          return false;
        }
      }
      int l = left[start];
      int r = right[start];
      boolean apart = l + length <= r || r + length <= l;
      boolean outside = (init < l || init >= l + length) && (init < r || init >= r + length);
      return apart && outside;
    }

    /// For each instruction, whether it begins four runs over the same inputs none of which reads
    /// what another writes.
    boolean[] abreast() {
      boolean[] abreast = new boolean[count];
      for (int k = 0; k + 3 < count; k++) {
        boolean same = true;
        for (int i = 0; i < 4 && same; i++) {
          int from = second[k + i];
          same =
              rows[k + i] == RUN
                  && right[from] == right[second[k]]
                  && end[k + i] - from == end[k] - second[k];
          for (int other = 0; other < i && same; other++) {
            int written = target[k + other];
            int length = end[k] - second[k];
            same =
                first[k + i] != written
                    && (written < left[from] || written >= left[from] + length)
                    && (written < right[from] || written >= right[from] + length);
          }
        }
        abreast[k] = same;
      }
      return abreast;
    }

    /// Whether `node` is an operation on `sum` alone, read by nothing else, whose slope its result
    /// tells.
    private boolean isActivation(int node, int sum) {
      return switch (tape.operation(node)) {
        case RELU, TANH, SIGMOID -> tape.operand(node, 0) == sum && uses[sum] == 1;
        default -> false;
      };
    }

    private void emit(int node) {
      Operation operation = tape.operation(node);
      rows[count] = operation.code();
      first[count] = slot(tape.operand(node, 0));
      if (operation == Operation.POWER) {
        second[count] = constant(tape.right(node));
      } else {
        second[count] = operation.arity() == 2 ? slot(tape.operand(node, 1)) : first[count];
      }
      target[count++] = slot(node);
    }

    int slot(int node) {
      if (slotOf[node] < 0) {
        slotOf[node] = constant(tape.data(node));
      }
      return slotOf[node];
    }

    private int constant(double value) {
      if (slots == data.length) {
        data = Arrays.copyOf(data, slots * 2);
      }
      data[slots] = value;
      return slots++;
    }
  }
}
