package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whole pages against kept ones in `src/test/golden`. `-Dgolden=update` rewrites them.
final class GoldenTest {
  private static final Path KEPT = Path.of("src/test/golden");

  private static List<Page> pages() {
    HtmlRenderer html = new HtmlRenderer();
    MarkdownRenderer markdown = new MarkdownRenderer();
    PageContext context = Sample.context();
    return List.of(
        html.chapter(Sample.chapter(), context),
        html.index(context),
        html.notFound(new PageContext(Sample.book(), "/libro/")),
        markdown.chapter(Sample.chapter(), context),
        markdown.index(context));
  }

  @Test
  void pagesAreAsKept() throws IOException {
    boolean update = "update".equals(System.getProperty("golden"));
    for (Page page : pages()) {
      Path file = KEPT.resolve(page.path());
      if (update) {
        Files.createDirectories(KEPT);
        Files.writeString(file, page.content());
      }
      assertThat(page.content()).as(page.path()).isEqualTo(Files.readString(file));
    }
  }

  @Test
  void nothingElseIsKept() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(pages().stream().map(Page::path).toList());
    }
  }

  @Test
  void aPageWithAllItLoadsIsLight() throws IOException {
    long bytes = 0;
    for (Page page : Stream.concat(pages().stream().limit(1), Theme.assets().stream()).toList()) {
      bytes += Weight.compressed(page.content());
    }
    assertThat(bytes).isLessThan(20_000);
  }
}
