package dev.perilla.engine.language.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.engine.language.number.Python;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the language prints is what CPython prints: byte for byte, for programs and expressions of
/// each row of the language's table. What it leaves out is refused before anything runs, and listed
/// in `refused.txt`.
class ConformanceTest {
  /// Runs programs that stand one after the other, ended by a NUL, and prints their results so.
  private static final String CPYTHON =
      """
      import contextlib, io, random, sys, warnings
      warnings.simplefilter('ignore')
      results = []
      programs = open(sys.argv[1], encoding='utf-8', newline='\\n').read().split('\\0')
      for program in programs:
          printed = io.StringIO()
          failure = ''
          try:
              with contextlib.redirect_stdout(printed):
                  exec(compile(program, '<program>', 'exec'), {'__name__': '__main__'})
          except BaseException as error:
              failure = '!!! ' + type(error).__name__ + ': ' + str(error) + '\\n'
          results.append(printed.getvalue().replace('\\0', '\\\\0') + failure)
      sys.stdout.reconfigure(encoding='utf-8', newline='\\n')
      sys.stdout.write('\\0'.join(results))
      """;

  @Test
  void thePrintsOfProgramsAreCPythons() {
    compareWithCPython(Case.programs());
  }

  @Test
  void theValuesOfExpressionsAreCPythons() {
    compareWithCPython(Case.expressions());
  }

  @Test
  void thereAreEnough() {
    assertThat(Case.programs()).hasSizeGreaterThan(400);
    assertThat(Case.expressions()).hasSizeGreaterThan(3_000);
  }

  private static void compareWithCPython(List<Case> cases) {
    List<String> programs = cases.stream().map(Case::program).toList();
    String[] results = Python.run(CPYTHON, String.join("\0", programs)).split("\0", -1);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      if (!cases.get(i).expected().equals(results[i])) {
        wrong.add(difference(cases.get(i), results[i]));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String difference(Case one, String got) {
    return "\n=== "
        + one.name()
        + "\n"
        + one.program()
        + "--- CPython prints\n"
        + one.expected()
        + "--- we print\n"
        + got;
  }
}
