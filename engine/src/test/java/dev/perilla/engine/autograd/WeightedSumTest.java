package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Recorded together or one by one: nobody can tell the difference.
class WeightedSumTest {
  /// The same random program in both ways, with sweeps, changes and looks inside on the way.
  private static List<Value> run(int seed, boolean together) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      values.add(Value.of(random.nextInt(-40, 40) / 8.0));
    }
    for (int turn = 0; turn < 40; turn++) {
      Value a = any(values, random);
      Value b = any(values, random);
      switch (random.nextInt(12)) {
        case 0 -> values.add(a.mul(0.125));
        case 1 -> values.add(a.relu());
        case 2 -> values.add(a.tanh());
        case 3 -> values.add(a.sub(b));
        case 4 -> a.backward();
        case 5 -> a.setData(random.nextInt(-40, 40) / 8.0);
        case 6 -> a.setGrad(random.nextInt(3));
        case 7 -> values.addAll(a.parents());
        case 8 -> a.steer();
        case 9 -> Graph.of(a);
        default -> {
          List<Value> w = new ArrayList<>();
          List<Value> x = new ArrayList<>();
          int length = random.nextInt(1, 5);
          for (int i = 0; i < length; i++) {
            w.add(any(values, random));
            x.add(any(values, random));
          }
          values.add(together ? Value.weightedSum(a, w, x) : oneByOne(a, w, x));
        }
      }
    }
    values.getLast().backward();
    return values;
  }

  private static Value any(List<Value> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  private static Value oneByOne(Value start, List<Value> w, List<Value> x) {
    Value sum = start;
    for (int i = 0; i < w.size(); i++) {
      sum = sum.add(w.get(i).mul(x.get(i)));
    }
    return sum;
  }

  /// All that can be seen of the graphs of these values.
  private static String everything(List<Value> values) {
    long first = values.getFirst().order;
    StringBuilder text = new StringBuilder();
    for (Value output : values) {
      for (Value value : Sweep.all(output)) {
        text.append(value.order - first)
            .append(value.op())
            .append(value.operands().stream().map(operand -> operand.order - first).toList())
            .append(value)
            .append(value.steers)
            .append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void isTheSameGraph() {
    for (int seed = 0; seed < 500; seed++) {
      List<Value> together = run(seed, true);
      List<Value> oneByOne = run(seed, false);
      // Gradients first: a look inside must not be what makes them right.
      assertThat(together.stream().map(Value::toString).toList())
          .as("seed %s", seed)
          .isEqualTo(oneByOne.stream().map(Value::toString).toList());
      assertThat(everything(together)).as("seed %s", seed).isEqualTo(everything(oneByOne));
    }
  }

  @Test
  void aSumOfNothingIsItsStart() {
    Value start = Value.of(3);
    assertThat(Value.weightedSum(start, List.of(), List.of())).isSameAs(start);
  }

  @Test
  void valuesOfOtherThreadsTakePart() throws InterruptedException {
    Value[] other = new Value[1];
    Thread thread = new Thread(() -> other[0] = Value.of(2).mul(Value.of(5)));
    thread.start();
    thread.join();
    Value w = Value.of(3);
    Value sum = Value.weightedSum(Value.of(1), List.of(w, w), List.of(other[0], w));
    sum.backward();
    assertThat(sum.data()).isEqualTo(1 + 30 + 9);
    assertThat(w.grad()).isEqualTo(10 + 6);
  }
}
