package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Values and gradients against references of 32 digits, computed with mpmath at 80 digits. They
/// are as far away as the bounds that the witnesses tell, or less.
class ThirtyDigitsTest {
  private record Row(
      String name,
      double x,
      double y,
      BinaryOperator<Value> function,
      String value,
      String byX,
      String byY) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(
              "tanh(x * y + 0.5)",
              0.75,
              -1.25,
              (x, y) -> x.mul(y).add(0.5).tanh(),
              "-0.41157005567402245143207555859416",
              "-1.03826261159060257466428175267",
              "0.62295756695436154479856905160199"),
          new Row(
              "exp(sin(x) * y) / (1 + x**2)",
              1.5,
              0.3,
              (x, y) -> x.sin().mul(y).exp().div(x.pow(2).add(1)),
              "0.41502915825656281732646029592887",
              "-0.37429643801100192907043669832271",
              "0.41398950465542211389206857473184"),
          new Row(
              "log(1 + exp(x)) * cos(y)",
              -2.25,
              4.5,
              (x, y) -> x.exp().add(1).log().mul(y.cos()),
              "-0.021123121695063254953136570118382",
              "-0.020099266678704854624445285649237",
              "0.097954929328702382352487289946192"),
          new Row(
              "sigmoid(x / y) - sqrt(x * y)",
              3.1,
              0.7,
              (x, y) -> x.div(y).sigmoid().sub(x.mul(y).sqrt()),
              "-0.48488282612982444480236094170411",
              "-0.22095003028503471294157989202638",
              "-1.1259241319743084721295454320301"),
          new Row(
              "x ** y",
              2.3,
              1.7,
              Value::pow,
              "4.1203804815559892559242084793354",
              "3.0454986168022530839472751805899",
              "3.4319024930517201845615187653913"),
          new Row(
              "(x ** 3 - y) ** -2",
              1.1,
              5.6,
              (x, y) -> x.pow(3).sub(y).pow(-2),
              "0.054871608392744212951495866379683",
              "0.093316438728349288732205256305459",
              "-0.025707007914145805416753409861818"),
          new Row(
              "sigmoid(30 - x) * tanh(y) * 1e10",
              61.0,
              1e-7,
              (x, y) -> x.rsub(30).sigmoid().mul(y.tanh()).mul(1e10),
              "3.442477108469846321203681884927e-11",
              "-3.4424771084697278147172584953859e-11",
              "0.00034424771084698235271348812404836"),
          new Row(
              "sin(x * 1e5) + cos(y)",
              7.7,
              -0.001,
              (x, y) -> x.mul(1e5).sin().add(y.cos()),
              "1.9383413258594066543629522065248",
              "-34570.886283535334389108139068124",
              "0.00099999983333334168748313955735271"));

  @Test
  void valuesAndGradients() {
    for (Row row : TABLE) {
      Value x = Value.of(row.x());
      Value y = Value.of(row.y());
      Value z = row.function().apply(x, y);
      z.backward();
      Replay replay = Replay.of(z, List.of(x, y));
      for (int i = 0; i < 2; i++) {
        Replay.Dual dual = replay.forward(i, row.x(), row.y());
        assertNear(row.name(), z.data(), row.value(), dual.valueRounding());
        double gradient = i == 0 ? x.grad() : y.grad();
        String truth = i == 0 ? row.byX() : row.byY();
        assertNear(row.name(), gradient, truth, dual.slopeRounding());
        Witnesses witnesses = Witnesses.of(z, i == 0 ? x : y);
        assertThat(witnesses.agreement()).isEqualTo(Witnesses.Agreement.AGREE);
        assertNear(row.name(), witnesses.differences(), truth, witnesses.bound());
      }
    }
  }

  /// What a sum with 1 would round away: each is right to a few units in its last place. Truths by
  /// mpmath at 60 digits.
  @Test
  void slopesFarOutKeepTheirDigits() {
    List<Far> table =
        List.of(
            new Far(Value::tanh, 1.5, "0.18070663892364853059744011374261"),
            new Far(Value::tanh, 5, "0.00018158323094380668412976817268535"),
            new Far(Value::tanh, -12, "1.5100538175976259740451692338982e-10"),
            new Far(Value::tanh, 20, "1.6993417021166355836928828103801e-17"),
            new Far(Value::tanh, -200, "7.6606783868560227800793591146171e-174"),
            new Far(Value::sigmoid, 3, "0.045176659730912132649360028435652"),
            new Far(Value::sigmoid, 40, "4.2483542552915889592322070259504e-18"),
            new Far(Value::sigmoid, -40, "4.2483542552915889592322070259504e-18"),
            new Far(Value::sigmoid, 700, "9.8596765437597708567053729478495e-305"));
    for (Far far : table) {
      Value x = Value.of(far.x());
      Value y = far.function().apply(x);
      y.backward();
      double truth = Double.parseDouble(far.slope());
      assertNear("slope at " + far.x(), x.grad(), far.slope(), 5 * Math.ulp(truth));
      assertThat(Witnesses.of(y, x).agreement()).isEqualTo(Witnesses.Agreement.AGREE);
      assertThat(Higher.gradients(y, List.of(x)).getFirst().data()).isEqualTo(x.grad());
    }
  }

  private record Far(UnaryOperator<Value> function, double x, String slope) {}

  private static void assertNear(String name, double actual, String truth, double bound) {
    BigDecimal error = new BigDecimal(actual).subtract(new BigDecimal(truth)).abs();
    assertThat(error)
        .as("%s: %s, not %s", name, actual, truth)
        .isLessThanOrEqualTo(new BigDecimal(bound));
  }

  @Test
  void secondAndThirdDerivatives() {
    Value x = Value.of(0.6);
    Value y = x.tanh().mul(x.mul(x).neg().exp());
    Value first = Higher.gradients(y, List.of(x)).getFirst();
    Value second = Higher.gradients(first, List.of(x)).getFirst();
    Value third = Higher.gradients(second, List.of(x)).getFirst();
    assertNear("second", second.data(), "-1.93454443767525236339090924259", 2e-15);
    assertNear("third", third.data(), "3.00212661073488306806648423289", 1e-14);
  }

  /// Newton's method on curvature: the minimum of x**4 - 3 * x**3 + 2 lies at 9/4.
  @Test
  void newtonsMethod() {
    Value x = Value.of(3);
    for (int step = 0; step < 8; step++) {
      Value y = x.pow(4).sub(x.pow(3).mul(3)).add(2);
      Value slope = Higher.gradients(y, List.of(x)).getFirst();
      Value curvature = Higher.gradients(slope, List.of(x)).getFirst();
      x.setData(x.data() - slope.data() / curvature.data());
    }
    assertThat(x.data()).isEqualTo(2.25);
  }
}
