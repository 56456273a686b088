package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.Bound;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Numerals that signs join to one number: `[1.5×10⁻³]{= lr}`, `[3/4]{= p}`, `[1 234 567]{= n}`.
record Joined(Settling settling) {
  /// Several numerals that are one number, `1.5×10⁻³` or `3/4`; empty where they are not joined.
  Optional<Bound> read(
      Text words,
      Notation notation,
      Text expression,
      List<Numeral> numerals,
      Fact.Quantity given,
      State.Backing backing) {
    Flat flat = Flat.of(List.of(new Accounting.Run(words)));
    Optional<Sums> sums = Sums.joined(flat, numerals);
    if (sums.isEmpty()
        || !(Parser.chains(sums.get().statement()) instanceof Reading.Chains chains)
        || chains.chains().size() != 1) {
      return Optional.empty();
    }
    Text code = sums.get().statement();
    Expr side = chains.chains().getFirst().sides().getFirst();
    boolean about = Marks.isAbout(words, numerals.getFirst());
    Optional<Numeral> literal = new Written(code, settling.state()).literal(side);
    Optional<Fact> said =
        settling.state().evaluate(code, side, code) instanceof State.Reply.Given reply
            ? Optional.of(reply.fact())
            : Optional.empty();
    boolean holds =
        literal.isPresent()
            ? Judge.agrees(literal.get(), given, about)
            : said.filter(it -> it instanceof Fact.Quantity q && Judge.same(q, given)).isPresent();
    if (!holds) {
      Finding finding =
          Finding.error(
                  VerifyCode.FALSE_NUMBER,
                  code.span(),
                  "the text says "
                      + sums.get().text()
                      + said.filter(it -> literal.isEmpty())
                          .map(it -> ", which is " + it.shown())
                          .orElse("")
                      + ", the program gives "
                      + given.repr())
              .label(expression.value());
      Numeral digits = numerals.getFirst();
      settling
          .account()
          .report(
              literal
                  .filter(it -> !isSpaced(words, numerals))
                  .flatMap(it -> Rewriting.mantissa(digits, it, notation, given, about))
                  .map(
                      right ->
                          finding
                              .help(Faults.mantissa(digits, right))
                              .fix(
                                  Rewriting.edit(
                                      digits, words.span(digits.start(), digits.end()), right)))
                  .orElseGet(
                      () ->
                          finding.help(
                              "write the number that the program gives: {{"
                                  + expression.value()
                                  + "}}")));
      return Optional.of(new Bound(Optional.empty(), List.of()));
    }
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : numerals) {
      String id =
          settling
              .account()
              .entry(
                  Kind.NUMERAL,
                  Standing.CHECKED,
                  words.span(numeral.start(), numeral.end()),
                  numeral.text())
              .expression(expression.value())
              .value(given.repr()) // of all of them together, so none has a tolerance of its own
              .backing(backing)
              .add();
      pieces.add(new Piece(0, numeral.start(), numeral.end(), numeral.text(), Optional.of(id)));
    }
    return Optional.of(new Bound(Optional.empty(), pieces));
  }

  /// `1 102,50`: what stands first is no number before a power of ten.
  private static boolean isSpaced(Text words, List<Numeral> numerals) {
    return numerals.size() > 1
        && words.value().substring(numerals.get(0).end(), numerals.get(1).start()).isBlank();
  }
}
