package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page without a mouse, and with large letters.
@ExtendWith(Reading.class)
class KeyboardTest {
  private static final Path COURSE = Path.of("books", "micrograd");

  /// Where the focus is; nothing where it is on no element.
  private static final String FOCUS =
      """
      () => {
        const it = document.activeElement;
        if (!it || it === document.body) return null;
        const box = it.getBoundingClientRect();
        const style = getComputedStyle(it);
        const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
        const ringed = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        return seen && ringed ? '' : it.outerHTML.slice(0, 80);
      }
      """;

  /// From the first to the last: each stop is in the window and has a ring around it, and none
  /// holds the focus back.
  @Test
  void theFocusIsSeenWhereverItGoes(Reader reader) {
    try (Visit visit = reader.visit(Site.book(COURSE), Screen.PHONE)) {
      Page page = visit.open("neurona.html");
      List<String> unseen = new ArrayList<>();
      int stops = 0;
      page.keyboard().press("Tab");
      for (Object at = page.evaluate(FOCUS); at != null && stops < 500; stops++) {
        if (!at.equals("")) {
          unseen.add(at.toString());
        }
        page.keyboard().press("Tab");
        at = page.evaluate(FOCUS);
      }
      assertThat(unseen).isEmpty();
      assertThat(stops).isBetween(50, 499);
    }
  }

  /// Of the numbers of a paragraph one is a stop, and the arrows lead to the others: a page has
  /// hundreds of them.
  @Test
  void theNumbersOfAParagraphAreOneStop(Reader reader) {
    Site site =
        Site.chapter(
            """
            perilla: 1
            id: page
            title: Numbers
            blocks:
              - type: code
                code: a = 3
              - type: prose
                text: |
                  First {{a}}, {{a + 1}} and {{a + 2}}.

                  Then {{a + 3}} and {{a + 4}}.
            """);
    try (Visit visit = reader.visit(site, Screen.DESK)) {
      Page page = visit.open("page.html");
      List<String> stops = new ArrayList<>();
      String text = "document.activeElement.textContent";
      page.keyboard().press("Tab");
      while (page.evaluate("document.activeElement !== document.body").equals(true)) {
        stops.add(page.evaluate(text).toString().strip());
        page.keyboard().press("Tab");
      }
      assertThat(stops).contains("3", "6").doesNotContain("4", "5", "7");
      List<String> walked = new ArrayList<>();
      page.evaluate("document.querySelector('p .n, p a.n').focus()");
      for (String key : List.of("ArrowRight", "ArrowRight", "ArrowLeft", "Tab", "Shift+Tab")) {
        page.keyboard().press(key);
        walked.add(page.evaluate(text).toString());
      }
      assertThat(walked).containsExactly("4", "5", "4", "6", "3");
    }
  }

  /// Letters of twice the size in a window of half the width: nothing goes over the edge.
  @Test
  void twiceTheSizeFits(Reader reader) {
    try (Visit visit = reader.visit(Site.book(COURSE), Screen.DESK)) {
      for (String path : List.of("neurona.html", "lunas.html", "index.html")) {
        Page page = visit.open(path);
        page.setViewportSize(640, 450);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(640);
      }
    }
  }
}
