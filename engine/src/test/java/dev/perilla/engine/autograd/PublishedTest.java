package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers that others have published, each to the digits that they printed, and trainings whose
/// end is known.
class PublishedTest {
  private static List<Value> leaves(double... data) {
    List<Value> leaves = new ArrayList<>();
    for (double number : data) {
      leaves.add(Value.of(number));
    }
    return leaves;
  }

  private static void assertPrinted(double value, String printed) {
    int point = printed.indexOf('.');
    double unit = Math.pow(10, point < 0 ? 0 : point + 1 - printed.length());
    assertThat(value).isCloseTo(Double.parseDouble(printed), within(0.5 * unit * (1 + 1e-9)));
  }

  /// A network of two inputs, two hidden neurons and two outputs, all sigmoid, with a bias for each
  /// layer that does not move: M. Mazur, "A Step by Step Backpropagation Example", 2015.
  private static final class Mazur {
    final List<Value> w = leaves(0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55);
    final List<Value> out = new ArrayList<>();

    Value loss() {
      Value h1 = neuron(0, 0.35, Value.of(0.05), Value.of(0.10));
      Value h2 = neuron(2, 0.35, Value.of(0.05), Value.of(0.10));
      out.clear();
      out.add(neuron(4, 0.60, h1, h2));
      out.add(neuron(6, 0.60, h1, h2));
      Value first = out.getFirst().rsub(0.01).pow(2).mul(0.5);
      return first.add(out.getLast().rsub(0.99).pow(2).mul(0.5));
    }

    private Value neuron(int from, double bias, Value a, Value b) {
      return w.get(from).mul(a).add(w.get(from + 1).mul(b)).add(bias).sigmoid();
    }

    void step() {
      w.forEach(Value::zeroGrad);
      loss().backward();
      w.forEach(it -> it.setData(it.data() - 0.5 * it.grad()));
    }
  }

  @Test
  void mazur() {
    Mazur net = new Mazur();
    Value loss = net.loss();
    assertPrinted(loss.data(), "0.298371109");
    assertPrinted(net.out.getFirst().data(), "0.75136507");
    assertPrinted(net.out.getLast().data(), "0.772928465");
    assertPrinted(loss.derivative(net.w.get(4)), "0.082167041");
    assertPrinted(loss.derivative(net.w.getFirst()), "0.000438568");
    assertThat(Witnesses.of(loss, net.w.getFirst()).objection()).isEmpty();
    net.step();
    String[] updated = {
      "0.149780716", "0.19956143", "0.24975114", "0.29950229", // the hidden layer
      "0.35891648", "0.408666186", "0.511301270", "0.561370121"
    };
    for (int i = 0; i < updated.length; i++) {
      assertPrinted(net.w.get(i).data(), updated[i]);
    }
    // Printed is 0.291027924; the weights above give 0.29102777, in plain arithmetic as well.
    assertPrinted(net.loss().data(), "0.291028");
    for (int k = 1; k < 9_999; k++) {
      net.step();
    }
    assertPrinted(net.loss().data(), "0.0000351085"); // of his 10,000th pass, after 9,999 steps
    // Printed are 0.015912196 and 0.984065734, whose loss would be 0.0000350848.
    assertPrinted(net.out.getFirst().data(), "0.0159");
    assertPrinted(net.out.getLast().data(), "0.9841");
  }

  /// The softmax of scores, as textbooks print it; the slope of the cross entropy is `p - y`.
  @ParameterizedTest
  @CsvSource({
    "1.0, 2.0, 3.0, 0.09003057, 0.24472847, 0.66524096",
    "2.0, 1.0, 0.1, 0.65900114, 0.24243297, 0.09856589",
  })
  void softmax(double a, double b, double c, String pa, String pb, String pc) {
    List<String> printed = List.of(pa, pb, pc);
    for (int right = 0; right < 3; right++) {
      List<Value> scores = leaves(a, b, c);
      List<Value> powers = scores.stream().map(Value::exp).toList();
      Value sum = powers.get(0).add(powers.get(1)).add(powers.get(2));
      Value loss = powers.get(right).div(sum).log().neg();
      loss.backward();
      for (int i = 0; i < 3; i++) {
        double p = powers.get(i).data() / sum.data();
        assertPrinted(p, printed.get(i));
        assertThat(scores.get(i).grad()).isCloseTo(p - (i == right ? 1 : 0), within(1e-15));
      }
    }
  }

  private static Value rosenbrock(Value x, Value y) {
    return x.rsub(1).pow(2).add(y.sub(x.pow(2)).pow(2).mul(100));
  }

  private static Value himmelblau(Value x, Value y) {
    return x.pow(2).add(y).sub(11).pow(2).add(x.add(y.pow(2)).sub(7).pow(2));
  }

  private static Value booth(Value x, Value y) {
    return x.add(y.mul(2)).sub(7).pow(2).add(x.mul(2).add(y).sub(5).pow(2));
  }

  private static Value matyas(Value x, Value y) {
    return x.pow(2).add(y.pow(2)).mul(0.26).sub(x.mul(y).mul(0.48));
  }

  /// Functions that optimizers are tested with: value, gradient and Hessian.
  @ParameterizedTest
  @CsvSource({
    "rosenbrock, -1.2, 1, 24.2, -215.6, -88, 1330, 480, 200",
    "rosenbrock, 1, 1, 0, 0, 0, 802, -400, 200",
    "rosenbrock, 0, 0, 1, -2, 0, 2, 0, 200",
    "himmelblau, 3, 2, 0, 0, 0, 74, 20, 34",
    "himmelblau, 0, 0, 170, -14, -22, -42, 0, -26",
    "himmelblau, 1, 1, 106, -46, -38, -26, 8, -10",
    "booth, 1, 3, 0, 0, 0, 10, 8, 10",
    "booth, 0, 0, 74, -34, -38, 10, 8, 10",
    "matyas, 1, 1, 0.04, 0.04, 0.04, 0.52, -0.48, 0.52",
  })
  void gradientsAndHessians(
      String name,
      double x0,
      double y0,
      double value,
      double dx,
      double dy,
      double dxx,
      double dxy,
      double dyy) {
    Value x = Value.of(x0);
    Value y = Value.of(y0);
    Value f = function(name).apply(x, y);
    List<Value> first = Higher.gradients(f, List.of(x, y));
    List<Value> ofX = Higher.gradients(first.getFirst(), List.of(x, y));
    List<Value> ofY = Higher.gradients(first.getLast(), List.of(x, y));
    double[] found = {
      f.data(),
      first.getFirst().data(),
      first.getLast().data(),
      ofX.getFirst().data(),
      ofX.getLast().data(),
      ofY.getFirst().data(),
      ofY.getLast().data()
    };
    double[] printed = {value, dx, dy, dxx, dxy, dxy, dyy};
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(printed[i], within(1e-12 * (1 + Math.abs(printed[i]))));
    }
    assertThat(Witnesses.of(f, x).objection()).isEmpty();
    assertThat(Witnesses.of(first.getFirst(), y).objection()).isEmpty();
  }

  private static BinaryOperator<Value> function(String name) {
    return switch (name) {
      case "rosenbrock" -> PublishedTest::rosenbrock;
      case "himmelblau" -> PublishedTest::himmelblau;
      case "booth" -> PublishedTest::booth;
      case "matyas" -> PublishedTest::matyas;
      case String other -> throw new IllegalArgumentException(other);
    };
  }

  /// Newton's method, with the Hessian as a gradient of gradients, finds what is printed of
  /// Himmelblau's function: four minima and the summit between them.
  @ParameterizedTest
  @CsvSource({
    "3.5, 2.5, 3.0, 2.0, 0.0",
    "-2.5, 3, -2.805118, 3.131312, 0.0",
    "-3.5, -3, -3.779310, -3.283186, 0.0",
    "3.5, -2, 3.584428, -1.848126, 0.0",
    "-0.2, -1, -0.270845, -0.923039, 181.617",
  })
  void newton(double x0, double y0, String x1, String y1, String height) {
    double atX = x0;
    double atY = y0;
    for (int k = 0; k < 20; k++) {
      Value x = Value.of(atX);
      Value y = Value.of(atY);
      List<Value> g = Higher.gradients(himmelblau(x, y), List.of(x, y));
      List<Value> rowX = Higher.gradients(g.getFirst(), List.of(x, y));
      double a = rowX.getFirst().data();
      double b = rowX.getLast().data();
      double d = g.getLast().derivative(y);
      double p = g.getFirst().data();
      double q = g.getLast().data();
      atX -= (d * p - b * q) / (a * d - b * b);
      atY -= (a * q - b * p) / (a * d - b * b);
    }
    assertThat(atX).isCloseTo(Double.parseDouble(x1), within(1e-6)); // printed with digits cut off
    assertThat(atY).isCloseTo(Double.parseDouble(y1), within(1e-6));
    assertPrinted(himmelblau(Value.of(atX), Value.of(atY)).data(), height);
  }

  /// The first of Anscombe's four sets of data (1973): descent ends at the line of least squares,
  /// `y = 3.00 + 0.500 x`.
  @Test
  void leastSquares() {
    double[] xs = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] ys = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    Value slope = Value.of(0);
    Value height = Value.of(0); // at the mean of the xs
    Value loss = Value.of(0);
    for (int i = 0; i < xs.length; i++) {
      loss = loss.add(slope.mul(xs[i] - 9).add(height).sub(ys[i]).pow(2));
    }
    double[] losses =
        Training.of(loss.div(xs.length), List.of(slope, height)).run(500, step -> 0.05);
    assertPrinted(slope.data(), "0.5000909");
    assertPrinted(height.data() - 9 * slope.data(), "3.0000909");
    assertPrinted(losses[losses.length - 1] * xs.length, "13.76269"); // sum of squares that is left
  }

  /// Exclusive or: each loss of a whole training is the one of loops with the derivatives by hand.
  @Test
  void exclusiveOr() {
    double[] p = {0.5, -0.6, 0.1, 0.7, 0.8, -0.2, 0.9, -1.1, 0.05};
    List<Value> values = leaves(p);
    double last = 0;
    for (int k = 0; k < 400; k++) {
      Value loss = Value.of(0);
      double[] g = new double[p.length];
      last = 0;
      for (int s = 0; s < 4; s++) {
        double a = s < 2 ? -1 : 1;
        double b = s % 2 == 0 ? -1 : 1;
        double t = -a * b;
        Value h = neuron(values, 0, Value.of(a), Value.of(b));
        Value i = neuron(values, 3, Value.of(a), Value.of(b));
        loss = loss.add(neuron(values, 6, h, i).sub(t).pow(2));
        double u = Reals.tanh(p[0] * a + p[1] * b + p[2]);
        double v = Reals.tanh(p[3] * a + p[4] * b + p[5]);
        double y = Reals.tanh(p[6] * u + p[7] * v + p[8]);
        last += (y - t) * (y - t);
        double dy = 2 * (y - t) * (1 - y * y);
        double du = dy * p[6] * (1 - u * u);
        double dv = dy * p[7] * (1 - v * v);
        double[] sample = {du * a, du * b, du, dv * a, dv * b, dv, dy * u, dy * v, dy};
        for (int j = 0; j < g.length; j++) {
          g[j] += sample[j];
        }
      }
      assertThat(loss.data()).isCloseTo(last, within(1e-9));
      values.forEach(Value::zeroGrad);
      loss.backward();
      for (int j = 0; j < p.length; j++) {
        p[j] -= 0.1 * g[j];
        values.get(j).setData(values.get(j).data() - 0.1 * values.get(j).grad());
      }
    }
    assertThat(last).isLessThan(0.05);
  }

  private static Value neuron(List<Value> p, int from, Value a, Value b) {
    return p.get(from).mul(a).add(p.get(from + 1).mul(b)).add(p.get(from + 2)).tanh();
  }
}
