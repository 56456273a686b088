package dev.perilla.engine.judge;

import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.language.text.Splitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the judge knows of a question.
///
/// ```java
/// AnswerKey key = AnswerKey.read("kind number\nanswer -6\nmistake -1\n");
/// key.judge("-6");   // right
/// key.judge("−6,0"); // right: a reader's minus, a reader's comma
/// key.judge("-1");   // mistake 0
/// key.judge("six");  // no_number
/// ```
public sealed interface AnswerKey
    permits NumberKey, ChoiceKey, FormulaKey, OrderKey, BlanksKey, SealedKey {

  /// More characters than that are not read.
  int LONGEST = 2_000;

  /// Judges what a reader gave: the text of a number or a formula; for a choice or an order the
  /// 0-based positions with commas between them; for blanks what fills them, a line each.
  ///
  /// Never throws. Cost: bounded, whatever is given.
  default Judgement judge(String given) {
    if (given.length() > LONGEST) {
      return Judgement.of(Outcome.TOO_LONG);
    }
    return given.strip().isEmpty() ? Judgement.of(Outcome.EMPTY) : judgeSome(given);
  }

  /// Likewise, of something that is not blank and not too long.
  Judgement judgeSome(String given);

  /// The key without its answers: what it accepts, as salted hashes. Empty where what is accepted
  /// cannot be listed.
  ///
  /// @param salt different for each question
  Optional<SealedKey> sealed(String salt);

  /// The key as text.
  String write();

  /// The key that [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it did not
  static AnswerKey read(String text) {
    Fields fields = Fields.read(text);
    return switch (fields.one("kind")) {
      case "number" -> NumberKey.read(fields);
      case "choice" -> ChoiceKey.read(fields);
      case "formula" -> FormulaKey.read(fields);
      case "order" -> OrderKey.read(fields);
      case "blanks" -> BlanksKey.read(fields);
      case "sealed" -> SealedKey.read(fields);
      case String other -> throw new IllegalArgumentException("an answer key of kind " + other);
    };
  }

  /// Positions with commas between them; those that are none are left out.
  static List<Integer> positions(String given) {
    List<Integer> positions = new ArrayList<>();
    for (String part : Splitting.split(given, ",", -1)) {
      String digits = part.strip();
      boolean number = !digits.isEmpty() && digits.length() < 5;
      for (int i = 0; i < digits.length(); i++) {
        number &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
      }
      if (number) {
        positions.add(Integer.parseInt(digits));
      }
    }
    return List.copyOf(positions);
  }

  /// The other way round.
  static String text(List<Integer> positions) {
    StringBuilder out = new StringBuilder();
    for (int position : positions) {
      out.append(out.isEmpty() ? "" : ",").append(position);
    }
    return out.toString();
  }
}
