package dev.perilla.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import dev.perilla.site.publish.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A question of each kind, from its chapter to what is published of it, against kept files in
/// `src/test/golden/questions`: in each folder `chapter.yaml`, and for teachers and for students
/// the compiled exercise, the Markdown, and the exercise on the page. `-Dgolden=update` rewrites
/// them.
final class QuestionsGoldenTest {
  private static final Path KEPT = Path.of("src/test/golden/questions");
  private static final String SOURCE = "chapter.yaml";

  @TempDir Path book;

  @Test
  void arePublishedAsKept() throws IOException {
    List<String> kinds = kinds();
    Files.writeString(
        book.resolve("book.yaml"),
        "perilla: 1\ntitle: Kinds\nlang: en\nchapters: [%s]\n".formatted(String.join(", ", kinds)));
    for (String kind : kinds) {
      Files.copy(KEPT.resolve(kind).resolve(SOURCE), book.resolve(kind + ".chapter.yaml"));
    }
    SortedMap<String, String> made = new TreeMap<>();
    for (boolean student : List.of(false, true)) {
      SortedMap<String, String> site = site(student);
      String edition = student ? "student" : "teacher";
      for (String kind : kinds) {
        String stem = kind + "/" + edition;
        made.put(stem + ".html", exercise(site.getOrDefault(kind + ".html", "")));
        made.put(stem + ".md", site.getOrDefault("markdown/" + kind + ".md", ""));
        made.put(stem + ".json", site.getOrDefault("data/" + kind + ".json", ""));
      }
    }
    for (Class<?> kind : Asked.Task.class.getPermittedSubclasses()) {
      String word = "\"task\": {\"kind\": \"" + kind.getSimpleName();
      assertThat(made.values()).as(word).anyMatch(it -> squeezed(it).contains(squeezed(word)));
    }
    if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
      for (var file : made.entrySet()) {
        Files.writeString(KEPT.resolve(file.getKey()), file.getValue());
      }
    }
    for (var file : made.entrySet()) {
      assertThat(KEPT.resolve(file.getKey())).as(file.getKey()).hasContent(file.getValue());
    }
    kinds.forEach(kind -> made.put(kind + "/" + SOURCE, ""));
    assertThat(kept()).as("no orphans").containsExactlyInAnyOrderElementsOf(made.keySet());
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private SortedMap<String, String> site(boolean student) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Cache cache = Cache.temporary()) {
      SiteBuild.Form form = new SiteBuild.Form(false, student);
      SiteBuild.Built build = SiteBuild.of(book, book, cache, form, 1);
      assertThat(build.work().findings()).isEmpty();
      for (var file : build.files().entrySet()) {
        Blob content = file.getValue();
        texts.put(file.getKey(), new String(content.bytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  /// The exercise of a page, whose frame is the business of other tests.
  private static String exercise(String page) {
    int start = page.indexOf("<section class=\"exercise\"");
    String end = "</section>\n";
    return page.substring(start, page.indexOf(end, start) + end.length());
  }

  private static List<String> kinds() throws IOException {
    try (Stream<Path> folders = Files.list(KEPT)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> kept() throws IOException {
    try (Stream<Path> files = Files.walk(KEPT)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> KEPT.relativize(file).toString())
          .collect(Collectors.toList());
    }
  }
}
