package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A part of a large book, and the chapters that changed: each of five chapters says a false number
/// that is its own.
class ScopeTest {
  @TempDir Path folder;

  @BeforeEach
  void aBookOfFive() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"),
        """
        perilla: 1
        lang: en
        title: Five
        chapters: [c1, c2, c3, c4, c5]
        plain: ["week \\\\d"]
        """);
    Files.writeString(folder.resolve("points.csv"), "x\n1\n");
    for (int i = 1; i <= 5; i++) {
      Files.writeString(
          folder.resolve("c" + i + ".chapter.yaml"),
          "perilla: 1\nid: c%d\ntitle: One\n%sblocks:\n  - {type: code, code: x = 2}\n"
                  .formatted(i, i == 5 ? "data: {points: points.csv}\n" : "")
              + "  - {type: prose, text: '`x * 100 = 10"
              + i
              + "`, not in week 1'}\n");
    }
  }

  /// The chapters in which something was found.
  private List<String> found(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--format", "compact"));
    return new Capture(folder)
        .run(arguments.toArray(String[]::new))
        .out()
        .lines()
        .map(line -> line.substring(0, 2))
        .toList();
  }

  /// It would be waited for without end.
  @Test
  @Timeout(60)
  void aPipeIsNoFileOfTheBook() throws IOException, InterruptedException {
    String pipe = folder.resolve("pipe.chapter.yaml").toString();
    assumeTrue(new ProcessBuilder("mkfifo", pipe).start().waitFor() == 0, "mkfifo is missing");
    assertThat(found("check")).containsExactly("c1", "c2", "c3", "c4", "c5");
  }

  @Test
  void partsTogetherAreTheBookAndShareNothing() {
    assertThat(found("check")).containsExactly("c1", "c2", "c3", "c4", "c5");
    assertThat(found("check", "--shard", "1/2")).containsExactly("c1", "c3", "c5");
    assertThat(found("check", "--shard", "2/2")).containsExactly("c2", "c4");
    assertThat(found("check", "--shard", "6/9")).isEmpty();
    assertThat(found("check", "c1.chapter.yaml", "c2.chapter.yaml", "--shard", "2/2"))
        .containsExactly("c2");
    assertThat(found("build", "--shard", "2/2", "--no-cache")).containsExactly("c2", "c4");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aPartThatIsNoneIsRefused() {
    for (String word : List.of("0/2", "3/2", "2", "a/b", "1/0")) {
      Capture capture = new Capture(folder).run("check", "--shard", word);
      assertThat(capture.exit()).as(word).isEqualTo(Exit.REFUSED);
      assertThat(capture.err()).contains("--shard");
    }
  }

  @Test
  void changedAreThoseThatGitSees() throws IOException, InterruptedException {
    assumeTrue(git("--version"), "git is not here, so nothing was tried with it");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "a");
    assertThat(found("check", "--changed-since", "HEAD")).isEmpty();
    Path second = folder.resolve("c2.chapter.yaml");
    Files.writeString(second, Files.readString(second).replace("not", "nor"));
    assertThat(found("check", "--changed-since", "HEAD")).containsExactly("c2");
    Files.writeString(folder.resolve("points.csv"), "x\n2\n");
    assertThat(found("check", "--changed-since", "HEAD")).containsExactly("c2", "c5");
    assertThat(found("check", "--changed-since", "HEAD", "--shard", "1/2")).containsExactly("c5");
    Files.writeString(
        folder.resolve("book.yaml"),
        Files.readString(folder.resolve("book.yaml")).replace("Five", "All"));
    assertThat(found("check", "--changed-since", "HEAD")).hasSize(5);
    Capture unknown = new Capture(folder).run("check", "--changed-since", "nowhere");
    assertThat(unknown.exit()).isEqualTo(Exit.REFUSED);
    assertThat(unknown.err()).contains("git knows no such revision");
  }

  /// Each translation says a false number of its own, and leads to a chapter of another part.
  private void inSpanish() throws IOException {
    Path book = folder.resolve("book.yaml");
    Files.writeString(
        book,
        Files.readString(book).replace("plain:", "translations: {es: {title: Cinco}}\nplain:"));
    Files.createDirectories(folder.resolve("es"));
    for (int i = 1; i <= 5; i++) {
      Path chapter = folder.resolve("c" + i + ".chapter.yaml");
      Files.writeString(
          chapter,
          Files.readString(chapter)
              .replaceAll("= 10.`, not in week 1", "= 200`, [on](c" + (i % 5 + 1) + ") we go"));
      Files.writeString(
          folder.resolve("es/c" + i + ".chapter.yaml"),
          "perilla: 1\ntranslates: c%d\nblocks: {b2: {text: '`x * 100 = 20%d`, [va](c%d)'}}\n"
              .formatted(i, i, i % 5 + 1));
    }
  }

  @Test
  void aTranslationGoesWithItsChapter() throws IOException, InterruptedException {
    inSpanish();
    List<String> all = foundIn("check");
    assertThat(all).hasSize(5).allMatch(it -> it.matches("es/c\\d.chapter.yaml:3:\\d+ P0701"));
    List<String> parts = new ArrayList<>(foundIn("check", "--shard", "1/2"));
    parts.addAll(foundIn("check", "--shard", "2/2"));
    assertThat(parts).containsExactlyInAnyOrderElementsOf(all);
    assertThat(new Capture(folder).run("check", "--shard", "2/2").err())
        .contains("in 2 of 4 chapters");

    assumeTrue(git("--version"), "git is not here, so nothing was tried with it");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "a");
    assertThat(foundIn("check", "--changed-since", "HEAD")).isEmpty();
    Path third = folder.resolve("es/c3.chapter.yaml");
    Files.writeString(third, Files.readString(third).replace("va", "sigue"));
    assertThat(foundIn("check", "--changed-since", "HEAD"))
        .singleElement()
        .asString()
        .startsWith("es/c3");
  }

  /// What is wrong with a chapter is said once: that its translation leads on is true.
  @Test
  void aLinkOfATranslationLeadsToAChapterWithErrors() throws IOException {
    inSpanish();
    Path second = folder.resolve("c2.chapter.yaml");
    Files.writeString(second, Files.readString(second).replace("= 200", "= 201"));
    assertThat(foundIn("check"))
        .filteredOn(it -> !it.endsWith("P0701"))
        .containsExactly("c2.chapter.yaml:6:37 P0312");
  }

  /// `file:line:column code` of each error.
  private List<String> foundIn(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--format", "compact"));
    return new Capture(folder)
        .run(arguments.toArray(String[]::new))
        .out()
        .lines()
        .filter(line -> line.contains(" error["))
        .map(line -> line.replaceAll(": \\w+\\[(P\\d+)].*", " $1"))
        .toList();
  }

  @Test
  void withoutAHistoryGitIsAskedInVain() {
    Capture capture = new Capture(folder).run("check", "--changed-since", "HEAD");
    assertThat(capture.exit()).isEqualTo(Exit.REFUSED);
    assertThat(capture.err()).contains("--changed-since");
  }

  private boolean git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      return new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
