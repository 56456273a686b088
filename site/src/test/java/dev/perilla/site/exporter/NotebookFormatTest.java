package dev.perilla.site.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.importer.Importer;
import dev.perilla.site.importer.standing.OpenNumeral;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chapter goes out as a notebook and as Markdown, and comes back in.
class NotebookFormatTest {
  @TempDir Path folder;

  private static final String CHAPTER =
      """
      perilla: 1
      id: out
      lang: en
      title: Two knobs
      data: {points: points.csv}
      blocks:
        - type: code
          id: first
          code: |
            x = 2
            print("x is", x)
            v = Value(0.5)
            out = (v * 2 - 1).tanh() + v.exp() / 3
            out.backward()
            print(out.data, v.grad)
            v.zero_grad()
            print(v, v < 1, 2 >= v, abs(v - 1).data, v.max(3).data)
            print(grad(v * v, v), grad(lambda t: t**3)(2.0), (v ** Value(2.0)).data)
            print(len(points), points[1])
            w = Value(1.0)
            print(train(lambda: (w - 3)**2, [w], steps=3, rate=0.25), w.data)
        - type: example
          id: product
          given: {a: 3, b: 4}
          code: |
            c = a * b
          output: c
          show: [gradients]
        - type: code
          id: after
          code: print(a.grad, b.grad)
        - type: prose
          text: |
            Here `c = a * b = 12` and x is [2]{= x}.
        - type: dialogue
          turns:
            - who: aprendiz
              text: |
                Is that `c`?

                Really?
            - who: La docente
              text: "Yes: `c = 12`."
        - type: prose
          text: So much for `c`.
      """;

  private Work work() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\ntitle: B\nlang: en\nchapters: [out]\n");
    Files.writeString(folder.resolve("out.chapter.yaml"), CHAPTER);
    Files.writeString(folder.resolve("points.csv"), "1,2\n-3,4.5\n");
    return new Workshop(folder, 1).book(folder);
  }

  private String file(Format format, String name) throws IOException, Format.Unavailable {
    byte[] bytes = format.of(work()).files().get(name);
    assertThat(bytes).as(name).isNotNull();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void inputsAreValuesAndOutputsAreInTheCells() throws Exception {
    assertThat(file(new NotebookFormat(), "out.ipynb"))
        .contains(
            "\"source\":[\"a = Value(3)\\n"
                + "\",\"b = Value(4)\\n"
                + "\",\"c = a * b\\n"
                + "\",\"c.backward()\"]")
        .contains("\"text\":[\"x is 2\\n\",")
        .contains("\"nbformat\":4,\"nbformat_minor\":5");
  }

  /// Jupyter takes formulas out of the text before it reads Markdown, and knows no alerts.
  @Test
  void formulasAndNotesAreThoseOfJupyter() throws Exception {
    String note =
        """
          - type: note
            kind: warning
            text: Beware of $c = a b$, which \\$[5]{plain} is not.
        """;
    assertThat(notebook(CHAPTER + note))
        .contains("\"> **Warning**\\n\"", "Beware of $c = a b$, which \\\\$5 is not.")
        .doesNotContain("[!", "$`");
  }

  /// A notebook of Python alone runs where micrograd is not.
  @Test
  void theCellForMicrogradStandsWhereItIsUsed() throws Exception {
    String head = "perilla: 1\nid: out\nlang: en\ntitle: T\nblocks:\n";
    String words = "  - {type: prose, text: No code.}\n";
    String floats = "  - {type: code, code: print(1 + 1)}\n";
    String value = "  - {type: code, code: v = Value(2)}\n";
    String example = "  - {type: example, given: {a: 2}, code: b = a * a, output: b}\n";
    assertThat(notebook(head + words)).doesNotContain("micrograd");
    assertThat(notebook(head + floats)).doesNotContain("micrograd");
    assertThat(notebook(head + floats + value)).contains("micrograd");
    assertThat(notebook(head + example)).contains("micrograd");
  }

  private String notebook(String chapter) throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\ntitle: B\nlang: en\nchapters: [out]\n");
    Files.writeString(folder.resolve("points.csv"), "1,2\n-3,4.5\n");
    Files.writeString(folder.resolve("out.chapter.yaml"), chapter);
    Work work = new Workshop(folder, 1).book(folder);
    assertThat(work.findings()).isEmpty();
    return new String(
        new NotebookFormat().of(work).files().get("out.ipynb"), StandardCharsets.UTF_8);
  }

  @Test
  void whatGoesOutComesBackWithItsProgramAndItsClaims() throws Exception {
    byte[] notebook = file(new NotebookFormat(), "out.ipynb").getBytes(StandardCharsets.UTF_8);
    Importer.Imported back =
        Importer.read("out.ipynb", notebook, Optional.empty(), "back.chapter.yaml", "back");
    assertThat(back.yaml().orElseThrow())
        .contains("title: Two knobs")
        .contains("print(\"x is\", x)")
        .contains("c = a * b\n")
        .contains("Here `c = a * b = 12` and x is [2]{= x}.");
    assertThat(back.report().open()).extracting(OpenNumeral::numeral).doesNotContain("12", "2");
  }

  /// An example comes back as one: its inputs are given, and neither they nor its views are told
  /// again in words. A cell that somebody has edited is.
  @Test
  void anExampleComesBackAsOne() throws Exception {
    String notebook = file(new NotebookFormat(), "out.ipynb");
    String back = imported(notebook);
    assertThat(back)
        .contains(
            """
                given: {a: 3, b: 4}
                code: |
                  c = a * b
                output: c
            """)
        .doesNotContain("Inputs:", "mermaid", "c.backward()");
    assertThat(imported(notebook.replace("Inputs: ", "The inputs are these: ")))
        .contains("The inputs are these: `a = 3`");
  }

  /// What stands behind the numbers of texts comes back too; a number that somebody changes does
  /// not pass for it.
  @Test
  void bindingsComeBack() throws Exception {
    String notebook = file(new NotebookFormat(), "out.ipynb");
    assertThat(imported(notebook)).contains("x is [2]{= x}");
    assertThat(imported(notebook.replace("x is 2.", "x is 3."))).doesNotContain("[3]{= x}");
  }

  /// The last cell says how the numbers are known, which of them claim nothing, and the sources; an
  /// import leaves it out, unless somebody has edited it.
  @Test
  void theFootSaysWhichNumbersClaimNothing() throws Exception {
    String words = "  - {type: prose, text: 'Nobody checks [15]{plain}.'}\n";
    String notebook = notebook(CHAPTER + words);
    assertThat(notebook).contains("\"Making no claim: 15\"");
    assertThat(imported(notebook)).contains("[15]{plain}").doesNotContain("Making no claim");
    assertThat(imported(notebook.replace("Making no claim", "Of no claim")))
        .contains("Of no claim");
  }

  private static String imported(String notebook) {
    byte[] bytes = notebook.getBytes(StandardCharsets.UTF_8);
    return Importer.read("out.ipynb", bytes, Optional.empty(), "back.chapter.yaml", "back")
        .yaml()
        .orElseThrow();
  }

  /// Questions, views and expectations come back, which no cell holds; where somebody has edited a
  /// cell of the block, what it says counts.
  @Test
  void blocksComeBackAsTheirAuthorWroteThem() throws Exception {
    String exercise =
        """
          - type: exercise
            id: sum
            given: {s: 2, t: -3}
            code: |
              u = s * t
            output: u
            text: First the value.
            expect: {u: -6}
            questions:
              - id: value
                ask: How much is `u`?
                answer: u
                hints: ["Multiply `s` by `t`."]
                mistakes:
                  - answer: s + t
                    say: That is the sum.
                attempts:
                  - {said: "-6", verdict: right}
          - type: code
            id: seen
            code: |
              k = Value(2)
              m = k * 3
            expect: {m: 6}
            show: [values]
        """;
    Files.writeString(
        folder.resolve("book.yaml"), "perilla: 1\ntitle: B\nlang: en\nchapters: [out]\n");
    Files.writeString(folder.resolve("points.csv"), "1,2\n-3,4.5\n");
    Files.writeString(folder.resolve("out.chapter.yaml"), CHAPTER + exercise);
    Work work = new Workshop(folder, 1).book(folder);
    String notebook =
        new String(new NotebookFormat().of(work).files().get("out.ipynb"), StandardCharsets.UTF_8);
    String back = imported(notebook);
    assertThat(back)
        .contains("given: {s: 2, t: -3}", "expect: {u: -6}", "ask: How much is `u`?")
        .contains("answer: s + t", "{said: \"-6\", verdict: right}", "- Multiply `s` by `t`.")
        .contains("expect: {m: 6}", "- values");
    assertThat(imported(notebook.replace("u = s * t", "u = t * s")))
        .contains("u = t * s")
        .doesNotContain("verdict");
  }

  /// Who speaks is said beside the cell, so that it needs no guess by the words.
  @Test
  void aDialogueComesBackAsOne() throws Exception {
    byte[] notebook = file(new NotebookFormat(), "out.ipynb").getBytes(StandardCharsets.UTF_8);
    Importer.Imported back =
        Importer.read("out.ipynb", notebook, Optional.empty(), "back.chapter.yaml", "back");
    assertThat(back.yaml().orElseThrow())
        .contains(
            """
              - type: dialogue
                turns:
                  - who: aprendiz
                    text: |
                      Is that `c`?

                      Really?
                  - who: La docente
                    text: |
                      Yes: `c = 12`.

              - type: prose
            """);
  }

  /// By Jupyter, and by the schema of nbformat, where Debian's packages are; else in Python, cell
  /// after cell.
  @Test
  void theNotebookRunsAndPrintsWhatIsInIt() throws Exception {
    Path notebook = folder.resolve("out.ipynb");
    Files.writeString(notebook, file(new NotebookFormat(), "out.ipynb"));
    Path script = copy("run_notebook.py", folder);
    copy("engine.py", Files.createDirectory(folder.resolve("micrograd")));
    Process python;
    try {
      python =
          new ProcessBuilder(python(), script.toString(), notebook.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException missing) {
      // .ci/run installs Python, so that there it runs.
      assumeTrue(false, "no python3 is here");
      return;
    }
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(said).isZero();
    assertThat(said).matches("(?s)(valid|no nbformat here)\n.*ran (by Jupyter|in this process)\n");
  }

  private Path copy(String name, Path into) throws IOException {
    Path file = into.resolve(name);
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      Files.copy(in, file);
    }
    return file;
  }

  /// Debian's, which has Debian's packages, where it is there.
  private static String python() {
    return Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
  }

  @Test
  void theWholeBookIsOneFileToo() throws Exception {
    assertThat(file(new MarkdownFormat(), "book.md")).contains("# B\n").contains("# Two knobs\n");
    assertThat(file(new MarkdownFormat(), "llms.txt")).contains("[Two knobs](out.md)");
    assertThat(file(new JsonFormat(), "out.json")).contains("\"id\": \"out\"");
  }
}
