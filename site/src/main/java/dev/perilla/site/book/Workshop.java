package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.BookTexts;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.compile.Translated;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.Progress;
import dev.perilla.site.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads and compiles chapters, several at a time. What comes out does not depend on how many.
public final class Workshop {
  private final Path directory;
  private final int threads;
  private final Progress progress;
  private final Function<Path, Known> known;
  private final boolean shows;
  private volatile @Nullable Listed listed; // of the book that was asked last

  /// @param directory what the names of findings are relative to
  /// @param threads how many chapters at once, at least 1
  public Workshop(Path directory, int threads) {
    this(directory, threads, Progress.UNHEARD);
  }

  /// @param progress hears of each chapter
  public Workshop(Path directory, int threads, Progress progress) {
    this(directory, threads, progress, folder -> Known.NOTHING, true);
  }

  private Workshop(
      Path directory, int threads, Progress progress, Function<Path, Known> known, boolean shows) {
    this.directory = directory;
    this.threads = threads;
    this.progress = progress;
    this.known = known;
    this.shows = shows;
  }

  /// One that checks and makes nothing that only a page needs.
  ///
  /// @param known what is known of the book in a folder, which is not compiled again
  public static Workshop checking(
      Path directory, int threads, Progress progress, Function<Path, Known> known) {
    return new Workshop(directory, threads, progress, known, false);
  }

  /// How a chapter of a book becomes what is known of it: from its file, or from a cache.
  public interface Worker {
    /// @param book the settings; empty where they cannot be used, and then nothing is compiled
    Worked work(Place place, Optional<Book> book);

    /// @param original a chapter without errors
    /// @param texts its texts in the language of `translation`; empty where there is no file
    Worked translate(
        Worked original, Optional<ReadTranslation> texts, Book book, Book.InLanguage translation);
  }

  /// What is known of a book's chapters from before, so that they need not be compiled again. What
  /// is not known is empty.
  public interface Known {
    /// Nothing.
    Known NOTHING =
        new Known() {
          @Override
          public Optional<Worked> chapter(Place place, Supplier<Optional<Book>> book) {
            return Optional.empty();
          }

          @Override
          public Optional<Worked> translation(
              Place original,
              Optional<ReadTranslation> texts,
              Book book,
              Book.InLanguage translation) {
            return Optional.empty();
          }
        };

    /// @param book gives the settings, which may still be on their way
    Optional<Worked> chapter(Place place, Supplier<Optional<Book>> book);

    /// @param texts of the chapter in the language of `translation`; empty where there is no file
    Optional<Worked> translation(
        Place original, Optional<ReadTranslation> texts, Book book, Book.InLanguage translation);
  }

  /// Checks the whole book in `folder`.
  public Work book(Path folder) throws IOException {
    return book(folder, worker(folder));
  }

  /// One that compiles every chapter of the book in `folder` of which nothing is known.
  public Worker worker(Path folder) {
    Known before = known.apply(folder);
    return new Worker() {
      @Override
      public Worked work(Place place, Optional<Book> book) {
        return before
            .chapter(place, () -> book)
            .orElseGet(() -> Workshop.this.work(place, book, folder));
      }

      @Override
      public Worked translate(
          Worked original,
          Optional<ReadTranslation> texts,
          Book book,
          Book.InLanguage translation) {
        return before
            .translation(original.place(), texts, book, translation)
            .orElseGet(
                () -> Workshop.this.translate(original.place(), texts, book, translation, folder));
      }
    };
  }

  /// Which chapters of a book are looked at.
  ///
  /// @param mine whether a file is one of this part of the book
  /// @param changed whether a file changed; a chapter that is as it was is looked at where its
  ///   data, or the settings of the book, are not
  public record Part(Predicate<Path> mine, Predicate<Path> changed) {
    /// All of it.
    public static final Part ALL = new Part(file -> true, file -> true);

    /// @param translations of the chapter
    private boolean has(Worked chapter, Path folder, List<Place> translations) {
      return mine.test(chapter.place().path())
          && (changed.test(chapter.place().path())
              || changed.test(folder.resolve(BookFiles.BOOK))
              || translations.stream().anyMatch(it -> changed.test(it.path()))
              || chapter.head().stream()
                  .flatMap(head -> head.data().stream())
                  .anyMatch(file -> changed.test(folder.resolve(file).normalize())));
    }
  }

  /// Checks a part of the book in `folder`: all chapters are read, since a book is true as a whole,
  /// and those of the part are compiled, each with its translations. What is wrong with others is
  /// not said.
  public Work part(Path folder, Part part, Worker worker) throws IOException {
    Set<String> others = ConcurrentHashMap.newKeySet();
    Map<String, List<Place>> translations = Translations.byChapter(folder, directory);
    Work work =
        book(
            folder,
            new Worker() {
              @Override
              public Worked work(Place place, Optional<Book> book) {
                Worked read = Worked.read(ReadChapter.readInBook(place));
                List<Place> its =
                    read.head()
                        .map(head -> translations.getOrDefault(head.id().value(), List.of()))
                        .orElse(List.of());
                if (part.has(read, folder, its)) {
                  return worker.work(place, book);
                }
                others.add(place.name());
                its.forEach(it -> others.add(it.name()));
                return read;
              }

              @Override
              public Worked translate(
                  Worked original,
                  Optional<ReadTranslation> texts,
                  Book book,
                  Book.InLanguage translation) {
                return worker.translate(original, texts, book, translation);
              }
            });
    return work.without(others);
  }

  /// Checks the whole book in `folder`, its chapters by `worker`.
  public Work book(Path folder, Worker worker) throws IOException {
    Workers.begin(() -> BigDecimal.ONE.signum()); // computes tables for 8 ms when it is first used
    BookFolder found = BookFolder.find(folder, directory);
    List<Worked> all =
        new ArrayList<>(
            Workers.map(
                lastSavedFirst(found.chapters()),
                threads,
                "checked",
                progress,
                place -> worker.work(place, found.book())));
    all.sort(Comparator.comparing(chapter -> chapter.place().path().toString()));
    List<Finding> findings = new ArrayList<>(found.findings());
    all.forEach(chapter -> findings.addAll(chapter.reading()));
    List<String> names = new ArrayList<>();
    all.forEach(chapter -> names.add(chapter.place().name()));
    List<TranslatedBook> inLanguages = new ArrayList<>();
    if (found.book().isEmpty()) {
      return new Work(Optional.empty(), names, List.of(), findings, List.of(), List.of());
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
    if (rules.order().size() == book.chapters().size() && sound(rules.order())) {
      later.addAll(unused(book.plain(), used, 0));
    }
    Translations translations = new Translations(found, directory, this);
    List<Asset> assets = new ArrayList<>(links.assets());
    for (Book.InLanguage language : book.translations()) {
      Translations.Made made = translations.of(book, language, rules.order(), worker, threads);
      names.addAll(made.files());
      findings.addAll(made.reading());
      later.addAll(made.later());
      made.assets().stream().filter(it -> !assets.contains(it)).forEach(assets::add);
      inLanguages.add(made.book());
    }
    findings.addAll(OneCause.without(later, findings));
    return new Work(Optional.of(texts.book()), names, rules.order(), findings, assets, inLanguages);
  }

  /// What was saved last is what nothing is known of: begun first, it takes the time in which other
  /// threads look up the rest.
  private static List<Place> lastSavedFirst(List<Place> chapters) {
    Map<Place, Long> saved = new HashMap<>();
    chapters.forEach(place -> saved.put(place, place.path().toFile().lastModified()));
    return chapters.stream().sorted(Comparator.comparing(saved::get).reversed()).toList();
  }

  /// Reads the chapter at `place`, and compiles it where the `book` in `folder` lists it.
  public Worked work(Place place, Optional<Book> book, Path folder) {
    ReadChapter read = ReadChapter.readInBook(place);
    Optional<Chapter> listed =
        read.chapter()
            .filter(it -> book.isPresent())
            .filter(it -> lists(book.orElseThrow(), it.id()));
    return listed
        .map(chapter -> Worked.compiled(read, compile(chapter, BookSettings.of(book), folder)))
        .orElseGet(() -> Worked.read(read));
  }

  private boolean lists(Book book, Text id) {
    Listed known = listed;
    if (known == null || !known.book().equals(book)) {
      known = new Listed(book, new HashSet<>(book.chapters()));
      listed = known;
    }
    return known.ids().contains(id);
  }

  /// The ids of a book, to be asked once for each of its chapters.
  private record Listed(Book book, Set<Text> ids) {}

  /// Compiles the translation of a chapter that could be read.
  ///
  /// @param texts what is translated of it; empty for nothing
  public Worked translate(
      Place original,
      Optional<ReadTranslation> texts,
      Book book,
      Book.InLanguage language,
      Path folder) {
    Chapter chapter = ReadChapter.readInBook(original).chapter().orElseThrow();
    Translation translation =
        texts.flatMap(ReadTranslation::translation).orElseGet(() -> Translation.none(chapter.id()));
    Settings settings = BookSettings.of(Optional.of(book));
    Settings page =
        shown(BookSettings.of(book, language)).with(DataFiles.of(chapter, folder, directory));
    try {
      Translated translated = Translated.of(chapter, translation, settings, page);
      return Worked.translated(
          texts.map(ReadTranslation::place).orElse(original),
          chapter,
          texts,
          translated.compile(settings, page));
    } catch (RuntimeException | StackOverflowError bug) {
      throw new ChapterFailure(translation.file().name(), bug);
    }
  }

  /// Checks one chapter by itself, with the settings of the book around it.
  public Work chapter(Path file) throws IOException {
    Optional<Path> around = BookFiles.bookAround(directory.resolve(file));
    Workers.Begun<Optional<BookFolder>> beside = Workers.begin(() -> settings(around));
    Place place = Place.of(file, directory);
    Path folder = around.orElse(place.path().getParent());
    Optional<Worked> before =
        around.flatMap(it -> known.apply(it).chapter(place, () -> book(beside)));
    if (before.isPresent()) {
      List<Finding> ofBook = beside.get().map(BookFolder::findings).orElse(List.of());
      return work(place, List.of(before.get()), ofBook);
    }
    Workers.Begun<Integer> decimals = Workers.begin(() -> BigDecimal.ONE.signum()); // as above
    ReadChapter read = ReadChapter.read(place);
    decimals.get();
    Optional<BookFolder> found = beside.get();
    Optional<Book> book = found.flatMap(BookFolder::book);
    Optional<Book.InLanguage> language =
        book.flatMap(it -> Translations.language(it, around.orElseThrow(), place.path()));
    if (language.isPresent()) {
      return new Translations(BookFolder.find(around.orElseThrow(), directory), directory, this)
          .alone(place, book.orElseThrow(), language.get());
    }
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
    return work(place, worked, findings);
  }

  private static Work work(Place place, List<Worked> worked, List<Finding> findings) {
    return new Work(
        Optional.empty(), List.of(place.name()), worked, findings, List.of(), List.of());
  }

  private static Optional<Book> book(Workers.Begun<Optional<BookFolder>> found) {
    try {
      return found.get().flatMap(BookFolder::book);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A cold start is mostly reading and first uses, so the settings are read beside the chapter.
  private Optional<BookFolder> settings(Optional<Path> around) throws IOException {
    return around.isEmpty()
        ? Optional.empty()
        : Optional.of(BookFolder.settings(around.get(), directory));
  }

  /// The files of the book in `folder`, its chapters first, for tools that change them. Empty where
  /// its `book.yaml` cannot be used.
  public List<Draft> drafts(Path folder) throws IOException {
    BookFolder found = BookFolder.find(folder, directory);
    if (found.book().isEmpty()) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    for (Place place : found.chapters()) {
      if (!Files.isSymbolicLink(place.path())) {
        drafts.add(Draft.chapter(place, BookSettings.of(found.book()), folder, directory));
      }
    }
    for (TranslationFile file : TranslationFile.of(found, directory)) {
      if (file.read().isPresent() && !Files.isSymbolicLink(file.place().path())) {
        drafts.add(draft(file, folder));
      }
    }
    return drafts;
  }

  /// One file, with the settings of the book around it.
  public Draft draft(Path file) throws IOException {
    Place place = Place.of(file, directory);
    Optional<Path> around = BookFiles.bookAround(directory.resolve(file));
    if (around.isEmpty()) {
      return Draft.chapter(
          place, BookSettings.of(Optional.empty()), place.path().getParent(), directory);
    }
    Path folder = around.get();
    Optional<Book> book = BookFolder.settings(folder, directory).book();
    if (book.flatMap(it -> Translations.language(it, folder, place.path())).isPresent()) {
      for (TranslationFile one :
          TranslationFile.of(BookFolder.find(folder, directory), directory)) {
        if (one.place().path().equals(place.path())) {
          return draft(one, folder);
        }
      }
    }
    return Draft.chapter(place, BookSettings.of(book), folder, directory);
  }

  private Draft draft(TranslationFile file, Path folder) {
    return new Draft(
        file.place(),
        chapter -> file.page().with(DataFiles.of(chapter, folder, directory)),
        Optional.of(new Draft.Original(file.original(), file.book())));
  }

  private Compilation compile(Chapter chapter, Settings settings, @Nullable Path folder) {
    try {
      return Compiler.compile(
          chapter, shown(settings).with(DataFiles.of(chapter, folder, directory)));
    } catch (RuntimeException | StackOverflowError bug) {
      throw new ChapterFailure(chapter.file().name(), bug);
    }
  }

  private Settings shown(Settings settings) {
    return shows ? settings : settings.withoutKnobs();
  }

  /// Whether all of them came to their ends: in a chapter with errors a pattern may match texts
  /// that were not reached.
  static boolean sound(List<Worked> chapters) {
    return chapters.stream().allMatch(it -> it.outcome().isPresent());
  }

  /// The patterns that matched nothing; the first of them has the number `from`.
  static List<Finding> unused(List<Text> patterns, Set<Integer> used, int from) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      if (!used.contains(from + i)) {
        Text pattern = patterns.get(i);
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
