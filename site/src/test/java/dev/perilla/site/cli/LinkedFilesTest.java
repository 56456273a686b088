package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A book from a stranger shows nothing of files that are not its own.
class LinkedFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"book.yaml", "two-knobs.chapter.yaml", "es/two-knobs.chapter.yaml"})
  void areNotRead(String file) throws IOException {
    Files.writeString(folder.resolve("secret"), "token: hunter2");
    new Capture(folder).run("new", "book");
    Path book = folder.resolve("book");
    Files.createDirectory(book.resolve("es"));
    Files.writeString(
        book.resolve("book.yaml"),
        Files.readString(book.resolve("book.yaml")) + "translations: {es: {title: Un libro}}\n");
    Files.deleteIfExists(book.resolve(file));
    Files.createSymbolicLink(book.resolve(file), folder.resolve("secret"));
    Capture check = new Capture(book).run("check");
    assertThat(check.out())
        .contains(file + ":1:1: error[P0508]: the file is a symbolic link")
        .doesNotContain("hunter2");
    assertThat(check.exit()).isEqualTo(Exit.FINDINGS);
  }
}
