package dev.perilla.chapter.source;

/// A place: the units from `start` (inclusive) to `end` (exclusive) of a file, 0-based UTF-16. An
/// empty span is a point between two characters.
public record Span(SourceFile file, int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start || !file.mayHold(end)) {
      throw new IllegalArgumentException(
          "span " + start + ".." + end + " of " + file + ", length " + file.text().length());
    }
  }

  /// The point at `offset`.
  public static Span at(SourceFile file, int offset) {
    return new Span(file, offset, offset);
  }

  /// The text that stands there.
  public String text() {
    return file.text().substring(start, end);
  }

  /// The line of the start, 1-based.
  public int line() {
    return file.line(start);
  }

  /// The column of the start, 1-based, in code points.
  public int column() {
    return file.column(start);
  }

  /// From the start of this span to the end of `last`, which is in the same file.
  public Span to(Span last) {
    return new Span(file, Math.min(start, last.start), Math.max(end, last.end));
  }

  /// By file name, then start, then end.
  @Override
  public int compareTo(Span other) {
    int byFile = file.name().compareTo(other.file.name());
    if (byFile != 0) {
      return byFile;
    }
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }

  /// `name:line:column`, as a compiler prints it.
  @Override
  public String toString() {
    return file.name() + ":" + line() + ":" + column();
  }
}
