package dev.perilla.site.publish;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.LedgerJson;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.HtmlRenderer;
import dev.perilla.renderer.Leaf;
import dev.perilla.renderer.MarkdownRenderer;
import dev.perilla.renderer.Page;
import dev.perilla.renderer.PageContext;
import dev.perilla.renderer.SearchIndex;
import dev.perilla.renderer.SiteMap;
import dev.perilla.site.Workers;
import dev.perilla.site.book.TranslatedBook;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Worked;
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
/// perilla.1f2e3d4c.css  perilla.….js  knobs.….js  knobs.….css  perilla-core.….js  perilla-engine.….js
/// value.html                      a page a chapter
/// old-name.html                   what leads to a page that was renamed
/// sitemap.xml  feed.xml           where the address, and the date, of the site are known
/// perilla.json                    what the pages have in common
/// data/value.json                 the compiled chapter
/// data/value.claims.json          its numbers and claims, with what they rest on
/// data/value.html                 the same as a page
/// markdown/README.md  markdown/value.md
/// en/index.html  en/value.html  en/data/…  markdown/en/…   the same in another language
/// ```
public final class SiteFiles {
  private static final MarkdownRenderer MARKDOWN = new MarkdownRenderer();
  private static final int MARKDOWN_PIECES = 2;
  private static final HtmlRenderer HTML = new HtmlRenderer();

  private SiteFiles() {}

  /// What all pages of the original say of the book around them.
  static BookFrame frame(Work work, Hosting hosting) {
    return cover(work, hosting).holding(entries(work.outcomes()), List.of());
  }

  /// What all pages of a translation say.
  static BookFrame frame(TranslatedBook translation, Work work, Hosting hosting) {
    return cover(translation, work, hosting).holding(entries(translation.outcomes()), List.of());
  }

  private static List<BookFrame.Entry> entries(List<Worked.Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.headline().entry()).toList();
  }

  /// What all pages of the original say of the book, but for its chapters.
  public static BookFrame cover(Work work, Hosting hosting) {
    return cover(work.book().orElseThrow()).at(hosting.url()).with(languages(work, hosting));
  }

  /// What all pages of a translation say, but for its chapters.
  public static BookFrame cover(TranslatedBook translation, Work work, Hosting hosting) {
    return cover(translation.book())
        .at(hosting.url().map(it -> it + translation.lang() + "/"))
        .with(languages(work, hosting));
  }

  private static BookFrame cover(Book book) {
    return new BookFrame(
            book.title().value(),
            book.lang().value(),
            book.summary().map(text -> text.value()),
            List.of())
        .by(book.author().map(Text::value), book.licence().map(Text::value));
  }

  static List<BookFrame.Language> languages(Work work, Hosting hosting) {
    return languages(
        work.book().orElseThrow().lang().value(),
        work.translations().stream().map(TranslatedBook::lang).toList(),
        hosting);
  }

  /// The languages of a site; none where it has one.
  static List<BookFrame.Language> languages(String original, List<String> others, Hosting hosting) {
    List<BookFrame.Language> languages = new ArrayList<>();
    languages.add(new BookFrame.Language(original, "", hosting.url()));
    for (String lang : others) {
      String folder = lang + "/";
      languages.add(new BookFrame.Language(lang, folder, hosting.url().map(it -> it + folder)));
    }
    return others.isEmpty() ? List.of() : languages;
  }

  /// The compiled chapter itself, as a file of the site.
  public static Page data(CompiledChapter chapter, String at) {
    return new Page(dataFile(chapter.id(), at), CompiledJson.bytes(chapter));
  }

  /// Its path.
  public static String dataFile(String id, String at) {
    return at + SiteContent.dataFile(id);
  }

  /// The pages that a chapter makes, beside its [#data].
  ///
  /// @param at the folder of its language: empty, or ending in `/`
  /// @param around what they say of the book
  /// @param markdownAlone only the Markdown, at the root
  private static List<Page> ofChapter(
      CompiledChapter chapter, String at, BookFrame around, boolean markdownAlone) {
    List<Page> pages = new ArrayList<>();
    pages.addAll(framed(leaf(chapter, at, markdownAlone), chapter, at, around, markdownAlone));
    if (!markdownAlone) {
      pages.add(claims(chapter, at));
    }
    return pages;
  }

  /// What the pages of a chapter say of it alone.
  public static Leaf leaf(CompiledChapter chapter, String at, boolean markdownAlone) {
    BookFrame none = new BookFrame("", chapter.lang(), Optional.empty(), List.of());
    PageContext context = PageContext.in(at, none, SiteAssets.THEME);
    Leaf markdown = MARKDOWN.leaf(chapter, context);
    return markdownAlone ? markdown : markdown.and(HTML.leaf(chapter, context));
  }

  /// These pages in their book.
  ///
  /// @param headline the chapter, or as much of it as other pages say
  public static List<Page> framed(
      Leaf leaf, CompiledChapter headline, String at, BookFrame around, boolean markdownAlone) {
    PageContext context = PageContext.in(at, around, SiteAssets.THEME);
    List<Page> pages = new ArrayList<>();
    Leaf markdown = leaf.part(0, MARKDOWN_PIECES);
    pages.add(MARKDOWN.page(markdown, headline, context).in(folder(markdownAlone) + at));
    if (!markdownAlone) {
      Leaf html = leaf.part(MARKDOWN_PIECES);
      HTML.pages(html, headline, context).forEach(page -> pages.add(page.in(at)));
    }
    return pages;
  }

  /// The numbers and claims of a chapter as a file of the site.
  public static Page claims(CompiledChapter chapter, String at) {
    return new Page(at + "data/" + chapter.id() + ".claims.json", LedgerJson.bytes(chapter));
  }

  /// The pages that a book makes in one of its languages.
  ///
  /// @param at the folder of the language: empty, or ending in `/`
  public static List<Page> ofLanguage(
      String at, BookFrame book, Hosting hosting, boolean markdownAlone) {
    PageContext context = PageContext.in(at, book, SiteAssets.THEME);
    List<Page> pages = new ArrayList<>();
    pages.add(MARKDOWN.index(context).in(folder(markdownAlone) + at));
    if (!markdownAlone) {
      pages.add(HTML.index(context).in(at));
      hosting
          .renamed()
          .forEach(
              (old, id) ->
                  pages.add(HTML.moved(old, book.entry(id).orElseThrow(), context).in(at)));
      SiteMap.of(book, hosting.date()).forEach(page -> pages.add(page.in(at)));
    }
    return pages;
  }

  /// The pages that the original makes of its book, and the files that a site has once: what all of
  /// its pages load, and what they have in common.
  ///
  /// @param book the original
  /// @param others the same in other languages
  /// @param assets paths of the files that are published as they are
  public static List<Page> ofSite(
      BookFrame book,
      List<BookFrame> others,
      Hosting hosting,
      Collection<String> assets,
      boolean markdownAlone) {
    List<Page> pages = new ArrayList<>(ofLanguage("", book, hosting, markdownAlone));
    if (markdownAlone) {
      return pages;
    }
    pages.add(HTML.notFound(new PageContext(book, hosting.root(), SiteAssets.THEME)));
    pages.addAll(SiteAssets.pages());
    pages.add(new Page(SiteContent.FILE, SiteContent.json(book, others, hosting, assets).write()));
    return pages;
  }

  /// All files by path, from content that is at hand: what a build gives, without its cache.
  static SortedMap<String, byte[]> of(SiteContent content, boolean markdownAlone, int threads) {
    List<Page> pages = new ArrayList<>();
    List<BookFrame> frames = new ArrayList<>();
    for (SiteContent.Edition edition : content.editions()) {
      BookFrame frame = edition.frame();
      String at = edition.folder();
      Workers.map(
              edition.chapters(),
              threads,
              chapter ->
                  ofChapter(
                      chapter, at, frame.around(chapter.id(), chapter.needs()), markdownAlone))
          .forEach(pages::addAll);
      if (!markdownAlone) {
        edition.chapters().forEach(chapter -> pages.add(data(chapter, at)));
      }
      if (!at.isEmpty()) {
        pages.addAll(ofLanguage(at, frame, content.hosting(), markdownAlone));
      }
      if (!markdownAlone) {
        List<String> entries = edition.chapters().stream().map(SearchIndex::entries).toList();
        SearchIndex.of(entries).forEach(part -> pages.add(part.in(at)));
      }
      frames.add(frame);
    }
    List<BookFrame> others = frames.subList(1, frames.size());
    pages.addAll(
        ofSite(
            frames.getFirst(),
            others,
            content.hosting(),
            content.assets().keySet(),
            markdownAlone));
    SortedMap<String, byte[]> files = new TreeMap<>();
    pages.forEach(page -> files.put(page.path(), page.bytes()));
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
}
