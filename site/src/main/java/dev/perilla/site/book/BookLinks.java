package dev.perilla.site.book;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Suggestion;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Where the texts of a book lead: images have to be files of the book, links within the site have
/// to lead to one of its pages.
///
/// @param assets the images, each once, by path
/// @param findings of what leads nowhere
record BookLinks(List<Asset> assets, List<Finding> findings) {
  private static final int MOST_BYTES = 16 << 20;

  BookLinks {
    assets = List.copyOf(assets);
    findings = List.copyOf(findings);
  }

  /// Checks all chapters that compiled, in the order of the book.
  static BookLinks check(List<Worked> order, Path folder, Path directory) {
    Set<String> pages = new LinkedHashSet<>(List.of("index.html"));
    order.forEach(chapter -> pages.add(chapter.id() + ".html"));
    Map<String, Asset> assets = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Worked chapter : order) {
      if (chapter.outcome().isEmpty()) {
        continue;
      }
      SourceFile file = chapter.head().orElseThrow().id().file();
      Addresses addresses = chapter.outcome().get().addresses();
      for (String image : addresses.images()) {
        Optional<Path> found = asset(folder, image);
        if (found.isPresent()) {
          assets.put(image, new Asset(image, Place.of(found.get(), directory)));
        } else {
          findings.add(
              Finding.error(
                      SiteCode.IMAGE_FILE,
                      place(file, image),
                      "the image `" + image + "` is no file of the book")
                  .help("name it by its path from the folder of the book, with / between folders"));
        }
      }
      for (String link : addresses.links()) {
        if (isPage(link) && !pages.contains(page(link))) {
          findings.add(
              Finding.error(
                      SiteCode.LINK_TARGET,
                      place(file, link),
                      "the book has no page `" + page(link) + "`")
                  .help(
                      Suggestion.nearest(page(link), pages)
                          .map(near -> "did you mean `" + near + "`?")
                          .orElse("pages are named by the id of their chapter: `value.html`")));
        }
      }
    }
    return new BookLinks(List.copyOf(assets.values()), findings);
  }

  /// Whether an address leads to another page of the site.
  private static boolean isPage(String address) {
    return !address.contains(":") && !page(address).isEmpty();
  }

  private static String page(String address) {
    int end = address.length();
    for (char mark : new char[] {'#', '?'}) {
      int at = address.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return address.substring(0, end);
  }

  /// The file of the book that an address means, where it is one: below the folder by its path and
  /// by what the file system makes of it.
  static Optional<Path> asset(Path folder, String address) {
    for (String part : address.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.contains(":") || part.contains("\\")) {
        return Optional.empty();
      }
    }
    Path file = folder;
    for (String part : address.split("/", -1)) {
      file = file.resolve(part);
      if (Files.isSymbolicLink(file)) {
        return Optional.empty();
      }
    }
    boolean isFile =
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && file.toFile().length() <= MOST_BYTES;
    return isFile ? Optional.of(file) : Optional.empty();
  }

  /// Where an address stands in the file: its first occurrence.
  private static Span place(SourceFile file, String address) {
    int at = Math.max(0, file.text().indexOf(address));
    return new Span(file, at, Math.min(file.text().length(), at + address.length()));
  }
}
