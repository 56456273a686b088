package dev.perilla.site.build;

import dev.perilla.renderer.BookFrame;
import dev.perilla.site.book.Headline;
import dev.perilla.site.book.Worked;
import dev.perilla.site.publish.Blob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The contents of a book, to be asked for the part that the page of one chapter shows, and for a
/// digest of that part: a page is made anew where it differs.
final class Contents {
  private final BookFrame cover;
  private final List<Headline> headlines;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> digests = new ArrayList<>();
  private final String head;
  private final String digest;
  private @Nullable String near;

  /// @param cover what the book says of itself, without chapters
  /// @param chapters in the order of the book
  Contents(BookFrame cover, List<Worked.Outcome> chapters) {
    this.cover = cover;
    this.headlines = chapters.stream().map(Worked.Outcome::headline).toList();
    List<String> parts = new ArrayList<>();
    parts.add(cover.title());
    parts.add(cover.lang());
    parts.add(cover.summary().map(it -> "-" + it).orElse(""));
    parts.add(cover.author().map(it -> "-" + it).orElse(""));
    parts.add(cover.licence().map(it -> "-" + it).orElse(""));
    parts.add(cover.url().map(it -> "-" + it).orElse(""));
    for (BookFrame.Language language : cover.languages()) {
      parts.add(language.lang());
      parts.add(language.folder());
      parts.add(language.url().map(it -> "-" + it).orElse(""));
    }
    this.head = Program.digest(parts);
    for (Headline headline : headlines) {
      places.put(headline.id(), digests.size());
      digests.add(headline.digest(Program::shortDigest));
    }
    this.digest = Program.digest(List.of(head, digests.toString()));
  }

  /// Whether another says the same.
  boolean isOf(BookFrame book, List<Worked.Outcome> chapters) {
    return cover.equals(book)
        && headlines.stream()
            .map(Headline::json)
            .toList()
            .equals(chapters.stream().map(it -> it.headline().json()).toList());
  }

  /// Of all of it.
  String digest() {
    return digest;
  }

  /// All of it.
  BookFrame book() {
    return cover.holding(headlines.stream().map(Headline::entry).toList(), List.of());
  }

  /// What the page of the chapter `id`, which has those `needs`, says of the book.
  BookFrame around(String id, List<String> needs) {
    return cover.holding(
        BookFrame.near(headlines, place(id)).stream().map(Headline::entry).toList(),
        needed(needs).stream().map(at -> headlines.get(at).entry()).toList());
  }

  /// Digests of that, one after another.
  String digestAround(String id, List<String> needs, Cache cache) {
    int start = place(id) * Blob.HASH_LENGTH;
    StringBuilder all = new StringBuilder();
    all.append(near(cache), start, start + Blob.HASH_LENGTH);
    needed(needs).forEach(at -> all.append(digests.get(at)));
    return all.toString();
  }

  /// A digest of what stands around each chapter, one after another. To hash sixty titles for each
  /// is a twelfth of a build that changes nothing, and most builds find the titles of the one
  /// before.
  private synchronized String near(Cache cache) {
    String known = near;
    if (known == null) {
      String key = Program.key("near", digest);
      known = cache.get(key).orElseGet(this::hashed);
      cache.put(key, known);
      near = known;
    }
    return known;
  }

  private String hashed() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < digests.size(); i++) {
      String near = String.join("", BookFrame.near(digests, i));
      all.append(Program.digest(List.of(head, near)));
    }
    return all.toString();
  }

  private int place(String id) {
    return Objects.requireNonNull(places.get(id), id);
  }

  private List<Integer> needed(List<String> needs) {
    return needs.stream().flatMap(it -> Optional.ofNullable(places.get(it)).stream()).toList();
  }
}
