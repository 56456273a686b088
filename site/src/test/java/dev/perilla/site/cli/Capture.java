package dev.perilla.site.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A command line run in this process, with what it printed and its exit code.
final class Capture {
  private final Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Map<String, String> environment = Map.of();
  private int exit = -1;

  /// @param directory where the commands run
  Capture(Path directory) {
    this.directory = directory;
  }

  /// From now on with these variables.
  Capture with(Map<String, String> variables) {
    environment = Map.copyOf(variables);
    return this;
  }

  /// Runs a command line, and forgets what the one before printed.
  Capture run(String... words) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(directory, stream(out), stream(err), environment, false, false);
    exit = Main.run(List.of(words), terminal);
    terminal.flush();
    return this;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  int exit() {
    return exit;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
