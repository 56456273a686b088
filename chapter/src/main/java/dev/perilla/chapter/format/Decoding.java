package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bytes to text. UTF-8 alone, with or without a byte-order mark, up to 1 MiB.
///
/// @param clean the text with every refused control character replaced by U+FFFD, unit for unit, so
///   that a parser can go on and offsets stay what they are
record Decoding(SourceFile file, String clean) {
  static final int LIMIT = 1 << 20;

  /// The text, or nothing where the bytes are not worth reading further.
  static Optional<Decoding> of(String name, byte[] bytes, Report report) {
    if (bytes.length > LIMIT) {
      SourceFile file = SourceFile.of(name, "");
      report.add(
          Finding.error(
                  FormatCode.TOO_LARGE,
                  file.span(),
                  "the file has " + bytes.length + " bytes, the limit is " + LIMIT)
              .help("split the chapter in two, or move its data to a file of the book"));
      return Optional.empty();
    }
    Optional<String> foreign = foreignMark(bytes);
    if (foreign.isPresent()) {
      SourceFile file = SourceFile.of(name, "");
      report.add(
          Finding.error(
                  FormatCode.NOT_UTF8,
                  file.span(),
                  "the file is written in " + foreign.get() + ", not in UTF-8")
              .help("save it as UTF-8"));
      return Optional.empty();
    }
    String text = decode(name, bytes, report);
    SourceFile file = SourceFile.of(name, text);
    return Optional.of(new Decoding(file, withoutControls(file, report)));
  }

  private static Optional<String> foreignMark(byte[] bytes) {
    int a = at(bytes, 0);
    int b = at(bytes, 1);
    int c = at(bytes, 2);
    int d = at(bytes, 3);
    if ((a == 0xFF && b == 0xFE && c == 0 && d == 0)
        || (a == 0 && b == 0 && c == 0xFE && d == 0xFF)
        || (a == 0 && b == 0 && c == 0 && d > 0)) {
      return Optional.of("UTF-32");
    }
    boolean marked = (a == 0xFF && b == 0xFE) || (a == 0xFE && b == 0xFF);
    boolean unmarked = (a == 0 && b > 0) || (a > 0 && b == 0);
    return marked || unmarked ? Optional.of("UTF-16") : Optional.empty();
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }

  private static String decode(String name, byte[] bytes, Report report) {
    int from = at(bytes, 0) == 0xEF && at(bytes, 1) == 0xBB && at(bytes, 2) == 0xBF ? 3 : 0;
    String read = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    if (read.indexOf('\uFFFD') < 0) { // what stands for bytes that are none
      return read;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in)
          .toString(); // the author wrote that character
    } catch (CharacterCodingException malformed) {
      // The place is found by decoding again up to the first byte that fits nowhere.
      in = ByteBuffer.wrap(bytes, from, bytes.length - from);
      CharBuffer out = CharBuffer.allocate(bytes.length);
      var _ =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(in, out, true);
      int offset = out.position();
      int value = bytes[in.position()] & 0xFF;
      SourceFile file = SourceFile.of(name, read);
      report.add(
          Finding.error(
                  FormatCode.NOT_UTF8,
                  new Span(file, offset, Math.min(offset + 1, read.length())),
                  String.format("the byte 0x%02X at this place is not UTF-8", value))
              .help("save the file as UTF-8"));
      return read;
    }
  }

  private static String withoutControls(SourceFile file, Report report) {
    String text = file.text();
    int first = -1;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isRefused(text.charAt(i))) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count == 0) {
      return text;
    }
    report.add(
        Finding.error(
                FormatCode.CONTROL_CHARACTER,
                new Span(file, first, first + 1),
                String.format(
                    "a control character stands here (U+%04X)%s",
                    (int) text.charAt(first), count == 1 ? "" : ", and " + (count - 1) + " more"))
            .help("delete it"));
    StringBuilder clean = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (isRefused(text.charAt(i))) {
        clean.setCharAt(i, '\uFFFD');
      }
    }
    return clean.toString();
  }

  /// Whether a file may not hold `c`: control characters but tab and line ends, and the two
  /// non-characters.
  static boolean isRefused(char c) {
    return c < ' '
        ? c != '\t' && c != '\n' && c != '\r'
        : c >= 0x7F && ((c < 0xA0 && c != 0x85) || c >= 0xFFFE);
  }
}
