package dev.perilla.engine.language.number;

/// How Python writes a float when nobody says how.
public final class FloatText {
  private FloatText() {}

  /// `repr(value)`: the fewest digits that read back as the same double; an exponent below `1e-04`
  /// and from `1e+16`; `inf`, `-inf`, `nan`.
  public static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    if (Double.isInfinite(value)) {
      return sign + "inf";
    }
    if (value == 0) {
      return sign + "0.0";
    }
    Decimal decimal = Decimal.shortest(value);
    String digits = decimal.digits();
    int point = decimal.point();
    if (point > 16 || point < -3) {
      String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
      int power = point - 1;
      String size = power < 10 && power > -10 ? "0" + Math.abs(power) : "" + Math.abs(power);
      return sign + digits.charAt(0) + rest + "e" + (power < 0 ? "-" : "+") + size;
    }
    if (point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    if (digits.length() <= point) {
      return sign + digits + "0".repeat(point - digits.length()) + ".0";
    }
    return sign + digits.substring(0, point) + "." + digits.substring(point);
  }
}
