package dev.perilla.engine.autograd.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Arguments at which CPython on Linux prints another digit than that of the nearest double.
class GlibcTest {
  @ParameterizedTest
  @CsvSource({
    "exp, -4.264, 0.014065926028455206",
    "exp, 5.66, 287.14864255605437",
    "exp, 13.08, 479260.7061294755",
    "exp, 51.28, 1.8647517869494967e+22",
    "log, 0.4238771942773194, -0.8583115018412242",
    "log, 455.7, 6.121834698269837",
    "log, 1352.7, 7.209857874095148",
    "log, 1.9342419212781508, 0.6597154777697893",
    "log2, 0.9592396692910383, -0.06003677234659502",
    "log2, 0.8784635120991344, -0.18694573125685696",
    "sin, 8.85, 0.5436484436660884",
    "sin, 37.48, -0.21736278704733308",
    "sin, 0.24810263956088452, 0.245565138935517",
    "sin, 142195847316.359, -0.24233190675323873",
    "cos, 1.31, 0.2578500325326696",
    "cos, -1.368, 0.20140913691451723",
    "cos, 9.99, -0.8444696962887723",
    "cos, 37.1, 0.8258367804435001"
  })
  void isNotAlwaysTheNearestDouble(String name, double x, double expected) {
    DoubleUnaryOperator glibc =
        switch (name) {
          case "exp" -> Glibc::exp;
          case "log" -> Glibc::log;
          case "log2" -> Glibc::log2;
          case "sin" -> Glibc::sin;
          default -> Glibc::cos;
        };
    assertThat(glibc.applyAsDouble(x)).isEqualTo(expected);
    assertThat(nearest(name, x)).isNotEqualTo(expected);
  }

  private static double nearest(String name, double x) {
    Reference reference = Reference.SHORT;
    BigDecimal exact = new BigDecimal(x);
    return switch (name) {
      case "exp" -> reference.exp(exact).doubleValue();
      case "log" -> reference.log(exact).doubleValue();
      case "log2" -> reference.log2(exact).doubleValue();
      case "sin" -> reference.sin(exact).doubleValue();
      default -> reference.cos(exact).doubleValue();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "1.79, 1.5, 2.3948567806864776",
    "5.83, 0.3, 1.6970731657919211",
    "7.67, 3, 451.217663",
    "9.85, 0.5, 3.1384709652950433",
    "6.2, 0.016208145868108925, 1.0300141716898938"
  })
  void powersAreNotAlwaysTheNearestDouble(double x, double y, double expected) {
    assertThat(Glibc.pow(x, y)).isEqualTo(expected);
    assertThat(Reference.SHORT.pow(new BigDecimal(x), new BigDecimal(y)).doubleValue())
        .isNotEqualTo(expected);
    assertThat(Glibc.pow(-x, 3)).isEqualTo(-Glibc.pow(x, 3));
  }

  @ParameterizedTest
  @CsvSource({"2.7707047510669938, 6.824412019468124", "2.71208848701707, 6.552695477027216"})
  void powersOfTwoAreNotAlwaysTheNearestDouble(double x, double expected) {
    assertThat(Glibc.exp2(x)).isEqualTo(expected);
    assertThat(Reference.SHORT.exp2(new BigDecimal(x)).doubleValue()).isNotEqualTo(expected);
  }

  @Test
  void subnormalResultsAreRoundedOnce() {
    assertThat(Glibc.exp(-708.5)).isEqualTo(2.006132305331306e-308);
    assertThat(Glibc.exp(-720.3)).isEqualTo(1.5055136071e-313);
    assertThat(Glibc.exp(-740.25)).isEqualTo(3.26e-322);
    assertThat(Glibc.pow(10, -309.3)).isEqualTo(5.0118723362726e-310);
    assertThat(Glibc.pow(3e-310, 0.5)).isEqualTo(1.7320508075688746e-155);
    assertThat(Glibc.log(3e-310)).isEqualTo(-712.7027665394861);
  }

  @Test
  void atTheEndsOfTheRange() {
    double[] ends = {
      0.0,
      -0.0,
      1,
      -1,
      710,
      -745.1,
      -746,
      1e-320,
      Double.MAX_VALUE,
      Double.MIN_VALUE,
      1.0 / 0,
      -1.0 / 0,
      0.0 / 0
    };
    for (double x : ends) {
      near(Glibc.exp(x), StrictMath.exp(x));
      near(Glibc.exp2(x), StrictMath.pow(2, x));
      near(Glibc.log(x), StrictMath.log(x));
      near(Glibc.log2(Math.abs(x)), StrictMath.log(Math.abs(x)) / StrictMath.log(2));
      near(Glibc.sin(x), StrictMath.sin(x));
      near(Glibc.cos(x), StrictMath.cos(x));
      for (double y : ends) {
        boolean isOne = x == 1 || (x == -1 && Double.isInfinite(y)); // Java has NaN there
        near(Glibc.pow(x, y), isOne ? 1 : StrictMath.pow(x, y));
      }
    }
    assertThat(Glibc.log2(-1)).isNaN();
  }

  private static void near(Double one, Double other) {
    boolean same = one.equals(other) || Math.abs(one - other) <= 2 * Math.ulp(other);
    assertThat(same).as("%s and %s", one, other).isTrue();
  }
}
