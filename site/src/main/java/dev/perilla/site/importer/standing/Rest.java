package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The part of an equation that holds by itself, without the names before it: who computes by hand
/// goes on with rounded numbers, and says of a name what it becomes.
///
/// @param said whether all numbers in the arithmetic of an equation were said before it
/// @param rates of learning that the lesson has said last
record Rest(Tried tried, Scan scan, Predicate<Equation> said, Set<String> rates) {
  private static final BigDecimal NEXT = BigDecimal.valueOf(3); // units of the last place
  private static final BigDecimal MOST = new BigDecimal("0.05"); // of the number; 0.4 is not 0.5

  /// The last sides of an equation: those after what is only named, and as many of these as hold
  /// together with them.
  Optional<Equation> of(Equation equation) {
    int most = 0;
    while (most < equation.sides().size() - 2 && isOnlyNamed(equation, most)) {
      most++;
    }
    List<Equation> rests =
        IntStream.rangeClosed(1, most).mapToObj(it -> without(equation, it)).toList();
    return rests.stream()
        .limit(Math.max(0, most - 1))
        .filter(this::holds)
        .findFirst()
        .or(() -> rests.isEmpty() ? Optional.empty() : Optional.of(rests.getLast()));
  }

  private static Equation without(Equation equation, int sides) {
    return new Equation(
        equation.sides().subList(sides, equation.sides().size()),
        equation.relations().subList(sides, equation.relations().size()));
  }

  private boolean holds(Equation rest) {
    boolean words = rest.zone() == Scan.Zone.PROSE;
    return tried
        .span(words ? rest.code() : scan.text().substring(rest.start(), rest.end()))
        .isEmpty();
  }

  private boolean isOnlyNamed(Equation equation, int index) {
    Equation.Side side = equation.sides().get(index);
    if (index == 0 && Derivative.is(side.code()) && isDerived(side.code(), equation)) {
      return false;
    }
    boolean derivative = index == 0 && Derivative.is(side.code()) && isAgain(equation);
    boolean formula = // `p - y = 0.54 - 1 = -0.46`
        index == 0
            && side.form() == Form.FORMULA
            && side.tokens().stream().noneMatch(it -> it.is(Kind.NUMBER))
            && isAgain(equation);
    boolean becomes =
        derivative
            || formula
            || (index == 0
                && side.form() == Form.NAME
                && (equation.sides().get(1).names().contains(side.code())
                    || equation.relations().get(0).equals("←")
                    || goesOn(side, equation.sides().get(1))
                    || isAgain(equation)));
    boolean unknown =
        !side.names().isEmpty()
            && side.names().stream().anyMatch(it -> !tried.isNumber(it) || tried.isLeft(it));
    boolean worked = // a name or a formula, with arithmetic after it, of rounded numbers
        side.form() == Form.NAME
            ? equation.sides().get(index + 1).form() == Form.ARITHMETIC || isWorked(equation, index)
            : isWorked(equation, index) && !side.names().contains(equation.sides().get(0).code());
    return becomes
        || unknown
        || States.isUnconnected(tried, side)
        || isRounded(equation, side, worked);
  }

  /// Whether a derivative of what backward starts from, by an input, is said by a formula of names
  /// that all have their numbers here: `dL/dw = 2 * (p - y) * x = 4` is false where it is 6.
  private boolean isDerived(String derivative, Equation equation) {
    int stroke = derivative.indexOf('/');
    return stroke > 0
        && tried.sink().filter(it -> derivative.substring(1, stroke).equals(it)).isPresent()
        && tried.isInput(derivative.substring(stroke + 2))
        && equation.sides().get(1).form() == Form.FORMULA
        && equation.sides().get(1).names().stream()
            .allMatch(it -> tried.isValue(it) && !tried.isLeft(it));
  }

  /// `a = 1 / (1 + exp(-n)) = 1 / (1 + exp(-1.1059)) = 0.7514`: what is named, then a formula of
  /// it, then the same with numbers.
  private static boolean isWorked(Equation equation, int index) {
    int next = index + 1;
    while (next < equation.sides().size() && equation.sides().get(next).form() == Form.FORMULA) {
      next++;
    }
    return next > index
        && next < equation.sides().size()
        && equation.sides().get(next).form() == Form.ARITHMETIC;
  }

  /// `w = 0.8 - 0.1 * 2.1`, where `w` is 0.8 now: what it becomes.
  private boolean goesOn(Equation.Side name, Equation.Side update) {
    Token first = update.tokens().get(0);
    return update.form() == Form.ARITHMETIC
        && first.is(Kind.NUMBER)
        && update.tokens().size() > 2
        && update.tokens().get(1).code().matches("[+-]")
        && isAtTheRate(update)
        && tried
            .numeral(scan.text().substring(first.start(), first.end()))
            .flatMap(Numeral::value)
            .flatMap(
                said -> tried.quantity(name.code()).filter(it -> it.exact().compareTo(said) == 0))
            .isPresent();
  }

  /// Whether a step is scaled by the rate of learning that the lesson has, where it has one.
  boolean isAtTheRate(Equation.Side update) {
    List<Token> tokens = update.tokens();
    boolean scales =
        tokens.size() > 4
            && tokens.get(1).code().matches("[+-]")
            && tokens.get(2).is(Kind.NUMBER)
            && tokens.get(3).code().equals("*");
    if (!scales) {
      return true;
    }
    String scale = scan.text().substring(tokens.get(2).start(), tokens.get(2).end());
    Optional<String> rate =
        Lexicon.RATES.stream().filter(tried::isNumber).filter(it -> !tried.isLeft(it)).findFirst();
    return rate.isEmpty()
        || tried.holds(scale, rate.get())
        || Spoken.size(tokens.get(2))
            .map(BigDecimal::toPlainString)
            .filter(rates::contains)
            .isPresent();
  }

  /// `g = 2 * (0.6 - 3) = -4.8` of a name that was something else before: what it is in the next
  /// round, computed with numbers that the lesson came to. Only arithmetic that holds is so read.
  /// So is `g = e = 0.9`, by another formula.
  private boolean isAgain(Equation equation) {
    Equation.Side name = equation.sides().get(0);
    Equation.Side last = equation.sides().getLast();
    List<Equation.Side> between = equation.sides().subList(1, equation.sides().size() - 1);
    Optional<Fact.Quantity> now = tried.quantity(name.code());
    if (now.isEmpty() || last.form() != Form.NUMBER || between.isEmpty()) {
      return false;
    }
    String words = scan.text().substring(last.start(), last.end());
    boolean worked = between.stream().allMatch(it -> it.form() == Form.ARITHMETIC);
    boolean renamed = between.stream().noneMatch(it -> it.names().contains(name.code()));
    return !tried.holds(words, name.code())
        && between.stream().allMatch(it -> comesTo(it, words))
        && (worked
            ? between.stream().allMatch(this::isAtTheRate)
                && (said.test(equation) || isFar(words, now.get()))
            : renamed);
  }

  /// Whether a side is a number, be it by choosing one, `max(0, 6)`.
  private boolean comesTo(Equation.Side side, String words) {
    return tried.holds(words, side.code()) || tried.span(side.code() + " = " + words).isEmpty();
  }

  /// Whether a number is nowhere near what the name has: of something else that goes by it.
  private boolean isFar(String words, Fact.Quantity now) {
    return isFar(
        tried.numeral(words).flatMap(Numeral::value).orElse(BigDecimal.ZERO).doubleValue(), now);
  }

  static boolean isFar(double said, Fact.Quantity now) {
    double is = now.exact().doubleValue();
    return Math.abs(said - is) > Math.max(Math.abs(said), Math.abs(is)) / 2;
  }

  /// Whether a side with names is next to what the equation comes to: who computes by hand goes on
  /// with numbers that are rounded.
  private boolean isRounded(Equation equation, Equation.Side side, boolean worked) {
    Equation.Side last = equation.sides().getLast();
    if (side.names().isEmpty() || last.form() != Form.NUMBER) {
      return false;
    }
    Optional<Numeral> said =
        tried
            .numeral(scan.text().substring(last.start(), last.end()))
            .filter(it -> it.value().isPresent());
    return said.isPresent()
        && tried
            .quantity(side.code())
            .filter(it -> worked || !Judge.agrees(said.get(), it, false))
            .filter(it -> isNext(it.exact(), said.get()))
            .isPresent();
  }

  static boolean isNext(BigDecimal value, Numeral said) {
    BigDecimal apart = value.subtract(said.value().orElseThrow()).abs();
    return !said.exact()
        && apart.compareTo(said.unit().multiply(NEXT)) <= 0
        && apart.compareTo(value.abs().multiply(MOST)) <= 0;
  }
}
