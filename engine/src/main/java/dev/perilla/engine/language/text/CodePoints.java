package dev.perilla.engine.language.text;

/// A Java string as Python sees it: a row of code points.
///
/// Where every code point is one UTF-16 unit, as in nearly all texts, an operation costs what it
/// costs on the Java string, after one look at its length.
public final class CodePoints {
  private static final String[] LATIN = new String[256];

  static {
    for (int i = 0; i < LATIN.length; i++) {
      LATIN[i] = String.valueOf((char) i);
    }
  }

  private CodePoints() {}

  /// `len(text)`.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// The string of one code point.
  public static String of(int point) {
    return point < LATIN.length ? LATIN[point] : new String(Character.toChars(point));
  }

  /// `text[index]` for `0 <= index < length(text)`.
  public static String at(String text, int index) {
    return of(text.codePointAt(unit(text, index)));
  }

  /// The code point of a string that has exactly one, or -1.
  public static int only(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    int point = text.codePointAt(0);
    return text.length() == Character.charCount(point) ? point : -1;
  }

  /// The UTF-16 offset of a code point index, `0 <= index <= length(text)`.
  public static int unit(String text, int index) {
    return length(text) == text.length() ? index : text.offsetByCodePoints(0, index);
  }

  /// The code points from `start` to `end`, `0 <= start <= end <= length(text)`.
  public static String slice(String text, int start, int end) {
    if (length(text) == text.length()) {
      return text.substring(start, end);
    }
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  /// `count` code points from index `start` on, each `step` after the last; `step` may be negative
  /// and every index lies in the text.
  public static String slice(String text, int start, int step, int count) {
    if (count == 0) {
      return "";
    }
    if (step == 1) {
      return slice(text, start, start + count);
    }
    if (length(text) == text.length()) {
      char[] units = new char[count];
      for (int i = 0; i < count; i++) {
        units[i] = text.charAt(start + i * step);
      }
      return new String(units);
    }
    StringBuilder out = new StringBuilder(count);
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < count; i++) {
      out.appendCodePoint(points[start + i * step]);
    }
    return out.toString();
  }

  /// Less than, equal to or greater than 0, by code points.
  public static int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean xPair = Character.isSurrogate(x);
        return xPair == Character.isSurrogate(y) ? x - y : xPair ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
