package dev.perilla.engine.language.text;

/// Case of strings: `upper`, `lower`, `title` and their kin.
public final class Casing {
  private static final int SIGMA = 0x3A3;

  private Casing() {}

  public static String upper(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      Characters.upper(point, out);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  public static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      lower(text, i, point, out);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  public static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> Characters.fold(point, out));
    return out.toString();
  }

  public static String capitalize(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (i == 0) {
        Characters.title(point, out);
      } else {
        lower(text, i, point, out);
      }
      i += Character.charCount(point);
    }
    return out.toString();
  }

  public static String title(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (inWord) {
        lower(text, i, point, out);
      } else {
        Characters.title(point, out);
      }
      inWord = Characters.isCased(point);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  public static String swap(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (Characters.isUpper(point)) {
        lower(text, i, point, out);
      } else if (Characters.isLower(point)) {
        Characters.upper(point, out);
      } else {
        out.appendCodePoint(point);
      }
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /// Whether there is a cased letter, and each is upper case.
  public static boolean isUpper(String text) {
    boolean cased = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (Characters.isLower(point) || Characters.isTitle(point)) {
        return false;
      }
      cased |= Characters.isUpper(point);
      i += Character.charCount(point);
    }
    return cased;
  }

  /// Whether there is a cased letter, and each is lower case.
  public static boolean isLower(String text) {
    boolean cased = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (Characters.isUpper(point) || Characters.isTitle(point)) {
        return false;
      }
      cased |= Characters.isLower(point);
      i += Character.charCount(point);
    }
    return cased;
  }

  /// Whether there is a cased letter, and each word begins with the only capital in it.
  public static boolean isTitle(String text) {
    boolean cased = false;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      boolean capital = Characters.isUpper(point) || Characters.isTitle(point);
      boolean small = !capital && Characters.isLower(point);
      if ((capital && inWord) || (small && !inWord)) {
        return false;
      }
      inWord = capital || small;
      cased |= inWord;
      i += Character.charCount(point);
    }
    return cased;
  }

  private static void lower(String text, int at, int point, StringBuilder out) {
    if (point == SIGMA) {
      out.append(endsWord(text, at) ? '\u03C2' : '\u03C3');
    } else {
      Characters.lower(point, out);
    }
  }

  /// Whether a letter stands before the sigma at `at` and none after, ignorable ones passed over.
  private static boolean endsWord(String text, int at) {
    int before = at;
    while (before > 0 && Characters.isCaseIgnorable(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    if (before == 0 || !Characters.isCased(text.codePointBefore(before))) {
      return false;
    }
    int after = at + 1;
    while (after < text.length() && Characters.isCaseIgnorable(text.codePointAt(after))) {
      after += Character.charCount(text.codePointAt(after));
    }
    return after == text.length() || !Characters.isCased(text.codePointAt(after));
  }
}
