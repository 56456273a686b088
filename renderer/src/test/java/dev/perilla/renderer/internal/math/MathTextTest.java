package dev.perilla.renderer.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// TeX in characters of one line.
final class MathTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\beta = 0.9 | β = 0.9",
        "5^{1/3} \\approx 1.70998 | 5^(1/3) ≈ 1.70998",
        "\\bar{m} = 0.175\\,\\mathrm{kg} | m̄ = 0.175 kg",
        "\\frac{\\partial L}{\\partial w} \\cdot x_{ij} | ∂L/∂w · x_(ij)",
        "\\left(\\ln 2\\right) \\% | (ln 2) %",
        "\\text{if } x \\le \\sqrt{2} | if x ≤ √2",
        "\\unknown{a} | unknowna",
      })
  void isRead(String tex, String text) {
    assertThat(MathText.of(tex)).isEqualTo(text);
  }
}
