package dev.perilla.site.importer.plot;

import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Signs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// What a lesson has computed so far, running: the machine, and how it got there. A statement that
/// fails leaves it as it was.
final class Program {
  private static final Pattern NAME = Pattern.compile("(?U)[\\p{L}_]\\w*");

  private final List<Kept> history = new ArrayList<>();
  private final Set<String> functions = new LinkedHashSet<>();
  private final Set<String> passed = new LinkedHashSet<>(); // of these, `each(sigmoid, z)`
  private final Set<String> lists = new LinkedHashSet<>(); // functions of lists
  private Machine machine = new Machine(Limits.DEFAULT);
  private boolean hasFunctions = false;

  /// Makes an input.
  boolean leaf(String name, String literal) {
    return gives(name, "Value(" + literal + ")");
  }

  /// Makes a name of a formula.
  boolean step(String name, String formula) {
    if (!isCode(formula)) {
      return false;
    }
    functions();
    return gives(name, formula);
  }

  /// Whether a formula has no sign that only texts have.
  static boolean isCode(String formula) {
    return !formula.matches(".*[√≈∂²³×·÷%].*");
  }

  /// Defines a function of one expression.
  boolean function(String signature, String formula) {
    functions();
    return run(definition(signature, formula));
  }

  static String definition(String signature, String formula) {
    return "def " + signature + ":\n    return " + formula;
  }

  /// What was run, and what brings back the state before it without running all again.
  private record Kept(String code, Optional<Runnable> undo) {}

  /// Gives a name what a formula comes to, which changes nothing else.
  private boolean gives(String name, String formula) {
    Optional<Object> before = machine.global(name).filter(it -> Python.value(it).isPresent());
    boolean isUndone = before.isPresent() || !knows(name);
    boolean completed = run(name + " = " + formula);
    if (completed && isUndone) {
      history.set(
          history.size() - 1,
          new Kept(
              history.getLast().code(),
              Optional.of(
                  () ->
                      before.ifPresentOrElse(
                          it -> machine.define(name, it), () -> runs("del " + name)))));
    }
    return completed;
  }

  private boolean run(String statement) {
    boolean completed = runs(statement).completed();
    if (completed) {
      keep(statement);
    } else {
      again();
    }
    return completed;
  }

  /// Runs code that may fail half-way: [#again()] forgets it, [#keep(String)] does not.
  Outcome runs(String code) {
    return machine.runPart(Draft.text(code + "\n"));
  }

  void keep(String code) {
    history.add(new Kept(code, Optional.empty()));
  }

  /// A fresh machine in the state before the last attempt.
  void again() {
    machine = new Machine(Limits.DEFAULT);
    history.replaceAll(it -> new Kept(it.code(), Optional.empty())); // of the machine before
    history.forEach(it -> runs(it.code()));
  }

  /// Takes names away that are known.
  void forget(Set<String> names) {
    names.stream().filter(this::knows).forEach(it -> run("del " + it));
  }

  /// How much has been kept: a point to come [#back(int)] to.
  int mark() {
    return history.size();
  }

  void back(int mark) {
    boolean isUndone = true;
    while (history.size() > mark) {
      Optional<Runnable> undo = history.removeLast().undo();
      isUndone &= undo.isPresent();
      if (isUndone) {
        undo.get().run();
      }
    }
    if (!isUndone) {
      again();
    }
  }

  // ---- functions that sentences use

  private void functions() {
    if (!hasFunctions) {
      hasFunctions = true;
      for (String name : Signs.FUNCTIONS.keySet()) {
        if (!machine.names().contains(name)) {
          run(function(name));
        }
      }
      ListFunctions.code(ListFunctions.names()).forEach(this::run);
    }
  }

  private static String function(String name) {
    String base = name.matches("log\\d+") ? " / Value(" + name.substring(3) + ").log()" : "";
    return "def "
        + name
        + "(x):\n    return (x if isinstance(x, Value) else Value(x))."
        + Signs.FUNCTIONS.get(name)
        + "()"
        + base;
  }

  /// Notes the functions that `code` calls.
  void uses(String code) {
    if (code.indexOf('(') < 0) {
      return;
    }
    lists.addAll(ListFunctions.used(code));
    for (String function : Signs.FUNCTIONS.keySet()) {
      if (speaksOf(code, function)) {
        functions.add(function);
        functions();
        if (code.contains("(" + function + ",")) {
          passed.add(function);
        }
      }
    }
  }

  private static boolean speaksOf(String code, String function) {
    return Pattern.compile("(?<![\\w.])" + function + "\\(|\\(" + function + ",")
        .matcher(code)
        .find();
  }

  /// A listing of the functions that the lesson uses; empty where it uses none.
  ///
  /// @param made the code that was made of the lesson's texts; in texts `check` knows the functions
  ///   of numbers by themselves
  String prelude(List<String> made) {
    StringBuilder code = new StringBuilder();
    functions.stream()
        .filter(it -> passed.contains(it) || made.stream().anyMatch(of -> speaksOf(of, it)))
        .sorted()
        .forEach(name -> code.append(function(name)).append("\n\n\n"));
    ListFunctions.code(lists).forEach(it -> code.append(it).append("\n\n\n"));
    return code.toString().stripTrailing();
  }

  // ---- what it knows

  boolean knows(String name) {
    return machine.names().contains(name);
  }

  boolean isValue(String name) {
    return machine.global(name).flatMap(Python::value).isPresent();
  }

  /// The number that an expression gives now.
  OptionalDouble value(String expression) {
    return switch (machine.evaluate(Draft.text(expression))) {
      case Answer.Computed computed -> Python.real(computed.value());
      case Answer.Failed failed -> OptionalDouble.empty();
    };
  }

  /// The numbers that an expression gives now, in rows and columns.
  Optional<Array> array(String expression) {
    functions();
    if (NAME.matcher(expression).matches() && !knows(expression)) {
      return Optional.empty(); // without a search for names like it
    }
    return switch (machine.evaluate(Draft.text(expression))) {
      case Answer.Computed computed -> Array.of(computed.value());
      case Answer.Failed failed -> Optional.empty();
    };
  }

  /// The numbers under the names that `code` speaks of; those without an exact value have none.
  Map<String, Optional<BigDecimal>> numbers(String code) {
    Map<String, Optional<BigDecimal>> found = new LinkedHashMap<>();
    for (String name : machine.names()) {
      Optional<Object> value = machine.global(name);
      boolean number = value.filter(it -> Python.real(it).isPresent()).isPresent();
      if (number && Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(code).find()) {
        found.put(name, value.flatMap(Python::exact));
      }
    }
    return found;
  }

  /// Whether each formula of the claims comes to the number beside it.
  boolean hold(List<Equation> claims) {
    for (Equation claim : claims) {
      String said =
          claim.sides().stream()
              .filter(it -> it.form() == Form.NUMBER)
              .findFirst()
              .map(Side::code)
              .orElse("");
      Optional<Numeral> numeral = Numeral.whole(said, Notation.POINT);
      for (Side side : claim.sides().subList(1, claim.sides().size())) {
        if (side.form() != Form.FORMULA) {
          continue;
        }
        OptionalDouble value = value(side.code());
        boolean holds =
            value.isPresent()
                && numeral.filter(it -> Digits.agree(value.getAsDouble(), it, 1)).isPresent();
        if (!holds) {
          return false;
        }
      }
    }
    return true;
  }

  /// The names that `code` speaks of and that are no numbers: objects of its classes, lists,
  /// functions.
  Set<String> objects(String code) {
    Set<String> found = new LinkedHashSet<>(machine.names());
    found.removeIf(
        name ->
            machine.global(name).filter(it -> Python.real(it).isPresent()).isPresent()
                || !Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(code).find());
    return found;
  }

  static boolean near(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }
}
