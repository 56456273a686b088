package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whole pages against kept ones in `src/test/golden`: each folder holds a compiled chapter as JSON
/// and its pages, `book` the pages of a book that are no chapters. `-Dgolden=update` rewrites them.
final class GoldenTest {
  private static final Path KEPT = Path.of("src/test/golden");
  private static final String MADE_BY_HAND = "every-record";
  private static final HtmlRenderer HTML = new HtmlRenderer();

  @Test
  void pagesAreAsKept() throws IOException {
    boolean update = "update".equals(System.getProperty("golden"));
    Map<String, String> expected = expected();
    if (update) {
      for (Map.Entry<String, String> file : expected.entrySet()) {
        Files.createDirectories(KEPT.resolve(file.getKey()).getParent());
        Files.writeString(KEPT.resolve(file.getKey()), file.getValue());
      }
    }
    for (Map.Entry<String, String> file : expected.entrySet()) {
      assertThat(Files.readString(KEPT.resolve(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
    assertThat(files()).as("no orphans").containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> files = new TreeMap<>();
    PageContext context = Sample.context();
    files.put("book/index.html", HTML.index(context).content());
    files.put("book/404.html", HTML.notFound(new PageContext(Sample.book(), "/libro/")).content());
    files.put("book/README.md", new MarkdownRenderer().index(context).content());
    files.put(MADE_BY_HAND + "/compiled.json", CompiledJson.write(Sample.chapter()));
    for (String folder : folders()) {
      String name = folder + "/compiled.json";
      String json = files.getOrDefault(name, "");
      if (json.isEmpty()) {
        json = Files.readString(KEPT.resolve(name));
        files.put(name, json);
      }
      CompiledChapter chapter = CompiledJson.read(json);
      files.put(folder + "/chapter.html", HTML.chapter(chapter, context).content());
      files.put(
          folder + "/ledger.html",
          HTML.pages(HTML.leaf(chapter, context), chapter, context).getLast().content());
      files.put(folder + "/chapter.md", new MarkdownRenderer().chapter(chapter, context).content());
    }
    return files;
  }

  private static List<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(KEPT)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("book"))
          .toList();
    }
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(KEPT)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> KEPT.relativize(file).toString())
          .toList();
    }
  }

  @Test
  void aPageWithAllItLoadsIsLight() throws IOException {
    Page page = new HtmlRenderer().chapter(Sample.chapter(), Sample.context());
    long bytes = Weight.compressed(page.content());
    for (Page asset : Theme.PLAIN.assets()) {
      if (page.content().contains("\"" + asset.path() + "\"")) {
        bytes += Weight.compressed(asset.content());
      }
    }
    assertThat(bytes).isLessThan(20_000);
  }
}
