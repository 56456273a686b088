package dev.perilla.site.cli;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.book.ChapterFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where the process begins: the first word names the command, the rest is its.
public final class Main {
  /// The version of the project, as in its pom.
  static final String VERSION = "0.1.0-SNAPSHOT";

  private Main() {}

  public static void main(String[] words) {
    Terminal terminal = Terminal.ofProcess();
    int exit = run(List.of(words), terminal);
    terminal.flush();
    Runtime.getRuntime()
        .halt(exit); // nothing is left to do, and exit would start a logger to say so
  }

  /// Runs a command line and returns its exit code. No stack trace reaches the user, unless
  /// `PERILLA_DEBUG` is 1.
  static int run(List<String> typed, Terminal terminal) {
    List<String> words = asked(typed);
    try {
      if (words.equals(List.of("--version")) || words.equals(List.of("-V"))) {
        terminal.out().print("perilla " + VERSION + "\n");
        return Exit.CLEAN;
      }
      Optional<Command> command = command(words);
      Optional<Arguments> arguments =
          command.flatMap(it -> Arguments.read(it.syntax(), words.subList(1, words.size())));
      return arguments.isPresent()
          ? command.orElseThrow().run(arguments.get(), terminal)
          : Usage.answer(words, terminal);
    } catch (Refusal refusal) {
      return refused(refusal.line(), terminal);
    } catch (UncheckedIOException failed) {
      return disk(Objects.requireNonNull(failed.getCause()), terminal);
    } catch (IOException failed) {
      return disk(failed, terminal);
    } catch (ChapterFailure failed) {
      return bug(failed.bug(), " in " + failed.chapter(), terminal);
    } catch (OutOfMemoryError full) {
      return broken(
          full, "out of memory: give the JVM more with JAVA_TOOL_OPTIONS=-Xmx…", terminal);
    } catch (RuntimeException | Error bug) {
      return bug(bug, "", terminal);
    }
  }

  /// `help check` is `check --help`.
  private static List<String> asked(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("help")) {
      return words;
    }
    List<String> named = words.subList(1, words.size());
    return named.isEmpty()
        ? List.of("--help")
        : command(named).map(it -> List.of(it.syntax().name(), "--help")).orElse(named);
  }

  private static Optional<Command> command(List<String> words) {
    for (Command command : Command.ALL) {
      if (!words.isEmpty() && command.syntax().name().equals(words.getFirst())) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /// What cannot be read is the user's to mend; a disk that fails is not.
  private static int disk(IOException failed, Terminal terminal) {
    return switch (failed) {
      case NoSuchFileException missing -> refused(FileProblem.line(missing), terminal);
      case AccessDeniedException denied -> refused(FileProblem.line(denied), terminal);
      case NotDirectoryException file -> refused(FileProblem.line(file), terminal);
      case FileSystemException other -> broken(other, FileProblem.line(other), terminal);
      default -> broken(failed, "reading or writing failed: " + failed.getMessage(), terminal);
    };
  }

  private static int refused(String line, Terminal terminal) {
    terminal.say("perilla: " + FindingPrinter.visible(line));
    return Exit.REFUSED;
  }

  private static int bug(Throwable bug, String where, Terminal terminal) {
    StackTraceElement[] trace = bug.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    String line =
        "a bug of perilla" + where + ", please report it: " + bug.getClass().getSimpleName();
    return broken(bug, line + place, terminal);
  }

  private static int broken(Throwable cause, String line, Terminal terminal) {
    terminal.say("perilla: " + FindingPrinter.visible(line));
    if ("1".equals(terminal.environment().get("PERILLA_DEBUG"))) {
      cause.printStackTrace(terminal.err());
    } else {
      terminal.say("perilla: PERILLA_DEBUG=1 shows where it happened");
    }
    return Exit.BROKEN;
  }
}
