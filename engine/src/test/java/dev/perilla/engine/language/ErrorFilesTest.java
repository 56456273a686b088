package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Programs with the error that is expected beside its line: `x = yy # error: name 'yy' is not
/// defined`. What is found, before the program runs or while it does, is exactly that, in its
/// place.
///
/// `# error at 5: …` says it for another line. A program ends at a line `#---`; a `# prints: …` in
/// it says what it printed before. Files are found by listing.
class ErrorFilesTest {
  private static final String PRINTS = "# prints: ";

  @TestFactory
  Stream<DynamicTest> errors() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : Corpus.files("errors", ".py")) {
      int number = 0;
      for (String program : Corpus.read(file).split("(?m)^#---\n", -1)) {
        String name = file.getFileName() + " " + ++number;
        tests.add(DynamicTest.dynamicTest(name, () -> check(name, program)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(70);
    return tests.stream();
  }

  private static void check(String name, String program) {
    List<String> expected = new ArrayList<>();
    String prints = "";
    String[] lines = program.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int at = lines[i].indexOf("# error");
      if (at >= 0) {
        String rest = lines[i].substring(at + "# error".length());
        int colon = rest.indexOf(": ");
        String line = colon == 0 ? "" + (i + 1) : rest.substring(" at ".length(), colon);
        expected.add(line + ": " + rest.substring(colon + 2));
      } else if (lines[i].startsWith(PRINTS)) {
        prints += lines[i].substring(PRINTS.length()) + "\n";
      }
    }
    Outcome outcome = Corpus.run("x.py", program);
    List<String> found = new ArrayList<>();
    outcome
        .allFindings()
        .forEach(
            finding -> {
              found.add(finding.span().line() + ": " + finding.message());
              assertThat(finding.help()).as(name).isPresent();
            });
    assertThat(found).as(name).isEqualTo(expected);
    assertThat(outcome.output()).as(name).isEqualTo(prints);
  }
}
