import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.judge.Fields;
import dev.perilla.engine.knobs.KnobProgram;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The runs that decide what is in the core: each chapter of a folder as a reader has it, with its
/// knobs turned, its listings changed, its questions answered.
final class Training {
  private static final List<String> VALUES = List.of("0.75", "-2", "0", "9", "-9");
  private static final List<String> EDITS = List.of("y = 1 / 0\n", "y = unknown\n");
  private static final List<String> ANSWERS =
      List.of(
          "2", "-1.5", "0,25", "1/2", "1e-3", "25 %", "1,234.5", "six", "0", "1", "0,2", "2,0,1",
          "x + 1", "x y", "x = 2", "2 × 3", "0.333", "print x", "x)", "1.2.3");

  private final Method turn;
  private final Method judge;
  private final Method run;

  /// @param browser the class of the engine that is to run
  Training(Class<?> browser) throws NoSuchMethodException {
    turn = browser.getMethod("turn", String.class, String[].class, boolean.class);
    judge = browser.getMethod("judge", String.class, String.class);
    run = browser.getMethod("run", String.class);
  }

  void with(Path folder) throws IOException, ReflectiveOperationException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
        with(compiled(file));
      }
    }
  }

  private static CompiledChapter compiled(Path file) throws IOException {
    Settings settings = new Settings("en", Notation.POINT, List.of(), Limits.DEFAULT);
    Compilation compilation =
        ChapterReader.read(file.toString(), Files.readAllBytes(file))
            .value()
            .map(it -> Compiler.compile(it, settings))
            .orElseThrow(() -> new IllegalStateException(file + " has not the form of a chapter"));
    return compilation
        .chapter()
        .orElseThrow(() -> new IllegalStateException(file + ": " + compilation.findings()));
  }

  private void with(CompiledChapter chapter) throws ReflectiveOperationException {
    if (chapter.program().isPresent()) {
      turned(chapter.program().get());
    }
    for (Part part : chapter.blocks()) {
      if (part instanceof Part.Exercise exercise) {
        for (Asked asked : exercise.first().questions()) {
          if (asked.key().isPresent()) {
            answered(asked.key().get());
          }
        }
      }
    }
  }

  private void turned(String program) throws ReflectiveOperationException {
    run.invoke(null, "print(1 / 3)\n1 / 0\n");
    turn.invoke(null, program, new String[0], false);
    turn.invoke(null, program, new String[0], true);
    for (String value : VALUES) {
      List<String> all = new ArrayList<>();
      for (KnobProgram.Step step : KnobProgram.read(program).steps()) {
        for (KnobProgram.Leaf leaf : step.leaves()) {
          List<String> one = List.of(step.block() + " " + leaf.name(), value);
          turn.invoke(null, program, one.toArray(new String[0]), true);
          all.addAll(one);
        }
      }
      turn.invoke(null, program, all.toArray(new String[0]), true);
    }
    for (String edit : EDITS) {
      for (KnobProgram.Step step : KnobProgram.read(program).steps()) {
        String[] inputs = {step.block() + " ", step.code() + edit};
        turn.invoke(null, program, inputs, true);
      }
    }
  }

  private void answered(String key) throws ReflectiveOperationException {
    List<String> answers = new ArrayList<>(ANSWERS);
    Fields.read(key).fields().forEach(field -> answers.add(field.value()));
    for (String answer : answers) {
      judge.invoke(null, key, answer);
    }
  }
}
