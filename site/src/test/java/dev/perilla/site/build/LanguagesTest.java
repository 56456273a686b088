package dev.perilla.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A book in Spanish, of which English has one chapter and Portuguese nothing but its title: a site
/// with all pages in all three.
class LanguagesTest {
  @TempDir Path folder;
  private BookOnDisk book;

  @BeforeEach
  void write() throws IOException {
    book =
        new BookOnDisk(folder)
            .write(
                "book.yaml",
                """
                perilla: 1
                title: Un libro
                lang: es
                chapters: [uno, dos]
                decimal: ","
                translations:
                  en: {title: A book}
                  pt: {title: Um livro, decimal: ","}
                """)
            .write("uno.chapter.yaml", chapter("uno", ""))
            .write("dos.chapter.yaml", chapter("dos", "needs: [uno]\n"))
            .write(
                "en/uno.chapter.yaml",
                """
                perilla: 1
                translates: uno
                title: A quarter
                blocks:
                  e: {title: A division}
                  b2:
                    text: The quarter is {{c}}, that is, [0.75]{= c}.
                    from:
                      text: El cuarto es {{c}}, o sea, [0,75]{= c}.
                """);
  }

  private static String chapter(String id, String needs) {
    return """
    perilla: 1
    id: %s
    title: Un cuarto
    %sblocks:
      - type: example
        id: e
        title: Una división
        given: {a: 3}
        code: |
          c = a / 4
        output: c
        show: [gradients]
      - type: prose
        text: El cuarto es {{c}}, o sea, [0,75]{= c}.
    """
        .formatted(id, needs);
  }

  @Test
  void everyLanguageHasAllPages() throws IOException {
    book.build();
    for (String at : new String[] {"", "en/", "pt/"}) {
      assertThat(book.files())
          .containsKeys(
              at + "index.html",
              at + "uno.html",
              at + "dos.html",
              at + "search.js",
              at + "data/dos.json",
              at + "data/dos.claims.json",
              "markdown/" + at + "README.md",
              "markdown/" + at + "uno.md");
    }
    assertThat(book.findings())
        .containsExactly(
            "book.yaml:7:3 P0703 1 chapter is not translated: dos",
            "book.yaml:8:3 P0703 2 chapters are not translated: uno, dos");
  }

  /// `translate init` writes files that have places for texts and none yet.
  @Test
  void filesOfWhichNothingIsTranslatedAreOneWarning() throws IOException {
    for (String id : List.of("uno", "dos")) {
      book.write("pt/" + id + ".chapter.yaml", "perilla: 1\ntranslates: " + id + "\ntitle:\n");
    }
    assertThat(book.build().findings())
        .containsExactly(
            "book.yaml:7:3 P0703 1 chapter is not translated: dos",
            "book.yaml:8:3 P0703 2 chapters are not translated: uno, dos");
  }

  @Test
  void aTranslatedPageIsInItsLanguage() throws IOException {
    String page = book.build().files().get("en/uno.html");
    assertThat(page)
        .contains("<html lang=\"en\">", "<h1>A quarter</h1>", "A division", "0.75", "Gradients of")
        .contains("The quarter is")
        .doesNotContain("cuarto es", "0,75", "not translated");
  }

  /// Code is the original's: its names, its comments and what it prints.
  @Test
  void theCodeOfATranslatedPageIsInTheLanguageOfTheOriginal() throws IOException {
    book.build();
    assertThat(book.files().get("en/uno.html")).contains("<pre class=\"code\" lang=\"es\">");
    assertThat(book.files().get("uno.html")).contains("<pre class=\"code\">");
  }

  @Test
  void aPageLeadsToTheOthers() throws IOException {
    book.build();
    assertThat(book.files().get("en/uno.html"))
        .contains(
            "<link rel=\"alternate\" hreflang=\"es\" href=\"../uno.html\" />",
            "<link rel=\"alternate\" hreflang=\"en\" href=\"../en/uno.html\" />",
            "<link rel=\"alternate\" hreflang=\"pt\" href=\"../pt/uno.html\" />",
            "<a href=\"../uno.html\" hreflang=\"es\" lang=\"es\">Español</a>",
            "<link rel=\"stylesheet\" href=\"../perilla.",
            "<a rel=\"next\" href=\"dos.html\" lang=\"es\"");
    assertThat(book.files().get("uno.html"))
        .contains("<a href=\"en/uno.html\" hreflang=\"en\" lang=\"en\">English</a>");
    assertThat(book.files().get("404.html")).doesNotContain("hreflang");
  }

  /// What is missing is the original's, in its language and its notation, and the page says so.
  @Test
  void aPageThatIsNotTranslatedSaysSo() throws IOException {
    String page = book.build().files().get("pt/uno.html");
    assertThat(page)
        .contains("<html lang=\"pt\">", "<h1><span lang=\"es\">Un cuarto</span></h1>")
        .contains("<div lang=\"es\">", "El cuarto es", "0,75")
        .contains("Este capítulo ainda não está traduzido.", "Gradientes de", "Um livro");
    assertThat(book.files().get("markdown/pt/uno.md")).contains("ainda não está traduzido");
    assertThat(book.files().get("pt/index.html")).contains("<span lang=\"es\">Un cuarto</span>");
  }

  @Test
  void theSearchIsOfOneLanguage() throws IOException {
    book.build();
    assertThat(book.files().get("en/search.js")).contains("The quarter is").doesNotContain("]{");
    assertThat(book.files().get("search.js")).contains("El cuarto es").doesNotContain("quarter");
    assertThat(book.files().get("en/uno.html")).contains("data-root=\"\"");
  }

  @Test
  void aChangeOfATranslationMakesItsPagesAnew() throws IOException {
    book.build().build();
    assertThat(book.redone()).isEqualTo("0 compiled, 0 rendered");
    book.change("en/uno.chapter.yaml", text -> text.replace("that is", "or")).build();
    assertThat(book.redone()).isEqualTo("1 compiled, 1 rendered");
    assertThat(book.files().get("en/uno.html")).contains("or, ");
    book.change("uno.chapter.yaml", text -> text.replace("o sea", "es decir")).build();
    assertThat(book.redone()).isEqualTo("3 compiled, 3 rendered"); // a chapter in three languages
    assertThat(book.findings())
        .anyMatch(
            it -> it.contains("P0702 the original of this text has changed: o sea, → es decir,"));
  }

  @Test
  void aDigitOfATranslationIsGuarded() throws IOException {
    book.change("en/uno.chapter.yaml", text -> text.replace("[0.75]", "[0.76]")).build();
    assertThat(book.files()).isEmpty();
    assertThat(book.findings())
        .contains(
            "en/uno.chapter.yaml:7:42 P0701 the translation says [0.76]{= c}, the original says"
                + " [0,75]{= c}");
  }

  @Test
  void theFilesAreTheSameWithoutACache() throws IOException {
    var withCache = book.build().build().files();
    assertThat(book.withoutCache().threads(1).build().files()).isEqualTo(withCache);
  }
}
