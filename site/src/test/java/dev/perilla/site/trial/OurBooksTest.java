package dev.perilla.site.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No small change of our own books goes unnoticed. The whole course takes four minutes of a
/// processor, most of it in chapters that train or have variants, and is audited by hand: `perilla
/// audit --min 100 site/books/micrograd`.
class OurBooksTest {
  private static final Path BOOKS = Path.of("books").toAbsolutePath();
  private static final List<String> OF_THE_COURSE =
      List.of("que-es-ml", "value", "chain-rule", "desde-cero", "glosario");

  @Test
  void theManualIsGuarded() throws IOException {
    Path manual = BOOKS.resolve("manual");
    isGuarded(new Workshop(manual, 2).drafts(manual));
  }

  @Test
  void theCourseIsGuarded() throws IOException {
    Workshop workshop = new Workshop(BOOKS, 2);
    List<Draft> drafts = new ArrayList<>();
    for (String id : OF_THE_COURSE) {
      drafts.add(workshop.draft(Path.of("micrograd", id + ".chapter.yaml")));
      drafts.add(workshop.draft(Path.of("micrograd", "en", id + ".chapter.yaml")));
    }
    isGuarded(drafts);
  }

  private static void isGuarded(List<Draft> drafts) {
    Audit audit = Audit.of(drafts, 2, (done, all) -> {});
    List<Finding> findings = new ArrayList<>(audit.broken());
    findings.addAll(audit.unguarded());
    assertThat(FindingPrinter.pretty(findings)).isEmpty();
    assertThat(audit.changes()).isGreaterThan(100);
  }
}
