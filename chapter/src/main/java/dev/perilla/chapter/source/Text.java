package dev.perilla.chapter.source;

import java.util.Arrays;

/// An authored string: its value as the author means it, and the place of each of its characters.
///
/// The two differ wherever the file writes a character in another way than it reads: indentation of
/// a literal block, folded lines, escapes, doubled quotes. `value().charAt(i)` stands at `span(i, i
/// + 1)` of the file. Equality is that of the value alone, so that two readings of the same content
///   are equal wherever it stands.
public final class Text {
  private final String value;
  private final Span span;
  private final int[] starts; // one per unit of value; empty where the value is the span's own text
  private final int[] ends;

  private Text(String value, Span span, int[] starts, int[] ends) {
    this.value = value;
    this.span = span;
    this.starts = starts;
    this.ends = ends;
  }

  /// The text that stands at `span`, character for character.
  public static Text of(Span span) {
    return new Text(span.text(), span, new int[0], new int[0]);
  }

  /// A whole file as one text.
  public static Text of(SourceFile file) {
    return of(file.span());
  }

  /// A text whose characters stand apart from each other. The lists become its own: whoever made
  /// them changes them no more.
  ///
  /// @param span the whole place, with quotes or block header
  /// @param starts for each unit of `value` the offset in the file at which it is written
  /// @param ends for each unit of `value` the offset just after it
  public static Text mapped(String value, Span span, int[] starts, int[] ends) {
    if (starts.length != value.length() || ends.length != value.length()) {
      throw new IllegalArgumentException("one place per unit of the value");
    }
    return new Text(value, span, starts, ends);
  }

  /// A text that stands nowhere in particular: all of it is at `span`. For values that the program
  /// makes in place of an author.
  public static Text at(String value, Span span) {
    int[] starts = new int[value.length()];
    int[] ends = new int[value.length()];
    Arrays.fill(starts, span.start());
    Arrays.fill(ends, span.end());
    return new Text(value, span, starts, ends);
  }

  /// What the author means.
  public String value() {
    return value;
  }

  /// Where the whole of it stands, with what delimits it.
  public Span span() {
    return span;
  }

  public SourceFile file() {
    return span.file();
  }

  /// The place of `value().substring(from, to)`; offsets past the end are taken as the end.
  public Span span(int from, int to) {
    int length = value.length();
    int first = Math.clamp(from, 0, length);
    int last = Math.clamp(to, first, length);
    if (first == last) {
      return Span.at(span.file(), offset(first));
    }
    return new Span(
        span.file(),
        start(first),
        Math.max(start(first), starts.length == 0 ? span.start() + last : ends[last - 1]));
  }

  /// The part from `from` to `to` as a text of its own.
  public Text sub(int from, int to) {
    String part = value.substring(from, to);
    if (starts.length == 0) {
      return new Text(part, span(from, to), starts, ends);
    }
    return new Text(
        part,
        span(from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }

  /// The same places read as other characters: one sign stands for another, a line end for a blank.
  ///
  /// @param value as long as the text's own
  public Text reading(String value) {
    if (value.length() != this.value.length()) {
      throw new IllegalArgumentException("one character for each");
    }
    return new Text(value, span, starts, ends);
  }

  /// Where the character at `index` begins in the file.
  public int start(int index) {
    return starts.length == 0 ? span.start() + index : starts[index];
  }

  /// Where it ends.
  public int end(int index) {
    return starts.length == 0 ? span.start() + index + 1 : Math.max(starts[index], ends[index]);
  }

  private int offset(int index) {
    if (value.isEmpty()) {
      return span.start();
    }
    return index < value.length()
        ? start(index)
        : starts.length == 0 ? span.start() + index : ends[index - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text text && value.equals(text.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
