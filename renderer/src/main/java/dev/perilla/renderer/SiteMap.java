package dev.perilla.renderer;

import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.tree.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a site says of itself to machines, where its address is known: the pages that it has
/// (`sitemap.xml`), and, where its date is known as well, a feed of its chapters (`feed.xml`,
/// Atom).
public final class SiteMap {
  /// As many addresses as the protocol allows in one file.
  private static final int MOST_ADDRESSES = 50_000;

  private SiteMap() {}

  /// The files for a book.
  ///
  /// @param date of the site, as `2026-01-31T12:00:00Z`
  public static List<Page> of(BookFrame book, Optional<String> date) {
    List<Page> pages = new ArrayList<>();
    if (book.url().isPresent()) {
      String url = book.url().get();
      pages.add(new Page("sitemap.xml", sitemap(book, url, date)));
      date.ifPresent(it -> pages.add(new Page("feed.xml", feed(book, url, it))));
    }
    return pages;
  }

  private static String sitemap(BookFrame book, String url, Optional<String> date) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    String day = date.map(it -> "<lastmod>" + it + "</lastmod>").orElse("");
    out.append("<url><loc>")
        .append(Chars.html(url))
        .append("</loc>")
        .append(day)
        .append("</url>\n");
    book.chapters().stream()
        .limit(MOST_ADDRESSES - 1)
        .forEach(
            entry ->
                out.append("<url><loc>")
                    .append(Chars.html(url + HtmlRenderer.path(entry.id())))
                    .append("</loc>")
                    .append(day)
                    .append("</url>\n"));
    return out.append("</urlset>\n").toString();
  }

  private static String feed(BookFrame book, String url, String date) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        .append(Chars.html(book.lang()))
        .append("\">\n");
    element(out, "title", book.title());
    book.summary().ifPresent(it -> element(out, "subtitle", it));
    element(out, "id", url);
    element(out, "updated", date);
    out.append("<author><name>")
        .append(Chars.html(book.author().orElse(book.title())))
        .append("</name></author>\n");
    link(out, "", url);
    link(out, " rel=\"self\"", url + "feed.xml");
    for (BookFrame.Entry entry : book.chapters()) {
      String page = url + HtmlRenderer.path(entry.id());
      out.append("<entry>\n");
      element(out, "title", entry.name());
      element(out, "id", page);
      element(out, "updated", date);
      link(out, "", page);
      if (!entry.summary().isEmpty()) {
        element(out, "summary", Plain.title(entry.summary(), entry.lang()));
      }
      out.append("</entry>\n");
    }
    return out.append("</feed>\n").toString();
  }

  private static void element(StringBuilder out, String name, String text) {
    out.append('<')
        .append(name)
        .append('>')
        .append(Chars.html(text))
        .append("</")
        .append(name)
        .append(">\n");
  }

  private static void link(StringBuilder out, String attribute, String address) {
    out.append("<link")
        .append(attribute)
        .append(" href=\"")
        .append(Chars.html(address))
        .append("\"/>\n");
  }
}
