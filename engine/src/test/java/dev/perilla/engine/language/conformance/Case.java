package dev.perilla.engine.language.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One program and what CPython prints for it; at the end of what it prints stands `!!! ` and the
/// last line of the traceback when it fails.
///
/// A file of programs holds one after the other: a line `=== name`, the program, a line `---
/// prints`, the print. A file of expressions holds one a line: `1 + 1 => 2`, with the `repr` of the
/// value, or `!Name: message` of what it raises.
///
/// @param name of its file and itself
record Case(String name, String program, String expected) {
  private static final Path ROOT =
      Path.of("src/test/resources/dev/perilla/engine/language/conformance");

  static List<Case> programs() {
    List<Case> cases = new ArrayList<>();
    for (Path file : files("programs")) {
      String area = area(file);
      for (String part : read(file).split("(?m)^=== ", -1)) {
        if (!part.isEmpty()) {
          int end = part.indexOf('\n');
          String[] halves = part.substring(end + 1).split("(?m)^--- prints\n", -1);
          cases.add(new Case(area + ": " + part.substring(0, end), halves[0], halves[1]));
        }
      }
    }
    return cases;
  }

  static List<Case> expressions() {
    List<Case> cases = new ArrayList<>();
    for (Path file : files("expressions")) {
      String area = area(file);
      read(file)
          .lines()
          .forEach(
              line -> {
                int arrow = line.lastIndexOf("  =>  ");
                String expression = line.substring(0, arrow);
                cases.add(
                    new Case(
                        area + ": " + expression,
                        printing(expression),
                        line.substring(arrow + 6) + "\n"));
              });
    }
    return cases;
  }

  /// The names of what the language leaves out, one a line.
  static List<String> refused() {
    return read(ROOT.resolve("refused.txt")).lines().toList();
  }

  private static String printing(String expression) {
    return """
    import math
    import random
    try:
        print(repr((%s)))
    except Exception as error:
        print('!' + type(error).__name__ + ': ' + str(error))
    """
        .formatted(expression);
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String area(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
