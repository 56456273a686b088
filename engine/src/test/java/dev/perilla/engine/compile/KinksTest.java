package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Places without a derivative, and numbers that are not finite, are named however they come about.
class KinksTest {
  private static List<Finding> findings(String blocks) {
    return Chapters.compile(
            """
            perilla: 1
            id: t
            title: Kinks
            blocks:
            """
                + blocks)
        .findings();
  }

  private static List<Finding> code(String... lines) {
    return findings("  - type: code\n    code: |\n" + String.join("\n", lines).indent(6));
  }

  private static List<Finding> example(String function, String x, String field) {
    return findings(
        """
          - type: example
            given: {x: %s}
            code: |
              y = %s
            output: y
            %s
        """
            .formatted(x, function, field));
  }

  private static void assertNamed(List<Finding> findings, Severity severity, String edge) {
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.message()).contains("(" + edge + ")");
    assertThat(finding.help()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.relu()|0.0|relu at 0",
        "abs(x)|0.0|abs at 0",
        "x.abs()|0.0|abs at 0",
        "x.max(1)|1.0|max at a tie",
        "x.min(1)|1.0|min at a tie",
        "max(x, 1)|1.0|max at a tie",
        "max(0, x)|0.0|max at a tie",
        "min([x, 2 * x, 5])|0.0|min at a tie",
        "x.sqrt()|0.0|sqrt at 0",
        "x**0.5|0.0|0 to a power below 1",
        "(x * x).sqrt()|0.0|sqrt at 0",
      })
  void aPlaceWithoutADerivative(String function, String x, String edge) {
    assertNamed(example(function, x, "show: [gradients]"), Severity.ERROR, edge);
    assertNamed(example(function, x, "expect: {dy/dx: 1}"), Severity.ERROR, edge);
    assertNamed(
        findings(
            """
              - type: example
                given: {x: %s}
                code: |
                  y = %s
              - type: prose
                text: The slope is {{dy/dx}}.
            """
                .formatted(x, function)),
        Severity.ERROR,
        edge);
    // A program goes on, as it does in Python; what is printed has a warning at its line.
    assertNamed(example(function, x, "show: [values]"), Severity.WARNING, edge);
    String value = "x = Value(" + x + ")";
    assertNamed(code(value, "y = " + function, "y.backward()"), Severity.WARNING, edge);
    assertNamed(code(value, "g = grad(" + function + ", x)"), Severity.WARNING, edge);
    assertNamed(code("g = grad(lambda x: " + function + ")(" + x + ")"), Severity.WARNING, edge);
  }

  @Test
  void anOutputThatIsNotFiniteIsOneFinding() {
    assertThat(example("(x * 800).exp()", "1.0", "show: [gradients]"))
        .extracting(Finding::message)
        .containsExactly("y is inf, which is no finite number");
  }

  /// 0.1 * 3 - 0.3 is 5.6e-17.
  @Test
  void aKinkThatRoundingMissesIsOne() {
    assertNamed(
        example("(3 * x - 0.3).relu()", "0.1", "show: [gradients]"), Severity.ERROR, "relu at 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = Value(0.0); y = a.relu() * 0; y.backward()", // nothing arrives at the kink
        "a = Value(0.0); y = abs(a) * abs(a); y.backward()",
        "a = Value(2.0); y = max(a, a) + abs(a); y.backward()",
        "a = Value(0.0); y = max(a.relu(), -1.0)", // nobody asks for a derivative
        // The softmax of equal scores: its derivative by their maximum is 0.
        "s = [Value(0.5), Value(0.5)]; m = max(s); e = [(v - m).exp() for v in s]; y = e[0] /"
            + " (e[0] + e[1]); y.backward()",
      })
  void whatHasADerivativeIsNotAccused(String program) {
    assertThat(code(program)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train(lambda: w.relu() + w * w, [w], steps=3)|relu at 0",
        "train(abs(w), [w], steps=3)|abs at 0",
        "train(lambda: (w.relu() + v - 1) ** 2, [v], steps=3)|relu at 0",
      })
  void trainingThatBeginsAtAKink(String call, String edge) {
    assertNamed(
        code("w = Value(0.0)", "v = Value(0.5)", "losses = " + call), Severity.WARNING, edge);
  }

  @Test
  void aLoopSaysItOnce() {
    assertNamed(
        code("for i in range(1000):", "    g = grad(lambda x: (i + 1) * x.relu())(0.0)"),
        Severity.WARNING,
        "relu at 0");
  }

  /// In whichever round it comes, once a line.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i == 0|1",
        "i == 7|1",
        "i > 50|1",
        "i == 99|1",
        "i < 0|0", // never
      })
  void aSweepInARoundOfALoop(String round, int findings) {
    assertThat(
            code(
                "def step(i):",
                "    x = Value(0.0 if " + round + " else 1.0)",
                "    x.relu().backward()",
                "for i in range(100):",
                "    step(i)"))
        .hasSize(findings)
        .allSatisfy(it -> assertThat(it.message()).contains("(relu at 0)"))
        .allSatisfy(it -> assertThat(it.span().line()).isEqualTo(9));
  }

  /// Corners that do not matter do not hide one that does.
  @Test
  void afterManyThatDoNotMatter() {
    assertNamed(
        code(
            "for i in range(30):",
            "    a = Value(0.0)",
            "    y = abs(a) * abs(a) if i < 29 else abs(a)",
            "    y.backward()"),
        Severity.WARNING,
        "abs at 0");
  }

  /// Who says that it is a kink means it.
  @Test
  void aKinkThatIsMeant() {
    assertThat(
            code(
                "for i in range(3):",
                "    x = Value(0.0)",
                "    x.relu().backward()  # at the kink micrograd takes the slope from the left"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "print(1e308 * 10)|P0308 the program prints inf, which is no finite number",
        "x = Value(800.0).exp(); print(x)|P0308 the program prints inf, which is no finite number",
        "x = 1e308 * 10; print(f'{x - x:.2f}')|P0308 the program prints nan, which is no finite"
            + " number",
        "x = Value(1e200); y = x * x; y.backward(); print([y.data])|P0308 the program prints inf,"
            + " which is no finite number",
        "print(Value(0) ** Value(-1))|P0210 ZeroDivisionError: 0.0 cannot be raised to a negative"
            + " power",
        "print(Value(10.0) ** Value(400))|P0210 OverflowError: (34, 'Numerical result out of"
            + " range')",
        "print(Value(-8) ** Value(0.5))|P0203 a negative number to a broken power is a complex"
            + " number, which this language leaves out",
        "print(Value(0.0).log())|P0210 ValueError: math domain error",
        "print(1 / Value(0))|P0210 ZeroDivisionError: 0.0 cannot be raised to a negative power",
      })
  void whatIsNotFiniteIsNotPrintedSilently(String program, String finding) {
    assertThat(code(program))
        .singleElement()
        .satisfies(it -> assertThat(it.code().id() + " " + it.message()).isEqualTo(finding));
  }

  /// A program that names infinity means it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "best = float('inf')\nprint(best)",
        "print(1e308 * 10)  # inf",
        "x = 1e308 * 10  # => inf\nprint(x)",
        "import math\nprint(-math.inf)",
        "print('information, naïve')"
      })
  void infinityThatIsMeant(String program) {
    assertThat(code(program)).isEmpty();
  }

  /// A tie is the first argument, as it is in Python.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "assert s.index(max(s)) == 0",
        "assert max(s) == s[0] and max(s) in s",
        "assert {s[0]: 'first'}[max(s)] == 'first'",
        "assert max(Value(2.0), 1) is not None and max(s, key=lambda v: v.data) is s[0]",
      })
  void aTieIsFoundWhereItsFirstArgumentIs(String check) {
    assertThat(code("s = [Value(0.5), Value(0.5), Value(0.25)]", check)).isEmpty();
  }
}
