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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The inputs of a block on their way to the page.
final class Inputs {
  private Inputs() {}

  /// @param chosen the numbers of those that have a range or a set
  static List<Input> of(List<Given> given, Case chosen, Notation notation, Account account) {
    List<Input> inputs = new ArrayList<>();
    for (Given input : given) {
      String name = input.name().value();
      switch (input) {
        case Given.Fixed fixed ->
            inputs.add(new Input(name, number(fixed.value(), notation, account), Optional.empty()));
        case Given.Knob knob ->
            inputs.add(
                new Input(
                    name,
                    number(knob.value(), notation, account),
                    Optional.of(
                        new Input.Range(
                            knob.min().map(Text::value),
                            knob.max().map(Text::value),
                            knob.step().map(Text::value)))));
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
