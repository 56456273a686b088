package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.BookTexts;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.Workers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

  /// How a chapter of a book becomes what is known of it: from its file, or from a cache.
  @FunctionalInterface
  public interface Worker {
    /// @param book the settings; empty where they cannot be used, and then nothing is compiled
    Worked work(Place place, Optional<Book> book);
  }

  /// Checks the whole book in `folder`.
  public Work book(Path folder) throws IOException {
    return book(folder, (place, book) -> work(place, book, folder));
  }

  /// Which chapters of a book are looked at.
  ///
  /// @param mine whether a file is one of this part of the book
  /// @param changed whether a file changed; a chapter that is as it was is looked at where its
  ///   data, or the settings of the book, are not
  public record Part(Predicate<Path> mine, Predicate<Path> changed) {
    /// All of it.
    public static final Part ALL = new Part(file -> true, file -> true);

    private boolean has(Worked chapter, Path folder) {
      return mine.test(chapter.place().path())
          && (changed.test(chapter.place().path())
              || changed.test(folder.resolve(BookFiles.BOOK))
              || chapter.head().stream()
                  .flatMap(head -> head.data().stream())
                  .anyMatch(file -> changed.test(folder.resolve(file).normalize())));
    }
  }

  /// Checks a part of the book in `folder`: all chapters are read, since a book is true as a whole,
  /// and those of the part are compiled. What is wrong with others is not said.
  public Work part(Path folder, Part part, Worker worker) throws IOException {
    Set<String> others = ConcurrentHashMap.newKeySet();
    Work work =
        book(
            folder,
            (place, book) -> {
              Worked read = Worked.read(ReadChapter.readInBook(place));
              if (part.has(read, folder)) {
                return worker.work(place, book);
              }
              others.add(place.name());
              return read;
            });
    return work.without(others);
  }

  /// Checks the whole book in `folder`, its chapters by `worker`.
  public Work book(Path folder, Worker worker) throws IOException {
    BookFolder found = BookFolder.find(folder, directory);
    List<Worked> all =
        Workers.map(found.chapters(), threads, place -> worker.work(place, found.book()));
    List<Finding> findings = new ArrayList<>(found.findings());
    all.forEach(chapter -> findings.addAll(chapter.reading()));
    List<String> names = all.stream().map(chapter -> chapter.place().name()).toList();
    if (found.book().isEmpty()) {
      return new Work(Optional.empty(), names, List.of(), findings, List.of());
    }
    Book book = found.book().get();
    BookRules rules = BookRules.check(book, all);
    findings.addAll(rules.findings());
    BookTexts texts = BookTexts.read(book, BookSettings.of(found.book()));
    Set<Integer> used = new HashSet<>(texts.usedPatterns());
    BookLinks links = BookLinks.check(book, rules.order(), folder, directory);
    List<Finding> later = new ArrayList<>(links.findings());
    later.addAll(texts.findings());
    for (Worked chapter : rules.order()) {
      later.addAll(chapter.compiling());
      used.addAll(chapter.usedPatterns());
    }
    later.addAll(unused(book, used));
    findings.addAll(OneCause.without(later, findings));
    return new Work(Optional.of(texts.book()), names, rules.order(), findings, links.assets());
  }

  /// Reads the chapter at `place`, and compiles it where the `book` in `folder` lists it.
  public Worked work(Place place, Optional<Book> book, Path folder) {
    ReadChapter read = ReadChapter.readInBook(place);
    Optional<Chapter> listed =
        read.chapter()
            .filter(it -> book.isPresent())
            .filter(it -> book.orElseThrow().chapters().contains(it.id()));
    return listed
        .map(chapter -> Worked.compiled(read, compile(chapter, BookSettings.of(book), folder)))
        .orElseGet(() -> Worked.read(read));
  }

  /// Checks one chapter by itself, with the settings of the book around it.
  public Work chapter(Path file) throws IOException {
    Optional<Path> around = BookFiles.bookAround(directory.resolve(file));
    Workers.Begun<Optional<BookFolder>> beside = Workers.begin(() -> settings(around));
    Place place = Place.of(file, directory);
    Path folder = around.orElse(place.path().getParent());
    ReadChapter read = ReadChapter.read(place);
    Optional<BookFolder> found = beside.get();
    List<Finding> findings = new ArrayList<>();
    found.ifPresent(it -> findings.addAll(it.findings()));
    findings.addAll(read.findings());
    Settings settings = BookSettings.of(found.flatMap(BookFolder::book));
    List<Worked> worked =
        Workers.map(
            read.chapter().stream().toList(),
            1,
            chapter -> Worked.compiled(read, compile(chapter, settings, folder)));
    List<Finding> later = worked.stream().flatMap(it -> it.compiling().stream()).toList();
    findings.addAll(OneCause.without(later, findings));
    return new Work(Optional.empty(), List.of(place.name()), worked, findings, List.of());
  }

  /// A cold start is mostly reading and first uses, so the settings are read beside the chapter,
  /// and the class that counts in decimals, which computes tables for 8 ms, is used there first.
  private Optional<BookFolder> settings(Optional<Path> around) throws IOException {
    Optional<BookFolder> found =
        around.isEmpty()
            ? Optional.empty()
            : Optional.of(BookFolder.settings(around.get(), directory));
    BigDecimal.ONE.signum();
    return found;
  }

  /// The chapter files of the book in `folder`, in its order, for tools that change them. Empty
  /// where its `book.yaml` cannot be used.
  public List<Draft> drafts(Path folder) throws IOException {
    BookFolder found = BookFolder.find(folder, directory);
    if (found.book().isEmpty()) {
      return List.of();
    }
    Settings settings = BookSettings.of(found.book());
    return found.chapters().stream()
        .filter(place -> !Files.isSymbolicLink(place.path()))
        .map(place -> new Draft(place, settings, folder, directory))
        .toList();
  }

  /// One chapter's file, with the settings of the book around it.
  public Draft draft(Path file) throws IOException {
    Optional<Path> around = BookFiles.bookAround(directory.resolve(file));
    Optional<Book> book = Optional.empty();
    if (around.isPresent()) {
      book = BookFolder.settings(around.get(), directory).book();
    }
    Place place = Place.of(file, directory);
    return new Draft(
        place, BookSettings.of(book), around.orElse(place.path().getParent()), directory);
  }

  private Compilation compile(Chapter chapter, Settings settings, @Nullable Path folder) {
    try {
      return Compiler.compile(chapter, settings.with(DataFiles.of(chapter, folder, directory)));
    } catch (RuntimeException | StackOverflowError bug) {
      throw new ChapterFailure(chapter.file().name(), bug);
    }
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
}
