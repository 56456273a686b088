package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Chain.Relation;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `c = a * b = 12`: a statement, checked as written against a state of the program.
public final class Statements {
  private static final Pattern OPEN_SIDE =
      Pattern.compile("\\s*(?:=|≈|→|->)\\s*(?:\\?|…|\\.\\.\\.|_+)\\s*$");
  private static final Pattern MISSING_SIDE = Pattern.compile("(?<![-=])[=≈<>≤≥≠]\\s*[-−+]?\\s*$");

  private final State state;
  private final Account account;

  public Statements(State state, Account account) {
    this.state = state;
    this.account = account;
  }

  /// What became of a text.
  ///
  /// @param covered the parts of the text (0-based, end exclusive) whose numerals are settled, each
  ///   with the ledger's entry; after a finding too, so that one cause is one finding
  public record Verdict(List<Covered> covered, Optional<String> whyNot) {
    public Verdict {
      covered = List.copyOf(covered);
    }

    /// @param entry the entry of the statement; empty where the statement failed
    /// @param literals by where they start, how its sides that are bare numbers are found again
    /// @param recipe how the statement is
    public record Covered(
        int start,
        int end,
        Optional<String> entry,
        Map<Integer, Optional<Recipe>> literals,
        Optional<Recipe> recipe) {
      public Covered {
        literals = Map.copyOf(literals);
      }

      static Covered failed(int start, int end) {
        return new Covered(start, end, Optional.empty(), Map.of(), Optional.empty());
      }
    }
  }

  /// Checks every statement of `text`. A text that is none, or that states nothing, covers nothing.
  /// A side that is left open, `c = a * b = ?`, claims nothing.
  public Verdict check(Text text) {
    Matcher open = OPEN_SIDE.matcher(text.value());
    Text asked = open.find() && open.start() > 0 ? text.sub(0, open.start()) : text;
    return switch (Parser.chains(asked)) {
      case Reading.NoStatement none -> new Verdict(List.of(), Optional.of(none.reason()));
      case Reading.Chains chains -> {
        List<Verdict.Covered> covered = new ArrayList<>();
        for (Chain chain : chains.chains()) {
          for (Chain part : parts(chain)) {
            if (!part.relations().isEmpty()) {
              one(asked, part).ifPresent(covered::add);
            }
          }
        }
        yield new Verdict(covered, Optional.empty());
      }
    };
  }

  /// Reports `c = a * b =`: a statement of what the program knows, without its last side. In a
  /// drawing it would be an arrow.
  Optional<Verdict> missing(Text text) {
    Matcher end = MISSING_SIDE.matcher(text.value());
    if (!end.find() || end.start() == 0) {
      return Optional.empty();
    }
    Text before = text.sub(0, end.start());
    boolean known =
        Parser.chains(before) instanceof Reading.Chains chains
            && side(before, chains.chains().getLast().sides().getLast()).reply()
                instanceof State.Reply.Given;
    if (!known) {
      return Optional.empty();
    }
    account.report(
        Finding.error(
                VerifyCode.NOT_CHECKABLE,
                text.span(end.start(), end.start() + 1),
                "nothing stands after this sign, so the statement cannot be checked")
            .help("write the side that is missing; one that is left open is a ?, as in c = ?"));
    return Optional.of(
        new Verdict(List.of(Verdict.Covered.failed(0, text.value().length())), Optional.empty()));
  }

  /// `a = 3 → c = 12` says two things: where the arrow stands between statements it joins them.
  private static List<Chain> parts(Chain chain) {
    for (int i = 1; i + 1 < chain.relations().size(); i++) {
      if (chain.relations().get(i).kind() == Relation.Kind.GIVES) {
        List<Chain> parts = new ArrayList<>();
        parts.add(new Chain(chain.sides().subList(0, i + 1), chain.relations().subList(0, i)));
        int count = chain.relations().size();
        parts.addAll(
            parts(
                new Chain(
                    chain.sides().subList(i + 1, count + 1),
                    chain.relations().subList(i + 1, count))));
        return parts;
      }
    }
    return List.of(chain);
  }

  private Optional<Verdict.Covered> one(Text text, Chain chain) {
    boolean digits =
        !Numeral.scan(text.value().substring(chain.start(), chain.end()), Notation.POINT).isEmpty();
    Span place = text.span(chain.start(), chain.end());
    if (chain.relations().stream().anyMatch(r -> r.kind() == Relation.Kind.BECOMES)) {
      return Optional.empty();
    }
    List<Side> sides = new ArrayList<>();
    for (Expr side : chain.sides()) {
      sides.add(side(text, side));
    }
    for (Side side : sides) {
      switch (side.reply()) {
        case State.Reply.Given given -> {}
        case State.Reply.NotEvaluated not -> {
          return Optional.of(Verdict.Covered.failed(chain.start(), chain.end()));
        }
        case State.Reply.Refused refused -> {
          if (refused.unknownName() && !digits) {
            return Optional.empty();
          }
          account.report(refusal(refused, side.place(), place));
          return Optional.of(Verdict.Covered.failed(chain.start(), chain.end()));
        }
      }
    }
    return Optional.of(judge(text, chain, sides, place));
  }

  private static Finding refusal(State.Reply.Refused refused, Span side, Span whole) {
    Finding cause = refused.findings().get(0);
    Finding finding =
        Finding.error(
            refused.unknownName() ? VerifyCode.UNKNOWN_NAME : VerifyCode.CANNOT_EVALUATE,
            refused.unknownName() ? cause.span() : side,
            refused.unknownName()
                ? "the statement cannot be checked: " + cause.message()
                : "the statement cannot be evaluated: " + cause.message());
    String help =
        cause
            .help()
            .orElse(
                refused.unknownName()
                    ? "names are looked up in the state after the blocks above; `about:` names"
                        + " another block"
                    : "write it so that it can be run, or mark it: [" + whole.text() + "]{plain}");
    return finding.help(help);
  }

  /// A side with what it gives; `literal` is there for a bare number.
  private record Side(
      Expr expr, Span place, String source, Optional<Numeral> literal, State.Reply reply) {
    Fact fact() {
      return switch (reply) {
        case State.Reply.Given given -> given.fact();
        case State.Reply.Refused refused -> throw new IllegalStateException("refused side");
        case State.Reply.NotEvaluated not ->
            throw new IllegalStateException("side that did not run");
      };
    }
  }

  private Side side(Text text, Expr expr) {
    Text source = written(text, expr);
    Optional<Numeral> literal = new Written(text, state).literal(expr);
    return new Side(
        expr, source.span(), source.value().strip(), literal, state.evaluate(text, expr, source));
  }

  /// An expression with the brackets that stand around it.
  private static Text written(Text text, Expr expr) {
    String value = text.value();
    int start = expr.start();
    int end = expr.end();
    int before = back(value, start);
    while (before >= 0 && value.charAt(before) == '(' && depth(value, before, end) >= 0) {
      end = depth(value, before, end) > 0 ? forth(value, end) + 1 : end;
      start = before;
      before = back(value, start);
    }
    while (depth(value, start, end) > 0 && value.charAt(forth(value, end)) == ')') {
      end = forth(value, end) + 1; // of its last operand
    }
    return text.sub(start, end);
  }

  private static int back(String value, int from) {
    int at = from - 1;
    while (at >= 0 && value.charAt(at) == ' ') {
      at--;
    }
    return at;
  }

  private static int forth(String value, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) == ' ') {
      at++;
    }
    return Math.min(at, value.length() - 1);
  }

  /// How many brackets opened from `open` on are still open at `end`.
  private static int depth(String value, int open, int end) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      depth += value.charAt(i) == '(' ? 1 : value.charAt(i) == ')' ? -1 : 0;
    }
    return depth;
  }

  private Verdict.Covered judge(Text text, Chain chain, List<Side> sides, Span place) {
    Verdict.Covered failed = Verdict.Covered.failed(chain.start(), chain.end());
    if (sides.stream().allMatch(side -> Written.isBare(side.expr()))) {
      account.report(
          Finding.error(
                  VerifyCode.NO_EVIDENCE,
                  place,
                  "the statement compares numbers that are only written, nothing is computed")
              .help("write one side as an expression of the program"));
      return failed;
    }
    if (sides.stream().map(side -> side.source().replace(" ", "")).distinct().count() == 1) {
      account.report(
          Finding.error(VerifyCode.NO_EVIDENCE, place, "the statement compares a thing with itself")
              .help("write the other side so that it says something new"));
      return failed;
    }
    Map<Integer, String> tolerances = new TreeMap<>();
    int from = 0;
    while (from < sides.size()) {
      int to = from;
      while (to < chain.relations().size() && isEquality(chain.relations().get(to))) {
        to++;
      }
      if (!equal(text, chain, sides, from, to, place, tolerances)) {
        return failed;
      }
      if (to < chain.relations().size()
          && !ordered(chain.relations().get(to), sides.get(to), sides.get(to + 1), text)) {
        return failed;
      }
      from = to + 1;
    }
    Side evidence =
        sides.stream()
            .filter(side -> side.literal().isEmpty())
            .findFirst()
            .or(() -> sides.stream().filter(side -> !Written.isBare(side.expr())).findFirst())
            .orElseThrow();
    Account.Draft entry =
        account
            .entry(Kind.STATEMENT, Standing.CHECKED, place, place.text())
            .expression(evidence.source())
            .value(evidence.fact().shown());
    if (!tolerances.isEmpty()) {
      entry.tolerance(String.join(", ", tolerances.values()));
    }
    Optional<Recipe> recipe = recipe(chain, sides);
    recipe.ifPresent(entry::recipe);
    return new Verdict.Covered(
        chain.start(), chain.end(), Optional.of(entry.add()), literals(chain, sides), recipe);
  }

  /// How a page asks whether the statement holds with other inputs; empty where its sides look at
  /// different states, or are numbers alone.
  private Optional<Recipe> recipe(Chain chain, List<Side> sides) {
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
    if (chain.relations().stream().allMatch(Statements::isEquality)) {
      List<String> agreeing = places.stream().map(State.Place::expression).toList();
      return Optional.of(new Recipe(after, new Recipe.Ask.Agreement(agreeing)));
    }
    String whole = sides.getFirst().place().to(sides.getLast().place()).text();
    return Optional.of(state.place(whole).condition());
  }

  /// How the sides that are bare numbers are found again, each from a side that computes.
  private Map<Integer, Optional<Recipe>> literals(Chain chain, List<Side> sides) {
    Map<Integer, Optional<Recipe>> literals = new TreeMap<>();
    Optional<Recipe> whole = recipe(chain, sides);
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

  private static boolean isEquality(Relation relation) {
    return switch (relation.kind()) {
      case EQUAL, ABOUT, GIVES -> true;
      case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, NOT_EQUAL, BECOMES -> false;
    };
  }

  /// Sides `from` to `to` (inclusive) are joined by equalities: all agree with the computed one.
  private boolean equal(
      Text text,
      Chain chain,
      List<Side> sides,
      int from,
      int to,
      Span place,
      Map<Integer, String> tolerances) {
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
    for (int i = from; i <= to; i++) {
      Side side = sides.get(i);
      if (side.equals(computed.get())) {
        continue;
      }
      int joint = i > from ? i - 1 : from;
      boolean about = chain.relations().get(joint).kind() == Relation.Kind.ABOUT;
      if (side.literal().isPresent()) {
        if (!literalHolds(side, computed.get(), truth, about, place)) {
          return false;
        }
        if (truth instanceof Fact.Quantity quantity) {
          tolerances.put(i, Judge.tolerance(side.literal().get(), quantity, about).toString());
        }
      } else if (!agrees(text, side, run, truth)) {
        report(text, side, computed.get(), truth, place);
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
        .or(() -> run.stream().filter(side -> isComputed(side)).findFirst());
  }

  /// Whether something is computed here, if only a power of ten.
  private static boolean isComputed(Side side) {
    return side.literal().isPresent() && !Written.isBare(side.expr());
  }

  private boolean agrees(Text text, Side side, List<Side> run, Fact truth) {
    Written written = new Written(text, state);
    return sameFact(side.fact(), truth)
        || written.wrong(side.expr(), truth).filter(List::isEmpty).isPresent()
        || run.stream()
            .anyMatch(
                other ->
                    !other.equals(side)
                        && sameFact(other.fact(), truth)
                        && written.stands(side.expr(), other.expr()));
  }

  private void report(Text text, Side side, Side computed, Fact truth, Span place) {
    List<Written.Wrong> wrong =
        new Written(text, state).wrong(side.expr(), truth).orElse(List.of());
    for (Written.Wrong number : wrong) {
      Span at = text.span(number.place().start(), number.place().end());
      account.report(
          falseNumber(
              number.numeral(), Notation.POINT, at, number.given(), computed.source(), false));
    }
    if (wrong.isEmpty()) {
      account.report(disagreement(side, computed, place));
    }
  }

  private boolean literalHolds(Side side, Side computed, Fact truth, boolean about, Span place) {
    Numeral numeral = side.literal().orElseThrow();
    if (truth instanceof Fact.NotFinite not) {
      account.report(notFinite(place, computed.source(), not));
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
          falseNumber(numeral, Notation.POINT, side.place(), given, computed.source(), about));
      return false;
    }
    if (!about && isTooShort(numeral, given, computed)) {
      account.report(tooShort(numeral, side.place(), given, computed.source()));
      return false;
    }
    return true;
  }

  /// Whether `numeral` is rounded to one digit where the numbers that it comes from have more:
  /// `0.75 × 1.2 = 0.9` is so, `0.76 × 1.2 = 0.9` only about so.
  private static boolean isTooShort(Numeral numeral, Fact.Quantity given, Side computed) {
    return digits(numeral) < 2
        && !Judge.same(given, new Fact.Quantity(numeral.value().orElseThrow(), false, ""))
        && Numeral.scan(computed.source(), Notation.POINT).stream().anyMatch(it -> digits(it) > 1);
  }

  /// How many digits a number is written with, zeros before them left out.
  private static int digits(Numeral numeral) {
    BigDecimal value = numeral.value().orElse(BigDecimal.ZERO);
    return value.signum() == 0 ? 0 : value.precision();
  }

  private static Finding tooShort(
      Numeral numeral, Span place, Fact.Quantity given, String expression) {
    String longer = new BigDecimal(given.repr()).round(new MathContext(2)).toPlainString();
    return Finding.error(
            VerifyCode.FALSE_NUMBER,
            place,
            "the text says " + numeral.text() + ", the program gives " + given.repr())
        .label(expression + ": one digit is too little for =")
        .help("write ≈ " + numeral.text() + ", or more digits: " + longer);
  }

  /// The finding for a numeral that does not agree.
  public static Finding falseNumber(
      Numeral numeral,
      Notation notation,
      Span place,
      Fact.Quantity given,
      String expression,
      boolean about) {
    Optional<String> right = Rewriting.of(numeral, notation, given, about);
    Finding finding =
        Finding.error(
                VerifyCode.FALSE_NUMBER,
                place,
                "the text says " + numeral.text() + ", the program gives " + given.repr())
            .label(expression + ": " + distance(numeral, given, about));
    if (right.isEmpty()) {
      return finding.help("write the number that the program gives: {{" + expression + "}}");
    }
    boolean integerTruth = !numeral.exact() || given.whole();
    String help =
        integerTruth
            ? "write " + right.get()
            : "write " + right.get() + ", or ≈ before an integer that is rounded";
    return finding.help(help).fix(Rewriting.edit(numeral, place, right.get()));
  }

  private static String distance(Numeral numeral, Fact.Quantity given, boolean about) {
    BigDecimal difference = Judge.difference(numeral, given);
    BigDecimal tolerance = Judge.tolerance(numeral, given, about);
    if (numeral.isBegun()) {
      return "its digits begin otherwise";
    }
    return difference.compareTo(tolerance) <= 0
        ? "half way, and rounded to the other side"
        : "off by "
            + Shown.shortest(Fact.Quantity.of(difference.doubleValue(), ""))
            + ", allowed "
            + tolerance.round(new MathContext(2));
  }

  static Finding notFinite(Span place, String expression, Fact.NotFinite not) {
    return Finding.error(
            LanguageCode.NOT_FINITE,
            place,
            expression + " is " + not.repr() + ", which is no finite number")
        .help("choose inputs for which it has a value");
  }

  private Finding disagreement(Side side, Side computed, Span place) {
    Optional<Fact.NotFinite> not =
        side.fact() instanceof Fact.NotFinite there ? Optional.of(there) : Optional.empty();
    if (not.isPresent()) {
      return notFinite(place, side.source(), not.get());
    }
    boolean onOneLine = place.text().indexOf('\n') < 0;
    Finding finding =
        Finding.error(
                VerifyCode.FALSE_STATEMENT,
                onOneLine ? place : side.place(),
                computed.source()
                    + " is "
                    + computed.fact().shown()
                    + ", but "
                    + side.source()
                    + " is "
                    + side.fact().shown())
            .label("these are not equal");
    boolean assignment =
        side.expr() instanceof Expr.Binary || computed.expr() instanceof Expr.Binary;
    return finding.help(
        assignment
            ? "an equation is no assignment: for a step of a program use a code block, or write ←"
            : "correct the side that is wrong");
  }

  private static boolean sameFact(Fact a, Fact b) {
    return switch (a) {
      case Fact.Quantity left -> b instanceof Fact.Quantity right && Judge.same(left, right);
      case Fact.NotFinite left -> false;
      case Fact.Truth left -> b instanceof Fact.Truth right && left.value() == right.value();
      case Fact.Sequence left ->
          b instanceof Fact.Sequence right && sameItems(left.items(), right.items());
      case Fact.Thing left -> b instanceof Fact.Thing right && left.repr().equals(right.repr());
    };
  }

  private static boolean sameItems(List<Fact> a, List<Fact> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!sameFact(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean ordered(Relation relation, Side left, Side right, Text text) {
    Span place = left.place().to(right.place());
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
        account.report(
            Finding.error(
                    VerifyCode.FALSE_STATEMENT,
                    place,
                    "the text says "
                        + place.text()
                        + ", but "
                        + left.source()
                        + " is "
                        + a.repr()
                        + " and "
                        + right.source()
                        + " is "
                        + b.repr())
                .help("turn the sign, or correct the side that is wrong"));
      }
      return holds;
    }
    boolean differ =
        relation.kind() == Relation.Kind.NOT_EQUAL && !sameFact(left.fact(), right.fact());
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

  /// Whether `written`, a bare number, agrees with `given`; used for expectations and comments.
  static boolean agree(Fact written, Optional<Numeral> numeral, Fact given) {
    if (numeral.isPresent() && given instanceof Fact.Quantity quantity) {
      return Judge.agrees(numeral.get(), quantity, false);
    }
    return sameFact(written, given);
  }

  /// The tolerance as the ledger shows it.
  static String shown(BigDecimal tolerance) {
    return tolerance.signum() == 0 ? "0" : tolerance.stripTrailingZeros().toString();
  }
}
