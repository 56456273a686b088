package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formulas of any step: where `h_t = tanh(w * h_t_1 + u * x_t)` is given, `h_2` is `tanh(w * h1 +
/// u
/// * x2)`, and what is inside of it goes by other names. Which step is meant the subject says, and
///   its number has to confirm it.
record Recurrence(Telling telling, Inputs inputs) {
  private static final Pattern INDEX = Pattern.compile("(?U)_?(\\d{1,3})$");
  private static final Pattern GENERAL =
      Pattern.compile("(?U)(?<![\\w.])(\\p{L}+(?:_\\p{L}+)??)_(t|i|n|k|l)(_1|1)?(?![\\w(])");
  private static final Pattern CALL = Pattern.compile("(?U)[\\p{L}_]\\w*\\(([^()]*)\\)");
  private static final int MOST = 40; // formulas that are tried

  /// The formula of a subject that is worked out in numbers.
  ///
  /// @param arithmetic of numbers, in the shape of the formula
  /// @param literal what it comes to
  Optional<String> of(String subject, Side arithmetic, String literal) {
    Matcher index = INDEX.matcher(subject);
    if (!index.find()) {
      return Optional.empty();
    }
    int step = Integer.parseInt(index.group(1));
    List<String> formulas = new ArrayList<>();
    inputs
        .survey()
        .formulas()
        .values()
        .forEach(
            sides ->
                sides.forEach(
                    side -> {
                      formulas.add(side.code());
                      Matcher call = CALL.matcher(side.code());
                      while (call.find()) {
                        formulas.add(call.group(1));
                      }
                    }));
    return formulas.stream()
        .limit(MOST)
        .filter(it -> GENERAL.matcher(it).find())
        .flatMap(it -> at(it, step).stream())
        .filter(it -> telling.areDefined(Equation.names(it)))
        .filter(it -> telling.lifting.agrees(literal, it))
        .filter(
            it ->
                Side.of(it)
                    .filter(side -> Substitution.alike(side, arithmetic, telling.lifting::agrees))
                    .isPresent())
        .findFirst();
  }

  /// A formula with the names of a step; empty where it needs one before the first.
  private Optional<String> at(String formula, int step) {
    StringBuilder code = new StringBuilder();
    Matcher name = GENERAL.matcher(formula);
    while (name.find()) {
      int of = name.group(3) == null ? step : step - 1;
      if (of < 0) {
        return Optional.empty();
      }
      String near = name.group(1) + of;
      String apart = name.group(1) + "_" + of;
      name.appendReplacement(code, telling.isDefined(apart) ? apart : near);
    }
    return Optional.of(name.appendTail(code).toString());
  }
}
