package dev.perilla.engine.verify;

import dev.perilla.engine.language.number.Fractions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number as it stands in authored text: a maximal run that reads as a number.
///
/// Signs, group marks, the decimal mark of the text's [Notation], exponents and percent belong to
/// it, and so does a fraction after its digits (`3½`) and the dots of decimals that go on
/// (`0.666…`). Digits of any script count, and so do `²` or `Ⅳ`, which have no [#value()]: whatever
/// a reader may take for a number is one. No numeral are the digits of a word (`x1`, `x₁`, `m/s²`,
/// `GPT-4`), the power of a bracket (`(y - t)²`), which is notation as that of a word is, and what
/// stands in a URL.
///
/// @param start 0-based UTF-16 offset in the scanned text
/// @param end exclusive
/// @param text what stands there
/// @param value what it says, percent divided out; empty where it cannot be read as one number in
///   this notation (`1,5` where the comma groups, `3.11.2`)
/// @param unit the weight of the last written digit: `0.01` for `12.04`; `1` for `12`; `0` for `½`,
///   which has none
/// @param exact whether it is written as an integer, without decimal mark, negative exponent or
///   percent, or as a fraction
public record Numeral(
    int start, int end, String text, Optional<BigDecimal> value, BigDecimal unit, boolean exact) {

  private static final String MINUS =
      "\u2212\u2010\u2011\u2012\u2013\u2043\u02D7\u207B\u208B\u2796\uFE58\uFE63\uFF0D";

  /// Codes of currencies that begin no other name.
  private static final Set<String> CURRENCIES =
      Set.of("USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF", "AUD", "MXN", "BRL");

  /// Parts per hundred, thousand and ten thousand, by the zeros that they take away.
  private static final List<String> PARTS = List.of("%％٪﹪", "‰؉", "‱؊");

  /// The decimal mark of a text; the group mark is the other of `.` and `,`. Narrow and no-break
  /// spaces, apostrophes and low lines group in both.
  public enum Notation {
    POINT,
    COMMA;

    public char decimal() {
      return this == POINT ? '.' : ',';
    }

    char group() {
      return this == POINT ? ',' : '.';
    }
  }

  /// All numerals of `text`, from left to right, without what nobody sees in them ([Unseen]). Cost:
  /// linear.
  public static List<Numeral> scan(String text, Notation notation) {
    if (!anyDigit(text)) {
      return List.of();
    }
    if (!Unseen.isIn(text)) {
      return new Scan(text, notation).all();
    }
    int[] places = Unseen.places(text);
    return new Scan(Unseen.without(text), notation)
        .all().stream().map(it -> it.at(places[it.start], places[it.end - 1] + 1)).toList();
  }

  private Numeral at(int from, int to) {
    return new Numeral(from, to, text, value, unit, exact);
  }

  /// `text` as one numeral, nothing else around it but blanks.
  public static Optional<Numeral> whole(String text, Notation notation) {
    String trimmed = text.strip();
    List<Numeral> found = scan(trimmed, notation);
    return found.size() == 1 && found.get(0).start == 0 && found.get(0).end == trimmed.length()
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  /// Whether its digits go on, `0.666…`: then they are cut off, not rounded.
  boolean isBegun() {
    return text.contains("…") || text.contains("...");
  }

  /// How many digits it is written with, zeros before them left out.
  int digits() {
    return value.filter(it -> it.signum() != 0).map(BigDecimal::precision).orElse(0);
  }

  /// How many decimals it is written with, -1 for an integer; empty where it has an exponent, a
  /// percent sign or the like.
  Optional<Integer> decimals() {
    if (exact && unit.compareTo(BigDecimal.ONE) <= 0) {
      return Optional.of(-1);
    }
    int mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    int count = text.length() - mark - 1;
    boolean simple =
        mark >= 0 && unit.scale() == count && unit.unscaledValue().equals(BigInteger.ONE);
    return simple ? Optional.of(count) : Optional.empty();
  }

  /// The format of Python's mini-language that writes it, where it has group marks or a percent
  /// sign, with the marks of [Notation#POINT]; empty for others.
  Optional<String> spec() {
    boolean percent = text.endsWith("%");
    int decimals = unit.scale() - (percent ? 2 : 0);
    long marks = text.chars().filter(c -> c == '.' || c == ',').count();
    boolean grouped = marks > (decimals > 0 ? 1 : 0);
    if (decimals < 0 || !unit.unscaledValue().equals(BigInteger.ONE) || !(percent || grouped)) {
      return Optional.empty();
    }
    String group = grouped ? "," : "";
    return Optional.of(exact ? group : group + "." + decimals + (percent ? "%" : "f"));
  }

  /// Whether any character of `text` is a digit or another number character.
  public static boolean anyDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 ? c >= '0' && c <= '9' : isNumber(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isNumber(int point) {
    if (point < 0x80) {
      return point >= '0' && point <= '9';
    }
    int type = Character.getType(point);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.OTHER_NUMBER
        || type == Character.LETTER_NUMBER
        || point == 0x1F51F // keycap ten
        || (point >= 0x3200 && point < 0x3400 && hasDigits(point));
  }

  /// Whether a sign is one for several characters, digits among them, as a month of a calendar is.
  private static boolean hasDigits(int point) {
    return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
        .chars()
        .anyMatch(Character::isDigit);
  }

  /// Whether it is read as a minus before a number: one of the signs and hyphens that look like it.
  public static boolean isMinus(int point) {
    return point == '-' || (point > 0x7F && MINUS.indexOf(point) >= 0);
  }

  /// Likewise, or a dash as long as two digits, which is one where nothing else stands before it.
  static boolean isMinusOrDash(int point) {
    return isMinus(point) || point == '\u2014' || point == '\u2015';
  }

  /// Whether digits behind it make a name with it: `x1`, `α2`. In scripts other than Latin, Greek
  /// and Cyrillic a number stands right behind the words before it: 值是13, و5.
  public static boolean isWord(int point) {
    if (point < 0x80) {
      return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
    }
    boolean isOfNames =
        point < 0x530
            || (point >= 0x1D00 && point < 0x2C80)
            || (point >= 0xA640 && point < 0xA800)
            || (point >= 0xAB30 && point < 0xAB70)
            || (point >= 0xFB00 && point < 0xFB07)
            || (point >= 0xFF21 && point < 0xFF5B)
            || (point >= 0x1D400 && point < 0x1D800);
    return isOfNames && Character.isLetter(point) && point != 'º' && point != 'ª';
  }

  /// One pass over one text.
  private static final class Scan {
    private static final String SUPERSCRIPTS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    /// The addresses of a page and of a person have a host, whose name has letters.
    private static final Pattern URL =
        Pattern.compile(
            "https?://(?:localhost|\\d+(?:\\.\\d+){3}|[\\p{L}\\d][\\p{L}\\d.-]*\\.\\p{L}[\\p{L}\\d-]*)(?::\\d+)?"
                + "(?:[/?#][^\\s<>\"`{}|^]*)?|mailto:[^\\s@<>]+@[^\\s@<>]*\\p{L}");

    private final String text;
    private final Notation notation;
    private final List<Numeral> found = new ArrayList<>();

    Scan(String text, Notation notation) {
      this.text = text;
      this.notation = notation;
    }

    List<Numeral> all() {
      int at = 0;
      while (at < text.length()) {
        int point = text.codePointAt(at);
        int size = Character.charCount(point);
        int url = endOfUrl(at);
        if (url > at) {
          at = url;
        } else if (isWord(point)) {
          at = endOfWord(at);
        } else if (point > 0x7F && SUPERSCRIPTS.indexOf(point) >= 0 && closesBefore(at)) {
          at = endOfPower(at);
        } else if (isNumber(point)) {
          at = numeral(at, at);
        } else if (startsFraction(at)) {
          at = numeral(at, at);
        } else {
          at += size;
        }
      }
      return List.copyOf(found);
    }

    /// Reads the numeral whose digits (or leading decimal mark) start at `at`.
    private int numeral(int at, int from) {
      int start = signBefore(from);
      int point = text.codePointAt(at);
      if (Fractions.is(point)) {
        return found(fraction(start, at + 1, sign(start, at), BigDecimal.ZERO, point));
      }
      if (!isDigit(point) && point != notation.decimal()) {
        int end = exponent(Math.max(at + Character.charCount(point), endOfPower(at)));
        boolean raised = at > 0 && text.charAt(at - 1) == '⁻';
        return found(unreadable(raised ? at - 1 : start, end));
      }
      int end = digitsAndMarks(at);
      String body = text.substring(at, end);
      if (end < text.length() && Fractions.is(text.charAt(end))) {
        Optional<String> whole = plainDigits(body).filter(it -> it.indexOf('.') < 0);
        return found(
            whole.isEmpty()
                ? unreadable(start, end + 1)
                : fraction(
                    start,
                    end + 1,
                    sign(start, at),
                    new BigDecimal(whole.get()),
                    text.charAt(end)));
      }
      int dots = dots(end);
      if (dots > end && body.indexOf(notation.decimal()) >= 0) {
        return found(begun(start, dots, sign(start, at), body));
      }
      int exponentEnd = exponent(end);
      String exponent = text.substring(end, exponentEnd);
      return found(read(start, exponentEnd, sign(start, at), body, exponent));
    }

    /// Adds a numeral, with the percent sign behind it; several signs, signs behind a currency and
    /// an exponent behind any of them say nothing. Returns its end.
    private int found(Numeral numeral) {
      int end = percent(numeral.end());
      int more = signs(currency(end));
      if (more > currency(end)) {
        found.add(unreadable(numeral.start(), more));
        return more;
      }
      if (end == numeral.end()) {
        found.add(numeral);
      } else if (numeral.value().isEmpty()) {
        found.add(unreadable(numeral.start(), end));
      } else {
        int shift = -parts(text.charAt(end - 1));
        found.add(
            new Numeral(
                numeral.start(),
                end,
                text.substring(numeral.start(), end),
                numeral.value().map(it -> it.scaleByPowerOfTen(shift)),
                numeral.unit().scaleByPowerOfTen(shift),
                numeral.unit().signum() == 0)); // of a fraction
      }
      return end;
    }

    /// The end of percent signs and exponents one behind the other.
    private int signs(int at) {
      int end = at;
      int next = Math.max(percent(at), exponent(at));
      while (next > end) {
        end = next;
        next = Math.max(percent(end), exponent(end));
      }
      return end;
    }

    private Numeral fraction(int start, int end, int sign, BigDecimal whole, int point) {
      BigDecimal value = whole.add(Fractions.value(point));
      return new Numeral(
          start,
          end,
          text.substring(start, end),
          Optional.of(sign < 0 ? value.negate() : value),
          BigDecimal.ZERO,
          true);
    }

    private int dots(int at) {
      return text.startsWith("…", at) ? at + 1 : text.startsWith("...", at) ? at + 3 : at;
    }

    /// `0.666…`: the digits of a number that goes on. It is somewhere between them and the next.
    private Numeral begun(int start, int end, int sign, String body) {
      Optional<BigDecimal> digits = plainDigits(body).map(BigDecimal::new);
      if (digits.isEmpty()) {
        return unreadable(start, end);
      }
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-digits.get().scale());
      BigDecimal value = digits.get().add(unit.divide(BigDecimal.TWO));
      return new Numeral(
          start,
          end,
          text.substring(start, end),
          Optional.of(sign < 0 ? value.negate() : value),
          unit,
          false);
    }

    private Numeral unreadable(int start, int end) {
      return new Numeral(
          start, end, text.substring(start, end), Optional.empty(), BigDecimal.ONE, true);
    }

    private Numeral read(int start, int end, int sign, String body, String exponent) {
      Optional<String> plain = plainDigits(body);
      if (plain.isEmpty()) {
        return unreadable(start, end);
      }
      int power = exponent.isEmpty() ? 0 : power(exponent.substring(1));
      if (Math.abs(power) > 400) {
        return unreadable(start, end);
      }
      BigDecimal digits = new BigDecimal(plain.get());
      BigDecimal value = digits.scaleByPowerOfTen(power);
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-digits.scale() + power);
      boolean exact = digits.scale() == 0 && power >= 0;
      return new Numeral(
          start,
          end,
          text.substring(start, end),
          Optional.of(sign < 0 ? value.negate() : value),
          unit,
          exact);
    }

    /// The digits as `new BigDecimal` reads them, if the marks among them make one number.
    private Optional<String> plainDigits(String body) {
      StringBuilder digits = new StringBuilder();
      int decimalAt = -1;
      int group = 0;
      int sinceMark = 0;
      boolean grouped = false;
      for (int i = 0; i < body.length(); ) {
        int point = body.codePointAt(i);
        i += Character.charCount(point);
        if (isDigit(point)) {
          digits.append((char) ('0' + Character.digit(point, 10)));
          sinceMark++;
        } else if (point == notation.decimal()) {
          if (decimalAt >= 0 || (grouped && sinceMark != 3)) {
            return Optional.empty();
          }
          decimalAt = digits.length();
          if (digits.isEmpty()) {
            digits.append('0');
            decimalAt = 1;
          }
          digits.append('.');
          sinceMark = 0;
        } else {
          boolean first = !grouped;
          boolean zero = first && sinceMark > 0 && digits.charAt(0) == '0'; // 0,125 is no 125
          boolean fits = first ? sinceMark >= 1 && sinceMark <= 3 && !zero : sinceMark == 3;
          if (decimalAt >= 0 || !fits || (!first && group != point)) {
            return Optional.empty();
          }
          grouped = true;
          group = point;
          sinceMark = 0;
        }
      }
      if (grouped && decimalAt < 0 && sinceMark != 3) {
        return Optional.empty();
      }
      return digits.length() > 400 ? Optional.empty() : Optional.of(digits.toString());
    }

    private int digitsAndMarks(int at) {
      int end = at;
      while (end < text.length()) {
        int point = text.codePointAt(end);
        int size = Character.charCount(point);
        if (isDigit(point)) {
          end += size;
        } else if (isMark(point) && digitAt(end + size)) {
          end += size;
        } else {
          break;
        }
      }
      return end;
    }

    private int exponent(int at) {
      if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
        return at;
      }
      int digits = at + 1;
      if (digits < text.length() && isSign(text.codePointAt(digits))) {
        digits++;
      }
      int end = digits;
      while (digitAt(end)) {
        end += Character.charCount(text.codePointAt(end));
      }
      boolean wordGoesOn = end < text.length() && isWord(text.codePointAt(end));
      return end == digits || wordGoesOn ? at : end;
    }

    private static int power(String digits) {
      int power = 0;
      boolean negative = false;
      for (int i = 0; i < digits.length(); ) {
        int point = digits.codePointAt(i);
        i += Character.charCount(point);
        if (isSign(point)) {
          negative = point != '+';
        } else {
          power = Math.min(9999, power * 10 + Character.digit(point, 10));
        }
      }
      return negative ? -power : power;
    }

    private int percent(int at) {
      int end = at;
      while (end < text.length() && Character.isSpaceChar(text.charAt(end)) && end - at < 2) {
        end++;
      }
      return end < text.length() && parts(text.charAt(end)) > 0 ? end + 1 : at;
    }

    /// How many zeros a sign takes away: 2 for `%`; 0 where it is none of parts.
    private static int parts(char sign) {
      for (int i = 0; i < PARTS.size(); i++) {
        if (PARTS.get(i).indexOf(sign) >= 0) {
          return i + 2;
        }
      }
      return 0;
    }

    private int currency(int at) {
      int end = blanks(at);
      boolean there = end < text.length() && isCurrency(text.charAt(end));
      return there ? end + 1 : at;
    }

    private int blanks(int at) {
      int end = at;
      while (end < text.length() && isBlank(text.charAt(end)) && end - at < 2) {
        end++;
      }
      return end;
    }

    private static boolean isCurrency(char sign) {
      return Character.getType(sign) == Character.CURRENCY_SYMBOL;
    }

    /// The sign before the digits, or before the currency that stands before them: `-$5`.
    private int signBefore(int digits) {
      boolean isMoney = digits > 1 && isCurrency(text.charAt(digits - 1));
      int at = isMoney ? digits - 1 : digits;
      if (at == 0) {
        return digits;
      }
      int sign = at - Character.charCount(text.codePointBefore(at));
      if (!isSign(text.codePointBefore(at)) && !isLongSign(sign)) {
        return digits;
      }
      if (sign == 0) {
        return sign;
      }
      int before = text.codePointBefore(sign);
      boolean operator = isNumber(before) || isWord(before) || before == ')' || before == ']';
      return operator ? digits : sign;
    }

    private int sign(int start, int digits) {
      return start < digits && text.codePointAt(start) != '+' ? -1 : 1;
    }

    private boolean digitAt(int at) {
      return at < text.length() && isDigit(text.codePointAt(at));
    }

    /// `.5`: a decimal mark that starts a number.
    private boolean startsFraction(int at) {
      return text.charAt(at) == notation.decimal()
          && notation == Notation.POINT
          && digitAt(at + 1)
          && (at == 0 || (!isNumber(text.codePointBefore(at)) && text.charAt(at - 1) != '.'));
    }

    /// The end of a word with all its digits, those above and below the line too (`m/s²`, `w₁`); a
    /// hyphen between a name in capitals and a plain integer belongs to it (`GPT-4`, `Llama-3`), a
    /// hyphen before a decimal does not, nor one behind other words (`over-300`).
    private int endOfWord(int at) {
      if (digitAt(at + 3) && CURRENCIES.contains(text.substring(at, at + 3))) {
        return at + 3; // USD13 has a number
      }
      int end = at;
      while (end < text.length()) {
        int point = text.codePointAt(end);
        boolean isRaised =
            point > 0x7F && (SUPERSCRIPTS.indexOf(point) >= 0 || SUBSCRIPTS.indexOf(point) >= 0);
        if (!isWord(point) && !isDigit(point) && !isRaised) {
          break;
        }
        end += Character.charCount(point);
      }
      if (end + 1 < text.length()
          && "-\u2010\u2011".indexOf(text.charAt(end)) >= 0
          && digitAt(end + 1)) {
        int digits = end + 1;
        while (digitAt(digits)) {
          digits += Character.charCount(text.codePointAt(digits));
        }
        int next = digits < text.length() ? text.codePointAt(digits) : ' ';
        boolean decimal = isMark(next) && digitAt(digits + Character.charCount(next));
        boolean isName =
            text.codePointCount(at, end) >= 2
                && text.substring(at, end).codePoints().anyMatch(Character::isUpperCase);
        boolean isNumber = decimal || exponent(digits) > digits || percent(digits) > digits;
        if (isName && !isNumber) {
          return digits;
        }
      }
      return end;
    }

    private boolean closesBefore(int at) {
      return at > 0 && (text.charAt(at - 1) == ')' || text.charAt(at - 1) == ']');
    }

    private int endOfPower(int at) {
      int end = at;
      while (end < text.length() && SUPERSCRIPTS.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      return end;
    }

    private int endOfUrl(int at) {
      char first = text.charAt(at);
      if ((first != 'h' || !text.startsWith("http", at))
          && (first != 'm' || !text.startsWith("mailto:", at))) {
        return at;
      }
      Matcher url = URL.matcher(text).region(at, text.length());
      return url.lookingAt() ? url.end() : at;
    }

    private boolean isMark(int point) {
      return point == notation.decimal()
          || point == notation.group()
          || point == '\''
          || point == '’'
          || point == '_'
          || point == '\u00A0'
          || point == '\u202F'
          || point == '\u2009'
          || point == '٫'
          || point == '٬';
    }

    private static boolean isDigit(int point) {
      return point < 0x80
          ? point >= '0' && point <= '9'
          : Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    private static boolean isSign(int point) {
      return point == '+' || isMinus(point);
    }

    /// A dash as long as two digits before a number, behind a blank: a sign unless it opens what
    /// somebody says, or words that a dash closes, —12 in all—.
    private boolean isLongSign(int at) {
      char dash = text.charAt(at);
      return isMinusOrDash(dash)
          && at > 0
          && text.indexOf(dash, at + 1) < 0
          && !endsSentence(text.substring(0, at).stripTrailing());
    }

    private static boolean endsSentence(String before) {
      return !before.isEmpty() && ".!?…»”".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
  }
}
