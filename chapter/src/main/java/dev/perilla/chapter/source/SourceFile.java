package dev.perilla.chapter.source;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A file as text, with its lines found once. Both come when somebody asks for them: of the
/// chapters of a book that are as they were, most are never looked at.
///
/// Offsets are 0-based UTF-16 units into [#text()]; lines and columns exist for people only and are
/// 1-based, a column counting code points. A line ends at `\n`, `\r\n` or `\r`.
public final class SourceFile {
  private final String name;
  private final Supplier<String> source;
  // What two threads find at once is the same, and each may keep its own: both are immutable.
  private @Nullable String text;
  private @Nullable Lines lines;

  private SourceFile(String name, Supplier<String> source) {
    this.name = name;
    this.source = source;
  }

  /// @param name as findings print it: a path with `/`, relative to where the command runs
  /// @param text without a byte-order mark
  public static SourceFile of(String name, String text) {
    SourceFile file = new SourceFile(name, () -> text);
    file.text = text;
    return file;
  }

  /// A file that is read when its text is asked for.
  ///
  /// @param source gives the text; what it throws goes to whoever asks
  public static SourceFile unread(String name, Supplier<String> source) {
    return new SourceFile(name, source);
  }

  public String name() {
    return name;
  }

  public String text() {
    String known = text;
    if (known == null) {
      known = source.get();
      text = known;
    }
    return known;
  }

  /// Whether `offset` is in the file; a file that nobody has read yet is not read for that.
  boolean mayHold(int offset) {
    String known = text;
    return known == null || offset <= known.length();
  }

  /// Number of lines, at least 1.
  public int lineCount() {
    return starts().length;
  }

  /// The line of an offset, 1-based; an offset past the end is on the last line. Cost: log of the
  /// number of lines.
  public int line(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The column of an offset, 1-based, in code points from the start of its line.
  public int column(int offset) {
    int end = Math.min(offset, text().length());
    int start = Math.min(starts()[line(offset) - 1], end);
    return text().codePointCount(start, end) + 1;
  }

  /// The offset where a line (1-based) starts.
  public int lineStart(int line) {
    return starts()[line - 1];
  }

  /// The text of a line (1-based) without its line end.
  public String lineText(int line) {
    String all = text();
    int[] starts = starts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : all.length();
    while (end > start && (all.charAt(end - 1) == '\n' || all.charAt(end - 1) == '\r')) {
      end--;
    }
    return all.substring(start, end);
  }

  /// The whole file as a place.
  public Span span() {
    return new Span(this, 0, text().length());
  }

  @Override
  public String toString() {
    return name;
  }

  private int[] starts() {
    Lines known = lines;
    if (known == null) {
      known = Lines.of(text());
      lines = known;
    }
    return known.starts;
  }

  /// Where the lines of a text start.
  private static final class Lines {
    final int[] starts;

    private Lines(int[] starts) {
      this.starts = starts;
    }

    static Lines of(String text) {
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
      return new Lines(Arrays.copyOf(starts, count));
    }
  }
}
