package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.BookTexts;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads and compiles chapters, several at a time. What comes out does not depend on how many.
public final class Workshop {
  private final Path directory;
  private final int threads;

  /// @param directory what the names of findings are relative to
  /// @param threads how many chapters at once, at least 1
  public Workshop(Path directory, int threads) {
    this.directory = directory;
    this.threads = threads;
  }

  /// Checks the whole book in `folder`.
  public Work book(Path folder) throws IOException {
    BookFolder found = BookFolder.find(folder, directory);
    List<ReadChapter> read = Workers.map(found.chapters(), threads, ReadChapter::readInBook);
    List<Finding> findings = new ArrayList<>(found.findings());
    read.forEach(chapter -> findings.addAll(chapter.findings()));
    if (found.book().isEmpty()) {
      return new Work(Optional.empty(), names(read), List.of(), findings, List.of());
    }
    Book book = found.book().get();
    BookRules rules = BookRules.check(book, read);
    findings.addAll(rules.findings());
    Settings settings = BookSettings.of(found.book());
    BookTexts texts = BookTexts.read(book, settings);
    List<Compilation> compilations =
        Workers.map(
            rules.order(),
            threads,
            chapter -> compile(chapter, settings.with(DataFiles.of(chapter, folder, directory))));
    Set<Integer> used = new HashSet<>(texts.usedPatterns());
    BookLinks links = BookLinks.check(rules.order(), compilations, folder, directory);
    List<Finding> later = new ArrayList<>(links.findings());
    later.addAll(texts.findings());
    for (Compilation compilation : compilations) {
      later.addAll(compilation.findings());
      used.addAll(compilation.usedPatterns());
    }
    later.addAll(unused(book, used));
    findings.addAll(OneCause.without(later, findings));
    List<CompiledChapter> compiled = withoutErrors(compilations, read);
    return new Work(Optional.of(texts.book()), names(read), compiled, findings, links.assets());
  }

  /// Checks one chapter by itself, with the settings of the book around it.
  public Work chapter(Path file) throws IOException {
    Optional<Path> around = BookFiles.bookAround(directory.resolve(file));
    List<Finding> findings = new ArrayList<>();
    Optional<Book> book = Optional.empty();
    if (around.isPresent()) {
      BookFolder settings = BookFolder.settings(around.get(), directory);
      findings.addAll(settings.findings());
      book = settings.book();
    }
    Settings settings = BookSettings.of(book);
    Place place = Place.of(file, directory);
    Path folder = around.orElse(place.path().getParent());
    ReadChapter read = ReadChapter.read(place);
    findings.addAll(read.findings());
    List<Compilation> compilations =
        Workers.map(
            read.chapter().stream().toList(),
            1,
            chapter -> compile(chapter, settings.with(DataFiles.of(chapter, folder, directory))));
    List<Finding> later = compilations.stream().flatMap(it -> it.findings().stream()).toList();
    findings.addAll(OneCause.without(later, findings));
    return new Work(
        Optional.empty(),
        List.of(place.name()),
        compilations.stream().flatMap(it -> it.chapter().stream()).toList(),
        findings,
        List.of());
  }

  private static Compilation compile(Chapter chapter, Settings settings) {
    try {
      return Compiler.compile(chapter, settings);
    } catch (RuntimeException | StackOverflowError bug) {
      throw new ChapterFailure(chapter.file().name(), bug);
    }
  }

  private static List<CompiledChapter> withoutErrors(
      List<Compilation> compilations, List<ReadChapter> read) {
    Set<String> broken = new HashSet<>();
    for (ReadChapter chapter : read) {
      if (chapter.findings().stream().anyMatch(it -> it.severity() == Severity.ERROR)) {
        chapter.chapter().ifPresent(it -> broken.add(it.id().value()));
      }
    }
    return compilations.stream()
        .flatMap(compilation -> compilation.chapter().stream())
        .filter(chapter -> !broken.contains(chapter.id()))
        .toList();
  }

  private static List<Finding> unused(Book book, Set<Integer> used) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < book.plain().size(); i++) {
      if (!used.contains(i)) {
        Text pattern = book.plain().get(i);
        findings.add(
            Finding.warning(
                    VerifyCode.UNUSED_PATTERN,
                    pattern.span(),
                    "the pattern " + pattern + " matches no number of the book")
                .help("remove it, so that it cannot hide a number later"));
      }
    }
    return findings;
  }

  private static List<String> names(List<ReadChapter> chapters) {
    return chapters.stream().map(chapter -> chapter.place().name()).toList();
  }
}
