package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WitnessesTest {
  private record Row(String name, double x, UnaryOperator<Value> function, String verdict) {}

  private static String verdict(Witnesses witnesses) {
    String edges = String.join(", ", witnesses.edges().stream().map(Edge::title).toList());
    return witnesses.agreement() + (edges.isEmpty() ? "" : ": " + edges);
  }

  private static Value hat(Value x, double middle, double half) {
    return x.sub(middle).abs().rsub(half).relu();
  }

  private static Value twoWaves(Value b) {
    Value u = Value.of(2).div(Value.of(-2.99).pow(2).add(0.5)).sub(-2.99).sub(b.pow(3)).abs();
    Value least = b.pow(2).cos().min(u.pow(2).add(0.5).rdiv(0.001));
    return least.mul(Value.of(-2.99).min(u).neg()).div(-2.5);
  }

  @Test
  void edgesAreNamed() {
    List<Row> table =
        List.of(
            new Row("relu(x)", 0, Value::relu, "KINK: relu at 0"),
            new Row("relu(x)", 1e-3, Value::relu, "AGREE"),
            new Row("relu(x)", 1e-17, Value::relu, "AGREE"),
            // a kink that is nearer than rounding can tell
            new Row("relu(3x - 0.3)", 0.1, x -> x.mul(3).sub(0.3).relu(), "KINK: relu at 0"),
            new Row("abs(0.3 - 3x)/2", 0.1, x -> x.mul(3).rsub(0.3).abs(), "KINK: abs at 0"),
            new Row("max(3x, 0.3)", 0.1, x -> x.mul(3).max(Value.of(0.3)), "KINK: max at a tie"),
            new Row("relu(3x - 0.3)**2", 0.1, x -> x.mul(3).sub(0.3).relu().pow(2), "AGREE"),
            new Row("relu(3x - 0.29999)", 0.1, x -> x.mul(3).sub(0.29999).relu(), "AGREE"),
            // wide steps on both sides see the same and nothing of what is between
            new Row("sin(880 pi x)", 1, x -> x.mul(880 * Math.PI).sin(), "AGREE"),
            new Row("relu(10 - abs(x - 1003))", 1000, x -> hat(x, 1003, 10), "AGREE"),
            new Row("relu(0.001 - abs(x - 1))", 1, x -> hat(x, 1, 0.001), "KINK: abs at 0"),
            new Row("relu(1e-6 - abs(x - 1.0000002))", 1, x -> hat(x, 1.0000002, 1e-6), "AGREE"),
            new Row("relu(-x)", 0, x -> x.neg().relu(), "KINK: relu at 0"),
            new Row("relu(x)**2", 0, x -> x.relu().pow(2), "AGREE: relu at 0"),
            new Row("abs(x)", 0, Value::abs, "KINK: abs at 0"),
            new Row("x * abs(x)", 0, x -> x.mul(x.abs()), "AGREE: abs at 0"),
            new Row("max(x, 1)", 1, x -> x.max(Value.of(1)), "KINK: max at a tie"),
            new Row("min(x, 1)", 1, x -> x.min(Value.of(1)), "KINK: min at a tie"),
            new Row("max(x, x)", 1, x -> x.max(x), "AGREE"),
            new Row("sqrt(x)", 0, Value::sqrt, "OUTSIDE: sqrt at 0"),
            new Row("sqrt(x)", 1e-6, Value::sqrt, "AGREE"),
            new Row("sqrt(x)", -1, Value::sqrt, "OUTSIDE: sqrt of a negative number"),
            new Row("x**0.5", 0, x -> x.pow(0.5), "OUTSIDE: 0 to a power below 1"),
            new Row("x**1.5", 0, x -> x.pow(1.5), "OUTSIDE: 0 to a power that is no integer"),
            new Row("log(x)", 0, Value::log, "OUTSIDE: log at 0"),
            new Row("log(x)", -2, Value::log, "OUTSIDE: log of a negative number"),
            new Row("log(x)", 1e-9, Value::log, "AGREE"),
            new Row("log(x)", 1e-30, Value::log, "AGREE"),
            new Row("sqrt(x)", 1e-300, Value::sqrt, "AGREE"),
            new Row("sqrt(x)", Double.MIN_VALUE, Value::sqrt, "OUTSIDE"),
            new Row("1 / x", -1e-20, x -> x.rdiv(1), "AGREE"),
            new Row("log(exp(x))", 1e-30, x -> x.exp().log(), "AGREE"),
            new Row("1 / x", 1e-100, x -> x.rdiv(1), "AGREE"),
            new Row("x * 1e-300", 1e-5, x -> x.mul(1e-300), "AGREE"),
            new Row("exp(x)", -745, Value::exp, "AGREE"),
            new Row("1 / x", 0, x -> x.rdiv(1), "OUTSIDE: division by 0"),
            new Row("x**-1", 0, x -> x.pow(-1), "OUTSIDE: 0 to a negative power"),
            new Row("x**-1", 1e-4, x -> x.pow(-1), "AGREE"),
            new Row("x**0", 0, x -> x.pow(0), "AGREE"),
            new Row("x**1", 0, x -> x.pow(1), "AGREE"),
            new Row("x**3", -2, x -> x.pow(3), "AGREE"),
            new Row(
                "x**0.5",
                -2,
                x -> x.pow(0.5),
                "OUTSIDE: a negative number to a power that is no integer"),
            new Row("exp(x)", 1000, Value::exp, "OUTSIDE: a result too large for a double"),
            new Row("exp(x)", 700, Value::exp, "AGREE"),
            new Row("tanh(x)", 20, Value::tanh, "AGREE"),
            new Row("sin(x)", 1e6, Value::sin, "AGREE"),
            // so fast that steps see nothing of it, or only the finest do
            new Row("sin(1e9 x)", 1, x -> x.mul(1e9).sin(), "AGREE"),
            new Row("exp(-1e10 x)", 1e-3, x -> x.mul(-1e6).exp(), "AGREE"),
            new Row("sin(1e14 x)", 1, x -> x.mul(1e14).sin(), "OUTSIDE"),
            // differences that tell a bound below their error
            new Row("the lesser of cos(x**2) and another", -4, WitnessesTest::twoWaves, "AGREE"),
            // roundings that are more than their share of the result, since that is subnormal
            new Row(
                "1e-300 x * 1e-22 * 0.33 * 0.33 * 0.7",
                1,
                x -> x.mul(1e-300).mul(1e-22).mul(0.33).mul(0.33).mul(0.7),
                "AGREE"),
            new Row("3 * 2", 5, x -> Value.of(3).mul(2), "AGREE"));
    for (Row row : table) {
      Value x = Value.of(row.x());
      Witnesses witnesses = Witnesses.of(row.function().apply(x), x);
      assertThat(verdict(witnesses))
          .as("%s at %s: %s", row.name(), row.x(), witnesses)
          .isEqualTo(row.verdict());
    }
  }

  /// Backward's convention at 0 says 0 here, the function is the identity: that must not pass.
  @Test
  void aConventionThatMissesADerivativeIsNotAgreement() {
    Value x = Value.of(0);
    Witnesses witnesses = Witnesses.of(x.relu().sub(x.neg().relu()), x);
    assertThat(witnesses.reverse()).isEqualTo(0);
    assertThat(List.of(witnesses.left(), witnesses.right())).containsExactly(1.0, 1.0);
    assertThat(witnesses.agreement()).isEqualTo(Witnesses.Agreement.KINK);
  }

  @Test
  void boundsHoldAndAreSmall() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 500; i++) {
      // 1 / (1 + exp(-k x)) ** 2 with steep and flat k, whose derivative is known in closed form.
      double k = Math.scalb(1.0, random.nextInt(-10, 6));
      double at = random.nextDouble() * 2 - 1;
      Value x = Value.of(at);
      Value y = x.mul(-k).exp().add(1).pow(-2);
      double e = Reals.exp(-k * at);
      double truth = 2 * k * e / Math.pow(1 + e, 3);
      Witnesses witnesses = Witnesses.of(y, x);
      assertThat(witnesses.agreement()).isEqualTo(Witnesses.Agreement.AGREE);
      double slack = 1e-14 * Math.abs(truth);
      assertThat(Math.abs(witnesses.differences() - truth))
          .isLessThanOrEqualTo(witnesses.bound() + slack);
      assertThat(Math.abs(witnesses.reverse() - truth))
          .isLessThanOrEqualTo(witnesses.rounding() + slack);
      assertThat(witnesses.bound()).isLessThan(1e-8 * Math.max(1e-3, Math.abs(truth)));
    }
  }

  @Test
  void anIntermediateValueIsCutLoose() {
    Value x = Value.of(3);
    Value y = x.mul(x);
    Value z = y.mul(x);
    assertThat(Witnesses.of(z, y).reverse()).isEqualTo(3);
    assertThat(Witnesses.of(z, y).agreement()).isEqualTo(Witnesses.Agreement.AGREE);
    assertThat(Witnesses.of(z, z).reverse()).isEqualTo(1);
    assertThat(Witnesses.of(y, z).reverse()).isEqualTo(0);
  }
}
