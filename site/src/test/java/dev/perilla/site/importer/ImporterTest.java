package dev.perilla.site.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import dev.perilla.site.importer.standing.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A lesson becomes a chapter in which each number is checked, given, openly marked, or a finding.
/// It is long because each notation that a lesson may use has its own small one.
class ImporterTest {
  private static final Path LESSONS = Path.of("src/test/resources/dev/perilla/site/lessons");
  private static final Path SEED = Path.of("../../shared/seed");

  private static Importer.Imported read(String name, String text) {
    return Importer.read(
        name, text.getBytes(StandardCharsets.UTF_8), Optional.empty(), "x.chapter.yaml", "x");
  }

  private static String findings(Importer.Imported imported) {
    StringBuilder lines = new StringBuilder();
    for (Finding finding : imported.findings()) {
      lines.append(FindingPrinter.compact(finding).replaceFirst("^[^ ]+ ", "")).append('\n');
    }
    return lines.toString();
  }

  /// The texts of the chapter, from the first block on.
  private static String blocks(Importer.Imported imported) {
    String yaml = imported.yaml().orElseThrow();
    return yaml.substring(yaml.indexOf("blocks:\n") + 8);
  }

  /// What no notebook should have in it is passed over; where its JSON breaks off is said.
  @Test
  void aNotebookWithOddThingsInItIsRead() {
    String notebook =
        """
        {"cells": [null, 5, [1],
          {"cell_type": null, "source": null, "metadata": null, "outputs": null},
          {"cell_type": "code", "source": ["x = 2\\n", null, "print(x)"],
           "outputs": [null, 3, {"output_type": "stream", "text": "2\\n"}],
           "execution_count": 99999999999999999999, "score": NaN},
          {"cell_type": "markdown", "source": "Here `x + 1 = 3`."}]}
        """;
    Importer.Imported imported = read("a.ipynb", notebook);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("print(x)").contains("`x + 1 = 3`");
    String cut = notebook.substring(0, notebook.indexOf("markdown"));
    assertThat(findings(read("a.ipynb", cut)))
        .contains("the file is no notebook: its JSON breaks off here");
    assertThat(read("a.ipynb", cut).findings().get(0).span().start()).isGreaterThan(300);
  }

  /// YAML writes no line with blanks at its end, and would put all in one line between quotes.
  @Test
  void blanksAtTheEndsOfLinesGo() {
    String lesson =
        """
        # Blanks

        One line,@@
        and another.@

        ## Head@@
        End.@@

        - a@@
        - b

        ```python
        x = 2@
        print(x)@@@
        ```

        That was all:

        ```text
        u@@
        v
        ```
        """;
    assertThat(read("a.md", lesson.replace('@', ' ')).yaml().orElseThrow())
        .contains(" One line,\\\n", "End.\n", "- a", "x = 2\n", "print(x)\n", "u\n")
        .doesNotContain("\"", " \n", "a\\\\", "u\\\\");
  }

  /// What is wrong is pointed at where it stands, not where the same digits stand before.
  @Test
  void aFalseOutputIsPointedAtBehindItsListing() {
    String lesson =
        """
        # Outputs

        There are 7 days.

        ```python
        x = 2
        print(x)
        ```

        ```text
        2
        ```

        ```python
        print(x * 3)
        ```

        ```text
        7
        ```
        """;
    Finding finding = read("a.md", lesson).findings().get(0);
    assertThat(finding.code()).isEqualTo(ImportCode.FALSE_OUTPUT);
    assertThat(finding.span().line()).isEqualTo(19);
  }

  /// Boxes, anchors, breaks and comments have nothing to show; pictures and words in them stay.
  @Test
  void tagsThatOnlyFrameLeaveNothing() {
    String lesson =
        """
        # Tags

        <div align="center">

        <img src="a.png" alt="the graph" width="400">

        </div>

        <a name="top"></a>

        <details open>
        <summary>Solution</summary>

        Words.

        </details>

        <br/>

        <!-- for me -->

        <figure><img src="b.png" alt="the net"><figcaption>Its layers</figcaption></figure>
        """;
    assertThat(blocks(read("a.md", lesson)))
        .isEqualTo(
            """
              - type: prose
                text: |
                  ![the graph](a.png)

                  **Solution:**

                  Words.

                  ![the net](b.png)

                  Its layers
            """);
  }

  /// What an export leads to as files beside a notebook, and authors as other lessons.
  @Test
  void linksToLessonsBesideItLeadToTheirChapters() {
    String lesson =
        """
        # Links

        After [one](01 Intro.md), [two](./El%20Gradiente.ipynb#top), [three](paso.ipynb "step") and [all](README.md):
        [code](code.py), `[four](a.md)`, [five](b/a.md), [six](https://example.org/a.md), ![seven](a.png).
        """;
    assertThat(blocks(read("a.md", lesson)))
        .contains("[three](paso \"step\") and [all](index)", "[code](code), `[four](a.md)`")
        .contains(
            "[one](01 Intro.md), [two](el-gradiente)",
            "[five](b/a.md), [six](https://example.org/a.md)")
        .contains("![seven](a.png)");
  }

  /// Where numbers lie, how large something is, and what counts rows or classes claim nothing.
  @Test
  void shapesAndIntervalsAndCountedRowsClaimNothing() {
    String lesson =
        """
        # Shapes

        The matrix is [128×32], its bias (2 × 1). A sigmoid is bounded in (0, 1), a tanh lies in
        [-1, 1]. Most of them saturate near 0, and probabilities sum to 1. Class 0 is rare, 位置 2 too.

        | # | Mistake |
        |---|---|
        | 1 | forgetting |
        | 2 | caching |
        | 3 | looping |
        """;
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(findings(read("a.md", lesson.replace("near 0", "of 0")))).isNotEmpty();
    assertThat(findings(read("a.md", lesson.replace("| 3 |", "| 7 |")))).isNotEmpty();
  }

  /// Subscripts in formulas, marks over letters, a frame around a result, and a formula that goes
  /// on with the words before it.
  @Test
  void signsThatPeoplePasteAreRead() {
    String lesson =
        """
        # Signs

        Let $w₁ = 0.5$, $x₁ = 2$, $b = 0.1$.

        $$ z = x₁w₁ + b = \\boxed{1.1} $$

        ```
        C̃_1 = tanh(0.5) = 0.4621
        C_1 = 0.3·C̃_1 = 0.1386
        ```

        The step is $= 1 / 4 = 0.25$.
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("`z = x1 * w1 + b = 1.1`")
        .contains("C_tilde_1 = tanh(0.5) = 0.4621")
        .contains("is = $1 / 4 = 0.25$.");
    for (String digits : List.of("{1.1}", "0.4621", "0.1386", "0.25")) {
      assertThat(findings(read("a.md", lesson.replace(digits, digits.replaceAll("[126]", "7")))))
          .as(digits)
          .isNotEmpty();
    }
  }

  /// A row may spell out how its number comes about, a cell for each step.
  @Test
  void aRowIsHeldToTheArithmeticInItsCells() {
    String lesson =
        """
        # Forward

        | Step | Calculation | Value |
        |---|---|---|
        | $u_1 \\cdot v_1$ | 0.7 × 0.38 | 0.266 |
        | rest | 0.45 × 0.123 | 0.05535 |
        | **Sum $s$** | 0.266 + 0.05535 | **0.32135** |
        | $1 + e^{-s}$ | 1 + 0.725170 | 1.725170 |
        | $p = 1/(1.725170)$ | division | **0.579653** |
        | $e^{-0.5}$ | | 0.6065 |
        | $q$ | (0.4)(0.5) + 0.3 = 0.2 + 0.3 | 0.5 |
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("[0.266]{= 0.7 * 0.38}")
        .contains("**[0.32135]{= 0.266 + 0.05535}**")
        .contains("[0.6065]{= ");
    for (String digits : List.of("0.266 |", "0.05535 |", "0.32135", "0.579653", "0.6065", "0.38")) {
      String other = digits.replace('5', '8').replace("66 ", "67 ").replace("0.38", "0.39");
      assertThat(findings(read("a.md", lesson.replace(digits, other)))).as(other).isNotEmpty();
    }
  }

  /// `2(x - 3)` is a product: its 2 is no value of what stands before the sign.
  @Test
  void theBeginningOfAProductIsNoInput() {
    Importer.Imported imported =
        read("a.md", "# A\n\nLet x = 0. The slope is g = 2(x - 3), and h = 2x here.\n");
    assertThat(blocks(imported)).doesNotContain("g: 2").doesNotContain("h: 2").contains("x = 0");
  }

  /// What a listing prints of gradients is not changed by an example that stands between: who adds
  /// to the gradients of a lesson's values makes its right output false.
  @Test
  void anExampleLeavesTheGradientsOfAListingAlone() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # A

            ```python
            from micrograd.engine import Value
            w = Value(0.5)
            x = Value(3.0)
            ```

            We look at `o = w * x + 1`, which is 2.5.

            ```python
            n = w * x
            n.backward()
            print(w.grad)
            ```

            Output:

            ```
            3.0
            ```
            """);
    assertThat(findings(imported)).isEmpty();
  }

  /// A row of a table is the program with the input of that row; a digit of any cell that follows
  /// from it is held to it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2.0736|2.0737", "8.56|8.57", "4.28|4.29"})
  void rowsOfATableAreRoundsOfTheSteps(String right, String wrong) {
    String lesson =
        """
        # A

        Let `x = 2`, `w = 3` and `y = 10`. The model is `p = w * x` with the loss `L = (p - y)**2`.

        | epoch | w | p | Loss |
        |---|---|---|---|
        | 0 | 3 | 6 | 16 |
        | 1 | 3.8 | 7.6 | 5.76 |
        | 2 | 4.28 | 8.56 | 2.0736 |
        """;
    assertThat(blocks(read("a.md", lesson))).contains("[2.0736]{= L_row3}");
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(findings(read("a.md", lesson.replace(right, wrong)))).contains("error");
  }

  /// A name that each round computes anew is not the one of the round before, where the arithmetic
  /// holds and all of its numbers were said. Who goes on with a number that was not is told.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"(0.6 - 3) = -4.8|(0.6 - 3) = -4.9", "(0.6 - 3) = -4.8|(0.7 - 3) = -4.6"})
  void aNameIsComputedAgainInTheNextRound(String right, String wrong) {
    String lesson =
        """
        # A

        Let `w = 0` and `lr = 0.1`, and take `g = 2 * (0 - 3) = -6`.

        - Round 1: `v = 0 - 0.1 * (-6) = 0.6`
        - Round 2: `g = 2 * (0.6 - 3) = -4.8`
        """;
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(findings(read("a.md", lesson.replace(right, wrong)))).contains("error");
  }

  /// The rate that a lesson names is the one that its steps are scaled by, and a weight is no other
  /// number for being rounded.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"learning rate of 0.1|learning rate of 0.2", "w = 0.4,|w = 0.5,"})
  void aStepIsAtTheRateThatTheLessonNames(String right, String wrong) {
    String lesson =
        """
        # A

        Let `w = 0.4, x = 1.5, b = 0.1`, with a learning rate of 0.1.

        The sum is `z = w * x + b = 0.4 * 1.5 + 0.1 = 0.7`, and `dz/dw = x = 1.5`.

        A step: `w = 0.4 - 0.1 * 1.5 = 0.25`.
        """;
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(findings(read("a.md", lesson.replace(right, wrong)))).contains("error");
  }

  @Test
  void whatANameBecomesStandsBesideItsArithmetic() {
    Importer.Imported imported =
        read("a.md", "# A\n\nLet `w = 1.5`. A step gives `w = 1.5 - 0.1 * (-2.0) = 1.7`.\n");
    assertThat(blocks(imported)).contains("`w` = `1.5 - 0.1 * (-2.0) = 1.7`");
    assertThat(findings(imported)).isEmpty();
  }

  @Test
  void sentencesGiveTheProgramAndTheClaims() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # Two knobs

            Let a = 3 and b = 4. Then c = a * b = 12, and the gradient of c with respect to b is 3.
            """);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .isEqualTo(
            """
              - type: example
                id: example-1
                given: {a: 3, b: 4}
                code: |
                  c = a * b
                output: c
                show:
                  - graph
                  - gradients

              - type: prose
                text: |
                  Let `a = 3` and `b = 4`. Then `c = a * b = 12`, and the gradient of c with respect to b is [3]{= dc/db}.
            """);
    assertThat(imported.report().lines())
        .containsExactly(
            "4 of 4 numbers found a standing without help (4 checked, 0 given in code), 0 marked"
                + " plain, 0 open");
  }

  /// What an import takes for no claim is listed, so that it is looked at.
  @Test
  void whatIsMarkedPlainIsListed() {
    Importer.Imported imported =
        read(
            "a.md", "# T\n\nIn 4 steps: let `a = 3`, `b = 4`, `c = a * b = 12`. So Part 2 ends.\n");
    assertThat(imported.yaml().orElseThrow()).contains("[4]{plain}", "[2]{plain}");
    assertThat(imported.report().lines().stream().filter(it -> it.contains("marked plain:")))
        .containsExactly(
            "  marked plain: In 4 steps: let `a = 3`, `b",
            "  marked plain: = a * b = 12`. So Part 2 ends.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Let a = 3 and b = 4. Then c = a * b = 13.|the text says 13, the program gives 12",
        "Let a = 3 and b = 4. `c = a * b`. The gradient dc/da = 5.|the text says 5, the program"
            + " gives 4",
        "Let `a = 2`, `d = a + 1 = 4`.|the text says 4, the program gives 3",
        "The loss falls to 0.002 at the end.|the number 0.002 has no standing",
      })
  void aFalseNumberIsAFinding(String sentence, String message) {
    Importer.Imported imported = read("a.md", "# T\n\n" + sentence + "\n");
    assertThat(findings(imported)).contains(message);
    assertThat(imported.report().count(Outcome.OPEN)).isPositive();
  }

  @Test
  void anOutputIsComparedWithWhatTheListingPrints() {
    assertThat(findings(read("a.md", "```python\nprint(3 * 5)\n```\n\nOutput:\n\n```\n16\n```\n")))
        .isEqualTo("error[P0522]: the lesson says that the listing prints `16`, it prints `15`\n");
  }

  @Test
  void aListingThatCannotRunIsKeptWithTheReason() {
    Importer.Imported imported =
        read("a.md", "```python\nimport numpy as np\nx = np.zeros(3)\n```\n");
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("run: false").contains("numpy").contains("np.zeros(3)");
  }

  @Test
  void aPictureInCharactersBecomesAGraph() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            ```
            a(2) ──┐
                   ├── + ── c(5) ──┐
            b(3) ──┘               ├── * ── e(20)
                          d(4) ────┘
            ```
            """);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("given: {a: 2, b: 3, d: 4}")
        .contains("c = a + b\n")
        .contains("e = c * d\n")
        .contains("expect: {c: 5, e: 20}")
        .contains("- graph");
  }

  /// Results may stand right behind their operation, which wires reach from above and below.
  @Test
  void aPictureWithResultsBesideTheirOperationsIsAGraph() {
    String lesson =
        """
        ```
        a=2 ──┐
              (*) e=-6 ──┐
        b=-3 ─┘          (+) d=4
        c=10 ────────────┘
        ```

        dd/da = -3.
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("given: {a: 2, b: -3, c: 10}")
        .contains("expect: {e: -6, d: 4}");
    assertThat(findings(read("a.md", lesson.replace("e=-6", "e=-7")))).isNotEmpty();
    assertThat(findings(read("a.md", lesson.replace("dd/da = -3", "dd/da = -4")))).isNotEmpty();
  }

  /// Listings in the items of a list run too; what goes on with an item behind its listing stands
  /// by itself.
  @Test
  void listingsInListsRun() {
    String lesson =
        """
        1. **Inputs**:

            ```python
            x = 2.5
            w = 0.5
            ```

            Here x is 2.5.

        2. **Forward**:
            ```python
            y = w * x
            print(y)
            ```
            ```
            1.25
            ```
            So y is 1.25.
            - a nested point
        3. Done.
        """;
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(blocks(read("a.md", lesson)))
        .contains("1. **Inputs**:\n", "Here x is [2.5]{= x}.\n\n      2. **Forward**:\n")
        .contains("So y is [1.25]{= y}.\n      - a nested point\n      3. Done.");
    assertThat(findings(read("a.md", lesson.replace("    1.25", "    1.26")))).contains("1.26");
  }

  @Test
  void questionMarksMakeAnExercise() {
    assertThat(blocks(read("a.md", "```\nx = 2\nw = -3\nxw = x * w   → ?\n```\n")))
        .contains("type: exercise")
        .contains("answer: xw");
  }

  /// Where a formula stands beside itself with numbers, the numbers are its inputs.
  @Test
  void numbersPutIntoAFormulaAreItsInputs() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # Net

            $$net_{h} = w_1 \\cdot i_1 + b$$
            $$net_{h} = 0.15 \\cdot 0.5 + 0.35 = \\mathbf{0.425}$$

            $$out_{h} = \\frac{1}{1+e^{-net_{h}}} = \\frac{1}{1+e^{-0.425}} = 0.60468$$
            """);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("given: {w1: 0.15, i1: 0.5, b: 0.35}")
        .contains("net_h = w1 * i1 + b\n")
        .contains("output: out_h\n");
    assertThat(imported.report().count(Outcome.CHECKED)).isEqualTo(10);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0.425|0.435",
        "0.60468|0.60368",
        "0.35 =|0.36 =",
        "e^{-0.425}|e^{-0.525}",
      })
  void aChangedDigitOfAWorkedExampleIsAFinding(String right, String wrong) {
    String lesson =
        """
        # Net

        Inputs: $w_1 = 0.15$, $i_1 = 0.5$ and $b = 0.35$.

        $$net_{h} = w_1 \\cdot i_1 + b = 0.15 \\cdot 0.5 + 0.35 = \\mathbf{0.425}$$

        $$out_{h} = \\frac{1}{1+e^{-net_{h}}} = \\frac{1}{1+e^{-0.425}} = 0.60468$$
        """;
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(lesson).contains(right);
    assertThat(findings(read("a.md", lesson.replace(right, wrong)))).contains("error[P031");
  }

  /// What somebody worked out by hand belongs to its example: another beginning has none of it.
  @Test
  void numbersWorkedOutByHandStayInTheirExample() {
    String lesson =
        """
        # Newton

        Let $f(x) = x^2 - 3$ and $f'(x) = 2x$, and begin with $x_0 = 2$.

        $$x_1 = 2 - \\frac{1}{4} = 1.75, \\quad x_2 = x_1 - \\frac{0.0625}{3.5} \\approx 1.732143$$

        | x | f(x) |
        |---|---|
        | 2.00 | 1.0000 |
        | 1.75 | 0.0625 |
        | 1.73214286 | 0.00031888 |

        Do the same for another: $x_0 = 2$, $x_1 = 2.25$, so $x_2 \\approx 2.2361$.
        """;
    assertThat(findings(read("a.md", lesson)))
        .doesNotContain("error[P031")
        .contains("the number 2.2361 has no standing");
    assertThat(findings(read("a.md", lesson.replace("| 0.0625", "| 0.0635"))))
        .contains("the text says 0.0635");
  }

  /// An answer is of the point that the question before it names.
  @Test
  void aQuestionSaysWhereItsAnswerIs() {
    String lesson =
        """
        # Chain

        **Ada:** Let x = 1 and u = 3 * x + 2 = 5.

        **Ben:** And at x = 0?

        **Ada:** Then u = 2.
        """;
    assertThat(blocks(read("a.md", lesson))).contains("[2]{= nudge(u, x, 0 - x.data).after}");
    assertThat(findings(read("a.md", lesson.replace("u = 2.", "u = 3.")))).contains("3");
  }

  /// Columns of numbers with a sign of transposition, and with semicolons between.
  @Test
  void columnsAreLists() {
    String lesson = "# T\n\nSei $z = (1.5;\\ 0.5;\\ -1)^\\top$ und $y = (0, 1, 0)^T$.\n";
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).doesNotContain("error");
    assertThat(blocks(imported)).contains("z = values([1.5, 0.5, -1])");
  }

  /// The rows of a table that are counted count on; where one leaves some out, that is its own.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 1 2 3 4|",
        "0 1 3 3 4|counts Step 3 where 2 stands",
        "1 1 2 3 4|counts Step 1 where 0 stands",
        "0 1 2 3 10|",
        "0 10 20 20 40|",
      })
  void countedRowsCountOn(String rows, String message) {
    StringBuilder lesson = new StringBuilder("# T\n\n| Step | note |\n|---|---|\n");
    for (String row : rows.split(" ", -1)) {
      lesson.append("| ").append(row).append(" | some words |\n");
    }
    String findings = findings(read("a.md", lesson.toString()));
    if (message == null) {
      assertThat(findings).doesNotContain("counts");
    } else {
      assertThat(findings).contains(message);
    }
  }

  /// A sum whose result is in bold letters is one span of code.
  @Test
  void boldResultsLeaveNoMarks() {
    String lesson = "# T\n\n- **ȳ** = (3 + 5 + 6 + 9) / 4 = 23 / 4 = **5.75**\n";
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("- **ȳ** = `(3 + 5 + 6 + 9) / 4 = 23 / 4 = 5.75`\n");
  }

  /// A function is called with the number that it is worked out for.
  @Test
  void aCallIsHeldToWhatItComesTo() {
    String lesson =
        "# T\n\nLet f(x) = x² - 4x + 7, so f(2) = 3.\n\nThere f(5) = 25 - 20 + 7 = 12 and so on.\n";
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(findings(read("a.md", lesson.replace("f(5)", "f(6)")))).contains("error[P031");
  }

  /// Cells of data are the program's, also where they are only 0 and 1.
  @Test
  void dataOfZerosAndOnesIsData() {
    String lesson = "# T\n\n| x1 | x2 | cible |\n|---|---|---|\n| 0 | 1 | 0 |\n| 1 | 1 | 1 |\n";
    assertThat(blocks(read("a.md", lesson)))
        .contains("| [0]{= rows[0][0]} | [1]{= rows[0][1]} | [0]{= rows[0][2]} |")
        .doesNotContain("plain");
  }

  /// Heads with an index are those of data: `xᵢ` is the column of `x`.
  @Test
  void dataMayHaveAnIndex() {
    String lesson = "# T\n\n| i | xᵢ | y_i |\n|---|---|---|\n| 1 | 3 | 5 |\n| 2 | 4 | 9 |\n";
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("rows = [[1, 3, 5], [2, 4, 9]]");
  }

  /// YAML has no tabs in a block of text.
  @Test
  void tabsAreBlanks() {
    String lesson = "#\tTabs\n\n1.\tfirst\n2.\tsecond\n\n|\ta\t|\n|\t-\t|\n|\tb\t|\n";
    assertThat(blocks(read("a.md", lesson)))
        .contains("      1. first\n      2. second\n", "| a |\n")
        .doesNotContain("\t", "\\t");
  }

  private static final String SURFACE =
      """
      # Surface

      Let $f(x, y) = x^2 - 4x + y^2 + 2y$, so ∂f/∂x = 2x - 4 and ∂f/∂y = 2y + 2.

      At (3, 1): $\\nabla f(3, 1) = (2, 4)$, and ∇f(2, -1) = [0, 0], a minimum.

      The value is $f(3, 1) = 9 - 12 + 1 + 2 = 0$, and f(2, -1) = -5.

      | point | ∂f/∂x | ∂f/∂y | f |
      |---|---|---|---|
      | (1, 0) | -2 | 2 | -3 |
      | (0, 1) | -4 | 4 | 3 |
      """;

  /// A point that the lesson looks at gives the letters of a function their numbers, and its
  /// gradients are the program's; at other points the lesson's formulas say what they are.
  @Test
  void gradientsAtPointsAreListsOfDerivatives() {
    Importer.Imported imported = read("a.md", SURFACE);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("given: {x: 3, y: 1}", "`∂f/∂x = 2x - 4`")
        .contains("At ([3]{= x}, [1]{= y}): ")
        .contains("∇f([3]{= x}, [1]{= y}) = ([2]{= df/dx}, [4]{= df/dy})")
        .contains("= [[0]{= 2 * 2 - 4}, [0]{= 2 * (-1) + 2}], a minimum")
        .contains("f([3]{= x}, [1]{= y}) = `9 - 12 + 1 + 2 = 0`")
        .contains("| ([1]{plain}, [0]{plain}) | [-2]{= 2 * 1 - 4} |");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "(2, 4)|(2, 5)",
        "[0, 0]|[0, 1]",
        "1 + 2 = 0|1 + 3 = 1",
        "1 + 2 = 0|1 + 3 = 0",
        "= -5|= -4",
        "f(2, -1) = -5|f(2, -2) = -5",
        "-4 ; 4|-4 ; 5",
        "2x - 4|3x - 4",
      })
  void aWrongDerivativeAtAPointIsAFinding(String right, String wrong) {
    String lesson = SURFACE.replace(right.replace(';', '|'), wrong.replace(';', '|'));
    assertThat(lesson).isNotEqualTo(SURFACE);
    assertThat(findings(read("a.md", lesson))).contains("error[P031");
  }

  /// A step down a gradient that the lesson has worked out, and the program has no formula for.
  @Test
  void aStepGoesDownTheGradientThatWasSaid() {
    String lesson =
        """
        # Step

        The weights are v = 0.7 and w = -0.5.

        - dE/dv = -0.5144 * 0.3364 = -0.1730
        - dE/dw = -0.5144 * 0.0997 = -0.0513

        With a learning rate of 0.2 the weight v goes from 0.7 to 0.7346, and w from -0.5 to -0.4897.
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("[0.7346]{= v - 0.2 * (-0.1730)}");
    for (String[] digit : new String[][] {{"0.7346", "0.7345"}, {"-0.4897", "-0.4997"}}) {
      assertThat(findings(read("a.md", lesson.replace(digit[0], digit[1])))).contains("error[P03");
    }
  }

  /// Who computes with exact numbers and shows rounded ones may be right where what is shown comes
  /// to another last digit: that is left open, and only what is further off is false.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dE/da = -0.5144 * 0.7 * 0.9901 = -0.3566|-0.3566|-0.3576",
        "$\\frac{\\partial E}{\\partial w} = (-1.223)(0.1491)(2) \\approx -0.3648$|-0.3648|-0.3748",
        "`tanh_prime = 1 - 0.4621**2 = 0.7864`|0.7864|0.7964",
        "dE/dw = (-1.223)(0.1491)(2) ≈ **-0.3648**|-0.3648|-0.3748",
      })
  void whatMayBeRoundedIsLeftOpen(String equation, String said, String wrong) {
    String lesson =
        "# T\n\nBefore, the error was -0.5144, -1.223 and 0.4621, the slopes 0.9901 and 0.1491.\n\n"
            + "So "
            + equation
            + ".\n";
    assertThat(findings(read("a.md", lesson)))
        .contains("the number " + said + " has no standing")
        .doesNotContain("error[P031");
    assertThat(findings(read("a.md", lesson.replace(said, wrong))))
        .contains("the text says " + wrong);
  }

  /// An equation that is solved says of no letter what it is; its solution is held to it.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "The slope is nothing, 2x - 6 = 0 → x = 3.|[2x - 6 = 0]{plain} → x = [3]{= 6 / 2}|x = 4",
        "From 4(z - 2) = 0 we get z = 2.|[4(z - 2) = 0]{plain} we get z = [2]{= 8 / 4}|z = 3",
        "Setting $3t + 2 = 0$ gives $t = -0.667$.|gives t = [-0.667]{= (-2) / 3}|t = -0.668",
        "Where 3x + 2 = 0 we have x = -2/3.|[3x + 2 = 0]{plain} we have x = [-2/3]{= (-2) / 3}|x ="
            + " -2/4",
        "Si 5k = 20 entonces k = 4.|Si [5k = 20]{plain} entonces k = [4]{= 20 / 5}|k = 5",
      })
  void aSolutionIsHeldToItsEquation(String sentence, String dressed, String wrong) {
    Importer.Imported imported = read("a.md", "# T\n\n" + sentence + "\n");
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains(dressed);
    String digits = sentence.replaceAll("[a-z] = -?[\\d./]*\\d(?=\\$?\\.$)", wrong);
    assertThat(digits).isNotEqualTo(sentence);
    assertThat(findings(read("a.md", "# T\n\n" + digits + "\n"))).contains("error[P03");
  }

  /// What stands on the right may be written in any way that a number is.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "2x = 50%",
        "2x = 1e400",
        "2x = 10%, so 3x = 15%",
        "∇f(1%, 2) = (3, 4)",
        "x = 5% → x = 3"
      })
  void oddNumbersAreNoAccidents(String equation) {
    String lesson = "# T\n\nf(x, y) = x + y. Here " + equation + ", so x = 0.25 at (1, 2%).\n";
    assertThat(read("a.md", lesson).yaml()).isPresent();
  }

  /// One evaluation after the other is no solution.
  @Test
  void evaluationsSideBySideAreNoSolutions() {
    String lesson = "# T\n\nFor w = 3, 2w = 6, w = 4 and 2w = 8, w = 5 and 2w = 10.\n";
    assertThat(findings(read("a.md", lesson))).doesNotContain("error[P031");
  }

  /// Equations for the same letters, none of which is so, are a system to be solved.
  @Test
  void aSystemIsNoClaim() {
    String lesson =
        "# T\n\nLet x = 1 and y = 2, so x + y = 3.\n\nSolve x + y = 10 and 2x - y = 8.\n";
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(blocks(read("a.md", lesson))).contains("[x + y = 10]{plain}", "[2x - y = 8]{plain}");
    assertThat(findings(read("a.md", lesson.replace("y = 3.", "y = 4.")))).contains("error[P031");
  }

  /// `f(x) = 0` asks, also before the lesson says what `f` is, which it calls with names too.
  @Test
  void aFunctionIsCalledWithNames() {
    String lesson =
        """
        # Newton

        We solve $f(x) = 0$ for $f(x) = x^2 - 3$, with $f'(x) = 2x$.

        Let $x_0 = 2$. Then $f(x_0) = 4 - 3 = 1$ and $f'(x_0) = 4$, and $f'(1.75) = 3.5$.
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains(
            "def f(x):\n", "def f_prime(x):\n", "[$f(x) = 0$]{plain}", "$f(x_0) = 4 - 3 = 1$");
    assertThat(findings(read("a.md", lesson.replace("= 1$", "= 2$")))).contains("error[P031");
    assertThat(findings(read("a.md", lesson.replace("x_0 = 2", "x_0 = 3")))).contains("error[P031");
  }

  /// A number with a unit is one of the program's, and its formula stays one where it is false.
  @Test
  void unitsStandBehindNumbers() {
    String lesson =
        """
        # Carts

        A cart of $m = 200\\,\\mathrm{kg}$ at $v = 3\\,\\mathrm{m/s}$ has $E = \\frac{1}{2} m v^2 = 900\\,\\mathrm{J}$.

        Over $t = 2 \\text{ s}$ this is $P = E / t = 450\\,\\mathrm{W}$, and $\\frac{dE}{dv} = m v = 600\\,\\mathrm{kg\\,m/s}$.
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("E = 1 / 2 * m * v**2\n", "has $E = \\frac{1}{2} m v^2 = 900\\,\\mathrm{J}$")
        .contains("$v = 3\\,\\mathrm{m/s}$", "`dE/dv = m * v = 600` kg m/s");
    for (String digits : List.of("900", "450", "600")) {
      Importer.Imported wrong = read("a.md", lesson.replace(digits, "77" + digits));
      assertThat(findings(wrong)).contains("the text says 77" + digits);
    }
    assertThat(findings(read("a.md", lesson + "\nIt is $0.007\\,\\mathrm{s}$ late.\n")))
        .contains("the number 0.007 has no standing");
    assertThat(blocks(read("a.md", lesson.replace("900", "910"))))
        .contains("$E = \\frac{1}{2} m v^2 = 910\\,\\mathrm{J}$");
  }

  /// A formula that `check` reads stays one, in the signs of its author; one that it reads as code
  /// alone is code.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "With $w = 2$ and $x = 3$, $y = w x = 2 \\times 3 = 6$.|$y = w x = 2 \\times 3 = 6$",
        "With \\(w = 2\\) and \\(x = 3\\): \\[y = w x = 6\\]|$$y = w x = 6$$",
        "With $w = 2$: $F = \\nabla J(w) = 4 \\cdot 2 = 8$.|`F = dJ/dw = 4 * 2 = 8`",
        "We minimise $J(\\theta) = \\theta^2$.|[$J(\\theta) = \\theta^2$]{plain}",
        "With `w = 2` and $x = 3$, `y = w * x = 6`.|With `w = 2` and $x = 3$, `y = w * x = 6`.",
      })
  void aFormulaStaysOne(String lesson, String dressed) {
    Importer.Imported imported = read("a.md", "# T\n\n" + lesson + "\n");
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains(dressed);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Let w₁ = 0.5 and x₁ = 2. Then z = w₁x₁ + 1 = (0.5)(2) + 1 = 2.|`z = w1 * x1 + 1 = (0.5) *"
            + " (2) + 1 = 2`",
        "Let w = 2, x = 3; y = w * x. So w = w - 0.1 * dy/dw = 2 - 0.1 * 3 = 1.7.|w = `w - 0.1 *"
            + " dy/dw = 2 - 0.1 * 3 = 1.7`",
        "f(x) = 3x^2 + 1, so f(2) = 13.|`f(2) = 13`",
        "* **Weight ($w$):** $3.0$ and then $2w = 6.0$|$2w = 6.0$",
      })
  void formulasAsPeopleWriteThemAreChecked(String lesson, String dressed) {
    Importer.Imported imported = read("a.md", "# T\n\n" + lesson + "\n");
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains(dressed);
  }

  /// Arithmetic goes on with what the lesson came to: `0.3` is `z`, so gradients go through it.
  @Test
  void numbersThatTheLessonCameToAreTheirNamesAgain() {
    String lesson =
        """
        # Two steps

        Let w = 0.4, x = 0.5 and b = 0.1.

        z = w·x + b = 0.3

        a = σ(0.3) = 0.5744

        ∂a/∂z = a(1 - a) = 0.5744·0.4256 = 0.2445

        ∂a/∂w = 0.2445·0.5 = 0.1222
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("a = z.sigmoid()").doesNotContain("def sigmoid");
    assertThat(findings(read("a.md", lesson.replace("0.2445\n", "0.2446\n")))).contains("error");
    assertThat(findings(read("a.md", lesson.replace("0.1222", "0.1322")))).contains("error");
  }

  /// After a step of training the formulas hold of the new parameters, and a table shows both.
  @Test
  void aStepOfTrainingBeginsAnotherExample() {
    String lesson =
        """
        # One weight

        The model is `y = w * x`, with `x = 1.5`, `t = 0.5` and `w = 0.8`. So `y = 0.8 * 1.5 = 1.2`.

        `L = (y - t)**2 = 0.49`

        `dL/dw = 2 * (y - t) * x = 2.1`

        With a learning rate of 0.1: `w_new = 0.8 - 0.1 * 2.1 = 0.59`

        Now `y = 0.59 * 1.5 = 0.885` and `L = (0.885 - 0.5)**2 = 0.148225`.

        | step | w | loss |
        |---|---|---|
        | 0 | 0.8 | 0.49 |
        | 1 | 0.59 | 0.148 |
        """;
    Importer.Imported imported = read("a.md", lesson);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains(
            "given: {w: 0.59}", "[0.49]{= ((0.8 * x) - t)**2}", "[0.148]{= ((0.59 * x) - t)**2}");
    for (String wrong : List.of("0.895", "0.158225", "| 0.149")) {
      String right = wrong.replace("0.895", "0.885").replace("0.158225", "0.148225");
      assertThat(findings(read("a.md", lesson.replace(right.replace("0.149", "0.148"), wrong))))
          .as(wrong)
          .contains("error");
    }
  }

  /// What is false stays false: a number of it that something else happens to have is not bound to
  /// that.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "e = a * b = 2 * -3 = -6|e = a * b = 2 * -4 = -6",
        "dL/de = -2|dL/de = 6",
        "dL/da = dL/de * b = 6|dL/da = dL/de * b = 4",
        "d = e + c = 4|d = e + c = 10"
      })
  void anAccidentIsNoBinding(String right, String wrong) {
    String lesson =
        """
        # Graph

        Let a = 2, b = -3, c = 10 and f = -2.

        e = a * b = 2 * -3 = -6

        d = e + c = 4

        L = d * f = -8

        Backwards: dL/de = -2, dL/da = dL/de * b = 6, and dL/db = -4.
        """;
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(lesson).contains(right);
    assertThat(findings(read("a.md", lesson.replace(right, wrong)))).contains("error[P031");
  }

  /// The constants of a formula are of the formula, whatever else has their value.
  @Test
  void aConstantIsNotBoundToWhatHasItsValue() {
    Importer.Imported imported =
        read("a.md", "# T\n\nLet t = 1 and x = 2. Then s = q(1 - q), where q is unknown.\n");
    assertThat(blocks(imported)).doesNotContain("[1]{= t}");
  }

  /// Letters mean something else in the next exercise; a row of a matrix is no difference.
  @Test
  void eachExerciseHasItsOwnLetters() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # Practice

            ## Problem 1

            Let x = -2, y = 5 and z = -4. Then f = (x + y) * z and q = x + y = 3, so f = q * z = -12
            and df/dq = z = -4.

            ## Problem 2

            A neuron gets z = 1.5 * 2 - 4 = -1, so a = max(0, z) = 0 and da/dz = 0.

            $$W = \\begin{bmatrix} 0.2 & -0.3 \\end{bmatrix}$$
            """);
    assertThat(findings(imported)).doesNotContain("P0311", "P0312");
    assertThat(blocks(imported))
        .contains("f = q * z")
        .contains("given: {z: -1}", "a = z.relu()\n")
        .contains("W = values([0.2, -0.3])", "0.2 & -0.3")
        .doesNotContain("0.2 - 0.3");
  }

  /// `| d | a*b | -2 |` says how `d` comes about; `2xy` is a product where there is an `x` and a
  /// `y`.
  @Test
  void tablesOfNodesAndLettersSideBySide() {
    assertThat(
            findings(
                read(
                    "a.md",
                    """
                    # T

                    with **a = 2**, **b = -1** and **c = 5**:

                    | node | operation | value |
                    |---|---|---|
                    | d | a*b | -2 |
                    | e | d + c | 3 |
                    | L | e² | 9 |

                    - dL/de = 2e = 6
                    - dL/da = dL/dd · b = 6 · (-1) = -6
                    """)))
        .isEmpty();
    assertThat(blocks(read("a.md", "# T\n\nx = 3, y = 4. f = x²y + 2xy = 60\n")))
        .contains("f = x**2 * y + 2 * x * y");
  }

  /// A cell of a megabyte, with the picture that somebody pasted into it, is read like any other.
  @Test
  void aSentenceMayBeAsLongAsAFile() {
    for (String piece : List.of("word ", "1.1 ", "a = 1 ", "(", "| 1 ")) {
      Importer.Imported imported = read("a.md", "# T\n\n" + piece.repeat(20_000) + "\n");
      assertThat(imported.yaml()).as(piece).isPresent();
    }
    assertThat(read("a.md", "1 ".repeat(20_000)).report().count(Outcome.OPEN)).isEqualTo(20_000);
  }

  /// A line that looks like the rule of a table up to its last sign.
  @Test
  @Timeout(60)
  void aRuleThatIsNoneIsPassedOver() {
    String table = "| a | b |\n|" + "-".repeat(300_000) + "x|\n| 1 | 2 |\n";
    assertThat(read("a.md", "# T\n\n" + table).yaml()).isPresent();
  }

  /// Each number is tried against the names before it: of what is no lesson any more the rest is
  /// shown, and said where it begins.
  @Test
  void aFileOfThousandsOfNumbersIsReadInPart() {
    String fence = "```\n" + "epoch 3 loss 0.25\n".repeat(2100) + "```\n";
    Importer.Imported imported = read("a.md", "# A\n\nLet c = 3 and d = c + 1.\n\n" + fence);
    assertThat(findings(imported))
        .isEqualTo(
            "warning[P0524]: the lesson has more than 4000 numbers; from here on it is only"
                + " shown\n");
    assertThat(blocks(imported)).contains("`d = c + 1`").contains("epoch 3 loss 0.25");
    assertThat(imported.report().count(Outcome.KEPT)).isEqualTo(4200);
  }

  @Test
  void decimalCommasBecomePoints() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # T

            Sei `w = 0,15`, `x = 2,5` und `b = 0,1`. Dann ist `z = w * x + b = 0,475`.

            Im Punkt (0,1) wie bei 1.234,5 €.
            """);
    assertThat(findings(imported))
        .contains("decimal commas")
        .doesNotContain("error[P031", "error[P0303");
    assertThat(blocks(imported))
        .contains("given: {w: 0.15, x: 2.5, b: 0.1}")
        .contains("`z = w * x + b = 0.475`")
        .contains("[0,1]{plain}")
        .contains("1234.5");
  }

  @Test
  void aStatementOverSeveralLinesIsOne() {
    assertThat(
            blocks(
                read("a.md", "# T\n\nLet x = 2.\n\n```\nz = 3x + 1\n  = 3(2) + 1\n  = 7\n```\n")))
        .contains("z = 3x + 1 = 3(2) + 1 = 7");
  }

  @Test
  void tagsBecomeMarkdownAndDrawingsAreKept() {
    Importer.Imported imported =
        read("a.md", "<p>w<sub>1</sub> is <b>here</b></p>\n\n<svg><path d=\"M 1 2\"/></svg>\n");
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("w₁ is **here**").contains("lang: html");
    assertThat(imported.report().lines().getLast())
        .isEqualTo("2 more are in code or output that is only shown");
  }

  @Test
  void linesThatFetchOtherModulesAreKeptAndTheRestRuns() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            ```python
            import math
            import numpy as np
            %matplotlib inline
            x = math.sqrt(4)
            ```
            """);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("run: false")
        .contains("import math\n      x = math.sqrt(4)");
  }

  /// Of a cell that cannot run as a whole the parts run that can, in their order: what they bind is
  /// there for the cells below.
  @Test
  void ofACellThatCannotRunTheRestRuns() {
    Importer.Imported imported =
        read(
            "a.ipynb",
            cells(
                """
                from graphviz import Digraph
                import math

                def half(x):
                    return x / 2

                # a picture of it
                def draw(root):
                    return Digraph(format='svg')
                """,
                "",
                "print(half(3), math.sqrt(4))",
                "1.5 2.0"));
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains(
            """
                code: |
                  import math

                  def half(x):
                      return x / 2
            """)
        .contains("run: false\n    reason: name 'Digraph' is not defined\n")
        .contains("      # a picture of it\n      def draw(root):\n");
    assertThat(imported.report().count(Outcome.CHECKED)).isEqualTo(2);
  }

  /// Each part has to print its lines of what the cell printed, where only parts that run print.
  @Test
  void whatACellPrintsIsSaidOfItsParts() {
    String cell = "x = 3\nprint(x)\nplt.plot(x)\nprint(x + 1)\n";
    String loud = "x = 3\nprint(x)\ny = shown(x)\nprint(x + 1)\n"; // may print itself
    assertThat(findings(read("a.ipynb", cells(cell, "3\n4\n")))).isEmpty();
    assertThat(findings(read("a.ipynb", cells(cell, "3\n5\n"))))
        .contains("prints `5`, it prints `4`");
    assertThat(read("a.ipynb", cells(loud, "3\n4\n")).report().count(Outcome.CHECKED)).isEqualTo(2);
    Importer.Imported mixed = read("a.ipynb", cells(loud, "3\n0.14\n4\n"));
    assertThat(findings(mixed)).isEmpty();
    assertThat(blocks(mixed)).contains("the output of the listing above, as the lesson gives it");
  }

  /// A name that a listing which does not run would have bound again stands for nothing.
  @Test
  void aNameThatCouldNotBeBoundAgainIsUnknown() {
    Importer.Imported imported =
        read(
            "a.ipynb",
            cells(
                "x = 3\nprint(x)",
                "3",
                "x = np.cumsum(x)",
                "",
                "print(x)",
                "0.14",
                "x = 5\nprint(x)",
                "5"));
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("reason: name 'x' is not defined");
    assertThat(imported.report().count(Outcome.CHECKED)).isEqualTo(2);
  }

  /// The lesson's own class may print its objects otherwise than the one that stands in for it.
  @Test
  void objectsOfAClassThatCannotRunPrintAsTheyLike() {
    String own =
        """
        class Value:
            def __init__(self, data):
                self.data = np.array(data)
            def __repr__(self):
                return f"V({self.data})"
        """;
    Importer.Imported imported =
        read("a.ipynb", cells(own, "", "a = Value(2.0)\nprint(a * 3)", "V(6.0)"));
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported))
        .contains("the output of the listing above, as the lesson gives it");
    assertThat(findings(read("a.ipynb", cells("a = Value(2.0)\nprint(a * 3)", "V(6.0)"))))
        .contains("it prints `Value(data=6.0, grad=0)`");
  }

  /// A lesson's own class has no derivatives that the engine knows of: the numbers of its texts are
  /// those that its objects hold, and formulas claim nothing.
  @Test
  void aDerivativeOfTheLessonsOwnClassIsWhatItsObjectHolds() {
    String own =
        """
        class Value:
            def __init__(self, data):
                self.data = data
                self.grad = 0.0
            def __mul__(self, other):
                out = Value(self.data * other.data)
                def back():
                    self.grad += other.data * out.grad
                    other.grad += self.data * out.grad
                out.back = back
                return out
        """;
    String run =
        "c, d, f = Value(2.0), Value(2.0), Value(-2.0)\ne = c * d\nL = e * f\n"
            + "L.grad = 1.0\nL.back()\ne.back()";
    String words = "{\"cell_type\": \"markdown\", \"source\": \"%s\"}]}";
    String cells = cells(own, "", run, "").replaceFirst("]}$", ",");
    Importer.Imported right =
        read(
            "a.ipynb",
            cells
                + words.formatted(
                    "So `dL/de = f` and `dL/de = -2.0`; `dL/df = e = 4`. With `de/dc = 2.0` we have"
                        + " `dL/dc = dL/de * de/dc = -2.0 * 2.0 = -4.0`."));
    assertThat(findings(right)).isEmpty();
    assertThat(blocks(right))
        .contains("[`dL/de = f`]{plain}")
        .contains("`dL/de` = [-2.0]{= e.grad}")
        .contains("[`dL/df = e`]{plain} = [4]{= f.grad}")
        .contains("`de/dc` = [2.0]{= c.grad / e.grad}")
        .contains("[`dL/dc = dL/de * de/dc`]{plain} = `-2.0 * 2.0 = -4.0`");
    assertThat(findings(read("a.ipynb", cells + words.formatted("So `dL/de = -3.0`."))))
        .contains("cannot be evaluated");
  }

  /// A picture that is no file of the book is a link to where it is, or its words.
  @Test
  void picturesOfOtherSitesBecomeLinks() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # T [![Open](https://a.b/badge.svg)](https://a.b/colab)

            ![A graph](https://a.b/x(1).png "of it") and ![](//a.b/y.png), then `![](https://a.b/c.png)`.

            [![Run](https://a.b/run.svg)](https://a.b/here) <img src="https://a.b/z.png" alt="a net"> ![in](data:image/png;base64,AAAA)

            ![beside](img/a.png) 3 + 4 = 7.
            """);
    assertThat(imported.findings())
        .hasSize(6)
        .allMatch(
            it -> it.severity() == Severity.WARNING && it.message().endsWith("it is left out"));
    assertThat(imported.yaml().orElseThrow())
        .contains("title: T\n")
        .contains(
            "[A graph](https://a.b/x(1).png) and <https://a.b/y.png>, then"
                + " `![](https://a.b/c.png)`.")
        .contains("[Run](https://a.b/here) [a net](https://a.b/z.png) in\n")
        .contains("![beside](img/a.png) `3 + 4 = 7`.");
    assertThat(imported.report().count(Outcome.CHECKED)).isEqualTo(3);
  }

  /// Only faults of numbers are counted as numbers.
  @Test
  void anImageWithoutWordsIsNoNumber() {
    Importer.Imported imported = read("a.md", "![](a.png) and `3 + 4 = 7`.\n");
    assertThat(findings(imported)).contains("the image has no words beside it");
    assertThat(imported.report().count(Outcome.CHECKED)).isEqualTo(3);
  }

  /// Colours of a terminal and lines that were written over are no part of what a cell printed.
  @Test
  void outputsAreReadAsATerminalShowsThem() {
    String printed = "\\u001b[1m[\\u001b[0mnotice\\u001b[0m]\\n 10%\\r 90%\\rdone\\r\\n3";
    Importer.Imported imported = read("a.ipynb", cells("x = np.e", printed));
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("      [notice]\n      done\n      3\n");
  }

  /// A cell of many statements that fail is kept as it is: each failure costs a run of all before.
  @Test
  @Timeout(60)
  void aCellThatFailsAgainAndAgainIsKept() {
    String heavy = "n = 0\nfor i in range(300000):\n    n += i";
    String failing = "f = 3\n" + "len(n)\n".repeat(300) + "print(f)\n";
    Importer.Imported imported = read("a.ipynb", cells(heavy, "", failing, "x".repeat(400_000)));
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("      f = 3\n      len(n)\n");
  }

  /// A notebook of cells of code, each with what it printed.
  private static String cells(String... sourcesAndOutputs) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < sourcesAndOutputs.length; i += 2) {
      String output =
          "{\"output_type\": \"stream\", \"text\": \"%s\"}"
              .formatted(sourcesAndOutputs[i + 1].replace("\n", "\\n"));
      cells.add(
          "{\"cell_type\": \"code\", \"outputs\": [%s], \"source\": \"%s\"}"
              .formatted(output, sourcesAndOutputs[i].replace("\"", "\\\"").replace("\n", "\\n")));
    }
    return "{\"cells\": [" + String.join(",", cells) + "]}";
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "expression.md",
        "network.md",
        "neurona.md",
        "chat.txt",
        "neuron.py",
        "descent.ipynb"
      })
  void fourOfFiveNumbersOfALessonFindAStanding(String name) throws IOException {
    Importer.Imported imported = read(name, Files.readString(LESSONS.resolve(name)));
    Report report = imported.report();
    int found = report.count(Outcome.CHECKED) + report.count(Outcome.GIVEN);
    int all = found + report.count(Outcome.PLAIN) + report.count(Outcome.OPEN);
    assertThat(found).as(String.join("\n", report.lines())).isGreaterThanOrEqualTo(all * 4 / 5);
  }

  @Test
  void theSeedSaysThatItsLossesContradictEachOther() throws IOException {
    assumeTrue(Files.isDirectory(SEED), "the seed is not beside the checkout");
    try (Stream<Path> files = Files.list(SEED)) {
      Path seed = files.filter(it -> it.toString().endsWith(".txt")).findFirst().orElseThrow();
      Importer.Imported imported = read("seed.txt", Files.readString(seed));
      assertThat(findings(imported))
          .contains("the lesson says 0.002 here and 0.01 on line 264, of the same thing");
      assertThat(List.of("0.01", "0.002"))
          .allSatisfy(
              loss ->
                  assertThat(imported.report().open())
                      .anyMatch(it -> it.numeral().equals(loss) && it.context().contains("loss")));
      assertThat(imported.report().count(Outcome.CHECKED)).isGreaterThan(100);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"cells\": 3}",
        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [[[]]], \"outputs\": {}}]}",
        "[1, 2",
        "```python\nwhile True:\n    pass\n```",
        "{{x}} [a]{= b} `{{` $x^2$ \\(\\frac{1}{\\)",
        "= = = 3 = = ( ( ( 4",
        "| 1 | 2\n|---\n| 3",
        "the gradient $\\nabla_w $ of it",
        "a(2) ── + ── b(3)",
        "| class z | p | p - y |\n|---|---|---|\n| cat | 2.0 | 0.659 |",
        "Let u = 7.03 and y = 49. Then y = 7.03² = 49.4209, and y = -7.03 = 3.",
        "$$h = \\frac{1}{1+e^{- 0.741}} = 0.677$$\n\n"
            + "$$g = \\frac{1}{1+e^{- 0.1.277}} = 0.78193873$$",
      })
  void anythingIsReadWithoutATrace(String text) {
    for (String name : List.of("a.md", "a.ipynb", "a.py", "a.txt")) {
      assertThat(read(name, text).findings()).isNotNull();
    }
  }

  /// Vectors and matrices are lists of values: what is computed with them is computed again, item
  /// by item, and a gradient has the shape of what it is of.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.2 &|0.9 &", "0.07]|0.08]", "0.8, -0.23|0.8, -0.24", "0.8000, 0]|0.8000, 1]",
        "1*0.8|2*0.8", "0.1369|0.1379", "[0.74, 0.74]|[0.74, 0.75]", "1.48], [0|1.48], [1"
      })
  void vectorsAndMatricesAreComputed(String number, String wrong) {
    String lesson =
        """
        # A layer

        $$x = \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}, \\quad W = \\begin{bmatrix} 0.2 & 0.3 \\\\ -0.5 & 0.1 \\end{bmatrix}$$

        Let b = [0.0, 0.07] and v = (1, 1).

        z = W x + b = [0.8, -0.23] and `h = relu(z) = [0.8000, 0]`. So y = v · h = 1*0.8 + 1*0 = 0.8.

        With t = 0.43 the loss is L = (y - t)² = 0.37**2 = 0.1369.

        $$\\frac{\\partial L}{\\partial h} = 2(y - t)\\, v = [0.74, 0.74]$$

        The gradient of the first layer is `dL/dW = [[0.74, 1.48], [0, 0]]`.
        """;
    Importer.Imported right = read("a.md", lesson);
    assertThat(findings(right)).isEmpty();
    assertThat(blocks(right))
        .contains("z = plus(dot(W, x), b) = [0.8, -0.23]", "dL/dW = [[0.74, 1.48], [0, 0]]");
    assertThat(lesson).contains(number);
    assertThat(findings(read("a.md", lesson.replace(number, wrong)))).contains("error[P031");
  }

  /// What a site says of a lesson above it is none of the lesson, but for its title.
  @Test
  void whatASiteSaysOfALessonIsLeftOut() {
    String lesson =
        """
        ---
        layout: post
        title: "Slopes, step by step"
        date: 2025-06-18
        ---

        # Slopes, step by step 🧠

        With $x = 2$, $y = 3x = 6$.
        """;
    assertThat(Lessons.yaml(lesson))
        .contains("title: Slopes, step by step 🧠")
        .doesNotContain("layout", "2025", "# Slopes");
    assertThat(Lessons.read(lesson).findings())
        .extracting(Finding::message)
        .contains("what the site of the lesson says of it is left out: layout, date");
  }

  /// Blanks within the dollars of a formula say nothing; two amounts of money are none.
  @Test
  void aFormulaMayHaveBlanksWithinItsDollars() {
    String lesson =
        """
        # A

        It is $ W_{1} - \\alpha \\cdot g $, and with $w = 3$ and $x = 2$ it gives $ y = w \\cdot x = 6 $.
        It costs $ 5 and then $ 6.

        | of | rule |
        |---|---|
        | `w` | $ w^{[2]} - \\hat{y} \\cdot O_{11}$ |
        """;
    assertThat(Lessons.yaml(lesson))
        .contains("$W_{1} - \\alpha \\cdot g$", "`w_2 - y_hat * O11`", "$y = w \\cdot x = 6$")
        .contains("costs $ 5 and then $ 6");
    assertThat(Lessons.errors(lesson.replace("= 6 $", "= 7 $"))).contains("the text says 7");
  }

  /// A formula in the notation of GitHub is one; what is nested without end is left as it is, and a
  /// line of a formula that looks like one below a heading makes none.
  @Test
  void formulasOfOtherKinds() {
    String deep = "\\frac{1}{".repeat(3000) + "x" + "}".repeat(3000);
    Importer.Imported imported =
        read(
            "a.md",
            "# A\n\nLet $`x = 2`$. Then $`y = \\frac{x}{4} = 0.5`$.\n\n$$\ny\n=\n0.5\n$$\n\n$$"
                + deep
                + "$$\n");
    assertThat(blocks(imported))
        .contains("$y = \\frac{x}{4} = 0.5$", "$$\n      y\n      =\n      0.5\n      $$")
        .doesNotContain("# y");
  }

  /// What a lesson calls by its operation has no name: it is a part of a formula.
  @Test
  void partsOfAFormulaNeedNoName() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # A circuit

            Let `f = 1 / (1 + exp(-(w * x + b)))` with `w = 2.00`, `x = -1.00` and `b = 3.00`.

            The product is -2.00, adding the bias gives 1.00, the exponential gives 0.37 and all of it 0.73.
            """);
    assertThat(findings(imported)).isEmpty();
    assertThat(blocks(imported)).contains("[-2.00]{= w * x}", "[0.73]{= f}");
  }

  /// A false list is not taken for a formula that claims nothing.
  @Test
  void aFalseListIsNoFormula() {
    String lesson =
        "# A\n\n`W = [0.5, -0.6]`, `g = [0.1, 0.2]`. Then `W_new = W - 0.5*g = [0.45, -0.7]`.\n";
    assertThat(findings(read("a.md", lesson))).isEmpty();
    assertThat(findings(read("a.md", lesson.replace("0.45", "0.46")))).contains("error[P031");
  }

  /// What stands above a page of Hugo is no text of the lesson.
  @ParameterizedTest
  @ValueSource(
      strings = {"---\ntitle: 'Two gates'\n---", "+++\ntitle = 'Two gates'\nweight = 3\n+++"})
  void frontMatterHasTheTitle(String matter) {
    Importer.Imported imported = read("a.md", matter + "\n\nLet a = 2 and b = a + 1 = 3.\n");
    assertThat(imported.yaml().orElseThrow()).contains("title: Two gates").doesNotContain("weight");
    assertThat(findings(imported)).doesNotContain("error");
    String untitled = matter.replace("'Two gates'", "''") + "\n\n# Gates\n\nLet a = 2.\n";
    assertThat(read("a.md", untitled).yaml().orElseThrow()).contains("title: Gates");
  }

  /// Places that links within the lesson lead to show nothing, and a page has none of them.
  @Test
  void placesOfTheLessonAreNoCode() {
    Importer.Imported imported =
        read(
            "a.md",
            """
            # Steps

            1. [The [first] step](#first)

            <a name="first"></a>

            ## The first step

            <div align="center">

            Let a = 2 and b = a + 1 = 3, see `[b](#first)`.

            </div>
            """);
    assertThat(imported.yaml().orElseThrow())
        .doesNotContain("<a", "<div", "</div", "step](")
        .contains("The [first] step", "`[b](#first)`");
  }
}
