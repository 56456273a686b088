package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.plot.Rounds;
import dev.perilla.site.importer.standing.Tried.Known;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Formulas;
import dev.perilla.site.importer.words.Labels;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Row;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Structure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The expressions that may stand behind a numeral of one text, the most telling first. Each is
/// tried before it is taken; a small number far from every name is never bound.
///
/// It is long because every source of an expression is weighed against the others for one numeral.
final class Candidates {
  private static final int MOST_STEPS = 200; // expressions
  private static final int MOST_NEAR = 40; // names of one sentence, the nearest
  private static final int NEAR = 9; // tokens, within which a small number is of a name
  private static final int MOST_RESTATED = 3; // names near by, whose other states are tried

  private final Tried tried;
  private final Scan scan;
  private final List<Equation> equations;
  private final Spoken spoken;
  private final Moves moves;
  private final States states;
  private final Rounded rounded;
  private final Optional<String> subject;
  private final Map<String, List<String>> exported;
  private final Formulas formulas;

  /// @param subject what the whole text speaks of, where that is known
  /// @param exported what an export says that stands behind numbers
  Candidates(
      Tried tried,
      Scan scan,
      List<Equation> equations,
      Spoken.Before before,
      Optional<String> subject,
      Map<String, List<String>> exported,
      Formulas formulas) {
    this.formulas = formulas;
    this.exported = exported;
    this.subject = subject;
    this.tried = tried;
    this.scan = scan;
    this.equations = equations;
    this.spoken = new Spoken(tried, scan, equations, before);
    this.moves = new Moves(tried, scan, spoken);
    this.states = new States(tried, scan, equations, spoken);
    this.rounded = new Rounded(tried, scan, spoken);
  }

  /// Whether an export says that a number claims nothing.
  boolean isPlain(String digits) {
    return exported.containsKey(digits) && exported.get(digits).isEmpty();
  }

  /// Equations with rounded numbers.
  Rounded rounded() {
    return rounded;
  }

  /// The rates of learning that the lesson has said last.
  Set<String> rates() {
    return spoken.rates();
  }

  /// Whether the lesson has said a number up to a place.
  boolean hasSaid(Token token, int place) {
    return spoken.hasSaid(token, place);
  }

  /// The other states that this text speaks of.
  States states() {
    return states;
  }

  /// What this text leaves to the next.
  Spoken.Before forNext() {
    boolean asks = scan.text().stripTrailing().matches("(?s).*\\?[*_`)\"»”]*");
    return spoken.forNext(
        moves.last(), asks ? asksFor(0, scan.tokens().size()) : Optional.empty(), states.asked());
  }

  /// The expression for the numeral at `index`, if one is found that gives it.
  Optional<String> of(int index) {
    Token token = scan.tokens().get(index);
    String digits = scan.text().substring(token.start(), token.end());
    Optional<Equation> equation =
        equations.stream()
            .filter(it -> it.start() <= token.start() && token.end() <= it.end())
            .findFirst();
    if (equation.filter(it -> isConstant(it, token)).isPresent()
        || Structure.isPlace(scan, index)) {
      return Optional.empty();
    }
    Optional<String> told =
        exported.getOrDefault(digits, List.of()).stream()
            .filter(it -> tried.quantity(it).isPresent() && tried.holds(digits, it))
            .findFirst();
    if (told.isPresent()) {
      return told;
    }
    Optional<String> follows =
        told(index).stream().filter(it -> tried.holds(digits, it)).findFirst();
    if (follows.isPresent()) {
      return follows;
    }
    List<String> expressions = new ArrayList<>();
    if (equation.filter(this::isFalse).isPresent()) {
      return sure(equation.get(), index).stream().filter(it -> tried.holds(digits, it)).findFirst();
    }
    equation.flatMap(it -> assumed(it, token)).ifPresent(expressions::add);
    if (equation.isEmpty() && isFirst(index)) {
      subject.ifPresent(expressions::add);
      spoken.before().asked().ifPresent(expressions::add);
    }
    equation.ifPresent(it -> expressions.addAll(ofEquation(it, token)));
    if (equation.filter(it -> scales(it, token)).isPresent()) {
      Lexicon.RATES.stream().filter(tried::knows).forEach(expressions::add);
    }
    if (moves.changes(index)) {
      if (Digits.strong(token)) {
        said(index).stream().filter(tried::isNumber).forEach(expressions::add); // it is that by now
      }
      expressions.addAll(moves.moved(token, index, true));
    }
    if (Lexicon.RATE
        .matcher(scan.text().substring(Math.max(0, token.start() - 60), token.start()))
        .find()) {
      expressions.addAll(Lexicon.RATES);
    }
    asked(index)
        .ifPresent(
            it -> {
              expressions.add(it);
              expressions.addAll(states.assumed(it, token.start()));
              expressions.addAll(states.updated(it, false));
            });
    expressions.addAll(said(index));
    if (equation.isEmpty() && Digits.decimal(token)) {
      expressions.addAll(states.local(index));
    }
    equation.ifPresent(it -> expressions.addAll(valuesIn(it, token)));
    if (!moves.changes(index)) {
      expressions.addAll(moves.moved(token, index, false));
    }
    if (Digits.strong(token)) {
      for (Known known : tried.known()) {
        expressions.add(known.expression());
      }
    }
    if (equation.isPresent() || token.zone() == Scan.Zone.FENCE || Digits.decimal(token)) {
      restated(token).ifPresent(expressions::add);
    }
    if (equation.filter(it -> !isOfNumbers(it)).isEmpty()) {
      expressions.addAll(result(token, index));
    }
    Optional<Row> row = Row.of(scan.text(), token.start());
    row.filter(it -> it.heads().stream().anyMatch(Lexicon.UPDATES::contains))
        .filter(it -> Digits.strong(token))
        .ifPresent(it -> expressions.addAll(stepped(it, token)));
    boolean change =
        row.filter(it -> it.heads().stream().anyMatch(Lexicon.CHANGES::contains)).isPresent();
    if (change || (moves.changes(index) && token.code().matches("-.*|.*\\..*|\\d{2,}"))) {
      expressions.addAll(moves.differences(index));
    }
    if (equation.isEmpty() && (Digits.strong(token) || Digits.decimal(token))) {
      expressions.addAll(tried.parts());
    }
    boolean weak =
        !Digits.strong(token) && equation.filter(it -> isInArithmetic(it, token)).isPresent();
    return expressions.stream()
        .filter(it -> !weak || isExactly(token, it))
        .filter(it -> !isMove(it) || Digits.strong(token) || isMoved(token, it))
        .filter(it -> tried.holds(digits, it))
        .findFirst();
  }

  /// A number of the program and another of the row: what a parameter is after its step.
  private List<String> stepped(Row row, Token token) {
    List<String> parameters =
        tried.known().stream()
            .filter(it -> !it.gradient() && !Lexicon.RATES.contains(it.name()))
            .map(Known::expression)
            .toList();
    List<String> found = new ArrayList<>();
    scan.tokens().stream()
        .filter(it -> it.is(Kind.NUMBER) && it.start() >= row.start() && it.end() <= row.end())
        .filter(it -> !it.equals(token) && Digits.strong(it))
        .forEach(
            step ->
                parameters.forEach(
                    it -> {
                      String by = step.code();
                      found.add(it + (by.startsWith("-") ? " - " + by.substring(1) : " + " + by));
                      found.add(it + (by.startsWith("-") ? " + " + by.substring(1) : " - " + by));
                    }));
    return found.subList(0, Math.min(found.size(), MOST_STEPS));
  }

  /// Whether an equation says something that does not hold in this state. Its numbers are of other
  /// things that it names, or they are wrong; what has the same value by accident would hide that.
  private boolean isFalse(Equation equation) {
    return equation.relations().stream().allMatch(it -> it.matches("==?|≈"))
        && !isOfNumbers(equation)
        && equation.sides().stream()
            .allMatch(it -> it.names().isEmpty() || tried.quantity(it.code()).isPresent())
        && !tried.span(scan.text().substring(equation.start(), equation.end())).isEmpty()
        && !tried.span(equation.code()).isEmpty();
  }

  /// What a number of a false equation may be of: the same in an example before, or where the one
  /// name that it speaks of is moved.
  private List<String> sure(Equation equation, int index) {
    Token token = scan.tokens().get(index);
    List<String> found = new ArrayList<>();
    for (String id : tried.earlier()) {
      ofEquation(equation, token).stream()
          .filter(it -> it.startsWith(id + "."))
          .forEach(found::add);
    }
    Set<String> names = new LinkedHashSet<>();
    equation.sides().stream()
        .filter(it -> it.form() == Form.NAME)
        .forEach(it -> names.add(it.code()));
    for (String id : tried.earlier()) {
      names.stream().filter(tried::isNumber).forEach(it -> found.add(id + "." + it));
    }
    Side subject = equation.sides().get(0);
    boolean named = equation.sides().size() == 2 && subject.form() == Form.NAME;
    if (subject.form() == Form.NAME) {
      if (states.speaksOfUpdates() || Digits.decimal(token)) {
        found.addAll(states.updated(subject.code(), false));
      }
    }
    List<String> elsewhere = new ArrayList<>(states.assumed(subject.code(), equation.start()));
    formulas.of(subject.code()).forEach(it -> elsewhere.addAll(states.at(it, equation.start())));
    found.addAll(elsewhere);
    if (Equation.isNamed(subject)) {
      spoken.results(equation.start()).stream()
          .filter(it -> it.subject().filter(subject.code()::equals).isPresent())
          .map(Spoken.Result::expression)
          .forEach(found::add);
    }
    if (named && !equation.sides().get(0).code().contains("/")) {
      found.addAll(moves.moved(token, index, moves.changes(index)));
    }
    found.removeIf(
        it ->
            isMove(it)
                && !Digits.strong(token)
                && !isMoved(token, it)
                && !(elsewhere.contains(it) && isExactly(token, it)));
    return found;
  }

  private static boolean isMove(String expression) {
    return expression.contains("nudge(") || expression.matches("(?U)[\\p{L}_]\\w* [+-] [\\d.]+");
  }

  /// Whether a number of few digits is where something moves: it says the place exactly, since a
  /// rounding of it does not show the move; of the way a rounding will do.
  private boolean isMoved(Token token, String expression) {
    boolean place = expression.endsWith(".after") || !expression.contains("nudge(");
    return moves.isClose(token, expression) && (!place || isExactly(token, expression));
  }

  private boolean isFirst(int index) {
    return scan.tokens().subList(0, index).stream().noneMatch(it -> it.is(Kind.NUMBER));
  }

  /// A number that belongs to a formula, or that a condition compares with, is no result: what has
  /// the same value by accident is not behind it.
  static boolean isConstant(Equation equation, Token token) {
    boolean condition = equation.relations().stream().allMatch(it -> it.matches("<=?|>=?|!="));
    return condition
        || equation.sides().stream()
            .anyMatch(
                it ->
                    it.form() == Form.FORMULA
                        && it.start() <= token.start()
                        && token.end() <= it.end());
  }

  /// Whether a number is what a step of training is scaled by: the `0.1` of `0.8 - 0.1 * 2.1`.
  private static boolean scales(Equation equation, Token token) {
    for (Side side : equation.sides()) {
      int at = side.tokens().indexOf(token);
      if (at < 0 || side.form() != Form.ARITHMETIC) {
        continue;
      }
      int before = at - 1;
      while (before >= 0 && side.tokens().get(before).is(Kind.OPEN)) {
        before--;
      }
      return before > 0
          && side.tokens().get(before).code().equals("-")
          && at + 1 < side.tokens().size()
          && (side.tokens().get(at + 1).code().equals("*")
              || side.tokens().get(at + 1).is(Kind.OPEN));
    }
    return false;
  }

  /// An input that is said again, where no other has that number: of the program as it is, or of an
  /// example before.
  private Optional<String> restated(Token token) {
    if (!token.code().contains(".")) {
      return Optional.empty();
    }
    List<String> names =
        tried.known().stream().filter(it -> !it.gradient()).map(Known::expression).toList();
    List<String> same = names.stream().filter(it -> isExactly(token, it)).toList();
    if (same.size() == 1) {
      return Optional.of(same.get(0));
    }
    return tried.earlier().stream()
        .map(
            id ->
                names.stream().map(it -> id + "." + it).filter(it -> isExactly(token, it)).toList())
        .filter(it -> it.size() == 1)
        .map(it -> it.get(0))
        .findFirst();
  }

  /// What an equation came to and a sentence or a table says again: `the loss fell from 25.0 to
  /// 21.16`. A rounding of it has digits enough to be known by them.
  private List<String> result(Token token, int index) {
    if (token.code().isEmpty() || token.code().contains("%")) {
      return List.of();
    }
    BigDecimal number = new BigDecimal(token.code());
    boolean cell =
        !token.code().matches("-?[012](?:\\.0*)?")
            && Row.of(scan.text(), token.start()).isPresent();
    boolean telling =
        cell
            || Digits.decimal(token)
            || ((number.signum() < 0 || number.compareTo(BigDecimal.TEN) >= 0)
                && Structure.suggestion(scan, index, Optional.of(number)).isEmpty());
    boolean rounded = Digits.strong(token);
    return !telling
        ? List.of()
        : spoken.results(token.start()).stream()
            .filter(it -> rounded || it.number().compareTo(number) == 0)
            .map(Spoken.Result::expression)
            .toList();
  }

  /// Whether no number of the arithmetic that an equation begins with looks like one that the
  /// lesson said before, with a digit wrong. What follows is held to that.
  boolean goesOnWithWhatWasSaid(Equation equation) {
    return equation.sides().stream()
        .filter(it -> it.form() == Form.ARITHMETIC)
        .limit(1)
        .flatMap(it -> it.tokens().stream())
        .filter(it -> it.is(Kind.NUMBER))
        .noneMatch(it -> spoken.isSlip(it, equation.start()));
  }

  /// `1.259 → 1.052`
  private static boolean isOfNumbers(Equation equation) {
    return equation.sides().stream().allMatch(it -> it.form() == Form.NUMBER);
  }

  private static boolean isInArithmetic(Equation equation, Token token) {
    return equation.sides().stream()
        .anyMatch(
            it ->
                it.form() != Form.NUMBER && it.start() <= token.start() && token.end() <= it.end());
  }

  /// Among other numbers, one of few digits is what it says, not a rounding of something else.
  private boolean isExactly(Token token, String expression) {
    return !token.code().isEmpty()
        && !token.code().contains("%")
        && tried
            .quantity(expression)
            .filter(it -> isNear(it.exact(), new BigDecimal(token.code())))
            .isPresent();
  }

  /// The same but for the noise of floating point.
  private static boolean isNear(BigDecimal value, BigDecimal said) {
    BigDecimal most = said.abs().max(BigDecimal.ONE).movePointLeft(9);
    return value.subtract(said).abs().compareTo(most) <= 0;
  }

  private List<String> ofEquation(Equation equation, Token token) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < equation.sides().size(); i++) {
      Side side = equation.sides().get(i);
      boolean whole =
          side.form() == Form.NUMBER && side.start() <= token.start() && token.end() <= side.end();
      if (!whole) {
        continue;
      }
      List<Side> others = new ArrayList<>(equation.sides());
      others.remove(i);
      others.removeIf(it -> it.form() == Form.NUMBER);
      others.sort(
          Comparator.comparingInt(
              it -> it.form() == Form.NAME ? 0 : it.form() == Form.FORMULA ? 1 : 2));
      for (Side other : others) {
        found.add(other.code());
        called(other).ifPresent(found::add);
      }
      for (String id : tried.earlier()) {
        others.stream()
            .filter(it -> it.form() != Form.ARITHMETIC)
            .forEach(it -> found.add(id + "." + it.code()));
      }
    }
    return found;
  }

  /// `a = 1 → c = 4`: what `c` is where `a` is moved to 1.
  private static Optional<String> assumed(Equation equation, Token token) {
    List<Side> sides = equation.sides();
    boolean assumption =
        equation.isConditional()
            && sides.size() >= 4
            && sides.getLast().start() <= token.start()
            && sides.get(0).form() == Form.NAME;
    if (!assumption) {
      return Optional.empty();
    }
    String name = sides.get(0).code();
    String output = sides.get(sides.size() - 2).code();
    return Optional.of(
        "nudge("
            + output
            + ", "
            + name
            + ", "
            + sides.get(1).code()
            + " - "
            + name
            + ".data).after");
  }

  /// `f(-2, 5, -4)` is `f` where the arguments are its inputs.
  private static Optional<String> called(Side side) {
    java.util.regex.Matcher call =
        Pattern.compile("([^\\W\\d]\\w*)\\([-\\d.,\\s\\w=]*\\)").matcher(side.code());
    return call.matches() ? Optional.of(call.group(1)) : Optional.empty();
  }

  /// The names of an equation, and of all equations beside it, each with its value.
  private List<String> valuesIn(Equation equation, Token token) {
    Set<String> found = new LinkedHashSet<>();
    equation.sides().forEach(side -> found.addAll(side.names()));
    int at = equations.indexOf(equation);
    for (int i = Math.max(0, at - 3); i < Math.min(equations.size(), at + 3); i++) {
      equations.get(i).sides().forEach(side -> found.addAll(side.names()));
    }
    List<String> expressions = new ArrayList<>();
    found.stream().filter(tried::knows).forEach(expressions::add);
    boolean ofOthers =
        equation.sides().stream().anyMatch(it -> !it.names().isEmpty())
            && equation.sides().stream()
                .flatMap(it -> it.names().stream())
                .noneMatch(it -> tried.knows(it) || it.startsWith("d"));
    if (ofOthers) {
      // names near by have nothing to do with it
      return Digits.strong(token) ? expressions : List.of();
    }
    expressions.addAll(spoken.derivatives());
    expressions.addAll(spoken.namesNear());
    expressions.addAll(spoken.before().derivatives());
    spoken.derivatives().forEach(it -> expressions.add("-" + it));
    spoken.before().derivatives().forEach(it -> expressions.add("-" + it));
    for (Known known : tried.known()) {
      if (known.gradient() && spoken.names().contains(known.name())) {
        expressions.add(known.expression());
      }
    }
    return expressions;
  }

  /// What a name is of which a verb before the numeral says so, `if z = 0, s is 0.5`: in the
  /// example that has what the sentence assumes.
  private List<String> told(int index) {
    List<Token> tokens = scan.tokens();
    boolean verb =
        index > 1 && Labels.isVerb(tokens.get(index - 1)) && tokens.get(index - 2).is(Kind.NAME);
    String name = verb ? tokens.get(index - 2).code() : "";
    int from = index;
    while (from > 0 && !tokens.get(from - 1).is(Kind.STOP)) {
      from--;
    }
    int start = tokens.get(from).start();
    List<Equation> assumed =
        equations.stream()
            .filter(it -> start <= it.start() && it.end() <= tokens.get(index).start())
            .filter(it -> it.sides().get(0).form() == Form.NAME)
            .filter(it -> it.sides().getLast().form() == Form.NUMBER)
            .toList();
    if (!verb || assumed.isEmpty() || !tried.isNumber(name)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String state :
        Stream.concat(Stream.of(""), tried.earlier().stream().map(it -> it + ".")).toList()) {
      boolean so =
          assumed.stream()
              .allMatch(
                  it -> tried.holds(it.sides().getLast().code(), state + it.sides().get(0).code()));
      if (so) {
        found.add(state + name);
      }
    }
    found.addAll(states.assumed(name, tokens.get(index).start()));
    return found;
  }

  /// Values and gradients of the names that stand near, the nearest first.
  private List<String> said(int index) {
    List<Token> tokens = scan.tokens();
    Token token = tokens.get(index);
    int from = index;
    while (from > 0 && !tokens.get(from - 1).is(Kind.STOP)) {
      from--;
    }
    int to = index;
    while (to + 1 < tokens.size() && !tokens.get(to + 1).is(Kind.STOP)) {
      to++;
    }
    boolean gradient = false;
    Optional<Row> row = Row.of(scan.text(), token.start());
    if (row.isPresent()) {
      while (from > 0 && tokens.get(from - 1).start() >= row.get().start()) {
        from--;
      }
      while (to + 1 < tokens.size() && tokens.get(to + 1).end() <= row.get().end()) {
        to++;
      }
      gradient = row.get().heads().stream().anyMatch(Lexicon.GRADIENTS::contains);
    }
    List<int[]> near = spoken.near(from, to, index, row.isPresent());
    boolean slopes = gradient && !near.isEmpty(); // of the name that the row begins with
    if (slopes) {
      near.subList(1, near.size()).clear();
    }
    for (int i = from; i <= to; i++) {
      boolean word = tokens.get(i).is(Kind.NAME) && i < index + 6;
      gradient |= word && Lexicon.GRADIENTS.contains(tokens.get(i).code().toLowerCase(Locale.ROOT));
    }
    List<String> called =
        near.isEmpty() ? aliased(from, index) : aliased(Math.max(from, index - 2), index);
    if (near.isEmpty() && from > 1) {
      int earlier = from - 1;
      while (earlier > 0 && !tokens.get(earlier - 1).is(Kind.STOP)) {
        earlier--;
      }
      near.addAll(spoken.near(earlier, from - 1, index, false));
    }
    near.sort(Comparator.comparingInt(it -> it[1]));
    Set<String> nearest = new HashSet<>();
    near.removeIf(it -> nearest.size() >= MOST_NEAR || !nearest.add(tokens.get(it[0]).code()));
    boolean small = !Digits.strong(token) && !Digits.decimal(token);
    List<String> found = new ArrayList<>();
    List<String> updates = new ArrayList<>();
    Set<String> restated = new HashSet<>();
    if (gradient && near.isEmpty()) {
      tried
          .sink()
          .ifPresent(
              sink ->
                  spoken.before().names().stream()
                      .filter(it -> !it.equals(sink))
                      .forEach(it -> found.add("d" + sink + "/d" + it)));
    }
    boolean named = near.stream().anyMatch(it -> !tokens.get(it[0]).code().contains("/"));
    row.flatMap(this::item).ifPresent(found::add);
    row.ifPresent(it -> found.addAll(rounds(it)));
    if (row.isPresent() && !named) {
      for (String name : row.get().names()) {
        if (tried.isNumber(name)) {
          found.add(name);
          tried.earlier().forEach(id -> found.add(id + "." + name));
        }
      }
    }
    found.addAll(called);
    for (int[] place : near) {
      if (small && place[1] > (token.code().matches("-?\\d{2,}") ? 2 * NEAR : NEAR)) {
        break;
      }
      String name = tokens.get(place[0]).code();
      if (name.contains("/d") || name.contains(".")) {
        found.add(name);
        continue;
      }
      if (!tried.isNumber(name)) {
        (gradient ? Stream.of(".grad", ".data") : Stream.of(".data", ".grad"))
            .map(name::concat)
            .forEach(found::add);
        spoken.namesNear().stream()
            .filter(it -> !it.equals(name))
            .limit(3)
            .forEach(it -> found.add(name + "(" + it + ")"));
        arguments(index).forEach(it -> found.add(name + "(" + it + ")"));
      }
      List<String> gradients = new ArrayList<>();
      for (int[] other : near) {
        String output = tokens.get(other[0]).code();
        if (!output.equals(name) && !output.contains("/")) {
          gradients.add("d" + output + "/d" + name);
        }
      }
      tried
          .sink()
          .filter(it -> !it.equals(name))
          .ifPresent(it -> gradients.add("d" + it + "/d" + name));
      gradients.add(name + ".grad");
      for (Known known : tried.known()) {
        if (!known.gradient() && isGradientOf(known.name(), name)) {
          gradients.add(known.expression());
        }
      }
      boolean again = !restated.add(name) || restated.size() > MOST_RESTATED;
      if (!again && states.speaksOfUpdates() && (Digits.strong(token) || Digits.decimal(token))) {
        updates.addAll(states.updated(name, moves.changes(index)));
        updates.addAll(states.assumed(name, token.start()));
        if (Digits.strong(token)) {
          updates.addAll(states.retrained(name));
        }
      }
      if (gradient) {
        found.addAll(gradients);
        if (!slopes) {
          found.add(name);
        }
      } else {
        found.add(name);
        if (!small || place[1] <= 4) {
          found.addAll(gradients);
        }
      }
    }
    found.addAll(updates);
    if (Digits.strong(token)) { // what it was in an example before
      for (String id : tried.earlier()) {
        Stream.concat(called.stream(), restated.stream()).forEach(it -> found.add(id + "." + it));
      }
    }
    return found;
  }

  /// Numbers close before the numeral, that a function may be asked for.
  private List<String> arguments(int index) {
    List<String> found = new ArrayList<>();
    for (int i = index - 1; i >= 0 && i > index - 12 && found.size() < 3; i--) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NUMBER) && token.code().matches("-?\\d+(?:\\.\\d+)?")) {
        found.add(token.code());
      }
    }
    return found;
  }

  /// What a name at the head of the column is in this row, then what it is now.
  private List<String> rounds(Row row) {
    List<String> names = Rounds.names(row.head());
    List<String> found =
        new ArrayList<>(
            Stream.concat(names.stream().map(it -> Rounds.called(it, row.index())), names.stream())
                .filter(tried::isNumber)
                .toList());
    boolean slope = row.heads().stream().anyMatch(Lexicon.GRADIENTS::contains);
    boolean next = row.heads().stream().anyMatch(Lexicon.UPDATES::contains);
    if (slope || next) {
      List<String> here = Rounds.inRow(tried.known().stream().map(Known::name), row.index());
      for (String input : here) {
        for (String output : here) {
          String gradient = "d" + output + "/d" + input;
          if (!input.equals(output) && slope) {
            found.add(gradient);
          } else if (!input.equals(output)) {
            Lexicon.RATES.stream()
                .filter(tried::isNumber)
                .forEach(it -> found.add(input + " - " + it + " * " + gradient));
          }
        }
      }
    }
    return found;
  }

  /// Of a column with a list at its head, or with a formula of lists, the item of the row.
  private Optional<String> item(Row row) {
    List<String> lists =
        Equation.names(row.head()).stream()
            .filter(it -> tried.knows(it) && !tried.isNumber(it))
            .toList();
    String formula = row.head();
    for (String name : lists) {
      formula =
          formula.replaceAll("\\b" + Pattern.quote(name) + "\\b", name + "[" + row.index() + "]");
    }
    return lists.isEmpty() ? Optional.empty() : Optional.of(formula);
  }

  /// What a question asks for, where the numeral is its answer: `What is dL/dw? [4]`.
  private Optional<String> asked(int index) {
    Token token = scan.tokens().get(index);
    int line = scan.text().lastIndexOf('\n', token.start() - 1) + 1;
    if (!Lexicon.ANSWER.matcher(scan.text().substring(line, token.start())).find()) {
      return Optional.empty();
    }
    return asksFor(line, index);
  }

  /// The name that the words from a place to a token, or to the end, ask for.
  Optional<String> asksFor(int line, int index) {
    Matcher slope =
        Lexicon.SLOPE_OF
            .matcher(scan.text())
            .region(
                line,
                index < scan.tokens().size()
                    ? scan.tokens().get(index).start()
                    : scan.text().length());
    if (slope.find()) {
      return Optional.of("d" + slope.group(1) + "/d" + slope.group(2));
    }
    for (int i = 0; i < index; i++) {
      Token name = scan.tokens().get(i);
      boolean given = equations.stream().anyMatch(it -> it.covers(name));
      boolean asks =
          name.start() >= line
              && name.is(Kind.NAME)
              && !given
              && (name.code().contains("/d") || tried.isNumber(name.code()))
              && Lexicon.ASKS.matcher(scan.text().substring(line, name.start())).find();
      if (asks) {
        return Optional.of(name.code());
      }
    }
    return Optional.empty();
  }

  /// What a word before the numeral stands for, `the loss fell from 0.09`, now and in the examples
  /// before.
  private List<String> aliased(int from, int index) {
    for (int i = index - 1; i >= Math.max(from, index - 9); i--) {
      Token token = scan.tokens().get(i);
      List<String> names =
          token.is(Kind.NAME)
              ? Lexicon.ALIASES.getOrDefault(token.code().toLowerCase(Locale.ROOT), List.of())
              : List.of();
      Optional<String> name = names.stream().filter(tried::isNumber).findFirst();
      Optional<String> function = names.stream().filter(tried::knows).findFirst();
      if (name.isEmpty() && function.isPresent()) {
        return arguments(index).stream().map(it -> function.get() + "(" + it + ")").toList();
      }
      if (name.isPresent()) {
        List<String> found = new ArrayList<>(states.assumed(name.get(), token.start()));
        found.add(name.get());
        tried.earlier().forEach(id -> found.add(id + "." + name.get()));
        Token number = scan.tokens().get(index);
        if (Digits.strong(number) || Digits.decimal(number)) {
          found.addAll(states.updated(name.get(), false));
        }
        if (Digits.strong(number) && states.speaksOfUpdates()) {
          found.addAll(states.retrained(name.get()));
        }
        return found;
      }
    }
    return List.of();
  }

  /// Whether a variable is called as the gradient of another is: `dfdx`, `do_dx`, `grad_x`, `dx`.
  private static boolean isGradientOf(String variable, String name) {
    String lower = variable.toLowerCase(Locale.ROOT);
    String of = name.toLowerCase(Locale.ROOT);
    return lower.matches(".*d_?" + Pattern.quote(of))
        || lower.matches("grad\\w*_" + Pattern.quote(of))
        || lower.startsWith(of + "_grad");
  }

  /// The name that an equation around the numeral says something of, where the program has it.
  Optional<String> subject(Numeral numeral, Token token) {
    return equations.stream()
        .filter(it -> it.covers(token))
        .filter(
            it ->
                it.sides().stream()
                    .anyMatch(
                        side ->
                            side.form() == Form.NUMBER
                                && side.start() <= token.start()
                                && token.end() <= side.end()))
        .flatMap(it -> it.sides().stream())
        .filter(it -> it.form() == Form.NAME || it.form() == Form.FORMULA)
        .map(Side::code)
        .filter(it -> tried.quantity(it).isPresent())
        .filter(it -> it.contains("/d") || Equation.names(it).stream().allMatch(tried::knows))
        .findFirst();
  }
}
