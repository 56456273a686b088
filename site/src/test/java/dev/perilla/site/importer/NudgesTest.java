package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences that move a name by a little: the name that is moved is the one that they name, and by
/// as much as they say.
class NudgesTest {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?");
  private static final String BEFORE =
      """
      # T

      Let `x = 2`, `w = 3` and `y = 5`. Then `p = w * x = 6` and `L = (p - y)**2 = 1`.

      The gradient is `dL/dw = 2 * (p - y) * x = 4`.

      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If we nudge w by 0.01, p becomes 6.02 and L becomes 1.0404, a change of 0.0404.",
        "If w goes from 3 to 3.01, then p goes from 6 to 6.02.",
        "We increase `w` by 0.01. Now `p` becomes 6.02, and `L` becomes 1.0404.",
        "Si aumentamos `w` en 0.01, `p` pasa a valer 6.02 y `L` sube a 1.0404.",
        "Se aumentarmos w em 0.01, p passa de 6 para 6.02.",
        "If we nudge x by 0.01, p becomes 6.03.",
        "当w增加0.01时，p变为6.02，L变为1.0404。",
        "wを0.01増やすと、pは6.02に変化します。",
      })
  void aNudgeIsOfTheNameThatIsNamed(String sentence) {
    assertThat(errors(BEFORE + sentence)).isEmpty();
    Matcher number = NUMBER.matcher(sentence);
    while (number.find()) {
      for (int i = number.start(); i < number.end(); i++) {
        char digit = sentence.charAt(i);
        if (digit != '.') {
          char other = digit == '9' ? '8' : (char) (digit + 1);
          String wrong = sentence.substring(0, i) + other + sentence.substring(i + 1);
          assertThat(errors(BEFORE + wrong)).as(wrong).isNotEmpty();
        }
      }
    }
  }

  /// The heading names it, or the step before.
  @Test
  void whatIsMovedMayBeSaidBefore() {
    String lesson =
        BEFORE
            + """
            ## Nudging w by 0.01

            The prediction `p` becomes 6.02.

            The loss rises to 1.0404.
            """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("6.02", "6.03"))).isNotEmpty();
    assertThat(errors(lesson.replace("1.0404", "1.0609"))).isNotEmpty();
  }

  /// Where a name goes to is no evidence of itself: it is what the step makes of it, or open.
  @Test
  void whereANameGoesIsComputed() {
    String lesson =
        """
        w = 2, b = -3, x = 3, L = (w * x + b - 4)**2 = 1

        With a learning rate of 0.05, w goes from 2 to 2.3 and b goes from -3 to -2.9.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("2.3", "2.4"))).contains("the number 2.4 has no standing");
    assertThat(errors(lesson.replace("-2.9", "-2.8"))).contains("the number -2.8 has no standing");
  }
}
