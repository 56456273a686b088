package dev.perilla.engine.autograd;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The derivative table: one row for each operation, and nothing about an operation elsewhere.
///
/// In a row, `a` and `b` are the operands, `v` is the result, `g` the gradient that arrives at it.
/// A slope is written twice, as Java for the machine and as an expression of the code language for
/// the reader; the tests hold them together. The sequence of roundings is micrograd's: `a / b` is
/// `a * b**-1` and `a - b` is `a + (-b)` to the last bit, in value and in gradients.
///
/// Where a slope as readers know it would lose digits, as `1 - v**2` does for a `tanh` near 1, a
/// third form says what is computed instead: the same function without the difference.
///
/// To add an operation, add a row at the end ([Step] knows the first ones by their place). Reverse
/// and forward mode, replay, higher derivatives and views read it here; `OperationTest` asks of it
/// what it asks of all.
@SuppressWarnings("ImmutableEnumChecker") // a row's functions are lambdas that capture nothing
public enum Operation {
  LEAF("", "a", (a, b) -> a, null, null, (a, b) -> null),
  ADD("+", "a + b", (a, b) -> a + b, slope("1", g -> g), slope("1", g -> g), (a, b) -> null),
  SUB("-", "a - b", (a, b) -> a - b, slope("1", g -> g), slope("-1", g -> -g), (a, b) -> null),
  MUL(
      "*",
      "a * b",
      (a, b) -> a * b,
      slope("b", (g, a, b, v) -> b * g),
      slope("a", (g, a, b, v) -> a * g),
      (a, b) -> null),
  DIV(
      "/",
      "a / b",
      (a, b) -> a * Reals.pow(b, -1),
      slope("1 / b", "b**-1 * g", (g, a, b, v) -> Reals.pow(b, -1) * g),
      slope("-a / b**2", "(-1 * b**-2) * (a * g)", (g, a, b, v) -> -Reals.pow(b, -2) * (a * g)),
      (a, b) -> b == 0 ? Edge.DIVISION_BY_ZERO : null),
  /// `a ** b` where `b` is a number of the program, not a value.
  POWER(
      "**",
      "a ** b",
      Reals::pow,
      slope("b * a**(b - 1)", (g, a, b, v) -> (b == 0 ? 0 : b * Reals.pow(a, b - 1)) * g),
      null,
      Operation::powerEdge),
  /// `a ** b` where both vary.
  POW(
      "**",
      "a ** b",
      Reals::pow,
      slope("b * a**(b - 1)", (g, a, b, v) -> (b == 0 ? 0 : b * Reals.pow(a, b - 1)) * g),
      slope("v * log(a)", (g, a, b, v) -> (a == 0 && b > 0 ? 0 : v * Reals.log(a)) * g),
      (a, b) -> a < 0 ? Edge.EXPONENT_OF_NEGATIVE : powerEdge(a, b)),
  NEG("neg", "-a", (a, b) -> -a, slope("-1", g -> -g), null, (a, b) -> null),
  RELU(
      "ReLU",
      "relu(a)",
      (a, b) -> a < 0 ? 0 : a,
      slope("1 if a > 0 else 0", (g, a, b, v) -> (v > 0 ? 1.0 : 0.0) * g),
      null,
      (a, b) -> a == 0 ? Edge.RELU_AT_ZERO : null),
  TANH(
      "tanh",
      "tanh(a)",
      (a, b) -> Reals.tanh(a),
      slope(
          "1 - v**2",
          "(exp(-2 * abs(a)) * (1 + abs(v))**2 if a * a > 1 else 1 - v**2) * g",
          (g, a, b, v) -> fall(a, v) * g),
      null,
      (a, b) -> null),
  EXP(
      "exp",
      "exp(a)",
      (a, b) -> Reals.exp(a),
      slope("v", (g, a, b, v) -> v * g),
      null,
      (a, b) -> null),
  LOG(
      "log",
      "log(a)",
      (a, b) -> Reals.log(a),
      slope("1 / a", (g, a, b, v) -> 1 / a * g),
      null,
      (a, b) -> a == 0 ? Edge.LOG_AT_ZERO : a < 0 ? Edge.LOG_OF_NEGATIVE : null),
  SIGMOID(
      "sigmoid",
      "sigmoid(a)",
      (a, b) -> Reals.sigmoid(a),
      slope(
          "v * (1 - v)",
          "(v**2 * exp(-a) if a > 1 else v * (1 - v)) * g",
          (g, a, b, v) -> (a > 1 ? v * v * Reals.exp(-a) : v * (1 - v)) * g),
      null,
      (a, b) -> null),
  SIN(
      "sin",
      "sin(a)",
      (a, b) -> Reals.sin(a),
      slope("cos(a)", (g, a, b, v) -> Reals.cos(a) * g),
      null,
      (a, b) -> null),
  COS(
      "cos",
      "cos(a)",
      (a, b) -> Reals.cos(a),
      slope("-sin(a)", (g, a, b, v) -> -Reals.sin(a) * g),
      null,
      (a, b) -> null),
  SQRT(
      "sqrt",
      "sqrt(a)",
      (a, b) -> Math.sqrt(a),
      slope("1 / (2 * v)", (g, a, b, v) -> 1 / (2 * v) * g),
      null,
      (a, b) -> a == 0 ? Edge.SQRT_AT_ZERO : a < 0 ? Edge.SQRT_OF_NEGATIVE : null),
  ABS(
      "abs",
      "abs(a)",
      (a, b) -> Math.abs(a),
      slope(
          "1 if a > 0 else -1 if a < 0 else 0",
          (g, a, b, v) -> (a > 0 ? 1.0 : a < 0 ? -1.0 : 0.0) * g),
      null,
      (a, b) -> a == 0 ? Edge.ABS_AT_ZERO : null),
  MAX(
      "max",
      "max(a, b)",
      (a, b) -> b > a ? b : a,
      slope("0 if b > a else 1", (g, a, b, v) -> (b > a ? 0.0 : 1.0) * g),
      slope("1 if b > a else 0", (g, a, b, v) -> (b > a ? 1.0 : 0.0) * g),
      (a, b) -> a == b ? Edge.MAX_AT_TIE : null),
  MIN(
      "min",
      "min(a, b)",
      (a, b) -> b < a ? b : a,
      slope("0 if b < a else 1", (g, a, b, v) -> (b < a ? 0.0 : 1.0) * g),
      slope("1 if b < a else 0", (g, a, b, v) -> (b < a ? 1.0 : 0.0) * g),
      (a, b) -> a == b ? Edge.MIN_AT_TIE : null);

  private static final Operation[] ROWS = values();

  private final String symbol;
  private final String formula;
  private final Apply apply;
  private final @Nullable Slope first;
  private final @Nullable Slope second;
  private final Border border;

  Operation(
      String symbol,
      String formula,
      Apply apply,
      @Nullable Slope first,
      @Nullable Slope second,
      Border border) {
    this.symbol = symbol;
    this.formula = formula;
    this.apply = apply;
    this.first = first;
    this.second = second;
    this.border = border;
  }

  /// micrograd's `_op`; empty for a leaf. [#POWER] shows its exponent too, see [Value#op()].
  public String symbol() {
    return symbol;
  }

  /// How many values the operation reads: 0 for a leaf, 1 or 2. The exponent of [#POWER] is no
  /// value.
  public int arity() {
    return first == null ? 0 : second == null ? 1 : 2;
  }

  /// The result as an expression of the code language in `a` and `b`.
  public String formula() {
    return formula;
  }

  /// The local derivative by operand 0 or 1 as an expression of the code language in `a`, `b` and
  /// the result `v`, for example `1 - v**2`.
  public String slopeFormula(int operand) {
    return row(operand).formula;
  }

  /// The gradient that operand 0 or 1 receives, as an expression in `a`, `b`, `v` and the arriving
  /// gradient `g`, in the order of [#pull].
  String pullFormula(int operand) {
    return row(operand).pulled;
  }

  /// The result at operands `a` and `b` (`b` is ignored by operations of one operand).
  public double value(double a, double b) {
    return apply.at(a, b);
  }

  /// The local derivative by operand 0 or 1 at operands `a`, `b` with the result `v`.
  public double slope(int operand, double a, double b, double v) {
    return row(operand).pull.at(1.0, a, b, v);
  }

  /// What operand 0 or 1 receives when the gradient `g` arrives at the result.
  double pull(int operand, double g, double a, double b, double v) {
    return row(operand).pull.at(g, a, b, v);
  }

  /// The named place, if `a`, `b` is one where the value or the derivative is missing.
  public Optional<Edge> edge(double a, double b) {
    if (this == LEAF) {
      return Double.isFinite(a) ? Optional.empty() : Optional.of(Edge.NOT_FINITE);
    }
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      return Optional.of(Edge.NOT_FINITE);
    }
    Edge named = border.at(a, b);
    if (named == null && !Double.isFinite(value(a, b))) {
      named = Edge.OVERFLOW;
    }
    return Optional.ofNullable(named);
  }

  /// Likewise, where operands and result are finite.
  Optional<Edge> border(double a, double b) {
    return Optional.ofNullable(border.at(a, b));
  }

  /// The row's number in memory; it is never written anywhere.
  @SuppressWarnings("EnumOrdinal") // arrays of bytes are what makes a tape small
  byte code() {
    return (byte) ordinal();
  }

  /// The row with this number.
  static Operation row(byte code) {
    return ROWS[code];
  }

  private Slope row(int operand) {
    Slope slope = operand == 0 ? first : second;
    if (slope == null || operand < 0 || operand > 1) {
      throw new IndexOutOfBoundsException(name() + " has no operand " + operand);
    }
    return slope;
  }

  /// The slope of tanh, to its last bits also where `v` is next to 1 or is 1.
  static double fall(double a, double v) {
    if (a * a > 1) {
      double sum = 1 + Math.abs(v);
      return Reals.exp(-2 * Math.abs(a)) * (sum * sum);
    }
    return 1 - v * v;
  }

  private static @Nullable Edge powerEdge(double a, double b) {
    if (a == 0 && b < 0) {
      return Edge.ZERO_TO_NEGATIVE;
    }
    if (a < 0 && b != Math.rint(b)) {
      return Edge.NEGATIVE_TO_FRACTION;
    }
    if (a == 0 && b != Math.rint(b)) {
      return b < 1 ? Edge.POWER_AT_ZERO : Edge.FRACTION_AT_ZERO;
    }
    return null;
  }

  private interface Apply {
    double at(double a, double b);
  }

  private interface Pull {
    double at(double g, double a, double b, double v);
  }

  private interface Through {
    double at(double g);
  }

  private interface Border {
    @Nullable Edge at(double a, double b);
  }

  private record Slope(String formula, String pulled, Pull pull) {}

  private static Slope slope(String formula, Through through) {
    return new Slope(formula, "(" + formula + ") * g", (g, a, b, v) -> through.at(g));
  }

  private static Slope slope(String formula, Pull pull) {
    return new Slope(formula, "(" + formula + ") * g", pull);
  }

  private static Slope slope(String formula, String pulled, Pull pull) {
    return new Slope(formula, pulled, pull);
  }
}
