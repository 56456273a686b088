package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.format.BookReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A book as it lies on disk: its `book.yaml`, and the chapter files below it.
///
/// @param folder absolute
/// @param name what messages call the folder
/// @param book empty where `book.yaml` cannot be used
/// @param chapters all files that are there, by path
/// @param findings of `book.yaml` itself
public record BookFolder(
    Path folder, String name, Optional<Book> book, List<Place> chapters, List<Finding> findings) {

  public BookFolder {
    chapters = List.copyOf(chapters);
    findings = List.copyOf(findings);
  }

  /// Reads `book.yaml` and finds the chapters, without reading them.
  ///
  /// @param directory what the names of findings are relative to
  public static BookFolder find(Path folder, Path directory) throws IOException {
    BookFolder alone = settings(folder, directory);
    List<Place> chapters =
        BookFiles.chapters(folder).stream().map(file -> Place.of(file, directory)).toList();
    return new BookFolder(folder, alone.name, alone.book, chapters, alone.findings);
  }

  /// Reads `book.yaml` alone: the settings of a chapter that is checked by itself.
  public static BookFolder settings(Path folder, Path directory) throws IOException {
    Place place = Place.of(folder.resolve(BookFiles.BOOK), directory);
    Read<Book> read = BookReader.read(place.name(), place.bytes());
    String name = Place.of(folder, directory).name();
    return new BookFolder(folder, name, read.value(), List.of(), read.findings());
  }
}
