package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the statements of a chapter say: the numbers that they compute, with all their digits, and
/// the numerals that they compute with.
///
/// A text goes on with the numbers of the line above, in the digits that it showed. Where the
/// result is rounded, a digit of an operand may make no difference to it; it is held to what is
/// known: where 7.389 is known and gives the same, 7.388 is an error, unless that is known as well.
public final class Said {
  private static final int MOST = 500;

  private static final int NEAR = 240; // characters
  private static final MathContext PRECISE = new MathContext(12);

  /// A number of two digits has a neighbour in most texts: it has to stand there more than once.
  private static final int FEWEST_DIGITS = 3;

  private static final List<Double> CONSTANTS =
      List.of(
          Math.PI,
          Math.E,
          0.6931471805599453, // ln 2
          2.302585092994046, // ln 10
          Math.sqrt(2),
          Math.sqrt(3));

  private final Map<String, State.Named> results;
  private final Map<Span, Operand> operands;
  private final List<Part> parts;
  private final Set<Long> counted;
  private final AtomicInteger base; // of the places of lists in formulas; -1 for not known
  private final List<Equation> equations;
  private final Set<Equation.Value> computed;
  private final boolean ends;
  private final boolean closed;

  /// What some statements say of which nobody asks at their end.
  public Said() {
    this(false);
  }

  /// What those of a chapter say, at whose end is asked for [#findings].
  public static Said ofChapter() {
    return new Said(true);
  }

  private Said(boolean ends) {
    this(
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new HashSet<>(),
        new AtomicInteger(-1),
        new ArrayList<>(),
        new HashSet<>(),
        ends,
        false);
  }

  private Said(
      Map<String, State.Named> results,
      Map<Span, Operand> operands,
      List<Part> parts,
      Set<Long> counted,
      AtomicInteger base,
      List<Equation> equations,
      Set<Equation.Value> computed,
      boolean ends,
      boolean closed) {
    this.results = results;
    this.operands = operands;
    this.parts = parts;
    this.counted = counted;
    this.base = base;
    this.equations = equations;
    this.computed = computed;
    this.ends = ends;
    this.closed = closed;
  }

  /// The same, for a statement that is only tried: it leaves no trace.
  public Said closed() {
    return new Said(results, operands, parts, counted, base, equations, computed, ends, true);
  }

  /// What formulas count the places of lists from, 0 or 1; empty where none has shown it.
  OptionalInt base() {
    return base.get() < 0 ? OptionalInt.empty() : OptionalInt.of(base.get());
  }

  /// Takes in that a formula holds if places are counted so, and not otherwise.
  void placesFrom(int from) {
    base.set(from);
  }

  /// Takes in that a list counts up to `last`.
  public void counts(long last) {
    counted.add(last);
  }

  /// Whether a list counted up to `last`: another one may go on from there.
  public boolean counted(long last) {
    return counted.contains(last);
  }

  /// A numeral that a statement computes with.
  ///
  /// @param statement all of it
  /// @param known the numbers that the program has there
  /// @param power of ten that it is multiplied with
  /// @param holds whether the statement holds with other digits in its place
  /// @param isExact whether all its sides are equal to the last digit with these in its place
  record Operand(
      Numeral numeral,
      Text statement,
      List<State.Named> known,
      int power,
      Predicate<String> holds,
      Predicate<String> isExact) {
    /// Numbers as it would write them before its power of ten.
    private List<State.Named> scaled(List<State.Named> numbers) {
      return power == 0
          ? numbers
          : numbers.stream()
              .map(
                  it ->
                      new State.Named(
                          it.expression(),
                          new Fact.Quantity(
                              it.number().exact().scaleByPowerOfTen(-power), false, "")))
              .toList();
    }

    private boolean isKnown(List<State.Named> numbers) {
      return numbers.stream().anyMatch(it -> Behind.isFrom(numeral, it.number()));
    }

    private BigDecimal size() {
      return numeral.value().orElseThrow().abs();
    }
  }

  /// What a part of a statement comes to: the product of `0.5 * 0.3 + 0.1`.
  private record Part(Fact.Quantity number, Span place) {
    /// Whether the numeral has as many decimals as the number needs, and no fewer.
    boolean isWhole(Numeral numeral) {
      BigDecimal exact = number.exact().round(PRECISE).stripTrailingZeros();
      return exact.scale() == numeral.unit().scale();
    }

    /// Whether it stands a line or two above a place.
    boolean isAbove(Span other) {
      return place.file() == other.file()
          && place.start() < other.start()
          && other.start() - place.start() < NEAR;
    }
  }

  /// A numeral that stands somewhere in the chapter.
  ///
  /// @param sizes what it says without its sign; two where it may be read in two notations
  /// @param block the block in which it stands
  /// @param isOperand whether a statement computes with it, and it has no other standing
  private record Typed(
      List<BigDecimal> sizes, Span place, String block, Standing standing, boolean isOperand) {
    static Optional<Typed> of(Claim claim, Notation notation, Set<Span> operands) {
      if (claim.entry().kind() != Ledger.Kind.NUMERAL) {
        return Optional.empty();
      }
      List<BigDecimal> sizes =
          Stream.of(notation, Notation.POINT)
              .distinct()
              .flatMap(it -> Numeral.whole(claim.entry().text(), it).stream())
              .flatMap(it -> it.value().stream())
              .map(BigDecimal::abs)
              .toList();
      String id = claim.entry().id();
      String block = id.substring(0, Math.max(0, id.lastIndexOf('-')));
      boolean isOperand = operands.stream().anyMatch(it -> overlap(claim.span(), it));
      return sizes.isEmpty()
          ? Optional.empty()
          : Optional.of(new Typed(sizes, claim.span(), block, claim.entry().standing(), isOperand));
    }

    /// Those of the expressions to which words are bound.
    static List<Typed> inExpressions(List<Claim> claims) {
      List<Typed> typed = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      Span nowhere = Span.at(SourceFile.of("", ""), 0);
      for (Claim claim : claims) {
        Ledger.Entry entry = claim.entry();
        String expression = entry.expression().orElse("");
        boolean isBound =
            entry.kind() == Ledger.Kind.CONDITION
                || (entry.kind() == Ledger.Kind.NUMERAL && entry.value().isPresent());
        if (!isBound || !seen.add(expression)) {
          continue;
        }
        for (Numeral numeral : Numeral.scan(expression, Notation.POINT)) {
          numeral
              .value()
              .map(it -> new Typed(List.of(it.abs()), nowhere, "", Standing.CHECKED, false))
              .ifPresent(typed::add);
        }
      }
      return typed;
    }

    private static boolean overlap(Span one, Span other) {
      return one.file() == other.file() && one.start() < other.end() && other.start() < one.end();
    }

    boolean says(BigDecimal size) {
      return sizes.stream().anyMatch(it -> it.compareTo(size) == 0);
    }

    boolean isIn(Span other) {
      return overlap(place, other);
    }

    /// Its number and its block: what stands twice there is no slip.
    String said() {
      return block + " " + sizes.getFirst().stripTrailingZeros();
    }
  }

  /// Takes in what `expression` gives.
  void result(String expression, Fact.Quantity number) {
    if (!closed && results.size() < MOST) {
      results.putIfAbsent(number.repr(), new State.Named(expression, number));
    }
  }

  /// Takes in an operand; texts that are read twice say it once.
  void operand(Span place, Operand operand) {
    if (!closed && operands.size() < MOST) {
      operands.put(place, operand);
    }
  }

  /// Takes in what a part of a statement comes to.
  void part(Fact.Quantity number, Span place) {
    if (!closed && parts.size() < MOST) {
      parts.add(new Part(number, place));
    }
  }

  /// Takes in what is said of letters that the program does not have, to be asked at the end;
  /// whether that is done.
  boolean equation(Equation equation) {
    boolean isTaken = ends && !closed && equations.size() < MOST;
    if (isTaken) {
      equations.add(equation);
    }
    return isTaken;
  }

  /// Takes in what a text computes under a letter, `x = 10 - 3 = 7`.
  void computed(Equation.Value value) {
    if (!closed) {
      computed.add(value);
    }
  }

  /// The numbers that statements gave so far.
  List<State.Named> results() {
    return new ArrayList<>(results.values());
  }

  /// The equations that nothing makes hold, and the operands with one digit other than a number
  /// that is known, which makes no difference to their statement. Cost: some hundred operands at
  /// most, each beside all that is known.
  ///
  /// @param claims all of the chapter
  /// @param notation of the numerals in a file
  public List<Finding> findings(List<Claim> claims, Function<SourceFile, Notation> notation) {
    List<Finding> findings = new ArrayList<>();
    if (!equations.isEmpty()) {
      findings.addAll(Equation.unsolved(equations, computed, closed()));
    }
    if (operands.isEmpty()) {
      return findings;
    }
    List<Typed> typed = new ArrayList<>();
    for (Claim claim : claims) {
      Typed.of(claim, notation.apply(claim.span().file()), operands.keySet()).ifPresent(typed::add);
    }
    typed.addAll(Typed.inExpressions(claims));
    Map<String, Long> times =
        typed.stream().collect(Collectors.groupingBy(Typed::said, Collectors.counting()));
    operands.forEach(
        (place, operand) ->
            beside(place, operand, typed, times)
                .ifPresent(right -> findings.add(finding(operand, place, right))));
    return findings;
  }

  /// The digits that are known where an operand has others.
  ///
  /// @param times how often a block says a number
  private Optional<String> beside(
      Span place, Operand operand, List<Typed> typed, Map<String, Long> times) {
    List<State.Named> results = operand.scaled(results());
    List<State.Named> known = operand.scaled(operand.known());
    List<Typed> others = typed.stream().filter(it -> !it.isIn(place)).toList();
    if (operand.isKnown(known)
        || operand.isKnown(results)
        || parts.stream().anyMatch(it -> Behind.isFrom(operand.numeral(), it.number()))
        || others.stream().anyMatch(it -> it.says(operand.size()))) {
      return Optional.empty();
    }
    Numeral numeral = operand.numeral();
    boolean isLong = numeral.digits() >= FEWEST_DIGITS;
    Set<String> sure = new LinkedHashSet<>();
    if (isLong) {
      Stream.concat(
              known.stream().filter(it -> !isItem(it.expression())),
              results.stream().filter(it -> !operand.statement().value().contains(it.expression())))
          .forEach(it -> Behind.written(numeral, it.number()).ifPresent(sure::add));
      parts.stream()
          .filter(it -> it.isWhole(numeral) && it.isAbove(place))
          .forEach(it -> Behind.written(numeral, it.number()).ifPresent(sure::add));
      sure.addAll(constants(numeral));
    }
    String block =
        typed.stream().filter(it -> it.isIn(place)).map(Typed::block).findFirst().orElse("");
    Set<String> single = new LinkedHashSet<>();
    for (Typed other : others) {
      boolean isSure =
          (isLong && !other.isOperand())
              || (other.block().equals(block) && times.getOrDefault(other.said(), 0L) > 1);
      if (other.standing() == Standing.COMPUTED // of what a program prints something is always near
          || !(isSure || other.isIn(operand.statement().span()))) {
        continue;
      }
      for (BigDecimal size : other.sizes()) {
        Behind.written(numeral, new Fact.Quantity(size, size.scale() <= 0, size.toPlainString()))
            .ifPresent(isSure ? sure::add : single::add);
      }
    }
    return sure.stream()
        .filter(it -> isOneDigitOff(it, numeral.text()))
        .filter(operand.holds())
        .filter(it -> !operand.isExact().test(it) || !operand.isExact().test(numeral.text()))
        .findFirst()
        .or(
            () ->
                single.stream()
                    .filter(it -> isOneDigitOff(it, numeral.text()))
                    .filter(it -> !operand.isExact().test(numeral.text()))
                    .filter(operand.isExact())
                    .findFirst());
  }

  /// Constants that texts compute with, in the digits of `numeral`; none where it is the beginning
  /// of one, as 3.1415 is.
  private static List<String> constants(Numeral numeral) {
    List<String> all = new ArrayList<>();
    for (double constant : CONSTANTS) {
      Fact.Quantity exact = Fact.Quantity.of(constant, "");
      BigDecimal cut =
          exact.exact().setScale(Math.max(0, numeral.unit().scale()), RoundingMode.DOWN);
      boolean begins = cut.compareTo(numeral.value().orElseThrow().abs()) == 0;
      if (begins || Behind.isFrom(numeral, exact)) {
        return List.of();
      }
      if (numeral.digits() > FEWEST_DIGITS && !numeral.exact()) {
        Behind.written(numeral, exact).ifPresent(all::add);
      }
    }
    return all;
  }

  /// Of many items one is always near.
  private static boolean isItem(String expression) {
    return expression.indexOf('[') >= 0;
  }

  static boolean isOneDigitOff(String one, String other) {
    int off = 0;
    for (int i = 0; i < one.length() && one.length() == other.length(); i++) {
      off += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return off == 1;
  }

  private static Finding finding(Operand operand, Span place, String right) {
    String text = operand.numeral().text();
    return Finding.error(
            VerifyCode.BESIDE,
            place,
            "the text computes with " + text + ", where " + right + " is known")
        .label("what comes out is the same with both")
        .help("write " + right + "; if another number is meant, give what comes out more digits")
        .fix(Rewriting.edit(operand.numeral(), place, right));
  }
}
