package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a book says for all its chapters, as the compiler takes it.
public final class BookSettings {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 2);
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(86_400);

  /// As deep as the stacks of [dev.perilla.site.Workers] carry.
  private static final long DEEPEST = 20_000;

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
            limits(book.map(Book::limits).orElse(List.of())))
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

  private static Limits limits(List<Chapter.Limit> limits) {
    Limits result = Limits.DEFAULT;
    for (Chapter.Limit limit : limits) {
      Optional<BigDecimal> written = number(limit.amount());
      if (written.isEmpty()) {
        continue; // its finding keeps the book from being published
      }
      long amount = written.get().min(MOST).longValue();
      result =
          switch (limit.name().value()) {
            case "steps" -> result.withSteps(amount);
            case "values" -> result.withValues(amount);
            case "memory" -> result.withMemory(amount);
            case "depth" -> result.withDepth((int) Math.min(amount, DEEPEST));
            case "output" -> result.withOutput(amount);
            case "seconds" ->
                result.withTime(
                    Duration.ofMillis(
                        written.get().min(MOST_SECONDS).movePointRight(3).longValue()));
            default -> result;
          };
    }
    return result;
  }

  private static Optional<BigDecimal> number(Text text) {
    try {
      return text.value().length() > 40
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.value().replace("_", "")));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
