package dev.perilla.renderer.internal;

/// The characters that may stand on a page, and their spelling in HTML.
public final class Chars {
  private Chars() {}

  /// The text, with a replacement character (U+FFFD) for each character that neither HTML nor XML
  /// can hold: controls other than tab and line end, halves of a pair, non-characters.
  public static String clean(String text) {
    int i = 0;
    while (i < text.length() && stands(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(stands(c) ? c : 0xFFFD));
    return out.toString();
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
    StringBuilder out = new StringBuilder(text.length() + 16);
    String clean = clean(text);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
