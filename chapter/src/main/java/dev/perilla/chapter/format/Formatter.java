package dev.perilla.chapter.format;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The canonical layout of a file: two blanks of indentation, one blank in flow lists, line ends as
/// `\n`, a blank line between blocks and nowhere else. Comments, quotes and literal blocks stay as
/// the author has them.
///
/// A layout that would not read back as the same model, or that is not its own layout, is not
/// given. Cost: linear in the file.
public final class Formatter {
  private static final int WIDTH = 1 << 20;

  private Formatter() {}

  /// A chapter in the canonical layout; empty where the file has errors of form, or a layout that
  /// cannot be kept.
  ///
  /// @param name says whether it is YAML or JSON, as for [ChapterReader]
  public static Optional<String> chapter(String name, byte[] bytes, String text) {
    Optional<Chapter> model = clean(ChapterReader.read(name, bytes));
    if (model.isEmpty()) {
      return Optional.empty();
    }
    if (name.endsWith(".json")) {
      return Optional.of(ChapterWriter.json(model.get()));
    }
    return yaml(text)
        .filter(it -> clean(ChapterReader.read(name, bytes(it))).equals(model))
        .filter(it -> yaml(it).filter(it::equals).isPresent());
  }

  /// A `book.yaml`, likewise.
  public static Optional<String> book(String name, byte[] bytes, String text) {
    Optional<Book> model = clean(BookReader.read(name, bytes));
    return model.isEmpty()
        ? Optional.empty()
        : yaml(text)
            .filter(it -> clean(BookReader.read(name, bytes(it))).equals(model))
            .filter(it -> yaml(it).filter(it::equals).isPresent());
  }

  /// A translation, likewise.
  public static Optional<String> translation(String name, byte[] bytes, String text) {
    Optional<Translation> model = clean(TranslationReader.read(name, bytes));
    return model.isEmpty()
        ? Optional.empty()
        : yaml(text)
            .filter(it -> clean(TranslationReader.read(name, bytes(it))).equals(model))
            .filter(it -> yaml(it).filter(it::equals).isPresent());
  }

  private static <T> Optional<T> clean(Read<T> read) {
    return read.clean() ? read.value() : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Optional<String> yaml(String text) {
    StringBuilder out = new StringBuilder();
    try {
      LoadSettings load =
          LoadSettings.builder().setParseComments(true).setCodePointLimit(1 << 25).build();
      Iterator<Event> events = new Parse(load).parseString(text).iterator();
      Emitter emitter = emitter(out);
      while (events.hasNext()) {
        Event event = events.next();
        boolean blank =
            event instanceof CommentEvent comment
                && comment.getCommentType() == CommentType.BLANK_LINE;
        if (!blank) {
          emitter.emit(event);
        }
      }
    } catch (YamlEngineException | StackOverflowError unreadable) {
      return Optional.empty(); // the caller leaves the file as it is, and says so
    }
    return Optional.of(apart(out.toString()));
  }

  /// A blank line between two blocks. What is two blanks deep below `blocks:` is one of them or a
  /// comment on one: texts are deeper. Blocks are items of a list, in a translation keys.
  static String apart(String yaml) {
    StringBuilder out = new StringBuilder();
    boolean inBlocks = false;
    boolean first = true;
    boolean commented = false;
    for (String line : yaml.split("(?<=\n)", -1)) {
      boolean comment = line.startsWith("  #");
      if (!line.startsWith(" ") && !line.isBlank()) {
        inBlocks = line.startsWith("blocks:");
        first = true;
      } else if (inBlocks && (comment || line.matches("  [^ #][^\\n]*\\n?"))) {
        out.append(first || commented ? "" : "\n");
        first = false;
        commented = comment;
      }
      out.append(line);
    }
    return out.toString();
  }

  private static Emitter emitter(StringBuilder out) {
    DumpSettings settings =
        DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setDumpComments(true)
            .setSplitLines(false)
            .setWidth(WIDTH)
            .setBestLineBreak("\n")
            .build();
    return new Emitter(
        settings,
        new StreamDataWriter() {
          @Override
          public void write(String text) {
            out.append(text);
          }

          @Override
          public void write(String text, int offset, int length) {
            out.append(text, offset, offset + length);
          }
        });
  }
}
