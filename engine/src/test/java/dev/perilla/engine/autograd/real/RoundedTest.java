package dev.perilla.engine.autograd.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every function against decimal arithmetic: random arguments of every size, hard cases made on
/// purpose, and published worst cases. [Proof] takes a million arguments each instead of some
/// hundred.
class RoundedTest {
  private static final int COUNT = 400;

  static List<Subject> subjects() {
    return Subject.ALL;
  }

  static List<Subject> ofOne() {
    return Subject.ALL.stream().filter(Subject::isOfOne).toList();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void isTheNearestDouble(Subject subject) {
    SplittableRandom random = new SplittableRandom(subject.name().hashCode());
    for (int i = 0; i < COUNT; i++) {
      double x = subject.draw(random);
      subject.margin(x, subject.partner().of(x, random));
    }
  }

  @ParameterizedTest
  @MethodSource("ofOne")
  void isTheNearestDoubleWhereItIsHardToTell(Subject subject) {
    SplittableRandom random = new SplittableRandom(subject.name().hashCode());
    double low = Math.max(subject.low(), -3);
    double high = Math.min(subject.high(), 3);
    for (int i = 0; i < 4; i++) {
      double start = low + (high - low) * (0.05 + 0.9 * random.nextDouble());
      assertThat(subject.margin(hard(subject, start), 0)).isLessThan(1e-3);
    }
  }

  @Test
  void isTheNearestDoubleAtPublishedWorstCases() {
    for (String line : PublishedCases.TABLE.lines().toList()) {
      String[] words = line.split(" ", -1);
      Subject subject =
          Subject.ALL.stream().filter(s -> s.name().equals(words[0])).findAny().orElseThrow();
      for (int i = 1; i < words.length; i++) {
        // Next to the middle of two doubles, or to a place that another way of rounding, or one
        // bit more, finds as hard: halves and quarters of the last place.
        double quarters = 4 * subject.margin(Double.parseDouble(words[i]), 0);
        assertThat(Math.abs(quarters - Math.rint(quarters))).as(line).isLessThan(1e-12);
      }
    }
  }

  @Test
  void angles() {
    double[][] table = {
      {0.0, 1, 0.0},
      {-0.0, 1, -0.0},
      {0.0, -1, Math.PI},
      {-0.0, -1, -Math.PI},
      {1, 0, Math.PI / 2},
      {-1, -0.0, -Math.PI / 2},
      {1e-300, -1, Math.PI},
      {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2.356194490192345},
      {1, Double.POSITIVE_INFINITY, 0.0},
      {-1, Double.NEGATIVE_INFINITY, -Math.PI},
    };
    for (double[] row : table) {
      assertThat(Rounded.atan2(row[0], row[1])).isEqualTo(row[2]);
    }
  }

  @Test
  void whereThereIsNoValue() {
    assertThat(new double[] {Rounded.acos(-1.5), Rounded.asin(2), Rounded.tan(1.0 / 0)})
        .containsOnly(Double.NaN);
    assertThat(Rounded.tanh(1e300)).isEqualTo(1);
    assertThat(Rounded.tanh(-0.0)).isEqualTo(-0.0);
    for (Subject subject : subjects()) {
      assertThat(subject.function().at(Double.NaN, Double.NaN)).isNaN();
    }
  }

  /// The share of arguments that the fast path leaves open, as documented in [Rounded].
  @Test
  void almostAllArgumentsTakeTheFastPath() {
    SplittableRandom random = new SplittableRandom(8);
    int count = 200_000;
    int open = 0;
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble() * 8 - 4;
      Circular.Both at = Circular.of(x);
      open += Double.isNaN(Rounded.settle(at.sin().over(at.cos()), Rounded.ERROR)) ? 1 : 0;
      Pair angle = Arctangent.atan(Pair.of(Math.abs(x)));
      open += Double.isNaN(Rounded.settle(angle, Rounded.ERROR)) ? 1 : 0;
    }
    assertThat(open).isLessThan(count * 2 / 50_000);
  }

  /// [Quick] against the pairs, which are far more precise, on many more arguments.
  @Test
  void quickAnswersAreThoseOfThePairs() {
    SplittableRandom random = new SplittableRandom(10);
    int count = Math.max(300_000, COUNT);
    int open = 0;
    for (int i = 0; i < count; i++) {
      double x = 0.25 + random.nextDouble() * (i % 2 == 0 ? 2 : 19.7);
      Pair e = Exponential.expm1(Pair.of(-2 * x));
      double tanh = Quick.tanh(x);
      open += Double.isNaN(tanh) ? 1 : 0;
      double pair = Rounded.settle(e.negated().over(e.plus(2.0)), Rounded.ERROR);
      assertThat(Double.isNaN(tanh) || Double.isNaN(pair) || tanh == pair)
          .as("tanh %s", x)
          .isTrue();
    }
    assertThat(open).isLessThan(count / 200);
  }

  /// Of the 2^18 doubles from `start` on, the one whose value lies nearest to the middle between
  /// two doubles. Within such a stretch the function is a parabola to far below the distances
  /// sought, so three values in decimal arithmetic give all in units of the last place.
  private static double hard(Subject subject, double start) {
    int count = 1 << 18;
    double step = Math.ulp(start);
    BigDecimal first = value(subject, start);
    BigDecimal middle = value(subject, start + count / 2.0 * step);
    BigDecimal last = value(subject, start + count * step);
    BigDecimal unit = new BigDecimal(Math.ulp(middle.doubleValue()));
    BigDecimal bend = last.subtract(middle.multiply(BigDecimal.TWO)).add(first).divide(unit);
    BigDecimal rise = last.subtract(first).divide(unit);
    double offset = first.divide(unit).remainder(BigDecimal.ONE).doubleValue();
    double a = bend.doubleValue() * 2 / ((double) count * count);
    double b = (rise.doubleValue() - bend.doubleValue() * 2) / count;
    double best = start;
    double nearest = 1;
    for (int k = 0; k < count; k++) {
      double place = offset + k * b + a * k * k;
      double distance = Math.abs(place - Math.floor(place) - 0.5);
      if (distance < nearest) {
        nearest = distance;
        best = start + k * step;
      }
    }
    return best;
  }

  private static BigDecimal value(Subject subject, double x) {
    return subject.truth().at(Reference.DEEP, new BigDecimal(x), BigDecimal.ZERO);
  }
}
