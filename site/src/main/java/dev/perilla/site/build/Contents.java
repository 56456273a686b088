package dev.perilla.site.build;

import dev.perilla.renderer.BookFrame;
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
  private final BookFrame book;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> digests = new ArrayList<>();
  private final Map<String, String> around = new ConcurrentHashMap<>();
  private final String head;

  Contents(BookFrame book) {
    this.book = book;
    this.head =
        Program.digest(
            List.of(
                book.title(),
                book.lang(),
                book.summary().toString(),
                book.url().toString(),
                book.languages().toString()));
    for (BookFrame.Entry entry : book.chapters()) {
      places.put(entry.id(), digests.size());
      digests.add(Program.digest(List.of(entry.toString())));
    }
  }

  /// Of all of it.
  String digest() {
    return Program.digest(List.of(head, digests.toString()));
  }

  /// What the page of the chapter `id`, which has those `needs`, says of the book.
  BookFrame around(String id, List<String> needs) {
    return book.around(place(id), needed(needs).stream().map(book.chapters()::get).toList());
  }

  /// The digest of that.
  String digestAround(String id, List<String> needs) {
    return around.computeIfAbsent(
        id + needs,
        key -> {
          List<String> needed = needed(needs).stream().map(digests::get).toList();
          String near = BookFrame.near(digests, place(id)).toString();
          return Program.digest(List.of(head, near, needed.toString()));
        });
  }

  private int place(String id) {
    return Objects.requireNonNull(places.get(id), id);
  }

  private List<Integer> needed(List<String> needs) {
    return needs.stream().flatMap(it -> Optional.ofNullable(places.get(it)).stream()).toList();
  }
}
