package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Gradients of gradients of gradients of random expressions over the whole table, against power
/// series in decimals: as near as the bound tells that goes with each.
class HigherTest {
  private record Pair(Value value, Jet jet) {}

  private static final List<Operation> OPERATIONS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Operation.LEAF)));

  @Test
  void secondAndThirdDerivativesAtRandom() {
    SplittableRandom random = new SplittableRandom(8);
    Map<Operation, Integer> judged = new EnumMap<>(Operation.class);
    List<String> wrong = new ArrayList<>();
    for (int turn = 0; turn < 1000; turn++) {
      Value t = Value.of(0);
      expression(random, t, judged, wrong, turn);
    }
    assertThat(wrong).isEmpty();
    assertThat(judged.keySet()).containsExactlyInAnyOrderElementsOf(OPERATIONS);
    assertThat(judged.values()).allMatch(count -> count >= 100);
  }

  /// Two inputs that move with `t`, so that mixed derivatives take part.
  private static void expression(
      SplittableRandom random,
      Value t,
      Map<Operation, Integer> judged,
      List<String> wrong,
      int turn) {
    double at = random.nextDouble() * 6 - 3;
    double there = Math.scalb(random.nextDouble() + 0.5, random.nextInt(-6, 4));
    Jet variable = Jet.variable(0);
    List<Pair> made = new ArrayList<>();
    made.add(new Pair(t.add(at), variable.plus(Jet.constant(at))));
    made.add(
        new Pair(
            t.mul(0.5).add(there), variable.times(Jet.constant(0.5)).plus(Jet.constant(there))));
    List<Operation> used = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Pair a = made.get(random.nextInt(made.size()));
      Pair b = made.get(random.nextInt(made.size()));
      Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
      int n = random.nextInt(-3, 5);
      Optional<Jet> jet =
          Math.max(Math.abs(a.value().data()), Math.abs(b.value().data())) > 30
              ? Optional.empty()
              : Jet.of(operation, a.jet(), b.jet(), n);
      if (jet.isPresent()) {
        made.add(new Pair(value(operation, a.value(), b.value(), n), jet.get()));
        used.add(operation);
      }
    }
    used.forEach(operation -> judged.merge(operation, 1, Integer::sum));
    Pair last = made.getLast();
    Value derivative = last.value();
    for (int order = 1; order <= Jet.ORDER; order++) {
      derivative = Higher.gradients(derivative, List.of(t)).getFirst();
      Replay.Dual bound = Replay.of(derivative, List.of(t)).forward(0, 0);
      BigDecimal truth = last.jet().derivative(order);
      boolean finite = Double.isFinite(derivative.data()) && Double.isFinite(bound.valueRounding());
      if (!finite || far(derivative.data(), truth, bound.valueRounding())) {
        wrong.add(
            "turn %s, order %s of %s: %s, not %s, within %s"
                .formatted(
                    turn,
                    order,
                    used,
                    derivative.data(),
                    truth.doubleValue(),
                    bound.valueRounding()));
      }
    }
  }

  private static boolean far(double actual, BigDecimal truth, double bound) {
    return new BigDecimal(actual).subtract(truth).abs().compareTo(new BigDecimal(bound)) > 0;
  }

  private static Value value(Operation operation, Value a, Value b, int n) {
    return operation == Operation.POWER
        ? a.pow((long) n)
        : operation.arity() == 1 ? Value.apply(operation, a) : Value.apply(operation, a, b);
  }
}
