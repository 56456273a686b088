package dev.perilla.engine.language.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Crash;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.number.Python;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the language prints is what CPython prints: byte for byte, for programs and expressions of
/// each row of the language's table. What it leaves out is refused by name, and listed in
/// `refused.txt`.
class ConformanceTest {
  /// Runs programs that stand one after the other, ended by a NUL, and prints their results so.
  static final String CPYTHON =
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
  void programsPrintWhatCPythonPrints() {
    compare(Case.programs());
  }

  @Test
  void expressionsGiveWhatCPythonGives() {
    compare(Case.expressions());
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

  private static void compare(List<Case> cases) {
    List<String> refused = Case.refused();
    List<String> wrong = new ArrayList<>();
    for (Case one : cases) {
      Outcome outcome;
      try {
        outcome = run(one);
      } catch (RuntimeException e) {
        wrong.add(difference(one, e + "\n"));
        continue;
      }
      boolean isRefused =
          !outcome.findings().isEmpty()
              || outcome.crash().filter(c -> c.kind() == Crash.Kind.UNSUPPORTED).isPresent();
      if (isRefused != refused.contains(one.name())
          || (!isRefused && !one.expected().equals(shown(outcome)))) {
        wrong.add(difference(one, shown(outcome)));
      }
    }
    assertThat(wrong.stream().limit(80)).as("%d differ", wrong.size()).isEmpty();
  }

  private static Outcome run(Case one) {
    SourceFile file = SourceFile.of("program.py", one.program());
    return new Machine(Limits.DEFAULT).run(Text.of(file));
  }

  static String shown(Outcome outcome) {
    StringBuilder shown = new StringBuilder(outcome.output());
    for (Finding finding : outcome.findings()) {
      shown.append("refused: ").append(finding.message()).append('\n');
    }
    if (outcome.crash().isPresent()) {
      Crash crash = outcome.crash().get();
      shown.append("!!! ").append(crash.typeName()).append(": ").append(crash.message());
      shown.append('\n');
    }
    return shown.toString();
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
