package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `translate accept`: the originals beside the texts become those of today; nothing else of the
/// file changes, its comments least of all.
class AcceptTest {
  private static final String OVERLAY =
      """
      # Reviewed by Ana.
      perilla: 1
      translates: half
      title: Mitades # short on purpose
      from:
        title: Halves
      blocks:
        # The name of the quantity is in the glossary.
        p:
          text: |
            La «mitad» es {{h}}.
          from:
            text: |
              The half is {{h}}.

        q:
          text: "Fin: adiós." # with a colon
          from:
            text: "The end: bye."
      """;

  @TempDir Path folder;

  @BeforeEach
  void aBookInTwoLanguages() throws IOException {
    write(
        "book.yaml",
        "perilla: 1\ntitle: B\nlang: en\nchapters: [half]\ntranslations: {es: {title: B}}\n");
    original("The half is {{h}}.", "The end: bye.");
    write("es/half.chapter.yaml", OVERLAY);
    assertThat(run("check").out()).isEmpty();
  }

  private void original(String first, String second) throws IOException {
    write(
        "half.chapter.yaml",
        """
        perilla: 1
        id: half
        title: Halves
        blocks:
          - {type: code, id: c, code: h = 5 / 2}
          - type: prose
            id: p
            text: |
              %s
          - type: prose
            id: q
            text: "%s"
        """
            .formatted(first, second));
  }

  /// A book that sums nothing up has nothing of that to be translated.
  @Test
  void initAsksForWhatTheOriginalHas() throws IOException {
    write("book.yaml", "perilla: 1\ntitle: B\nlang: en\nchapters: [half]\n");
    run("translate", "init", "ja");
    assertThat(Files.readString(folder.resolve("book.yaml")))
        .endsWith("translations:\n  ja:\n    title: \"\"\n");
  }

  @Test
  void whatIsAcceptedChangesAndNothingElse() throws IOException {
    original(
        "One half: {{h}}, that is \\\"a half\\\".".replace("\\\"", "\""), "The end: good bye.");
    assertThat(run("translate", "status").exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run("translate", "accept").out()).isEqualTo("es/half.chapter.yaml\n");
    assertThat(Files.readString(folder.resolve("es/half.chapter.yaml")))
        .isEqualTo(
            OVERLAY
                .replace("The half is {{h}}.", "One half: {{h}}, that is \"a half\".")
                .replace("The end: bye.", "The end: good bye."));
    assertThat(run("translate", "status").exit()).isEqualTo(Exit.CLEAN);
    assertThat(run("translate", "accept").err()).startsWith("nothing to accept");
  }

  @Test
  void aFileWithAnOriginalThatNobodyWroteDownIsCompleted() throws IOException {
    write(
        "es/half.chapter.yaml", OVERLAY.replace("    from:\n      text: \"The end: bye.\"\n", ""));
    assertThat(run("translate", "accept").out()).isEqualTo("es/half.chapter.yaml\n");
    assertThat(Files.readString(folder.resolve("es/half.chapter.yaml")))
        .contains("The end: bye.", "adiós");
    assertThat(run("translate", "status").exit()).isEqualTo(Exit.CLEAN);
  }

  private Capture run(String... words) {
    return new Capture(folder).run(words);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
