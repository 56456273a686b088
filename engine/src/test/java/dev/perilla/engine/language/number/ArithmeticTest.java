package dev.perilla.engine.language.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of Python's numbers that are easily got wrong, one a row; no python3 needed.
class ArithmeticTest {
  private static final Budget FREE = Budget.UNBOUNDED;

  @ParameterizedTest
  @CsvSource({
    " 7,  2,  3,  1",
    "-7,  2, -4,  1",
    " 7, -2, -4, -1",
    "-7, -2,  3, -1",
    " 0, -5,  0,  0",
  })
  void floorsTowardMinusInfinity(long a, long b, long quotient, long rest) {
    assertThat(Arithmetic.divmod(a, b, FREE)).containsExactly(quotient, rest);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0.0",
    "1.5, 0, 2.0",
    "2.675, 2, 2.67",
    "1.005, 2, 1.0",
    "0.125, 2, 0.12",
    "1234.5, -2, 1200.0",
  })
  void roundsTheExactValueHalfToEven(double value, long places, double rounded) {
    assertThat(Arithmetic.round(value, Optional.of(places), FREE)).isEqualTo(rounded);
  }

  @Test
  void intsGrowAndShrink() {
    Object large = Arithmetic.power(2L, 70L, FREE);
    assertThat(large).isEqualTo(BigInteger.ONE.shiftLeft(70));
    assertThat(Arithmetic.floorDivide(large, Arithmetic.power(2L, 68L, FREE), FREE)).isEqualTo(4L);
    assertThat(Arithmetic.add(Long.MAX_VALUE, 1L, FREE)).isEqualTo(BigInteger.ONE.shiftLeft(63));
  }

  @Test
  void intsAndFloatsCompareByTheirExactValues() {
    long odd = (1L << 53) + 1;
    assertThat(Arithmetic.compare(odd, 0x1p53)).isEqualTo(1);
    assertThat(Arithmetic.equal(1L, true)).isTrue();
    assertThat(Arithmetic.equal(BigInteger.TEN.pow(22), 1e22)).isTrue();
    assertThat(Arithmetic.equal(BigInteger.TEN.pow(23), 1e23)).isFalse();
    assertThat(Arithmetic.compare(1L, Double.NaN)).isEqualTo(Arithmetic.UNORDERED);
    assertThat(Arithmetic.hash(1.0)).isEqualTo(Arithmetic.hash(1L)).isEqualTo(1L);
  }

  @Test
  void aComplexResultIsRefusedByName() {
    assertThatThrownBy(() -> Arithmetic.power(-8L, 0.5, FREE))
        .isInstanceOfSatisfying(
            PythonError.class,
            error -> assertThat(error.name()).isEqualTo(PythonError.UNSUPPORTED));
  }

  /// Each asks for more than a gigabyte, and is stopped before it allocates.
  @Test
  void whatIsTooLargeIsNeverMade() {
    List<Runnable> hostile =
        List.of(
            () -> Arithmetic.power(10L, Arithmetic.power(10L, 10L, FREE), limited()),
            () -> Arithmetic.power(10L, BigInteger.TEN.pow(30), limited()),
            () -> Arithmetic.shiftLeft(1L, Arithmetic.power(10L, 12L, FREE), limited()),
            () -> Arithmetic.shiftLeft(1L, BigInteger.TEN.pow(30), limited()),
            () -> IntMath.factorial(1_000_000_000_000L, limited()),
            () -> IntMath.combinations(1L << 62, 1L << 61, limited()),
            () -> new RandomSource().choices(2, 1L << 50, limited(), place -> {}));
    for (Runnable one : hostile) {
      assertThatThrownBy(one::run).isInstanceOf(IllegalStateException.class);
    }
  }

  private static Budget limited() {
    return bytes -> {
      if (bytes > 1 << 30) {
        throw new IllegalStateException("more than a gigabyte");
      }
    };
  }
}
