package dev.perilla.engine.browser;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.knobs.KnobProgram;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;

/// The functions that a page calls.
///
/// ```js
/// const engine = perillaEngine();
/// engine.run("print(1 / 3)");  // ["0.3333333333333333\n"]
/// engine.run("print(1 // 0)"); // ["", "ZeroDivisionError: integer division or modulo by zero", "1"]
/// ```
///
/// There are two scripts of it. The core is what programs like those of most chapters need; each of
/// its functions answers null for what it cannot do, and the whole engine, asked the same, answers.
public final class Browser {
  private Browser() {}

  /// Runs a program by itself, with the budgets of a chapter.
  ///
  /// @return what it printed; where it failed, also how, and the line, counted from 1
  @JSExport
  public static String @Nullable [] run(String source) {
    try {
      return printed(source);
    } catch (Beyond needed) {
      return null;
    }
  }

  private static String[] printed(String source) {
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
  public static String @Nullable [] judge(String key, String given) {
    try {
      return new String[] {AnswerKey.read(key).judge(given).word()};
    } catch (Beyond needed) {
      return null;
    }
  }

  /// Runs the program of a chapter with a reader's inputs.
  ///
  /// @param program as the build wrote it into the page
  /// @param inputs block and name with a blank between, then a literal, or a block and a blank,
  ///   then its code; and so on
  /// @param whole whether what takes longer than a frame is answered too; else null stands for it
  /// @return what stopped it, its line and its block, all empty where nothing did; then claims and
  ///   their answers in turn
  @JSExport
  public static @Nullable String @Nullable [] turn(String program, String[] inputs, boolean whole) {
    try {
      return answered(program, inputs, whole);
    } catch (Beyond needed) {
      return null;
    }
  }

  private static @Nullable String[] answered(String program, String[] inputs, boolean whole) {
    if (!program.equals(text)) {
      known = KnobProgram.read(program);
      text = program;
    }
    Map<String, String> turned = new HashMap<>();
    for (int i = 0; i + 1 < inputs.length; i += 2) {
      turned.put(inputs[i], inputs[i + 1]);
    }
    KnobProgram.Turned result = known.turn(turned, whole);
    List<@Nullable String> out = new ArrayList<>();
    out.add(result.failure().map(Finding::message).orElse(""));
    out.add(result.failure().map(it -> "" + it.span().line()).orElse(""));
    out.add(result.failed());
    int at = 0;
    for (KnobProgram.Step step : known.steps()) {
      for (KnobProgram.Read read : step.reads()) {
        out.add(read.claim());
        String answer = result.answers().get(at++);
        out.add(whole || !read.isDear() ? answer : null);
      }
    }
    return out.toArray(new @Nullable String[0]);
  }

  private static String text = "";
  private static KnobProgram known = new KnobProgram(Limits.DEFAULT, List.of());

  public static void main(String[] arguments) {}
}
