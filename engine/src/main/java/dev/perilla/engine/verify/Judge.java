package dev.perilla.engine.verify;

import java.math.BigDecimal;
import java.math.MathContext;

/// When a number that somebody wrote agrees with one that the program gives.
///
/// The digits written set the tolerance: half a unit in the last place, the half included. An
/// integer is exact, up to the noise of floating point (a relative 1e-9) where the program's number
/// is no integer itself.
public final class Judge {
  private static final BigDecimal NOISE = new BigDecimal("1e-9");
  private static final BigDecimal FLOOR = new BigDecimal("1e-12");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Judge() {}

  /// The greatest difference from `given` at which `numeral` still says the truth; zero where only
  /// the very number will do.
  ///
  /// @param about whether `≈` stands before it: then an integer too is taken to half a unit
  public static BigDecimal tolerance(Numeral numeral, Fact.Quantity given, boolean about) {
    if (numeral.exact() && (!about || numeral.unit().signum() == 0)) {
      return given.whole() ? BigDecimal.ZERO : noise(given.exact());
    }
    return numeral
        .unit()
        .divide(TWO)
        .add(noise(given.exact()).min(numeral.unit().divide(TWO).multiply(NOISE)));
  }

  /// Whether the numeral as written agrees with `given`. A numeral without a value agrees with
  /// nothing.
  public static boolean agrees(Numeral numeral, Fact.Quantity given, boolean about) {
    return numeral.value().isPresent()
        && difference(numeral, given).compareTo(tolerance(numeral, given, about)) <= 0;
  }

  /// How far apart they are.
  public static BigDecimal difference(Numeral numeral, Fact.Quantity given) {
    return numeral.value().orElse(BigDecimal.ZERO).subtract(given.exact()).abs();
  }

  /// Whether two computed numbers are one up to the noise of floating point.
  public static boolean same(Fact.Quantity a, Fact.Quantity b) {
    if (a.whole() && b.whole()) {
      return a.exact().compareTo(b.exact()) == 0;
    }
    BigDecimal larger = a.exact().abs().compareTo(b.exact().abs()) > 0 ? a.exact() : b.exact();
    return a.exact().subtract(b.exact()).abs().compareTo(noise(larger)) <= 0;
  }

  private static BigDecimal noise(BigDecimal of) {
    return of.abs().multiply(NOISE, MathContext.DECIMAL64).max(FLOOR);
  }
}
