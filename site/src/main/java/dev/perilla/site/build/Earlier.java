package dev.perilla.site.build;

import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What earlier builds proved of books, each asked for by its folder. Not safe for use by several
/// threads; what it gives is.
public final class Earlier implements Function<Path, Workshop.Known>, AutoCloseable {
  private final Map<Path, Proved> books = new TreeMap<>();

  @Override
  public Workshop.Known apply(Path folder) {
    Proved book = books.get(folder);
    if (book == null) {
      try {
        book = Proved.in(folder, Cache.of(folder));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      books.put(folder, book);
    }
    return book;
  }

  @Override
  public void close() throws IOException {
    for (Proved book : books.values()) {
      book.close();
    }
  }
}
