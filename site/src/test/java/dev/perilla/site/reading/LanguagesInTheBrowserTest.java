package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The course in its two languages, as its readers go from one to the other.
@ExtendWith(Reading.class)
class LanguagesInTheBrowserTest {
  private static final Path BOOK = Path.of("books", "micrograd");

  @Test
  void aPageLeadsToItselfInTheOtherLanguage(Reader reader) {
    try (Visit visit = reader.visit(Site.book(BOOK), Screen.PHONE)) {
      Page page = visit.open("value.html");
      assertThat(lang(page)).isEqualTo("es");
      page.locator(".languages a[hreflang=en]").click();
      assertThat(page.url()).endsWith("/en/value.html");
      assertThat(lang(page)).isEqualTo("en");
      assertThat(page.locator("h1").textContent()).isEqualTo("A number with memory");
      assertThat(page.locator(".languages [aria-current]").textContent()).isEqualTo("English");
      assertThat(page.locator("link[hreflang=es]").getAttribute("href")).isEqualTo("../value.html");
      page.locator("a[rel=next]").click();
      assertThat(page.url()).endsWith("/en/afectar.html");
      page.locator(".languages a[hreflang=es]").click();
      assertThat(page.url()).endsWith("/afectar.html").doesNotContain("/en/");
    }
  }

  @Test
  void theSearchFindsThePagesOfItsLanguage(Reader reader) {
    try (Visit visit = reader.visit(Site.book(BOOK), Screen.PHONE)) {
      Page page = visit.open("en/index.html");
      page.locator(".search input").fill("newsroom");
      Locator found = page.locator(".search li a");
      found.first().waitFor();
      assertThat(found.first().textContent()).startsWith("Layers and the MLP");
      found.first().click();
      assertThat(page.url()).contains("/en/mlp.html");
    }
  }

  private static Object lang(Page page) {
    return page.evaluate("document.documentElement.lang");
  }
}
