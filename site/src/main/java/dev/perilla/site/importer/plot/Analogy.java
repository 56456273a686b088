package dev.perilla.site.importer.plot;

import dev.perilla.engine.verify.Fact;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formulas that a lesson leaves to its reader: `out_o1` is to `net_o1` what `out_h1` is to
/// `net_h1`, and `y` is what a ReLU makes of the `z` said just before. A number with digits enough
/// has to confirm each.
record Analogy(Telling telling, Inputs inputs) {
  private static final Pattern NAME = Pattern.compile("(?U)(?<![\\w.])[\\p{L}_]\\w*");
  private static final Pattern WEIGHT = Pattern.compile("[wW]_?\\d{1,3}");
  private static final int MOST = 60; // formulas that are tried
  private static final int REACH = 3; // names before, that a unit may be of

  /// The formula of a name that has a number alone.
  ///
  /// @param literal the number
  Optional<String> of(String name, String literal) {
    int digits = literal.replaceAll("[-.]", "").replaceFirst("^0+", "").length();
    boolean strong = digits >= 3 && literal.contains(".");
    Set<String> found = new LinkedHashSet<>();
    if (literal.contains(".")) {
      alike(name, found);
      OptionalDouble said = telling.program.value(literal);
      found.removeIf(it -> !strong && !isSame(said, value(it))); // no rounding of it
    }
    for (String unit : inputs.survey().units()) {
      for (String argument : telling.lastSteps(REACH)) {
        boolean last = telling.lastSteps(1).contains(argument);
        boolean same = // a ReLU changes nothing of a number above zero
            unit.equals("relu") && last && inputs.survey().uses(name);
        if (!argument.equals(name) && (strong || same)) {
          found.add(unit + "(" + argument + ")");
        }
      }
    }
    return found.stream()
        .filter(it -> telling.lifting.agrees(literal, it))
        .findFirst()
        .or(() -> found.stream().filter(it -> strong && isSlip(literal, it)).findFirst());
  }

  /// Whether a number looks like what a formula gives, with a digit wrong.
  private boolean isSlip(String literal, String formula) {
    OptionalDouble value = value(formula);
    return value.isPresent()
        && Double.isFinite(value.getAsDouble())
        && Digits.isSlip(literal, Fact.Quantity.of(value.getAsDouble(), ""));
  }

  /// The formulas of names that differ from this one in one place, with that place changed.
  private void alike(String name, Set<String> found) {
    Map<String, List<Side>> formulas = new LinkedHashMap<>(inputs.survey().formulas());
    for (String step : telling.lastSteps(MOST)) { // some are told by numbers alone
      telling
          .meaning(step)
          .flatMap(Telling.Meaning::formula)
          .flatMap(Side::of)
          .ifPresent(it -> formulas.putIfAbsent(step, List.of(it)));
    }
    for (Map.Entry<String, List<Side>> other : formulas.entrySet()) {
      String like = other.getKey();
      int start = 0;
      while (start < Math.min(name.length(), like.length())
          && name.charAt(start) == like.charAt(start)) {
        start++;
      }
      int end = 0;
      while (end < Math.min(name.length(), like.length()) - start
          && name.charAt(name.length() - 1 - end) == like.charAt(like.length() - 1 - end)) {
        end++;
      }
      String here = name.substring(start, name.length() - end);
      String there = like.substring(start, like.length() - end);
      if (start == 0 || here.isEmpty() || there.isEmpty() || found.size() > MOST) {
        continue;
      }
      for (Side formula : other.getValue()) {
        Matcher names = NAME.matcher(formula.code());
        String code =
            names.replaceAll(
                it -> {
                  int at = it.group().lastIndexOf(there);
                  String changed =
                      at < 0
                          ? it.group()
                          : it.group().substring(0, at)
                              + here
                              + it.group().substring(at + there.length());
                  return Matcher.quoteReplacement(
                      telling.isDefined(changed) ? changed : it.group());
                });
        for (String way : List.of(code, shifted(formula.code()))) {
          if (!way.equals(formula.code()) && value(way).isPresent()) {
            found.add(way);
          }
        }
      }
    }
  }

  /// A formula with the next weights: after `w1 * x1 + w2 * x2 + b1` that of the unit beside it,
  /// `w3 * x1 + w4 * x2 + b1`.
  private String shifted(String formula) {
    List<String> weights =
        Equation.names(formula).stream().filter(it -> WEIGHT.matcher(it).matches()).toList();
    return weights.size() < 2
        ? formula
        : NAME.matcher(formula)
            .replaceAll(
                it ->
                    weights.contains(it.group())
                        ? it.group().replaceFirst("\\d+$", "")
                            + (Integer.parseInt(it.group().replaceFirst("^\\D+", ""))
                                + weights.size())
                        : Matcher.quoteReplacement(it.group()));
  }

  private static boolean isSame(OptionalDouble one, OptionalDouble other) {
    return one.isPresent()
        && other.isPresent()
        && Program.near(one.getAsDouble(), other.getAsDouble());
  }

  private OptionalDouble value(String code) {
    return telling.areDefined(Equation.names(code))
        ? telling.program.value(code)
        : OptionalDouble.empty();
  }
}
