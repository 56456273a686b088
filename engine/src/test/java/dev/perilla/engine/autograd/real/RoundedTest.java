package dev.perilla.engine.autograd.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every function against decimal arithmetic: random arguments of every size, hard cases made on
/// purpose, and published worst cases. `-Dperilla.proof=1000000` takes a million arguments each
/// instead of some hundred.
class RoundedTest {
  private static final int COUNT = Integer.getInteger("perilla.proof", 400);

  /// A function, its reference and the open interval its arguments come from.
  record Subject(
      String name,
      DoubleUnaryOperator function,
      UnaryOperator<BigDecimal> reference,
      double low,
      double high) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Subject> subjects() {
    return List.of(
        new Subject("exp", Rounded::exp, Reference::exp, -700, 709),
        new Subject("exp2", Rounded::exp2, Reference::exp2, -1000, 1023),
        new Subject("expm1", Rounded::expm1, Reference::expm1, -38, 709),
        new Subject("log", Rounded::log, Reference::log, 0, 1e300),
        new Subject("log2", Rounded::log2, Reference::log2, 0, 1e300),
        new Subject("log10", Rounded::log10, Reference::log10, 0, 1e300),
        new Subject("log1p", Rounded::log1p, Reference::log1p, -1, 1e300),
        new Subject("sigmoid", Rounded::sigmoid, Reference::sigmoid, -700, 38),
        new Subject("tanh", Rounded::tanh, Reference::tanh, -19, 19),
        new Subject("sinh", Rounded::sinh, Reference::sinh, -709, 709),
        new Subject("cosh", Rounded::cosh, Reference::cosh, -709, 709),
        new Subject("asinh", Rounded::asinh, Reference::asinh, -1e30, 1e30),
        new Subject("acosh", Rounded::acosh, Reference::acosh, 1, 1e30),
        new Subject("atanh", Rounded::atanh, Reference::atanh, -1, 1),
        new Subject("sin", Rounded::sin, Reference::sin, -1e300, 1e300),
        new Subject("cos", Rounded::cos, Reference::cos, -1e300, 1e300),
        new Subject("tan", Rounded::tan, Reference::tan, -1e300, 1e300),
        new Subject("asin", Rounded::asin, Reference::asin, -1, 1),
        new Subject("acos", Rounded::acos, Reference::acos, -1, 1),
        new Subject("atan", Rounded::atan, Reference::atan, -1e15, 1e15),
        new Subject("cbrt", Rounded::cbrt, Reference::cbrt, -1e300, 1e300));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void isTheNearestDouble(Subject subject) {
    SplittableRandom random = new SplittableRandom(subject.name().hashCode());
    for (int i = 0; i < COUNT; i++) {
      check(subject, argument(random, subject.low(), subject.high()));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void isTheNearestDoubleWhereItIsHardToTell(Subject subject) {
    SplittableRandom random = new SplittableRandom(subject.name().hashCode());
    double low = Math.max(subject.low(), -3);
    double high = Math.min(subject.high(), 3);
    for (int i = 0; i < Math.max(4, COUNT / 100); i++) {
      double start = low + (high - low) * (0.05 + 0.9 * random.nextDouble());
      check(subject, hard(subject.reference(), start));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void isTheNearestDoubleAtPublishedWorstCases(Subject subject) {
    for (String line : PublishedCases.TABLE.lines().toList()) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length && words[0].equals(subject.name()); i++) {
        check(subject, Double.parseDouble(words[i]));
      }
    }
  }

  @Test
  void powers() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < COUNT; i++) {
      double x = argument(random, 1e-290, 1e290);
      double y = (random.nextDouble() * 2 - 1) * 600 / (Math.abs(Math.log(x)) + 1e-3);
      assertNearest(
          "pow(" + x + ", " + y + ")",
          Rounded.pow(x, y),
          Reference.pow(new BigDecimal(x), new BigDecimal(y)));
    }
  }

  @Test
  void powersThatAreExactOrHalfway() {
    assertThat(Rounded.pow(3, 33)).isEqualTo(5559060566555523.0);
    assertThat(Rounded.pow(3, 34)).isEqualTo(new BigDecimal(3).pow(34).doubleValue());
    assertThat(Rounded.pow(0.75, 20)).isEqualTo(new BigDecimal("0.75").pow(20).doubleValue());
    assertThat(Rounded.pow(2.25, 1.5)).isEqualTo(3.375);
    assertThat(Rounded.pow(2, -1074)).isEqualTo(Double.MIN_VALUE);
    assertThat(Rounded.pow(2, -1075)).isEqualTo(0);
    assertThat(Rounded.pow(2, 1024)).isEqualTo(Double.POSITIVE_INFINITY);
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 2000; i++) {
      // 54 bits that end in 1, as the square or cube of a short number: exactly between two
      // doubles.
      double root = random.nextInt(1 << 25, 1 << 27) | 1;
      BigDecimal exact = new BigDecimal(root);
      assertThat(Rounded.pow(root, 3)).isEqualTo(exact.pow(3).doubleValue());
      assertThat(Rounded.pow(root * root, 1.5))
          .isEqualTo(
              root * root == Math.rint(root * root) && root < 0x1p26
                  ? exact.pow(3).doubleValue()
                  : Rounded.pow(root * root, 1.5));
    }
  }

  @Test
  void distances() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < COUNT; i++) {
      double x = argument(random, -1e300, 1e300);
      double y = x * (random.nextDouble() * 4 - 2);
      assertNearest(
          "hypot(" + x + ", " + y + ")",
          Rounded.hypot(x, y),
          Reference.hypot(new BigDecimal(x), new BigDecimal(y)));
    }
    assertThat(Rounded.hypot(3, 4)).isEqualTo(5);
    assertThat(Rounded.hypot(1e-320, 1e-320)).isEqualTo(1.414e-320);
    assertThat(Rounded.hypot(Double.NaN, Double.NEGATIVE_INFINITY)).isInfinite();
  }

  @Test
  void angles() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < COUNT; i++) {
      double x = Math.abs(argument(random, -1e300, 1e300));
      double y = x * (random.nextDouble() * 8 - 4);
      BigDecimal ratio =
          new BigDecimal(y).divide(new BigDecimal(x), new java.math.MathContext(110));
      assertNearest("atan2", Rounded.atan2(y, x), Reference.atan(ratio));
    }
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
    double inf = Double.POSITIVE_INFINITY;
    assertThat(
            new double[] {Rounded.log(-1), Rounded.acosh(0.5), Rounded.asin(2), Rounded.sin(inf)})
        .containsOnly(Double.NaN);
    assertThat(
            new double[] {
              Rounded.log(0), -Rounded.atanh(1), -Rounded.exp(710), -Rounded.pow(0, -1)
            })
        .containsOnly(-inf);
    assertThat(Rounded.pow(-8, 1.0 / 3)).isNaN();
    assertThat(Rounded.pow(-2, 3)).isEqualTo(-8);
    assertThat(Rounded.exp(-746)).isEqualTo(0);
    assertThat(Rounded.exp(-745.1)).isEqualTo(Double.MIN_VALUE);
    assertThat(Rounded.tanh(1e300)).isEqualTo(1);
    assertThat(Rounded.tanh(-0.0)).isEqualTo(-0.0);
    for (Subject subject : subjects()) {
      assertThat(subject.function().applyAsDouble(Double.NaN)).isNaN();
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
      open += Double.isNaN(Rounded.settle(Exponential.exp(Pair.of(x)), Rounded.ERROR)) ? 1 : 0;
      open += Double.isNaN(Rounded.settle(Circular.of(x).sin(), Rounded.ERROR)) ? 1 : 0;
      open += Double.isNaN(Rounded.settle(Circular.of(x).cos(), Rounded.ERROR)) ? 1 : 0;
      Pair log = Logarithm.log(Pair.of(Math.abs(x)));
      open += Double.isNaN(Rounded.settle(log, Rounded.ERROR)) ? 1 : 0;
    }
    assertThat(open).isLessThan(count * 4 / 50_000);
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
      double y = random.nextDouble() * (i % 2 == 0 ? 4 : 1300) - (i % 2 == 0 ? 2 : 650);
      double exp = Quick.exp(y);
      open += Double.isNaN(exp) ? 1 : 0;
      double scaled = Rounded.settle(Exponential.exp(Pair.of(y)), Rounded.ERROR);
      assertThat(Double.isNaN(exp) || Double.isNaN(scaled) || exp == scaled)
          .as("exp %s", y)
          .isTrue();
    }
    assertThat(open).isLessThan(2 * count / 200);
  }

  private static void check(Subject subject, double x) {
    assertNearest(
        subject.name() + "(" + Double.toHexString(x) + ")",
        subject.function().applyAsDouble(x),
        subject.reference().apply(new BigDecimal(x)));
  }

  /// That no double is nearer to `truth`, of which 50 digits are right, than `actual`.
  private static void assertNearest(String what, double actual, BigDecimal truth) {
    BigDecimal value = new BigDecimal(actual);
    BigDecimal below = value.add(new BigDecimal(Math.nextDown(actual))).divide(BigDecimal.TWO);
    BigDecimal above = value.add(new BigDecimal(Math.nextUp(actual))).divide(BigDecimal.TWO);
    BigDecimal slack = truth.abs().movePointLeft(50);
    if (truth.compareTo(below.subtract(slack)) < 0 || truth.compareTo(above.add(slack)) > 0) {
      throw new AssertionError(what + " is " + truth.doubleValue() + ", not " + actual);
    }
  }

  private static double argument(SplittableRandom random, double low, double high) {
    while (true) {
      double x =
          switch (random.nextInt(3)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> (random.nextDouble() * 2 - 1) * Math.scalb(1.0, random.nextInt(-26, 12));
            default -> {
              double from = Math.max(low, -50);
              yield from + (Math.min(high, 50) - from) * random.nextDouble();
            }
          };
      if (x > low && x < high && Math.abs(x) > 0x1p-60) {
        return x;
      }
    }
  }

  /// Of the 2^18 doubles from `start` on, the one whose value lies nearest to the middle between
  /// two doubles. Within such a stretch the function is a parabola to far below the distances
  /// sought, so three values in decimal arithmetic give all in units of the last place.
  private static double hard(UnaryOperator<BigDecimal> f, double start) {
    int count = 1 << 18;
    double step = Math.ulp(start);
    BigDecimal first = f.apply(new BigDecimal(start));
    BigDecimal middle = f.apply(new BigDecimal(start + count / 2.0 * step));
    BigDecimal last = f.apply(new BigDecimal(start + count * step));
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
}
