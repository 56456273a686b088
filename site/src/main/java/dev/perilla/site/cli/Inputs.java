package dev.perilla.site.cli;

import dev.perilla.chapter.source.Suggestion;
import dev.perilla.site.book.BookFiles;
import dev.perilla.site.book.Draft;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files and folders that a command line names.
final class Inputs {
  /// Chapters and books, as many as wanted.
  static final Syntax.Operand PATHS =
      new Syntax.Operand(
          "PATH",
          0,
          Integer.MAX_VALUE,
          "A chapter file, or the folder of a book. The book around this folder by default.");

  private Inputs() {}

  /// How many chapters at once: what `--jobs` says, or as many as there are processors.
  static int threads(Arguments arguments) {
    Optional<String> jobs = arguments.value(Syntax.JOBS);
    if (jobs.isEmpty()) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!jobs.get().matches("[1-9][0-9]{0,3}")) {
      throw new Refusal("--jobs is a number from 1, not " + jobs.get());
    }
    return Integer.parseInt(jobs.get());
  }

  /// Whether an existing operand is a book; a chapter where not.
  static boolean isBook(Path path, String word) {
    if (Files.isDirectory(path) || path.endsWith(BookFiles.BOOK)) {
      return true;
    }
    if (BookFiles.isChapter(path)) {
      return false;
    }
    throw new Refusal(
        word + " is no chapter: chapters are files named *.chapter.yaml, .yml or .json");
  }

  /// The chapter files that the operands name, each once.
  static List<Draft> drafts(Arguments arguments, Terminal terminal, Workshop workshop)
      throws IOException {
    Map<Path, Draft> drafts = new LinkedHashMap<>();
    List<Path> books = new ArrayList<>();
    if (arguments.operands().isEmpty()) {
      books.add(book(arguments, terminal));
    }
    for (String word : arguments.operands()) {
      Path path = existing(word, terminal);
      if (isBook(path, word)) {
        books.add(book(path, word));
      } else {
        drafts.putIfAbsent(path, workshop.draft(path));
      }
    }
    for (Path book : books) {
      workshop.drafts(book).forEach(draft -> drafts.putIfAbsent(draft.place().path(), draft));
    }
    return List.copyOf(drafts.values());
  }

  /// An operand as an existing file or folder.
  ///
  /// @throws Refusal where there is none, with the nearest name that is there
  static Path existing(String word, Terminal terminal) throws IOException {
    Path path = path(word, terminal);
    if (Files.exists(path)) {
      return path;
    }
    if (Files.isSymbolicLink(path)) {
      throw new Refusal(word + " is a link that leads nowhere: set it anew, or name what is meant");
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
      throw new Refusal(
          word
              + " is no book: "
              + (Files.isRegularFile(path)
                  ? "name the folder that has its " + BookFiles.BOOK
                  : "there is no " + BookFiles.BOOK + " in it; `perilla new` begins one"));
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

  /// What is said of an output that nothing was written to; nothing where it is not there.
  static String asItWas(Path output, String shown) {
    return Files.exists(output, LinkOption.NOFOLLOW_LINKS) ? ", " + shown + " is as it was" : "";
  }
}
