package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Code that is no Python is refused with CPython's words.
///
/// A line of `syntax.txt` has the code, with `⏎` for a new line, and behind a tab the line, or line
/// and column, and the message of CPython 3.11.
class SyntaxMessagesTest {
  @TestFactory
  Stream<DynamicTest> messages() {
    List<String> cases = Corpus.read(Corpus.ROOT.resolve("syntax.txt")).lines().toList();
    assertThat(cases).hasSizeGreaterThan(180);
    return cases.stream().map(it -> DynamicTest.dynamicTest(it, () -> check(it)));
  }

  private static void check(String line) {
    int tab = line.indexOf('\t');
    String code = line.substring(0, tab).replace("⏎", "\n") + "\n";
    String expected = line.substring(tab + 1);
    boolean column = expected.indexOf(':') < expected.indexOf(' ') && expected.indexOf(':') > 0;
    List<Finding> findings = Corpus.run("x.py", code).findings();
    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(
            finding.span().line()
                + (column ? ":" + finding.span().column() : "")
                + " "
                + finding.message())
        .isEqualTo(expected);
  }
}
