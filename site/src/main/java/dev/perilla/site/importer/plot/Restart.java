package dev.perilla.site.importer.plot;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.plot.Telling.Meaning;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Labels;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;

/// Whether a text begins another example: the same formulas with other inputs.
final class Restart {
  private static final int LISTED = 3;

  private final Telling telling;
  private final Inputs allowed;
  private final Map<String, String> stepped = new LinkedHashMap<>(); // parameters after a step

  /// @param allowed what may be an input
  Restart(Telling telling, Inputs allowed) {
    this.telling = telling;
    this.allowed = allowed;
  }

  /// Takes in what a parameter is after a step of training: `w ← 0.8 - 0.1 * 2.1 = 0.59`.
  void updates(Equation equation) {
    Side first = equation.sides().getFirst();
    Side last = equation.sides().getLast();
    if (first.form() != Form.NAME || last.form() != Form.NUMBER) {
      return;
    }
    Matcher other = Lexicon.NEW.matcher(first.code());
    boolean arrow = equation.relations().get(0).equals("←") || goesOn(equation);
    String name = !arrow && other.matches() ? other.group(1) : first.code();
    boolean input = telling.meaning(name).flatMap(Meaning::number).isPresent();
    if (input && (arrow || other.matches())) {
      stepped.put(name, last.code());
    }
  }

  /// Whether an equation begins with the number that its name has, and adds to it: `w = 0.8 -
  /// 0.21`.
  private boolean goesOn(Equation equation) {
    List<Token> tokens = equation.sides().get(1).tokens();
    return equation.sides().get(1).form() == Form.ARITHMETIC
        && tokens.size() > 2
        && tokens.get(0).is(Kind.NUMBER)
        && tokens.get(1).code().matches("[+-]")
        && telling
            .meaning(equation.sides().get(0).code())
            .flatMap(Meaning::number)
            .filter(it -> it.compareTo(new BigDecimal(tokens.get(0).code())) == 0)
            .isPresent();
  }

  /// Begins the example with the parameters of a step, where what a text computes comes out with
  /// these and not with the old ones.
  private boolean withStepped(List<Equation> equations, Scan scan) {
    Map<String, String> results = new LinkedHashMap<>();
    for (Equation equation : equations) {
      Side last = equation.sides().getLast();
      Survey.subject(equation)
          .filter(it -> last.form() == Form.NUMBER)
          .filter(it -> telling.meaning(it).flatMap(Meaning::formula).isPresent())
          .filter(it -> telling.differs(it, last.code()))
          .ifPresent(it -> results.putIfAbsent(it, last.code()));
    }
    List<Token> tokens = scan.tokens();
    for (int i = 0; i + 2 < tokens.size(); i++) { // `the new y is 0.55`
      String name = tokens.get(i).code();
      boolean said =
          tokens.get(i).is(Kind.NAME)
              && Labels.isVerb(tokens.get(i + 1))
              && tokens.get(i + 2).is(Kind.NUMBER)
              && telling.meaning(name).flatMap(Meaning::formula).isPresent()
              && telling.differs(name, tokens.get(i + 2).code());
      if (said) {
        results.putIfAbsent(name, tokens.get(i + 2).code());
      }
    }
    boolean begun =
        !stepped.isEmpty()
            && !results.isEmpty()
            && begins(new LinkedHashMap<>(stepped), results, List.of(), true, scan);
    if (begun) {
      stepped.clear();
    }
    return begun;
  }

  /// A text that gives names other numbers and then computes with them begins another example, if
  /// what it computes holds with these and not with the old ones.
  void in(List<Equation> equations, Scan scan) {
    if (withStepped(equations, scan)) {
      return;
    }
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, String> results = new LinkedHashMap<>(); // of steps
    List<Equation> claims = new ArrayList<>();
    Set<String> computed = new HashSet<>();
    for (Equation equation : equations) {
      Optional<String> name = Survey.subject(equation);
      if (name.isEmpty() || (equation.relations().contains("→") && equation.isConditional())) {
        continue;
      }
      List<Side> rest = equation.sides().subList(1, equation.sides().size());
      boolean literal = rest.stream().allMatch(it -> it.form() == Form.NUMBER);
      boolean input = telling.isDefined(name.get()) || allowed.has(name.get(), equation, scan);
      if (literal) {
        boolean step =
            telling.meaning(name.get()).flatMap(Meaning::formula).isPresent()
                || telling.isComputed(name.get());
        if (input && equation.relations().get(0).equals("=") && !computed.contains(name.get())) {
          (step ? results : inputs).putIfAbsent(name.get(), rest.get(0).code());
        }
        continue;
      }
      computed.add(name.get());
      boolean number = rest.stream().anyMatch(it -> it.form() == Form.NUMBER);
      boolean formula = rest.stream().anyMatch(it -> it.form() == Form.FORMULA);
      if (number && formula && !inputs.containsKey(name.get())) {
        claims.add(equation);
      }
    }
    boolean updates = inputs.isEmpty() && results.isEmpty();
    if (updates) {
      inputs.putAll(updated(equations));
      claims.clear();
    }
    boolean cue =
        Inputs.areWritten(scan)
            || Lexicon.CUE.matcher(scan.text()).find()
            || new Training(telling).isStep(inputs.keySet(), scan)
            || updates
            || isList(inputs, equations);
    boolean other =
        inputs.entrySet().stream().anyMatch(this::isAnother)
            || (!claims.isEmpty() && areOtherwise(inputs));
    if (other && begins(inputs, results, claims, cue, scan)) {
      return;
    }
    results.forEach(
        (name, number) -> {
          if (!telling.dependents(name).isEmpty()) { // what nothing is made of is no input
            inputs.put(name, number);
          }
        });
    if (updates || inputs.entrySet().stream().anyMatch(this::isAnother)) {
      begins(inputs, Map.of(), claims, cue, scan);
    }
  }

  /// Whether a text says nothing but what the inputs are, some of them for the first time.
  private boolean isList(Map<String, String> inputs, List<Equation> equations) {
    return inputs.size() >= LISTED
        && equations.stream()
            .allMatch(it -> it.sides().get(0).names().stream().allMatch(inputs::containsKey))
        && inputs.keySet().stream().anyMatch(it -> !telling.isDefined(it));
  }

  /// Begins another example with these inputs, if what is claimed of it holds.
  ///
  /// @param results what steps come to
  /// @param cue whether the words say that something is assumed
  private boolean begins(
      Map<String, String> inputs,
      Map<String, String> results,
      List<Equation> claims,
      boolean cue,
      Scan scan) {
    boolean enough =
        !claims.isEmpty()
            || !results.isEmpty()
            || (cue && (inputs.size() >= 2 || isUpdate(inputs)));
    boolean asBefore = inputs.size() == 1 && !claims.isEmpty() && telling.program.hold(claims);
    boolean untold = claims.isEmpty() && results.isEmpty();
    if (inputs.isEmpty() || !enough || asBefore || (untold && isFalseStep(inputs, scan))) {
      return false;
    }
    Map<String, String> steps =
        claims.isEmpty() ? telling.dependents(inputs.keySet()) : new LinkedHashMap<>();
    steps.keySet().removeAll(inputs.keySet());
    if (steps.values().stream().anyMatch(Restart::isOfNumbers)) {
      steps.clear(); // worked out by hand before, with what is other now
    }
    int mark = telling.program.mark();
    boolean begun =
        inputs.entrySet().stream().allMatch(it -> telling.program.leaf(it.getKey(), it.getValue()))
            && hold(claims)
            && comeTo(steps, results);
    telling.program.back(mark);
    if (begun) {
      telling.close();
      inputs.forEach(telling::input);
      steps.forEach(telling::step);
    }
    return begun;
  }

  /// Whether a formula holds numbers that somebody came to.
  private static boolean isOfNumbers(String formula) {
    return Numeral.scan(formula, Notation.POINT).stream().anyMatch(it -> Digits.strong(it.text()));
  }

  private boolean isFalseStep(Map<String, String> inputs, Scan scan) {
    Training training = new Training(telling);
    return training.isStep(inputs.keySet(), scan) && !training.holds(inputs);
  }

  /// Whether most of the claims hold, of names too that only they explain.
  private boolean hold(List<Equation> claims) {
    int right = 0;
    for (Equation claim : claims) {
      right += telling.program.hold(List.of(claim)) ? 1 : 0;
      Optional<String> name = Survey.subject(claim).filter(it -> !telling.isDefined(it));
      claim.sides().stream()
          .filter(it -> name.isPresent() && it.form() == Form.FORMULA)
          .findFirst()
          .ifPresent(it -> telling.program.step(name.get(), it.code()));
    }
    return claims.isEmpty() || (right > 0 && right * 2 >= claims.size());
  }

  /// Whether each number is one that the lesson came to: parameters after a step of training.
  private boolean isUpdate(Map<String, String> inputs) {
    return inputs.values().stream().allMatch(telling.lifting::cameTo);
  }

  private boolean isAnother(Map.Entry<String, String> input) {
    return telling.isDefined(input.getKey()) && telling.differs(input.getKey(), input.getValue());
  }

  /// Whether an input is not what a formula that waits for it comes to with the others: `c = a * b`
  /// was a rule, and now `a = 2`, `b = 3` and `c = 4`.
  private boolean areOtherwise(Map<String, String> inputs) {
    int mark = telling.program.mark();
    boolean known =
        inputs.entrySet().stream()
            .filter(it -> telling.waiting(it.getKey()).isEmpty())
            .allMatch(it -> telling.program.leaf(it.getKey(), it.getValue()));
    boolean other =
        known
            && inputs.entrySet().stream()
                .anyMatch(
                    it ->
                        telling
                            .waiting(it.getKey())
                            .filter(formula -> !telling.lifting.agrees(it.getValue(), formula))
                            .filter(formula -> telling.program.value(formula).isPresent())
                            .isPresent());
    telling.program.back(mark);
    return other;
  }

  /// Whether the steps, taken again, come to most of what the lesson says of them.
  private boolean comeTo(Map<String, String> steps, Map<String, String> results) {
    if (results.isEmpty()) {
      return true;
    }
    steps.forEach(telling.program::step);
    long right =
        results.entrySet().stream()
            .filter(it -> telling.lifting.agrees(it.getValue(), it.getKey()))
            .count();
    return right > 0 && right * 2 >= results.size();
  }

  /// Inputs after a step of training, where a formula is computed again with a number that the
  /// lesson came to before: `y = w * x` is `0.59 * 1.5 = 0.885`, after `w` was 0.8.
  private Map<String, String> updated(List<Equation> equations) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Equation equation : equations) {
      Optional<String> formula =
          Survey.subject(equation).flatMap(telling::meaning).flatMap(Meaning::formula);
      Optional<Side> tree = formula.flatMap(Side::of);
      if (tree.isEmpty() || !telling.lifting.holds(equation)) {
        continue;
      }
      Map<String, String> others = new LinkedHashMap<>();
      boolean known = true;
      for (Map.Entry<String, String> put :
          Substitution.in(equation, List.of(tree.get()), (literal, of) -> false).entrySet()) {
        Optional<Meaning> meaning = telling.meaning(put.getKey());
        boolean other = meaning.isPresent() && isElse(put.getKey(), put.getValue());
        boolean input = meaning.flatMap(Meaning::number).isPresent();
        known &=
            meaning.isPresent() && (!other || (input && telling.lifting.cameTo(put.getValue())));
        if (other) {
          others.put(put.getKey(), put.getValue());
        }
      }
      if (known) {
        others.forEach(found::putIfAbsent);
      }
    }
    return found;
  }

  private boolean isElse(String name, String literal) {
    OptionalDouble now = telling.program.value(name);
    OptionalDouble then = telling.program.value(literal);
    return now.isPresent()
        && then.isPresent()
        && !Program.near(now.getAsDouble(), then.getAsDouble());
  }
}
