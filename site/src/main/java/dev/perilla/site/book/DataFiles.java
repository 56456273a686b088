package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.DataReader;
import dev.perilla.chapter.format.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The data files that a chapter names, read.
final class DataFiles {
  private DataFiles() {}

  /// What is read of each file that the book has, by its path as the chapter writes it.
  ///
  /// @param folder of the book; without a book none is found where it is missing
  /// @throws UncheckedIOException where the disk does not give a file
  static Map<String, Read<List<Object>>> of(
      Chapter chapter, @Nullable Path folder, Path directory) {
    Map<String, Read<List<Object>>> files = new HashMap<>();
    for (Chapter.Data data : chapter.data()) {
      String path = data.file().value();
      boolean known = path.endsWith(".csv") || path.endsWith(".json");
      Optional<Path> file =
          known && folder != null ? BookLinks.asset(folder, path) : Optional.empty();
      if (file.isPresent()) {
        Place place = Place.of(file.get(), directory);
        try {
          files.put(path, DataReader.read(place.name(), place.bytes()));
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    }
    return files;
  }
}
