package dev.perilla.engine.compile;

import dev.perilla.chapter.format.Read;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a book says for all its chapters.
///
/// @param lang the language tag of a chapter that names none
/// @param notation the decimal mark of numerals in prose
/// @param plain patterns whose numerals are no claims
/// @param limits the budgets of one chapter
/// @param data the rows of the book's data files, by their path in the book
public record Settings(
    String lang,
    Notation notation,
    List<Pattern> plain,
    Limits limits,
    Map<String, Read<List<Object>>> data) {
  public Settings {
    plain = List.copyOf(plain);
    data = Map.copyOf(data);
  }

  /// The settings of a book without data.
  public Settings(String lang, Notation notation, List<Pattern> plain, Limits limits) {
    this(lang, notation, plain, limits, Map.of());
  }

  /// These, with data.
  public Settings with(Map<String, Read<List<Object>>> files) {
    return new Settings(lang, notation, plain, limits, files);
  }
}
