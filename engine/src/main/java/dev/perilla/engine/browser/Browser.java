package dev.perilla.engine.browser;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import java.util.Optional;
import org.teavm.jso.JSExport;

/// The functions that a page calls.
///
/// ```js
/// const engine = perillaEngine();
/// engine.run("print(1 / 3)");  // ["0.3333333333333333\n"]
/// engine.run("print(1 // 0)"); // ["", "ZeroDivisionError: integer division or modulo by zero", "1"]
/// ```
public final class Browser {
  private Browser() {}

  /// Runs a program by itself, with the budgets of a chapter.
  ///
  /// @return what it printed; where it failed, also how, and the line, counted from 1
  @JSExport
  public static String[] run(String source) {
    Outcome outcome = new Machine(Limits.DEFAULT).run(Text.of(SourceFile.of("program", source)));
    Optional<Finding> failure = outcome.allFindings().stream().findFirst();
    return failure.isEmpty()
        ? new String[] {outcome.output()}
        : new String[] {
          outcome.output(), failure.get().message(), "" + failure.get().span().line()
        };
  }

  /// What the judge says of an answer.
  ///
  /// @param key as the build wrote it into the page
  /// @param given what was typed; positions or fills as [AnswerKey#judge] takes them
  /// @return one word, for a foreseen mistake with its index
  @JSExport
  public static String[] judge(String key, String given) {
    return new String[] {AnswerKey.read(key).judge(given).word()};
  }

  public static void main(String[] arguments) {}
}
