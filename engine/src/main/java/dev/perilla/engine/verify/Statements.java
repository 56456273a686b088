package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Chain.Relation;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `c = a * b = 12`: a statement, checked as written against a state of the program.
public final class Statements {
  private static final Pattern OPEN_SIDE =
      Pattern.compile("\\s*(?:=|≈|→|->)\\s*(?:\\?|…|\\.\\.\\.|_+)\\s*$");
  private static final Pattern MISSING_SIDE = Pattern.compile("(?<![-=])[=≈<>≤≥≠]\\s*[-−+]?\\s*$");

  /// `1 / 3 × 10⁸`: a thousand millionth for some, a power of ten behind a third for others.
  private static final Pattern TWO_READINGS =
      Pattern.compile(
          "[/÷∕⁄➗]\\s*(\\d[\\d.]*\\s*[×·⋅∗∙•✕✖⨯]\\s*10(?:[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\\^\\S+|\\*\\*\\S+))");

  /// Rows of numbers of which some are left out, `[0, ..., 1]`: they state nothing.
  private static final Pattern LEFT_OUT = Pattern.compile("[\\[,]\\s*(?:\\.\\.\\.|…)");

  /// `f'(3)`, a derivative that names no value.
  private static final Pattern STROKE = Pattern.compile("\\p{L}['′’]+\\s*\\(");

  private final State state;
  private final Account account;
  private final Said said;

  /// @param said what the statements of the chapter have said before; it takes in what these say
  public Statements(State state, Account account, Said said) {
    this.state = state;
    this.account = account;
    this.said = said;
  }

  /// Why a derivative with a stroke is not read.
  static final String DERIVATIVE =
      "a derivative with a stroke names no value; write dy/dx, of names of the program";

  private static final String TUPLE =
      "several things stand on both sides of one sign; put brackets: (a, b) = (3, 4)";

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

      /// With what stands before it from there on.
      Covered from(int place) {
        return new Covered(place, end, entry, literals, recipe);
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
    Text asked = Strokes.read(open.find() && open.start() > 0 ? text.sub(0, open.start()) : text);
    if (STROKE.matcher(asked.value()).find()
        || Strokes.names(asked.value()).anyMatch(this::isNumber)) {
      return new Verdict(List.of(), Optional.of(DERIVATIVE));
    }
    return switch (Parser.chains(asked)) {
      case Reading.NoStatement none ->
          all(asked).orElse(new Verdict(List.of(), Optional.of(none.reason())));
      case Reading.Chains chains -> {
        if (isTuple(chains.chains())) {
          yield new Verdict(List.of(), Optional.of(TUPLE));
        }
        List<Verdict.Covered> covered = new ArrayList<>();
        List<Numeral> numerals = Numeral.scan(asked.value(), Notation.POINT);
        for (Chain chain : chains.chains()) {
          for (Chain part : parts(chain)) {
            if (numerals.stream().anyMatch(it -> cuts(part, it))) {
              covered.add(Verdict.Covered.failed(part.start(), part.end()));
            } else if (!part.relations().isEmpty()) {
              one(asked, part).ifPresent(covered::add);
            }
          }
        }
        yield new Verdict(covered, Optional.empty());
      }
    };
  }

  private boolean isNumber(String name) {
    return state.evaluate(Text.at(name, Span.at(SourceFile.of("", ""), 0)))
            instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity;
  }

  /// `a == 3 and b == 4` says two things.
  private Optional<Verdict> all(Text text) {
    if (!(Parser.expression(text, Dialect.TEXT).tree().orElse(null) instanceof Expr.Logic logic)
        || !logic.isAnd()
        || logic.operands().stream().anyMatch(it -> !isStatement(text.sub(it.start(), it.end())))) {
      return Optional.empty();
    }
    List<Verdict.Covered> covered = new ArrayList<>();
    for (Expr part : logic.operands()) {
      for (Verdict.Covered each : check(text.sub(part.start(), part.end())).covered()) {
        int by = part.start();
        Map<Integer, Optional<Recipe>> literals = new HashMap<>();
        each.literals().forEach((at, recipe) -> literals.put(at + by, recipe));
        covered.add(
            new Verdict.Covered(
                each.start() + by, each.end() + by, each.entry(), literals, each.recipe()));
      }
    }
    return Optional.of(new Verdict(covered, Optional.empty()));
  }

  private static boolean isStatement(Text text) {
    return Parser.chains(text) instanceof Reading.Chains read
        && read.chains().size() == 1
        && !read.chains().getFirst().relations().isEmpty();
  }

  /// `a, b = 3, 4`: in Python both, to be read one by one `a`, `b = 3` and `4`.
  private static boolean isTuple(List<Chain> chains) {
    int last = chains.size() - 1;
    return chains.size() > 2
        && chains.getFirst().relations().isEmpty()
        && chains.get(last).relations().isEmpty()
        && chains.stream().filter(it -> !it.relations().isEmpty()).count() == 1
        && chains.get(last / 2).relations().size() == 1
        && chains.size() % 2 == 1;
  }

  /// Whether a statement ends within a numeral, as `c = 12` in `c = 12,5`: nobody can tell what it
  /// says.
  private static boolean cuts(Chain chain, Numeral numeral) {
    return (numeral.start() < chain.end() && chain.end() < numeral.end())
        || (numeral.start() < chain.start() && chain.start() < numeral.end());
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
            && Side.of(before, chains.chains().getLast().sides().getLast(), state).reply()
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

  /// What stands behind the arrow of `x ← x - 0.1 * 6 = 3.4`, where that is a statement.
  private static Optional<Chain> becoming(Chain chain) {
    boolean isFirst = chain.relations().getFirst().kind() == Relation.Kind.BECOMES;
    return isFirst && chain.relations().size() > 1
        ? Optional.of(
            new Chain(
                chain.sides().subList(1, chain.sides().size()),
                chain.relations().subList(1, chain.relations().size())))
        : Optional.empty();
  }

  private Optional<Verdict.Covered> one(Text text, Chain chain) {
    boolean digits =
        !Numeral.scan(text.value().substring(chain.start(), chain.end()), Notation.POINT).isEmpty();
    Span place = text.span(chain.start(), chain.end());
    if (chain.relations().stream().anyMatch(r -> r.kind() == Relation.Kind.BECOMES)) {
      return becoming(chain).flatMap(it -> one(text, it));
    }
    String words = text.value().substring(chain.start(), chain.end());
    if (LEFT_OUT.matcher(words).find() && words.chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Matcher two = TWO_READINGS.matcher(text.value()).region(chain.start(), chain.end());
    if (two.find()) {
      account.report(
          Finding.error(
                  VerifyCode.NOT_CHECKABLE,
                  text.span(two.start(), two.end()),
                  "this can be read in two ways: divided by all of " + two.group(1) + ", or not")
              .help("put brackets: / (" + two.group(1) + ")"));
      return Optional.of(Verdict.Covered.failed(chain.start(), chain.end()));
    }
    List<Side> sides = new ArrayList<>();
    for (Expr side : chain.sides()) {
      sides.add(Side.of(text, side, state));
    }
    for (Side side : sides) {
      switch (side.reply()) {
        case State.Reply.Given given -> {}
        case State.Reply.NotEvaluated not -> {
          return Optional.of(Verdict.Covered.failed(chain.start(), chain.end()));
        }
        case State.Reply.Refused refused -> {
          if (refused.unknownName()) {
            Identity.Truth truth = new Identity(state, text, chain).truth();
            if (truth == Identity.Truth.NEVER) {
              return Optional.of(ofAll(text, chain));
            }
            Letters letters = new Letters(state, text, chain);
            if (!digits) {
              letters.equation(Optional.empty()).ifPresent(said::equation);
              return Optional.empty();
            }
            if (truth == Identity.Truth.ALWAYS) {
              return Optional.of(holds(place, chain, "the same wherever it was tried"));
            }
            Optional<Chain> behind = letters.behind();
            if (behind.isPresent()) {
              letters.value(behind.get()).ifPresent(said::computed);
              return one(text, behind.get()).map(it -> it.from(chain.start()));
            }
            Finding whyNot = Faults.refusal(refused, side.place(), place, names(side), state);
            if (letters.equation(Optional.of(whyNot)).filter(said::equation).isPresent()) {
              return Optional.of(holds(place, chain, "so with the numbers of its letters"));
            }
          }
          account.report(Faults.refusal(refused, side.place(), place, names(side), state));
          return Optional.of(Verdict.Covered.failed(chain.start(), chain.end()));
        }
      }
    }
    return Optional.of(new Comparison(text, chain, sides, place, state, account, said).judge());
  }

  /// The entry of what holds for letters.
  private Verdict.Covered holds(Span place, Chain chain, String how) {
    String entry =
        account
            .entry(Kind.STATEMENT, Standing.CHECKED, place, place.text())
            .expression(place.text())
            .value(how)
            .add();
    return new Verdict.Covered(
        chain.start(), chain.end(), Optional.of(entry), Map.of(), Optional.empty());
  }

  private Verdict.Covered ofAll(Text text, Chain chain) {
    Expr left = chain.sides().getFirst();
    account.report(
        Finding.error(
                VerifyCode.FALSE_STATEMENT,
                text.span(chain.start(), chain.end()),
                text.value().substring(left.start(), left.end())
                    + " is something else in the program, wherever it is tried")
            .help("correct it; of another function it says nothing once it has another name"));
    return Verdict.Covered.failed(chain.start(), chain.end());
  }

  /// What the names of a side are here, `e is [7.389, 2.718]`, at most two of them.
  private String names(Side side) {
    List<String> names = new ArrayList<>();
    for (Lexeme word : Lexeme.all(Text.at(side.source(), side.place()))) {
      String name = side.source().substring(word.start(), word.end());
      if (word.kind() == Lexeme.Kind.NAME
          && names.size() < 2
          && state.evaluate(Text.at(name, side.place())) instanceof State.Reply.Given given
          && names.stream().noneMatch(it -> it.startsWith(name + " is "))) {
        String shown = given.fact().shown();
        names.add(name + " is " + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
      }
    }
    return String.join(", ", names);
  }
}
