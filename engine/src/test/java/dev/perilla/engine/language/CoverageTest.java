package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.engine.language.resolve.Coverage;
import org.junit.jupiter.api.Test;

/// What the table says is left out is refused before anything runs, with what to write instead.
class CoverageTest {
  private static void refused(String code, String instead) {
    Outcome outcome = Corpus.run("x.py", "print('ran')\n" + code);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.findings()).as(code).hasSize(1);
    assertThat(outcome.findings().get(0).code()).isEqualTo(LanguageCode.UNSUPPORTED);
    assertThat(outcome.findings().get(0).help().orElse("")).contains(instead);
  }

  @Test
  void builtins() {
    Coverage.refusedBuiltins().forEach((name, instead) -> refused(name + "(1)\n", instead));
  }

  @Test
  void methods() {
    Coverage.refusedMethods()
        .forEach(
            (name, instead) -> refused("class A:\n    def " + name + "(self): pass\n", instead));
  }

  @Test
  void bases() {
    Coverage.refusedBases()
        .forEach((name, instead) -> refused("class A(" + name + "): pass\n", instead));
  }

  @Test
  void modulesCanBeImported() {
    for (String module : Coverage.MODULES) {
      assertThat(Corpus.run("x.py", "import " + module + "\n").completed()).isTrue();
    }
  }
}
