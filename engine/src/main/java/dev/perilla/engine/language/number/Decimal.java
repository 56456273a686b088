package dev.perilla.engine.language.number;

import java.math.BigInteger;

/// The exact decimal digits of a finite double, cut and rounded half to even as asked.
///
/// @param digits the digits without leading zeros, at least one; `0` for zero
/// @param point where the decimal mark stands: the value is `0.digits * 10 ** point`
public record Decimal(String digits, int point) {
  private static final BigInteger TEN = BigInteger.TEN;
  private static final int EXACT = 1100; // no double has more decimals, or more significant digits

  /// `value` without its sign to `places` decimals, which may be negative. Digits end at that
  /// place, or before when the rest is zeros beyond all that a double has.
  public static Decimal fixed(double value, int places) {
    int limit = Math.min(places, EXACT);
    BigInteger whole = BigInteger.valueOf(Math.abs(Floats.mantissa(value)));
    if (limit < -330 || whole.signum() == 0) {
      return new Decimal("0", 1);
    }
    BigInteger units = roundedQuotient(whole, Floats.exponent(value), limit);
    if (units.signum() == 0) {
      return new Decimal("0", 1);
    }
    String digits = units.toString();
    return new Decimal(digits, digits.length() - limit);
  }

  /// `value` without its sign to `count` significant digits, at least 1; as many digits as asked,
  /// or fewer when the rest is zeros beyond all that a double has.
  public static Decimal significant(double value, int count) {
    if (value == 0) {
      return new Decimal("0", 1);
    }
    int limit = Math.min(count, EXACT);
    int exponent = Floats.exponent(value);
    long mantissa = Math.abs(Floats.mantissa(value));
    int bits = 64 - Long.numberOfLeadingZeros(mantissa);
    int guess = (int) Math.floor((bits + exponent - 1) * 0.30102999566398120) + 1;
    BigInteger whole = BigInteger.valueOf(mantissa);
    String digits = roundedQuotient(whole, exponent, limit - guess).toString();
    if (digits.length() > limit) {
      guess++; // the guess may be one low, and rounding may add a digit
      digits = roundedQuotient(whole, exponent, limit - guess).toString();
    }
    return new Decimal(digits, digits.length() - limit + guess);
  }

  public boolean isZero() {
    return digits.equals("0");
  }

  /// `whole * 2 ** exponent * 10 ** places` to the nearest integer, ties to even.
  private static BigInteger roundedQuotient(BigInteger whole, int exponent, int places) {
    BigInteger top = whole;
    BigInteger bottom = BigInteger.ONE;
    if (places >= 0) {
      top = top.multiply(TEN.pow(places));
    } else {
      bottom = TEN.pow(-places);
    }
    if (exponent >= 0) {
      top = top.shiftLeft(exponent);
    } else {
      bottom = bottom.shiftLeft(-exponent);
    }
    BigInteger[] parts = top.divideAndRemainder(bottom);
    int half = parts[1].shiftLeft(1).compareTo(bottom);
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    return up ? parts[0].add(BigInteger.ONE) : parts[0];
  }

  /// `round(value, places)`: the double nearest to the decimal, as Python's.
  public static double round(double value, int places) {
    if (Double.isNaN(value) || Double.isInfinite(value) || value == 0 || places > 323) {
      return value;
    }
    if (places < -308) {
      return 0.0 * value;
    }
    BigInteger whole = BigInteger.valueOf(Math.abs(Floats.mantissa(value)));
    BigInteger units = roundedQuotient(whole, Floats.exponent(value), places);
    double size =
        places >= 0
            ? Floats.ratio(units, TEN.pow(places))
            : Floats.nearest(units.multiply(TEN.pow(-places)), 0);
    if (Double.isInfinite(size)) {
      throw PythonError.overflow("rounded value too large to represent");
    }
    return value < 0 || 1 / value < 0 ? -size : size;
  }

  /// The double nearest to `whole * 10 ** exponent`, ties to even; infinite when too large.
  public static double nearest(BigInteger whole, long exponent) {
    if (whole.signum() == 0 || exponent < -20_000) {
      return 0.0;
    }
    if (exponent > 400) {
      return Double.POSITIVE_INFINITY;
    }
    return exponent >= 0
        ? Floats.nearest(whole.multiply(TEN.pow((int) exponent)), 0)
        : Floats.ratio(whole, TEN.pow((int) -exponent));
  }
}
