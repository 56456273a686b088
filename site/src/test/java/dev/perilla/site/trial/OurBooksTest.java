package dev.perilla.site.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No small change of our own books goes unnoticed, in the original and in its translations.
class OurBooksTest {
  private static final Path BOOKS = Path.of("books").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"manual", "micrograd"})
  void isGuarded(String name) throws IOException {
    Path book = BOOKS.resolve(name);
    Audit audit = Audit.of(new Workshop(book, 2).drafts(book), 2, (done, all) -> {});
    List<Finding> findings = new ArrayList<>(audit.broken());
    findings.addAll(audit.unguarded());
    assertThat(FindingPrinter.pretty(findings)).isEmpty();
    assertThat(audit.changes()).isGreaterThan(100);
  }
}
