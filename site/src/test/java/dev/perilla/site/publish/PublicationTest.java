package dev.perilla.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  @TempDir Path folder;

  @Test
  void writesAndReplaces() throws Exception {
    publish(Map.of("index.html", "one", "a/b.html", "b"));
    assertThat(listing())
        .containsExactly(Map.entry("a/b.html", "b"), Map.entry("index.html", "one"));
    publish(Map.of("index.html", "two", "c.html", "c"));
    assertThat(listing()).containsExactly(Map.entry("c.html", "c"), Map.entry("index.html", "two"));
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void keepsWhatItDidNotWrite() throws Exception {
    publish(Map.of("index.html", "one", "old.html", "old", "edited.html", "ours"));
    write("CNAME", "example.org");
    write("notes/mine.txt", "mine");
    write("edited.html", "by hand");
    publish(Map.of("index.html", "two"));
    publish(Map.of("index.html", "three"));
    assertThat(listing())
        .containsExactly(
            Map.entry("CNAME", "example.org"),
            Map.entry("edited.html", "by hand"),
            Map.entry("index.html", "three"),
            Map.entry("notes/mine.txt", "mine"));
  }

  @Test
  void refusesAFolderThatIsNotOurs() throws IOException {
    write("thesis.txt", "years of work");
    assertThatThrownBy(() -> publish(Map.of("index.html", "one")))
        .isInstanceOf(Publication.Refused.class)
        .hasMessage(
            "site holds files that perilla did not write (thesis.txt): choose an empty folder");
    assertThat(listing()).containsExactly(Map.entry("thesis.txt", "years of work"));
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void refusesToWriteOverAFileThatIsNotOurs() throws Exception {
    publish(Map.of("index.html", "one"));
    write("about.html", "by hand");
    assertThatThrownBy(() -> publish(Map.of("index.html", "two", "about.html", "ours")))
        .isInstanceOf(Publication.Refused.class)
        .hasMessage("site/about.html is not ours, and a page wants that name: move it away");
    assertThat(listing())
        .containsExactly(Map.entry("about.html", "by hand"), Map.entry("index.html", "one"));
  }

  @Test
  void refusesToPutAPageWhereOthersHaveAFolder() throws Exception {
    publish(Map.of("index.html", "one", "data/a.json", "{}"));
    Files.delete(folder.resolve("site/index.html"));
    write("index.html/notes.txt", "by hand");
    assertThatThrownBy(() -> publish(Map.of("index.html", "two", "data/a.json", "{}")))
        .isInstanceOf(Publication.Refused.class)
        .hasMessage("site/index.html is not ours, and a page wants that name: move it away");
    assertThat(listing())
        .containsExactly(
            Map.entry("data/a.json", "{}"), Map.entry("index.html/notes.txt", "by hand"));
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void refusesToMakeAFolderWhereOthersHaveAFile() throws Exception {
    publish(Map.of("index.html", "one"));
    write("data", "by hand");
    assertThatThrownBy(() -> publish(Map.of("index.html", "one", "data/a.json", "{}")))
        .isInstanceOf(Publication.Refused.class)
        .hasMessage("site/data is not ours, and a page wants that name: move it away");
    assertThat(listing())
        .containsExactly(Map.entry("data", "by hand"), Map.entry("index.html", "one"));
  }

  @Test
  void noPathLeadsOut() {
    for (String path : new String[] {"../out.html", "a/../../out.html", "/etc/out", "./a.html"}) {
      assertThatThrownBy(() -> publish(Map.of(path, "out")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLinkToAFolderStaysALink() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("site"), real);
    publish(Map.of("index.html", "one"));
    publish(Map.of("index.html", "two"));
    assertThat(folder.resolve("site")).isSymbolicLink();
    assertThat(real.resolve("index.html")).hasContent("two");
  }

  @Test
  void clearsWhatAKilledBuildLeft() throws Exception {
    publish(Map.of("index.html", "one"));
    Files.createDirectories(folder.resolve(".site.perilla-new/a"));
    Files.writeString(folder.resolve(".site.perilla-new/a/half.html"), "ha");
    publish(Map.of("index.html", "two"));
    assertThat(beside()).containsExactly("site");
  }

  @Test
  void putsBackTheOldSiteOfABuildKilledBetweenTwoRenames() throws Exception {
    publish(Map.of("index.html", "one"));
    write("CNAME", "example.org");
    Files.move(folder.resolve("site"), folder.resolve(".site.perilla-old"));
    publish(Map.of("index.html", "two"));
    assertThat(listing())
        .containsExactly(Map.entry("CNAME", "example.org"), Map.entry("index.html", "two"));
    assertThat(beside()).containsExactly("site");
  }

  /// What a killed build left holds a file whose name the site has meanwhile given to another,
  /// beside a page that somebody changed: the page is known, the file is nobody's to delete.
  @Test
  void keepsAFileWhoseNameIsTaken() throws Exception {
    publish(Map.of("index.html", "one"));
    Path left = Files.createDirectory(folder.resolve(".site.perilla-old"));
    for (String name : List.of("index.html", Manifest.FILE)) {
      Files.copy(folder.resolve("site").resolve(name), left.resolve(name));
    }
    Files.writeString(left.resolve("a.txt"), "theirs");
    Files.writeString(left.resolve("index.html"), "changed");
    write("a.txt", "another");
    publish(Map.of("index.html", "two"));
    assertThat(left.resolve("a.txt")).hasContent("theirs");
    assertThat(listing())
        .containsExactly(Map.entry("a.txt", "another"), Map.entry("index.html", "two"));
  }

  /// Whoever looks sees one whole site, at any moment.
  @Test
  void aReaderSeesTheOldSiteOrTheNewOne() throws Exception {
    publish(Map.of("one.txt", "0", "two.txt", "0"));
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger missing = new AtomicInteger();
    Thread reader =
        new Thread(
            () -> {
              while (!ended.get()) {
                if (!Files.exists(folder.resolve("site/one.txt"))) {
                  missing.incrementAndGet();
                }
              }
            });
    reader.start();
    for (int i = 1; i <= 50; i++) {
      publish(Map.of("one.txt", "" + i, "two.txt", "" + i));
    }
    ended.set(true);
    reader.join();
    if (System.getProperty("os.name").equals("Linux")) {
      assertThat(missing).hasValue(0);
    }
  }

  private void publish(Map<String, String> files) throws IOException, Publication.Refused {
    SortedMap<String, Blob> blobs = new TreeMap<>();
    files.forEach((path, text) -> blobs.put(path, Blob.of(text.getBytes(StandardCharsets.UTF_8))));
    Publication.publish(folder.resolve("site"), "site", blobs);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("site").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private SortedMap<String, String> listing() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path site = folder.resolve("site");
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(file).toString(), Files.readString(file));
      }
    }
    files.remove(Manifest.FILE);
    return files;
  }

  private java.util.List<String> beside() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
