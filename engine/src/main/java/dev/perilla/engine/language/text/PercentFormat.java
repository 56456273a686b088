package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.IntText;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.number.PythonError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `template % operand`.
public final class PercentFormat {
  /// What stands right of the `%`.
  public sealed interface Operand {
    /// A tuple: its items in order.
    record Row(List<Object> items) implements Operand {}

    /// Any other value. A mapping (whatever has items by key, a list too, but no string) may also
    /// be asked by `%(key)s`, and need not be used up.
    record Single(Object value, boolean mapping) implements Operand {}
  }

  private final String template;
  private final Objects objects;
  private final Budget budget;
  private final Operand operand;
  private final Growing out;
  private int at;
  private int used; // items of the operand
  private boolean keyed;

  private PercentFormat(String template, Operand operand, Objects objects, Budget budget) {
    this.template = template;
    this.operand = operand;
    this.objects = objects;
    this.budget = budget;
    this.out = new Growing(budget);
  }

  /// `"%5.2f of %s" % (x, name)` is `format("%5.2f of %s", new Operand.Row(List.of(x, name)), …)`.
  public static String format(String template, Operand operand, Objects objects, Budget budget) {
    return new PercentFormat(template, operand, objects, budget).run();
  }

  /// Flags and sizes of one place. Width and precision are -1 when not given.
  private static final class Place {
    boolean left;
    boolean plus;
    boolean blank;
    boolean alternate;
    boolean zero;
    long width = -1;
    long precision = -1;
    @Nullable Object item; // of the key, until something takes it
  }

  private String run() {
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '%') {
        out.append(c);
      } else if (at < template.length() && template.charAt(at) == '%') {
        at++;
        out.append('%');
      } else {
        place(read());
      }
    }
    boolean left =
        switch (operand) {
          case Operand.Row row -> used < row.items().size() && !keyed;
          case Operand.Single single -> used == 0 && !single.mapping();
        };
    if (left) {
      throw PythonError.type("not all arguments converted during string formatting");
    }
    return template.indexOf('%') < 0 ? template : out.toString();
  }

  private Place read() {
    Place place = new Place();
    if (peek() == '(') {
      place.item = objects.item(mapping(), key());
      keyed = true;
      used = 0;
    }
    for (boolean flags = true; flags; ) {
      switch (peek()) {
        case '-' -> place.left = true;
        case '+' -> place.plus = true;
        case ' ' -> place.blank = true;
        case '#' -> place.alternate = true;
        case '0' -> place.zero = true;
        default -> flags = false;
      }
      at += flags ? 1 : 0;
    }
    place.width = size(place, "width too big");
    if (place.width < -1) {
      place.left = true;
      place.width = -place.width;
    }
    if (peek() == '.') {
      at++;
      place.precision = Math.max(0, size(place, "precision too big"));
    }
    if (peek() == 'h' || peek() == 'l' || peek() == 'L') {
      at++;
    }
    return place;
  }

  /// The unit that stands here, or 0 past the end, which no format has.
  private char peek() {
    if (at >= template.length()) {
      throw PythonError.value("incomplete format");
    }
    return template.charAt(at);
  }

  private Object mapping() {
    if (!(operand instanceof Operand.Single single && single.mapping())) {
      throw PythonError.type("format requires a mapping");
    }
    return single.value();
  }

  private String key() {
    int start = ++at;
    int depth = 1;
    while (depth > 0) {
      if (at >= template.length()) {
        throw PythonError.value("incomplete format key");
      }
      char c = template.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return template.substring(start, at - 1);
  }

  private long size(Place place, String tooBig) {
    if (peek() == '*') {
      at++;
      Object value = Arithmetic.plain(next(place));
      boolean isWidth = tooBig.startsWith("w");
      if (!Arithmetic.isInt(value)) {
        throw PythonError.type("* wants int");
      }
      if (!(value instanceof Long size) || !(isWidth || size == (int) (long) size)) {
        throw PythonError.overflow(
            "Python int too large to convert to C " + (isWidth ? "ssize_t" : "int"));
      }
      return size == -1 && isWidth ? negativeOne(place) : size;
    }
    if (peek() < '0' || peek() > '9') {
      return tooBig.startsWith("w") ? -1 : 0;
    }
    long value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = value * 10 + (template.charAt(at++) - '0');
      if (value > (tooBig.startsWith("w") ? Long.MAX_VALUE / 16 : Integer.MAX_VALUE)) {
        throw PythonError.value(tooBig);
      }
    }
    return value;
  }

  private static long negativeOne(Place place) {
    place.left = true;
    return 1;
  }

  private Object next(Place place) {
    Object item = place.item;
    if (item != null) {
      place.item = null;
      return item;
    }
    boolean more =
        switch (operand) {
          case Operand.Row row -> used < row.items().size() && !keyed;
          case Operand.Single _ -> used == 0 && !keyed;
        };
    if (!more) {
      throw PythonError.type("not enough arguments for format string");
    }
    return switch (operand) {
      case Operand.Row row -> row.items().get(used++);
      case Operand.Single single -> {
        used++;
        yield single.value();
      }
    };
  }

  private void place(Place place) {
    int start = at;
    peek();
    int letter = template.codePointAt(at);
    at += Character.charCount(letter);
    Object value = next(place);
    switch (letter) {
      case 's' -> text(value instanceof String text ? text : objects.str(value), place);
      case 'r' -> text(objects.repr(value), place);
      case 'a' -> text(Quoting.ascii(objects.repr(value)), place);
      case 'c' -> pad("", "", character(value), place, false);
      case 'd', 'i', 'u', 'o', 'x', 'X' -> integer(value, (char) letter, place);
      case 'e', 'E', 'f', 'F', 'g', 'G' -> real(value, letter, place);
      default ->
          throw PythonError.value(
              "unsupported format character '"
                  + (letter > 31 && letter < 127 ? CodePoints.of(letter) : "?")
                  + "' (0x"
                  + Integer.toHexString(letter)
                  + ") at index "
                  + template.codePointCount(0, start));
    }
  }

  private void text(String text, Place place) {
    boolean cut = place.precision >= 0 && place.precision < CodePoints.length(text);
    String shown = cut ? CodePoints.slice(text, 0, (int) place.precision) : text;
    pad("", "", shown, place, false);
  }

  private String character(Object value) {
    if (value instanceof String text && CodePoints.only(text) >= 0) {
      return text;
    }
    Object number = objects.index(value);
    if (!Arithmetic.isInt(number)) {
      throw PythonError.type("%c requires int or char");
    }
    if (!(Arithmetic.plain(number) instanceof Long point)
        || point < 0
        || point > Character.MAX_CODE_POINT) {
      throw PythonError.overflow("%c arg not in range(0x110000)");
    }
    return CodePoints.of((int) (long) point);
  }

  private void integer(Object given, char letter, Place place) {
    int base = letter == 'o' ? 8 : letter == 'x' || letter == 'X' ? 16 : 10;
    Object value = base == 10 ? objects.whole(given) : objects.index(given);
    if (!(base == 10 ? Arithmetic.isNumber(value) : Arithmetic.isInt(value))) {
      throw PythonError.type(
          "%"
              + letter
              + " format: "
              + (base == 10 ? "a real number" : "an integer")
              + " is required, not "
              + objects.typeName(given));
    }
    Object whole = Arithmetic.toInt(value);
    String digits;
    if (base == 10) {
      String decimal = IntText.decimal(whole);
      digits = decimal.startsWith("-") ? decimal.substring(1) : decimal;
    } else {
      digits = IntText.digits(whole, base, budget);
    }
    if (place.precision > digits.length()) {
      Formats.room(place.precision, budget);
      digits = "0".repeat((int) place.precision - digits.length()) + digits;
    }
    String prefix = !place.alternate || base == 10 ? "" : base == 8 ? "0o" : "0x";
    if (letter == 'X') {
      prefix = Formats.upper(prefix);
      digits = Formats.upper(digits);
    }
    pad(sign(Ints.sign(whole) < 0, place), prefix, digits, place, place.zero);
  }

  private void real(Object given, int letter, Place place) {
    Object value = objects.number(given);
    if (!Arithmetic.isNumber(value)) {
      throw PythonError.type("must be real number, not " + objects.typeName(given));
    }
    double real = Arithmetic.real(value);
    String digits =
        FloatDigits.write(
            real, new FloatDigits.Style(letter, (int) place.precision, place.alternate), budget);
    pad(sign(FloatDigits.isNegative(real), place), "", digits, place, place.zero);
  }

  private static String sign(boolean negative, Place place) {
    return negative ? "-" : place.plus ? "+" : place.blank ? " " : "";
  }

  private void pad(String sign, String prefix, String body, Place place, boolean zeros) {
    long length = (long) sign.length() + prefix.length() + CodePoints.length(body);
    int missing = 0;
    if (place.width > length) {
      Formats.room(place.width, budget);
      missing = (int) (place.width - length);
    }
    budget.charge(body.length() + (long) missing);
    if (missing > 0 && !place.left && !zeros) {
      out.append(" ".repeat(missing));
    }
    out.append(sign).append(prefix);
    if (missing > 0 && !place.left && zeros) {
      out.append("0".repeat(missing));
    }
    out.append(body);
    if (missing > 0 && place.left) {
      out.append(" ".repeat(missing));
    }
  }
}
