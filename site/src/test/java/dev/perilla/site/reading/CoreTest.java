package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.perilla.site.publish.SiteAssets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page loads the core of the engine, and all of it where its program needs more.
@ExtendWith(Reading.class)
class CoreTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: turning
      title: Turning
      blocks:
        - type: example
          id: product
          given: {a: {value: 3, min: 0, max: 10, step: 0.5}, b: 4}
          code: |
            c = a * b
            CODE
          output: c
          show: [values, gradients, graph, knobs, {nudge: {a: 0.01}}]
        - type: prose
          text: It is {{product.c}}.
      """;

  @Test
  void whatMostProgramsNeedIsInTheCore(Reader reader) {
    try (Visit visit = turned(reader, "print(f'{c.data:.2f}', [x * 2 for x in [1, 2]])")) {
      assertThat(text(visit)).isEqualTo("It is 20.");
      assertThat(visit.requests()).anyMatch(it -> it.endsWith(SiteAssets.CORE));
      assertThat(visit.requests()).noneMatch(it -> it.endsWith(SiteAssets.ENGINE));
    }
  }

  @Test
  void whatIsNotThereLoadsTheWholeEngine(Reader reader) {
    try (Visit visit = turned(reader, "print('%08.3f|%s' % (c.data, 'a-b'.rpartition('-')))")) {
      visit.page().waitForCondition(() -> text(visit).equals("It is 20."));
      assertThat(visit.page().locator("#product .output samp").innerText())
          .isEqualTo("0020.000|('a', '-', 'b')");
      assertThat(visit.requests()).anyMatch(it -> it.endsWith(SiteAssets.ENGINE));
    }
  }

  /// What the runs that the core is made of lack, our books would show first: the knobs are turned
  /// to both ends, one after the other, each listing that a reader may change is changed and run.
  @Test
  void theKnobsAndListingsOfOurBooksNeedTheCoreAlone(Reader reader) {
    for (String book : List.of("micrograd", "manual")) {
      Site site = withCore(Site.book(Path.of("books", book)));
      try (Visit visit = reader.visit(site, Screen.PHONE)) {
        for (String path : site.pages()) {
          String html = new String(site.bytes(path), StandardCharsets.UTF_8);
          if (!html.contains("<template id=\"program_\"") || path.startsWith("en/")) {
            continue;
          }
          Page page = visit.open(path);
          for (String end : List.of("max", "min")) {
            for (Locator knob : page.locator(".knob input[type=range]").all()) {
              String before = page.locator("main").innerText();
              knob.fill(knob.getAttribute(end));
              page.waitForCondition(() -> !page.locator("main").innerText().equals(before));
            }
          }
          for (Locator form : page.locator("form.edit").all()) {
            form.evaluate("it => it.parentElement.open = true");
            Locator code = form.locator("textarea");
            code.fill(code.inputValue() + "\nprint('and more')");
            form.locator("button[type=submit]").click();
            page.waitForCondition(() -> form.locator(".turned").innerText().contains("and more"));
          }
          assertThat(visit.requests()).as(path).anyMatch(it -> it.endsWith(SiteAssets.CORE));
          assertThat(visit.requests()).as(path).noneMatch(it -> it.endsWith(SiteAssets.ENGINE));
        }
      }
    }
  }

  private static Site withCore(Site site) {
    boolean hasCore = site.hasEngine() && !SiteAssets.CORE.equals(SiteAssets.ENGINE);
    assumeTrue(hasCore, "skipped: the build has not made the page's engine and its core");
    return site;
  }

  private static Visit turned(Reader reader, String code) {
    Site site = withCore(Site.chapter(CHAPTER.replace("CODE", code)));
    Visit visit = reader.visit(site, Screen.PHONE);
    Page page = visit.open("turning.html");
    page.locator("form.knobs input[type=number]").first().fill("5");
    page.locator("#product .values").getByText("20").first().waitFor();
    return visit;
  }

  private static String text(Visit visit) {
    return visit.page().locator("#b2").innerText().strip();
  }
}
