package dev.perilla.engine.judge;

import dev.perilla.chapter.Question.Verdict;
import java.util.Locale;

/// What the judge says of an answer.
///
/// @param mistake the index of the foreseen mistake that it is, 0-based; meant for
///   [Outcome#MISTAKE] alone
public record Judgement(Outcome outcome, int mistake) {
  /// The kinds of judgement.
  public enum Outcome {
    RIGHT,
    /// A wrong answer that was foreseen.
    MISTAKE,
    WRONG,
    /// The right number with too few digits to tell.
    COARSE,
    /// Right as far as it goes, with something missing.
    PARTIAL,
    /// Right, with something in it that does not belong there.
    SURPLUS,
    /// A program that stops with an error, or at a limit.
    CRASH,
    /// None of the answers that are known here; it may be right for all that.
    UNKNOWN,
    /// Nothing was given.
    EMPTY,
    /// Not one number.
    NO_NUMBER,
    /// Not a formula that can be computed.
    NO_FORMULA,
    /// A formula with a name that is not known.
    UNKNOWN_NAME,
    /// More than anybody would type.
    TOO_LONG
  }

  static Judgement of(Outcome outcome) {
    return new Judgement(outcome, -1);
  }

  static Judgement mistake(int index) {
    return new Judgement(Outcome.MISTAKE, index);
  }

  /// Right, wrong, or no answer at all.
  public Verdict verdict() {
    return switch (outcome) {
      case RIGHT -> Verdict.RIGHT;
      case MISTAKE, WRONG, COARSE, PARTIAL, SURPLUS, CRASH, UNKNOWN -> Verdict.WRONG;
      case EMPTY, NO_NUMBER, NO_FORMULA, UNKNOWN_NAME, TOO_LONG -> Verdict.UNANSWERED;
    };
  }

  /// For the page: `right`, `no_number`, `mistake 2`.
  public String word() {
    String word = outcome.name().toLowerCase(Locale.ROOT);
    return outcome == Outcome.MISTAKE ? word + " " + mistake : word;
  }
}
