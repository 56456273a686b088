package dev.perilla.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When digits agree with a computed number, and how one is shown.
final class JudgeTest {
  @ParameterizedTest
  @CsvSource({
    "4, 4.0, true",
    "4, 3.9999999999999147, true", // the noise of 0.04 / 0.01
    "4, 3.96, false",
    "4.0, 3.96, true",
    "4.0, 3.94, false",
    "0.125, 0.125, true",
    "0.13, 0.125, true",
    "0.12, 0.125, true",
    "0.12, 0.126, false",
    "-0.9999, -0.9999092042625951, true",
    "-1, -0.9999092042625951, false",
    "0, 5.551115123125783e-17, true", // 0.1 + 0.2 - 0.3
    "0, -1.8503717077085943e-17, true", // a third of that
    "0, 1.6e-19, false",
    "0, 3e-14, false",
    "0, 6.62607015e-34, false",
    "0, 1e-9, false",
    "1000000001, 1000000000, false",
    "25 %, 0.25, true",
    "25 %, 0.254, true",
    "25 %, 0.256, false",
    "1.8e12, 1.8e12, true",
    "'1,5', 1.5, false",
  })
  void digitsWrittenSetTheTolerance(String written, double given, boolean agrees) {
    Numeral numeral = Numeral.scan(written, Notation.POINT).get(0);
    assertThat(Judge.agrees(numeral, quantity(given), false)).isEqualTo(agrees);
  }

  @Test
  void aboutLetsAnIntegerBeRounded() {
    Numeral four = Numeral.whole("4", Notation.POINT).orElseThrow();
    assertThat(Judge.agrees(four, quantity(3.96), true)).isTrue();
    assertThat(Judge.agrees(four, quantity(3.4), true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "12.0, 12",
    "12.000000000000002, 12",
    "0.03999999999999915, 0.04",
    "2.9999995, 3.00000",
    "0.2500001, 0.250000",
    "0.7071067811865476, 0.707107",
    "-4.99, -4.99",
    "10245.25, 10245.25",
    "10245.256, 10245.26",
    "123456.7, 123456.7",
    "1938586.6441259135, 1938586.64",
    "-1234567.25, -1234567.25",
    "99999.996, 100000.00",
    "123456789.12, 123456789.12",
    "10000.000000018848, 10000",
    "1524120183930.64, 1524120183930.64",
    "152412018393064.0, 152412018393064",
    "1524120183930641.0, 1.52412e+15",
    "1e-7, 1e-07",
    "1.5e20, 1.5e+20",
    "0.0, 0",
    "-0.0, 0",
    "33333.33333333333, 33333.33",
  })
  void sixDigitsOrTwoDecimalsAndNothingReadsAsExactThatIsNot(double value, String shown) {
    assertThat(Shown.shortest(quantity(value))).isEqualTo(shown);
  }

  /// A number that the program writes always checks; with one digit changed it never does.
  @Test
  void whatIsShownChecksAndWhatIsChangedDoesNot() {
    Random random = new Random(20260221);
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 5);
      Fact.Quantity given = quantity(value);
      String shown = Shown.shortest(given);
      Numeral numeral = Numeral.whole(shown, Notation.POINT).orElseThrow();
      assertThat(Judge.agrees(numeral, given, false)).as(shown + " for " + value).isTrue();
      String changed = changed(shown, random);
      Numeral other = Numeral.whole(changed, Notation.POINT).orElseThrow();
      assertThat(Judge.agrees(other, given, false)).as(changed + " for " + value).isFalse();
    }
  }

  /// `shown` with one digit of its mantissa replaced by one that is at least 2 away.
  private static String changed(String shown, Random random) {
    int end = shown.indexOf('e') < 0 ? shown.length() : shown.indexOf('e');
    int at = random.nextInt(end);
    while (!Character.isDigit(shown.charAt(at))) {
      at = random.nextInt(end);
    }
    int digit = shown.charAt(at) - '0';
    int to = (digit + 2 + random.nextInt(7)) % 10;
    return shown.substring(0, at) + to + shown.substring(at + 1);
  }

  private static Fact.Quantity quantity(double value) {
    return Fact.Quantity.of(value, Reals.repr(value));
  }
}
