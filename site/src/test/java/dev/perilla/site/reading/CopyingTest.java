package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A reader copies a listing.
@ExtendWith(Reading.class)
class CopyingTest {
  /// Whether a line of the listing runs beneath its button, and how far the first line is from the
  /// top of the box, in lines.
  private static final String PLACES =
      """
      pre => {
        const button = pre.querySelector("button").getBoundingClientRect();
        const text = document.createRange();
        text.selectNodeContents(pre.querySelector("code"));
        const lines = [...text.getClientRects()].filter(it => it.width > 0);
        const hides = lines.some(it => it.right > button.left && it.left < button.right
            && it.bottom > button.top && it.top < button.bottom);
        const gap = (lines[0].top - pre.getBoundingClientRect().top) / lines[0].height;
        return (hides ? "beneath" : "free") + (gap < 1.4 ? ", beside" : ", below");
      }
      """;

  private final Site site =
      Site.chapter(
          """
          perilla: 1
          id: copied
          title: Copied
          blocks:
            - type: code
              code: |
                n = 3
                m = n + 1
                print(m)
            - type: code
              code: |
                k = sum(i * i for i in range(n)) + sum(i * i * i for i in range(m))
                print(k)
          """);

  @Test
  void theButtonGivesTheProgramWithoutWhatItPrinted(Reader reader) {
    try (Visit visit = reader.visitServed(site, Screen.PHONE)) {
      Page page = visit.open("copied.html");
      page.evaluate("navigator.clipboard.writeText = async text => { globalThis.copied = text; }");
      page.locator(".listing .copy").first().click();
      assertThat(page.evaluate("globalThis.copied")).isEqualTo("n = 3\nm = n + 1\nprint(m)");
    }
  }

  @Test
  void onAPhoneTheButtonHidesNothingAndTakesARowOnlyWhereALineIsLong(Reader reader) {
    try (Visit visit = reader.visitServed(site, Screen.PHONE.byFinger())) {
      Page page = visit.open("copied.html");
      assertThat(page.locator(".listing > pre").nth(0).evaluate(PLACES)).isEqualTo("free, beside");
      assertThat(page.locator(".listing > pre").nth(1).evaluate(PLACES)).isEqualTo("free, below");
    }
  }
}
