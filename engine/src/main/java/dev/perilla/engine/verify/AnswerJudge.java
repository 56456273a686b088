package dev.perilla.engine.verify;

import dev.perilla.chapter.Question.Verdict;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.Optional;

/// Says of what a learner typed whether it answers a question for a number.
///
/// Typed may be a number, or `name = number`; anything else is no answer. With a stated tolerance
/// that is the greatest distance. Without one the digits typed have to be those of the answer,
/// rounded; and there have to be enough of them: three significant ones, or all where the answer
/// has fewer.
public record AnswerJudge(Fact.Quantity answer, Optional<BigDecimal> tolerance, Notation notation) {
  private static final int ENOUGH = 3;

  public Verdict judge(String said) {
    Optional<Numeral> typed = typed(said);
    if (typed.isEmpty()) {
      return Verdict.UNANSWERED;
    }
    return accepts(typed.get()) ? Verdict.RIGHT : Verdict.WRONG;
  }

  private Optional<Numeral> typed(String said) {
    String text = said.strip();
    int equals = text.indexOf('=');
    if (equals >= 0) {
      String name = text.substring(0, equals).strip();
      boolean isName = !name.isEmpty() && name.codePoints().allMatch(AnswerJudge::isNamePart);
      text = isName ? text.substring(equals + 1).strip() : text;
    }
    if (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1);
    }
    Optional<Numeral> numeral = Numeral.whole(text, notation);
    return numeral.filter(n -> n.value().isPresent());
  }

  private static boolean isNamePart(int point) {
    return Character.isLetterOrDigit(point) || "_./()".indexOf(point) >= 0;
  }

  private boolean accepts(Numeral typed) {
    BigDecimal distance = Judge.difference(typed, answer);
    if (tolerance.isPresent()) {
      return distance.compareTo(tolerance.get()) <= 0;
    }
    if (distance.compareTo(Judge.tolerance(exactly(typed), answer, false)) <= 0) {
      return true;
    }
    BigDecimal value = typed.value().orElseThrow();
    boolean enough = value.signum() != 0 && value.precision() >= ENOUGH;
    return enough && Judge.agrees(typed, answer, true);
  }

  /// The number typed, taken at its word: every digit that is not there is a zero.
  private static Numeral exactly(Numeral typed) {
    return new Numeral(typed.start(), typed.end(), typed.text(), typed.value(), typed.unit(), true);
  }

  /// Whether a learner who means `other` could be taken to mean the answer.
  public boolean accepts(Fact.Quantity other) {
    Numeral typed = Numeral.whole(Shown.shortest(other), Notation.POINT).orElseThrow();
    return accepts(typed) || Judge.same(other, answer);
  }

  /// The tolerance, as an author or a reader would say it.
  public String shown() {
    return tolerance
        .map(BigDecimal::toPlainString)
        .orElse("half a unit in the last digit typed, at least " + ENOUGH + " digits");
  }
}
