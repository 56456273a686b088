package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// What is said of a number or a statement that does not hold: what stands there, what the program
/// gives, how far apart they are, and what to write.
final class Faults {
  private Faults() {}

  /// The finding for a numeral that does not agree.
  static Finding falseNumber(
      Numeral numeral,
      Notation notation,
      Span place,
      Fact.Quantity given,
      String expression,
      boolean about) {
    Optional<String> right = Rewriting.of(numeral, notation, given, about);
    Finding finding =
        Finding.error(
                VerifyCode.FALSE_NUMBER,
                place,
                "the text says " + numeral.text() + ", the program gives " + given.repr())
            .label(expression + ": " + distance(numeral, given, about));
    if (place.text().indexOf('{') >= 0) {
      return finding.help("it is filled in or bound: correct the numbers beside it");
    }
    if (right.isEmpty()) {
      return finding.help("write the number that the program gives: {{" + expression + "}}");
    }
    Fact.Quantity hundredth = Fact.Quantity.of(given.exact().doubleValue() / 100, "");
    if (numeral.text().endsWith("%") && Judge.agrees(numeral, hundredth, about)) {
      return finding.help(
          numeral.text()
              + " is a hundredth of that: write it without %, or bind it to ("
              + expression
              + ") / 100");
    }
    boolean integerTruth = !numeral.exact() || given.whole();
    String help =
        integerTruth
            ? "write " + right.get()
            : "write " + right.get() + ", or ≈ before an integer that is rounded";
    return finding.help(help).fix(Rewriting.edit(numeral, place, right.get()));
  }

  private static String distance(Numeral numeral, Fact.Quantity given, boolean about) {
    BigDecimal difference = Judge.difference(numeral, given);
    BigDecimal tolerance = Judge.tolerance(numeral, given, about);
    if (numeral.isBegun()) {
      return "its digits begin otherwise";
    }
    return difference.compareTo(tolerance) <= 0
        ? "half way, and rounded to the other side"
        : "off by "
            + Shown.shortest(Fact.Quantity.of(difference.doubleValue(), ""))
            + ", allowed "
            + tolerance.round(new MathContext(2));
  }

  /// For what has no finite value.
  static Finding notFinite(Span place, String expression, Fact.NotFinite not) {
    return Finding.error(
            LanguageCode.NOT_FINITE,
            place,
            expression + " is " + not.repr() + ", which is no finite number")
        .help("choose inputs for which it has a value");
  }

  /// For two sides that are not equal.
  static Finding disagreement(Side side, Side computed, Span place) {
    Optional<Fact.NotFinite> not =
        side.fact() instanceof Fact.NotFinite there ? Optional.of(there) : Optional.empty();
    if (not.isPresent()) {
      return notFinite(place, side.source(), not.get());
    }
    boolean onOneLine = place.text().indexOf('\n') < 0;
    Finding finding =
        Finding.error(
                VerifyCode.FALSE_STATEMENT,
                onOneLine ? place : side.place(),
                computed.source()
                    + " is "
                    + computed.fact().shown()
                    + ", but "
                    + side.source()
                    + " is "
                    + side.fact().shown())
            .label("these are not equal");
    boolean assignment =
        side.expr() instanceof Expr.Binary || computed.expr() instanceof Expr.Binary;
    return finding.help(
        assignment
            ? "an equation is no assignment: for a step of a program use a code block, or write ←"
            : "correct the side that is wrong");
  }

  /// For a comparison, `<` or `≥`, that does not hold.
  static Finding disorder(Side left, Side right, Span place) {
    return Finding.error(
            VerifyCode.FALSE_STATEMENT,
            place,
            "the text says "
                + place.text()
                + ", but "
                + left.source()
                + " is "
                + left.fact().shown()
                + " and "
                + right.source()
                + " is "
                + right.fact().shown())
        .help("turn the sign, or correct the side that is wrong");
  }

  /// For a number of one digit that is rounded, where `=` joins it to numbers of more.
  static Finding tooShort(Numeral numeral, Span place, Fact.Quantity given, String expression) {
    String longer = new BigDecimal(given.repr()).round(new MathContext(2)).toPlainString();
    return Finding.error(
            VerifyCode.FALSE_NUMBER,
            place,
            "the text says " + numeral.text() + ", the program gives " + given.repr())
        .label(expression + ": one digit is too little for =")
        .help("write ≈ " + numeral.text() + ", or more digits: " + longer);
  }

  /// For a side that cannot be evaluated.
  static Finding refusal(State.Reply.Refused refused, Span side, Span whole) {
    Finding cause = refused.findings().get(0);
    Finding finding =
        Finding.error(
            refused.unknownName() ? VerifyCode.UNKNOWN_NAME : VerifyCode.CANNOT_EVALUATE,
            refused.unknownName() ? cause.span() : side,
            refused.unknownName()
                ? "the statement cannot be checked: " + cause.message()
                : "the statement cannot be evaluated: " + cause.message());
    String help =
        cause
            .help()
            .orElse(
                refused.unknownName()
                    ? "names are looked up in the state after the blocks above; `about:` names"
                        + " another block"
                    : "write it so that it can be run, or mark it: [" + whole.text() + "]{plain}");
    return finding.help(help);
  }
}
