package dev.perilla.chapter.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Put `replacement` where `span` is, and leave everything else of the file as it stands.
///
/// The replacement is in the notation of the file at that place: whoever makes an edit writes the
/// quotes and escapes that the place needs.
public record Edit(Span span, String replacement) {

  /// `file`'s text after all of `edits`, which may come in any order. Two points at one place keep
  /// the order given.
  ///
  /// @throws IllegalArgumentException where two overlap, or one is about another file
  public static String apply(SourceFile file, Collection<Edit> edits) {
    List<Edit> sorted = edits.stream().sorted(Comparator.comparing(Edit::span)).toList();
    StringBuilder out = new StringBuilder(file.text().length());
    int done = 0;
    for (Edit edit : sorted) {
      if (!edit.span.file().text().equals(file.text())) {
        throw new IllegalArgumentException("an edit of " + edit.span.file() + ", not of " + file);
      }
      if (edit.span.start() < done) {
        throw new IllegalArgumentException("two edits overlap at " + edit.span);
      }
      out.append(file.text(), done, edit.span.start()).append(edit.replacement);
      done = edit.span.end();
    }
    return out.append(file.text(), done, file.text().length()).toString();
  }

  /// The same for the bytes that `file` was read from: UTF-8, and a byte-order mark, which is no
  /// part of a [SourceFile]'s text, stays where there is one.
  public static byte[] apply(byte[] bytes, SourceFile file, Collection<Edit> edits) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, marked ? 3 : 0);
    out.writeBytes(apply(file, edits).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
