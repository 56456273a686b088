package dev.perilla.engine.language.number;

import java.math.BigInteger;
import java.util.Locale;

/// Floats in hexadecimal, as `float.hex` writes and `float.fromhex` reads them: exact both ways.
public final class HexFloats {
  /// Powers far outside what a float holds, so that sums of them do not overflow.
  private static final int FAR = 1 << 29;

  /// Digits that decide which float is the nearest, but for whether any follows them.
  private static final int ENOUGH = 100;

  private HexFloats() {}

  /// `value.hex()`: thirteen digits behind the point, or all of them for 0.
  public static String write(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return FloatText.repr(value);
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    if (value == 0) {
      return sign + "0x0.0p+0";
    }
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    int power = exponent == 0 ? -1022 : exponent - 1023;
    String digits = Long.toHexString(bits & 0xFFFFFFFFFFFFFL);
    return sign
        + (exponent == 0 ? "0x0." : "0x1.")
        + "0".repeat(13 - digits.length())
        + digits
        + (power < 0 ? "p" : "p+")
        + power;
  }

  /// `float.fromhex(text)`, rounded half to even.
  public static double read(String text) {
    String form = text.strip().toLowerCase(Locale.ROOT);
    boolean signed = form.startsWith("-") || form.startsWith("+");
    double sign = form.startsWith("-") ? -1 : 1;
    String number = signed ? form.substring(1) : form;
    return switch (number) {
      case "inf", "infinity" -> sign * Double.POSITIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> sign * finite(number.startsWith("0x") ? number.substring(2) : number);
    };
  }

  /// `1.8p3`
  private static double finite(String number) {
    int p = number.indexOf('p');
    String digits = p < 0 ? number : number.substring(0, p);
    int point = digits.indexOf('.');
    int behind = point < 0 ? 0 : digits.length() - point - 1;
    String all = point < 0 ? digits : digits.substring(0, point) + digits.substring(point + 1);
    if (all.isEmpty() || !consistsOf(all, "0123456789abcdef")) {
      throw wrong();
    }
    int power = p < 0 ? 0 : power(number.substring(p + 1));
    int from = zeros(all);
    int to = Math.min(all.length(), from + ENOUGH);
    String last = zeros(all.substring(to)) < all.length() - to ? "1" : "0"; // whether more follows
    BigInteger mantissa = new BigInteger(all.substring(from, to) + last, 16);
    return rounded(mantissa, power + 4 * (all.length() - to - 1 - behind));
  }

  /// How many zeros it begins with.
  private static int zeros(String digits) {
    int at = 0;
    while (at < digits.length() && digits.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int power(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    if (digits.isEmpty() || !consistsOf(digits, "0123456789")) {
      throw wrong();
    }
    String some = digits.substring(zeros(digits));
    int power = some.length() > 8 ? FAR : Integer.parseInt("0" + some);
    return text.startsWith("-") ? -power : power;
  }

  private static boolean consistsOf(String text, String letters) {
    for (int i = 0; i < text.length(); i++) {
      if (letters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// The float nearest to `mantissa` times 2 to the `power`.
  private static double rounded(BigInteger mantissa, int power) {
    int top = mantissa.bitLength() + power; // the value is below 2 to that
    if (mantissa.signum() == 0 || top < -1100) {
      return 0;
    }
    double value = top > 1100 ? Double.POSITIVE_INFINITY : Floats.nearest(mantissa, power);
    if (Double.isInfinite(value)) {
      throw new PythonError("OverflowError", "hexadecimal value too large to represent as a float");
    }
    return value;
  }

  private static PythonError wrong() {
    return new PythonError("ValueError", "invalid hexadecimal floating-point string");
  }
}
