package dev.perilla.engine.autograd;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A number that remembers which operation on which parents made it: micrograd's `Value`.
///
/// ```java
/// Value a = Value.of(2), b = Value.of(-3), c = Value.of(10);
/// Value d = a.mul(b).add(c);
/// d.backward();
/// a.grad();   // -3.0, the derivative of d by a
/// ```
///
/// Semantics are micrograd's: [#backward()] adds to the gradients that are there; `setData` on a
/// leaf is what later operations and later backward sweeps see; a number on either side of an
/// operator becomes a leaf. `a - b` and `a / b` are one value here, with the bits of micrograd's
/// two, see [Compound]. The sweep is in reverse order of creation and iterative, so a gradient has
/// the same bits on every machine and no depth is too deep.
///
/// Out of its domain an operation gives what IEEE 754 has for it, infinity or NaN, and throws
/// nothing; [#edge()] names the place. At a kink the slope is the one of [Operation]: 0 for `relu`
/// and `abs` at 0, and at a tie of `max` and `min` all of it goes to `this`. The elementary
/// functions give the same bits everywhere, see [Reals]. The vocabulary is that of micrograd
/// (Karpathy, github.com/karpathy/micrograd, `engine.py`), with what it has not.
///
/// A value belongs to the thread that made it. What nothing refers to is garbage collected: memory
/// holds the graphs that are still in use, 56 bytes a value, 72 a difference or quotient.
public sealed class Value implements Comparable<Value> permits Compound, WeightedSum {
  private static final byte ADD = Operation.ADD.code();
  private static final byte MUL = Operation.MUL.code();
  private static final byte TANH = Operation.TANH.code();
  private static final byte SIGMOID = Operation.SIGMOID.code();

  private double data;
  double grad;
  final long order;
  @Nullable Value a; // of an operation: the operands, once it is open
  @Nullable Value b;
  private final Clock clock;
  private @Nullable String label;
  final byte row;
  boolean seen;
  boolean steers;

  Value(double data, byte row, @Nullable Value a, @Nullable Value b, Clock clock) {
    this.data = data;
    this.row = row;
    this.a = a;
    this.b = b;
    this.clock = clock;
    this.order = b == null || b.clock == clock ? clock.tick(1) : clock.tickAfter(b.order, b.clock);
    if (a != null) {
      clock.reads(a.madeAt(), order);
    }
    if (b != null) {
      clock.reads(b.madeAt(), order);
    }
  }

  /// A value that stands for the last of `ticks` ones, and is not open yet.
  Value(double data, Operation operation, Clock clock, int ticks) {
    this.data = data;
    this.row = operation.code();
    this.clock = clock;
    this.order = clock.tick(ticks);
  }

  /// A value inside one that stands for several, with a place in their order.
  private Value(double data, Operation operation, Value a, Value b, Value last, int before) {
    this.data = data;
    this.row = operation.code();
    this.a = a;
    this.b = b;
    this.clock = last.clock;
    this.order = last.order - before;
    this.steers = last.steers;
  }

  /// The value that stands `before` places before this one.
  final Value inside(double data, Operation operation, Value a, Value b, int before) {
    return new Value(data, operation, a, b, this, before);
  }

  /// The number in the order of creation, later than all for a leaf.
  final long madeAt() {
    return row == 0 ? Long.MAX_VALUE : order;
  }

  final Clock clock() {
    return clock;
  }

  /// Makes the operands, if this stands for several values.
  void open() {}

  /// A leaf: an input, a parameter, a constant.
  public static Value of(double data) {
    return new Value(data, (byte) 0, null, null, Clock.current());
  }

  /// A leaf with a name for listings and drawings.
  public static Value of(double data, String label) {
    Value leaf = of(data);
    leaf.label = label;
    return leaf;
  }

  /// The result of `operation`, which reads one value.
  public static Value apply(Operation operation, Value a) {
    if (operation.arity() != 1 || operation == Operation.POWER) {
      throw new IllegalArgumentException(operation + " does not read one value");
    }
    return new Value(Step.value(operation.code(), a.data, 0), operation.code(), a, null, a.clock);
  }

  /// The result of `operation`, which reads two values.
  public static Value apply(Operation operation, Value a, Value b) {
    if (operation.arity() != 2) {
      throw new IllegalArgumentException(operation + " does not read two values");
    }
    byte row = operation.code();
    double data = Step.value(row, a.data, b.data);
    return operation == Operation.SUB || operation == Operation.DIV
        ? new Compound(data, row, a, b)
        : new Value(data, row, a, b, a.clock);
  }

  public double data() {
    return data;
  }

  /// Changes the number. What was computed from it before keeps its data; a backward sweep reads
  /// the operands' data as it is then.
  public void setData(double data) {
    this.data = data;
  }

  /// The gradient that [#backward()] sweeps left here, 0 before the first.
  public double grad() {
    return grad;
  }

  public void setGrad(double grad) {
    this.grad = grad;
    if (row != 0) {
      clock.sweeps(order);
    }
  }

  /// The name for listings, empty without one.
  public String label() {
    return label == null ? "" : label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public Operation operation() {
    return Operation.row(row);
  }

  /// micrograd's `_op`: `+`, `*`, `**2`, `ReLU`, and so on; empty for a leaf.
  public String op() {
    return operation() == Operation.POWER && b != null ? "**" + b.label() : operation().symbol();
  }

  /// What the operation read, in order: `a * a` has `a` twice. The exponent of a power with a
  /// number is no operand, see [#exponent()].
  public List<Value> operands() {
    open();
    if (a == null) {
      return List.of();
    }
    return b == null || operation() == Operation.POWER ? List.of(a) : List.of(a, b);
  }

  /// micrograd's `_prev`: the operands without repetition, in order.
  public List<Value> parents() {
    open();
    return a != null && a == b ? List.of(a) : operands();
  }

  /// The number `n` of `a ** n`, NaN for any other operation.
  public double exponent() {
    return operation() == Operation.POWER && b != null ? b.data : Double.NaN;
  }

  /// `this + other`.
  public Value add(Value other) {
    return new Value(data + other.data, ADD, this, other, clock);
  }

  /// `this + other`, which becomes a leaf.
  public Value add(double other) {
    return add(of(other));
  }

  /// `this - other`.
  public Value sub(Value other) {
    return apply(Operation.SUB, this, other);
  }

  /// `this - other`, which becomes a leaf.
  public Value sub(double other) {
    return sub(of(other));
  }

  /// `left - this`.
  public Value rsub(double left) {
    return of(left).sub(this);
  }

  /// `this * other`.
  public Value mul(Value other) {
    return new Value(data * other.data, MUL, this, other, clock);
  }

  /// `this * other`, which becomes a leaf.
  public Value mul(double other) {
    return mul(of(other));
  }

  /// `this / other`, with the bits of `this * other**-1`; by 0 an infinity or NaN.
  public Value div(Value other) {
    return apply(Operation.DIV, this, other);
  }

  /// `this / other`, which becomes a leaf.
  public Value div(double other) {
    return div(of(other));
  }

  /// `left / this`.
  public Value rdiv(double left) {
    return of(left).div(this);
  }

  /// `this ** exponent`, by both of which there is a derivative; NaN for a negative number with an
  /// exponent that is not whole.
  public Value pow(Value exponent) {
    return apply(Operation.POW, this, exponent);
  }

  /// `this ** exponent` with a float, which [#op()] shows as one: `**0.5`.
  public Value pow(double exponent) {
    return power(of(exponent, Reals.repr(exponent)));
  }

  /// `this ** exponent` with an integer, which [#op()] shows as one: `**2`.
  public Value pow(long exponent) {
    return power(of((double) exponent, Long.toString(exponent)));
  }

  /// `left ** this`.
  public Value rpow(double left) {
    return of(left).pow(this);
  }

  private Value power(Value exponent) {
    byte power = Operation.POWER.code();
    return new Value(Reals.pow(data, exponent.data), power, this, exponent, clock);
  }

  /// `start + weights[0] * inputs[0] + weights[1] * inputs[1] + ...`, one after the other, as many
  /// as both lists have: what a neuron computes, before its activation. The graph and the bits are
  /// those of the products and sums; recording them together is five times as fast.
  public static Value weightedSum(Value start, List<Value> weights, List<Value> inputs) {
    return WeightedSum.of(start, new WeightedSum.Factors(weights), new WeightedSum.Factors(inputs));
  }

  /// `-this`.
  public Value neg() {
    return apply(Operation.NEG, this);
  }

  /// `this` where it is above 0, else 0. The slope at 0 is 0, as micrograd's.
  public Value relu() {
    return apply(Operation.RELU, this);
  }

  /// The hyperbolic tangent.
  public Value tanh() {
    return apply(Operation.TANH, this);
  }

  /// `e ** this`; infinity above 709.78.
  public Value exp() {
    return apply(Operation.EXP, this);
  }

  /// The natural logarithm: -infinity at 0, NaN below.
  public Value log() {
    return apply(Operation.LOG, this);
  }

  /// `1 / (1 + e ** -this)`.
  public Value sigmoid() {
    return apply(Operation.SIGMOID, this);
  }

  /// The sine of `this` in radians.
  public Value sin() {
    return apply(Operation.SIN, this);
  }

  /// The cosine of `this` in radians.
  public Value cos() {
    return apply(Operation.COS, this);
  }

  /// The square root: NaN below 0; at 0 its slope is infinite.
  public Value sqrt() {
    return apply(Operation.SQRT, this);
  }

  /// The absolute value. The slope at 0 is 0.
  public Value abs() {
    return apply(Operation.ABS, this);
  }

  /// The greater of both; `this` where they are equal.
  public Value max(Value other) {
    return apply(Operation.MAX, this, other);
  }

  /// The lesser of both; `this` where they are equal.
  public Value min(Value other) {
    return apply(Operation.MIN, this, other);
  }

  /// Adds to the gradient of every value that led here its share: the derivative of this value by
  /// it. This value's own gradient becomes 1; a gradient of exactly 0 is not passed on. Cost:
  /// linear in the values that led here.
  public void backward() {
    grad = 1.0;
    if (clock.mixed()) {
      List<Value> made = Sweep.made(this);
      for (int i = made.size() - 1; i >= 0; i--) {
        made.get(i).pull();
      }
    } else {
      Sweep.backward(this, clock);
    }
    clock.sweeps(order);
  }

  /// Passes this value's gradient on to its operands.
  void pull() {
    Value left = a;
    if (left == null || grad == 0) {
      return;
    }
    Value right = b;
    double operand = right == null ? 0 : right.data;
    left.grad += Step.first(row, grad, left.atStep(row, data), operand, data);
    if (right != null && row != Operation.POWER.code()) {
      right.grad += Step.second(row, grad, left.data, operand, data);
    }
  }

  /// This operand as the slope of `row` reads it. Where it was changed since it gave `v`, tanh and
  /// sigmoid go by `v` alone, as at 0.
  private double atStep(byte row, double v) {
    boolean stale =
        this.row == 0 && (row == TANH || row == SIGMOID) && Step.value(row, data, 0) != v;
    return stale ? 0 : data;
  }

  /// Tells the sweep what this value read; returns how many of them it did not know of.
  int await(Sweep.Window window) {
    return (a == null ? 0 : window.await(a)) + (b == null ? 0 : window.await(b));
  }

  /// Puts what this value read onto `stack`.
  void readOnto(Deque<Value> stack) {
    operands().forEach(stack::push);
  }

  /// The named place without an ordinary derivative that the operation stands at, with its
  /// operands' data as they are, if it does. A tie of a value with itself is none.
  public Optional<Edge> edge() {
    Value left = a;
    if (left == null || row == ADD || row == MUL) {
      return Optional.empty();
    }
    boolean itself = left == b && (operation() == Operation.MAX || operation() == Operation.MIN);
    return itself ? Optional.empty() : operation().border(left.data, b == null ? 0 : b.data);
  }

  /// Sets this value's gradient to 0.
  public void zeroGrad() {
    grad = 0;
  }

  /// The derivative of this value by `input`, which may be a leaf or anything on the way; 0 where
  /// it did not lead here, 1 for this value itself. Leaves all gradients as they are.
  public double derivative(Value input) {
    Graph graph = Graph.of(this);
    int index = graph.indexOf(input);
    return index < 0 ? 0 : graph.derivatives()[index];
  }

  /// Notes that the program decided something by this value: a branch, a loop's end, a choice. What
  /// depends on the decision is not in the graph, so replays that move what this value was made
  /// from are refused, see [Replay#refusal]. Cost: over a whole run, at most linear in the values
  /// made.
  public void steer() {
    Sweep.steer(this);
  }

  /// By data, as [Double#compare]; a decision, see [#steer()].
  @Override
  public int compareTo(Value other) {
    steer();
    other.steer();
    return Double.compare(data, other.data);
  }

  /// As micrograd prints it: `Value(data=2.0, grad=0.0)`.
  @Override
  public String toString() {
    return "Value(data=" + Reals.repr(data) + ", grad=" + Reals.repr(grad) + ")";
  }
}
