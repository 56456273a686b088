package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every program below `programs` prints what python3 prints for it.
class ProgramsTest {
  @TestFactory
  Stream<DynamicTest> programs() {
    return Corpus.files("programs", ".py").stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
  }

  private static String name(Path file) {
    return Corpus.ROOT.relativize(file).toString();
  }

  private static void check(Path file) {
    Outcome outcome = Corpus.run(file.getFileName().toString(), Corpus.read(file));
    assertThat(Corpus.shown(outcome)).isEqualTo(Corpus.read(Corpus.out(file)));
  }

  @Test
  void noOutputIsWithoutItsProgram() {
    assertThat(Corpus.files("programs", ".out"))
        .allMatch(out -> Files.exists(Path.of(out.toString().replaceAll("\\.out$", ".py"))));
  }

  @Test
  void theOutputsAreThoseOfPython() {
    Assumptions.assumeTrue(Corpus.hasPython(), "no python3.11 here");
    for (Path file : Corpus.files("programs", ".py")) {
      assertThat(Corpus.read(Corpus.out(file)))
          .as(name(file))
          .isEqualTo(Corpus.python(Corpus.read(file)));
    }
  }
}
