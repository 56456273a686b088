package dev.perilla.engine.compile;

import dev.perilla.chapter.Question;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.judge.ChoiceKey;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Proves questions that offer options: some are right, and no two read alike.
record ChoiceProof(Scene scene) {

  Optional<Questions.Proven> prove(Question question, Question.Answer.Choice choice) {
    List<List<Rich>> options = new ArrayList<>();
    List<Likeness> compared = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    List<Integer> said = new ArrayList<>();
    List<Asked.Mistake> mistakes = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < choice.options().size(); i++) {
      Question.Option option = choice.options().get(i);
      int before = scene.account().findings().size();
      List<Rich> text = scene.blocks(option.text());
      Optional<Boolean> truth = scene.truth(option.right());
      if (truth.filter(it -> !it).isPresent()) {
        scene.account().reword(before, finding -> ofWrong(option, finding));
      }
      options.add(text);
      Likeness bare = scene.likeness(option.text());
      Optional<Integer> twin = twin(bare, compared);
      if (twin.isPresent() && !text.isEmpty()) {
        scene
            .account()
            .report(
                Finding.error(
                        VerifyCode.LOOSE, option.text().span(), "this option reads as one above")
                    .related(choice.options().get(twin.get()).text().span(), "the other one")
                    .help("choose inputs for which the two differ, or drop one"));
      }
      compared.add(bare);
      complete &= truth.isPresent();
      Optional<List<Rich>> say = option.say().map(scene::blocks);
      if (truth.filter(Boolean::booleanValue).isPresent()) {
        right.add(i);
      } else if (say.isPresent()) {
        said.add(i);
        mistakes.add(new Asked.Mistake(line(text, i), say.get()));
      }
    }
    if (!complete) {
      return Optional.empty();
    }
    asRight(choice, options, right);
    if (right.isEmpty()) {
      scene.report(
          VerifyCode.CHOICE,
          question.ask(),
          "no option of this question is right",
          "mark the right one with `right: true`, or with a condition that holds");
      return Optional.empty();
    }
    if (right.size() == options.size()) {
      scene.report(
          VerifyCode.CHOICE,
          question.ask(),
          "every option of this question is right, so nobody can choose a wrong one",
          "add an option that is wrong, or choose inputs for which one is");
      return Optional.empty();
    }
    return Optional.of(
        new Questions.Proven(
            new Asked.Task.Choice(right.size() > 1, options),
            Optional.of(new ChoiceKey(right, said)),
            new Asked.Right.Choice(right),
            mistakes,
            words -> reading(words, choice),
            String.join(
                "; ",
                right.stream().map(i -> choice.options().get(i).text().value().strip()).toList()),
            "exactly these"));
  }

  /// Warns of wrong options that say what a right one says, as functions of their names.
  private void asRight(
      Question.Answer.Choice choice, List<List<Rich>> options, List<Integer> right) {
    List<Optional<Meant>> meant = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      meant.add(
          Meant.of(scene, options.get(i), choice.options().get(i).text().span())
              .filter(Meant::isAlone));
    }
    for (int i = 0; i < options.size(); i++) {
      Optional<Meant> wrong = right.contains(i) ? Optional.empty() : meant.get(i);
      Optional<Integer> same =
          wrong.flatMap(
              it ->
                  right.stream()
                      .filter(r -> meant.get(r).filter(other -> it.isOne(scene, other)).isPresent())
                      .findFirst());
      if (same.isPresent()) {
        scene
            .account()
            .report(
                Finding.warning(
                        VerifyCode.LOOSE,
                        choice.options().get(i).text().span(),
                        "this option is wrong, and the same function of its names as one that is"
                            + " right")
                    .related(choice.options().get(same.get()).text().span(), "the right one")
                    .help("mark it as right too, or ask for more than what it computes"));
      }
    }
  }

  /// Options that are another number than what is asked for and right, or the same and wrong; and
  /// where a number is asked for, wrong ones that are the right one in another notation.
  List<Finding> meant(
      Text ask,
      Optional<Meant> meant,
      Question.Answer.Choice choice,
      List<List<Rich>> options,
      Asked.Right right) {
    List<Integer> all = right instanceof Asked.Right.Choice(List<Integer> it) ? it : List.of();
    List<Optional<String>> numbers = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      numbers.add(Meant.number(scene, options.get(i), choice.options().get(i).text().span()));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Text option = choice.options().get(i).text();
      boolean isRight = all.contains(i);
      Optional<Finding> other =
          numbers
              .get(i)
              .flatMap(number -> meant.flatMap(it -> it.offered(scene, option, number, isRight)));
      Optional<Integer> same =
          isRight || !Meant.asksNumber(ask)
              ? Optional.empty()
              : numbers
                  .get(i)
                  .flatMap(
                      number ->
                          all.stream()
                              .filter(
                                  r ->
                                      numbers
                                          .get(r)
                                          .filter(it -> Meant.isOneNumber(scene, it, number))
                                          .isPresent())
                              .findFirst());
      other
          .or(
              () ->
                  same.map(
                      r ->
                          Finding.warning(
                                  VerifyCode.LOOSE,
                                  option.span(),
                                  "this option is wrong, and the same number as one that is right")
                              .related(choice.options().get(r).text().span(), "the right one")
                              .help(
                                  "mark it as right too, or choose inputs for which they differ")))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Integer> twin(Likeness of, List<Likeness> earlier) {
    for (int i = 0; i < earlier.size(); i++) {
      if (earlier.get(i).isOf(of)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /// An option in one line; its place in the list where it has more.
  private static List<Inline> line(List<Rich> text, int index) {
    return text.size() == 1 && text.getFirst() instanceof Rich.Paragraph(List<Inline> inlines)
        ? inlines
        : List.of(new Inline.Str(String.valueOf((char) ('A' + index))));
  }

  /// A wrong option may be wrong: its digits are not to be mended into those of the right one.
  private static Finding ofWrong(Question.Option option, Finding finding) {
    boolean isFalse =
        finding.code() == VerifyCode.FALSE_NUMBER || finding.code() == VerifyCode.FALSE_STATEMENT;
    return isFalse
        ? finding
            .withoutFix()
            .help(
                option.text().value().contains("]{")
                    ? "an option that is wrong may say what is not so: mark its number {plain}"
                    : "an option that is wrong may say what is not so, where it is marked: ["
                        + option.text().value().strip()
                        + "]{plain}")
        : finding;
  }

  /// The options that a learner named by their text, several with semicolons between them.
  private static Optional<String> reading(String said, Question.Answer.Choice choice) {
    List<Integer> chosen = new ArrayList<>();
    for (String part : said.split(";", -1)) {
      for (int i = 0; i < choice.options().size(); i++) {
        if (choice.options().get(i).text().value().strip().equalsIgnoreCase(part.strip())) {
          chosen.add(i);
        }
      }
    }
    return chosen.isEmpty() ? Optional.empty() : Optional.of(AnswerKey.text(chosen));
  }
}
