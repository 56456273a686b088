package dev.perilla.site.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.WriterReportImpl;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The translation of a book, exported: the same numbers, its own texts and its own notation.
final class OtherLanguageTest {
  @TempDir private static Path folder;
  private static Work original = Work.none();

  @BeforeAll
  static void compile() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"),
        """
        perilla: 1
        title: Half of it
        lang: en
        chapters: [half]
        translations:
          es: {title: La mitad, decimal: ","}
        """);
    Files.writeString(
        folder.resolve("half.chapter.yaml"),
        """
        perilla: 1
        id: half
        title: Halves
        blocks:
          - {type: code, id: c, code: h = 5 / 2}
          - {type: prose, id: p, text: "The half is {{h}}."}
          - type: exercise
            id: e
            text: Compute.
            questions: [{id: q, ask: Twice `h`?, answer: 2 * h}]
        """);
    Files.createDirectory(folder.resolve("es"));
    Files.writeString(
        folder.resolve("es/half.chapter.yaml"),
        """
        perilla: 1
        translates: half
        title: Mitades
        from: {title: Halves}
        blocks:
          p:
            text: La mitad es {{h}}.
            from: {text: "The half is {{h}}."}
          e:
            text: Calculá.
            questions:
              q: {ask: "¿El doble de `h`?", from: {ask: Twice `h`?}}
            from: {text: Compute.}
        """);
    original = new Workshop(folder, 1).book(folder);
    assertThat(original.findings()).isEmpty();
  }

  private static String text(Format format, String file) throws Exception {
    Work spanish = original.in("es").orElseThrow();
    return new String(
        Objects.requireNonNull(format.of(spanish).files().get(file)), StandardCharsets.UTF_8);
  }

  @Test
  void aBookIsInItsOwnLanguageAndInThoseOfItsTranslations() {
    assertThat(original.in("en")).contains(original);
    assertThat(original.in("de")).isEmpty();
    assertThat(original.in("es").orElseThrow().files()).containsExactly("es/half.chapter.yaml");
  }

  @Test
  void textsAndNotationAreThoseOfTheTranslation() throws Exception {
    assertThat(text(new MarkdownFormat(), "book.md"))
        .contains("# La mitad", "Mitades", "La mitad es 2,5.", "¿El doble de `h`?")
        .doesNotContain("Halves", "The half", "Twice");
    assertThat(text(new JsonFormat(), "half.json")).contains("\"lang\": \"es\"", "2,5");
    assertThat(text(new MoodleFormat(), "half.moodle.xml"))
        .contains("¿El doble de")
        .doesNotContain("Twice");
    assertThat(text(new NotebookFormat(), "half.ipynb")).contains("La mitad es 2,5.");
  }

  @Test
  void theEpubIsCleanAndSaysItsLanguage() throws Exception {
    Work spanish = original.in("es").orElseThrow();
    byte[] epub = Objects.requireNonNull(new EpubFormat().of(spanish).files().get("book.epub"));
    StringWriter said = new StringWriter();
    EpubCheck check =
        new EpubCheck(
            new ByteArrayInputStream(epub),
            new WriterReportImpl(new PrintWriter(said)),
            "book.epub");
    assertThat(check.doValidate()).as(said.toString()).isZero();
    assertThat(LeavesTest.unzipped(epub).get("OEBPS/package.opf"))
        .contains("<dc:language>es</dc:language>", "La mitad");
  }
}
