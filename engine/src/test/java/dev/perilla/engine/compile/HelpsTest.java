package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a line that an author has written, and the step that is offered: `a` is 3, `b`
/// is 4, `c` is their product.
final class HelpsTest {
  /// Only the name differs where the other sides agree with each other: digits that agree with the
  /// name would make the arithmetic false, so none are offered.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
`c = 4 - 0.3 = 3.7` | c is 12 here, but the other sides agree on 3.7: a value of another step has another name in the program, such as c_1 = …; if c is meant, correct the other sides
`c = 3.7 = 4 - 0.3` | c is 12 here, but the other sides agree on 3.7: a value of another step has another name in the program, such as c_1 = …; if c is meant, correct the other sides
$c = 1.402 \\cdot 3 - 1.7995 = 2.4065$ | c is 12 here, but the other sides agree on 2.4065: a value of another step has another name in the program, such as c_1 = …; if c is meant, correct the other sides
`c = a * b = 13` | the text says 13, the program gives 12: write 12
`c = 4 - 0.3 = 12` | c is 12, but 4 - 0.3 is 3.7: correct the number that is wrong, or write those that are rounded with more digits
`c = 3 * 4 = 13` | the text says 13, the program gives 12: write 12
""")
  void aNameOfAnotherStep(String line, String said) {
    assertThat(said(line)).isEqualTo(said);
  }

  /// A title that Markdown takes for a piece of a page.
  @Test
  void aLineThatBeginsWithATag() {
    String chapter = "perilla: 1\nid: a\ntitle: \"%s\"\nblocks:\n  - {type: prose, text: x}\n";
    assertThat(Chapters.compile(chapter.formatted("<b> is bold")).findings()).isEmpty();
    assertThat(Chapters.compile(chapter.formatted("<div> is a box")).findings())
        .extracting(it -> it.message() + ": " + it.help().orElse(""))
        .containsExactly(
            "only one line of text may stand here, no blocks: begin with a word, or write the tag"
                + " as code: it is shown, not obeyed");
  }

  /// Signs that are not quite what they should be would be shown to readers.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
It is {{c} now. | error: nothing is filled in here: a brace is missing: write {{c}}; braces that are meant so have a backslash: \\{
It is {{c. | error: nothing is filled in here: a brace is missing: write {{c}}; braces that are meant so have a backslash: \\{
It is {{c:.1f} and {{c}}. | error: nothing is filled in here: a brace is missing: write {{c:.1f}}; braces that are meant so have a backslash: \\{
It is {c}}. | error: nothing is filled in here: a brace is missing: write {{c}}; braces that are meant so have a backslash: \\{
It is {{{c}}}. | error: these are three braces, not two: write {{c}}; a set has a blank before its own: {{ {c} }}
It is {c}. | warning: {c} is shown as it stands, nothing is filled in: write {{c}} to fill it in, or \\{c} if meant so
It is {c:.2f}. | error: {c:.2f} is shown as it stands, nothing is filled in: write {{c:.2f}} to fill it in
It is \\{c} or {C}, a set {x, y} or {{x}, {y}}, and {"k": {"n": c}}. | ""
It is {{c}}{plain}. | error: a number that is filled in needs no mark: leave {plain} out
It is 20{plain}. | error: {plain} marks nothing: no words in brackets stand before it: write [20]{plain}
It is [4] {= dc/da}. | error: a blank stands between the words and their mark: write [4]{= dc/da}
It is [4](= dc/da). | error: a mark stands in braces, not in round brackets: write [4]{= dc/da}
It is [4](=c). | error: a mark stands in braces, not in round brackets: write [4]{=c}
It is [4]{= dc/da. | error: this mark is not closed: write [4]{= dc/da}
It is [4]{= dc/da. And more. | error: this mark is not closed: write [4]{= dc/da …}
Between [[1, 2]]{plain}. | error: this mark is not read because of the brackets within its words: write [\\[1, 2\\]]{plain}
Between [\\[1, 2\\]]{plain}. | ""
After the [learning rate](term:learning rate). | error: this link is shown as it stands, since a blank ends its address: write [learning rate](<term:learning rate>)
See [the sum](the sum.html#part). | error: this link is shown as it stands, since a blank ends its address: write [the sum](<the sum.html#part>)
See ![four points](four points.svg). | error: this link is shown as it stands, since a blank ends its address: write ![four points](<four points.svg>)
See [the sum] (https://example.org/). | error: this link is shown as it stands, since a blank stands before its address: write [the sum](https://example.org/)
As [he] (the guide) says, [see](below it), [x] (term of a sum) and \\[a](term:a b). | ""
It is [4]{= c / 3:.1f}. | error: a format stands where a number is filled in; here the digits that are written are the format: write [4]{= c / 3}
It is 4]{= b}. | error: no bracket opens the words of this mark: write [words]{= b}
The `code is open. | warning: ` is shown as it stands, nothing closes it: close it with another `, or put a backslash before it if it is meant so
The **word is open. | warning: ** is shown as it stands, nothing closes it: close it with another **, or put a backslash before it if it is meant so
The word** is open, a**b and \\` are not. | warning: ** is shown as it stands, nothing closes it: close it with another **, or put a backslash before it if it is meant so
""")
  void signsThatAreNotQuiteRight(String line, String said) {
    assertThat(
            Chapters.compile(Chapters.product(line)).findings().stream()
                .map(it -> it.severity().name().toLowerCase(Locale.ROOT) + ": " + said(it))
                .collect(Collectors.joining("\n")))
        .isEqualTo(said);
  }

  /// What is offered for a number is what it may come from: not what is rounded to one digit, nor a
  /// gradient that every program has.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
A rate of 0.8. | bind it: [0.8]{= expression}; or say that it is no claim: [0.8]{plain}
A rate of 0.75. | fill it in: {{delta_c}}; or bind it: [0.75]{= delta_c}
After 1 step. | fill it in: {{sizes[1]}}; or bind it: [1]{= sizes[1]}; or say that it is no claim: [1]{plain}
""")
  void whatANumberMayComeFrom(String line, String help) {
    assertThat(Chapters.compile(Chapters.product(line)).findings().getFirst().help())
        .hasValue(help);
  }

  /// What another reading of the same signs gives is named.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
100 + 20% = 120 | a percent is a hundredth of 1: write 100 × (1 + 20%)
[1 103]{= c + 1090} | write the number that the program gives: {{c + 1090}}
[1.2 × 10³]{= c * 100 + 100} | write 1.3 in the place of 1.2
250 − 20 % = 200 | a percent is a hundredth of 1: write 250 × (1 - 20%)
100 + 20% = 130 | write 100.2
100 + 20% = 100 | write 100.2, or ≈ 100
`a / b = 1` | write 0.75, or ≈ 1
$\\log 100 = 2$ | log is the natural logarithm; write log10, in formulas \\log_{10}
$\\log 100 = 3$ | write 4.60517
1.343,92 | the decimal mark is . here; a book that writes commas says `decimal: ","` in book.yaml; what is no claim is marked [1.343,92]{plain}
""")
  void whatMayBeMeant(String line, String help) {
    assertThat(Chapters.compile(Chapters.product(line)).findings().getFirst().help())
        .hasValue(help.replace("\\\\", "\\"));
  }

  /// What states nothing can state what it gives.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
Now `exp(a - 2)`. | say that it is no claim: [`exp(a - 2)`]{plain}; or let it state something: `exp(a - 2) = 2.71828`
Now `2 ** 40`. | say that it is no claim: [`2 ** 40`]{plain}; or let it state something: `2 ** 40 = 1099511627776`
Now `f(2)`. | say that it is no claim: [`f(2)`]{plain}; or let it state something, such as y = 2 * x + 1 = 7; or fill it in: {{sizes[2]}}
Now `7.5`. | say that it is no claim: [`7.5`]{plain}; or let it state something, such as y = 2 * x + 1 = 7
""")
  void whatCodeCanState(String line, String help) {
    assertThat(Chapters.compile(Chapters.product(line)).findings().getFirst().help())
        .hasValue(help);
  }

  /// A text that stands before its example may say that it is about it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
$$A = P \\cdot 2^n$$ | write `about: savings` beside this text, where A has a value, or say that it is no claim: [$$A = P \\cdot 2^n$$]{plain}
Start with 1,000. | write `about: savings` beside this text, which has that number; or bind it: [1,000]{= expression}; or say that it is no claim: [1,000]{plain}
Start with 7. | bind it: [7]{= expression}; or say that it is no claim: [7]{plain}
It ends at 16,000. | write `about: more` beside this text, which has that number; or bind it: [16,000]{= expression}; or say that it is no claim: [16,000]{plain}
$Q = 3$ | give Q a value in a block above, or say that it is no claim: [$Q = 3$]{plain}
""")
  void aTextBeforeItsExample(String line, String help) {
    String chapter =
        """
        perilla: 1
        id: t
        title: Interest
        blocks:
          - {type: prose, text: '%s'}
          - {type: example, id: savings, given: {P: 1000, n: 3}, code: A = P * 2**n, output: A}
          - {type: code, id: more, code: B = 2 * A}
        """
            .formatted(line.replace("\\\\", "\\"));
    assertThat(Chapters.compile(chapter).findings().getFirst().help())
        .hasValue(help.replace("\\\\", "\\"));
  }

  private static String said(Finding finding) {
    return finding.message() + finding.help().map(help -> ": " + help).orElse("");
  }

  private static String said(String line) {
    Compilation compilation = Chapters.compile(Chapters.product(line));
    return compilation.findings().stream()
        .map((Finding it) -> said(it))
        .collect(Collectors.joining("\n"));
  }
}
