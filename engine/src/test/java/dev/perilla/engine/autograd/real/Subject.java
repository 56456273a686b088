package dev.perilla.engine.autograd.real;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;

/// A function, what it ought to be, and where its arguments come from. Functions of one argument
/// ignore `y`.
///
/// @param smallest no argument is nearer to 0
record Subject(
    String name,
    Call function,
    Truth truth,
    double low,
    double high,
    double smallest,
    Partner partner) {
  private static final double TINY = 0x1p-60;
  private static final MathContext ENOUGH = new MathContext(18);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  interface Call {
    double at(double x, double y);
  }

  interface Truth {
    BigDecimal at(Reference reference, BigDecimal x, BigDecimal y);
  }

  /// Draws the second argument for a first.
  interface Partner {
    double of(double x, SplittableRandom random);
  }

  static final List<Subject> ALL =
      List.of(
          of("tanh", Rounded::tanh, Reference::tanh, -19, 19),
          of("sigmoid", Rounded::sigmoid, Reference::sigmoid, -744, 38),
          of("sqrt", Math::sqrt, Reference::root, 0, 1e308).from(0),
          of("tan", Rounded::tan, Reference::tan, -1e300, 1e300),
          of("asin", Rounded::asin, Reference::asin, -1, 1),
          of("acos", Rounded::acos, Reference::acos, -1, 1),
          of("atan", Rounded::atan, Reference::atan, -1e15, 1e15),
          new Subject(
              "atan2",
              (x, y) -> Rounded.atan2(y, x),
              (r, x, y) -> r.atan(y.divide(x, new MathContext(110))),
              0,
              1e290,
              1e-290,
              (x, random) -> x * (random.nextDouble() * 8 - 4)));

  private static Subject of(
      String name,
      DoubleUnaryOperator function,
      BiFunction<Reference, BigDecimal, BigDecimal> truth,
      double low,
      double high) {
    return new Subject(
        name,
        (x, y) -> function.applyAsDouble(x),
        (reference, x, y) -> truth.apply(reference, x),
        low,
        high,
        TINY,
        (x, random) -> 0);
  }

  private Subject from(double least) {
    return new Subject(name, function, truth, low, high, least, partner);
  }

  boolean isOfOne() {
    return partner.of(1, new SplittableRandom(1)) == 0;
  }

  /// An argument inside the interval: of any size, near 0 on a logarithmic scale, or even over its
  /// middle part.
  double draw(SplittableRandom random) {
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
      if (x > low && x < high && Math.abs(x) > smallest) {
        return x;
      }
    }
  }

  /// How far the true value lies from the next place where the nearest double changes, in units of
  /// the result's last place: at most a half.
  ///
  /// @throws AssertionError if another double is nearer to the true value
  double margin(double x, double y) {
    double actual = function.at(x, y);
    double margin = margin(Reference.SHORT, actual, x, y);
    if (Math.abs(margin) < 1e-12) {
      margin = margin(Reference.DEEP, actual, x, y);
    }
    if (margin < 0 || Double.isNaN(margin)) {
      throw new AssertionError(
          "%s(%s, %s) is not %s".formatted(name, Double.toHexString(x), y, actual));
    }
    return margin;
  }

  private double margin(Reference reference, double actual, double x, double y) {
    if (!Double.isFinite(actual)) {
      return Double.NaN;
    }
    BigDecimal value = new BigDecimal(actual);
    BigDecimal unit = new BigDecimal(Math.ulp(actual));
    BigDecimal off =
        truth
            .at(reference, new BigDecimal(x), new BigDecimal(y))
            .subtract(value)
            .divide(unit, ENOUGH);
    // Below a power of two doubles lie twice as close.
    boolean inward = off.signum() != 0 && off.signum() != value.signum();
    boolean power = Math.ulp(Math.nextDown(Math.abs(actual))) < Math.ulp(actual);
    return (inward && power ? QUARTER : HALF).subtract(off.abs()).doubleValue();
  }

  @Override
  public String toString() {
    return name;
  }
}
