package dev.perilla.engine.language.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Crash;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.number.Python;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Programs that nobody wrote ([ProgramMaker]) print what CPython prints, or are refused before
/// they run. `-Dperilla.seed=N` begins at another seed; a failure names the seed of its program.
class GeneratedProgramsTest {
  private static final int COUNT = 600;

  private static final int OF_A_ROW = 60;

  /// Gives CPython the stand-in for the public micrograd that exported notebooks are tried with.
  private static final String MICROGRAD =
      """
      import sys, types
      package, engine = types.ModuleType('micrograd'), types.ModuleType('micrograd.engine')
      exec(open('FILE', encoding='utf-8').read(), engine.__dict__)
      package.engine = engine
      sys.modules['micrograd'], sys.modules['micrograd.engine'] = package, engine
      """
          .replace(
              "FILE",
              Path.of("../site/src/test/resources/dev/perilla/site/exporter/engine.py")
                  .toAbsolutePath()
                  .toString());

  @Test
  void programsFromTheGrammarPrintWhatCPythonPrints() {
    long first = Long.getLong("perilla.seed", 1);
    compare(first, LongStream.range(first, first + COUNT).mapToObj(ProgramMaker::program).toList());
  }

  @Test
  void programsOverEachRowOfTheTablePrintWhatCPythonPrints() {
    long first = Long.getLong("perilla.seed", 1);
    List<String> programs = new ArrayList<>();
    for (int row = 0; row < RowMaker.rows().size(); row++) {
      for (long seed = first; seed < first + OF_A_ROW; seed++) {
        programs.add(RowMaker.program(row, seed));
      }
    }
    compare(0, programs);
  }

  private static void compare(long first, List<String> programs) {
    String[] expected =
        Python.run(MICROGRAD + ConformanceTest.CPYTHON, String.join("\0", programs))
            .split("\0", -1);
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < programs.size(); i++) {
      SourceFile file = SourceFile.of("program.py", programs.get(i));
      Outcome outcome = new Machine(Limits.DEFAULT).run(Text.of(file));
      if (outcome.crash().filter(it -> it.kind() == Crash.Kind.LIMIT).isPresent()) {
        refused++; // CPython has no limits, or others
      } else if (!outcome.findings().isEmpty()) {
        refused += expected[i].startsWith("!!! SyntaxError") ? 0 : 1;
        assertThat(outcome.output()).isEmpty();
      } else {
        String found = ConformanceTest.shown(outcome).replace("\0", "\\0");
        if (!found.equals(expected[i])) {
          wrong.add((first + i) + ": " + difference(expected[i], found));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(refused).isLessThan(programs.size() / 10);
  }

  private static String difference(String expected, String found) {
    List<String> theirs = expected.lines().toList();
    List<String> ours = found.lines().toList();
    int at = 0;
    while (at < theirs.size() && at < ours.size() && theirs.get(at).equals(ours.get(at))) {
      at++;
    }
    return "\nCPython: "
        + (at < theirs.size() ? theirs.get(at) : "(end)")
        + "\nperilla: "
        + (at < ours.size() ? ours.get(at) : "(end)")
        + "\n";
  }
}
