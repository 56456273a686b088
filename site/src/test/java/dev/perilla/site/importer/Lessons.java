package dev.perilla.site.importer;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lessons in Markdown, as an import reads them.
final class Lessons {
  private Lessons() {}

  static Importer.Imported read(String lesson) {
    return Importer.read(
        "a.md", lesson.getBytes(StandardCharsets.UTF_8), Optional.empty(), "x.chapter.yaml", "x");
  }

  /// The errors of the chapter, one a line, without their places.
  static String errors(String lesson) {
    return read(lesson).findings().stream()
        .filter(it -> it.severity() == Severity.ERROR)
        .map(it -> FindingPrinter.compact(it).replaceFirst("^[^ ]+ ", ""))
        .collect(Collectors.joining("\n"));
  }

  /// The chapter.
  static String yaml(String lesson) {
    return read(lesson).yaml().orElseThrow();
  }
}
