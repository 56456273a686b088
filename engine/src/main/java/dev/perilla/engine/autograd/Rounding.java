package dev.perilla.engine.autograd;

/// Forward mode with a running bound of what rounding did, to first order: for each node its data's
/// error, its tangent and the tangent's error. The error of a local derivative is found by moving
/// its operands by their own errors, so the table needs no second derivatives.
final class Rounding {
  /// Half a unit in the last place, relative.
  static final double HALF_ULP = 0x1p-53;

  private final Tape tape;
  private final double[] dataError;
  private final double[] tangent;
  private final double[] tangentError;

  Rounding(Tape tape) {
    this.tape = tape;
    this.dataError = new double[tape.size()];
    this.tangent = new double[tape.size()];
    this.tangentError = new double[tape.size()];
  }

  /// Makes `node` the variable.
  void seed(int node) {
    tangent[node] = 1;
  }

  /// Extends to `node`, whose operands are done.
  void step(int node) {
    Operation operation = tape.operation(node);
    double left = tape.left(node);
    double right = tape.right(node);
    double value = tape.data(node);
    double error = HALF_ULP * Math.abs(value);
    double sum = 0;
    double sumError = 0;
    for (int i = 0; i < operation.arity(); i++) {
      int operand = tape.operand(node, i);
      double slope = operation.slope(i, left, right, value);
      double slopeError = slopeError(node, operation, i, slope);
      // An operand that does not move has no share, even where its slope is infinite.
      if (tangent[operand] != 0 || tangentError[operand] != 0) {
        double share = slope * tangent[operand];
        sum += share;
        sumError +=
            Math.abs(slope) * tangentError[operand]
                + slopeError * (Math.abs(tangent[operand]) + tangentError[operand])
                + 2 * HALF_ULP * Math.abs(share)
                + HALF_ULP * Math.abs(sum)
                + Double.MIN_VALUE;
      }
      if (dataError[operand] != 0) {
        error += (Math.abs(slope) + slopeError) * dataError[operand];
      }
    }
    dataError[node] = error;
    tangent[node] = sum;
    tangentError[node] = sumError;
  }

  private double slopeError(int node, Operation operation, int which, double slope) {
    int first = tape.operand(node, 0);
    int second = operation.arity() == 2 ? tape.operand(node, 1) : first;
    double worst = 0;
    for (int corner = 0; corner < 4; corner++) {
      double a = tape.left(node) + (corner % 2 == 0 ? 1 : -1) * dataError[first];
      double b = tape.right(node);
      if (operation.arity() == 2) {
        b += (corner < 2 ? 1 : -1) * dataError[second];
      }
      double v = operation.value(a, b);
      double moved = Math.abs(operation.slope(which, a, b, v) - slope);
      worst = moved > worst ? moved : worst;
    }
    // The slope itself takes at most six roundings; that of an exponent counts as often as the
    // logarithm of what it is applied to says.
    boolean power = operation == Operation.POWER || operation == Operation.POW;
    double size = Math.abs(tape.left(node));
    double roundings = power && size > 0 ? 6 + Math.abs(Reals.log(size)) : 6;
    return slope == 0 ? worst : worst + roundings * HALF_ULP * Math.abs(slope) + Double.MIN_VALUE;
  }

  /// How far rounding may have moved what [Tape#gap] says.
  double gap(int node) {
    double error = dataError[tape.operand(node, 0)];
    return tape.operation(node).arity() == 2 ? error + dataError[tape.operand(node, 1)] : error;
  }

  Replay.Dual at(int node) {
    return new Replay.Dual(tape.data(node), tangent[node], dataError[node], tangentError[node]);
  }
}
