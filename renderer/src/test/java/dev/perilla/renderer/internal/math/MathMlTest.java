package dev.perilla.renderer.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// TeX as MathML, element by element.
final class MathMlTest {
  record Case(String tex, String mathMl) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case("a + 1", "<mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow>"),
        new Case("-0.5", "<mrow><mo>−</mo><mn>0.5</mn></mrow>"),
        new Case("a = -b", "<mrow><mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi></mrow>"),
        new Case(
            "(-1) - 2",
            "<mrow><mo stretchy=\"false\">(</mo><mo form=\"prefix\">−</mo><mn>1</mn><mo"
                + " stretchy=\"false\">)</mo><mo>−</mo><mn>2</mn></mrow>"),
        new Case("x^2 - y", "<mrow><msup><mi>x</mi><mn>2</mn></msup><mo>−</mo><mi>y</mi></mrow>"),
        new Case("0{,}375, 1", "<mrow><mn>0,375</mn><mo>,</mo><mn>1</mn></mrow>"),
        new Case("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
        new Case(
            "\\frac{\\partial L}{\\partial w}",
            "<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><mi>w</mi></mrow></mfrac>"),
        new Case(
            "f(x)",
            "<mrow><mi>f</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo"
                + " stretchy=\"false\">)</mo></mrow>"),
        new Case(
            "-\\ln 2 p",
            "<mrow><mo>−</mo><mi>ln</mi><mspace width=\"0.167em\" /><mn>2</mn><mi>p</mi></mrow>"),
        new Case(
            "2\\sin^2 x",
            "<mrow><mn>2</mn><mspace width=\"0.167em\" /><msup><mi>sin</mi><mn>2</mn></msup><mspace"
                + " width=\"0.167em\" /><mi>x</mi></mrow>"),
        new Case(
            "\\ln(x)",
            "<mrow><mi>ln</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo"
                + " stretchy=\"false\">)</mo></mrow>"),
        new Case("\\max\\,a", "<mrow><mi>max</mi><mspace width=\"0.167em\" /><mi>a</mi></mrow>"),
        new Case("a\\,\\exp", "<mrow><mi>a</mi><mspace width=\"0.167em\" /><mi>exp</mi></mrow>"),
        new Case("a + \\exp", "<mrow><mi>a</mi><mo>+</mo><mi>exp</mi></mrow>"),
        new Case("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
        new Case(
            "\\sum_{i=1}^n x",
            "<mrow><msubsup><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></msubsup><mi>x</mi></mrow>"),
        new Case("a < b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
        new Case("\\text{si } x", "<mrow><mtext>si\u00a0</mtext><mi>x</mi></mrow>"),
        new Case(
            "\\mathrm{m/s^2}",
            "<mrow><mi mathvariant=\"normal\">m</mi><mo>/</mo><msup><mi"
                + " mathvariant=\"normal\">s</mi><mn>2</mn></msup></mrow>"),
        new Case("f'", "<msup><mi>f</mi><mo>′</mo></msup>"),
        new Case("f''", "<msup><mi>f</mi><mo>′′</mo></msup>"),
        new Case("f'^2", "<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>"),
        new Case(
            "\\left(\\frac12\\right)",
            "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac>"
                + "<mo fence=\"true\" stretchy=\"true\">)</mo></mrow>"),
        new Case(
            "\\left[a\\right)",
            "<mrow><mo stretchy=\"false\">[</mo><mi>a</mi><mo stretchy=\"false\">)</mo></mrow>"),
        new Case(
            "\\underbrace{a}_{b}",
            "<munder><munder><mi>a</mi><mo stretchy=\"true\">⏟</mo></munder><mi>b</mi></munder>"),
        new Case(
            "\\sum\\limits_{i}^n x",
            "<mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi></mrow>"),
        new Case("\\overset{!}{=}", "<mover><mo>=</mo><mo>!</mo></mover>"),
        new Case(
            "\\lVert x\\rVert",
            "<mrow><mo stretchy=\"false\">‖</mo><mi>x</mi><mo stretchy=\"false\">‖</mo></mrow>"),
        new Case("{}^T", "<msup><mrow></mrow><mi>T</mi></msup>"),
        new Case("\\textcolor{red}{x}", "<mi>x</mi>"),
        new Case("\\label{e} x", "<mrow><mi>x</mi></mrow>"),
        new Case("\\boxed{a}", "<mrow class=\"boxed\"><mi>a</mi></mrow>"),
        new Case("\\mathbf{w}", "<mrow class=\"bold\"><mi>w</mi></mrow>"),
        new Case("x \\in \\mathbb{R}", "<mrow><mi>x</mi><mo>∈</mo><mi>ℝ</mi></mrow>"),
        new Case("\\mathbb A^2", "<msup><mi>𝔸</mi><mn>2</mn></msup>"),
        new Case(
            "\\begin{pmatrix}1 & 0\\\\0 & 1\\end{pmatrix}",
            "<mrow><mo"
                + " fence=\"true\">(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo"
                + " fence=\"true\">)</mo></mrow>"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWrittenAs(Case of) {
    assertThat(MathMl.of(of.tex(), false)).hasValue("<math>" + of.mathMl() + "</math>");
  }

  @Test
  void aSumThatStandsAloneHasItsLimitsAboveAndBelow() {
    assertThat(MathMl.of("\\sum_i^n", true))
        .hasValue(
            "<math"
                + " display=\"block\"><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover></math>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\foo",
        "\\frac{1}",
        "{a",
        "a}",
        "a^b^c",
        "\\begin{x}1\\end{y}",
        "\\left( a",
        "\\mathbb{r}",
        "^2"
      })
  void whatIsNotKnownIsNotGuessed(String tex) {
    assertThat(MathMl.of(tex, false)).isEmpty();
  }

  /// What `check` reads in a formula, a page draws.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \\leqslant b",
        "a \\lt b",
        "a \\simeq 2",
        "a \\longrightarrow b",
        "\\bigl(a + b\\bigr)",
        "\\lvert a \\rvert",
        "|a|",
        "1\\,000",
        "3{,}5",
        "0.6\\ldots",
        "\\log_{10} a",
        "\\lg 100",
        "\\dbinom{5}{2} + \\tbinom52 + \\binom{5}{2}",
        "\\sqrt[3]{27} + \\frac12 + \\tfrac 1{2}",
        "\\lfloor a \\rfloor + \\lceil a \\rceil",
        "a \\gg b",
        "\\begin{align*} c &= 1 \\\\ &= 2 \\nonumber \\end{align*}",
        "\\begin{gather} c = 1 \\\\ d = 2 \\end{gather}",
        "\\begin{split} c &= 1 \\end{split}",
        "9.81\\,\\mathrm{m/s^2}",
        "2~\\mathrm{kg \\cdot m^{-1}}",
        "3\\ \\mathrm{m}/\\mathrm{s}^2",
        "3\\text{ kg}",
        "\\text{out} = \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}",
        "\\mathit{loss}_{\\text{new}} = 2",
        "\\hat{y}_i = \\widetilde{y}",
        "\\bm{w} \\cdot \\mathbf{x} = \\boxed{2}",
        "\\sin 30^\\circ + \\cos(60°)",
        "\\frac{1}{n} \\sum_{i=1}^{n} (y_i - \\hat{y}_i)^2",
        "a − b → c ≠ 5! √2"
      })
  void whatIsCheckedIsDrawn(String tex) {
    assertThat(MathMl.of(tex, true)).isPresent();
  }

  @Test
  void nestingIsBounded() {
    assertThat(MathMl.of("{".repeat(10_000) + "}".repeat(10_000), false)).isEmpty();
  }
}
