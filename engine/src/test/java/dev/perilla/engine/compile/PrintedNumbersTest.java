package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The two halves of the promise, for numbers of all sizes, formats and both decimal marks: what
/// the program prints can be typed in its place, and no digit of it can be another one.
final class PrintedNumbersTest {
  private static final List<String> FORMATS =
      List.of(
          "", ".1f", ".3f", ".6f", ",.2f", "_.1f", "+.2f", "08.3f", ".2e", ".4E", ".3g", ".6g",
          ".1%", ".2%", ".0f");

  @ParameterizedTest
  @EnumSource(Notation.class)
  void whatIsPrintedChecksAndAnotherDigitDoesNot(Notation notation) {
    Settings settings = new Settings("en", notation, List.of(), Limits.DEFAULT);
    Random random = new Random(20260222);
    for (int round = 0; round < 12; round++) {
      List<String> values = new ArrayList<>();
      StringBuilder asked = new StringBuilder();
      for (int i = 0; i < FORMATS.size(); i++) {
        values.add(Reals.repr(random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4) + 0.001));
        asked.append("a {{x[%d]:%s}} b\n\n".formatted(i, FORMATS.get(i)).replace(":}", "}"));
      }
      List<String> printed = printed(values, asked.toString(), settings);
      for (int i = 0; i < FORMATS.size(); i++) {
        String about = printed.get(i).matches("[+-]?\\d+") ? "≈ " : "";
        String mark = "[" + about + "%s]{= x[" + i + "]}";
        String what = printed.get(i) + " of " + values.get(i) + " by " + FORMATS.get(i);
        assertThat(findings(values, mark.formatted(printed.get(i)), settings)).as(what).isEmpty();
        String other = changed(printed.get(i), random);
        assertThat(findings(values, mark.formatted(other), settings))
            .as(other + " for " + what)
            .contains("error[P0312]");
      }
    }
  }

  private static String chapter(List<String> values, String text) {
    return """
    perilla: 1
    id: t
    title: Numbers
    blocks:
      - {type: code, code: "x = %s"}
      - type: prose
        text: |
    """
            .formatted(values)
        + text.indent(6);
  }

  private static List<String> printed(List<String> values, String text, Settings settings) {
    Compilation compilation = Chapters.compile(chapter(values, text), settings);
    assertThat(FindingPrinter.pretty(compilation.findings())).isEmpty();
    return compilation.chapter().orElseThrow().ledger().entries().stream()
        .filter(entry -> entry.standing() == Ledger.Standing.COMPUTED)
        .map(Ledger.Entry::text)
        .toList();
  }

  private static String findings(List<String> values, String text, Settings settings) {
    return FindingPrinter.pretty(Chapters.compile(chapter(values, text), settings).findings());
  }

  /// Another digit in one place: of the last place one that is at least 2 away, since half a unit
  /// lies within what is accepted.
  private static String changed(String shown, Random random) {
    int end = shown.toLowerCase(java.util.Locale.ROOT).indexOf('e');
    int last = end < 0 ? shown.length() - 1 : end - 1;
    while (!Character.isDigit(shown.charAt(last))) {
      last--;
    }
    int at = random.nextInt(last + 1);
    while (!Character.isDigit(shown.charAt(at))) {
      at = random.nextInt(last + 1);
    }
    int digit = shown.charAt(at) - '0';
    int by = at == last ? 2 + random.nextInt(7) : 1 + random.nextInt(9);
    return shown.substring(0, at) + (digit + by) % 10 + shown.substring(at + 1);
  }
}
