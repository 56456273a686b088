package dev.perilla.engine.compile;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Wrong;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.judge.OrderKey;
import dev.perilla.engine.language.number.RandomSource;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Proves questions that ask for an order. Steps with a test are a program: in the stated order it
/// meets the test, in others not, and with a distractor in it neither.
record OrderProof(Scene scene) {
  private static final Pattern ASSIGNS = Pattern.compile("\\s*[\\w.]+\\s*[-+*/]?=(?!=)");

  Optional<Questions.Proven> prove(Question question, Question.Answer.Order order) {
    List<Text> shown = shuffled(order, question.ask());
    List<Integer> right = order.steps().stream().map(shown::indexOf).toList();
    List<Text> all = new ArrayList<>(order.steps());
    all.addAll(order.distractors());
    List<Likeness> compared = new ArrayList<>();
    for (Text step : all) {
      Likeness bare = likeness(step, order.test().isPresent());
      if (compared.stream().anyMatch(bare::isOf)) {
        scene.report(
            VerifyCode.LOOSE,
            step,
            "this step reads as one above",
            "say the two in different words, or drop one");
        return Optional.empty();
      }
      compared.add(bare);
    }
    OrderKey bare =
        new OrderKey(
            shown.stream().map(Text::value).toList(),
            right,
            order.test().map(test -> program(order, test)),
            List.of());
    if (order.test().isPresent() && !isProven(order, bare, order.test().get())) {
      return Optional.empty();
    }
    List<Asked.Mistake> mistakes = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Question.Mistake mistake : question.mistakes()) {
      List<Rich> say = scene.blocks(mistake.say());
      mistake(mistake, shown, bare, wrong)
          .ifPresent(
              positions -> {
                wrong.add(positions);
                mistakes.add(new Asked.Mistake(letters(positions), say));
              });
    }
    List<List<Rich>> steps =
        shown.stream().map(step -> order.test().isPresent() ? code(step) : words(step)).toList();
    return Optional.of(
        new Questions.Proven(
            new Asked.Task.Order(right.size(), steps),
            Optional.of(new OrderKey(bare.steps(), right, bare.program(), wrong)),
            new Asked.Right.Order(right),
            mistakes,
            said -> reading(said, shown),
            "the order of the chapter",
            order
                .test()
                .map(test -> "any order after which " + test + " holds")
                .orElse("this order")));
  }

  private Likeness likeness(Text step, boolean code) {
    return code
        ? new Likeness(step.value().stripTrailing(), step.value().stripTrailing())
        : scene.likeness(step);
  }

  private List<Rich> code(Text step) {
    return step.value().strip().contains("\n")
        ? List.of(new Rich.CodeBlock("python", scene.listings().piece(step)))
        : List.of(new Rich.Paragraph(scene.code(step)));
  }

  /// A step of a question without a test is a text. One that assigns was meant as code, and what is
  /// wrong with it as a text says so.
  private List<Rich> words(Text step) {
    int before = scene.account().findings().size();
    List<Rich> blocks = scene.blocks(step);
    if (ASSIGNS.matcher(step.value()).lookingAt()) {
      scene
          .account()
          .reword(
              before,
              it ->
                  it.help(
                      "steps are texts here; they are run as code where the question has a `test`,"
                          + " a condition that holds after them"));
    }
    return blocks;
  }

  /// What the page shows: all steps, in an order that is not the right one, and always the same.
  private static List<Text> shuffled(Question.Answer.Order order, Text ask) {
    List<Object> mixed = new ArrayList<>(order.steps());
    mixed.addAll(order.distractors());
    RandomSource random = new RandomSource();
    random.seed((long) ask.value().hashCode());
    random.shuffle(mixed);
    if (mixed.equals(order.steps())) {
      Collections.swap(mixed, 0, 1);
    }
    return mixed.stream().map(Text.class::cast).toList();
  }

  /// The least program before the steps with which they run: the exercise alone, else all above.
  private OrderKey.Program program(Question.Answer.Order order, Text test) {
    OrderKey.Program own =
        new OrderKey.Program(
            scene.execution().program(scene.index(), scene.inputs(), false), test.value());
    List<String> steps = order.steps().stream().map(Text::value).toList();
    List<Integer> inOrder = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      inOrder.add(i);
    }
    return new OrderKey(steps, inOrder, Optional.of(own), List.of()).runs(inOrder)
        ? own
        : new OrderKey.Program(
            scene.execution().program(scene.index(), scene.inputs(), true), test.value());
  }

  private boolean isProven(Question.Answer.Order order, OrderKey key, Text test) {
    if (!scene.state().reached()) {
      return false;
    }
    if (!key.runs(key.right())) {
      scene.report(
          VerifyCode.UNPROVEN,
          test,
          "after the steps in their order, " + test + " does not hold",
          Scene.comparing(test)
              .orElse("put the steps in the order in which they give what the test says"));
      return false;
    }
    boolean matters = false;
    for (int i = 0; i + 1 < key.right().size() && !matters; i++) {
      List<Integer> swapped = new ArrayList<>(key.right());
      Collections.swap(swapped, i, i + 1);
      matters = !key.runs(swapped);
    }
    if (!matters) {
      scene.report(
          VerifyCode.LOOSE,
          test,
          "after any two neighbours are exchanged, " + test + " holds as well",
          "write a test that holds in the right order alone");
      return false;
    }
    boolean proven = true;
    for (Text step : order.steps()) {
      proven &= isNeeded(step, key);
    }
    for (Text distractor : order.distractors()) {
      proven &= isUseless(distractor, key);
    }
    return proven;
  }

  /// Whether no step of the right program can be exchanged for the distractor.
  private boolean isUseless(Text distractor, OrderKey key) {
    int position = key.steps().indexOf(distractor.value());
    for (int i = 0; i < key.right().size(); i++) {
      List<Integer> instead = new ArrayList<>(key.right());
      instead.set(i, position);
      if (key.runs(instead)) {
        scene.report(
            VerifyCode.LOOSE,
            distractor,
            "with `"
                + distractor.value().strip()
                + "` in the place of `"
                + key.steps().get(key.right().get(i)).strip()
                + "` the test holds as well",
            "write a distractor that spoils the result, or a test that sees it");
        return false;
      }
    }
    return true;
  }

  /// Whether each step is needed.
  private boolean isNeeded(Text step, OrderKey key) {
    List<Integer> without = new ArrayList<>(key.right());
    without.remove(Integer.valueOf(key.steps().indexOf(step.value())));
    if (without.isEmpty() || !key.runs(without)) {
      return true;
    }
    scene.report(
        VerifyCode.LOOSE,
        step,
        "without `" + step.value().strip() + "` the test holds as well",
        "drop the step, or write a test that sees it");
    return false;
  }

  private Optional<String> mistake(
      Question.Mistake mistake, List<Text> shown, OrderKey key, List<String> earlier) {
    if (!(mistake.wrong() instanceof Wrong.Steps(List<Text> steps))) {
      throw new IllegalStateException("no mistake of a question for an order");
    }
    for (Text step : steps) {
      if (!shown.contains(step)) {
        scene.report(
            VerifyCode.UNPROVEN,
            step,
            "this is none of the steps and distractors of the question",
            "copy them from `steps` and `distractors`");
        return Optional.empty();
      }
    }
    List<Integer> positions = steps.stream().map(shown::indexOf).toList();
    String text = AnswerKey.text(positions);
    if (key.judge(text).outcome() == Outcome.RIGHT) {
      scene.report(
          VerifyCode.MISTAKE_IS_RIGHT,
          steps.getFirst(),
          "the judge accepts this order as right",
          "drop the mistake");
      return Optional.empty();
    }
    if (earlier.contains(text)) {
      scene.report(
          VerifyCode.SAME_MISTAKE, steps.getFirst(), "this order stands above", "drop one");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /// `C A B`: an order by the letters under which the page shows its steps.
  private static List<Inline> letters(String positions) {
    StringBuilder out = new StringBuilder();
    for (int position : AnswerKey.positions(positions)) {
      out.append(out.isEmpty() ? "" : " ").append((char) ('A' + position));
    }
    return List.of(new Inline.Str(out.toString()));
  }

  /// Steps as a learner wrote them down, a line each.
  private static Optional<String> reading(String said, List<Text> shown) {
    List<Integer> positions = new ArrayList<>();
    for (String line : said.strip().split("\n", -1)) {
      for (int i = 0; i < shown.size(); i++) {
        if (shown.get(i).value().strip().equals(line.strip())) {
          positions.add(i);
        }
      }
    }
    return positions.isEmpty() ? Optional.empty() : Optional.of(AnswerKey.text(positions));
  }
}
