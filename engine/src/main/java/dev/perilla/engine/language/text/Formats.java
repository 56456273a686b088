package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.FloatText;
import dev.perilla.engine.language.number.IntText;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.number.PythonError;

/// `format(value, spec)` of ints, floats, bools and strings, as f-strings and `str.format` use it.
///
/// `f"{1234.5:>12,.2f}"` is `Formats.format(1234.5, ">12,.2f", budget)`, `" 1,234.50"`. The size of
/// what comes out is charged before it is made.
public final class Formats {
  private Formats() {}

  /// Formats a number (see [Arithmetic#isNumber]) or a [String].
  public static String format(Object value, String spec, Budget budget) {
    return value instanceof String text ? text(text, spec, budget) : number(value, spec, budget);
  }

  /// `str(value)` of a number, which is its `repr`.
  public static String plain(Object number) {
    return switch (number) {
      case Double real -> FloatText.repr(real);
      case Boolean flag -> flag ? "True" : "False";
      default -> IntText.decimal(number);
    };
  }

  private static String text(String text, String spec, Budget budget) {
    if (spec.isEmpty()) {
      return text;
    }
    FormatSpec format = FormatSpec.parse(spec, "str", '<');
    if (format.type() != 's') {
      throw format.unknownCode("str");
    }
    if (format.sign() != 0) {
      throw PythonError.value(
          (format.sign() == ' ' ? "Space" : "Sign") + " not allowed in string format specifier");
    }
    if (format.noNegativeZero()) {
      throw PythonError.value("Negative zero coercion (z) not allowed in string format specifier");
    }
    if (format.alternate()) {
      throw PythonError.value("Alternate form (#) not allowed in string format specifier");
    }
    if (format.align() == '=') {
      throw PythonError.value("'=' alignment not allowed in string format specifier");
    }
    int length = CodePoints.length(text);
    if (format.width() <= length && (format.precision() < 0 || format.precision() >= length)) {
      return text;
    }
    String shown =
        format.precision() >= 0 && format.precision() < length
            ? CodePoints.slice(text, 0, (int) format.precision())
            : text;
    return pad("", shown, format, budget);
  }

  private static String number(Object value, String spec, Budget budget) {
    if (spec.isEmpty()) {
      return plain(value);
    }
    String typeName =
        switch (value) {
          case Double _ -> "float";
          case Boolean _ -> "bool";
          default -> "int";
        };
    FormatSpec format = FormatSpec.parse(spec, typeName, '>');
    boolean real = value instanceof Double;
    return switch (format.type()) {
      case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> real(Arithmetic.real(value), format, budget);
      case 0, 'n' ->
          real
              ? real((Double) value, format, budget)
              : integer(Arithmetic.plain(value), format, budget);
      case 'd', 'b', 'o', 'x', 'X', 'c' -> {
        if (real) {
          throw format.unknownCode(typeName);
        }
        yield integer(Arithmetic.plain(value), format, budget);
      }
      default -> throw format.unknownCode(typeName);
    };
  }

  private static String integer(Object value, FormatSpec format, Budget budget) {
    if (format.precision() >= 0) {
      throw PythonError.value("Precision not allowed in integer format specifier");
    }
    if (format.noNegativeZero()) {
      throw PythonError.value("Negative zero coercion (z) not allowed in integer format specifier");
    }
    int type = format.type();
    if (type == 'c') {
      return pad("", character(value, format), format, budget);
    }
    int base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
    String digits;
    if (base == 10) {
      String decimal = IntText.decimal(value);
      digits = decimal.startsWith("-") ? decimal.substring(1) : decimal;
    } else {
      digits = IntText.digits(value, base, budget);
    }
    String prefix =
        !format.alternate() || base == 10 ? "" : base == 2 ? "0b" : base == 8 ? "0o" : "0x";
    String lead = sign(Ints.sign(value) < 0, format.sign()) + prefix;
    if (type == 'X') {
      lead = upper(lead);
      digits = upper(digits);
    }
    String body = grouped(digits, base == 10 ? 3 : 4, lead.length(), format, budget);
    return pad(lead, body, format, budget);
  }

  private static String character(Object value, FormatSpec format) {
    if (format.sign() != 0) {
      throw PythonError.value("Sign not allowed with integer format specifier 'c'");
    }
    if (format.alternate()) {
      throw PythonError.value("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (!(value instanceof Long point)) {
      throw PythonError.overflow("Python int too large to convert to C long");
    }
    if (point < 0 || point > Character.MAX_CODE_POINT) {
      throw PythonError.overflow("%c arg not in range(0x110000)");
    }
    return CodePoints.of((int) (long) point);
  }

  private static String real(double value, FormatSpec format, Budget budget) {
    if (format.precision() > Integer.MAX_VALUE) {
      throw PythonError.value("precision too big");
    }
    boolean percent = format.type() == '%';
    int type = percent ? 'f' : format.type() == 'n' ? 'g' : format.type();
    FloatDigits.Style style =
        new FloatDigits.Style(type, (int) format.precision(), format.alternate());
    String body = FloatDigits.write(percent ? value * 100 : value, style, budget);
    boolean negative = FloatDigits.isNegative(value);
    if (negative && format.noNegativeZero() && FloatDigits.isZero(body)) {
      negative = false;
    }
    String lead = sign(negative, format.sign());
    int whole = 0;
    while (whole < body.length() && body.charAt(whole) >= '0' && body.charAt(whole) <= '9') {
      whole++;
    }
    String rest = body.substring(whole) + (percent ? "%" : "");
    String digits =
        grouped(body.substring(0, whole), 3, lead.length() + rest.length(), format, budget);
    return pad(lead, digits + rest, format, budget);
  }

  private static String sign(boolean negative, char sign) {
    return negative ? "-" : sign == '+' ? "+" : sign == ' ' ? " " : "";
  }

  /// The digits with group marks and, where zeros fill the width, the zeros among them.
  ///
  /// @param others code points of the field beside these digits
  private static String grouped(
      String digits, int group, int others, FormatSpec format, Budget budget) {
    if (format.grouping() == 0 || digits.isEmpty()) {
      return digits;
    }
    boolean zeros = format.fill() == '0' && format.align() == '=';
    long width = zeros ? Math.max(0, format.width() - others) : 0;
    room(Math.max(width, 2L * digits.length()), budget);
    budget.work(10 * Math.max(width, digits.length()));
    StringBuilder reversed = new StringBuilder();
    int left = digits.length();
    while (left > 0 || width > 0) {
      if (!reversed.isEmpty()) {
        reversed.append(format.grouping());
        width--;
      }
      long length = Math.min(group, Math.max(Math.max(left, width), 1));
      for (long i = 0; i < length; i++) {
        reversed.append(left > 0 ? digits.charAt(--left) : '0');
      }
      width -= length;
    }
    return reversed.reverse().toString();
  }

  /// Lead (sign, prefix) and body in the width that the spec asks.
  private static String pad(String lead, String body, FormatSpec format, Budget budget) {
    long length = (long) lead.length() + CodePoints.length(body);
    long missing = format.width() - length;
    if (missing <= 0) {
      return lead + body;
    }
    room(format.width(), budget);
    String fill = CodePoints.of(format.fill());
    int before =
        switch (format.align()) {
          case '<' -> 0;
          case '^' -> (int) (missing / 2);
          default -> (int) missing;
        };
    String left = fill.repeat(before);
    return format.align() == '='
        ? lead + left + body
        : left + lead + body + fill.repeat((int) missing - before);
  }

  /// Charges for a text of so many code points, and refuses what no string here can hold.
  static void room(long points, Budget budget) {
    budget.charge(points > Long.MAX_VALUE / 4 ? Long.MAX_VALUE : 2 * points + 32);
    if (points >= Integer.MAX_VALUE / 2 - 64) {
      throw new PythonError("MemoryError", "");
    }
  }

  /// ASCII letters in upper case.
  static String upper(String ascii) {
    StringBuilder out = new StringBuilder(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      out.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
    }
    return out.toString();
  }
}
