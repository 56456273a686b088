package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What came of checking a book, or some chapters.
///
/// @param book the settings; empty where there are none, or none that can be used
/// @param files names of the chapter files that were checked
/// @param worked the chapters that the book lists, in its order; those that could not be read are
///   missing
/// @param findings of all of it
/// @param assets files of the book that its pages show
/// @param translations the book in other languages, by language
public record Work(
    Optional<Book> book,
    List<String> files,
    List<Worked> worked,
    List<Finding> findings,
    List<Asset> assets,
    List<TranslatedBook> translations) {
  public Work {
    translations = List.copyOf(translations);
    files = List.copyOf(files);
    worked = List.copyOf(worked);
    findings = List.copyOf(findings);
    assets = List.copyOf(assets);
  }

  /// Whether nothing keeps it from being published.
  public boolean publishable() {
    return book.isPresent() && findings.stream().noneMatch(it -> it.severity() == Severity.ERROR);
  }

  /// The compiled chapters, in the order of the book; those with errors are missing. All of them at
  /// once: a book of ten thousand is better walked by its outcomes.
  public List<CompiledChapter> chapters() {
    return outcomes().stream().map(outcome -> outcome.chapter().get()).toList();
  }

  /// What came of the chapters without errors, in the order of the book.
  public List<Worked.Outcome> outcomes() {
    return worked.stream().flatMap(it -> it.outcome().stream()).toList();
  }

  /// This and `other` as one. What both found, in the book around their chapters, is told once.
  public Work and(Work other) {
    return new Work(
        book.or(other::book),
        joined(files, other.files),
        joined(worked, other.worked),
        joined(findings, other.findings.stream().filter(it -> !isTold(it)).toList()),
        joined(assets, other.assets),
        joined(translations, other.translations));
  }

  private boolean isTold(Finding finding) {
    return findings.stream().anyMatch(it -> Finding.BY_PLACE.compare(it, finding) == 0);
  }

  /// The same with other findings.
  public Work with(List<Finding> others) {
    return new Work(book, files, worked, others, assets, translations);
  }

  /// The same with other compiled chapters, each made of its own when it is asked for.
  public Work edited(UnaryOperator<CompiledChapter> edition) {
    List<Worked> edited =
        worked.stream()
            .map(
                one ->
                    one.outcome()
                        .map(it -> one.with(() -> edition.apply(it.chapter().get())))
                        .orElse(one))
            .toList();
    return new Work(book, files, edited, findings, assets, translations);
  }

  /// The book in one of its languages, as a work of its own; empty where it is not in that one.
  ///
  /// @param lang the tag of the original or of a translation
  public Optional<Work> in(String lang) {
    if (book.filter(it -> it.lang().value().equals(lang)).isPresent()) {
      return Optional.of(this);
    }
    return translations.stream()
        .filter(it -> it.lang().equals(lang))
        .findFirst()
        .map(
            it -> {
              List<String> its = it.worked().stream().map(one -> one.place().name()).toList();
              return new Work(
                  Optional.of(it.book()), its, it.worked(), findings, assets, List.of());
            });
  }

  /// The same without the chapters in `others`, for a part of a book. What a pattern of the book
  /// matches cannot be said of a part.
  Work without(Set<String> others) {
    return others.isEmpty()
        ? this
        : new Work(
            book,
            files.stream().filter(file -> !others.contains(file)).toList(),
            worked.stream().filter(it -> !others.contains(it.place().name())).toList(),
            findings.stream()
                .filter(it -> !others.contains(it.span().file().name()))
                .filter(it -> it.code() != VerifyCode.UNUSED_PATTERN)
                .toList(),
            assets,
            translations);
  }

  /// Files that were looked at, and what was found in them.
  public static Work of(List<String> files, List<Finding> findings) {
    return new Work(Optional.empty(), files, List.of(), findings, List.of(), List.of());
  }

  /// Nothing at all.
  public static Work none() {
    return of(List.of(), List.of());
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
