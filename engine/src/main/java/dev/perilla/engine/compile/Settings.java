package dev.perilla.engine.compile;

import dev.perilla.chapter.format.Read;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
