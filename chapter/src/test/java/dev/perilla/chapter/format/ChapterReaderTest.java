package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.source.FindingPrinter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Sources with all that is said of them.
class ChapterReaderTest {
  static Read<Chapter> read(String text) {
    return ChapterReader.read("suma.chapter", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertFindings(String source, String findings) {
    assertThat(FindingPrinter.pretty(read(source).findings())).isEqualTo(findings);
  }

  @Test
  void readsEveryKeyOfTheFormat() {
    Read<Chapter> read = read(Samples.WHOLE);
    assertThat(FindingPrinter.pretty(read.findings())).isEmpty();
    assertThat(read.value()).isPresent();
  }

  @Test
  void oneSlipIsOneFinding() {
    String source =
        """
        perilla: 1
        id: suma
        titel: 🎛️ Suma
        blocks:
          - type: prosa
            txt: |
              hola
            about: nadie
          - type: example
            given: {a: x, 2c: 4}
            code: c = a
            show: [grph, network]
        """;
    assertFindings(
        source,
        """
        suma.chapter:3:1: error[P0101]: a chapter has no key `titel`
            3 | titel: 🎛️ Suma
              | ^^^^^
           help: did you mean `title`?
        suma.chapter:5:11: error[P0105]: there is no block type `prosa`
            5 |   - type: prosa
              |           ^^^^^
           help: did you mean `prose`?
        suma.chapter:6:5: error[P0101]: a prose block has no key `txt`
            6 |     txt: |
              |     ^^^
           help: did you mean `text`?
        suma.chapter:8:12: error[P0110]: no block of this chapter has the id `nadie`
            8 |     about: nadie
              |            ^^^^^
           help: give the block that is meant an `id`
        suma.chapter:10:16: error[P0111]: `a` is a number, here is `x`
           10 |     given: {a: x, 2c: 4}
              |                ^
           help: write a number, like 3, -0.5 or 1e-4
        suma.chapter:10:19: error[P0112]: `2c` is no name of a program
           10 |     given: {a: x, 2c: 4}
              |                   ^^
           help: a name starts with a letter and goes on with letters, digits and `_`
        suma.chapter:12:12: error[P0106]: there is no view `grph`
           12 |     show: [grph, network]
              |            ^^^^
           help: did you mean `graph`?
        suma.chapter:12:18: error[P0102]: the view `network` does not say of what
           12 |     show: [grph, network]
              |                  ^^^^^^^
           help: write `network:` with it; the layers and weights of a network
        """);
  }

  /// The commonest slips of people to whom YAML is new, each said by itself: what follows from a
  /// line that cannot be read is left out.
  @Test
  void slipsOfYaml() {
    String head = "perilla: 1\nid: a\ntitle: A\nblocks:\n";
    assertSlip(
        "perilla: 1\nid: a\ntitle:Base\nblocks: []\n",
        "3: P0005 a blank is missing behind the colon: write `title: Base`");
    assertSlip(
        head + "  -type: prose\n    text: x\n",
        "6: P0005 a blank is missing behind the dash above: write `- type: prose`");
    assertSlip(
        head + "  - type: prose\n    text: x\n  -type: prose\n    text: x\n",
        "7: P0005 a blank is missing behind the dash: write `- type: prose`");
    assertSlip(
        head + "  - type: example\n    id: ex\n     given: {a: 3}\n    code: c = a\n",
        "7: P0005 this line is indented deeper than the one above it, which has its value already:"
            + " give `given` the indentation of `id`; a text with a colon in it stands in quotes");
    assertSlip(
        head + "  - type: example\n    id: ex\n   given: {a: 3}\n    code: c = a\n",
        "7: P0005 this line does not fit the lines above it: give it the indentation of its"
            + " neighbours, and quotes to a text with `:` or `#` in it; a text with quotes within"
            + " stands under `|`");
    assertSlip(
        head + "  - {type: example, given: {a:3}, code: c = a}\n",
        "5: P0112 `a:3` is no name of a program: a blank stands behind the colon: `a: 3`");
    assertSlip(
        head + "  - {type: prose, text: x}\n  - {type: prose, text:x}\n",
        "6: P0101 a blank is missing behind the colon: write `text: x`");
    assertSlip(
        head + "  - {type: code, code: c = 12, expect: c = 12}\n",
        "5: P0103 `expect` is a mapping, here is a single value: write `{c: 12}`");
    assertSlip(
        head + "  - {type: example, given: {a: 3,5}, code: c = a}\n",
        "5: P0112 `5` is no name of a program: a comma parts two entries here: the decimal mark is"
            + " a point, as in 3.5");
    assertSlip(
        head + "  - {type: example, given: {a: [1, 2]}, code: c = 1}\n",
        "5: P0103 `a` is an input, here is a list: an input is one number, such as `a: 3`; a list"
            + " is made in the code, and a choice between numbers is `{one_of: [1, 2]}`");
    String asked = head + "  - type: exercise\n    text: x\n    code: y = 1\n    questions:\n";
    assertSlip(
        asked + "      - {id: q, ask: x, kind: chioce, answer: y}\n",
        "9: P0107 there is no question kind `chioce`: did you mean `choice`?");
    assertSlip(
        asked
            + "      - id: q\n        ask: x\n        answer: y\n        mistakes:\n"
            + "          - {answer: x, say: z, misconception: {line: a, as: b}}\n",
        "13: P0101 `misconception` stands in the place of `answer`, not beside it: write one of the"
            + " two");
    assertSlip(
        head + "  - {type: code, code: x = 1, show: [{training: {loss: [w, b]}}]}\n",
        "5: P0103 `loss` is an expression, here is a list: put it in quotes, since YAML takes its"
            + " brackets for a list or mapping: \"[w, b]\"");
    assertSlip(
        head + "  - {type: code, code: x = 1, show: [{table: {a: [\"p\", \"q\"]}}]}\n",
        "5: P0103 `a` is an expression, here is a list: put it in quotes, since YAML takes its"
            + " brackets for a list or mapping: '[\"p\", \"q\"]'");
    assertSlip(
        head.replace("title: ", "summarys: [x, y]\ntitle: ") + "  - {type: prose, text: x}\n",
        "3: P0101 a chapter has no key `summarys`: did you mean `summary`?");
    assertSlip(
        head + "  - {type: prose, id: main_, text: x}\n",
        "5: P0108 `main_` is no id: write `main`; an id is made of letters from a to z, digits and"
            + " hyphens, at most 80");
    assertSlip(
        "id: My Example\nlang: en_US\ntitle: A\nblocks: [{type: prose, text: x}]\n",
        "1: P0102 this chapter lacks `perilla`: write `perilla: 1`; the version of the format: 1",
        "1: P0108 `My Example` is no id: write `my-example`; an id is made of letters from a to z,"
            + " digits and hyphens, at most 80",
        "2: P0116 `en_US` is no language tag: write `en-US`");
  }

  private static void assertSlip(String source, String... said) {
    assertThat(read(source).findings())
        .extracting(
            it ->
                it.span().line()
                    + ": "
                    + it.code().id()
                    + " "
                    + it.message()
                    + ": "
                    + it.help().orElse(""))
        .containsExactly(said);
  }

  @Test
  void whatTheFormatLeavesOutOfYamlIsRefused() {
    String source =
        """
        perilla: 1
        id: &x a
        title: *x
        blocks:
          - !note {type: prose, text: a}
          - <<: {a: 1}
            type: prose
            type: note
            text: a
            ? [a]
            : b
        """;
    assertFindings(
        source,
        """
        suma.chapter:2:5: error[P0010]: anchors (`&name`) are not read
            2 | id: &x a
              |     ^
           help: write the value where it is meant, or put the text in quotes
        suma.chapter:3:8: error[P0010]: aliases (`*name`) are not read
            3 | title: *x
              |        ^^
           help: write the value itself, or put the text in quotes
        suma.chapter:5:5: error[P0011]: tags (`!name`) are not read
            5 |   - !note {type: prose, text: a}
              |     ^
           help: write the value without it, or put the text in quotes
        suma.chapter:6:5: error[P0012]: merge keys (`<<`) are not read
            6 |   - <<: {a: 1}
              |     ^^
           help: write the keys out where they are meant
        suma.chapter:8:5: error[P0009]: the key `type` is written twice
            8 |     type: note
              |     ^^^^
           note: suma.chapter:7:5: it stands here already
            7 |     type: prose
              |     ^^^^
           help: keep one of the two
        suma.chapter:10:7: error[P0013]: a list or mapping is no key
           10 |     ? [a]
              |       ^
           help: a key is a word followed by a colon
        """);
  }

  @Test
  void brokenFilesSayWhereAndWhatToDo() {
    assertFindings(
        "title: a: b\n",
        """
        suma.chapter:1:9: error[P0005]: a colon stands in a place where no key can be
            1 | title: a: b
              |         ^
           help: put the text in quotes, or write it below `|`
        """);
    assertFindings(
        "title: {{a}} is\n",
        """
        suma.chapter:1:9: error[P0013]: a list or mapping is no key
            1 | title: {{a}} is
              |         ^
           help: a text that begins with {{ stands in quotes, or below `|`
        """);
    assertFindings(
        "blocks: [{type: prose, text: is {{a}} so}]\n",
        """
        suma.chapter:1:10: error[P0005]: the mapping that opens here is not closed, or lacks a comma
            1 | blocks: [{type: prose, text: is {{a}} so}]
              |          ^
           help: separate the entries with commas and close it with `}`; a text with commas, brackets or {{…}} in it stands in quotes
        """);
    assertFindings(
        "title: \"a\nid: b\n",
        """
        suma.chapter:1:8: error[P0005]: the quote that opens here is never closed
            1 | title: "a
              |        ^
           help: close it
        """);
    assertFindings(
        "{\"perilla\": 1, }",
        """
        suma.chapter:1:16: error[P0006]: a value or a pair is missing before this, or a comma is too many
            1 | {"perilla": 1, }
              |                ^
           help: expected here: double-quote to start property name
        """);
    assertFindings(
        "",
        """
        suma.chapter:1:1: error[P0004]: the file is empty
           help: start with `perilla: 1`
        """);
  }

  @Test
  void listingsThatAreNotRunSayWhyAndClaimNothing() {
    String source =
        """
        perilla: 1
        id: a
        title: a
        blocks:
          - type: code
            lang: c
            code: x
          - type: code
            run: false
            code: x
            expect: {c: 1}
          - type: prose
            id: b1
            text: a
        """;
    assertFindings(
        source,
        """
        suma.chapter:6:11: error[P0114]: a listing in `c` cannot be run
            6 |     lang: c
              |           ^
           help: add `run: false` and a `reason`, or delete `lang` from a listing in Python
        suma.chapter:9:5: error[P0102]: a listing that is not run lacks a `reason`
            9 |     run: false
              |     ^^^
           help: write `reason:` and why; readers see it
        suma.chapter:11:5: error[P0114]: `expect` stands at a listing that is not run
           11 |     expect: {c: 1}
              |     ^^^^^^
           help: delete it, or let the listing run
        suma.chapter:13:9: error[P0109]: `b1` is the id of block 1, which has no other
           13 |     id: b1
              |         ^^
           help: use a word that says what this block is about
        """);
  }

  @Test
  void aKnobCanBeTurnedToItsNumber() {
    String source =
        """
        perilla: 1
        id: a
        title: a
        blocks:
          - type: example
            given:
              a: {value: 3, min: 0, max: 10, step: 0.1}
              b: {value: 3, min: 3}
              c: {value: 3, min: 1, max: -10}
              d: {value: 3, min: 1e3, step: 0}
              e: {value: x, min: 3, max: 2}
              g: {value: 0.1, min: 0, max: 1, step: 0.3}
              h: {value: 0.7, min: 0.1, max: 1, step: 0.3}
            code: f = a + b + c + d
        """;
    assertFindings(
        source,
        """
        suma.chapter:9:34: error[P0114]: `value` is greater than `max`: the knob cannot be turned there
            9 |       c: {value: 3, min: 1, max: -10}
              |                                  ^^^
           help: write them in their order: min, value, max
        suma.chapter:10:26: error[P0114]: `min` is greater than `value`: the knob cannot be turned there
           10 |       d: {value: 3, min: 1e3, step: 0}
              |                          ^^^
           help: write them in their order: min, value, max
        suma.chapter:10:37: error[P0114]: the knob `d` has a step of 0
           10 |       d: {value: 3, min: 1e3, step: 0}
              |                                     ^
           help: write how far two values are from each other, such as 0.1
        suma.chapter:11:18: error[P0111]: `value` is a number, here is `x`
           11 |       e: {value: x, min: 3, max: 2}
              |                  ^
           help: write a number, like 3, -0.5 or 1e-4
        suma.chapter:12:18: warning[P0114]: the knob has no such value: it goes from 0 in steps of 0.3
           12 |       g: {value: 0.1, min: 0, max: 1, step: 0.3}
              |                  ^^^
           help: write a step that leads there from min
        """);
  }

  @Test
  void whatIsSaidOfAnOptionReachesSomebody() {
    String source =
        """
        perilla: 1
        id: a
        title: a
        blocks:
          - type: exercise
            text: a
            questions:
              - kind: choice
                ask: Which?
                options:
                  - {text: This one., right: true, say: Well done.}
                  - {text: That one., right: false, say: It is not.}
        """;
    assertFindings(
        source,
        """
        suma.chapter:11:44: warning[P0114]: nobody is told this: the option is right, and `say` is for who should not choose it
           11 |           - {text: This one., right: true, say: Well done.}
              |                                            ^^^
           help: say it in the `solution` of the question, or of an option that is wrong
        """);
  }

  @Test
  void aQuestionWithTheKeysOfAnotherKindIsToldItsKind() {
    String source =
        """
        perilla: 1
        id: a
        title: a
        blocks:
          - type: exercise
            text: a
            questions:
              - ask: Which?
                options:
                  - {text: This one., right: true}
                  - {text: That one., right: false}
        """;
    assertFindings(
        source,
        """
        suma.chapter:9:9: error[P0102]: only a question of kind choice has `options`
            9 |         options:
              |         ^^^^^^^
           help: write `kind: choice` beside it
        """);
  }
}
