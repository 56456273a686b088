package dev.perilla.engine.judge;

import dev.perilla.engine.judge.Judgement.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Exactly the right ones of some options.
///
/// @param right their positions
/// @param said the positions of the wrong options that have a word to say; a choice with one of
///   them in it is the mistake of that index in this list
public record ChoiceKey(List<Integer> right, List<Integer> said) implements AnswerKey {
  public ChoiceKey {
    right = List.copyOf(right);
    said = List.copyOf(said);
  }

  /// Each of the positions once, in their order.
  private static List<Integer> each(List<Integer> positions) {
    List<Integer> each = new ArrayList<>(new HashSet<>(positions));
    each.sort(Comparator.naturalOrder());
    return each;
  }

  @Override
  public Judgement judgeSome(String given) {
    List<Integer> chosen = each(AnswerKey.positions(given));
    if (chosen.isEmpty()) {
      return Judgement.of(Outcome.EMPTY);
    }
    if (chosen.equals(each(right))) {
      return Judgement.of(Outcome.RIGHT);
    }
    for (int option : chosen) {
      if (said.contains(option)) {
        return Judgement.mistake(said.indexOf(option));
      }
    }
    return Judgement.of(right.containsAll(chosen) ? Outcome.PARTIAL : Outcome.WRONG);
  }

  @Override
  public Optional<SealedKey> sealed(String salt) {
    String only = AnswerKey.text(each(right));
    return Optional.of(SealedKey.of(SealedKey.Kind.CHOICE, salt, List.of(only)));
  }

  @Override
  public String write() {
    return new Fields()
        .add("kind", "choice")
        .add("right", AnswerKey.text(right))
        .add("said", AnswerKey.text(said))
        .text();
  }

  static ChoiceKey read(Fields fields) {
    return new ChoiceKey(
        AnswerKey.positions(fields.one("right")), AnswerKey.positions(fields.one("said")));
  }
}
