package dev.perilla.engine.autograd;

import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `start + w[0] * x[0] + w[1] * x[1] + ...`, recorded as one value until somebody looks inside.
///
/// It is the same graph: the products and sums have their places in the order of creation, and are
/// made when an operand is asked for, with the data and gradients that they would have had. Until
/// then a product takes 8 bytes instead of two values, and a sweep goes through all of them at
/// once.
final class WeightedSum extends Value {
  private final Value start;
  private final Value[] weights;
  private final Value[] inputs;
  private final double from; // what the start and the products were; the factors may change
  private final double[] products;
  private double passed; // the gradient that the sums and products have from a sweep

  private WeightedSum(double sum, Value start, Value[] weights, Value[] inputs, double[] products) {
    super(sum, Operation.ADD, start.clock(), 2 * products.length);
    this.start = start;
    this.weights = weights;
    this.inputs = inputs;
    this.from = start.data();
    this.products = products;
  }

  /// The sum over as many products as there are of both.
  static Value of(Value start, Factors weights, Factors inputs) {
    Value[] ws = weights.values;
    Value[] xs = inputs.values;
    int length = Math.min(ws.length, xs.length);
    if (length == 0 || weights.clock != start.clock() || inputs.clock != start.clock()) {
      return oneByOne(start, ws, xs);
    }
    double[] products = new double[length];
    double sum = start.data();
    for (int i = 0; i < length; i++) {
      double product = ws[i].data() * xs[i].data();
      products[i] = product;
      sum += product;
    }
    WeightedSum made = new WeightedSum(sum, start, ws, xs, products);
    long oldest = Math.min(start.madeAt(), Math.min(weights.oldest, inputs.oldest));
    start.clock().reads(oldest, made.order);
    return made;
  }

  private static Value oneByOne(Value start, Value[] weights, Value[] inputs) {
    Value value = start;
    for (int i = 0; i < Math.min(weights.length, inputs.length); i++) {
      value = value.add(weights[i].mul(inputs[i]));
    }
    return value;
  }

  /// The values on one side of the products, with what a sum has to know of all of them.
  static final class Factors {
    private final Value[] values;
    private final @Nullable Clock clock; // of all, null if they differ
    private final long oldest;

    Factors(List<Value> of) {
      values = of.toArray(new Value[0]);
      long least = Long.MAX_VALUE;
      Clock common = values.length == 0 ? null : values[0].clock();
      for (Value value : values) {
        least = Math.min(least, value.madeAt());
        common = value.clock() == common ? common : null;
      }
      oldest = least;
      clock = common;
    }

    int size() {
      return values.length;
    }
  }

  private boolean isOpen() {
    return a != null;
  }

  @Override
  void open() {
    Value before = start;
    double data = from;
    int after = isOpen() ? 0 : 2 * products.length;
    for (int i = 0; after > 0; i++) {
      data += products[i];
      Value product = inside(products[i], Operation.MUL, weights[i], inputs[i], --after);
      product.grad = passed;
      if (--after == 0) {
        a = before;
        b = product;
      } else {
        before = inside(data, Operation.ADD, before, product, after);
        before.grad = passed;
      }
    }
  }

  @Override
  void pull() {
    if (passed != 0) {
      open(); // what a second sweep adds to the gradients inside differs
    }
    if (isOpen()) {
      super.pull();
      return;
    }
    double g = grad;
    passed = g;
    for (int i = g == 0 ? -1 : products.length - 1; i >= 0; i--) {
      if (i == 0) {
        start.grad += g;
      }
      Value w = weights[i];
      Value x = inputs[i];
      w.grad += x.data() * g;
      x.grad += w.data() * g;
    }
  }

  @Override
  int await(Sweep.Window window) {
    if (isOpen()) {
      return super.await(window);
    }
    int added = window.await(start);
    for (int i = 0; i < products.length; i++) {
      added += window.await(weights[i]) + window.await(inputs[i]);
    }
    return added;
  }

  @Override
  void readOnto(Deque<Value> stack) {
    if (isOpen()) {
      super.readOnto(stack);
      return;
    }
    stack.push(start);
    for (int i = 0; i < products.length; i++) {
      stack.push(weights[i]);
      stack.push(inputs[i]);
    }
  }
}
