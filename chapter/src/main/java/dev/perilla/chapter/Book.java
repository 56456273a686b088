package dev.perilla.chapter;

import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// What `book.yaml` says: the order of the site, and what holds for all its chapters.
///
/// @param title one line of text
/// @param summary one line of text for the index page
/// @param lang a language tag
/// @param chapters ids in the order of the site
/// @param decimal the decimal mark of numerals in prose, `.` or `,`
/// @param plain regular expressions whose numerals are no claims
/// @param limits budgets for every chapter
public record Book(
    Text title,
    Optional<Text> summary,
    Text lang,
    List<Text> chapters,
    Optional<Text> decimal,
    List<Text> plain,
    List<Chapter.Limit> limits,
    Optional<Text> schema) {

  public Book {
    chapters = List.copyOf(chapters);
    plain = List.copyOf(plain);
    limits = List.copyOf(limits);
  }
}
