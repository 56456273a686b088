package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.AnswerKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Questions of each kind: what the judge in the page says of answers, and what the compiler says
/// of questions that are not proven.
final class ExercisesTest {
  private static final String HEAD =
      """
      perilla: 1
      id: t
      title: T
      blocks:
        - type: exercise
          id: e
      """;

  private static String chapter(String exercise) {
    return HEAD + exercise.indent(4);
  }

  private static Part.Exercise exercise(String exercise) {
    CompiledChapter compiled = Chapters.clean(chapter(exercise));
    return (Part.Exercise) compiled.blocks().getFirst();
  }

  private static Asked asked(Variant variant, String id) {
    return variant.questions().stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
  }

  private static String judged(Asked asked, String typed) {
    return AnswerKey.read(asked.key().orElseThrow()).judge(typed).word();
  }

  private static String finding(String exercise) {
    return FindingPrinter.pretty(Chapters.compile(chapter(exercise)).findings())
        .lines()
        .findFirst()
        .orElse("");
  }

  private static final String FORMULA =
      """
      given: {x: 2, w: -3}
      code: z = x * w
      output: z
      text: Letters.
      questions:
        - id: f
          kind: expression
          ask: What is the gradient of `x * x * w` for `x`?
          answer: 2 * x * w
          mistakes: [{answer: x * w, say: One path of two.}]
          attempts:
            - {said: "x*w + w*x", verdict: right}
            - {said: "x * w", verdict: wrong}
            - {said: "no idea", verdict: unanswered}
      """;

  @Test
  void aFormulaIsJudgedAsAFunction() {
    Asked asked = asked(exercise(FORMULA).first(), "f");
    assertThat(
            List.of(
                "2*x*w",
                "w*(x+x)",
                "dz/dx = 2·x·w",
                "x^2*2*w/x",
                "2 * x * abs(w)",
                "x*w",
                "-12",
                "2xw",
                "q",
                "x = y",
                "10**10**10",
                "[x for x in x]",
                "print(x)",
                "x.data",
                "exp(log(2)) * x * w",
                "",
                "2*x*w/0"))
        .extracting(typed -> typed + " -> " + judged(asked, typed))
        .containsExactly(
            "2*x*w -> right",
            "w*(x+x) -> right",
            "dz/dx = 2·x·w -> right",
            "x^2*2*w/x -> right",
            "2 * x * abs(w) -> wrong",
            "x*w -> mistake 0",
            "-12 -> wrong",
            "2xw -> unknown_name",
            "q -> unknown_name",
            "x = y -> unknown_name",
            "10**10**10 -> wrong",
            "[x for x in x] -> no_formula",
            "print(x) -> unknown_name",
            "x.data -> no_formula",
            "exp(log(2)) * x * w -> right",
            " -> empty",
            "2*x*w/0 -> wrong");
  }

  @Test
  void aFormulaThatIsNoneOrNoOtherIsRefused() {
    assertThat(finding(FORMULA.replace("answer: x * w", "answer: w * x * 2")))
        .contains("error[P0317]: the mistake w * x * 2 is the answer, as a function of its names");
    assertThat(finding(FORMULA.replace("answer: 2 * x * w", "answer: 2 * x * y")))
        .contains("error[P0341]: 2 * x * y is no formula of x, w");
    assertThat(finding(FORMULA.replace("answer: 2 * x * w", "answer: sqrt(-1 - x * x)")))
        .contains("error[P0341]: sqrt(-1 - x * x) has a value at 0 of 40 points tried");
  }

  /// What counts as noise is measured by the formula itself.
  @Test
  void aSmallFormulaIsNotZero() {
    Asked asked =
        asked(
            exercise(
                    FORMULA
                        .replace("answer: 2 * x * w", "answer: 1e-9 * x * w")
                        .replace(
                            "{said: \"x*w + w*x\", verdict: right}",
                            "{said: \"0\", verdict: wrong}"))
                .first(),
            "f");
    assertThat(judged(asked, "0")).isEqualTo("wrong");
    assertThat(judged(asked, "x * w / 10**9")).isEqualTo("right");
    AnswerKey sealed = AnswerKey.read(asked.key().orElseThrow()).sealed("salt").orElseThrow();
    assertThat(sealed.judge("0").word()).isEqualTo("wrong");
    assertThat(sealed.judge("x * 1e-9 * w").word()).isEqualTo("right");
  }

  private static final String ORDER =
      """
      text: Lines.
      questions:
        - id: o
          kind: order
          ask: In which order?
          steps: ["p = Value(2)", "y = p * p", "y.backward()", "p.data -= 0.1 * p.grad"]
          distractors: ["p.data += 0.1 * p.grad"]
          test: abs(p.data - 1.6) < 1e-9
          mistakes:
            - steps: ["p = Value(2)", "y = p * p", "y.backward()", "p.data += 0.1 * p.grad"]
              say: Uphill.
      """;

  @Test
  void anOrderIsJudgedByRunningIt() {
    Asked asked = asked(exercise(ORDER).first(), "o");
    Asked.Right.Order right = (Asked.Right.Order) asked.told().orElseThrow().right();
    List<Integer> steps = right.steps();
    int distractor =
        java.util.stream.IntStream.range(0, 5)
            .filter(i -> !steps.contains(i))
            .findFirst()
            .orElseThrow();
    assertThat(judged(asked, AnswerKey.text(steps))).isEqualTo("right");
    assertThat(judged(asked, AnswerKey.text(steps.reversed()))).isEqualTo("crash");
    assertThat(judged(asked, AnswerKey.text(steps.subList(0, 3)))).isEqualTo("partial");
    assertThat(
            judged(
                asked,
                AnswerKey.text(
                    List.of(steps.get(0), distractor, steps.get(1), steps.get(2), steps.get(3)))))
        .isEqualTo("surplus");
    assertThat(
            judged(
                asked,
                AnswerKey.text(List.of(steps.get(0), steps.get(1), steps.get(2), distractor))))
        .isEqualTo("mistake 0");
    assertThat(judged(asked, "9,9")).isEqualTo("wrong");
    assertThat(judged(asked, "x")).isEqualTo("empty");
  }

  @Test
  void anOrderThatProvesNothingIsRefused() {
    assertThat(finding(ORDER.replace("test: abs(p.data - 1.6) < 1e-9", "test: p.data == 7")))
        .contains("error[P0341]: after the steps in their order, p.data == 7 does not hold");
    assertThat(finding(ORDER.replace("test: abs(p.data - 1.6) < 1e-9", "test: p.grad != 77")))
        .contains("error[P0342]: without `y.backward()` the test holds as well");
    assertThat(finding(ORDER.replace("[\"p.data += 0.1 * p.grad\"]", "[\"y = p * p * 1\"]")))
        .contains("error[P0342]: with `y = p * p * 1` in the place of `y = p * p`");
  }

  @Test
  void stepsOfCodeWithoutATestSayThatTheyAreTexts() {
    String exercise =
        """
        text: Lines.
        questions:
          - id: o
            kind: order
            ask: In which order?
            steps: ["x = x + 1", "w = w * x"]
        """;
    assertThat(Chapters.compile(chapter(exercise)).findings())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.help().orElse("")).startsWith("steps are texts here"));
  }

  /// `=` in a test gives a value in Python, and a keyword argument in a call.
  @Test
  void aTestCompares() {
    String blanks = BLANKS.replace("test: abs(x.data - 2.4) < 1e-9", "test: x.data = 2.4");
    String steps = ORDER.replace("test: abs(p.data - 1.6) < 1e-9", "test: p.data = 1.6");
    for (String exercise : List.of(blanks, steps)) {
      assertThat(FindingPrinter.pretty(Chapters.compile(chapter(exercise)).findings()))
          .contains("help: a condition compares with ==, = gives a value");
    }
    assertThat(Scene.comparing(Text.of(SourceFile.of("t", "f(x, rel=1) == 3")))).isEmpty();
  }

  private static final String BLANKS =
      """
      given: {x: 3}
      text: Code.
      questions:
        - id: c
          kind: code
          ask: Complete it.
          code: |
            y = x * x
            y.backward()
            x.data ____ 0.1 * ____
          fill: ["-=", x.grad]
          test: abs(x.data - 2.4) < 1e-9
          mistakes:
            - {fill: ["+=", x.grad], say: Uphill.}
      """;

  @Test
  void blanksAreJudgedByRunningTheListing() {
    Asked asked = asked(exercise(BLANKS).first(), "c");
    assertThat(judged(asked, "-=\nx.grad")).isEqualTo("right");
    assertThat(judged(asked, "-=\n(2 * 3)")).isEqualTo("right");
    assertThat(judged(asked, "+=\n x.grad ")).isEqualTo("mistake 0");
    assertThat(judged(asked, "-=\nx.data")).isEqualTo("wrong");
    assertThat(judged(asked, "-=\n)(")).isEqualTo("crash");
    assertThat(judged(asked, "-=")).isEqualTo("partial");
    assertThat(judged(asked, "-=\n10 ** 10 ** 10")).isEqualTo("crash");
    assertThat(finding(BLANKS.replace("[\"-=\", x.grad]", "[\"-=\", x.data]")))
        .contains("error[P0341]: after the listing with its blanks filled");
    assertThat(finding(BLANKS.replace("[\"+=\", x.grad]", "[\"-=\", \"6\"]")))
        .contains("error[P0317]: the listing with this mistake in it meets the test");
  }

  @Test
  void aTestSeesWhatStandsInABlank() {
    String[][] all = {
      {"x ____ 3", "*", "y == y", "whatever operator stands in blank 1, y == y holds as well"},
      {"x ____ -3", "+", "y < 7", "whatever operator stands in blank 1, y < 7 holds as well"},
      {"x + ____", "1", "y > -9", "whatever number stands in blank 1, y > -9 holds as well"},
      {"x ____ 3", "*", "y == 6", ""},
      {"x ____ 3", "<", "y", ""},
      {"____(x)", "abs", "y == 2", ""},
      {"x ____ 2", "*", "y == 4", "with + in blank 1 the test holds as well"},
      {"x ____ 1", "**", "y == x", "with * in blank 1 the test holds as well"},
    };
    for (String[] one : all) {
      String question =
          "- {kind: code, ask: Complete it., code: 'y = %s', fill: ['%s'], test: '%s'}"
              .formatted(one[0], one[1], one[2]);
      assertThat(finding(asking(question)).replaceFirst("^\\S+ [a-z]+", ""))
          .as(String.join(" | ", one))
          .isEqualTo(one[3].isEmpty() ? "" : "[P0342]: " + one[3]);
    }
  }

  @Test
  void commentsInCodeThatIsAskedForHaveAStanding() {
    for (String step : List.of("y = p * p", "p.data += 0.1 * p.grad")) {
      assertThat(finding(ORDER.replaceFirst("\\Q" + step + "\\E", step + "  # is 13")))
          .contains("error[P0301]: the number 13 has no standing");
    }
    assertThat(finding(BLANKS.replace("y = x * x", "y = x * x  # => 13"))).contains("error[P0301]");
    assertThat(finding(BLANKS.replace(", x.grad]", ", \"x.grad # 13\"]"))).contains("13 has no");
    assertThat(asked(exercise(BLANKS.replace("y = x * x", "y = x * x  # x = 3")).first(), "c"))
        .isNotNull();
  }

  private static final String CHOICE =
      """
      given: {x: 2, w: -3}
      code: z = x * w
      text: Choose.
      questions:
        - id: c
          kind: choice
          ask: What is negative?
          options:
            - {text: "`x` is {{x}}", right: x < 0, say: Look at its sign.}
            - {text: "`w` is {{w}}", right: w < 0}
            - {text: "`z` is {{z}}", right: z < 0}
      """;

  @Test
  void exactlyTheRightOptionsAreRight() {
    Asked asked = asked(exercise(CHOICE).first(), "c");
    assertThat(((Asked.Task.Choice) asked.task()).several()).isTrue();
    assertThat(judged(asked, "1,2")).isEqualTo("right");
    assertThat(judged(asked, "2,1")).isEqualTo("right");
    assertThat(judged(asked, "1")).isEqualTo("partial");
    assertThat(judged(asked, "0,1")).isEqualTo("mistake 0");
    assertThat(finding(CHOICE.replace("`z` is {{z}}", "`w` is {{w}}")))
        .contains("error[P0342]: this option reads as one above");
  }

  /// A chapter with a question in it.
  private static String asking(String question) {
    return """
    given: {x: 2, w: -3, b: 1}
    code: |
      y = x * w
      z = y + b
    output: z
    text: Try it.
    questions:
    """
        + question.indent(2);
  }

  @Test
  void whatAQuestionAsksForIsItsAnswer() {
    String[][] all = {
      {"How much is `dz/dx`?", "dz/dw", "dz/dx, which is -3.0; dz/dw is 2.0"},
      {"¿Cuánto vale `dz/dx`?", "dz/dw", "dz/dx, which is -3.0; dz/dw is 2.0"},
      {"What is the value of $x \\cdot w$?", "z", "x \\cdot w, which is -6; z is -5"},
      {"Compute `z`.", "x * y", "z, which is -5; x * y is -12"},
      {"How much is `x * w`?", "y", ""},
      {"What is `z`?", "x * w + b", ""},
      {"How much is `w`?", "w - 0.1 * dz/dw", ""}, // after a step
      {"¿Cuánto vale `z`?", "4 * w + b", ""}, // for another x
      {"How much does `z` grow with `x`?", "dz/dx", ""},
      {"By how much grows `z`?", "dz/dx", ""},
      {"¿Cuánto cambia `z`?", "dz/dx", ""},
      {"What is the gradient of `z` with respect to `x`?", "dz/dx", ""},
      {
        "What is the gradient of `z` with respect to `x`?",
        "dz/dw",
        "dz/dx, which is -3.0; dz/dw is 2.0"
      },
      {"How much is the sum of `x` and `w`?", "x * w", "x + w, which is -1; x * w is -6"},
      {"¿Cuánto es el producto de `x` y `w`?", "x + w", "x * w, which is -6; x + w is -1"},
      {"How much is the sum of `x` and `w`?", "x + w", ""},
      {"How much is half the sum of `x` and `w`?", "(x + w) / 2", ""},
      {"What is the difference between `x` and `w`?", "w - x", ""}, // nobody says of which sign
      {"How much is the sum of `x` and `w` squared?", "x + w * w", ""},
      {"How much is `x + w`?", "x - w", "x + w, which is -1; x - w is 5"},
      {"How much is `z` without `b`?", "y", ""},
    };
    for (String[] one : all) {
      String question = "- {ask: '" + one[0] + "', answer: '" + one[1] + "'}";
      assertThat(finding(asking(question)).replaceFirst("^\\S+ ", ""))
          .as(one[0])
          .isEqualTo(one[2].isEmpty() ? "" : "warning[P0342]: the question asks for " + one[2]);
    }
  }

  @Test
  void whatAQuestionForAFormulaAsksForIsItsAnswer() {
    String[][] all = {
      {"What is `dz/dx`, in letters?", "2 * w", "dz/dx, which is -3.0; 2 * w is -6"},
      {"Con letras: ¿cuánto es `dz/dx`?", "x", "dz/dx, which is -3.0; x is 2"},
      {
        "Write `dz/dx`.",
        "-1.5 * x",
        "dz/dx, which is 1.2; -1.5 * x is 0.96, where x = -0.64, w = 1.2"
      },
      {
        "Escribí `dz/dx` para cualquier `x`, `w` y `b`.",
        "-3",
        "dz/dx, which is 1.2; -3 is -3, where x = -0.64"
      },
      {"What is `z`, in terms of `x`, `w` and `b`?", "x * w", ""}, // more than one
      {"What is `z`, in letters?", "x * w - b", "z, which is -5; x * w - b is -7"},
      {"What is `dz/dx`, in letters?", "w", ""},
      {"Write the derivative of `z` with respect to `x`.", "x", "dz/dx, which is -3.0; x is 2"},
      {"Write the derivative of `z` with respect to `x`.", "w", ""},
      {"You know `dz/dx`. What is the other one, in letters?", "x", ""},
      {"What is twice `dz/dx`, in letters?", "2 * w", ""},
      {"What is `w` after a step of 0.1 against `dz/dw`?", "w - 0.1 * x", ""},
      {"What is `dz/dx` squared?", "w * w", ""},
    };
    for (String[] one : all) {
      String question =
          "- {kind: expression, ask: '"
              + one[0].replace("0.1", "a tenth")
              + "', answer: '"
              + one[1]
              + "'}";
      String found = finding(asking(question)).replaceFirst("^\\S+ ", "");
      assertThat(found)
          .as(one[0])
          .startsWith(one[2].isEmpty() ? "" : "warning[P0342]: the question asks for " + one[2]);
      assertThat(found.isEmpty()).as(one[0] + found).isEqualTo(one[2].isEmpty());
    }
  }

  @Test
  void whatAQuestionAsksForIsItsRightOption() {
    String[][] all = {
      {
        "How much is `z`?",
        "[-7]{= y - b}",
        "[-5]{= z}",
        "this option is right; the question asks for z, which is -5"
      },
      {
        "How much is `z`?",
        "{{y}}",
        "[7]{plain}",
        "this option is right; the question asks for z, which is -5"
      },
      {
        "How much is `z`?",
        "`z`",
        "[-10/2]{plain}",
        "this option is wrong; the question asks for z, which is -5"
      },
      {
        "How much is it?",
        "{{1 / x}}",
        "[50 %]{plain}",
        "this option is wrong, and the same number as one that is right"
      },
      {
        "How much is it?",
        "{{1 / x}}",
        "[1/2]{plain}",
        "this option is wrong, and the same number as one that is right"
      },
      {"How much is `z`?", "{{z}}", "{{y}}", ""},
      {"What is `z`?", "a sum", "a product", ""},
      {
        "How much is it?",
        "{{-z}}",
        "Five.",
        "this option is wrong, and the same number as one that is right"
      },
      {"How much is it?", "{{-z}}", "Six.", ""},
      {"Which is a fraction?", "[1/2]{plain}", "{{1 / x}}", ""},
      {"Which is larger than `z`?", "{{x}}", "{{z}}", ""},
      {
        "Which is `dz/dx`?",
        "`x`",
        "`b`",
        "this option is right; the question asks for dz/dx, which is -3.0"
      },
    };
    for (String[] one : all) {
      String question =
          "- kind: choice\n  ask: '%s'\n  options: [{text: '%s', right: true}, {text: '%s', right: false}]"
              .formatted(one[0], one[1], one[2]);
      assertThat(finding(asking(question)).replaceFirst("^\\S+ ", ""))
          .as(String.join(" | ", one))
          .isEqualTo(one[3].isEmpty() ? "" : "warning[P0342]: " + one[3]);
    }
  }

  @Test
  void aToleranceIsSmallerThanTheAnswer() {
    String question = "- {ask: How much?, answer: %s, tolerance: %s}";
    assertThat(finding(asking(question.formatted("1 / x", "0.5"))))
        .contains("warning[P0342]: with a tolerance of 0.5 the judge accepts 0 as well");
    assertThat(finding(asking(question.formatted("1 / x", "0.05")))).isEmpty();
    assertThat(finding(asking(question.formatted("x + w + b", "0.05")))).isEmpty();
  }

  @Test
  void whatAMistakeIsSaidToBeItIs() {
    String[][] all = {
      {"x + w", "You took `x * x`.", "x * x, which is 4; x + w is -1"},
      {"dz/dx - 1", "That is `dz/dx`.", "dz/dx, which is -3.0; dz/dx - 1 is -4.0"},
      {"z", "Eso es `y + 2 * b`.", "y + 2 * b, which is -4; z is -5"},
      {"x + w", "You took `x + w`.", ""},
      {"z", "That is `z`: you added `b`.", ""},
      {"x + w", "That is the sum; `y` is a product.", ""},
      {"x + w", "Remember that y is `x * w`.", ""},
      {"x + w", "You added `w`.", ""},
      {"-y", "That is `y` with the other sign.", ""},
      {"x + w", "Sumaste `w`.", ""},
    };
    for (String[] one : all) {
      String question =
          "- ask: How much is `y`?\n  answer: y\n  mistakes: [{answer: '%s', say: '%s'}]"
              .formatted(one[0], one[1]);
      assertThat(finding(asking(question)).replaceFirst("^\\S+ ", ""))
          .as(one[1])
          .isEqualTo(
              one[2].isEmpty() ? "" : "warning[P0311]: the words to this mistake say " + one[2]);
    }
  }

  @Test
  void aWrongOptionIsAnotherFunction() {
    String[][] all = {
      {"`x * w + b`", "`w * x + b`", "x"},
      {"$w x + b$", "`b + x * w`", "x"},
      {"`x * w + b`", "`x * (w + b)`", ""},
      {"`dz/dx`", "`dz/dw`", ""},
      {"`x` and `w`", "`w` and `x`", ""},
      {"`x`", "`w`", ""},
    };
    for (String[] one : all) {
      String question =
          "- kind: choice\n  ask: Which?\n  options: [{text: '%s', right: true}, {text: '%s', right: false}]"
              .formatted(one[0], one[1]);
      assertThat(finding(asking(question)).replaceFirst("^\\S+ ", ""))
          .as(one[1])
          .isEqualTo(
              one[2].isEmpty()
                  ? ""
                  : "warning[P0342]: this option is wrong, and the same function of its names as"
                      + " one that is right");
    }
  }

  private static final String VARIANTS =
      """
      variants: {count: 5, seed: 3}
      given: {x: {from: 2, to: 6}, w: {one_of: [-3, 4.5]}}
      code: |
        z = x * w
      output: z
      text: With `x = {{x}}`.
      questions:
        - id: prod
          ask: What is `z`?
          answer: z
          solution: "`z = x * w = {{z}}`"
          mistakes:
            - {answer: x + w, say: That is the sum.}
            - misconception: {line: x * w, as: x - w}
              say: That is the difference.
          attempts: [{said: "1", verdict: wrong}]
        - {id: twice, ask: And twice that?, answer: 2 * prod}
        - {id: more, ask: And one more?, answer: twice + 1}
      """;

  @Test
  void eachVariantIsProvenWithItsOwnNumbers() {
    Part.Exercise exercise = exercise(VARIANTS);
    assertThat(exercise.others()).hasSize(4);
    for (Variant variant : all(exercise)) {
      List<String> inputs = variant.given().stream().map(i -> i.value().text()).toList();
      double z = Double.parseDouble(inputs.get(0)) * Double.parseDouble(inputs.get(1));
      assertThat(judged(asked(variant, "prod"), String.valueOf(z))).isEqualTo("right");
      assertThat(judged(asked(variant, "more"), String.valueOf(2 * z + 1))).isEqualTo("right");
      double difference = Double.parseDouble(inputs.get(0)) - Double.parseDouble(inputs.get(1));
      assertThat(judged(asked(variant, "prod"), String.valueOf(difference))).isEqualTo("mistake 1");
    }
    assertThat(all(exercise).stream().map(Variant::given).map(Object::toString).distinct())
        .hasSize(5);
    assertThat(exercise.first().questions().getFirst().told().orElseThrow().attempts()).hasSize(1);
    assertThat(exercise.others().getFirst().questions().getFirst().told().orElseThrow().attempts())
        .isEmpty();
  }

  /// Digits that are right for one variant are wrong for another: none are proposed.
  @Test
  void noDigitsAreProposedWhereVariantsDiffer() {
    List<Finding> findings =
        Chapters.compile(chapter(VARIANTS.replace("With `x = {{x}}`.", "With `x = 9`.")))
            .findings();
    assertThat(findings.stream().map(Finding::fix)).containsOnly(Optional.empty());
    assertThat(findings.getFirst().help().orElseThrow())
        .contains("where the variants differ, say it with {{…}}");
  }

  private static List<Variant> all(Part.Exercise exercise) {
    List<Variant> all = new java.util.ArrayList<>(List.of(exercise.first()));
    all.addAll(exercise.others());
    return all;
  }

  @Test
  void anIllPosedCaseIsReportedWithItsInputs() {
    String divides =
        """
        variants: {count: 5, seed: 1}
        given: {x: {from: 0, to: 4}}
        code: z = 1 / x
        text: Divide.
        questions: [{ask: What is `z`?, answer: z}]
        """;
    assertThat(finding(divides)).contains("x = 0").contains("ZeroDivisionError");
    String equal = VARIANTS.replace("[-3, 4.5]", "[2, 7]").replace("count: 5", "count: 10");
    assertThat(
            Chapters.compile(chapter(equal)).findings().stream()
                .map(finding -> finding.code().id() + " " + finding.message())
                .collect(Collectors.joining("\n")))
        .contains("P0317 in the variant x = 2, w = 2: the mistake x + w is 4");
    assertThat(finding(VARIANTS.replace("answer: z", "answer: x * w")))
        .contains("the program with `x - w` gives");
    assertThat(finding(VARIANTS.replace("count: 5", "count: 11")))
        .contains("error[P0340]: the inputs can be chosen in 10 ways, which makes no 11 variants");
    assertThat(finding(VARIANTS.replace("With `x = {{x}}`", "With `x = 40`")))
        .contains("in the variant x = ")
        .contains("the text says 40");
  }

  @Test
  void aMisconceptionStandsInOnePlaceAndRuns() {
    assertThat(finding(VARIANTS.replace("{line: x * w,", "{line: x / w,")))
        .contains("`x / w` stands in 0 places of the program");
    assertThat(finding(VARIANTS.replace("as: x - w}", "as: x - v}")))
        .contains("the program with `x - v` stops: name 'v' is not defined");
  }

  /// `=` for `+=`, in a class that the chapter builds above.
  @Test
  void aClassicBugOfAClassAboveGivesTheMistake() {
    String chapter =
        """
        perilla: 1
        id: t
        title: T
        blocks:
          - type: code
            code: |
              class Node:
                  def __init__(self, data):
                      self.data = data
                      self.grad = 0.0
              def send(node, grad):
                  node.grad += grad
          - type: exercise
            code: |
              a = Node(3.0)
              send(a, 1.0)
              send(a, 1.0)
            text: "`a` is used twice."
            questions:
              - ask: What is its gradient?
                answer: a.grad
                mistakes:
                  - misconception: {line: node.grad += grad, as: node.grad = grad}
                    say: It must add.
        """;
    Part.Exercise exercise = (Part.Exercise) Chapters.clean(chapter).blocks().get(1);
    assertThat(judged(exercise.first().questions().getFirst(), "2")).isEqualTo("right");
    assertThat(judged(exercise.first().questions().getFirst(), "1")).isEqualTo("mistake 0");
  }

  /// `fix` must not make a wrong option the right one.
  @Test
  void aWrongOptionIsNotMended() {
    var findings =
        Chapters.compile(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - type: exercise
                    given: {x: 3, y: 2}
                    code: z = x * y
                    output: z
                    text: Two factors.
                    questions:
                      - kind: choice
                        ask: How much is it?
                        options:
                          - {text: "`dz/dx = 2`", right: true}
                          - {text: "`dz/dx = 3`", right: false}
                """)
            .findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().fix()).isEmpty();
    assertThat(findings.getFirst().help())
        .hasValue(
            "an option that is wrong may say what is not so, where it is marked: [`dz/dx ="
                + " 3`]{plain}");
  }
}
