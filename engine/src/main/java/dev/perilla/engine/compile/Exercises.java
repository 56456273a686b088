package dev.perilla.engine.compile;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Verdict;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.AnswerJudge;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Shown;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Proves the questions of an exercise: the answer passes its own judge, each mistake fails it,
/// each recorded verdict is the judge's.
final class Exercises {
  private final State state;
  private final Prose prose;
  private final Account account;
  private final Notation notation;

  Exercises(State state, Prose prose, Account account, Notation notation) {
    this.state = state;
    this.prose = prose;
    this.account = account;
    this.notation = notation;
  }

  List<Asked> all(List<Question> questions) {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      one(questions.get(i), i).ifPresent(asked::add);
    }
    return asked;
  }

  private Optional<Asked> one(Question question, int index) {
    String id = question.id().map(Text::value).orElse("q" + (index + 1));
    List<Rich> ask = prose.blocks(question.ask());
    Optional<Proven> proven = proven(question);
    List<List<Rich>> hints = question.hints().stream().map(prose::blocks).toList();
    List<Rich> solution = question.solution().map(prose::blocks).orElse(List.of());
    return proven.map(
        p -> new Asked(id, ask, p.answer(), hints, solution, p.mistakes(), p.attempts()));
  }

  private record Proven(
      Asked.Answer answer, List<Asked.Mistake> mistakes, List<Asked.Attempt> attempts) {}

  private Optional<Proven> proven(Question question) {
    return switch (question.answer()) {
      case Question.Answer.Numeric numeric -> numeric(question, numeric);
      case Question.Answer.Choice choice ->
          choice(question, choice).map(answer -> unjudged(question, answer));
      case Question.Answer.Free free ->
          Optional.of(unjudged(question, new Asked.Answer.Free(prose.blocks(free.model()))));
      case Question.Answer.Expression formula -> later(formula.answer(), "expression");
      case Question.Answer.Order order -> later(question.ask(), "order");
      case Question.Answer.Blanks blanks -> later(blanks.code(), "code");
    };
  }

  private Optional<Proven> later(Text place, String kind) {
    account.report(
        Finding.error(
                VerifyCode.LATER,
                place.span(),
                "this version cannot prove questions of the kind " + kind)
            .help("use the kinds number, choice or text"));
    return Optional.empty();
  }

  // ---- number

  private Optional<Proven> numeric(Question question, Question.Answer.Numeric numeric) {
    Optional<Fact.Quantity> answer = quantity(numeric.answer());
    Optional<BigDecimal> tolerance = Optional.empty();
    if (numeric.tolerance().isPresent()) {
      Optional<Fact.Quantity> stated = quantity(numeric.tolerance().get());
      if (stated.isEmpty()) {
        return Optional.empty();
      }
      tolerance = Optional.of(stated.get().exact());
    }
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    AnswerJudge judge = new AnswerJudge(answer.get(), tolerance, notation);
    Inline.Num value = number(Kind.ANSWER, numeric.answer(), answer.get());
    List<Asked.Mistake> mistakes = mistakes(question, numeric.answer(), judge);
    List<Asked.Attempt> attempts =
        question.attempts().stream().map(attempt -> attempt(attempt, judge)).toList();
    return Optional.of(
        new Proven(new Asked.Answer.Numeric(value, judge.shown()), mistakes, attempts));
  }

  private Optional<Fact.Quantity> quantity(Text expression) {
    switch (state.evaluate(expression)) {
      case State.Reply.Given given -> {
        if (given.fact() instanceof Fact.Quantity quantity) {
          return Optional.of(quantity);
        }
        account.report(
            Finding.error(
                    VerifyCode.NO_NUMBER,
                    expression.span(),
                    expression.value()
                        + " is "
                        + given.fact().shown()
                        + ", which is no finite number")
                .help("write an expression that gives a number"));
      }
      case State.Reply.Refused refused -> refused.findings().forEach(account::report);
      case State.Reply.NotEvaluated not -> {} // the block that failed has its finding
    }
    return Optional.empty();
  }

  private Inline.Num number(Kind kind, Text expression, Fact.Quantity quantity) {
    String text = Shown.inNotation(Shown.shortest(quantity), notation);
    String id =
        account
            .entry(kind, Standing.COMPUTED, expression.span(), text)
            .expression(expression.value())
            .value(quantity.repr())
            .add();
    return new Inline.Num(text, id);
  }

  private List<Asked.Mistake> mistakes(Question question, Text answer, AnswerJudge judge) {
    List<Asked.Mistake> mistakes = new ArrayList<>();
    List<AnswerJudge> earlier = new ArrayList<>();
    for (Question.Mistake mistake : question.mistakes()) {
      Optional<Fact.Quantity> value = quantity(mistake.answer());
      List<Rich> say = prose.blocks(mistake.say());
      if (value.isEmpty()) {
        continue;
      }
      if (judge.accepts(value.get())) {
        account.report(
            Finding.error(
                    VerifyCode.MISTAKE_IS_RIGHT,
                    mistake.answer().span(),
                    "the mistake "
                        + mistake.answer().value()
                        + " is "
                        + value.get().repr()
                        + ", which the judge accepts as the answer")
                .related(answer.span(), "the answer is " + judge.answer().repr())
                .help("choose inputs for which the two differ, or drop the mistake"));
      } else if (earlier.stream().anyMatch(other -> other.accepts(value.get()))) {
        account.report(
            Finding.error(
                    VerifyCode.SAME_MISTAKE,
                    mistake.answer().span(),
                    "the mistake "
                        + mistake.answer().value()
                        + " is "
                        + value.get().repr()
                        + ", the same as one above")
                .help("choose inputs for which the two differ, or drop one"));
      } else {
        mistakes.add(new Asked.Mistake(number(Kind.MISTAKE, mistake.answer(), value.get()), say));
      }
      earlier.add(new AnswerJudge(value.get(), judge.tolerance(), notation));
    }
    return mistakes;
  }

  private Asked.Attempt attempt(Question.Attempt attempt, AnswerJudge judge) {
    Verdict verdict = judge.judge(attempt.said().value());
    if (verdict != attempt.verdict()) {
      account.report(
          Finding.error(
                  VerifyCode.FALSE_VERDICT,
                  attempt.said().span(),
                  "the judge says "
                      + word(verdict)
                      + " of \""
                      + attempt.said().value()
                      + "\", the chapter says "
                      + word(attempt.verdict()))
              .label("the answer is " + judge.answer().repr())
              .help("write verdict: " + word(verdict) + ", or what was really said"));
      return new Asked.Attempt(List.of(), verdict);
    }
    String id =
        account
            .entry(Kind.VERDICT, Standing.CHECKED, attempt.said().span(), attempt.said().value())
            .expression(word(verdict))
            .value(judge.answer().repr())
            .tolerance(judge.shown())
            .add();
    return new Asked.Attempt(said(attempt, verdict, id), verdict);
  }

  /// What was said. Where the judge could judge it, its number is settled with it; where not, its
  /// numerals are words of a text as any other.
  private List<Inline> said(Question.Attempt attempt, Verdict verdict, String id) {
    return switch (verdict) {
      case RIGHT, WRONG -> List.of(new Inline.Num(attempt.said().value(), id));
      case UNANSWERED -> prose.line(attempt.said());
    };
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  // ---- choice, text

  private Optional<Asked.Answer> choice(Question question, Question.Answer.Choice choice) {
    List<Asked.Option> options = new ArrayList<>();
    boolean complete = true;
    for (Question.Option option : choice.options()) {
      List<Rich> text = prose.blocks(option.text());
      Optional<Boolean> right = truth(option.right());
      complete &= right.isPresent();
      options.add(new Asked.Option(text, right.orElse(false)));
    }
    if (!complete) {
      return Optional.empty();
    }
    if (options.stream().noneMatch(Asked.Option::right)) {
      account.report(
          Finding.error(
                  VerifyCode.CHOICE, question.ask().span(), "no option of this question is right")
              .help("mark the right one with `right: true`, or with a condition that holds"));
      return Optional.empty();
    }
    return Optional.of(new Asked.Answer.Choice(options));
  }

  private Optional<Boolean> truth(Text condition) {
    String text = condition.value().strip();
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(text.equals("true"));
    }
    switch (state.evaluate(condition)) {
      case State.Reply.Given given -> {
        if (given.fact() instanceof Fact.Truth truth) {
          return Optional.of(truth.value());
        }
        account.report(
            Finding.error(
                    VerifyCode.CHOICE,
                    condition.span(),
                    condition.value() + " is " + given.fact().shown() + ", which is no condition")
                .help("write true, false, or a condition such as `a < b`"));
      }
      case State.Reply.Refused refused -> refused.findings().forEach(account::report);
      case State.Reply.NotEvaluated not -> {} // the block that failed has its finding
    }
    return Optional.empty();
  }

  /// Questions without a judge for typed answers: nothing was right or wrong, and there are no
  /// mistakes to prove.
  private Proven unjudged(Question question, Asked.Answer answer) {
    List<Asked.Attempt> attempts = new ArrayList<>();
    for (Question.Attempt attempt : question.attempts()) {
      if (attempt.verdict() != Verdict.UNANSWERED) {
        account.report(
            Finding.error(
                    VerifyCode.FALSE_VERDICT,
                    attempt.verdictText().span(),
                    "nothing can judge this attempt, so it cannot be " + word(attempt.verdict()))
                .help("write verdict: unanswered, or ask for a number"));
      }
      attempts.add(new Asked.Attempt(prose.line(attempt.said()), Verdict.UNANSWERED));
    }
    question
        .mistakes()
        .forEach(
            mistake ->
                account.report(
                    Finding.error(
                            VerifyCode.NO_NUMBER,
                            mistake.answer().span(),
                            "only questions for a number have mistakes that can be proven")
                        .help("say it in a hint or in the solution")));
    return new Proven(answer, List.of(), attempts);
  }
}
