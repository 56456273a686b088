package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Verdict;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.judge.FormulaKey;
import dev.perilla.engine.judge.NumberKey;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The questions of one variant of an exercise, in their order: the answer passes its own judge,
/// each mistake fails it, each recorded verdict is the judge's.
final class Questions {
  private final Scene scene;
  private final Block.Exercise exercise;
  private final boolean first;
  private final List<Step> steps = new ArrayList<>();

  /// @param first whether this is the variant that learners have answered
  Questions(Scene scene, Block.Exercise exercise, boolean first) {
    this.scene = scene;
    this.exercise = exercise;
    this.first = first;
  }

  /// The answer to an earlier question, a name of the later ones.
  record Step(String name, Text answer) {}

  /// What the kind of a question makes of it.
  ///
  /// @param key empty where nothing can judge
  /// @param reading how the words of a learner are read for the judge
  record Proven(
      Asked.Task task,
      Optional<AnswerKey> key,
      Asked.Right right,
      List<Asked.Mistake> mistakes,
      Reading reading,
      String shown,
      String tolerance) {}

  /// What a learner said, as the judge takes it; empty where it is none of what can be said.
  interface Reading {
    Optional<String> of(String said);
  }

  /// Whether a question gives later ones a name that the program does not have.
  static boolean build(List<Question> questions, Execution.Moment state) {
    return questions.size() > 1
        && questions.subList(0, questions.size() - 1).stream()
            .anyMatch(question -> name(question, state).isPresent());
  }

  private static Optional<String> name(Question question, Execution.Moment state) {
    return question
        .id()
        .map(Text::value)
        .filter(_ -> question.answer() instanceof Question.Answer.Numeric)
        .filter(id -> id.codePoints().allMatch(Character::isJavaIdentifierPart))
        .filter(id -> Character.isLetter(id.codePointAt(0)))
        .filter(id -> !state.knows(id))
        .filter(id -> !(id.startsWith("d") && state.knows(id.substring(1)))); // `dz/dx` stays one
  }

  List<Asked> all() {
    List<Asked> asked = new ArrayList<>();
    List<Question> questions = exercise.questions();
    for (int i = 0; i < questions.size(); i++) {
      one(questions.get(i), i).ifPresent(asked::add);
    }
    return asked;
  }

  private Optional<Asked> one(Question question, int index) {
    String id = question.id().map(Text::value).orElse("q" + (index + 1));
    List<Rich> ask = scene.blocks(question.ask());
    Optional<String> name = name(question, scene.state());
    Optional<Proven> proven = proven(question);
    proven.ifPresent(it -> meant(question, ask, it).forEach(scene.account()::report));
    if (name.isPresent() && question.answer() instanceof Question.Answer.Numeric numeric) {
      steps.add(new Step(name.get(), numeric.answer()));
      if (index < exercise.questions().size() - 1) {
        scene.state().define(name.get(), numeric.answer());
      }
    }
    List<List<Rich>> hints = question.hints().stream().map(scene::blocks).toList();
    List<Rich> solution = question.solution().map(scene::blocks).orElse(List.of());
    return proven.map(
        p ->
            new Asked(
                id,
                ask,
                p.task(),
                p.key().map(AnswerKey::write),
                hints,
                Optional.of(
                    new Asked.Told(p.right(), solution, p.mistakes(), attempts(question, p)))));
  }

  /// What is asked for and is not what the chapter takes for right.
  private List<Finding> meant(Question question, List<Rich> ask, Proven proven) {
    Optional<Meant> meant = Meant.of(scene, ask, question.ask().span());
    return switch (question.answer()) {
      case Question.Answer.Numeric numeric ->
          meant.flatMap(it -> it.asked(scene, numeric.answer())).stream().toList();
      case Question.Answer.Expression formula ->
          proven.key().orElseThrow() instanceof FormulaKey key
              ? Meant.askedInLetters(
                      scene,
                      ask,
                      question.ask(),
                      formula.answer(),
                      key.names(),
                      !formula.domain().isEmpty())
                  .stream()
                  .toList()
              : List.of();
      case Question.Answer.Choice choice ->
          proven.task() instanceof Asked.Task.Choice(boolean _, List<List<Rich>> options)
              ? new ChoiceProof(scene).meant(question.ask(), meant, choice, options, proven.right())
              : List.of();
      case Question.Answer.Order _, Question.Answer.Blanks _, Question.Answer.Free _ -> List.of();
    };
  }

  private Optional<Proven> proven(Question question) {
    return switch (question.answer()) {
      case Question.Answer.Numeric numeric ->
          new NumberProof(scene, List.copyOf(steps)).prove(question, numeric);
      case Question.Answer.Choice choice -> new ChoiceProof(scene).prove(question, choice);
      case Question.Answer.Expression formula ->
          new FormulaProof(scene, exercise.given()).prove(question, formula);
      case Question.Answer.Order order -> new OrderProof(scene).prove(question, order);
      case Question.Answer.Blanks blanks -> new BlanksProof(scene).prove(question, blanks);
      case Question.Answer.Free free ->
          Optional.of(
              new Proven(
                  new Asked.Task.Text(),
                  Optional.empty(),
                  new Asked.Right.Text(scene.blocks(free.model())),
                  List.of(),
                  Optional::of,
                  "",
                  ""));
    };
  }

  // ---- what learners said

  private List<Asked.Attempt> attempts(Question question, Proven proven) {
    return first
        ? question.attempts().stream().map(attempt -> attempt(attempt, proven)).toList()
        : List.of();
  }

  private Asked.Attempt attempt(Question.Attempt attempt, Proven proven) {
    String said = attempt.said().value();
    if (proven.key().isEmpty()) {
      if (attempt.verdict() != Verdict.UNANSWERED) {
        scene.report(
            VerifyCode.FALSE_VERDICT,
            attempt.verdictText(),
            "nothing can judge this attempt, so it cannot be " + word(attempt.verdict()),
            "write verdict: unanswered, or ask in a way that can be judged");
      }
      return new Asked.Attempt(scene.line(attempt.said()), Verdict.UNANSWERED);
    }
    Verdict verdict =
        proven
            .reading()
            .of(said)
            .map(given -> key(proven, attempt.said()).judge(given).verdict())
            .orElse(Verdict.UNANSWERED);
    if (verdict != attempt.verdict()) {
      scene
          .account()
          .report(
              Finding.error(
                      VerifyCode.FALSE_VERDICT,
                      attempt.said().span(),
                      "the judge says "
                          + word(verdict)
                          + " of \""
                          + said
                          + "\", the chapter says "
                          + word(attempt.verdict()))
                  .label("the answer is " + proven.shown())
                  .help("write verdict: " + word(verdict) + ", or what was really said"));
      return new Asked.Attempt(List.of(), verdict);
    }
    String id =
        scene
            .account()
            .entry(Kind.VERDICT, Standing.CHECKED, attempt.said().span(), said)
            .expression(word(verdict))
            .value(proven.shown())
            .tolerance(proven.tolerance())
            .add();
    return new Asked.Attempt(said(attempt, verdict, id), verdict);
  }

  /// What judges an attempt: numbers are read as the file writes them in which it stands, on the
  /// page of a translation too.
  private AnswerKey key(Proven proven, Text said) {
    AnswerKey key = proven.key().orElseThrow();
    return key instanceof NumberKey number
        ? number.withComma(scene.rules().notation(said.span().file()) == Notation.COMMA)
        : key;
  }

  /// What was said. Where the judge could judge it, its numbers are settled with it; where not, its
  /// numerals are words of a text as any other.
  private List<Inline> said(Question.Attempt attempt, Verdict verdict, String id) {
    return switch (verdict) {
      case RIGHT, WRONG -> List.of(new Inline.Num(attempt.said().value(), id));
      case UNANSWERED -> scene.line(attempt.said());
    };
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
