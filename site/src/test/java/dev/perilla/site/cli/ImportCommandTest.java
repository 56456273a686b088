package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `perilla import` is given, and what it writes.
class ImportCommandTest {
  @TempDir Path folder;
  private Capture line;

  @BeforeEach
  void aLesson() throws IOException {
    line = new Capture(folder);
    Files.writeString(folder.resolve("lesson.md"), "# Sums\n\n`2 + 3 = 5`\n");
  }

  private String refused(String... words) {
    line.run(words);
    assertThat(line.exit()).isEqualTo(2);
    assertThat(line.out()).isEmpty();
    return line.err().strip();
  }

  @Test
  void aChapterIsWrittenAndNeverReplaced() throws IOException {
    line.run("import", "lesson.md", "-o", "sums.chapter.yaml");
    assertThat(line.exit()).isZero();
    String made = Files.readString(folder.resolve("sums.chapter.yaml"));
    assertThat(made).contains("id: sums", "title: Sums", "`2 + 3 = 5`");

    assertThat(refused("import", "lesson.md", "-o", "sums.chapter.yaml"))
        .contains("sums.chapter.yaml is already there");
    assertThat(folder.resolve("sums.chapter.yaml")).hasContent(made);
  }

  @Test
  void aChapterIsNoLesson() throws IOException {
    Files.copy(folder.resolve("lesson.md"), folder.resolve("sums.chapter.yaml"));
    assertThat(refused("import", "sums.chapter.yaml"))
        .contains("sums.chapter.yaml is a chapter already")
        .contains("perilla check sums.chapter.yaml");
  }

  @Test
  void aFolderIsNoLesson() {
    assertThat(refused("import", ".")).contains(". is a folder: name a lesson");
  }

  @Test
  void ofWhatCannotBeReadNothingElseIsSaid() throws IOException {
    Files.createFile(folder.resolve("empty.md"));
    assertThat(refused("import", "empty.md")).doesNotContain("no numbers");
  }

  @Test
  void aLinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("round.md"), folder.resolve("round.md"));
    assertThat(refused("import", "round.md")).contains("round.md is a link that leads nowhere");
  }

  @Test
  void whatIsWrittenHasTheNameOfAChapter() {
    assertThat(refused("import", "lesson.md", "-o", "sums.md"))
        .contains("sums.md is no name of a chapter");
  }
}
