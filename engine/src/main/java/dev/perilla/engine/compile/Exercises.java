package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Claim;
import dev.perilla.engine.verify.Expectations;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An exercise with its variants: each runs the chapter up to here with other inputs, and in each
/// every text and every question has to hold. What goes wrong in one is reported once, with its
/// inputs.
final class Exercises {
  private final Execution execution;
  private final Accounting.Rules rules;
  private final Notation notation;
  private final int index;
  private final int about;
  private final Block.Exercise exercise;
  private final Cases cases;
  private final List<Claim> claims = new ArrayList<>();
  private final Set<Place> reported = new HashSet<>();

  /// @param about the block in whose state the texts are read
  Exercises(
      Execution execution,
      Accounting.Rules rules,
      Notation notation,
      int index,
      int about,
      Block.Exercise exercise,
      Cases cases) {
    this.execution = execution;
    this.rules = rules;
    this.notation = notation;
    this.index = index;
    this.about = about;
    this.exercise = exercise;
    this.cases = cases;
  }

  /// The entries of all variants but the first.
  List<Claim> claims() {
    return List.copyOf(claims);
  }

  /// @param main the run of the chapter itself, whose inputs are the first variant's
  /// @param account of the first variant
  Optional<Part> all(Part.Head head, Execution.Other main, Account account) {
    List<Variant> variants = new ArrayList<>();
    int before = account.findings().size();
    variant(cases.all().getFirst(), main, account, true).ifPresent(variants::add);
    int shown = cases.all().size();
    if (shown > 1) {
      account.reword(before, Exercises::ofOne);
    }
    for (int i = 1; i < shown && isClean(account); i++) {
      Account own = new Account(head.id() + "-v" + (i + 1));
      proven(cases.all().get(i), own, account).ifPresent(variants::add);
      claims.addAll(own.claims());
    }
    for (int i = 0; i < cases.unseen().size() && isClean(account); i++) {
      proven(cases.unseen().get(i), new Account("unseen"), account);
    }
    return isClean(account) && !variants.isEmpty()
        ? Optional.of(
            new Part.Exercise(head, variants.getFirst(), variants.subList(1, variants.size())))
        : Optional.empty();
  }

  /// A variant but the first; what is wrong with it is reported once for each place.
  private Optional<Variant> proven(Case inputs, Account own, Account account) {
    Execution.Other run = execution.other(index, Execution.Twist.inputs(index, inputs));
    run.ran().findings().forEach(own::report);
    Optional<Variant> variant = variant(inputs, run, own, false);
    run.ran().remarkOn(own);
    for (Finding finding : own.findings()) {
      if (reported.add(new Place(finding.code(), finding.span().start()))) {
        account.report(later(finding, inputs));
      }
    }
    return variant;
  }

  /// The state again, in a run of its own that may be given further names.
  private Execution.Moment fresh(Case inputs) {
    return execution.other(index, Execution.Twist.inputs(index, inputs)).moment();
  }

  private record Place(Finding.Code code, int start) {}

  private static boolean isClean(Account account) {
    return account.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
  }

  /// A finding of the first variant where there are others: digits that are right here may be wrong
  /// there.
  private static Finding ofOne(Finding finding) {
    boolean isFalse =
        finding.code() == VerifyCode.FALSE_NUMBER || finding.code() == VerifyCode.FALSE_STATEMENT;
    return isFalse && finding.fix().isPresent()
        ? finding
            .withoutFix()
            .help(
                finding.help().map(it -> it + "; ").orElse("")
                    + "where the variants differ, say it with {{…}}")
        : finding;
  }

  /// A finding that the first variant does not have; a fix for these inputs would be none for
  /// those.
  private static Finding later(Finding finding, Case inputs) {
    boolean isOfText =
        finding.code() != VerifyCode.MISTAKE_IS_RIGHT && finding.code() != VerifyCode.SAME_MISTAKE;
    String help =
        isOfText
            ? "say it with {{…}}, or choose ranges that cannot give this case"
                + finding.help().map(own -> "; here: " + own).orElse("")
            : "choose ranges in which no two of them are one, or drop one";
    Finding told = inputs.told(finding);
    return new Finding(
        told.code(),
        told.severity(),
        told.span(),
        told.message(),
        told.label(),
        Optional.of(help),
        told.related(),
        Optional.empty());
  }

  private Listings listings(Case inputs, Text code, Accounting own, Account account) {
    Execution.Twist twist = Execution.Twist.inputs(index, inputs);
    return new Listings(
        own,
        account,
        end ->
            execution
                .within(index, twist, code.sub(0, end))
                .map(it -> new Accounting(rules, it, account)),
        other ->
            execution
                .other(index, twist.code(index, other))
                .ran()
                .outcome()
                .filter(Outcome::completed));
  }

  private Optional<Variant> variant(
      Case inputs, Execution.Other run, Account account, boolean first) {
    Execution.Moment state = run.moment();
    Execution.Moment seen = about == index ? state : execution.moment(about);
    Prose prose = new Prose(new Accounting(rules, seen, account), account);
    List<Rich> text = prose.blocks(exercise.text());
    List<Input> given = Inputs.of(exercise.given(), inputs, notation, account);
    boolean completed =
        run.ran().outcome().map(Outcome::completed).orElse(run.ran().findings().isEmpty());
    boolean reached = completed && state.reached();
    Accounting own = new Accounting(rules, state, account);
    Optional<Listing> listing = Optional.empty();
    List<View> views = List.of();
    if (reached) {
      listing =
          exercise
              .code()
              .flatMap(
                  code ->
                      run.ran()
                          .outcome()
                          .map(outcome -> listings(inputs, code, own, account).ran(code, outcome)));
      Expectations.check(exercise.expect(), state, account);
      views = new Views(state, own, account, notation).all(exercise.show(), exercise.output());
    }
    Execution.Moment asked = Questions.build(exercise.questions(), state) ? fresh(inputs) : state;
    Scene scene =
        new Scene(
            execution,
            index,
            inputs,
            asked,
            about == index ? asked : seen,
            rules,
            notation,
            account);
    List<Asked> questions = new Questions(scene, exercise, first).all();
    return reached
        ? Optional.of(new Variant(text, given, listing, views, questions))
        : Optional.empty();
  }
}
