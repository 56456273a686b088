package dev.perilla.engine.verify;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The numbers behind the rounded ones that a statement computes with: those that the program has
/// under a name or belonging to one, and those that the chapter's statements gave before.
///
/// `y = -1.2 × 0.4621 + 0.3` is true where 0.4621 is `h`, `-1.2 * h + 0.3` is `y`, and the digits
/// that are left out make the product another one.
record Behind(State state, Said said) {
  private static final int MOST_READINGS = 32;
  private static final Pattern POWER =
      Pattern.compile("\\s*[×·*]\\s*10(?:(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?:\\*\\*|\\^)\\(?(-?\\d+))");
  private static final int FEWEST_DIGITS = 2;

  /// What `side` gives with the numbers that its numerals are rounded from.
  List<Fact.Quantity> readings(String side) {
    List<State.Named> known = new ArrayList<>(state.numbers());
    known.addAll(said.results());
    List<String> sources = List.of("");
    int at = 0;
    for (Numeral numeral : Numeral.scan(side, Notation.POINT)) {
      List<BigDecimal> behind = behind(numeral, known);
      if (behind.isEmpty()) {
        behind = behind(numeral, known.stream().flatMap(Behind::besides).toList());
      }
      if (behind.isEmpty()) {
        continue;
      }
      int digits = numeral.start() + (Character.isDigit(numeral.text().charAt(0)) ? 0 : 1);
      List<String> longer = new ArrayList<>();
      for (String source : sources) {
        for (BigDecimal number : behind) {
          longer.add(source + side.substring(at, digits) + "(" + number + ")");
        }
      }
      sources = longer.subList(0, Math.min(longer.size(), MOST_READINGS));
      at = numeral.end();
    }
    if (at == 0) {
      return List.of();
    }
    List<Fact.Quantity> readings = new ArrayList<>();
    for (String source : sources) {
      Text whole = Text.of(SourceFile.of("", source + side.substring(at)));
      if (state.evaluate(whole) instanceof State.Reply.Given given
          && given.fact() instanceof Fact.Quantity quantity) {
        readings.add(quantity);
      }
    }
    return readings;
  }

  /// A factor of `0 * 3.5` that nothing has: whatever it is, the product is 0.
  Optional<Numeral> besideZero(Text text, Expr side) {
    List<Expr> factors = factors(side);
    Written written = new Written(text, state);
    List<Numeral> numerals = factors.stream().flatMap(it -> written.literal(it).stream()).toList();
    boolean isZero =
        numerals.size() == factors.size()
            && numerals.stream()
                .anyMatch(it -> it.value().filter(one -> one.signum() == 0).isPresent());
    if (factors.size() < 2 || !isZero) {
      return Optional.empty();
    }
    List<State.Named> known = new ArrayList<>(state.numbers());
    known.addAll(said.results());
    known.addAll(known.stream().flatMap(Behind::besides).toList());
    return numerals.stream()
        .filter(it -> it.digits() >= FEWEST_DIGITS)
        .filter(it -> known.stream().noneMatch(one -> isFrom(it, one.number())))
        .findFirst();
  }

  private static List<Expr> factors(Expr side) {
    return side instanceof Expr.Binary binary && binary.op() == BinaryOp.MUL
        ? Stream.concat(factors(binary.left()).stream(), factors(binary.right()).stream()).toList()
        : List.of(side);
  }

  /// A numeral that is none of what the program has in its digits, but next to one that is.
  record Rounded(String written, String expression, String right) {}

  /// The first numeral of `side` that is a known number in all digits but one.
  Optional<Rounded> wronglyRounded(String side) {
    List<State.Named> known = new ArrayList<>(state.numbers());
    known.addAll(said.results());
    for (Numeral numeral : Numeral.scan(side, Notation.POINT)) {
      if (numeral.digits() <= FEWEST_DIGITS
          || known.stream().anyMatch(it -> isFrom(numeral, it.number()))) {
        continue;
      }
      for (State.Named named : known) {
        Optional<String> right =
            written(numeral, named.number()).filter(it -> Said.isOneDigitOff(it, numeral.text()));
        if (right.isPresent()) {
          return Optional.of(new Rounded(numeral.text(), named.expression(), right.get()));
        }
      }
    }
    return Optional.empty();
  }

  /// Without their signs, the numbers that a rounded numeral may stand for; none where the program
  /// has a number that has no other digits. What arithmetic of numerals gave, `-1.0 * 0.20`, says
  /// nothing of what 0.20 is.
  private static List<BigDecimal> behind(Numeral numeral, List<State.Named> known) {
    if (numeral.exact() || !numeral.text().matches("[-+−–]?\\d+\\.\\d+")) {
      return List.of();
    }
    List<BigDecimal> behind = new ArrayList<>();
    for (State.Named named : known) {
      if (!isFrom(numeral, named.number())) {
        continue;
      }
      BigDecimal digits = named.number().exact().abs().round(new MathContext(17));
      boolean bare = !named.expression().codePoints().anyMatch(Character::isLetter);
      if (digits.doubleValue() == numeral.value().orElseThrow().abs().doubleValue()) {
        if (bare) {
          continue;
        }
        return List.of(); // 0.3 is the float 0.3, though that has other digits from the 17th on
      }
      if (!behind.contains(digits)) {
        behind.add(digits);
      }
    }
    return behind;
  }

  /// What texts compute with beside a number between 0 and 1 without naming it: the rest to one,
  /// and the slopes of tanh and of sigmoid where that number comes out.
  private static Stream<State.Named> besides(State.Named named) {
    BigDecimal h = named.number().exact();
    if (h.abs().compareTo(BigDecimal.ONE) >= 0 || h.signum() == 0) {
      return Stream.empty();
    }
    BigDecimal rest = BigDecimal.ONE.subtract(h);
    return Stream.of(rest, BigDecimal.ONE.subtract(h.multiply(h)), h.multiply(rest))
        .map(it -> it.round(MathContext.DECIMAL64))
        .map(it -> new State.Named(named.expression(), new Fact.Quantity(it, false, "")));
  }

  /// Whether a numeral may be `number` rounded, whatever the signs: `a - 0.25` speaks of -0.25 too.
  static boolean isFrom(Numeral numeral, Fact.Quantity number) {
    return Judge.agrees(numeral, number, false) || Judge.agrees(numeral, negated(number), false);
  }

  /// `number` as the numeral would write it, with the numeral's sign.
  static Optional<String> written(Numeral numeral, Fact.Quantity number) {
    boolean turned = numeral.value().orElseThrow().signum() != number.exact().signum();
    return Rewriting.of(numeral, Notation.POINT, turned ? negated(number) : number, false);
  }

  static Fact.Quantity negated(Fact.Quantity number) {
    return new Fact.Quantity(number.exact().negate(), number.integer(), number.repr());
  }

  /// Takes in what a statement that holds computes with, but for numbers of one digit: some number
  /// is always next to these.
  ///
  /// @param literals where those numerals start that are sides of their own
  void operands(Text text, Chain chain, List<Integer> literals) {
    if (!chain.relations().stream().allMatch(Comparison::isEquality)) {
      return; // that a digit makes no difference to what is smaller says nothing of it
    }
    List<Numeral> operands =
        Numeral.scan(text.value().substring(0, chain.end()), Notation.POINT).stream()
            .filter(it -> it.start() >= chain.start() && !literals.contains(it.start()))
            .filter(it -> it.digits() >= FEWEST_DIGITS)
            .toList();
    List<State.Named> known = operands.isEmpty() ? List.of() : state.numbers();
    if (!operands.isEmpty()) {
      chain.sides().forEach(side -> parts(text, side));
    }
    for (Numeral numeral : operands) {
      int power = power(text.value(), numeral.end());
      said.operand(
          text.span(numeral.start(), numeral.end()),
          new Said.Operand(
              numeral,
              whole(text, chain),
              known,
              power,
              instead -> holds(with(text, chain, numeral, instead)),
              instead -> isExact(with(text, chain, numeral, instead))));
    }
  }

  /// Takes in what the parts of a side come to where these are numbers alone, as is the sum of
  /// `(0.2 + 0.3) * 0.7`: the next line goes on with it.
  private void parts(Text text, Expr side) {
    if (!(side instanceof Expr.Binary whole)) {
      return;
    }
    for (Expr part : List.of(whole.left(), whole.right())) {
      parts(text, part);
      Text source = text.sub(part.start(), part.end());
      if (part instanceof Expr.Binary
          && source.value().codePoints().noneMatch(Character::isLetter)
          && state.evaluate(text, part, source) instanceof State.Reply.Given given
          && given.fact() instanceof Fact.Quantity quantity) {
        said.part(quantity, source.span());
      }
    }
  }

  /// The power of ten with which a numeral that ends at `at` is multiplied: 11 in `1.5×10¹¹`.
  private static int power(String text, int at) {
    Matcher power = POWER.matcher(text).region(at, text.length());
    if (!power.lookingAt()) {
      return 0;
    }
    StringBuilder digits = new StringBuilder();
    String written = power.group(1) == null ? power.group(2) : power.group(1);
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      int raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
      digits.append(c == '⁻' ? "-" : raised >= 0 ? "" + raised : "" + c);
    }
    return digits.length() > 4 ? 0 : Integer.parseInt(digits.toString());
  }

  private static Text with(Text text, Chain chain, Numeral numeral, String instead) {
    String other =
        text.value().substring(0, numeral.start())
            + instead
            + text.value().substring(numeral.end());
    return whole(text.reading(other), chain);
  }

  /// A chain with the brackets around its outermost numbers, which no side holds.
  private static Text whole(Text text, Chain chain) {
    String value = text.value();
    int depth = 0;
    int open = 0; // brackets that close within, and open before
    for (int i = chain.start(); i < chain.end(); i++) {
      depth += value.charAt(i) == '(' ? 1 : value.charAt(i) == ')' ? -1 : 0;
      open = Math.max(open, -depth);
    }
    int closed = depth + open; // those that open within, and close behind
    int start = chain.start();
    while (start > 0 && open > 0 && "( ".indexOf(value.charAt(start - 1)) >= 0) {
      start--;
      open -= value.charAt(start) == '(' ? 1 : 0;
    }
    int end = chain.end();
    while (end < value.length() && closed > 0 && ") ".indexOf(value.charAt(end)) >= 0) {
      closed -= value.charAt(end) == ')' ? 1 : 0;
      end++;
    }
    return text.sub(start, end);
  }

  /// Whether nothing in the statement is rounded.
  private boolean isExact(Text statement) {
    if (!(Parser.chains(statement) instanceof Reading.Chains chains)) {
      return false;
    }
    List<Fact.Quantity> sides = new ArrayList<>();
    for (Expr side : chains.chains().getFirst().sides()) {
      if (Side.of(statement, side, state).reply() instanceof State.Reply.Given given
          && given.fact() instanceof Fact.Quantity quantity) {
        sides.add(quantity);
      }
    }
    return sides.stream().allMatch(it -> Judge.same(it, sides.getFirst()));
  }

  private boolean holds(Text statement) {
    Account tried = new Account("tried");
    Statements.Verdict verdict = new Statements(state, tried, said.closed()).check(statement);
    return tried.findings().isEmpty() && !verdict.covered().isEmpty();
  }
}
