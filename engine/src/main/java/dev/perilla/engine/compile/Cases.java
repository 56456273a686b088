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
/// @param all at least one; what cannot be chosen is missing in it
record Cases(List<Case> all, List<Finding> findings) {
  /// Each variant is proven and stands in the page.
  static final int MOST = 50;

  Cases {
    all = List.copyOf(all);
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
      return new Cases(List.of(Case.NONE), findings);
    }
    long seed =
        exercise.variants().flatMap(Block.Exercise.Variants::seed).map(Cases::seed).orElse(0L);
    return new Cases(drawn(choices, count, seed), findings);
  }

  private static long seed(Text text) {
    return new BigDecimal(text.value().replace("_", "")).toBigInteger().longValue();
  }

  private static int count(Block.Exercise.Variants variants, List<Finding> findings) {
    BigDecimal count = new BigDecimal(variants.count().value().replace("_", ""));
    if (count.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
      return count.intValue();
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
    BigDecimal from = number(range.from());
    BigDecimal to = number(range.to());
    BigDecimal step = range.step().map(Cases::number).orElse(BigDecimal.ONE);
    if (step.signum() <= 0 || to.compareTo(from) < 0) {
      findings.add(
          Finding.error(
                  VerifyCode.VARIANTS,
                  range.name().span(),
                  "the range of " + range.name() + " has no number in it")
              .help("write from, to and step so that from + step comes nearer to `to`"));
      return List.of();
    }
    BigDecimal steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR);
    List<Text> values = new ArrayList<>();
    for (int i = 0; i <= Math.min(steps.doubleValue(), 10_000); i++) {
      BigDecimal value = from.add(step.multiply(BigDecimal.valueOf(i)));
      values.add(Text.at(value.toPlainString(), range.from().span()));
    }
    return values;
  }

  private static BigDecimal number(Text text) {
    return new BigDecimal(text.value().replace("_", ""));
  }

  /// Distinct choices, each input drawn in its turn.
  private static List<Case> drawn(Map<String, List<Text>> choices, int count, long seed) {
    RandomSource random = new RandomSource();
    random.seed(seed);
    Set<Case> cases = new LinkedHashSet<>();
    while (cases.size() < count) {
      Map<String, Text> values = new LinkedHashMap<>();
      choices.forEach((name, of) -> values.put(name, of.get(random.choice(of.size()))));
      cases.add(new Case(values));
    }
    return List.copyOf(cases);
  }
}
