package dev.perilla.site.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lessons that work a network out by hand, as people write who have a calculator: each right
/// number holds, and a wrong digit is noticed.
class ByHandTest {
  private static Importer.Imported read(String text) {
    return Importer.read(
        "a.md", text.getBytes(StandardCharsets.UTF_8), Optional.empty(), "x.chapter.yaml", "x");
  }

  private static String errors(String text) {
    return read(text).findings().stream()
        .filter(it -> it.severity() == Severity.ERROR)
        .map(it -> FindingPrinter.compact(it).replaceFirst("^[^ ]+ ", ""))
        .collect(Collectors.joining("\n"));
  }

  private static String yaml(String text) {
    return read(text).yaml().orElseThrow();
  }

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
}
