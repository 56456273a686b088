package dev.perilla.engine.compile;

import dev.perilla.chapter.Given;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Wrong;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.FormulaKey;
import dev.perilla.engine.judge.FormulaKey.Range;
import dev.perilla.engine.verify.VerifyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proves questions for a formula: it has values where it is looked at, and no mistake is the same
/// function.
record FormulaProof(Scene scene, List<Given> given) {
  /// Where an input is taken from that has one number.
  private static final String FROM = "-4";

  private static final String TO = "4";

  Optional<Questions.Proven> prove(Question question, Question.Answer.Expression formula) {
    Map<String, Range> names = new LinkedHashMap<>();
    given.forEach(input -> names.put(input.name().value(), range(input)));
    for (Question.Domain domain : formula.domain()) {
      Range range = range(domain.name(), domain.from(), domain.to());
      names.put(range.name(), range);
      if (new BigDecimal(range.from()).compareTo(new BigDecimal(range.to())) >= 0) {
        scene.report(
            VerifyCode.UNPROVEN,
            domain.name(),
            "the domain of " + range.name() + " is no more than one number",
            "write `from` less than `to`");
        return Optional.empty();
      }
    }
    FormulaKey bare =
        new FormulaKey(List.copyOf(names.values()), formula.answer().value(), List.of());
    if (!isFormula(bare, formula.answer())) {
      return Optional.empty();
    }
    List<String> wrong = new ArrayList<>();
    List<Asked.Mistake> mistakes = new ArrayList<>();
    for (Question.Mistake mistake : question.mistakes()) {
      if (!(mistake.wrong() instanceof Wrong.Value(Text answer))) {
        throw new IllegalStateException("no mistake of a question for a formula");
      }
      var say = scene.blocks(mistake.say());
      if (!isFormula(bare, answer)) {
        continue;
      }
      if (bare.same(bare.answer(), answer.value())) {
        scene.report(
            VerifyCode.MISTAKE_IS_RIGHT,
            answer,
            "the mistake " + answer.value() + " is the answer, as a function of its names",
            "drop the mistake");
      } else if (wrong.stream().anyMatch(other -> bare.same(other, answer.value()))) {
        scene.report(
            VerifyCode.SAME_MISTAKE,
            answer,
            "the mistake " + answer.value() + " is one above, as a function of its names",
            "drop one of the two");
      } else {
        wrong.add(answer.value());
        mistakes.add(new Asked.Mistake(scene.code(answer), say));
      }
    }
    return Optional.of(
        new Questions.Proven(
            new Asked.Task.Formula(List.copyOf(names.keySet())),
            Optional.of(new FormulaKey(bare.names(), bare.answer(), wrong)),
            new Asked.Right.Formula(scene.code(formula.answer())),
            mistakes,
            Optional::of,
            formula.answer().value(),
            "the same function of its names"));
  }

  private boolean isFormula(FormulaKey key, Text formula) {
    Optional<Integer> defined = key.defined(formula.value());
    if (defined.isEmpty()) {
      scene.report(
          VerifyCode.UNPROVEN,
          formula,
          formula.value() + " is no formula of " + String.join(", ", names(key)),
          "use numbers, arithmetic, functions such as tanh, and these names; other names need a"
              + " `domain`");
      return false;
    }
    if (defined.get() < FormulaKey.points() / 4) {
      scene.report(
          VerifyCode.UNPROVEN,
          formula,
          formula.value()
              + " has a value at "
              + defined.get()
              + " of "
              + FormulaKey.points()
              + " points tried",
          "state a `domain` in which it has one");
      return false;
    }
    return true;
  }

  private static List<String> names(FormulaKey key) {
    return key.names().isEmpty()
        ? List.of("no names")
        : key.names().stream().map(Range::name).toList();
  }

  private static Range range(Text name, Text from, Text to) {
    return new Range(name.value(), plain(from), plain(to));
  }

  /// Where an input is taken from; of one number alone any two formulas would be the same.
  private static Range wide(Text name, Text from, Text to) {
    return Inputs.number(from).compareTo(Inputs.number(to)) < 0
        ? range(name, from, to)
        : wide(name.value());
  }

  /// Where a name is taken from of which nothing is said.
  static Range wide(String name) {
    return new Range(name, FROM, TO);
  }

  private static Range range(Given input) {
    Text name = input.name();
    return switch (input) {
      case Given.Fixed _ -> wide(name.value());
      case Given.Knob knob ->
          knob.min().isPresent() && knob.max().isPresent()
              ? wide(name, knob.min().get(), knob.max().get())
              : wide(name.value());
      case Given.Range range -> wide(name, range.from(), range.to());
      case Given.OneOf set -> wide(name, least(set.values()), greatest(set.values()));
    };
  }

  private static Text least(List<Text> values) {
    return values.stream().min(Comparator.comparing(Inputs::number)).orElseThrow();
  }

  private static Text greatest(List<Text> values) {
    return values.stream().max(Comparator.comparing(Inputs::number)).orElseThrow();
  }

  private static String plain(Text text) {
    return Inputs.number(text).toPlainString();
  }
}
