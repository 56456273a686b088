package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The library in three pages: values, a network, a tape. What the documentation shows runs here.
class WorkedExampleTest {
  /// The lecture's expression: what is the derivative of L by each of its inputs?
  @Test
  void values() {
    Value a = Value.of(2, "a");
    Value b = Value.of(-3, "b");
    Value c = Value.of(10, "c");
    Value f = Value.of(-2, "f");
    Value loss = a.mul(b).add(c).mul(f);

    loss.backward();

    assertThat(loss).hasToString("Value(data=-8.0, grad=1.0)");
    assertThat(List.of(a.grad(), b.grad(), c.grad(), f.grad()))
        .containsExactly(6.0, -4.0, -2.0, 4.0);

    // Is that so? Three ways to obtain it, and what a small move does.
    assertThat(Witnesses.of(loss, a).agreement()).isEqualTo(Witnesses.Agreement.AGREE);
    assertThat(Nudge.of(loss, a, 0.5)).isEqualTo(new Nudge(0.5, -8, -5, 3, 6));

    // The derivative is a value again.
    Value slope = Higher.gradients(a.pow(3), List.of(a)).getFirst();
    assertThat(slope.data()).isEqualTo(12);
    assertThat(slope.derivative(a)).isEqualTo(12);
  }

  /// The lecture's network learns four samples: recorded once, then replayed.
  @Test
  void network() {
    double[][] xs = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
    double[] ys = {1, -1, -1, 1};
    Random random = new Random(1);
    Mlp model = Mlp.of(3, List.of(4, 4, 1), () -> random.nextDouble() * 2 - 1);
    Value loss = Value.of(0);
    for (int i = 0; i < xs.length; i++) {
      List<Value> x = List.of(Value.of(xs[i][0]), Value.of(xs[i][1]), Value.of(xs[i][2]));
      loss = loss.add(model.call(x).getFirst().sub(ys[i]).pow(2));
    }

    double[] losses = model.train(loss, 200, step -> 0.02);

    assertThat(losses[0]).isEqualTo(loss.data());
    assertThat(losses[199]).isLessThan(0.01 * losses[0]);
  }

  /// The same without an object for each operation: indices on a tape, which is cut back and used
  /// again at every step.
  @Test
  void tape() {
    Tape tape = new Tape();
    int w = tape.leaf(0);
    for (int step = 0; step < 100; step++) {
      tape.truncate(w + 1);
      int miss = tape.sub(tape.mul(w, tape.leaf(2)), tape.leaf(6));
      int loss = tape.power(miss, 2);
      tape.backward(loss);
      tape.set(w, tape.data(w) - 0.1 * tape.grad(w));
    }
    assertThat(tape.data(w)).isEqualTo(3);
    assertThat(tape.size()).isEqualTo(6);
  }
}
