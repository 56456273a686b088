package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chapter with errors of form is compiled as well, so that all errors are said in one run:
/// whatever stands in the place of a word, findings come of it, and never an exception.
final class DamagedChaptersTest {
  private static final String WHOLE =
      """
      perilla: 1
      id: t
      lang: en
      title: Everything
      summary: A summary.
      needs: [other]
      sources:
        paper: {title: A paper, url: "https://example.org/p"}
      limits: {steps: 20000, seconds: 2.5, depth: 50}
      blocks:
        - type: dialogue
          turns: [{who: Ada, text: "Hello."}]
        - type: example
          id: product
          title: Knobs
          given: {a: {value: 3, min: 0, max: 10, step: 0.01}, b: 4}
          code: |
            c = a * b
            xs = [1, 2, 3]
          output: c
          expect: {c: 12, dc/da: b}
          caption: A caption.
          show:
            - values
            - gradients: a
            - chain: a
            - nudge: {a: 0.01}
            - table: {"x": xs}
            - plot: {x: xs, y: {one: xs}}
            - plot: {y: c, over: {a: {from: -2, to: 4}}, points: "[[1, a]]", tangent: a}
            - plot: {regions: a - b, over: {a: {from: 0, to: 1}, b: {from: 0, to: 2}}}
            - training: xs
            - knobs
        - type: prose
          about: product
          text: "`c = 12` and {{c}} and [12]{= c} and [5]{cite=paper}."
        - {type: note, kind: rule, text: A note.}
        - {type: code, id: line, editable: true, code: y = 1}
        - {type: code, lang: c, run: false, reason: Other., code: x}
        - type: exercise
          id: sum
          given: {x: {from: 1, to: 9, step: 2}, w: {one_of: [-3, 2]}, v: 1}
          code: z = x * w + v
          output: z
          text: Compute.
          variants: {count: 3, seed: 7}
          questions:
            - id: first
              ask: How much?
              answer: z
              tolerance: 0.5
              hints: [A hint.]
              solution: It is {{z}}.
              mistakes: [{answer: x + 20, say: No.}]
              attempts: [{said: "-600", verdict: wrong}]
            - {kind: choice, ask: Which?, options: [{text: A, right: true}, {text: B, right: z > 100}]}
            - {kind: expression, ask: What?, answer: x * w + v}
            - {kind: order, ask: In which?, steps: [one, two], distractors: [three]}
            - {kind: code, ask: Fill., code: "z = ____", fill: x * w + v, test: z == x * w + v}
            - {kind: text, ask: Why?, answer: Because.}
      """;

  /// What stands behind a colon, a comma, a bracket or a dash.
  private static final Pattern WORD =
      Pattern.compile("(?<=[:,\\[] |- |\\[)[^\\s\\[\\]{},|][^\\[\\]{},\n]*");

  @ParameterizedTest
  @ValueSource(strings = {"0", "−3", "1e999", "2.5", "word", "''", "~", "[]", "{a: 1}"})
  void whateverStandsInThePlaceOfAWord(String junk) {
    Matcher words = WORD.matcher(WHOLE);
    int tried = 0;
    while (words.find()) {
      String damaged = WHOLE.substring(0, words.start()) + junk + WHOLE.substring(words.end());
      String as = junk + " for " + words.group() + " at " + words.start();
      assertThatCode(() -> findings(damaged)).as(as).doesNotThrowAnyException();
      tried++;
    }
    assertThat(tried).isGreaterThan(90);
  }

  private static List<Finding> findings(String yaml) {
    Read<Chapter> read =
        ChapterReader.read("t.chapter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    List<Finding> findings = new ArrayList<>(read.findings());
    read.value()
        .ifPresent(it -> findings.addAll(Compiler.compile(it, Chapters.SETTINGS).findings()));
    return findings;
  }

  @Test
  void isWholeAsItStands() {
    assertThat(findings(WHOLE)).filteredOn(it -> it.severity() == Severity.ERROR).isEmpty();
  }
}
