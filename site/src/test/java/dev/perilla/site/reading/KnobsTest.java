package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A reader turns the knobs of a page: what depends on them is computed anew by the engine that
/// verified the chapter, and marked; the rest is marked as the author's where it may not hold.
@ExtendWith(Reading.class)
class KnobsTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: two-knobs
      title: Two knobs
      blocks:
        - type: prose
          text: Later, `c` will be {{product.c}}.
        - type: example
          id: product
          given:
            a: {value: 3, min: 0, max: 10, step: 0.01}
            b: 4
          code: |
            c = a * b
            print("c is", c.data)
          output: c
          show: [values, gradients, graph, knobs, {nudge: {a: 0.01}}, {chain: a}]
        - type: prose
          text: |
            Now `c = a * b = 12`, and [12.00]{= c}, in words {{c:.3f}} and {{dc/da}}.
            Arithmetic stays: `0.04 / 0.01 = 4`. [The product is large]{= c.data > 10}.
            In numbers `c = 3 * 4 = 12`. It is [7]{plain} o'clock.
        - type: code
          id: after
          code: |
            half = c / 2  # => 6.0
            print(half.data)
        - type: prose
          text: Half of it is {{half}}.
        - type: exercise
          id: asked
          text: What comes after that?
          questions: [{id: twice, ask: Twice that?, answer: 2 * c}]
      """;

  private Site site = Site.chapter(CHAPTER);

  @BeforeEach
  void hasAnEngine() {
    assumeTrue(site.hasEngine(), "skipped: the build has not made the page's engine");
  }

  /// Zeros before a number are none of Python's, but readers type them.
  @Test
  void zerosBeforeANumberSayNothing(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("two-knobs.html");
      page.getByLabel("a: number").fill("007");
      page.locator("#b1 .yours").first().waitFor();
      assertThat(page.locator("#b1").innerText()).contains("will be 28");
    }
  }

  /// Browsers fill forms as they were left; the numbers of the page are the author's again.
  @Test
  void whoComesBackFindsTheAuthorsNumbers(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("two-knobs.html");
      page.getByLabel("a: number").fill("7");
      page.locator("#b1 .yours").first().waitFor();
      visit.open("index.html");
      page.goBack();
      page.locator("#product form.knobs").waitFor();
      String shown = page.locator("#b1").innerText();
      String field = page.getByLabel("a: number").inputValue();
      assertThat(shown).contains(field.equals("7") ? "will be 28" : "will be 12");
    }
  }

  @Test
  void everyNumberThatDependsOnAKnobFollowsIt(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("two-knobs.html");
      turn(page, "a", "5");
      assertThat(text(page, "#b1")).isEqualTo("Later, c will be 20.");
      assertThat(text(page, "#b3"))
          .startsWith("Now c = a * b = 20, and 20.00✓, in words 20.000 and 4.".replace("✓", ""));
      assertThat(text(page, "#product .values")).contains("c a * b 20");
      assertThat(text(page, "#product .gradients")).contains("b 4 5");
      assertThat(page.locator("#product .g-across .out tspan").allTextContents())
          .contains("20", "1");
      assertThat(text(page, "#product .nudge")).contains("20", "20.04");
      assertThat(text(page, "#product .output samp")).isEqualTo("c is 20");
      assertThat(text(page, "#after .output samp")).isEqualTo("10.0");
      assertThat(text(page, "#b5")).isEqualTo("Half of it is 10.");
    }
  }

  /// The answers of the build are for the author's inputs, so the questions stay with them.
  @Test
  void questionsStayWithTheAuthorsNumbersAndSaySo(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("two-knobs.html");
      assertThat(page.locator("#asked .asked-with").count()).isZero();
      turn(page, "a", "5");
      assertThat(text(page, "#asked .asked-with"))
          .isEqualTo("These questions ask with the author's numbers, not with yours: a = 5.");
      page.locator("form.knobs button[type=reset]").first().click();
      page.waitForCondition(() -> page.locator("#asked .asked-with").count() == 0);
    }
  }

  /// Where the engine takes longer than a hand notices, the program waits until the hand rests.
  @Test
  void aSlowProgramFollowsWhenTheHandRests(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.DESK)) {
      visit
          .page()
          .addInitScript(
              "const now = performance.now.bind(performance); let more = 0;"
                  + " performance.now = () => now() + (more += 100);");
      Page page = visit.open("two-knobs.html");
      for (String a : new String[] {"5", "6", "7"}) {
        turn(page, "a", a);
      }
      Object atOnce =
          page.evaluate(
              """
              async () => {
                const slider = document.querySelector(".knob input[type=range]");
                slider.value = 8;
                slider.dispatchEvent(new Event("input", {bubbles: true}));
                await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                return document.querySelector("#b1 .n").textContent;
              }
              """);
      assertThat(atOnce).isEqualTo("28");
      page.waitForCondition(() -> page.locator("#b1 .n").innerText().equals("32"));
      page.waitForCondition(() -> page.locator(".turned").innerText().contains("with a = 8"));
    }
  }

  @Test
  void whatIsTheReadersIsMarkedAndTold(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.DESK)) {
      Page page = visit.open("two-knobs.html");
      assertThat(page.locator(".yours, .theirs").count()).isZero();
      turn(page, "a", "5");
      assertThat(page.locator("#b1 .n.yours").count()).isEqualTo(1);
      assertThat(page.locator(".turned").innerText()).contains("computed with a = 5");
      page.locator("#b1 .n").hover();
      page.locator("#tip_").waitFor();
      assertThat(page.locator("#tip_").innerText())
          .contains("yours, with a = 5; the author's is 12");
      // A literal that was put in for a name is the author's; so are claims that do not hold.
      assertThat(page.locator("code.ok.theirs").innerText()).isEqualTo("c = 3 * 4 = 12");
      assertThat(page.locator("#after .c .theirs").innerText()).isEqualTo("6.0");
      assertThat(page.locator(".bound.theirs").count()).isZero();
      turn(page, "a", "1");
      assertThat(page.locator(".bound.theirs").innerText()).startsWith("The product is large");
      assertThat(page.locator(".n-plain.yours, .n-plain.theirs").count()).isZero();
      assertThat(PagesTest.barriers(page)).isEmpty();
    }
  }

  @Test
  void resetBringsTheAuthorsPageBack(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("two-knobs.html");
      String before = page.locator("main").innerText();
      turn(page, "b", "-2.5");
      assertThat(page.locator("main").innerText()).isNotEqualTo(before);
      page.locator("form.knobs button").click();
      page.waitForCondition(() -> page.locator(".yours, .theirs").count() == 0);
      page.waitForCondition(() -> page.locator(".turned").innerText().isEmpty());
      assertThat(page.locator("main").innerText()).isEqualTo(before);
    }
  }

  @Test
  void aSliderIsTurnedByTheKeyboard(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("two-knobs.html");
      Locator slider = page.locator(".knob input[data-name='a']");
      slider.focus();
      slider.press("ArrowRight");
      page.waitForCondition(() -> text(page, "#b1").contains("12.04"));
      assertThat(page.locator(".knob input[type=number]").first().inputValue()).isEqualTo("3.01");
    }
  }

  @Test
  void withoutScriptsThereIsNothingToTurn(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE.withoutScripts())) {
      Page page = visit.open("two-knobs.html");
      assertThat(page.locator("form.knobs").isVisible()).isFalse();
      assertThat(text(page, "#b1")).isEqualTo("Later, c will be 12.");
    }
  }

  /// With an input for which the program fails, nothing old passes for new.
  @Test
  void aProgramThatStopsSaysSo(Reader reader) {
    Site quotient =
        Site.chapter(
            """
            perilla: 1
            id: quotient
            title: A quotient
            blocks:
              - type: example
                id: q
                given: {a: 3, b: {value: 4, min: 0, max: 8, step: 1}}
                code: c = a / b
                output: c
                show: [values]
              - type: prose
                text: It is {{c}}.
            """);
    try (Visit visit = reader.visit(quotient, Screen.PHONE)) {
      Page page = visit.open("quotient.html");
      assertThat(page.locator(".knob").count()).isEqualTo(1);
      turn(page, "b", "0");
      assertThat(text(page, "#b2")).isEqualTo("It is –.");
      assertThat(page.locator(".turned").innerText()).contains("The program stops with b = 0:");
    }
  }

  private static void turn(Page page, String name, String value) {
    page.locator(".knob input[aria-label^='%s:']".formatted(name)).fill(value);
    page.waitForCondition(() -> page.locator(".turned").innerText().contains(name + " = " + value));
  }

  private static String text(Page page, String selector) {
    return page.locator(selector).innerText().replaceAll("\\s+", " ").strip();
  }
}
