package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Settling.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Words in the strings of a program: `print("the loss is 0.25")` prints what its author typed, and
/// not what the program computed. A number of them stands if the program has it: in the code around
/// it, as `range(10)` for "after 10 steps", or under a name.
record Typed(State state, PlainWords words) {
  /// Short numbers are found among many: they have to have a name of their own.
  private static final int LONG = 3;

  List<Piece> read(
      Text content, List<BigDecimal> literals, Optional<String> free, IntPredicate counts) {
    List<Numeral> numerals = Numeral.scan(content.value(), Notation.POINT);
    List<Range> known = new ArrayList<>();
    for (Numeral numeral : numerals) {
      standing(numeral, content.value(), literals, free, counts).ifPresent(known::add);
    }
    return numerals.isEmpty() ? List.of() : words.typed(content, known);
  }

  private Optional<Range> standing(
      Numeral numeral,
      String text,
      List<BigDecimal> literals,
      Optional<String> free,
      IntPredicate counts) {
    if (free.isPresent()) {
      return Optional.of(new Range(numeral.start(), numeral.end(), free.get()));
    }
    if (joins(text, numeral)) {
      return Optional.empty();
    }
    if (counts.test(numeral.start())) {
      return Optional.of(new Range(numeral.start(), numeral.end(), "it counts"));
    }
    boolean isLiteral = literals.stream().anyMatch(it -> Judge.agrees(numeral, exactly(it), false));
    boolean isNamed =
        state.numbers().stream()
            .filter(it -> numeral.digits() >= LONG || it.expression().matches("[\\p{L}\\d_]+"))
            .anyMatch(it -> Judge.agrees(numeral, it.number(), false));
    return isLiteral || isNamed
        ? Optional.of(
            new Range(numeral.start(), numeral.end(), Standing.GIVEN, "a number of the program"))
        : Optional.empty();
  }

  private static Fact.Quantity exactly(BigDecimal number) {
    return new Fact.Quantity(number, number.scale() <= 0, number.toPlainString());
  }

  /// Whether what is put in beside it makes it another number: `f"{x}5"`.
  private static boolean joins(String text, Numeral numeral) {
    return isGap(text, numeral.start() - 1) || isGap(text, numeral.end());
  }

  private static boolean isGap(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) == '\uFFFC';
  }
}
