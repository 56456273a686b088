package dev.perilla.site.cli;

import dev.perilla.chapter.source.Suggestion;
import dev.perilla.site.book.BookFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files and folders that a command line names.
final class Inputs {
  private Inputs() {}

  /// An operand as an existing file or folder.
  ///
  /// @throws Refusal where there is none, with the nearest name that is there
  static Path existing(String word, Terminal terminal) throws IOException {
    Path path = path(word, terminal);
    if (Files.exists(path)) {
      return path;
    }
    Path parent = path.getParent();
    List<String> names = List.of();
    if (parent != null && Files.isDirectory(parent)) {
      try (Stream<Path> siblings = Files.list(parent)) {
        names = siblings.limit(10_000).map(it -> String.valueOf(it.getFileName())).toList();
      }
    }
    String hint =
        Suggestion.nearest(String.valueOf(path.getFileName()), names)
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    throw new Refusal("there is no file or folder " + word + hint);
  }

  /// The book that an operand names, or the one around the folder where the command runs.
  static Path book(Arguments arguments, Terminal terminal) throws IOException {
    if (arguments.operand().isEmpty()) {
      return BookFiles.bookAround(terminal.directory())
          .orElseThrow(
              () ->
                  new Refusal(
                      "there is no " + BookFiles.BOOK + " here or in a folder above: name a book"));
    }
    String word = arguments.operand().get();
    return book(existing(word, terminal), word);
  }

  /// The folder of the book that an existing file or folder is.
  static Path book(Path path, String word) {
    Path folder = path.endsWith(BookFiles.BOOK) ? path.getParent() : path;
    if (folder == null || !Files.isRegularFile(folder.resolve(BookFiles.BOOK))) {
      throw new Refusal(word + " is no book: there is no " + BookFiles.BOOK + " in it");
    }
    return folder;
  }

  /// A word as a path, absolute.
  static Path path(String word, Terminal terminal) {
    try {
      return terminal.directory().resolve(word).normalize();
    } catch (InvalidPathException invalid) {
      throw new Refusal(word + " is no path: " + invalid.getReason());
    }
  }
}
