package dev.perilla.site.importer;

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
  private static final Set<String> GRADIENT_WORDS =
      Set.of(
          "gradient", "gradients", "grad", "derivative", "derivatives", "slope", "slopes", "partial",
          "gradiente", "gradientes", "derivada", "derivadas", "pendiente", "pendientes", "backward",
          "sensitivity", "dw", "db");
  private static final Set<String> CHANGE_WORDS =
      Set.of("change", "changes", "changed", "changing", "nudge", "nudged", "nudging", "increase", "increases", "increased", "increasing", "decrease", "decreases", "rise", "rises", "rose", "drops", "drop", "falls", "moves", "move", "moved", "goes", "went", "grows", "bump", "bumping", "wiggle", "perturb", "difference", "delta", "Δ", "up", "down", "sube", "subió", "baja", "bajó", "cambia", "cambió", "cambio", "mueve", "muevo", "movés", "moví", "muevas", "aumenta", "aumentamos", "disminuye", "crece", "sumé", "sumo", "pasa", "pasó", "incremento", "diferencia", "shift", "raise", "lift", "becomes", "step", "tweak", "movemos");

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
  record Before(List<String> names, List<BigDecimal> steps) {
    static final Before NOTHING = new Before(List.of(), List.of());
  }

  /// What this text leaves to the next: its own things first.
  Before forNext() {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(before.names());
    Set<BigDecimal> by = new LinkedHashSet<>(steps);
    by.addAll(before.steps());
    return new Before(
        all.stream().filter(tried::knows).limit(6).toList(), by.stream().limit(3).toList());
  }

  /// The names of this text, then those of the texts before.
  private List<String> namesNear() {
    Set<String> all = new LinkedHashSet<>(names);
    before.names().stream().filter(tried::knows).forEach(all::add);
    return List.copyOf(all);
  }

  private List<String> names() {
    Set<String> found = new LinkedHashSet<>();
    for (Token token : scan.tokens()) {
      if (token.is(Kind.NAME)) {
        Equation.names(token.code()).stream().filter(tried::knows).forEach(found::add);
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

  private List<BigDecimal> steps() {
    Set<BigDecimal> found = new LinkedHashSet<>();
    for (Token token : scan.tokens()) {
      if (token.is(Kind.NUMBER) && !token.code().isEmpty() && !token.code().contains("%")) {
        BigDecimal value = new BigDecimal(token.code()).abs();
        boolean small = value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
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
    if (changes(index)) {
      expressions.addAll(moved(token, true));
    }
    expressions.addAll(said(index));
    equation.ifPresent(it -> expressions.addAll(valuesIn(it)));
    if (!changes(index)) {
      expressions.addAll(moved(token, false));
    }
    if (strong(token)) {
      for (Known known : tried.known()) {
        expressions.add(known.expression());
      }
    }
    expressions.addAll(differences(index));
    return expressions.stream().filter(it -> tried.holds(digits, it)).findFirst();
  }

  // ---- from the equation around it

  private List<String> ofEquation(Equation equation, Token token) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < equation.sides().size(); i++) {
      Side side = equation.sides().get(i);
      boolean whole = side.form() == Form.NUMBER && side.start() <= token.start() && token.end() <= side.end();
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
        "nudge(" + output + ", " + name + ", " + sides.get(1).code() + " - " + name + ".data).after");
  }

  /// `f(-2, 5, -4)` is `f` where the arguments are its inputs.
  private static Optional<String> called(Side side) {
    java.util.regex.Matcher call =
        java.util.regex.Pattern.compile("([^\\W\\d]\\w*)\\([-\\d.,\\s\\w=]*\\)").matcher(side.code());
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
    for (Equation other : equations) {
      other.sides().stream()
          .filter(it -> it.form() == Form.FORMULA && it.code().contains("/d"))
          .forEach(it -> expressions.add(it.code()));
    }
    expressions.addAll(names);
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
      if (token.is(Kind.NAME) && CHANGE_WORDS.contains(token.code().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private List<String> moved(Token token, boolean speaksOfChange) {
    boolean anyChange = words.stream().anyMatch(CHANGE_WORDS::contains);
    boolean goesOn = !before.steps().isEmpty() && (strong(token) || decimal(token));
    if (!anyChange && !speaksOfChange && !goesOn) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    List<String> names = namesNear();
    List<String> last = new ArrayList<>(names);
    tried.sink().filter(it -> !last.contains(it)).ifPresent(last::add);
    Set<BigDecimal> steps = new LinkedHashSet<>(this.steps);
    steps.addAll(before.steps());
    for (BigDecimal step : steps) {
      String by = step.toPlainString();
      for (String name : names) {
        found.add(name + " + " + by);
        found.add(name + " - " + by);
      }
      for (String name : names) {
        for (String output : last) {
          if (!name.equals(output)) {
            String nudge = "nudge(" + output + ", " + name + ", " + by + ")";
            found.add(nudge + ".change");
            found.add(nudge + ".after");
            found.add(nudge + ".slope");
            found.add("-" + nudge + ".change");
            found.add(nudge + ".by");
          }
        }
      }
    }
    return found;
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
    List<int[]> near = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      String word = tokens.get(i).code();
      boolean isName = tokens.get(i).is(Kind.NAME);
      gradient |= isName && GRADIENT_WORDS.contains(word.toLowerCase(Locale.ROOT)) && i < index + 6;
      if (isName && (tried.knows(base(word)) || word.contains("/d"))) {
        int distance = i < index ? index - i : 2 * (i - index) + 3;
        near.add(new int[] {i, distance});
      }
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
      tried.sink().filter(it -> !it.equals(name)).ifPresent(it -> gradients.add("d" + it + "/d" + name));
      gradients.add(name + ".grad");
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
        .filter(it -> it.start() <= token.start() && token.end() <= it.end())
        .flatMap(it -> it.sides().stream())
        .filter(it -> it.form() == Form.NAME || it.form() == Form.FORMULA)
        .map(Side::code)
        .filter(it -> tried.quantity(it).isPresent())
        .findFirst();
  }
}
