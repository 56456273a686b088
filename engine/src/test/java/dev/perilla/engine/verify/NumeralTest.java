package dev.perilla.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What reads as a number, and what it says.
final class NumeralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "12 | 12=12",
        "-5.99 | -5.99=-5.99",
        "−5 and –5 | −5=-5 –5=-5",
        "3-5 | 3=3 5=5",
        "(-6) | -6=-6",
        "+7 | +7=7",
        ".5 | .5=0.5",
        "1e-3, 2E5 | 1e-3=0.001 2E5=200000",
        "1e | 1=1",
        "10,000 | 10,000=10000",
        "1,800,000,000,000 | 1,800,000,000,000=1800000000000",
        "1_000 | 1_000=1000",
        "1'000 | 1'000=1000",
        "1,5 | 1,5=?",
        "3.11.2 | 3.11.2=?",
        "25 % | 25 %=0.25",
        "25% of it | 25%=0.25",
        "5 ‰ | 5 ‰=0.005",
        "20%e3, 5 €%, 5€e3 | 20%e3=? 5 €%=? 5€e3=?",
        "20% e3, 5 €, 50 % | 20%=0.2 5=5 50 %=0.5",
        "0,125 and 012,500 | 0,125=? 012,500=?",
        "x1, w2 and GPT-4 | ",
        "COVID-19 in 2020 | 2020=2020",
        "x-4 | 4=4",
        "page-4.5 | 4.5=4.5",
        "3D, 20px, 1st | 3=3 20=20 1=1",
        "9.8 m/s² and x¹⁰ | 9.8=9.8",
        "3² and 10⁻³ and ² | 3=3 ²=? 10=10 ⁻³=? ²=?",
        "½ and 3½ and −¾ | ½=0.5 3½=3.5 −¾=-0.75",
        "1.5½ Ⅳ ① | 1.5½=? Ⅳ=? ①=?",
        "x₁ + w₁₂ and (y − t)² | ",
        "٣ and １２ | ٣=3 １２=12",
        "https://example.org/2024 7 | 7=7",
        "end 12. | 12=12",
        "12, 13 | 12=12 13=13",
        "值是13，共-5个 | 13=13 -5=-5",
        "値は0.5です、約1e-3倍 | 0.5=0.5 1e-3=0.001",
        "값은9이다 ค่า8 و5 ב7 | 9=9 8=8 5=5 7=7",
        "层x1 和 α2 и б3, 𝑥1 | ",
        "10:30 | 10=10 30=30",
        "1/2 | 1=1 2=2",
        "‐5 ‑5 ‒5 ˗5 ⁻5 ﹣5 －5 ➖5 ₋5 | ‐5=-5 ‑5=-5 ‒5=-5 ˗5=-5 ⁻5=-5 ﹣5=-5 －5=-5 ➖5=-5 ₋5=-5",
        "is —5, is ―5 | —5=-5 ―5=-5",
        "—5 in all. | 5=5",
        "all —5 of them— and — 5 and so—5 | 5=5 5=5 5=5",
        "3‐5 3‑5 3—5 GPT‑4 | 3=3 5=5 3=3 5=5 3=3 5=5",
        "Llama-3, GPT-4o, Total-5e3, Loss-5 %, Loss-5.5 | 5e3=5000 5 %=0.05 5.5=5.5",
        "USD13, USDT13 | 13=13",
        "🔟 and ㋀ | 🔟=? ㋀=?",
        "5％ 5٪ 5﹪ 5‱ | 5％=0.05 5٪=0.05 5﹪=0.05 5‱=0.0005",
      })
  void aTextHasTheseNumerals(String text, String numerals) {
    assertThat(found(text, Notation.POINT)).isEqualTo(numerals == null ? "" : numerals);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5 | 1,5=1.5",
        "10.000,25 | 10.000,25=10000.25",
        "1.5 | 1.5=?",
        "10.000 | 10.000=10000",
        "0,04 − 3 | 0,04=0.04 3=3",
        "0.291 | 0.291=?",
      })
  void theDecimalMarkMayBeAComma(String text, String numerals) {
    assertThat(found(text, Notation.COMMA)).isEqualTo(numerals);
  }

  /// Each `·` is something that nobody sees.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200C",
        "\u200D",
        "\u200E",
        "\u2060",
        "\u2064",
        "\uFEFF",
        "\u00AD",
        "\u034F",
        "\u180E",
        "\uFE0F",
        "\u3164",
        "\u115F",
        "\uFFA0",
        "\u0001",
        "\u0081",
        "\uDB40\uDC20"
      })
  void whatNobodySeesPartsNothing(String unseen) {
    String text = "·1·2·, -·1·.·5·e·3·, 1·% x·1".replace("·", unseen);
    List<Numeral> numerals = Numeral.scan(text, Notation.POINT);
    assertThat(numerals).extracting(Numeral::text).containsExactly("12", "-1.5e3", "1%");
    assertThat(numerals)
        .extracting(it -> text.substring(it.start(), it.end()).replace(unseen, "·"))
        .containsExactly("1·2", "-·1·.·5·e·3", "1·%");
  }

  @Test
  void theLastDigitWrittenSetsTheUnit() {
    assertThat(unit("12")).isEqualByComparingTo("1");
    assertThat(unit("12.04")).isEqualByComparingTo("0.01");
    assertThat(unit("1.2e3")).isEqualByComparingTo("100");
    assertThat(unit("25 %")).isEqualByComparingTo("0.01");
  }

  private static BigDecimal unit(String text) {
    return Numeral.whole(text, Notation.POINT).orElseThrow().unit();
  }

  private static String found(String text, Notation notation) {
    StringBuilder out = new StringBuilder();
    for (Numeral numeral : Numeral.scan(text, notation)) {
      assertThat(text.substring(numeral.start(), numeral.end())).isEqualTo(numeral.text());
      out.append(out.isEmpty() ? "" : " ").append(numeral.text()).append('=');
      out.append(numeral.value().map(v -> v.stripTrailingZeros().toPlainString()).orElse("?"));
    }
    return out.toString();
  }
}
