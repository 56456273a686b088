package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A lesson speaks of several states of its program: what is right in one is not called false
/// because another is the last, and what is wrong in all is found.
class StatesTest {
  /// What a listing has made stays: a sentence about its objects makes no inputs of their names.
  @Test
  void objectsOfAListingAreNoInputs() {
    String lesson =
        """
        # A

        ```python
        class Value:
            def __init__(self, data):
                self.data = data
                self.grad = 0.0
            def __mul__(self, other):
                return Value(self.data * other.data)
        a = Value(4.0)
        b = Value(-2.0)
        c = a * b
        ```

        `c` is -8, and `c = a * b`.

        ```python
        print(c.data, c.grad)
        ```

        Output:

        ```
        -8.0 0.0
        ```
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("`c` is [-8]{= c.data}");
  }

  /// `db` under a stroke is no product of `d` and `b`.
  @Test
  void aDerivativeIsNoProductOfLetters() {
    String lesson =
        """
        # A

        Let $a = 3$ and $b = 2$, with $c = a + b$, $d = b + 1$ and $e = c * d$; $d = 3$.

        Then $\\frac{\\partial c}{\\partial b} = 1$ and $\\frac{\\partial e}{\\partial d} = c = 5$. Of course $\\frac{\\partial b}{\\partial b} = 1$.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("{\\partial b} = 1$", "{\\partial d} = c = 5$");
  }

  /// What a parameter is after a step of training is the step, at the rate that the text names.
  @ParameterizedTest
  @CsvSource({"w = 0.68,w = 0.67", "b = 0.28,b = 0.29"})
  void parametersAfterAStepAreComputed(String right, String wrong) {
    String lesson =
        """
        # A

        Let `w = 0.5`, `x = 1` and `b = 0.1`. Then `y = w * x + b = 0.6` and `E = (y - 1.5)**2 = 0.81`.

        With a learning rate of 0.1 the new parameters are w = 0.68 and b = 0.28.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace(right, wrong))).contains(wrong.substring(4));
  }

  /// A sentence that gives an input another number speaks of what follows from that.
  @ParameterizedTest
  @CsvSource({"L = 5.76,L = 5.77", "w = 0.6,w = 0.7"})
  void whatFollowsFromAnotherInputIsComputed(String right, String wrong) {
    String lesson =
        """
        # A

        Let `w = 0` and `L = (w - 3)**2 = 9`.

        - At w = 0.6, L = 5.76.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace(right, wrong))).isNotEmpty();
  }

  /// An input that gets another number is not false; nobody knows what it is, and the import says
  /// that. One with a wrong digit or sign is false, as is a result with another number.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Elsewhere `w = 4.2` was used|the number 4.2 has no standing",
        "Recall that `w = 1.26`|the program gives 1.25",
        "Recall that `w = -1.25`|the program gives 1.25",
        "Recall that `p = 8`|the program gives 2.5",
        "A new `p = 8` is found|the number 8 has no standing"
      })
  void anotherNumberOfAnInputIsNoFalseOne(String sentence, String says) {
    String lesson = "# A\n\nLet `w = 1.25`, `x = 2` and `p = w * x`.\n\n" + sentence + " there.\n";
    assertThat(errors(lesson)).contains(says);
  }

  /// A gradient that is nothing because the program does not lead there says nothing of the lesson.
  @Test
  void aGradientThatIsNotConnectedIsNotFalse() {
    String lesson =
        """
        # A

        Let $w = 0.5$ and $x = 3$, so that $z = w * x$. The unit answers $y = 1.1$, with $E = y^2 = 1.21$.

        Then $\\frac{\\partial E}{\\partial w} = 6.6$.
        """;
    assertThat(errors(lesson))
        .isEqualTo("error[P0301]: the number 6.6 has no standing: nothing computes or checks it");
  }

  /// What is computed by hand in the next round goes on with the rate times a gradient that was
  /// said.
  @Test
  void aRoundGoesOnWithTheRateTimesAGradient() {
    String lesson =
        """
        # A

        Let `L = t**2` with `t = 1` and a learning rate of 0.1.

        - gradient `dL/dt = 2`, t = 1 - 0.2 = 0.8
        - gradient 2 * 0.8 = 1.6, t = 0.8 - 0.16 = 0.64
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.8 - 0.16 = 0.64", "0.8 - 0.17 = 0.63"))).isNotEmpty();
  }

  /// Names of another section mean what it says of them, also where it has formulas of its own.
  @Test
  void aSectionWithItsOwnInputsIsAnExampleOfItsOwn() {
    String lesson =
        """
        # A

        Let `a = 2`, `b = -3` and `c = 10`: `e = a * b = -6` and `d = e + c = 4`.

        ## A neuron

        x1 = 2, w1 = -3, b = 6.7. n = x1*w1 + b = 0.7; o = tanh(n) = 0.6044.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("= 0.6044", "= 0.6045")))
        .contains("the program gives 0.60436");
  }

  /// A name of an earlier part that gets another formula, and a number that is rounded.
  @Test
  void aNameIsSaidAgainWithAnotherFormula() {
    String lesson =
        """
        # A

        Say $u = 2x$ and $y = u^2$. If $x = 3$, then $u = 6$ and $y = 36$.

        Take the input $x = 2$, the target $t = 1$ and the weights $w = 0.5$ and $v = 1.0$.

        $$h = \\sigma(w x) = \\sigma(1.0) = 0.7311$$

        $$y = v h = 1.0 \\times 0.7311 = 0.7311$$

        $$L = \\frac{1}{2}(y - t)^2 = 0.0362$$

        $$\\frac{\\partial y}{\\partial v} = h = 0.7311 \\qquad \\Rightarrow \\qquad \\frac{\\partial L}{\\partial v} = -0.2689 \\times 0.7311 = -0.1966$$
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("times 0.7311 = 0.7311", "times 0.7311 = 0.7411")))
        .isNotEmpty();
    assertThat(errors(lesson.replace("-0.1966", "-0.1976"))).isNotEmpty();
  }

  /// Each exercise has lists of its own, and matrices that are computed with them.
  @Test
  void anExerciseHasItsOwnLists() {
    String lesson =
        """
        # Sheet

        ## Exercise 1

        Let $W = [[1, 2], [3, 4]]$ and $x = [1, 1]$, so $z = W x = [3, 7]$.

        ## Exercise 2

        Let $W = [[2, 0], [0, 3]]$ and $x = [1, 2]$, so $z = W x = [2, 6]$.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("[2, 6]", "[2, 7]"))).isNotEmpty();
  }

  /// An input that only a listing uses has a gradient too.
  @Test
  void anInputHasAGradientWhereTheLessonAsks() {
    String lesson =
        """
        # A

        Let $w_1 = 0.5$.

        $$h = \\sigma(w_1 \\cdot 2) = 0.7311$$

        $$\\frac{\\partial h}{\\partial w_1} = 2 \\cdot 0.7311 (1 - 0.7311) = 0.3932$$
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.3932", "0.3942"))).isNotEmpty();
  }

  /// Points that words look at, and numbers of other things, claim nothing of the program's names;
  /// what is computed with them is held.
  @Test
  void pointsInWordsClaimNothing() {
    String lesson =
        """
        # A

        Let `x = 5` and `y = x**2 = 25`.

        ## Elsewhere (x = 1)

        - **At x = 3**: 3**2 = 9.
        - When x < 0, y still grows; for _x = 2_ it is 2**2 = 4.
        """;
    assertThat(errors(lesson)).doesNotContain("P0311", "P0312");
    assertThat(errors(lesson.replace("= 4.", "= 5."))).contains("P0312");
    assertThat(errors(lesson.replace("**2 = 25", "**2 = 26"))).contains("P0312");
  }

  /// Numbers of another round, none of which is what its name has; where some are, one is wrong.
  @Test
  void aListIsOfAnotherRound() {
    String lesson =
        """
        # A

        Let $x = 0.7$ and $w = 0.9$. Then $a = w x = 0.63$, $h = \\sigma(a) = 0.6525$ and $y = h w = 0.5872$.

        The pass is repeated:

        - a = 0.58
        - h = 0.6411
        - y = 0.5325
        """;
    assertThat(errors(lesson)).contains("P0301").doesNotContain("P0311", "P0312");
    String same = lesson.replace("a = 0.58", "a = 0.63").replace("h = 0.6411", "h = 0.6525");
    assertThat(errors(same.replace("0.5325", "0.5872"))).isEmpty();
    assertThat(errors(same.replace("0.5325", "0.5882"))).contains("P031");
  }

  /// A gradient that was computed with rounded numbers is said again.
  @Test
  void aRoundedGradientIsSaidAgain() {
    String lesson =
        """
        # A

        Take $x = 2$, $w = 0.5$, $t = 1$ and $h = \\sigma(w x) = 0.7311$ with $L = \\frac{1}{2}(h - t)^2$ and $z = w x$.

        $$\\frac{\\partial z}{\\partial w} = x = 2 \\qquad \\Rightarrow \\qquad \\frac{\\partial L}{\\partial w} = -0.2689 \\times 0.1966 \\times 2 = -0.10573$$

        It has produced $\\partial L/\\partial w = -0.10573$.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(
            errors(
                lesson.replace(
                    "produced $\\partial L/\\partial w = -0.10573",
                    "produced $\\partial L/\\partial w = -0.10673")))
        .isNotEmpty();
  }

  /// Lists have other numbers under the next heading, and what follows from them has too.
  @Test
  void listsAreOthersUnderAnotherHeading() {
    String lesson =
        """
        # Layers

        ## One neuron

        Take $x = [0.5, -1.0]$ and $w = [0.8, 0.2]$ with $b = 0.1$. Then $z = w \\cdot x + b = 0.3$.

        ## A layer

        Now $x = [2, 3]$ and $W = [[1, 0], [0.5, 1]]$, so $z = W x = [2, 4]$.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("[2, 4]", "[2, 5]"))).contains("5");
    assertThat(errors(lesson.replace("[2, 3]", "[2, 5]"))).contains("4");
    String again = lesson + "\nAgain, $w = [0.8, 0.3]$ stood above.\n";
    assertThat(errors(again)).isNotEmpty();
  }

  /// A program has functions as methods of its values, and a text supposes numbers in their place.
  @ParameterizedTest
  @CsvSource({"0.1423, 0.1433", "1.4621, 1.4631"})
  void aMethodOfANumberThatIsSupposed(String right, String wrong) {
    String lesson =
        """
        # A

        Let `u = 2`, `v = 1` and `s = u * sigmoid(v)`, so `s = 1.4621`.

        For u = 3 and v = -3, `s = 0.1423`.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("s = u * v.sigmoid()").doesNotContain("def sigmoid");
    assertThat(errors(lesson.replace(right, wrong))).isNotEmpty();
  }

  /// A power of Euler's number of what was rounded a line above.
  @Test
  void anExponentThatWasRounded() {
    String lesson =
        """
        # A

        The scale is sqrt(2) = 1.4142.

        Then e^1.4142 = 4.1133.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("[4.1133]{= exp(sqrt(2))}");
    assertThat(errors(lesson.replace("4.1133", "4.1143"))).isNotEmpty();
  }

  /// What is said of another point is computed there, by the formulas of the lesson.
  @Test
  void whatIsSaidAtAnotherPointIsComputedThere() {
    String lesson =
        """
        At x = 1 the slope would be 4.

        By hand: y = x**2 + 2*x + 1, so dy/dx = 2*x + 2. At x = 3, y = 16 and dy/dx = 8. At x = 0, y = 1 and dy/dx = 2.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson))
        .contains("[16]{= nudge(y, x, 3 - x.data).after}", "[8]{= 2 * 3 + 2}", "[2]{= 2 * 0 + 2}");
    for (String right : List.of("y = 16", "dy/dx = 8", "y = 1 ", "dy/dx = 2.")) {
      String wrong = right.replaceAll("[1286](?=[ .]|$)", "5");
      assertThat(errors(lesson.replace(right, wrong))).as(right).isNotEmpty();
    }
  }
}
