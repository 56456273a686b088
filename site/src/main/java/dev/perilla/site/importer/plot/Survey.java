package dev.perilla.site.importer.plot;

import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.lesson.Lesson.Item;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a whole lesson uses its names, seen before anything of it runs: a name that has a formula
/// anywhere is no input, however it is written elsewhere.
///
/// @param formulas that the lesson gives for a name, of other names
/// @param called names that are called with something else than the names they are defined with
/// @param differentiated names that a derivative is taken of or by
/// @param derived names that a derivative is taken of, where it comes to a number
/// @param indexed names of several things, told apart by what they are of: `p(cat)` and `p(dog)`
/// @param units functions of one number that the lesson speaks of by their names
/// @param rate what the lesson calls the rate of learning
public record Survey(
    Map<String, List<Side>> formulas,
    Set<String> called,
    Set<String> differentiated,
    Set<String> derived,
    String rate,
    Set<String> indexed,
    Set<String> units) {
  private static final Pattern CALL = Pattern.compile("(?U)([\\p{L}_]\\w*)\\(([^()]*)\\)");

  static Survey of(List<Item> items, Notation notation) {
    Map<String, List<Side>> formulas = new HashMap<>();
    Set<String> called = new HashSet<>();
    Set<String> differentiated = new HashSet<>();
    Set<String> derived = new HashSet<>();
    Optional<String> rate = Optional.empty();
    Set<String> units = new LinkedHashSet<>();
    Map<String, Set<String>> signatures = new HashMap<>();
    Set<String> used = new HashSet<>(); // by formulas, or given numbers
    Set<String> defined = new HashSet<>(); // by how they are called, `f(x)`
    for (Item item : items) {
      Optional<Scan> scan = scan(item, notation);
      if (scan.isEmpty()) {
        continue;
      }
      Lexicon.UNITS.forEach(
          (unit, words) -> {
            if (words.matcher(scan.get().text()).find()) {
              units.add(unit);
            }
          });
      for (Equation equation : Equation.all(scan.get(), name -> false)) {
        Survey.subject(equation)
            .ifPresent(
                it ->
                    defining(equation, it)
                        .forEach(
                            side ->
                                formulas.computeIfAbsent(it, name -> new ArrayList<>()).add(side)));
        Side first = equation.sides().getFirst();
        Survey.signature(first)
            .ifPresent(
                it ->
                    signatures
                        .computeIfAbsent(it.substring(0, it.indexOf('(')), name -> new HashSet<>())
                        .add(it.substring(it.indexOf('('))));
        Survey.signature(first).filter(it -> isDefinition(it, equation)).ifPresent(defined::add);
        if (first.form() == Form.NAME) {
          used.add(first.code());
        }
        equation.sides().stream().skip(1).forEach(it -> used.addAll(it.names()));
        boolean comes =
            equation.sides().stream()
                .anyMatch(it -> it.form() == Form.NUMBER || it.form() == Form.ARITHMETIC);
        for (Side side : equation.sides()) {
          for (Derivative it : Derivative.all(side.code())) {
            differentiated.addAll(List.of(it.output(), it.name()));
            if (comes && !it.output().equals(it.name())) {
              derived.add(it.output());
            }
          }
          Matcher call = CALL.matcher(side.code());
          while (call.find()) {
            if (!isSignature(call.group(2))) {
              called.add(call.group(1));
            }
          }
          if (rate.isEmpty()) {
            rate =
                Lexicon.RATES.stream()
                    .filter(it -> side.names().contains(it) && !it.equals("rate"))
                    .findFirst();
          }
        }
      }
    }
    signatures.forEach(
        (name, arguments) -> {
          boolean elsewhere = // `f(x0)` of an `f(x)` that has a formula
              arguments.stream().anyMatch(it -> !defined.contains(name + it) && isUsed(it, used));
          if (elsewhere && arguments.stream().anyMatch(it -> defined.contains(name + it))) {
            called.add(name);
          }
        });
    signatures
        .values()
        .removeIf(
            it ->
                it.size() < 2
                    || ((it.size() == 2 || !isOfSeveralSizes(it))
                        && it.stream().anyMatch(of -> isUsed(of, used))));
    return new Survey(
        formulas,
        called,
        differentiated,
        derived,
        rate.orElse("learning_rate"),
        signatures.keySet(),
        units);
  }

  /// `H(X)`, `H(Y)` and `H(X, Y)`
  private static boolean isOfSeveralSizes(Set<String> arguments) {
    return arguments.stream()
            .mapToLong(it -> it.chars().filter(c -> c == ',').count())
            .distinct()
            .count()
        > 1;
  }

  /// Whether an equation says what a function makes of the names that it is called with.
  private static boolean isDefinition(String signature, Equation equation) {
    Set<String> parameters = Equation.names(signature.substring(signature.indexOf('(')));
    return equation.sides().stream()
        .skip(1)
        .anyMatch(it -> it.form() == Form.FORMULA && it.names().containsAll(parameters));
  }

  private static boolean isUsed(String arguments, Set<String> used) {
    return Equation.names(arguments).stream().anyMatch(used::contains);
  }

  static Optional<Scan> scan(Item item, Notation notation) {
    return switch (item) {
      case Item.Words words -> Optional.of(Scan.markdown(words.markdown(), notation));
      case Item.Heading heading -> Optional.of(Scan.markdown(heading.words(), notation));
      case Item.Fence fence -> Optional.of(Scan.code(fence.text()));
      case Item.Listing listing -> Optional.empty();
      case Item.Authored block -> Optional.empty();
      case Item.Speaker said -> Optional.empty();
      case Item.Silence none -> Optional.empty();
    };
  }

  /// Whether the lesson says how a name is computed.
  boolean computes(String name) {
    return formulas.containsKey(name);
  }

  /// Whether formulas of the lesson go on with a name.
  boolean uses(String name) {
    return formulas.values().stream()
        .flatMap(List::stream)
        .anyMatch(it -> it.names().contains(name));
  }

  private static List<Side> defining(Equation equation, String subject) {
    return equation.sides().stream()
        .skip(1)
        .filter(it -> it.form() == Form.FORMULA && !it.names().contains(subject))
        .toList();
  }

  /// The name that is spoken of: `q`, or the `f` of `f(x, y)`.
  public static Optional<String> subject(Equation equation) {
    Side first = equation.sides().getFirst();
    if (first.form() == Form.NAME) {
      return Optional.of(first.code()).filter(it -> it.matches("(?U)[\\p{L}_]\\w*"));
    }
    return signature(first).map(it -> it.substring(0, it.indexOf('(')));
  }

  /// `f(x, y)`, where the side is that: a name of other names.
  public static Optional<String> signature(Side side) {
    Matcher call = CALL.matcher(side.code());
    return call.matches() && isSignature(call.group(2))
        ? Optional.of(side.code())
        : Optional.empty();
  }

  private static boolean isSignature(String arguments) {
    return arguments.matches("(?U)\\s*[\\p{L}_]\\w*(?:\\s*,\\s*[\\p{L}_]\\w*)*\\s*");
  }
}
