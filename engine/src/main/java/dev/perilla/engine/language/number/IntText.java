package dev.perilla.engine.language.number;

import java.math.BigInteger;

/// How Python writes an int, and the limit of 4300 digits that it sets to decimal texts.
public final class IntText {
  /// The most decimal digits that are read or written, as in CPython 3.11.
  public static final int MAX_DIGITS = 4300;

  private static final int SAFE_BITS = 14_283; // fewer bits never take more digits than that

  private IntText() {}

  /// `str(value)`; `ValueError` beyond [#MAX_DIGITS].
  public static String decimal(Object value) {
    if (value instanceof Long small) {
      return Long.toString(small);
    }
    BigInteger big = (BigInteger) value;
    int bits = big.bitLength();
    if (bits <= SAFE_BITS) {
      return big.toString();
    }
    String text = bits > SAFE_BITS + 10 ? "" : big.abs().toString();
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      throw PythonError.value(
          "Exceeds the limit ("
              + MAX_DIGITS
              + " digits) for integer string conversion; use sys.set_int_max_str_digits() to"
              + " increase the limit");
    }
    return big.signum() < 0 ? "-" + text : text;
  }

  /// The digits of the magnitude in base 2, 8 or 16, lower case, without a prefix. Charged to
  /// `budget` first.
  public static String digits(Object value, int base, Budget budget) {
    int width = base == 2 ? 1 : base == 8 ? 3 : 4;
    long bits = Ints.bits(value);
    budget.charge(bits / width + 16);
    budget.work(2 * bits);
    if (value instanceof Long small && small != Long.MIN_VALUE) {
      return Long.toString(Math.abs(small), base);
    }
    BigInteger big = Ints.big(value).abs();
    byte[] bytes = big.toByteArray();
    int count = (big.bitLength() + width - 1) / width;
    char[] digits = new char[count];
    for (int i = 0; i < count; i++) {
      int digit = 0;
      for (int bit = width - 1; bit >= 0; bit--) {
        digit = digit << 1 | bit(bytes, i * width + bit);
      }
      digits[count - 1 - i] = "0123456789abcdef".charAt(digit);
    }
    return new String(digits);
  }

  private static int bit(byte[] bytes, int index) {
    int at = bytes.length - 1 - (index >> 3);
    return at < 0 ? 0 : bytes[at] >> (index & 7) & 1;
  }

  /// `bin`, `oct` and `hex` of an int: with sign and prefix.
  public static String prefixed(Object value, int base, Budget budget) {
    String prefix = base == 2 ? "0b" : base == 8 ? "0o" : "0x";
    return (Ints.sign(value) < 0 ? "-" : "") + prefix + digits(value, base, budget);
  }
}
