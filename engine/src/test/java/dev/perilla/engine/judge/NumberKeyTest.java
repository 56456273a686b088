package dev.perilla.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reader may type for a number.
final class NumberKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // whole numbers are exact
        "-6                 | -6   | right",
        "-6.0               | -6.0 | right",
        "z = -6             | -6   | right",
        "dz/dxw = -6        | -6   | right",
        "-6.                | -6   | right",
        "\u22126             | -6   | right",
        "– 6                | -6   | right",
        "(\u22126)           | -6   | right",
        "z = ( -6 )         | -6   | right",
        "(                  | -6   | no_number",
        "()                 | -6   | no_number",
        "10^(               | -6   | no_number",
        "6                  | -6   | wrong",
        "-6.1               | -6   | wrong",
        "-5.9996            | -6   | wrong",
        "¿Cambia b? No sé.  | -6   | no_number",
        "it is -6           | -6   | no_number",
        "-6 -6              | -6   | no_number",
        "2 * -3             | -6   | no_number",
        "--6                | -6   | no_number",
        "-                  | -6   | no_number",
        "'   '              | -6   | empty",
        // thousands
        "12 000             | 12000 | right",
        "12\u202F000        | 12000 | right",
        "12,000             | 12000 | right",
        "12,000             | 12    | wrong",
        "12'000             | 12000 | right",
        "12_000             | 12000 | right",
        "1,200,000          | 1200000 | right",
        "12.000             | 12000 | wrong",
        "1,2000             | 12000 | wrong",
        "12 00              | 1200 | no_number",
        // rounded, with enough digits
        "0.707              | 0.7071067811865476 | right",
        "0.7071068          | 0.7071067811865476 | right",
        "0.7071067811865476 | 0.7071067811865476 | right",
        ".707               | 0.7071067811865476 | right",
        "0.71               | 0.7071067811865476 | coarse",
        "1                  | 0.7071067811865476 | coarse",
        "0.708              | 0.7071067811865476 | wrong",
        "0.7070             | 0.7071067811865476 | wrong",
        "70.7 %             | 0.7071067811865476 | right",
        "70.7%              | 0.7071067811865476 | right",
        "707 ‰              | 0.7071067811865476 | right",
        "139                | 138.8338192419825  | right",
        "0                  | 0.0001 | wrong",
        "0                  | 6.62607015e-34 | wrong",
        "1e-34              | 6.62607015e-34 | wrong",
        "6.63e-34           | 6.62607015e-34 | right",
        "0                  | 5.551115123125783e-17 | right",
        // a comma for a point, also where it could group
        "0,707              | 0.7071067811865476 | right",
        "-6,0               | -6     | right",
        "12,04              | 12.04  | right",
        "1,234              | 1.234  | right",
        "1,234              | 1234   | right",
        "1.234,5            | 1234.5 | right",
        "1,234.5            | 1234.5 | right",
        // fractions and powers of ten
        "1/3                | 0.3333333333333333 | right",
        "-1 / 3             | -0.3333333333333333 | right",
        "1⁄3                | 0.3333333333333333 | right",
        "⅓                  | 0.3333333333333333 | right",
        "½                  | 0.5    | right",
        "-½                 | -0.5   | right",
        "6/4                | 1.5    | right",
        "1½                 | 1.5    | right",
        "1½                 | 5.5    | wrong",
        "-1½                | -1.5   | right",
        "1 1/2              | 1.5    | right",
        "1 1/2              | 5.5    | wrong",
        "- 2 3/4            | -2.75  | right",
        "12 000/5           | 2400   | right",
        "1 1/0              | 1.5    | no_number",
        "½½                 | 0.5    | no_number",
        "1/0                | 0.5    | no_number",
        "1/2/3              | 0.5    | no_number",
        "2.5e-3             | 0.0025 | right",
        "2,5·10⁻³           | 0.0025 | right",
        "2.5 x 10^-3        | 0.0025 | right",
        "2.5*10**-3         | 0.0025 | right",
        "10^-3              | 0.001  | right",
        "10⁻³               | 0.001  | right",
        "-10^2              | -100   | right",
        "2^3                | 8      | no_number",
        "1e999999999        | 8      | no_number",
        "≈ 0.707            | 0.7071067811865476 | right",
        "~0.707             | 0.7071067811865476 | right",
        // foreseen mistakes
        "-1                 | -6     | mistake 0",
        "7                  | -6     | mistake 1",
        "7,0                | -6     | mistake 1",
      })
  void isJudged(String typed, BigDecimal answer, String verdict) {
    List<BigDecimal> mistakes = List.of(new BigDecimal("-1"), new BigDecimal("7"));
    AnswerKey key =
        new NumberKey(
            answer,
            Optional.empty(),
            false,
            answer.compareTo(BigDecimal.valueOf(-6)) == 0 ? mistakes : List.of());
    String text = typed.translateEscapes();
    assertThat(key.judge(text).word()).isEqualTo(verdict);
    assertThat(AnswerKey.read(key.write()).judge(text).word()).isEqualTo(verdict);
  }

  @Test
  void onAPageWithCommasThePointGroups() {
    NumberKey key = new NumberKey(new BigDecimal("1234"), Optional.empty(), true, List.of());
    assertThat(key.judge("1.234").word()).isEqualTo("right");
    assertThat(key.judge("1234,0").word()).isEqualTo("right");
    assertThat(key.judge("1,234").word()).isEqualTo("wrong");
  }

  @Test
  void aStatedToleranceIsTheGreatestDistance() {
    NumberKey key =
        new NumberKey(
            new BigDecimal("0.7071"), Optional.of(new BigDecimal("0.01")), false, List.of());
    assertThat(key.judge("0.71").word()).isEqualTo("right");
    assertThat(key.judge("0.72").word()).isEqualTo("wrong");
  }

  /// At the precision in which a reader types, 0.7068 is 0.7071.
  @Test
  void whatReadsAlikeIsConfused() {
    NumberKey key = new NumberKey(new BigDecimal("0.7071"), Optional.empty(), false, List.of());
    assertThat(key.confuses(new BigDecimal("0.7068"))).isTrue();
    assertThat(key.confuses(new BigDecimal("0.7171"))).isFalse();
    assertThat(key.confuses(new BigDecimal("-0.7071"))).isFalse();
  }

  /// A tolerance tells a reader how many decimals are asked for: a number that may be typed so, and
  /// is then right, is no other number.
  @Test
  void aToleranceSaysWithHowManyDecimalsAReaderTypes() {
    NumberKey key =
        new NumberKey(new BigDecimal("0.5"), Optional.of(new BigDecimal("0.3")), false, List.of());
    assertThat(key.confuses(new BigDecimal("0.84"))).isTrue(); // typed as 0.8
    assertThat(key.confuses(new BigDecimal("0.86"))).isFalse();
    NumberKey whole =
        new NumberKey(new BigDecimal("12"), Optional.of(BigDecimal.ONE), false, List.of());
    assertThat(whole.confuses(new BigDecimal("13.4"))).isTrue(); // typed as 13
    assertThat(whole.confuses(new BigDecimal("13.6"))).isFalse();
  }
}
