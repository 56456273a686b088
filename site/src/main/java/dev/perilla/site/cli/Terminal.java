package dev.perilla.site.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// All that a command sees of the process that it runs in.
///
/// @param directory where the command runs: paths are resolved against it, and shown relative to it
/// @param out data, UTF-8, buffered
/// @param err the rest, UTF-8
/// @param environment variables by name
/// @param outIsTerminal whether a person reads `out`
/// @param errIsTerminal whether a person reads `err`
record Terminal(
    Path directory,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /// That of this process. Whether a stream is a terminal is the launcher's word
  /// (`-Dperilla.terminal=out,err`): asking costs a process in Java.
  static Terminal ofProcess() {
    String terminals = System.getProperty("perilla.terminal", "");
    return new Terminal(
        Path.of("").toAbsolutePath(),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        terminals.contains("out"),
        terminals.contains("err"));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        false,
        StandardCharsets.UTF_8);
  }

  /// Whether findings on `out` are coloured under `--color mode`.
  boolean colors(String mode) {
    return switch (mode) {
      case "always" -> true;
      case "never" -> false;
      default ->
          outIsTerminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }

  /// A line of `err`.
  void say(String line) {
    err.print(line + "\n");
  }

  /// Puts `line` in the place of the last line of progress on `err`; an empty one clears it.
  void progress(String line) {
    synchronized (err) {
      err.print("\r\u001b[K" + line);
      err.flush();
    }
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
