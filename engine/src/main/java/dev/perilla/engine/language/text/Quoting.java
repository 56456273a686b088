package dev.perilla.engine.language.text;

/// `repr` and `ascii` of strings.
public final class Quoting {
  private static final String HEX = "0123456789abcdef";

  private Quoting() {}

  /// `repr(text)`: in single quotes, or in double ones when that saves an escape.
  public static String repr(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (point == quote) {
            out.append('\\').append(quote);
          } else if (Characters.isPrintable(point)) {
            out.appendCodePoint(point);
          } else {
            escape(point, out);
          }
        }
      }
    }
    return out.append(quote).toString();
  }

  /// A text that is already a `repr`, with everything beyond ASCII escaped: `ascii(…)`.
  public static String ascii(String repr) {
    StringBuilder out = new StringBuilder(repr.length());
    for (int i = 0; i < repr.length(); ) {
      int point = repr.codePointAt(i);
      i += Character.charCount(point);
      if (point < 0x80) {
        out.append((char) point);
      } else {
        escape(point, out);
      }
    }
    return out.toString();
  }

  private static void escape(int point, StringBuilder out) {
    int digits = point < 0x100 ? 2 : point < 0x10000 ? 4 : 8;
    out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(point >> shift & 15));
    }
  }
}
