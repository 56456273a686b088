package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.Decimal;
import dev.perilla.engine.language.number.FloatText;

/// A float in one of C's styles, correctly rounded, without its sign.
final class FloatDigits {
  private FloatDigits() {}

  /// How to write.
  ///
  /// @param type `e`, `f`, `g` or one of them in upper case; 0 for Python's own style, which is
  ///   `repr`, or `g` with at least one decimal when a precision is given
  /// @param precision -1 when not given
  /// @param alternate keep the mark and the zeros that the style would drop
  record Style(int type, int precision, boolean alternate) {}

  static boolean isNegative(double value) {
    return value < 0 || (value == 0 && 1 / value < 0);
  }

  /// Whether what was written is a zero.
  static boolean isZero(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c != '0' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /// `value` without its sign.
  static String write(double value, Style style, Budget budget) {
    int type = style.type();
    boolean upper = type == 'E' || type == 'F' || type == 'G';
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String word = Double.isNaN(value) ? "nan" : "inf";
      return upper ? Formats.upper(word) : word;
    }
    if (type == 0 && style.precision() < 0 && !style.alternate()) {
      budget.work(FloatText.work(value));
      return FloatText.repr(Math.abs(value));
    }
    int precision = style.precision() < 0 ? 6 : style.precision();
    Formats.room(precision + 320L, budget);
    budget.work(1500 + 40L * Math.min(precision, 1100));
    String written =
        switch (type) {
          case 'e', 'E' -> exponent(value, precision, style.alternate());
          case 'f', 'F' -> fixed(value, precision, style.alternate());
          case 'g', 'G' -> general(value, Math.max(1, precision), style.alternate(), false);
          default -> own(value, precision, style);
        };
    return upper ? Formats.upper(written) : written;
  }

  private static String own(double value, int precision, Style style) {
    if (style.precision() < 0) {
      String repr = FloatText.repr(Math.abs(value)); // alternate: the mark stays
      int mark = repr.indexOf('e');
      return mark < 0 || repr.indexOf('.') >= 0
          ? repr
          : repr.substring(0, mark) + "." + repr.substring(mark);
    }
    return general(value, Math.max(1, precision), style.alternate(), true);
  }

  private static String fixed(double value, int precision, boolean alternate) {
    Decimal decimal = Decimal.fixed(value, precision);
    String digits = decimal.digits();
    int point = decimal.point();
    StringBuilder out = new StringBuilder(precision + Math.max(point, 1) + 2);
    if (decimal.isZero() || point <= 0) {
      out.append('0');
    } else {
      out.append(digits, 0, Math.min(point, digits.length()));
      zeros(out, point - digits.length());
    }
    if (precision > 0 || alternate) {
      out.append('.');
    }
    int end = out.length() + precision;
    if (!decimal.isZero()) {
      zeros(out, Math.min(-point, precision));
      out.append(digits, Math.clamp(point, 0, digits.length()), digits.length());
    }
    zeros(out, end - out.length());
    return out.toString();
  }

  private static String exponent(double value, int precision, boolean alternate) {
    Decimal decimal = Decimal.significant(value, precision + 1);
    StringBuilder out = new StringBuilder(precision + 10);
    out.append(decimal.digits().charAt(0));
    if (precision > 0 || alternate) {
      out.append('.');
    }
    out.append(decimal.digits(), 1, decimal.digits().length());
    zeros(out, precision + 1 - decimal.digits().length());
    power(out, decimal.isZero() ? 0 : decimal.point() - 1);
    return out.toString();
  }

  /// The style `g`; `decimals` for Python's own, which keeps `.0` and turns to exponents one digit
  /// earlier.
  private static String general(double value, int precision, boolean alternate, boolean decimals) {
    Decimal decimal = Decimal.significant(value, precision);
    int point = decimal.point();
    String digits = decimal.digits();
    StringBuilder kept = new StringBuilder(digits);
    if (alternate) {
      zeros(kept, precision - kept.length());
    } else {
      while (kept.length() > 1 && kept.charAt(kept.length() - 1) == '0') {
        kept.setLength(kept.length() - 1);
      }
    }
    StringBuilder out = new StringBuilder(kept.length() + 10);
    if (point <= -4 || point > precision - (decimals ? 1 : 0)) {
      out.append(kept.charAt(0));
      if (kept.length() > 1 || alternate) {
        out.append('.').append(kept, 1, kept.length());
      }
      power(out, point - 1);
      return out.toString();
    }
    if (point <= 0) {
      out.append("0.");
      zeros(out, -point);
      return out.append(kept).toString();
    }
    zeros(kept, point - kept.length());
    out.append(kept, 0, point);
    if (kept.length() > point) {
      out.append('.').append(kept, point, kept.length());
    } else if (decimals) {
      out.append(".0");
    } else if (alternate) {
      out.append('.');
    }
    return out.toString();
  }

  private static void power(StringBuilder out, int power) {
    out.append(power < 0 ? "e-" : "e+");
    int size = Math.abs(power);
    if (size < 10) {
      out.append('0');
    }
    out.append(size);
  }

  private static void zeros(StringBuilder out, int count) {
    if (count > 0) {
      out.append("0".repeat(count));
    }
  }
}
