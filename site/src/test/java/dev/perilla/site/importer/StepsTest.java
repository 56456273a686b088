package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Steps of training that a lesson writes out: each number is held to what it is of, the weight
/// before, the rate that was said, the gradient, and what they come to.
class StepsTest {
  private static final String BEFORE =
      """
      # T

      Let `x = 2`, `w = 3` and `y = 5`. Then `p = w * x = 6` and `L = (p - y)**2 = 1`.

      The gradient is `dL/dw = 2 * (p - y) * x = 4`.

      """;

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w{+.])(?<!\\^\\{\\()\\d+(?:\\.\\d+)?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "With a learning rate of 0.1 the new weight is w = 3 - 0.1 * 4 = 2.6.",
        "With a learning rate of 0.1: `w_new = w - 0.1 * dL/dw = 3 - 0.1 * 4 = 2.6`.",
        "With a learning rate of 0.1: `w_new = w - (0.1 * dL/dw) = 2.6`.",
        "With a learning rate of 0.1: `w ← w - 0.1 * 4 = 2.6`.",
        "With a learning rate of 0.1: `w := w - 0.1 * 4 = 2.6`.",
        "With a learning rate of 0.1: `w = w - 0.1 * 4 = 2.6`.",
        "With a learning rate of 0.1: w ← 3 - 0.1(4) = 2.6",
        "Con una tasa de aprendizaje de 0.1: `w ← w - 0.1 * 4 = 2.6`.",
        "学习率为 0.1：`w ← w - 0.1 * 4 = 2.6`",
        "With η = 0.1: $w_{new} = w - \\eta \\frac{\\partial L}{\\partial w} = 3 - 0.1 \\cdot 4 ="
            + " 2.6$.",
        "With $\\eta = 0.1$: $$w \\leftarrow w - \\eta \\frac{\\partial L}{\\partial w} = 3 - 0.1"
            + " \\times 4 = 2.6$$",
        "With $\\eta = 0.1$: $$w^{(1)} = w^{(0)} - \\eta \\frac{\\partial L}{\\partial w} = 3 - 0.1"
            + " \\times 4 = 2.6$$",
        "With $\\eta = 0.1$: $$w_{t+1} = w_t - \\eta \\nabla_w L = 3 - 0.1 \\times 4 = 2.6$$",
      })
  void eachNumberOfAStepIsHeld(String step) {
    assertThat(errors(BEFORE + step)).isEmpty();
    Matcher number = NUMBER.matcher(step);
    while (number.find()) {
      for (int i = number.start(); i < number.end(); i++) {
        char digit = step.charAt(i);
        if (digit != '.') {
          char other = digit == '9' ? '8' : (char) (digit + 1);
          String wrong = step.substring(0, i) + other + step.substring(i + 1);
          assertThat(errors(BEFORE + wrong)).as(wrong).isNotEmpty();
        }
      }
    }
  }

  /// The rate that was said last is the one that is used, and a text may say several.
  @Test
  void severalRatesAreTriedOneAfterTheOther() {
    String lesson =
        BEFORE
            + """
            ## Learning rate: 0.01 - 0.1

            `w_new = w - 0.1 * dL/dw = 2.6`

            With a learning rate of 0.5 instead: `w_new = w - 0.5 * dL/dw = 3 - 0.5 * 4 = 1`.
            """;
    assertThat(errors(lesson)).doesNotContain("the text says");
    assertThat(errors(lesson.replace("rate of 0.5", "rate of 0.4")))
        .contains("the text says 0.5, the program gives");
  }

  /// What is wrong is named.
  @Test
  void aRateThatIsSaidAndAnotherThatIsUsedAreBothNamed() {
    String wrong = BEFORE + "With a learning rate of 0.2: `w ← w - 0.1 * 4 = 2.6`.";
    assertThat(errors(wrong)).contains("the text says 0.1, the program gives 0.2");
    assertThat(yaml(wrong)).contains("[0.1]{= learning_rate} * [4]{= dL/dw}");
    assertThat(errors(BEFORE + "With a learning rate of 0.1: `w ← w - 0.1 * 5 = 2.6`."))
        .contains("the text says 5, the program gives 4");
  }

  /// Numbers that are put into a formula are what its names are, though a rounded result does not
  /// show it.
  @ParameterizedTest
  @CsvSource({
    "0.4·0.5,0.5·0.5",
    "0.4·0.5,0.4·0.6",
    "0.7·0.5744,0.7·0.5844",
    "0.5 - 0.1 *,0.6 - 0.1 *"
  })
  void numbersPutIntoAFormulaAreThoseOfItsNames(String right, String wrong) {
    String lesson =
        """
        # T

        Inputs: `x = 0.5`. Parameters: `w1 = 0.4`, `b1 = 0.1`, `w2 = 0.7`, `b2 = -0.3`.

        z1 = w1·x + b1 = 0.4·0.5 + 0.1 = 0.3

        a1 = σ(z1) = 0.5744

        z2 = w2·a1 + b2 = 0.7·0.5744 − 0.3 = 0.1

        Given `w = 0.5`, `grad_w = 0.35` and `lr = 0.1`: `w = w - lr * grad_w = 0.5 - 0.1 * 0.35 = 0.465`.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace(right, wrong))).isNotEmpty();
    assertThat(errors(lesson.replace("grad_w = 0.35`", "grad_w = 0.45`"))).isNotEmpty();
  }

  /// `x1` is what `x0` becomes.
  @Test
  void countedNamesFollowEachOther() {
    String lesson =
        """
        # T

        f(x) = x^2, f'(x) = 2x, learning rate 0.1, start at x0 = 5.

        Iteration 1: x1 = 5 - 0.1 * 10 = 4

        Iteration 2: x2 = 4 - 0.1 * 8 = 3.2
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("rate 0.1", "rate 0.2"))).contains("the text says 0.1");
  }
}
