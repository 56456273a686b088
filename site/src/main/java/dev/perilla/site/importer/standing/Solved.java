package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Points;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Zone;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Equations that are solved, `2x - 6 = 0 → x = 3`, or only asked, `f(x) = 0`: they say of no
/// letter what it is. What a letter has to be is held to the equation, where that is a straight
/// line.
///
/// @param text that they stand in
record Solved(Dressing text) {
  private static final int REACH = 40; // characters between an equation and its solution

  void all() {
    for (int i = 0; i < text.equations.size(); i++) {
      Equation asks = text.equations.get(i);
      Optional<Equation> next =
          Optional.of(i + 1).filter(it -> it < text.equations.size()).map(text.equations::get);
      if (asks.sides().size() > 2 && asks.relations().get(1).equals("→")) {
        pair(part(asks, 0, 2), part(asks, 2, asks.sides().size()));
      } else if (asks.sides().size() == 2) {
        boolean solved =
            next.filter(it -> follows(asks, it)).filter(it -> pair(asks, it)).isPresent();
        if (!solved && (isAsked(asks) || isOfSystem(asks))) {
          plain(asks);
        }
      }
    }
  }

  private static Equation part(Equation equation, int from, int to) {
    return new Equation(
        equation.sides().subList(from, to), equation.relations().subList(from, to - 1));
  }

  /// Whether an equation stands close behind another, in its sentence.
  private boolean follows(Equation asks, Equation solution) {
    String between =
        solution.start() < asks.end()
            ? "."
            : text.scan.text().substring(asks.end(), solution.start());
    return between.length() <= REACH && between.indexOf('.') < 0 && !between.contains("\n\n");
  }

  /// Takes an equation and its solution, whether that is right or not.
  private boolean pair(Equation asks, Equation solution) {
    boolean says =
        solution.sides().size() == 2
            && solution.sides().get(0).form() == Form.NAME
            && (solution.sides().get(1).form() == Form.NUMBER
                || solution.sides().get(1).form() == Form.ARITHMETIC)
            && solution.relations().get(0).matches("=|≈")
            && asks.relations().get(0).equals("=")
            && asks.sides().get(0).form() == Form.FORMULA
            && asks.sides().get(1).form() == Form.NUMBER;
    List<Integer> numbers = numbers(solution);
    if (!says || numbers.isEmpty() || numbers(asks).isEmpty()) {
      return false;
    }
    String letter = solution.sides().get(0).code();
    String left = asks.sides().get(0).code();
    String right = asks.sides().get(1).code();
    Optional<BigDecimal> constant = value(left, letter, "0");
    Optional<BigDecimal> one = value(left, letter, "1");
    Optional<BigDecimal> two = value(left, letter, "2");
    Optional<BigDecimal> comes = text.tried.quantity(right).map(it -> it.exact());
    if (comes.isEmpty() || constant.isEmpty() || one.isEmpty() || two.isEmpty()) {
      return false;
    }
    BigDecimal slope = one.get().subtract(constant.get());
    boolean straight = slope.signum() != 0 && two.get().subtract(one.get()).compareTo(slope) == 0;
    BigDecimal rest = comes.get().subtract(constant.get());
    String root = plain(rest) + " / " + plain(slope);
    Side said = solution.sides().get(1);
    String words = text.scan.text().substring(said.start(), said.end());
    boolean held =
        said.form() == Form.NUMBER
            ? text.tried.holds(words, root)
            : text.tried.span(said.code() + " = " + root).isEmpty();
    String between = text.scan.text().substring(asks.end(), solution.start());
    if (!straight || !(held || Lexicon.FOLLOWS.matcher(between).find())) {
      return false;
    }
    plain(asks);
    int ticks = isCode(solution) ? 1 : 0;
    text.replace(
        solution.start() - ticks,
        solution.end() + ticks,
        text.scan.text().substring(solution.start(), said.start())
            + "["
            + words
            + "]{= "
            + root
            + "}");
    text.settle(numbers);
    text.count(Outcome.CHECKED, held ? numbers.size() : numbers.size() - 1);
    if (!held) {
      text.leave(numbers.getLast());
    }
    return true;
  }

  /// What the left of an equation comes to where its letter is a number.
  private Optional<BigDecimal> value(String left, String letter, String number) {
    String code = text.candidates.states().put(left, Map.of(letter, number), 0);
    return code.equals(left) ? Optional.empty() : text.tried.quantity(code).map(it -> it.exact());
  }

  private static String plain(BigDecimal number) {
    String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return digits.startsWith("-") ? "(" + digits + ")" : digits;
  }

  /// Whether an equation asks for what is nothing: `f(x) = 0` of a letter that is no name of the
  /// program, or `where u = 0`, and it is not.
  private boolean isAsked(Equation equation) {
    Side left = equation.sides().get(0);
    Side right = equation.sides().get(1);
    if (!right.code().equals("0") || !equation.relations().get(0).equals("=")) {
      return false;
    }
    boolean open =
        left.form() == Form.FORMULA && left.names().stream().noneMatch(text.tried::isNumber);
    int from = Math.max(0, equation.start() - 20);
    boolean where =
        Lexicon.WHERE.matcher(text.scan.text().substring(from, equation.start())).find()
            && !text.tried.span(equation.code()).isEmpty();
    return open || where;
  }

  /// Whether an equation is one of several for the same letters, `x + y = 10` and `2x - y = 2`, and
  /// none is so: their letters are none of the program's.
  private boolean isOfSystem(Equation equation) {
    return mayAsk(equation)
        && text.equations.stream()
            .filter(it -> !it.equals(equation) && mayAsk(it))
            .anyMatch(it -> it.sides().get(0).names().equals(equation.sides().get(0).names()));
  }

  private boolean mayAsk(Equation equation) {
    Side left = equation.sides().get(0);
    Side right = equation.sides().get(1);
    return equation.sides().size() == 2
        && equation.relations().get(0).equals("=")
        && left.form() == Form.FORMULA
        && right.form() == Form.NUMBER
        && left.names().size() > 1
        && !Points.isDerivative(left.code())
        && left.names().stream().allMatch(it -> it.codePointCount(0, it.length()) <= 2)
        && text.tried
            .quantity(left.code())
            .filter(it -> !Digits.isSlip(right.code(), it))
            .isPresent()
        && !text.tried.span(equation.code()).isEmpty();
  }

  private boolean isCode(Equation equation) {
    return text.isCode(equation.start(), equation.end());
  }

  private void plain(Equation equation) {
    List<Integer> numbers = numbers(equation);
    if (numbers.isEmpty()) {
      return;
    }
    int ticks = isCode(equation) ? 1 : 0;
    text.around(equation.start() - ticks, equation.end() + ticks, "plain");
    text.settle(numbers);
    text.count(Outcome.PLAIN, numbers.size());
  }

  /// The numbers of an equation; none where one of them is placed, or in a fence.
  private List<Integer> numbers(Equation equation) {
    List<Integer> numbers =
        IntStream.range(0, text.scan.tokens().size())
            .filter(it -> text.scan.tokens().get(it).is(Kind.NUMBER))
            .filter(it -> equation.covers(text.scan.tokens().get(it)))
            .boxed()
            .toList();
    boolean free =
        equation.inOnePlace()
            && equation.zone() != Zone.FENCE
            && numbers.stream().noneMatch(text::isSettled);
    return free ? numbers : List.of();
  }
}
