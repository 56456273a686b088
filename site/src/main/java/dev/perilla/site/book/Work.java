package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of checking a book, or some chapters.
///
/// @param book the settings; empty where there are none, or none that can be used
/// @param files names of the chapter files that were checked
/// @param chapters compiled, in the order of the book; those with errors are missing
/// @param findings of all of it
/// @param assets files of the book that its pages show
public record Work(
    Optional<Book> book,
    List<String> files,
    List<CompiledChapter> chapters,
    List<Finding> findings,
    List<Asset> assets) {
  public Work {
    files = List.copyOf(files);
    chapters = List.copyOf(chapters);
    findings = List.copyOf(findings);
    assets = List.copyOf(assets);
  }

  /// Whether nothing keeps it from being published.
  public boolean publishable() {
    return book.isPresent() && findings.stream().noneMatch(it -> it.severity() == Severity.ERROR);
  }

  /// This and `other` as one.
  public Work and(Work other) {
    return new Work(
        book.or(other::book),
        joined(files, other.files),
        joined(chapters, other.chapters),
        joined(findings, other.findings),
        joined(assets, other.assets));
  }

  /// The same work with other chapters in the place of these.
  public Work with(List<CompiledChapter> instead) {
    return new Work(book, files, instead, findings, assets);
  }

  /// Nothing at all.
  public static Work none() {
    return new Work(Optional.empty(), List.of(), List.of(), List.of(), List.of());
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
