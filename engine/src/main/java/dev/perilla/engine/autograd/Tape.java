package dev.perilla.engine.autograd;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recorded operations in arrays: 25 bytes an operation, no object for any of them.
///
/// A node is an index, from 0, in order of creation; operands always stand before what reads them.
/// The same table and the same order as in [Value] give the same bits.
///
/// ```java
/// Tape tape = new Tape();
/// int x = tape.leaf(3), y = tape.mul(x, x);
/// tape.backward(y);
/// tape.grad(x);   // 6.0
/// ```
///
/// Shapes: all arrays are as long as the tape. Domains, kinks and rounding are those of [Value].
/// What reads a node throws [IndexOutOfBoundsException] where there is none of that index; an
/// operand of a new one is not looked at, for speed. Not safe for use by several threads at once.
public final class Tape {
  private static final byte POWER = Operation.POWER.code();

  private int size;
  private byte[] rows;
  private long[] operands; // the first in the low half; for a power the second is in `exponents`
  private double[] data;
  private double[] grad;
  private double[] exponents = new double[4];
  private int[] powers = new int[4]; // the nodes that the exponents belong to
  private int exponentCount;

  public Tape() {
    this(64);
  }

  /// A tape with room for `capacity` nodes before its arrays have to grow.
  public Tape(int capacity) {
    rows = new byte[capacity];
    operands = new long[capacity];
    data = new double[capacity];
    grad = new double[capacity];
  }

  /// How many nodes there are.
  public int size() {
    return size;
  }

  /// A new leaf; its index, as that of all that follow.
  public int leaf(double value) {
    return append((byte) 0, 0, 0, value);
  }

  /// The result of an operation on one node.
  public int apply(Operation operation, int a) {
    if (operation.arity() != 1 || operation == Operation.POWER) {
      throw new IllegalArgumentException(operation + " does not read one node");
    }
    byte row = operation.code();
    return append(row, a, a, Step.value(row, data[a], 0));
  }

  /// The result of an operation on two nodes.
  public int apply(Operation operation, int a, int b) {
    if (operation.arity() != 2) {
      throw new IllegalArgumentException(operation + " does not read two nodes");
    }
    byte row = operation.code();
    return append(row, a, b, Step.value(row, data[a], data[b]));
  }

  /// `a + b`.
  public int add(int a, int b) {
    return append((byte) 1, a, b, data[a] + data[b]);
  }

  /// `a - b`.
  public int sub(int a, int b) {
    return append((byte) 2, a, b, data[a] - data[b]);
  }

  /// `a * b`.
  public int mul(int a, int b) {
    return append((byte) 3, a, b, data[a] * data[b]);
  }

  /// `a / b`.
  public int div(int a, int b) {
    return apply(Operation.DIV, a, b);
  }

  /// `a ** exponent` with a number.
  public int power(int a, double exponent) {
    return power(a, exponent, Reals.pow(data[a], exponent));
  }

  /// `-a`.
  public int neg(int a) {
    return apply(Operation.NEG, a);
  }

  /// As [Value#relu()].
  public int relu(int a) {
    return apply(Operation.RELU, a);
  }

  /// As [Value#tanh()].
  public int tanh(int a) {
    return apply(Operation.TANH, a);
  }

  /// As [Value#exp()].
  public int exp(int a) {
    return apply(Operation.EXP, a);
  }

  /// As [Value#log()].
  public int log(int a) {
    return apply(Operation.LOG, a);
  }

  int power(int a, double exponent, double value) {
    if (exponentCount == exponents.length) {
      exponents = Arrays.copyOf(exponents, exponentCount * 2);
      powers = Arrays.copyOf(powers, exponentCount * 2);
    }
    powers[exponentCount] = size;
    exponents[exponentCount] = exponent;
    return append(POWER, a, exponentCount++, value);
  }

  int append(byte row, int a, int b, double value) {
    int index = size;
    if (index == data.length) {
      grow();
    }
    rows[index] = row;
    operands[index] = (long) b << 32 | a;
    data[index] = value;
    size = index + 1;
    return index;
  }

  private void grow() {
    int capacity = Math.max(64, size + (size >> 1));
    rows = Arrays.copyOf(rows, capacity);
    operands = Arrays.copyOf(operands, capacity);
    data = Arrays.copyOf(data, capacity);
    grad = Arrays.copyOf(grad, capacity);
  }

  /// Forgets all nodes from `length` on, so that a loop may record each turn in the same memory.
  public void truncate(int length) {
    if (length < 0 || length > size) {
      throw new IndexOutOfBoundsException(
          "a tape of " + size + " nodes cannot be cut at " + length);
    }
    size = length;
    while (exponentCount > 0 && powers[exponentCount - 1] >= length) {
      exponentCount--;
    }
  }

  /// What made a node; [Operation#LEAF] for a leaf.
  public Operation operation(int node) {
    return Operation.row(rows[check(node)]);
  }

  /// The node that operand 0 or 1 of `node` is.
  ///
  /// @throws IndexOutOfBoundsException if it has no such operand
  public int operand(int node, int operand) {
    if (operand < 0 || operand >= operation(node).arity()) {
      throw new IndexOutOfBoundsException(operation(node) + " has no operand " + operand);
    }
    return operand == 0 ? first(node) : second(node);
  }

  /// How far a node's operand is from 0, or its two from each other: there kinks are.
  double gap(int node) {
    return switch (operation(node).arity()) {
      case 0 -> Double.POSITIVE_INFINITY;
      case 1 -> Math.abs(left(node));
      default -> Math.abs(left(node) - right(node)); // of two
    };
  }

  /// The kink that a node has where that is nothing; null for other operations.
  @Nullable Edge kink(int node) {
    Operation operation = operation(node);
    boolean tie = operation.arity() == 2;
    Edge edge = operation.edge(tie ? left(node) : 0, tie ? left(node) : right(node)).orElse(null);
    return edge == null || edge.kind() != Edge.Kind.KINK ? null : edge;
  }

  /// The named place without an ordinary derivative that `node` stands at, if it does. A tie of a
  /// node with itself is none.
  public Optional<Edge> edge(int node) {
    Operation operation = operation(node);
    if (operation == Operation.LEAF) {
      return operation.edge(data[node], 0);
    }
    boolean itself = operation.arity() == 2 && first(node) == second(node);
    if (itself && (operation == Operation.MAX || operation == Operation.MIN)) {
      return Optional.empty();
    }
    boolean two = operation.arity() == 2 || operation == Operation.POWER;
    return operation.edge(data[first(node)], two ? right(node) : 0);
  }

  /// The number of a node.
  public double data(int node) {
    return data[check(node)];
  }

  /// The gradient that the last [#backward(int)] found.
  public double grad(int node) {
    return grad[check(node)];
  }

  /// Changes a leaf. What was computed from it follows at the next [#replay()].
  ///
  /// @throws IllegalArgumentException if `leaf` is none
  public void set(int leaf, double value) {
    if (rows[check(leaf)] != 0) {
      throw new IllegalArgumentException("node " + leaf + " is no leaf");
    }
    data[leaf] = value;
  }

  /// Computes every operation again, in order, from the leaves as they are. Cost: linear in the
  /// size.
  public void replay() {
    for (int i = 0; i < size; i++) {
      if (rows[i] != 0) {
        compute(i);
      }
    }
  }

  void compute(int node) {
    data[node] = Step.value(rows[node], data[first(node)], right(node));
  }

  /// What all nodes hold.
  double[] data() {
    return Arrays.copyOf(data, size());
  }

  /// Puts back what they held.
  void restore(double[] saved) {
    System.arraycopy(saved, 0, data, 0, saved.length);
  }

  void put(int node, double value) {
    data[node] = value;
  }

  /// Finds the derivative of `output` by every node up to it; those after it have 0. Where the
  /// gradient is exactly 0 the sweep stops. Cost: linear in the size, no allocation.
  public void backward(int output) {
    check(output);
    Arrays.fill(grad, 0, size, 0.0);
    grad[output] = 1.0;
    for (int i = output; i >= 0; i--) {
      double g = grad[i];
      if (g != 0) {
        pull(i, g);
      }
    }
  }

  private void pull(int node, double g) {
    byte row = rows[node];
    int a = first(node);
    switch (row) {
      case 0 -> {}
      case 1 -> {
        grad[a] += g;
        grad[second(node)] += g;
      }
      case 3 -> {
        int b = second(node);
        grad[a] += data[b] * g;
        grad[b] += data[a] * g;
      }
      default -> {
        double left = data[a];
        double right = right(node);
        grad[a] += Step.first(row, g, left, right, data[node]);
        if (Operation.row(row).arity() == 2) {
          grad[second(node)] += Step.second(row, g, left, right, data[node]);
        }
      }
    }
  }

  /// What stands on the right of the operator: a node's data or a power's number.
  double right(int node) {
    return rows[node] == POWER ? exponents[second(node)] : data[second(node)];
  }

  private int first(int node) {
    return (int) operands[node];
  }

  private int second(int node) {
    return (int) (operands[node] >> 32);
  }

  double left(int node) {
    return data[first(node)];
  }

  private int check(int node) {
    if (node < 0 || node >= size) {
      throw new IndexOutOfBoundsException("no node " + node + " on a tape of " + size);
    }
    return node;
  }
}
