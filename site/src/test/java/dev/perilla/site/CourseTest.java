package dev.perilla.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Block.Note.Kind;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Answer;
import dev.perilla.chapter.format.ChapterReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The course is a course: its chapters in their order, each with an exercise, and exercises that
/// teach, of every kind there is.
class CourseTest {
  private static final Path BOOK = Path.of("books", "micrograd");
  private static final List<Chapter> CHAPTERS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    String settings = Files.readString(BOOK.resolve("book.yaml"));
    String order = settings.substring(settings.indexOf("chapters: [") + "chapters: [".length());
    for (String id : order.substring(0, order.indexOf(']')).split(",\\s*", -1)) {
      byte[] bytes = Files.readAllBytes(BOOK.resolve(id + ".chapter.yaml"));
      CHAPTERS.add(ChapterReader.read(id, bytes).value().orElseThrow());
    }
  }

  private static Stream<Block.Exercise> exercises() {
    return CHAPTERS.stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Block.Exercise.class::isInstance)
        .map(Block.Exercise.class::cast);
  }

  private static boolean isExplained(Question question) {
    return switch (question.answer()) {
      case Answer.Choice choice -> choice.options().stream().anyMatch(it -> it.say().isPresent());
      case Answer.Free _ -> true;
      case Answer.Numeric _, Answer.Expression _, Answer.Order _, Answer.Blanks _ ->
          !question.mistakes().isEmpty();
    };
  }

  @Test
  void goesFromNothingToTwoMoons() {
    assertThat(CHAPTERS.stream().map(chapter -> chapter.id().value()))
        .containsExactly(
            "que-es-ml",
            "overview",
            "fabrica",
            "value",
            "afectar",
            "chain-rule",
            "derivada-parcial",
            "backpropagation",
            "gradientes",
            "neurona",
            "paso",
            "mlp",
            "entrenar",
            "desde-cero",
            "margen",
            "lunas",
            "resumen",
            "glosario");
  }

  @Test
  void everyChapterHasAnExercise() {
    for (Chapter chapter : CHAPTERS) {
      assertThat(chapter.blocks())
          .as(chapter.id().value())
          .hasAtLeastOneElementOfType(Block.Exercise.class);
    }
  }

  /// An exercise teaches where it gives hints and has a word for those who go wrong.
  @Test
  void atLeastTwentyExercisesTeach() {
    List<Block.Exercise> teaching =
        exercises()
            .filter(it -> it.questions().stream().anyMatch(question -> !question.hints().isEmpty()))
            .filter(it -> it.questions().stream().anyMatch(CourseTest::isExplained))
            .toList();
    assertThat(teaching).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void nobodyIsLeftAlone() {
    List<String> alone = new ArrayList<>();
    exercises()
        .flatMap(it -> it.questions().stream())
        .filter(it -> !(it.answer() instanceof Answer.Free))
        .filter(it -> it.hints().isEmpty() && it.solution().isEmpty() && !isExplained(it))
        .forEach(it -> alone.add(it.ask().value()));
    assertThat(alone).isEmpty();
  }

  @Test
  void everyKindOfQuestionMistakeAndNoteIsThere() {
    Set<Class<?>> answers = new HashSet<>();
    Set<Class<?>> wrongs = new HashSet<>();
    Set<Question.Verdict> verdicts = EnumSet.noneOf(Question.Verdict.class);
    exercises()
        .flatMap(it -> it.questions().stream())
        .forEach(
            question -> {
              answers.add(question.answer().getClass());
              question.mistakes().forEach(it -> wrongs.add(it.wrong().getClass()));
              question.attempts().forEach(it -> verdicts.add(it.verdict()));
            });
    assertThat(answers).containsExactlyInAnyOrder(Answer.class.getPermittedSubclasses());
    assertThat(wrongs).containsExactlyInAnyOrder(Question.Wrong.class.getPermittedSubclasses());
    assertThat(verdicts).contains(Question.Verdict.RIGHT, Question.Verdict.UNANSWERED);
    assertThat(exercises().filter(it -> it.variants().isPresent()).count()).isGreaterThan(3);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Chapter chapter : CHAPTERS) {
      for (Block block : chapter.blocks()) {
        if (block instanceof Block.Note note) {
          kinds.add(note.kind());
        }
      }
    }
    assertThat(kinds)
        .contains(Kind.RULE, Kind.INSIGHT, Kind.EUREKA, Kind.ANALOGY, Kind.WARNING, Kind.SUMMARY);
  }

  @Test
  void theLearnerHasAVoice() {
    for (Chapter chapter : CHAPTERS) {
      if (!chapter.id().value().equals("glosario")) {
        assertThat(chapter.blocks())
            .as(chapter.id().value())
            .hasAtLeastOneElementOfType(Block.Dialogue.class);
      }
    }
  }
}
