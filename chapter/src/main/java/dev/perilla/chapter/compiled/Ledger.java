package dev.perilla.chapter.compiled;

import java.util.List;
import java.util.Optional;

/// All numerals and claims of a chapter, in the order of the chapter.
public record Ledger(List<Entry> entries) {
  public Ledger {
    entries = List.copyOf(entries);
  }

  /// Why a numeral may be on the page.
  public enum Standing {
    COMPUTED,
    CHECKED,
    GIVEN,
    CITED,
    PLAIN
  }

  /// What an entry is about.
  public enum Kind {
    NUMERAL,
    WORDS,
    STATEMENT,
    CONDITION,
    EXPECTATION,
    VERDICT,
    ANSWER,
    MISTAKE,
    GRADIENT;

    /// Whether it is a number on the page, not a claim about some.
    public boolean isNumeral() {
      return switch (this) {
        case NUMERAL, GRADIENT, ANSWER, MISTAKE -> true;
        case WORDS, STATEMENT, CONDITION, EXPECTATION, VERDICT -> false;
      };
    }
  }

  /// One numeral or claim.
  ///
  /// @param id unique in the chapter; `n1`, `n2`… in order
  /// @param line of the chapter's file, 1-based
  /// @param column of the chapter's file, 1-based, in code points
  /// @param text as it stands on the page
  /// @param expression what computes it, or what it was compared with
  /// @param value what the program gives, with as many digits as tell doubles apart
  /// @param tolerance the greatest difference that was accepted
  /// @param origin for a cited numeral the key of its source, for a plain one the reason
  /// @param witnesses for a gradient
  public record Entry(
      String id,
      Kind kind,
      Standing standing,
      int line,
      int column,
      String text,
      Optional<String> expression,
      Optional<String> value,
      Optional<String> tolerance,
      Optional<String> origin,
      Optional<Witnesses> witnesses) {}

  /// A gradient obtained in three independent ways.
  ///
  /// @param bound the error bound of the differences, their own estimate
  public record Witnesses(String reverse, String forward, String differences, String bound) {}
}
