package dev.perilla.site.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import dev.perilla.engine.verify.VerifyCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an import calls false is false. Each lesson here says something right in a way that was
/// once read as something else. It is long because it is one table of such lessons.
class AccusationsTest {
  private static Importer.Imported read(String name, String text) {
    return Importer.read(
        name, text.getBytes(StandardCharsets.UTF_8), Optional.empty(), "x.chapter.yaml", "x");
  }

  private static final Set<String> FALSE =
      Set.of(
          VerifyCode.FALSE_NUMBER.id(),
          VerifyCode.FALSE_STATEMENT.id(),
          VerifyCode.BESIDE.id(),
          ImportCode.FALSE_OUTPUT.id());

  /// What is called false of a lesson, one finding a line.
  private static String accusations(String lesson) {
    return read("a.md", lesson).findings().stream()
        .filter(it -> FALSE.contains(it.code().id()))
        .map(AccusationsTest::line)
        .collect(Collectors.joining("\n"));
  }

  /// What is not settled, called false or not.
  private static String errors(String lesson) {
    return read("a.md", lesson).findings().stream()
        .filter(it -> it.severity() == Severity.ERROR)
        .map(AccusationsTest::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Finding finding) {
    return FindingPrinter.compact(finding).replaceFirst("^[^ ]+ ", "");
  }

  private static String yaml(String lesson) {
    return read("a.md", lesson).yaml().orElseThrow();
  }

  /// Arithmetic behind what a weight becomes is held to be right, whatever the weight is by then.
  @Test
  void arithmeticOfAStepIsChecked() {
    String lesson =
        """
        # T

        Let $x = 2$, $w = 3$ and $y = 5$. Then $p = w x = 6$ and $L = (p - y)^2 = 1$.

        With $\\eta = 0.1$: $$w \\leftarrow w - \\eta \\frac{\\partial L}{\\partial w} = 3 - 0.1 \\times 4 = 2.6$$
        """;
    assertThat(errors(lesson)).isEmpty();
    for (String wrong : List.of("3 - 0.1 \\times 5", "4 - 0.1 \\times 4", "3 - 0.2 \\times 4")) {
      assertThat(accusations(lesson.replace("3 - 0.1 \\times 4", wrong))).as(wrong).isNotEmpty();
    }
  }

  /// The bullets of a list in a fence are no signs.
  @Test
  void aListInAFenceHasBullets() {
    String lesson =
        """
        # T

        ```python
        a = Value(2.0)
        b = Value(-3.0)
        c = a + b
        ```

        ```
        Nodes:
        - a = 2.0 (leaf)
        - b = -3.0 (leaf)
        - c = -1.0 (operation: +)
        ```
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("• c = ");
    assertThat(accusations(lesson.replace("c = -1.0", "c = 1.0")))
        .contains("the text says 1.0, the program gives -1.0");
  }

  /// A sheet of questions gives its letters other numbers again and again.
  @Test
  void aQuestionHasItsOwnNumbers() {
    String lesson =
        """
        # Sheet

        ## Q1 A line

        Let `w = 2`, `x = 3` and `b = 1`, at the learning rate `eta = 0.1`. Then `z = w * x + b = 7`,
        and `L = (z - 5)**2 = 4`.

        The gradients are `dL/dz = 2 * (z - 5) = 4` and `dL/dw = 4 * 3 = 12`.

        By the way, $L = \\frac{1}{2}(8 - 4)^2 = 8$ and $\\frac{\\partial L}{\\partial w} = 4 \\cdot 5 = 20$.

        $$z = 5(2) + 1 = 11, \\qquad L = (11 - 4)^2 = 49$$

        ## Q2

        Take `x = 5`. Then `z = 10 * x = 50`.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("4 * 3 = 12", "4 * 3 = 13"))).isNotEmpty();
    assertThat(errors(lesson.replace("= 20$", "= 21$"))).isNotEmpty();
    assertThat(errors(lesson.replace("+ 1 = 11", "+ 1 = 12"))).isNotEmpty();
  }

  /// Who rounds on the way goes on with what that gives.
  @Test
  void termsMayBeRoundedOnTheWay() {
    String lesson =
        """
        # Rounding

        Let `w_old = 0.3`, `v = 0.7`, `k = 0.0789123`.

        ```
        row1: 0.2(0.0363) + 0.4(0.5392) = 0.0073 + 0.2157 = 0.2230
        s = -0.5(0.0363) + 0.3(0.6397) = -0.0182 + 0.1919 = 0.1737
        v2 = 0.3(0.207) + 0.4(0.969) = 0.062 + 0.388 = 0.450
        w_new = w_old + k * v = 0.3 + (0.0789 * 0.7) = 0.35523
        ```
        """;
    assertThat(errors(lesson)).isEmpty();
    for (String digits : "0.0073 0.2157 0.2230 0.0182 0.1737 0.388 0.969 0.35523".split(" ", -1)) {
      String other =
          digits.substring(0, digits.length() - 2) + "9" + digits.charAt(digits.length() - 1);
      assertThat(errors(lesson.replace(digits, other))).as(digits).isNotEmpty();
    }
  }

  /// What follows from a statement is one by itself, and a name may be said again in the next step.
  @Test
  void anArrowLeadsOnToTheNextStatement() {
    String lesson =
        """
        # Gates

        Inputs: `x1 = 1.0`, `x2 = 0.5`, weights `w = 0.8`, `u = 0.1`.

        ```
        a_f = 0.8(1.0) + 0.1(0) = 0.800   →  f_1 = σ(0.800) = 0.6900
        h_1 = f_1 · 0.5 = 0.3450
        ```

        Then

        ```
        a_f = 0.8(0.5) + 0.1(0.3450) = 0.4000 + 0.0345 = 0.4345  →  f_2 = σ(0.4345) = 0.6069
        ```

        and $z = (0.8)(0.7) + 0.1 = 0.66 \\quad\\rightarrow\\quad y = \\tanh(0.66) \\approx 0.578$.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson))
        .contains("= 0.66 \\quad\\rightarrow\\quad y = \\tanh(0.66) \\approx 0.578$");
    assertThat(errors(lesson.replace("0.6069", "0.6079"))).contains("0.6079");
    assertThat(errors(lesson.replace("0.578", "0.588"))).contains("0.588");
    assertThat(errors(lesson.replace("0.4345  →", "0.4355  →"))).isNotEmpty();
  }

  /// What a lesson calls `sum`, `grad` or `σ` is no function, and one false statement of a line
  /// does not make the next false.
  @Test
  void namesOfFunctionsMayBeNamesOfNumbers() {
    String lesson =
        """
        # Names

        ```
        sum ≈ 2.9121
        σ  = 0.051
        grad = [4, 6]
        a = 2 · 3 = 6
        ```

        Again:

        ```
        a = 0.5 · 6 = 3.0; c = 3 · 3 = 8
        ```
        """;
    assertThat(accusations(lesson)).isEqualTo("error[P0312]: the text says 8, the program gives 9");
  }

  /// Two sentences that are alike but for a count, or speak of different letters, tell no story
  /// with two endings.
  @Test
  void sentencesOfOtherThingsDoNotContradictEachOther() {
    String lesson =
        """
        # Layers

        Layer 1 has 3 output neurons, each with 4 incoming weights.

        Layer 1 has 3 output neurons, each with 3 incoming weights.

        Here $c \\in (0, 1)$ is a constant, typically 0.1.

        Here $\\beta \\in (0, 1)$ is a constant, typically 0.9.
        """;
    assertThat(errors(lesson)).doesNotContain("of the same thing");
    assertThat(errors(lesson.replace("\\beta", "c"))).contains("of the same thing");
  }

  /// An item of a list is not called false that is off by no more than the numbers are rounded that
  /// it is computed with; nor is a list that is another one by the same name.
  @Test
  void itemsOfListsMayBeRounded() {
    String lesson =
        """
        # Lists

        ```
        Step 1: shifted = [2.0 - 2.5, 2.5 - 2.5, 1.0 - 2.5] = [-0.5, 0.0, -1.5]
        d = [0.7233 * 0.9003, 0.2411 * 0.8908] = [0.6513, 0.2148]
        ```

        At the next place:

        ```
        Step 1: shifted = [-2.3, -2.4, 0.0]
        ```
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(yaml(lesson))
        .contains("Step [1]{plain}:\n")
        .contains("[2.0 - 2.5, 2.5 - 2.5, 1.0 - 2.5] = [-0.5, 0.0, -1.5]")
        .contains("[0.6513, [0.2148]{= 0.2411 * 0.8908}]");
    assertThat(accusations(lesson.replace("0.6513", "0.6613"))).contains("0.6613");
    assertThat(accusations(lesson.replace("= [-0.5,", "= [-0.6,"))).contains("-0.6");
  }

  /// What goes into a step is not what comes out of it.
  @Test
  void anArrowBeforeAStatementIsTheWayIntoIt() {
    String lesson =
        """
        # Flow

        ```
        x → h = σ(wx + b)
        h → y = h²
        ```

        **Given:** x = 2, w = 0.5, b = 1

        z = wx + b = 0.5(2) + 1 = 2

        h = σ(2) ≈ 0.8808

        y = (0.8808)² ≈ 0.7758
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.7758", "0.7858"))).isNotEmpty();
  }

  /// What an exercise has left behind is nothing that the next one speaks of: no name, and no
  /// formula that waited for its letters.
  @Test
  void anExerciseLeavesNothingToTheNext() {
    String lesson =
        """
        # Sheet

        ### Exercise 1: one

        Here z = (2t)² + 1, and f = 4z. Let `a = 2`, `b = 3`. Then `h = a * b = 6` and `dh/da = 3`.

        ### Exercise 2: two

        Given `t = 0.5`, `x = 2` and z = 3 + x, we have `z = 5`, and by the way `h = 40`, `dh/da = 8`.

        With others it is `z = 5, h = 41, dh/da = 9`.
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("z = 3 + x").doesNotContain("2 * t");
    assertThat(errors(lesson.replace("`z = 5`", "`z = 6`"))).contains("says 6");
  }

  /// What goes through many numbers has none that the others contradict.
  @Test
  void aNameWithManyNumbersIsInManyStates() {
    String lesson =
        """
        # Rounds

        Let `w = 0.5` and `g = 0.3`.

        ```
        Round 1: w = 0.47
        Round 2: w = 0.44
        Round 3: w = 0.41
        ```
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("Round [3]{plain}: w: 0.41");
  }

  /// Computation by hand goes on below, line by line, and is read as one statement.
  @Test
  void linesThatGoOnWithAnEqualsSignAreOneStatement() {
    String lesson =
        """
        # Go on

        **Given:** x = 2, w = 0.5, b = 1, t = 0.8

        z = wx + b
          = 0.5(2) + 1
          = **2**

        h = σ(z)
          ≈ 0.8808

        ∂L/∂h = 2(h - t)
              = 2(0.8808 - 0.8)
              = 0.1616, where L = (h - t)²

        Heading
          }


        f(1, 2) = 1 + 4
        = 5
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("= **2**", "= **3**"))).isNotEmpty();
    assertThat(errors(lesson.replace("2(0.8808", "2(0.8708"))).isNotEmpty();
    assertThat(errors(lesson.replace("\n= 5", "\n= 6"))).isNotEmpty();
  }

  /// Formulas in letters claim no number; one that comes to a number does.
  @Test
  void constantsOfAFormulaInLettersAreMarked() {
    String lesson =
        """
        # Signs

        **2a.** The error is $E = \\frac{1}{2}\\|\\hat{y} - y\\|_2^2$, and $\\bar{w} \\in \\mathbb{R}^{2}$.

        $$\\nabla_w E = \\begin{cases} 2\\bar{w} & z > 0 \\\\ 3\\bar{v} & z < 0 \\end{cases}$$
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson + "\nHere $\\nabla E = (0, 3)$.\n")).contains("0");
    assertThat(yaml("# A\n\nSo $|v| = 5$.\n")).doesNotContain("abs = 5\n");
  }

  /// An object of the lesson's own class is no number; its `data` is.
  @Test
  void anOwnObjectIsBoundByItsData() {
    String lesson =
        """
        # Own

        ```python
        class Node:
            def __init__(self, data):
                self.data = data

        a = Node(2.0)
        b = Node(-3.0)
        ```

        Here `a = 2.0, b = -3.0` are nodes.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("`a` = [2.0]{= a.data}, `b` = [-3.0]{= b.data} are");
    assertThat(errors(lesson.replace("`a = 2.0", "`a = 4.0"))).isNotEmpty();
  }

  /// A name of a sum that was another one before, a power before a minus, factors in brackets of
  /// which only the last is known.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\nSum = 0.25 + 0.75 = 1.00 ✓\n```",
        "So f = 3(2)² - 2 = 10.",
        "Then (dL/dq)(dk/db) = (4)(0.5) = 2."
      })
  void whatIsSaidOfSomethingElseIsTakenAsWritten(String right) {
    String lesson =
        """
        # A

        The sum is `Sum = 1.5 + 9.7 = 11.2`. Let `b = 3` and `k = b * 4`, so `k = 12` and `dk/db = 4`.

        %s
        """
            .formatted(right);
    assertThat(accusations(lesson)).isEmpty();
  }

  /// A comma between digits of a formula groups them.
  @ParameterizedTest
  @ValueSource(strings = {"16 \\\\cdot 76 = 1{,}216", "300 \\\\cdot 50,000 = 15,000,000"})
  void digitsOfFormulasAreGrouped(String formula) {
    String lesson = "# A\n\nThe parameters are $" + formula.replace("\\\\", "\\") + "$ in all.\n";
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("6$", "7$").replace("15,", "16,"))).isNotEmpty();
  }

  /// A matrix is turned by `.T`: the name before the point is not what the step is.
  @Test
  void aTransposedMatrixIsNoFormulaByItself() {
    String lesson =
        """
        # A

        Let `x = [1, 2]` and `d = [0.5, -1, 3]` and `W = [[1, 0], [0, 1], [2, 2]]`.

        The gradient is `g = (W).T * d`, so `g = [6.5, 5]`.
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(errors(lesson.replace("6.5, 5", "6.5, 4"))).isNotEmpty();
  }

  /// In Python the greater of two objects is one of them; in a graph it is a node of its own.
  @ParameterizedTest
  @CsvSource({"'max(y, z)', 2, 1", "'min(y, z)', 0.5, 0", "'max(0, y)', 2, 1"})
  void anExtremeIsANodeOfItsOwn(String formula, String number, String slope) {
    String lesson =
        """
        # A

        Let x = 1, y = 2 and z = 0.5. Then a = x + y = 3, b = %s = %s, and f = a * b.

        So ∂f/∂b = a = 3 and ∂b/∂y = %s.
        """
            .formatted(formula, number, slope);
    assertThat(accusations(lesson)).isEmpty();
    assertThat(errors(lesson.replace("a = 3 and", "a = 4 and"))).isNotEmpty();
  }

  /// Formulas that come later in a lesson are of an example that stands later.
  @Test
  void aFormulaOfALaterSectionChangesNothingBefore() {
    String lesson =
        """
        # A

        The unit is `h = sigmoid(w * x)`, and the output `o = v * h`.

        Let `x = 1`, `w = 0.5` and `v = -1`. Then `h = 0.6225` and `o = -0.6225`.

        The gradient is `do/dv = h = 0.6225`.

        ## With another unit

        Suppose it uses ReLU: `h = max(0, w * x)`. Now `h = 0.5`.
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(yaml(lesson).indexOf("h = (w * x).relu()"))
        .isGreaterThan(yaml(lesson).indexOf("do/dv"));
  }

  /// A step that a lesson names after it has computed with it is on the way of the gradients.
  @Test
  void aStepNamedLaterIsOnTheWayOfGradients() {
    String lesson =
        """
        # A

        ```python
        from micrograd.engine import Value
        a = Value(2.0)
        b = Value(-3.0)
        c = Value(10.0)
        d = a * b + c
        d.backward()
        print(a.grad)
        ```

        By hand, from the end:

        ```
        t = a * b = 2.0 * (-3.0) = -6.0
        d = t + c = -6.0 + 10.0 = 4.0
        dd/dt = 1.0
        dd/da = dd/dt * dt/da = 1.0 * (-3.0) = -3.0
        ```
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(errors(lesson.replace("(-3.0) = -3.0", "(-3.0) = -4.0"))).isNotEmpty();
  }

  /// What is computed by hand with rounded numbers is right where the exact ones give it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`p = 7.389 / (7.389 + 2.718 + 1.105 + 19.269) = 0.242`, and `-ln(0.242) ="
            + " 1.417`|1.417|1.427",
        "`h = tanh(2.1817) = 0.9749`, and `1 - 0.9749**2 = 0.0497`|0.0497|0.0487",
        "`h = 1 / 7 = 0.14`, and `2 * 0.14 = 0.29`|0.29|0.31"
      })
  void whatComesOfRoundedNumbersIsRight(String sentence, String right, String wrong) {
    String lesson = "# A\n\nWe have " + sentence + ".\n";
    assertThat(accusations(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("[" + right + "]{= ");
    assertThat(errors(lesson.replace("= " + right, "= " + wrong))).isNotEmpty();
  }

  /// So is a formula that a lesson works out with the numbers that it has rounded.
  @Test
  void aFormulaWorkedOutWithRoundedNumbersIsRight() {
    String lesson =
        """
        # A

        Let `x = 1`, `w = 0.5`, `v = -1` and `y = 0.5`. Then `h = sigmoid(w * x) ≈ 0.622` and
        `o = v * h = -0.622`, with `E = (y - o)**2`.

        The gradient is `dE/do = -2 * (y - o) = -2.244`.
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(errors(lesson.replace("-2.244", "-2.254"))).isNotEmpty();
  }

  /// A name that the lesson uses for two things, one after the other.
  @Test
  void aNameMayStandForAnotherThingBelow() {
    String lesson =
        """
        # A

        Let `e = 0.9` and `x = 5`.

        ```
        For the weight:
        gradient = e * x = 0.9 * 5 = 4.5

        For the bias:
        gradient = e = 0.9
        ```
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(errors(lesson.replace("gradient = e = 0.9", "gradient = e = 0.8"))).isNotEmpty();
  }

  /// A list of another length, and a number where the program has a list, are other things.
  @Test
  void aNameOfAListMayStandForAnotherThing() {
    String lesson =
        """
        # A

        Let `W = [[0.1, 0.2], [0.3, 0.4]]` and `b = [0.5, 0.6]`.

        ```
        Iteration 1:
        W = [0.59, -0.41], b = 0.498
        Error = 0.09
        ```
        """;
    assertThat(accusations(lesson)).isEmpty();
  }

  /// `At x = -3` is no claim of what `x` is, and what follows is said of that point.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "At `x = -3` the parabola `y` is 9.",
        "En `x = -3` la parábola vale 9.",
        "For `x = 4`, `y = 16` instead.",
        "From `x = 3` you go to `3 - 0.1 * 6 = 2.4`, where `y = 5.76`.",
        "Compare `x = 4`: the square `x**2 + 1 ≈ 17` is larger.",
      })
  void aPointThatIsLookedAtIsNoClaim(String sentence) {
    String lesson = "# A\n\nLet `x = 3` and `y = x**2 = 9`.\n\n" + sentence + "\n";
    assertThat(accusations(lesson)).isEmpty();
  }

  /// The same where the program has a list under the name.
  @Test
  void aPointOfAListIsLookedAt() {
    String lesson =
        """
        # A

        Let `x = [0, 1, 2, 3]` and `u = x ⊙ x = [0, 1, 4, 9]`, with `z = u ⊙ x`.

        At x = 3 we have u = 9 and z = 27, so `dz/dx = u = 9` where `u` is held.
        """;
    assertThat(accusations(lesson)).isEmpty();
  }

  /// A function of the engine is no variable of the lesson, though it has the name of one.
  @Test
  void aVariableMayHaveTheNameOfAFunction() {
    assertThat(accusations("# A\n\nOne step: `w = 1.5`, `grad = 2.4`, `lr = 0.1`.\n")).isEmpty();
  }

  /// Several inputs moved at once, without a formula beside them.
  @Test
  void severalInputsMoveAtOnce() {
    String lesson =
        """
        # A

        Let `w = 2`, `b = 1` and `x = 1`, so that `a = sigmoid(w * x + b) = 0.9526`.

        Compare a unit with w = 0.6 and b = 0.9: it would have a = 0.8176, and `a * (1 - a) = 0.1491`.
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(read("a.md", lesson).findings()).isEmpty();
  }

  /// What a set holds is printed in any order.
  @Test
  void aSetIsPrintedInAnyOrder() {
    String lesson =
        """
        # A

        ```python
        seen = set([3, 1, 20])
        print([x for x in seen])
        ```

        Output:

        ```
        [20, 1, 3]
        ```
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(accusations(lesson.replace("[20, 1, 3]", "[21, 1, 3]"))).isNotEmpty();
  }

  /// Where the cells of a notebook were run again, what it shows may be right of another order; the
  /// finding says so.
  @ParameterizedTest
  @CsvSource({"2, correct the words", "3, were not run once each"})
  void anotherOrderOfCellsIsTheCause(int count, String help) {
    String notebook =
        """
        {"cells": [
          {"cell_type": "code", "execution_count": 1, "source": "a = 1", "outputs": []},
          {"cell_type": "code", "execution_count": %d, "source": "a += 1\\nprint(a)",
           "outputs": [{"output_type": "stream", "text": "3"}]}]}
        """
            .formatted(count);
    assertThat(read("a.ipynb", notebook).findings())
        .anySatisfy(it -> assertThat(it.help().orElse("")).contains(help));
  }

  /// `\partial C / \partial w` in a line is a derivative, and no product; the name under the stroke
  /// is an input.
  @Test
  void aDerivativeInALineIsOne() {
    String lesson =
        """
        # A

        Let $x = 1.5$, $w = 0.6$, $z = w x = 0.9$ and $C = (z - 1)^2$, with $\\delta = -0.2$.

        So $\\partial C/\\partial w = \\delta x = -0.3$ and $z(1-z) = 0.09$.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("w: 0.6");
  }

  /// What follows a sign of arithmetic is no subject of what is said.
  @Test
  void aSubtrahendIsNoSubject() {
    String lesson =
        """
        # A

        The gradient is p - y = [-0.341, 0.242, 0.099], because `y = [1, 0, 0]`.
        """;
    assertThat(accusations(lesson)).isEmpty();
  }

  /// In notes on staged computation `dx` is the gradient of what was computed, by `x`; where a text
  /// adds to it, it has more than one number.
  @Test
  void aNameAfterDIsAGradient() {
    String lesson =
        """
        # A

        Let `x = 3` and `y = -4`, with `s = x + y`, `p = s * x` and `f = p * p`.

        - `dp = 2 * p = -6`
        - `ds = dp * x = -18`
        - `dx = -18` at first, then `dx += dp * s`, so `dx = -12`
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("dp = grad(f, p)").contains("ds = grad(f, s)");
    assertThat(accusations(lesson.replace("`ds = dp * x = -18`", "`ds = dp * x = -19`")))
        .isNotEmpty();
  }

  /// Lists that a sentence names by a noun, and what it makes of them without a formula.
  @ParameterizedTest
  @CsvSource({"[,]", "(,)"})
  void listsWithoutALabelAreData(String open, String close) {
    String lesson =
        """
        # A

        The scores are <2.0, 1.0, 0.1>, and the target is <1, 0, 0>.

        The exponentials are <7.389, 2.718, 1.105>; their sum is 11.213. Dividing gives <0.659, 0.242, 0.099>.

        The gradient on the scores is <-0.341, 0.242, 0.099>.
        """
            .replace("<", open)
            .replace(">", close);
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("scores = values([2.0, 1.0, 0.1])");
    for (String digit : new String[] {"7.389", "11.213", "0.242, 0.099" + close + ".\n\nThe"}) {
      String wrong = digit.replaceFirst("[389]", "7");
      assertThat(errors(lesson.replace(digit, wrong))).isNotEmpty();
    }
  }

  /// The letter of a model is that of its data too.
  @Test
  void aTargetMayHaveTheNameOfTheModel() {
    assertThat(accusations("# A\n\nLet w = 1. We fit y = w * x with x = 2 and y = 8 there.\n"))
        .isEmpty();
  }

  /// Rounded numbers of a gradient that the program does not lead to.
  @Test
  void aGradientOfRoundedNumbersIsRight() {
    String lesson =
        """
        # A

        Let x = 2, z = 0.5 and y = 1, with p = σ(0.5) = 0.6225. The slope is p − y = -0.3775.

        So dL/dw = -0.3775 · 2 = -0.7551.
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(errors(lesson.replace("-0.7551", "-0.7561"))).isNotEmpty();
  }

  /// A row of a table may hold the greater of two.
  @Test
  void aRowHoldsTheGreaterOfTwo() {
    String lesson =
        """
        # A

        Given x = 0.5, w = 0.6 and v = 2.

        | step | formula | value |
        |------|---------|-------|
        | z | w*x | 0.3 |
        | h | max(0, z) | 0.3 |
        | y | v*h | 0.6 |
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("v*h | 0.6", "v*h | 0.7"))).isNotEmpty();
  }

  /// What is right in the way that people write it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\nWeights: 11 × 11 × 3 × 96 = 34,848\n```",
        "```\nv = 0.862\nσ = √v = √0.862 = 0.928\nx = 1.112 / 0.928 = 1.198\n```",
        "The deviation is $\\sigma = \\sqrt{0.862} = 0.928$, so $x = 1.112 / \\sigma = 1.198$.",
        "```\nz0 = 2.1 → e^2.1 = 8.17\nz1 = 0.8 → e^0.8 = 2.23\n```",
        "```\nH = -[0.25 × log(0.25) + 0.75 × log(0.75)]\n"
            + "  = -[0.25 × (-1.386) + 0.75 × (-0.2877)] = 0.562\n```",
        "The share of the others is (1/2)^100 = 7.89 × 10^-31.",
        "```\nH(Y) = -[0.25·log₂(0.25) + 0.75·log₂(0.75)]\n     = 0.811 bits\n```",
        "The entropy is $H = -(0.25 \\log_2 0.25 + 0.75 \\log_2 0.75) = 0.811$.",
        "```\nP(Y=0|X=1) = P(X=1,Y=0) / P(X=1) = 0.3 / 0.5 = 0.6\n```",
        "So $f(0.1, 0.2) = 0.1^2 + 3 \\cdot 0.2 = 0.61$ there.",
        "It takes 64 × 64 × 3 = 12,288 inputs, and 9 × 128 = 1,152 or 4 × 1,000 = 4,000 weights.",
        "```\nZ = [0.5] + [0.25] = [0.75]\n```",
        "Let $x = 2$.\n\n"
            + "Now $x = [1, 2]$ and $w = [0.5, 0.3]$, so $z = 0.5 \\times 1 + 0.3 \\times 2 ="
            + " 1.1$.",
        "| Old | Slope | New | |\n|---|---|---|---|\n| 0.4 | 0.7 | 0.4 - 0.1 × 0.7 | 0.33 |",
        "A 3 × 3 filter (Section 3.4) is in a 784-128-10 network that says 0 or 1.",
        "Let $x = 2$ and $z = 3x$. Then $\\frac{\\delta z}{\\delta x} = 3$ there.",
        "$$\\sigma\\prime(x) = -(1 + e^{-x})^{-2} e^{-x} \\cdot (-1)$$",
        "The labels are $y = (y_1, \\dots, y_n)$.",
        "**Activity 1.1:** Do it.\n\n## Question 3\n\n**2.1: What is asked** is this.",
        "The network is 784 → 128 → 10, with `W` of shape (128, 784) and a bias of (128,).",
        "The difference is `< 1e-7` there, or > 10.",
        "```\nXOR\n0 | 0 | 0\n0 | 1 | 1\n1 | 0 | 1\n1 | 1 | 0\n```",
        "```\nAND            OR\n(0,0)→0  (0,1)→0    (0,0)→0  (0,1)→1\n"
            + "(1,0)→0  (1,1)→1    (1,0)→1  (1,1)→1\n\n[0, 0] → 0\n```",
        "Let $z = 2.76$.\n\n```\na = sigmoid(z) = 0.940  (the prediction)\n```",
        "```\nW = [[0.1, 0.2],\n     [0.3, 0.4]]\nx = [1, 2]\nz = W @ x = [0.5, 1.1]\n```",
        "```\nW = [0.1 0.2]\n    [0.3 0.4]\nx = [1, 2]\nz = W x = [0.5, 1.1]\n```",
        "```\n10.000 / 100 = 100\n```",
        "Let $W = [[1, 2]]$ and $a = [3, 4]$, so $z = W a = 11$.",
        "It is $( k = 0 + 0.1 (1 - 3) = -0.2 )$, and $(u, v) = (1, 2)$ gives $s = u + v = 3$.",
        "- `m := 0   - 0.1*(-0.96) = 0.096` (both)",
        """
        Let $p = 0.0179$, $q = 0.0350$, $h = 0.6502$ and $d = (p + q) h$.

        $$ d = (0.0179 + 0.0350) \\cdot 0.65 $$
        $$ d = 0.0529 \\cdot 0.65 \\approx 0.0344 $$\
        """,
        "Let $m = 2$.\n\n## 2.1 第一层\n\n隐藏层：2个神经元",
        "Let $w = 3$ and $L = w^2$.\n\n| of | formula | value |\n|---|---|---|\n"
            + "| $\\partial L/\\partial w$ | $2 \\cdot w$ | 6 |",
      })
  void aRightNumberIsCheckedAsItIsWritten(String lesson) {
    assertThat(errors("# Sizes\n\n" + lesson + "\n")).isEmpty();
  }

  /// Of other things, or where a condition holds.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Then `k = 1 / r = 0.5`. A small circle has $k = 1$, but this one has $k = 1/2$.",
        "Then `k = 1 / r = 0.5`. For $k = -1/2$: $m = -6$, and so on.",
        "Then `s = r**2 + 1 = 5`. With $r^2 + 1 = 5.01$ it would be $m = 12.02$.",
        "| Name | Formula |\n|---|---|\n| one | `g(r) = 1 / r` |\n| two | `g(r) = max(0, r)` |\n"
            + "| three | `g(r) = r**2` |",
        "There `k = r / m` and `m = r + k`.",
        "There are 4^20 ≈ 10^12 of them, and $(1/2)^{100} \\approx 10^{-30}$ is the share.",
        "Multiply factor 1 by factor 2 → m, then go on.",
        "With the usual scale (a=1, b=0 for now) it holds.",
        "```\nm = (0.5 * 3 + 0.7 * 5) / 2\nm = 5.0 / 2\nm = 2.5\n```",
        "There `m - r = 0.9 - 0.25 = 0.65`.",
        "```\nP = [0.7  0.3]\n```\n",
        "For $v = [1, 2, 3]$ this is it.\n\nCalculate it for $v = [-1, -2, -3]$ too.",
        "```\nr¹ = [0.5, 0.1]\n```",
      })
  void anotherThingIsNotCalledFalse(String lesson) {
    assertThat(accusations("# Circles\n\nLet `r = 2` and `m = 3 * r = 6`.\n\n" + lesson + "\n"))
        .isEmpty();
  }

  /// A loss that the program has from a number alone says nothing of the derivatives by its lists.
  @Test
  void aLossFromANumberHasNoGradients() {
    String lesson =
        """
        # Softmax

        The scores are $z = (-0.7, 0.6, 0.7)$ and the target is $y = (0, 1, 0)$.

        The right class gets 0.4206, so the loss is $L = -\\ln(0.4206) = 0.8661$.

        $$\\frac{\\partial L}{\\partial z} = (0.1146, -0.5794, 0.4648)$$
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(accusations(lesson.replace("0.8661", "0.8761"))).isNotEmpty();
    assertThat(yaml(lesson)).contains("`dL/dz` `minus(softmax(z), y) = [0.1146, -0.5794, 0.4648]`");
  }

  /// The way of a value through a graph is no equation, and a gradient may be said again that an
  /// example before had.
  @Test
  void aWayIsNoEquation() {
    String lesson =
        """
        # A path

        Let $x = 2$, $w = 3$ and $b = 1$ with the target $t = 5$. We compute

        $$a = w x, \\qquad p = a + b, \\qquad e = p - t, \\qquad L = e^2$$

        so $a = 6$, $p = 7$, $e = 2$ and $L = 4$. The values go this way:

        $$
        (x, w) \\rightarrow a \\rightarrow p \\rightarrow e \\rightarrow L
        $$

        and the gradients go back: $L \\to e \\to p$.

        $$
        \\frac{\\partial L}{\\partial w} = 8, \\quad \\frac{\\partial L}{\\partial b} = 4
        $$

        ## Another loss

        Now take $L = w^2 + 3w$. It leads to $w$ by two ways.

        ## What is next

        Before, we had computed:

        $$
        \\frac{\\partial L}{\\partial w} = 8, \\quad \\frac{\\partial L}{\\partial b} = 4
        $$
        """;
    assertThat(errors(lesson)).isEmpty();
    String last = "\\partial w} = 8, \\quad \\frac{\\partial L}{\\partial b} = 4\n$$\n";
    assertThat(lesson).endsWith(last);
    String begins = lesson.substring(0, lesson.length() - last.length());
    assertThat(errors(begins + last.replace("8", "7"))).isNotEmpty();
    assertThat(errors(begins + last.replace("4", "5"))).isNotEmpty();
  }

  /// What a name becomes may be said in two statements.
  @Test
  void aStepMayBeSaidInTwoStatements() {
    String lesson =
        """
        # Steps

        ```
        w = 0.5
        w_next = 0.5 - 0.1 * (-12)
        w_next = 1.7
        ```

        Later:

        ```
        w_next = 1.7 - 0.1 * (-2.4)
        w_next = 1.94
        ```

        Last, `w_next = 1.94 - 0.1 * (-0.48)`, so `w_next = 1.988`.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("so [`w_next`]{plain} = [1.988]{= 1.94 - 0.1 * (-0.48)}.");
    for (String digits : "1.94 1.988 -2.4 -0.48 1.7".split(" ", -1)) {
      int at = lesson.lastIndexOf(digits) + digits.length() - 1;
      String other = lesson.substring(0, at) + "3" + lesson.substring(at + 1);
      assertThat(errors(other)).as(digits).isNotEmpty();
    }
  }

  /// A rate that is assumed once is another elsewhere.
  @Test
  void aTinyRateIsAnInput() {
    String lesson =
        """
        # Rates

        Let $\\theta = 5$ with $L = \\theta^2$, so $L = 25$.

        If the rate is tiny, as in $\\eta = 10^{-6}$, nothing moves. With the usual $\\eta = 0.1$ all goes well.
        """;
    assertThat(accusations(lesson)).isEmpty();
  }

  /// The number of a list of one is that number.
  @Test
  void aListOfOneIsItsNumber() {
    String lesson =
        """
        # A net

        Take `x = [1, 2]`, `W = [[0.5, 0.25]]` and `b = [0.1]`.

        - `z = W x + b = 0.5*1 + 0.25*2 + 0.1 = 1.1`
        - `L = (z - 1)² = 0.01`
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("`z = (plus(dot(W, x), b))[0] = 0.5*1 + 0.25*2 + 0.1 = 1.1`");
    assertThat(errors(lesson.replace("= 1.1`", "= 1.2`"))).contains("1.2");
  }

  /// A rule has letters that an example gives other numbers.
  @Test
  void theLettersOfARuleAreNotThoseOfAnExample() {
    String lesson =
        """
        # Ways that meet

        A product passes on the other factor: for `c = a * b` the gradient of `a` is `b`.

        ## A variable that is used twice

        - We set `a = 2.0`, `b = 3.0`, `c = 4.0`.
        - Forward: `d = a*b = 6.0`, `e = a*c = 8.0`, `L = d + e = 14.0`.
        - Backward: `dL/da = 3.0 + 4.0 = 7.0`.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("c = 4.0", "c = 5.0"))).contains("5.0");
    assertThat(errors(lesson.replace("8.0", "9.0"))).contains("9.0");
    String computed =
        lesson
            .replace("c = 4.0", "c = 6.0")
            .replace("8.0", "12.0")
            .replace("14.0", "18.0")
            .replace("3.0 + 4.0 = 7.0", "3.0 + 6.0 + 6.0 = 15.0");
    assertThat(errors(computed)).isEmpty();
    assertThat(yaml(computed)).contains("given: {a: 2.0, b: 3.0}");
  }

  /// Who computes by hand goes on with what stood in brackets.
  @Test
  void whatStoodInBracketsIsKnown() {
    String lesson =
        """
        # Deltas

        Let $p = 0.0179$, $q = 0.0350$, $u = 0.2$, $v = 0.9$ and $h = 0.6502$.

        $$ d = (p u + q v) \\cdot h (1 - h) $$
        $$ d = [(0.0179)(0.2) + (0.0350)(0.9)] \\cdot 0.6502(1 - 0.6502) $$
        $$ d = 0.03508 \\cdot 0.2274 \\approx 0.0080 $$
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.03508", "0.03509"))).contains("0.03509");
  }

  /// What a listing prints after one that does not run here is the lesson's alone.
  @Test
  void whatFollowsFromAListingThatDoesNotRunIsNotJudged() {
    String notebook =
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
        {"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": [],
         "source": "class Num:\\n    def __init__(self, data):\\n        self.data = data\\n        self.grad = 0.0\\n\\na = Num(2.0)\\nb = Num(-3.0)"},
        {"cell_type": "code", "metadata": {}, "execution_count": 2, "outputs": [],
         "source": "a.grad = -3.0\\nb.grad = 2.0\\nSHOW"},
        {"cell_type": "code", "metadata": {}, "execution_count": 3,
         "source": "a.data += 0.1 * a.grad\\nprint(a.data)",
         "outputs": [{"output_type": "stream", "name": "stdout", "text": "1.7\\n"}]}]}
        """;
    assertThat(accused(notebook.replace("SHOW", "draw(a)"))).isFalse();
    assertThat(accused(notebook.replace("SHOW", ""))).isFalse();
    assertThat(accused(notebook.replace("SHOW", "").replace("1.7", "1.8"))).isTrue();
  }

  private static boolean accused(String notebook) {
    return read("a.ipynb", notebook).findings().stream()
        .anyMatch(it -> it.code() == ImportCode.FALSE_OUTPUT);
  }

  /// Two distributions with the same words before them are no story with two endings.
  @Test
  void formulasTellNoStory() {
    String lesson =
        """
        # Weights

        Sample from $\\mathcal{N}(0, 1/512)$.

        Sample from $\\mathcal{N}(0, 1/256)$.
        """;
    assertThat(errors(lesson)).doesNotContain("of the same thing");
  }

  /// What is said of a function of some number is no slip of what it is of another; nor is a list
  /// of a letter that is a number elsewhere.
  @Test
  void aFunctionIsOfSomeNumber() {
    String lesson =
        """
        # Nets

        Let $z = 0$, so $\\sigma'(z) = 0.25$. Let $H = 3$ and $y = 2.5$.

        Assume that all saturate, so that $\\sigma'(z) = 0.1$ everywhere.

        Since $\\sum_j y_j = 1$, it is a share.

        The block should give `H(x) = [2, 5]`.
        """;
    assertThat(accusations(lesson)).isEmpty();
    assertThat(accusations(lesson.replace("0.25", "0.26"))).contains("0.26");
  }

  /// Where the result is rounded, a digit of what stood a line above is noticed all the same.
  @Test
  void aSlipOfAPartIsNoticed() {
    String lesson =
        """
        # Nets

        Let $u = 0.5486$ and $v = 0.6502$.

        $$ n = 0.3 u + 0.2 v = (0.3)(0.5486) + (0.2)(0.6502) $$
        $$ n = 0.16458 + 0.13004 = 0.2946 $$
        $$ o = \\frac{1}{1 + e^{-0.2946}} \\approx 0.5731 $$
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.16458", "0.16459"))).contains("0.16458 is known");
    assertThat(errors(lesson.replace("-0.2946", "-0.2947"))).contains("-0.2946 is known");
  }

  /// Items of a list may be examples, each with its own numbers.
  @Test
  void anItemOfAListMayBeAnExample() {
    String lesson =
        """
        # T

        w = 0.5, b = 0.1

        * Sample 1: x = 2, y = 1. z = w*x + b = 1.1, L = (z - y)^2 = 0.01, dL/dw = 2*(z - y)*x = 0.4
        * Sample 2: x = -1, y = 0. z = w*x + b = -0.4, L = (z - y)^2 = 0.16, dL/dw = 2*(z - y)*x = 0.8

        1. Take `p = 2`, `q = 3`. Then `c = p * q = 6` and `dc/dp = 3`.
        2. Now `p = 4`, `q = -1`. Then `c = p * q = -4` and `dc/dp = -1`.
        """;
    assertThat(errors(lesson)).isEmpty();
    for (String right : List.of("1.1,", "0.01,", "0.4\n", "-0.4,", "0.16", "0.8\n", "6`", "-4`")) {
      String wrong = right.replaceAll("[1468](?=\\D*$)", "5");
      assertThat(errors(lesson.replace(right, wrong))).as(right).isNotEmpty();
    }
  }

  /// What follows from an assumption is said of it, whatever the names are otherwise.
  @Test
  void anAssumptionIsNoClaim() {
    String lesson =
        """
        # T

        x = 1.5 ; w = -2 ; b = 0.5.

        z = w·x + b = -2.5

        s = sigmoid(z) = 0.0759

        If z = 0, s is 0.5. If z = 2, s is 0.8808.

        Si z = -3, s vale 0.0474.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("s is 0.5.", "s is 0.6."))).isNotEmpty();
    assertThat(errors(lesson.replace("0.8808", "0.8818"))).isNotEmpty();
    assertThat(errors(lesson.replace("0.0474", "0.0475"))).isNotEmpty();
    assertThat(errors(lesson.replace("z = 0,", "z = 1,"))).isNotEmpty();
  }

  /// A lesson may try several rates, or change the one that it has, and go from round to round.
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        w = 1, learning rate 0.1. The gradient at w is g = 2*w = 2.

        Step 1: w = 1 - 0.1 * 2 = 0.8

        Then the rate is 0.05 and the gradient is 1.6.

        Step 2: w = 0.8 - 0.05 * 1.6 = 0.72
        """,
        """
        L(w) = (w - 3)^2, start w = 0, gradient 2(0 - 3) = -6.

        With lr = 0.1, w = 0 - 0.1 * (-6) = 0.6. With lr = 0.5, w = 0 - 0.5 * (-6) = 3.
        """,
        """
        Start: w = 2.0, b = 0.0, lr = 0.01

        Epoch 1: y_pred = 2.0*3 + 0.0 = 6.0, dw = 2*(6.0 - 10)*3 = -24.0, db = 2*(6.0 - 10) = -8.0

        w = 2.0 - 0.01*(-24.0) = 2.24, b = 0.0 - 0.01*(-8.0) = 0.08

        Epoch 2: y_pred = 2.24*3 + 0.08 = 6.8, dw = 2*(6.8 - 10)*3 = -19.2, db = -6.4
        """
      })
  void anotherRoundIsNotAccused(String lesson) {
    assertThat(accusations(lesson)).isEmpty();
  }

  /// Where a wire ends that is not followed, an operation would have one input: the picture is
  /// shown, and its numbers go by what the text says.
  @Test
  void aWireThatIsNotFollowedMakesNoGraph() {
    assertThat(
            errors(
                """
                Take f = (x + y) * z with x = -2, y = 5, z = -4 and q = x + y = 3.

                ```
                x = -2 ──┐
                         (+) ── q = 3 ──┐
                y = 5  ──┘              (*) ── f = -12
                z = -4 ─────────────────┘
                ```
                """))
        .isEmpty();
  }

  /// Another rate than the one that is said, in step after step, is another rate.
  @Test
  void severalStepsOfAnotherRateAreOfThatRate() {
    String lesson =
        """
        The rate is α = 0.01, and t0 = 0.

        ```
        t1 = 0 + 0.02(2 - 0) = 0.04
        t2 = 0.04 + 0.02(4 - 0.04) = 0.1192
        t3 = 0.1192 + 0.02(6 - 0.1192) = 0.2368
        ```

        **α = 0.5:** it would go faster.
        """;
    assertThat(errors(lesson)).doesNotContain("the text says 0.02", "the text says 0.5");
    assertThat(errors(lesson.replace("0.1192) = 0.2368", "0.1192) = 0.2378"))).contains("0.2378");
  }

  /// Brackets of lists around sums of one item are vectors.
  @Test
  void aListOfOneItemIsAVector() {
    String lesson =
        """
        ```
        h  = [0.6, 0.45]
        W  = [[0.5], [0.3]]
        b  = [0.1]
        z  = h @ W + b = [0.6*0.5 + 0.45*0.3] + [0.1] = [0.535]
        ```
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.535", "0.545"))).contains("0.545");
  }

  /// Braces around the whole of an index, `\\delta{_2}`, are none of the formula.
  @Test
  void anIndexMayHaveItsSignWithinBraces() {
    String lesson = "$\\delta{_2} = 0.2692 \\times 0.1776 \\approx 0.0478$\n";
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.0478", "0.0488"))).contains("0.0488");
  }

  /// What is computed in two ways differs in its last digits; a number taken for a comparison is
  /// none of the program's.
  @Test
  void whatIsComparedIsNoSlip() {
    assertThat(
            errors(
                """
                OK for the first weight: expected [10.25699027111255]{plain}, yours returns [10.25699027401572]{plain}

                OK for the first weight: expected [10.25699027111255]{plain}, yours returns [10.25699166667948]{plain}
                """))
        .doesNotContain("of the same thing");
    assertThat(
            errors(
                """
                y = 5, p = 3.5, e = y - p = 1.5, L = e**2 = 2.25

                Compare a smaller miss, $e = 0.5$: the loss would be 0.25.
                """))
        .doesNotContain("the text says 0.5");
  }
}
