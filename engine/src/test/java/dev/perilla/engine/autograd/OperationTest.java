package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What every row of the table owes, also one that will be added.
class OperationTest {
  private static final int COUNT = 200;

  private static double[] operands(Operation operation, SplittableRandom random) {
    double a = random.nextDouble() * 6 - 3;
    double b = random.nextDouble() * 6 - 3;
    boolean positive =
        switch (operation) {
          case LOG, SQRT, POW, POWER -> true;
          default -> false;
        };
    return new double[] {positive ? Math.abs(a) : a, b};
  }

  private static Value result(Operation operation, Value a, Value b) {
    if (operation == Operation.POWER) {
      return a.pow(b.data());
    }
    return operation.arity() == 2 ? Value.apply(operation, a, b) : Value.apply(operation, a);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LEAF")
  void stepsWrittenOutForSpeedGiveTheBitsOfTheTable(Operation operation) {
    SplittableRandom random = new SplittableRandom(1);
    byte row = operation.code();
    assertThat(Operation.row(row)).isSameAs(operation);
    for (int i = 0; i < COUNT; i++) {
      double[] x = operands(operation, random);
      double v = operation.value(x[0], x[1]);
      double g = random.nextDouble() - 0.5;
      assertThat(Step.value(row, x[0], x[1])).isEqualTo(v);
      assertThat(Step.first(row, g, x[0], x[1], v)).isEqualTo(operation.pull(0, g, x[0], x[1], v));
      if (operation.arity() == 2) {
        assertThat(Step.second(row, g, x[0], x[1], v))
            .isEqualTo(operation.pull(1, g, x[0], x[1], v));
      }
    }
  }

  /// The text that a reader sees computes the bits that the machine computes.
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LEAF")
  void formulasSayWhatIsComputed(Operation operation) {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < COUNT; i++) {
      double[] x = operands(operation, random);
      Value a = Value.of(x[0]);
      Value b = Value.of(x[1]);
      Value v = result(operation, a, b);
      List<Value> first = Higher.gradients(v, List.of(a, b));
      v.backward();
      assertThat(first.get(0).data()).isEqualTo(a.grad());
      if (operation.arity() == 2) {
        assertThat(first.get(1).data()).isEqualTo(b.grad());
      }
      for (int k = 0; k < operation.arity(); k++) {
        Formula shown = Formula.parse(operation.slopeFormula(k));
        double slope = operation.slope(k, x[0], x[1], v.data());
        assertThat(shown.on(names(operation, a, b, v)).data())
            .isEqualTo(slope, within(1e-15 * Math.max(1, Math.abs(slope))));
      }
    }
  }

  private static Formula.Names names(Operation operation, Value a, Value b, Value v) {
    return new Formula.Names() {
      @Override
      public Value of(char name) {
        return name == 'a' ? a : name == 'b' ? b : v;
      }

      @Override
      public boolean exponent() {
        return operation == Operation.POWER;
      }
    };
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LEAF")
  void threeWitnessesAgreeOnEachSlopeAndEachSecondDerivative(Operation operation) {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < COUNT; i++) {
      double[] x = operands(operation, random);
      Value a = Value.of(x[0]);
      Value b = Value.of(x[1]);
      Value v = result(operation, a, b);
      for (Value input : operation.arity() == 2 ? List.of(a, b) : List.of(a)) {
        assertAgree(operation, x, Witnesses.of(v, input));
        Value slope = Higher.gradients(v, List.of(input)).getFirst();
        assertAgree(operation, x, Witnesses.of(slope, input));
      }
    }
  }

  private static void assertAgree(Operation operation, double[] x, Witnesses witnesses) {
    assertThat(witnesses.agreement())
        .as("%s at %s, %s: %s", operation, x[0], x[1], witnesses)
        .isEqualTo(Witnesses.Agreement.AGREE);
    // A bound that is useless proves nothing.
    assertThat(witnesses.bound())
        .as("%s at %s, %s: %s", operation, x[0], x[1], witnesses)
        .isLessThan(1e-6 * Math.max(1, Math.abs(witnesses.reverse())));
  }
}
