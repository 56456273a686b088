package dev.perilla.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.source.Finding;
import dev.perilla.site.Progress;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.ReadTranslation;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Worked;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A check takes from the cache of the last build what nobody touched since: the same findings and
/// the same numbers, as if nothing were known.
class EarlierTest {
  private static final String TRANSLATED =
      """
      perilla: 1
      title: A book
      lang: en
      chapters: [c1, c2]
      translations:
        es:
          title: Un libro
      """;

  @TempDir Path folder;
  private BookOnDisk book;
  private final List<String> known = new ArrayList<>();

  @BeforeEach
  void build() throws IOException {
    book = new BookOnDisk(folder).chapters(3).build();
  }

  @Test
  void whatABuildProvedIsNotProvedAgain() throws IOException {
    assertThat(checked(folder)).isEqualTo(checkedAnew(folder));
    assertThat(known).containsExactlyInAnyOrder("c1", "c2", "c3");
  }

  @Test
  void soIsOneChapterByItself() throws IOException {
    assertThat(checked(chapter("c2"))).isEqualTo(checkedAnew(chapter("c2")));
    assertThat(known).containsExactly("c2");
  }

  @Test
  void aChapterThatChangedIsProved() throws IOException {
    book.change("c2.chapter.yaml", text -> text.replace("Now `b` is {{b}}.", "Now `b = 9`."));
    assertThat(checked(folder)).contains("P0312").isEqualTo(checkedAnew(folder));
    assertThat(known).containsExactlyInAnyOrder("c1", "c3");
    assertThat(checked(chapter("c2"))).contains("P0312").isEqualTo(checkedAnew(chapter("c2")));
    assertThat(known).isEmpty();
  }

  @Test
  void whatTheBookSaysIsPartOfIt() throws IOException {
    book.change("book.yaml", text -> text + "limits: {steps: 1}\n");
    assertThat(checked(folder)).contains("P0").isEqualTo(checkedAnew(folder));
    assertThat(checked(chapter("c1"))).contains("P0").isEqualTo(checkedAnew(chapter("c1")));
    assertThat(known).isEmpty();
  }

  @Test
  void twoPatternsAreNotOneWithAComma() throws IOException {
    book.change("book.yaml", text -> text + "plain: ['q, r']\n").build();
    checked(folder);
    assertThat(known).hasSize(3);
    book.change("book.yaml", text -> text.replace("'q, r'", "'q', 'r'"));
    checked(folder);
    assertThat(known).isEmpty();
  }

  @Test
  void whatIsWrongWithTheBookIsSaidOfAChapterThatIsKnown() throws IOException {
    book.change("book.yaml", text -> text.replace("title:", "titel:"));
    assertThat(checked(chapter("c1"))).contains("titel").isEqualTo(checkedAnew(chapter("c1")));
  }

  @Test
  void dataArePartOfIt() throws IOException {
    book.write("rows.csv", "x\n1\n2\n")
        .change(
            "c1.chapter.yaml",
            text ->
                text.replace("blocks:", "data:\n  rows: rows.csv\nblocks:")
                    .replace("b = a * 2", "b = a * len(rows)")
                    .replace("Now `b` is {{b}}.", "Now `b = 6`."))
        .build();
    assertThat(checked(chapter("c1"))).isEqualTo(checkedAnew(chapter("c1"))).doesNotContain("P0");
    book.write("rows.csv", "x\n1\n2\n3\n");
    assertThat(checked(chapter("c1"))).contains("P0312").isEqualTo(checkedAnew(chapter("c1")));
  }

  @Test
  void translationsAreKnownAsWell() throws IOException {
    book.delete("c3.chapter.yaml").write("book.yaml", TRANSLATED);
    book.write("es/c1.chapter.yaml", spanish("c1", "Ahora `b` es {{b}}."));
    book.write("es/c2.chapter.yaml", spanish("c2", "Ahora `b` es {{b}}."));
    book.build();
    assertThat(book.findings()).isEmpty();
    assertThat(checked(folder)).isEqualTo(checkedAnew(folder));
    assertThat(known).containsExactlyInAnyOrder("c1", "c2", "c1 in es", "c2 in es");
    book.write("es/c2.chapter.yaml", spanish("c2", "Ahora `b` es {{a}}."));
    assertThat(checked(folder)).contains("P0").isEqualTo(checkedAnew(folder));
    assertThat(known).containsExactlyInAnyOrder("c1", "c2", "c1 in es");
  }

  @Test
  void aDamagedCacheIsPassedOverAndLeftAlone() throws IOException {
    Path index = book.cacheFolder().resolve("index");
    Files.writeString(index, Files.readString(index).replace("c2", "c9"));
    Map<String, String> before = files();
    assertThat(checked(folder)).isEqualTo(checkedAnew(folder));
    assertThat(known).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void nothingIsWritten() throws IOException {
    Map<String, String> before = files();
    book.change("c2.chapter.yaml", text -> text.replace("a: 4", "a: 5"));
    before.put("c2.chapter.yaml", files().get("c2.chapter.yaml"));
    assertThat(checked(folder)).isEqualTo(checkedAnew(folder));
    assertThat(files()).isEqualTo(before);
  }

  private Path chapter(String id) {
    return folder.resolve(id + ".chapter.yaml");
  }

  private static String spanish(String id, String text) {
    return """
    perilla: 1
    translates: %s
    title: Capítulo [%s]{plain}
    from: {title: "Chapter [%s]{plain}"}
    blocks:
      b2:
        text: %s
        from: {text: "Now `b` is {{b}}."}
    """
        .formatted(id, id.substring(1), id.substring(1), text);
  }

  private String checked(Path path) throws IOException {
    known.clear();
    try (Earlier earlier = new Earlier()) {
      return outcome(
          Workshop.checking(folder, 1, Progress.UNHEARD, in -> new Told(earlier.apply(in))), path);
    }
  }

  private String checkedAnew(Path path) throws IOException {
    return outcome(new Workshop(folder, 1), path);
  }

  /// Findings and numbers.
  private static String outcome(Workshop workshop, Path path) throws IOException {
    Work work = Files.isDirectory(path) ? workshop.book(path) : workshop.chapter(path);
    List<String> findings = new ArrayList<>();
    for (Finding finding : work.findings()) {
      findings.add(finding.span() + " " + finding.code().id() + " " + finding.message());
    }
    return findings + " " + work.outcomes().stream().map(it -> it.numbers().counts()).toList();
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /// Writes down what is known.
  private final class Told implements Workshop.Known {
    private final Workshop.Known told;

    Told(Workshop.Known told) {
      this.told = told;
    }

    @Override
    public Optional<Worked> chapter(Place place, Supplier<Optional<Book>> settings) {
      Optional<Worked> worked = told.chapter(place, settings);
      worked.ifPresent(it -> known.add(it.id()));
      return worked;
    }

    @Override
    public Optional<Worked> translation(
        Place original,
        Optional<ReadTranslation> texts,
        Book settings,
        Book.InLanguage translation) {
      Optional<Worked> worked = told.translation(original, texts, settings, translation);
      worked.ifPresent(it -> known.add(it.id() + " in " + translation.lang()));
      return worked;
    }
  }
}
