package dev.perilla.chapter;

import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// What `book.yaml` says: the order of the site, and what holds for all its chapters.
///
/// @param title one line of text
/// @param summary one line of text for the index page
/// @param author who wrote it, one line
/// @param licence its name, one line
/// @param lang a language tag
/// @param chapters ids in the order of the site
/// @param decimal the decimal mark of numerals in prose, `.` or `,`
/// @param plain regular expressions whose numerals are no claims
/// @param limits budgets for every chapter
/// @param url where the site will stand, `https://…`
/// @param terms words of the glossary, and where each is explained
/// @param renamed ids that chapters had, and the ids that they have now
/// @param translations by language
public record Book(
    Text title,
    Optional<Text> summary,
    Optional<Text> author,
    Optional<Text> licence,
    Text lang,
    List<Text> chapters,
    Optional<Text> decimal,
    List<Text> plain,
    List<Chapter.Limit> limits,
    Optional<Text> url,
    List<Term> terms,
    List<Renamed> renamed,
    List<Book.InLanguage> translations,
    Optional<Text> schema) {

  public Book {
    chapters = List.copyOf(chapters);
    plain = List.copyOf(plain);
    limits = List.copyOf(limits);
    terms = List.copyOf(terms);
    renamed = List.copyOf(renamed);
    translations = List.copyOf(translations);
  }

  /// What is said of the book in another language.
  ///
  /// @param lang its language tag, and the name of the folder with its chapters
  /// @param texts those at the addresses `title` and `summary`
  /// @param decimal the decimal mark of its prose, `.` or `,`
  /// @param plain further regular expressions whose numerals are no claims
  public record InLanguage(
      Text lang, List<Translation.Entry> texts, Optional<Text> decimal, List<Text> plain) {
    public InLanguage {
      texts = List.copyOf(texts);
      plain = List.copyOf(plain);
    }
  }

  /// A word of the glossary: `[gradients](term:gradient)` in a text leads to its place.
  ///
  /// @param name as texts write it; capitals, hyphens and blanks make no difference
  /// @param place a chapter, or a block of one: `glossary#gradient`
  public record Term(Text name, Text place) {}

  /// A chapter that had another id: its old page leads to the new one.
  public record Renamed(Text before, Text now) {}
}
