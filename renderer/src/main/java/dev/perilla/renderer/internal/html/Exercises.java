package dev.perilla.renderer.internal.html;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Asked.Answer;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.renderer.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The questions of an exercise: hints one within the other, so that each is asked for, and the
/// answer folded.
final class Exercises {
  private static final int HEADING = 4;

  private final Numbers numbers;
  private final Texts texts;
  private final Words words;

  Exercises(Numbers numbers, Texts texts, Words words) {
    this.numbers = numbers;
    this.texts = texts;
    this.words = words;
  }

  record Model(List<Asking> questions, Map<String, String> w) {}

  record Asking(
      String id,
      String ask,
      String hints,
      String answer,
      List<Option> options,
      String model,
      String solution,
      List<Mistake> mistakes,
      List<Attempt> attempts) {
    boolean hasAnswer() {
      return !answer.isEmpty();
    }

    boolean hasOptions() {
      return !options.isEmpty();
    }

    boolean hasModel() {
      return !model.isEmpty();
    }

    boolean hasMistakes() {
      return !mistakes.isEmpty();
    }

    boolean hasAttempts() {
      return !attempts.isEmpty();
    }
  }

  /// @param text as it is asked
  /// @param again the same in the answer: a number is placed once
  record Option(String text, String again, String verdict, String sign, String word) {}

  record Mistake(String lead, String say) {}

  record Attempt(String said, String verdict, String sign, String word) {}

  record Hint(String word, String text, String next) {}

  String questions(List<Asked> questions, String blockId) {
    if (questions.isEmpty()) {
      return "";
    }
    List<Asking> shown = questions.stream().map(asked -> asking(asked, blockId)).toList();
    return Templates.fill("questions", new Model(shown, words.lines()));
  }

  private Asking asking(Asked asked, String blockId) {
    String id = blockId + "_" + asked.id();
    String ask = texts.blocks(asked.ask(), id, HEADING);
    String hints = hints(asked.hints(), id);
    String answer = "";
    List<Option> options = List.of();
    String model = "";
    switch (asked.answer()) {
      case Answer.Numeric n -> answer = numbers.number(n.value());
      case Answer.Choice c -> options = options(c, id);
      case Answer.Free f -> model = texts.blocks(f.model(), id + "_m", HEADING);
    }
    String solution = texts.blocks(asked.solution(), id + "_s", HEADING);
    List<Mistake> mistakes = new ArrayList<>();
    for (Asked.Mistake mistake : asked.mistakes()) {
      String scope = id + "_e" + mistakes.size();
      mistakes.add(
          new Mistake(
              words.html("ifYouGot", numbers.number(mistake.answer())),
              item(mistake.say(), scope)));
    }
    List<Attempt> attempts =
        asked.attempts().stream()
            .map(
                attempt ->
                    new Attempt(
                        texts.line(attempt.said()),
                        attempt.verdict().name().toLowerCase(Locale.ROOT),
                        sign(attempt.verdict()),
                        words.say(attempt.verdict().name().toLowerCase(Locale.ROOT))))
            .toList();
    return new Asking(id, ask, hints, answer, options, model, solution, mistakes, attempts);
  }

  /// A text in a list item: without a paragraph where it is only one.
  private String item(List<Rich> text, String scope) {
    return text.size() == 1 && text.getFirst() instanceof Rich.Paragraph p
        ? texts.line(p.inlines())
        : texts.blocks(text, scope, HEADING);
  }

  private List<Option> options(Answer.Choice choice, String id) {
    List<Option> options = new ArrayList<>();
    for (var option : choice.options()) {
      String scope = id + "_o" + options.size();
      options.add(
          new Option(
              item(option.text(), scope),
              item(option.text(), scope + "a"),
              option.right() ? "right" : "wrong",
              sign(option.right() ? Question.Verdict.RIGHT : Question.Verdict.WRONG),
              words.say(option.right() ? "rightOption" : "wrongOption")));
    }
    return options;
  }

  private static String sign(Question.Verdict verdict) {
    return switch (verdict) {
      case RIGHT -> "✓";
      case WRONG -> "✗";
      case UNANSWERED -> "–";
    };
  }

  /// Written from the first, so that its numbers carry their places in the order of reading.
  private String hints(List<List<Rich>> hints, String id) {
    List<String> written = new ArrayList<>();
    for (List<Rich> hint : hints) {
      written.add(texts.blocks(hint, id + "_h" + written.size(), HEADING));
    }
    String next = "";
    for (int i = written.size() - 1; i >= 0; i--) {
      String word = hints.size() == 1 ? words.say("oneHint") : words.say("hint", i + 1);
      next = Templates.fill("hint", new Hint(word, written.get(i), next)).strip();
    }
    return next;
  }
}
