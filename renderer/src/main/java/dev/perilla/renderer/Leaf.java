package dev.perilla.renderer;

import java.util.List;
import java.util.stream.Stream;

/// What the pages of a chapter say of it alone, in pieces between which they say something of the
/// book around it. A page is put together from them in no time, so that a change in the book
/// renders no chapter.
public record Leaf(List<String> pieces) {
  /// Between the pieces of a text: a character that no page has.
  private static final String END = "\0";

  public Leaf {
    pieces = List.copyOf(pieces);
  }

  /// One whose text is `text`.
  public static Leaf read(String text) {
    return new Leaf(List.of(text.split(END, -1)));
  }

  /// All of it as one text.
  public String text() {
    return String.join(END, pieces);
  }

  /// The pieces from `start` up to `end` as one of its own.
  public Leaf part(int start, int end) {
    return new Leaf(pieces.subList(start, end));
  }

  /// This, and then `other`.
  public Leaf and(Leaf other) {
    return new Leaf(Stream.concat(pieces.stream(), other.pieces.stream()).toList());
  }
}
