package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The three witnesses of a derivative, before it may be shown or claimed.
final class Gradients {
  private Gradients() {}

  /// The witnesses where they agree; otherwise a finding says what is there instead.
  static Optional<Witnesses> witnessed(
      Account account, Span place, String expression, Value output, Value input) {
    Witnesses witnesses = Witnesses.of(output, input);
    Optional<Finding> finding = finding(place, expression, witnesses);
    finding.ifPresent(account::report);
    return finding.isEmpty() ? Optional.of(witnesses) : Optional.empty();
  }

  /// What keeps a derivative from being shown, if anything does.
  static Optional<Finding> finding(Span place, String expression, Witnesses witnesses) {
    return witnesses
        .objection()
        .map(
            objection ->
                Finding.error(code(witnesses), place, expression + " " + objection)
                    .help(help(witnesses)));
  }

  private static Finding.Code code(Witnesses witnesses) {
    return switch (witnesses.agreement()) {
      case AGREE, KINK -> LanguageCode.NO_DERIVATIVE;
      case OUTSIDE -> LanguageCode.NOT_FINITE;
      case STALE, DISAGREE -> VerifyCode.WITNESSES_DISAGREE;
    };
  }

  private static String help(Witnesses witnesses) {
    return switch (witnesses.agreement()) {
      case AGREE, KINK -> "choose inputs off the kink";
      case OUTSIDE -> "choose inputs for which it has a value";
      case STALE -> "compute the output again after the change";
      case DISAGREE -> "please report this chapter: the engine contradicts itself";
    };
  }

  /// The answer to an expression that was made from gradients with these witnesses. Where they
  /// contradict each other it is refused; where no derivative exists the gradient that the program
  /// holds is a convention, and a warning says so.
  ///
  /// @param meant whether the program says that it is one
  static State.Reply reply(
      Fact fact, Span place, String expression, List<Witnesses> gradients, boolean meant) {
    List<Finding> remarks = new ArrayList<>();
    for (Witnesses each : gradients) {
      if (each.agreement() == Witnesses.Agreement.DISAGREE) {
        return new State.Reply.Refused(finding(place, expression, each).stream().toList(), false);
      }
      if (!meant) {
        remark(place, expression, each).ifPresent(remarks::add);
      }
    }
    boolean one =
        gradients.size() == 1 && gradients.getFirst().agreement() == Witnesses.Agreement.AGREE;
    return new State.Reply.Given(
        fact,
        new State.Backing(
            one ? Optional.of(entry(gradients.getFirst())) : Optional.empty(), remarks));
  }

  private static Optional<Finding> remark(Span place, String expression, Witnesses witnesses) {
    return witnesses
        .objection()
        .map(
            objection ->
                Finding.warning(
                        LanguageCode.NO_DERIVATIVE,
                        place,
                        "the derivative in " + expression + " " + objection)
                    .help(Witnesses.MEANT));
  }

  /// The witnesses as the ledger keeps them.
  static Ledger.Witnesses entry(Witnesses witnesses) {
    return new Ledger.Witnesses(
        Reals.repr(witnesses.reverse()),
        Reals.repr(witnesses.forward()),
        Reals.repr(witnesses.differences()),
        bound(witnesses.bound()));
  }

  /// Two digits of a bound, never less than it is. Where its shortest form has more, no number of
  /// two digits lies between that and the exact one, which has a thousand.
  private static String bound(double bound) {
    if (!Double.isFinite(bound)) {
      return Reals.repr(bound);
    }
    BigDecimal shortest = new BigDecimal(Double.toString(bound));
    BigDecimal exact = shortest.precision() > 2 ? shortest : new BigDecimal(bound);
    return Reals.repr(exact.round(new MathContext(2, RoundingMode.CEILING)).doubleValue());
  }
}
