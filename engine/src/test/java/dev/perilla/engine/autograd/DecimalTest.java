package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.engine.autograd.real.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Random expressions over the whole table against forward mode in decimals of 60 digits: values
/// and gradients are as near as the bounds tell that the witnesses go by.
class DecimalTest {
  private static final MathContext MC = new MathContext(60);

  /// A number with its derivatives by the two inputs, in decimals.
  private record Dual(BigDecimal v, BigDecimal dx, BigDecimal dy) {
    /// `f(a, b)` where `fa` and `fb` are its derivatives.
    static Dual of(BigDecimal f, Dual a, BigDecimal fa, Dual b, BigDecimal fb) {
      return new Dual(
          f.round(MC),
          fa.multiply(a.dx).add(fb.multiply(b.dx)).round(MC),
          fa.multiply(a.dy).add(fb.multiply(b.dy)).round(MC));
    }
  }

  private record Pair(Value value, Dual dual) {}

  private static final List<Operation> OPERATIONS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Operation.LEAF)));
  private static final Set<Operation> SMOOTH = Set.of(Operation.ADD, Operation.SUB, Operation.MUL);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  @Test
  void valuesAndGradients() {
    SplittableRandom random = new SplittableRandom(20);
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    for (int turn = 0; turn < 600; turn++) {
      double at = (random.nextDouble() - 0.5) * 6;
      double there = Math.scalb(random.nextDouble() + 0.5, random.nextInt(-12, 6));
      Value x = Value.of(at);
      Value y = Value.of(there);
      List<Pair> made = new ArrayList<>();
      made.add(new Pair(x, new Dual(new BigDecimal(at), ONE, ZERO)));
      made.add(new Pair(y, new Dual(new BigDecimal(there), ZERO, ONE)));
      for (int i = 0; i < 6; i++) {
        Pair a = made.get(random.nextInt(made.size()));
        Pair b = made.get(random.nextInt(made.size()));
        Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        Pair next = next(operation, a, b, random.nextInt(-3, 5));
        if (next != null) {
          made.add(next);
        }
      }
      Pair last = made.getLast();
      if (last.value().operation() == Operation.LEAF) {
        continue;
      }
      judged++;
      Replay replay = Replay.of(last.value(), List.of(x, y));
      double[] gradient = replay.gradient(at, there);
      for (int i = 0; i < 2; i++) {
        Replay.Dual bounds = replay.forward(i, at, there);
        BigDecimal truth = i == 0 ? last.dual().dx() : last.dual().dy();
        if (far(last.value().data(), last.dual().v(), bounds.valueRounding())
            || far(gradient[i], truth, bounds.slopeRounding())) {
          wrong.add(
              "turn %s by %s: %s, not %s, within %s"
                  .formatted(turn, i, gradient[i], truth.doubleValue(), bounds.slopeRounding()));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(500);
  }

  private static boolean far(double actual, BigDecimal truth, double bound) {
    return new BigDecimal(actual).subtract(truth).abs().compareTo(new BigDecimal(bound)) > 0;
  }

  /// The operation in both arithmetics, or `null` where it is near an edge or leaves sensible
  /// sizes.
  private static @Nullable Pair next(Operation operation, Pair one, Pair two, int n) {
    Dual a = one.dual();
    Dual b = two.dual();
    Value x = one.value();
    Value y = two.value();
    BigDecimal u = a.v();
    BigDecimal w = b.v();
    boolean kink = u.abs().doubleValue() < 1e-6 || u.subtract(w).abs().doubleValue() < 1e-6;
    double size = Math.max(Math.abs(x.data()), Math.abs(y.data()));
    if (size > 50 || (kink && !SMOOTH.contains(operation))) {
      return null;
    }
    boolean positive = x.data() > 0;
    Dual dual =
        switch (operation) {
          case LEAF -> null;
          case ADD -> Dual.of(u.add(w), a, ONE, b, ONE);
          case SUB -> Dual.of(u.subtract(w), a, ONE, b, ONE.negate());
          case MUL -> Dual.of(u.multiply(w), a, w, b, u);
          case DIV ->
              Math.abs(y.data()) < 1e-6
                  ? null
                  : Dual.of(
                      u.divide(w, MC),
                      a,
                      ONE.divide(w, MC),
                      b,
                      u.negate().divide(w.multiply(w), MC));
          case POWER ->
              Dual.of(u.pow(n, MC), a, BigDecimal.valueOf(n).multiply(u.pow(n - 1, MC)), a, ZERO);
          case POW ->
              !positive
                  ? null
                  : Dual.of(
                      Decimals.pow(u, w),
                      a,
                      w.multiply(Decimals.pow(u, w.subtract(ONE))),
                      b,
                      Decimals.pow(u, w).multiply(Decimals.log(u)));
          case NEG -> Dual.of(u.negate(), a, ONE.negate(), a, ZERO);
          case RELU -> positive ? a : new Dual(ZERO, ZERO, ZERO);
          case TANH -> {
            BigDecimal t = Decimals.tanh(u);
            yield Dual.of(t, a, ONE.subtract(t.multiply(t)), a, ZERO);
          }
          case EXP -> Dual.of(Decimals.exp(u), a, Decimals.exp(u), a, ZERO);
          case LOG -> positive ? Dual.of(Decimals.log(u), a, ONE.divide(u, MC), a, ZERO) : null;
          case SIGMOID -> {
            BigDecimal s = Decimals.sigmoid(u);
            yield Dual.of(s, a, s.multiply(ONE.subtract(s)), a, ZERO);
          }
          case SIN -> Dual.of(Decimals.sin(u), a, Decimals.cos(u), a, ZERO);
          case COS -> Dual.of(Decimals.cos(u), a, Decimals.sin(u).negate(), a, ZERO);
          case SQRT -> {
            if (!positive) {
              yield null;
            }
            BigDecimal root = u.sqrt(MC);
            yield Dual.of(root, a, ONE.divide(root.add(root), MC), a, ZERO);
          }
          case ABS -> positive ? a : Dual.of(u.negate(), a, ONE.negate(), a, ZERO);
          case MAX -> u.compareTo(w) > 0 ? a : b;
          case MIN -> u.compareTo(w) < 0 ? a : b;
        };
    if (dual == null || dual.v().abs().doubleValue() > 1e12) {
      return null;
    }
    Value value =
        operation == Operation.POWER
            ? x.pow((long) n)
            : operation.arity() == 1 ? Value.apply(operation, x) : Value.apply(operation, x, y);
    return new Pair(value, dual);
  }
}
