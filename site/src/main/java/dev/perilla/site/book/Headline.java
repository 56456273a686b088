package dev.perilla.site.book;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.HeadlineJson;
import dev.perilla.renderer.BookFrame;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What other pages of a book say of a chapter: its entry in the contents. It is kept as JSON. Two
/// that say the same have the same JSON, so that only who makes a page reads it.
public final class Headline {
  private final String id;
  private @Nullable HeadlineJson read;
  private @Nullable String json;
  private @Nullable String digest;
  private BookFrame.@Nullable Entry entry;

  private Headline(
      String id, @Nullable HeadlineJson read, @Nullable String json, @Nullable String digest) {
    this.id = id;
    this.read = read;
    this.json = json;
    this.digest = digest;
  }

  /// That of a chapter which is at hand.
  static Headline of(CompiledChapter chapter) {
    return new Headline(chapter.id(), HeadlineJson.of(chapter), null, null);
  }

  /// The one that had this JSON and this digest.
  ///
  /// @param id of the chapter
  public static Headline read(String id, String json, String digest) {
    return new Headline(id, null, json, digest);
  }

  public String id() {
    return id;
  }

  /// Its JSON, written when the first asks.
  public synchronized String json() {
    String known = json;
    if (known == null) {
      known = headline().write();
      json = known;
    }
    return known;
  }

  /// What no other JSON has: `hash` takes it when the first asks.
  public synchronized String digest(UnaryOperator<String> hash) {
    String known = digest;
    if (known == null) {
      known = hash.apply(json());
      digest = known;
    }
    return known;
  }

  /// The entry, read when the first asks: the pages of sixty chapters say it.
  public synchronized BookFrame.Entry entry() {
    BookFrame.Entry known = entry;
    if (known == null) {
      known = BookFrame.Entry.of(chapter());
      entry = known;
    }
    return known;
  }

  /// The chapter without what no other page says.
  public CompiledChapter chapter() {
    return headline().chapter();
  }

  private synchronized HeadlineJson headline() {
    HeadlineJson known = read;
    if (known == null) {
      known = HeadlineJson.read(Objects.requireNonNull(json));
      read = known;
    }
    return known;
  }
}
