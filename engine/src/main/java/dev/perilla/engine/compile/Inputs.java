package dev.perilla.engine.compile;

import dev.perilla.chapter.Given;
import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The inputs of a block on their way to the page.
final class Inputs {
  private Inputs() {}

  /// Inputs that nobody turns.
  ///
  /// @param chosen the numbers of those that have a range or a set
  static List<Input> of(List<Given> given, Case chosen, Notation notation, Account account) {
    return of(given, chosen, false, notation, account);
  }

  /// @param knobs whether the reader may turn all of them
  static List<Input> of(
      List<Given> given, Case chosen, boolean knobs, Notation notation, Account account) {
    List<Input> inputs = new ArrayList<>();
    for (Given input : given) {
      String name = input.name().value();
      switch (input) {
        case Given.Fixed fixed ->
            inputs.add(
                new Input(
                    name,
                    number(fixed.value(), notation, account),
                    knobs
                        ? Optional.of(
                            range(
                                fixed.value(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        : Optional.empty()));
        case Given.Knob knob ->
            inputs.add(
                new Input(
                    name,
                    number(knob.value(), notation, account),
                    Optional.of(range(knob.value(), knob.min(), knob.max(), knob.step()))));
        case Given.Range _, Given.OneOf _ ->
            chosen
                .value(name)
                .ifPresent(
                    value ->
                        inputs.add(
                            new Input(name, number(value, notation, account), Optional.empty())));
      }
    }
    return inputs;
  }

  /// Where a knob goes: what the author says, and for the rest some way to both sides of its number
  /// in a hundred round steps.
  private static Input.Range range(
      Text value, Optional<Text> min, Optional<Text> max, Optional<Text> step) {
    BigDecimal number = number(value);
    BigDecimal way = round(number.abs().max(BigDecimal.ONE));
    BigDecimal least = min.map(Inputs::number).orElse(number.subtract(way));
    BigDecimal to = max.map(Inputs::number).orElse(number.add(way));
    BigDecimal by =
        step.map(Inputs::number)
            .filter(it -> it.signum() > 0)
            .orElseGet(() -> reaching(number.subtract(least), to.subtract(least)));
    BigDecimal from =
        min.isPresent() ? least : number.subtract(way.divideToIntegralValue(by).multiply(by));
    return new Input.Range(Optional.of(text(from)), Optional.of(text(to)), Optional.of(text(by)));
  }

  private static final BigDecimal TINY = new BigDecimal("1e-9");

  /// A hundredth of a way in round numbers, or a smaller step that leads to a place on it.
  private static BigDecimal reaching(BigDecimal place, BigDecimal way) {
    BigDecimal by = round(way.abs().max(TINY)).movePointLeft(2);
    for (int i = 0; i < FINEST && place.remainder(by).signum() != 0; i++) {
      by = by.movePointLeft(1);
    }
    return by;
  }

  private static final int FINEST = 3;

  /// The next of 1, 2, 5 times a power of ten.
  private static BigDecimal round(BigDecimal size) {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(size.precision() - size.scale() - 1);
    for (int times : new int[] {1, 2, 5}) {
      BigDecimal candidate = unit.multiply(BigDecimal.valueOf(times));
      if (candidate.compareTo(size) >= 0) {
        return candidate;
      }
    }
    return unit.movePointRight(1);
  }

  /// A number as authors write it; zero where it is none, which the form has reported.
  static BigDecimal number(Text literal) {
    try {
      return new BigDecimal(literal.value().replace("_", "").strip());
    } catch (NumberFormatException other) {
      return BigDecimal.ZERO;
    }
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Inline.Num number(Text literal, Notation notation, Account account) {
    String text = Shown.inNotation(literal.value(), notation);
    String id =
        account
            .entry(Ledger.Kind.NUMERAL, Standing.GIVEN, literal.span(), text)
            .value(literal.value())
            .origin("an input")
            .add();
    return new Inline.Num(text, id);
  }
}
