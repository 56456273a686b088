package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a line that an author has written, and the step that is offered: `a` is 3, `b`
/// is 4, `c` is their product.
final class HelpsTest {
  /// Only the name differs where the other sides agree with each other: digits that agree with the
  /// name would make the arithmetic false, so none are offered.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
`c = 4 - 0.3 = 3.7` | c is 12 here, but the other sides agree on 3.7: a value of another step has another name in the program, such as c_1 = …; if c is meant, correct the other sides
`c = 3.7 = 4 - 0.3` | c is 12 here, but the other sides agree on 3.7: a value of another step has another name in the program, such as c_1 = …; if c is meant, correct the other sides
$c = 1.402 \\cdot 3 - 1.7995 = 2.4065$ | c is 12 here, but the other sides agree on 2.4065: a value of another step has another name in the program, such as c_1 = …; if c is meant, correct the other sides
`c = a * b = 13` | the text says 13, the program gives 12: write 12
`c = 4 - 0.3 = 12` | c is 12, but 4 - 0.3 is 3.7: correct the number that is wrong, or write those that are rounded with more digits
`c = 3 * 4 = 13` | the text says 13, the program gives 12: write 12
""")
  void aNameOfAnotherStep(String line, String said) {
    assertThat(said(line)).isEqualTo(said);
  }

  private static String said(String line) {
    Compilation compilation = Chapters.compile(Chapters.product(line));
    return compilation.findings().stream()
        .map((Finding it) -> it.message() + it.help().map(help -> ": " + help).orElse(""))
        .collect(Collectors.joining("\n"));
  }
}
