package dev.perilla.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Edit;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The true digits in the notation of those that they replace.
final class RewritingTest {
  @ParameterizedTest
  @CsvSource({
    // what stands there, what is so, what is written
    "12.04, 12.31, 12.31",
    "12.04, 12.3, 12.30",
    "12.04, 12.305000001, 12.31",
    "12, 14, 14",
    "12, 12.5, 12.5",
    "0.04, 0.05, 0.05",
    "-3.0, 2.5, 2.5",
    "3.0, -2.5, -2.5",
    "−3.0, -2.5, −2.5",
    "−3.0, 2.5, 2.5",
    "+3.0, 2.5, +2.5",
    "+3.0, -2.5, -2.5",
    ".5, 0.75, .8",
    ".5, 1.75, 1.8",
    "1.5e-3, 0.00217, 2.2e-3",
    "1.5e-03, 0.00217, 2.2e-03",
    "1.5E-3, 217.4, 2.2E2",
    "1.5e+03, 2170, 2.2e+03",
    "1.50e-3, 0.009996, 1.00e-2",
    "15e-3, 0.217, 22e-2",
    "1e-4, 0.002, 2e-3",
    "1.5e3, -2170, -2.2e3",
    "25 %, 0.31, 31 %",
    "25%, 0.314, 31%",
    "25.5 %, 0.3141, 31.4 %",
    "5 ‰, 0.0061, 6 ‰",
    "'1,234.5', 2345.61, '2,345.6'",
    "'1,234', 2345, '2,345'",
    "'1,234', 23, 23",
    "'1,234,567', 12345678, '12,345,678'",
    "1_000, 20000, '20_000'",
    "123.4, 4567.89, 4567.9",
    "1\u202F234.5, 2345.61, 2\u202F345.6",
    "１２.０４, 12.31, １２.３１",
    "٣, 4, ٤",
  })
  void theNotationOfTheAuthorStays(String written, double given, String right) {
    assertThat(right(written, Notation.POINT, given)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "'12,04', 12.31, '12,31'",
    "'1.234,5', 2345.61, '2.345,6'",
    "'12', 12.5, '12,5'",
    "'1,5e-3', 0.00217, '2,2e-3'",
    "'3e1', 40, '4e1'",
    "'3e1', 42, '4,2e1'",
    "'0,5 %', 0.0123, '1,2 %'",
  })
  void soDoesTheDecimalComma(String written, double given, String right) {
    assertThat(right(written, Notation.COMMA, given)).isEqualTo(right);
  }

  @Test
  void anIntegerAfterAboutStaysOne() {
    Numeral four = Numeral.whole("4", Notation.POINT).orElseThrow();
    assertThat(Rewriting.of(four, Notation.POINT, quantity(5.3), true)).contains("5");
  }

  @Test
  void whatIsNoOneNumberIsNotRewritten() {
    Numeral version = Numeral.scan("3.11.2", Notation.POINT).get(0);
    assertThat(Rewriting.of(version, Notation.POINT, quantity(3), false)).isEmpty();
  }

  @Test
  void aPercentSignBehindALineEndStays() {
    SourceFile file = SourceFile.of("f", "x 25\n      % y");
    Numeral numeral = Numeral.whole("25 %", Notation.POINT).orElseThrow();
    Edit edit = Rewriting.edit(numeral, new Span(file, 2, 12), "31 %");
    assertThat(Edit.apply(file, List.of(edit))).isEqualTo("x 31\n      % y");
  }

  /// Whatever stood there, what is written instead is true, and looks as before.
  @Test
  void whatIsWrittenChecks() {
    Random random = new Random(20260222);
    String[] shapes = {"1.2", "-0.1234", "1,234.56", "3e-2", "1.25e+10", "12.5 %", "7", "+1.0"};
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(10) - 4);
      Numeral old = Numeral.whole(shapes[i % shapes.length], Notation.POINT).orElseThrow();
      String right = right(old.text(), Notation.POINT, value);
      Numeral written = Numeral.whole(right, Notation.POINT).orElseThrow();
      assertThat(Judge.agrees(written, quantity(value), false)).as(right + " of " + value).isTrue();
      boolean isWholeBefore = old.text().equals("3e-2") && right.indexOf('.') >= 0;
      if (!old.exact() && !isWholeBefore) { // whole digits of a positive power are exact
        assertThat(right.replaceAll("[0-9,+-]", ""))
            .isEqualTo(old.text().replaceAll("[0-9,+-]", ""));
      }
    }
  }

  private static String right(String written, Notation notation, double given) {
    Numeral numeral = Numeral.whole(written, notation).orElseThrow();
    return Rewriting.of(numeral, notation, quantity(given), false).orElse("");
  }

  private static Fact.Quantity quantity(double value) {
    return Fact.Quantity.of(value, Reals.repr(value));
  }
}
