package dev.perilla.site.publish;

import dev.perilla.chapter.Book;
import dev.perilla.site.book.SiteUrl;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a site has to know of the world that it is published into.
///
/// @param url where it stands, ending in `/`
/// @param date of its feed and site map, `2026-01-31T12:00:00Z`; nobody looks at a clock for it
/// @param renamed ids that chapters had, and the ids that they have now
public record Hosting(
    Optional<String> url, Optional<String> date, SortedMap<String, String> renamed) {
  /// A site that may stand anywhere.
  public static Hosting anywhere() {
    return new Hosting(Optional.empty(), Optional.empty(), new TreeMap<>());
  }

  /// That of a book.
  ///
  /// @param url in place of the book's own
  public static Hosting of(Book book, Optional<String> url, Optional<String> date) {
    SortedMap<String, String> renamed = new TreeMap<>();
    book.renamed().forEach(it -> renamed.put(it.before().value(), it.now().value()));
    return new Hosting(
        url.or(() -> book.url().map(it -> it.value())).map(SiteUrl::folder), date, renamed);
  }

  /// What leads to the root of the site from an address that is not known.
  String root() {
    return url.map(it -> it.replaceFirst("^[a-z]+://[^/]*", "")).orElse("/");
  }
}
