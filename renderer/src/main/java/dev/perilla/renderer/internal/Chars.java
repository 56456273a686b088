package dev.perilla.renderer.internal;

/// The characters that may stand on a page, their spelling in HTML, and what is put together of
/// them.
public final class Chars {
  private Chars() {}

  /// The text, with a replacement character (U+FFFD) for each character that neither HTML nor XML
  /// can hold: controls other than tab and line end, halves of a pair, non-characters.
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        int point = text.codePointAt(i);
        if (!stands(point)) {
          return replaced(text);
        }
        i += Character.charCount(point) - 1;
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(stands(c) ? c : 0xFFFD));
    return out.toString();
  }

  /// Likewise on one line, with a blank for each line end.
  public static String line(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return clean(text).replace('\n', ' ');
      }
    }
    return text;
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0x7F;
  }

  /// Whether a text is written in HTML as it is, as most are.
  private static boolean isBare(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) || c == '&' || c == '<' || c == '>' || c == '"') {
        return false;
      }
    }
    return true;
  }

  private static boolean stands(int c) {
    if (c < 0x20) {
      return c == '\n' || c == '\t';
    }
    boolean control = c >= 0x7F && c < 0xA0;
    boolean half = c >= 0xD800 && c <= 0xDFFF;
    boolean none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !half && !none;
  }

  /// The text as it is written in HTML, in an element or in a quoted attribute.
  public static String html(String text) {
    if (isBare(text)) {
      return text;
    }
    String clean = clean(text);
    StringBuilder out = new StringBuilder(clean.length() + 16);
    int from = 0;
    for (int i = 0; i < clean.length(); i++) {
      String entity =
          switch (clean.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
          };
      if (!entity.isEmpty()) {
        out.append(clean, from, i).append(entity);
        from = i + 1;
      }
    }
    return from == 0 ? clean : out.append(clean, from, clean.length()).toString();
  }

  /// `pattern` with the next of `values` in place of each `%s`. A page has thousands of them, and
  /// `String.format` reads its pattern anew each time.
  public static String fill(String pattern, Object... values) {
    StringBuilder out = new StringBuilder(pattern.length() + 16 * values.length);
    int from = 0;
    for (Object value : values) {
      int at = pattern.indexOf("%s", from);
      out.append(pattern, from, at).append(value);
      from = at + 2;
    }
    return out.append(pattern, from, pattern.length()).toString();
  }
}
