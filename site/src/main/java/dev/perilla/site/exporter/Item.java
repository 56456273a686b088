package dev.perilla.site.exporter;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.judge.ChoiceKey;
import dev.perilla.engine.judge.NumberKey;
import dev.perilla.engine.judge.OrderKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A question with what stands around it, as a quiz wants it: by itself.
///
/// @param name unique in the book: chapter, block, question and, but for the first, variant
record Item(String name, Variant variant, Asked asked, Asked.Told told) {
  /// Of five steps there are 120 orders.
  private static final int MOST_STEPS = 5;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /// The questions of a chapter, each variant's after the other's.
  static List<Item> of(CompiledChapter chapter) {
    List<Item> items = new ArrayList<>();
    for (Part part : chapter.blocks()) {
      if (part instanceof Part.Exercise exercise) {
        String block = chapter.id() + "-" + exercise.head().id();
        add(items, block, "", exercise.first());
        for (int i = 0; i < exercise.others().size(); i++) {
          add(items, block, "-v" + (i + 2), exercise.others().get(i));
        }
      }
    }
    return items;
  }

  private static void add(List<Item> items, String block, String end, Variant variant) {
    for (Asked asked : variant.questions()) {
      asked
          .told()
          .ifPresent(
              told -> items.add(new Item(block + "-" + asked.id() + end, variant, asked, told)));
    }
  }

  /// What a form of quizzes says nowhere of these questions, as its report names it.
  ///
  /// @param helps whether it has a place for hints and solutions
  static List<String> unsaid(List<Item> items, boolean helps) {
    List<String> left = new ArrayList<>();
    if (!helps && items.stream().anyMatch(it -> !it.asked.hints().isEmpty())) {
      left.add("hints");
    }
    if (!helps && items.stream().anyMatch(it -> !it.told.solution().isEmpty())) {
      left.add("solutions");
    }
    if (!helps && items.stream().anyMatch(it -> it.told.right() instanceof Asked.Right.Text)) {
      left.add("model answers");
    }
    if (items.stream().anyMatch(it -> isOrder(it) && !it.told.mistakes().isEmpty())) {
      left.add("what is said of wrong orders");
    }
    if (items.stream().anyMatch(it -> !it.told.attempts().isEmpty())) {
      left.add("what learners said");
    }
    return left;
  }

  private static boolean isOrder(Item item) {
    return item.asked.task() instanceof Asked.Task.Order;
  }

  /// What the judge knows of a question for a number.
  NumberKey number() {
    return (NumberKey) AnswerKey.read(asked.key().orElseThrow());
  }

  /// A number that is proven wrong, for programs that take the first of those near what is typed:
  /// it has to stand before the answer.
  ///
  /// @param tolerance less than the way to the answer, and to its roundings
  /// @param mistake its index; none for what a learner said
  record Wrong(BigDecimal number, BigDecimal tolerance, OptionalInt mistake) {}

  /// The foreseen mistakes, and what learners said that is wrong and as near as what is right.
  List<Wrong> wrong() {
    NumberKey key = number();
    List<Wrong> wrong = new ArrayList<>();
    for (int i = 0; i < key.mistakes().size(); i++) {
      wrong.add(wrong(key.mistakes().get(i), OptionalInt.of(i)));
    }
    for (Asked.Attempt attempt : told.attempts()) {
      String said = Xml.written(xml -> xml.inlines(attempt.said()));
      if (attempt.verdict() == Question.Verdict.WRONG) {
        key.number(said)
            .filter(it -> it.subtract(key.answer()).abs().compareTo(tolerance()) <= 0)
            .ifPresent(it -> wrong.add(wrong(it, OptionalInt.empty())));
      }
    }
    return wrong;
  }

  private Wrong wrong(BigDecimal number, OptionalInt mistake) {
    BigDecimal half = number.subtract(number().answer()).abs().divide(TWO);
    BigDecimal near = half.round(new MathContext(3, RoundingMode.DOWN)).stripTrailingZeros();
    return new Wrong(number, near.min(tolerance()), mistake);
  }

  /// The positions of the options that have a word to say, in the order of the mistakes.
  List<Integer> said() {
    return ((ChoiceKey) AnswerKey.read(asked.key().orElseThrow())).said();
  }

  /// Whether the order of the chapter is the only one that is right: what programs suppose that
  /// know one answer. Steps that are no code have one order; those that are a program are tried in
  /// all of theirs, where these are few.
  boolean hasOneOrder() {
    OrderKey key = (OrderKey) AnswerKey.read(asked.key().orElseThrow());
    if (key.program().isEmpty()) {
      return true;
    }
    return key.right().size() <= MOST_STEPS
        && orders(key.right()).stream()
            .noneMatch(order -> !order.equals(key.right()) && key.runs(order));
  }

  private static List<List<Integer>> orders(List<Integer> steps) {
    List<List<Integer>> orders = new ArrayList<>();
    if (steps.isEmpty()) {
      orders.add(List.of());
    }
    for (Integer first : steps) {
      List<Integer> rest = steps.stream().filter(step -> !step.equals(first)).toList();
      for (List<Integer> order : orders(rest)) {
        List<Integer> longer = new ArrayList<>(List.of(first));
        longer.addAll(order);
        orders.add(longer);
      }
    }
    return orders;
  }

  /// The greatest distance that counts as right, for programs that have no other rule: the stated
  /// one; else zero for a whole number, and half a unit in the third digit for others.
  BigDecimal tolerance() {
    NumberKey key = number();
    BigDecimal answer = key.answer().stripTrailingZeros();
    boolean whole = answer.signum() == 0 || answer.scale() <= 0;
    return key.tolerance()
        .orElse(
            whole
                ? BigDecimal.ZERO
                : new BigDecimal("0.5")
                    .scaleByPowerOfTen(answer.precision() - answer.scale() - 3)
                    .stripTrailingZeros());
  }
}
