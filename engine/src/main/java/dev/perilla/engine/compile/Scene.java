package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Evidence;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Shown;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the questions of one variant are asked: its program, its state, its page.
///
/// @param index of the exercise among the blocks
/// @param inputs of the variant
/// @param state in which answers are computed; a run of its own where questions give it names
/// @param seen the state in which texts are read
record Scene(
    Execution execution,
    int index,
    Case inputs,
    Execution.Moment state,
    Execution.Moment seen,
    Accounting.Rules rules,
    Notation notation,
    Account account) {

  private static final Pattern ASSIGNS = Pattern.compile("^[^()\\[\\]]*(?<![=<>!:])=(?!=)");

  List<Rich> blocks(Text text) {
    return prose(account).blocks(text);
  }

  List<Inline> line(Text text) {
    return prose(account).line(text);
  }

  /// A text for comparison with others; its numbers are not those of the page.
  Likeness likeness(Text text) {
    Account own = new Account("compared");
    return Likeness.of(prose(own).blocks(text), own.claims());
  }

  private Prose prose(Account of) {
    return new Prose(new Accounting(rules, seen, of), of);
  }

  /// What code or a formula computes, in the code language.
  Optional<Text> expression(Accounting.Run atom) {
    return new Accounting(rules, seen, account).expression(atom);
  }

  Listings listings() {
    return new Listings(new Accounting(rules, state, account), account);
  }

  /// A piece of code in a line of text.
  List<Inline> code(Text code) {
    return List.of(new Inline.CodeSpan(Optional.empty(), listings().piece(code)));
  }

  void report(VerifyCode code, Text place, String message, String help) {
    account.report(Finding.error(code, place.span(), message).help(help));
  }

  Optional<Fact.Quantity> quantity(Text expression) {
    return quantity(expression, state);
  }

  /// The number that an expression gives; what is wrong with it is reported.
  Optional<Fact.Quantity> quantity(Text expression, State in) {
    switch (in.evaluate(expression)) {
      case State.Reply.Given given -> {
        if (given.fact() instanceof Fact.Quantity quantity) {
          given.backing().remarks().forEach(account::report);
          return Optional.of(quantity);
        }
        report(
            VerifyCode.NO_NUMBER,
            expression,
            expression.value() + " is " + given.fact().shown() + ", which is no finite number",
            "write an expression that gives a number");
      }
      case State.Reply.Refused refused -> refused.findings().forEach(account::report);
      case State.Reply.NotEvaluated _ -> {} // the block that failed has its finding
    }
    return Optional.empty();
  }

  /// Whether an expression says something of the program; that it does not is reported.
  boolean isEvidence(Text expression) {
    return new Evidence(state, account).isOfProgram(expression);
  }

  /// What to write where a condition has the sign that gives a value.
  static Optional<String> comparing(Text condition) {
    return ASSIGNS.matcher(condition.value()).find()
        ? Optional.of("a condition compares with ==, = gives a value")
        : Optional.empty();
  }

  /// Whether a condition holds: `true`, `false`, or an expression.
  Optional<Boolean> truth(Text condition) {
    String text = condition.value().strip();
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(text.equals("true"));
    }
    switch (state.evaluate(condition)) {
      case State.Reply.Given given -> {
        if (given.fact() instanceof Fact.Truth truth) {
          return Optional.of(truth.value());
        }
        report(
            VerifyCode.CHOICE,
            condition,
            condition.value() + " is " + given.fact().shown() + ", which is no condition",
            "write true, false, or a condition such as `a < b`");
      }
      case State.Reply.Refused refused -> refused.findings().forEach(account::report);
      case State.Reply.NotEvaluated _ -> {} // the block that failed has its finding
    }
    return Optional.empty();
  }

  /// A computed number on the page.
  Inline.Num number(Kind kind, Text place, Fact.Quantity quantity) {
    String text = Shown.inNotation(Shown.shortest(quantity), notation);
    String id =
        account
            .entry(kind, Standing.COMPUTED, place.span(), text)
            .expression(place.value())
            .value(quantity.repr())
            .add();
    return new Inline.Num(text, id);
  }
}
