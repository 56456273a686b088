package dev.perilla.chapter.source;

import java.util.Arrays;

/// A file as text, with its lines found once.
///
/// Offsets are 0-based UTF-16 units into [#text()]; lines and columns exist for people only and are
/// 1-based, a column counting code points. A line ends at `\n`, `\r\n` or `\r`.
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  private SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /// @param name as findings print it: a path with `/`, relative to where the command runs
  /// @param text without a byte-order mark
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /// Number of lines, at least 1.
  public int lineCount() {
    return lineStarts.length;
  }

  /// The line of an offset, 1-based; an offset past the end is on the last line. Cost: log of the
  /// number of lines.
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The column of an offset, 1-based, in code points from the start of its line.
  public int column(int offset) {
    int end = Math.min(offset, text.length());
    int start = Math.min(lineStarts[line(offset) - 1], end);
    return text.codePointCount(start, end) + 1;
  }

  /// The offset where a line (1-based) starts.
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /// The text of a line (1-based) without its line end.
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /// The whole file as a place.
  public Span span() {
    return new Span(this, 0, text.length());
  }

  @Override
  public String toString() {
    return name;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
