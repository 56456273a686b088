package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

  @Test
  void anImageIsNotFollowed() throws IOException {
    new Capture(folder).run("new", "book");
    Path chapter = folder.resolve("book/two-knobs.chapter.yaml");
    String drawn = Files.readString(chapter) + "  - {type: prose, text: '![a dot](dot.svg)'}\n";
    Files.writeString(chapter, drawn);
    Files.writeString(folder.resolve("dot.svg"), "<svg/>");
    Files.createSymbolicLink(folder.resolve("book/dot.svg"), folder.resolve("dot.svg"));
    assertThat(new Capture(folder).run("check", "book").out())
        .contains("error[P0601]: the image `dot.svg` is no file of the book")
        .contains("links of the file system are not followed: put the file itself there");
  }
}
