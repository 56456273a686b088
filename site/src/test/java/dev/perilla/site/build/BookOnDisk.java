package dev.perilla.site.build;

import dev.perilla.site.publish.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A book in a folder, to be built, changed and built again.
///
/// ```java
/// new BookOnDisk(folder).chapters(10).build().redoes(10, 11)
///     .change("c3", text -> text.replace("a: 3", "a: 4")).build().redoes(1, 1);
/// ```
final class BookOnDisk {
  private final Path folder;
  private int threads = 2;
  private boolean withCache = true;
  private SiteBuild.Form form = SiteBuild.Form.all();
  private SiteBuild.@Nullable Built built;
  private SortedMap<String, String> files = new TreeMap<>();

  BookOnDisk(Path folder) {
    this.folder = folder;
  }

  /// Writes a book of `count` chapters, `c1` and so on; each needs the one before.
  BookOnDisk chapters(int count) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ids.add("c" + i);
      String needs = i == 1 ? "" : "needs: [c" + (i - 1) + "]\n";
      write(
          "c" + i + ".chapter.yaml",
          """
          perilla: 1
          id: c%1$d
          title: Chapter [%1$d]{plain}
          %2$sblocks:
            - type: example
              id: e
              given: {a: %3$d}
              code: |
                b = a * 2
              output: b
              show: [values, gradients, graph]
            - type: prose
              text: Now `b` is {{b}}.
          """
              .formatted(i, needs, i + 2));
    }
    return write(
        "book.yaml",
        "perilla: 1\ntitle: A book\nlang: en\nchapters: [" + String.join(", ", ids) + "]\n");
  }

  BookOnDisk write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  BookOnDisk delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
    return this;
  }

  BookOnDisk change(String path, UnaryOperator<String> by) throws IOException {
    return write(path, by.apply(Files.readString(folder.resolve(path))));
  }

  BookOnDisk threads(int count) {
    threads = count;
    return this;
  }

  BookOnDisk dated(String date) {
    form = new SiteBuild.Form(false, false, Optional.empty(), Optional.of(date));
    return this;
  }

  BookOnDisk withoutCache() {
    withCache = false;
    return this;
  }

  BookOnDisk build() throws IOException {
    try (Cache cache = withCache ? Cache.in(cacheFolder()) : Cache.temporary()) {
      built = SiteBuild.of(folder, folder, cache, form, threads);
      try {
        files = read(); // while the cache is open
      } catch (Blob.Damaged damaged) {
        cache.clear();
        built = SiteBuild.of(folder, folder, cache, form, threads);
        files = read();
      }
      return this;
    }
  }

  Path cacheFolder() {
    return folder.resolve(".perilla").resolve("cache");
  }

  /// What the last build redid, as `2 compiled, 3 rendered`.
  String redone() {
    return last().compiled() + " compiled, " + last().rendered() + " rendered";
  }

  /// How many chapters had their pages put together by the last build.
  int framed() {
    return last().framed();
  }

  List<String> findings() {
    return last().work().findings().stream()
        .map(it -> it.span() + " " + it.code().id() + " " + it.message())
        .toList();
  }

  /// The files of the last build: text by path.
  SortedMap<String, String> files() {
    return files;
  }

  private SortedMap<String, String> read() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (var file : last().files().entrySet()) {
      files.put(file.getKey(), new String(file.getValue().bytes(), StandardCharsets.UTF_8));
    }
    return files;
  }

  private SiteBuild.Built last() {
    return java.util.Objects.requireNonNull(built, "build first");
  }
}
