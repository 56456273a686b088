package dev.perilla.site.importer;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.Equation.Form;
import dev.perilla.site.importer.Equation.Side;
import dev.perilla.site.importer.Scan.Kind;
import dev.perilla.site.importer.Scan.Token;
import dev.perilla.site.importer.Tried.Known;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The expressions that may stand behind a numeral of one text, the most telling first. Each is
/// tried before it is taken; a small number far from every name is never bound.
final class Candidates {
  private final Tried tried;
  private final Scan scan;
  private final List<Equation> equations;
  private final List<String> names; // of the program that the text speaks of, in order
  private final List<BigDecimal> steps; // by which something may be moved
  private final Set<String> words;

  private final Before before;

  Candidates(Tried tried, Scan scan, List<Equation> equations, Before before) {
    this.tried = tried;
    this.scan = scan;
    this.equations = equations;
    this.before = before;
    this.names = names();
    this.steps = steps();
    this.words = new LinkedHashSet<>();
    scan.tokens().stream()
        .filter(it -> it.is(Kind.NAME))
        .forEach(it -> words.add(it.code().toLowerCase(Locale.ROOT)));
  }

  /// What the texts just before spoke of.
  ///
  /// @param derivatives that their equations name
  record Before(List<String> names, List<BigDecimal> steps, List<String> derivatives) {
    static final Before NOTHING = new Before(List.of(), List.of(), List.of());
  }

  /// What this text leaves to the next: its own things first.
  Before forNext() {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(before.names());
    Set<BigDecimal> by = new LinkedHashSet<>(steps);
    by.addAll(before.steps());
    Set<String> derivatives = new LinkedHashSet<>(derivatives());
    derivatives.addAll(before.derivatives());
    return new Before(
        all.stream().filter(tried::knows).limit(6).toList(),
        by.stream().limit(3).toList(),
        derivatives.stream().limit(12).toList());
  }

  /// The derivatives that the equations of this text name.
  private List<String> derivatives() {
    return scan.tokens().stream()
        .filter(it -> it.is(Kind.NAME) && it.code().contains("/d"))
        .map(Token::code)
        .distinct()
        .toList();
  }

  /// The names of this text, then those of the texts before.
  private List<String> namesNear() {
    Set<String> all = new LinkedHashSet<>(names);
    before.names().stream().filter(tried::knows).forEach(all::add);
    return List.copyOf(all);
  }

  private List<String> names() {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < scan.tokens().size(); i++) {
      Token token = scan.tokens().get(i);
      boolean spoken = mentions(i) || isInEquation(token);
      if (token.is(Kind.NAME) && spoken) {
        Equation.names(token.code()).stream().filter(tried::isNumber).forEach(found::add);
        if (token.code().contains("/d")) {
          for (String part : token.code().split("/", -1)) {
            String name = part.substring(1);
            if (tried.knows(name)) {
              found.add(name);
            }
          }
        }
      }
    }
    return found.stream().limit(8).toList();
  }

  private static boolean within(Equation equation, Token token) {
    return equation.start() <= token.start() && token.end() <= equation.end();
  }

  private List<BigDecimal> steps() {
    Set<BigDecimal> found = new LinkedHashSet<>();
    for (Token token : scan.tokens()) {
      if (token.is(Kind.NUMBER) && token.code().matches("-?\\d+(?:\\.\\d+)?")) {
        BigDecimal value = new BigDecimal(token.code()).abs();
        boolean small =
            (value.signum() > 0
                    && value.compareTo(new BigDecimal("0.1")) <= 0
                    && value.stripTrailingZeros().precision() == 1)
                || token.code().equals("1");
        if (small && found.size() < 4) {
          found.add(value);
        }
      }
    }
    return List.copyOf(found);
  }

  /// The expression for the numeral at `index`, if one is found that gives it.
  Optional<String> of(int index) {
    Token token = scan.tokens().get(index);
    String digits = scan.text().substring(token.start(), token.end());
    Optional<Equation> equation =
        equations.stream()
            .filter(it -> it.start() <= token.start() && token.end() <= it.end())
            .findFirst();
    List<String> expressions = new ArrayList<>();
    equation.flatMap(it -> assumed(it, token)).ifPresent(expressions::add);
    equation.ifPresent(it -> expressions.addAll(ofEquation(it, token)));
    if (equation.isPresent() && !followsChange(index)) {
      Lexicon.RATES.stream().filter(tried::knows).forEach(expressions::add);
    }
    if (changes(index)) {
      expressions.addAll(moved(token, index, true));
    }
    if (Lexicon.RATE.matcher(scan.text().substring(Math.max(0, token.start() - 60), token.start()))
        .find()) {
      expressions.addAll(Lexicon.RATES);
    }
    expressions.addAll(said(index));
    equation.ifPresent(it -> expressions.addAll(valuesIn(it)));
    if (!changes(index)) {
      expressions.addAll(moved(token, index, false));
    }
    if (strong(token)) {
      for (Known known : tried.known()) {
        expressions.add(known.expression());
      }
    }
    expressions.addAll(differences(index));
    restated(token).ifPresent(expressions::add);
    boolean weak = !strong(token) && equation.filter(it -> isInArithmetic(it, token)).isPresent();
    return expressions.stream()
        .filter(it -> !weak || isExactly(token, it))
        .filter(it -> tried.holds(digits, it))
        .findFirst();
  }

  /// An input that is said again, where no other has that number.
  private Optional<String> restated(Token token) {
    if (!token.code().contains(".")) {
      return Optional.empty();
    }
    List<String> same =
        tried.known().stream()
            .filter(it -> !it.gradient())
            .map(Known::expression)
            .filter(it -> isExactly(token, it))
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
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
            .filter(it -> it.exact().compareTo(new BigDecimal(token.code())) == 0)
            .isPresent();
  }

  // ---- from the equation around it

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
        Plot.conditional(equation)
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
        java.util.regex.Pattern.compile("([^\\W\\d]\\w*)\\([-\\d.,\\s\\w=]*\\)")
            .matcher(side.code());
    return call.matches() ? Optional.of(call.group(1)) : Optional.empty();
  }

  /// The names of an equation, and of all equations beside it, each with its value.
  private List<String> valuesIn(Equation equation) {
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
      return expressions; // names near by have nothing to do with it
    }
    Lexicon.RATES.stream().filter(tried::knows).forEach(expressions::add);
    expressions.addAll(derivatives());
    expressions.addAll(namesNear());
    expressions.addAll(before.derivatives());
    derivatives().forEach(it -> expressions.add("-" + it));
    before.derivatives().forEach(it -> expressions.add("-" + it));
    for (Known known : tried.known()) {
      if (known.gradient() && names.contains(known.name())) {
        expressions.add(known.expression());
      }
    }
    return expressions;
  }

  // ---- from a nudge that the text speaks of

  private boolean changes(int index) {
    for (int i = Math.max(0, index - 12); i < Math.min(scan.tokens().size(), index + 6); i++) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NAME) && Lexicon.CHANGES.contains(token.code().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /// What a name becomes, and what else becomes of it, when it is moved by a number that the text
  /// names. Only what really depends on the name is moved by it.
  private List<String> moved(Token token, int index, boolean speaksOfChange) {
    boolean fine = strong(token) || decimal(token) || !token.code().matches("-?\\d");
    boolean goesOn = !before.steps().isEmpty() && fine;
    if (!speaksOfChange && !goesOn && words.stream().noneMatch(Lexicon.CHANGES::contains)) {
      return List.of();
    }
    if (!fine && !followsChange(index)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Nudge nudge : nudges()) {
      boolean one = nudge.by().compareTo(BigDecimal.ONE) == 0;
      if (one && !followsChange(index)) {
        continue;
      }
      boolean isStep = token.code().replace("-", "").equals(nudge.by().toPlainString());
      if (isStep && followsChange(index)) {
        found.add(isNearest(nudge.name(), index) ? 0 : found.size(), nudge.code() + ".by");
      }
      int decimals = Math.max(0, token.code().length() - 1 - token.code().indexOf('.'));
      if (!one && decimals >= nudge.by().scale()) {
        found.add(nudge.name() + " + " + nudge.by().toPlainString());
        found.add(nudge.name() + " - " + nudge.by().toPlainString());
      }
      int at = isNearest(nudge.output(), index) ? 0 : found.size();
      found.addAll(at, List.of(nudge.code() + ".change", nudge.code() + ".after"));
      found.add("-" + nudge.code() + ".change");
    }
    return found;
  }

  /// A move of a name, and of what depends on it, that two numbers of the texts speak of.
  private record Nudge(String output, String name, BigDecimal by) {
    String code() {
      return "nudge(" + output + ", " + name + ", " + by.toPlainString() + ")";
    }
  }

  private Optional<List<Nudge>> nudges = Optional.empty();

  private List<Nudge> nudges() {
    if (nudges.isEmpty()) {
      List<Nudge> found = new ArrayList<>();
      Set<BigDecimal> by = new LinkedHashSet<>(steps);
      by.addAll(before.steps());
      for (String[] pair : dependent()) {
        for (BigDecimal step : by) {
          Nudge nudge = new Nudge(pair[0], pair[1], step);
          if (anchored(nudge)) {
            found.add(nudge);
          }
        }
      }
      nudges = Optional.of(found);
    }
    return nudges.get();
  }

  /// Whether a number other than the step itself is what the move leads to.
  private boolean anchored(Nudge nudge) {
    int steps = before.steps().contains(nudge.by()) ? 1 : 0;
    int results = 0;
    boolean other = false;
    List<Optional<Fact.Quantity>> given =
        List.of(
            tried.quantity(nudge.code() + ".change"),
            tried.quantity(nudge.code() + ".after"),
            tried.quantity(nudge.name() + " + " + nudge.by().toPlainString()));
    for (Token token : scan.tokens()) {
      Optional<Numeral> numeral =
          token.is(Kind.NUMBER)
              ? tried.numeral(scan.text().substring(token.start(), token.end()))
              : Optional.empty();
      if (numeral.isEmpty() || numeral.get().value().isEmpty()) {
        continue;
      }
      boolean isStep = numeral.get().value().get().abs().compareTo(nudge.by()) == 0;
      boolean isResult =
          numeral.get().unit().scale() >= nudge.by().scale()
              && given.stream()
                  .flatMap(Optional::stream)
                  .anyMatch(it -> Tried.agrees(numeral.get(), it));
      steps += isStep ? 1 : 0;
      results += isResult ? 1 : 0;
      other |= isResult && !isStep;
    }
    return steps > 0 && (other || (results >= 2 && steps >= 2));
  }

  /// Whether of all names of the sentence this one stands nearest before.
  private boolean isNearest(String name, int index) {
    for (int i = index - 1; i >= 0; i--) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NAME)
          && tried.isNumber(token.code())
          && (mentions(i) || isInEquation(token))) {
        return token.code().equals(name);
      }
    }
    return false;
  }

  private boolean isInEquation(Token token) {
    return equations.stream().anyMatch(it -> within(it, token));
  }

  /// Pairs of an output and a name that it depends on, both spoken of.
  private List<String[]> dependent() {
    List<String> outputs = new ArrayList<>(namesNear());
    tried.sink().filter(it -> !outputs.contains(it)).ifPresent(outputs::add);
    List<String[]> pairs = new ArrayList<>();
    for (String name : namesNear()) {
      for (String output : outputs) {
        boolean depends =
            !name.equals(output)
                && pairs.size() < 12
                && tried
                    .quantity("d" + output + "/d" + name)
                    .filter(it -> it.exact().signum() != 0)
                    .isPresent();
        if (depends) {
          pairs.add(new String[] {output, name});
        }
      }
    }
    return pairs;
  }

  /// Whether a word of change and a name stand close before.
  private boolean followsChange(int index) {
    boolean change = false;
    boolean name = false;
    for (int i = Math.max(0, index - 7); i < index; i++) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.STOP)) {
        change = false;
        name = false;
      }
      boolean word = token.is(Kind.NAME);
      change |= word && Lexicon.CHANGES.contains(token.code().toLowerCase(Locale.ROOT));
      name |= word && mentions(i) && tried.knows(base(token.code()));
    }
    return change && name;
  }

  /// Whether a token speaks of a name of the program. A letter that is a word of the language too
  /// is a name where the words around it say so.
  private boolean mentions(int index) {
    Token token = scan.tokens().get(index);
    if (token.zone() != Scan.Zone.PROSE || !Lexicon.LETTERS.contains(token.code())) {
      return true;
    }
    boolean after =
        index > 0
            && Lexicon.BEFORE_NAMES.contains(scan.tokens().get(index - 1).code().toLowerCase(Locale.ROOT));
    Token next = index + 1 < scan.tokens().size() ? scan.tokens().get(index + 1) : token;
    boolean ends = (!next.is(Kind.NAME) && !next.is(Kind.NUMBER)) || next.equals(token);
    return after && (ends || Lexicon.AFTER_NAMES.contains(next.code()));
  }

  // ---- from the names of the sentence

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
    List<int[]> near = near(from, to, index, row.isPresent());
    for (int i = from; i <= to; i++) {
      boolean word = tokens.get(i).is(Kind.NAME) && i < index + 6;
      gradient |= word && Lexicon.GRADIENTS.contains(tokens.get(i).code().toLowerCase(Locale.ROOT));
    }
    if (near.isEmpty() && from > 1) {
      int earlier = from - 1;
      while (earlier > 0 && !tokens.get(earlier - 1).is(Kind.STOP)) {
        earlier--;
      }
      near.addAll(near(earlier, from - 1, index, false));
    }
    near.sort(Comparator.comparingInt(it -> it[1]));
    boolean small = !strong(token) && !decimal(token);
    List<String> found = new ArrayList<>();
    if (gradient && near.isEmpty()) {
      tried
          .sink()
          .ifPresent(
              sink ->
                  before.names().stream()
                      .filter(it -> !it.equals(sink))
                      .forEach(it -> found.add("d" + sink + "/d" + it)));
    }
    for (int[] place : near) {
      if (small && place[1] > 9) {
        break;
      }
      String name = tokens.get(place[0]).code();
      if (name.contains("/d") || name.contains(".")) {
        found.add(name);
        continue;
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
      if (gradient) {
        found.addAll(gradients);
        found.add(name);
      } else {
        found.add(name);
        if (!small || place[1] <= 4) {
          found.addAll(gradients);
        }
      }
    }
    return found;
  }

  /// The names from `from` to `to` (inclusive), each with how far it is from the numeral.
  private List<int[]> near(int from, int to, int index, boolean cells) {
    List<int[]> near = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      Token token = scan.tokens().get(i);
      boolean speaks =
          token.is(Kind.NAME)
              && (((mentions(i) || cells) && tried.knows(base(token.code())))
                  || token.code().contains("/d"));
      if (speaks) {
        near.add(new int[] {i, cells ? 1 : i < index ? index - i : 2 * (i - index) + 3});
      }
    }
    return near;
  }

  /// Whether a variable is called as the gradient of another is: `dfdx`, `do_dx`, `grad_x`, `dx`.
  private static boolean isGradientOf(String variable, String name) {
    String lower = variable.toLowerCase(Locale.ROOT);
    String of = name.toLowerCase(Locale.ROOT);
    return lower.matches(".*d_?" + java.util.regex.Pattern.quote(of))
        || lower.matches("grad\\w*_" + java.util.regex.Pattern.quote(of))
        || lower.startsWith(of + "_grad");
  }

  private static String base(String word) {
    int dot = word.indexOf('.');
    return dot < 0 ? word : word.substring(0, dot);
  }

  /// Whether a numeral has digits enough to be known by them.
  private static boolean strong(Token token) {
    String digits = token.code().replaceAll("[-.%]", "").replaceAll("^0+", "");
    return digits.length() >= 3 && token.code().contains(".");
  }

  private static boolean decimal(Token token) {
    return token.code().contains(".")
        && token.code().replaceAll("[-.%]", "").replaceAll("^0+|0+$", "").length() >= 2;
  }

  // ---- from numbers that stand before it

  private List<String> differences(int index) {
    if (!changes(index)) {
      return List.of();
    }
    List<String> before = new ArrayList<>();
    for (int i = index - 1; i >= 0 && before.size() < 5; i--) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NUMBER) && !token.code().isEmpty() && !before.contains(token.code())) {
        before.add(token.code());
      }
    }
    List<String> found = new ArrayList<>();
    for (String later : before) {
      for (String first : before) {
        if (!later.equals(first)) {
          found.add(later + " - " + (first.startsWith("-") ? "(" + first + ")" : first));
        }
      }
    }
    return found;
  }

  /// The name that an equation around the numeral says something of, where the program has it.
  Optional<String> subject(Numeral numeral, Token token) {
    return equations.stream()
        .filter(it -> within(it, token))
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
        .findFirst();
  }
}
