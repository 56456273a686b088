package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.autograd.Edge;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.VerifyCode;
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
    String edges =
        String.join(", ", witnesses.edges().stream().map(Edge::title).distinct().toList());
    return switch (witnesses.agreement()) {
      case AGREE -> Optional.empty();
      case KINK ->
          Optional.of(
              Finding.error(
                      LanguageCode.NO_DERIVATIVE,
                      place,
                      expression
                          + " does not exist: the slope is "
                          + Reals.repr(witnesses.left())
                          + " from the left and "
                          + Reals.repr(witnesses.right())
                          + " from the right ("
                          + edges
                          + ")")
                  .help("choose inputs off the kink"));
      case OUTSIDE ->
          Optional.of(
              Finding.error(
                      VerifyCode.NOT_FINITE,
                      place,
                      expression
                          + " has no finite value"
                          + (edges.isEmpty() ? "" : " (" + edges + ")"))
                  .help("choose inputs for which it has a value"));
      case STALE ->
          Optional.of(
              Finding.error(
                      VerifyCode.WITNESSES_DISAGREE,
                      place,
                      expression
                          + " is out of date: an input was changed after the output was computed")
                  .help("compute the output again after the change"));
      case DISAGREE ->
          Optional.of(
              Finding.error(
                      VerifyCode.WITNESSES_DISAGREE,
                      place,
                      expression
                          + ": reverse mode gives "
                          + Reals.repr(witnesses.reverse())
                          + ", forward mode "
                          + Reals.repr(witnesses.forward())
                          + ", differences "
                          + Reals.repr(witnesses.differences())
                          + " ± "
                          + Reals.repr(witnesses.bound()))
                  .help("please report this chapter: the engine contradicts itself"));
    };
  }

  /// The witnesses as the ledger keeps them.
  static Ledger.Witnesses entry(Witnesses witnesses) {
    return new Ledger.Witnesses(
        Reals.repr(witnesses.reverse()),
        Reals.repr(witnesses.forward()),
        Reals.repr(witnesses.differences()),
        Reals.repr(witnesses.bound()));
  }
}
