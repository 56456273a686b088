package dev.perilla.site.importer.plot;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.lesson.Imports;
import dev.perilla.site.importer.lesson.Lesson.Item;
import dev.perilla.site.importer.lesson.Parts;
import dev.perilla.site.importer.plot.Telling.Meaning;
import dev.perilla.site.importer.words.Data;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Formulas;
import dev.perilla.site.importer.words.Labels;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Points;
import dev.perilla.site.importer.words.Row;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Zone;
import dev.perilla.site.importer.words.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The program that a lesson tells: its listings, as far as they run, and between them the inputs
/// and formulas of its sentences, gathered into examples.
///
/// This is the walk through the lesson. [Learning] knows what an equation gives the program,
/// [Restart] where another example begins; [Telling] holds what came of it so far.
public final class Plot {
  private static final int MOST_PARTS = 6; // a reader wants no crumbs of a listing

  /// A line of what prints nothing: definitions, and drawings.
  private static final Predicate<String> SILENT =
      Pattern.compile("(?:[@#%)\\]} \\t]|(?:def|class|import|from|plt|sns|fig|axe?s?)\\b).*|")
          .asMatchPredicate();

  private static final Pattern SIGN = Pattern.compile("'[^\\p{ASCII}]' \\((U\\+[0-9A-F]+)\\)");

  private final Notation notation;
  private final IdentityHashMap<Item, List<Item>> parts = new IdentityHashMap<>();
  private final Survey first;
  private final Telling telling;
  private final Inputs inputs;
  private final Learning learning;
  private final Restart restart;
  private final Units units = new Units();
  private final Formulas formulas = new Formulas();
  private final Data data = new Data(formulas::has);
  private final Unrun unrun = new Unrun();
  private final Set<Item.Listing> later;
  private final Arrays arrays;
  private final ArrayTexts arrayTexts;
  private Optional<String> speaker = Optional.empty();
  private boolean hasTensors = false; // whether values stand for tensors
  private boolean hasNouns = false; // whether the lesson names its numbers by nouns

  /// The plot of a lesson.
  ///
  /// @param steps in order
  /// @param names that the lesson uses for values
  /// @param formulas by which it computes them
  public record Found(List<Step> steps, Set<String> names, Formulas formulas) {}

  private Plot(List<Item> items, Notation notation, Wording wording) {
    this.notation = notation;
    items.forEach(it -> Survey.scan(it, notation).or(() -> code(it)).ifPresent(formulas::learn));
    this.first = Survey.of(part(items, 0), notation);
    for (int i = 1; i < items.size(); i++) {
      if (isTask(items, i)) {
        parts.put(items.get(i), part(items, i));
      }
    }
    this.telling = new Telling(wording);
    telling.differentiates(first.differentiated());
    this.inputs = new Inputs(telling, first);
    this.learning = new Learning(telling, inputs, units);
    this.restart = new Restart(telling, inputs);
    this.later = Straight.touchedLater(items);
    this.arrays = Arrays.of(items, telling.program);
    this.arrayTexts = new ArrayTexts(arrays, telling.program);
  }

  /// The part that begins at `from`: a letter means something else in the next exercise.
  private static List<Item> part(List<Item> items, int from) {
    int to = from + 1;
    while (to < items.size() && !isTask(items, to)) {
      to++;
    }
    return items.subList(Math.min(from, items.size()), Math.min(to, items.size()));
  }

  /// Whether an exercise begins that does not go on with the one before it.
  private static boolean isTask(List<Item> items, int index) {
    return switch (items.get(index)) {
      case Item.Heading heading ->
          Lexicon.TASK.matcher(heading.words()).find()
              && !(index + 1 < items.size()
                  && items.get(index + 1) instanceof Item.Words words
                  && Lexicon.SAME.matcher(words.markdown()).find());
      case Item.Words words ->
          Lexicon.RUN_IN.matcher(words.markdown()).find()
              && !Lexicon.SAME.matcher(words.markdown()).find();
      case Item.Fence fence -> false;
      case Item.Listing listing -> false;
      case Item.Authored block -> false;
      case Item.Speaker said -> false;
      case Item.Silence none -> false;
    };
  }

  /// Walks through a lesson.
  public static Found of(List<Item> items, Notation notation, Wording wording) {
    Plot plot = new Plot(items, notation, wording);
    items.forEach(plot::read);
    return new Found(plot.telling.steps(), plot.telling.names(), plot.formulas);
  }

  private static Optional<Scan> code(Item item) {
    return item instanceof Item.Listing listing
        ? Optional.of(Scan.code(listing.code()))
        : Optional.empty();
  }

  private void read(Item item) {
    switch (item) {
      case Item.Speaker said -> speaker = Optional.of(said.who());
      case Item.Silence none -> speaker = Optional.empty();
      case Item.Heading heading -> {
        speaker = Optional.empty();
        begins(heading);
        told(item, Scan.markdown(heading.words(), notation));
      }
      case Item.Words words -> {
        begins(words);
        told(item, Scan.markdown(words.markdown(), notation));
      }
      case Item.Fence fence -> fence(fence);
      case Item.Listing listing -> listing(listing);
      case Item.Authored authored -> {
        speaker = Optional.empty();
        telling.authored(authored.block());
      }
    }
  }

  private void begins(Item item) {
    List<Item> part = parts.getOrDefault(item, List.of());
    if (!part.isEmpty()) {
      inputs.within(Survey.of(part, notation));
      telling.anew(inputs.survey()::computes);
      telling.differentiates(inputs.survey().differentiated());
      arrays.anew(part);
    }
  }

  // ---- what sentences say

  private void told(Item item, Scan scan) {
    if (item instanceof Item.Words words) {
      parameters(words.markdown());
    }
    telling.lists(arrays.learned(item, telling::isKnown));
    List<Equation> equations = Equation.all(scan, telling::isKnown);
    Labels.of(scan, equations, telling::isKnown)
        .forEach(
            (name, number) -> {
              if (!telling.isKnown(name)
                  && !inputs.survey().computes(name)
                  && !Inputs.isResult(name)) {
                telling.input(name, number);
              }
            });
    rate(scan, equations);
    point(scan);
    hasNouns |= inputs.survey().formulas().isEmpty() && Nouns.areIn(scan);
    if (hasNouns) {
      new Nouns(telling).learn(scan, it -> equations.stream().noneMatch(side -> side.covers(it)));
    }
    restart.in(equations, scan);
    Set<String> said = new HashSet<>();
    equations.forEach(it -> Survey.subject(it).ifPresent(said::add));
    substituted(equations, said);
    for (Equation equation : equations) {
      learning.of(equation, scan);
      telling.lifting.said(equation, telling.defined());
      equation.sides().forEach(side -> telling.program.uses(side.code()));
      restart.updates(equation);
    }
    substituted(equations, Set.of());
    if (item instanceof Item.Words) {
      Row.equations(scan).stream()
          .filter(it -> !isOfInput(it)) // `| w | δ * x | -0.18 |` is the row of a gradient
          .forEach(it -> learning.of(it, scan));
    }
    telling.lists(arrays.learned(item, telling::isKnown));
    telling.resolve();
    telling.lists(arrays.resolved());
    telling.resolve();
    if (item instanceof Item.Words words) {
      telling.rounds(new Rounds(telling).of(words.markdown()));
    }
    inputs.ended(scan);
    telling.says(arrayTexts.dressed(item, telling::isKnown), speaker);
  }

  /// The point at which a function of several letters is looked at, whose derivatives are taken.
  private void point(Scan scan) {
    for (String function : formulas.functions()) {
      List<String> letters = formulas.parameters(function);
      boolean free =
          letters.size() > 1
              && inputs.survey().differentiated().contains(function)
              && letters.stream()
                  .noneMatch(it -> telling.isKnown(it) || inputs.survey().computes(it));
      Optional<List<String>> point =
          free ? Points.at(scan.text(), function, letters.size()) : Optional.empty();
      for (int i = 0; point.isPresent() && i < letters.size(); i++) {
        telling.input(letters.get(i), point.get().get(i));
      }
    }
  }

  /// Parameters of neurons that are told in words, and tables of data.
  private void parameters(String markdown) {
    Map<String, String> found = new LinkedHashMap<>(units.learned(markdown));
    found.putAll(data.learned(markdown));
    List<String> code = new ArrayList<>();
    found.forEach(
        (name, formula) -> {
          if (!telling.isKnown(name) && telling.program.step(name, formula)) {
            telling.program.uses(formula);
            code.add(name + " = " + formula);
          }
        });
    telling.lists(code);
  }

  /// Whether an equation speaks of an input that has another number than it comes to.
  private boolean isOfInput(Equation equation) {
    return Survey.subject(equation)
        .filter(it -> telling.meaning(it).flatMap(Meaning::number).isPresent())
        .filter(it -> telling.differs(it, equation.sides().getLast().code()))
        .isPresent();
  }

  /// Inputs that only show where numbers are put into formulas.
  ///
  /// @param said names of which the text says something itself
  private void substituted(List<Equation> equations, Set<String> said) {
    Survey survey = inputs.survey();
    for (Equation equation : equations) {
      List<Side> formulas =
          Survey.subject(equation)
              .map(it -> survey.formulas().getOrDefault(it, List.of()))
              .orElse(List.of());
      Substitution.in(equation, formulas, telling.lifting::agrees)
          .forEach(
              (name, number) -> {
                if (!said.contains(name)
                    && !telling.isKnown(name)
                    && !survey.computes(name)
                    && !survey.derived().contains(name)) {
                  telling.input(name, number);
                }
              });
    }
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
          && Lexicon.RATES.stream().noneMatch(telling::isKnown)) {
        telling.input(inputs.survey().rate(), token.code());
      }
    }
  }

  // ---- fences and listings

  private void fence(Item.Fence fence) {
    String id = telling.nextExample();
    Optional<Draft.Open> drawn = AsciiGraph.read(fence.text()).map(it -> it.example(id));
    Optional<Draft.Open> example = drawn.or(() -> Asked.read(fence.text(), id));
    if (example.filter(telling::whole).isEmpty()) {
      told(fence, Scan.code(fence.text()));
    }
  }

  private void listing(Item.Listing said) {
    if (!said.lang().equals("python")) {
      keep(said, telling.wording.say("otherLanguage", said.lang()));
      return;
    }
    Item.Listing listing = hasTensors ? Scalars.outputs(said) : said;
    boolean follows = unrun.leadsTo(listing.code());
    Outputs.Claimed claimed =
        Outputs.claimed(follows ? Item.Listing.of(listing.lang(), listing.code()) : listing);
    String code = claimed.code();
    if (listing.example().filter(it -> telling.made(it, code, claimed.printed())).isPresent()) {
      return;
    }
    Outcome outcome = tried(code);
    if (!outcome.completed()) {
      String why = outcome.allFindings().get(0).message();
      Optional<Item.Listing> numbers = Scalars.of(listing).filter(this::isRun);
      if (numbers.isPresent()) {
        telling.kept(Draft.kept("python", listing.code(), telling.wording.say("ofNumbers")));
        hasTensors = true;
        listing(numbers.get());
        return;
      }
      Optional<Item.Listing> rest = Imports.without(listing);
      if (rest.isEmpty()) {
        parts(listing, why);
        return;
      }
      keep(Item.Listing.of("python", Imports.of(listing)), why);
      listing(rest.get());
      return;
    }
    boolean prints =
        follows
            && listing.echo().isEmpty()
            && listing
                .printed()
                .filter(it -> Outputs.difference(it, outcome.output()).isEmpty())
                .isPresent();
    telling.listed(code, prints ? listing.printed() : claimed.printed());
    unrun.ran(code);
    if (follows && !prints) {
      outputs(listing);
    }
    shadow(listing);
  }

  /// Whether a listing runs here, and prints the words that it should; it is as if it had not.
  private boolean isRun(Item.Listing listing) {
    int mark = telling.program.mark();
    Outcome outcome = tried(Outputs.claimed(listing).code());
    if (outcome.completed()) {
      telling.program.back(mark);
    }
    return outcome.completed()
        && Outputs.claimed(listing)
            .printed()
            .flatMap(it -> Outputs.difference(it, outcome.output()))
            .filter(Outputs::isInWords)
            .isEmpty();
  }

  /// Runs code; where it ends in the middle it is as if it had not begun.
  private Outcome tried(String code) {
    Outcome outcome = telling.program.runs(code);
    if (outcome.crash().isPresent()) {
      telling.program.again();
    }
    return outcome;
  }

  /// Statements of a listing that follow each other, which all run or all do not.
  ///
  /// @param why they do not run
  private record Part(String code, Optional<String> why, String output) {
    boolean runs() {
      return why.isEmpty();
    }

    Part and(Part next) {
      return new Part(code + next.code, why, output + next.output);
    }

    boolean mayPrint() {
      return !runs() && !code.lines().allMatch(SILENT);
    }
  }

  /// A listing that does not run as a whole: those of its statements that do, in their order.
  private void parts(Item.Listing listing, String reason) {
    List<Part> parts = divided(listing.code());
    if (parts.size() > MOST_PARTS || parts.size() < 2 || parts.stream().noneMatch(Part::runs)) {
      keep(listing, reason);
      return;
    }
    String output = parts.stream().map(Part::output).collect(Collectors.joining());
    boolean told =
        parts.stream().noneMatch(Part::mayPrint)
            || listing.printed().flatMap(it -> Outputs.difference(it, output)).isEmpty();
    List<String> lines =
        listing.printed().filter(it -> told).stream().flatMap(String::lines).toList();
    int last = 0;
    for (int i = 0; i < parts.size(); i++) {
      last = parts.get(i).runs() ? i : last;
    }
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!part.runs()) {
        keep(Item.Listing.of("python", part.code().strip()), part.why().get());
        continue;
      }
      int prints = (int) part.output().lines().count();
      int to = i == last ? lines.size() : Math.min(lines.size(), from + prints);
      Optional<String> printed = Optional.of(String.join("\n", lines.subList(from, to)));
      from = to;
      listing(
          listing.part(
              part.code().strip(),
              printed.filter(it -> !it.isBlank()),
              i + 1 == parts.size() ? listing.echo() : Optional.empty()));
    }
    outputs(
        listing.part(
            "",
            listing.printed().filter(it -> !told),
            listing.echo().filter(it -> !parts.getLast().runs())));
  }

  /// @return none where that would take too long
  private List<Part> divided(String code) {
    List<Part> parts = new ArrayList<>();
    int mark = telling.program.mark();
    int crashes = 0; // each costs a run of all that came before
    for (String statement : Parts.of(code)) {
      Outcome outcome = tried(statement);
      crashes += outcome.crash().isPresent() ? 1 : 0;
      if (crashes > MOST_PARTS || parts.size() > MOST_PARTS) {
        parts.clear();
        break;
      }
      if (outcome.completed()) {
        telling.program.keep(statement);
      } else {
        telling.program.forget(Parts.names(statement).bound());
      }
      Part part =
          new Part(
              statement,
              outcome.allFindings().stream().findFirst().map(Finding::message),
              outcome.output());
      if (!parts.isEmpty() && parts.getLast().runs() == part.runs()) {
        parts.add(parts.removeLast().and(part));
      } else {
        parts.add(part);
      }
    }
    telling.program.back(mark);
    return parts;
  }

  /// A listing that only assigns plain numbers has no gradients to speak of. Where the lesson never
  /// touches its names again in code, the same steps are taken once more with values that have.
  private void shadow(Item.Listing listing) {
    Optional<Draft.Open> example = Straight.read(listing.code(), telling.nextExample());
    if (!later.contains(listing)) {
      example.ifPresent(telling::shadow);
    }
  }

  private void keep(Item.Listing listing, String reason) {
    String why = SIGN.matcher(reason).replaceAll("$1"); // a sign of digits has no standing
    telling.kept(Draft.kept(listing.lang(), listing.code(), why));
    if (listing.lang().equals("python")) {
      unrun.kept(listing.code());
      telling.lost(Parts.names(listing.code()).bound());
    }
    outputs(listing);
  }

  /// What a lesson gives as the output of a listing, shown as it is.
  private void outputs(Item.Listing listing) {
    for (Optional<String> output : List.of(listing.printed(), listing.echo())) {
      output.ifPresent(it -> telling.kept(Draft.kept("text", it, telling.wording.say("output"))));
    }
  }
}
