package dev.perilla.engine.verify;

import dev.perilla.engine.judge.Noise;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// When a number that somebody wrote agrees with one that the program gives.
///
/// The digits written set the tolerance: half a unit in the last place, the half included. An
/// integer is exact, up to the noise of floating point (a relative 1e-9) where the program's number
/// is no integer itself.
public final class Judge {
  private static final BigDecimal NOISE = new BigDecimal("1e-9");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final String ADDRESS = " object at 0x";

  private Judge() {}

  /// The greatest difference from `given` at which `numeral` still says the truth; zero where only
  /// the very number will do.
  ///
  /// @param about whether `≈` stands before it: then an integer too is taken to half a unit
  public static BigDecimal tolerance(Numeral numeral, Fact.Quantity given, boolean about) {
    if (numeral.exact() && (!about || numeral.unit().signum() == 0)) {
      return given.whole() ? BigDecimal.ZERO : Noise.of(given.exact());
    }
    return numeral
        .unit()
        .divide(TWO)
        .add(Noise.of(given.exact()).min(numeral.unit().divide(TWO).multiply(NOISE)));
  }

  /// Whether the numeral as written agrees with `given`. A numeral without a value agrees with
  /// nothing. What lies half way is rounded away from zero or to the even digit, as people and as
  /// programs do, and not the third way.
  public static boolean agrees(Numeral numeral, Fact.Quantity given, boolean about) {
    return numeral.value().isPresent()
        && difference(numeral, given).compareTo(tolerance(numeral, given, about)) <= 0
        && !isHalfWay(numeral, given);
  }

  /// Whether `given` lies half way between the numeral and one that it is rounded to instead.
  static boolean isHalfWay(Numeral numeral, Fact.Quantity given) {
    BigDecimal value = numeral.value().orElse(BigDecimal.ZERO);
    return numeral.unit().signum() != 0
        && !numeral.isBegun()
        && difference(numeral, given).compareTo(numeral.unit().divide(TWO)) >= 0
        && value.abs().compareTo(given.exact().abs()) < 0
        && value.divideToIntegralValue(numeral.unit()).toBigInteger().testBit(0);
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
    BigDecimal difference = a.exact().subtract(b.exact()).abs();
    return difference.compareTo(Noise.of(larger(a, b))) <= 0 || Noise.isRest(difference);
  }

  /// Likewise of numbers that are not what is left where others cancel.
  static boolean isNear(Fact.Quantity a, Fact.Quantity b) {
    BigDecimal difference = a.exact().subtract(b.exact()).abs();
    boolean isWhole = a.whole() && b.whole();
    BigDecimal noise = isWhole ? BigDecimal.ZERO : larger(a, b).abs().multiply(NOISE);
    return difference.compareTo(noise) <= 0;
  }

  private static BigDecimal larger(Fact.Quantity a, Fact.Quantity b) {
    return a.exact().abs().compareTo(b.exact().abs()) > 0 ? a.exact() : b.exact();
  }

  /// Whether two things that were computed are one: numbers up to the noise of floating point,
  /// lists item by item.
  static boolean same(Fact a, Fact b) {
    return switch (a) {
      case Fact.Quantity left -> b instanceof Fact.Quantity right && same(left, right);
      case Fact.NotFinite left -> false;
      case Fact.Truth left -> b instanceof Fact.Truth right && left.value() == right.value();
      case Fact.Sequence left ->
          b instanceof Fact.Sequence right && sameItems(left.items(), right.items());
      case Fact.Thing left -> b instanceof Fact.Thing right && kind(left).equals(kind(right));
    };
  }

  /// What a thing is; of an object that has no `__repr__` without the address by which Python tells
  /// it from others: `c = a * b` of a class that has no `__eq__` speaks of a new object each time
  /// it is asked.
  private static String kind(Fact.Thing thing) {
    String repr = thing.repr();
    int at = repr.startsWith("<") ? repr.lastIndexOf(ADDRESS) : -1;
    if (at < 0) {
      return repr; // a text that speaks of a place is a text
    }
    int end = at + ADDRESS.length();
    while (end < repr.length() && Character.digit(repr.charAt(end), 16) >= 0) {
      end++;
    }
    return repr.substring(end).equals(">") ? repr.substring(0, at) : repr;
  }

  private static boolean sameItems(List<Fact> a, List<Fact> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether `written`, a bare number, agrees with `given`; used for expectations and comments.
  static boolean agrees(Fact written, Optional<Numeral> numeral, Fact given) {
    if (numeral.isPresent() && given instanceof Fact.Quantity quantity) {
      return agrees(numeral.get(), quantity, false);
    }
    return same(written, given);
  }

  /// The tolerance as the ledger shows it.
  static String shown(BigDecimal tolerance) {
    return tolerance.signum() == 0 ? "0" : tolerance.stripTrailingZeros().toString();
  }

  /// The order of two numbers, 0 where floating point cannot tell them apart.
  static int order(BigDecimal a, BigDecimal b) {
    boolean whole = a.stripTrailingZeros().scale() <= 0 && b.stripTrailingZeros().scale() <= 0;
    BigDecimal larger = a.abs().max(b.abs());
    boolean near = a.subtract(b).abs().compareTo(larger.multiply(NOISE)) <= 0;
    return near && !whole ? 0 : a.compareTo(b);
  }
}
