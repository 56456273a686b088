package dev.perilla.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.site.publish.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a second build does again. The book's own pages (index, 404) count as one rendering.
class SiteBuildTest {
  @TempDir Path folder;

  @Test
  void aSecondBuildDoesNothingAgain() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(5).build();
    assertThat(book.redone()).isEqualTo("5 compiled, 6 rendered");
    SortedMap<String, String> files = book.files();
    assertThat(book.build().redone()).isEqualTo("0 compiled, 0 rendered");
    assertThat(book.files()).isEqualTo(files);
  }

  @Test
  void aChangedBodyRedoesItsChapter() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(5).build();
    book.change("c3.chapter.yaml", text -> text.replace("given: {a: 5}", "given: {a: 50}")).build();
    assertThat(book.redone()).isEqualTo("1 compiled, 1 rendered");
    assertThat(book.framed()).isEqualTo(1);
    assertThat(book.files().get("markdown/c3.md")).contains("Now `b` is 100.");
  }

  /// Each page of a small book names all chapters; but what they say of themselves is as it was.
  @Test
  void aChangedTitlePutsThePagesTogetherThatShowIt() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(5).build();
    book.change("c3.chapter.yaml", text -> text.replace("title: Chapter", "title: Kapitel"))
        .build();
    assertThat(book.redone()).isEqualTo("1 compiled, 2 rendered");
    assertThat(book.framed()).isEqualTo(5);
    assertThat(book.files().get("c2.html")).contains("Kapitel");
  }

  /// 31 before, 31 after, itself, and the one that needs it; the index.
  @Test
  void inALongBookATitleIsShownNearby() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(100).build();
    book.change("c50.chapter.yaml", text -> text.replace("title: Chapter", "title: Kapitel"))
        .build();
    assertThat(book.redone()).isEqualTo("1 compiled, 2 rendered");
    assertThat(book.framed()).isEqualTo(61);
  }

  @Test
  void aSettingOfTheBookRedoesAll() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(3).build();
    book.change("book.yaml", text -> text + "limits: {steps: 1000}\n").build();
    assertThat(book.redone()).startsWith("3 compiled");
    book.change("book.yaml", text -> text.replace("1000", "1")).build();
    assertThat(book.findings()).hasSize(3);
  }

  @Test
  void aTitleOfTheBookRendersNoChapter() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(5).build();
    book.change("book.yaml", text -> text.replaceFirst("title: .*", "title: Another")).build();
    assertThat(book.redone()).isEqualTo("0 compiled, 1 rendered");
    assertThat(book.framed()).isEqualTo(5);
    assertThat(book.files().get("data/c2.html")).contains("Another");
  }

  @Test
  void theBookSaysWhoWroteItAndUnderWhichLicence() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(2).build();
    assertThat(book.files().get("c2.html")).doesNotContain("<footer class=\"needs\"");
    book.change("book.yaml", text -> text + "author: Ana & Bo\nlicence: CC BY 4.0\n").build();
    assertThat(book.framed()).isEqualTo(2);
    String foot = "<footer class=\"needs\"><p>Ana &amp; Bo · CC BY 4.0</p></footer>";
    assertThat(book.files().get("index.html")).contains(foot);
    assertThat(book.files().get("c2.html")).contains(foot);
    assertThat(book.files().get("markdown/README.md")).contains("Ana \\& Bo · CC BY 4.0");
    assertThat(book.files().get("perilla.json")).contains("Ana & Bo", "CC BY 4.0");
  }

  /// The next build finds it again; the chapter as it was before is still known.
  @Test
  void aFindingIsFoundInEachBuild() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(3).build();
    book.change("c2.chapter.yaml", text -> text.replace("{{b}}", "[9]{= b}")).build();
    List<String> findings = book.findings();
    assertThat(findings).singleElement().asString().startsWith("c2.chapter.yaml:");
    assertThat(book.files()).isEmpty();
    assertThat(book.build().findings()).isEqualTo(findings);
    assertThat(book.redone()).isEqualTo("1 compiled, 0 rendered");
    book.change("c2.chapter.yaml", text -> text.replace("[9]{= b}", "{{b}}")).build();
    assertThat(book.redone()).isEqualTo("0 compiled, 0 rendered");
    assertThat(book.findings()).isEmpty();
    assertThat(book.files()).isNotEmpty();
  }

  /// A file that looks as it did is not read again; the time at which it was changed is part of how
  /// it looks, and nobody can set that back.
  @Test
  void aChapterEditedUnderItsOldSizeAndTimeIsNoticed() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(3);
    Path chapter = folder.resolve("c3.chapter.yaml");
    while (Stamp.of(chapter).orElseThrow().isFresh()) {
      Thread.onSpinWait();
    }
    book.build();
    FileTime time = Files.getLastModifiedTime(chapter);
    book.change("c3.chapter.yaml", text -> text.replace("given: {a: 5}", "given: {a: 7}"));
    Files.setLastModifiedTime(chapter, time);
    book.build();
    assertThat(book.redone()).isEqualTo("1 compiled, 1 rendered");
    assertThat(book.framed()).isEqualTo(1);
    assertThat(book.files().get("markdown/c3.md")).contains("Now `b` is 14.");
  }

  /// Rules between chapters hold for chapters that the cache gives as well, with their places.
  @Test
  void theRulesOfTheBookAreCheckedInEachBuild() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(3).build();
    book.delete("c1.chapter.yaml").build();
    assertThat(book.redone()).isEqualTo("0 compiled, 0 rendered");
    assertThat(book.findings())
        .anySatisfy(it -> assertThat(it).startsWith("book.yaml:4:").contains("c1"));
    book.change("book.yaml", text -> text.replace("c1, ", "")).build();
    assertThat(book.findings())
        .singleElement()
        .asString()
        .startsWith("c2.chapter.yaml:4:9 ")
        .contains("c1");
  }

  @Test
  void theFilesAreTheSameWithAndWithoutCacheForAnyNumberOfThreads() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(8).build();
    SortedMap<String, String> files = book.files();
    assertThat(book.threads(7).build().files()).isEqualTo(files);
    book.change("c4.chapter.yaml", text -> text + "\n").build();
    assertThat(book.threads(1).build().files()).isEqualTo(files);
    Path other = folder.resolve("elsewhere");
    assertThat(new BookOnDisk(other).chapters(8).build().files()).isEqualTo(files);
  }

  @Test
  void theFilesAreTheSameInAnyLocaleAndTimeZone() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).withoutCache().chapters(3).dated("2026-02-28");
    SortedMap<String, String> files = book.build().files();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-CH", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(book.build().files()).as(tag).isEqualTo(files);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theCacheMayBeDeletedOrDamaged() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(3).build();
    SortedMap<String, String> files = book.files();
    for (Path file : cached(book)) {
      Files.delete(file);
      assertThat(book.build().files()).as("without %s", file.getFileName()).isEqualTo(files);
    }
    for (Path file : cached(book)) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, bytes.length / 3, bytes.length / 2, bytes.length - 1}) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 4;
        Files.write(file, damaged);
        assertThat(book.build().files())
            .as("damaged %s at %s", file.getFileName(), at)
            .isEqualTo(files);
      }
      Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      assertThat(book.build().files()).as("half of %s", file.getFileName()).isEqualTo(files);
    }
    book.write(".perilla/cache/index", "nonsense\nmore nonsense\n");
    assertThat(book.build().files()).isEqualTo(files);
  }

  /// What pages say of their chapter alone has characters between its pieces that no page has; it
  /// is read when a title around them changes.
  @Test
  void whatNoSiteHasMayBeDamaged() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(3).build();
    for (Path file : cached(book)) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 1; i < bytes.length; i++) {
        if (bytes[i] == 0) {
          bytes[i - 1] ^= 4;
        }
      }
      Files.write(file, bytes);
    }
    book.change("c1.chapter.yaml", text -> text.replace("title: Chapter", "title: Kapitel"));
    assertThat(book.build().files())
        .isEqualTo(new BookOnDisk(folder).withoutCache().build().files());
  }

  /// It does not grow with the number of builds.
  @Test
  void theCacheHoldsWhatTheLastBuildUsed() throws IOException {
    BookOnDisk book = new BookOnDisk(folder).chapters(3).build();
    long first = size(book);
    for (int i = 0; i < 30; i++) {
      String number = String.valueOf(10 + i);
      book.change("c2.chapter.yaml", text -> text.replaceAll("[{]a: \\d+", "{a: " + number))
          .build();
    }
    assertThat(size(book)).isLessThan(2 * first);
    assertThat(cached(book)).hasSizeLessThan(12);
  }

  private static long size(BookOnDisk book) throws IOException {
    return cached(book).stream().mapToLong(file -> file.toFile().length()).sum();
  }

  private static List<Path> cached(BookOnDisk book) throws IOException {
    try (Stream<Path> all = Files.walk(book.cacheFolder())) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
