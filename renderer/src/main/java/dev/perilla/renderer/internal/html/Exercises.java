package dev.perilla.renderer.internal.html;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Asked.Right;
import dev.perilla.chapter.compiled.CompiledChapter.Asked.Task;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Unmarked;
import dev.perilla.renderer.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The questions of an exercise: a form that the page's script brings to life, hints one within the
/// other, so that each is asked for, and the answer folded.
final class Exercises {
  private static final int HEADING = 4;

  private final Numbers numbers;
  private final Texts texts;
  private final Listings listings;
  private final Words words;

  Exercises(Numbers numbers, Texts texts, Listings listings, Words words) {
    this.numbers = numbers;
    this.texts = texts;
    this.listings = listings;
    this.words = words;
  }

  /// @param words what the script says, as JSON
  record Model(List<Asking> questions, String words, Map<String, String> w) {}

  /// @param kind of the task, for the script
  /// @param key what the judge in the page is given; empty where it cannot judge
  record Asking(
      String id,
      String ask,
      String kind,
      String key,
      List<String> options,
      boolean several,
      List<Step> steps,
      String count,
      String listing,
      String names,
      String hints,
      Told told) {
    boolean isTyped() {
      return kind.equals("numeric") || kind.equals("formula");
    }

    boolean hasNames() {
      return !names.isEmpty();
    }

    boolean hasKey() {
      return !key.isEmpty();
    }

    boolean hasOptions() {
      return !options.isEmpty();
    }

    boolean hasSteps() {
      return !steps.isEmpty();
    }

    boolean hasCount() {
      return !count.isEmpty();
    }
  }

  record Step(String letter, String text) {}

  /// The folded side; `shown` is false in an edition that keeps it back.
  record Told(
      boolean shown,
      String answer,
      List<Option> options,
      List<Step> steps,
      String model,
      String solution,
      List<Mistake> mistakes,
      List<Attempt> attempts) {
    static final Told NOTHING =
        new Told(false, "", List.of(), List.of(), "", "", List.of(), List.of());

    boolean hasAnswer() {
      return !answer.isEmpty();
    }

    boolean hasOptions() {
      return !options.isEmpty();
    }

    boolean hasSteps() {
      return !steps.isEmpty();
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

  record Option(String text, String verdict, String sign, String word) {}

  record Mistake(String lead, String say) {}

  record Attempt(String said, String verdict, String sign, String word) {}

  record Hint(String word, String text, String next) {}

  String questions(List<Asked> questions, String blockId) {
    if (questions.isEmpty()) {
      return "";
    }
    List<Asking> shown = questions.stream().map(asked -> asking(asked, blockId)).toList();
    String said =
        words.table("page.", key -> questions.stream().anyMatch(asked -> isSaid(key, asked)));
    return Templates.fill("questions", new Model(shown, said, words.lines()));
  }

  /// Whether the script may have to say the sentence of this key when the question is answered.
  private static boolean isSaid(String key, Asked asked) {
    return switch (key) {
      case "answer" -> asked.task() instanceof Task.Choice;
      case "blank" -> asked.task() instanceof Task.Blanks;
      case "up", "down", "use", "surplus" -> asked.task() instanceof Task.Order;
      case "crash" -> asked.task() instanceof Task.Order || asked.task() instanceof Task.Blanks;
      case "no_number", "coarse" -> asked.task() instanceof Task.Numeric;
      case "no_formula", "unknown_name" -> asked.task() instanceof Task.Formula;
      case "partial" ->
          !(asked.task() instanceof Task.Numeric || asked.task() instanceof Task.Formula);
      case "unknown" -> asked.told().isEmpty();
      default -> true;
    };
  }

  private Asking asking(Asked asked, String blockId) {
    String id = blockId + "_" + asked.id();
    String ask = texts.blocks(asked.ask(), id, HEADING);
    List<String> options = List.of();
    boolean several = false;
    List<Step> steps = List.of();
    String count = "";
    String listing = "";
    String names = "";
    switch (asked.task()) {
      case Task.Numeric _, Task.Text _ -> {}
      case Task.Choice choice -> {
        options = items(unmarked(choice.options()), id + "_o");
        several = choice.several();
      }
      case Task.Formula formula -> names = String.join(", ", formula.names());
      case Task.Order order -> {
        steps = steps(order, id);
        boolean all = order.count() == steps.size();
        count = all ? "" : words.say("useSteps", order.count(), steps.size());
      }
      case Task.Blanks blanks -> listing = listings.listing(blanks.listing());
    }
    String hints = hints(asked.hints(), id);
    Told told = asked.told().map(of -> told(asked.task(), of, id)).orElse(Told.NOTHING);
    String kind = asked.task().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return new Asking(
        id,
        ask,
        kind,
        asked.key().orElse(""),
        options,
        several,
        steps,
        count,
        listing,
        names,
        hints,
        told);
  }

  /// What stands for choice: which of it was checked is shown with the answer.
  private static List<List<Rich>> unmarked(List<List<Rich>> all) {
    return all.stream().map(Unmarked::blocks).toList();
  }

  private List<String> items(List<List<Rich>> all, String scope) {
    List<String> items = new ArrayList<>();
    for (List<Rich> one : all) {
      items.add(item(one, scope + items.size()));
    }
    return items;
  }

  private List<Step> steps(Task.Order order, String id) {
    List<Step> steps = new ArrayList<>();
    for (String text : items(unmarked(order.steps()), id + "_p")) {
      steps.add(new Step(letter(steps.size()), text));
    }
    return steps;
  }

  /// The name of a step: `A` for the first.
  private static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  // ---- the folded side

  private Told told(Task task, Asked.Told told, String id) {
    String answer = "";
    List<Option> options = List.of();
    List<Step> steps = List.of();
    String model = "";
    switch (told.right()) {
      case Right.Numeric number -> answer = numbers.number(number.value());
      case Right.Choice choice -> options = options(task, choice, id);
      case Right.Formula formula -> answer = texts.line(formula.formula());
      case Right.Order order -> steps = ordered(task, order, id);
      case Right.Blanks blanks ->
          answer =
              String.join(", ", blanks.fills().stream().map(f -> texts.line(f.code())).toList());
      case Right.Text text -> model = texts.blocks(text.model(), id + "_m", HEADING);
    }
    String solution = texts.blocks(told.solution(), id + "_s", HEADING);
    List<Mistake> mistakes = new ArrayList<>();
    for (Asked.Mistake mistake : told.mistakes()) {
      String scope = id + "_e" + mistakes.size();
      mistakes.add(
          new Mistake(
              words.html(Words.mistake(task), texts.line(mistake.answer())),
              item(mistake.say(), scope)));
    }
    List<Attempt> attempts =
        told.attempts().stream()
            .map(
                attempt ->
                    new Attempt(
                        texts.line(attempt.said()),
                        attempt.verdict().name().toLowerCase(Locale.ROOT),
                        sign(attempt.verdict()),
                        words.say(attempt.verdict().name().toLowerCase(Locale.ROOT))))
            .toList();
    return new Told(true, answer, options, steps, model, solution, mistakes, attempts);
  }

  private List<Option> options(Task task, Right.Choice right, String id) {
    List<Option> options = new ArrayList<>();
    if (task instanceof Task.Choice(boolean _, List<List<Rich>> all)) {
      for (String text : items(all, id + "_a")) {
        boolean is = right.options().contains(options.size());
        options.add(
            new Option(
                text,
                is ? "right" : "wrong",
                sign(is ? Question.Verdict.RIGHT : Question.Verdict.WRONG),
                words.say(is ? "rightOption" : "wrongOption")));
      }
    }
    return options;
  }

  private List<Step> ordered(Task task, Right.Order right, String id) {
    List<Step> steps = new ArrayList<>();
    if (task instanceof Task.Order(int _, List<List<Rich>> all)) {
      List<String> texts = items(all, id + "_r");
      right.steps().forEach(step -> steps.add(new Step(letter(step), texts.get(step))));
    }
    return steps;
  }

  /// A text in a list item: without a paragraph where it is only one.
  private String item(List<Rich> text, String scope) {
    return text.size() == 1 && text.getFirst() instanceof Rich.Paragraph p
        ? texts.line(p.inlines())
        : texts.blocks(text, scope, HEADING);
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
