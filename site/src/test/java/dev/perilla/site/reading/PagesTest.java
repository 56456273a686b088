package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page of our books, as readers have it: on a phone and on a desk, in light and dark, with
/// scripts and without. A visit sees to it that no page says anything to the console or asks for
/// anything that is not of the site.
@ExtendWith(Reading.class)
class PagesTest {
  private static final Path COURSE = Path.of("books", "micrograd");
  private static final Path MANUAL = Path.of("books", "manual");
  private static final List<Integer> WIDTHS = List.of(320, 768, 1280);
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /// What another theme can change.
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fitTheirWindow(boolean scripts, Reader reader) {
    List<String> wide = new ArrayList<>();
    Screen screen = scripts ? Screen.PHONE : Screen.PHONE.withoutScripts();
    wide(reader, Site.book(COURSE), screen, pages(COURSE), wide);
    wide(reader, Site.book(MANUAL), screen, scripts ? pages(MANUAL) : told(), wide);
    assertThat(wide).isEmpty();
  }

  private static void wide(
      Reader reader, Site site, Screen screen, List<String> pages, List<String> found) {
    try (Visit visit = reader.visit(site, screen)) {
      for (String path : pages) {
        Page page = visit.open(path);
        for (int width : WIDTHS) {
          page.setViewportSize(width, 900);
          int content = (int) page.evaluate("document.documentElement.scrollWidth");
          if (content > width) {
            found.add(path + " is " + content + " wide in a window of " + width);
          }
        }
      }
    }
  }

  /// What hangs on the theme and not on a text (colours, which cost most, and what is folded) is
  /// looked at where it differs: in the course as it was written, and in what of the manual is
  /// told.
  @Test
  void areForEverybody(Reader reader) {
    List<String> found = new ArrayList<>();
    barred(reader, Site.book(COURSE), path -> !path.contains("/"), found);
    barred(reader, Site.book(MANUAL), Set.copyOf(told())::contains, found);
    assertThat(found).isEmpty();
  }

  private static void barred(
      Reader reader, Site site, Predicate<String> closely, List<String> found) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      for (String path : pages(site)) {
        Page page = visit.open(path);
        if (closely.test(path)) {
          page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
          found.addAll(barriers(page));
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
          found.addAll(barriers(page, OF_COLOURS, List.of()));
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        } else {
          found.addAll(barriers(page, RULES, OF_COLOURS));
        }
      }
    }
  }

  @Test
  void nothingOnPaperWaitsToBePressed(Reader reader) {
    try (Visit visit = reader.visit(Site.book(COURSE), Screen.DESK)) {
      Page page = visit.open("neurona.html");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
      Object pressed =
          page.evaluate(
              """
              [...document.querySelectorAll('button, input:not(li input), textarea, form')]
                .filter(it => it.getClientRects().length).map(it => it.outerHTML.slice(0, 60))
              """);
      assertThat((List<?>) pressed).isEmpty();
      assertThat(page.locator("#ledger_").isVisible()).isTrue();
    }
  }

  /// What axe finds on a page.
  static List<String> barriers(Page page) {
    return barriers(page, RULES, List.of());
  }

  /// A number in a listing is as large as its line, which WCAG 2.5.8 exempts as inline; axe sees
  /// that only where the listing has words beside its numbers.
  private static List<String> barriers(Page page, List<String> rules, List<String> but) {
    page.evaluate(AxeBuilder.getAxeScript());
    Object found =
        page.evaluate(
            """
            ([rules, but]) => axe.run(document, {preload: false, runOnly: rules,
              rules: Object.fromEntries(but.map(it => [it, {enabled: false}]))}).then(it => it.violations
              .map(it => ({...it, nodes: it.nodes.filter(node => it.id !== 'target-size'
                || !document.querySelector(node.target[0])?.closest('pre'))}))
              .filter(it => it.nodes.length)
              .map(it => `${it.id} at ${it.nodes[0].target} and ${it.nodes.length - 1} more: ${it.help}`))
            """,
            List.of(rules, but));
    return ((List<?>) found).stream().map(it -> page.url() + ": " + it).toList();
  }

  @Test
  void areValidHtml() throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    List<String> errors = new ArrayList<>();
    for (Site site : List.of(Site.book(COURSE), Site.book(MANUAL))) {
      for (String path : site.pages()) {
        String said = validator.validate(new ByteArrayInputStream(site.bytes(path)));
        said.lines().filter(it -> it.contains("error")).forEach(it -> errors.add(path + it));
      }
    }
    assertThat(errors).isEmpty();
  }

  /// The page for an address that does not exist is served at any address, so it is read by HTTP.
  @Test
  void oneIsForAddressesThatDoNotExist(Reader reader) {
    try (Visit visit = reader.visitServed(Site.book(COURSE), Screen.PHONE)) {
      Page page = visit.open("404.html");
      assertThat(barriers(page)).isEmpty();
      page.locator("main a").first().click();
      assertThat(page.url()).endsWith("/index.html");
    }
  }

  private static List<String> pages(Path book) {
    return pages(Site.book(book));
  }

  /// Those of ledgers are all of one make: `NumbersTest` looks at one.
  private static List<String> pages(Site site) {
    return site.pages().stream()
        .filter(path -> !path.endsWith("404.html") && !path.contains("data/"))
        .toList();
  }

  /// The manual's pages that were written by hand, its lists, and a finding of each area: pages on
  /// findings are all of one make.
  private static List<String> told() {
    Set<String> areas = new HashSet<>();
    return pages(MANUAL).stream()
        .filter(path -> !path.matches("P\\d{4}\\.html") || areas.add(path.substring(0, 3)))
        .toList();
  }
}
