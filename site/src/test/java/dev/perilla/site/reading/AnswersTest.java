package dev.perilla.site.reading;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Questions of each kind, answered by somebody with a browser: right, with each mistake, with
/// nonsense, with nothing, by keyboard alone, and without scripts. `answers.chapter.yaml` asks.
@ExtendWith(Reading.class)
class AnswersTest {
  private static final String PAGE = "answers.html";

  /// Built when a test first asks, so not at all where tests are skipped.
  private static final class Asked {
    static final Site SITE = Site.chapter(text());

    private static String text() {
      try (InputStream in = AnswersTest.class.getResourceAsStream("answers.chapter.yaml")) {
        return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static Locator question(Page page, String id) {
    return page.locator("ol.questions > li[id$='" + id + "']");
  }

  private static Locator verdict(Locator question) {
    return question.locator("form.try .verdict");
  }

  private static String checked(Locator question) {
    question.locator("form.try button[type=submit]").click();
    assertThat(verdict(question)).not().hasClass("verdict");
    return verdict(question).innerText().replaceAll("\\s+", " ").strip();
  }

  private static String typed(Locator question, String answer) {
    question.locator("input[name=typed]").fill(answer);
    String said = checked(question);
    question.locator("form.try button[type=reset]").click();
    assertThat(verdict(question)).isEmpty();
    return answer + " -> " + said;
  }

  @Test
  void numbersAreReadAsPeopleWriteThem(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Locator forward = question(visit.open(PAGE), "forward");
      assertThat(
              List.of(
                  typed(forward, "-5"),
                  typed(forward, "−5.0"),
                  typed(forward, "-5,0"),
                  typed(forward, "-10/2"),
                  typed(forward, "-0.5e1"),
                  typed(forward, "-0.5 × 10^1"),
                  typed(forward, "0"),
                  typed(forward, "-7"),
                  typed(forward, "-6"),
                  typed(forward, "-5.4"),
                  typed(forward, "five"),
                  typed(forward, "-5 apples"),
                  typed(forward, "")))
          .containsExactly(
              "-5 -> ✓ Right.",
              "−5.0 -> ✓ Right.",
              "-5,0 -> ✓ Right.",
              "-10/2 -> ✓ Right.",
              "-0.5e1 -> ✓ Right.",
              "-0.5 × 10^1 -> ✓ Right.",
              "0 -> ✗ Not quite. That is the sum of all three.",
              "-7 -> ✗ Not quite. The bias is added.",
              "-6 -> ✗ That is not it.",
              "-5.4 -> ✗ That is not it.",
              "five -> – That does not read as one number, such as -6 or 1/4.",
              "-5 apples -> – That does not read as one number, such as -6 or 1/4.",
              " -> – Nothing has been answered yet.");
    }
  }

  @Test
  void formulasAreJudgedAsFunctions(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Locator formula = question(visit.open(PAGE), "formula");
      assertThat(
              List.of(
                  typed(formula, "x"),
                  typed(formula, "(x + x) / 2"),
                  typed(formula, "w"),
                  typed(formula, "x + 1"),
                  typed(formula, "x +"),
                  typed(formula, "q"),
                  typed(formula, "")))
          .containsExactly(
              "x -> ✓ Right.",
              "(x + x) / 2 -> ✓ Right.",
              "w -> ✗ Not quite. That is the other one.",
              "x + 1 -> ✗ That is not it.",
              "x + -> – That does not read as a formula, such as 2 * x.",
              "q -> – There is a name in it that is not known here.",
              " -> – Nothing has been answered yet.");
    }
  }

  @Test
  void ofSomeOptionsExactlyTheRightOnesAreRight(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      Locator bigger = question(page, "bigger");
      Locator boxes = bigger.locator("ul.asked input");
      assertThat(checked(bigger)).isEqualTo("– Nothing has been answered yet.");
      boxes.nth(1).check();
      assertThat(checked(bigger)).isEqualTo("– So far so good, but something is missing.");
      boxes.nth(2).check();
      assertThat(checked(bigger)).isEqualTo("✓ Right.");
      boxes.nth(0).check();
      assertThat(checked(bigger)).startsWith("✗").contains("It has the sign of w.");

      Locator which = question(page, "which");
      which.locator("ul.asked input").nth(1).check();
      assertThat(checked(which)).startsWith("✗").contains("Nothing is doubled.");
      which.locator("ul.asked input").nth(0).check();
      assertThat(checked(which)).isEqualTo("✓ Right.");
    }
  }

  /// By the keyboard alone: from a button to the next with Tab, moved with Enter, and the focus
  /// stays with the step that moves.
  @Test
  void stepsAreOrderedByKeyboard(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      Locator lines = question(page, "lines");
      assertThat(checked(lines)).startsWith("✗");
      put(page, lines, "p = Value(2)", 0);
      put(page, lines, "y = p * p", 1);
      put(page, lines, "y.backward()", 2);
      put(page, lines, "p.data += 0.1 * p.grad", 3);
      leaveOut(page, lines, "p.data -= 0.1 * p.grad");
      assertThat(checked(lines)).isEqualTo("✗ Not quite. That walks uphill.");
      leaveOut(page, lines, "p.data -= 0.1 * p.grad");
      put(page, lines, "p.data -= 0.1 * p.grad", 3);
      leaveOut(page, lines, "p.data += 0.1 * p.grad");
      assertThat(checked(lines)).isEqualTo("✓ Right.");
    }
  }

  private static Locator step(Locator lines, String text) {
    return lines.locator("ol.sorted > li").filter(new Locator.FilterOptions().setHasText(text));
  }

  private static void put(Page page, Locator lines, String text, int place) {
    step(lines, text).locator("button").first().focus();
    for (int at = place(lines, text); at > place; at--) {
      page.keyboard().press("Enter");
      assertThat(step(lines, text).locator("button").first()).isFocused();
    }
    assertThat(place(lines, text)).isEqualTo(place);
  }

  private static int place(Locator lines, String text) {
    List<String> all = lines.locator("ol.sorted > li .step").allInnerTexts();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).contains(text)) {
        return i;
      }
    }
    throw new AssertionError(text + " in " + all);
  }

  private static void leaveOut(Page page, Locator lines, String text) {
    step(lines, text).locator("input").focus();
    page.keyboard().press("Space");
  }

  @Test
  void blanksAreJudgedByRunningTheListing(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      Locator question = question(page, "blank");
      Locator blank = question.getByLabel("Blank 1");
      assertThat(checked(question)).isEqualTo("– Nothing has been answered yet.");
      blank.fill("p.data");
      assertThat(checked(question)).isEqualTo("✗ Not quite. That is the value.");
      blank.fill("p.grad *");
      assertThat(checked(question)).startsWith("✗");
      blank.fill("2 * p.data");
      assertThat(checked(question)).isEqualTo("✓ Right."); // another way to the same
      blank.fill("p.grad");
      blank.press("Enter");
      assertThat(verdict(question)).containsText("Right.");
    }
  }

  @Test
  void hintsComeOneAtATimeAndAreReachedByKeyboard(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      Locator forward = question(page, "forward");
      assertThat(forward.getByText("Multiply first.")).not().isVisible();
      forward.locator("details.hint > summary").first().press("Enter");
      assertThat(forward.getByText("Multiply first.")).isVisible();
      assertThat(forward.getByText("Then add b.")).not().isVisible();
      assertThat(forward.locator("details.solution")).not().hasAttribute("open", "");
    }
  }

  @Test
  void progressIsKeptInThisBrowserAndCanBeForgotten(Reader reader) {
    try (Visit visit = reader.visitServed(Asked.SITE, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      question(page, "forward").locator("input[name=typed]").fill("-5");
      checked(question(page, "forward"));
      assertThat(page.locator("p.progress").first()).hasText("1 of 4 right");
      page.reload();
      assertThat(question(page, "forward").locator("input[name=typed]")).hasValue("-5");
      assertThat(verdict(question(page, "forward"))).containsText("Right.");
      assertThat(page.locator("p.progress").first()).hasText("1 of 4 right");
      question(page, "forward").locator("button[type=reset]").click();
      page.reload();
      assertThat(question(page, "forward").locator("input[name=typed]")).hasValue("");
      assertThat(page.locator("p.progress").first()).hasText("0 of 4 right");
    }
  }

  /// What was right of an older page is no verdict on a question that has another answer now.
  @Test
  void aChangedQuestionForgetsWhatWasAnswered(Reader reader) throws IOException {
    Site site = Site.chapter(Asked.text());
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      question(page, "forward").locator("input[name=typed]").fill("-5");
      assertThat(checked(question(page, "forward"))).isEqualTo("✓ Right.");
      Path file = site.folder().resolve(PAGE);
      String html = Files.readString(file);
      assertThat(html).contains("answer -5");
      Files.writeString(file, html.replace("answer -5", "answer -4"));
      page.reload();
      assertThat(question(page, "forward").locator("input[name=typed]")).hasValue("");
      assertThat(verdict(question(page, "forward"))).isEmpty();
      assertThat(page.locator("p.progress").first()).hasText("0 of 4 right");
    }
  }

  /// The engine takes a moment to come; until then a reader may have begun anew.
  @Test
  void aVerdictIsOfWhatStandsThere(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      Locator forward = question(page, "forward");
      forward.locator("input[name=typed]").fill("-5");
      forward.locator("form.try").evaluate("it => { it.requestSubmit(); it.reset(); }");
      assertThat(checked(question(page, "formula"))).startsWith("–"); // the engine is there
      assertThat(verdict(forward)).isEmpty();
      page.reload();
      assertThat(question(page, "forward").locator("input[name=typed]")).hasValue("");
    }
  }

  /// Each variant asks with its own numbers, and is judged by its own answer.
  @Test
  void anotherVersionIsJudgedByItsOwnNumbers(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE)) {
      Page page = visit.open(PAGE);
      for (int i = 0; i < 3; i++) {
        String inputs = page.locator("section#many .variant").first().innerText();
        Locator product = question(page, "product");
        product.locator("input[name=typed]").fill(String.valueOf(product(inputs)));
        assertThat(checked(product)).as(inputs).isEqualTo("✓ Right.");
        page.locator("section#many .another button").click();
      }
    }
  }

  private static int product(String inputs) {
    java.util.regex.Matcher found =
        java.util.regex.Pattern.compile("a = (\\d+)\\s+b = (\\d+)").matcher(inputs);
    if (!found.find()) {
      throw new AssertionError("no inputs in " + inputs);
    }
    return Integer.parseInt(found.group(1)) * Integer.parseInt(found.group(2));
  }

  @Test
  void withoutScriptsQuestionsHintsAndAnswersAreThereToRead(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.PHONE.withoutScripts())) {
      Page page = visit.open(PAGE);
      Locator forward = question(page, "forward");
      assertThat(forward.locator("form.try")).not().isVisible();
      forward.locator("details.solution > summary").click();
      assertThat(forward.locator("details.solution")).containsText("-5");
      assertThat(forward.locator("ul.attempts")).containsText("I do not know.");
      assertThat(question(page, "free").locator("details.solution"))
          .containsText("The slope holds only nearby.");
    }
  }

  @Test
  void nothingBarsAnybodyWhateverWasAnswered(Reader reader) {
    try (Visit visit = reader.visit(Asked.SITE, Screen.NARROW)) {
      Page page = visit.open(PAGE);
      question(page, "forward").locator("input[name=typed]").fill("0");
      checked(question(page, "forward"));
      question(page, "formula").locator("input[name=typed]").fill("x");
      checked(question(page, "formula"));
      page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
      assertThat(PagesTest.barriers(page)).isEmpty();
      assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }
  }
}
