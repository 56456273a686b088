package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Chapters that nobody of us would write, on a narrow phone.
@ExtendWith(Reading.class)
class OddPagesTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: odd
      title: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen and a_function_of_a_name_that_nobody_breaks(x)"
      blocks:
        - type: dialogue
          turns:
            - who: someone
              text: |
                ```text
                a listing that is wider than any phone is, in a conversation, where it has to scroll
                ```
        - type: prose
          text: >-
            A long one: [$f(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 + a_5 x^5 + a_6 x^6$]{plain} in a
            sentence.
        - type: example
          id: four
          given:
            x1: {value: -1.0e-300, min: -1.0e-299, max: 1.0e-299, step: 1.0e-301}
            w1: {value: 123456.75, min: 0, max: 200000, step: 0.25}
            x2: 1
            w2: 4
          code: |
            z = x1 * w1 + x2 * w2
          output: z
          show: [knobs]
        - type: example
          id: leaves
          given: {x1: 2, w1: -3, x2: 1, w2: 4, b: 3}
          code: |
            xw1 = x1 * w1
            xw2 = x2 * w2
            z = xw1 + xw2 + b
          output: z
          show: [graph]
      """;

  @Test
  void nothingIsWiderThanTheWindow(Reader reader) {
    try (Visit visit = reader.visit(Site.chapter(CHAPTER), Screen.NARROW)) {
      for (String path : List.of("odd.html", "index.html")) {
        Page page = visit.open(path);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(320);
      }
      Page page = visit.open("odd.html");
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('.turn')].every(it => it.offsetWidth <= 288)"))
          .isEqualTo(true);
    }
  }

  /// A number of which a part is out of sight looks like another number.
  @Test
  void aKnobShowsItsWholeNumber(Reader reader) {
    try (Visit visit = reader.visit(Site.chapter(CHAPTER), Screen.NARROW)) {
      Page page = visit.open("odd.html");
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('#four input[type=number]')].filter(it =>"
                      + " it.scrollWidth > it.clientWidth).map(it => it.value)"))
          .isEqualTo(List.of());
    }
  }

  @Test
  void aGraphOfFourInputsDoesNotScroll(Reader reader) {
    try (Visit visit = reader.visit(Site.chapter(CHAPTER), Screen.NARROW)) {
      Page page = visit.open("odd.html");
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('#leaves .graph .scroll')].filter(it =>"
                      + " it.scrollWidth > it.clientWidth).length"))
          .isEqualTo(0);
    }
  }

  /// Words stand at the left, numbers at the right, and what is counted has a heading of its own.
  @Test
  void tablesOfWordsAndNumbers(Reader reader) {
    String chapter =
        """
        perilla: 1
        id: told
        title: Told
        blocks:
          - type: code
            id: c
            code: |
              who = ["Ada", "Bo"]
              age = [36, 9]
            show:
              - table: {name: who, age: age}
              - plot: {y: age}
        """;
    try (Visit visit = reader.visit(Site.chapter(chapter), Screen.PHONE)) {
      Page page = visit.open("told.html");
      page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
      assertThat(
              page.evaluate(
                  """
                  [...document.querySelectorAll('#c th, #c tr:first-child td')]
                    .map(it => it.tagName + ' ' + it.textContent + ' ' + getComputedStyle(it).textAlign)
                  """))
          .isEqualTo(
              List.of(
                  "TH name start",
                  "TH age end",
                  "TD Ada start",
                  "TD 36 end",
                  "TH position end",
                  "TH age end",
                  "TD 0 end",
                  "TD 36 end"));
    }
  }

  /// What axe says of formulas that are all of a heading, and of one that has to be scrolled.
  @Test
  void formulasAreForEverybody(Reader reader) {
    String chapter =
        """
        perilla: 1
        id: letters
        title: $\\frac{x}{y}$
        blocks:
          - type: prose
            text: |
              | $x$ | words |
              | --- | --- |
              | $y$ | z |

              $$f(x) = a + b x + c x x + d x x x + e x x x x + f x x x x x + g x x x x x x + h x x x x x x x$$
        """;
    try (Visit visit = reader.visit(Site.chapter(chapter), Screen.PHONE)) {
      Page page = visit.open("letters.html");
      assertThat(PagesTest.barriers(page)).isEmpty();
      assertThat(page.locator("th").first().innerHTML())
          .isEqualTo("<math aria-label=\"x\"><mi>x</mi></math>");
    }
  }

  /// Knobs begin at one place, whatever their names are, and the field is as wide as its number.
  @Test
  void knobsStandBelowEachOther(Reader reader) {
    String chapter =
        """
        perilla: 1
        id: knobs
        title: Knobs
        blocks:
          - type: example
            given:
              n: {value: 1, min: 0, max: 2, step: 0.1}
              number_of_people_asked: {value: 1000, min: 0, max: 2000, step: 1}
            code: s = n * number_of_people_asked
            output: s
            show: [knobs]
        """;
    for (Screen screen : List.of(Screen.NARROW, Screen.DESK)) {
      try (Visit visit = reader.visit(Site.chapter(chapter), screen)) {
        assertThat(
                visit
                    .open("knobs.html")
                    .evaluate(
                        """
                        new Set([...document.querySelectorAll('.knob input[type=range]')]
                          .map(it => it.getBoundingClientRect()).map(it => it.left + ' ' + it.width)).size
                        """))
            .isEqualTo(1);
      }
    }
  }

  /// `-1` within Arabic words is `-1`, where the order of the words would make it 1-.
  @Test
  void wordsRunFromRightToLeftAndNumbersAsTheyAreWritten(Reader reader) {
    String chapter =
        """
        perilla: 1
        id: ar
        lang: ar
        title: خلية
        blocks:
          - {type: example, id: e, given: {x: 2, w: -0.5}, code: "z = x * w", output: z, show: [values]}
          - {type: prose, id: words, text: "القيمة [-1]{= z} تقريبا."}
        """;
    try (Visit visit = reader.visit(Site.chapter(chapter), Screen.NARROW)) {
      Page page = visit.open("ar.html");
      assertThat(page.evaluate("getComputedStyle(document.querySelector('#words')).direction"))
          .isEqualTo("rtl");
      assertThat(
              page.evaluate(
                  """
                  () => {
                    const digits = document.querySelector('#words .n').firstChild;
                    const left = i => {
                      const range = document.createRange();
                      range.setStart(digits, i);
                      range.setEnd(digits, i + 1);
                      return range.getBoundingClientRect().left;
                    };
                    return left(0) < left(1);
                  }
                  """))
          .isEqualTo(true);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }
  }

  @Test
  void noLineEndsWithinANumber(Reader reader) {
    String chapter =
        """
        perilla: 1
        id: rate
        title: A rate
        blocks:
          - type: prose
            text: It is [5 %]{plain} a year.
        """;
    try (Visit visit = reader.visit(Site.chapter(chapter), Screen.PHONE)) {
      assertThat(visit.open("rate.html").locator("main p .n").first().textContent())
          .isEqualTo("5\u00A0%");
    }
  }

  /// Numbers that signs join stay in their order among words from right to left; those of a list of
  /// words do not.
  @Test
  void numbersThatSignsJoinRunFromLeftToRight(Reader reader) {
    String chapter =
        """
        perilla: 1
        id: he
        lang: he
        title: זמן
        blocks:
          - type: prose
            id: words
            text: |
              בשעה [7:30]{plain} היה [2024-03-12]{plain}

              וגם 10 - 3 = 7 נכון

              בין [3]{plain} ל [4]{plain} יש [5]{plain}
          - type: example
            id: ex
            given: {a: 3, b: 5}
            code: c = a * b * 2
            output: c
            show: [chain: a]
        """;
    try (Visit visit = reader.visit(Site.chapter(chapter), Screen.PHONE)) {
      Page page = visit.open("he.html");
      String order =
          """
          i => {
            const lefts = [...document.querySelectorAll('#words p')[i].querySelectorAll('.n')]
                .map(it => [it.getBoundingClientRect().left, it.textContent]);
            return lefts.sort((a, b) => a[0] - b[0]).map(it => it[1]).join(' ');
          }
          """;
      assertThat(page.evaluate(order, 0).toString()).contains("7 30");
      assertThat(page.evaluate(order, 1)).isEqualTo("10 3 7");
      assertThat(page.evaluate(order, 2)).isEqualTo("5 4 3");
      assertThat(page.evaluate(order.replace("#words p", "#ex .product"), 0)).isEqualTo("2 5 10");
    }
  }

  /// A long formula scrolls in its paragraph or item, and the item keeps its number: an item that
  /// scrolls itself would hide it.
  @Test
  void itemsWithFormulasKeepTheirMarkers(Reader reader) {
    String sum = String.join(" + ", Collections.nCopies(40, "x"));
    String chapter =
        """
        perilla: 1
        id: li
        lang: en
        title: Items
        blocks:
          - {type: example, id: e, given: {x: 2}, code: "z = 40 * x", output: z, show: [values]}
          - type: prose
            text: |
              1. A product: $x \\times z$
              2. And $z = SUM = 80$
                 - of $SUM$

              So $z = SUM = 80$, and $SUM$.
        """
            .replace("SUM", sum);
    try (Visit visit = reader.visit(Site.chapter(chapter), Screen.NARROW)) {
      Page page = visit.open("li.html");
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('main li')].map(it =>"
                      + " getComputedStyle(it).overflowX)"))
          .isEqualTo(List.of("visible", "visible", "visible"));
      assertThat(page.evaluate("document.querySelectorAll('main li math').length")).isEqualTo(3);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }
  }

  /// The part of a text that is shown has what was searched, without blanks to begin at and where
  /// letters fall apart when their accents are taken off.
  @Test
  void theSearchShowsWhatItFoundInEveryScript(Reader reader) {
    String chapter =
        """
        perilla: 1
        id: long
        lang: ko
        title: 손실
        blocks:
          - {type: prose, text: "%s기울기를계산합니다%s"}
          - {type: prose, text: "%s 그리고 미분합니다 %s"}
          - {type: prose, text: "%s你可以先求导数再更新%s"}
        """
            .formatted(
                "가나다라마바사".repeat(20),
                "아자차카".repeat(40),
                "가나다라 마바사 ".repeat(20),
                "아자차카 ".repeat(40),
                "前向传播之后".repeat(20),
                "反向".repeat(80));
    try (Visit visit = reader.visit(Site.chapter(chapter), Screen.PHONE)) {
      Page page = visit.open("long.html");
      for (String word : List.of("기울기", "미분", "求导")) {
        page.locator(".search input").fill(word);
        page.locator(".search li a").first().waitFor();
        assertThat(page.locator(".search li span").first().textContent()).contains(word);
      }
    }
  }
}
