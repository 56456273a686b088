package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.engine.knobs.KnobProgram;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the numbers and statements of a text become with the inputs of a reader.
final class TurnedNumbersTest {
  /// The answers by what stands in the text, with a rate of 0.05 in place of 0.03.
  private static Map<String, String> turned(String before, String text) {
    CompiledChapter chapter =
        Chapters.clean(
            """
            perilla: 1
            id: t
            title: Interest
            blocks:
              - type: prose
                about: e
                text: |
                  %s
              - type: example
                id: e
                given: {P: 1000, n: 9, r: {value: 0.03, min: 0, max: 0.1, step: 0.01}}
                code: |
                  A = P * (1 + r) ** n
                output: A
              - type: prose
                text: |
                  %s
            """
                .formatted(before, text));
    KnobProgram program = KnobProgram.read(chapter.program().orElseThrow());
    List<String> answers = program.turn(Map.of("e r", "0.05"), true).answers();
    Map<String, String> found = new TreeMap<>();
    int at = 0;
    for (KnobProgram.Step step : program.steps()) {
      for (KnobProgram.Read read : step.reads()) {
        for (Ledger.Entry entry : chapter.ledger().entries()) {
          if (entry.id().equals(read.claim())) {
            found.put(entry.text(), answers.get(at));
          }
        }
        at++;
      }
    }
    return found;
  }

  @ParameterizedTest(name = "{0} becomes {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[3%]{= r}                        | 3%        | 5%",
        "[30.5%]{= (A - P) / P}           | 30.5%     | 55.1%",
        "[1,030.00]{= P * (1 + r)}        | 1,030.00  | 1,050.00",
        "[1,304,773]{= int(A.data * 1000)}        | 1,304,773 | 1,551,328",
        "[1.03]{= 1 + r}                  | 1.03      | 1.05",
        "[100%]{= r / r}                  | 100%      | 100%",
        "$$A = P\\,(1 + r)^n$$            | A = P\\,(1 + r)^n | holds",
        "`A = P * (1 + r) ** n`           | A = P * (1 + r) ** n | holds",
        "`A = P * (1 + r) ** n = 1304.77` | A = P * (1 + r) ** n = 1304.77 | holds" + " 1551.33",
        "{{'low' if r < 0.04 else 'high'}}       | low       | high",
        "{{r < 0.04}}                            | True      | False",
        "{{['low', 'high'][int(r > 0.04)]:>6}}   | low       | high",
        "{{['low' if r < 0.04 else 'high', 'b']}} | [low, b] | fails",
        "{{'{} a year'.format(r)}} | 0.03      | fails",
        "{{A:>12.2f}}                            | 1304.77   | 1551.33",
      })
  void whatStandsInATextFollows(String text, String written, String turned) {
    assertThat(turned("Interest.", text)).containsEntry(written, turned);
    assertThat(turned(text, "Interest.")).as("before the example").containsEntry(written, turned);
  }
}
