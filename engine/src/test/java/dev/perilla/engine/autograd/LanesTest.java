package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Samples that look alike and are not: what runs them side by side has to see the one that reads
/// something else. Each is compared with the tape, run operation by operation, where the parameters
/// have moved.
class LanesTest {
  private static final int SAMPLES = 12;

  /// What is odd about the sample in the middle, or about all of them.
  enum Odd {
    NOTHING,
    READS_THE_FIRST_SAMPLE,
    READS_THE_SAMPLE_BEFORE,
    READS_WHAT_LIES_OUTSIDE,
    INPUT_THAT_MOVES,
    INPUT_THAT_WAS_COMPUTED,
    OTHER_START,
    OTHER_WEIGHT,
    OTHER_ACTIVATION,
    OTHER_LENGTH,
    FACTORS_TURNED_ROUND,
    ALL_TURNED_ROUND,
    STARTS_FROM_A_SAMPLE,
    WEIGHT_FROM_A_SAMPLE,
    TWO_OWN_FACTORS,
    ONE_SAMPLE_CUT_SHORT
  }

  private final SplittableRandom random = new SplittableRandom(5);
  private final List<Value> parameters = new ArrayList<>();

  private Value parameter() {
    Value parameter = Value.of(random.nextDouble() * 2 - 1);
    parameters.add(parameter);
    return parameter;
  }

  private List<Value> parameters(int count) {
    List<Value> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(parameter());
    }
    return made;
  }

  private List<Value> numbers(int count) {
    List<Value> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(Value.of(random.nextDouble() * 4 - 2));
    }
    return made;
  }

  @ParameterizedTest
  @EnumSource(Odd.class)
  void areSeen(Odd odd) {
    for (int turn = 0; turn < 5; turn++) {
      parameters.clear();
      Value loss = loss(odd, turn * 2 + 1);
      Replay replay = Replay.of(loss, parameters);
      double[] moved = replay.base();
      double[] gradient = new double[moved.length];
      assertThat(replay.gradient(moved, gradient)).isEqualTo(loss.data());
      for (int i = 0; i < moved.length; i++) {
        moved[i] += random.nextInt(1, 9) / 16.0;
      }
      double fused = replay.gradient(moved, gradient);
      assertThat(fused).isEqualTo(replay.at(moved));
      Tape tape = replay.tape();
      tape.backward(tape.size() - 1);
      Graph graph = Graph.of(loss);
      for (int i = 0; i < moved.length; i++) {
        int node = graph.indexOf(parameters.get(i));
        assertThat(gradient[i]).isEqualTo(node < 0 ? 0 : tape.grad(node));
      }
    }
  }

  /// Two layers of one neuron each and a third that reads both; the sample `at` is the odd one.
  private Value loss(Odd odd, int at) {
    List<Value> w = parameters(4);
    List<Value> u = parameters(3);
    Value start = parameter();
    Value other = parameter();
    Value otherWeight = parameter();
    Value outside = other.mul(otherWeight).tanh();
    @Nullable Value first = null;
    Value before = Value.of(0.5);
    List<Value> scores = new ArrayList<>();
    scores.add(outside);
    for (int sample = 0; sample < SAMPLES; sample++) {
      boolean here = sample == at;
      List<Value> x = numbers(3);
      if (odd == Odd.INPUT_THAT_MOVES && here) {
        x.set(1, other);
      } else if (odd == Odd.INPUT_THAT_WAS_COMPUTED) {
        x.set(1, here ? outside : x.get(1));
      } else if (odd == Odd.READS_THE_SAMPLE_BEFORE) {
        x.set(2, before);
      }
      List<Value> weights = new ArrayList<>(w.subList(1, 4));
      if (odd == Odd.OTHER_WEIGHT && here) {
        weights.set(1, otherWeight);
      }
      boolean turned = odd == Odd.ALL_TURNED_ROUND || (odd == Odd.FACTORS_TURNED_ROUND && here);
      Value from = odd == Odd.OTHER_START && here ? other : w.getFirst();
      Value sum = Value.weightedSum(from, turned ? x : weights, turned ? weights : x);
      boolean sigmoid = odd == Odd.OTHER_ACTIVATION && here;
      Value hidden = sigmoid ? sum.sigmoid() : sum.tanh();
      first = first == null ? hidden : first;
      scores.add(hidden); // what nothing reads is no part of the graph, and would give the odd away
      List<Value> inner = new ArrayList<>(List.of(hidden, x.get(0), x.get(1)));
      List<Value> factors = new ArrayList<>(u);
      if (odd == Odd.READS_THE_FIRST_SAMPLE && here) {
        inner.set(0, first);
      } else if (odd == Odd.READS_WHAT_LIES_OUTSIDE && here) {
        inner.set(0, outside);
      } else if (odd == Odd.OTHER_LENGTH && here) {
        inner.removeLast();
      } else if (odd == Odd.TWO_OWN_FACTORS) {
        factors.set(0, x.get(2));
      } else if (odd == Odd.WEIGHT_FROM_A_SAMPLE) {
        factors.set(0, first);
      }
      Value second = odd == Odd.STARTS_FROM_A_SAMPLE ? first : start;
      if (odd != Odd.ONE_SAMPLE_CUT_SHORT || sample < SAMPLES - 1) {
        Value next = Value.weightedSum(second, factors, inner).tanh();
        hidden =
            Value.weightedSum(other, List.of(u.get(1), u.get(2)), List.of(hidden, next)).tanh();
        scores.add(next);
      }
      before = hidden;
      scores.add(hidden);
    }
    Value loss = Value.of(0);
    for (Value score : scores) {
      loss = loss.add(score.mul(score));
    }
    return loss;
  }
}
