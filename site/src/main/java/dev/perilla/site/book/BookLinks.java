package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.engine.verify.VerifyCode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  /// Checks all chapters that could be read, in the order of the book, and what `book` itself leads
  /// to.
  static BookLinks check(Book book, List<Worked> order, Path folder, Path directory) {
    Pages pages = Pages.of(book, order);
    Map<String, Asset> assets = new TreeMap<>();
    Map<String, String> named = new HashMap<>(); // images, as a system knows them that folds names
    List<Finding> findings = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    for (Book.Term term : book.terms()) {
      String address = term.place().value();
      int hash = address.indexOf('#');
      String page = (hash < 0 ? address : address.substring(0, hash)) + ".html";
      String block = hash < 0 ? "" : address.substring(hash + 1);
      if (address.contains(":")) {
        findings.add(
            Finding.error(
                    SiteCode.LINK_TARGET,
                    term.place().span(),
                    "`" + address + "` is no chapter of the book")
                .help(
                    "a word is explained in a chapter of the book: write its id, such as "
                        + pages.any()
                        + ", and # with that of a block"));
        continue;
      }
      pages.wrong(page, block, term.place().span()).ifPresent(findings::add);
      broken.add(page + (hash < 0 ? "" : address.substring(hash)));
    }
    for (Worked chapter : order) {
      if (chapter.addresses().isEmpty()) {
        continue;
      }
      List<Finding> ofChapter = new ArrayList<>();
      SourceFile file = chapter.head().orElseThrow().id().file();
      Addresses addresses = chapter.addresses().get();
      for (String image : addresses.images()) {
        Optional<Path> found = asset(folder, image);
        Optional<String> unsafe = found.flatMap(it -> unsafe(image, named));
        if (unsafe.isPresent()) {
          findings.add(
              Finding.error(SiteCode.UNSAFE_NAME, place(file, image), unsafe.get())
                  .help("give the file another name"));
        } else if (found.filter(Drawing::runsScript).isPresent()) {
          findings.add(
              Finding.error(
                      SiteCode.IMAGE_SCRIPT,
                      place(file, image),
                      "the image `" + image + "` runs a script")
                  .help(
                      "save it without scripts, attributes such as onload= and links to"
                          + " javascript:"));
        } else if (found.isPresent()) {
          assets.put(image, new Asset(image, Place.of(found.get(), directory)));
        } else {
          ofChapter.add(
              Finding.error(
                      SiteCode.IMAGE_FILE,
                      place(file, image),
                      "the image `" + image + "` is no file of the book")
                  .help(
                      Names.isName(image) && Files.isSymbolicLink(folder.resolve(image))
                          ? "links of the file system are not followed: put the file itself there"
                          : "name it by its path from the folder of the book, with / between"
                              + " folders"));
        }
      }
      for (String link : addresses.links()) {
        if (!link.contains(":") && !broken.contains(link)) {
          String page = page(link).isEmpty() ? chapter.id() + ".html" : page(link);
          pages.wrong(page, block(link), place(file, link)).ifPresent(ofChapter::add);
        }
      }
      ofChapter.stream().filter(it -> !isRefused(it.span(), chapter)).forEach(findings::add);
    }
    return new BookLinks(List.copyOf(assets.values()), findings);
  }

  /// Why a site cannot hold an image under its path everywhere.
  ///
  /// @param named those before it, by what some system takes their paths for
  private static Optional<String> unsafe(String image, Map<String, String> named) {
    for (String part : image.split("/", -1)) {
      if (!Names.isName(part) || Names.isReserved(part)) {
        return Optional.of("some systems cannot hold a file under the name `" + part + "`");
      }
    }
    if (Names.isKept(image)) {
      return Optional.of("the site keeps the name `" + image + "` for a file of its own");
    }
    String other = named.computeIfAbsent(Names.folded(image), name -> image);
    return other.equals(image)
        ? Optional.empty()
        : Optional.of("`" + image + "` and `" + other + "` are one file on some systems");
  }

  /// Whether the link that stands there is refused wherever it leads.
  private static boolean isRefused(Span address, Worked chapter) {
    return chapter.compiling().stream()
        .filter(it -> it.code() == VerifyCode.UNSAFE_LINK)
        .map(Finding::span)
        .anyMatch(it -> it.start() <= address.start() && address.end() <= it.end());
  }

  /// What may be led to.
  ///
  /// @param blocks of each page, ids; a page that did not compile is not among them
  /// @param known all pages
  /// @param renamed pages that were, and what they are now
  private record Pages(
      Map<String, Set<String>> blocks, Set<String> known, Map<String, String> renamed) {
    static Pages of(Book book, List<Worked> order) {
      Map<String, Set<String>> blocks = new HashMap<>(Map.of("index.html", Set.of()));
      Set<String> known = new LinkedHashSet<>(List.of("index.html"));
      book.chapters().forEach(id -> known.add(id + ".html")); // P0501 says which are not there
      for (Worked chapter : order) {
        known.add(chapter.id() + ".html");
        chapter
            .outcome()
            .ifPresent(it -> blocks.put(chapter.id() + ".html", it.addresses().blocks()));
      }
      Map<String, String> renamed = new HashMap<>();
      book.renamed().forEach(it -> renamed.put(it.before() + ".html", it.now() + ".html"));
      return new Pages(blocks, known, renamed);
    }

    /// The id of a chapter, for an example.
    String any() {
      return known.stream()
          .skip(1)
          .findFirst()
          .map(it -> it.replaceFirst("[.]html$", ""))
          .orElse("value");
    }

    /// What is wrong with leading to that block of that page, or to the page where `block` is
    /// empty.
    Optional<Finding> wrong(String page, String block, Span span) {
      if (!known.contains(page)) {
        String now = renamed.get(page);
        return Optional.of(
            Finding.error(SiteCode.LINK_TARGET, span, "the book has no page `" + page + "`")
                .help(
                    now != null
                        ? "it is called `" + now + "` now"
                        : Suggestion.nearest(page, known)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("chapters are led to by their id: `[text](" + any() + ")`")));
      }
      Set<String> there = blocks.get(page);
      if (block.isEmpty() || there == null || there.contains(block)) {
        return Optional.empty();
      }
      return Optional.of(
          Finding.error(
                  SiteCode.LINK_BLOCK,
                  span,
                  "the page `" + page + "` has no block with the id `" + block + "`")
              .help(
                  Suggestion.nearest(block, there)
                      .map(near -> "did you mean `#" + near + "`?")
                      .orElse("blocks are led to by their `id:`: `[text](value#sum)`")));
    }
  }

  private static String page(String address) {
    int end = address.length();
    for (char mark : new char[] {'#', '?'}) {
      int at = address.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return address.substring(0, end);
  }

  private static String block(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? "" : address.substring(hash + 1);
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

  /// Where an address stands in the file: its first occurrence, as a page or by its id.
  private static Span place(SourceFile file, String address) {
    String text = file.text();
    for (String written : List.of(address, address.replaceFirst("[.]html(?=#|$)", ""))) {
      for (String before : List.of("](", "](<", "]: ", "")) {
        int at = text.indexOf(before + written);
        if (at >= 0) {
          int start = at + before.length();
          return new Span(file, start, start + written.length());
        }
      }
    }
    return new Span(file, 0, 0);
  }
}
