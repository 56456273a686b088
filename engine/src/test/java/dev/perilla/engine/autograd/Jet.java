package dev.perilla.engine.autograd;

import dev.perilla.engine.autograd.real.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.BiFunction;

/// A function of one variable at a point, as the first four coefficients of its power series there,
/// in decimals of 60 digits: value, first derivative, half the second, a sixth of the third.
///
/// The rules are those of power series (R. P. Brent, H. T. Kung: each function solves a
/// differential equation, which gives the next coefficient from those before), so they share
/// nothing with the table of derivatives.
@SuppressWarnings("ArrayRecordComponent") // written once, by the rules below
record Jet(BigDecimal[] c) {
  static final int ORDER = 3;
  private static final MathContext MC = new MathContext(60);

  private interface Coefficient {
    BigDecimal at(int k, BigDecimal[] before);
  }

  private static Jet of(Coefficient coefficient) {
    BigDecimal[] c = new BigDecimal[ORDER + 1];
    for (int k = 0; k <= ORDER; k++) {
      c[k] = coefficient.at(k, c).round(MC);
    }
    return new Jet(c);
  }

  static Jet constant(double x) {
    return of((k, c) -> k == 0 ? new BigDecimal(x) : BigDecimal.ZERO);
  }

  /// The variable itself at `x`.
  static Jet variable(double x) {
    return of((k, c) -> k == 0 ? new BigDecimal(x) : k == 1 ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  BigDecimal value() {
    return c[0];
  }

  /// The derivative of order `n`.
  BigDecimal derivative(int n) {
    return c[n].multiply(BigDecimal.valueOf(new int[] {1, 1, 2, 6}[n]));
  }

  private static BigDecimal over(BigDecimal a, BigDecimal b) {
    return a.divide(b, MC);
  }

  /// The sum over `j` from `from` to `to` of `f(j)`.
  private static BigDecimal sum(int from, int to, java.util.function.IntFunction<BigDecimal> f) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int j = from; j <= to; j++) {
      sum = sum.add(f.apply(j));
    }
    return sum;
  }

  Jet plus(Jet b) {
    return of((k, made) -> c[k].add(b.c[k]));
  }

  Jet negated() {
    return of((k, made) -> c[k].negate());
  }

  Jet times(Jet b) {
    return of((k, made) -> sum(0, k, j -> c[j].multiply(b.c[k - j])));
  }

  Jet over(Jet b) {
    return of((k, q) -> over(c[k].subtract(sum(1, k, j -> b.c[j].multiply(q[k - j]))), b.c[0]));
  }

  /// The function `f` with `f' = slope(f) this'`, whose value here is `start`.
  private Jet solving(BigDecimal start, BiFunction<BigDecimal[], Integer, BigDecimal> slope) {
    return of(
        (k, f) ->
            k == 0
                ? start
                : over(
                    sum(
                        1,
                        k,
                        j -> c[j].multiply(BigDecimal.valueOf(j)).multiply(slope.apply(f, k - j))),
                    BigDecimal.valueOf(k)));
  }

  private static BigDecimal square(BigDecimal[] f, int k) {
    return sum(0, k, j -> f[j].multiply(f[k - j]));
  }

  private static BigDecimal one(int k) {
    return k == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  Jet exp() {
    return solving(Decimals.exp(c[0]), (f, k) -> f[k]);
  }

  Jet tanh() {
    return solving(Decimals.tanh(c[0]), (f, k) -> one(k).subtract(square(f, k)));
  }

  Jet sigmoid() {
    return solving(Decimals.sigmoid(c[0]), (f, k) -> f[k].subtract(square(f, k)));
  }

  Jet log() {
    Jet reciprocal = constant(1).over(this);
    return solving(Decimals.log(c[0]), (f, k) -> reciprocal.c[k]);
  }

  Jet sqrt() {
    BigDecimal root = c[0].sqrt(MC);
    return of(
        (k, s) ->
            k == 0
                ? root
                : over(c[k].subtract(sum(1, k - 1, j -> s[j].multiply(s[k - j]))), root.add(root)));
  }

  /// Sine, or cosine.
  Jet circular(boolean sine) {
    BigDecimal s = Decimals.sin(c[0]);
    BigDecimal d = Decimals.cos(c[0]);
    BigDecimal[] f = sine ? new BigDecimal[] {s, d} : new BigDecimal[] {d, s.negate()};
    // The chain rule of order three.
    BigDecimal second = over(f[0].negate(), BigDecimal.valueOf(2));
    BigDecimal third = over(f[1].negate(), BigDecimal.valueOf(6));
    BigDecimal a = c[1];
    return new Jet(
        new BigDecimal[] {
          f[0].round(MC),
          f[1].multiply(a).round(MC),
          f[1].multiply(c[2]).add(second.multiply(a).multiply(a)).round(MC),
          f[1].multiply(c[3])
              .add(second.multiply(a).multiply(c[2]).multiply(BigDecimal.valueOf(2)))
              .add(third.multiply(a).multiply(a).multiply(a))
              .round(MC)
        });
  }

  Jet power(int n) {
    Jet product = constant(1);
    for (int i = 0; i < Math.abs(n); i++) {
      product = product.times(this);
    }
    return n < 0 ? constant(1).over(product) : product;
  }

  /// The operation on `a` and `b`; for a power with a number that number is `n`. Empty where it
  /// stands next to a place without derivatives.
  static Optional<Jet> of(Operation operation, Jet a, Jet b, int n) {
    double x = a.value().doubleValue();
    double y = b.value().doubleValue();
    boolean near = Math.abs(x) < 1e-3;
    return switch (operation) {
      case LEAF -> Optional.empty();
      case ADD -> Optional.of(a.plus(b));
      case SUB -> Optional.of(a.plus(b.negated()));
      case MUL -> Optional.of(a.times(b));
      case DIV -> Math.abs(y) < 1e-3 ? Optional.empty() : Optional.of(a.over(b));
      case POWER -> near ? Optional.empty() : Optional.of(a.power(n));
      case POW -> x < 1e-3 ? Optional.empty() : Optional.of(b.times(a.log()).exp());
      case NEG -> Optional.of(a.negated());
      case RELU -> near ? Optional.empty() : Optional.of(x > 0 ? a : constant(0));
      case TANH -> Optional.of(a.tanh());
      case EXP -> Optional.of(a.exp());
      case LOG -> x < 1e-3 ? Optional.empty() : Optional.of(a.log());
      case SIGMOID -> Optional.of(a.sigmoid());
      case SIN -> Optional.of(a.circular(true));
      case COS -> Optional.of(a.circular(false));
      case SQRT -> x < 1e-3 ? Optional.empty() : Optional.of(a.sqrt());
      case ABS -> near ? Optional.empty() : Optional.of(x > 0 ? a : a.negated());
      case MAX -> Math.abs(x - y) < 1e-3 ? Optional.empty() : Optional.of(x > y ? a : b);
      case MIN -> Math.abs(x - y) < 1e-3 ? Optional.empty() : Optional.of(x < y ? a : b);
    };
  }
}
