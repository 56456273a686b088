package dev.perilla.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The conversation that the course comes from worked its examples by hand. Every result that it
/// names is on our pages, and each was computed or checked; so are the losses that micrograd's demo
/// publishes.
class SeedNumbersTest {
  /// The texts of numerals that were computed or checked, by chapter.
  private static final Map<String, Set<String>> SETTLED = new TreeMap<>();

  @BeforeAll
  static void workTheCourse() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Work work = new Workshop(here, 2).book(here.resolve("books/micrograd"));
    assertThat(work.findings()).isEmpty();
    for (CompiledChapter chapter : work.chapters()) {
      SETTLED.put(
          chapter.id(),
          chapter.ledger().entries().stream()
              .filter(e -> e.standing() == Standing.COMPUTED || e.standing() == Standing.CHECKED)
              .map(Ledger.Entry::text)
              .collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "overview, 6 2 3 41",
    "fabrica, 1001 1",
    "value, 5 6 20 2 3",
    "afectar, 2.01 20.04 0.04 0.01 4",
    "chain-rule, 6 7 14 3 1 2 0.01 0.06",
    "derivada-parcial, 12 3.01 12.04 0.04 4 4.01 12.03 0.03 3 8 16 1 0.01",
    "gradientes, -6 -5 -5.99 -4.99 0.01 1 1.01 -3 2",
    "neurona, 0.9999 -0.9999",
    "paso, 2 -3 1 -5 -0.9999 20",
    "mlp, 4 3 5 16 20 41",
    "entrenar, 4.1823 0.1089 0.0253 0.8 1.0 0.04 20",
    "lunas, 337 0.8958 1.7236 0.2705 0.0483 0.0110 100",
  })
  void everyResultIsComputedOrChecked(String id, String numbers) {
    assertThat(SETTLED.get(id)).contains(numbers.split(" "));
  }
}
