package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.BookTexts;
import dev.perilla.engine.compile.TranslationCode;
import dev.perilla.site.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The translations of a book, language by language: which file is of which chapter, and what comes
/// of it.
final class Translations {
  private static final int MOST_NAMED = 6;

  private final BookFolder found;
  private final Path directory;
  private final Workshop workshop;

  Translations(BookFolder found, Path directory, Workshop workshop) {
    this.found = found;
    this.directory = directory;
    this.workshop = workshop;
  }

  /// A book in one language.
  ///
  /// @param files names of the files that were checked
  /// @param reading findings of their form
  /// @param later findings of what they say
  record Made(
      TranslatedBook book,
      List<String> files,
      List<Finding> reading,
      List<Finding> later,
      List<Asset> assets) {}

  /// The language in whose folder `file` lies, of those that the book lists.
  static Optional<Book.InLanguage> language(Book book, Path folder, Path file) {
    return book.translations().stream()
        .filter(it -> file.startsWith(folder.resolve(it.lang().value())))
        .findFirst();
  }

  /// The files of all languages by the id of the chapter that they translate; those that cannot be
  /// read by that of their name.
  static Map<String, List<Place>> byChapter(Path folder, Path directory) throws IOException {
    Map<String, List<Place>> byChapter = new HashMap<>();
    for (List<Place> places : BookFolder.find(folder, directory).translations().values()) {
      for (Place place : places) {
        String id =
            ReadTranslation.read(place)
                .translation()
                .map(it -> it.chapter().value())
                .orElseGet(() -> BookFiles.stem(place.path()));
        byChapter.computeIfAbsent(id, it -> new ArrayList<>()).add(place);
      }
    }
    return byChapter;
  }

  /// Checks all of a language.
  ///
  /// @param order the chapters of the original, in the order of the book
  Made of(
      Book book,
      Book.InLanguage language,
      List<Worked> order,
      Workshop.Worker worker,
      int threads) {
    List<Place> places = found.translations().getOrDefault(language.lang().value(), List.of());
    List<ReadTranslation> files = Workers.map(places, threads, ReadTranslation::read);
    List<Finding> reading = new ArrayList<>();
    files.forEach(file -> reading.addAll(file.findings()));
    List<Finding> later = new ArrayList<>();
    Map<String, ReadTranslation> byId = byId(files, book, later);
    untranslated(order, byId, files, language).ifPresent(later::add);

    List<Worked> sound = order.stream().filter(it -> it.outcome().isPresent()).toList();
    List<Worked> worked =
        Workers.map(
            sound,
            threads,
            original ->
                worker.translate(
                    original, Optional.ofNullable(byId.get(original.id())), book, language));
    BookTexts texts =
        BookTexts.translated(
            book, language, BookSettings.of(Optional.of(book)), BookSettings.of(book, language));
    later.addAll(texts.findings());
    Set<Integer> used = new HashSet<>(texts.usedPatterns());
    for (int i = 0; i < worked.size(); i++) {
      later.addAll(ofItsOwn(worked.get(i), sound.get(i)));
      used.addAll(worked.get(i).usedPatterns());
    }
    if (sound.size() == book.chapters().size() && Workshop.sound(worked)) {
      later.addAll(Workshop.unused(language.plain(), used, book.plain().size()));
    }
    BookLinks links = BookLinks.check(book, pages(order, worked), found.folder(), directory);
    links.findings().stream() // what book.yaml says is the same in all languages
        .filter(it -> it.span().file() != book.title().file())
        .forEach(later::add);
    return new Made(
        new TranslatedBook(texts.book(), worked),
        places.stream().map(Place::name).toList(),
        reading,
        later,
        links.assets());
  }

  /// A page for each chapter of the original: its translation, or, where the chapter has errors or
  /// is not looked at, one of which nothing is known.
  private static List<Worked> pages(List<Worked> order, List<Worked> translated) {
    Map<String, Worked> byId = new HashMap<>();
    translated.forEach(it -> byId.put(it.id(), it));
    return order.stream().map(it -> byId.getOrDefault(it.id(), it.unseen())).toList();
  }

  /// Checks the translation at `place` by itself.
  Work alone(Place place, Book book, Book.InLanguage language) {
    ReadTranslation file = ReadTranslation.read(place);
    List<Finding> findings = new ArrayList<>(found.findings());
    findings.addAll(file.findings());
    List<Finding> later = new ArrayList<>();
    boolean isListed = !byId(List.of(file), book, later).isEmpty();
    Optional<Place> original =
        file.translation()
            .filter(it -> isListed)
            .flatMap(it -> original(it.chapter()).map(ReadChapter::place));
    List<Worked> worked =
        Workers.map(
            original.stream().toList(),
            1,
            of -> workshop.translate(of, Optional.of(file), book, language, found.folder()));
    worked.forEach(it -> later.addAll(it.compiling()));
    findings.addAll(OneCause.without(later, findings));
    return new Work(
        Optional.empty(), List.of(place.name()), worked, findings, List.of(), List.of());
  }

  /// The chapter of that id, read.
  Optional<ReadChapter> original(Text id) {
    return found.chapters().stream()
        .map(ReadChapter::readInBook)
        .filter(it -> it.chapter().filter(chapter -> chapter.id().equals(id)).isPresent())
        .findFirst();
  }

  private static Map<String, ReadTranslation> byId(
      List<ReadTranslation> files, Book book, List<Finding> findings) {
    Set<String> known =
        book.chapters().stream().map(Text::value).collect(Collectors.toCollection(HashSet::new));
    Map<String, ReadTranslation> byId = new LinkedHashMap<>();
    for (ReadTranslation file : files) {
      if (file.translation().isEmpty()) {
        continue;
      }
      Text id = file.translation().get().chapter();
      if (!known.contains(id.value())) {
        findings.add(
            Finding.error(
                    TranslationCode.NO_CHAPTER, id.span(), "the book lists no chapter `" + id + "`")
                .help(
                    Suggestion.nearest(id.value(), known)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("name the chapter that this translates by its id")));
        continue;
      }
      ReadTranslation first = byId.putIfAbsent(id.value(), file);
      if (first != null) {
        findings.add(
            Finding.error(
                    SiteCode.ID_CLASH, id.span(), "the chapter `" + id + "` is translated twice")
                .related(
                    first.translation().map(Translation::chapter).orElse(id).span(),
                    "the other translation")
                .help("keep one of the two"));
      }
    }
    return byId;
  }

  /// Chapters of which nothing is translated: one warning for all.
  private static Optional<Finding> untranslated(
      List<Worked> order,
      Map<String, ReadTranslation> byId,
      List<ReadTranslation> files,
      Book.InLanguage language) {
    List<String> ids =
        order.stream()
            .map(Worked::id)
            .filter(
                id ->
                    Optional.ofNullable(byId.get(id))
                        .flatMap(ReadTranslation::translation)
                        .filter(Translation::isBegun)
                        .isEmpty())
            .filter(
                id ->
                    files.stream()
                        .noneMatch(
                            file ->
                                file.translation().isEmpty()
                                    && BookFiles.stem(file.place().path()).equals(id)))
            .toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
    return Optional.of(
        Finding.warning(
                TranslationCode.MISSING,
                language.lang().span(),
                (ids.size() == 1 ? "1 chapter is" : ids.size() + " chapters are")
                    + " not translated: "
                    + named
                    + (ids.size() > MOST_NAMED ? "…" : ""))
            .help(
                byId.keySet().containsAll(ids)
                    ? "their files wait for texts; the pages show the original there"
                    : "`perilla translate init "
                        + language.lang()
                        + "` writes files to begin with"));
  }

  /// The findings of a translation that its original does not have as well.
  private static List<Finding> ofItsOwn(Worked translation, Worked original) {
    Function<Finding, String> sight = it -> it.span() + " " + it.code().id() + " " + it.message();
    Set<String> said = original.compiling().stream().map(sight).collect(Collectors.toSet());
    return translation.compiling().stream().filter(it -> !said.contains(sight.apply(it))).toList();
  }
}
