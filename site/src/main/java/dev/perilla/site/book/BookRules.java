package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.format.BookReader;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What has to be true between the chapters of a book.
///
/// @param order the chapters that `book.yaml` lists, in its order, as far as they could be read
/// @param findings of what is not true
record BookRules(List<Worked> order, List<Finding> findings) {
  /// Names that a page of the site has, or that some file system keeps for itself.
  private static final Pattern OWN = Pattern.compile("index|404|readme");

  public BookRules {
    order = List.copyOf(order);
    findings = List.copyOf(findings);
  }

  /// Checks `book` with all chapters below its folder.
  static BookRules check(Book book, List<Worked> files) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Worked> byId = byId(files, findings);
    List<Worked> order = order(book, files, byId, findings);
    needs(book, order, byId.keySet(), findings);
    order.forEach(chapter -> safeName(chapter.head().orElseThrow().id(), findings));
    renamed(book, byId.keySet(), findings);
    book.url().ifPresent(url -> url(url, findings));
    return new BookRules(order, findings);
  }

  private static Map<String, Worked> byId(List<Worked> files, List<Finding> findings) {
    Map<String, Worked> byId = new LinkedHashMap<>();
    Map<String, Text> byFoldedId = new LinkedHashMap<>();
    for (Worked file : files) {
      if (file.head().isEmpty()) {
        continue;
      }
      Text id = file.head().get().id();
      Text first = byFoldedId.putIfAbsent(id.value().toLowerCase(Locale.ROOT), id);
      if (first == null) {
        byId.put(id.value(), file);
      } else {
        findings.add(
            Finding.error(
                    SiteCode.ID_CLASH,
                    id.span(),
                    "the id `" + id + "` is also that of " + first.file().name())
                .help("give one of the two another id; capitals alone do not tell them apart")
                .related(first.span(), "the other chapter"));
      }
    }
    return byId;
  }

  private static List<Worked> order(
      Book book, List<Worked> files, Map<String, Worked> byId, List<Finding> findings) {
    List<Worked> order = new ArrayList<>();
    Map<String, Text> listed = new LinkedHashMap<>();
    for (Text id : book.chapters()) {
      if (listed.putIfAbsent(id.value(), id) != null || !BookReader.isId(id.value())) {
        continue; // the reader has said so
      }
      if (byId.containsKey(id.value())) {
        order.add(byId.get(id.value()));
      } else if (files.stream().noneMatch(file -> mayBe(file, id.value()))) {
        findings.add(noFile(id, byId.keySet()));
      }
    }
    for (Worked chapter : byId.values()) {
      Text id = chapter.head().orElseThrow().id();
      if (!listed.containsKey(id.value())) {
        findings.add(
            Finding.warning(
                    SiteCode.UNLISTED, id.span(), "the book does not list the chapter `" + id + "`")
                .help("add `" + id + "` to `chapters:` in book.yaml, or remove the file"));
      }
    }
    return order;
  }

  /// Whether a file that could not be read may be the chapter of that id: what is wrong with it has
  /// been said.
  private static boolean mayBe(Worked file, String id) {
    return file.head().isEmpty()
        && (BookFiles.stem(file.place().path()).equals(id)
            || file.reading().stream()
                .limit(1)
                .map(finding -> finding.span().file().text())
                .anyMatch(
                    text ->
                        Pattern.compile(
                                "(?m)^[\"']?id[\"']?:\\s*[\"']?" + Pattern.quote(id) + "\\b")
                            .matcher(text)
                            .find()));
  }

  private static Finding noFile(Text id, Set<String> known) {
    Optional<String> near = Suggestion.nearest(id.value(), known);
    return Finding.error(
            SiteCode.NO_FILE, id.span(), "no chapter file of the book has the id `" + id + "`")
        .help(
            near.map(word -> "did you mean `" + word + "`?")
                .orElse(
                    id.value().equals("index")
                        ? "index is the page of the contents: a chapter has another id"
                        : "write "
                            + id
                            + ".chapter.yaml with `id: "
                            + id
                            + "`, or take it out of the list"));
  }

  private static void needs(
      Book book, List<Worked> order, Set<String> known, List<Finding> findings) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Map<String, Worked> listed = new LinkedHashMap<>();
    for (Text id : book.chapters()) {
      places.putIfAbsent(id.value(), places.size());
    }
    order.forEach(chapter -> listed.put(chapter.id(), chapter));
    Circles circles = Circles.of(listed);
    findings.addAll(circles.findings());
    for (Worked chapter : order) {
      String id = chapter.id();
      for (Text need : chapter.head().orElseThrow().needs()) {
        Integer place = places.get(need.value());
        if (place == null) {
          findings.add(unknownNeed(need, known, places.keySet()));
        } else if (place > places.getOrDefault(id, 0) && !circles.members().contains(id)) {
          findings.add(
              Finding.warning(
                      SiteCode.NEED_COMES_LATER,
                      need.span(),
                      "`" + id + "` needs `" + need + "`, which comes after it in the book")
                  .help("move `" + need + "` before `" + id + "` in `chapters:` of book.yaml"));
        }
      }
    }
  }

  private static Finding unknownNeed(Text need, Set<String> known, Set<String> listed) {
    Finding finding =
        Finding.error(
            SiteCode.UNKNOWN_NEED,
            need.span(),
            "the book has no chapter with the id `" + need + "`");
    return known.contains(need.value())
        ? finding.help("its file is there: add `" + need + "` to `chapters:` in book.yaml")
        : finding.help(
            Suggestion.nearest(need.value(), listed)
                .map(word -> "did you mean `" + word + "`?")
                .orElse("`needs:` names chapters of the book by their id"));
  }

  /// An old id is none of today's, and leads to one of them.
  private static void renamed(Book book, Set<String> known, List<Finding> findings) {
    Map<String, Text> listed = new LinkedHashMap<>();
    book.chapters().forEach(id -> listed.putIfAbsent(folded(id), id));
    Map<String, Text> before = new LinkedHashMap<>();
    for (Book.Renamed renamed : book.renamed()) {
      Text old = renamed.before();
      Text now = renamed.now();
      safeName(old, findings);
      Text same = listed.get(folded(old));
      Text twice = before.putIfAbsent(folded(old), old);
      if (same != null || known.contains(old.value())) {
        findings.add(
            Finding.error(
                    SiteCode.RENAMED, old.span(), "`" + old + "` is the id of a chapter of today")
                .help("an old page may lead elsewhere only where no chapter has its id"));
      } else if (twice != null) {
        findings.add(
            Finding.error(SiteCode.RENAMED, old.span(), "`" + old + "` is renamed twice")
                .help("keep one of the two; capitals alone do not tell them apart"));
      }
      if (book.chapters().stream().noneMatch(id -> id.value().equals(now.value()))) {
        List<String> ids = book.chapters().stream().map(Text::value).toList();
        findings.add(
            Finding.error(
                    SiteCode.RENAMED,
                    now.span(),
                    "the book has no chapter with the id `" + now + "`")
                .help(
                    Suggestion.nearest(now.value(), ids)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("name the chapter that the old page is to lead to")));
      }
    }
  }

  private static String folded(Text id) {
    return id.value().toLowerCase(Locale.ROOT);
  }

  private static void url(Text url, List<Finding> findings) {
    SiteUrl.wrong(url.value())
        .ifPresent(
            wrong ->
                findings.add(
                    Finding.error(SiteCode.BAD_URL, url.span(), wrong)
                        .help("write where the site will stand, as https://example.org/book/")));
  }

  private static void safeName(Text id, List<Finding> findings) {
    String name = id.value().toLowerCase(Locale.ROOT);
    if (OWN.matcher(name).matches() || Names.isReserved(name)) {
      findings.add(
          Finding.error(
                  SiteCode.UNSAFE_NAME,
                  id.span(),
                  "the id `"
                      + id
                      + "` cannot name a page: the site, or some systems, keep that name")
              .help("choose another id"));
    }
  }
}
