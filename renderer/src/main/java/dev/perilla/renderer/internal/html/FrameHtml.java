package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.HtmlRenderer;
import dev.perilla.renderer.Languages;
import dev.perilla.renderer.PageContext;
import dev.perilla.renderer.Theme;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.tree.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page around a chapter, and the pages that are no chapter.
public final class FrameHtml {
  /// What a page shows around its main part.
  record Frame(
      String lang,
      String title,
      String description,
      String root,
      String home,
      List<Alternate> languages,
      String canonical,
      Theme theme,
      String bookTitle,
      String bookLang,
      String imprint,
      String chapters,
      List<Link> before,
      List<Link> after,
      boolean hasKnobs,
      Map<String, String> w) {
    String direction() {
      return FrameHtml.direction(lang);
    }

    boolean hasCanonical() {
      return !canonical.isEmpty();
    }

    String style() {
      return theme.style().path();
    }

    String script() {
      return theme.script().path();
    }

    String knobs() {
      return theme.knobs().path();
    }

    String knobsStyle() {
      return theme.knobsStyle().path();
    }

    boolean hasDescription() {
      return !description.isEmpty();
    }

    boolean hasChapters() {
      return !chapters.isEmpty();
    }

    boolean hasLanguages() {
      return !languages.isEmpty();
    }

    boolean hasImprint() {
      return !imprint.isEmpty();
    }

    boolean hasPager() {
      return !before.isEmpty() || !after.isEmpty();
    }

    String above() {
      return Templates.fill("above", this);
    }

    String below() {
      return Templates.fill("below", this);
    }
  }

  /// The same page in a language of the site.
  ///
  /// @param address where it will stand, as far as that is known
  /// @param name of the language in itself
  /// @param here an attribute, for the page itself
  record Alternate(String lang, String href, String address, String name, String here) {}

  /// @param path of the page among those of its language; empty where it is in one language only
  private static List<Alternate> alternates(PageContext context, Optional<String> path) {
    String page = path.map(it -> it.isEmpty() ? "index.html" : it).orElse("");
    return path.isEmpty()
        ? List.of()
        : context.book().languages().stream()
            .map(
                other -> {
                  String href = context.root() + other.folder() + page;
                  boolean isHere = other.lang().equals(context.book().lang());
                  return new Alternate(
                      other.lang(),
                      href,
                      other.url().map(url -> url + path.get()).orElse(href),
                      Words.name(other.lang()),
                      isHere ? " aria-current=\"true\"" : "");
                })
            .toList();
  }

  /// A link to a chapter.
  ///
  /// @param here an attribute, on the page itself
  /// @param langAttribute an attribute, where the chapter's language is not the page's
  record Link(String href, String name, String here, String langAttribute) {
    static Link to(BookFrame.Entry entry, String currentId, String pageLang) {
      return new Link(
          HtmlRenderer.path(entry.id()),
          entry.name(),
          entry.id().equals(currentId) ? " aria-current=\"page\"" : "",
          lang(entry.lang(), pageLang));
    }
  }

  private static String title(CompiledChapter chapter) {
    return Plain.title(chapter.title(), chapter.lang());
  }

  /// An attribute, where texts of the language run from right to left.
  private static String direction(String lang) {
    return Languages.isFromTheRight(lang) ? " dir=\"rtl\"" : "";
  }

  private static String lang(String lang, String pageLang) {
    return lang.equals(pageLang) ? "" : " lang=\"" + html(lang) + "\"";
  }

  /// What stands above, between and below the two pieces of a chapter; between them, the chapters
  /// that it needs.
  ///
  /// @param chapter all of it, or its headline
  /// @param hasKnobs whether the reader may turn anything
  public List<String> chapter(CompiledChapter chapter, PageContext context, boolean hasKnobs) {
    BookFrame book = context.book();
    Frame frame =
        frame(
            chapter.lang(),
            title(chapter) + " · " + book.title(),
            Plain.title(chapter.summary(), chapter.lang()),
            context,
            chapter.id(),
            Optional.of(HtmlRenderer.path(chapter.id())),
            book.before(chapter.id()),
            book.after(chapter.id()),
            hasKnobs);
    return List.of(frame.above(), needs(chapter, book), frame.below());
  }

  private static String needs(CompiledChapter chapter, BookFrame book) {
    List<Need> needs = new ArrayList<>();
    for (int i = 0; i < chapter.needs().size(); i++) {
      String id = chapter.needs().get(i);
      String name = book.entry(id).map(BookFrame.Entry::name).orElse(id);
      needs.add(new Need(HtmlRenderer.path(id), name, i == chapter.needs().size() - 1));
    }
    return needs.isEmpty()
        ? ""
        : Templates.fill("needs", new Needs(needs, Words.of(chapter.lang()).lines()));
  }

  record Needs(List<Need> needs, Map<String, String> w) {}

  record Need(String href, String name, boolean last) {}

  /// What stands above and below the rows of a chapter's ledger.
  ///
  /// @param path where it stands among the pages of its language
  /// @param context of that page; its contents are those of the chapter's own
  public List<String> ledger(CompiledChapter chapter, PageContext context, String path) {
    BookFrame book = context.book();
    String title = Words.of(chapter.lang()).say("ledgerTitle");
    Frame frame =
        frame(
            chapter.lang(),
            title + " · " + title(chapter) + " · " + book.title(),
            "",
            new PageContext(
                book.holding(List.of(), List.of()),
                context.root(),
                context.home(),
                context.theme()),
            chapter.id(),
            Optional.of(path),
            Optional.empty(),
            Optional.empty(),
            false);
    return List.of(frame.above(), frame.below());
  }

  /// The first page of the book.
  public String index(PageContext context) {
    BookFrame book = context.book();
    Words words = Words.of(book.lang());
    Texts texts =
        new Texts(
            new Numbers(new Ledger(List.of()), List.of(), words, context.root(), ""),
            words,
            Languages.isFromTheRight(book.lang()));
    List<Listed> chapters =
        book.chapters().stream()
            .map(
                entry ->
                    new Listed(
                        HtmlRenderer.path(entry.id()),
                        texts.line(entry.title()),
                        texts.line(entry.summary()),
                        lang(entry.lang(), book.lang())))
            .toList();
    Index model =
        new Index(book.title(), book.summary().orElse(""), context.home(), chapters, words.lines());
    Frame frame =
        frame(
            book.lang(),
            book.title(),
            book.summary().orElse(""),
            context,
            "",
            Optional.of(""),
            Optional.empty(),
            book.chapters().stream().findFirst(),
            false);
    return frame.above() + Templates.fill("index", model) + frame.below();
  }

  record Index(
      String title, String summary, String home, List<Listed> chapters, Map<String, String> w) {
    boolean hasSummary() {
      return !summary.isEmpty();
    }
  }

  record Listed(String href, String title, String summary, String langAttribute) {
    boolean hasSummary() {
      return !summary.isEmpty();
    }
  }

  /// What a host shows for an address that does not exist.
  public String notFound(PageContext context) {
    Words words = Words.of(context.book().lang());
    Frame frame =
        frame(
            context.book().lang(),
            words.say("notFoundTitle") + " · " + context.book().title(),
            "",
            context,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    String main = Templates.fill("missing", new Missing(context.home(), words.lines()));
    return frame.above() + main + frame.below();
  }

  /// What stands where a chapter was before it was renamed.
  public String moved(BookFrame.Entry now, PageContext context) {
    BookFrame book = context.book();
    String href = context.root() + HtmlRenderer.path(now.id());
    String canonical = book.url().map(url -> url + HtmlRenderer.path(now.id())).orElse(href);
    return Templates.fill(
        "moved",
        new Moved(
            book.lang(),
            now.name(),
            lang(now.lang(), book.lang()),
            href,
            canonical,
            context.root() + context.theme().style().path(),
            Words.of(book.lang()).lines()));
  }

  record Moved(
      String lang,
      String name,
      String langAttribute,
      String href,
      String canonical,
      String style,
      Map<String, String> w) {
    String direction() {
      return FrameHtml.direction(lang);
    }
  }

  record Missing(String home, Map<String, String> w) {}

  /// The links to all chapters, as markup: each page has dozens.
  private static String chapters(PageContext context, String id, String lang) {
    StringBuilder out = new StringBuilder();
    for (BookFrame.Entry entry : context.book().chapters()) {
      Link link = Link.to(entry, id, lang);
      String address = html(context.home() + link.href());
      out.append("<li><a href=\"" + address + "\"" + link.here() + link.langAttribute() + ">");
      out.append(html(link.name())).append("</a></li>\n");
    }
    return out.toString();
  }

  private static Frame frame(
      String lang,
      String title,
      String description,
      PageContext context,
      String id,
      Optional<String> path,
      Optional<BookFrame.Entry> before,
      Optional<BookFrame.Entry> after,
      boolean hasKnobs) {
    BookFrame book = context.book();
    return new Frame(
        lang,
        title,
        description,
        context.root(),
        context.home(),
        alternates(context, path),
        path.flatMap(it -> book.url().map(url -> url + it)).orElse(""),
        context.theme(),
        book.title(),
        book.lang(),
        book.imprint(),
        chapters(context, id, lang),
        before.stream().map(entry -> Link.to(entry, id, lang)).toList(),
        after.stream().map(entry -> Link.to(entry, id, lang)).toList(),
        hasKnobs,
        Words.of(lang).lines());
  }
}
