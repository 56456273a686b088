package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.standing.Tried.Known;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Equations of somebody who computes with exact numbers and shows rounded ones, or the other way
/// round: `-ln(0.242) = 1.417` is right where 0.242 stands for 0.24243, and `-2 * (y - o) = -2.244`
/// where the lesson has said that `o` is -0.622. As they are written they do not hold.
final class Rounded {
  private static final int MOST_WAYS = 100; // of one arithmetic
  private static final int MOST_BEHIND = 4; // one number
  private static final BigDecimal NEXT = BigDecimal.valueOf(3); // units of the last place

  private final Tried tried;
  private final Scan scan;
  private final Spoken spoken;
  private final OnTheWay onTheWay;
  private final Map<Equation, Map<Token, String>> found = new HashMap<>();

  Rounded(Tried tried, Scan scan, Spoken spoken) {
    this.tried = tried;
    this.scan = scan;
    this.spoken = spoken;
    this.onTheWay = new OnTheWay(tried, scan, spoken);
  }

  /// The equation in Markdown, each side by itself so that nothing is claimed of it as it is
  /// written: its rounded numbers are bound to the exact ones. Empty where that does not hold.
  ///
  /// @param fence whether it stands in a fence
  Optional<String> written(Equation equation, boolean fence) {
    Map<Token, String> behind = behind(equation);
    if (behind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(sides(equation, behind, fence, equation.sides().size()));
  }

  /// Whether nobody can say if an equation is right: arithmetic comes as near to what is said as
  /// its numbers are rounded, and to no more, and the program has nothing else to say of it.
  boolean isUndecided(Equation equation) {
    Side last = equation.sides().getLast();
    String words = scan.text().substring(last.start(), last.end());
    Optional<Numeral> said = tried.numeral(words).filter(it -> it.value().isPresent());
    if (said.isEmpty() || last.form() != Form.NUMBER || !words.contains(".")) {
      return false;
    }
    boolean near = false;
    for (Side side : equation.sides().subList(0, equation.sides().size() - 1)) {
      boolean holds = tried.holds(words, side.code());
      boolean arithmetic = side.form() == Form.ARITHMETIC;
      boolean slip =
          arithmetic && numbers(side).stream().anyMatch(it -> spoken.isSlip(it, equation.start()));
      boolean unknown =
          !arithmetic
              && (tried.quantity(side.code()).isEmpty()
                  || States.isUnconnected(tried, side)
                  || isNear(side, said.get()));
      boolean about =
          arithmetic
              && !holds
              && numbers(side).stream().allMatch(it -> isFewOrSaid(it, equation.start()))
              && onTheWay.isNearByMany(said.get(), side.code());
      if (slip || !(holds || unknown || about)) {
        return false;
      }
      near |= about;
    }
    return near;
  }

  /// Whether a number has few digits, or the lesson has said it before.
  private boolean isFewOrSaid(Token number, int place) {
    return !OnTheWay.MANY.matcher(number.code()).matches() || onTheWay.isSaid(number, place);
  }

  /// An equation of which nothing is claimed, its last number left as it is.
  ///
  /// @param behind what stands behind its other numbers
  String undecided(Equation equation, Map<Token, String> behind, boolean fence) {
    Side last = equation.sides().getLast();
    return sides(equation, behind, fence, equation.sides().size() - 1)
        + scan.text().substring(last.start(), last.end());
  }

  /// The first sides, each with the relation behind it.
  private String sides(Equation equation, Map<Token, String> behind, boolean fence, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Side side = equation.sides().get(i);
      String tick = !fence && side.form() != Form.NUMBER ? "`" : "";
      out.append(tick).append(marked(side, behind)).append(tick);
      if (i < equation.relations().size()) {
        out.append(fence ? ":  " : " " + equation.relations().get(i) + " ");
      }
    }
    return out.toString();
  }

  private String marked(Side side, Map<Token, String> behind) {
    StringBuilder out = new StringBuilder();
    int at = side.start();
    for (Token token : numbers(side)) {
      String mark = behind.containsKey(token) ? "= " + behind.get(token) : "plain";
      out.append(scan.text(), at, token.start()).append('[');
      out.append(scan.text(), token.start(), token.end()).append("]{").append(mark).append('}');
      at = token.end();
    }
    return out.append(scan.text(), at, side.end()).toString();
  }

  /// What is computed with rounded numbers, and how they are so.
  OnTheWay onTheWay() {
    return onTheWay;
  }

  /// How many of its numbers have another behind them.
  int bound(Equation equation) {
    return behind(equation).size();
  }

  /// What stands behind its numbers; nothing where it does not hold even so.
  Map<Token, String> behind(Equation equation) {
    return found.computeIfAbsent(equation, this::read);
  }

  private Map<Token, String> read(Equation equation) {
    Side last = equation.sides().getLast();
    String words = scan.text().substring(last.start(), last.end());
    Optional<Numeral> said = tried.numeral(words).filter(it -> it.value().isPresent());
    boolean rounded = said.isPresent() && last.form() == Form.NUMBER && !said.get().exact();
    if (!rounded) {
      return Map.of();
    }
    Map<Token, String> exact = exactly(equation, words, said.get());
    return exact.isEmpty() ? onTheWay.behind(equation, isAnother(equation)) : exact;
  }

  private Map<Token, String> exactly(Equation equation, String words, Numeral said) {
    Side last = equation.sides().getLast();
    Map<Token, String> behind = new HashMap<>();
    for (int i = 0; i < equation.sides().size() - 1; i++) {
      Side side = equation.sides().get(i);
      boolean named = i == 0 && side.tokens().size() == 1;
      boolean unknown = // that a gradient is nothing says nothing of the lesson
          named && (tried.quantity(side.code()).isEmpty() || States.isUnconnected(tried, side));
      boolean is = named && (isNear(side, said) || isAnother(equation));
      if (tried.holds(words, side.code()) || unknown || is) {
        continue;
      }
      Optional<String> exact =
          side.form() == Form.ARITHMETIC
              ? withExact(side, words, equation.start(), behind)
              : withSaid(side, said, equation.start());
      if (exact.isEmpty()) {
        return Map.of();
      }
      numbers(last).forEach(it -> behind.put(it, exact.get()));
    }
    return behind;
  }

  /// Whether a name has a number that looks like none that is said of it, and what it comes to is
  /// computed with numbers that the lesson has: what it is in another round.
  private boolean isAnother(Equation equation) {
    Side name = equation.sides().getFirst();
    Rest rest = new Rest(tried, scan, it -> true, spoken.rates());
    return name.form() == Form.NAME
        && tried
            .quantity(name.code())
            .filter(it -> !Digits.isSlip(equation.sides().getLast().code(), it))
            .isPresent()
        && equation.sides().stream()
            .filter(it -> it.form() == Form.ARITHMETIC)
            .allMatch(
                it ->
                    rest.isAtTheRate(it)
                        && numbers(it).stream()
                            .filter(number -> number.code().contains("."))
                            .allMatch(number -> onTheWay.isSaid(number, equation.start())));
  }

  private static List<Token> numbers(Side side) {
    return side.tokens().stream().filter(it -> it.is(Kind.NUMBER)).toList();
  }

  // ---- exact numbers, shown rounded

  /// The arithmetic with what stands behind its numbers, where that comes to what is said.
  private Optional<String> withExact(
      Side side, String words, int place, Map<Token, String> behind) {
    List<Map<Token, String>> ways = new ArrayList<>(List.of(Map.of()));
    for (Token token : numbers(side)) {
      List<Map<Token, String>> more = new ArrayList<>(ways);
      for (String expression : exact(token, place)) {
        for (Map<Token, String> way : ways) {
          Map<Token, String> longer = new HashMap<>(way);
          longer.put(token, expression);
          more.add(longer);
        }
      }
      ways = more.size() > MOST_WAYS ? more.subList(0, MOST_WAYS) : more;
    }
    for (Map<Token, String> way : ways) {
      Optional<String> code = way.isEmpty() ? Optional.empty() : code(side, way);
      boolean slip = // what stays as it is
          numbers(side).stream().anyMatch(it -> !way.containsKey(it) && spoken.isSlip(it, place));
      if (!slip && code.filter(it -> tried.holds(words, it)).isPresent()) {
        behind.putAll(way);
        return code;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> code(Side side, Map<Token, String> way) {
    List<Token> tokens =
        side.tokens().stream()
            .map(
                it ->
                    way.containsKey(it)
                        ? new Token(
                            Kind.NAME,
                            it.start(),
                            it.end(),
                            "(" + way.get(it) + ")",
                            it.zone(),
                            it.group())
                        : it)
            .toList();
    return Side.of(tokens).map(Side::code);
  }

  /// What a number may be the rounding of.
  private List<String> exact(Token token, int place) {
    Optional<Numeral> numeral = tried.numeral(scan.text().substring(token.start(), token.end()));
    boolean rounded = token.code().matches("-?\\d*\\.\\d{2,}");
    if (!rounded || numeral.isEmpty() || numeral.get().value().isEmpty()) {
      return List.of();
    }
    BigDecimal value = numeral.get().value().get();
    Set<String> expressions = new LinkedHashSet<>();
    spoken.results(place).stream()
        .filter(it -> it.number().compareTo(value) == 0)
        .map(Spoken.Result::expression)
        .forEach(expressions::add);
    tried.known().stream()
        .filter(it -> Judge.agrees(numeral.get(), it.quantity(), false))
        .map(Known::expression)
        .forEach(expressions::add);
    return expressions.stream()
        .filter(it -> tried.quantity(it).filter(is -> isOff(is, value)).isPresent())
        .limit(MOST_BEHIND)
        .toList();
  }

  private static boolean isOff(Fact.Quantity quantity, BigDecimal value) {
    BigDecimal noise = value.abs().max(BigDecimal.ONE).movePointLeft(9);
    return quantity.exact().subtract(value).abs().compareTo(noise) > 0;
  }

  // ---- rounded numbers that were said

  /// A formula with the numbers that the lesson has said of its names, where that comes to what is
  /// said and the formula itself comes near.
  private Optional<String> withSaid(Side side, Numeral said, int place) {
    if (!isNear(side, said)) {
      return Optional.empty();
    }
    List<Token> tokens = new ArrayList<>(side.tokens());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Optional<String> number = token.is(Kind.NAME) ? said(token.code(), place) : Optional.empty();
      if (number.isPresent()) {
        String code = number.get().startsWith("-") ? "(" + number.get() + ")" : number.get();
        tokens.set(
            i,
            new Token(Kind.NUMBER, token.start(), token.end(), code, token.zone(), token.group()));
      }
    }
    return Side.of(tokens).map(Side::code).filter(it -> tried.holds(said.text(), it));
  }

  private boolean isNear(Side side, Numeral said) {
    BigDecimal most = said.unit().multiply(NEXT);
    return tried
        .quantity(side.code())
        .filter(it -> it.exact().subtract(said.value().orElseThrow()).abs().compareTo(most) <= 0)
        .isPresent();
  }

  /// The number that the lesson has said last of a name.
  private Optional<String> said(String name, int place) {
    return spoken.results(place).stream()
        .filter(it -> it.subject().filter(name::equals).isPresent())
        .map(it -> it.number().toPlainString())
        .findFirst();
  }
}
