package dev.perilla.engine.compile;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Wrong;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.Judgement;
import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.judge.NumberKey;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Proves questions for a number.
///
/// @param steps the answers to earlier questions, by the names under which this one may use them
record NumberProof(Scene scene, List<Questions.Step> steps) {

  Optional<Questions.Proven> prove(Question question, Question.Answer.Numeric numeric) {
    Optional<Fact.Quantity> answer = scene.quantity(numeric.answer());
    Optional<BigDecimal> tolerance = numeric.tolerance().map(Inputs::number);
    if (answer.isEmpty() || !scene.isEvidence(numeric.answer())) {
      return Optional.empty();
    }
    NumberKey bare = key(answer.get(), tolerance, List.of());
    Inline.Num value = scene.number(Kind.ANSWER, numeric.answer(), answer.get());
    if (bare.judge(value.text()).outcome() != Outcome.RIGHT) {
      scene.report(
          VerifyCode.UNPROVEN,
          numeric.answer(),
          "the judge does not accept "
              + value.text()
              + ", which is the answer as the page shows it",
          "state a `tolerance` that is not negative");
      return Optional.empty();
    }
    if (tolerance.isPresent()
        && scene.inputs().equals(Case.NONE) // a range may pass zero
        && answer.get().exact().signum() != 0
        && bare.judge("0").outcome() == Outcome.RIGHT) {
      Text stated = numeric.tolerance().get();
      scene
          .account()
          .report(
              Finding.warning(
                      VerifyCode.LOOSE,
                      stated.span(),
                      "with a tolerance of " + stated + " the judge accepts 0 as well")
                  .related(numeric.answer().span(), "the answer is " + answer.get().repr())
                  .help("state a tolerance that is smaller than the answer"));
    }
    List<Asked.Mistake> mistakes = new ArrayList<>();
    List<BigDecimal> wrong = new ArrayList<>();
    List<Question.Mistake> places = new ArrayList<>();
    for (Question.Mistake mistake : question.mistakes()) {
      Optional<Fact.Quantity> computed = computed(mistake.wrong(), numeric.answer());
      var say = scene.blocks(mistake.say());
      if (computed.isEmpty()) {
        continue;
      }
      BigDecimal number = exact(computed.get());
      int earlier = 0;
      while (earlier < wrong.size()
          && !key(computed.get(), tolerance, List.of()).confuses(wrong.get(earlier))) {
        earlier++;
      }
      if (bare.confuses(number)) {
        boolean accepted = bare.judge(number.toPlainString()).outcome() == Outcome.RIGHT;
        scene
            .account()
            .report(
                Finding.error(
                        VerifyCode.MISTAKE_IS_RIGHT,
                        mistake.place().span(),
                        named(mistake)
                            + computed.get().repr()
                            + (accepted
                                ? ", which the judge accepts as the answer"
                                : ", which is also the answer with few digits"))
                    .related(numeric.answer().span(), "the answer is " + answer.get().repr())
                    .help(
                        "choose inputs for which the two differ"
                            + (accepted ? "" : " more")
                            + ", or drop the mistake"));
      } else if (earlier < wrong.size()) {
        String other = named(places.get(earlier)).replaceFirst(" (?:is|gives) $", "");
        scene.report(
            VerifyCode.SAME_MISTAKE,
            mistake.place(),
            named(mistake) + computed.get().repr() + ", the same as " + other + " above",
            "choose inputs for which the two differ, or drop one");
      } else {
        wrong.add(number);
        places.add(mistake);
        Inline.Num shown = scene.number(Kind.MISTAKE, mistake.place(), computed.get());
        mistakes.add(new Asked.Mistake(List.of(shown), say));
        if (mistake.wrong() instanceof Wrong.Value(Text wrongAnswer)) {
          Meant.of(scene, say, mistake.say().span())
              .flatMap(it -> it.said(scene, wrongAnswer))
              .ifPresent(scene.account()::report);
        }
      }
    }
    NumberKey key = key(answer.get(), tolerance, wrong);
    recognised(key, mistakes, places);
    return Optional.of(
        new Questions.Proven(
            new Asked.Task.Numeric(),
            Optional.of(key),
            new Asked.Right.Numeric(value, key.allowed()),
            mistakes,
            Optional::of,
            answer.get().repr(),
            key.allowed()));
  }

  /// A mistake that is typed as the page shows it is that mistake.
  private void recognised(
      NumberKey key, List<Asked.Mistake> mistakes, List<Question.Mistake> places) {
    for (int i = 0; i < mistakes.size(); i++) {
      Inline.Num shown = (Inline.Num) mistakes.get(i).answer().getFirst();
      Judgement judged = key.judge(shown.text());
      if (judged.outcome() != Outcome.MISTAKE || judged.mistake() != i) {
        scene.report(
            VerifyCode.MISTAKE_IS_RIGHT,
            places.get(i).place(),
            named(places.get(i)) + shown.text() + ", which is also the answer with few digits",
            "choose inputs for which the two differ more, or drop the mistake");
      }
    }
  }

  private static String named(Question.Mistake mistake) {
    return mistake.wrong() instanceof Wrong.Misconception bug
        ? "the program with `" + bug.as().value().strip() + "` gives "
        : "the mistake " + mistake.place().value() + " is ";
  }

  private NumberKey key(
      Fact.Quantity answer, Optional<BigDecimal> tolerance, List<BigDecimal> mistakes) {
    return new NumberKey(exact(answer), tolerance, scene.notation() == Notation.COMMA, mistakes);
  }

  private static BigDecimal exact(Fact.Quantity quantity) {
    return new BigDecimal(quantity.repr());
  }

  private Optional<Fact.Quantity> computed(Wrong wrong, Text answer) {
    return switch (wrong) {
      case Wrong.Value value -> scene.quantity(value.answer());
      case Wrong.Misconception bug -> misconceived(bug, answer);
      case Wrong.Fill _, Wrong.Steps _ ->
          throw new IllegalStateException("no mistake of a question for a number");
    };
  }

  // ---- the program with a bug

  private Optional<Fact.Quantity> misconceived(Wrong.Misconception bug, Text answer) {
    String line = bug.line().value().strip();
    List<Integer> places = scene.execution().listingsWith(line, scene.index());
    if (places.size() != 1) {
      scene.report(
          VerifyCode.MISCONCEPTION,
          bug.line(),
          "`" + line + "` stands in " + places.size() + " places of the program",
          places.isEmpty()
              ? "copy a piece of the code of this block or of one above"
              : "write more of the line, so that it stands in one place");
      return Optional.empty();
    }
    int block = places.getFirst();
    String code = scene.execution().listing(block).orElseThrow().value();
    Text changed = Text.at(code.replace(line, bug.as().value().strip()), bug.as().span());
    Execution.Other run =
        scene
            .execution()
            .other(
                scene.index(),
                Execution.Twist.inputs(scene.index(), scene.inputs()).code(block, changed));
    if (!run.moment().reached()) {
      String why =
          run.ran().findings().isEmpty()
              ? "does not run to its end"
              : "stops: " + run.ran().findings().getFirst().message();
      scene.report(
          VerifyCode.MISCONCEPTION,
          bug.as(),
          "the program with `" + bug.as().value().strip() + "` " + why,
          "a misconception is a program that runs and gives a wrong result");
      return Optional.empty();
    }
    steps.forEach(step -> run.moment().define(step.name(), step.answer()));
    return scene.quantity(answer, run.moment());
  }
}
