package dev.perilla.engine.judge;

import java.math.BigDecimal;
import java.math.MathContext;

/// How far a number may be from the one that is meant because floats are rounded.
///
/// That is a billionth of it; and all of it where it is what is left when ordinary numbers cancel,
/// as of `0.1 + 0.2 - 0.3`: less than 1e-12, and a few units of their last bits or a small part of
/// such. Other small numbers are meant: 1.6e-19 is not 0.
public final class Noise {
  /// What is larger is no rest of numbers of everyday size.
  public static final BigDecimal FLOOR = new BigDecimal("1e-12");

  private static final BigDecimal PART = new BigDecimal("1e-9");

  /// The last bit of 1e-4.
  private static final double LAST_BIT = 0x1p-66;

  /// A mean divides a rest by how many there are.
  private static final int PARTS = 64;

  private static final double EXACTLY = 4e-16; // up to the rounding of the division

  private Noise() {}

  /// The greatest distance from `number` that says nothing.
  public static BigDecimal of(BigDecimal number) {
    BigDecimal part = number.abs().multiply(PART, MathContext.DECIMAL64);
    return isRest(number) ? part.max(FLOOR) : part;
  }

  /// Whether `number` is what is left where ordinary numbers cancel.
  public static boolean isRest(BigDecimal number) {
    if (number.signum() == 0 || number.abs().compareTo(FLOOR) > 0) {
      return false;
    }
    double bits = Math.abs(number.doubleValue()) / LAST_BIT;
    for (int parts = 1; parts <= PARTS; parts++) {
      double whole = Math.floor(bits * parts + 0.5);
      if (whole > 0 && Math.abs(bits * parts - whole) <= whole * EXACTLY) {
        return true;
      }
    }
    return false;
  }
}
