package dev.perilla.engine.compile;

import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.List;
import java.util.regex.Pattern;

/// What a book says for all its chapters.
///
/// @param lang the language tag of a chapter that names none
/// @param notation the decimal mark of numerals in prose
/// @param plain patterns whose numerals are no claims
/// @param limits the budgets of one chapter
public record Settings(String lang, Notation notation, List<Pattern> plain, Limits limits) {
  public Settings {
    plain = List.copyOf(plain);
  }
}
