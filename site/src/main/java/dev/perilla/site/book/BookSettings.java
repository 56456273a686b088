package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a book says for all its chapters, as the compiler takes it.
public final class BookSettings {
  private BookSettings() {}

  /// The settings of `book`; without one those of a chapter that stands alone, whose language is
  /// English where it names none.
  public static Settings of(Optional<Book> book) {
    Map<String, String> terms = new HashMap<>();
    for (Book.Term term : book.map(Book::terms).orElse(List.of())) {
      terms.putIfAbsent(Settings.term(term.name().value()), term.place().value());
    }
    return new Settings(
            book.map(it -> it.lang().value()).orElse("en"),
            notation(book.flatMap(Book::decimal)),
            book.map(Book::plain).orElse(List.of()).stream().map(BookSettings::pattern).toList(),
            Settings.limits(book.map(Book::limits).orElse(List.of()), Limits.DEFAULT))
        .withTerms(terms);
  }

  /// The settings of a translation of `book`: its patterns come after those of the book.
  public static Settings of(Book book, Book.InLanguage translation) {
    Settings original = of(Optional.of(book));
    List<Pattern> plain = new ArrayList<>(original.plain());
    translation.plain().forEach(text -> plain.add(pattern(text)));
    return new Settings(
            translation.lang().value(), notation(translation.decimal()), plain, original.limits())
        .withTerms(original.terms());
  }

  private static Notation notation(Optional<Text> decimal) {
    return decimal.filter(mark -> mark.value().equals(",")).isPresent()
        ? Notation.COMMA
        : Notation.POINT;
  }

  /// A pattern that cannot be read has its finding; here it matches nothing.
  private static Pattern pattern(Text text) {
    try {
      return Pattern.compile(text.value());
    } catch (PatternSyntaxException unreadable) {
      return Pattern.compile("(?!)");
    }
  }
}
