package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.format.Formatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The manual's generated pages are those that the program would write today, and the book has them
/// all. `-Dgolden=update` writes them.
class ManualPagesTest {
  private static final Path BOOK = Path.of("books/manual");
  private static final Path FOLDER = BOOK.resolve("reference");

  @TempDir Path folder;

  @Test
  void areFresh() throws IOException {
    Map<String, String> wanted = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    for (ManualPage page : ManualPages.all(folder)) {
      String name = page.id() + ".chapter.yaml";
      byte[] bytes = page.yaml().getBytes(StandardCharsets.UTF_8);
      wanted.put(name, Formatter.chapter(name, bytes, page.yaml()).orElseThrow());
      ids.add(page.id());
    }
    if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
      write(wanted, ids);
    }
    Map<String, String> there = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        there.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    assertThat(there).isEqualTo(wanted);
    assertThat(Files.readString(BOOK.resolve("book.yaml"))).endsWith(chapters(ids));
  }

  /// The generated chapters end the book's list.
  private static String chapters(List<String> ids) {
    StringBuilder lines = new StringBuilder("  # from here on made by ManualPages\n");
    ids.forEach(id -> lines.append("  - ").append(id).append('\n'));
    return lines.toString();
  }

  private static void write(Map<String, String> pages, List<String> ids) throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
    String book = Files.readString(BOOK.resolve("book.yaml"));
    int end = book.indexOf("  # from here on");
    Files.writeString(BOOK.resolve("book.yaml"), book.substring(0, end) + chapters(ids));
  }
}
