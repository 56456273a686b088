package dev.perilla.site.book;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.renderer.BookFrame;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What other pages of a book say of a chapter: its entry in the contents. It is kept as the JSON
/// of the compiled chapter without blocks, sources and ledger. Two that say the same have the same
/// JSON, so that only who makes a page reads it.
public final class Headline {
  private final String id;
  private @Nullable CompiledChapter chapter; // without what no other page says
  private @Nullable String json;

  private Headline(String id, @Nullable CompiledChapter chapter, @Nullable String json) {
    this.id = id;
    this.chapter = chapter;
    this.json = json;
  }

  /// That of a chapter which is at hand.
  static Headline of(CompiledChapter chapter) {
    CompiledChapter alone =
        new CompiledChapter(
            CompiledChapter.VERSION,
            chapter.id(),
            chapter.lang(),
            chapter.title(),
            chapter.summary(),
            chapter.needs(),
            List.of(),
            List.of(),
            new Ledger(List.of()));
    return new Headline(chapter.id(), alone, null);
  }

  /// The one that had this JSON.
  ///
  /// @param id of the chapter
  public static Headline read(String id, String json) {
    return new Headline(id, null, json);
  }

  public String id() {
    return id;
  }

  /// Its JSON, written when the first asks.
  public synchronized String json() {
    String known = json;
    if (known == null) {
      known = CompiledJson.write(chapter());
      json = known;
    }
    return known;
  }

  /// The entry, read when the first asks.
  public BookFrame.Entry entry() {
    return BookFrame.Entry.of(chapter());
  }

  /// The chapter without what no other page says, read when the first asks.
  public synchronized CompiledChapter chapter() {
    CompiledChapter known = chapter;
    if (known == null) {
      known = CompiledJson.read(Objects.requireNonNull(json));
      chapter = known;
    }
    return known;
  }
}
