package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.number.Fractions;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Literal numbers: a `Long` where it fits, else a `BigInteger`; a `Double` with a point or
/// exponent.
final class Numerals {
  private static final int MAX_DIGITS = 4300;

  private Numerals() {}

  static Object read(Token token) {
    String text = token.text();
    String digits = text.replace("_", "");
    char last = text.charAt(text.length() - 1);
    if (Fractions.is(last)) {
      String whole = digits.substring(0, digits.length() - 1);
      return new BigDecimal(whole.isEmpty() ? "0" : whole).add(Fractions.value(last)).doubleValue();
    }
    boolean based = isBased(text);
    int base = based ? 16 : 10;
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      boolean between =
          (isDigit(text.charAt(i - 1), base) || (based && i == 2))
              && i + 1 < text.length()
              && isDigit(text.charAt(i + 1), base);
      if (!between) {
        throw bad(token, "invalid decimal literal", i);
      }
    }
    if (digits.length() > MAX_DIGITS) {
      throw new SyntaxFailure(
          LanguageCode.TOO_DEEP,
          "the number has more than " + MAX_DIGITS + " characters",
          "compute it: 10**5000",
          token.start(),
          token.end());
    }
    if (isBased(digits)) {
      return based(token, digits);
    }
    boolean real = false;
    boolean raised = false;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c == '.') {
        real = true;
      } else if ((c == 'e' || c == 'E') && i + 1 < digits.length() && !raised) {
        real = true;
        raised = true;
      } else if ((c == 'j' || c == 'J') && i == digits.length() - 1) {
        throw Cursor.unsupported(
            "complex numbers are not part of this language",
            "keep the two parts as floats",
            token.start(),
            token.end());
      } else if (!(c >= '0' && c <= '9') && !((c == '+' || c == '-') && real)) {
        throw bad(token, "invalid decimal literal", text.indexOf(c) - 1);
      }
    }
    if (real) {
      return dev.perilla.engine.language.text.Numerals.parseFloat(digits);
    }
    if (digits.length() > 1 && digits.charAt(0) == '0' && !digits.chars().allMatch(c -> c == '0')) {
      throw Cursor.fail(
          "leading zeros in decimal integer literals are not permitted; "
              + "use an 0o prefix for octal integers",
          "",
          token.start(),
          token.end());
    }
    return fit(new BigInteger(digits));
  }

  private static boolean isDigit(char c, int base) {
    return c < 128 && Character.digit(c, base) >= 0;
  }

  private static Object based(Token token, String digits) {
    char mark = Character.toLowerCase(digits.charAt(1));
    int base = mark == 'x' ? 16 : mark == 'o' ? 8 : 2;
    String word = base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
    if (digits.length() == 2) {
      throw bad(token, "invalid " + word + " literal", 1);
    }
    for (int i = 2; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c > 127 || Character.digit(c, base) < 0) {
        throw bad(
            token,
            c >= '0' && c <= '9'
                ? "invalid digit '" + c + "' in " + word + " literal"
                : "invalid " + word + " literal",
            c >= '0' && c <= '9' ? i : i - 1);
      }
    }
    return fit(new BigInteger(digits.substring(2), base));
  }

  private static Object fit(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /// Whether it is written in decimal digits alone: neither `0x1F` nor `3½`.
  static boolean isDecimal(Token token) {
    String text = token.text();
    return text.charAt(text.length() - 1) <= '9' && !isBased(text);
  }

  private static boolean isBased(String text) {
    return text.length() > 1 && text.charAt(0) == '0' && "xXoObB".indexOf(text.charAt(1)) >= 0;
  }

  /// The hundredth of a decimal literal, correctly rounded.
  static Object percent(Token token) {
    return new BigDecimal(token.text().replace("_", "")).movePointLeft(2).doubleValue();
  }

  /// @param at where in the token the fault is
  private static SyntaxFailure bad(Token token, String text, int at) {
    return Cursor.fail(
        text,
        "a name cannot start with a digit, and a product has its sign: 2 * x",
        token.start() + Math.max(0, at),
        token.end());
  }
}
