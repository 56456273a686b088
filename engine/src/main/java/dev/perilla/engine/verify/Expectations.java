package dev.perilla.engine.verify;

import dev.perilla.chapter.Block.Expectation;
import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Edit;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `expect: {c: 12, dc/da: b}` and `# => 6.0`: what has to come out.
public final class Expectations {
  private Expectations() {}

  /// Checks each expectation of a block in the state after it.
  public static void check(List<Expectation> expectations, State state, Account account) {
    expectations.forEach(expectation -> one(expectation, state, account));
  }

  private static void one(Expectation expectation, State state, Account account) {
    Text subject = expectation.subject();
    Text wanted = expectation.wanted();
    if (Numeral.whole(subject.value(), Notation.POINT).isPresent()
        || subject.value().strip().equals(wanted.value().strip())) {
      account.report(
          Finding.error(
                  VerifyCode.NO_EVIDENCE,
                  subject.span(),
                  "expecting " + wanted.value() + " of " + subject.value() + " proves nothing")
              .help("expect a number, or another expression, of a value of the program"));
      return;
    }
    Optional<State.Reply.Given> subjects = given(subject, state, account);
    Optional<State.Reply.Given> wanteds = given(wanted, state, account);
    if (subjects.isEmpty() || wanteds.isEmpty()) {
      return;
    }
    Fact given = subjects.get().fact();
    Fact written = wanteds.get().fact();
    Optional<Numeral> numeral = Numeral.whole(wanted.value(), Notation.POINT);
    if (given instanceof Fact.NotFinite not) {
      account.report(Faults.notFinite(subject.span(), subject.value(), not));
      return;
    }
    if (!Judge.agrees(written, numeral, given)) {
      account.report(mismatch(subject, wanted, numeral, written, given));
      return;
    }
    Account.Draft entry =
        account
            .entry(
                Kind.EXPECTATION,
                Standing.CHECKED,
                wanted.span(),
                subject.value() + " = " + wanted.value())
            .expression(subject.value())
            .value(given.shown())
            .backing(subjects.get().backing().and(wanteds.get().backing()));
    if (numeral.isPresent() && given instanceof Fact.Quantity quantity) {
      entry.tolerance(Judge.shown(Judge.tolerance(numeral.get(), quantity, false)));
    }
    entry.add();
  }

  private static Finding mismatch(
      Text subject, Text wanted, Optional<Numeral> numeral, Fact written, Fact given) {
    String says =
        numeral.isPresent() ? wanted.value() : wanted.value() + ", which is " + written.shown();
    Finding finding =
        Finding.error(
                VerifyCode.FALSE_EXPECTATION,
                wanted.span(),
                "expected of "
                    + subject.value()
                    + ": "
                    + says
                    + "; the program gives "
                    + given.shown())
            .label(subject.value());
    if (numeral.isPresent() && given instanceof Fact.Quantity quantity) {
      Optional<String> right = Rewriting.of(numeral.get(), Notation.POINT, quantity, false);
      if (right.isPresent()) {
        int at = wanted.value().indexOf(numeral.get().text());
        Span digits = wanted.span(at, at + numeral.get().text().length());
        return finding
            .help("write " + right.get())
            .fix(Rewriting.edit(numeral.get(), digits, right.get()));
      }
    }
    return finding.help("correct the expectation, or the program if it is wrong");
  }

  private static Optional<State.Reply.Given> given(Text expression, State state, Account account) {
    return switch (state.evaluate(expression)) {
      case State.Reply.Given given -> Optional.of(given);
      case State.Reply.NotEvaluated not -> Optional.empty();
      case State.Reply.Refused refused -> {
        refused.findings().forEach(account::report);
        yield Optional.empty();
      }
    };
  }

  /// What is wrong with a `# =>` that says `text` of a line that gave `fact`, if anything is.
  public static Optional<Finding> comment(Text place, String text, Fact fact) {
    Optional<Numeral> numeral = Numeral.whole(text, Notation.POINT);
    boolean holds;
    Optional<String> right;
    if (numeral.isPresent() && fact instanceof Fact.Quantity quantity) {
      holds = Judge.agrees(numeral.get(), quantity, false);
      right = Rewriting.of(numeral.get(), Notation.POINT, quantity, false);
    } else {
      String same = inItsDigits(text, fact);
      holds = text.equals(same);
      right = Optional.of(same);
    }
    if (holds) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error(
            VerifyCode.FALSE_COMMENT,
            place.span(),
            "the comment says " + text + ", the line gives " + fact.shown());
    if (fact.shown().equals("None") && before(place).contains("print(")) {
      return Optional.of(
          finding.help(
              "`# =>` says what a line gives, or what a print of things with blanks between them"
                  + " prints; this one gives None"));
    }
    return Optional.of(
        right
            .map(value -> finding.help("write " + value).fix(new Edit(place.span(), value)))
            .orElse(finding.help("write what the line gives")));
  }

  /// Whether a numeral of a comment is what a line gave.
  public static boolean says(Numeral numeral, Fact fact) {
    return fact instanceof Fact.Quantity quantity && Judge.agrees(numeral, quantity, false);
  }

  /// Whether a word behind a number makes it another, `thousand`.
  public static boolean counts(String word) {
    return Scale.behind(" " + word.strip(), 0).power() > 0
        || Units.symbol(word.strip()).equals("%")
        || Marks.CHANGED_BEHIND.matcher(word).lookingAt();
  }

  /// What a line gave, with the numbers of a list or tuple written as they are in `text`.
  private static String inItsDigits(String text, Fact fact) {
    List<Fact.Quantity> facts = new ArrayList<>();
    flatten(fact, facts);
    String shown = fact.shown();
    List<Numeral> said = Numeral.scan(text, Notation.POINT);
    List<Numeral> given = Numeral.scan(shown, Notation.POINT);
    if (said.size() != given.size() || said.size() != facts.size()) {
      return shown;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int i = 0; i < said.size(); i++) {
      Numeral numeral = said.get(i);
      out.append(shown, at, given.get(i).start());
      out.append(
          numeral.value().isPresent()
              ? inItsDigits(numeral, facts.get(i)).orElse(given.get(i).text())
              : given.get(i).text());
      at = given.get(i).end();
    }
    return out.append(shown.substring(at)).toString();
  }

  private static Optional<String> inItsDigits(Numeral numeral, Fact.Quantity quantity) {
    return Judge.agrees(numeral, quantity, false)
        ? Optional.of(numeral.text())
        : Rewriting.of(numeral, Notation.POINT, quantity, false);
  }

  /// The numbers of lists and tuples.
  private static void flatten(Fact fact, List<Fact.Quantity> into) {
    if (fact instanceof Fact.Sequence sequence) {
      sequence.items().forEach(item -> flatten(item, into));
    } else if (fact instanceof Fact.Quantity quantity) {
      into.add(quantity);
    }
  }

  /// What stands before a place in its line.
  private static String before(Text place) {
    String file = place.span().file().text();
    return file.substring(
        file.lastIndexOf('\n', place.span().start() - 1) + 1, place.span().start());
  }
}
