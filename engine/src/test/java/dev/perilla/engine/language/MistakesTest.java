package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What beginners write wrong most often: the message is Python's, the help says in one sentence
/// what to do.
///
/// In `mistakes.txt` a line `---` parts a program from its findings, each with its help below, and
/// a line `===` one program from the next.
class MistakesTest {
  @TestFactory
  Stream<DynamicTest> mistakes() {
    List<String> cases =
        List.of(Corpus.read(Corpus.ROOT.resolve("mistakes.txt")).split("(?m)^===\n", -1));
    assertThat(cases).hasSizeGreaterThan(100);
    return cases.stream()
        .map(it -> DynamicTest.dynamicTest(it.lines().findFirst().get(), () -> check(it)));
  }

  private static void check(String mistake) {
    String[] halves = mistake.split("(?m)^---\n", -1);
    StringBuilder said = new StringBuilder();
    Corpus.run("x.py", halves[0])
        .allFindings()
        .forEach(
            finding ->
                said.append(finding.span().line() + ": " + finding.message() + "\n   ")
                    .append(finding.help().orElse("") + "\n"));
    assertThat(said.toString()).isEqualTo(halves[1]);
    assertThat(said.toString()).doesNotContain("look at what the line works with");
  }
}
