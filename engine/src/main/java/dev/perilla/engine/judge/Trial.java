package dev.perilla.engine.judge;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Python;
import java.time.Duration;

/// A program that a reader has completed, and the condition that it must meet.
///
/// @param setup the program that runs before it
/// @param test an expression, looked up in the state at its end
record Trial(String setup, String test) {
  /// What one program may use: the same on every machine.
  private static final Limits LIMITS =
      new Limits(2_000_000, 500_000, 16L << 20, 300, 20_000, Duration.ofSeconds(20));

  Outcome judge(String program) {
    Machine machine = new Machine(LIMITS);
    if (!machine.runPart(text(setup)).completed() || !machine.run(text(program)).completed()) {
      return Outcome.CRASH;
    }
    return machine.evaluate(text(test)) instanceof Answer.Computed it && Python.isTrue(it.value())
        ? Outcome.RIGHT
        : Outcome.WRONG;
  }

  static Text text(String code) {
    return Text.of(SourceFile.of("answer.py", code));
  }
}
