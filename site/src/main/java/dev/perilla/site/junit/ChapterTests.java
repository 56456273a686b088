package dev.perilla.site.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.book.BookFiles;
import dev.perilla.site.book.Suite;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;

/// Chapters as dynamic tests of JUnit 5: a container for each file, in it a test for each number
/// and claim that holds, and a failing one for each error. Each has a source with line and column,
/// so that an IDE jumps there.
///
/// ```java
/// class OurBookTest {
///   @TestFactory
///   Stream<DynamicNode> chapters() throws IOException {
///     return ChapterTests.of(Path.of("books/ours"));
///   }
/// }
/// ```
public final class ChapterTests {
  private ChapterTests() {}

  /// Checks a book, or one chapter of it, as `perilla check` does.
  ///
  /// @param path the folder of a book, or a chapter's file
  /// @throws IOException where the disk does not give a file
  public static Stream<DynamicNode> of(Path path) throws IOException {
    Path directory = Path.of("").toAbsolutePath();
    Workshop workshop = new Workshop(directory, Runtime.getRuntime().availableProcessors());
    Path file = directory.resolve(path).normalize();
    Work work = BookFiles.isChapter(file) ? workshop.chapter(file) : workshop.book(file);
    return Suite.of(work).stream().map(suite -> container(suite, directory));
  }

  private static DynamicNode container(Suite suite, Path directory) {
    URI file = directory.resolve(suite.file()).normalize().toUri();
    List<DynamicNode> tests = new ArrayList<>();
    suite
        .held()
        .forEach(
            entry ->
                tests.add(
                    dynamicTest(
                        entry.id() + " " + FindingPrinter.visible(entry.text()),
                        place(file, entry.line(), entry.column()),
                        () -> {}))); // it was evaluated by the check, and held
    suite.errors().forEach(error -> tests.add(failing(error, file)));
    return dynamicContainer(suite.file(), file, tests.stream());
  }

  private static DynamicNode failing(Finding error, URI file) {
    return dynamicTest(
        error.code().id() + " " + error.message(),
        place(file, error.span().line(), error.span().column()),
        () -> Assertions.fail("\n" + FindingPrinter.pretty(error)));
  }

  /// As JUnit reads it: both 1-based.
  private static URI place(URI file, int line, int column) {
    return URI.create(file + "?line=" + line + "&column=" + column);
  }
}
