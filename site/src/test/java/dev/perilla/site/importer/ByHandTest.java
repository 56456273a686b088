package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lessons that work a network out by hand, as people write who have a calculator: each right
/// number holds, and a wrong digit is noticed.
class ByHandTest {
  private static final String FACTORS =
      """
      # A

      x = 0.6, w = 1.5, v = -1.2, t = 1.

      h = σ(w x) = 0.7109

      y = v h = -0.8531

      e = y - t = -1.8531

      δ = h (1 - h) v e = 0.7109 × 0.2891 × (-1.2) × (-1.8531) = 0.4570

      s = δ x = 0.4570 × 0.6 = 0.2742
      """;

  /// Factors side by side are a product where as many numbers are multiplied behind them.
  @ParameterizedTest
  @CsvSource({
    "= 0.4570,= 0.4571",
    "0.7109 ×,0.7119 ×",
    "-0.8531,-0.8532",
    "0.2891,0.2881",
    "-1.8531),-1.8541)",
    "0.2742,0.2743"
  })
  void factorsSideBySideAreAProduct(String right, String wrong) {
    assertThat(errors(FACTORS)).isEmpty();
    assertThat(yaml(FACTORS)).contains("δ = h * (1 - h) * v * e", "s = δ * x");
    assertThat(errors(FACTORS.replace(right, wrong))).isNotEmpty();
  }

  private static final String STEPPED =
      """
      # A

      Inputs: x = 0.5, w = 1.5, b = 0.2, v = -1.1 and t = 1.

      z = w * x + b = 0.95

      y = v * z = -1.045

      L = (y - t)**2 = 4.182025

      dL/dy = 2 * (y - t) = -4.09

      | Weight | Formula | Gradient |
      |---|---|---|
      | v | dL/dy * z | -3.8855 |
      | w | dL/dy * v * x | 2.2495 |
      | b | dL/dy * v | 4.499 |

      With a rate of 0.01:

      - v ← -1.1 + 0.038855 = -1.061145
      - w ← 1.5 - 0.022495 = 1.477505
      - b ← 0.2 - 0.04499 = 0.15501

      ## Again

      - z = 1.477505 * 0.5 + 0.15501 = 0.8937625
      - y ≈ -0.9484
      - L ≈ 3.7963

      The loss went from 4.182 to 3.796.
      """;

  /// The table of gradients gives no weight another number; what is computed after a step goes by
  /// what the step said of the weights.
  @ParameterizedTest
  @CsvSource({
    "-3.8855 |,-3.8856 |",
    "2.2495,2.2485",
    "4.499 |,4.498 |",
    "0.8937625,0.8937626",
    "-0.9484,-0.9494",
    "3.7963,3.7863",
    "to 3.796,to 3.797"
  })
  void aStepGivesTheNextPassItsWeights(String right, String wrong) {
    assertThat(errors(STEPPED)).isEmpty();
    assertThat(yaml(STEPPED)).contains("[3.796]{= L}");
    assertThat(errors(STEPPED.replace(right, wrong))).isNotEmpty();
  }

  private static final String CLASSES =
      """
      # A

      The scores are z = [1.2, 0.4, -0.3].

      | class | z | exp(z) |
      |---|---|---|
      | sun | 1.2 | 3.320 |
      | rain | 0.4 | 1.492 |
      | snow | -0.3 | 0.741 |
      | **total** | | **5.553** |

      - p(sun) = 3.320 / 5.553 = 0.598
      - p(rain) = 1.492 / 5.553 = 0.269
      - p(snow) = 0.741 / 5.553 = 0.133

      The loss is -ln(0.598) = 0.514. Now take u = [2.0, 1.0, 0.5].

      For these exp gives 7.389, 2.718 and 1.649 (sum 11.756), the mean is 3.919.
      """;

  /// The last row of a table is the sum of those above, a sum in brackets that of the numbers
  /// before it; a thing that stands in brackets tells numbers of one letter apart.
  @ParameterizedTest
  @CsvSource({
    "**5.553**,**5.554**",
    "= 0.269,= 0.268",
    "0.514,0.515",
    "2.718 and,2.728 and",
    "11.756,11.766",
    "3.919,3.929"
  })
  void sumsAreOfWhatStandsBefore(String right, String wrong) {
    assertThat(errors(CLASSES)).isEmpty();
    assertThat(yaml(CLASSES)).contains("{= exp(u[0]) + exp(u[1]) + exp(u[2])}");
    assertThat(errors(CLASSES.replace(right, wrong))).isNotEmpty();
  }

  private static final String UNITS =
      """
      # A

      The learning rate is 0.5.

      - hidden neuron h1: weights 0.6 and -0.2, bias 0.1
      - output neuron o: weights 0.9 and 0.4, bias -0.3

      The signal goes x → h1 → o.

      net_h1 = 1 × 0.6 + 2 × (-0.2) + 0.1 = 0.3, so h1 = σ(0.3) = 0.5744

      net_o = 0.5744 × 0.9 + 2 × 0.4 - 0.3 = 1.0170, so o = σ(1.0170) = 0.7344

      e = 1 - 0.7344 = 0.2656

      δ_o = o (1 - o) e = 0.7344 × 0.2656 × 0.2656 = 0.0518

      δ_h1 = h1 (1 - h1) δ_o v = 0.5744 × 0.4256 × 0.0518 × 0.9 = 0.0114

      | weight | Δw = η δ x | new value |
      |---|---|---|
      | h1 → o | 0.5 × 0.0518 × 0.5744 = 0.0149 | 0.9149 |
      | bias o | 0.5 × 0.0518 = 0.0259 | -0.2741 |
      """;

  /// Parameters told in words are those of the arithmetic that follows, unit by unit.
  @ParameterizedTest
  @CsvSource({
    "0.5744 × 0.9,0.5744 × 0.8",
    "= 1.0170,= 1.0180",
    "= 0.0114,= 0.0124",
    "= 0.0518,= 0.0528",
    "0.9149,0.9159",
    "-0.2741,-0.2751"
  })
  void neuronsAreToldInWords(String right, String wrong) {
    assertThat(errors(UNITS)).isEmpty();
    assertThat(yaml(UNITS)).contains("net_o = h1 * w_o[0] + 2 * w_o[1] + b_o", "= b_o + 0.0259");
    assertThat(errors(UNITS.replace(right, wrong))).isNotEmpty();
  }

  private static final String NEXT =
      """
      # A

      Let `x = 2`, `w = 1.5`, `b = -0.5`.

      ```
      z = w*x + b = 2.5
      y = 1 / (1 + exp(-z)) = 0.9241
      L = -log(1 - y) = 2.5789
      dL/dz = y = 0.9241
      ```

      `w.grad` = x * 0.9241 = 1.8483. If we nudge `w` by 0.001, `L` will grow by about 0.00185.

      With another loss the gradient would have been

      ```
      dL/dz = 2 * y * y * (1 - y) = 2 * 0.9241 * 0.9241 * 0.0759 = 0.1296
      ```

      The learning rate is 0.5.

      ```
      w = 1.5 - 0.5 * 1.8483 = 0.5759
      b = -0.5 - 0.5 * 0.9241 = -0.9621
      ```

      ## Again

      The new y is 0.5473 and the new loss is 0.7925. So the loss fell from 2.579 to 0.792.
      """;

  /// What a sentence says after a step is of the new parameters; a statement may begin in code and
  /// end in words; what another loss would give is no slip.
  @ParameterizedTest
  @CsvSource({
    "x * 0.9241,x * 0.9251",
    "0.00185,0.00195",
    "0.1296,0.1297",
    "0.5759,0.5758",
    "-0.9621,-0.9622",
    "0.5473,0.5483",
    "0.7925,0.7935",
    "2.579,2.589",
    "to 0.792,to 0.782"
  })
  void theNextPassIsSaidInWords(String right, String wrong) {
    assertThat(errors(NEXT)).isEmpty();
    assertThat(yaml(NEXT))
        .contains("`w.grad = x * 0.9241 = 1.8483`", "[2.579]{= example-1.L} to [0.792]{= L}");
    assertThat(errors(NEXT.replace(right, wrong))).isNotEmpty();
  }

  private static final String TRAINED =
      """
      One example: x1 = 2, x2 = 1, w1 = 0.5, w2 = -1, b = 0.25, y = 1.

      The score is z = w1*x1 + w2*x2 + b = 0.25, the probability is p = sigmoid(z) = 0.5622 and the loss is L = -log(p) = 0.5759.

      The learning rate is 1.

      The new score is 2.8769, the new probability is 0.9467, and the loss drops from 0.5759 to 0.0548.
      """;

  /// A sentence may say of what comes after a step that no statement takes.
  @ParameterizedTest
  @CsvSource({"2.8769,2.8768", "0.9467,0.9468", "0.0548,0.0549"})
  void whatComesAfterAStepIsComputed(String right, String wrong) {
    assertThat(errors(TRAINED)).isEmpty();
    assertThat(errors(TRAINED.replace(right, wrong))).isNotEmpty();
  }

  /// Words of change, rates and parameters in other languages.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "При скорости обучения 0.1 вес увеличится с 0.7 до 0.7846, а смещение станет равно"
            + " -0.1154.",
        "Mit der Lernrate 0.1 wird w zu 0.7846 und b zu -0.1154.",
        "Avec un taux d'apprentissage de 0.1, le poids passe de 0.7 à 0.7846 et le biais devient"
            + " -0.1154.",
        "Con un tasso di apprendimento di 0.1, w diventa 0.7846 e b diventa -0.1154."
      })
  void stepsAreSaidInOtherLanguages(String sentence) {
    String lesson =
        """
        x = 1, w = 0.7, b = -0.2, t = 1

        z = w * x + b = 0.5

        a = tanh(z) = 0.4621

        L = (a - t)**2 = 0.2893

        """
            + sentence;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("0.7846", "0.7856"))).isNotEmpty();
    assertThat(errors(lesson.replace("0.1154", "0.1164"))).isNotEmpty();
  }

  private static final String RECURRENT =
      """
      # A

      The cell is $h_t = \\tanh(w h_{t-1} + u x_t)$ with $w = 0.5$, $u = 1.2$, $h_0 = 0$, $x_1 = 1$, $x_2 = -0.5$. The loss is $L = (h_2 - t)^2$ with $t = 0.3$.

      $a_1 = 0.5 \\cdot 0 + 1.2 \\cdot 1 = 1.2$, $h_1 = \\tanh(1.2) = 0.8337$

      $a_2 = 0.5 \\cdot 0.8337 + 1.2 \\cdot (-0.5) = -0.1832$, $h_2 = \\tanh(-0.1832) = -0.1812$

      $\\frac{\\partial L}{\\partial h_2} = 2 (h_2 - t) = -0.9623$

      $\\delta_2 = -0.9623 \\cdot (1 - 0.1812^2) = -0.9307$

      $\\delta_1 = \\delta_2 \\cdot w \\cdot (1 - h_1^2) = -0.9307 \\cdot 0.5 \\cdot 0.3050 = -0.1419$

      With $\\eta = 0.1$: $w = 0.5 - 0.1 \\cdot (-0.7760) = 0.5776$.
      """;

  /// A formula of any step is that of each.
  @ParameterizedTest
  @CsvSource({
    "= 0.8337,= 0.8338",
    "0.5 \\cdot 0.8337,0.5 \\cdot 0.8347",
    "= -0.1832,= -0.1842",
    "-0.9623$,-0.9633$",
    "= -0.9307,= -0.9317",
    "0.3050,0.3060",
    "= -0.1419,= -0.1429",
    "0.5776,0.5766"
  })
  void aFormulaOfAnyStepIsThatOfEach(String right, String wrong) {
    assertThat(errors(RECURRENT)).isEmpty();
    assertThat(yaml(RECURRENT)).contains("a2 = w * h1 + u * x2", "(h2 - t)) * (1 - (-h2)**2)");
    assertThat(errors(RECURRENT.replace(right, wrong))).isNotEmpty();
  }

  private static final String SAMPLES =
      """
      # A

      | x1 | x2 | target |
      |---|---|---|
      | 0 | 1 | 0 |
      | 1 | 0 | 1 |

      | epoch | loss |
      |---|---|
      | 1 | 0.52 |
      | 2 | 0.41 |
      """;

  /// A table of inputs and targets is data; one of results is none.
  @Test
  void tablesOfInputsAreData() {
    assertThat(yaml(SAMPLES))
        .contains(
            "rows = [[0, 1, 0], [1, 0, 1]]",
            "| [1]{= rows[1][0]} | [0]{= rows[1][1]} | [1]{= rows[1][2]} |");
    assertThat(errors(SAMPLES)).contains("0.52", "0.41").doesNotContain("number 0 ", "number 1 ");
  }

  private static final String NETWORK =
      """
      # A

      Inputs 0.05 and 0.10, targets 0.01 and 0.99.

      Weights: w1 = 0.15, w2 = 0.20, w3 = 0.25, w4 = 0.30, w5 = 0.40, w6 = 0.45.

      net_h1 = w1 * i1 + w2 * i2 + b = 0.15 * 0.05 + 0.20 * 0.10 + 0.35 = 0.3775

      out_h1 = 1 / (1 + e^-0.3775) = 0.59327

      net_h2 = w3 * i1 + w4 * i2 + b = 0.3925, out_h2 = 0.59688

      net_o1 = w5 * out_h1 + w6 * out_h2 + b = 0.85591, out_o1 = 0.7018

      E_o1 = 1/2 (0.01 - 0.7018)^2 = 0.2393

      The slope is out_o1 (1 - out_o1) = 0.7018 × 0.2982 = 0.2093.
      """;

  /// What is worked out of numbers alone tells what is said without a formula; a fraction before a
  /// bracket multiplies it.
  @ParameterizedTest
  @CsvSource({
    "0.59327,0.59328",
    "0.3925,0.3935",
    "0.59688,0.59698",
    "0.85591,0.85592",
    "= 0.7018,= 0.7019",
    "0.2393,0.2394",
    "× 0.2982,× 0.2992",
    "0.2093,0.2094"
  })
  void formulasAreToldByNumbersToo(String right, String wrong) {
    assertThat(errors(NETWORK)).isEmpty();
    assertThat(yaml(NETWORK))
        .contains(
            "out_h2 = 1 / (1 + (-net_h2).exp())",
            "out_o1 = 1 / (1 + (-net_o1).exp())",
            "[0.05]{= inputs[0]} and [0.10]{= inputs[1]}",
            "`out_o1 * (1 - out_o1) = 0.7018 * 0.2982 = 0.2093`");
    assertThat(errors(NETWORK.replace(right, wrong))).isNotEmpty();
  }

  /// Under a formula stands what it makes of the number beside it.
  @Test
  void aTableOfAFunctionIsComputed() {
    String lesson =
        """
        # Functions

        | z | σ(z) | σ'(z) |
        |---|---|---|
        | -2 | 0.1192 | 0.1050 |
        | 0 | 0.5 | 0.25 |
        | 2 | 0.8808 | 0.1050 |

        | $x$ | $x^2$ | slope 2x |
        |---|---|---|
        | 3 | 9 | 6 |
        | 0.5 | 0.25 | 1.0 |
        | 1.5 | 2.25 | 3 |

        | a | tanh(a) | 1 - tanh²(a) |
        |---|---|---|
        | 1 | 0.7616 | 0.4200 |
        | 2 | 0.9640 | 0.0707 |

        | p | Odds p/(1-p) |
        |---|---|
        | 0.75 | 3.000 |
        | 0.90 | 9.000 |
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("[0.8808]{= sigmoid(2)}", "[3.000]{= 0.75 / (1 - 0.75)}");
    assertThat(errors(lesson.replace("0.8808", "0.8818"))).contains("says 0.8818");
    assertThat(errors(lesson.replace("2.25", "2.35"))).contains("says 2.35");
    assertThat(errors(lesson.replace("| 0.75 |", "| 0.76 |"))).isNotEmpty();
  }

  /// A column of a table is a list, also one without a name.
  @Test
  void aColumnIsAList() {
    String lesson =
        """
        # Softmax

        The scores are $z = (-0.7, 0.6, 0.7)$. Dividing gives the probabilities:

        | class | score | probability |
        |---|---|---|
        | a | -0.7 | 0.1146 |
        | b | 0.6 | 0.4206 |
        | c | 0.7 | 0.4648 |
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("[0.4206]{= softmax(z)[1]}");
    assertThat(errors(lesson.replace("0.4206", "0.4306"))).isNotEmpty();
  }
}
