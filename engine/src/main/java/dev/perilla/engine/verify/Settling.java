package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Accounting.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where every numeral ends: with an entry in the ledger, or with a finding.
record Settling(Rules rules, State state, Account account) {
  private static final Pattern ISO_DATE =
      Pattern.compile("(?<![0-9-])[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![0-9-])");

  /// A stretch of text, 0-based, end exclusive.
  record Range(int start, int end, String why) {}

  /// Where numerals are no claims: dates in ISO form and the patterns of the book.
  List<Range> exempt(String text) {
    List<Range> ranges = new ArrayList<>();
    Matcher dates = ISO_DATE.matcher(text);
    while (dates.find()) {
      ranges.add(new Range(dates.start(), dates.end(), "a date"));
    }
    for (int i = 0; i < rules.plain().size(); i++) {
      Matcher matcher = rules.plain().get(i).matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          rules.matched().accept(i);
          ranges.add(
              new Range(matcher.start(), matcher.end(), "the pattern " + rules.plain().get(i)));
        }
      }
    }
    return ranges;
  }

  Piece settled(
      Numeral numeral,
      Span place,
      Standing standing,
      Optional<String> expression,
      Optional<String> origin) {
    Account.Draft draft = account.entry(Kind.NUMERAL, standing, place, numeral.text());
    expression.ifPresent(draft::expression);
    origin.ifPresent(draft::origin);
    return new Piece(0, numeral.start(), numeral.end(), numeral.text(), Optional.of(draft.add()));
  }

  void unaccounted(Numeral numeral, Span place, Optional<String> whyNot) {
    if (numeral.value().isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.UNREADABLE,
                  place,
                  numeral.text() + " cannot be read as one number, so it cannot be checked")
              .help(
                  "the decimal mark is "
                      + rules.notation().decimal()
                      + " here; what is no claim is marked ["
                      + numeral.text()
                      + "]{plain}"));
      return;
    }
    String message =
        "the number " + numeral.text() + " has no standing: nothing computes or checks it";
    if (whyNot.isPresent()) {
      message += " (" + whyNot.get() + ")";
    }
    Finding finding = Finding.error(VerifyCode.UNACCOUNTED, place, message);
    List<String> names = state.namesOf(numeral);
    String help =
        names.isEmpty()
            ? "bind it: ["
                + numeral.text()
                + "]{= expression}; or say that it is no claim: ["
                + numeral.text()
                + "]{plain}"
            : "fill it in: {{"
                + names.get(0)
                + "}}; or bind it: ["
                + numeral.text()
                + "]{= "
                + names.get(0)
                + "}";
    account.report(finding.help(help));
  }
}
