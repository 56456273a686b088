package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.html.ChapterHtml;
import dev.perilla.renderer.internal.html.FrameHtml;
import java.util.List;
import java.util.Locale;

/// Pages as HTML: semantic, without inline style or script, well-formed as XML, the same bytes for
/// the same input.
///
/// ```
/// BookFrame book = new BookFrame("Micrograd", "es", Optional.empty(), List.of(Entry.of(chapter)));
/// Page page = new HtmlRenderer().chapter(chapter, PageContext.atRoot(book));  // value.html
/// ```
///
/// Safe for use by several threads.
public final class HtmlRenderer {
  private final FrameHtml frame = new FrameHtml();

  /// The page of a chapter, at `<id>.html`, with the rows of its ledger at its foot.
  public Page chapter(CompiledChapter chapter, PageContext context) {
    ChapterHtml html = new ChapterHtml(chapter, context, "");
    return page(Leaf.of(html.lead(), html.rest()), chapter, context);
  }

  /// What a site has of a chapter, but for what it says of the book.
  ///
  /// @param context where its pages stand; its book is nothing to them
  public Leaf leaf(CompiledChapter chapter, PageContext context) {
    ChapterHtml html = new ChapterHtml(chapter, context, ledger(chapter));
    String lead = html.lead();
    String rest = html.rest();
    String rows = chapter.ledger().entries().isEmpty() ? "" : html.ledger(context.below());
    return Leaf.of(lead, rest, rows);
  }

  /// The pages of a chapter in their book: the one that is read, and where it has a ledger, the
  /// page of its rows, at `data/<id>.html`. They are a third of a page, and most readers ask for
  /// none.
  ///
  /// @param headline the chapter, or as much of it as other pages say
  public List<Page> pages(Leaf leaf, CompiledChapter headline, PageContext context) {
    Page read = page(leaf.part(0, 2), headline, context);
    Leaf rows = leaf.part(2);
    String path = ledger(headline);
    return rows.isEmpty()
        ? List.of(read)
        : List.of(read, rows.page(path, frame.ledger(headline, context.below(), path)));
  }

  private Page page(Leaf leaf, CompiledChapter headline, PageContext context) {
    boolean hasKnobs = leaf.endsWith(ChapterHtml.PROGRAM_END);
    return leaf.page(path(headline.id()), frame.chapter(headline, context, hasKnobs));
  }

  private static String ledger(CompiledChapter chapter) {
    return "data/" + path(chapter.id());
  }

  /// The first page of a book, at `index.html`: its summary and its chapters.
  public Page index(PageContext context) {
    return new Page("index.html", frame.index(context));
  }

  /// What a host shows for an address that does not exist, at `404.html`.
  public Page notFound(PageContext context) {
    return new Page("404.html", frame.notFound(context));
  }

  /// The page at the old address of a chapter: it leads to the new one.
  ///
  /// @param before the id that the chapter had
  public Page moved(String before, BookFrame.Entry now, PageContext context) {
    return new Page(path(before), frame.moved(now, context));
  }

  /// Where the page of a chapter stands in the site.
  public static String path(String id) {
    return id + ".html";
  }

  /// Whether pages of a language speak it themselves; those of others do so in English.
  public static boolean speaks(String tag) {
    return Words.isThere(Locale.forLanguageTag(tag).getLanguage());
  }
}
