package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Accounting.Rules;
import dev.perilla.engine.verify.Numeral.Notation;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where every numeral ends: with an entry in the ledger, or with a finding.
record Settling(Rules rules, State state, Account account) {
  private static final String NO_MARKS =
      "no mark is read here: write arithmetic that is checked, such as 3 × 4 = 12, leave the number"
          + " out, or let a `plain:` pattern of the book match it";
  private static final Pattern ISO_DATE =
      Pattern.compile("(?<![0-9-])([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![0-9-])");

  private static final String IN_STRING =
      "let the program put it in, as in f\"after {n} steps\"; or write the comment # plain on the"
          + " line where the string ends, which says that it is no claim";

  /// What an author can do about a numeral where it stands.
  enum Where {
    MARKS,
    NO_MARKS,
    STRING
  }

  /// A stretch of text, 0-based, end exclusive, whose numerals have a standing, and why.
  record Range(int start, int end, Standing standing, String why) {
    Range(int start, int end, String why) {
      this(start, end, Standing.PLAIN, why);
    }
  }

  /// What formulas count the places of lists from.
  int base() {
    return rules.said().base().orElse(0);
  }

  /// Where numerals are no claims: dates in ISO form and the patterns of the book.
  List<Range> exempt(String text) {
    List<Range> ranges = new ArrayList<>();
    Matcher dates = ISO_DATE.matcher(text);
    while (dates.find()) {
      int last =
          YearMonth.of(Integer.parseInt(dates.group(1)), Integer.parseInt(dates.group(2)))
              .lengthOfMonth();
      if (Integer.parseInt(dates.group(3)) > last) {
        continue;
      }
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

  /// The decimal mark of a text.
  Notation notation(Text text) {
    return rules.notation(text.file());
  }

  /// A numeral that `source` answers for.
  Piece checked(Numeral numeral, Span place, String source, Optional<Recipe> recipe) {
    Account.Draft draft =
        account.entry(Kind.NUMERAL, Standing.CHECKED, place, numeral.text()).expression(source);
    recipe.ifPresent(draft::recipe);
    return new Piece(0, numeral.start(), numeral.end(), numeral.text(), Optional.of(draft.add()));
  }

  void unaccounted(Numeral numeral, Span place, Optional<String> whyNot) {
    unaccounted(numeral, place, whyNot, Where.MARKS);
  }

  void unaccounted(Numeral numeral, Span place, Optional<String> whyNot, Where where) {
    String text = numeral.text();
    if (numeral.value().isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.UNREADABLE,
                  place,
                  text + " cannot be read as one number, so it cannot be checked")
              .help(
                  (text.codePointAt(0) < 128
                          ? "the decimal mark is "
                              + (where == Where.STRING
                                      ? Notation.POINT
                                      : rules.notation(place.file()))
                                  .decimal()
                              + " here; "
                              + (where != Where.STRING && isOfCommas(text, place)
                                  ? "a book that writes commas says `decimal: \",\"` in"
                                      + " book.yaml; "
                                  : "")
                          : "write it with the digits 0 to 9; ")
                      + switch (where) {
                        case MARKS -> "what is no claim is marked [" + text + "]{plain}";
                        case NO_MARKS -> NO_MARKS;
                        case STRING -> IN_STRING;
                      }));
      return;
    }
    String message = "the number " + text + " has no standing: nothing computes or checks it";
    if (whyNot.isPresent()) {
      message += " (" + whyNot.get() + ")";
    }
    account.report(
        Finding.error(VerifyCode.UNACCOUNTED, place, message)
            .help(
                switch (where) {
                  case MARKS -> marked(numeral, rules.notation(place.file()));
                  case NO_MARKS -> NO_MARKS;
                  case STRING -> IN_STRING;
                }));
  }

  /// Whether a numeral that cannot be read is one where a comma is the decimal mark.
  private boolean isOfCommas(String text, Span place) {
    return rules.notation(place.file()) == Notation.POINT
        && Numeral.whole(text, Notation.COMMA).flatMap(Numeral::value).isPresent();
  }

  /// A number of several numerals, `1.5×10¹¹`.
  void unaccounted(String text, Span place, Where where) {
    account.report(
        Finding.error(
                VerifyCode.UNACCOUNTED,
                place,
                "the number " + text + " has no standing: nothing computes or checks it")
            .help(
                switch (where) {
                  case MARKS -> bindOrPlain(text);
                  case NO_MARKS -> NO_MARKS;
                  case STRING -> IN_STRING;
                }));
  }

  /// A numeral of code that states nothing.
  ///
  /// @param quoted the code as it stands in the text
  void unaccounted(Numeral numeral, Span place, String quoted) {
    if (numeral.value().isEmpty()) {
      unaccounted(numeral, place, Optional.empty());
      return;
    }
    List<State.Named> names = state.namesOf(numeral);
    String orNamed =
        names.isEmpty() || quoted.startsWith("$")
            ? ""
            : "; or fill it in: " + filled(numeral, names.getFirst(), rules.notation(place.file()));
    account.report(
        Finding.error(
                VerifyCode.UNACCOUNTED,
                place,
                "the number " + numeral.text() + " has no standing: this code states nothing")
            .help(
                "say that it is no claim: ["
                    + quoted
                    + "]{plain}; or let it state something"
                    + stated(quoted, place).orElse(", such as y = 2 * x + 1 = 7" + orNamed)));
  }

  /// The code with what it gives, where it computes a number.
  private Optional<String> stated(String quoted, Span place) {
    String code = quoted.replace("`", "").strip();
    return quoted.startsWith("`")
            && code.codePoints().anyMatch(c -> "+-*/%(".indexOf(c) >= 0)
            && state.evaluate(Text.at(code, place)) instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity number
        ? Optional.of(": `" + code + " = " + Shown.shortest(number) + "`")
        : Optional.empty();
  }

  /// What makes a text speak of a block below it.
  static String about(String block) {
    return "write `about: " + block + "` beside this text";
  }

  private static String bindOrPlain(String text) {
    return "bind it: [" + text + "]{= expression}" + orPlain(text);
  }

  private static String orPlain(String text) {
    return "; or say that it is no claim: [" + text + "]{plain}";
  }

  private String marked(Numeral numeral, Notation notation) {
    List<State.Named> names = state.namesOf(numeral);
    String text = numeral.text();
    Optional<String> below =
        names.isEmpty() && text.length() > 1
            ? state.below(it -> !it.namesOf(numeral).isEmpty())
            : Optional.empty();
    if (below.isPresent()) {
      return about(below.get()) + ", which has that number; or " + bindOrPlain(text);
    }
    if (names.isEmpty()) {
      return bindOrPlain(text);
    }
    boolean mayBeChance = text.length() == 1; // that many things are 2 by chance
    List<String> others = names.stream().skip(1).map(State.Named::expression).toList();
    return "fill it in: "
        + filled(numeral, names.getFirst(), notation)
        + "; or bind it: ["
        + text
        + "]{= "
        + names.getFirst().expression()
        + "}"
        + (others.isEmpty() ? "" : " (also that number: " + String.join(", ", others) + ")")
        + (mayBeChance ? orPlain(text) : "");
  }

  /// What fills in the number as the author wrote it: `{{p:.1%}}` for 65.9 %.
  private static String filled(Numeral numeral, State.Named named, Notation notation) {
    String text = numeral.text();
    String digits = text.replace(" ", "");
    boolean isPercent = digits.endsWith("%");
    String number = isPercent ? digits.substring(0, digits.length() - 1) : digits;
    boolean isGrouped = number.indexOf(notation.group()) >= 0;
    Optional<Integer> decimals =
        Numeral.whole(number, notation).flatMap(Numeral::decimals).map(it -> Math.max(0, it));
    boolean isPlain =
        Shown.inNotation(Shown.shortest(named.number()), notation)
            .equals(text.replaceFirst("^[−–]", "-"));
    String format =
        isPlain || decimals.isEmpty()
            ? ""
            : ":" + (isGrouped ? "," : "") + "." + decimals.get() + (isPercent ? "%" : "f");
    return "{{" + named.expression() + format + "}}";
  }
}
