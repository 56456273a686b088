package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// However a graph is run, the bits are the same; and they are micrograd's.
class SameBitsTest {
  /// A small generator of programs, the same as in the script that ran them with micrograd.
  private static final class Program {
    private long state;
    final List<Value> values = new ArrayList<>();
    final List<Value> leaves;
    final Value output;

    Program(int seed, boolean wide) {
      state = seed;
      for (int i = 0; i < 4; i++) {
        values.add(Value.of((next(2001) - 1000) / 256.0));
      }
      leaves = List.copyOf(values);
      for (int i = 0; i < 30; i++) {
        Value made = wide && i % 2 == 1 ? wide() : plain();
        values.add(Math.abs(made.data()) > 1e6 ? made.div(1e6) : made);
      }
      Value sum = values.getLast();
      for (Value value : List.copyOf(values.subList(values.size() - 6, values.size() - 1))) {
        sum = sum.add(value);
      }
      output = sum;
    }

    private int next(int bound) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (int) ((state >>> 33) % bound);
    }

    private Value any() {
      return values.get(next(values.size()));
    }

    private Value plain() {
      Value a = any();
      Value b = any();
      int operation = next(8);
      double k = (next(2001) - 1000) / 512.0;
      return switch (operation) {
        case 0 -> a.add(b);
        case 1 -> a.mul(b);
        case 2 -> a.sub(b);
        case 3 -> a.div(b.mul(b).add(1));
        case 4 -> a.relu();
        case 5 -> a.neg();
        case 6 -> a.rsub(k);
        default -> a.mul(k);
      };
    }

    /// The rest of the table, kept inside its domain.
    private Value wide() {
      Value a = any();
      Value b = any();
      return switch (next(13)) {
        case 0 -> a.tanh();
        case 1 -> a.tanh().exp();
        case 2 -> a.mul(a).add(1).log();
        case 3 -> a.sigmoid();
        case 4 -> a.sin();
        case 5 -> a.cos();
        case 6 -> a.mul(a).add(0.5).sqrt();
        case 7 -> a.abs();
        case 8 -> a.max(b);
        case 9 -> a.min(b);
        case 10 -> a.pow(3);
        case 11 -> a.mul(a).add(1).pow(-0.5);
        default -> a.mul(a).add(1).pow(b.tanh());
      };
    }
  }

  @Test
  void micrograd() throws IOException {
    try (var in = Objects.requireNonNull(SameBitsTest.class.getResourceAsStream("micrograd.txt"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int lines = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine(), lines++) {
        String[] words = line.split(" ", -1);
        Program program = new Program(Integer.parseInt(words[0]), false);
        program.output.backward();
        assertThat(program.output.data()).as(line).isEqualTo(Double.parseDouble(words[1]));
        for (int i = 0; i < 4; i++) {
          // Zeros may differ in sign: micrograd passes zeros on, here the sweep stops at them.
          assertThat(program.leaves.get(i).grad() + 0.0)
              .as(line)
              .isEqualTo(Double.parseDouble(words[i + 2]) + 0.0);
        }
      }
      assertThat(lines).isEqualTo(100);
    }
  }

  @Test
  void backwardGraphReplayAndHigher() {
    for (int seed = 1; seed <= 300; seed++) {
      Program program = new Program(seed, true);
      program.output.backward();
      Graph graph = Graph.of(program.output);
      double[] derivatives = graph.derivatives();
      Replay replay = Replay.of(program.output, program.leaves);
      double[] replayed = replay.gradient(replay.base());
      List<Value> written = Higher.gradients(program.output, program.leaves);
      assertThat(replay.at(replay.base())).isEqualTo(program.output.data());
      for (int i = 0; i < 4; i++) {
        Value leaf = program.leaves.get(i);
        int index = graph.indexOf(leaf);
        assertThat(replayed[i]).as("seed %s", seed).isEqualTo(leaf.grad());
        assertThat(index < 0 ? 0 : derivatives[index]).isEqualTo(leaf.grad());
        assertThat(written.get(i).data() + 0.0).isEqualTo(leaf.grad() + 0.0);
      }
    }
  }

  /// A sweep adds to the gradients that it finds, also where nothing arrives from above: sweeps
  /// from several outputs, cuts by zero and gradients set by hand, against the definition.
  @Test
  void sweepsThatFollowEachOther() {
    for (int seed = 1; seed <= 300; seed++) {
      Program program = new Program(seed, true);
      List<Value> values = program.values;
      IdentityHashMap<Value, Double> expected = new IdentityHashMap<>();
      IdentityHashMap<Value, Double> between = new IdentityHashMap<>();
      for (int turn = 0; turn < 6; turn++) {
        values.add(program.any().mul(program.any().mul(0)).add(program.any()));
        values.add(program.any().relu().neg().relu());
        Value touched = program.any();
        if (turn == 3) {
          touched.setGrad(0.5);
          expected.put(touched, 0.5);
        }
        Value output = program.any();
        output.backward();
        sweep(output, expected, between);
        for (Value value : values) {
          assertThat(value.grad() + 0.0)
              .as("seed %s, turn %s", seed, turn)
              .isEqualTo(expected.getOrDefault(value, 0.0) + 0.0);
        }
      }
    }
  }

  /// @param between the gradients of micrograd's `-b` and `b**-1` within `a - b` and `a / b`
  private static void sweep(
      Value output, IdentityHashMap<Value, Double> grads, IdentityHashMap<Value, Double> between) {
    grads.put(output, 1.0);
    List<Value> all = Sweep.all(output);
    for (Value value : all.reversed()) {
      double g = grads.getOrDefault(value, 0.0);
      double a = value.a == null ? 0 : value.a.data();
      double b = value.b == null ? 0 : value.b.data();
      Operation operation = value.operation();
      for (int i = 0; i < operation.arity(); i++) {
        double pulled = g == 0 ? 0 : operation.pull(i, g, a, b, value.data());
        if (i == 1 && operation == Operation.SUB) {
          pulled = -between.merge(value, g, Double::sum);
        } else if (i == 1 && operation == Operation.DIV) {
          pulled = -Reals.pow(b, -2) * between.merge(value, g == 0 ? 0 : a * g, Double::sum);
        }
        if (pulled != 0) {
          grads.merge(value.operands().get(i), pulled, Double::sum);
        }
      }
    }
  }

  /// Replays form chains, runs, groups of runs, and lanes of samples here.
  @Test
  void networksOfManyShapes() {
    Twister random = new Twister(7);
    Optional<Operation> none = Optional.empty();
    for (Operation hidden :
        List.of(Operation.RELU, Operation.TANH, Operation.SIGMOID, Operation.SIN)) {
      for (List<Integer> shape :
          List.of(List.of(1), List.of(4, 4, 1), List.of(9, 5, 2), List.of(16, 1))) {
        Mlp model = Mlp.of(3, shape, Optional.of(hidden), none, () -> random.uniform(-1, 1));
        Value loss = Value.of(0);
        int samples = random.uniform(0, 1) < 0.5 ? 3 : 21;
        for (int sample = 0; sample < samples; sample++) {
          List<Value> x = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            x.add(Value.of(random.uniform(-2, 2)));
          }
          for (Value y : model.call(x)) {
            loss = loss.add(y.sub(random.uniform(-1, 1)).pow(2));
          }
        }
        List<Value> parameters = model.parameters();
        loss.backward();
        double[] expected = parameters.stream().mapToDouble(Value::grad).toArray();
        Replay replay = Replay.of(loss, parameters);
        double[] gradient = new double[expected.length];
        assertThat(replay.gradient(replay.base(), gradient)).isEqualTo(loss.data());
        assertThat(gradient).as("%s %s", hidden, shape).containsExactly(expected);
        // In another order the inputs lie elsewhere, and fewer chains are runs.
        List<Value> reversed = parameters.reversed();
        double[] again = Replay.of(loss, reversed).gradient(data(reversed));
        for (int i = 0; i < again.length; i++) {
          assertThat(again[again.length - 1 - i]).isEqualTo(expected[i]);
        }
      }
    }
  }

  /// Samples side by side, with what a network does not have: a sample that reads another, also as
  /// start or weight, inputs that are parameters, a neuron used twice, other work in between.
  @Test
  void samplesOfManyKinds() {
    SplittableRandom random = new SplittableRandom(11);
    for (int turn = 0; turn < 200; turn++) {
      List<Value> parameters = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        parameters.add(Value.of(random.nextDouble() * 2 - 1));
      }
      int neurons = random.nextInt(1, 4);
      int odd = random.nextInt(10);
      Value before = Value.of(0.25);
      @Nullable Value anchor = null;
      List<Value> scores = new ArrayList<>();
      int samples = random.nextInt(6, 14);
      for (int sample = 0; sample < samples; sample++) {
        List<Value> x = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          x.add(Value.of(random.nextDouble() * 4 - 2));
        }
        if (odd == 0) {
          x.set(1, before);
        } else if (odd == 1) {
          x.set(2, parameters.get(11));
        } else if (odd == 2 && sample == 5) {
          x.set(0, before.add(1));
        }
        for (int i = 0; i < neurons; i++) {
          int p = odd == 3 ? 0 : 4 * (i % 2);
          List<Value> weights = new ArrayList<>(parameters.subList(p + 1, p + 4));
          Value start = parameters.get(p);
          if (i > 0 && anchor != null) {
            if (odd == 5) {
              start = anchor;
            } else if (odd == 6) {
              weights.set(0, anchor);
            } else if (odd == 7 && sample > 3) {
              x = List.of(anchor, x.get(1), x.get(2));
            }
          }
          Value sum = Value.weightedSum(start, weights, x);
          Value made = odd == 4 ? sum.sin() : sum.tanh();
          anchor = anchor == null ? made : anchor;
          x = odd == 7 ? List.of(made, x.get(1), x.get(2)) : List.of(x.get(1), x.get(2), made);
        }
        before = odd == 7 ? x.getFirst() : x.getLast();
        scores.add(before);
      }
      Value loss = Value.of(0);
      for (Value score : scores) {
        loss = loss.add(score.mul(score));
      }
      loss.backward();
      Replay replay = Replay.of(loss, parameters);
      double[] gradient = new double[parameters.size()];
      assertThat(replay.gradient(replay.base(), gradient)).as("%s", turn).isEqualTo(loss.data());
      for (int i = 0; i < gradient.length; i++) {
        assertThat(gradient[i]).as("%s", turn).isEqualTo(parameters.get(i).grad());
      }
      double[] moved = replay.base();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += 0.125;
      }
      assertThat(replay.gradient(moved, gradient)).isEqualTo(replay.at(moved));
    }
  }

  private static double[] data(List<Value> values) {
    return values.stream().mapToDouble(Value::data).toArray();
  }

  @Test
  void replayElsewhereIsTheProgramElsewhere() {
    for (int seed = 1; seed <= 100; seed++) {
      Program program = new Program(seed, true);
      Replay replay = Replay.of(program.output, program.leaves);
      double[] moved = replay.base();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += 1 / 64.0;
        program.leaves.get(i).setData(moved[i]);
      }
      // In order of creation every operation is recomputed from data that are already new.
      Tape tape = Graph.of(program.output).tape();
      tape.replay();
      assertThat(replay.at(moved)).isEqualTo(tape.data(tape.size() - 1));
      double[] gradient = replay.gradient(moved);
      tape.backward(tape.size() - 1);
      for (int i = 0; i < 4; i++) {
        int index = Graph.of(program.output).indexOf(program.leaves.get(i));
        assertThat(gradient[i]).isEqualTo(index < 0 ? 0 : tape.grad(index));
      }
    }
  }

  @Test
  void witnessesAgreeOnWholePrograms() {
    List<String> strange = new ArrayList<>();
    for (int seed = 1; seed <= 300; seed++) {
      Program program = new Program(seed, true);
      for (Value leaf : program.leaves) {
        Witnesses witnesses = Witnesses.of(program.output, leaf);
        if (witnesses.agreement() != Witnesses.Agreement.AGREE) {
          strange.add(seed + ": " + witnesses);
        }
      }
    }
    assertThat(strange).isEmpty();
  }
}
