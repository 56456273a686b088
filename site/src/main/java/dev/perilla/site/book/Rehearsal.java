package dev.perilla.site.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.site.Workers;
import java.io.IOException;
import java.util.Optional;

/// A chapter of a few lines that nobody sees, compiled beside the first steps of a process: tables
/// and parsers that chapters need are made meanwhile, which takes a third of the time of the first
/// chapter, and the steps before it keep one processor busy.
public final class Rehearsal {
  private static final String CHAPTER =
      """
      perilla: 1
      id: rehearsal
      title: Rehearsal
      blocks:
        - type: example
          id: product
          given: {a: 2, b: 3}
          code: |
            c = a * b
          output: c
        - type: prose
          text: |
            Here `c` is 6.
      """;

  private Rehearsal() {}

  /// What is done with the chapter when it has been compiled.
  @FunctionalInterface
  public interface Step {
    void with(CompiledChapter chapter) throws IOException;
  }

  /// Begins it. What it throws nobody hears: a chapter of the book will throw it again.
  public static void begin(Step step) {
    Workers.begin(
        () -> {
          step.with(chapter());
          return true;
        });
  }

  static CompiledChapter chapter() {
    return Compiler.compile(
            ChapterReader.read("rehearsal", CHAPTER.getBytes(UTF_8)).value().orElseThrow(),
            BookSettings.of(Optional.empty()))
        .chapter()
        .orElseThrow();
  }
}
