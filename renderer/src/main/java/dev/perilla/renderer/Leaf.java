package dev.perilla.renderer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the pages of a chapter say of it alone, in pieces between which they say something of the
/// book around it. The pieces are bytes, as the pages have them: a page is put together from them
/// in no time, so that a change in the book renders no chapter.
public final class Leaf {
  private final List<byte[]> pieces;

  private Leaf(List<byte[]> pieces) {
    this.pieces = pieces;
  }

  static Leaf of(String... pieces) {
    return new Leaf(Stream.of(pieces).map(Leaf::utf8).toList());
  }

  /// One whose [#bytes()] are `bytes`.
  public static Leaf read(byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    List<byte[]> pieces = new ArrayList<>();
    while (rest.hasRemaining()) {
      byte[] piece = new byte[rest.getInt()];
      rest.get(piece);
      pieces.add(piece);
    }
    return new Leaf(pieces);
  }

  /// All of it: each piece behind its length.
  public byte[] bytes() {
    ByteBuffer all = ByteBuffer.allocate(length(pieces) + pieces.size() * Integer.BYTES);
    pieces.forEach(piece -> all.putInt(piece.length).put(piece));
    return all.array();
  }

  /// The pieces from `start` up to `end` as one of its own.
  public Leaf part(int start, int end) {
    return new Leaf(pieces.subList(start, end));
  }

  /// The pieces from `start` on.
  public Leaf part(int start) {
    return part(start, pieces.size());
  }

  /// This, and then `other`.
  public Leaf and(Leaf other) {
    return new Leaf(Stream.concat(pieces.stream(), other.pieces.stream()).toList());
  }

  boolean isEmpty() {
    return length(pieces) == 0;
  }

  boolean endsWith(String text) {
    byte[] last = pieces.getLast();
    byte[] end = utf8(text);
    int start = last.length - end.length;
    return start >= 0 && Arrays.equals(last, start, last.length, end, 0, end.length);
  }

  /// The page of these pieces in their book.
  ///
  /// @param around what it says before the first, between two, and after the last
  Page page(String path, List<String> around) {
    List<byte[]> parts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      parts.add(utf8(around.get(i)));
      parts.add(pieces.get(i));
    }
    parts.add(utf8(around.getLast()));
    ByteBuffer all = ByteBuffer.allocate(length(parts));
    parts.forEach(all::put);
    return new Page(path, all.array());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int length(List<byte[]> parts) {
    return parts.stream().mapToInt(part -> part.length).sum();
  }
}
