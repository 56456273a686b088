package dev.perilla.engine.compile;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a book says for all its chapters.
///
/// @param lang the language tag of a chapter that names none
/// @param notation the decimal mark of numerals in prose
/// @param plain patterns whose numerals are no claims
/// @param limits the budgets of one chapter
/// @param data the rows of the book's data files, by their path in the book
/// @param terms words of the glossary as [#term] writes them, and the address of what explains each
/// @param knobs whether a compiled chapter carries the program that its page turns
public record Settings(
    String lang,
    Notation notation,
    List<Pattern> plain,
    Limits limits,
    Map<String, Read<List<Object>>> data,
    Map<String, String> terms,
    boolean knobs) {
  public Settings {
    plain = List.copyOf(plain);
    data = Map.copyOf(data);
    terms = Collections.unmodifiableMap(new TreeMap<>(terms)); // in an order that never changes
  }

  /// A word of the glossary as it is looked up: capitals, hyphens and blanks make no difference.
  public static String term(String word) {
    String plain = word.replace("%20", " ").replace('-', ' ').replace('_', ' ').strip();
    return plain.toLowerCase(Locale.ROOT);
  }

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 2);
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(86_400);

  /// As deep as the stack of a thread that runs chapters carries.
  private static final long DEEPEST = 20_000;

  /// `base` with what a book or a chapter says of it; what is no number has its finding.
  public static Limits limits(List<Chapter.Limit> said, Limits base) {
    Limits result = base;
    for (Chapter.Limit limit : said) {
      Optional<BigDecimal> written = number(limit.amount());
      if (written.isEmpty()) {
        continue;
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
            default -> result; // the reader refuses other names
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

  /// The settings of a book without data and glossary.
  public Settings(String lang, Notation notation, List<Pattern> plain, Limits limits) {
    this(lang, notation, plain, limits, Map.of(), Map.of(), true);
  }

  /// These, with data.
  public Settings with(Map<String, Read<List<Object>>> files) {
    return new Settings(lang, notation, plain, limits, files, terms, knobs);
  }

  /// These, with the words of a glossary, and where each is explained.
  public Settings withTerms(Map<String, String> places) {
    return new Settings(lang, notation, plain, limits, data, places, knobs);
  }

  /// These, for chapters that are checked and not shown.
  public Settings withoutKnobs() {
    return new Settings(lang, notation, plain, limits, data, terms, false);
  }
}
