package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Rich.Inline;
import java.util.List;
import java.util.Optional;

/// What a page says of the book around it.
///
/// @param title one line of text
/// @param lang a language tag (`es`, `es-AR`)
/// @param chapters in the order of the site
public record BookFrame(
    String title, String lang, Optional<String> summary, List<BookFrame.Entry> chapters) {

  public BookFrame {
    chapters = List.copyOf(chapters);
  }

  /// A chapter in the contents.
  public record Entry(String id, String lang, List<Inline> title, List<Inline> summary) {
    public Entry {
      title = List.copyOf(title);
      summary = List.copyOf(summary);
    }

    /// The entry of a compiled chapter.
    public static Entry of(CompiledChapter chapter) {
      return new Entry(chapter.id(), chapter.lang(), chapter.title(), chapter.summary());
    }
  }

  /// The chapter of that name; empty where the book has none.
  public Optional<Entry> entry(String id) {
    return chapters.stream().filter(entry -> entry.id().equals(id)).findFirst();
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
