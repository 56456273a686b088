package dev.perilla.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.format.BookReader;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.DataReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.site.book.BookSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The promise, tried on every digit: whoever changes one digit that stands in a text, an
/// expectation or an answer of our first book gets an error on that line.
///
/// Passed over are digits that claim nothing: inputs and code, the expressions inside `{{...}}` and
/// `{= ...}`, what is marked as plain or cited, and digits within words.
class SeedDigitsTest {
  private static final Path BOOK = Path.of("books", "micrograd");
  private static final Settings SETTINGS = settings();

  private static final Pattern NO_CLAIM =
      Pattern.compile(
          "\\{\\{.*?\\}\\}" // computed
              + "|(?<=\\])\\{=.*?\\}" // the expression of a bound span
              + "|\\[[^\\]]*\\]\\{(?:plain|cite=[^}]*)\\}" // marked
              + "|\\]\\([^)]*\\)" // addresses
              + "|(?m)^ {0,3}\\d+[.)] " // markers of ordered lists
              + "|\\p{Lu}{2,}-\\d+" // names with a number
              + "|[\\p{L}_][\\p{L}\\p{N}_]*"); // words

  /// As the book has them, but for its patterns of plain numerals.
  private static Settings settings() {
    try {
      byte[] bytes = Files.readAllBytes(BOOK.resolve("book.yaml"));
      Settings all = BookSettings.of(BookReader.read("book.yaml", bytes).value());
      return new Settings(all.lang(), all.notation(), List.of(), all.limits())
          .withTerms(all.terms());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Path> chapters() throws IOException {
    try (Stream<Path> files = Files.list(BOOK)) {
      return files.filter(file -> file.toString().endsWith(".chapter.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chapters")
  void noDigitCanBeChanged(Path file) throws IOException {
    String text = Files.readString(file);
    Chapter chapter =
        ChapterReader.read("chapter", text.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
    assertThat(errorLines(text)).isEmpty();
    List<Integer> digits = digits(chapter);
    assertThat(digits).isNotEmpty();
    List<Integer> unseen = new ArrayList<>();
    for (List<Integer> round : rounds(chapter, digits)) {
      Set<Integer> errors = errorLines(changed(text, round));
      round.stream().filter(it -> !errors.contains(chapter.file().line(it))).forEach(unseen::add);
    }
    List<String> unnoticed = new ArrayList<>();
    for (int offset : unseen) { // another line's error may have stood for this one: alone, again
      int line = chapter.file().line(offset);
      if (!errorLines(changed(text, List.of(offset))).contains(line)) {
        unnoticed.add(
            line
                + ":"
                + chapter.file().column(offset)
                + " "
                + text.charAt(offset)
                + ": "
                + chapter.file().lineText(line).strip());
      }
    }
    assertThat(unnoticed)
        .as("%s of %s digits unnoticed", unnoticed.size(), digits.size())
        .isEmpty();
  }

  /// The digits in rounds that take one of each line, so that few compilations try them all.
  private static List<List<Integer>> rounds(Chapter chapter, List<Integer> digits) {
    List<List<Integer>> rounds = new ArrayList<>();
    int line = 0;
    int nth = 0;
    for (int offset : digits) {
      nth = chapter.file().line(offset) == line ? nth + 1 : 0;
      line = chapter.file().line(offset);
      if (nth == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(nth).add(offset);
    }
    return rounds;
  }

  private static String changed(String text, List<Integer> offsets) {
    StringBuilder changed = new StringBuilder(text);
    for (int offset : offsets) {
      char digit = text.charAt(offset);
      changed.setCharAt(offset, digit == '9' ? '8' : (char) (digit + 1));
    }
    return changed.toString();
  }

  private static Set<Integer> errorLines(String text) throws IOException {
    Read<Chapter> read = ChapterReader.read("chapter", text.getBytes(StandardCharsets.UTF_8));
    List<Finding> findings = new ArrayList<>(read.findings());
    if (read.value().isPresent()) {
      Chapter chapter = read.value().get();
      Settings settings = SETTINGS.with(data(chapter));
      findings.addAll(
          Workers.map(List.of(chapter), 1, it -> Compiler.compile(it, settings).findings())
              .getFirst());
    }
    Set<Integer> lines = new TreeSet<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        lines.add(finding.span().line());
      }
    }
    return lines;
  }

  private static Map<String, Read<List<Object>>> data(Chapter chapter) throws IOException {
    Map<String, Read<List<Object>>> files = new TreeMap<>();
    for (Chapter.Data data : chapter.data()) {
      String path = data.file().value();
      files.put(path, DataReader.read(path, Files.readAllBytes(BOOK.resolve(path))));
    }
    return files;
  }

  /// Offsets of the digits that claim something, in the file.
  private static List<Integer> digits(Chapter chapter) {
    TreeSet<Integer> offsets = new TreeSet<>();
    for (Text text : texts(chapter)) {
      Matcher noClaim = NO_CLAIM.matcher(text.value());
      StringBuilder claims = new StringBuilder(text.value());
      while (noClaim.find()) {
        claims.replace(noClaim.start(), noClaim.end(), " ".repeat(noClaim.end() - noClaim.start()));
      }
      for (int i = 0; i < claims.length(); i++) {
        if (Character.isDigit(claims.charAt(i))) {
          offsets.add(text.span(i, i + 1).start());
        }
      }
    }
    return List.copyOf(offsets);
  }

  /// All that an author says to readers, with what is expected and answered.
  private static List<Text> texts(Chapter chapter) {
    List<Text> texts = new ArrayList<>(List.of(chapter.title()));
    chapter.summary().ifPresent(texts::add);
    for (Block block : chapter.blocks()) {
      block.head().title().ifPresent(texts::add);
      switch (block) {
        case Block.Prose prose -> texts.add(prose.text());
        case Block.Note note -> texts.add(note.text());
        case Block.Dialogue dialogue -> dialogue.turns().forEach(turn -> texts.add(turn.text()));
        case Block.Code code -> {
          code.caption().ifPresent(texts::add);
          code.expect().forEach(it -> texts.add(it.wanted()));
          texts.addAll(comments(code.code()));
        }
        case Block.Example example -> {
          example.caption().ifPresent(texts::add);
          example.expect().forEach(it -> texts.add(it.wanted()));
          texts.addAll(comments(example.code()));
        }
        case Block.Exercise exercise -> {
          texts.add(exercise.text());
          exercise.code().ifPresent(code -> texts.addAll(comments(code)));
          exercise.expect().forEach(it -> texts.add(it.wanted()));
          exercise.questions().forEach(question -> texts.addAll(texts(question)));
        }
      }
    }
    return texts;
  }

  private static List<Text> texts(Question question) {
    List<Text> texts = new ArrayList<>(List.of(question.ask()));
    texts.addAll(question.hints());
    question.solution().ifPresent(texts::add);
    question.mistakes().forEach(mistake -> texts.add(mistake.say()));
    question.attempts().forEach(attempt -> texts.add(attempt.said()));
    return texts;
  }

  /// The comments of a listing that claim a value.
  private static List<Text> comments(Text code) {
    List<Text> comments = new ArrayList<>();
    Matcher comment = Pattern.compile("# =>.*").matcher(code.value());
    while (comment.find()) {
      comments.add(code.sub(comment.start(), comment.end()));
    }
    return comments;
  }
}
