package dev.perilla.site.build;

import dev.perilla.renderer.BookFrame;
import dev.perilla.site.book.Headline;
import dev.perilla.site.book.Worked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The contents of a book, to be asked for the part that the page of one chapter shows, and for a
/// digest of that part: a page is made anew where it differs.
final class Contents {
  /// Digits of the digest of one headline: enough to tell any two, and half as many to hash again
  /// for each of the chapters around.
  private static final int SHORT = 32;

  private final BookFrame cover;
  private final List<Headline> headlines;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> digests = new ArrayList<>();
  private final Map<String, String> around = new ConcurrentHashMap<>();
  private final String head;

  /// @param cover what the book says of itself, without chapters
  /// @param chapters in the order of the book
  Contents(BookFrame cover, List<Worked.Outcome> chapters) {
    this.cover = cover;
    this.headlines = chapters.stream().map(Worked.Outcome::headline).toList();
    List<String> parts = new ArrayList<>();
    parts.add(cover.title());
    parts.add(cover.lang());
    parts.add(cover.summary().map(it -> "-" + it).orElse(""));
    parts.add(cover.url().map(it -> "-" + it).orElse(""));
    for (BookFrame.Language language : cover.languages()) {
      parts.add(language.lang());
      parts.add(language.folder());
      parts.add(language.url().map(it -> "-" + it).orElse(""));
    }
    this.head = Program.digest(parts);
    for (Headline headline : headlines) {
      places.put(headline.id(), digests.size());
      digests.add(Program.digest(List.of(headline.json())).substring(0, SHORT));
    }
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
    return Program.digest(List.of(head, digests.toString()));
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

  /// The digest of that.
  String digestAround(String id, List<String> needs) {
    return around.computeIfAbsent(
        id + needs,
        key -> {
          List<String> needed = needed(needs).stream().map(digests::get).toList();
          String near = String.join("", BookFrame.near(digests, place(id)));
          return Program.digest(List.of(head, near, String.join("", needed)));
        });
  }

  private int place(String id) {
    return Objects.requireNonNull(places.get(id), id);
  }

  private List<Integer> needed(List<String> needs) {
    return needs.stream().flatMap(it -> Optional.ofNullable(places.get(it)).stream()).toList();
  }
}
