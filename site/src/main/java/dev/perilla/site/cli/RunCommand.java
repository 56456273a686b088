package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.site.Workers;
import dev.perilla.site.book.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// `perilla run`: a program of the code language by itself, as `python3` would run it.
final class RunCommand implements Command {
  /// Of a program that somebody runs and waits for: far above those of a chapter.
  private static final Limits LIMITS =
      Limits.DEFAULT
          .withSteps(10_000_000_000L)
          .withValues(100_000_000)
          .withMemory(1L << 30)
          .withOutput(100_000_000)
          .withTime(Duration.ofHours(1));

  private static final Syntax SYNTAX =
      new Syntax(
          "run",
          "Run a program of the code language; it prints what Python would.",
          new Syntax.Operand("FILE.py", 1, 1, "A program, in UTF-8."),
          List.of(Syntax.FORMAT, Syntax.COLOR),
          List.of(
              new Syntax.Example("run training.py", "its output, and a traceback if it fails")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Path path = Inputs.existing(arguments.operand().orElseThrow(), terminal);
    if (Files.isDirectory(path)) {
      throw new Refusal(arguments.operand().get() + " is a folder: name a program");
    }
    String name = Place.of(path, terminal.directory()).name();
    Text program = Text.of(SourceFile.of(name, text(path, name)));
    Runtime.getRuntime().addShutdownHook(new Thread(terminal.out()::flush)); // for Ctrl-C
    Outcome outcome =
        Workers.map(List.of(program), 1, code -> machine(terminal).run(code)).getFirst();
    terminal.out().flush();
    outcome.crash().ifPresent(crash -> terminal.err().print(crash.traceback()));
    List<Finding> findings =
        Stream.concat(outcome.findings().stream(), outcome.remarks().stream())
            .filter(it -> it.code() != LanguageCode.NOT_FINITE) // it prints what Python prints
            .toList();
    terminal.err().print(Report.of(arguments, terminal).text(findings));
    return outcome.completed() ? Exit.CLEAN : Exit.FINDINGS;
  }

  /// One whose output is seen as it comes: by a person each line, by a pipe each block.
  private static Machine machine(Terminal terminal) {
    return new Machine(
        LIMITS,
        text -> {
          terminal.out().print(text);
          if (terminal.outIsTerminal() && text.endsWith("\n")) {
            terminal.out().flush();
          }
        });
  }

  private static String text(Path path, String name) throws IOException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new Refusal(name + " is not UTF-8: save it with that encoding");
    }
  }
}
