package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import java.util.List;

/// A book in another language.
///
/// @param book with its title and summary as its readers see them
/// @param worked its chapters, in the order of the original
public record TranslatedBook(Book book, List<Worked> worked) {
  public TranslatedBook {
    worked = List.copyOf(worked);
  }

  /// Its language tag, and the folder of its pages.
  public String lang() {
    return book.lang().value();
  }

  /// What came of the chapters without errors, in the order of the book.
  public List<Worked.Outcome> outcomes() {
    return worked.stream().flatMap(it -> it.outcome().stream()).toList();
  }
}
