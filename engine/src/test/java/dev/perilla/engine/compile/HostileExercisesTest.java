package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Exercises that want to be believed, in `hostile-exercises.txt`: a heading, the exercise, and
/// after `=>` what is said first of it.
final class HostileExercisesTest {
  private static final String HEAD =
      """
      perilla: 1
      id: hostile
      lang: en
      title: T
      blocks:
        - type: exercise
          id: e
      """;

  static Stream<Arguments> exercises() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            HostileExercisesTest.class.getResourceAsStream("hostile-exercises.txt"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n## ", -1))
          .skip(1)
          .map(
              section -> {
                int heading = section.indexOf('\n');
                int arrow = section.lastIndexOf("\n=> ");
                return Arguments.of(
                    section.substring(0, heading),
                    section.substring(heading + 1, arrow),
                    section.substring(arrow + 4).strip());
              });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exercises")
  void areSeenThrough(String what, String exercise, String said) {
    byte[] source = (HEAD + exercise.indent(4)).getBytes(StandardCharsets.UTF_8);
    Read<Chapter> read = ChapterReader.read("hostile.chapter.yaml", source);
    List<Finding> findings = new ArrayList<>(read.findings());
    read.value()
        .ifPresent(
            chapter -> findings.addAll(Compiler.compile(chapter, Chapters.SETTINGS).findings()));
    assertThat(
            findings.stream()
                .min(Comparator.comparingInt(finding -> finding.span().start()))
                .map(finding -> finding.code().id() + " " + finding.message())
                .orElse("fine"))
        .as(what)
        .isEqualTo(said);
  }
}
