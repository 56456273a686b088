package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.number.PythonError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// The operators and methods of `str`, apart from splitting ([Splitting]) and case ([Casing]).
///
/// `start` and `end` are what the program gave, counted in code points: negative from the end, and
/// beyond the ends cut; 0 and [Long#MAX_VALUE] where it gave none.
public final class Strings {
  private Strings() {}

  /// `a + b`.
  public static String concat(String a, String b, Budget budget) {
    Formats.room((long) a.length() + b.length(), budget);
    return a.concat(b);
  }

  /// `text * count`; empty for 0 and less.
  ///
  /// @param count an int
  public static String repeat(String text, Object count, Budget budget) {
    if (Ints.sign(count) <= 0 || text.isEmpty()) {
      return "";
    }
    if (!(count instanceof Long times) || times > Integer.MAX_VALUE) {
      budget.charge(Long.MAX_VALUE);
      throw new PythonError("MemoryError", "");
    }
    Formats.room(times * text.length(), budget);
    return text.repeat((int) (long) times);
  }

  /// `separator.join(parts)`.
  public static String join(String separator, List<String> parts, Budget budget) {
    long length = (long) separator.length() * Math.max(0, parts.size() - 1);
    for (String part : parts) {
      length += part.length();
    }
    Formats.room(length, budget);
    return parts.size() == 1 ? parts.getFirst() : String.join(separator, parts);
  }

  /// The part of a text that a search looks at, in UTF-16 units; `from > to` when there is none.
  private record Window(int from, int to) {
    static Window of(String text, long start, long end) {
      int length = CodePoints.length(text);
      long last = Math.min(end < 0 ? Math.max(0, end + length) : end, length);
      long first = start < 0 ? Math.max(0, start + length) : start;
      return first > last
          ? new Window(1, 0)
          : new Window(CodePoints.unit(text, (int) first), CodePoints.unit(text, (int) last));
    }

    boolean isNone() {
      return from > to;
    }
  }

  /// `text.find(part, start, end)`: the index, or -1.
  public static long find(String text, String part, long start, long end) {
    Window window = Window.of(text, start, end);
    if (window.isNone()) {
      return -1;
    }
    int at = Searching.first(text, part, window.from);
    return at < 0 || at + part.length() > window.to ? -1 : text.codePointCount(0, at);
  }

  /// `text.rfind(part, start, end)`: the index, or -1.
  public static long findLast(String text, String part, long start, long end) {
    Window window = Window.of(text, start, end);
    if (window.isNone()) {
      return -1;
    }
    int at = Searching.last(text, part, window.to - part.length());
    return at < window.from ? -1 : text.codePointCount(0, at);
  }

  /// `text.index` or `text.rindex`, of what [#find] or [#findLast] gave.
  public static long found(long index) {
    if (index < 0) {
      throw PythonError.value("substring not found");
    }
    return index;
  }

  /// `text.count(part, start, end)`.
  public static long count(String text, String part, long start, long end) {
    Window window = Window.of(text, start, end);
    if (window.isNone()) {
      return 0;
    }
    if (part.isEmpty()) {
      return text.codePointCount(window.from, window.to) + 1L;
    }
    long count = 0;
    int at = Searching.first(text, part, window.from);
    while (at >= 0 && at + part.length() <= window.to) {
      count++;
      at = Searching.first(text, part, at + part.length());
    }
    return count;
  }

  /// `text.startswith(part, start, end)`.
  public static boolean startsWith(String text, String part, long start, long end) {
    Window window = Window.of(text, start, end);
    return !window.isNone()
        && window.from + part.length() <= window.to
        && text.startsWith(part, window.from);
  }

  /// `text.endswith(part, start, end)`.
  public static boolean endsWith(String text, String part, long start, long end) {
    Window window = Window.of(text, start, end);
    return !window.isNone()
        && window.to - part.length() >= window.from
        && text.startsWith(part, window.to - part.length());
  }

  /// `text.replace(old, replacement, count)`; a negative count replaces all.
  public static String replace(
      String text, String old, String replacement, long count, Budget budget) {
    long limit = count < 0 ? Long.MAX_VALUE : count;
    long places = Math.min(limit, count(text, old, 0, Long.MAX_VALUE));
    if (places == 0 || isOne(old, replacement)) {
      return text;
    }
    budget.work(20 * places);
    Formats.room(text.length() + places * (replacement.length() - (long) old.length()), budget);
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (long done = 0; done < places; done++) {
      int at = Searching.first(text, old, from);
      if (old.isEmpty()) {
        at = done == 0 ? 0 : from + Character.charCount(text.codePointAt(from));
      }
      out.append(text, from, at).append(replacement);
      from = at + old.length();
    }
    return out.append(text, from, text.length()).toString();
  }

  /// Whether Python has one object for both: it is the same, or a character of Latin-1.
  @SuppressWarnings("ReferenceEquality") // which objects there are is the question
  private static boolean isOne(String a, String b) {
    return a == b || (a.equals(b) && a.length() < 2 && (a.isEmpty() || a.charAt(0) < 256));
  }

  /// `text.strip()`.
  public static String strip(String text) {
    return strip(text, true, true, Characters::isSpace);
  }

  /// `text.lstrip()`.
  public static String stripStart(String text) {
    return strip(text, true, false, Characters::isSpace);
  }

  /// `text.rstrip()`.
  public static String stripEnd(String text) {
    return strip(text, false, true, Characters::isSpace);
  }

  /// `text.strip(characters)`, or `lstrip` or `rstrip` by which ends are asked.
  public static String strip(String text, String characters, boolean start, boolean end) {
    return strip(text, start, end, point -> characters.indexOf(point) >= 0);
  }

  private static String strip(String text, boolean start, boolean end, IntPredicate gone) {
    int from = 0;
    int to = text.length();
    while (start && from < to && gone.test(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (end && to > from && gone.test(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  /// `text.removeprefix(prefix)`.
  public static String removePrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  /// `text.removesuffix(suffix)`.
  public static String removeSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  /// `text.ljust(width, fill)`.
  ///
  /// @param width an int
  public static String alignLeft(String text, Object width, String fill, Budget budget) {
    int missing = missing(text, width, fill, budget);
    return missing == 0 ? text : text + fill.repeat(missing);
  }

  /// `text.rjust(width, fill)`.
  public static String alignRight(String text, Object width, String fill, Budget budget) {
    int missing = missing(text, width, fill, budget);
    return missing == 0 ? text : fill.repeat(missing) + text;
  }

  /// `text.center(width, fill)`.
  public static String center(String text, Object width, String fill, Budget budget) {
    int missing = missing(text, width, fill, budget);
    if (missing == 0) {
      return text;
    }
    int left = missing / 2 + (missing & Ints.clamp(width) & 1);
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }

  /// `text.zfill(width)`: zeros after the sign.
  public static String zeroFill(String text, Object width, Budget budget) {
    int missing = missing(text, width, "0", budget);
    if (missing == 0) {
      return text;
    }
    boolean signed = text.startsWith("+") || text.startsWith("-");
    return signed
        ? text.charAt(0) + "0".repeat(missing) + text.substring(1)
        : "0".repeat(missing) + text;
  }

  private static int missing(String text, Object width, String fill, Budget budget) {
    if (CodePoints.only(fill) < 0) {
      throw PythonError.type("The fill character must be exactly one character long");
    }
    int length = CodePoints.length(text);
    if (Ints.compare(width, (long) length) <= 0) {
      return 0;
    }
    Formats.room(width instanceof Long wide ? wide : Long.MAX_VALUE, budget);
    return Ints.clamp(width) - length;
  }

  /// `text.expandtabs(size)`.
  ///
  /// @param size an int
  public static String expandTabs(String text, Object size, Budget budget) {
    int step = Math.max(0, Ints.clamp(size));
    Formats.room(text.length() + count(text, "\t", 0, Long.MAX_VALUE) * step, budget);
    StringBuilder out = new StringBuilder(text.length());
    int column = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point == '\t') {
        int blanks = step == 0 ? 0 : step - column % step;
        out.append(" ".repeat(blanks));
        column += blanks;
      } else {
        out.appendCodePoint(point);
        column = point == '\n' || point == '\r' ? 0 : column + 1;
      }
    }
    return text.indexOf('\t') < 0 ? text : out.toString();
  }

  /// `text.isspace()`. This and the next are false for the empty text unless told otherwise.
  public static boolean isSpace(String text) {
    return all(text, Characters::isSpace);
  }

  public static boolean isAlpha(String text) {
    return all(text, Characters::isAlpha);
  }

  public static boolean isAlphanumeric(String text) {
    return all(text, Characters::isAlphanumeric);
  }

  public static boolean isDecimal(String text) {
    return all(text, Characters::isDecimal);
  }

  public static boolean isDigit(String text) {
    return all(text, Characters::isDigit);
  }

  public static boolean isNumeric(String text) {
    return all(text, Characters::isNumeric);
  }

  /// `text.isprintable()`, true for the empty text.
  public static boolean isPrintable(String text) {
    return text.isEmpty() || all(text, Characters::isPrintable);
  }

  /// `text.isascii()`, true for the empty text.
  public static boolean isAscii(String text) {
    return text.isEmpty() || all(text, point -> point < 0x80);
  }

  public static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && Characters.isIdentifierStart(text.codePointAt(0))
        && all(text, Characters::isIdentifierPart);
  }

  private static boolean all(String text, IntPredicate property) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (!property.test(point)) {
        return false;
      }
      i += Character.charCount(point);
    }
    return !text.isEmpty();
  }

  /// `chr(point)`.
  ///
  /// @param point an int
  public static String character(Object point) {
    int value = Ints.clamp(point);
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw point instanceof Long small && small == (int) (long) small
          ? PythonError.value("chr() arg not in range(0x110000)")
          : PythonError.overflow("Python int too large to convert to C int");
    }
    if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
      throw PythonError.unsupported(
          "chr() of half a character: this language leaves surrogates out");
    }
    return CodePoints.of(value);
  }

  /// `ord(text)`.
  public static long ordinal(String text) {
    int point = CodePoints.only(text);
    if (point < 0) {
      throw PythonError.type(
          "ord() expected a character, but string of length " + CodePoints.length(text) + " found");
    }
    return point;
  }

  /// The code points of a text, each a string: what iteration gives. Cost: the whole text at once.
  public static List<String> characters(String text) {
    List<String> points = new ArrayList<>(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      points.add(CodePoints.of(point));
      i += Character.charCount(point);
    }
    return points;
  }

  /// The columns that a part of a line takes.
  public static int columns(String text, int from, int to) {
    int columns = 0;
    for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
      columns += Characters.isWide(text.codePointAt(at)) ? 2 : 1;
    }
    return columns;
  }
}
