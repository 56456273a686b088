package dev.perilla.chapter.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Places, and findings as people read them.
final class FindingPrinterTest {
  private enum TestCode implements Finding.Code {
    WRONG;

    @Override
    public String id() {
      return "P9999";
    }

    @Override
    public String title() {
      return "something wrong";
    }
  }

  @Test
  void aFindingHasPlaceExcerptCaretAndHelp() {
    SourceFile file = SourceFile.of("a.yaml", "x: 1\ny: 0.05 / 0.01 = 5\n");
    Finding finding =
        Finding.error(TestCode.WRONG, new Span(file, 8, 12), "the text says 0.05")
            .label("it is 0.04")
            .related(new Span(file, 0, 1), "given here")
            .help("write 0.04\nor leave it out");
    assertThat(FindingPrinter.pretty(finding))
        .isEqualTo(
            """
            a.yaml:2:4: error[P9999]: the text says 0.05
                2 | y: 0.05 / 0.01 = 5
                  |    ^^^^ it is 0.04
               note: a.yaml:1:1: given here
                1 | x: 1
                  | ^
               help: write 0.04
                     or leave it out
            """);
  }

  /// What quotes a page of text is cut in its middle, so that what is said of it is found.
  @Test
  void longQuotationsAreCut() {
    SourceFile file = SourceFile.of("a.yaml", "9".repeat(5000) + "\n");
    Finding finding =
        Finding.error(TestCode.WRONG, new Span(file, 0, 5000), "9".repeat(5000) + " is much")
            .help("write [" + "9".repeat(5000) + "]{plain}");
    assertThat(FindingPrinter.pretty(finding).lines().map(String::length))
        .containsExactly(629, 168, 168, 612);
    assertThat(FindingPrinter.pretty(finding)).contains("99 … 99", "99 is much\n", "99]{plain}\n");
  }

  /// Columns of a place count code points; the caret stands where a terminal shows them.
  @Test
  void columnsCountCodePoints() {
    SourceFile file = SourceFile.of("a.yaml", "t: 🙂🙂 7\n");
    Finding finding = Finding.warning(TestCode.WRONG, new Span(file, 8, 9), "seven");
    assertThat(FindingPrinter.pretty(finding))
        .isEqualTo(
            """
            a.yaml:1:7: warning[P9999]: seven
                1 | t: 🙂🙂 7
                  |         ^
            """);
  }

  @Test
  void caretsStandBelowWideCharactersAndMarks() {
    assertThat(carets("损失是 1,0", "1,0")).isEqualTo("       ^^^");
    assertThat(carets("损失是 1", "失")).isEqualTo("  ^^");
    assertThat(carets("バイアス、한글：7", "7")).isEqualTo(" ".repeat(16) + "^");
    assertThat(carets("ｶﾅ é e\u0301 7", "7")).isEqualTo("       ^");
    assertThat(carets("n\u0303 = 7", "7")).isEqualTo("    ^");
  }

  private static String carets(String line, String part) {
    int at = line.indexOf(part);
    Span place = new Span(SourceFile.of("a.yaml", line), at, at + part.length());
    String shown = FindingPrinter.pretty(Finding.error(TestCode.WRONG, place, "it"));
    return shown.lines().skip(2).findFirst().orElseThrow().substring("      | ".length());
  }

  @Test
  void aFileCannotPlayWithTheTerminal() {
    SourceFile file = SourceFile.of("a.yaml", "\u001b[31mred\tand \u202Eback");
    Finding finding = Finding.error(TestCode.WRONG, Span.at(file, 5), "\u001b[0m\nnext");
    assertThat(FindingPrinter.pretty(finding))
        .isEqualTo(
            """
            a.yaml:1:6: error[P9999]: \uFFFD[0m next
                1 | \uFFFD[31mred and \uFFFDback
                  |      ^
            """);
  }

  @Test
  void aLongLineIsCutAroundTheCaret() {
    SourceFile file = SourceFile.of("a.yaml", "x".repeat(500) + "7" + "y".repeat(500));
    String[] lines =
        FindingPrinter.pretty(Finding.error(TestCode.WRONG, new Span(file, 500, 501), "seven"))
            .split("\n", -1);
    assertThat(lines[1]).hasSize(8 + 160);
    assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('7');
  }

  @Test
  void linesEndInAnyOfThreeWays() {
    SourceFile file = SourceFile.of("a", "one\r\ntwo\rthree\n");
    assertThat(file.lineCount()).isEqualTo(4);
    assertThat(Stream.of(1, 2, 3, 4).map(file::lineText))
        .containsExactly("one", "two", "three", "");
    assertThat(file.line(5)).isEqualTo(2);
    assertThat(file.column(7)).isEqualTo(3);
  }

  @Test
  void aTextKnowsWhereItsCharactersStand() {
    SourceFile file = SourceFile.of("a", "'it''s'");
    Text text = Text.mapped("it's", file.span(), new int[] {1, 2, 3, 5}, new int[] {2, 3, 5, 6});
    assertThat(text.span(2, 3).text()).isEqualTo("''");
    assertThat(text.span(3, 4).text()).isEqualTo("s");
    assertThat(text.sub(1, 4).value()).isEqualTo("t's");
    assertThat(text.sub(1, 4).span(2, 3).text()).isEqualTo("s");
    assertThat(text.span(4, 4)).isEqualTo(Span.at(file, 6));
    assertThat(text).isEqualTo(Text.of(SourceFile.of("b", "it's")));
  }

  @Test
  void theNearestKnownWordIsSuggested() {
    List<String> known = List.of("title", "type", "blocks");
    assertThat(Suggestion.nearest("titel", known)).isEqualTo(Optional.of("title"));
    assertThat(Suggestion.nearest("Blocks", known)).isEqualTo(Optional.of("blocks"));
    assertThat(Suggestion.nearest("summary", known)).isEmpty();
  }
}
