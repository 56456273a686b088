package dev.perilla.engine.compile;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Wrong;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.BlanksKey;
import dev.perilla.engine.judge.Judgement;
import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Proves questions with blanks in a listing, by running it with what fills them.
record BlanksProof(Scene scene) {
  /// Numbers of different sign, size and kind: a blank that may be any of them decides nothing.
  private static final List<String> PROBES = List.of("0", "1", "-7.5");

  private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "**");

  Optional<Questions.Proven> prove(Question question, Question.Answer.Blanks blanks) {
    int count = BlanksKey.count(blanks.code().value());
    if (count == 0 || count != blanks.fill().size()) {
      scene.report(
          VerifyCode.UNPROVEN,
          blanks.code(),
          "the listing has " + count + " blanks, `fill` has " + blanks.fill().size(),
          "write ____ for each blank, and what fills each under `fill`");
      return Optional.empty();
    }
    if (!scene.state().reached()) {
      return Optional.empty();
    }
    BlanksKey bare = key(blanks);
    Judgement own = bare.judge(text(blanks.fill()));
    if (own.outcome() != Outcome.RIGHT) {
      scene.report(
          VerifyCode.UNPROVEN,
          own.outcome() == Outcome.CRASH ? blanks.fill().getFirst() : blanks.test(),
          own.outcome() == Outcome.CRASH
              ? "the listing with its blanks filled stops with an error"
              : "after the listing with its blanks filled, " + blanks.test() + " does not hold",
          Scene.comparing(blanks.test())
              .orElse("run the filled listing by itself to see what it gives"));
      return Optional.empty();
    }
    if (!isSeen(blanks, bare)) {
      return Optional.empty();
    }
    List<Asked.Mistake> mistakes = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Question.Mistake mistake : question.mistakes()) {
      List<Rich> say = scene.blocks(mistake.say());
      if (!(mistake.wrong() instanceof Wrong.Fill(List<Text> fill))) {
        throw new IllegalStateException("no mistake of a question with blanks");
      }
      if (fails(fill, bare, wrong)) {
        wrong.add(text(fill));
        mistakes.add(new Asked.Mistake(line(fill), say));
      }
    }
    return Optional.of(
        new Questions.Proven(
            new Asked.Task.Blanks(scene.listings().toComplete(blanks.code()), count),
            Optional.of(new BlanksKey(bare.setup(), bare.code(), bare.test(), bare.fill(), wrong)),
            new Asked.Right.Blanks(
                blanks.fill().stream().map(fill -> new Asked.Fill(scene.code(fill))).toList()),
            mistakes,
            Optional::of,
            blanks.fill().stream().map(Text::value).collect(Collectors.joining(", ")),
            "any code after which " + blanks.test() + " holds"));
  }

  /// Whether the test sees what stands in each blank: there is a number that it does not accept,
  /// and an operator where one belongs there.
  private boolean isSeen(Question.Answer.Blanks blanks, BlanksKey key) {
    for (int i = 0; i < blanks.fill().size(); i++) {
      String own = blanks.fill().get(i).value().strip();
      boolean isOperator = OPERATORS.contains(own);
      List<String> others =
          (isOperator ? OPERATORS : PROBES).stream().filter(it -> !it.equals(own)).toList();
      int blank = i;
      Predicate<String> holds =
          it -> key.judge(text(blanks.fill(), blank, it)).outcome() == Outcome.RIGHT;
      List<String> accepted = // of numbers one that is not says enough
          isOperator
              ? others.stream().filter(holds).toList()
              : others.stream().allMatch(holds) ? others : List.of();
      if (accepted.equals(others)) {
        scene.report(
            VerifyCode.LOOSE,
            blanks.test(),
            "whatever "
                + (isOperator ? "operator" : "number")
                + " stands in blank "
                + (i + 1)
                + ", "
                + blanks.test()
                + " holds as well",
            "write a test that sees what the blank makes");
        return false;
      }
      if (isOperator && !accepted.isEmpty()) {
        scene
            .account()
            .report(
                Finding.warning(
                        VerifyCode.LOOSE,
                        blanks.test().span(),
                        "with "
                            + accepted.getFirst()
                            + " in blank "
                            + (i + 1)
                            + " the test holds as well")
                    .related(blanks.fill().get(i).span(), "what belongs there")
                    .help("choose numbers for which the two differ, or test with others too"));
      }
    }
    return true;
  }

  private static String text(List<Text> fill, int blank, String instead) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < fill.size(); i++) {
      lines.add(i == blank ? instead : fill.get(i).value().strip());
    }
    return String.join("\n", lines);
  }

  private boolean fails(List<Text> fill, BlanksKey key, List<String> earlier) {
    if (fill.size() != key.fill().size()) {
      scene.report(
          VerifyCode.UNPROVEN,
          fill.getFirst(),
          "this mistake fills " + fill.size() + " of " + key.fill().size() + " blanks",
          "write what stands in each");
      return false;
    }
    if (key.judge(text(fill)).outcome() == Outcome.RIGHT) {
      scene.report(
          VerifyCode.MISTAKE_IS_RIGHT,
          fill.getFirst(),
          "the listing with this mistake in it meets the test",
          "drop the mistake, or write a test that sees it");
      return false;
    }
    if (key.isOneOf(text(fill), earlier)) {
      scene.report(
          VerifyCode.SAME_MISTAKE, fill.getFirst(), "this mistake stands above", "drop one");
      return false;
    }
    return true;
  }

  /// The least program before the listing with which it runs: the exercise alone, else all above.
  private BlanksKey key(Question.Answer.Blanks blanks) {
    BlanksKey own = key(blanks, false);
    return own.judge(text(blanks.fill())).outcome() == Outcome.RIGHT ? own : key(blanks, true);
  }

  private BlanksKey key(Question.Answer.Blanks blanks, boolean above) {
    return new BlanksKey(
        scene.execution().program(scene.index(), scene.inputs(), above),
        blanks.code().value(),
        blanks.test().value(),
        blanks.fill().stream().map(Text::value).toList(),
        List.of());
  }

  private static String text(List<Text> fill) {
    return fill.stream().map(text -> text.value().strip()).collect(Collectors.joining("\n"));
  }

  private List<Inline> line(List<Text> fill) {
    List<Inline> line = new ArrayList<>();
    for (Text one : fill) {
      if (!line.isEmpty()) {
        line.add(new Inline.Str(", "));
      }
      line.addAll(scene.code(one));
    }
    return line;
  }
}
