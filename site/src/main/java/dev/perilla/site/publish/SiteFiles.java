package dev.perilla.site.publish;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.LedgerJson;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.HtmlRenderer;
import dev.perilla.renderer.MarkdownRenderer;
import dev.perilla.renderer.Page;
import dev.perilla.renderer.PageContext;
import dev.perilla.renderer.SearchIndex;
import dev.perilla.renderer.SiteMap;
import dev.perilla.renderer.Theme;
import dev.perilla.site.Workers;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Worked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The pages of a site. The same bytes on any machine.
///
/// ```
/// index.html  404.html  search.js
/// perilla.1f2e3d4c.css  perilla.….js  exercises.….js  perilla-engine.….js
/// value.html                      a page a chapter
/// old-name.html                   what leads to a page that was renamed
/// sitemap.xml  feed.xml           where the address, and the date, of the site are known
/// perilla.json                    what the pages have in common
/// data/value.json                 the compiled chapter
/// data/value.claims.json          its numbers and claims, with what they rest on
/// markdown/README.md  markdown/value.md
/// ```
public final class SiteFiles {
  /// Path of the engine in the site.
  public static final String ENGINE =
      engine().map(script -> Theme.hashed(Theme.ENGINE, script)).orElse(Theme.ENGINE);

  private static final Theme THEME = Theme.hashed(ENGINE);
  private static final MarkdownRenderer MARKDOWN = new MarkdownRenderer();
  private static final HtmlRenderer HTML = new HtmlRenderer();

  private SiteFiles() {}

  /// What all pages say of the book around them.
  public static BookFrame frame(Work work, Hosting hosting) {
    Book book = work.book().orElseThrow();
    return new BookFrame(
            book.title().value(),
            book.lang().value(),
            book.summary().map(text -> text.value()),
            work.outcomes().stream().map(Worked.Outcome::entry).toList())
        .at(hosting.url());
  }

  /// The pages that a chapter makes.
  ///
  /// @param around what they say of the book
  /// @param markdownAlone only the Markdown, at the root
  public static List<Page> ofChapter(
      CompiledChapter chapter, BookFrame around, boolean markdownAlone) {
    PageContext context = new PageContext(around, "", THEME);
    List<Page> pages = new ArrayList<>();
    pages.add(in(folder(markdownAlone), MARKDOWN.chapter(chapter, context)));
    if (!markdownAlone) {
      pages.add(HTML.chapter(chapter, context));
      pages.add(new Page(SiteContent.dataFile(chapter.id()), CompiledJson.write(chapter)));
      pages.add(new Page("data/" + chapter.id() + ".claims.json", LedgerJson.write(chapter)));
    }
    return pages;
  }

  /// The pages that the book makes.
  ///
  /// @param assets paths of the files that are published as they are
  public static List<Page> ofBook(
      BookFrame book, Hosting hosting, Collection<String> assets, boolean markdownAlone) {
    PageContext context = new PageContext(book, "", THEME);
    List<Page> pages = new ArrayList<>();
    pages.add(in(folder(markdownAlone), MARKDOWN.index(context)));
    if (!markdownAlone) {
      pages.add(HTML.index(context));
      pages.add(HTML.notFound(new PageContext(book, hosting.root(), THEME)));
      hosting
          .renamed()
          .forEach((old, id) -> pages.add(HTML.moved(old, book.entry(id).orElseThrow(), context)));
      pages.addAll(SiteMap.of(book, hosting.date()));
      pages.addAll(THEME.assets());
      engine().ifPresent(script -> pages.add(new Page(ENGINE, script)));
      pages.add(new Page(SiteContent.FILE, SiteContent.json(book, hosting, assets).write()));
    }
    return pages;
  }

  /// The engine in JavaScript, which a page loads when a reader turns to a question; empty in a
  /// build without it.
  private static Optional<String> engine() {
    try (InputStream script =
        SiteFiles.class.getResourceAsStream("/dev/perilla/engine/browser/" + Theme.ENGINE)) {
      return script == null
          ? Optional.empty()
          : Optional.of(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// All files by path, from content that is at hand: what a build gives, without its cache.
  static SortedMap<String, byte[]> of(SiteContent content, boolean markdownAlone, int threads) {
    BookFrame frame = content.frame();
    List<Page> pages = new ArrayList<>();
    Workers.map(
            content.chapters(),
            threads,
            chapter ->
                ofChapter(chapter, frame.around(chapter.id(), chapter.needs()), markdownAlone))
        .forEach(pages::addAll);
    pages.addAll(ofBook(frame, content.hosting(), content.assets().keySet(), markdownAlone));
    if (!markdownAlone) {
      pages.add(SearchIndex.of(content.chapters().stream().map(SearchIndex::entries).toList()));
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    pages.forEach(page -> files.put(page.path(), page.content().getBytes(StandardCharsets.UTF_8)));
    for (Map.Entry<String, byte[]> asset : content.assets().entrySet()) {
      files.put(folder(markdownAlone) + asset.getKey(), asset.getValue());
      if (!markdownAlone) {
        files.put(asset.getKey(), asset.getValue());
      }
    }
    return files;
  }

  /// Where the Markdown stands, empty or ending in `/`.
  public static String folder(boolean markdownAlone) {
    return markdownAlone ? "" : "markdown/";
  }

  private static Page in(String folder, Page page) {
    return new Page(folder + page.path(), page.content());
  }
}
