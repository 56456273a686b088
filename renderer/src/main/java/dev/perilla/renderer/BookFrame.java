package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.tree.Plain;
import dev.perilla.renderer.internal.tree.Quotes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a page says of the book around it.
///
/// @param title one line of text
/// @param lang a language tag (`es`, `es-AR`)
/// @param author who wrote it
/// @param licence its name
/// @param chapters in the order of the site, all of them or those around one
/// @param needed chapters that one of them needs, which may be far from it
/// @param url where its pages will stand, ending in `/`, if that is known
/// @param languages in which the site has all of its pages, the original's first; empty where there
///   is one
public record BookFrame(
    String title,
    String lang,
    Optional<String> summary,
    Optional<String> author,
    Optional<String> licence,
    List<BookFrame.Entry> chapters,
    List<BookFrame.Entry> needed,
    Optional<String> url,
    List<BookFrame.Language> languages) {

  public BookFrame {
    Quotes quotes = Quotes.of(Words.of(lang));
    title = quotes.in(title);
    summary = summary.map(quotes::in);
    languages = List.copyOf(languages);
    chapters = List.copyOf(chapters);
    needed = List.copyOf(needed);
  }

  /// A whole book.
  public BookFrame(String title, String lang, Optional<String> summary, List<Entry> chapters) {
    this(
        title,
        lang,
        summary,
        Optional.empty(),
        Optional.empty(),
        chapters,
        List.of(),
        Optional.empty(),
        List.of());
  }

  /// The same book, of this author and under this licence.
  public BookFrame by(Optional<String> author, Optional<String> licence) {
    return new BookFrame(title, lang, summary, author, licence, chapters, needed, url, languages);
  }

  /// Author and licence, in one line; empty where the book names neither.
  public String imprint() {
    return Stream.of(author, licence).flatMap(Optional::stream).collect(Collectors.joining(" · "));
  }

  /// This, standing at `url`.
  public BookFrame at(Optional<String> url) {
    return new BookFrame(title, lang, summary, author, licence, chapters, needed, url, languages);
  }

  /// The same book on a site of several languages.
  public BookFrame with(List<Language> others) {
    return new BookFrame(title, lang, summary, author, licence, chapters, needed, url, others);
  }

  /// The same book with these chapters.
  public BookFrame holding(List<Entry> entries, List<Entry> needed) {
    return new BookFrame(title, lang, summary, author, licence, entries, needed, url, languages);
  }

  /// A language of the site.
  ///
  /// @param lang its tag
  /// @param folder where its pages stand in the site: empty, or ending in `/`
  /// @param url where that folder will stand, ending in `/`, if that is known
  public record Language(String lang, String folder, Optional<String> url) {}

  /// A chapter in the contents.
  ///
  /// @param lang that of the title
  /// @param name the title in bare characters, which the page of each chapter near it says
  public record Entry(
      String id, String lang, List<Inline> title, List<Inline> summary, String name) {
    public Entry {
      title = List.copyOf(title);
      summary = List.copyOf(summary);
    }

    public Entry(String id, String lang, List<Inline> title, List<Inline> summary) {
      this(id, lang, title, summary, Plain.title(title, lang));
    }

    /// The entry of a compiled chapter.
    public static Entry of(CompiledChapter chapter) {
      boolean isOriginal =
          chapter.title().size() == 1 && chapter.title().getFirst() instanceof Inline.InLanguage;
      String lang =
          isOriginal ? ((Inline.InLanguage) chapter.title().getFirst()).lang() : chapter.lang();
      return new Entry(chapter.id(), lang, chapter.title(), chapter.summary());
    }
  }

  /// How many chapters before and after its own the contents on a chapter's page name.
  private static final int NEAR = 30;

  /// What the page of the chapter `id` shows of this book: the chapters around it and those that it
  /// `needs`. A page with all titles of a long book would be mostly titles, and change with each.
  public BookFrame around(String id, List<String> needs) {
    int at = index(id);
    return at < 0
        ? this
        : holding(near(chapters, at), needs.stream().flatMap(it -> entry(it).stream()).toList());
  }

  /// Those of `items`, one for each chapter, that stand for a chapter near that index.
  public static <T> List<T> near(List<T> items, int at) {
    return items.subList(Math.max(0, at - NEAR), Math.min(items.size(), at + NEAR + 1));
  }

  /// The chapter of that name; empty where the book has none.
  public Optional<Entry> entry(String id) {
    return Stream.concat(chapters.stream(), needed.stream())
        .filter(entry -> entry.id().equals(id))
        .findFirst();
  }

  /// The chapter before the one of that name; empty for the first and for a stranger.
  public Optional<Entry> before(String id) {
    int at = index(id);
    return at > 0 ? Optional.of(chapters.get(at - 1)) : Optional.empty();
  }

  /// The chapter after the one of that name; empty for the last and for a stranger.
  public Optional<Entry> after(String id) {
    int at = index(id);
    return at >= 0 && at + 1 < chapters.size()
        ? Optional.of(chapters.get(at + 1))
        : Optional.empty();
  }

  private int index(String id) {
    for (int i = 0; i < chapters.size(); i++) {
      if (chapters.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
