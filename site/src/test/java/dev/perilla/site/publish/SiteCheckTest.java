package dev.perilla.site.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site in which one digit was changed, anywhere, is no longer the site.
class SiteCheckTest {
  private static final Path BOOK = Path.of("books/micrograd").toAbsolutePath();
  private static final Work WORK = work();

  @TempDir Path folder;
  private Path site;

  private static Work work() {
    try {
      return new Workshop(BOOK, 2).book(BOOK);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @BeforeEach
  void publish() throws Exception {
    site = folder.resolve("site");
    publish(false);
  }

  @Test
  void aSiteAsPublishedIsRight() throws IOException {
    assertThat(findings(Optional.empty())).isEmpty();
    assertThat(findings(Optional.of(WORK))).isEmpty();
    assertThat(SiteCheck.of(site, "site", Optional.empty(), 2).chapters())
        .as("each chapter in Spanish and in English")
        .isEqualTo(2 * WORK.chapters().size());
  }

  @Test
  void aDigitChangedAnywhereIsFound() throws IOException {
    Random random = new Random(5);
    for (String path : someOfEachKind(random)) {
      byte[] before = Files.readAllBytes(site.resolve(path));
      if (change(path, before, random)) {
        assertThat(findings(Optional.empty())).as(path).isNotEmpty();
        assertThat(findings(Optional.of(WORK)))
            .as(path)
            .singleElement()
            .satisfies(it -> assertThat(it.span().file().name()).isEqualTo("site/" + path));
      }
      Files.write(site.resolve(path), before);
    }
  }

  @Test
  void itIsFoundAlsoWhereTheHashesWereMadeAnew() throws IOException {
    Random random = new Random(6);
    for (String path : someOfEachKind(random)) {
      byte[] before = Files.readAllBytes(site.resolve(path));
      byte[] manifest = Files.readAllBytes(site.resolve(Manifest.FILE));
      if (change(path, before, random)) {
        hashAnew();
        assertThat(findings(Optional.of(WORK))).as(path).isNotEmpty();
        boolean isShown = !path.matches(".*data/[^.]*[.]json");
        if (isShown) { // of a compiled chapter, pages show a curve's points to a pixel alone
          assertThat(findings(Optional.empty())).as(path).isNotEmpty();
        }
      }
      Files.write(site.resolve(path), before);
      Files.write(site.resolve(Manifest.FILE), manifest);
    }
  }

  @Test
  void aFindingSaysWhatStandsThereAndWhatShould() throws IOException {
    Path page = site.resolve("derivada-parcial.html");
    String text = Files.readString(page);
    int at = text.indexOf(">12.04<") + 1;
    assertThat(at).isPositive();
    Files.writeString(page, text.substring(0, at) + "12.05" + text.substring(at + 5));
    assertThat(findings(Optional.empty()))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.message()).isEqualTo("the file says `12.05`, it should say `12.04`"));
  }

  @Test
  void aMissingFileAndAForeignOneAreFound() throws IOException {
    Files.delete(site.resolve("value.html"));
    Files.writeString(site.resolve("extra.html"), "<p>42");
    Files.writeString(site.resolve("CNAME"), "example.org");
    assertThat(findings(Optional.empty()))
        .extracting(
            it -> it.severity().word() + " " + it.code().id() + " " + it.span().file().name())
        .containsExactly(
            "warning P0513 site/CNAME",
            "error P0513 site/extra.html",
            "error P0512 site/value.html");
  }

  @Test
  void aSiteOfMarkdownAloneIsComparedAsWell() throws Exception {
    site = folder.resolve("markdown");
    publish(true);
    assertThat(findings(Optional.empty())).isEmpty();
    assertThat(findings(Optional.of(WORK))).isEmpty();
    change("value.md", Files.readAllBytes(site.resolve("value.md")), new Random(7));
    assertThat(findings(Optional.empty())).hasSize(1);
    hashAnew();
    assertThat(findings(Optional.of(WORK))).hasSize(1);
  }

  /// Of each folder and ending a few files: checking compares the whole site each time.
  private List<String> someOfEachKind(Random random) throws IOException {
    List<String> paths = new ArrayList<>(Manifest.read(site).hashes().keySet());
    Collections.shuffle(paths, random);
    Map<String, Integer> seen = new HashMap<>();
    paths.removeIf(
        path ->
            seen.merge(path.replaceAll("[^/]*?((?:[.]claims)?[.]\\w+)$", "$1"), 1, Integer::sum)
                > 4);
    return paths;
  }

  private List<Finding> findings(Optional<Work> sources) throws IOException {
    return SiteCheck.of(site, "site", sources, 2).findings();
  }

  /// Changes one digit of a file; false where it has none.
  private boolean change(String path, byte[] before, Random random) throws IOException {
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      if (before[i] >= '0' && before[i] <= '9') {
        digits.add(i);
      }
    }
    if (digits.isEmpty()) {
      return false;
    }
    byte[] after = before.clone();
    int at = digits.get(random.nextInt(digits.size()));
    after[at] = (byte) ('0' + (before[at] - '0' + 1 + random.nextInt(9)) % 10);
    Files.write(site.resolve(path), after);
    return true;
  }

  private void hashAnew() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String path : Manifest.read(site).hashes().keySet()) {
      files.put(path, Files.readAllBytes(site.resolve(path)));
    }
    Map<String, Blob> blobs = new TreeMap<>();
    files.forEach((path, bytes) -> blobs.put(path, Blob.of(bytes)));
    Files.writeString(
        site.resolve(Manifest.FILE),
        new String(Manifest.of(blobs).bytes(), StandardCharsets.UTF_8));
  }

  private void publish(boolean markdownAlone) throws Exception {
    try (Cache cache = Cache.temporary()) {
      SiteBuild.Form form = new SiteBuild.Form(markdownAlone, false);
      Publication.publish(site, "site", SiteBuild.of(BOOK, BOOK, cache, form, 2).files());
    }
  }
}
