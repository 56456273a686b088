package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.plot.Telling.Meaning;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Signs;
import dev.perilla.site.importer.words.Units;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one equation of a lesson gives the program. A name with a number alone is an input where
/// the lesson has no formula for it; a name with a formula is a step as soon as all of its names
/// are known. Whatever else is said of a name is a claim about it, and not for the program.
///
/// @param units neurons whose parameters were told in words
record Learning(Telling telling, Inputs inputs, Units units) {
  private static final Pattern CALL =
      Pattern.compile("(?U)([\\p{L}_]\\w{0,9})(\\(-?\\d+(?:\\.\\d+)?\\))");

  void of(Equation equation, Scan scan) {
    Optional<String> subject = Survey.subject(equation);
    boolean states =
        equation.relations().stream().allMatch(it -> it.matches("=|==|≈|→"))
            && !(equation.relations().contains("→") && equation.isConditional())
            && !isWay(equation)
            && !equation.isRange();
    if (subject.isEmpty() || !states || isFunction(subject.get())) {
      return;
    }
    String name = subject.get();
    if (inputs.survey().indexed().contains(name)
        && Survey.signature(equation.sides().getFirst()).isPresent()) {
      return; // one of several
    }
    List<Side> rest = equation.sides().subList(1, equation.sides().size());
    Optional<Side> formula = formulas(name, rest).stream().findFirst();
    Optional<Side> number = rest.stream().filter(it -> it.form() == Form.NUMBER).findFirst();
    Optional<String> signature = Survey.signature(equation.sides().getFirst());
    if (signature.isPresent() && function(name, signature.get(), formula)) {
      return;
    }
    activation(rest);
    Optional<Meaning> meaning = telling.meaning(name);
    if (meaning.isEmpty()) {
      begin(name, equation, scan);
    } else if (formula.isPresent() && formula.get().form() == Form.FORMULA) {
      again(name, formula.get(), number);
    } else if (number.isPresent()
        && rest.get(0).form() == Form.NUMBER
        && equation.relations().get(0).startsWith("=")
        && meaning.get().number().isPresent()) {
      anew(name, meaning.get().number().get(), number.get(), equation, scan);
    }
  }

  /// `x → h → y`, the way of something, which makes no name another.
  private static boolean isWay(Equation equation) {
    return equation.relations().stream().allMatch("→"::equals)
        && equation.sides().stream().allMatch(it -> it.form() == Form.NAME);
  }

  private boolean isFunction(String name) {
    Survey survey = inputs.survey();
    boolean both = // a letter of the lesson's that is a function too
        name.equals("σ") && (survey.called().contains("sigmoid") || survey.computes("sigmoid"));
    return both || Signs.isFunction(name) || ListFunctions.names().contains(name);
  }

  private static List<Side> formulas(String name, List<Side> sides) {
    return sides.stream()
        .filter(it -> it.form() == Form.FORMULA || it.form() == Form.NAME)
        .filter(it -> !it.names().contains(name))
        .toList();
  }

  /// The first that is said of a name.
  private void begin(String name, Equation equation, Scan scan) {
    List<Side> rest = equation.sides().subList(1, equation.sides().size());
    if (rest.stream()
        .anyMatch(
            it ->
                new Slope(telling).of(name, it).filter(by -> telling.step(name, by)).isPresent())) {
      return;
    }
    List<Side> formulas = formulas(name, rest);
    for (Side formula : formulas) {
      if (telling.define(name, formula)) {
        telling.waitsNoLonger(name);
        return;
      }
    }
    Optional<Side> waits = formulas.stream().filter(it -> it.form() == Form.FORMULA).findFirst();
    if (waits.isPresent()) {
      telling.waits(name, waits.get().code());
      return;
    }
    if (telling.isWaiting(name) && (inputs.survey().computes(name) || !telling.isGeneral(name))) {
      return;
    }
    Optional<Side> arithmetic =
        rest.stream().filter(it -> it.form() == Form.ARITHMETIC).findFirst();
    if (arithmetic.isPresent()) {
      computed(name, arithmetic.get(), equation);
      return;
    }
    Optional<Side> number = rest.stream().filter(it -> it.form() == Form.NUMBER).findFirst();
    boolean exact = equation.relations().get(0).startsWith("=");
    Optional<String> like =
        inputs.survey().computes(name)
            ? Optional.empty()
            : number.flatMap(it -> new Analogy(telling, inputs).of(name, it.code()));
    if (like.filter(it -> telling.step(name, it)).isPresent()) {
      telling.program.uses(like.get());
      return;
    }
    Optional<String> updated = number.flatMap(it -> new Slope(telling).updated(name, it.code()));
    if (updated.filter(it -> telling.step(name, it)).isPresent()) {
      return;
    }
    Optional<String> error =
        number.isPresent() && name.matches("delta.*|δ.*|grad.*|err.*")
            ? new Slope(telling).error(number.get().code())
            : Optional.empty();
    if (error.filter(it -> telling.step(name, it)).isPresent()) {
      return;
    }
    if (number.isPresent() && exact && inputs.has(name, equation, scan)) {
      telling.input(name, number.get().code());
    }
  }

  /// A name that is nothing but arithmetic of numbers.
  private void computed(String name, Side arithmetic, Equation equation) {
    Survey survey = inputs.survey();
    if (survey.computes(name)) {
      return;
    }
    List<Side> rest = equation.sides().subList(1, equation.sides().size());
    UnaryOperator<String> names = it -> telling.lifting.behind(it).orElse(it);
    if (units.of(name, arithmetic, names).filter(it -> telling.step(name, it)).isPresent()) {
      return;
    }
    Optional<String> step =
        rest.stream()
            .filter(it -> it.form() == Form.NUMBER)
            .findFirst()
            .flatMap(it -> new Recurrence(telling, inputs).of(name, arithmetic, it.code()));
    if (step.filter(it -> telling.step(name, it)).isPresent()) {
      return;
    }
    Optional<String> lifted = telling.lifting.of(name, arithmetic, rest);
    if (lifted.filter(it -> telling.step(name, it)).isPresent()) {
      return;
    }
    boolean differentiated = survey.differentiated().contains(name);
    if (!differentiated && telling.program.step(name, arithmetic.code())) {
      telling.put(name, arithmetic.code());
    } else if (differentiated
        && !survey.derived().contains(name)
        && telling.lifting.holds(equation)) {
      telling.waitsNoLonger(name);
      telling.input(name, equation.sides().getLast().code());
    }
  }

  /// `f(x) = 3 * x**2 + 1`, where the lesson calls it with numbers and takes no derivative by name,
  /// is a function of the program.
  private boolean function(String name, String signature, Optional<Side> formula) {
    boolean wanted =
        formula.isPresent()
            && inputs.survey().called().contains(name.replaceFirst("_prime$", ""))
            && !inputs.survey().differentiated().contains(name)
            && !telling.isDefined(name);
    if (!wanted) {
      return false;
    }
    String code = formula.get().code();
    Set<String> free = new HashSet<>(formula.get().names());
    free.removeAll(Equation.names(signature));
    if (!telling.areDefined(free) || !telling.program.function(signature, code)) {
      return false;
    }
    telling.program.uses(code);
    telling.function(Program.definition(signature, code));
    return true;
  }

  /// `y = f(7) = 0.999`, where the lesson speaks of a sigmoid, and that is what the sigmoid is.
  private void activation(List<Side> sides) {
    Optional<Side> number = sides.stream().filter(it -> it.form() == Form.NUMBER).findFirst();
    for (Side side : sides) {
      Matcher call = CALL.matcher(side.code());
      if (number.isEmpty()
          || !call.matches()
          || telling.isKnown(call.group(1))
          || isFunction(call.group(1))) {
        continue;
      }
      String name = call.group(1);
      String said = number.get().code();
      boolean may = // a formula for it may follow
          inputs.survey().computes(name)
              ? Digits.strong(said)
              : Digits.decimal(number.get().tokens().getLast());
      Optional<String> unit =
          !may
              ? Optional.empty()
              : inputs.survey().units().stream()
                  .filter(it -> telling.lifting.agrees(said, it + call.group(2)))
                  .findFirst();
      if (unit.isPresent() && telling.program.function(name + "(x)", unit.get() + "(x)")) {
        telling.program.uses(unit.get() + "(x)");
        telling.function(Program.definition(name + "(x)", unit.get() + "(x)"));
        telling.means(name, new Meaning(Optional.empty(), Optional.empty()));
      }
    }
  }

  /// A name with a formula other than the one it has: another example begins, unless both say the
  /// same.
  private void again(String name, Side formula, Optional<Side> number) {
    if (formula.code().contains("/d")) {
      return;
    }
    if (!telling.areDefined(formula.names())) {
      boolean defines = number.isEmpty() && !formula.names().contains(name);
      if (defines) {
        telling.renews(name, formula.code());
      }
      return;
    }
    Program program = telling.program;
    OptionalDouble now = program.value(name);
    OptionalDouble then = program.value(formula.code());
    if (now.isEmpty() || then.isEmpty() || Program.near(now.getAsDouble(), then.getAsDouble())) {
      if (telling.refines(name, formula)
          || telling.goesBy(name, formula, inputs.survey().differentiated())) {
        telling.step(name, formula.code());
      }
      return;
    }
    boolean fits =
        number.filter(it -> telling.lifting.isAbout(it.code(), formula.code())).isPresent();
    if (number.isPresent() && !fits) {
      return; // a claim, and a false one
    }
    Map<String, String> dependents = telling.isMeant() ? telling.dependents(name) : Map.of();
    if (telling.isOpenWith(name) || telling.isMeant()) {
      telling.close();
    }
    if (telling.step(name, formula.code())) {
      dependents.forEach(telling::step);
    }
  }

  /// An input with another number: a new start where the words say so, a claim elsewhere. A number
  /// close to the old one is a nudge.
  private void anew(String name, BigDecimal old, Side number, Equation equation, Scan scan) {
    OptionalDouble value = telling.program.value(number.code());
    if (value.isEmpty() || !Telling.isOther(value.getAsDouble(), old.doubleValue())) {
      return;
    }
    int from = Math.max(0, equation.start() - 80);
    String before = scan.text().substring(from, equation.start());
    int stop = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n\n"));
    boolean begins =
        Inputs.areWritten(scan) || Lexicon.CUE.matcher(before.substring(stop + 1)).find();
    boolean isClaim = telling.isComputed(name) || new Training(telling).isStep(List.of(name), scan);
    if (!begins || isClaim) {
      return;
    }
    Map<String, String> dependents = telling.dependents(name);
    boolean joins = telling.isOpenWithout(name) && dependents.isEmpty() && !telling.isMeant();
    if (!joins) {
      telling.close();
    }
    telling.input(name, number.code());
    dependents.forEach(telling::step);
  }
}
