package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Fact;
import dev.perilla.site.importer.plot.Survey;
import dev.perilla.site.importer.standing.Tried.Known;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Labels;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Other states of the program that a text speaks of without running it again: a parameter after a
/// step of training, and what follows where the sentence gives an input another number.
record States(Tried tried, Scan scan, List<Equation> equations, Spoken spoken) {
  private static final Pattern LITERAL = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern POWER_OF_TEN = Pattern.compile("10\\*\\*\\(?-?\\d+\\)?");
  private static final Pattern OF_A_NAME = Pattern.compile("(?U)\\w+\\([\\p{L}_]\\w*\\)");
  private static final Pattern STOP = Pattern.compile("[.;!?]\\s|\\n");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?U)[wWvVuUbBθ][\\d_]{0,3}|theta_?\\d?|weight\\d?|bias\\d?|peso\\d?|sesgo\\d?");
  private static final int MOST_PARAMETERS = 12;
  private static final int SENTENCE = 400; // characters that are looked at
  private static final int MOST = 4; // of outputs, and of rates
  private static final int SEVERAL = 3; // two numbers may be a right and a wrong one
  private static final int MOST_DEEP = 8; // formulas within formulas
  private static final Pattern NAME = Pattern.compile("(?U)(?<![\\w.])[\\p{L}_]\\w*(?![\\w(])");

  /// What a name becomes by one step down (or up) the gradient, at the rates that the text or the
  /// lesson has.
  ///
  /// @param steps whether small numbers of the text may be rates too
  List<String> updated(String name, boolean steps) {
    List<String> found = new ArrayList<>();
    List<String> gradients = slopes(name);
    if (gradients.isEmpty()) {
      gradients = said(name);
    }
    for (String rate : tried.isNumber(name) ? rates(steps) : Set.<String>of()) {
      for (String gradient : gradients) {
        found.add(name + " - " + rate + " * " + gradient);
        found.add(name + " + " + rate + " * " + gradient);
        if (steps) {
          found.add("-" + rate + " * " + gradient); // by how much
          found.add(rate + " * " + gradient);
        }
      }
    }
    return found;
  }

  /// What the lesson has said that gradients by a name are, which the program does not have.
  private List<String> said(String name) {
    return spoken.results(scan.text().length() + 1).stream()
        .filter(it -> it.subject().filter(of -> of.endsWith("/d" + name)).isPresent())
        .map(it -> it.number().toPlainString())
        .map(it -> it.startsWith("-") ? "(" + it + ")" : it)
        .distinct()
        .limit(1)
        .toList();
  }

  /// What an output is after a step of training: where its weights and biases are what they become,
  /// or its weights alone.
  List<String> retrained(String output) {
    List<String> parameters =
        tried.known().stream()
            .filter(it -> !it.gradient() && PARAMETER.matcher(it.name()).matches())
            .map(Known::name)
            .filter(it -> it.equals(output) || depends(output, it))
            .filter(tried::isInput)
            .distinct()
            .limit(MOST_PARAMETERS)
            .toList();
    List<String> found = new ArrayList<>();
    for (String rate : parameters.contains(output) ? Set.<String>of() : rates(false)) {
      Map<String, String> weights = new LinkedHashMap<>();
      for (String name : parameters) {
        slopes(name).stream()
            .limit(1)
            .forEach(it -> weights.put(name, "(" + name + " - " + rate + " * " + it + ")"));
      }
      found.add(put(output, weights, MOST_DEEP));
      weights.keySet().removeIf(it -> it.startsWith("b"));
      found.add(put(output, weights, MOST_DEEP));
    }
    found.removeIf(output::equals);
    return found;
  }

  /// What a sigmoid or a tanh passes on, of a number that the line says it puts out.
  List<String> local(int index) {
    Token token = scan.tokens().get(index);
    int line = scan.text().lastIndexOf('\n', token.start() - 1) + 1;
    String before = scan.text().substring(line, token.start()).toLowerCase(java.util.Locale.ROOT);
    boolean slope =
        Lexicon.GRADIENTS.stream().anyMatch(it -> it.length() > 3 && before.contains(it));
    boolean tanh = before.contains("tanh");
    List<String> found = new ArrayList<>();
    for (int i = index - 1; slope && i >= 0 && found.size() < 3; i--) {
      Token said = scan.tokens().get(i);
      if (said.start() >= line && said.is(Kind.NUMBER) && LITERAL.matcher(said.code()).matches()) {
        found.add(
            tanh ? "1 - (" + said.code() + ")**2" : said.code() + " * (1 - " + said.code() + ")");
      }
    }
    return tanh || before.matches("(?s).*(sigm|logist|logíst).*") ? found : List.of();
  }

  /// Whether the text says that something is another number from here on.
  boolean speaksOfUpdates() {
    return spoken.words().stream().anyMatch(Lexicon.UPDATES::contains);
  }

  /// The gradients of what depends on a name, the last output's first.
  List<String> slopes(String name) {
    return outputs(name).stream().map(it -> "d" + it + "/d" + name).toList();
  }

  private Set<String> rates(boolean steps) {
    Set<String> rates = new LinkedHashSet<>();
    for (Token token : scan.tokens()) {
      String before = scan.text().substring(Math.max(0, token.start() - 60), token.start());
      if (token.is(Kind.NUMBER)
          && LITERAL.matcher(token.code()).matches()
          && Lexicon.RATE.matcher(before).find()) {
        rates.add(token.code());
      }
    }
    Lexicon.RATES.stream().filter(tried::isNumber).forEach(rates::add);
    if (steps) {
      spoken.steps().forEach(it -> rates.add(it.toPlainString()));
    }
    return rates.stream().limit(MOST).collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  private List<String> outputs(String name) {
    Set<String> outputs = new LinkedHashSet<>();
    tried.sink().ifPresent(outputs::add);
    spoken.namesNear().forEach(outputs::add);
    return outputs.stream()
        .filter(it -> !it.equals(name) && depends(it, name))
        .limit(MOST)
        .toList();
  }

  private boolean depends(String output, String name) {
    return tried
        .quantity("d" + output + "/d" + name)
        .filter(it -> it.exact().signum() != 0)
        .isPresent();
  }

  /// What an output is where the sentence up to `place` gives inputs other numbers: `w = 0.6, L =
  /// 5.76`.
  List<String> assumed(String output, int place) {
    List<String> found = new ArrayList<>();
    Map<String, String> assumptions = assumptions(place);
    assumptions.forEach(
        (name, number) -> {
          if (tried.isValue(output) && !name.equals(output) && depends(output, name)) {
            found.add(moved(output, name, number));
          }
        });
    if ((!assumptions.containsKey(output) && found.size() != assumptions.size())
        || assumptions.size() > 1) {
      String code = put(output, assumptions, MOST_DEEP);
      if (!code.equals(output)) {
        found.addFirst(code);
      }
    }
    return found;
  }

  /// A formula where the sentence up to `place` gives inputs other numbers: `2 * x + 2`, at x = 3.
  List<String> at(String formula, int place) {
    Map<String, String> assumptions = assumptions(place);
    String code = put(formula, assumptions, 0);
    boolean known =
        Equation.names(formula).stream()
            .allMatch(it -> assumptions.containsKey(it) || tried.isNumber(it));
    return known && !code.equals(formula) ? List.of(code) : List.of();
  }

  /// An expression with other numbers for names, and with the formulas of the names that depend on
  /// them.
  String put(String expression, Map<String, String> numbers, int deep) {
    StringBuilder code = new StringBuilder();
    Matcher name = NAME.matcher(expression);
    int at = 0;
    while (name.find()) {
      String number = numbers.get(name.group());
      Optional<String> formula =
          number == null && deep > 0 ? tried.formula(name.group()) : Optional.empty();
      String inner = formula.map(it -> put(it, numbers, deep - 1)).orElse("");
      boolean depends = formula.isPresent() && !inner.equals(formula.get());
      code.append(expression, at, name.start())
          .append(
              number != null
                  ? assumed(number, expression.startsWith(".", name.end()))
                  : depends ? "(" + inner + ")" : name.group());
      at = name.end();
    }
    code.append(expression, at, expression.length());
    return code.length() > SENTENCE ? expression : code.toString();
  }

  /// @param called whether a method of the number follows
  private static String assumed(String number, boolean called) {
    return called ? "Value(" + number + ")" : number.startsWith("-") ? "(" + number + ")" : number;
  }

  private static String moved(String output, String name, String number) {
    return "nudge(" + output + ", " + name + ", " + number + " - " + name + ".data).after";
  }

  /// Whether the number of an equation is an input of what the sentence goes on to say, and that
  /// holds.
  boolean isAssumption(Equation equation) {
    Optional<String> name = input(equation);
    if (name.isEmpty()) {
      return false;
    }
    int end = end(equation.end());
    String number = equation.sides().getLast().code();
    return isToldOf(name.get(), number, equation.end(), end)
        || equations.stream()
            .filter(it -> it.start() >= equation.end() && it.end() <= end)
            .filter(it -> it.sides().get(0).form() == Form.NAME)
            .filter(it -> depends(it.sides().get(0).code(), name.get()))
            .anyMatch(
                it ->
                    it.sides().stream()
                        .filter(side -> side.form() == Form.NUMBER)
                        .anyMatch(
                            side ->
                                tried.holds(
                                    scan.text().substring(side.start(), side.end()),
                                    moved(it.sides().get(0).code(), name.get(), number))));
  }

  /// Whether words say between two places what something is where a name is a number, `s is 0.5`.
  private boolean isToldOf(String name, String number, int from, int to) {
    List<Token> tokens = scan.tokens();
    for (int i = 2; i < tokens.size(); i++) {
      String output = tokens.get(i - 2).code();
      boolean told =
          tokens.get(i).is(Kind.NUMBER)
              && Labels.isVerb(tokens.get(i - 1))
              && tokens.get(i - 2).start() >= from
              && tokens.get(i).end() <= to
              && depends(output, name)
              && tried.holds(
                  scan.text().substring(tokens.get(i).start(), tokens.get(i).end()),
                  moved(output, name, number));
      if (told) {
        return true;
      }
    }
    return false;
  }

  /// The inputs that a question gives other numbers, `and at x = 0?`, for what answers it.
  Map<String, String> asked() {
    return scan.text().stripTrailing().endsWith("?") ? assumptions(scan.text().length()) : Map.of();
  }

  private Map<String, String> assumptions(int place) {
    Map<String, String> found = new LinkedHashMap<>(spoken.before().assumed());
    found.keySet().removeIf(it -> !tried.isValue(it) || !tried.isInput(it));
    int from = scan.text().lastIndexOf('\n', place - 1) + 1;
    Matcher goes =
        Lexicon.GOES_TO.matcher(scan.text()).region(Math.max(from, place - SENTENCE), place);
    while (goes.find()) {
      String name = goes.group(1);
      if (tried.isValue(name) && tried.isInput(name) && !has(name, goes.group(2))) {
        found.put(name, goes.group(2));
      }
    }
    Optional<String> spoken = Optional.empty(); // an input that has its number
    for (Equation equation : equations) {
      if (equation.start() < from || equation.end() > place) {
        continue;
      }
      String number = equation.sides().getLast().code();
      input(equation).ifPresent(it -> found.put(it, number));
      Side first = equation.sides().get(0);
      if (first.form() == Form.NAME && tried.isValue(first.code()) && tried.isInput(first.code())) {
        spoken = Optional.of(first.code());
      }
      boolean reached = // `from w = 0 you go to 0 + 0.1 * 6 = 0.6`
          first.form() == Form.ARITHMETIC
              && LITERAL.matcher(number).matches()
              && Lexicon.GOES
                  .matcher(scan.text().substring(start(equation.start()), equation.start()))
                  .find();
      spoken.filter(it -> reached && !has(it, number)).ifPresent(it -> found.put(it, number));
    }
    return found;
  }

  /// The name that an equation gives a number which it does not have now, by itself or at the end
  /// of arithmetic.
  private Optional<String> input(Equation equation) {
    Side name = equation.sides().get(0);
    Side number = equation.sides().getLast();
    boolean gives =
        name.form() == Form.NAME
            && number.form() == Form.NUMBER
            && LITERAL.matcher(number.code()).matches()
            && equation.sides().stream().noneMatch(it -> it.form() == Form.FORMULA)
            && comesToItself(equation)
            && equation.relations().get(0).matches("=|==|←");
    boolean list = gives && tried.knows(name.code()) && !tried.isNumber(name.code());
    boolean may = gives && (tried.isValue(name.code()) || tried.isInput(name.code()));
    return list || (may && tried.isNumber(name.code()) && !has(name.code(), number.code()))
        ? Optional.of(name.code())
        : Optional.empty();
  }

  /// Whether the arithmetic of an equation comes to its number.
  private boolean comesToItself(Equation equation) {
    Side number = equation.sides().getLast();
    return equation.sides().stream()
        .filter(it -> it.form() == Form.ARITHMETIC)
        .allMatch(
            it -> tried.holds(scan.text().substring(number.start(), number.end()), it.code()));
  }

  /// Whether an equation names a point that the sentence looks at: `at x = -3`, `for s = 1/2`. Of
  /// what is computed it must be nothing like the number that it has.
  private boolean isPoint(Equation equation) {
    int from = Math.max(0, equation.start() - 20);
    return Lexicon.POINT.matcher(scan.text().substring(from, equation.start())).find()
        && (input(equation).filter(tried::isInput).isPresent() || !isSlip(equation));
  }

  /// Whether the sentence has named another point before.
  private boolean isElsewhere(Equation equation) {
    int from = start(equation.start());
    return equations.stream()
        .filter(it -> from <= it.start() && it.end() <= equation.start())
        .anyMatch(it -> isPoint(it) && !holds(it));
  }

  /// Whether the sentence says of the same, and rightly, that it is something else.
  private boolean isContrasted(Equation equation) {
    int from = start(equation.start());
    int to = end(equation.end());
    String name = equation.sides().get(0).code();
    return equations.stream()
        .filter(it -> from <= it.start() && it.end() <= to && !it.equals(equation))
        .filter(it -> it.sides().stream().noneMatch(side -> side.form() == Form.FORMULA))
        .anyMatch(it -> it.sides().get(0).code().equals(name) && holds(it));
  }

  private boolean holds(Equation equation) {
    return tried.span(equation.code()).isEmpty();
  }

  private boolean isSlip(Equation equation) {
    Side number = equation.sides().getLast();
    return number.form() == Form.NUMBER
        && tried
            .quantity(equation.sides().get(0).code())
            .filter(it -> Digits.isSlip(number.code(), it))
            .isPresent();
  }

  private boolean has(String name, String literal) {
    return tried
        .quantity(name)
        .filter(it -> it.exact().doubleValue() == Double.parseDouble(literal))
        .isPresent();
  }

  private int start(int place) {
    int from = Math.max(0, place - SENTENCE);
    Matcher stop = STOP.matcher(scan.text()).region(from, place);
    while (stop.find()) {
      from = stop.end();
    }
    return from;
  }

  private int end(int place) {
    Matcher stop = STOP.matcher(scan.text());
    return stop.find(place) ? stop.end() : scan.text().length();
  }

  /// Whether what an equation says, false now, may be said of another state or of another thing: of
  /// an input that has got another number, where the sentence assumes something else or speaks of
  /// before and after, or where the program has no such number. One that looks like the right
  /// number with a digit or its sign wrong is false.
  boolean mayBeAnother(Equation equation) {
    Side name = equation.sides().get(0);
    Side number = equation.sides().getLast();
    boolean numbers = number.form() == Form.NUMBER || number.form() == Form.ARITHMETIC;
    if (name.names().isEmpty() || (!numbers && Survey.signature(name).isEmpty())) {
      return false;
    }
    Optional<Fact.Quantity> now = tried.quantity(name.code());
    if (now.isEmpty() || isPoint(equation) || isAddedTo(name)) {
      return true; // a list, a function of that name
    }
    if (name.names().stream().anyMatch(tried::isLeft)
        || isSeveral(name)
        || isElsewhere(equation)
        || areOthers()) {
      return true;
    }
    if (!numbers || isSlip(equation)) {
      return false;
    }
    boolean ofAny = // `σ'(z) = 0.1`, of some `z`
        equation.sides().size() == 2
            && OF_A_NAME.matcher(name.code()).matches()
            && LITERAL.matcher(number.code()).matches()
            && Rest.isFar(Double.parseDouble(number.code()), now.get());
    if (ofAny || isUnconnected(tried, name) || isContrasted(equation)) {
      return true;
    }
    String before = scan.text().substring(start(equation.start()), equation.start());
    boolean listed = // `we fit y = w * x with x = 2 and y = 8`
        name.form() == Form.NAME
            && equation.sides().size() == 2
            && Lexicon.GIVEN_TOO.matcher(before).find();
    return listed
        || isAnotherRound(equation, now.get())
        || equations.stream().anyMatch(this::isOfAnotherRound)
        || (name.form() == Form.NAME && equation.sides().size() == 2 && tried.isInput(name.code()))
        || !assumptions(equation.start()).isEmpty()
        || Lexicon.ANOTHER.matcher(before).find();
  }

  /// `4^20 ≈ 10^12`: how large something is, to a power of ten.
  boolean isMagnitude(Equation equation) {
    Side power = equation.sides().getLast();
    int before = equation.sides().size() - 1;
    boolean alone =
        before == 1
            || holds(
                new Equation(
                    equation.sides().subList(0, before),
                    equation.relations().subList(0, before - 1)));
    return alone
        && equation.relations().getLast().equals("≈")
        && POWER_OF_TEN.matcher(power.code()).matches()
        && tried
            .quantity(equation.sides().get(0).code() + " / " + power.code())
            .map(it -> Math.abs(Math.log10(it.exact().doubleValue())))
            .filter(it -> it < 0.5)
            .isPresent();
  }

  /// `g = (0.51 + 0.46) / 2`, which is nowhere near what `g` was: what it is in the next round.
  private boolean isAnotherRound(Equation equation, Fact.Quantity now) {
    Side arithmetic = equation.sides().getLast();
    double is = now.exact().doubleValue();
    return arithmetic.form() == Form.ARITHMETIC
        && equation.sides().size() == 2
        && equation.sides().get(0).form() == Form.NAME
        && tried
            .quantity(arithmetic.code())
            .map(it -> it.exact().doubleValue())
            .filter(it -> Math.abs(it - is) > Math.max(Math.abs(it), Math.abs(is)) / 10)
            .isPresent();
  }

  /// `g = 2 * (6.8 - 10) = -6.4`, which holds, of a name that is something else.
  private boolean isOfAnotherRound(Equation equation) {
    Side name = equation.sides().get(0);
    Side last = equation.sides().getLast();
    List<Side> between = equation.sides().subList(1, equation.sides().size() - 1);
    return name.form() == Form.NAME
        && tried.isNumber(name.code())
        && last.form() == Form.NUMBER
        && !between.isEmpty()
        && between.stream().allMatch(it -> it.form() == Form.ARITHMETIC)
        && comesToItself(equation)
        && !tried.holds(scan.text().substring(last.start(), last.end()), name.code())
        && !isSlip(equation);
  }

  /// The other half of what is said of a name in two statements, `w = 1.7 - 0.3` and then `w =
  /// 1.4`: the arithmetic of the one, the number of the other, where the arithmetic comes to it.
  /// Between them it may be worked out further.
  Optional<Side> otherHalf(Equation equation) {
    Side name = equation.sides().get(0);
    Side last = equation.sides().getLast();
    boolean number = last.form() == Form.NUMBER;
    int step = number ? -1 : 1;
    int at = equations.indexOf(equation);
    boolean isHalf =
        equation.sides().size() == 2
            && name.form() == Form.NAME
            && (number || last.form() == Form.ARITHMETIC);
    for (int i = at + step; isHalf && at >= 0 && i >= 0 && i < equations.size(); i += step) {
      Equation half = equations.get(i);
      Side other = half.sides().getLast();
      if (!half.sides().get(0).code().equals(name.code())) {
        return Optional.empty();
      }
      if (other.form() == (number ? Form.ARITHMETIC : Form.NUMBER)) {
        Side said = number ? last : other;
        String digits = scan.text().substring(said.start(), said.end());
        return tried.holds(digits, (number ? other : last).code())
            ? Optional.of(other)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Whether the text says of a name that it is this number or formula, and that, and another.
  private boolean isSeveral(Side name) {
    boolean function = Survey.signature(name).isPresent();
    return equations.stream()
            .filter(it -> it.sides().get(0).code().equals(name.code()))
            .filter(
                it ->
                    function
                        ? it.sides().size() == 2
                        : it.sides().stream()
                            .skip(1)
                            .allMatch(
                                side ->
                                    side.form() == Form.NUMBER || side.form() == Form.ARITHMETIC))
            .map(it -> it.sides().getLast().code())
            .distinct()
            .count()
        >= SEVERAL;
  }

  /// Whether the text gives several names their numbers, and none of them is so now.
  private boolean areOthers() {
    List<Equation> given =
        equations.stream()
            .filter(it -> it.sides().size() == 2)
            .filter(it -> it.sides().get(0).form() == Form.NAME)
            .filter(it -> it.sides().get(1).form() == Form.NUMBER)
            .filter(it -> tried.isNumber(it.sides().get(0).code()))
            .toList();
    return given.stream().map(it -> it.sides().get(0).code()).distinct().count() >= SEVERAL
        && given.stream().noneMatch(this::holds);
  }

  /// Whether the text adds to a name, `dx += 0.5`, so that it has several numbers.
  private boolean isAddedTo(Side name) {
    return name.form() == Form.NAME
        && Pattern.compile("(?U)\\b" + Pattern.quote(name.code()) + "[`$]?\\s*\\+=")
            .matcher(scan.text())
            .find();
  }

  /// Whether a side is a gradient that is nothing because the program does not lead there: what the
  /// lesson says of it cannot be known.
  static boolean isUnconnected(Tried tried, Side side) {
    return (side.code().matches("(?U)[\\w.]+\\.grad") && isNothing(tried, side.code()))
        || isUnconnected(tried, side.code());
  }

  private static boolean isNothing(Tried tried, String gradient) {
    return tried.fact(gradient).filter(States::isNothing).isPresent();
  }

  private static boolean isNothing(Fact fact) {
    return (fact instanceof Fact.Quantity number && number.exact().signum() == 0)
        || (fact instanceof Fact.Sequence list
            && !list.items().isEmpty()
            && list.items().stream().allMatch(States::isNothing));
  }

  /// Whether the code of a gradient is one that the program does not lead to.
  static boolean isUnconnected(Tried tried, String code) {
    return Derivative.all(code).stream().anyMatch(it -> isNothing(tried, it.toString()));
  }
}
