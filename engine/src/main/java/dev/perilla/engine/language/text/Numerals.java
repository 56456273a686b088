package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Decimal;
import dev.perilla.engine.language.number.IntText;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.number.PythonError;
import java.math.BigInteger;

/// `int("…")` and `float("…")`.
public final class Numerals {
  private static final int KEPT = 800; // significant digits: more than any tie of doubles has
  private static final long FAR = 1_000_000_000L; // an exponent beyond all doubles

  private Numerals() {}

  /// `int(text, base)`. Blanks around, one underscore between digits and digits of any script are
  /// read as Python reads them.
  ///
  /// @param base an int: 2 to 36, or 0 for "as the prefix says"
  public static Object parseInt(String text, Object base) {
    int radix = Ints.clamp(base);
    if (radix != 0 && (radix < 2 || radix > 36)) {
      throw PythonError.value("int() base must be >= 2 and <= 36, or 0");
    }
    String body = ascii(strip(text));
    int at = 0;
    boolean negative = body.startsWith("-");
    if (negative || body.startsWith("+")) {
      at++;
    }
    int prefixed = prefix(body, at);
    boolean zeroOnly = radix == 0 && prefixed == 0 && at < body.length() && body.charAt(at) == '0';
    if (prefixed != 0 && (radix == 0 || radix == prefixed)) {
      radix = prefixed;
      at += 2;
      if (at < body.length() && body.charAt(at) == '_') {
        at++;
      }
    } else if (radix == 0) {
      radix = 10;
    }
    StringBuilder digits = new StringBuilder(body.length());
    boolean afterDigit = false;
    for (; at < body.length(); at++) {
      char c = body.charAt(at);
      if (c == '_' && afterDigit) {
        afterDigit = false;
      } else if (Character.digit(c, radix) >= 0 && c < 0x80) {
        digits.append(c);
        afterDigit = true;
      } else {
        throw notAnInt(text, base);
      }
    }
    if (!afterDigit) {
      throw notAnInt(text, base);
    }
    if ((radix & (radix - 1)) != 0 && digits.length() > IntText.MAX_DIGITS) {
      throw PythonError.value(
          "Exceeds the limit ("
              + IntText.MAX_DIGITS
              + " digits) for integer string conversion: value has "
              + digits.length()
              + " digits; use sys.set_int_max_str_digits() to increase the limit");
    }
    Object size = magnitude(digits.toString(), radix);
    if (zeroOnly && Ints.sign(size) != 0) {
      throw notAnInt(text, base);
    }
    return negative ? Ints.negate(size) : size;
  }

  private static Object magnitude(String digits, int radix) {
    if (digits.length() <= 12) {
      return Long.parseLong(digits, radix);
    }
    if ((radix & (radix - 1)) != 0) {
      return Ints.of(new BigInteger(digits, radix));
    }
    int width = Integer.numberOfTrailingZeros(radix); // whole bits: no division, any length
    byte[] bytes = new byte[(int) (((long) digits.length() * width + 7) / 8) + 1];
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), radix);
      for (int bit = 0; bit < width; bit++) {
        long index = (long) i * width + bit;
        if ((digit >> bit & 1) == 1) {
          bytes[bytes.length - 1 - (int) (index >> 3)] |= (byte) (1 << (index & 7));
        }
      }
    }
    return Ints.of(new BigInteger(bytes));
  }

  /// 2, 8 or 16 when `0b`, `0o` or `0x` stands at `at`; else 0.
  private static int prefix(String body, int at) {
    if (at + 1 >= body.length() || body.charAt(at) != '0') {
      return 0;
    }
    return switch (body.charAt(at + 1)) {
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      case 'x', 'X' -> 16;
      default -> 0;
    };
  }

  private static PythonError notAnInt(String text, Object base) {
    String shown = Quoting.repr(text);
    if (CodePoints.length(shown) > 200) {
      shown = CodePoints.slice(shown, 0, 200);
    }
    return PythonError.value("invalid literal for int() with base " + base + ": " + shown);
  }

  /// `float(text)`: the double nearest to the decimal, `inf`, `infinity` or `nan` in any case.
  public static double parseFloat(String text) {
    String body = ascii(strip(text));
    int at = 0;
    boolean negative = body.startsWith("-");
    if (negative || body.startsWith("+")) {
      at++;
    }
    double size = special(body, at);
    if (size == 0) {
      size = magnitude(body, at, text);
    }
    return negative ? -size : size;
  }

  /// Infinity, NaN, or 0 when the word is neither.
  private static double special(String body, int at) {
    int length = body.length() - at;
    if ((length == 3 && body.regionMatches(true, at, "inf", 0, 3))
        || (length == 8 && body.regionMatches(true, at, "infinity", 0, 8))) {
      return Double.POSITIVE_INFINITY;
    }
    return length == 3 && body.regionMatches(true, at, "nan", 0, 3) ? Double.NaN : 0;
  }

  private static double magnitude(String body, int from, String text) {
    StringBuilder digits = new StringBuilder();
    long point = 0; // power of ten that the digits are to be multiplied with
    boolean anyDigit = false;
    boolean fraction = false;
    int at = from;
    for (; at < body.length(); at++) {
      char c = body.charAt(at);
      if (c == '.' && !fraction) {
        fraction = true;
      } else if (c >= '0' && c <= '9') {
        anyDigit = true;
        if (digits.length() < KEPT) {
          if (c != '0' || !digits.isEmpty()) {
            digits.append(c);
          }
          point -= fraction ? 1 : 0;
        } else {
          if (c != '0') {
            digits.setCharAt(KEPT - 1, '1'); // only that something follows matters now
          }
          point += fraction ? 0 : 1;
        }
      } else if (c != '_' || !betweenDigits(body, at)) {
        break;
      }
    }
    if (!anyDigit) {
      throw notAFloat(text);
    }
    if (at < body.length()) {
      point += exponent(body, at, text);
    }
    if (digits.isEmpty()) {
      return 0.0;
    }
    if (digits.length() <= 15 && point >= -22 && point <= 22) {
      double whole = (double) Long.parseLong(digits.toString());
      return point < 0 ? whole / ten((int) -point) : whole * ten((int) point);
    }
    if (point + digits.length() < -400) {
      return 0.0;
    }
    return Decimal.nearest(new BigInteger(digits.toString()), point);
  }

  private static double ten(int power) {
    double result = 1;
    for (int i = 0; i < power; i++) {
      result *= 10; // exact up to 10 ** 22
    }
    return result;
  }

  private static long exponent(String body, int from, String text) {
    int at = from + 1;
    if (body.charAt(from) != 'e' && body.charAt(from) != 'E') {
      throw notAFloat(text);
    }
    boolean negative = at < body.length() && body.charAt(at) == '-';
    if (negative || (at < body.length() && body.charAt(at) == '+')) {
      at++;
    }
    long value = 0;
    boolean anyDigit = false;
    for (; at < body.length(); at++) {
      char c = body.charAt(at);
      if (c >= '0' && c <= '9') {
        value = Math.min(FAR, value * 10 + (c - '0'));
        anyDigit = true;
      } else if (c != '_' || !betweenDigits(body, at)) {
        throw notAFloat(text);
      }
    }
    if (!anyDigit) {
      throw notAFloat(text);
    }
    return negative ? -value : value;
  }

  private static boolean betweenDigits(String body, int at) {
    return at > 0
        && at + 1 < body.length()
        && Characters.decimal(body.charAt(at - 1)) >= 0
        && Characters.decimal(body.charAt(at + 1)) >= 0;
  }

  private static PythonError notAFloat(String text) {
    return PythonError.value("could not convert string to float: " + Quoting.repr(text));
  }

  private static String strip(String text) {
    return Strings.strip(text);
  }

  /// The text with decimal digits of every script as ASCII ones.
  private static String ascii(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = text.charAt(i) < 0x80;
    }
    if (plain) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              int digit = Characters.decimal(point);
              out.appendCodePoint(digit < 0 ? point : '0' + digit);
            });
    return out.toString();
  }
}
