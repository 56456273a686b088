package dev.perilla.engine.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A number as a reader types it: `-6`, `−0,7071`, `xw = -6.`, `1/3`, `½`, `2.5e-3`, `2,5·10⁻³`, `1
/// 1/2`, `1½`, `25 %`, `12 000`, `(-3)`, `≈ 3.14`.
///
/// A point and a comma are both taken as decimal marks where they cannot be taken otherwise. Where
/// one may as well group thousands (`1,234`), there are two readings, that of the page first.
///
/// @param value what it says
/// @param unit the weight of the last digit typed; zero for a fraction, which is exact
/// @param digits how many significant digits were typed
record TypedNumber(BigDecimal value, BigDecimal unit, int digits) {
  private static final MathContext FINE = new MathContext(40);
  private static final int LONGEST = 80;
  private static final int GREATEST_POWER = 400;
  private static final String VULGAR =
      "½1/2⅓1/3⅔2/3¼1/4¾3/4⅕1/5⅖2/5⅗3/5⅘4/5⅙1/6⅚5/6⅛1/8⅜3/8⅝5/8⅞7/8";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /// The readings of `typed`, the likeliest first; empty where it is not one number.
  ///
  /// @param comma whether the decimal mark of the page is a comma
  static List<TypedNumber> readings(String typed, boolean comma) {
    String text = number(plain(typed));
    if (text.isEmpty() || text.length() > LONGEST) {
      return List.of();
    }
    int shift = 0;
    char last = text.charAt(text.length() - 1);
    if (last == '%' || last == '‰') {
      shift = last == '%' ? 2 : 3;
      text = text.substring(0, text.length() - 1).strip();
    }
    int bar = text.indexOf('/');
    List<TypedNumber> readings =
        bar < 0
            ? signed(text, comma)
            : fraction(text.substring(0, bar).strip(), text.substring(bar + 1).strip(), comma);
    List<TypedNumber> scaled = new ArrayList<>();
    for (TypedNumber reading : readings) {
      scaled.add(reading.scaled(-shift));
    }
    return List.copyOf(scaled);
  }

  private TypedNumber scaled(int power) {
    return new TypedNumber(value.scaleByPowerOfTen(power), unit.scaleByPowerOfTen(power), digits);
  }

  // ---- what readers type in many ways, in one way

  private static String plain(String typed) {
    StringBuilder out = new StringBuilder();
    boolean raised = false;
    for (int i = 0; i < typed.length() && out.length() <= 4 * LONGEST; ) {
      int point = typed.codePointAt(i);
      i += Character.charCount(point);
      if (vulgar(point) >= 0 && !out.isEmpty() && isDigit(out.charAt(out.length() - 1))) {
        out.append(' '); // 1½ is one and a half
      }
      int superscript = SUPERSCRIPTS.indexOf(point);
      boolean sign = raised(point);
      if ((superscript >= 0 || sign) && !raised) {
        out.append('^');
      }
      raised = superscript >= 0 || sign;
      if (superscript >= 0) {
        out.append((char) ('0' + superscript));
      } else {
        out.append(plain(point));
      }
    }
    return out.toString().strip();
  }

  private static boolean raised(int point) {
    return point == '⁻' || point == '⁺';
  }

  private static int vulgar(int point) {
    return point > 0xA0 && point < 0xFFFF ? VULGAR.indexOf(point) : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String plain(int point) {
    int vulgar = vulgar(point);
    if (vulgar >= 0) {
      return VULGAR.substring(vulgar + 1, vulgar + 4);
    }
    int digit = point > 0x7F ? Character.digit(point, 10) : -1;
    if (digit >= 0) {
      return String.valueOf((char) ('0' + digit));
    }
    return switch (point) {
      case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013', '\uFE63', '\uFF0D', '⁻' -> "-";
      case '\uFF0B', '⁺' -> "+";
      case '×', '·', '⋅', '∙' -> "*";
      case '⁄', '∕', '÷', '／' -> "/";
      case '％' -> "%";
      case '，' -> ",";
      case '．' -> ".";
      case '\u00A0', '\u2007', '\u2009', '\u202F', '\t', '\n', '\r' -> " ";
      case '’' -> "'";
      default -> new String(Character.toChars(point));
    };
  }

  /// Without a name before it (`z = `) and without a period after it.
  private static String number(String text) {
    int at =
        Math.max(text.lastIndexOf('='), Math.max(text.lastIndexOf('≈'), text.lastIndexOf('→')));
    boolean named = at >= 0;
    for (int i = 0; i < at; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      named &= Character.isLetterOrDigit(point) || " _./()∂≈=→-'".indexOf(point) >= 0;
    }
    String rest = named ? text.substring(at + 1).strip() : text;
    if (rest.startsWith("~")) {
      rest = rest.substring(1).strip();
    }
    boolean period = rest.length() > 1 && rest.endsWith(".");
    return inner(period ? rest.substring(0, rest.length() - 1).strip() : rest);
  }

  private static String inner(String text) {
    return text.startsWith("(") && text.endsWith(")")
        ? text.substring(1, text.length() - 1).strip()
        : text;
  }

  // ---- numbers

  private static List<TypedNumber> fraction(String above, String below, boolean comma) {
    int blank = above.lastIndexOf(' ');
    String part = above.substring(blank + 1);
    if (blank > 0 && part.length() < 3 && allDigits(part) && allDigits(below)) {
      return mixed(above.substring(0, blank).strip(), part, below, comma);
    }
    List<TypedNumber> tops = signed(above, comma);
    List<TypedNumber> bottoms = signed(below, comma);
    if (tops.isEmpty() || bottoms.isEmpty() || bottoms.getFirst().value.signum() == 0) {
      return List.of();
    }
    BigDecimal quotient = tops.getFirst().value.divide(bottoms.getFirst().value, FINE);
    return List.of(new TypedNumber(quotient, BigDecimal.ZERO, FINE.getPrecision()));
  }

  /// `1 1/2`, and with a sign both of its parts have it.
  private static List<TypedNumber> mixed(String whole, String above, String below, boolean comma) {
    String digits = whole.startsWith("-") || whole.startsWith("+") ? whole.substring(1) : whole;
    List<TypedNumber> parts = fraction(above, below, comma);
    if (parts.isEmpty() || !allDigits(digits.strip())) {
      return List.of();
    }
    BigDecimal size = new BigDecimal(digits.strip()).add(parts.getFirst().value);
    BigDecimal value = whole.startsWith("-") ? size.negate() : size;
    return List.of(new TypedNumber(value, BigDecimal.ZERO, FINE.getPrecision()));
  }

  private static List<TypedNumber> signed(String text, boolean comma) {
    if (text.startsWith("-") || text.startsWith("+")) {
      boolean minus = text.startsWith("-");
      List<TypedNumber> readings = new ArrayList<>();
      for (TypedNumber reading : powered(text.substring(1).strip(), comma)) {
        readings.add(
            minus
                ? new TypedNumber(reading.value.negate(), reading.unit, reading.digits)
                : reading);
      }
      return readings;
    }
    return powered(text, comma);
  }

  /// With a power of ten: `2.5e-3`, `2.5 * 10^-3`, `2.5 x 10^-3`, `10^-3`.
  private static List<TypedNumber> powered(String text, boolean comma) {
    int raise = text.indexOf('^');
    if (raise < 0 && text.indexOf("**") >= 0) {
      return powered(text.replace("**", "^"), comma);
    }
    if (raise >= 0) {
      String base = text.substring(0, raise).strip();
      if (!base.endsWith("10")) {
        return List.of();
      }
      String before = base.substring(0, base.length() - 2).strip();
      boolean times = before.endsWith("*") || before.endsWith("x") || before.endsWith("X");
      if (!times && !before.isEmpty()) {
        return List.of();
      }
      String mantissa = times ? before.substring(0, before.length() - 1).strip() : "1";
      return scaled(mantissa, text.substring(raise + 1).strip(), comma, !times);
    }
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    return e > 0
        ? scaled(text.substring(0, e).strip(), text.substring(e + 1).strip(), comma, false)
        : mantissa(text, comma);
  }

  private static List<TypedNumber> scaled(
      String mantissa, String exponent, boolean comma, boolean exact) {
    Optional<Integer> power = power(exponent);
    if (power.isEmpty()) {
      return List.of();
    }
    List<TypedNumber> readings = new ArrayList<>();
    for (TypedNumber reading : mantissa(mantissa, comma)) {
      TypedNumber scaled = reading.scaled(power.get());
      readings.add(
          exact ? new TypedNumber(scaled.value, BigDecimal.ZERO, FINE.getPrecision()) : scaled);
    }
    return readings;
  }

  private static Optional<Integer> power(String text) {
    String inner = inner(text);
    boolean sign = inner.startsWith("-") || inner.startsWith("+");
    String digits = sign ? inner.substring(1).strip() : inner.strip();
    if (digits.isEmpty() || digits.length() > 3 || !allDigits(digits)) {
      return Optional.empty();
    }
    int power = Integer.parseInt(digits);
    return power > GREATEST_POWER
        ? Optional.empty()
        : Optional.of(inner.startsWith("-") ? -power : power);
  }

  private static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// Digits with marks among them.
  private static List<TypedNumber> mantissa(String text, boolean comma) {
    int points = count(text, '.');
    int commas = count(text, ',');
    if (points > 0 && commas > 0) {
      char decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
      return list(read(text, decimal, decimal == '.' ? ',' : '.'));
    }
    if (points + commas == 0) {
      return list(read(text, '\0', '\0'));
    }
    char mark = points > 0 ? '.' : ',';
    Optional<TypedNumber> grouped = read(text, '\0', mark);
    boolean own = (mark == ',') == comma;
    if (points + commas > 1) {
      return list(grouped);
    }
    Optional<TypedNumber> decimal = read(text, mark, '\0');
    if (own || grouped.isEmpty()) {
      return list(decimal);
    }
    if (mark == ',' && text.endsWith("000")) {
      return list(grouped); // 12,000 is no 12
    }
    List<TypedNumber> both = new ArrayList<>(list(grouped));
    both.addAll(list(decimal));
    return both;
  }

  private static List<TypedNumber> list(Optional<TypedNumber> reading) {
    return reading.map(List::of).orElse(List.of());
  }

  private static int count(String text, char mark) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == mark ? 1 : 0;
    }
    return count;
  }

  /// Reads digits with these marks; blanks, apostrophes and low lines group as well. Groups have
  /// three digits, the first one to three, and do not start with a zero.
  private static Optional<TypedNumber> read(String text, char decimal, char group) {
    StringBuilder digits = new StringBuilder();
    int scale = -1;
    int inGroup = 0;
    char mark = '\0';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
        inGroup++;
        scale += scale >= 0 ? 1 : 0;
      } else if (c == decimal && scale < 0) {
        if (mark != '\0' && inGroup != 3) {
          return Optional.empty();
        }
        scale = 0;
      } else if (isGroup(c, group) && scale < 0 && (mark == '\0' || mark == c)) {
        boolean first = mark == '\0';
        boolean zero = first && (digits.isEmpty() || digits.charAt(0) == '0');
        if (zero || (first ? inGroup > 3 : inGroup != 3)) {
          return Optional.empty();
        }
        mark = c;
        inGroup = 0;
      } else {
        return Optional.empty();
      }
    }
    if (digits.isEmpty() || (mark != '\0' && scale < 0 && inGroup != 3)) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(digits.toString()).scaleByPowerOfTen(-Math.max(scale, 0));
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(scale, 0));
    return Optional.of(new TypedNumber(value, unit, value.precision()));
  }

  private static boolean isGroup(char c, char group) {
    return (group != '\0' && c == group) || c == ' ' || c == '\'' || c == '_';
  }
}
