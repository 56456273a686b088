package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Relation;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Statements.Verdict.Covered;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The sides of one statement, held to each other: those that equalities join to the one that
/// computes, others in their order.
///
/// @param text in which the statement stands
/// @param sides all of them evaluated
/// @param place of the statement
record Comparison(
    Text text, Chain chain, List<Side> sides, Span place, State state, Account account, Said said) {
  /// Judges the statement, and enters it where it holds.
  Covered judge() {
    Covered failed = Covered.failed(chain.start(), chain.end());
    if (sides.stream().allMatch(Side::isBare)) {
      account.report(
          Finding.error(
                  VerifyCode.NO_EVIDENCE,
                  place,
                  "the statement compares numbers that are only written, nothing is computed")
              .help(
                  chain.relations().stream().allMatch(it -> it.kind() == Relation.Kind.GIVES)
                      ? "bind them to a list of the program: [" + place.text() + "]{= xs}"
                      : "write one side as an expression of the program"));
      return failed;
    }
    if (sides.stream().map(side -> side.source().replace(" ", "")).distinct().count() == 1) {
      account.report(
          Finding.error(VerifyCode.NO_EVIDENCE, place, "the statement compares a thing with itself")
              .help("write the other side so that it says something new"));
      return failed;
    }
    for (int i = 0; i + 1 < sides.size(); i++) {
      if (isEquality(chain.relations().get(i)) && putsOthers(sides.get(i), sides.get(i + 1))) {
        return failed;
      }
    }
    if (hasAnyFactor()) {
      return failed;
    }
    Map<Integer, String> tolerances = new TreeMap<>();
    int from = 0;
    while (from < sides.size()) {
      int to = from;
      while (to < chain.relations().size() && isEquality(chain.relations().get(to))) {
        to++;
      }
      if (!equal(from, to, tolerances)) {
        return failed;
      }
      if (to < chain.relations().size()
          && !ordered(chain.relations().get(to), sides.get(to), sides.get(to + 1))) {
        return failed;
      }
      from = to + 1;
    }
    List<Integer> literals =
        sides.stream()
            .filter(side -> side.literal().isPresent())
            .map(side -> side.expr().start())
            .toList();
    new Behind(state, said).operands(text, chain, literals);
    Side evidence =
        sides.stream()
            .filter(side -> side.literal().isEmpty())
            .findFirst()
            .or(() -> sides.stream().filter(side -> !side.isBare()).findFirst())
            .orElseThrow();
    Account.Draft entry =
        account
            .entry(Kind.STATEMENT, Standing.CHECKED, place, place.text())
            .expression(evidence.source())
            .value(evidence.fact().shown())
            .backing(
                sides.stream().map(Side::backing).reduce(State.Backing.NONE, State.Backing::and));
    for (Side side : sides) {
      if (side.literal().isEmpty() && side.fact() instanceof Fact.Quantity quantity) {
        said.result(side.source(), quantity);
      }
    }
    if (!tolerances.isEmpty()) {
      entry.tolerance(String.join(", ", tolerances.values()));
    }
    Optional<Recipe> recipe = recipe();
    recipe.ifPresent(entry::recipe);
    return new Covered(chain.start(), chain.end(), Optional.of(entry.add()), literals(), recipe);
  }

  /// Reports `dz/dw = 0 * 3.5 = 0` where nothing is 3.5.
  private boolean hasAnyFactor() {
    boolean isOfNames =
        sides.stream()
            .anyMatch(
                it -> it.literal().isEmpty() && it.source().chars().anyMatch(Character::isLetter));
    Optional<Numeral> any =
        isOfNames
            ? sides.stream()
                .flatMap(it -> new Behind(state, said).besideZero(text, it.expr()).stream())
                .findFirst()
            : Optional.empty();
    any.ifPresent(
        it ->
            account.report(
                Finding.error(
                        VerifyCode.NO_EVIDENCE,
                        place,
                        "nothing here is " + it.text() + ", and 0 times any number is 0")
                    .help("write the number of what stands there")));
    return any.isPresent();
  }

  /// Reports `a + b = 2 + 5` where `a` is 3: numbers put in the places of names are theirs, in any
  /// order.
  private boolean putsOthers(Side names, Side numbers) {
    Optional<List<Put>> puts = Put.all(names.expr(), numbers.expr());
    if (puts.isEmpty() || puts.get().size() < 2) {
      return false;
    }
    List<Fact.Quantity> values = new ArrayList<>();
    for (Put put : puts.get()) {
      Expr name = put.name();
      if (state.evaluate(text, name, text.sub(name.start(), name.end()))
              instanceof State.Reply.Given given
          && given.fact() instanceof Fact.Quantity quantity) {
        values.add(quantity);
      } else {
        return false;
      }
    }
    boolean isProduct = isProduct(names.expr());
    for (int i = 0; i < values.size(); i++) {
      Expr written = puts.get().get(i).number();
      Optional<Numeral> numeral = new Written(text, state).literal(written);
      if (numeral.isEmpty()) {
        return false;
      }
      if (values.stream()
          .noneMatch(
              it ->
                  Judge.agrees(numeral.get(), it, true)
                      || (!isProduct && Judge.agrees(numeral.get(), Behind.negated(it), true)))) {
        Expr name = puts.get().get(i).name();
        String said = text.value().substring(name.start(), name.end());
        account.report(
            Finding.error(
                    VerifyCode.FALSE_NUMBER,
                    text.span(written.start(), written.end()),
                    "the statement puts "
                        + numeral.get().text()
                        + " in the place of "
                        + said
                        + ", which is "
                        + values.get(i).shown())
                .help("write the numbers of the names, or leave the side with names out"));
        return true;
      }
    }
    return false;
  }

  /// Whether names are multiplied and nothing else: two signs of their numbers would cancel.
  private static boolean isProduct(Expr names) {
    return names instanceof Expr.Binary binary
        ? binary.op() == BinaryOp.MUL && isProduct(binary.left()) && isProduct(binary.right())
        : !(names instanceof Expr.Unary);
  }

  /// How a page asks whether the statement holds with other inputs; empty where its sides look at
  /// different states, are numbers alone, or have strokes, which a page does not read.
  private Optional<Recipe> recipe() {
    if (sides.stream().anyMatch(side -> Strokes.is(side.source()))) {
      return Optional.empty();
    }
    List<State.Place> places =
        sides.stream()
            .filter(side -> side.literal().isEmpty())
            .map(side -> state.place(side.source()))
            .toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int after = places.getFirst().after();
    if (places.stream().anyMatch(place -> place.after() != after)) {
      return Optional.empty();
    }
    if (chain.relations().stream().allMatch(Comparison::isEquality)) {
      List<String> agreeing = places.stream().map(State.Place::expression).toList();
      return Optional.of(
          new Recipe(after, new Recipe.Ask.Agreement(agreeing, places.size() < sides.size())));
    }
    String whole = sides.getFirst().place().to(sides.getLast().place()).text();
    return Optional.of(state.place(whole).condition());
  }

  /// How the sides that are bare numbers are found again, each from a side that computes.
  private Map<Integer, Optional<Recipe>> literals() {
    Map<Integer, Optional<Recipe>> literals = new TreeMap<>();
    Optional<Recipe> whole = recipe();
    for (Side side : sides) {
      if (side.literal().isPresent()) {
        literals.put(
            side.expr().start(),
            whole.flatMap(
                it ->
                    it.ask() instanceof Recipe.Ask.Agreement agreement
                        ? side.literal()
                            .get()
                            .decimals()
                            .map(
                                decimals ->
                                    new Recipe(
                                        it.after(),
                                        new Recipe.Ask.Rounded(
                                            agreement.sides().getFirst(),
                                            decimals,
                                            agreement.sides())))
                        : Optional.empty()));
      }
    }
    return literals;
  }

  static boolean isEquality(Relation relation) {
    return switch (relation.kind()) {
      case EQUAL, ABOUT, GIVES -> true;
      case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, NOT_EQUAL, BECOMES -> false;
    };
  }

  /// Sides `from` to `to` (inclusive) are joined by equalities: all agree with the computed one.
  private boolean equal(int from, int to, Map<Integer, String> tolerances) {
    if (from == to) {
      return true;
    }
    List<Side> run = sides.subList(from, to + 1);
    Optional<Side> computed = computed(run, new Written(text, state));
    if (computed.isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.NO_EVIDENCE,
                  run.get(0).place().to(run.get(run.size() - 1).place()),
                  "these numbers are only written, nothing is computed")
              .help("write one side as an expression of the program"));
      return false;
    }
    Fact truth = computed.get().fact();
    List<Side> agreed = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      Side side = sides.get(i);
      if (side.equals(computed.get())) {
        continue;
      }
      int joint = i > from ? i - 1 : from;
      boolean about = chain.relations().get(joint).kind() == Relation.Kind.ABOUT;
      if (side.literal().isPresent()) {
        if (!literalHolds(side, run, computed.get(), truth, about)) {
          return false;
        }
        if (truth instanceof Fact.Quantity quantity) {
          tolerances.put(i, Judge.tolerance(side.literal().get(), quantity, about).toString());
        }
      } else if (agrees(side, computed.get(), run, agreed)) {
        agreed.add(side);
      } else {
        report(side, run, computed.get(), truth);
        return false;
      }
    }
    return true;
  }

  /// The side that the others are held to: one with names, else one that computes.
  private static Optional<Side> computed(List<Side> run, Written written) {
    List<Side> sides =
        run.stream()
            .filter(side -> side.literal().isEmpty() && !written.isList(side.expr()))
            .toList();
    return sides.stream()
        .filter(side -> side.source().chars().anyMatch(Character::isLetter))
        .findFirst()
        .or(() -> sides.stream().findFirst())
        .or(() -> run.stream().filter(side -> side.isScaled()).findFirst());
  }

  /// Whether a side is the truth, or stands for one that is: `tanh(0.84)` for `tanh(2 × 0.42)`.
  ///
  /// @param agreed the sides before it that agree
  private boolean agrees(Side side, Side computed, List<Side> run, List<Side> agreed) {
    return leads(side, computed, run, agreed)
        || (run.stream().anyMatch(it -> it.literal().filter(r -> isShownIn(side, r)).isPresent())
            && !new Written(text, state).isTorn(side.expr(), computed.expr()));
  }

  /// Likewise, whatever the numbers beside it are.
  private boolean leads(Side side, Side computed, List<Side> run, List<Side> agreed) {
    Written written = new Written(text, state);
    Fact truth = computed.fact();
    return side.isSame(computed)
        || written.wrong(side.expr(), truth).filter(List::isEmpty).isPresent()
        || new Behind(state, said)
            .readings(side.source()).stream().anyMatch(it -> Judge.same(it, truth))
        || run.stream()
            .anyMatch(
                other ->
                    !other.equals(side)
                        && (agreed.contains(other) || Judge.same(other.fact(), truth))
                        && written.stands(side.expr(), other.expr()));
  }

  /// Whether a side of rounded numbers gives the rounded result beside it, and each of their digits
  /// shows there: `0.1368 + 0.3322 = 0.4690`, where none of them may be one more or less.
  private boolean isShownIn(Side side, Numeral result) {
    String source = side.source();
    if (result.exact()
        || source.codePoints().anyMatch(Character::isLetter)
        || !gives(source, result)) {
      return false;
    }
    for (Numeral operand : Numeral.scan(source, Notation.POINT)) {
      for (int step : new int[] {1, -1}) {
        Optional<String> next =
            operand
                .value()
                .map(it -> it.abs().add(operand.unit().multiply(BigDecimal.valueOf(step))))
                .map(BigDecimal::toPlainString);
        int from = operand.end() - operand.text().replaceAll("^[-+−–]", "").length();
        String other =
            source.substring(0, from) + next.orElse("") + source.substring(operand.end());
        if (next.isEmpty() || gives(other, result)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean gives(String source, Numeral result) {
    return state.evaluate(Text.at(source, place)) instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity quantity
        && Judge.agrees(result, quantity, false);
  }

  /// Whether the name alone has another value than all that is said of it: `x = 4 - 0.3 = 3.7` of
  /// an `x` that has gone on.
  private boolean isOfAnotherStep(List<Side> run, Side computed, Fact truth) {
    List<Side> others = run.stream().filter(it -> !it.equals(computed)).toList();
    List<Side> computing = others.stream().filter(it -> it.literal().isEmpty()).toList();
    List<Numeral> numbers = others.stream().flatMap(it -> it.literal().stream()).toList();
    Behind behind = new Behind(state, said);
    return computed.expr() instanceof Expr.Name
        && !numbers.isEmpty()
        && !computing.isEmpty()
        && computing.stream()
            .allMatch(
                it ->
                    it.fact() instanceof Fact.Quantity given
                        && numbers.stream().allMatch(number -> Judge.agrees(number, given, true))
                        && !leads(it, computed, run, List.of())
                        && behind.wronglyRounded(it.source()).isEmpty())
        && truth instanceof Fact.Quantity here
        && numbers.stream().noneMatch(number -> Judge.agrees(number, here, true));
  }

  private void report(Side side, List<Side> run, Side computed, Fact truth) {
    if (isOfAnotherStep(run, computed, truth)) {
      account.report(Faults.otherStep(computed, run));
      return;
    }
    Written written = new Written(text, state);
    List<Written.Wrong> wrong = written.wrong(side.expr(), truth).orElse(List.of());
    for (Written.Wrong number : wrong) {
      Span at = text.span(number.place().start(), number.place().end());
      account.report(
          Faults.falseNumber(
              number.numeral(), Notation.POINT, at, number.given(), computed.source(), false));
    }
    if (wrong.isEmpty()) {
      account.report(
          Faults.disagreement(
              side,
              computed,
              place,
              run.stream()
                  .filter(other -> !other.equals(side) && Judge.same(other.fact(), truth))
                  .flatMap(other -> written.slip(side.expr(), other.expr()).stream())
                  .findFirst()
                  .or(() -> new Behind(state, said).wronglyRounded(side.source()))));
    }
  }

  private boolean literalHolds(
      Side side, List<Side> run, Side computed, Fact truth, boolean about) {
    Numeral numeral = side.literal().orElseThrow();
    if (truth instanceof Fact.NotFinite not) {
      account.report(Faults.notFinite(place, computed.source(), not));
      return false;
    }
    if (!(truth instanceof Fact.Quantity given)) {
      account.report(
          Finding.error(
                  VerifyCode.FALSE_STATEMENT,
                  side.place(),
                  "the text says "
                      + numeral.text()
                      + ", "
                      + computed.source()
                      + " is "
                      + truth.shown())
              .help("compare numbers with numbers"));
      return false;
    }
    if (!Judge.agrees(numeral, given, about)) {
      account.report(
          isOfAnotherStep(run, computed, truth)
              ? Faults.otherStep(computed, run)
              : Faults.falseNumber(
                  numeral, Notation.POINT, side.place(), given, computed.source(), about));
      return false;
    }
    if (!about && isTooShort(numeral, given, computed)) {
      account.report(Faults.tooShort(numeral, side.place(), given, computed.source()));
      return false;
    }
    return true;
  }

  /// Whether `numeral` is rounded to one digit where the numbers that it comes from have more:
  /// `0.75 × 1.2 = 0.9` is so, `0.76 × 1.2 = 0.9` only about so.
  private static boolean isTooShort(Numeral numeral, Fact.Quantity given, Side computed) {
    return numeral.digits() < 2
        && !Judge.same(given, new Fact.Quantity(numeral.value().orElseThrow(), false, ""))
        && Numeral.scan(computed.source(), Notation.POINT).stream().anyMatch(it -> it.digits() > 1);
  }

  private boolean ordered(Relation relation, Side left, Side right) {
    Span both = left.place().to(right.place());
    if (left.fact() instanceof Fact.Quantity a && right.fact() instanceof Fact.Quantity b) {
      int order =
          Judge.order(
              left.literal().flatMap(Numeral::value).orElse(a.exact()),
              right.literal().flatMap(Numeral::value).orElse(b.exact()));
      boolean holds =
          switch (relation.kind()) {
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER_EQUAL -> order >= 0;
            case NOT_EQUAL ->
                order != 0
                    && !Judge.same(a, b)
                    && left.literal().filter(it -> Judge.agrees(it, b, false)).isEmpty()
                    && right.literal().filter(it -> Judge.agrees(it, a, false)).isEmpty();
            case EQUAL, ABOUT, GIVES, BECOMES -> throw new IllegalStateException("no order");
          };
      if (!holds) {
        account.report(Faults.disorder(left, right, both));
      }
      return holds;
    }
    boolean differ =
        relation.kind() == Relation.Kind.NOT_EQUAL && !Judge.same(left.fact(), right.fact());
    if (!differ) {
      account.report(
          Finding.error(
                  VerifyCode.NOT_CHECKABLE,
                  text.span(relation.start(), relation.end()),
                  left.source() + " and " + right.source() + " cannot be compared so")
              .help("compare numbers with numbers"));
    }
    return differ;
  }
}
