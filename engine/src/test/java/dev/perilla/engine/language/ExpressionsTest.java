package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every line of the files in `expressions` has the `repr`, or raises the exception, that it has in
/// python3.
class ExpressionsTest {
  @TestFactory
  Stream<DynamicTest> expressions() {
    return Corpus.files("expressions", ".txt").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        assertThat(values(file))
                            .containsExactlyElementsOf(
                                Corpus.read(Corpus.out(file)).lines().toList())));
  }

  private static List<String> values(Path file) {
    List<String> values = new ArrayList<>();
    for (String line : Corpus.read(file).lines().toList()) {
      Outcome outcome = Corpus.run("x.py", "import math\nprint(ascii(" + line + "))\n");
      values.add(line + "  # " + Corpus.shown(outcome).strip());
    }
    return values;
  }

  @Test
  void theValuesAreThoseOfPython() {
    Assumptions.assumeTrue(Corpus.hasPython(), "no python3.11 here");
    for (Path file : Corpus.files("expressions", ".txt")) {
      StringBuilder program = new StringBuilder("import math\n");
      for (String line : Corpus.read(file).lines().toList()) {
        program
            .append("line = ")
            .append(quoted(line))
            .append("\ntry:\n    print(line + '  # ' + ascii(eval(line)))\n")
            .append("except Exception as e:\n")
            .append("    print((line + '  # ' + type(e).__name__ + ': ' + str(e)).rstrip(': '))\n");
      }
      assertThat(Corpus.read(Corpus.out(file)))
          .as(file.toString())
          .isEqualTo(Corpus.python(program.toString()));
    }
  }

  private static String quoted(String line) {
    return "'" + line.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
