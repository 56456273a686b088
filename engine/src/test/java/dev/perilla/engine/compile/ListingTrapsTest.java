package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.FindingPrinter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// False numbers in what a listing says in words, its strings and comments, and their true twins:
/// `loss` is 0.25, `w` is `[0.5, 1.25]`, and there are 10 steps.
final class ListingTrapsTest {
  private static String chapter(String line) {
    return """
    perilla: 1
    id: t
    title: T
    blocks:
      - type: code
        code: |
          w = [0.5, 1.25]
          loss = w[0] * w[0]
          def f(x):
              return 2 * x
          for step in range(10):
              pass
    """
        + line.indent(6);
  }

  private static String findings(String line) {
    return FindingPrinter.pretty(Chapters.compile(chapter(line)).findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what is printed of a string is what its author typed
        "print('the loss is 0.25') | print('the loss is 0.26')",
        "print('after 10 steps:', loss) | print('after 11 steps:', loss)",
        "print('2 * loss =', 2 * loss) | print('2 * loss =', 3 * loss)",
        "print(f'f(2) = {f(2)}') | print(f'f(2) = {f(3)}')",
        "q = 8; print('q =', q) | q = 8; print('q =', loss)",
        "q = 8; print(f'loss = {loss}, q = {q}') | q = 8; print(f'loss = {loss}, q = {loss}')",
        "q = 8; print('q =', q, 'loss =', loss) | q = 8; print('q =', q, 'loss =', q)",
        "q = 8; print(2 * q, '=', 16) | q = 8; print(q, 'loss = ', q)",
        "print('2 + 3 =', 2 + 3) | print('2 + 3 =', 2 * 3)",
        "print(2, '+', 3, '=', 5) | print(2, '+', 3, '=', 6)",
        "q = 8; print(f'{q} * {loss} = {q * loss}') | q = 8; print(f'{q} * {q} = {q * loss}')",
        "q = 5; print('q > 3', 3) | q = 5; print('q > 5')",
        "q = 8; print(f'{q} > {loss}') | q = 8; print(f'{q} < {loss}')",
        "q = 8; print('q > loss') | q = 8; print('q < loss')",
        "print('17 % 5 =', 17 % 5) | print('17 % of 5')",
        "print(f'after 10 steps: {loss:.3f}') | print(f'after 12 steps: {loss:.3f}')",
        "print('f(2) =', f(2)) | print('f(3) =', f(2))",
        "print('after %d of 10' % step) | print('after %d of 11' % step)",
        "print('{} of 10'.format(step)) | print('{} of 11'.format(step))",
        "print('w: ' + '1.25') | print('w: ' + '1.24')",
        "print('2 × 5 = 10') | print('2 × 5 = 11')",
        "print('50 % off') | print('60 % off')",
        "print(\"\"\"loss 0.25\"\"\") | print(\"\"\"loss 0.35\"\"\")",
        "message = 'the loss is 0.25' | message = 'the loss is 0.52'",
        "text = '0.25'; print(text) | text = '0.35'; print(text)",
        "print(f'{\"loss 0.25\"}') | print(f'{\"loss 0.35\"}')",
        "print(f'{\"10 steps\" if loss else \"none\"}') | print(f'{\"11 steps\" if loss else"
            + " \"none\"}')",
        "print({'loss 0.25': 1}) | print({'loss 0.35': 1})",
        "d = {'loss 0.35': 1}; print(d['loss 0.35']) | d = {'loss 0.35': 1}; print(d)",
        "print('10 of', f'{10}') | print('0.35 of', f'{\"0.35\"}')",
        "print(f'{loss} of 10') | print(f'{loss}5 of 10')",
        "text = '0.25!'; print(text) | text = '0.35!'; print(text)",
        "print('after ' '10') | print('after 10' '2')",
        "print('loss: ' + '0.25') | print('loss: 0' + '.35')",
        "print('loss: ' + str(loss)) | print('loss: 0.' + str(10))",
        "print('loss: ' + str(loss) + ', 10') | print('loss: ' + str(loss) + '10')",
        "end = '!'; print('10' + end) | end = '2'; print('10' + end)",
        "print('step 1'); print('step 2') | print('step 1'); print('step 3')",
        "print('step 7')  # plain | print('step 7')  # a number that is plain",
        "print('step 7')  # seven  # plain | print('step 7')  # plain words, seven",
        "print('caf\\xe9: 0.25') | print('caf\\xe9: 0.2\\x36')",
        "print('\\u2022 10') | print('\\61\\u0032')",
        // comments
        "x = 1  # `loss = 0.25` for now | x = 1  # `loss = 0.35` for now",
        "x = 1  # [2]{plain} and `f(3) = 6` | x = 1  # [2]{plain} and `f(3) = 7`",
        "x = 1  # 2 × 3 = 6 as `f(3)` | x = 1  # 2 × 3 = 7 as `f(3)`",
        "x = 1  # [`f(3) = 7`]{plain} | x = 1  # `f(3)` is 7",
        "x = 1  # `f(y) = y + y` | x = 1  # `f(y) = y³`",
        "x = 1  # `g(y) = y³`, `f(y) = z³` | x = 1  # `f(y) = y²`",
        "g = lambda u, v: u * v  # `g(p, q) = q·p` | g = lambda u, v: u * v  # `g(p, q) = p²`",
        // a comment speaks of its line, or of the next
        "q = 1.5; q = 2.5  # ends at q = 2.5 | q = 1.5; q = 2.5  # ends at q = 3.5",
        "q = 1.5  # start at q = 1.5; | q = 1.5  # start at q = 1.6",
        "q = 1.5  # q = 1.5 | q = 1.5  # q = 1.6",
        "q = 1.5  # from q = 1.5 on | q = 1.5 * loss  # from q = 1.5 on",
        // the numbers of tuples and lists are held to their digits
        "(1.94, 0.1 + 0.05)  # => (1.94, 0.15) | (1.94, 0.1 + 0.05)  # => (1.94, 0.16)",
        "[[0.1 + 0.2], 'a']  # => [[0.3], 'a'] | [[0.1 + 0.2], 'a']  # => [[0.3], 'b']",
        "[0.1 + 0.2, 2]  # => [0.30, 2] | [0.1 + 0.2, 2]  # => [0.30]",
        // read a second time, as readers see them
        "x = 1  # {{loss}}, or so | x = 1  # {{loss}}5",
        "x = 1  # f is [1]{= x}. So | x = 1  # f is [1]{= x}.5",
        "x = 1  # [1]{plain} {{x}} | x = 1  # [1]{plain}{{x}}",
        "x = 1  # [100 %]{= x} of it | x = 1  # [1]{= x}% of it",
        "x = 1  # {{x}} e | x = 1  # {{x}}e3",
        // strings that are statements by themselves are read as comments are
        "'f(2) = 4' | 'f(2) = 5'",
        "'loss=0.25' | 'loss=13'",
        "'10' | '13'",
        "def g(x): 'f(3) = 6' | def g(x): 'f(3) = 7'",
        "'f(y) = 2y' | 'f(y) = 3y + 13'",
        "d = {'a': '13'}; ['k7'] | '13 of them';",
        "x = f'{\"0.35\"}' | 'loss: 0.35'",
        // behind a name a number is that of the name
        "n = 3; k = 8; print('n = 3') | n = 3; k = 8; print('n = 8')",
        "n = 3; k = 8; print('n is 3') | n = 3; k = 8; print('n is 8')",
        "n = 3; k = 8; print('n: 3, k: 8') | n = 3; k = 8; print('k: 8, n: 8')",
        "n = 3; n = 8; print('n = 3') | n = 8; k = 3; print('n = 3')",
        "n = 3; k = 8; print('2 + n = 8 - 3') | n = 3; k = 8; print('so n = 8')",
        "n = 13; print('13 of them') | n = 13; print('13 thousand')",
        "n = 13000; print('13 thousand') | n = 13; print('13k')",
      })
  void aTruthPassesAndALieDoesNot(String truth, String lie) {
    assertThat(findings(truth)).isEmpty();
    assertThat(findings(lie)).contains("error[P03");
  }

  @Test
  void whatAFunctionSaysOfItselfIsReadLineByLine() {
    String doc = "def g(x):\n    \"\"\"Twice x.\n\n    f(2) = %s\n    The loss is %s.\n    \"\"\"";
    assertThat(findings(doc.formatted("4", "0.25"))).isEmpty();
    assertThat(findings(doc.formatted("5", "0.25"))).contains("error[P0312]");
    assertThat(findings(doc.formatted("4", "0.35"))).contains("error[P0301]");
  }

  /// A string that is put into a text is not computed where the program has it word for word.
  @Test
  void aStringIsNoNumber() {
    String text =
        chapter("t = '0.35'; same = '0.25'; name = 'x1'; bits = format(5, 'b')")
            + "  - {type: prose, text: 'is {{name}} {{bits}} {{same}} {{%s}}'}";
    assertThat(Chapters.compile(text.formatted("str(loss)")).findings()).isEmpty();
    assertThat(FindingPrinter.pretty(Chapters.compile(text.formatted("t")).findings()))
        .contains("error[P0306]: t is '0.35', which the program has as a string");
    String prose = "  - {type: prose, text: 'is {{t}}'}";
    for (String typed : List.of("'35%'", "'n=35'", "'35;36'", "['35', '36']")) {
      assertThat(
              FindingPrinter.pretty(Chapters.compile(chapter("t = " + typed) + prose).findings()))
          .contains("error[P0306]: t is ")
          .contains("which the program has as a string: it is typed, not computed");
    }
    assertThat(Chapters.compile(chapter("t = 'x1 and y'") + prose).findings()).isEmpty();
  }

  /// Labels, keys, formats, names of files and data are no claims.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "print('x1 and w2', loss)",
        "d = {'k 4': 2}; print(d['k 4'])",
        "rows = '0.7,0.3'.split(',')",
        "name = 'model_v2.csv'",
        "print('0b101', '0b101'.count('1'))  # plain",
        "bits = 'a' * 5; print(1, bits.count('1'), '-')",
        "back = int('1101', 2); print(back, bin(13))",
        "print(f'{loss:8.3f}', f'{w[0]}')",
        "print('%8.3f' % loss, '{:>9}'.format(loss))",
        "print('a\\n', 'b', sep='\\t')",
        "print('on 2026-11-28')",
      })
  void whatIsNoNumberOfWordsIsNotAccused(String line) {
    assertThat(findings(line)).isEmpty();
  }

  @Test
  void theFindingSaysWhatToWrite() {
    assertThat(findings("print('the loss is 0.26')"))
        .isEqualTo(
            """
            t.chapter.yaml:13:26: error[P0301]: the number 0.26 has no standing: nothing computes or checks it
               13 |       print('the loss is 0.26')
                  |                          ^^^^
               help: let the program put it in, as in f"after {n} steps"; or write the comment # plain on the line where the string ends, which says that it is no claim
            """);
    assertThat(findings("y = loss  # about 7 mg"))
        .contains("bind it: [7]{= expression}; or say that it is no claim: [7]{plain}");
  }

  /// What a comment says of a line of a loop holds each time that the line runs.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "z = 4  # z = 4 | z = i * 2  # z = 4",
        "z = 0 * i  # z = 0 * i = 0 | z = i * 2  # z = i * 2 = 4",
        "t = i - i  # t = 0 | t += i  # t = 3",
      })
  void aCommentInALoopHoldsEachTime(String truth, String lie) {
    String loop = "t = 0\nfor i in range(3):\n    ";
    assertThat(findings(loop + truth)).isEmpty();
    assertThat(findings(loop + lie))
        .contains("error[P0315]: the comment says ", "the line gives 0");
  }

  /// What a line gives or prints may stand behind it without `=>`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "q = 3 * 4  # 12 | q = 3 * 4  # 13",
        "q = 3 * 4  # q is 12 | q = 3 * 4  # loss is 12",
        "q = 3 * 4  # -> 12 | q = 3 * 4  # 12 thousand",
        "q = 60 * 60  # 3600 seconds | q = 60 * 60  # 3700 seconds",
        "q = loss * 0.6  # 15 % | q = loss * 0.6  # 16 %",
        "# VAT of 21 %~vat = 0.21 | # VAT of 22 %~vat = 0.21",
        "vat = 0.21~q = 100 * (1 + vat)  # with 21 % VAT | vat = 0.21~q = 100 * (1 + vat)  # with"
            + " 12 % VAT",
        "# we add 21% to the price~q = 50 * 1.21 | # we add 31% to the price~q = 50 * 1.21",
        "q = loss / 3  # 0.083 | q = loss / 3  # 0.084",
        "q = 0.01  # a learning rate of 0.01 | q = 0.01  # less than 0.01",
        "w[0] -= 0.1  # now 0.4 | w[0] -= 0.1  # now 0.5",
        "w  # [0.5, 1.25] | w  # [0.5, 1.26]",
        "print(loss)  # 0.25 | print(loss)  # 0.26",
        "print(w[0], w[1])  # 0.5 1.25 | print(w[0], w[1])  # 1.25 0.5",
        "print(loss, w)  # => 0.25 [0.5, 1.25] | print(loss, w)  # => 0.25 [0.5, 1.26]",
        "print(f'{loss:.1%} of it')  # => 25.0% of it | print(f'{loss:.1%} of it')  # => 25.1% of"
            + " it",
        "for i in [1, 2]:~    print(i // 3)  # => 0 | for i in [1, 2]:~    print(i // 2)  # => 0",
        "print(loss / 3)  # => 0.083 | print(loss / 3)  # => 0.084",
        "print(3 * 4)~# Output: 12 | print(3 * 4)~# Output: 13",
        "for i in [1, 2, 3]:~    print(i * i)  # 1, 4, 9 | for i in [1, 2, 3]:~    print(i)  # 1,"
            + " 4, 9",
        "def g(v):~    return v * v  # 9~g(3) | def g(v):~    return v * v  # 9~g(3) + g(2)",
      })
  void aCommentSaysWhatItsLineGives(String truth, String lie) {
    assertThat(findings(truth.replace('~', '\n'))).isEmpty();
    assertThat(findings(lie.replace('~', '\n'))).contains("error[P03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z = i * 2  # z = i * 2",
        "z = i * 2\n# z = 4",
        "z = i * 2\nq = z  # q = 4",
        "z = 0.0 * i  # z = 0.0",
        "if i == 2:\n        z = i * 2  # z = 4",
      })
  void whatHoldsBehindALoopOrEachTimeIsTrue(String line) {
    assertThat(findings("for i in range(3):\n    " + line)).isEmpty();
  }

  /// What a comment says behind a line of names that get other values further down holds there.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "g = 2 * w  # g = 2w = 2 | g = 2 * w  # g = 2w = 14",
        "g = 2 * w  # g = 2 | g = 2 * w  # g = 14",
        "w = w - 0.2  # w = 1 - 0.2 = 0.8 | w = w - 0.2  # w = 1 - 0.2 = 7",
        "for i in range(3): w += 1  # w = 4 | for i in range(3): w += 1  # w = 7",
      })
  void aCommentSpeaksOfItsLine(String truth, String lie) {
    String listing = "w = 1.0\n%s\nw = 7.0\ng = 2 * w  # g = 14\n";
    assertThat(findings(listing.formatted(truth))).isEmpty();
    assertThat(findings(listing.formatted(lie))).contains("error[P03");
  }

  /// In a line of its own it speaks of where it stands, of the line below, or of the end.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "# w = 1 here~w = 3 * w | # w = 2 here~w = 3 * w",
        "# 3w = 3 * 1 = 3~w = 3 * w | # 3w = 3 * 2 = 6~w = 3 * w",
        "# so w = 3~w = 3 * w | # so w = 4~w = 3 * w",
        "# then w = 4~for i in range(3): w += 1 | # then w = 5~for i in range(3): w += 1",
        "# in the end w = 7~w = 3 * w | # in the end w = 8~w = 3 * w",
      })
  void aCommentInItsOwnLineSpeaksOfItsPlace(String truth, String lie) {
    String listing = "w = 1.0\n%s\nw = 7.0\n";
    assertThat(findings(listing.formatted(truth.replace('~', '\n')))).isEmpty();
    assertThat(findings(listing.formatted(lie.replace('~', '\n')))).contains("error[P031");
  }

  /// So it does in an example whose output stands below it.
  @Test
  void aCommentAboveTheOutputSpeaksOfItsLine() {
    String chapter =
        """
        perilla: 1
        id: t
        title: T
        blocks:
          - type: example
            given: {a: 3}
            code: |
              w = 2  # w = %s
              w = w * 3
              L = w * a
            output: L
            show: [graph]
        """;
    assertThat(Chapters.codes(Chapters.compile(chapter.formatted("2")))).isEmpty();
    assertThat(Chapters.codes(Chapters.compile(chapter.formatted("3"))))
        .containsExactly("8: P0312");
  }

  /// In a loop it is read when the listing has run.
  @Test
  void aCommentInALoopIsReadAtTheEnd() {
    String loop = "w = 1.0\nfor i in range(3):\n    g = 2 * w  # g = 2w\n    w = w - 0.1\n";
    assertThat(findings(loop))
        .contains(
            "is read when the listing has run; what its line gives each time is written `# => `");
  }

  /// Names that a listing gives one value, alone or several in a line, are compared in words; those
  /// that it gives others are not.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "q = 3 | P0312",
        "q, r = 3, 8 | P0312",
        "r, q = 8, 3 | P0312",
        "q = 8\\nq = 3 |",
        "q, r = 8, 9\\nq = 3 |",
        "q, r = 3, 8\\nr, q = q, 3 |",
        "q = 8\\nfor q in [3]: pass |",
        "q = 8\\nq -= 5 |",
      })
  void whatMovesIsOfAnotherCase(String code, String finding) {
    String prose = "  - type: prose\n    text: so q = {{loss}}\n";
    String chapter = chapter(code.replace("\\n", "\n")) + prose;
    String wanted = finding == null ? "" : "error[" + finding;
    assertThat(FindingPrinter.pretty(Chapters.compile(chapter).findings())).contains(wanted);
    assertThat(Chapters.compile(chapter).findings()).hasSize(finding == null ? 0 : 1);
  }

  /// What is printed behind a name may be of another case of it, or what is computed for it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "print('loss =', new_loss)",
        "print('loss =', loss - 0.1)",
        "print('the best loss =', q)",
        "print('gradient of loss =', q)",
        "print('loss =', q)  # plain",
        "print('1 / 3 =', round(1 / 3, 2))",
        "print(f'1 / 3 = {1 / 3:.1f}')",
        "print('2^3 =', 2 ** 3)",
        "print('q² =', q ** 2, 'and 2q =', 2 * q)",
        "print('mean =', sum(w) / len(w))",
        "print('len(w) =', len(w))",
        "print(q, '=', 2, '*', 4)",
        "print(f'{q} + q = {2 * q}')",
        "print(f'{q=}, q = {q:>8.2f}')",
        "print('for x =', 3, 'f(x) =', f(3))",
        "for i in w: print('loss =', i)",
        "print('-q =', -q, '|q| =', abs(q))",
        "print('y =', q)",
        "print('5 < 3', 5 < 3)",
        "print('5 < 3 is', 5 < 3)",
        "print(f'{q} < 3: {q < 3}')",
        "print('q < loss?')",
        "print(f'{w} < {q}', 'q <= loss', sep=', ')",
        "print('if q < loss, stop')",
        "print(f'{\"q\"} = {q}')",
        "print(f'{q} / 3 = {q / 3:.1f}')",
        "print('q <- loss')",
        "print('q > 3', 3)",
        "print(f'step {3} = {q}')",
        "print(f'{q}{q} = {q}')",
        "print('q =', 2, '*', 4)",
        "print(f'q = {2} * {4} = {q}')",
      })
  void whatIsPrintedMayBeOfAnotherCase(String line) {
    assertThat(findings("q = 8\nnew_loss = 0.2\n" + line)).isEmpty();
  }

  @Test
  void theLedgerHasTheNumbersOfStrings() {
    Ledger ledger = Chapters.clean(chapter("print('after 10 steps', '2 × 5 = 10')")).ledger();
    assertThat(ledger.entries())
        .filteredOn(it -> it.line() == 13)
        .extracting(it -> it.text() + " " + it.standing())
        .contains("10 GIVEN", "2 CHECKED", "5 CHECKED", "10 CHECKED");
  }
}
