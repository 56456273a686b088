package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.perilla.site.publish.SiteAssets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A reader changes an editable listing and runs it: what it prints stands beneath, and what comes
/// after it on the page follows.
@ExtendWith(Reading.class)
class EditingTest {
  private final Site site =
      Site.chapter(
          """
          perilla: 1
          id: squares
          title: Squares
          blocks:
            - type: code
              id: first
              code: n = 3
            - type: code
              id: square
              editable: true
              code: |
                m = n * n
                print(m)
            - type: prose
              text: The square is {{m}}.
          """);

  @BeforeEach
  void hasAnEngine() {
    assumeTrue(site.hasEngine(), "skipped: the build has not made the page's engine");
  }

  @Test
  void whatItPrintsAndWhatFollowsIsNew(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("squares.html");
      run(page, "m = n * n * n\nprint('cube', m)");
      page.waitForCondition(() -> status(page).contains("cube 27"));
      assertThat(page.locator("#b3").innerText()).isEqualTo("The square is 27.");
      assertThat(page.locator("#b3 .yours").count()).isEqualTo(1);
      assertThat(PagesTest.barriers(page)).isEmpty();
      page.locator("form.edit button[type=reset]").click();
      page.waitForCondition(() -> page.locator("#b3").innerText().equals("The square is 9."));
    }
  }

  @Test
  void aFaultIsToldWithItsLine(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("squares.html");
      run(page, "m = n\nprint(k)");
      page.waitForCondition(() -> status(page).contains("k"));
      assertThat(status(page)).contains("(line 2 of its code)");
      run(page, "while True:\n    pass");
      page.waitForCondition(() -> status(page).contains("steps"));
    }
  }

  /// From a folder and over HTTP, with the limits of the build high: the reader does not wait.
  @Test
  void aRunCanBeStopped(Reader reader) {
    try (Visit visit = reader.visitServed(site, Screen.DESK)) {
      Page page = visit.open("squares.html");
      run(page, "m = sum(i * i for i in range(10 ** 6) for j in range(15))");
      page.locator("form.edit button:text-is('Stop')").click();
      assertThat(status(page)).contains("Stopped.");
      assertThat(page.locator("#b3").innerText()).isEqualTo("The square is 9.");
      run(page, "m = n + 1");
      page.waitForCondition(() -> page.locator("#b3").innerText().equals("The square is 4."));
    }
  }

  /// What the core of the engine lacks is asked of the whole, which may take long to come.
  @Test
  void aRunCanBeStoppedWhileTheEngineComes(Reader reader) {
    try (Visit visit = reader.visitServed(site, Screen.DESK)) {
      Page page = visit.open("squares.html");
      List<Route> held = new ArrayList<>();
      page.route("**/" + SiteAssets.ENGINE, held::add);
      run(page, "m = len('a-b'.rpartition('-'))\nprint('%08.3f' % m)");
      page.waitForCondition(() -> !held.isEmpty());
      page.locator("form.edit button:text-is('Stop')").click();
      assertThat(status(page)).contains("Stopped.");
      held.forEach(Route::resume);
      run(page, "m = n + 1");
      page.waitForCondition(() -> page.locator("#b3").innerText().equals("The square is 4."));
      assertThat(status(page)).doesNotContain("0003.000");
    }
  }

  /// The listing stands there once; to change it, it is opened below.
  @Test
  void whatIsNotChangedStandsThereOnce(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("squares.html");
      assertThat(page.locator("form.edit").isVisible()).isFalse();
      page.locator("details.change > summary").press("Enter");
      assertThat(page.locator("form.edit textarea").inputValue()).startsWith("m = n * n\n");
    }
  }

  private static void run(Page page, String code) {
    page.locator("details.change").evaluate("it => it.open = true");
    page.locator("form.edit textarea").fill(code);
    page.locator("form.edit button[type=submit]").click();
  }

  private static String status(Page page) {
    return page.locator("form.edit .turned").innerText();
  }
}
