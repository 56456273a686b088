package dev.perilla.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The conversation that the course comes from worked its examples by hand. Every result that it
/// names in these sections is on our pages, and each was computed or checked.
class SeedNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "value, 5 6 20 2 3",
    "chain-rule, 6 7 14 3 1 2 0.01 0.06",
    "derivada-parcial, 12 3.01 12.04 0.04 4 4.01 12.03 0.03 3 8 16 1 0.01",
    "gradientes, -6 -5 -5.99 -4.99 0.01 1 1.01 -3 2",
  })
  void everyResultIsComputedOrChecked(String id, String numbers) throws IOException {
    Path file = Path.of("books", "micrograd", id + ".chapter.yaml");
    Chapter chapter = ChapterReader.read(id, Files.readAllBytes(file)).value().orElseThrow();
    Settings settings = new Settings("es", Notation.POINT, List.of(), Limits.DEFAULT);
    Set<String> settled =
        Workers.map(
                List.of(chapter), 1, it -> Compiler.compile(it, settings).chapter().orElseThrow())
            .getFirst()
            .ledger()
            .entries()
            .stream()
            .filter(e -> e.standing() == Standing.COMPUTED || e.standing() == Standing.CHECKED)
            .map(Ledger.Entry::text)
            .collect(Collectors.toSet());
    assertThat(settled).contains(numbers.split(" "));
  }
}
