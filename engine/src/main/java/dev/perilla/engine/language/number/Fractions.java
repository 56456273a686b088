package dev.perilla.engine.language.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Fractions that are one character: `½`, `¾`.
public final class Fractions {
  private static final String SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";
  private static final String[] QUOTIENTS = {
    "1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/7", "1/8",
    "3/8", "5/8", "7/8", "1/9", "1/10"
  };

  private Fractions() {}

  /// Whether a character is one of them.
  public static boolean is(int point) {
    return SIGNS.indexOf(point) >= 0;
  }

  /// `7/2` of `3½`, as a quotient in brackets that the code language reads; empty where `text` ends
  /// in no such fraction.
  ///
  /// @param whole what stands before the fraction, in digits; may be empty
  public static Optional<String> quotient(String whole, int point) {
    return is(point)
        ? Optional.of(
            (whole.isEmpty() ? "(" : "(" + whole + " + ") + QUOTIENTS[SIGNS.indexOf(point)] + ")")
        : Optional.empty();
  }

  /// What a fraction says, to 34 digits.
  public static BigDecimal value(int point) {
    String quotient = QUOTIENTS[SIGNS.indexOf(point)];
    int stroke = quotient.indexOf('/');
    return new BigDecimal(quotient.substring(0, stroke))
        .divide(new BigDecimal(quotient.substring(stroke + 1)), MathContext.DECIMAL128);
  }
}
