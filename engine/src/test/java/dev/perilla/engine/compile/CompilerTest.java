package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.format.BookReader;
import dev.perilla.chapter.format.DataReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.FindingPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// From a chapter to its compiled form, and what is said where it cannot be compiled.
final class CompilerTest {
  @Test
  void eachNumeralHasAStanding() {
    CompiledChapter chapter =
        Chapters.clean(
            Chapters.product(
                """
                `c = a * b = 12`: that is {{c}}, see [20]{plain} and [1.8]{cite=paper}.
                """));
    assertThat(ledger(chapter))
        .isEqualTo(
            """
            GIVEN 3
            GIVEN 4
            GIVEN 0.01
            GIVEN 7
            GIVEN 1
            GIVEN 2
            GIVEN 17.5
            GIVEN 18.5
            GIVEN 0.75
            GIVEN 7
            CHECKED c = a * b = 12
            CHECKED 12
            COMPUTED 12
            PLAIN 20
            CITED 1.8
            """);
  }

  /// A mark of a language changes nothing of what is read: numbers under it are accounted for as if
  /// it were not there.
  @Test
  void wordsMayBeInAnotherLanguage() {
    CompiledChapter chapter =
        Chapters.clean(Chapters.product("El [learning *rate* of {{a}}, or `a = 3`]{lang=en}."));
    assertThat(chapter.blocks().getLast().toString())
        .contains("InLanguage[lang=en", "Emphasis", "Num[text=3");
    assertThat(ledger(chapter)).contains("CHECKED a = 3");
    assertThat(findings(Chapters.product("The [rate]{lang=e n} and [12 rates]{lang=en}.")))
        .contains("`e n` is no language", "the number 12 has no standing");
  }

  private static String ledger(CompiledChapter chapter) {
    return chapter.ledger().entries().stream()
        .map((Ledger.Entry e) -> e.standing() + " " + e.text() + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void aGradientIsShownWithItsWitnesses() {
    CompiledChapter chapter =
        Chapters.clean(
            """
            perilla: 1
            id: t
            title: Tanh
            blocks:
              - type: example
                given: {x: 0.5}
                code: y = x.tanh()
                output: y
                show: [gradients]
            """);
    Part.Example example = (Part.Example) chapter.blocks().get(0);
    View.Gradients view = (View.Gradients) example.views().get(0);
    assertThat(view.rows().get(0).grad().text()).isEqualTo("0.786448");
    Ledger.Entry entry =
        chapter.ledger().entries().stream()
            .filter(e -> e.id().equals(view.rows().get(0).grad().claim()))
            .findFirst()
            .orElseThrow();
    assertThat(entry.expression()).contains("dy/dx");
    assertThat(entry.witnesses().orElseThrow().reverse())
        .isEqualTo(entry.witnesses().orElseThrow().forward())
        .startsWith("0.78644773296592");
  }

  @Test
  void aKinkIsNotShownAsAGradient() {
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: Relu
                blocks:
                  - type: example
                    given: {x: 0}
                    code: y = x.relu()
                    output: y
                    show: [gradients]
                """))
        .startsWith("t.chapter.yaml:9:12: error[P0213]: dy/dx does not exist: the slope is 0.0");
  }

  @Test
  void aTextLooksAtTheStateAboveOrAtTheBlockThatItIsAbout() {
    Chapters.clean(
        """
        perilla: 1
        id: t
        title: "It ends at `x = 3`, it began at {{one.x}}"
        blocks:
          - {type: prose, about: three, text: "`x = 3` already here, and {{two.x}} between"}
          - {type: code, id: one, code: x = 1}
          - {type: prose, text: "`x = 1`"}
          - {type: code, id: two, code: x = 2}
          - {type: prose, text: "`x = 2`, before it `one.x = 1`"}
          - {type: prose, about: one, text: "`x = 1`"}
          - {type: code, id: three, code: x = 3}
          - {type: prose, text: "`x = 3`"}
        """);
  }

  @Test
  void aTextCannotChangeTheProgram() {
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - {type: code, code: "xs = [1, 2]"}
                  - {type: prose, text: "{{xs.pop()}} and {{xs.append(3)}}"}
                  - {type: prose, text: "`len(xs) = 2`"}
                """))
        .contains("t.chapter.yaml:6:")
        .doesNotContain("t.chapter.yaml:7:");
  }

  @Test
  void namesReasonsAndSourcesHaveNumbersToo() {
    String yaml =
        """
        perilla: 1
        id: t
        title: T
        sources: {book: {title: The report of 1986, url: "https://example.org"}}
        blocks:
          - type: dialogue
            turns: [{who: "Student [7]{plain}", text: Hi.}]
          - {type: code, lang: text, run: false, reason: "needs `v` [3]{plain}", code: x = 12}
        """;
    CompiledChapter chapter = Chapters.clean(yaml);
    assertThat(ledger(chapter))
        .isEqualTo(
            """
            CITED 1986
            PLAIN 7
            PLAIN 3
            PLAIN 12
            """);
    assertThat(chapter.blocks().toString()).contains("who=Student 7,").contains("[needs v 3]");
    assertThat(findings(yaml.replace("[7]{plain}", "7").replace("[3]{plain}", "3")))
        .contains("t.chapter.yaml:7:28: error[P0301]: the number 7")
        .contains("t.chapter.yaml:8:61: error[P0301]: the number 3");
  }

  /// What cannot be read as Python has its digits accounted for as well.
  @Test
  void pythonThatDoesNotRunIsReadAsPython() {
    String yaml =
        """
        perilla: 1
        id: t
        title: T
        blocks:
          - {type: code, lang: python, run: false, reason: Why., code: "f(0,100)  # 1,000 x2\\n!pip 3\\n'5 in $6"}
        """;
    assertThat(ledger(Chapters.clean(yaml)).lines().sorted())
        .containsExactly("PLAIN 0", "PLAIN 1,000", "PLAIN 100", "PLAIN 3", "PLAIN 5", "PLAIN 6");
    assertThat(Chapters.clean(yaml.replace("f(0", "for x in (0")).blocks().toString())
        .contains("Token[kind=KEYWORD, text=for");
  }

  @Test
  void theTextsOfABookAreReadAsThoseOfAChapter() {
    assertThat(bookFindings("A book of [13]{plain}", "And `3 × 4 = 12`.")).isEmpty();
    assertThat(bookFindings("A book of 13", "And `3 × 4 = 13`, [2]{cite=x}."))
        .contains("book.yaml:2:19: error[P0301]: the number 13 has no standing")
        .contains("book.yaml:3:24: error[P0312]: the text says 13, the program gives 12")
        .contains("book.yaml:3:38: error[P0320]: there is no source x");
  }

  private static String bookFindings(String title, String summary) {
    String yaml =
        "perilla: 1\ntitle: \"%s\"\nsummary: \"%s\"\nlang: en\nchapters: [t]\n"
            .formatted(title, summary);
    Book book =
        BookReader.read("book.yaml", yaml.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
    return FindingPrinter.pretty(BookTexts.read(book, Chapters.SETTINGS).findings());
  }

  @Test
  void oneCauseIsOneFinding() {
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - type: code
                    code: |
                      x = 1
                      y = x / 0
                  - {type: prose, text: "`y = 3` and {{y}}"}
                  - {type: code, code: z = y}
                  - {type: code, code: "w = ("}
                """))
        .matches(
            """
            (?s)t.chapter.yaml:8:11: error\\[P0210\\]: ZeroDivisionError: division by zero
            .*t.chapter.yaml:11:\\d+: error\\[P0201\\].*\
            """)
        .doesNotContain("t.chapter.yaml:9:")
        .doesNotContain("t.chapter.yaml:10:");
  }

  @Test
  void aMarkKeepsTheEmphasisOfItsWords() {
    CompiledChapter chapter =
        Chapters.clean(Chapters.product("[**12**]{= c} and [`x 5`]{plain}\n"));
    assertThat(chapter.blocks().get(1).toString())
        .contains("Strong[inlines=[Num[text=12,")
        .contains("CodeSpan[claim=Optional.empty, inlines=[Str[text=x ], Num[text=5,");
  }

  @Test
  void anUnknownNameIsNamed() {
    assertThat(findings(Chapters.product("{{wordz}} and [12]{= cc} and `cc = 12`\n")))
        .contains("t.chapter.yaml:16:9: error[P0204]: name 'wordz' is not defined")
        .contains("help: did you mean words?")
        .contains("t.chapter.yaml:16:28: error[P0204]: name 'cc' is not defined")
        .contains("error[P0302]: the statement cannot be checked: name 'cc' is not defined");
  }

  /// Also where it is spent by an input, before the block's own code runs.
  @Test
  void aLimitThatIsSpentIsAFindingWhereverItIsMet() {
    for (String limit : List.of("steps: 1", "steps: 3", "values: 1", "memory: 1", "depth: 1")) {
      String yaml =
          Chapters.product("Now `c` is {{c}}.")
              .replace("n = nudge", "f = lambda: (lambda: c)(); d = f()\n      n = nudge")
              .replace("blocks:", "limits: {" + limit + "}\nblocks:");
      List<String> codes =
          Chapters.compile(yaml).findings().stream().map(it -> it.code().id()).toList();
      assertThat(codes).as(limit).containsOnly("P0211");
    }
  }

  /// A view shows what the program has; a list that is typed into it is none, unless it counts.
  @Test
  void listsOfViewsAreOfTheProgram() {
    for (String view :
        List.of(
            "table: {c: '[13]'}",
            "table: {n: '[1, 2]', y: '[0.9, 0.5]'}",
            "table: {a: \"['99%']\"}",
            "plot: {y: '[0.9, 0.5, 0.002]'}")) {
      assertThat(findings(view(view))).as(view).contains("is typed: nothing of the program");
    }
    for (String view :
        List.of(
            "table: {n: '[1, 2]', y: '[a, b]'}",
            "table: {n: '[0, 1]', y: '[a * n for n in range(2)]'}",
            "plot: {points: '[[0.5, a], [1, b]]'}",
            "plot: {points: '[[1, 13], [2, 14]]'}")) {
      assertThat(findings(view(view))).as(view).isEmpty();
    }
    assertThat(Chapters.compile(view("plot: {points: '[[1, 13]]'}")).chapter())
        .hasValueSatisfying(
            it ->
                assertThat(it.ledger().entries())
                    .filteredOn(entry -> entry.text().equals("13"))
                    .allMatch(entry -> entry.standing() == Ledger.Standing.GIVEN));
  }

  private static String view(String view) {
    return """
    perilla: 1
    id: t
    lang: en
    title: T
    blocks:
      - type: example
        id: product
        given: {a: 3, b: 4}
        code: c = a * b
        show:
          - %s
    """
        .formatted(view);
  }

  /// A letter is the function of the code where a bracket follows.
  @Test
  void sigmaIsAFunctionBeforeABracket() {
    assertThat(findings(Chapters.product("$\\sigma(0) = 0.5$"))).isEmpty();
    assertThat(findings(Chapters.product("$\\sigma\\left(0\\right) = 0.5$"))).isEmpty();
    assertThat(findings(Chapters.product("$\\sigma_1 = 2$"))).contains("sigma_1");
    assertThat(findings(Chapters.product("$\\sigma = \\sqrt{4} = 2$"))).isEmpty();
    assertThat(findings(Chapters.product("$\\sigma^2 = 4$")))
        .contains("sigma is a function here, and of nothing");
  }

  @Test
  void aSideIsShownWithItsBrackets() {
    assertThat(
            findings(
                Chapters.product("`2 * (c) = 3`, `c = 0 - 0.1 * (-6)`, `(a) * (b + (1)) = 4`")))
        .contains("2 * (c): off by 21")
        .contains("c is 12, but 0 - 0.1 * (-6) is 0.6000000000000001")
        .contains("(a) * (b + (1)): off by 11");
    assertThat(findings(Chapters.product("$\\frac{dc}{da} = \\frac{dc}{db}$, `(a) + (b) > (c)`")))
        .contains("∂c/∂a is 4.0, but ∂c/∂b is 3.0")
        .contains("but (a) + (b) is 7 and c is 12");
  }

  @Test
  void aFalseNumberIsPointedAt() {
    assertThat(findings(Chapters.product("It changes: `n.change / n.by = 5`.\n")))
        .isEqualTo(
            """
            t.chapter.yaml:16:38: error[P0312]: the text says 5, the program gives 3.9999999999999147
               16 |       It changes: `n.change / n.by = 5`.
                  |                                      ^ n.change / n.by: off by 1, allowed 0
               help: write 4
            """);
  }

  @Test
  void aCommentClaimsTheValueOfItsLineEachTimeThatItRuns() {
    Chapters.clean(
        """
        perilla: 1
        id: t
        title: T
        blocks:
          - type: code
            code: |
              x = 2 * 3  # => 6
              s = "a" + "b"  # => 'ab'
              for i in [1, 1]:
                  y = i  # => 1
        """);
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - type: code
                    code: |
                      for i in [1, 2]:
                          y = i  # => 1
                      if y > 5:
                          z = 1  # => 1
                """))
        .contains("t.chapter.yaml:8:23: error[P0315]: the comment says 1, the line gives 2")
        .contains("t.chapter.yaml:10:23: error[P0331]");
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - {type: code, code: "print(2 * 3, end='!')  # => 6"}
                """))
        .contains("P0315", "this one gives None");
  }

  /// A fence may draw what would be with other inputs; a sentence says what is.
  @Test
  void aFenceInWhichEveryNumberIsBoundClaimsNothingElse() {
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - {type: example, given: {a: 3, b: 4}, code: c = a * b, output: c}
                  - type: prose
                    text: |
                      ```
                      c = [3.01]{= a + 0.01} * [4]{= b} = [12.04]{= 3.01 * 4}
                      a = [1]{= dc/dc}  →  c = [4]{= nudge(c, a, 1 - a.data).after}
                      ```
                """))
        .isEmpty();
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - {type: example, given: {a: 3, b: 4}, code: c = a * b, output: c}
                  - {type: prose, text: "So `c = [13]{= a * b + 1}`."}
                """))
        .contains("P0312", "the text says 13, the program gives 12");
  }

  @Test
  void percentOfWhatIsPercentAlreadyIsTold() {
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - {type: code, code: p = 0.659}
                  - {type: prose, text: "That is [65.9 %]{= p * 100}."}
                """))
        .contains("P0312")
        .contains(
            "65.9 % is a hundredth of that: write it without %, or bind it to (p * 100) / 100");
  }

  @Test
  void assertionsAtTheTopOfAListingAreClaims() {
    CompiledChapter chapter =
        Chapters.clean(
            """
            perilla: 1
            id: t
            title: T
            blocks:
              - type: code
                code: |
                  x = 3
                  assert x < 4, "small"
                  if x > 5:
                      assert x < 6
            """);
    assertThat(ledger(chapter))
        .isEqualTo(
            """
            CHECKED x < 4
            GIVEN 3
            GIVEN 4
            GIVEN 5
            GIVEN 6
            """);
  }

  @Test
  void aLineThatRunsTooOftenIsNotTakenAsCompared() {
    assertThat(
            findings(
                """
                perilla: 1
                id: t
                title: T
                blocks:
                  - type: code
                    code: |
                      for i in range(2000):
                          y = i // 1500  # => 0
                """))
        .contains("error[P0310]: this line ran 2000 times, of which 1000 can be compared");
  }

  @Test
  void anExerciseIsProven() {
    String exercise =
        """
        perilla: 1
        id: t
        title: T
        blocks:
          - type: exercise
            given: {x: 2, w: -3}
            code: xw = x * w
            output: xw
            text: Compute.
            questions:
              - ask: What is `xw`?
                answer: xw
                mistakes: [{answer: x + w, say: That is the sum.}]
                attempts: [{said: "-6", verdict: right}, {said: "no idea", verdict: unanswered}]
        """;
    Chapters.clean(exercise);
    assertThat(findings(exercise.replace("\"-6\"", "\"-7\"")))
        .startsWith("t.chapter.yaml:14:27: error[P0316]: the judge says wrong of \"-7\"");
    assertThat(findings(exercise.replace("x + w", "w * x")))
        .startsWith("t.chapter.yaml:13:29: error[P0317]: the mistake w * x is -6");
    assertThat(findings(exercise.replace("no idea", "page 7")))
        .startsWith("t.chapter.yaml:14:63: error[P0301]: the number 7 has no standing");
  }

  private static final String DATA =
      """
      perilla: 1
      id: t
      title: T
      data: {points: points.csv}
      blocks:
        - type: code
          code: |
            total = sum(y for x, y in points)
        - type: prose
          text: "All of them: `total = 6`."
      """;

  @Test
  void aProgramSeesTheRowsOfADataFile() {
    Settings settings = Chapters.SETTINGS.with(Map.of("points.csv", rows("x,y\n1,2\n3,4\n")));
    assertThat(Chapters.compile(DATA, settings).findings()).isEmpty();
  }

  @Test
  void withoutItsDataAChapterIsNotRun() {
    assertThat(findings(DATA))
        .isEqualTo(
            """
            t.chapter.yaml:4:16: error[P0334]: the book has no data file `points.csv`
                4 | data: {points: points.csv}
                  |                ^^^^^^^^^^
               help: name a .csv or .json file by its path from the folder of the book
            """);
    Settings broken = Chapters.SETTINGS.with(Map.of("points.csv", rows("1,2\n3\n")));
    assertThat(Chapters.codes(Chapters.compile(DATA, broken))).containsExactly("2: P0117");
  }

  private static Read<List<Object>> rows(String csv) {
    return DataReader.read("points.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static String findings(String yaml) {
    return FindingPrinter.pretty(Chapters.compile(yaml).findings());
  }

  /// What the help of a limit says can be written as it stands.
  @Test
  void aLimitIsRaisedByTheWordOfItsHelp() {
    String endless =
        """
        perilla: 1
        id: t
        title: Endless
        limits: {%s}
        blocks:
          - type: code
            code: |
              while True:
                  pass
        """;
    assertThat(help(endless.formatted("steps: 400_000, seconds: 1e300, depth: 1_000_000_000")))
        .startsWith("raise limits: {steps: 800000} ");
    String help = help(endless.formatted("steps: 1_000_000_000, seconds: 0.05"));
    assertThat(help).startsWith("raise limits: {seconds: 0.1} ");
    assertThat(help(endless.formatted("steps: 1_000_000_000, seconds: 0.1")))
        .startsWith("raise limits: {seconds: 0.2} ");
    assertThat(help(endless.formatted("steps: 100"))).startsWith("raise limits: {steps: 200} ");
  }

  /// A single digit may be the number of something by chance: then the way out is named too.
  @Test
  void aNumberThatIsKnownIsOfferedByItsName() {
    assertThat(help(Chapters.product("It is 12.")))
        .isEqualTo("fill it in: {{c}}; or bind it: [12]{= c} (also that number: n.before)");
    assertThat(help(Chapters.product("It has 3 steps.")))
        .isEqualTo(
            "fill it in: {{a}}; or bind it: [3]{= a} (also that number: b.grad, len(sizes));"
                + " or say that it is no claim: [3]{plain}");
  }

  @Test
  void aNumberOfAnObjectIsOfferedByItsAttribute() {
    String yaml =
        """
        perilla: 1
        id: t
        title: A Value of our own
        blocks:
          - type: code
            code: |
              class Value:
                  def __init__(self, data):
                      self.data = data
              out = Value(0.25)
          - type: prose
            text: It is 0.25.
        """;
    assertThat(help(yaml)).isEqualTo("fill it in: {{out.data}}; or bind it: [0.25]{= out.data}");
  }

  private static String help(String yaml) {
    return Chapters.compile(yaml).findings().getFirst().help().orElseThrow();
  }

  /// Names of several blocks: each is looked up in its own, or refused where no state has all.
  @Test
  void anExpressionMayNameSeveralBlocks() {
    String chapter =
        """
        perilla: 1
        id: t
        title: T
        blocks:
          - {type: code, id: one, code: "x = 2; y = 5; s = [1]"}
          - {type: code, id: two-b, code: "x = 3; z = 7; s = [2]"}
          - type: prose
            text: "%s"
        """;
    for (String truth :
        List.of(
            "[35]{= one.y * two-b.z}",
            "[9]{= one.x + two-b.z}",
            "[5]{= one.x + two-b.x}",
            "[3]{= x - (one.y - two-b.y)}",
            "`one.y + two-b.x = 8`",
            "[14]{= 2 * two-b.z}")) {
      assertThat(FindingPrinter.pretty(Chapters.compile(chapter.formatted(truth)).findings()))
          .isEmpty();
    }
    assertThat(
            FindingPrinter.pretty(
                Chapters.compile(chapter.formatted("[2]{= len(one.s + two-b.s)}")).findings()))
        .contains("error[P0310]: no state of the program has all that this names")
        .contains("help: compute it in a code block, under a name of its own");
  }

  /// A slider goes from its least value by steps, so that it can stand at the value.
  @Test
  void aKnobCanStandAtItsValue() {
    String[][] all = {
      {"3", "-2 8 0.1"},
      {"3, min: 0, max: 10", "0 10 0.1"},
      {"3.55, min: 0, max: 10", "0 10 0.01"},
      {"3, step: 0.3", "-1.8 8 0.3"},
    };
    for (String[] one : all) {
      String chapter =
          """
          perilla: 1
          id: knobs
          title: Knobs
          blocks:
            - type: example
              given: {a: {value: %s}}
              code: c = a * 2
              output: c
              show: [knobs]
          """
              .formatted(one[0]);
      CompiledChapter.Part.Example example =
          (CompiledChapter.Part.Example) Chapters.clean(chapter).blocks().getFirst();
      CompiledChapter.Input.Range knob = example.given().getFirst().knob().orElseThrow();
      assertThat(
              knob.min().orElseThrow()
                  + " "
                  + knob.max().orElseThrow()
                  + " "
                  + knob.step().orElseThrow())
          .as(one[0])
          .isEqualTo(one[1]);
    }
  }
}
