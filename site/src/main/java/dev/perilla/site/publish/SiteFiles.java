package dev.perilla.site.publish;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.LedgerJson;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.HtmlRenderer;
import dev.perilla.renderer.MarkdownRenderer;
import dev.perilla.renderer.Page;
import dev.perilla.renderer.PageContext;
import dev.perilla.renderer.SearchIndex;
import dev.perilla.renderer.Theme;
import dev.perilla.site.Workers;
import dev.perilla.site.book.Asset;
import dev.perilla.site.book.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files of a site, from checked chapters. The same bytes on any machine.
///
/// ```
/// index.html  404.html  perilla.css  perilla.js  search.js
/// value.html                      a page a chapter
/// data/value.json                 the compiled chapter
/// data/value.claims.json          its numbers and claims, with what they rest on
/// markdown/README.md  markdown/value.md
/// ```
public final class SiteFiles {
  private SiteFiles() {}

  /// The files by path.
  ///
  /// @param markdownAlone only the Markdown, at the root
  public static SortedMap<String, byte[]> of(Work work, boolean markdownAlone, int threads)
      throws IOException {
    Book book = work.book().orElseThrow();
    BookFrame frame =
        new BookFrame(
            book.title().value(),
            book.lang().value(),
            book.summary().map(Text::value),
            work.chapters().stream().map(BookFrame.Entry::of).toList());
    PageContext context = PageContext.atRoot(frame);
    MarkdownRenderer markdown = new MarkdownRenderer();
    HtmlRenderer html = new HtmlRenderer();
    String folder = markdownAlone ? "" : "markdown/";

    SortedMap<String, byte[]> files = new TreeMap<>();
    add(files, folder, markdown.index(context));
    List<List<Page>> pages =
        Workers.map(
            work.chapters(),
            threads,
            chapter -> {
              List<Page> made = new ArrayList<>();
              made.add(in(folder, markdown.chapter(chapter, context)));
              if (!markdownAlone) {
                made.add(html.chapter(chapter, context));
                made.add(compiled(chapter));
                made.add(claims(chapter));
              }
              return made;
            });
    pages.forEach(made -> made.forEach(page -> add(files, "", page)));
    if (!markdownAlone) {
      add(files, "", html.index(context));
      add(files, "", html.notFound(new PageContext(frame, "/")));
      add(files, "", SearchIndex.of(work.chapters()));
      Theme.assets().forEach(asset -> add(files, "", asset));
    }
    for (Asset asset : work.assets()) {
      byte[] bytes = Files.readAllBytes(asset.place().path());
      files.put(asset.path(), bytes);
      if (!markdownAlone) {
        files.put(folder + asset.path(), bytes);
      }
    }
    return files;
  }

  private static Page compiled(CompiledChapter chapter) {
    return new Page("data/" + chapter.id() + ".json", CompiledJson.write(chapter));
  }

  private static Page claims(CompiledChapter chapter) {
    return new Page("data/" + chapter.id() + ".claims.json", LedgerJson.write(chapter));
  }

  private static Page in(String folder, Page page) {
    return new Page(folder + page.path(), page.content());
  }

  private static void add(SortedMap<String, byte[]> files, String folder, Page page) {
    byte[] before =
        files.put(folder + page.path(), page.content().getBytes(StandardCharsets.UTF_8));
    if (before != null) {
      throw new IllegalStateException("two files of the site are named " + page.path());
    }
  }
}
