package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page of our first book, as readers have it: on a phone and on a desk, in light and dark,
/// with scripts and without. A visit sees to it that no page says anything to the console or asks
/// for anything that is not of the site.
@ExtendWith(Reading.class)
class PagesTest {
  private static final Path BOOK = Path.of("books", "micrograd");
  private static final List<Integer> WIDTHS = List.of(320, 768, 1280);
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fitTheirWindow(boolean scripts, Reader reader) {
    List<String> wide = new ArrayList<>();
    Screen screen = scripts ? Screen.PHONE : Screen.PHONE.withoutScripts();
    try (Visit visit = reader.visit(book(), screen)) {
      for (String path : chapters()) {
        Page page = visit.open(path);
        for (int width : WIDTHS) {
          page.setViewportSize(width, 900);
          int content = (int) page.evaluate("document.documentElement.scrollWidth");
          if (content > width) {
            wide.add(path + " is " + content + " wide in a window of " + width);
          }
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  @Test
  void areForEverybody(Reader reader) {
    List<String> found = new ArrayList<>();
    try (Visit visit = reader.visit(book(), Screen.PHONE)) {
      for (String path : chapters()) {
        Page page = visit.open(path);
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
        found.addAll(barriers(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        found.addAll(barriers(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      }
    }
    assertThat(found).isEmpty();
  }

  /// What axe finds on a page.
  static List<String> barriers(Page page) {
    page.evaluate(AxeBuilder.getAxeScript());
    Object found =
        page.evaluate(
            """
            rules => axe.run(document, {preload: false, runOnly: rules}).then(it => it.violations
              .map(it => `${it.id} at ${it.nodes[0].target} and ${it.nodes.length - 1} more: ${it.help}`))
            """,
            RULES);
    return ((List<?>) found).stream().map(it -> page.url() + ": " + it).toList();
  }

  @Test
  void areValidHtml() throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    List<String> errors = new ArrayList<>();
    for (String path : book().pages()) {
      String said = validator.validate(new ByteArrayInputStream(book().bytes(path)));
      said.lines().filter(line -> line.contains("error")).forEach(line -> errors.add(path + line));
    }
    assertThat(errors).isEmpty();
  }

  /// The page for an address that does not exist is served at any address, so it is read by HTTP.
  @Test
  void oneIsForAddressesThatDoNotExist(Reader reader) {
    try (Visit visit = reader.visitServed(book(), Screen.PHONE)) {
      Page page = visit.open("404.html");
      assertThat(barriers(page)).isEmpty();
      page.locator("main a").first().click();
      assertThat(page.url()).endsWith("/index.html");
    }
  }

  private static Site book() {
    return Site.book(BOOK);
  }

  private static List<String> chapters() {
    return book().pages().stream().filter(path -> !path.equals("404.html")).toList();
  }
}
