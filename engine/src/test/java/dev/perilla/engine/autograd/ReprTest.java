package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReprTest {
  @Test
  void asPythonPrints() {
    Object[][] table = {
      {0.0, "0.0"},
      {-0.0, "-0.0"},
      {1.0, "1.0"},
      {-2.5, "-2.5"},
      {0.1, "0.1"},
      {0.1 + 0.2, "0.30000000000000004"},
      {1e16, "1e+16"},
      {1e15, "1000000000000000.0"},
      {9999999999999998.0, "9999999999999998.0"},
      {123456789012345680.0, "1.2345678901234568e+17"},
      {1e-4, "0.0001"},
      {1e-5, "1e-05"},
      {1.5e-7, "1.5e-07"},
      {1e22, "1e+22"},
      {1e23, "1e+23"},
      {Double.MIN_VALUE, "5e-324"},
      {2e-323, "2e-323"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {2.2250738585072014e-308, "2.2250738585072014e-308"},
      {9007199254740992.0, "9007199254740992.0"},
      {1e100, "1e+100"},
      {2.0 / 3, "0.6666666666666666"},
      {Math.PI, "3.141592653589793"},
      {Double.NaN, "nan"},
      {Double.POSITIVE_INFINITY, "inf"},
      {Double.NEGATIVE_INFINITY, "-inf"},
    };
    for (Object[] row : table) {
      assertThat(Reals.repr((Double) row[0])).isEqualTo(row[1]);
    }
  }

  @Test
  void readsBackAndHasNoDigitTooMany() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double x = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(x)) {
        String text = Reals.repr(x);
        assertThat(Double.parseDouble(text)).isEqualTo(x);
        // Since JDK 19 Double.toString is shortest too, except that it never prints one digit
        // alone.
        assertThat(digits(text).length()).isLessThanOrEqualTo(digits(Double.toString(x)).length());
      }
    }
  }

  private static String digits(String text) {
    return text.replaceAll("[eE].*", "").replaceAll("[^0-9]", "").replaceAll("^0+|0+$", "");
  }
}
