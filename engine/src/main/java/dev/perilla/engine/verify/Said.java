package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the statements of a chapter say: the numbers that they compute, with all their digits, and
/// the numerals that they compute with.
///
/// A text goes on with the numbers of the line above, in the digits that it showed. Where the
/// result is rounded, a digit of an operand may make no difference to it; it is held to what is
/// known: where 7.389 is known and gives the same, 7.388 is an error.
public final class Said {
  private static final int MOST = 500;
  private static final int FEWEST_DIGITS = 4;

  private final Map<String, State.Named> results;
  private final Map<Span, Operand> operands;
  private final Set<Long> counted;
  private final boolean closed;

  public Said() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>(), false);
  }

  private Said(
      Map<String, State.Named> results,
      Map<Span, Operand> operands,
      Set<Long> counted,
      boolean closed) {
    this.results = results;
    this.operands = operands;
    this.counted = counted;
    this.closed = closed;
  }

  /// The same, for a statement that is only tried: it leaves no trace.
  Said closed() {
    return new Said(results, operands, counted, true);
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
  /// @param known the numbers that the program has there
  /// @param holds whether the statement holds with other digits in its place
  record Operand(Numeral numeral, List<State.Named> known, Predicate<String> holds) {
    private boolean isKnown(List<State.Named> numbers) {
      return numbers.stream().anyMatch(it -> Behind.isFrom(numeral, it.number()));
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

  /// The numbers that statements gave so far.
  List<State.Named> results() {
    return new ArrayList<>(results.values());
  }

  /// The operands with one digit other than a number that is known, which makes no difference to
  /// their statement. Cost: some hundred operands at most, each beside all that is known.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    operands.forEach(
        (place, operand) ->
            beside(operand).ifPresent(right -> findings.add(finding(operand, place, right))));
    return findings;
  }

  private Optional<String> beside(Operand operand) {
    List<State.Named> results = results();
    if (operand.isKnown(operand.known()) || operand.isKnown(results)) {
      return Optional.empty();
    }
    Numeral numeral = operand.numeral();
    Set<String> candidates = new LinkedHashSet<>();
    operand.known().stream()
        .filter(it -> it.expression().indexOf('[') < 0) // of many items one is always near
        .forEach(it -> Behind.written(numeral, it.number()).ifPresent(candidates::add));
    results.forEach(it -> Behind.written(numeral, it.number()).ifPresent(candidates::add));
    if (numeral.digits() >= FEWEST_DIGITS && !numeral.exact()) {
      List<String> typed = operands.values().stream().map(it -> it.numeral().text()).toList();
      if (typed.stream().filter(numeral.text()::equals).count() > 1) {
        return Optional.empty();
      }
      candidates.addAll(typed);
    }
    return candidates.stream()
        .filter(it -> isOneDigitOff(it, numeral.text()))
        .filter(operand.holds())
        .findFirst();
  }

  private static boolean isOneDigitOff(String one, String other) {
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
