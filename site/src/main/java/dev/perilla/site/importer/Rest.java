package dev.perilla.site.importer;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.Equation.Form;
import dev.perilla.site.importer.Scan.Kind;
import dev.perilla.site.importer.Scan.Token;
import java.math.BigDecimal;
import java.util.Optional;

/// The part of an equation that holds by itself, without the names before it: who computes by hand
/// goes on with rounded numbers, and says of a name what it becomes.
record Rest(Tried tried, Scan scan) {
  private static final BigDecimal NEXT = BigDecimal.valueOf(3); // units of the last place

  /// The last sides of an equation: those after what is only named.
  Optional<Equation> of(Equation equation) {
    int drop = 0;
    while (drop < equation.sides().size() - 2 && isOnlyNamed(equation, drop)) {
      drop++;
    }
    return drop == 0
        ? Optional.empty()
        : Optional.of(
            new Equation(
                equation.sides().subList(drop, equation.sides().size()),
                equation.relations().subList(drop, equation.relations().size())));
  }

  private boolean isOnlyNamed(Equation equation, int index) {
    Equation.Side side = equation.sides().get(index);
    boolean becomes =
        index == 0
            && side.form() == Form.NAME
            && (equation.sides().get(1).names().contains(side.code())
                || equation.relations().get(0).equals("←")
                || goesOn(side, equation.sides().get(1)));
    boolean unknown =
        !side.names().isEmpty() && side.names().stream().anyMatch(it -> !tried.isNumber(it));
    return becomes || unknown || isRounded(equation, side);
  }

  /// `w = 0.8 - 0.1 * 2.1`, where `w` is 0.8 now: what it becomes.
  private boolean goesOn(Equation.Side name, Equation.Side update) {
    Token first = update.tokens().get(0);
    return update.form() == Form.ARITHMETIC
        && first.is(Kind.NUMBER)
        && update.tokens().size() > 2
        && update.tokens().get(1).code().matches("[+-]")
        && tried
            .numeral(scan.text().substring(first.start(), first.end()))
            .flatMap(Numeral::value)
            .flatMap(
                said -> tried.quantity(name.code()).filter(it -> it.exact().compareTo(said) == 0))
            .isPresent();
  }

  /// Whether a side with names is next to what the equation comes to, and not the same to its
  /// digits: who computes by hand goes on with numbers that are rounded.
  private boolean isRounded(Equation equation, Equation.Side side) {
    Equation.Side last = equation.sides().getLast();
    if (side.names().isEmpty() || last.form() != Form.NUMBER) {
      return false;
    }
    Optional<Numeral> said =
        tried
            .numeral(scan.text().substring(last.start(), last.end()))
            .filter(it -> it.value().isPresent());
    return said.isPresent()
        && tried
            .quantity(side.code())
            .filter(it -> !Tried.agrees(said.get(), it))
            .filter(it -> isNext(it.exact(), said.get()))
            .isPresent();
  }

  private static boolean isNext(BigDecimal value, Numeral said) {
    BigDecimal apart = value.subtract(said.value().orElseThrow()).abs();
    return !said.exact() && apart.compareTo(said.unit().multiply(NEXT)) <= 0;
  }
}
