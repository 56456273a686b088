package dev.perilla.engine.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How a computed number is written where the author asks for no format.
public final class Shown {
  /// Significant digits.
  public static final int DIGITS = 6;

  private static final MathContext SIX = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUGE = BigDecimal.valueOf(1_000_000_000_000_000L);

  private Shown() {}

  /// At most six significant digits; an integer with all its digits, and what is large but no
  /// integer with two decimals. Zeros at the end stay where the number is not exactly what is
  /// written, so that nothing reads as exact that is not: 2.9999999 is `3.00000`, and
  /// 12.000000000000002, which is 12 up to the noise of floating point, is `12`. Very large and
  /// very small numbers have an exponent, as in Python.
  public static String shortest(Fact.Quantity number) {
    BigDecimal exact = number.exact();
    if (exact.signum() == 0) {
      return "0";
    }
    if (number.whole() && exact.abs().compareTo(HUGE) < 0) {
      return exact.toBigInteger().toString();
    }
    if (number.integer()) {
      return exact.toBigInteger().toString();
    }
    BigDecimal rounded = exact.round(SIX);
    BigDecimal stripped = rounded.stripTrailingZeros();
    boolean same =
        Judge.same(new Fact.Quantity(stripped, false, ""), new Fact.Quantity(exact, false, ""));
    if (!same && LARGE.compareTo(exact.abs()) <= 0 && exact.abs().compareTo(HUGE) < 0) {
      BigDecimal cents = exact.setScale(2, RoundingMode.HALF_EVEN);
      return cents.doubleValue() == exact.doubleValue()
          ? cents.stripTrailingZeros().toPlainString()
          : cents.toPlainString();
    }
    if (rounded.precision() < DIGITS) {
      rounded = rounded.setScale(rounded.scale() + DIGITS - rounded.precision());
    }
    BigDecimal shown = same ? stripped : rounded;
    int exponent = shown.precision() - shown.scale() - 1;
    boolean readsAsInteger = !same && shown.scale() <= 0;
    return exponent < -5 || exponent >= 16 || readsAsInteger
        ? scientific(shown, exponent)
        : shown.toPlainString();
  }

  private static String scientific(BigDecimal number, int exponent) {
    String mantissa = number.scaleByPowerOfTen(-exponent).toPlainString();
    String digits = String.valueOf(Math.abs(exponent));
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + (digits.length() < 2 ? "0" : "") + digits;
  }

  /// `text`, a number of the code language, in the notation of the page.
  public static String inNotation(String text, Numeral.Notation notation) {
    return switch (notation) {
      case POINT -> text;
      case COMMA ->
          text.codePoints()
              .map(c -> c == '.' ? ',' : c == ',' ? '.' : c)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    };
  }
}
