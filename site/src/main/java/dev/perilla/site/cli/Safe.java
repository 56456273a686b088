package dev.perilla.site.cli;

/// Author text on its way to machines: whatever a chapter holds, no line of a log is a command, and
/// no character plays with a terminal.
///
/// A runner of workflows obeys lines that begin with `::`, blanks before it or not, and lines with
/// `##[` anywhere.
final class Safe {
  private static final char SHOWN = '\uFFFD';

  private Safe() {}

  /// Whether a terminal, or an eye, is led astray by a code point.
  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  /// Lines for a log, of the same length: the first sign of what would be a command is shown as
  /// `�`.
  static String lines(String text) {
    StringBuilder out = new StringBuilder(text);
    boolean isStart = true;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      boolean isCommand = isStart && c == ':' && i + 1 < out.length() && out.charAt(i + 1) == ':';
      if (isCommand || (c == '#' && out.indexOf("##[", i) == i)) {
        out.setCharAt(i, SHOWN);
      }
      isStart = c == '\n' || (isStart && Character.isWhitespace(c));
    }
    return out.toString();
  }

  /// JSON that was written without blanks around its tokens, the same to a reader.
  static String json(String json) {
    StringBuilder out = new StringBuilder(json.length());
    String text = json.replace("##[", "##\\u005b");
    text.codePoints()
        .forEach(
            point -> {
              if (point != '\n' && isHidden(point)) {
                for (char unit : Character.toChars(point)) {
                  out.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString();
  }

  /// Text or an attribute of XML. Characters that XML cannot hold are shown as `�`.
  static String xml(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              boolean isLegal = point >= ' ' || point == '\n' || point == '\t' || point == '\r';
              boolean isOther =
                  (point >= 0xD800 && point <= 0xDFFF) || point == 0xFFFE || point == 0xFFFF;
              if (!isLegal || isOther) {
                out.append(SHOWN);
              } else if ("<>&\"".indexOf(point) >= 0 || isHidden(point)) {
                out.append("&#").append(point).append(';');
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString().replace("##[", "##&#91;");
  }

  /// Words in a line of Markdown: every sign of markup is escaped.
  static String markdown(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ("\\`*_{}[]()<>#+-.!|~@:$&".indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
