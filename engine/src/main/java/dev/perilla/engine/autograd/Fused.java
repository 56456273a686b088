package dev.perilla.engine.autograd;

import java.util.Arrays;

/// A recorded graph made short for many runs: only what depends on the inputs, in memory without
/// gaps, with each chain `s + w*x + w*x + ...` as one instruction.
///
/// The bits are the tape's: a chain is formed only where its products and sums follow each other in
/// the order of creation and nothing else reads them, and it is swept in the order in which they
/// would have been.
///
/// Memory: `slots` numbers and as many gradients; places are slots, not nodes.
final class Fused {
  /// The row number of a chain: one past the table's.
  private static final byte CHAIN = (byte) Operation.values().length;

  private final int[] inputs;
  private final int output;
  private final double[] data;
  private final double[] grad;
  private final byte[] rows;
  private final int[] target;
  private final int[] first; // of a chain: what it starts from
  private final int[] second; // of a chain: where its factors begin
  private final int[] end; // of a chain: where its factors end
  private final int[] left;
  private final int[] right;

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
    this.left = Arrays.copyOf(from.left, from.factors);
    this.right = Arrays.copyOf(from.right, from.factors);
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
    double[] d = data;
    for (int k = 0; k < rows.length; k++) {
      byte row = rows[k];
      double value;
      if (row == CHAIN) {
        value = d[first[k]];
        for (int j = second[k], stop = end[k]; j < stop; j++) {
          value += d[left[j]] * d[right[j]];
        }
      } else {
        value = Step.value(row, d[first[k]], d[second[k]]);
      }
      d[target[k]] = value;
    }
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
    double[] d = data;
    double[] g = grad;
    byte row = rows[k];
    int a = first[k];
    if (row == CHAIN) {
      int start = second[k];
      for (int j = end[k] - 1; j >= start; j--) {
        if (j == start) {
          g[a] += arriving;
        }
        int l = left[j];
        int r = right[j];
        g[l] += d[r] * arriving;
        g[r] += d[l] * arriving;
      }
      return;
    }
    int b = second[k];
    double v = d[target[k]];
    double x = d[a];
    double y = d[b];
    g[a] += Step.first(row, arriving, x, y, v);
    if (Operation.row(row).arity() == 2) {
      g[b] += Step.second(row, arriving, x, y, v);
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
          emitChain(k, length);
          k += 2 * length;
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

    private void emitChain(int k, int length) {
      rows[count] = CHAIN;
      first[count] = slot(tape.operand(dependents[k + 1], 0));
      second[count] = factors;
      for (int i = 0; i < length; i++) {
        left[factors] = slot(tape.operand(dependents[k + 2 * i], 0));
        right[factors++] = slot(tape.operand(dependents[k + 2 * i], 1));
      }
      end[count] = factors;
      target[count++] = slot(dependents[k + 2 * length - 1]);
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
