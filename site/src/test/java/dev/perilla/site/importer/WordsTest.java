package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lessons that tell a network in words, with no formula or hardly one: what they say is computed,
/// and a wrong digit is noticed.
class WordsTest {
  private static final String NEURON =
      """
      # A

      The input is 3 and the weight is 2, so the output is 6. The target is 10, which means the error is -4 and the loss is 16.

      The gradient of the loss with respect to the weight is -8 times 3, or -24.

      With a learning rate of 0.01, the weight goes from 2 to 2.24. The new output is 6.72 and the new loss is about 10.76.
      """;

  @ParameterizedTest
  @CsvSource({
    "input is 3,input is 4",
    "output is 6,output is 7",
    "error is -4,error is -5",
    "loss is 16,loss is 17",
    "or -24,or -25",
    "2.24,2.25",
    "6.72,6.73",
    "10.76,10.86"
  })
  void nounsAreNames(String right, String wrong) {
    assertThat(errors(NEURON)).isEmpty();
    assertThat(yaml(NEURON)).contains("output = input * weight").contains("loss = error**2");
    assertThat(errors(NEURON.replace(right, wrong))).isNotEmpty();
  }

  /// A gradient that is given as a formula of the name it is by.
  @Test
  void aGradientWithoutANameIsStated() {
    String lesson =
        """
        # A

        Let L(w) = (w - 3)**2 at w = 5. The gradient is 2(w − 3), here 4.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("The gradient is `dL/dw = 2 * (w - 3)`");
    assertThat(errors(lesson.replace("2(w − 3)", "3(w − 3)"))).isNotEmpty();
  }

  /// Nothing follows the verb, or something that is no formula.
  @ParameterizedTest
  @ValueSource(strings = {"The slope is: `6`", "La pendiente es", "The slope is . 6", "is, is 6"})
  void noFormulaFollows(String words) {
    assertThat(yaml("# A\n\nLet w = 3 and L = w * w.\n\n" + words + "\n")).contains("L = w * w");
  }

  /// The unit beside another has the next weights, though nobody writes its formula.
  @Test
  void theNextUnitHasTheNextWeights() {
    String lesson =
        """
        # A

        Let i1 = 0.2, i2 = 0.6, w1 = 0.3, w2 = 0.5, w3 = 0.4, w4 = 0.1 and b1 = 0.25.

        net_h1 = w1 * i1 + w2 * i2 + b1 * 1 = 0.61

        For the second unit we get net_h2 = 0.39.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("net_h2 = w3 * i1 + w4 * i2 + b1 * 1");
  }

  /// A new parameter is the step that leads to it, though nobody writes it down.
  @Test
  void aNewParameterIsAStep() {
    String lesson =
        """
        # A

        Let w = 2, x = 3 and L = (w * x - 1)**2 = 25, with a learning rate of 0.01.

        Going down the gradient we get w_new = 1.7.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("w_new = w - learning_rate * grad(L, w)");
    assertThat(errors(lesson.replace("w_new = 1.7", "w_new = 1.8"))).isNotEmpty();
  }

  /// The gradients of rounds, and what a step leads to, have columns of their own.
  @ParameterizedTest
  @CsvSource({"4.8,4.9", "3.92 |,3.93 |", "5.76,5.86"})
  void columnsOfGradientsAndStepsAreOfTheirRow(String right, String wrong) {
    String lesson =
        """
        # A

        We minimise L = (w - 2)² from w = 5 with a learning rate of 0.1.

        | step | w | L | gradient | new w |
        |---|---|---|---|---|
        | 0 | 5 | 9 | 6 | 4.4 |
        | 1 | 4.4 | 5.76 | 4.8 | 3.92 |
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace(right, wrong))).isNotEmpty();
  }

  private static final String STEPS =
      """
      # A

      Let $g(x, y, z) = (x + y) \\cdot z$ where $x = 2$, $y = -5$, $z = -3$. With $q = x + y$ we have $q = -3$ and $g = 9$.

      $$\\frac{\\partial g}{\\partial q} = z = -3.$$

      $$\\frac{\\partial g}{\\partial x} = \\frac{\\partial g}{\\partial q}\\frac{\\partial q}{\\partial x} = -3 \\cdot 1 = -3.$$
      """;

  /// A formula that spells out a step goes by it, so that there is a derivative by the step; the
  /// full stop behind a formula is none of it.
  @ParameterizedTest
  @CsvSource({"z = -3.$$,z = -4.$$", "1 = -3.,1 = -2.", "cdot 1,cdot 2", "$g = 9$,$g = 8$"})
  void formulasGoByTheirSteps(String right, String wrong) {
    assertThat(errors(STEPS)).isEmpty();
    assertThat(yaml(STEPS)).contains("q = x + y\n", "g = q * z\n");
    assertThat(errors(STEPS.replace(right, wrong))).isNotEmpty();
  }

  /// A bracket that has the name before it in it is a factor: `h_2 (1 - h_2)`.
  @Test
  void whatIsMultipliedWithItselfIsNoFunction() {
    String lesson =
        """
        # A

        Let $h_2 = 0.2142$ and $u = -0.4$.

        $$s = u \\, h_2 (1 - h_2) = -0.4 \\times 0.1683 = -0.0673$$

        $$u \\leftarrow -0.4 - 0.5 \\times (-0.0673) = -0.3664$$
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson))
        .contains(
            "s = u * h2 * (1 - h2)", "$$u \\leftarrow -0.4 - 0.5 \\times (-0.0673) = -0.3664$$");
    assertThat(errors(lesson.replace("0.1683", "0.1684"))).isNotEmpty();
    assertThat(errors(lesson.replace("0.3664", "0.3665"))).isNotEmpty();
  }

  private static final String CLASSES =
      """
      # Softmax

      The scores are z = [1.5, 0.5, -1.0] and the second class is the right one. They become the probabilities p = [0.690, 0.254, 0.057].

      The gradient of the loss by the scores is p - t = [0.690, -0.746, 0.057].
      """;

  /// Probabilities are the softmax of the scores before them, and a target is 1 at one class.
  @ParameterizedTest
  @CsvSource({"0.254,0.264", "-0.746,-0.736", "0.057,0.067"})
  void probabilitiesAreTheSoftmaxOfScores(String right, String wrong) {
    assertThat(errors(CLASSES)).isEmpty();
    assertThat(yaml(CLASSES)).contains("p = softmax(z)", "t = values([0, 1, 0])");
    assertThat(errors(CLASSES.replace(right, wrong))).isNotEmpty();
  }

  /// A result that is rounded to one digit is only about so.
  @Test
  void oneDigitIsAbout() {
    String lesson = "# A\n\nLet `t = 0.7071`. Its slope is `1 - 0.7071**2 = 0.5`.\n";
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("`1 - 0.7071**2 ≈ 0.5`");
    assertThat(errors(lesson.replace("0.5`", "0.4`"))).isNotEmpty();
    assertThat(errors(lesson.replace("0.5`", "1`"))).isNotEmpty();
  }

  /// Where a lesson says what `e` is, it is no Euler's number.
  @Test
  void eIsANameWhereItIsGivenOne() {
    String lesson = "# A\n\nLet $c = 4$ and $e = c + 1 = 5$. Then $L = e^2 = 25$.\n";
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("L = e**2");
    assertThat(errors(lesson.replace("25", "26"))).isNotEmpty();
    assertThat(yaml("# A\n\nLet $c = 2$. Then $L = e^c = 7.389$.\n"))
        .contains("L = c.exp()", "$L = e^c = 7.389$");
  }

  private static final String LINE =
      """
      # A line

      We fit a line to the points (1, 3), (2, 4), (4, 9) and begin with w = 1.5 and b = 0.5.

      Predictions: 2.0, 3.5, 6.5. Errors: -1.0, -0.5, -2.5.
      """;

  /// What a line predicts for points, and how far that is off, though nobody writes its formula.
  @ParameterizedTest
  @CsvSource({"3.5,3.6", "6.5,6.4", "-0.5,-0.6", "-2.5,2.5"})
  void predictionsOfALineAreComputed(String right, String wrong) {
    assertThat(errors(LINE)).isEmpty();
    assertThat(yaml(LINE)).contains("[3.5]{= w * inputs[1] + b}", "inputs[2] + b - targets[2]}");
    assertThat(errors(LINE.replace(right, wrong))).isNotEmpty();
  }

  private static final String SECTIONS =
      """
      # Two examples

      Let u = 3x + 1 and y = u². At x = 2 we have u = 7 and y = 49.

      ## With a target

      x = 1.5, w1 = 0.8, b1 = -0.2, t = 0.5.

      z1 = w1*x + b1 = 1.0
      error = z1 - t = 0.5
      loss = error^2 = 0.25

      dloss/dz1 = 2*error = 1.0
      dloss/dw1 = dloss/dz1 * x = 1.5
      """;

  /// A row of inputs, new ones among them, begins another example; lines of formulas may begin with
  /// words.
  @ParameterizedTest
  @CsvSource({
    "z1 = w1*x + b1 = 1.0,z1 = w1*x + b1 = 1.1",
    "0.25,0.35",
    "dz1 * x = 1.5,dz1 * x = 1.6",
    "49,48"
  })
  void rowsOfInputsBeginAnotherExample(String right, String wrong) {
    assertThat(errors(SECTIONS)).isEmpty();
    assertThat(yaml(SECTIONS)).contains("given: {x: 2}", "loss = error**2");
    assertThat(errors(SECTIONS.replace(right, wrong))).isNotEmpty();
  }

  /// The formulas of a lesson are the same in each language; its chapter says which one it is in.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | La somme vaut z = w·x + b = 1,1, donc l'activation est a = tanh(z) = 0,8005. La perte"
            + " : L = (a − 1)² = 0,0398.",
        "de | Die Summe ist z = w·x + b = 1,1, und die Aktivierung a = tanh(z) = 0,8005; der Fehler"
            + " ist L = (a − 1)² = 0,0398.",
        "it | La somma è z = w·x + b = 1,1, che diventa a = tanh(z) = 0,8005; il costo è L = (a −"
            + " 1)² = 0,0398.",
        "zh | 加权和是 $z = wx + b = 1.1$，激活值是 $a = tanh(z) = 0.8005$，损失是 $L = (a - 1)^2 = 0.0398$。",
        "ja | 重み付き和は z = w * x + b = 1.1 です。活性化は a = tanh(z) = 0.8005、損失は L = (a - 1)^2 = 0.0398"
            + " です。",
        "ko | 가중합은 z = w * x + b = 1.1 이고 활성값은 a = tanh(z) = 0.8005, 손실은 L = (a - 1)^2 = 0.0398"
            + " 이다.",
        "ru | Сумма равна z = w * x + b = 1.1, активация a = tanh(z) = 0.8005, потери L = (a - 1)^2"
            + " = 0.0398.",
        "ar | المجموع هو z = w * x + b = 1.1 والتفعيل a = tanh(z) = 0.8005 والخسارة L = (a - 1)^2 ="
            + " 0.0398.",
      })
  void aLessonIsInTheLanguageOfItsWords(String language, String words) {
    String given = words.contains("1,1") ? "x = 2, w = 0,5; b = 0,1." : "x = 2, w = 0.5, b = 0.1.";
    String lesson = "# L\n\n" + given + "\n\n" + words + "\n";
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("\nlang: " + language + "\n");
    for (String digits : List.of("1[,.]1", "8005", "0398")) {
      assertThat(errors(lesson.replaceFirst(digits, "7777"))).as(digits).isNotEmpty();
    }
  }

  /// `du/dx` is no French.
  @Test
  void derivativesAreInNoLanguage() {
    assertThat(yaml("# Drill\n\nLet x = 1, u = x² = 1: du/dx = 2x = 2.\n"))
        .contains("\nlang: en\n");
  }

  /// A number behind a function of one number is one also where two may be a pair.
  @Test
  void aCommaBehindAFunctionIsDecimal() {
    String lesson = "# A\n\nSea n = 1,2 y w = 0,5.\n\nh = tanh(n) = tanh(1,2) = 0,8337.\n";
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("tanh(1.2) = 0.8337");
    assertThat(errors(lesson.replace("tanh(1,2)", "tanh(1,3)"))).isNotEmpty();
  }

  /// Steps that a lesson numbers count on; one that has the number of its neighbour is a slip, one
  /// that goes on with the step before is none.
  @ParameterizedTest
  @CsvSource({
    "1 2 3,true",
    "1 3 3,false",
    "2 2 3,false",
    "1 1 2 3,true",
    "1 2 4,true",
    "3 5 9,true"
  })
  void stepsCountOn(String numbers, boolean right) {
    StringBuilder lesson = new StringBuilder("# A\n\n");
    for (String number : numbers.split(" ", -1)) {
      lesson.append("## Step ").append(number).append(": go on\n\nAnd so on.\n\n");
    }
    assertThat(errors(lesson.toString()).isEmpty()).isEqualTo(right);
  }

  /// What counts the rows of a table is no number of the program, however many there are of these.
  @Test
  void whatCountsRowsIsNoGradient() {
    String lesson =
        """
        # A

        Let $\\theta_0 = 10$ and $\\alpha = 0.1$: $\\theta_1 = \\theta_0 - \\alpha \\cdot 20 = 8$.

        | n | θ |
        |---|---|
        | 0 | 10 |
        | 1 | 8 |
        | 2 | 6.4 |
        """;
    assertThat(yaml(lesson)).contains("| [0]{plain} |", "| [1]{plain} |", "| [2]{plain} |");
  }

  /// A derivative by a formula of the program's names is that of the program.
  @Test
  void aDerivativeByAFormulaIsHeldToTheProgram() {
    String lesson =
        """
        # A

        Let `x = 2`, `w = 3`, `y = 5`: `p = w * x = 6` and `L = (p - y)**2 = 1`.

        So `dL/dw = 2 * (p - y) * x = 4`.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("**2", "**3"))).isNotEmpty();
  }

  /// A bracket that closes behind a derivative is that of the formula.
  @Test
  void aDerivativeMayStandAtTheEndOfABracket() {
    String lesson =
        """
        Let `x = 2` and `w = 3`. Then `p = x * w = 6`, and `q = p * (dp/dx) = 18`.

        `w_new = w - (0.01 * dp/dw)`
        `w_new = 3 - (0.01 * 2) = 2.98`, as `d(p)/d(w) = 2`
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("w_new = w - (0.01 * grad(p, w))");
    for (String digits : List.of("2.98", "18", "(w) = 2")) {
      assertThat(errors(lesson.replace(digits, digits + "7"))).as(digits).isNotEmpty();
    }
  }

  /// Words of a formula with blanks that show are one name, and no product.
  @Test
  void wordsOfAFormulaAreOneName() {
    String lesson =
        """
        Let $w = 3$ and $p = w^2 = 9$.

        $$New\\ Weight = w - 0.01 \\times \\frac{dp}{dw} = 2.94$$
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("New_Weight").doesNotContain("New *");
    assertThat(errors(lesson.replace("2.94", "2.95"))).isNotEmpty();
  }

  /// Addresses and code are in no language, and cells of code say nothing of that of the texts.
  @Test
  void addressesAndCodeAreInNoLanguage() {
    assertThat(yaml("# T\n\nSee https://a.com/b and https://b.com/do/com, [c](https://c.com).\n"))
        .contains("\nlang: en\n");
    String code =
        """
        # T

        La red y `the_of_and.is(that)`, que es de dos.

        ```text
        the of is
        ```
        """;
    assertThat(yaml(code)).contains("\nlang: es\n");
  }

  /// What an import adds is in the lesson's language; a third one is a file.
  @Test
  void whatAnImportAddsIsInTheLanguageOfTheLesson() {
    String listing =
        """


        ```python
        print(np.e)
        ```

        ```output
        2.7
        ```

        ```python
        y = 2
        ```

        ```c
        int x;
        ```
        """;
    assertThat(yaml("# A rede\n\nOs dados não são uma por uma." + listing))
        .contains("reason: é o que o código acima imprime, segundo a lição")
        .contains("reason: a linguagem dos capítulos é Python, e isto é c")
        .contains("id: codigo-1");
    assertThat(yaml("# La red\n\nLos datos que es de la red." + listing))
        .contains("reason: es lo que imprime el código de arriba, según la lección")
        .contains("id: listado-1");
    assertThat(yaml("# Das Netz\n\nDie Daten und das Netz." + listing))
        .contains("reason: the output of the listing above, as the lesson gives it");
  }

  /// A table of all cases is right where it is that of the gate that the text names.
  @Test
  void aTableOfAGateIsRight() {
    String lesson = "# A\n\n```\nOR\n0 0 | 0\n0 1 | 1\n1 0 | 1\n1 1 | 1\n```\n";
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("1 1 | 1", "1 1 | 0"))).isNotEmpty();
  }

  /// What a comment says of an object of the lesson's own class is said of its number.
  @Test
  void aCommentSpeaksOfAnObject() {
    String lesson =
        """
        # A

        ```python
        class Node:
            def __init__(self, value):
                self.value = value

        q = Node(2.0 + 3)
        # q = 5.0
        ```
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("# q = 5.0", "# q = 6.0"))).isNotEmpty();
  }

  /// A letter for the activation, which a number shows to be the sigmoid of which the lesson
  /// speaks.
  @Test
  void aLetterIsTheActivation() {
    String lesson =
        """
        # A

        The activation is the sigmoid. Let $w = 2$, $x = 3$ and $b = 1$.

        $$y = f(w x + b) = f(7) = 0.9991$$

        The neuron puts out 0.9991, and $f(0.5) = 0.6225$.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("return sigmoid(x)");
    assertThat(errors(lesson.replace("0.6225", "0.6235"))).isNotEmpty();
    assertThat(errors(lesson.replace("puts out 0.9991", "puts out 0.9981"))).isNotEmpty();
  }

  /// What is known of somebody is given; under words of results it has to be computed.
  @Test
  void aTableTellsOfPeople() {
    String lesson =
        """
        # A

        | Name | Weight (minus 135) | Gender |
        |---|---|---|
        | Ann | -2 | 1 |
        | Bob | 25 | 0 |
        """;
    assertThat(errors(lesson.replace(" (minus 135)", ""))).isEmpty();
    String results = lesson.replace("Weight (minus 135)", "Loss").replace("Ann", "Net one");
    assertThat(errors(results)).isNotEmpty();
  }
}
