package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A reader asks a number where it comes from. What the page shows is the row of the chapter's
/// ledger, which is a page of its own: it is asked for when somebody first goes to a number.
@ExtendWith(Reading.class)
class NumbersTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: numbers
      title: Numbers
      blocks:
        - type: example
          id: product
          given: {a: 3, b: 4}
          code: |
            c = a * b
          output: c
        - type: prose
          id: said
          text: The product is {{c}} and `dc/da = 4`.
      """;

  private final Site site = Site.chapter(CHAPTER);

  @Test
  void theMouseAsksByRestingOnIt(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.DESK)) {
      Page page = visit.open("numbers.html");
      assertThat(visit.requests()).hasSize(3);
      page.locator("#said .n").first().hover();
      assertThat(shown(page)).contains("12", "computed", "Expression", "c");
      page.locator("#said .ok").hover();
      page.locator("#tip_ >> text=backward, forward").waitFor();
      assertThat(shown(page)).contains("dc/da = 4");
      assertThat(PagesTest.barriers(page)).isEmpty();
    }
  }

  @Test
  void theKeyboardAsksByItsFocus(Reader reader) {
    try (Visit visit = reader.visitServed(site, Screen.DESK)) {
      Page page = visit.open("numbers.html");
      Locator number = page.locator("#said a.n").first();
      number.focus();
      assertThat(shown(page)).contains("12");
      assertThat(number.getAttribute("aria-describedby")).isEqualTo("tip_");
      page.keyboard().press("Escape");
      assertThat(page.locator("#tip_").isVisible()).isFalse();
      page.keyboard().press("Enter");
      page.waitForURL("**/data/numbers.html#l_*");
    }
  }

  /// A tap shows the row and leaves the reader where he is; a second link leads to all rows.
  @Test
  void aFingerAsksByATap(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE.byFinger())) {
      Page page = visit.open("numbers.html");
      page.locator("#said a.n").first().tap();
      assertThat(shown(page)).contains("12");
      assertThat(page.url()).endsWith("/numbers.html");
      page.locator("#tip_ a").tap();
      page.waitForURL("**/data/numbers.html#l_*");
    }
  }

  @Test
  void withoutScriptsItIsALinkThereAndBack(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE.withoutScripts())) {
      Page page = visit.open("numbers.html");
      page.locator("#said a.n").first().click();
      page.waitForURL("**/data/numbers.html#l_*");
      page.locator("tr:target th a").click();
      page.waitForURL("**/numbers.html#said");
      page.locator("footer.ledger a.rows").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Where each number comes from");
      page.locator("header.title a").click();
      page.waitForURL("**/numbers.html");
    }
  }

  /// The page of the rows, as any other page.
  @Test
  void theRowsAreAPageForEverybody(Reader reader) {
    for (Screen screen : new Screen[] {Screen.NARROW, Screen.DESK.inTheDark()}) {
      try (Visit visit = reader.visit(site, screen)) {
        Page page = visit.open("data/numbers.html");
        assertThat(PagesTest.barriers(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(screen.width());
      }
    }
  }

  private static String shown(Page page) {
    page.locator("#tip_").waitFor();
    return page.locator("#tip_").innerText();
  }
}
