package dev.perilla.site.exporter;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.Theme;
import dev.perilla.site.book.Asset;
import dev.perilla.site.book.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The book as PDF, printed by Chromium from one sheet: a chapter begins a page, headings are
/// bookmarks, hints and solutions are open. Not the same bytes everywhere: Chromium writes the time
/// and its version.
record PdfFormat() implements Format {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final long PATIENCE = 180; // seconds

  @Override
  public String word() {
    return "pdf";
  }

  @Override
  public String description() {
    return "one PDF with bookmarks, printed by Chromium";
  }

  @Override
  public Export of(Work work) throws Unavailable {
    Path browser =
        browser()
            .orElseThrow(
                () ->
                    new Unavailable(
                        "no Chromium is here to print the PDF: install chromium, or name one in"
                            + " PERILLA_CHROMIUM"));
    try {
      Path folder = Files.createTempDirectory("perilla-pdf");
      try {
        return printed(work, browser, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Export printed(Work work, Path browser, Path folder)
      throws IOException, Unavailable {
    List<Leaf> leaves = Leaf.all(work);
    Files.writeString(folder.resolve("book.html"), sheet(work.book().orElseThrow(), leaves));
    Files.writeString(folder.resolve("perilla.css"), Theme.PLAIN.style().content());
    for (Asset asset : work.assets()) {
      Path copy = folder.resolve(asset.path()).normalize();
      Files.createDirectories(copy.getParent());
      Files.copy(asset.place().path(), copy);
    }
    Path pdf = folder.resolve("book.pdf");
    print(browser, folder, pdf);
    List<String> left = new ArrayList<>();
    if (leaves.stream().anyMatch(Leaf::asks)) {
      left.add("the judging of answers and the turning of knobs, which need a page");
    }
    return new Export(new TreeMap<>(Map.of("book.pdf", Files.readAllBytes(pdf))), left);
  }

  private static void print(Path browser, Path folder, Path pdf) throws IOException, Unavailable {
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                "--print-to-pdf=" + pdf,
                folder.resolve("book.html").toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0 || !Files.exists(pdf)) {
        throw new Unavailable(
            browser
                + (ended ? " printed no PDF" : " did not print the PDF in three minutes")
                + ": open the site there, and print its pages");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the PDF was not printed: stopped");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Optional<Path> browser() {
    String named = System.getenv("PERILLA_CHROMIUM");
    if (named != null && !named.isEmpty()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(path.split(java.io.File.pathSeparator, -1)).map(it -> Path.of(it, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String sheet(Book book, List<Leaf> leaves) {
    StringBuilder all = new StringBuilder();
    String title = html(book.title().value());
    all.append(
        """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8" /><title>%s</title>
        <link rel="stylesheet" href="perilla.css" />
        <style>
        @page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page); font: 9pt sans-serif } }
        @page :first { @bottom-center { content: none } }
        .cover { padding-top: 30mm } .cover li { margin: .5em 0 }
        article { break-before: page }
        </style></head><body><main>
        """
            .formatted(book.lang().value(), title));
    all.append("<section class=\"cover\"><h1>" + title + "</h1>\n");
    book.summary().ifPresent(it -> all.append("<p class=\"lead\">" + html(it.value()) + "</p>"));
    String imprint =
        Stream.of(book.author(), book.licence())
            .flatMap(Optional::stream)
            .map(Text::value)
            .collect(Collectors.joining(" · "));
    if (!imprint.isEmpty()) {
      all.append("<p>" + html(imprint) + "</p>");
    }
    all.append("<ol>\n");
    for (Leaf leaf : leaves) {
      all.append("<li lang=\"" + leaf.lang() + "\"><a href=\"#" + leaf.id() + "\">");
      all.append(html(leaf.title())).append("</a></li>\n");
    }
    all.append("</ol></section>\n");
    for (Leaf leaf : leaves) {
      String prefix = leaf.id() + "--";
      all.append("<section id=\"" + leaf.id() + "\" lang=\"" + leaf.lang() + "\">");
      all.append(leaf.sheet(prefix, PdfFormat::link).replace("<details", "<details open=\"open\""));
      all.append("</section>\n");
    }
    return all.append("</main></body></html>\n").toString();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /// A link to the page of a chapter leads to its place on the sheet.
  private static String link(String href) {
    return href.contains(":")
        ? href
        : href.replaceFirst("^([\\w-]+)\\.html#(.+)$", "#$1--$2")
            .replaceFirst("^([\\w-]+)\\.html$", "#$1");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
