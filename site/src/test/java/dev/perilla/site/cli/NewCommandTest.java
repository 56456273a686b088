package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new book does what its README says.
class NewCommandTest {
  @TempDir Path folder;

  @Test
  void aNewBookPassesIsBrokenAndIsMended() throws IOException {
    Path book = folder.resolve("my-book");
    assertThat(new Capture(folder).run("new", "my-book").exit()).isEqualTo(Exit.CLEAN);
    Capture check = new Capture(book).run("check", "--fail-level", "warning");
    assertThat(check.out()).isEmpty();
    assertThat(check.exit()).isEqualTo(Exit.CLEAN);

    Path chapter = book.resolve("two-knobs.chapter.yaml");
    String text = Files.readString(chapter);
    assertThat(Files.readString(book.resolve("README.md"))).contains("`c = a * b = 13`");
    Files.writeString(chapter, text.replace("c = a * b = 12", "c = a * b = 13"));
    check.run("check");
    assertThat(check.out())
        .contains("the text says 13, the program gives 12")
        .contains("help: write 12");
    assertThat(check.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(check.run("fix").out()).contains("-", "+").contains("c = a * b = 12");
    assertThat(check.run("fix", "--write").exit()).isEqualTo(Exit.CLEAN);
    assertThat(Files.readString(chapter)).isEqualTo(text);
    assertThat(check.run("check").exit()).isEqualTo(Exit.CLEAN);
  }

  @Test
  void eachOfItsNumbersIsGuarded() {
    new Capture(folder).run("new", "my-book");
    Capture audit = new Capture(folder.resolve("my-book")).run("audit");
    assertThat(audit.out()).isEmpty();
    assertThat(audit.exit()).isEqualTo(Exit.CLEAN);
  }

  @Test
  void itsFilesAreInTheCanonicalLayout() {
    new Capture(folder).run("new", "my-book");
    assertThat(new Capture(folder.resolve("my-book")).run("fmt", "--check").out()).isEmpty();
  }

  @Test
  void nothingThatIsThereIsReplaced() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(new Capture(folder).run("new", ".").err())
        .isEqualTo("perilla: . is already there and not an empty folder: choose another name\n");
  }

  @Test
  void aLinkThatLeadsNowhereIsNoNewFolder() throws IOException {
    Files.createSymbolicLink(folder.resolve("lessons"), folder.resolve("gone"));
    assertThat(new Capture(folder).run("new", "lessons").err())
        .isEqualTo(
            "perilla: lessons is already there and not an empty folder: choose another name\n");
  }
}
