package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// micrograd's demo ends where micrograd ends, however it is run.
class MoonsTest {
  private static final Map<Integer, Double> PUBLISHED =
      Map.of(
          0, 0.8958441028683222,
          1, 1.7235905336972022,
          9, 0.2704862551637922,
          49, 0.04829139382390309,
          99, 0.010978370135492717);

  private Optional<List<Moons.Point>> points = Optional.empty();

  @BeforeEach
  void readPoints() {
    points = Moons.points();
    assumeTrue(points.isPresent(), "no shared/data/moons.csv beside the project: skipped");
  }

  @Test
  void theFirstNeuronHasThePublishedWeights() {
    Twister random = new Twister(1337);
    Neuron neuron = Neuron.of(2, Optional.of(Operation.RELU), () -> random.uniform(-1, 1));
    assertThat(neuron.weights().get(0).data()).isEqualTo(0.23550571390294128);
    assertThat(neuron.weights().get(1).data()).isEqualTo(0.06653114721000164);
    assertThat(neuron.call(List.of(Value.of(1), Value.of(-2))).data())
        .isEqualTo(0.102443419482938, within(1e-16));
  }

  @Test
  void recordedAnewEachStep() {
    Mlp model = Moons.model();
    List<Value> parameters = model.parameters();
    for (int step = 0; step < 100; step++) {
      Value loss = Moons.loss(model, points.orElseThrow());
      model.zeroGrad();
      loss.backward();
      for (Value p : parameters) {
        p.setData(p.data() - Moons.rate(step) * p.grad());
      }
      check(step, loss.data());
    }
  }

  @Test
  void recordedOnceAndReplayed() {
    Mlp model = Moons.model();
    List<Value> parameters = model.parameters();
    Replay replay = Replay.of(Moons.loss(model, points.orElseThrow()), parameters);
    double[] p = replay.base();
    for (int step = 0; step < 100; step++) {
      double loss = replay.at(p);
      double[] gradient = replay.gradient(p);
      for (int i = 0; i < p.length; i++) {
        p[i] -= Moons.rate(step) * gradient[i];
      }
      check(step, loss);
    }
  }

  @Test
  void trained() {
    Mlp model = Moons.model();
    double[] losses = model.train(Moons.loss(model, points.orElseThrow()), 100, Moons::rate);
    for (int step = 0; step < 100; step++) {
      check(step, losses[step]);
    }
  }

  private static void check(int step, double loss) {
    Double published = PUBLISHED.get(step);
    if (published != null) {
      assertThat(loss).as("step %s", step).isEqualTo(published, within(1e-12));
    }
  }
}
