package dev.perilla.site.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A book of every kind of block as EPUB and as PDF.
final class LeavesTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: whole
      lang: en
      title: "Whole & *all*"
      summary: Every kind of block.
      blocks:
        - type: prose
          text: |
            # Words
            A sum $\\frac{u}{v + e^{-w}}$ and [home](other#b), [odd](http://e.org/?a[]='<x>|9%&b=ñ), ![a dot](dot.png) 😀 & <b>.

            | a | b |
            |---|---|
            | x | y |
        - {type: note, kind: rule, text: A rule.}
        - type: dialogue
          turns: [{who: Ana, text: Hello.}, {who: Beto, text: "Yes?"}]
        - {type: code, id: c, code: "x = 2\\nprint(x * x)\\n", editable: true}
        - {type: code, lang: js, run: false, reason: another language, code: "let y"}
        - type: example
          id: e
          given: {a: {value: 3, min: 0, max: 10, step: 1}, b: 4}
          code: c = a * b
          output: c
          show: [values, gradients, graph, {nudge: {a: 0.01}}, chain: a, knobs, plot]
        - {type: example, given: {p: 1, r: 2}, code: "w = (p + r) * p * r + p", output: w, show: [graph]}
        - type: exercise
          id: q
          variants: {count: 2, seed: 1}
          given: {u: {one_of: [2, 5]}}
          code: v = u * 3
          text: Compute.
          questions:
            - {id: n, ask: "`v`?", answer: v, hints: [Multiply.], solution: "It is {{v}}."}
            - {id: t, kind: text, ask: Why?, answer: So.}
            - {id: s, kind: order, ask: Order?, steps: [one, two]}
            - id: o
              kind: choice
              ask: Which is negative?
              options: [{text: "`u`", right: u < 0}, {text: "`-u`", right: -u < 0}]
      """;

  @TempDir private static Path folder;
  private static Work work = Work.none();

  @BeforeAll
  static void compile() throws IOException {
    Files.writeString(
        folder.resolve("book.yaml"),
        """
        perilla: 1
        title: B & C
        lang: en
        summary: All. ]]> <b> שלום 😀
        chapters: [whole, other]
        """);
    Files.writeString(
        folder.resolve("whole.chapter.yaml"),
        CHAPTER
            .replace("chain: a", "{chain: a}")
            .replace("plot]", "{plot: {y: c, over: {a: {from: 0, to: 4}}, tangent: a}}]"));
    Files.writeString(
        folder.resolve("other.chapter.yaml"),
        """
        perilla: 1
        id: other
        lang: en
        title: Other
        summary: "]]> & \\"so\\""
        blocks:
          - {type: code, id: b, code: "y = 1"}
          - {type: prose, text: "]]> `]]>` and <b>"}
        """);
    Files.write(
        folder.resolve("dot.png"),
        java.util.Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
    work = new Workshop(folder, 1).book(folder);
    assertThat(work.findings()).isEmpty();
  }

  @Test
  void anEpubRunsFromRightToLeftWhereItsLanguageDoes(@TempDir Path shelf) throws IOException {
    Files.writeString(
        shelf.resolve("book.yaml"), "{perilla: 1, title: كتاب, lang: ar, chapters: [a]}");
    Files.writeString(
        shelf.resolve("a.chapter.yaml"),
        """
        perilla: 1
        id: a
        title: خلية
        blocks:
          - {type: example, given: {x: 2, w: -0.5}, code: "z = x * w", output: z, show: [graph]}
          - {type: prose, text: "القيمة [-1]{= z} تقريبا `z = -1`."}
        """);
    Work arabic = new Workshop(shelf, 1).book(shelf);
    assertThat(arabic.findings()).isEmpty();
    byte[] epub = Objects.requireNonNull(new EpubFormat().of(arabic).files().get("book.epub"));
    assertThat(faults(epub)).isEmpty();
    assertThat(unzipped(epub).get("OEBPS/a.xhtml"))
        .contains(" dir=\"rtl\">", "<a class=\"n\" dir=\"ltr\" href=\"#l_", "<code dir=\"ltr\">");
    assertThat(unzipped(epub).get("OEBPS/package.opf"))
        .contains("page-progression-direction=\"rtl\"");
  }

  private static String faults(byte[] epub) {
    StringWriter said = new StringWriter();
    EpubCheck check =
        new EpubCheck(
            new ByteArrayInputStream(epub),
            new WriterReportImpl(new PrintWriter(said)),
            "book.epub");
    return check.doValidate() == 0 ? "" : said.toString();
  }

  @Test
  void theEpubIsCleanInEpubcheck() throws IOException {
    Format.Export export = new EpubFormat().of(work);
    assertThat(export.left())
        .containsExactly("the judging of answers and the turning of knobs, which need a script");
    byte[] epub = Objects.requireNonNull(export.files().get("book.epub"));
    assertThat(faults(epub)).isEmpty();
  }

  @Test
  void linksBetweenNotebooksLeadToNotebooks() {
    SortedMap<String, byte[]> files = new NotebookFormat().of(work).files();

    assertThat(files).containsKeys("README.md", "whole.ipynb", "other.ipynb", "dot.png");
    assertThat(text(files, "whole.ipynb")).contains("[home](other.ipynb)").doesNotContain(".md)");
    assertThat(text(files, "README.md")).contains("(whole.ipynb)", "[Other](other.ipynb)");
  }

  private static String text(SortedMap<String, byte[]> files, String path) {
    return new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8);
  }

  @Test
  void theEpubHasTheStyleOfThePages() throws IOException {
    byte[] epub = Objects.requireNonNull(new EpubFormat().of(work).files().get("book.epub"));

    assertThat(unzipped(epub).get("OEBPS/perilla.css"))
        .contains("body{", ".graph ", "@media ") // boxes of a drawing are black without
        .contains("pre-wrap") // a page of an e-book does not scroll
        .doesNotContain(":has(", "{}")
        .satisfies(
            it ->
                assertThat(it.chars().filter(c -> c == '{').count())
                    .isEqualTo(it.chars().filter(c -> c == '}').count()));
  }

  @Test
  void theEpubHoldsDrawingsFormulasAndSolutionsButNoScript() throws IOException {
    byte[] epub = Objects.requireNonNull(new EpubFormat().of(work).files().get("book.epub"));
    Map<String, String> files = unzipped(epub);
    assertThat(files.keySet()).contains("mimetype", "OEBPS/nav.xhtml", "OEBPS/dot.png");
    assertThat(files.get("OEBPS/whole.xhtml"))
        .contains(
            "<svg",
            "scroll across",
            "scroll down",
            "<math",
            "<details",
            "It is",
            "href=\"other.xhtml#b\"")
        .doesNotContain("<script", "<form", "<button", "data-");
    assertThat(files.get("OEBPS/package.opf")).contains("properties=\"mathml svg\"");
    assertThat(new EpubFormat().of(work).files().get("book.epub")).isEqualTo(epub);
  }

  @Test
  void thePdfIsReadPageByPage() throws IOException {
    byte[] pdf;
    try {
      pdf = Objects.requireNonNull(new PdfFormat().of(work).files().get("book.pdf"));
    } catch (Format.Unavailable missing) {
      // .ci/run installs Chromium, so that there it runs.
      assumeTrue(false, missing.getMessage());
      return;
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = pages(document);
      assertThat(pages.getFirst()).contains("B & C", "All.", "Whole & all", "Other");
      assertThat(pages.get(1)).startsWith("2\nWhole & all").contains("A sum", "A rule.");
      assertThat(pages.getLast()).startsWith(pages.size() + "\nOther").contains("y = 1");
      // what is folded on a screen is open on paper
      assertThat(String.join("\n", pages)).contains("Multiply.", "It is 6.", "Gradients of c");
      assertThat(pages).noneSatisfy(page -> assertThat(page).isBlank());
      assertThat(bookmarks(document))
          .contains("B & C on 1", "Whole & all on 2", "Other on " + pages.size());
      assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(595, within(1f)); // A4
    }
  }

  private static List<String> pages(PDDocument document) throws IOException {
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      pages.add(stripper.getText(document).replace("\r", ""));
    }
    return pages;
  }

  /// The title of each bookmark of the first level, and its page.
  private static List<String> bookmarks(PDDocument document) throws IOException {
    List<String> all = new ArrayList<>();
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      all.add(
          item.getTitle()
              + " on "
              + (document.getPages().indexOf(item.findDestinationPage(document)) + 1));
    }
    return all;
  }

  static Map<String, String> unzipped(byte[] archive) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
