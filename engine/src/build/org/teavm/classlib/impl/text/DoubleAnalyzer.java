package org.teavm.classlib.impl.text;

import org.teavm.jso.JSBody;

/// The shortest digits of a double, asked of the browser, which prints them as the JDK does; TeaVM
/// brings tables of powers of ten for it.
public final class DoubleAnalyzer {
  /// How many digits a mantissa has.
  public static final int DECIMAL_PRECISION = 18;

  /// Ten to the power of one digit less.
  public static final long DOUBLE_MAX_POS = 100_000_000_000_000_000L;

  private DoubleAnalyzer() {}

  /// Takes a finite number apart: `mantissa` with its first digit before the point, times ten to
  /// the power `exponent`.
  public static void analyze(double number, Result result) {
    result.sign = number < 0 || 1 / number < 0;
    result.mantissa = 0;
    result.exponent = 0;
    if (number != 0) {
      String digits = digits(Math.abs(number));
      int e = digits.indexOf('e');
      for (int i = 0, place = 0; place < DECIMAL_PRECISION; i++) {
        char digit = i < e ? digits.charAt(i) : '0';
        if (digit != '.') {
          result.mantissa = result.mantissa * 10 + (digit - '0');
          place++;
        }
      }
      result.exponent = Integer.parseInt(digits.substring(e + 1));
    }
  }

  @JSBody(params = "number", script = "return number.toExponential();")
  private static native String digits(double number);

  /// What [#analyze] says.
  public static class Result {
    public long mantissa;
    public int exponent;
    public boolean sign;
  }
}
