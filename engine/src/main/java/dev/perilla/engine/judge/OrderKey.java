package dev.perilla.engine.judge;

import dev.perilla.engine.judge.Judgement.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Steps to put in order, some of them perhaps belonging nowhere. Steps that are lines of code are
/// judged by running them in the order given: any order of as many steps as there are right ones
/// that meets the condition is right. Other steps have the stated order alone.
///
/// @param steps as they are shown, in no order
/// @param right positions among them, in the author's order
/// @param program how to judge lines of code; empty for steps that are none
/// @param mistakes wrong orders, as positions
public record OrderKey(
    List<String> steps, List<Integer> right, Optional<Program> program, List<String> mistakes)
    implements AnswerKey {
  /// @param setup the program that runs before the steps
  /// @param test the condition that has to hold after them
  public record Program(String setup, String test) {}

  public OrderKey {
    steps = List.copyOf(steps);
    right = List.copyOf(right);
    mistakes = List.copyOf(mistakes);
  }

  @Override
  public Judgement judgeSome(String given) {
    List<Integer> order = AnswerKey.positions(given);
    if (order.isEmpty()) {
      return Judgement.of(Outcome.EMPTY);
    }
    if (order.stream().anyMatch(position -> position >= steps.size())
        || new HashSet<>(order).size() < order.size()) {
      return Judgement.of(Outcome.WRONG);
    }
    Outcome outcome = outcome(order);
    if (outcome == Outcome.RIGHT) {
      return Judgement.of(Outcome.RIGHT);
    }
    for (int i = 0; i < mistakes.size(); i++) {
      if (texts(AnswerKey.positions(mistakes.get(i))).equals(texts(order))) {
        return Judgement.mistake(i);
      }
    }
    boolean begun =
        order.size() < right.size() && texts(right).subList(0, order.size()).equals(texts(order));
    return Judgement.of(begun ? Outcome.PARTIAL : outcome);
  }

  private Outcome outcome(List<Integer> order) {
    if (texts(order).equals(texts(right))) {
      return Outcome.RIGHT;
    }
    if (program.isEmpty() || order.size() < right.size()) {
      return Outcome.WRONG;
    }
    OrderKey.Program run = program.get();
    Outcome outcome = new Trial(run.setup(), run.test()).judge(listing(order));
    return outcome == Outcome.RIGHT && order.size() > right.size() ? Outcome.SURPLUS : outcome;
  }

  /// Two steps that read alike are one and the same.
  private List<String> texts(List<Integer> order) {
    List<String> texts = new ArrayList<>();
    order.forEach(position -> texts.add(steps.get(position).strip()));
    return texts;
  }

  /// The steps as a program.
  public String listing(List<Integer> order) {
    StringBuilder out = new StringBuilder();
    order.forEach(position -> out.append(steps.get(position)).append('\n'));
    return out.toString();
  }

  /// Whether the program of these steps meets the condition.
  public boolean runs(List<Integer> order) {
    return program
        .map(run -> new Trial(run.setup(), run.test()).judge(listing(order)))
        .filter(outcome -> outcome == Outcome.RIGHT)
        .isPresent();
  }

  @Override
  public Optional<SealedKey> sealed(String salt) {
    return Optional.of(SealedKey.of(SealedKey.Kind.ORDER, salt, List.of(AnswerKey.text(right))));
  }

  @Override
  public String write() {
    Fields fields =
        new Fields()
            .add("kind", "order")
            .add("step", steps)
            .add("right", AnswerKey.text(right))
            .add("mistake", mistakes);
    program.ifPresent(run -> fields.add("setup", run.setup()).add("test", run.test()));
    return fields.text();
  }

  static OrderKey read(Fields fields) {
    return new OrderKey(
        fields.all("step"),
        AnswerKey.positions(fields.one("right")),
        fields.maybe("test").map(test -> new Program(fields.one("setup"), test)),
        fields.all("mistake"));
  }
}
