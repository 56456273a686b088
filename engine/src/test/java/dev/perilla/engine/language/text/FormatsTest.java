package dev.perilla.engine.language.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.PythonError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Format specs and strings, a row each; no python3 needed.
class FormatsTest {
  private static final Budget FREE = Budget.UNBOUNDED;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "3.14159|.2f|3.14",
        "1234567.891|,.1f|1,234,567.9",
        "0.25|%|25.000000%",
        "2.5|08.2f|00002.50",
        "-0.001|.1f|-0.0",
        "-0.001|z.1f|0.0",
        "1e+22|g|1e+22",
        "100000.0||100000.0",
        "2.5|^9|   2.5   ",
        "1e-05|.3e|1.000e-05",
      })
  void floats(double value, String spec, String shown) {
    assertThat(Formats.format(value, spec == null ? "" : spec, FREE)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"255|#x|0xff", "-5|05d|-0005", "1234567|_|1_234_567", "10|08b|00001010", "241|c|ñ"})
  void ints(long value, String spec, String shown) {
    assertThat(Formats.format(value, spec, FREE)).isEqualTo(shown);
  }

  @Test
  void stringsAreMeasuredInCodePoints() {
    assertThat(Formats.format("🦉", "*^5", FREE)).isEqualTo("**🦉**");
    assertThat(CodePoints.length("🦉ñ")).isEqualTo(2);
    assertThat(CodePoints.slice("a🦉b", 1, 3)).isEqualTo("🦉b");
    assertThat(Strings.find("🦉ab", "b", 0, Long.MAX_VALUE)).isEqualTo(2);
    assertThat(Quoting.repr("it's\n")).isEqualTo("\"it's\\n\"");
  }

  @Test
  void aWrongSpecIsSaidAsPythonSaysIt() {
    assertThatThrownBy(() -> Formats.format(1.5, "d", FREE))
        .isInstanceOf(PythonError.class)
        .hasMessage("Unknown format code 'd' for object of type 'float'");
  }

  /// Each asks for more than a gigabyte, and is stopped before it allocates.
  @Test
  void whatIsTooLargeIsNeverMade() {
    Budget limited =
        bytes -> {
          if (bytes > 1 << 30) {
            throw new IllegalStateException("more than a gigabyte");
          }
        };
    List<Runnable> hostile =
        List.of(
            () -> Strings.repeat("a", 1_000_000_000_000L, limited),
            () -> Formats.format(1L, "1000000000", limited),
            () -> Formats.format(1.5, ".1000000000f", limited),
            () -> Formats.format("a", ">9000000000000000000", limited),
            () -> Strings.center("a", 1L << 40, "*", limited),
            () -> Strings.replace("a".repeat(100_000), "a", "b".repeat(100_000), -1, limited),
            () -> Strings.expandTabs("\t\t", 2_000_000_000L, limited));
    for (Runnable one : hostile) {
      assertThatThrownBy(one::run).isInstanceOf(IllegalStateException.class);
    }
  }
}
