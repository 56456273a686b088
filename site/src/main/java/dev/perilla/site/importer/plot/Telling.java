package dev.perilla.site.importer.plot;

import dev.perilla.chapter.Block;
import dev.perilla.site.importer.lesson.Lesson.Item;
import dev.perilla.site.importer.lesson.Parts;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program of a lesson as far as it has been told: its steps, what each name means, which
/// formulas wait for others, and the example in the making.
///
/// It is long because a sentence may change any of these, and the others with it.
final class Telling {
  /// A name in code that is no class, attribute or name of an argument.
  private static final Pattern OTHER =
      Pattern.compile("(?U)(?<![\\w.])(?!\\p{Lu}\\w*\\()[\\p{L}_]\\w*\\b(?!\\s*=(?!=))");

  private static final Pattern CALL =
      Pattern.compile(
          "(?U)\\b([\\p{L}_]\\w*)\\(\\s*[\\p{L}_]\\w*(?:\\s*,\\s*[\\p{L}_]\\w*)*\\s*\\)");

  private static final Pattern GRADIENT = Pattern.compile("(?U)\\bgrad\\(\\w+, \\w+\\)");
  private static final Pattern MADE_ID = Pattern.compile("[a-z]+-\\d+"); // as an import names them

  private static final Pattern EXAMPLE_ID = Pattern.compile("(?:example|ejemplo)-(\\d{1,6})");
  private static final int LONGEST = 200; // inputs and steps of an example

  final Program program = new Program();
  final Lifting lifting = new Lifting(program);
  final Wording wording;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Meaning> scope = new LinkedHashMap<>();
  private final Map<String, String> pending = new LinkedHashMap<>();
  private final Map<String, String> renewed = new LinkedHashMap<>(); // known, with another formula
  private final Set<String> general = new HashSet<>(); // waiting since before the exercise
  private final Map<String, Set<String>> named = new HashMap<>(); // the names of a formula
  private final Set<String> given = new HashSet<>(); // all that were inputs once, `w = 0.8`
  private final Set<String> listed = new HashSet<>(); // values of the autograd in the listings
  private final Set<String> bound = new HashSet<>(); // by listings that run
  private final Set<String> computed = new HashSet<>(); // of these, from others
  private Set<String> differentiated = Set.of(); // names that derivatives are taken of or by
  private Optional<Draft.Open> open = Optional.empty();
  private Optional<String> lastOutput = Optional.empty(); // of the last example that has one
  private int openAt = 0;
  private int openedAt = 0; // the steps that stood before when it was begun
  private int floor = 0; // an example stands nowhere before this step
  private int waitingSince = 0; // where the first formula stands that waits for its inputs
  private int examples = 0;
  private int listings = 0;
  private int functions = 0;
  private boolean isTasked = false; // whether an exercise has begun

  /// What a name stands for.
  ///
  /// @param number of an input
  /// @param formula of a step
  record Meaning(Optional<BigDecimal> number, Optional<String> formula) {}

  Telling(Wording wording) {
    this.wording = wording;
  }

  // ---- what is known

  /// All steps, once the lesson has ended.
  List<Step> steps() {
    close();
    List<String> made = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Ran ran && !ran.listing()) {
        Draft.code(ran.block()).ifPresent(made::add);
      }
    }
    String code = program.prelude(made);
    if (!code.isEmpty()) {
      Block.Code block = Draft.code(wording.say("functions"), code);
      steps.add(0, new Step.Ran(block, false, Optional.empty()));
    }
    return List.copyOf(steps);
  }

  /// The names that the lesson uses for values.
  Set<String> names() {
    Set<String> names = new HashSet<>(scope.keySet());
    names.addAll(pending.keySet());
    return names;
  }

  boolean isKnown(String name) {
    return isDefined(name) || isWaiting(name);
  }

  boolean isDefined(String name) {
    return scope.containsKey(name);
  }

  boolean areDefined(Collection<String> names) {
    return scope.keySet().containsAll(names);
  }

  Set<String> defined() {
    return scope.keySet();
  }

  /// The steps said last, the last first.
  List<String> lastSteps(int most) {
    return List.copyOf(scope.entrySet()).reversed().stream()
        .filter(it -> it.getValue().formula().isPresent())
        .map(Map.Entry::getKey)
        .limit(most)
        .toList();
  }

  /// Whether a name has a formula whose inputs are not known yet.
  boolean isWaiting(String name) {
    return pending.containsKey(name);
  }

  /// The formula of a name that waits for its inputs.
  Optional<String> waiting(String name) {
    return Optional.ofNullable(pending.get(name));
  }

  /// Whether a name waits that an exercise before has left.
  boolean isGeneral(String name) {
    return general.contains(name);
  }

  Optional<Meaning> meaning(String name) {
    return Optional.ofNullable(scope.get(name));
  }

  /// Whether the example in the making has the name.
  boolean isOpenWith(String name) {
    return open.filter(it -> it.has(name)).isPresent();
  }

  /// Whether texts were told since the example in the making was begun: they mean what names stand
  /// for there.
  boolean isMeant() {
    return steps.size() > openedAt;
  }

  /// Whether an example is in the making that does not have the name.
  boolean isOpenWithout(String name) {
    return open.filter(it -> !it.has(name)).isPresent();
  }

  /// Takes back the formula of a name for another that says the same by more steps.
  boolean refines(String name, Side formula) {
    return open.filter(it -> Program.isCode(formula.code()) && it.refines(name, formula))
        .isPresent();
  }

  /// Whether a formula says the same of a name by a step of the example in the making that nothing
  /// goes by yet, and that the lesson asks for gradients of: `d = t + c`, after `d = a * b + c` and
  /// `t = a * b`.
  boolean goesBy(String name, Side formula, Set<String> differentiated) {
    return isOpenWithout(name)
        && formula.names().stream()
            .anyMatch(
                it ->
                    isOpenWith(it)
                        && meaning(it).flatMap(Meaning::formula).isPresent()
                        && differentiated.contains(it)
                        && dependents(it).isEmpty());
  }

  /// Whether a literal is clearly another number than the name has now.
  boolean differs(String name, String literal) {
    OptionalDouble now = program.value(name);
    OptionalDouble then = program.value(literal);
    return now.isPresent() && then.isPresent() && isOther(then.getAsDouble(), now.getAsDouble());
  }

  /// Whether an example has had this input.
  boolean wasGiven(String name, String literal) {
    return given.contains(
        name + " = " + new BigDecimal(literal).stripTrailingZeros().toPlainString());
  }

  static boolean isOther(double now, double then) {
    return Math.abs(now - then) > 0.05 * Math.max(1, Math.abs(then));
  }

  /// What gradients may be of: the output of the last example, and of the one in the making.
  List<String> outputs() {
    return Stream.concat(lastOutput.stream(), open.flatMap(this::sink).stream())
        .distinct()
        .toList();
  }

  /// The steps that depend on a name, with their formulas.
  Map<String, String> dependents(String name) {
    return dependents(Set.of(name));
  }

  /// The steps that depend on one of some names, in their order.
  Map<String, String> dependents(Set<String> names) {
    Set<String> changed = new HashSet<>(names);
    Map<String, String> found = new LinkedHashMap<>();
    scope.forEach(
        (step, meaning) -> {
          if (meaning.formula().isPresent()
              && names(meaning.formula().get()).stream().anyMatch(changed::contains)) {
            changed.add(step);
            found.put(step, meaning.formula().get());
          }
        });
    return found;
  }

  private Set<String> names(String formula) {
    return named.computeIfAbsent(formula, Equation::names);
  }

  // ---- what is told

  void says(Item item, Optional<String> who) {
    steps.add(new Step.Told(item, who));
  }

  /// Another exercise begins: its names mean what it says of them. Formulas that were said before
  /// the first of all hold for each that has none of its own.
  ///
  /// @param computes whether the exercise has a formula for a name
  void anew(Predicate<String> computes) {
    close();
    scope.clear();
    lastOutput = Optional.empty();
    renewed.clear();
    if (isTasked) {
      pending.keySet().retainAll(general);
    }
    isTasked = true;
    general.addAll(pending.keySet());
    pending.keySet().removeIf(computes);
    steps.add(new Step.Anew());
    floor = steps.size();
  }

  /// What the part of the lesson that is told from here on takes derivatives of or by.
  void differentiates(Set<String> names) {
    differentiated = names;
  }

  void input(String name, String literal) {
    boolean number = literal.matches("-?\\d+(?:\\.\\d+)?");
    if (!number || !program.leaf(name, literal)) {
      return;
    }
    begun(name).given.put(name, literal);
    given.add(name + " = " + new BigDecimal(literal).stripTrailingZeros().toPlainString());
    listed.remove(name);
    means(name, new Meaning(Optional.of(new BigDecimal(literal)), Optional.empty()));
  }

  /// Takes a step, if the program can; one that asks for gradients stands after the example.
  boolean step(String name, String said) {
    String formula = uncalled(said);
    if (!Derivative.all(formula).isEmpty()) {
      return after(name, Derivative.inCode(formula));
    }
    Optional<String> node = Extreme.node(formula).filter(it -> program.step(name, it));
    if (node.isPresent()) {
      put(name, node.get());
      return true;
    }
    if (!program.step(name, formula)) {
      return false;
    }
    put(name, formula);
    return true;
  }

  /// Takes a step where all of its names are known.
  boolean define(String name, Side formula) {
    return areDefined(formula.names()) && step(name, formula.code());
  }

  /// `f(z)` is `f`, where that is how the lesson writes the number that it is.
  private String uncalled(String formula) {
    return CALL.matcher(formula)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    isDefined(it.group(1)) && program.value(it.group(1)).isPresent()
                        ? it.group(1)
                        : it.group()));
  }

  private boolean after(String name, String code) {
    boolean leads = // the example may have no gradient of what nothing leads to
        GRADIENT.matcher(code).results().allMatch(it -> program.value(it.group()).orElse(0) != 0);
    if (!leads || !program.step(name, code)) {
      return false;
    }
    listing(name + " = " + code);
    means(name, new Meaning(Optional.empty(), Optional.of(code)));
    return true;
  }

  /// A name with a formula that cannot be a step yet.
  void waits(String name, String formula) {
    if (pending.isEmpty()) {
      waitingSince = steps.size();
    }
    pending.remove(name);
    pending.put(name, formula);
  }

  void waitsNoLonger(String name) {
    pending.remove(name);
  }

  /// A name with a formula other than its own, of names that are not all known yet.
  void renews(String name, String formula) {
    renewed.put(name, formula);
  }

  /// Formulas that waited for their inputs.
  void resolve() {
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, String> waiting : new LinkedHashMap<>(pending).entrySet()) {
        boolean known = areDefined(names(waiting.getValue()));
        if (known) {
          more |= step(waiting.getKey(), waiting.getValue());
          pending.remove(waiting.getKey());
        }
      }
    }
    for (Map.Entry<String, String> other : new LinkedHashMap<>(renewed).entrySet()) {
      if (areDefined(names(other.getValue()))) {
        renewed.remove(other.getKey());
        Map<String, String> dependents = dependents(other.getKey());
        if (step(other.getKey(), other.getValue())) {
          dependents.forEach(this::step);
        }
      }
    }
  }

  void means(String name, Meaning meaning) {
    scope.remove(name); // the last that was said stands last
    scope.put(name, meaning);
    pending.remove(name);
  }

  // ---- blocks

  /// A step of the program in a listing of its own.
  void listing(String code) {
    close();
    listings++;
    ran(Draft.code(wording.say("step", listings), code));
  }

  /// Steps with lists, before the text that says them.
  void lists(List<String> code) {
    if (code.isEmpty()) {
      return;
    }
    listing(String.join("\n", code));
    for (String line : code) {
      means(line.substring(0, line.indexOf(' ')), new Meaning(Optional.empty(), Optional.empty()));
    }
  }

  /// The same steps for each row of a table, which the program has taken.
  void rounds(List<String> code) {
    if (!code.isEmpty()) {
      listing(String.join("\n", code));
    }
  }

  void function(String definition) {
    close();
    functions++;
    ran(Draft.code(wording.say("function", functions), definition));
  }

  /// A listing of the lesson that has run.
  ///
  /// @param claimed what the lesson says that it prints
  void listed(String code, Optional<String> claimed) {
    close();
    listings++;
    program.keep(code);
    Set<String> names = Parts.names(code).bound();
    bound.addAll(names);
    computed.removeAll(names);
    names.stream().filter(it -> isComputed(it, code)).forEach(computed::add);
    steps.add(new Step.Ran(Draft.code(wording.say("listing", listings), code), true, claimed));
    floor = steps.size();
    program.objects(code).forEach(it -> means(it, new Meaning(Optional.empty(), Optional.empty())));
    program
        .numbers(code)
        .forEach(
            (name, number) -> {
              means(name, new Meaning(number, Optional.empty()));
              if (program.isValue(name)) {
                listed.add(name);
              }
            });
  }

  /// Whether what a listing gives a name at last is made of other names, those of classes left out.
  private boolean isComputed(String name, String code) {
    Matcher given =
        Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(name) + "[ \\t]*=(?!=)([^#\"'\\n]*)")
            .matcher(code);
    boolean made = false;
    while (given.find()) {
      made =
          OTHER
              .matcher(given.group(1))
              .results()
              .map(MatchResult::group)
              .anyMatch(it -> !it.equals(name) && program.knows(it));
    }
    return made;
  }

  /// Whether a listing computes what a name stands for.
  boolean isComputed(String name) {
    return computed.contains(name);
  }

  /// A listing that does not run would have bound these names: what listings before it bound to
  /// them is no longer theirs.
  void lost(Set<String> names) {
    Set<String> known = new HashSet<>(names);
    known.retainAll(bound);
    program.forget(known);
  }

  /// The example that an exported cell runs: its inputs are given, and the engine goes backward.
  ///
  /// @return whether it runs; if not it is as if it had not been said
  boolean made(Item.Made made, String code, Optional<String> claimed) {
    Map<String, String> given = new LinkedHashMap<>();
    String rest = code;
    for (String name : made.given()) {
      Matcher input =
          Pattern.compile("\\A" + Pattern.quote(name) + " = Value\\((-?\\d+(?:\\.\\d+)?)\\)\n")
              .matcher(rest);
      if (!input.find()) {
        return false;
      }
      given.put(name, input.group(1));
      rest = rest.substring(input.end());
    }
    String backward = made.output().map(it -> "\n" + it + ".backward()").orElse("");
    if (rest.endsWith(backward)) {
      rest = rest.substring(0, rest.length() - backward.length());
    }
    int mark = program.mark();
    boolean runs =
        given.entrySet().stream().allMatch(it -> program.leaf(it.getKey(), it.getValue()))
            && program.runs(rest).completed();
    if (!runs) {
      program.back(mark);
      return false;
    }
    String steps = rest;
    program.keep(steps);
    close();
    String id = MADE_ID.matcher(made.id()).matches() ? nextExample() : made.id();
    examples++;
    this.steps.add(
        new Step.Ran(Draft.example(id, given, steps, made.output(), made.graph()), false, claimed));
    floor = this.steps.size();
    program
        .objects(steps)
        .forEach(it -> means(it, new Meaning(Optional.empty(), Optional.empty())));
    program
        .numbers(steps)
        .forEach((name, number) -> means(name, new Meaning(number, Optional.empty())));
    given.forEach(
        (name, literal) ->
            means(name, new Meaning(Optional.of(new BigDecimal(literal)), Optional.empty())));
    return true;
  }

  /// A block as its author wrote it, whose program is run.
  void authored(Block block) {
    close();
    block
        .head()
        .id()
        .map(id -> EXAMPLE_ID.matcher(id.value()))
        .filter(Matcher::matches)
        .ifPresent(it -> examples = Math.max(examples, Integer.parseInt(it.group(1))));
    String code = Draft.code(block).orElse("");
    if (program.runs(code).completed()) {
      program.keep(code);
      program
          .objects(code)
          .forEach(it -> means(it, new Meaning(Optional.empty(), Optional.empty())));
      program
          .numbers(code)
          .forEach((name, number) -> means(name, new Meaning(number, Optional.empty())));
    } else {
      program.again();
    }
    ran(block);
  }

  void kept(Block.Code block) {
    steps.add(new Step.Kept(block));
  }

  /// What the next example is called.
  String nextExample() {
    return wording.say("example", examples + 1);
  }

  /// An example that the lesson has drawn or asked for as a whole.
  ///
  /// @return whether it runs; if not it is as if it had not been said
  boolean whole(Draft.Open example) {
    if (!runs(example)) {
      return false;
    }
    close();
    examples++;
    example.output = sink(example);
    knows(example);
    ran(example.block(differentiated, new Methods(program)));
    return true;
  }

  /// An example that takes the steps of a listing once more, right after it.
  void shadow(Draft.Open example) {
    if (runs(example)) {
      examples++;
      open = Optional.of(example);
      openAt = steps.size();
      knows(example);
      close();
    }
  }

  private void knows(Draft.Open example) {
    example.given.forEach(
        (name, literal) ->
            means(name, new Meaning(Optional.of(new BigDecimal(literal)), Optional.empty())));
    example.formulas.forEach(
        (name, formula) -> means(name, new Meaning(Optional.empty(), Optional.of(formula))));
    listed.removeAll(example.given.keySet());
    listed.removeAll(example.formulas.keySet());
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

  /// The name becomes a step of the example in the making; the program has taken it.
  void put(String name, String formula) {
    Draft.Open example = begun(name);
    example.formulas.put(name, formula);
    if (program.isValue(name)) {
      example.values.add(name);
    }
    means(name, new Meaning(Optional.empty(), Optional.of(formula)));
    program.uses(formula);
  }

  private Draft.Open begun(String name) {
    if (isOpenWith(name) || open.filter(it -> it.size() >= LONGEST).isPresent()) {
      close();
    }
    if (open.isEmpty()) {
      open = Optional.of(new Draft.Open(nextExample()));
      examples++;
      openedAt = steps.size();
      openAt = pending.isEmpty() ? steps.size() : Math.max(floor, waitingSince);
    }
    return open.get();
  }

  private void ran(Block block) {
    steps.add(new Step.Ran(block, false, Optional.empty()));
    floor = steps.size();
  }

  /// Ends the example in the making.
  void close() {
    if (open.isPresent()) {
      open.get().goBySteps();
      open.get().output = sink(open.get());
      lastOutput = open.get().output.or(() -> lastOutput);
      Block block = open.get().block(differentiated, new Methods(program));
      steps.add(openAt, new Step.Ran(block, false, Optional.empty()));
      open = Optional.empty();
    }
    floor = steps.size();
  }

  /// The last step that no other step of the example uses and that has a gradient. None where it
  /// leads back to values of a listing: their gradients are the lesson's to compute, and would be
  /// added to.
  private Optional<String> sink(Draft.Open example) {
    Optional<String> last = Optional.empty();
    Set<String> lent = new HashSet<>(listed);
    lent.removeAll(example.given.keySet());
    Set<String> used = new HashSet<>();
    example.formulas.values().forEach(it -> used.addAll(names(it)));
    for (String name : example.formulas.keySet()) {
      Set<String> names = names(example.formulas.get(name));
      if (names.stream().anyMatch(lent::contains)) {
        lent.add(name);
      } else {
        lent.remove(name);
      }
      if (!used.contains(name)
          && example.values.contains(name)
          && !names.isEmpty()
          && !lent.contains(name)) {
        last = Optional.of(name);
      }
    }
    return last;
  }
}
