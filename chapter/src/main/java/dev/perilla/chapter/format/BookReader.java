package dev.perilla.chapter.format;

import dev.perilla.chapter.Book;
import java.util.Optional;

/// Reads `book.yaml`.
public final class BookReader {
  private BookReader() {}

  /// Whether a chapter may have this id.
  public static boolean isId(String word) {
    return Words.isId(word);
  }

  /// Whether it is the tag of a language.
  public static boolean isLanguage(String word) {
    return Words.isLanguage(word);
  }

  /// The book in `bytes`, and all that is wrong with its form; as [ChapterReader#read].
  public static Read<Book> read(String name, byte[] bytes) {
    Report report = new Report();
    Optional<Node> tree =
        Decoding.of(name, bytes, report).flatMap(text -> TreeReader.read(text, report));
    tree.ifPresent(root -> new ChapterRules(report).checkBook(root));
    Optional<Book> book =
        tree.flatMap(root -> new FormCheck(report).check(root, ChapterForm.BOOK, "a book"))
            .map(ChapterBuilder::book);
    return new Read<>(book, report.findings());
  }
}
