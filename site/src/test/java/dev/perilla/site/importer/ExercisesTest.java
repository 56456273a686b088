package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A question with its answer becomes an exercise whose answer is computed; who speaks in turns is
/// a speaker.
class ExercisesTest {
  private static final String BEGINNING =
      """
      # Practice

      Let `x = 2`, `w = -3` and `b = 1`, with `z = w * x + b` and `L = z**2`.

      """;

  /// The answer that somebody typed is held to the one that is computed.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Exercise 1.** What is `dL/dw`?\n\n**Answer:** -20\n",
        "Exercise 1: Compute `dL/dw`. Answer: -20\n",
        "Ejercicio 1: ¿Cuánto vale `dL/dw`? Respuesta: -20\n",
        "Q: What is the derivative of L with respect to w?\nA: -20\n",
        "**Problem.** Find `dL/dw`.\n\n**Solution:** `dL/dw = 2 * z * x = -20`\n",
        "How large is `dL/dw`?\n\n<details>\n<summary>Solution</summary>\n\n-20\n\n</details>\n",
        "How large is `dL/dw`?\n\n<details><summary>Show answer</summary>-20</details>\n",
        "**Exercício 1.** Calcule `dL/dw`.\n\n**Resposta:** -20\n"
      })
  void aQuestionWithItsAnswerIsAnExercise(String task) {
    assertThat(errors(BEGINNING + task)).isEmpty();
    assertThat(yaml(BEGINNING + task))
        .contains("- type: exercise")
        .contains("answer: dL/dw")
        .contains("{said: \"-20\", verdict: right}");
    assertThat(errors(BEGINNING + task.replace("-20", "-30"))).isNotEmpty();
  }

  /// What is asked for has to be known: otherwise it is told as it stands.
  @Test
  void aQuestionOfSomethingElseIsTold() {
    String lesson = BEGINNING + "**Exercise 1.** How many units are there?\n\n**Answer:** 41\n";
    assertThat(yaml(lesson)).doesNotContain("exercise").contains("**Answer:** 41");
    assertThat(errors(lesson)).contains("41");
  }

  /// Any name that leads paragraphs in turns with another is a speaker, in bold or plain.
  @ParameterizedTest
  @ValueSource(strings = {"**", ""})
  void whoSpeaksInTurnsIsASpeaker(String mark) {
    String lesson =
        """
        # Charla

        *Profe:* Sea `x = 2` y `w = 3`. ¿Cuánto vale `y = w * x`?

        *Luz:* Da `y = 6`.

        *Profe:* ¿Y el gradiente `dy/dw`?

        *Luz:* Es 2.
        """
            .replace("*Profe:*", mark + "Profe:" + mark)
            .replace("*Luz:*", mark + "Luz:" + mark);
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("- who: Profe").contains("- who: Luz").contains("{= dy/dw}");
    assertThat(errors(lesson.replace("Es 2", "Es 3"))).isNotEmpty();
  }

  /// What only labels paragraphs does not speak.
  @Test
  void whatAsksNothingIsNoSpeaker() {
    String lesson =
        "# A\n\nInput: here it is.\n\nOutput: there.\n\nInput: again.\n\nOutput: once more.\n";
    assertThat(yaml(lesson)).doesNotContain("dialogue");
  }
}
