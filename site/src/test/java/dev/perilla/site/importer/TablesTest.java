package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables of which each row is computed: by what the heads of their columns say, by the lesson's
/// formulas for them, or from the row before.
class TablesTest {
  private static final Pattern NUMBER = Pattern.compile("(?<=[|] )-?\\d+(?:\\.\\d+)?(?= [|])");

  /// Each number that is computed, and each that others are computed of, is held.
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        The model is y_pred = w * x with w = 1.5. The loss of a point is (y_pred - y_true)².

        | x | y_true | y_pred | loss |
        |---|--------|--------|------|
        | 1 | 2 | 1.5 | 0.25 |
        | 2 | 4 | 3.0 | 1.00 |
        | 3 | 6 | 4.5 | 2.25 |
        """,
        """
        Modell: y_hat = w * x + b mit w = 2 und b = 0.5.

        | x | y | y_hat | error = y_hat - y | error² |
        |---|---|-------|-------------------|--------|
        | 1.5 | 3 | 3.5 | 0.5 | 0.25 |
        | 2.5 | 6 | 5.5 | -0.5 | 0.25 |
        | 3.5 | 8 | 7.5 | -0.5 | 0.25 |
        """,
        """
        Queremos minimizar f(x) = x² − 4x + 5. A derivada é f'(x) = 2x − 4. A taxa de aprendizado é 0.25.

        | x | f(x) | f'(x) | novo x |
        |---|---|---|---|
        | 4 | 5 | 4 | 3 |
        | 3 | 2 | 2 | 2.5 |
        | 2.5 | 1.25 | 1 | 2.25 |
        | 2.25 | 1.0625 | 0.5 | 2.125 |
        """,
        """
        Minimise $J(\\theta) = \\theta^2$ with $J'(\\theta) = 2\\theta$ and $\\alpha = 0.1$.

        | θ | J(θ) |
        |------|------|
        | 10 | 100 |
        | 8 | 64 |
        | 6.4 | 40.96 |
        | 5.12 | 26.2144 |
        """,
        """
        Momentum: v ← 0.9·v + g, θ ← θ − 0.1·v. We begin with v = 0 and θ = 4.

        | g | v | θ |
        |---|---|---|
        | 8 | 8 | 3.2 |
        | 6.4 | 13.6 | 1.84 |
        | 3.68 | 15.92 | 0.248 |
        | 0.496 | 14.824 | -1.2344 |
        """,
        """
        h = σ(z) where z = 2·a - b, and out = 3·h.

        | a | b | z | h | out |
        |---|---|---|---|-----|
        | 1.5 | 3 | 0 | 0.5 | 1.5 |
        | 0.5 | 3 | -2 | 0.1192 | 0.3576 |
        | 2.5 | 4 | 1 | 0.7311 | 2.1933 |
        | 3.5 | 5 | 2 | 0.8808 | 2.6424 |
        """,
      })
  void eachNumberOfATableIsHeld(String said) {
    String lesson = "# T\n\n" + said;
    assertThat(errors(lesson)).isEmpty();
    Matcher number = NUMBER.matcher(lesson);
    while (number.find()) {
      for (int i = number.start(); i < number.end(); i++) {
        char digit = lesson.charAt(i);
        if (Character.isDigit(digit)) {
          char other = digit == '9' ? '8' : (char) (digit + 1);
          String wrong = lesson.substring(0, i) + other + lesson.substring(i + 1);
          assertThat(errors(wrong)).as(wrong).isNotEmpty();
        }
      }
    }
  }

  /// What a table gives beside what is computed of it is data.
  @Test
  void inputsAndTargetsOfAComputedTableAreData() {
    String lesson =
        """
        # T

        | hours x | z = 0.5x | p = σ(z) | passed y |
        |---|---|---|---|
        | 1 | 0.5 | 0.6225 | 0 |
        | 2 | 1.0 | 0.7311 | 1 |
        | 3 | 1.5 | 0.8176 | 1 |
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson))
        .contains("rows = [[1, 0], [2, 1], [3, 1]]")
        .contains("| [1]{= rows[0][0]} | [0.5]{= 0.5 * 1} | [0.6225]{= sigmoid(0.5)} |");
    assertThat(errors(lesson.replace("0.7311", "0.7321"))).contains("the text says 0.7321");
  }

  /// A column that is not what the lesson says of it stays open, and is no input of others.
  @Test
  void aColumnThatIsSomethingElseStaysOpen() {
    String lesson =
        """
        # T

        The prediction is p = w * x with w = 2.5, and the loss is L = (p - y)^2.

        | x | y | p | L |
        |---|---|---|---|
        | 1 | 2 | 1.5 | 0.25 |
        | 2 | 4 | 3.0 | 1.00 |
        | 3 | 6 | 4.5 | 2.25 |
        """;
    assertThat(errors(lesson)).contains("the number 1.5 has no standing");
  }

  /// What is above nothing is itself, which an expression of it cannot prove: such cells are
  /// compared and marked.
  @Test
  void aColumnOfAHingeIsComputed() {
    String lesson =
        """
        The unit has w = 2 and b = -3.

        | x | z = w * x + b | h = max(0, z) |
        |---|---|---|
        | 1 | -1 | 0 |
        | 2 | 1 | 1 |
        | 4 | 5 | 5 |

        | z | relu(z) |
        |---|---|
        | -1 | 0 |
        | 6 | 6 |
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson))
        .contains("[5]{= w * 4 + b} | [5]{= relu((w * 4 + b))}")
        .contains("[0]{= relu((-1))} |", "| [6]{plain} | [6]{plain} |");
    assertThat(errors(lesson.replace("| 5 | 5 |", "| 5 | 6 |"))).contains("the number 6");
    assertThat(errors(lesson.replace("| 6 | 6 |", "| 6 | 7 |"))).isNotEmpty();
  }
}
