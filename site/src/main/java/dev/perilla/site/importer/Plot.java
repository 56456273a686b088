package dev.perilla.site.importer;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.Equation.Form;
import dev.perilla.site.importer.Equation.Side;
import dev.perilla.site.importer.Lesson.Item;
import dev.perilla.site.importer.Scan.Zone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// The program that a lesson tells: its listings, as far as they run, and between them the inputs
/// and formulas of its sentences, gathered into examples.
///
/// A name with a number alone is an input where nothing is known of the name; a name with a formula
/// is a step as soon as all of its names are known. Whatever else is said of a name is a claim
/// about it, and not for the program.
final class Plot {
  private static final Pattern CUE =
      Pattern.compile(
          "(?iU)\\b(let|now|suppose|set|setting|take|taking|if|with|given|say|try|assume|consider|for|using|"
              + "change|initialize|start|when|where|choose|inputs?|values?|plug\\w*|"
              + "sea|sean|ahora|si|supongamos|tomemos|tomá|toma|con|consideremos|pongamos|para|cuando|"
              + "donde|fijemos|elegimos|usemos|dados?|probemos|entradas?|valores?)\\b");

  private final Notation notation;
  private final String word;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Meaning> scope = new LinkedHashMap<>();
  private final Map<String, String> pending = new LinkedHashMap<>();
  private final Set<String> functions = new LinkedHashSet<>();
  private final List<Runnable> history = new ArrayList<>();
  private Machine machine = new Machine(Limits.DEFAULT);
  private Optional<Draft.Open> open = Optional.empty();
  private int openAt = 0;
  private int examples = 0;
  private int listings = 0;
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

  private Plot(Notation notation, String lang) {
    this.notation = notation;
    this.word = lang.startsWith("es") ? "ejemplo" : "example";
  }

  static Found of(List<Item> items, Notation notation, String lang) {
    Plot plot = new Plot(notation, lang);
    plot.read(items);
    plot.close();
    plot.prelude();
    Set<String> names = new HashSet<>(plot.scope.keySet());
    names.addAll(plot.pending.keySet());
    return new Found(List.copyOf(plot.steps), names);
  }

  private void read(List<Item> items) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Item.Listing listing) {
        Set<String> names = Straight.assigned(listing.code());
        boolean touched =
            items.stream()
                .skip(i + 1L)
                .anyMatch(
                    it ->
                        it instanceof Item.Listing after
                            && names.stream()
                                .anyMatch(
                                    name ->
                                        Pattern.compile("\\b" + name + "\\b")
                                            .matcher(after.code())
                                            .find()));
        if (touched) {
          later.add(listing);
        }
      }
    }
    for (Item item : items) {
      switch (item) {
        case Item.Speaker said -> speaker = Optional.of(said.who());
        case Item.Silence none -> speaker = Optional.empty();
        case Item.Heading heading -> {
          speaker = Optional.empty();
          told(item, Scan.markdown(heading.words(), notation));
        }
        case Item.Words words -> told(item, Scan.markdown(words.markdown(), notation));
        case Item.Fence fence -> fence(fence);
        case Item.Listing listing -> listing(listing);
      }
    }
  }

  private static final Pattern RESULT =
      Pattern.compile(
          "(?iU)\\b(get|gets|got|gives?|giving|obtain|obtains|result\\w*|thus|therefore|hence|yields?|outputs?|"
              + "becomes?|found|computes?|obtenemos|obtuvimos|resulta|entonces|queda|da|así|luego)\\b[^.]{0,30}$");
  private static final Set<String> RESULTS =
      Set.of(
          "loss",
          "output",
          "error",
          "result",
          "gradient",
          "grad",
          "total",
          "prediction",
          "out",
          "cost",
          "accuracy",
          "sum",
          "product",
          "slope",
          "change",
          "salida",
          "resultado",
          "gradiente",
          "pendiente",
          "predicción",
          "costo",
          "suma",
          "producto",
          "cambio",
          "pérdida",
          "mse",
          "derivative",
          "derivada",
          "answer",
          "respuesta",
          "y_pred",
          "yhat",
          "value",
          "valor");

  /// Whether a number alone makes a name an input. A result is none: its number has to be computed.
  private boolean isInput(String name, Equation equation, Scan scan) {
    boolean result = RESULTS.contains(name.toLowerCase(java.util.Locale.ROOT));
    if (result || name.length() > 24) {
      return false;
    }
    if (equation.zone() == Zone.FENCE) {
      return true;
    }
    String before = scan.text().substring(Math.max(0, equation.start() - 40), equation.start());
    boolean mathematical =
        name.codePointCount(0, name.length()) <= 2
            || name.indexOf('_') > 0
            || name.chars().anyMatch(Character::isDigit)
            || equation.zone() == Zone.CODE;
    return (mathematical || CUE.matcher(before).find()) && !RESULT.matcher(before).find();
  }

  private void told(Item item, Scan scan) {
    List<Equation> equations = Equation.all(scan, this::isKnown);
    rate(scan, equations);
    restart(equations, scan);
    for (Equation equation : equations) {
      learn(equation, scan);
      for (Side side : equation.sides()) {
        uses(side.code());
      }
    }
    resolve();
    steps.add(new Step.Told(item, speaker));
  }

  /// `a learning rate of 0.1` names an input without a sign between.
  private void rate(Scan scan, List<Equation> equations) {
    for (Scan.Token token : scan.tokens()) {
      boolean free =
          token.is(Scan.Kind.NUMBER)
              && token.zone() == Zone.PROSE
              && token.code().matches("0?\\.\\d+")
              && equations.stream()
                  .noneMatch(it -> it.start() <= token.start() && token.end() <= it.end());
      String before = scan.text().substring(Math.max(0, token.start() - 45), token.start());
      if (free
          && Candidates.RATE.matcher(before).find()
          && Candidates.RATES.stream().noneMatch(this::isKnown)) {
        input("learning_rate", token.code());
      }
    }
  }

  /// A text that gives names other numbers and then computes with them begins another example, if
  /// what it computes holds with these and not with the old ones.
  private void restart(List<Equation> equations, Scan scan) {
    Map<String, String> inputs = new LinkedHashMap<>();
    List<Equation> claims = new ArrayList<>();
    Set<String> computed = new HashSet<>();
    for (Equation equation : equations) {
      Optional<String> name = subject(equation).filter(it -> it.matches("(?U)[\\p{L}_]\\w*"));
      if (name.isEmpty() || (equation.relations().contains("→") && conditional(equation))) {
        continue;
      }
      boolean literal = equation.sides().stream().skip(1).allMatch(it -> it.form() == Form.NUMBER);
      boolean input = scope.containsKey(name.get()) || isInput(name.get(), equation, scan);
      if (literal
          && input
          && equation.relations().get(0).equals("=")
          && !computed.contains(name.get())) {
        inputs.putIfAbsent(name.get(), equation.sides().get(1).code());
      } else if (!literal) {
        computed.add(name.get());
        boolean number = equation.sides().stream().skip(1).anyMatch(it -> it.form() == Form.NUMBER);
        boolean formula =
            equation.sides().stream().skip(1).anyMatch(it -> it.form() == Form.FORMULA);
        if (number && formula && !inputs.containsKey(name.get())) {
          claims.add(equation);
        }
      }
    }
    boolean differs =
        inputs.entrySet().stream()
            .anyMatch(it -> scope.containsKey(it.getKey()) && isOther(it.getKey(), it.getValue()));
    boolean cue =
        scan.tokens().stream().anyMatch(it -> it.zone() == Zone.FENCE)
            || CUE.matcher(scan.text()).find();
    boolean enough = !claims.isEmpty() || (inputs.size() >= 2 && cue);
    boolean asBefore = inputs.size() == 1 && !claims.isEmpty() && hold(claims);
    if (!differs || !enough || asBefore) {
      return;
    }
    int mark = history.size();
    boolean begun =
        inputs.entrySet().stream().allMatch(it -> leaf(it.getKey(), it.getValue())) && hold(claims);
    while (history.size() > mark) {
      history.removeLast();
    }
    again();
    if (begun) {
      close();
      Map<String, String> steps = new LinkedHashMap<>();
      if (claims.isEmpty()) {
        inputs.keySet().forEach(it -> steps.putAll(dependents(it)));
        steps.keySet().removeAll(inputs.keySet());
      }
      inputs.forEach(this::input);
      steps.forEach(
          (name, formula) -> {
            if (step(name, formula)) {
              put(name, formula);
            }
          });
    }
  }

  private boolean isOther(String name, String literal) {
    OptionalDouble now = value(name);
    OptionalDouble then = value(literal);
    if (now.isEmpty() || then.isEmpty()) {
      return false;
    }
    double change = Math.abs(now.getAsDouble() - then.getAsDouble());
    return change > 0.05 * Math.max(1, Math.abs(now.getAsDouble()));
  }

  /// Whether each formula comes to the number beside it.
  private boolean hold(List<Equation> claims) {
    for (Equation claim : claims) {
      for (Side side : claim.sides().subList(1, claim.sides().size())) {
        if (side.form() != Form.FORMULA) {
          continue;
        }
        OptionalDouble value = value(side.code());
        String said =
            claim.sides().stream()
                .filter(it -> it.form() == Form.NUMBER)
                .findFirst()
                .map(Side::code)
                .orElse("");
        Optional<Numeral> numeral = Numeral.whole(said, Notation.POINT);
        boolean holds =
            value.isPresent()
                && Double.isFinite(value.getAsDouble())
                && numeral
                    .filter(it -> Tried.agrees(it, Fact.Quantity.of(value.getAsDouble(), "")))
                    .isPresent();
        if (!holds) {
          return false;
        }
      }
    }
    return true;
  }

  private void uses(String code) {
    for (String function : Signs.FUNCTIONS.keySet()) {
      if (Pattern.compile("\\b" + function + "\\(").matcher(code).find()) {
        functions.add(function);
        functions();
      }
    }
  }

  private boolean isKnown(String name) {
    return scope.containsKey(name) || pending.containsKey(name);
  }

  // ---- fences and listings

  private void fence(Item.Fence fence) {
    Optional<AsciiGraph> graph = AsciiGraph.read(fence.text());
    if (graph.isPresent()) {
      picture(fence, graph.get());
      return;
    }
    Optional<Draft.Open> exercise = Asked.read(fence.text(), word + "-" + (examples + 1));
    if (exercise.isPresent() && runs(exercise.get())) {
      close();
      examples++;
      exercise.get().output = sink(exercise.get());
      knows(exercise.get());
      steps.add(new Step.Ran(exercise.get().block(), Optional.empty()));
      return;
    }
    told(fence, Scan.code(fence.text()));
  }

  /// A graph drawn in characters becomes one that is computed.
  private void picture(Item.Fence fence, AsciiGraph graph) {
    Draft.Open example = new Draft.Open(word + "-" + (examples + 1));
    example.graph = true;
    graph.inputs().forEach(example.given::put);
    graph.formulas().forEach(example.formulas::put);
    graph.values().forEach(example.expect::put);
    if (!runs(example)) {
      told(fence, Scan.code(fence.text()));
      return;
    }
    close();
    examples++;
    example.output = sink(example);
    knows(example);
    steps.add(new Step.Ran(example.block(), Optional.empty()));
  }

  private void knows(Draft.Open example) {
    example.given.forEach(
        (name, literal) -> {
          scope.remove(name);
          scope.put(name, new Meaning(Optional.of(new BigDecimal(literal)), Optional.empty()));
        });
    example.formulas.forEach(
        (name, formula) -> {
          scope.remove(name);
          scope.put(name, new Meaning(Optional.empty(), Optional.of(formula)));
        });
    pending.keySet().removeAll(scope.keySet());
  }

  /// Runs the statements of an example here; where one fails it is as if none had run.
  private boolean runs(Draft.Open example) {
    for (Map.Entry<String, String> input : example.given.entrySet()) {
      if (!leaf(input.getKey(), input.getValue())) {
        return false;
      }
    }
    for (Map.Entry<String, String> step : example.formulas.entrySet()) {
      if (!step(step.getKey(), step.getValue())) {
        return false;
      }
      if (isValue(step.getKey())) {
        example.values.add(step.getKey());
      }
    }
    return true;
  }

  private void listing(Item.Listing listing) {
    if (!listing.lang().equals("python")) {
      keep(listing, "the code language is Python, and this is " + listing.lang());
      return;
    }
    String code = Outputs.withClaims(listing.code(), listing.printed());
    Outcome outcome = machine.run(Draft.text(code + "\n"));
    if (!outcome.completed()) {
      Finding why = outcome.allFindings().get(0);
      again();
      keep(listing, why.message());
      return;
    }
    close();
    listings++;
    history.add(() -> machine.run(Draft.text(code + "\n")));
    String id = (word.equals("ejemplo") ? "listado-" : "listing-") + listings;
    boolean echoes = !code.equals(listing.code());
    steps.add(
        new Step.Ran(
            Draft.code(id, code),
            echoes ? Outputs.beforeEcho(listing.printed()) : listing.printed()));
    for (String name : machine.names()) {
      Optional<Object> value = machine.global(name);
      boolean number = value.filter(it -> Python.real(it).isPresent()).isPresent();
      if (number && Pattern.compile("\\b" + name + "\\b").matcher(code).find()) {
        scope.put(name, new Meaning(value.flatMap(Python::exact), Optional.empty()));
        pending.remove(name);
      }
    }
    shadow(listing);
  }

  /// A listing that only assigns plain numbers has no gradients to speak of. Where the lesson never
  /// touches its names again in code, the same steps are taken once more with values that have.
  private void shadow(Item.Listing listing) {
    Optional<Draft.Open> steps = Straight.read(listing.code(), word + "-" + (examples + 1));
    if (steps.isEmpty() || later.contains(listing)) {
      return;
    }
    if (!runs(steps.get())) {
      again();
      return;
    }
    examples++;
    open = steps;
    openAt = this.steps.size();
    knows(steps.get());
    close();
  }

  private final Set<Item.Listing> later = new HashSet<>();

  private void keep(Item.Listing listing, String reason) {
    steps.add(new Step.Kept(Draft.kept(listing.lang(), listing.code(), reason)));
    listing
        .printed()
        .ifPresent(
            printed ->
                steps.add(
                    new Step.Kept(
                        Draft.kept(
                            "text",
                            printed,
                            "the output of the listing above, as the lesson gives it"))));
  }

  /// A fresh machine in the state before the last attempt.
  private void again() {
    machine = new Machine(Limits.DEFAULT);
    List.copyOf(history).forEach(Runnable::run);
  }

  // ---- what sentences say

  private void learn(Equation equation, Scan scan) {
    if (equation.relations().stream()
        .anyMatch(
            it -> !it.equals("=") && !it.equals("==") && !it.equals("≈") && !it.equals("→"))) {
      return;
    }
    Optional<String> subject = subject(equation);
    if (subject.isEmpty() || !subject.get().matches("(?U)[\\p{L}_]\\w*")) {
      return;
    }
    String name = subject.get();
    List<Side> rest = equation.sides().subList(1, equation.sides().size());
    boolean conditional = equation.relations().contains("→") && conditional(equation);
    if (conditional || Signs.FUNCTIONS.containsKey(name)) {
      return;
    }
    Optional<Side> formula =
        rest.stream()
            .filter(it -> it.form() == Form.FORMULA || it.form() == Form.NAME)
            .filter(it -> !it.names().contains(name) && !it.code().contains("/d"))
            .findFirst();
    Optional<Side> arithmetic =
        rest.stream().filter(it -> it.form() == Form.ARITHMETIC).findFirst();
    Optional<Side> number = rest.stream().filter(it -> it.form() == Form.NUMBER).findFirst();
    boolean exact = equation.relations().get(0).startsWith("=");
    if (!scope.containsKey(name)) {
      if (formula.isPresent() && define(name, formula.get())) {
        pending.remove(name);
      } else if (arithmetic.isPresent() && step(name, arithmetic.get().code())) {
        put(name, arithmetic.get().code());
        pending.remove(name);
      } else if (formula.isPresent() && formula.get().form() == Form.FORMULA) {
        pending.remove(name);
        pending.put(name, formula.get().code());
      } else if (number.isPresent()
          && exact
          && !pending.containsKey(name)
          && isInput(name, equation, scan)) {
        input(name, number.get().code());
      }
      return;
    }
    Meaning meaning = scope.get(name);
    if (formula.isPresent() && formula.get().form() == Form.FORMULA) {
      again(name, formula.get(), number);
    } else if (number.isPresent()
        && rest.get(0).form() == Form.NUMBER
        && exact
        && meaning.number().isPresent()) {
      anew(name, meaning.number().get(), number.get(), equation, scan);
    }
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

  /// The name that is spoken of: `q`, or the `f` of `f(x, y)`.
  private static Optional<String> subject(Equation equation) {
    Side first = equation.sides().getFirst();
    if (first.form() == Form.NAME) {
      return Optional.of(first.code());
    }
    java.util.regex.Matcher call =
        Pattern.compile("(?U)([\\p{L}_]\\w*)\\(\\s*[\\p{L}_]\\w*(?:\\s*,\\s*[\\p{L}_]\\w*)*\\s*\\)")
            .matcher(first.code());
    return call.matches() ? Optional.of(call.group(1)) : Optional.empty();
  }

  private boolean define(String name, Side formula) {
    boolean known = formula.names().stream().allMatch(scope::containsKey);
    if (!known || !step(name, formula.code())) {
      return false;
    }
    put(name, formula.code());
    return true;
  }

  /// A name with a formula other than the one it has: another example begins, unless both say the
  /// same.
  private void again(String name, Side formula, Optional<Side> number) {
    if (!formula.names().stream().allMatch(scope::containsKey)) {
      return;
    }
    OptionalDouble now = value(name);
    OptionalDouble then = value(formula.code());
    if (now.isEmpty() || then.isEmpty() || near(now.getAsDouble(), then.getAsDouble())) {
      return;
    }
    if (number.isPresent()) {
      OptionalDouble said = value(number.get().code());
      boolean fits = said.isPresent() && near(said.getAsDouble(), then.getAsDouble());
      if (!fits) {
        return; // a claim, and a false one
      }
    }
    if (step(name, formula.code())) {
      if (open.filter(it -> it.has(name)).isPresent()) {
        close();
      }
      put(name, formula.code());
    }
  }

  /// An input with another number: a new start where the words say so, a claim elsewhere. A number
  /// close to the old one is a nudge.
  private void anew(String name, BigDecimal old, Side number, Equation equation, Scan scan) {
    OptionalDouble value = value(number.code());
    if (value.isEmpty() || near(value.getAsDouble(), old.doubleValue())) {
      return;
    }
    double change = Math.abs(value.getAsDouble() - old.doubleValue());
    if (change <= 0.05 * Math.max(1, Math.abs(old.doubleValue()))) {
      return;
    }
    int from = Math.max(0, equation.start() - 80);
    String before = scan.text().substring(from, equation.start());
    int stop = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n\n"));
    boolean begins =
        equation.zone() == Zone.FENCE || CUE.matcher(before.substring(stop + 1)).find();
    if (!begins) {
      return;
    }
    Map<String, String> dependents = dependents(name);
    boolean joins = open.filter(it -> !it.has(name)).isPresent() && dependents.isEmpty();
    if (!joins) {
      close();
    }
    input(name, number.code());
    dependents.forEach(
        (step, formula) -> {
          if (step(step, formula)) {
            put(step, formula);
          }
        });
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
        boolean known = Equation.names(waiting.getValue()).stream().allMatch(scope::containsKey);
        if (known && step(waiting.getKey(), waiting.getValue())) {
          put(waiting.getKey(), waiting.getValue());
          pending.remove(waiting.getKey());
          more = true;
        } else if (known) {
          pending.remove(waiting.getKey());
        }
      }
    }
  }

  // ---- the example that is open

  private void input(String name, String literal) {
    if (literal.contains("%") || !leaf(name, literal)) {
      return;
    }
    Draft.Open example = begun(name);
    example.given.put(name, literal);
    scope.remove(name);
    scope.put(name, new Meaning(Optional.of(new BigDecimal(literal)), Optional.empty()));
    pending.remove(name);
  }

  private void put(String name, String formula) {
    Draft.Open example = begun(name);
    example.formulas.put(name, formula);
    if (isValue(name)) {
      example.values.add(name);
    }
    scope.remove(name);
    scope.put(name, new Meaning(Optional.empty(), Optional.of(formula)));
    uses(formula);
  }

  private Draft.Open begun(String name) {
    if (open.filter(it -> it.has(name)).isPresent()) {
      close();
    }
    if (open.isEmpty()) {
      examples++;
      open = Optional.of(new Draft.Open(word + "-" + examples));
      openAt = steps.size();
    }
    return open.get();
  }

  private void close() {
    if (open.isPresent()) {
      open.get().output = sink(open.get());
      steps.add(openAt, new Step.Ran(open.get().block(), Optional.empty()));
      open = Optional.empty();
    }
  }

  /// The last step that no other step of the example uses and that has a gradient.
  private Optional<String> sink(Draft.Open example) {
    Optional<String> last = Optional.empty();
    for (String name : example.formulas.keySet()) {
      boolean used =
          example.formulas.values().stream().anyMatch(it -> Equation.names(it).contains(name));
      if (!used
          && example.values.contains(name)
          && !Equation.names(example.formulas.get(name)).isEmpty()) {
        last = Optional.of(name);
      }
    }
    return last;
  }

  private boolean isValue(String name) {
    return machine.global(name).flatMap(Python::value).isPresent();
  }

  // ---- the machine

  private boolean leaf(String name, String literal) {
    return run(name + " = Value(" + literal + ")");
  }

  private boolean step(String name, String formula) {
    if (formula.matches(".*[√≈∂²³×·÷].*") || formula.contains("%")) {
      return false;
    }
    functions();
    return run(name + " = " + formula);
  }

  private boolean run(String statement) {
    Outcome outcome = machine.run(Draft.text(statement + "\n"));
    if (!outcome.completed()) {
      return false;
    }
    history.add(() -> machine.run(Draft.text(statement + "\n")));
    return true;
  }

  private boolean hasFunctions = false;

  /// The functions that sentences use are there before anything asks for them.
  private void functions() {
    if (!hasFunctions) {
      hasFunctions = true;
      run(function("sigmoid"));
      for (String name : Signs.FUNCTIONS.keySet()) {
        if (!machine.names().contains(name)) {
          run(function(name));
        }
      }
    }
  }

  private static String function(String name) {
    return "def "
        + name
        + "(x):\n    return (x if isinstance(x, Value) else Value(x))."
        + Signs.FUNCTIONS.get(name)
        + "()";
  }

  /// A listing of the functions that the examples use, before all.
  private void prelude() {
    StringBuilder code = new StringBuilder();
    functions.stream().sorted().forEach(name -> code.append(function(name)).append("\n\n\n"));
    if (!code.isEmpty()) {
      String id = word.equals("ejemplo") ? "funciones" : "functions";
      steps.add(0, new Step.Ran(Draft.code(id, code.toString().stripTrailing()), Optional.empty()));
    }
  }

  private OptionalDouble value(String expression) {
    Text text = Draft.text(expression);
    return switch (machine.evaluate(text)) {
      case Answer.Computed computed -> Python.real(computed.value());
      case Answer.Failed failed -> OptionalDouble.empty();
    };
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }
}
