package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.ChapterTexts;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.source.FindingPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationReaderTest {
  private static Read<Translation> read(String yaml) {
    return TranslationReader.read("en/suma.chapter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void slipsArePointedAt() {
    String yaml =
        """
        perilla: 1
        translate: suma
        titel: A sum
        blocks:
          b1:
            text: [a list]
            turn: [Hello.]
          xw:
            questions:
              q1: {hint: Look., answers: x}
        """;
    assertThat(FindingPrinter.pretty(read(yaml).findings()))
        .isEqualTo(
            """
            en/suma.chapter.yaml:2:1: error[P0101]: a translation has no key `translate`
                2 | translate: suma
                  | ^^^^^^^^^
               help: did you mean `translates`?
            en/suma.chapter.yaml:3:1: error[P0101]: a translation has no key `titel`
                3 | titel: A sum
                  | ^^^^^
               help: did you mean `title`?
            en/suma.chapter.yaml:6:12: error[P0103]: `text` is a text, here is a list
                6 |     text: [a list]
                  |            ^^^^^^
               help: put it in quotes, since YAML takes its brackets for a list or mapping: "[a list]"
            en/suma.chapter.yaml:7:5: error[P0101]: a block has no key `turn`
                7 |     turn: [Hello.]
                  |     ^^^^
               help: did you mean `turns`?
            en/suma.chapter.yaml:10:12: error[P0101]: a question has no key `hint`
               10 |       q1: {hint: Look., answers: x}
                  |            ^^^^
               help: did you mean `hints`?
            en/suma.chapter.yaml:10:25: error[P0101]: a question has no key `answers`
               10 |       q1: {hint: Look., answers: x}
                  |                         ^^^^^^^
               help: did you mean `answer`?
            """);
  }

  @Test
  void everyTextHasAnAddress() {
    String yaml =
        """
        perilla: 1
        translates: suma
        title: A sum
        from: {title: Una suma}
        speakers: {guía: guide}
        blocks:
          b1: {turns: [Hello., ""]}
          xw:
            labels: {"pérdida": loss}
            questions:
              q1:
                hints: One hint.
                options: [{text: Yes.}, null, {say: Not that.}]
        """;
    assertThat(
            read(yaml).value().orElseThrow().entries().stream()
                .map(it -> it.address() + ": " + it.text().map(Object::toString).orElse("-"))
                .toList())
        .isEqualTo(
            List.of(
                "title: A sum",
                "speakers.guía: guide",
                "b1.turns.1: Hello.",
                "b1.turns.2: -",
                "xw.labels.pérdida: loss",
                "xw.questions.q1.options.1.text: Yes.",
                "xw.questions.q1.options.2: -",
                "xw.questions.q1.options.3.say: Not that.",
                "xw.questions.q1.hints.1: One hint."));
  }

  /// What `perilla translate init` writes reads back as the same, and has the place of each of its
  /// texts.
  @Test
  void aBeginningIsLossless() {
    Chapter chapter =
        ChapterReader.read("x.chapter.yaml", Samples.WHOLE.getBytes(StandardCharsets.UTF_8))
            .value()
            .orElseThrow();
    Translation begun = Translation.none(chapter.id()).completed(chapter);
    Read<Translation> again = read(ChapterWriter.yaml(begun));
    assertThat(FindingPrinter.pretty(again.findings())).isEmpty();
    assertThat(again.value().orElseThrow().byAddress().keySet())
        .containsAll(
            ChapterTexts.of(chapter).entrySet().stream()
                .filter(it -> Translation.isWanted(it.getKey(), it.getValue()))
                .map(it -> it.getKey())
                .toList());
    Translation twice = again.value().orElseThrow().completed(chapter);
    assertThat(ChapterWriter.yaml(twice)).isEqualTo(ChapterWriter.yaml(begun));
  }
}
