package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.format.BookReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A book as it lies on disk: its `book.yaml`, and the chapter files below it.
///
/// @param folder absolute
/// @param name what messages call the folder
/// @param book empty where `book.yaml` cannot be used
/// @param chapters all files that are there, by path
/// @param translations the files in the folder of each language that the book lists, by path
/// @param findings of `book.yaml` itself
public record BookFolder(
    Path folder,
    String name,
    Optional<Book> book,
    List<Place> chapters,
    Map<String, List<Place>> translations,
    List<Finding> findings) {

  public BookFolder {
    chapters = List.copyOf(chapters);
    translations = new TreeMap<>(translations);
    findings = List.copyOf(findings);
  }

  /// Reads `book.yaml` and finds the chapters, without reading them.
  ///
  /// @param directory what the names of findings are relative to
  public static BookFolder find(Path folder, Path directory) throws IOException {
    BookFolder alone = settings(folder, directory);
    Map<String, List<Place>> translations = new TreeMap<>();
    for (Book.InLanguage translation : alone.book.map(Book::translations).orElse(List.of())) {
      String lang = translation.lang().value();
      translations.put(lang, places(folder.resolve(lang), Set.of(), directory));
    }
    List<Place> chapters = places(folder, translations.keySet(), directory);
    return new BookFolder(folder, alone.name, alone.book, chapters, translations, alone.findings);
  }

  private static List<Place> places(Path folder, Set<String> languages, Path directory)
      throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        ? BookFiles.chapters(folder, languages).stream()
            .map(file -> Place.of(file, directory))
            .toList()
        : List.of();
  }

  /// Reads `book.yaml` alone: the settings of a chapter that is checked by itself.
  public static BookFolder settings(Path folder, Path directory) throws IOException {
    Place place = Place.of(folder.resolve(BookFiles.BOOK), directory);
    Optional<Finding> linked = place.linked();
    Read<Book> read =
        linked.isPresent()
            ? new Read<>(Optional.empty(), List.of(linked.get()))
            : BookReader.read(place.name(), place.bytes());
    String name = Place.of(folder, directory).name();
    return new BookFolder(folder, name, read.value(), List.of(), Map.of(), read.findings());
  }
}
