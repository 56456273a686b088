package dev.perilla.site.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A book with every kind of block in each form, against kept files in `src/test/golden/exports`:
/// the book in `book`, what is made of it in a folder for each form, where `left.txt` is what the
/// form has no place for. `-Dgolden=update` rewrites them.
final class ExportsGoldenTest {
  private static final Path KEPT = Path.of("src/test/golden/exports").toAbsolutePath();

  /// All but the PDF, whose bytes are those of the browser; [LeavesTest] reads its pages.
  static Stream<Format> formats() {
    return Format.ALL.stream().filter(format -> !(format instanceof PdfFormat));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void isAsKept(Format format) throws Exception {
    Path book = KEPT.resolve("book");
    Work work = new Workshop(book, 1).book(book);
    assertThat(work.findings()).isEmpty();
    Format.Export export = format.of(work);
    SortedMap<String, String> made = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : export.files().entrySet()) {
      if (file.getKey().endsWith(".epub")) {
        made.putAll(LeavesTest.unzipped(file.getValue()));
      } else {
        made.put(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
      }
    }
    made.keySet().removeIf(path -> path.matches(".*[.](png|css)")); // no work of the form
    made.put("left.txt", String.join("\n", export.left()) + "\n");
    Path folder = KEPT.resolve(format.word());
    if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
      for (Map.Entry<String, String> file : made.entrySet()) {
        Path kept = folder.resolve(file.getKey());
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, file.getValue());
      }
    }
    for (Map.Entry<String, String> file : made.entrySet()) {
      assertThat(folder.resolve(file.getKey())).as(file.getKey()).hasContent(file.getValue());
    }
    assertThat(kept(folder)).as("no orphans").isEqualTo(made.keySet());
  }

  private static java.util.Set<String> kept(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
  }
}
