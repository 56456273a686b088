package dev.perilla.engine.autograd;

/// One step of a run through recorded operations. The rows that make up nearly all of a network are
/// written out for the compiler's sake; a test holds them to the table, which serves the rest.
final class Step {
  private Step() {}

  static double value(byte row, double a, double b) {
    return switch (row) {
      case 1 -> a + b;
      case 2 -> a - b;
      case 3 -> a * b;
      case 8 -> a < 0 ? 0 : a;
      case 9 -> Reals.tanh(a);
      default -> Operation.row(row).value(a, b);
    };
  }

  static double first(byte row, double g, double a, double b, double v) {
    return switch (row) {
      case 1, 2 -> g;
      case 3 -> b * g;
      case 8 -> (v > 0 ? 1.0 : 0.0) * g;
      case 9 -> Operation.fall(a, v) * g;
      default -> Operation.row(row).pull(0, g, a, b, v);
    };
  }

  static double second(byte row, double g, double a, double b, double v) {
    return switch (row) {
      case 1 -> g;
      case 2 -> -g;
      case 3 -> a * g;
      default -> Operation.row(row).pull(1, g, a, b, v);
    };
  }
}
