package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Given;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.number.RandomSource;
import dev.perilla.engine.verify.VerifyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The variants of an exercise: choices of its inputs, each another, drawn with the author's seed.
/// An exercise without ranges and sets has one.
///
/// @param all at least one
/// @param unseen others that the same ranges and sets can give: all of them, or where they are many
///   the ends, what stands around zero, and equal inputs. No page has them, and they are proven.
record Cases(List<Case> all, List<Case> unseen, List<Finding> findings) {
  /// Each variant is proven and stands in the page.
  static final int MOST = 50;

  /// So many cases are proven one by one.
  private static final int FEW = 100;

  Cases {
    all = List.copyOf(all);
    unseen = List.copyOf(unseen);
    findings = List.copyOf(findings);
  }

  static Cases of(Block.Exercise exercise) {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<Text>> choices = new LinkedHashMap<>();
    for (Given input : exercise.given()) {
      switch (input) {
        case Given.Fixed _, Given.Knob _ -> {}
        case Given.OneOf set -> choices.put(set.name().value(), set.values());
        case Given.Range range -> choices.put(range.name().value(), values(range, findings));
      }
    }
    int count = exercise.variants().map(v -> count(v, findings)).orElse(1);
    double possible = 1;
    for (List<Text> values : choices.values()) {
      possible *= values.stream().distinct().count();
    }
    if (count > possible && findings.isEmpty()) {
      findings.add(
          Finding.error(
                  VerifyCode.VARIANTS,
                  exercise.variants().orElseThrow().count().span(),
                  choices.isEmpty()
                      ? "the inputs have one number each, which makes 1 variant, not " + count
                      : "the inputs can be chosen in "
                          + (long) possible
                          + " ways, which makes no "
                          + count
                          + " variants")
              .help("give an input a range, such as {from: 1, to: 9}, or ask for fewer"));
    }
    if (!findings.isEmpty() || possible < 1) {
      Map<String, Text> some = new LinkedHashMap<>();
      choices.forEach((name, of) -> of.stream().findFirst().ifPresent(it -> some.put(name, it)));
      return new Cases(List.of(new Case(some)), List.of(), findings);
    }
    long seed =
        exercise.variants().flatMap(Block.Exercise.Variants::seed).map(Cases::seed).orElse(0L);
    List<Case> drawn = drawn(choices, count, seed);
    Set<Case> others = new LinkedHashSet<>(possible <= FEW ? every(choices) : edges(choices));
    others.removeAll(drawn);
    return new Cases(drawn, List.copyOf(others), findings);
  }

  private static long seed(Text text) {
    return Inputs.number(text).toBigInteger().longValue();
  }

  private static int count(Block.Exercise.Variants variants, List<Finding> findings) {
    BigDecimal count = Inputs.number(variants.count());
    if (count.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
      return Math.max(1, count.intValue());
    }
    findings.add(
        Finding.error(
                VerifyCode.VARIANTS,
                variants.count().span(),
                variants.count() + " variants are more than " + MOST)
            .help("each stands in the page; ask for " + MOST + " or fewer"));
    return 1;
  }

  private static List<Text> values(Given.Range range, List<Finding> findings) {
    BigDecimal from = Inputs.number(range.from());
    BigDecimal to = Inputs.number(range.to());
    BigDecimal step = range.step().map(Inputs::number).orElse(BigDecimal.ONE);
    if (step.signum() <= 0 || to.compareTo(from) < 0) {
      findings.add(
          Finding.error(
                  VerifyCode.VARIANTS,
                  range.name().span(),
                  "the range of " + range.name() + " has no number in it")
              .help(
                  step.signum() <= 0
                      ? "write a step above 0"
                      : "write the lesser number first: {from: %s, to: %s}"
                          .formatted(range.to(), range.from())));
      return List.of(range.from());
    }
    BigDecimal steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR);
    List<Text> values = new ArrayList<>();
    for (int i = 0; i <= Math.min(steps.doubleValue(), 10_000); i++) {
      BigDecimal value = from.add(step.multiply(BigDecimal.valueOf(i)));
      values.add(Text.at(value.toPlainString(), range.from().span()));
    }
    return values;
  }

  /// Distinct choices, each input drawn in its turn.
  private static List<Case> drawn(Map<String, List<Text>> choices, int count, long seed) {
    RandomSource random = new RandomSource();
    random.seed(seed);
    Set<Case> cases = new LinkedHashSet<>();
    while (cases.size() < count) {
      Map<String, Text> values = new LinkedHashMap<>();
      choices.forEach((name, of) -> values.put(name, of.get((int) random.choice(of.size()))));
      cases.add(new Case(values));
    }
    return List.copyOf(cases);
  }

  // ---- what else could be drawn

  private static List<Case> every(Map<String, List<Text>> choices) {
    List<Case> cases = List.of(Case.NONE);
    for (Map.Entry<String, List<Text>> input : choices.entrySet()) {
      List<Case> longer = new ArrayList<>();
      for (Case begun : cases) {
        input.getValue().forEach(value -> longer.add(begun.with(input.getKey(), value)));
      }
      cases = longer;
    }
    return cases;
  }

  /// Each input at its telling numbers, beside the first, the middle and the last of the others;
  /// and two inputs of one number.
  private static List<Case> edges(Map<String, List<Text>> choices) {
    List<Case> cases = new ArrayList<>();
    for (double place : new double[] {0, 0.5, 1}) {
      Map<String, Text> rest = new LinkedHashMap<>();
      choices.forEach((name, of) -> rest.put(name, of.get((int) (place * (of.size() - 1)))));
      Case begun = new Case(rest);
      choices.forEach((name, of) -> telling(of).forEach(it -> cases.add(begun.with(name, it))));
    }
    Case begun = cases.getFirst();
    List<String> names = List.copyOf(choices.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        String one = names.get(i);
        String other = names.get(j);
        telling(common(choices, one, other))
            .forEach(it -> cases.add(begun.with(one, it).with(other, it)));
      }
    }
    return cases.subList(0, Math.min(cases.size(), FEW));
  }

  private static List<Text> common(Map<String, List<Text>> choices, String one, String other) {
    Set<Text> numbers = new LinkedHashSet<>(choices.getOrDefault(one, List.of()));
    numbers.retainAll(choices.getOrDefault(other, List.of()));
    return List.copyOf(numbers);
  }

  /// The ends, zero, and the numbers of size one.
  private static List<Text> telling(List<Text> values) {
    Set<Text> telling = new LinkedHashSet<>();
    for (Text value : values) {
      BigDecimal size = Inputs.number(value).abs();
      if (size.signum() == 0 || size.compareTo(BigDecimal.ONE) == 0) {
        telling.add(value);
      }
    }
    if (!values.isEmpty()) {
      telling.add(values.getFirst());
      telling.add(values.getLast());
    }
    return List.copyOf(telling);
  }
}
