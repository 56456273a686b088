package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Accounting.Run;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Settling.Range;
import dev.perilla.engine.verify.Settling.Where;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The numerals of plain words: arithmetic that holds by itself, dates and the patterns of the
/// book; all others have no standing.
final class PlainWords {
  private static final Pattern RELATION =
      Pattern.compile("[ \u00A0]?(?:[<>=!]=|[=≈≠<>≤≥])[ \u00A0]?");

  /// What makes a number a part of something longer.
  private static final Pattern JOINED_BEFORE = Pattern.compile("[-+−–×·÷*/^√\uFFFC][ \u00A0]?$");

  private static final Pattern JOINED_BEHIND = Pattern.compile("[ \u00A0]?[-+−–×·÷*/^%\uFFFC]");

  private final Settling settling;
  private final Statements statements;

  PlainWords(Settling settling, Statements statements) {
    this.settling = settling;
    this.statements = statements;
  }

  /// The numerals of plain text. The runs are read as one text, as a reader sees it.
  List<Piece> read(List<Run> runs) {
    return read(runs, Where.MARKS, notation(runs), List.of());
  }

  /// Those of words where no mark is read.
  List<Piece> unmarked(Text content) {
    List<Run> runs = List.of(new Run(content));
    return read(runs, Where.NO_MARKS, notation(runs), List.of());
  }

  /// Those of words in a string of a listing, which has the decimal mark of the code.
  ///
  /// @param known where they have a standing of their own
  List<Piece> typed(Text content, List<Range> known) {
    return read(List.of(new Run(content)), Where.STRING, Notation.POINT, known);
  }

  private List<Piece> read(List<Run> runs, Where where, Notation notation, List<Range> known) {
    Flat flat = Flat.of(runs);
    if (!Numeral.anyDigit(flat.text())) {
      return List.of();
    }
    List<Numeral> numerals = Numeral.scan(flat.text(), notation);
    Set<Integer> settled = new HashSet<>();
    List<Piece> pieces = new ArrayList<>();
    for (Sums sums : Sums.of(flat, numerals)) {
      Statements.Verdict verdict =
          statements.check(
              settling.state().reached()
                  ? sums.withNames(flat, it -> isNumber(Text.at(it, sums.statement().span())))
                  : sums.statement());
      if (verdict.covered().isEmpty()) {
        continue;
      }
      Optional<String> entry = verdict.covered().get(0).entry();
      for (int i : sums.numerals()) {
        settled.add(i);
        if (entry.isPresent() && !flat.isGap(numerals.get(i))) {
          piece(flat, numerals.get(i), Standing.CHECKED, Optional.of(sums.text()), Optional.empty())
              .ifPresent(pieces::add);
        }
      }
    }
    relations(flat, numerals);
    List<Range> exempt = new ArrayList<>(settling.exempt(flat.text()));
    exempt.addAll(known);
    for (int i = 0; i < numerals.size(); i++) {
      if (settled.contains(i) || flat.isGap(numerals.get(i))) {
        continue;
      }
      Numeral numeral = numerals.get(i);
      Optional<Range> free =
          exempt.stream()
              .filter(r -> r.start() <= numeral.start() && numeral.end() <= r.end())
              .findFirst();
      if (free.isPresent()) {
        Range range = free.get();
        piece(flat, numeral, range.standing(), Optional.empty(), Optional.of(range.why()))
            .ifPresent(pieces::add);
      } else if (flat.split(numeral)) {
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.SPLIT,
                        flat.span(numeral.start(), numeral.end()),
                        "the number "
                            + numeral.text()
                            + " is split by markup, so it cannot be checked")
                    .help(
                        numeral.text().endsWith("%")
                            ? "write the percent with the number: {{p:.0%}}, or [25%]{= p}"
                            : "put the whole number inside or outside of the markup"));
      } else {
        int last = scaled(flat.text(), numerals, i);
        if (last > i) {
          settling.unaccounted(
              flat.text().substring(numeral.start(), numerals.get(last).end()),
              flat.span(numeral.start(), numerals.get(last).end()),
              where);
          i = last;
        } else {
          settling.unaccounted(
              numeral, flat.span(numeral.start(), numeral.end()), Optional.empty(), where);
        }
      }
    }
    pieces.sort(
        (one, other) ->
            one.run() != other.run()
                ? Integer.compare(one.run(), other.run())
                : Integer.compare(one.start(), other.start()));
    return pieces;
  }

  /// `{{a}} < {{b}}`: numbers that are accounted for, each by itself, and compared by the text.
  private void relations(Flat flat, List<Numeral> numerals) {
    for (int i = 0; i + 1 < numerals.size(); i++) {
      Numeral left = numerals.get(i);
      Numeral right = numerals.get(i + 1);
      if (RELATION.matcher(flat.text()).region(left.end(), right.start()).matches()
          && flat.isGap(left)
          && flat.isGap(right)
          && left.value().isPresent()
          && right.value().isPresent()
          && isAlone(flat.text(), left.start(), right.end())
          && !holds(
              left,
              flat.text().substring(left.end(), right.start()).replace("\u00A0", " ").strip(),
              right)) {
        String said = flat.text().substring(left.start(), right.end());
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.FALSE_STATEMENT,
                        flat.span(left.start(), right.end()),
                        "the text says " + said + ", which does not hold")
                    .help("correct the sign, or what the numbers are bound to"));
      }
    }
  }

  /// Whether no sign joins what stands there to something longer.
  private static boolean isAlone(String text, int start, int end) {
    return !JOINED_BEFORE.matcher(text.substring(Math.max(0, start - 2), start)).find()
        && !JOINED_BEHIND.matcher(text).region(end, text.length()).lookingAt();
  }

  private static boolean holds(Numeral left, String relation, Numeral right) {
    BigDecimal one = left.value().orElseThrow();
    BigDecimal other = right.value().orElseThrow();
    BigDecimal half = left.unit().max(right.unit()).divide(BigDecimal.TWO);
    int order = one.compareTo(other);
    return switch (relation) {
      case "≠", "!=" -> order != 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "≤", "<=" -> order <= 0;
      case "≥", ">=" -> order >= 0;
      default -> one.subtract(other).abs().compareTo(half) <= 0;
    };
  }

  /// Whether the program has a number of that name, or a derivative of that form. `e` is one of its
  /// names or a word.
  private boolean isNumber(Text name) {
    String root = name.value().split("\\.", 2)[0];
    return (root.indexOf('/') >= 0 || settling.state().knows(root))
        && settling.state().evaluate(name) instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity;
  }

  /// The last numeral of `1.5×10¹¹`, `10⁸` or `36 524`, which are one number for a reader.
  private static int scaled(String text, List<Numeral> numerals, int first) {
    int last = first;
    String digits = numerals.get(first).text();
    while (last + 1 < numerals.size()
        && digits.length() <= 3 + 3 * (last - first)
        && text.substring(numerals.get(last).end(), numerals.get(last + 1).start()).equals(" ")
        && Sums.goesOn(digits, numerals.get(last + 1))) {
      digits += numerals.get(++last).text();
    }
    if (last > first) {
      return last;
    }
    int ten = first;
    if (first + 1 < numerals.size()
        && text.substring(numerals.get(first).end(), numerals.get(first + 1).start())
            .matches("\\s?[×·]\\s?")) {
      ten = first + 1;
    }
    boolean isRaised =
        ten + 1 < numerals.size()
            && numerals.get(ten).text().equals("10")
            && numerals.get(ten).end() == numerals.get(ten + 1).start()
            && numerals.get(ten + 1).value().isEmpty();
    return isRaised ? ten + 1 : first;
  }

  private Notation notation(List<Run> runs) {
    return runs.stream()
        .filter(run -> !run.isGap())
        .findFirst()
        .map(run -> settling.notation(run.text()))
        .orElse(settling.rules().notation());
  }

  private Optional<Piece> piece(
      Flat flat,
      Numeral numeral,
      Standing standing,
      Optional<String> expression,
      Optional<String> origin) {
    if (flat.split(numeral)) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.SPLIT,
                      flat.span(numeral.start(), numeral.end()),
                      "the number " + numeral.text() + " is split by markup")
                  .help("put the whole number inside or outside of the markup"));
      return Optional.empty();
    }
    Account.Draft draft =
        settling
            .account()
            .entry(
                Kind.NUMERAL, standing, flat.span(numeral.start(), numeral.end()), numeral.text());
    expression.ifPresent(draft::expression);
    origin.ifPresent(draft::origin);
    int run = flat.run(numeral.start());
    int base = flat.base(run);
    return Optional.of(
        new Piece(
            run,
            numeral.start() - base,
            numeral.end() - base,
            numeral.text(),
            Optional.of(draft.add())));
  }
}
