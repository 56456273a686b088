package dev.perilla.renderer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.Ledger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a page says of how a number was verified.
final class CountsTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0.005              | within 0.005",
        "0.005000000000005  | within 0.005",
        "0.5000000000000005 | within 0.5",
        "1.2345E-7          | within 0.00000012345",
        "5E+2               | within 500",
        "0                  | exact",
        "any x < 1e-9 holds | within any x < 1e-9 holds",
      })
  void aToleranceIsSaidInDigitsThatMean(String tolerance, String said) {
    Ledger.Entry entry =
        new Ledger.Entry(
            "b1-1",
            Ledger.Kind.NUMERAL,
            Ledger.Standing.CHECKED,
            1,
            1,
            "1.00",
            Optional.of("c"),
            Optional.of("1.0"),
            Optional.of(tolerance),
            Optional.empty(),
            Optional.empty());
    assertThat(Counts.evidence(entry, List.of(), Words.of("en"))).isEqualTo(said);
  }
}
