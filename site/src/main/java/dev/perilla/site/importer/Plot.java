package dev.perilla.site.importer;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.Equation.Form;
import dev.perilla.site.importer.Equation.Side;
import dev.perilla.site.importer.Lesson.Item;
import dev.perilla.site.importer.Scan.Zone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program that a lesson tells: its listings, as far as they run, and between them the inputs
/// and formulas of its sentences, gathered into examples.
///
/// A name with a number alone is an input where the lesson has no formula for it; a name with a
/// formula is a step as soon as all of its names are known. Whatever else is said of a name is a
/// claim about it, and not for the program.
///
/// It is long because all of it decides about one state: which names are known, which wait for
/// others, and what the example in the making holds.
final class Plot {
  private static final Pattern CALL =
      Pattern.compile(
          "(?U)\\b([\\p{L}_]\\w*)\\(\\s*[\\p{L}_]\\w*(?:\\s*,\\s*[\\p{L}_]\\w*)*\\s*\\)");

  private final Notation notation;
  private final String word;
  private final IdentityHashMap<Item, Survey> surveys = new IdentityHashMap<>();
  private final Survey first;
  private Survey survey;
  private final Program program = new Program();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Meaning> scope = new LinkedHashMap<>();
  private final Map<String, String> pending = new LinkedHashMap<>();
  private final Map<String, String> renewed = new LinkedHashMap<>(); // known, with another formula
  private final Set<String> general =
      new HashSet<>(); // of these, what was said before the exercise
  private final Map<String, Set<String>> named = new HashMap<>(); // the names of a formula
  private final Set<Item.Listing> later;
  private final Lifting lifting = new Lifting(program);
  private final Arrays arrays;
  private final ArrayTexts arrayTexts;
  private Optional<Draft.Open> open = Optional.empty();
  private int openAt = 0;
  private int floor = 0; // an example stands nowhere before this step
  private int waitingSince = 0; // where the first formula stands that waits for its inputs
  private String lastWords = "";
  private int examples = 0;
  private int listings = 0;
  private int functions = 0;
  private Optional<String> speaker = Optional.empty();

  /// What a name stands for.
  ///
  /// @param number of an input
  /// @param formula of a step
  private record Meaning(Optional<BigDecimal> number, Optional<String> formula) {}

  /// The plot of a lesson.
  ///
  /// @param steps in order
  /// @param names that the lesson uses for values
  record Found(List<Step> steps, Set<String> names) {}

  private Plot(List<Item> items, Notation notation, String lang) {
    this.notation = notation;
    this.word = lang.startsWith("es") ? "ejemplo" : "example";
    this.first = survey(items, 0);
    this.survey = first;
    for (int i = 1; i < items.size(); i++) {
      if (isTask(items.get(i))) {
        surveys.put(items.get(i), survey(items, i));
      }
    }
    this.later = Straight.touchedLater(items);
    this.arrays = Arrays.of(items, program);
    this.arrayTexts = new ArrayTexts(arrays, program);
  }

  /// Of the part that begins at `from`: a letter means something else in the next exercise.
  private Survey survey(List<Item> items, int from) {
    int to = from + 1;
    while (to < items.size() && !isTask(items.get(to))) {
      to++;
    }
    return Survey.of(
        items.subList(Math.min(from, items.size()), Math.min(to, items.size())), notation);
  }

  private static boolean isTask(Item item) {
    return item instanceof Item.Heading heading && Lexicon.TASK.matcher(heading.words()).find();
  }

  static Found of(List<Item> items, Notation notation, String lang) {
    Plot plot = new Plot(items, notation, lang);
    items.forEach(plot::read);
    plot.close();
    plot.prelude();
    Set<String> names = new HashSet<>(plot.scope.keySet());
    names.addAll(plot.pending.keySet());
    return new Found(List.copyOf(plot.steps), names);
  }

  private void read(Item item) {
    switch (item) {
      case Item.Speaker said -> speaker = Optional.of(said.who());
      case Item.Silence none -> speaker = Optional.empty();
      case Item.Heading heading -> {
        speaker = Optional.empty();
        if (isTask(heading)) {
          anew();
          survey = surveys.getOrDefault(heading, first);
        }
        told(item, Scan.markdown(heading.words(), notation));
      }
      case Item.Words words -> told(item, Scan.markdown(words.markdown(), notation));
      case Item.Fence fence -> fence(fence);
      case Item.Listing listing -> listing(listing);
    }
  }

  /// Another exercise begins: its names mean what it says of them.
  private void anew() {
    close();
    scope.clear();
    renewed.clear();
    general.addAll(pending.keySet());
    floor = steps.size();
  }

  private boolean isKnown(String name) {
    return scope.containsKey(name) || pending.containsKey(name);
  }

  // ---- what sentences say

  private void told(Item item, Scan scan) {
    lists(arrays.learned(item, this::isKnown));
    List<Equation> equations = Equation.all(scan, this::isKnown);
    Labels.of(scan, equations, this::isKnown)
        .forEach(
            (name, number) -> {
              if (!isKnown(name) && !survey.computes(name) && !isResult(name)) {
                input(name, number);
              }
            });
    rate(scan, equations);
    restart(equations, scan);
    substituted(equations);
    for (Equation equation : equations) {
      learn(equation, scan);
      lifting.said(equation, scope.keySet());
      equation.sides().forEach(side -> program.uses(side.code()));
    }
    for (String row :
        item instanceof Item.Words it ? Row.statements(it.markdown()) : List.<String>of()) {
      Scan cells = Scan.code(row);
      Equation.all(cells, this::isKnown).forEach(it -> learn(it, cells));
    }
    lists(arrays.learned(item, this::isKnown));
    resolve();
    lists(arrays.resolved());
    resolve();
    String words = scan.text().strip();
    lastWords = words.substring(Math.max(0, words.length() - 40));
    steps.add(new Step.Told(arrayTexts.dressed(item, this::isKnown), speaker));
  }

  /// Steps with lists stand in a listing of their own, before the text that says them.
  private void lists(List<String> code) {
    if (code.isEmpty()) {
      return;
    }
    close();
    listings++;
    String id = (word.equals("ejemplo") ? "paso-" : "step-") + listings;
    String all = String.join("\n", code);
    ran(Draft.code(id, all));
    code.forEach(
        it ->
            means(
                it.substring(0, it.indexOf(' ')), new Meaning(Optional.empty(), Optional.empty())));
  }

  /// Inputs that only show where numbers are put into formulas.
  private void substituted(List<Equation> equations) {
    for (Equation equation : equations) {
      List<Side> formulas =
          Survey.subject(equation).map(it -> survey.formulas().get(it)).orElse(List.of());
      Substitution.in(equation, formulas == null ? List.of() : formulas)
          .forEach(
              (name, number) -> {
                if (!isKnown(name) && !survey.computes(name) && !survey.derived().contains(name)) {
                  input(name, number);
                }
              });
    }
  }

  private static boolean isResult(String name) {
    return Lexicon.isIn(Lexicon.RESULTS, name) || name.length() > 24 || name.endsWith("_new");
  }

  /// Whether a number alone makes a name an input. A result is none: its number has to be computed.
  private boolean isInput(String name, Equation equation, Scan scan) {
    boolean computed =
        (survey.computes(name) || pending.containsKey(name))
            && digits(equation.sides().get(1).code()) > 1;
    if (isResult(name) || computed || survey.derived().contains(name)) {
      return false;
    }
    if (equation.zone() == Zone.FENCE) {
      return true;
    }
    String before = scan.text().substring(Math.max(0, equation.start() - 40), equation.start());
    if (before.isBlank()) {
      before = lastWords;
    }
    boolean cue =
        Lexicon.CUE.matcher(before).find() || Lexicon.CUE.matcher(sentence(scan, equation)).find();
    boolean precise =
        digits(equation.sides().get(1).code()) > 5; // nobody chooses such a number; it was computed
    boolean mathematical =
        name.codePointCount(0, name.length()) <= 2
            || name.indexOf('_') > 0
            || name.chars().anyMatch(Character::isDigit)
            || equation.zone() == Zone.CODE;
    return ((mathematical && !precise) || cue) && !Lexicon.RESULT.matcher(before).find();
  }

  /// What stands before an equation in its sentence.
  private static String sentence(Scan scan, Equation equation) {
    String before = scan.text().substring(Math.max(0, equation.start() - 240), equation.start());
    int stop = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
    return before.substring(stop + 1);
  }

  private static int digits(String literal) {
    return literal.replaceAll("[-.]", "").replaceAll("^0+|0+$", "").length();
  }

  /// `a learning rate of 0.1` names an input without a sign between.
  private void rate(Scan scan, List<Equation> equations) {
    for (Scan.Token token : scan.tokens()) {
      boolean free =
          token.is(Scan.Kind.NUMBER)
              && token.zone() != Zone.FENCE
              && token.code().matches("0?\\.\\d+|1(\\.0)?")
              && equations.stream()
                  .noneMatch(it -> it.start() <= token.start() && token.end() <= it.end());
      String before = scan.text().substring(Math.max(0, token.start() - 60), token.start());
      if (free
          && Lexicon.RATE.matcher(before).find()
          && Lexicon.RATES.stream().noneMatch(this::isKnown)) {
        input(survey.rate(), token.code());
      }
    }
  }

  private void learn(Equation equation, Scan scan) {
    Optional<String> subject = Survey.subject(equation);
    boolean states =
        equation.relations().stream().allMatch(it -> it.matches("=|==|≈|→"))
            && !(equation.relations().contains("→") && conditional(equation));
    if (subject.isEmpty() || !states || isFunction(subject.get())) {
      return;
    }
    String name = subject.get();
    List<Side> rest = equation.sides().subList(1, equation.sides().size());
    Optional<Side> formula =
        rest.stream()
            .filter(it -> it.form() == Form.FORMULA || it.form() == Form.NAME)
            .filter(it -> !it.names().contains(name))
            .findFirst();
    Optional<Side> number = rest.stream().filter(it -> it.form() == Form.NUMBER).findFirst();
    Optional<String> signature = Survey.signature(equation.sides().getFirst());
    if (signature.isPresent() && function(name, signature.get(), formula)) {
      return;
    }
    Meaning meaning = scope.get(name);
    if (meaning == null) {
      begin(name, equation, scan);
    } else if (formula.isPresent() && formula.get().form() == Form.FORMULA) {
      again(name, formula.get(), number);
    } else if (number.isPresent()
        && rest.get(0).form() == Form.NUMBER
        && equation.relations().get(0).startsWith("=")
        && meaning.number().isPresent()) {
      anew(name, meaning.number().get(), number.get(), equation, scan);
    }
  }

  private static boolean isFunction(String name) {
    return Signs.FUNCTIONS.containsKey(name) || ListFunctions.names().contains(name);
  }

  /// The first that is said of a name.
  private void begin(String name, Equation equation, Scan scan) {
    List<Side> rest = equation.sides().subList(1, equation.sides().size());
    List<Side> formulas =
        rest.stream()
            .filter(it -> it.form() == Form.FORMULA || it.form() == Form.NAME)
            .filter(it -> !it.names().contains(name))
            .toList();
    for (Side formula : formulas) {
      if (define(name, formula)) {
        pending.remove(name);
        return;
      }
    }
    Optional<Side> waits = formulas.stream().filter(it -> it.form() == Form.FORMULA).findFirst();
    if (waits.isPresent()) {
      if (pending.isEmpty()) {
        waitingSince = steps.size();
      }
      pending.remove(name);
      pending.put(name, waits.get().code());
      return;
    }
    if (pending.containsKey(name) && (survey.computes(name) || !general.contains(name))) {
      return;
    }
    Optional<Side> arithmetic =
        rest.stream().filter(it -> it.form() == Form.ARITHMETIC).findFirst();
    boolean differentiated = survey.differentiated().contains(name);
    if (arithmetic.isPresent()) {
      Optional<String> lifted =
          survey.computes(name) ? Optional.empty() : lifting.of(arithmetic.get(), rest);
      if (lifted.filter(it -> step(name, it)).isPresent()) {
        return;
      }
      if (!differentiated
          && !survey.computes(name)
          && program.step(name, arithmetic.get().code())) {
        put(name, arithmetic.get().code());
      } else if (differentiated
          && !survey.computes(name)
          && !survey.derived().contains(name)
          && lifting.holds(equation)) {
        pending.remove(name);
        input(name, equation.sides().getLast().code());
      }
      return;
    }
    Optional<Side> number = rest.stream().filter(it -> it.form() == Form.NUMBER).findFirst();
    boolean exact = equation.relations().get(0).startsWith("=");
    if (number.isPresent() && exact && isInput(name, equation, scan)) {
      input(name, number.get().code());
    }
  }

  /// `f(x) = 3 * x**2 + 1`, where the lesson calls it with numbers and takes no derivative by name,
  /// is a function of the program.
  private boolean function(String name, String signature, Optional<Side> formula) {
    boolean wanted =
        formula.isPresent()
            && survey.called().contains(name)
            && !survey.differentiated().contains(name)
            && !scope.containsKey(name);
    if (!wanted) {
      return false;
    }
    Set<String> free = new HashSet<>(formula.get().names());
    free.removeAll(Equation.names(signature));
    if (!scope.keySet().containsAll(free) || !program.function(signature, formula.get().code())) {
      return false;
    }
    program.uses(formula.get().code());
    close();
    functions++;
    String id = (word.equals("ejemplo") ? "funcion-" : "function-") + functions;
    ran(Draft.code(id, Program.definition(signature, formula.get().code())));
    return true;
  }

  /// `a = 1 → c = 4` says what follows from an assumption.
  static boolean conditional(Equation equation) {
    List<Side> sides = equation.sides();
    for (int i = 1; i < equation.relations().size(); i++) {
      boolean assumed =
          equation.relations().get(i).equals("→")
              && sides.get(i).form() == Form.NUMBER
              && sides.get(i + 1).form() == Form.NAME;
      if (assumed) {
        return true;
      }
    }
    return false;
  }

  private boolean define(String name, Side formula) {
    boolean known = formula.names().stream().allMatch(it -> meant(it));
    return known && step(name, formula.code());
  }

  /// Whether a name, or both names of a derivative, are known.
  private boolean meant(String name) {
    return scope.containsKey(name);
  }

  /// A name with a formula other than the one it has: another example begins, unless both say the
  /// same.
  private void again(String name, Side formula, Optional<Side> number) {
    boolean steps = formula.names().stream().allMatch(scope::containsKey);
    if (formula.code().contains("/d")) {
      return;
    }
    if (!steps) {
      boolean defines = number.isEmpty() && !formula.names().contains(name);
      if (defines) {
        renewed.put(name, formula.code());
      }
      return;
    }
    OptionalDouble now = program.value(name);
    OptionalDouble then = program.value(formula.code());
    if (now.isEmpty() || then.isEmpty() || Program.near(now.getAsDouble(), then.getAsDouble())) {
      open.filter(it -> Program.isCode(formula.code()) && it.refines(name, formula))
          .ifPresent(it -> step(name, formula.code()));
      return;
    }
    OptionalDouble said = number.map(it -> program.value(it.code())).orElse(OptionalDouble.empty());
    boolean fits = said.isPresent() && Program.near(said.getAsDouble(), then.getAsDouble());
    if (number.isPresent() && !fits) {
      return; // a claim, and a false one
    }
    if (open.filter(it -> it.has(name)).isPresent()) {
      close();
    }
    step(name, formula.code());
  }

  /// An input with another number: a new start where the words say so, a claim elsewhere. A number
  /// close to the old one is a nudge.
  private void anew(String name, BigDecimal old, Side number, Equation equation, Scan scan) {
    OptionalDouble value = program.value(number.code());
    if (value.isEmpty() || !isOther(value.getAsDouble(), old.doubleValue())) {
      return;
    }
    int from = Math.max(0, equation.start() - 80);
    String before = scan.text().substring(from, equation.start());
    int stop = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n\n"));
    boolean begins = isWritten(scan) || Lexicon.CUE.matcher(before.substring(stop + 1)).find();
    if (!begins) {
      return;
    }
    Map<String, String> dependents = dependents(name);
    boolean joins = open.filter(it -> !it.has(name)).isPresent() && dependents.isEmpty();
    if (!joins) {
      close();
    }
    input(name, number.code());
    dependents.forEach(this::step);
  }

  /// Whether a text is statements, a line each; a drawing shows what was said.
  private static boolean isWritten(Scan scan) {
    return scan.tokens().stream().anyMatch(it -> it.zone() == Zone.FENCE)
        && !Standings.DRAWN.matcher(scan.text()).find();
  }

  private static boolean isOther(double now, double then) {
    return Math.abs(now - then) > 0.05 * Math.max(1, Math.abs(then));
  }

  /// A text that gives names other numbers and then computes with them begins another example, if
  /// what it computes holds with these and not with the old ones.
  private void restart(List<Equation> equations, Scan scan) {
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, String> results = new LinkedHashMap<>(); // of steps
    List<Equation> claims = new ArrayList<>();
    Set<String> computed = new HashSet<>();
    for (Equation equation : equations) {
      Optional<String> name = Survey.subject(equation);
      if (name.isEmpty() || (equation.relations().contains("→") && conditional(equation))) {
        continue;
      }
      List<Side> rest = equation.sides().subList(1, equation.sides().size());
      boolean literal = rest.stream().allMatch(it -> it.form() == Form.NUMBER);
      boolean input = scope.containsKey(name.get()) || isInput(name.get(), equation, scan);
      if (literal) {
        Meaning meaning = scope.get(name.get());
        boolean step = meaning != null && meaning.formula().isPresent();
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
    boolean cue = isWritten(scan) || Lexicon.CUE.matcher(scan.text()).find() || updates;
    if (inputs.entrySet().stream().anyMatch(this::isAnother)
        && begins(inputs, results, claims, cue)) {
      return;
    }
    inputs.putAll(results);
    if (updates || inputs.entrySet().stream().anyMatch(this::isAnother)) {
      begins(inputs, Map.of(), claims, cue);
    }
  }

  /// Begins another example with these inputs, if what is claimed of it holds.
  ///
  /// @param results what steps come to
  /// @param cue whether the words say that something is assumed
  private boolean begins(
      Map<String, String> inputs, Map<String, String> results, List<Equation> claims, boolean cue) {
    boolean enough =
        !claims.isEmpty()
            || !results.isEmpty()
            || (cue && (inputs.size() >= 2 || isUpdate(inputs)));
    boolean asBefore = inputs.size() == 1 && !claims.isEmpty() && program.hold(claims);
    if (inputs.isEmpty() || !enough || asBefore) {
      return false;
    }
    Map<String, String> steps = new LinkedHashMap<>();
    if (claims.isEmpty()) {
      inputs.keySet().forEach(it -> steps.putAll(dependents(it)));
      steps.keySet().removeAll(inputs.keySet());
    }
    int mark = program.mark();
    boolean begun =
        inputs.entrySet().stream().allMatch(it -> program.leaf(it.getKey(), it.getValue()))
            && program.hold(claims)
            && comeTo(steps, results);
    program.back(mark);
    if (begun) {
      close();
      inputs.forEach(this::input);
      steps.forEach(this::step);
    }
    return begun;
  }

  /// Whether each number is one that the lesson came to: parameters after a step of training.
  private boolean isUpdate(Map<String, String> inputs) {
    return inputs.values().stream().allMatch(lifting::cameTo);
  }

  private boolean isAnother(Map.Entry<String, String> input) {
    return scope.containsKey(input.getKey()) && differs(input.getKey(), input.getValue());
  }

  /// Whether the steps, taken again, come to most of what the lesson says of them.
  private boolean comeTo(Map<String, String> steps, Map<String, String> results) {
    if (results.isEmpty()) {
      return true;
    }
    steps.forEach(program::step);
    long right =
        results.entrySet().stream()
            .filter(it -> lifting.agrees(it.getValue(), it.getKey()))
            .count();
    return right > 0 && right * 2 >= results.size();
  }

  /// Inputs after a step of training, where a formula is computed again with a number that the
  /// lesson came to before: `y = w * x` is `0.59 * 1.5 = 0.885`, after `w` was 0.8.
  private Map<String, String> updated(List<Equation> equations) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Equation equation : equations) {
      Optional<String> formula =
          Survey.subject(equation)
              .map(scope::get)
              .flatMap(it -> it == null ? Optional.empty() : it.formula());
      Optional<Side> tree = formula.flatMap(Side::of);
      if (tree.isEmpty() || !lifting.holds(equation)) {
        continue;
      }
      Map<String, String> others = new LinkedHashMap<>();
      boolean known = true;
      for (Map.Entry<String, String> put :
          Substitution.in(equation, List.of(tree.get())).entrySet()) {
        Optional<Meaning> meaning = Optional.ofNullable(scope.get(put.getKey()));
        boolean other = meaning.isPresent() && isElse(put.getKey(), put.getValue());
        boolean input = meaning.flatMap(Meaning::number).isPresent();
        known &= meaning.isPresent() && (!other || (input && lifting.cameTo(put.getValue())));
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
    OptionalDouble now = program.value(name);
    OptionalDouble then = program.value(literal);
    return now.isPresent()
        && then.isPresent()
        && !Program.near(now.getAsDouble(), then.getAsDouble());
  }

  private boolean differs(String name, String literal) {
    OptionalDouble now = program.value(name);
    OptionalDouble then = program.value(literal);
    return now.isPresent() && then.isPresent() && isOther(then.getAsDouble(), now.getAsDouble());
  }

  private Map<String, String> dependents(String name) {
    Set<String> changed = new HashSet<>(Set.of(name));
    Map<String, String> found = new LinkedHashMap<>();
    scope.forEach(
        (step, meaning) -> {
          if (meaning.formula().isPresent()
              && Equation.names(meaning.formula().get()).stream().anyMatch(changed::contains)) {
            changed.add(step);
            found.put(step, meaning.formula().get());
          }
        });
    return found;
  }

  /// Formulas that waited for their inputs.
  private void resolve() {
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, String> waiting : new LinkedHashMap<>(pending).entrySet()) {
        boolean known = names(waiting.getValue()).stream().allMatch(this::meant);
        if (known && step(waiting.getKey(), waiting.getValue())) {
          pending.remove(waiting.getKey());
          more = true;
        } else if (known) {
          pending.remove(waiting.getKey());
        }
      }
    }
    for (Map.Entry<String, String> other : new LinkedHashMap<>(renewed).entrySet()) {
      if (scope.keySet().containsAll(names(other.getValue()))) {
        renewed.remove(other.getKey());
        Map<String, String> dependents = dependents(other.getKey());
        if (step(other.getKey(), other.getValue())) {
          dependents.forEach(this::step);
        }
      }
    }
  }

  private Set<String> names(String formula) {
    return named.computeIfAbsent(formula, Equation::names);
  }

  // ---- fences and listings

  private void fence(Item.Fence fence) {
    String id = word + "-" + (examples + 1);
    Optional<Draft.Open> drawn = AsciiGraph.read(fence.text()).map(it -> it.example(id));
    Optional<Draft.Open> example = drawn.or(() -> Asked.read(fence.text(), id)).filter(this::runs);
    if (example.isEmpty()) {
      told(fence, Scan.code(fence.text()));
      return;
    }
    close();
    examples++;
    example.get().output = sink(example.get());
    knows(example.get());
    ran(example.get().block());
  }

  private void knows(Draft.Open example) {
    example.given.forEach(
        (name, literal) ->
            means(name, new Meaning(Optional.of(new BigDecimal(literal)), Optional.empty())));
    example.formulas.forEach(
        (name, formula) -> means(name, new Meaning(Optional.empty(), Optional.of(formula))));
  }

  private void means(String name, Meaning meaning) {
    scope.remove(name); // the last that was said stands last
    scope.put(name, meaning);
    pending.remove(name);
  }

  /// Runs the statements of an example here; where one fails it is as if none had run.
  private boolean runs(Draft.Open example) {
    int mark = program.mark();
    boolean given =
        example.given.entrySet().stream().allMatch(it -> program.leaf(it.getKey(), it.getValue()));
    boolean all =
        given
            && example.formulas.entrySet().stream()
                .allMatch(it -> program.step(it.getKey(), it.getValue()));
    if (!all) {
      program.back(mark);
      return false;
    }
    example.formulas.keySet().stream().filter(program::isValue).forEach(example.values::add);
    return true;
  }

  private void listing(Item.Listing listing) {
    if (!listing.lang().equals("python")) {
      keep(listing, "the code language is Python, and this is " + listing.lang());
      return;
    }
    Outputs.Claimed claimed = Outputs.claimed(listing);
    String code = claimed.code();
    Outcome outcome = program.runs(code);
    if (!outcome.completed()) {
      Finding why = outcome.allFindings().get(0);
      program.again();
      Optional<Item.Listing> rest = Imports.without(listing);
      if (rest.isEmpty()) {
        keep(listing, why.message());
        return;
      }
      keep(Item.Listing.of("python", Imports.of(listing)), why.message());
      listing(rest.get());
      return;
    }
    close();
    listings++;
    program.keep(code);
    String id = (word.equals("ejemplo") ? "listado-" : "listing-") + listings;
    steps.add(new Step.Ran(Draft.code(id, code), true, claimed.printed()));
    floor = steps.size();
    program
        .numbers(code)
        .forEach((name, number) -> means(name, new Meaning(number, Optional.empty())));
    shadow(listing);
  }

  /// A listing that only assigns plain numbers has no gradients to speak of. Where the lesson never
  /// touches its names again in code, the same steps are taken once more with values that have.
  private void shadow(Item.Listing listing) {
    Optional<Draft.Open> example = Straight.read(listing.code(), word + "-" + (examples + 1));
    if (example.isEmpty() || later.contains(listing) || !runs(example.get())) {
      return;
    }
    examples++;
    open = example;
    openAt = steps.size();
    knows(example.get());
    close();
  }

  private void keep(Item.Listing listing, String reason) {
    steps.add(new Step.Kept(Draft.kept(listing.lang(), listing.code(), reason)));
    for (Optional<String> output : List.of(listing.printed(), listing.echo())) {
      output.ifPresent(
          it ->
              steps.add(
                  new Step.Kept(
                      Draft.kept(
                          "text", it, "the output of the listing above, as the lesson gives it"))));
    }
  }

  // ---- the example that is open

  private void input(String name, String literal) {
    boolean number = literal.matches("-?\\d+(?:\\.\\d+)?");
    if (!number || !program.leaf(name, literal)) {
      return;
    }
    begun(name).given.put(name, literal);
    means(name, new Meaning(Optional.of(new BigDecimal(literal)), Optional.empty()));
  }

  /// Takes a step, if the program can; one that asks for gradients stands after the example.
  private boolean step(String name, String said) {
    String formula = uncalled(said);
    if (!Program.derivatives(formula).isEmpty()) {
      return after(name, Program.inCode(formula));
    }
    if (!program.step(name, formula)) {
      return false;
    }
    put(name, formula);
    return true;
  }

  /// `f(z)` is `f`, where that is how the lesson writes the number that it is.
  private String uncalled(String formula) {
    return CALL.matcher(formula)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    scope.containsKey(it.group(1)) && program.value(it.group(1)).isPresent()
                        ? it.group(1)
                        : it.group()));
  }

  private boolean after(String name, String code) {
    if (!program.step(name, code)) {
      return false;
    }
    close();
    listings++;
    String id = (word.equals("ejemplo") ? "paso-" : "step-") + listings;
    ran(Draft.code(id, name + " = " + code));
    means(name, new Meaning(Optional.empty(), Optional.of(code)));
    return true;
  }

  private void put(String name, String formula) {
    Draft.Open example = begun(name);
    example.formulas.put(name, formula);
    if (program.isValue(name)) {
      example.values.add(name);
    }
    means(name, new Meaning(Optional.empty(), Optional.of(formula)));
    program.uses(formula);
  }

  private Draft.Open begun(String name) {
    if (open.filter(it -> it.has(name)).isPresent()) {
      close();
    }
    if (open.isEmpty()) {
      examples++;
      open = Optional.of(new Draft.Open(word + "-" + examples));
      openAt = pending.isEmpty() ? steps.size() : Math.max(floor, waitingSince);
    }
    return open.get();
  }

  private void ran(Block block) {
    steps.add(new Step.Ran(block, false, Optional.empty()));
    floor = steps.size();
  }

  private void close() {
    if (open.isPresent()) {
      open.get().output = sink(open.get());
      steps.add(openAt, new Step.Ran(open.get().block(), false, Optional.empty()));
      open = Optional.empty();
    }
    floor = steps.size();
  }

  /// The last step that no other step of the example uses and that has a gradient.
  private static Optional<String> sink(Draft.Open example) {
    Optional<String> last = Optional.empty();
    for (String name : example.formulas.keySet()) {
      Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
      boolean used = example.formulas.values().stream().anyMatch(it -> word.matcher(it).find());
      if (!used
          && example.values.contains(name)
          && !Equation.names(example.formulas.get(name)).isEmpty()) {
        last = Optional.of(name);
      }
    }
    return last;
  }

  /// A listing of the functions that the examples use, before all.
  private void prelude() {
    String code = program.prelude();
    if (!code.isEmpty()) {
      String id = word.equals("ejemplo") ? "funciones" : "functions";
      steps.add(0, new Step.Ran(Draft.code(id, code), false, Optional.empty()));
    }
  }
}
