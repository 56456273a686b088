package dev.perilla.engine.language;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The files of the tests, what the language makes of them, and what python3 does.
final class Corpus {
  static final Path ROOT = Path.of("src/test/resources/dev/perilla/engine/language");

  private Corpus() {}

  /// All files below a folder whose names end so, in order.
  static List<Path> files(String folder, String end) {
    try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path out(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".out");
  }

  static Outcome run(String name, String code) {
    return run(name, code, Limits.DEFAULT);
  }

  static Outcome run(String name, String code, Limits limits) {
    return new Machine(limits).run(Text.of(SourceFile.of(name, code)));
  }

  /// What a reader of the terminal would see.
  static String shown(Outcome outcome) {
    StringBuilder out = new StringBuilder(outcome.output());
    outcome.findings().forEach(finding -> out.append(finding.message()).append('\n'));
    outcome.crash().ifPresent(crash -> out.append(crash.headline()).append('\n'));
    return out.toString();
  }

  /// Whether a python3 of version 3.11 is there.
  static boolean hasPython() {
    try {
      return python("import sys; print(sys.version_info[:2])").contains("(3, 11)");
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /// What python3 prints for a program; its errors do not count.
  static String python(String program) {
    try {
      Process process =
          new ProcessBuilder("python3", "-X", "utf8", "-")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().write(program.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroy();
      }
      return text;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
