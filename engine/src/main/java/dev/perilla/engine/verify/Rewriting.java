package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Edit;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The true digits in the notation of the numeral that they replace: as many after the mark as it
/// has, its decimal and group marks, its exponent form, its percent sign, its minus sign, the
/// digits of its script.
///
/// ```
/// 12,04 -> 12,31     1.234,5 -> 2.345,6     4.2e-5 -> 3.1e-5     25 % -> 31 %     −3 -> −4
/// ```
///
/// Only an integer that cannot be true as an integer gets digits after the mark.
final class Rewriting {
  private static final int MOST_DIGITS = 60;
  private static final BigDecimal PLAINLY = BigDecimal.valueOf(1_000_000_000_000_000L);

  /// Blanks and line ends, also as a file in double quotes escapes them.
  private static final Pattern BLANKS_AT_END =
      Pattern.compile("(?:\\s|\\p{Zs}|\\\\(?:_|u00A0|u00a0|u202F|u202f|u2009|xA0|xa0))+$");

  private final Numeral numeral;
  private final Notation notation;
  private final String text;
  private final int from; // of the digits and marks, without the sign
  private final int to; // after them, before exponent and percent

  private Rewriting(Numeral numeral, Notation notation) {
    this.numeral = numeral;
    this.notation = notation;
    this.text = numeral.text();
    int first = 0;
    while (first < text.length() && !isBody(text.codePointAt(first))) {
      first += Character.charCount(text.codePointAt(first));
    }
    int last = first;
    while (last < text.length() && text.charAt(last) != 'e' && text.charAt(last) != 'E') {
      last += Character.charCount(text.codePointAt(last));
    }
    while (last > first && !Character.isDigit(text.codePointBefore(last))) {
      last -= Character.charCount(text.codePointBefore(last));
    }
    this.from = first;
    this.to = last;
  }

  /// What would be true in the place of `numeral`; empty where it says no one number, or where its
  /// notation cannot say the new one.
  ///
  /// @param about whether `≈` stands before it: then an integer stays one
  static Optional<String> of(
      Numeral numeral, Notation notation, Fact.Quantity given, boolean about) {
    return numeral.value().isEmpty() || numeral.unit().signum() == 0
        ? Optional.empty()
        : new Rewriting(numeral, notation)
            .rewritten(given, about)
            .filter(
                right ->
                    Numeral.whole(right, notation)
                        .filter(written -> Judge.agrees(written, given, about))
                        .isPresent());
  }

  /// The digits that would be true before the same power of ten.
  ///
  /// @param digits those that stand there, `6.7` of `6.7 × 10**-34`
  static Optional<String> mantissa(
      Numeral digits, Numeral scaled, Notation notation, Fact.Quantity given, boolean about) {
    int power = digits.unit().scale() - scaled.unit().scale();
    BigDecimal before = given.exact().scaleByPowerOfTen(-power);
    return of(digits, notation, Fact.Quantity.of(before.doubleValue(), ""), about);
  }

  /// The edit that puts `right` where `numeral` stands at `place`. A percent sign behind it stays
  /// as it is, whatever blanks or line ends lie between.
  static Edit edit(Numeral numeral, Span place, String right) {
    String old = numeral.text();
    int tail = 0;
    while (tail < old.length() && !Character.isDigit(old.charAt(old.length() - 1 - tail))) {
      tail++;
    }
    String raw = place.text();
    boolean kept =
        tail > 0
            && right.length() > tail
            && right.endsWith(old.substring(old.length() - tail))
            && raw.endsWith(old.substring(old.length() - 1));
    if (!kept) {
      return new Edit(place, right);
    }
    int end = raw.length() - 1;
    Matcher blanks = BLANKS_AT_END.matcher(raw).region(0, end);
    end = blanks.find() ? blanks.start() : end;
    return new Edit(
        new Span(place.file(), place.start(), place.start() + end),
        right.substring(0, right.length() - tail));
  }

  private static boolean isBlank(String raw, int at) {
    return Character.getType(raw.charAt(at)) == Character.SPACE_SEPARATOR;
  }

  private boolean isBody(int point) {
    return Character.isDigit(point) || point == notation.decimal();
  }

  private RoundingMode rounding() {
    return numeral.isBegun() ? RoundingMode.DOWN : RoundingMode.HALF_EVEN;
  }

  private Optional<String> rewritten(Fact.Quantity given, boolean about) {
    String suffix = text.substring(to);
    int shift = suffix.endsWith("%") ? 2 : suffix.endsWith("‰") ? 3 : 0;
    BigDecimal value = given.exact().scaleByPowerOfTen(shift);
    boolean powered = !suffix.isEmpty() && (suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E');
    if (numeral.exact() && !about && !powered) {
      String shown = Shown.shortest(given);
      if (shown.contains("e+") && given.exact().abs().compareTo(PLAINLY) < 0) {
        return body(given.exact().setScale(given.whole() ? 0 : 2, RoundingMode.HALF_EVEN))
            .map(digits -> digits + suffix);
      }
      int e = shown.indexOf('e');
      return e < 0
          ? body(new BigDecimal(shown)).map(digits -> digits + suffix)
          : body(new BigDecimal(shown.substring(0, e))).map(it -> it + shown.substring(e));
    }
    if (!powered) {
      return body(value.setScale(scale(), rounding())).map(digits -> digits + suffix);
    }
    Optional<String> whole = powered(value, suffix, scale());
    boolean agrees =
        whole
            .flatMap(it -> Numeral.whole(it, notation))
            .filter(it -> Judge.agrees(it, given, about))
            .isPresent();
    return agrees || scale() > 0 ? whole : powered(value, suffix, 1);
  }

  /// `1.50e-3`: the mantissa keeps its digits before and after the mark, the exponent follows.
  ///
  /// @param scale the digits after the mark
  private Optional<String> powered(BigDecimal value, String suffix, int scale) {
    int end = 1;
    while (end < suffix.length()
        && suffix.charAt(end) != '%'
        && suffix.charAt(end) != '‰'
        && !isBlank(suffix, end)) {
      end++;
    }
    int whole = Math.max(1, wholeDigits());
    BigDecimal rounded =
        value.signum() == 0
            ? value
            : value.setScale(
                scale + whole - 1 - (value.precision() - value.scale() - 1),
                RoundingMode.HALF_EVEN);
    int power = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - whole;
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-power).setScale(scale, RoundingMode.HALF_EVEN);
    String tail = exponent(suffix.substring(0, end), power) + suffix.substring(end);
    return body(mantissa).map(digits -> digits + tail);
  }

  /// The power with the letter, the sign and the leading zeros of `old` (`e-05`).
  private static String exponent(String old, int power) {
    int digits = 1;
    String sign = power < 0 ? "-" : "";
    if (digits < old.length() && !Character.isDigit(old.charAt(digits))) {
      char written = old.charAt(digits++);
      sign = power < 0 ? (written == '+' ? "-" : "" + written) : written == '+' ? "+" : "";
    }
    String figures = "" + Math.abs(power);
    int width = old.length() - digits;
    boolean padded = width > 1 && old.charAt(digits) == '0';
    return old.charAt(0)
        + sign
        + (padded ? "0".repeat(Math.max(0, width - figures.length())) : "")
        + figures;
  }

  /// How many digits stand after the decimal mark.
  private int scale() {
    int mark = text.indexOf(notation.decimal(), from);
    return mark < 0 || mark >= to ? 0 : text.codePointCount(mark + 1, to);
  }

  private int wholeDigits() {
    int mark = text.indexOf(notation.decimal(), from);
    int end = mark < 0 || mark >= to ? to : mark;
    return (int) text.substring(from, end).codePoints().filter(Character::isDigit).count();
  }

  /// Sign, digits and marks of `value`, which has the scale that is to be shown.
  private Optional<String> body(BigDecimal value) {
    String plain = value.abs().toPlainString();
    if (plain.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : notation.decimal() + plain.substring(point + 1);
    boolean bare = text.charAt(from) == notation.decimal() && whole.equals("0");
    return Optional.of(sign(value.signum()) + inScript((bare ? "" : grouped(whole)) + rest));
  }

  private String sign(int signum) {
    String written = text.substring(0, from);
    boolean plus = written.startsWith("+");
    String currency = written.isEmpty() ? "" : written.substring(1); // behind the sign
    if (signum < 0) {
      return written.isEmpty() || plus ? "-" + currency : written;
    }
    return (plus ? "+" : "") + currency;
  }

  /// The whole part with the group mark of the numeral, if it has one.
  private String grouped(String whole) {
    int mark = text.indexOf(notation.decimal(), from);
    int end = mark < 0 || mark >= to ? to : mark;
    int group =
        text.substring(from, Math.max(from, end))
            .codePoints()
            .filter(point -> !Character.isDigit(point))
            .findFirst()
            .orElse(-1);
    if (group < 0) {
      return whole;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        out.appendCodePoint(group);
      }
      out.append(whole.charAt(i));
    }
    return out.toString();
  }

  /// ASCII digits as those of the script in which the numeral is written.
  private String inScript(String ascii) {
    int first = text.codePoints().filter(Character::isDigit).findFirst().orElse('0');
    int zero = first - Character.digit(first, 10);
    StringBuilder out = new StringBuilder();
    ascii.codePoints().forEach(c -> out.appendCodePoint(c >= '0' && c <= '9' ? zero + c - '0' : c));
    return out.toString();
  }
}
