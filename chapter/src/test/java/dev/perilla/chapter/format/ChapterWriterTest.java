package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChapterWriterTest {
  private static Text text(String value) {
    return Text.at(value, SourceFile.of("made", "").span());
  }

  @Test
  void loadAndSaveIsTheIdentity() {
    assertRoundTrip(ChapterReaderTest.read(Samples.WHOLE).value().orElseThrow());
  }

  @Test
  void booksToo() {
    byte[] bytes = Samples.BOOK.getBytes(StandardCharsets.UTF_8);
    Book book = BookReader.read("book.yaml", bytes).value().orElseThrow();
    byte[] yaml = ChapterWriter.yaml(book).getBytes(StandardCharsets.UTF_8);
    byte[] json = ChapterWriter.json(book).getBytes(StandardCharsets.UTF_8);
    assertThat(BookReader.read("book.yaml", yaml).value()).contains(book);
    assertThat(BookReader.read("book.json", json).value()).contains(book);
  }

  @Test
  void naughtyStringsSurvive() {
    List<String> strings = new ArrayList<>();
    for (JsonNode string : Corpora.read("blns.json").get("strings")) {
      strings.add(string.asString());
    }
    assertTexts(strings);
  }

  @Test
  void textsOfAllSortsSurvive() {
    String[] bits = {
      "a", " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", ":", ": ", " #", "#", "-", "- ", "?", "|",
      ">", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "%", "@", "`", "~", "null",
      "true", "12", "0x1", "---", "...", "<<", "=", "é", "🎛️", "\u00a0", "\u2028", "\uFEFF",
      "\u0085", "\u200b"
    };
    Random random = new Random(3);
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      strings.add(text.toString());
    }
    assertTexts(strings);
  }

  /// As a text of a block, deep in a question, in a flat mapping and as an expression.
  private static void assertTexts(List<String> strings) {
    for (String string : strings) {
      boolean refused =
          string.isBlank() || string.chars().anyMatch(c -> Decoding.isRefused((char) c));
      if (!refused) {
        assertRoundTrip(chapter(string));
      }
    }
  }

  private static Chapter chapter(String string) {
    Question question =
        new Question(
            Optional.empty(),
            text(string),
            new Question.Answer.Numeric(text(string), Optional.empty()),
            List.of(text(string)),
            Optional.of(text(string)),
            List.of(),
            List.of(new Question.Attempt(text(string), Question.Verdict.WRONG, text("wrong"))));
    Block.Head exercise =
        new Block.Head(text("exercise"), Optional.empty(), Optional.empty(), Optional.empty());
    return new Chapter(
        text("a"),
        Optional.empty(),
        text("a"),
        Optional.of(text(string)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(
            new Block.Exercise(
                exercise,
                List.of(),
                Optional.of(text(string)),
                Optional.empty(),
                text(string),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(question))));
  }

  private static void assertRoundTrip(Chapter chapter) {
    String yaml = ChapterWriter.yaml(chapter);
    assertThat(Formatter.chapter("a", yaml.getBytes(StandardCharsets.UTF_8), yaml)).contains(yaml);
    Chapter fromYaml = loaded(yaml);
    assertThat(fromYaml).as(yaml).isEqualTo(chapter);
    String json = ChapterWriter.json(fromYaml);
    Chapter fromJson = loaded(json);
    assertThat(fromJson).as(json).isEqualTo(chapter);
    assertThat(ChapterWriter.yaml(fromJson)).isEqualTo(yaml);
  }

  private static Chapter loaded(String text) {
    String name = text.startsWith("{") ? "a.json" : "a.yaml";
    Read<Chapter> read = ChapterReader.read(name, text.getBytes(StandardCharsets.UTF_8));
    assertThat(FindingPrinter.pretty(read.findings())).as(text).isEmpty();
    return read.value().orElseThrow();
  }
}
