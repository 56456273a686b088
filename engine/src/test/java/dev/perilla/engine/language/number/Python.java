package dev.perilla.engine.language.number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The CPython of this machine, asked for what is true.
///
/// A test that needs it is skipped with a notice where there is none, or not a 3.11.
public final class Python {
  private static final String EVALUATE =
      """
      import sys, math, random
      from math import inf, nan
      out = []
      def shown(value):
          return repr(list(value)) if isinstance(value, tuple) else repr(value)
      for line in open(sys.argv[1], encoding='utf-8', newline='\\n').read().split('\\n'):
          try:
              out.append(shown(eval(line)))
          except Exception as error:
              out.append('!' + type(error).__name__ + ': ' + str(error))
      sys.stdout.reconfigure(encoding='utf-8', errors='backslashreplace', newline='\\n')
      sys.stdout.write('\\0'.join(out))
      """;

  private Python() {}

  /// For each expression the `repr` of its value (tuples as lists), or `!Name: message` of what it
  /// raises.
  public static List<String> evaluate(List<String> expressions) {
    return List.of(run(EVALUATE, String.join("\n", expressions)).split("\0", -1));
  }

  /// What `program` prints when its first argument is a file that holds `input`.
  public static String run(String program, String input) {
    assume311();
    try {
      Path file = Files.createTempFile("perilla", ".in");
      try {
        Files.writeString(file, input);
        return start("-c", program, file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Skips the test that asks, where CPython 3.11 is missing.
  public static void assume311() {
    String version;
    try {
      version = start("-c", "import sys; print('%d.%d' % sys.version_info[:2])").strip();
    } catch (IOException e) {
      version = "no python3";
    }
    Assumptions.assumeTrue(
        version.equals("3.11"), "skipped: needs python3 3.11 on the path, found " + version);
  }

  private static String start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", "-I"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("python3 failed");
      }
      return printed;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
