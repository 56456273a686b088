package dev.perilla.engine.language.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Floats in hexadecimal, as `float.hex` writes and `float.fromhex` reads them: exact both ways.
public final class HexFloats {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?)(?:(inf|infinity)|(nan)|(?:0x)?([0-9a-f]*)(?:\\.([0-9a-f]*))?(?:p([+-]?\\d+))?)",
          Pattern.CASE_INSENSITIVE);

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

  /// `float.fromhex(text)`
  public static double read(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw wrong();
    }
    double sign = form.group(1).equals("-") ? -1 : 1;
    if (form.group(2) != null) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (form.group(3) != null) {
      return Double.NaN;
    }
    String whole = form.group(4) == null ? "" : form.group(4);
    String fraction = form.group(5) == null ? "" : form.group(5);
    if (whole.isEmpty() && fraction.isEmpty()) {
      throw wrong();
    }
    String power = form.group(6) == null ? "0" : form.group(6);
    double value = Double.parseDouble("0x0" + whole + "." + fraction + "0p" + power);
    if (Double.isInfinite(value)) {
      throw new PythonError("OverflowError", "hexadecimal value too large to represent as a float");
    }
    return sign * value;
  }

  private static PythonError wrong() {
    return new PythonError("ValueError", "invalid hexadecimal floating-point string");
  }
}
