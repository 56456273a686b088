package dev.perilla.site.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lessons say without equations: points, numbers in a row, arrows, answers in brackets,
/// formulas that are left to the reader. Each row is a right lesson, what the chapter makes of it,
/// and a false twin that is noticed.
class SideBySideTest {
  private static String errors(String text) {
    return read(text).findings().stream()
        .filter(it -> it.severity() == Severity.ERROR)
        .map(it -> FindingPrinter.compact(it).replaceFirst("^[^ ]+ ", ""))
        .collect(Collectors.joining("\n"));
  }

  private static Importer.Imported read(String text) {
    return Importer.read(
        "a.md", text.getBytes(StandardCharsets.UTF_8), Optional.empty(), "x.chapter.yaml", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Points (1, 3), (2, 5) and (3, 8); p = m * x with m = 2. It predicts 2, 4, 6.|[8]{="
            + " targets[2]}|2, 4, 7",
        "Points (1, 3), (2, 5) and (3, 8); p = m * x with m = 2. It is off by -1, -1, -2.|[-2]{="
            + " p[2] - targets[2]}|-1, -2, -2",
        "The step is halved: 4 → 2 → 1.|[2]{= 4 * 0.5}|4 → 2 → 3",
        "It shrinks as 1.00 → 0.64 → 0.41.|[0.64]{= 1.00 * 0.64}|1.00 → 0.64 → 0.43",
        "Let a = 3, y = a * a, z = 2 * y. So a → y → z is 3 → 9 → 18.|[18]{= z}|3 → 9 → 19",
        "Let x = 2 and y = x**2. What is y? [4]|[[4]{= y}]|What is y? [5]",
        "Let x = 2 and y = x**2. Compute dy/dx. (Answer: 4)|[4]{= dy/dx}|(Answer: 5)",
        "A sigmoid outputs 0.8. What is its local derivative? [0.16]|[0.16]{= 0.8 * (1 -"
            + " 0.8)}|[0.17]",
        "Let z = 0.4 * 2 = 0.8. The sigmoid gives a = 0.690, and L = (1 - a)**2.|a ="
            + " Value(z).sigmoid()|a = 0.691",
        "Let n1 = 0.4 * 2 = 0.8 and a1 = 1 / (1 + e^(-n1)). With n2 = 0.3 * 2 = 0.6 we get a2 ="
            + " 0.6457.|a2 = 1 / (1 + Value(-n2).exp())|a2 = 0.6467",
        "<table><tr><th>w<sub>1</sub></th></tr><tr><td>z = 2 * 3 = 6</td></tr></table>|`z = 2 * 3 ="
            + " 6`|2 * 3 = 7",
        "Then y = ln 5 = 1.6094.|`y = ln(5) = 1.6094`|1.6194",
        "The gradient of `a` is 4. Let `a = 3`, `b = 4` and `c = a * b`. So c is 12.|given: {a: 3,"
            + " b: 4}|c is 13",
        "Let x = 2, y = 7 and p = x * y = 14. Nudge x by 0.001: p = 2.001 * 7 = 14.007.|p ="
            + " `2.001 * 7 = 14.007`|14.008",
        "Let x = 2 and y = x**2 = 4. Step 4: dy/dx = 2 * x = 4.|Step [4]{plain}|2 * x = 5",
        "Let α = 0.1; typical rates are α = 0.01 - 0.1. Then w = 3 - 0.1 * 4 = 2.6.|[α = 0.01 -"
            + " 0.1]{plain}|= 2.5",
        "$J(\\theta) = \\theta^2$ and $\\nabla J(\\theta) = 2 \\cdot 5 = 10$.|$\\nabla"
            + " J(\\theta) = 2 \\cdot 5 = 10$|= 11",
        "**Exercise 1.** Let y = 3 and L = y * 2 = 6.¶**Exercise 2.** Let x = 2 and y = x**2 = 4.|y"
            + " = x**2|x**2 = 5",
      })
  void isReadAndHeldTo(String lesson, String made, String wrong) {
    String text = "# A\n\n" + lesson.replace("¶", "\n\n") + "\n";
    String right = right(lesson, wrong);
    assertThat(read(text).yaml().orElseThrow()).contains(made);
    assertThat(errors(text)).doesNotContain("the program gives");
    assertThat(errors(text.replace(right, wrong))).hasSizeGreaterThan(errors(text).length());
  }

  /// A number in the formula of a cell is none of the name that the formula is of.
  @Test
  void aCellWithAFormulaIsNoLabel() {
    String text =
        """
        # A

        x = 1.0, w = 0.5, b = -0.9

        | quantity | formula | value |
        |----------|---------|-------|
        | z | w*x + b | -0.4 |
        | h | max(0, z) | 0 |

        The unit is dead: z = -0.4 < 0.
        """;
    assertThat(errors(text)).isEmpty();
    assertThat(errors(text.replace("| 0 |", "| 1 |"))).isNotEmpty();
    assertThat(errors(text.replace("z = -0.4", "z = -0.5"))).isNotEmpty();
  }

  /// In a row that has its own name, a gradient is that name's; the value of another that happens
  /// to be the same hides no false one.
  @Test
  void gradientsOfARowAreOfItsName() {
    String text =
        """
        # A

        Let x = 2, y = -3, p = x * y and L = -2 * p.

        | node | formula | value | gradient |
        |------|---------|-------|----------|
        | p | x*y | -6 | -2 |
        """;
    assertThat(errors(text)).isEmpty();
    assertThat(errors(text.replace("| -2 |", "| -3 |"))).contains("the number -3 has no standing");
  }

  /// A statement that changes a variable is quoted, not claimed.
  @Test
  void anUpdateInCodeIsQuoted() {
    String text = "# A\n\nThen `w.data -= 0.1 * w.grad` for each.\n";
    assertThat(errors(text)).isEmpty();
    assertThat(read(text).yaml().orElseThrow()).contains("[`w.data -= 0.1 * w.grad`]{plain}");
  }

  /// Tags that only frame are passed over, however many there are.
  @Test
  void framesWithoutWordsAreNoListings() {
    String folded = "# A\n\n<details>\n<summary>More</summary>\n\nWords.\n\n</details>\n";
    assertThat(read(folded).yaml().orElseThrow()).contains("Words.").doesNotContain("html");
    assertThat(errors("# A\n\n" + "<div>".repeat(20_000) + "\n")).isEmpty();
  }

  /// A text that begins with numbers, and one that says the same name very often, are read.
  @Test
  void runsAtTheBeginningAndVeryLongOnesAreRead() {
    assertThat(read("# A\n\n1 → 2 → 4\n\n1, 2, 3 and 4.\n").yaml()).isPresent();
    String often = "w = 0.5 updated 0.51, ".repeat(250);
    assertThat(read("# A\n\nLet w = 1 and L = w * w at a rate of 0.1.\n\n" + often).yaml())
        .isPresent();
  }

  /// A point that is escaped, so that no list begins there, is a point.
  @Test
  void anEscapedPointIsAPoint() {
    String text = "# A\n\nLet y = 3.05 * 2, so that y is\n6\\.1 there.\n";
    assertThat(read(text).yaml().orElseThrow()).contains("[6.1]{= y}");
  }

  /// The stretch of the lesson that differs from the wrong one in one digit.
  private static String right(String lesson, String wrong) {
    for (int i = 0; i + wrong.length() <= lesson.length(); i++) {
      String part = lesson.substring(i, i + wrong.length());
      int different = 0;
      for (int k = 0; k < part.length(); k++) {
        different += part.charAt(k) == wrong.charAt(k) ? 0 : 1;
      }
      if (different == 1) {
        return part;
      }
    }
    throw new AssertionError(wrong + " is not near anything");
  }
}
