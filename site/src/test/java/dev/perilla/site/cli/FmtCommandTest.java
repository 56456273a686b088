package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One layout for all chapters; what an author said beside it stays.
class FmtCommandTest {
  @TempDir Path folder;

  private static final String MESSY =
      """
      # a comment at the top
      perilla:   1
      id: a
      title:   'A title'   # beside
      blocks:
          - type: prose

            # above the text
            text:   |
               Some *words*.
                 - indented
          -   type: note
              kind: rule
              text: "quoted"
      """;

  private static final String LAID_OUT =
      """
      # a comment at the top
      perilla: 1
      id: a
      title: 'A title' # beside
      blocks:
        - type: prose
          # above the text
          text: |
            Some *words*.
              - indented

        - type: note
          kind: rule
          text: "quoted"
      """;

  /// The parser reads by parts, and failed on a character of two units between two of them.
  @Test
  void charactersOfTwoUnitsStandAnywhere() throws IOException {
    String head = "perilla: 1\nid: a\ntitle: A\nblocks:\n  - type: prose\n    text: |\n      ";
    for (int place = 1020; place < 1030; place++) {
      String text = head + "a".repeat(place - head.length()) + "😀 b.\n";
      laysOut(text, text);
    }
  }

  @Test
  void linesOfFoldedTextsAndCommentsBesideListsStay() throws IOException {
    laysOut(
        """
        perilla: 1
        id: b
        title: >-
            A title
            on two lines
        needs: # what before
            - a
        blocks: # all of them
            - type: prose
              text: >
                  One
                  line.

                    * more

                  And a | sign: # no comment
            - type: prose # kept ends
              text: |+
                Two.

            # about three
            - type: code
              code: x = 1
              show: # views
              - values: [x]
              # the second
              - table: {"- # a": "[1]"}
            - type: prose
              text: |
                - # no comment
                  but a text
        """,
        """
        perilla: 1
        id: b
        title: >-
          A title
          on two lines
        needs:
          # what before
          - a
        blocks:
          # all of them
          - type: prose
            text: >
              One
              line.

                * more

              And a | sign: # no comment

          - type: prose # kept ends
            text: |+
              Two.

          # about three
          - type: code
            code: x = 1
            show:
              # views
              - values: [x]
              # the second
              - table: {"- # a": "[1]"}

          - type: prose
            text: |
              - # no comment
                but a text
        """);
  }

  private void laysOut(String messy, String wanted) throws IOException {
    Path file = folder.resolve("b.chapter.yaml");
    Files.writeString(file, messy);
    Capture fmt = new Capture(folder);
    fmt.run("fmt", "b.chapter.yaml");
    assertThat(Files.readString(file)).isEqualTo(wanted);
    assertThat(fmt.run("fmt", "--check", "b.chapter.yaml").exit()).isEqualTo(Exit.CLEAN);
  }

  @Test
  void theLayoutIsCanonicalAndCommentsAndQuotesStay() throws IOException {
    Path file = folder.resolve("a.chapter.yaml");
    Files.writeString(file, MESSY);
    Capture fmt = new Capture(folder);
    assertThat(fmt.run("fmt", "--check", "a.chapter.yaml").exit()).isEqualTo(Exit.FINDINGS);
    assertThat(Files.readString(file)).isEqualTo(MESSY);
    assertThat(fmt.run("fmt", "a.chapter.yaml").out()).isEqualTo("a.chapter.yaml\n");
    assertThat(Files.readString(file)).isEqualTo(LAID_OUT);
    assertThat(fmt.run("fmt", "--check", "a.chapter.yaml").exit()).isEqualTo(Exit.CLEAN);
  }

  /// What is found below a folder stays within it; permissions and links stay.
  @Test
  void aLinkStaysOne() throws IOException {
    Path file = Files.writeString(folder.resolve("shared.yaml"), MESSY);
    Path link = folder.resolve("book/a.chapter.yaml");
    Files.createDirectory(link.getParent());
    Files.createSymbolicLink(link, file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    Capture fmt = new Capture(folder);
    assertThat(fmt.run("fmt", "book").out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(MESSY);
    fmt.run("fmt", "book/a.chapter.yaml");
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).isEqualTo(LAID_OUT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
  }

  /// A comment after a text stays where its column puts it: with the block, before the next one, or
  /// at the end of all. Within brackets a text with a question mark needs quotes, and nothing more.
  @Test
  void aQuestionWithinBracketsGetsQuotes() throws IOException {
    String chapter =
        """
        perilla: 1
        id: a
        title: A
        blocks:
          - type: exercise
            id: e
            given: {p: 2}
            code: |
              r = p * p
            output: r
            text: Square it.
            questions:
              - id: q
                ask: How much?
                answer: r
                mistakes: [{answer: 2 + p + p, say: @}]
        """;
    laysOut(chapter.replace("@", "And the p?"), chapter.replace("@", "'And the p?'"));
  }

  /// What is in brackets with comments is laid out in lines, where comments have a place.
  @Test
  void bracketsWithCommentsAreOpened() throws IOException {
    laysOut(
        """
        perilla: 1
        id: b
        title: T
        blocks:
          - type: example # first
            id: e
            given: {
              a: 3,   # the first
              # about b
              b: 4    # the second
            }
            code: c = a * b
            output: c
            expect: {c: 12} # twelve
            show: [values,   # all
                   # drawn
                   graph # too
                   ] # end
          - {type: prose, # why
             text: "c is {{c}}."}
          - type: example
            given: {a: {value: 1, # a knob
                        min: 0, max: 2}, b: 5}
            code: c = a * b
        """,
        """
        perilla: 1
        id: b
        title: T
        blocks:
          - type: example # first
            id: e
            given:
              a: 3 # the first
              # about b
              b: 4 # the second
            code: c = a * b
            output: c
            expect: {c: 12} # twelve
            show:
              - values # all
              # drawn
              - graph # too
            # end

          - type: prose # why
            text: "c is {{c}}."

          - type: example
            given:
              a:
                value: 1 # a knob
                min: 0
                max: 2
              b: 5
            code: c = a * b
        """);
  }

  /// A comment that has no place in the layout is not lost: the file stays as it is.
  @Test
  void aFileWhoseCommentsCannotAllBeKeptStays() throws IOException {
    Path file = folder.resolve("a.chapter.yaml");
    String lesson = MESSY.replace("blocks:", "needs: [ # nothing\n  ]\nblocks:");
    Files.writeString(file, lesson);
    assertThat(new Capture(folder).run("fmt", "a.chapter.yaml").err())
        .contains("a layout that cannot be kept");
    assertThat(Files.readString(file)).isEqualTo(lesson);
  }

  /// Comments above an item in brackets, which the emitter writes as if it stood at the margin.
  @Test
  void commentsAboveItemsInBracketsStay() throws IOException {
    String chapter =
        """
        perilla: 1
        id: a
        title: A
        blocks:
          # the first
          - {type: prose, text: Words.}

          - type: note
            kind: rule
            text: |
              - # no comment
              {no item}

          # the third
          # in two lines
          - {type: prose,   text: More words.}
        """;
    laysOut(chapter, chapter.replace(",   text", ", text"));
  }

  @Test
  void commentsAfterTextsStayWhereTheyBelong() throws IOException {
    String laidOut =
        """
        perilla: 1
        id: a
        title: A # beside
        blocks:
          # on the first
          - type: prose
            text: |
              Words.
            # still of the first
            title: One

          # on the second
          # and more of it
          - type: prose
            text: >-
              Words
        # the end
        """;
    Path file = folder.resolve("a.chapter.yaml");
    for (String ends : new String[] {"\n", "\r\n"}) {
      Files.writeString(file, laidOut.replace("\n", ends));
      new Capture(folder).run("fmt", "a.chapter.yaml");
      assertThat(Files.readString(file)).isEqualTo(laidOut);
    }
  }

  @Test
  void aFileWithErrorsIsLeftAsItIs() throws IOException {
    Path file = folder.resolve("a.chapter.yaml");
    Files.writeString(file, "perilla: 1\nid: [");
    assertThat(new Capture(folder).run("fmt", "a.chapter.yaml").err())
        .startsWith("a.chapter.yaml: left as it is");
    assertThat(Files.readString(file)).isEqualTo("perilla: 1\nid: [");
  }

  @Test
  void yamlToJsonToYamlSaysTheSame() throws IOException {
    Files.writeString(folder.resolve("a.chapter.yaml"), MESSY);
    Capture fmt = new Capture(folder).run("fmt", "a.chapter.yaml", "--to", "json");
    String json = fmt.out();
    Files.writeString(folder.resolve("b.chapter.json"), json);
    String yaml = fmt.run("fmt", "b.chapter.json", "--to", "yaml").out();
    Files.writeString(folder.resolve("c.chapter.yaml"), yaml);
    assertThat(fmt.run("fmt", "c.chapter.yaml", "--to", "json").out()).isEqualTo(json);
  }

  @Test
  void commentsThatAreLeftOutAreCounted() throws IOException {
    String chapter =
        """
        # of two
        perilla: 1
        id: a  # that is all
        title: "A # is no comment"
        blocks:
          - {type: prose, text: Words}
        """;
    Files.writeString(folder.resolve("a.chapter.yaml"), chapter);
    Capture fmt = new Capture(folder).run("fmt", "a.chapter.yaml", "--to", "json");
    assertThat(fmt.err()).isEqualTo("2 comments left out: JSON has no place for them\n");
    assertThat(fmt.run("fmt", "a.chapter.yaml", "--to", "yaml").err())
        .isEqualTo("2 comments left out: fmt without --to keeps them\n");
  }

  @Test
  void ourOwnBooksCanBeLaidOut() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("books"))) {
      List<Path> chapters = files.filter(it -> it.toString().endsWith(".yaml")).toList();
      for (Path chapter : chapters) {
        Path copy = folder.resolve(chapter);
        Files.createDirectories(copy.getParent());
        Files.copy(chapter, copy);
        Capture fmt = new Capture(folder).run("fmt", chapter.toString());
        assertThat(fmt.exit()).as(chapter + fmt.err()).isEqualTo(Exit.CLEAN);
      }
    }
  }
}
