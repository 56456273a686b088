package dev.perilla.engine.autograd;

/// `a - b` or `a / b`, which micrograd makes of two values: the one between, `-b` or `b**-1`, keeps
/// the gradient that sweeps leave there, so that a second sweep passes it on again.
final class Compound extends Value {
  private final double inverse; // what b**-1 was
  private double between; // its gradient, or that of -b

  Compound(double data, byte row, Value a, Value b) {
    super(data, row, a, b, a.clock());
    inverse = row == Operation.DIV.code() ? Reals.pow(b.data(), -1) : 1;
  }

  @Override
  void pull() {
    Value left = a;
    Value right = b;
    if (left == null || right == null || (grad == 0 && between == 0)) {
      return;
    }
    boolean divides = row == Operation.DIV.code();
    left.grad += inverse * grad;
    between += divides ? left.data() * grad : grad;
    right.grad += divides ? -Reals.pow(right.data(), -2) * between : -between;
  }
}
