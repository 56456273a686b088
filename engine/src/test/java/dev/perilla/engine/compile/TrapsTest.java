package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A false number in each kind of place and notation, and its true twin: `a` is 3, `b` is 4, `c` is
/// their product, `n` is a nudge of `a` by 0.01, `words` is a text.
final class TrapsTest {
  private record Trap(String truth, String lie) {}

  private static Trap trap(String truth, String lie) {
    return new Trap(truth, lie);
  }

  private static final List<Trap> TRAPS =
      List.of(
          // statements in code spans
          trap("`c = a * b = 12`", "`c = a * b = 13`"),
          trap("`a = 3, b = 4`", "`a = 3, b = 5`"),
          trap("`a = 3; b = 4`", "`a = 2; b = 4`"),
          trap("`(a + b) * 2 = 14`", "`(a + b) * 2 = 15`"),
          trap("`2 * (a + b) = 14`", "`2 * (a + b) = 13`"),
          trap("`c / 5 = 2.4`", "`c / 5 = 2.5`"),
          trap("`c / 7 = 1.71`", "`c / 7 = 1.72`"),
          trap("`c / 7 ≈ 2`", "`c / 7 ≈ 1`"),
          trap("`c / 7 = 1.7`", "`c / 7 = 2`"),
          trap("`c → 12`", "`c → 11`"),
          trap("`c -> 12`", "`c -> 21`"),
          trap("`a × b = 12`", "`a × b = 12.1`"),
          trap("`a · b = 12`", "`a · b = -12`"),
          trap("`c ÷ a = 4`", "`c ÷ a = 3`"),
          trap("`a − b = −1`", "`a − b = 1`"),
          trap("`a² = 9`", "`a² = 8`"),
          trap("`√(a + b + 2) = 3`", "`√(a + b + 2) = 2`"),
          trap("`dc/da = 4`", "`dc/da = 3`"),
          trap("`∂c/∂a = b = 4`", "`∂c/∂a = b = 5`"),
          trap("`a < 4`", "`a < 2`"),
          trap("`a ≤ 3 < b`", "`a ≤ 2 < b`"),
          trap("`c != 13`", "`c != 12`"),
          trap("`0.04 / 0.01 = 4`", "`0.05 / 0.01 = 4`"),
          trap("`a + 0.01 = 3.01`", "`a + 0.02 = 3.01`"),
          trap("`[a, b] = [3, 4]`", "`[a, b] = [3, 5]`"),
          trap("`n.change = 0.04`", "`n.change = 0.05`"),
          trap("`c * 1000000000 + 1 = 12000000001`", "`c * 1000000000 + 1 = 12000000002`"),
          // plain words
          trap("3 × 1 × 2 = 6", "3 × 1 × 2 = 7"),
          trap("**16 + 20 + 5 = 41**", "**16 + 20 + 5 = 42**"),
          trap("4 × 4 = **16 knobs**", "4 × 4 = **17 knobs**"),
          trap("10,000 + 1 = 10,001", "10,000 + 1 = 10,002"),
          trap("1.5 + 1.5 = 3", "1.5 + 1.6 = 3"),
          trap("10 - 4 = 6", "10 - 4 = 5"),
          trap("25 % + 25 % = 50 %", "25 % + 25 % = 51 %"),
          trap("On 2026-02-21 it began", "On 2026-13-21 it began"),
          trap("x1, w2 and GPT-4", "x1, w2 and 4"),
          trap("{{c}} knobs", "12 knobs"),
          // bound words
          trap("[12]{= c}", "[13]{= c}"),
          trap("[**12**]{= c}", "[**21**]{= c}"),
          trap("[1.71]{= c / 7}", "[1.72]{= c / 7}"),
          trap("[1.2e1]{= c}", "[1.3e1]{= c}"),
          trap("[1,200]{= c * 100}", "[1,201]{= c * 100}"),
          trap("[1200 %]{= c}", "[120 %]{= c}"),
          trap("[3 and 4]{= (a, b)}", "[4 and 3]{= (a, b)}"),
          trap("[a is smaller]{= a < b}", "[a is larger]{= a > b}"),
          trap("[below 20]{= c < 20}", "[below 10]{= c < 20}"),
          trap("[−12]{= -c}", "[12]{= -c}"),
          trap("[１２]{= c}", "[１３]{= c}"),
          trap("[about ≈ 2]{= c / 7}", "[about ≈ 1]{= c / 7}"),
          // marks
          trap("[1.8 trillion]{cite=paper}", "[1.8 trillion]{cite=papers}"),
          trap("[20]{plain}", "[20]{plane}"),
          trap("{{c:.1f}}", "{{c:.q}}"),
          trap("{{c}}", "{{12}}"),
          trap("{{n.change:.2f}}", "{{n.chance:.2f}}"),
          trap("[12]{= c}", "[12]{= 12}"),
          trap("[yes]{= c > a}", "[yes]{= c == c}"),
          trap("[yes]{= c.data == 12}", "[yes]{= True}"),
          trap("{{words}}", "{{word}}"),
          // every place that a reader sees
          trap("# The `c = 12`", "# The `c = 13`"),
          trap("# Part [1]{plain}", "# Part 1"),
          trap("- item `c = 12`", "- item `c = 11`"),
          trap("> quoted `c = 12`", "> quoted 12"),
          trap(
              "| x | y |\n|---|---|\n| `c = 12` | {{b}} |",
              "| x | y |\n|---|---|\n| `c = 12` | 4 |"),
          trap("| {{a}} | y |\n|---|---|\n| x | y |", "| 3 | y |\n|---|---|\n| x | y |"),
          trap("Note.[^1]\n\n[^1]: It is {{c}}.", "Note.[^1]\n\n[^1]: It is 12."),
          trap("[see {{c}}](other.html)", "[see 12](other.html)"),
          trap("[see](https://example.org/12)", "[see](https://example.org/12 \"page 12\")"),
          trap("<https://example.org/12>", "<https://example.org/12> 12"),
          trap("![graph of c](c.png)", "![graph of 12](c.png)"),
          trap("~~{{c}}~~", "~~12~~"),
          trap("<b>{{c}}</b>", "<b>12</b>"),
          trap("<i class=\"x\">", "<i class=\"12\">"),
          trap("```\nc = a * b = 12\n```", "```\nc = a * b = 13\n```"),
          trap("```\nc = 12   # what comes out\n```", "```\nc = 12   # not 13\n```"),
          trap("```\na({{a}}) ──┐\n```", "```\na(3) ──┐\n```"),
          trap("```\n[12]{= c} ←\n```", "```\n[13]{= c} ←\n```"),
          trap("```text plain\n12 = 13\n```", "```text\n12 = 13\n```"),
          trap("code:\n\n    c = 12", "code:\n\n    c = 13"),
          trap("1. one\n2. two", "1. one 1\n2. two"),
          trap("`a * b` and `Value`", "`a * 5` and `Value`"),
          trap("`c = a * b`", "`c = a * a`"),
          trap("`q = r * s`", "`q = r * 3`"),
          trap("`nudge(c, a, 0.01)`", "`nudge(c, a, 0.02)`"),
          trap("`q ← q - lr * g`", "`q ← q - 0.1 * g`"),
          // what only looks harmless
          trap("{{a}} {{b}}", "&#51; {{b}}"),
          trap("{{a}} {{b}}", "{{a}}{{b}}"),
          trap("{{a}} 🙂", "{{a}}4"),
          trap("{{-c}}", "-{{c}}"),
          trap("({{a}})", "(-{{a}})"),
          trap("{{c}} percent", "{{c}} %"),
          trap("[-12]{= -c}", "-[12]{= c}"),
          trap("[1200 %]{= c}", "[12]{= c} %"),
          trap("{{c}} euros", "{{c}}e3"),
          trap("`{{c}}`", "`-{{c}}`"),
          trap("```\n{{c}}\n```", "```\n-{{c}}\n```"),
          // numbers laundered through the language
          trap("{{c}}", "{{[13][0]}}"),
          trap("{{12 + 1}}", "{{int('13')}}"),
          trap("{{c}}", "{{13 if True else 0}}"),
          trap("{{c}}", "{{f'13'}}"),
          trap("[13]{= 12 + 1}", "[13]{= (lambda: 13)()}"),
          trap("[12]{= c}", "[13]{= len('abcdefghijklm')}"),
          trap("[yes]{= c > 0}", "[yes]{= not False}"),
          trap("[yes]{= c == 12 and a != b}", "[yes]{= c != 12 and a != b}"),
          trap("[yes]{= [a, b] == [3, 4]}", "[yes]{= [a, b] != [3, 4]}"),
          trap("none", "٣"),
          trap("none", "½"),
          trap("none", "c²"),
          trap("none", "1*2*3"),
          trap("none", "12\\.5"),
          trap("none", "3.11.2"),
          trap("none", "1,5"),
          trap("none", ".5"),
          trap("none", "x · 2 + 3 = 5"),
          trap("none", "`12`"),
          trap("none", "`3 = 3`"),
          trap("none", "`c = c`"),
          trap("none", "`c = 12 =`"),
          trap("none", "`c = 12 and so on 13`"),
          trap("none", "`c / 0 = 1`"));

  @TestFactory
  Stream<DynamicTest> aTruthPassesAndALieDoesNot() {
    return TRAPS.stream()
        .map(
            trap ->
                DynamicTest.dynamicTest(
                    trap.lie(),
                    () -> {
                      Compilation truth = Chapters.compile(Chapters.product(trap.truth()));
                      assertThat(FindingPrinter.pretty(truth.findings())).isEmpty();
                      Compilation lie = Chapters.compile(Chapters.product(trap.lie()));
                      assertThat(lie.chapter()).as(trap.lie()).isEmpty();
                      assertThat(lie.findings())
                          .allSatisfy(finding -> assertThat(finding.help()).isPresent())
                          .allSatisfy(
                              finding ->
                                  assertThat(finding.span().line())
                                      .as(FindingPrinter.pretty(finding))
                                      .isGreaterThanOrEqualTo(15));
                    }));
  }

  @Test
  void aCommaIsTheDecimalMarkWhereTheBookSaysSo() {
    Settings comma = new Settings("es", Notation.COMMA, List.of(), Limits.DEFAULT);
    assertThat(Chapters.compile(Chapters.product("[1,71]{= c / 7} y {{c / 7}}"), comma).findings())
        .isEmpty();
    assertThat(Chapters.codes(Chapters.compile(Chapters.product("[1.71]{= c / 7}"), comma)))
        .containsExactly("16: P0303");
    assertThat(Chapters.codes(Chapters.compile(Chapters.product("[1,71]{= c / 7}"))))
        .containsExactly("16: P0303");
  }
}
