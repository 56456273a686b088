package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a lesson calls by names of its own and is a gradient, or comes of one: `dx` of staged
/// computation, `delta`, `w_new`. Each is believed where its number is that.
///
/// @param telling the program
record Slope(Telling telling) {
  private static final Pattern UPDATED =
      Pattern.compile(
          "(?U)(.+?)_(?:new|nuev[oa]|nov[oa]|next|updated)|(?:new|nuev[oa]|nov[oa])_(.+)");
  private static final int MOST_STEPS = 20; // whose gradients a number may be

  /// The gradient that a number of several digits is, where it is of one thing alone: what a lesson
  /// calls an error or a delta.
  Optional<String> error(String literal) {
    Optional<String> output = telling.outputs().stream().findFirst();
    if (output.isEmpty() || literal.replaceAll("[-.]", "").replaceFirst("^0+", "").length() < 3) {
      return Optional.empty();
    }
    List<String> found =
        telling.lastSteps(MOST_STEPS).stream()
            .filter(it -> !it.equals(output.get()))
            .filter(it -> telling.lifting.agrees(literal, "grad(" + output.get() + ", " + it + ")"))
            .map(it -> "d" + output.get() + "/d" + it)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /// What `w_new` comes to where the lesson has a `w` and a rate of learning, if that is the
  /// number.
  Optional<String> updated(String name, String literal) {
    Matcher word = UPDATED.matcher(name);
    String base = word.matches() ? word.group(word.group(1) == null ? 2 : 1) : "";
    return telling.outputs().stream()
        .filter(it -> telling.isDefined(base))
        .flatMap(
            it -> Lexicon.RATES.stream().filter(telling::isDefined).map(rate -> List.of(rate, it)))
        .filter(
            it ->
                telling.lifting.agrees(
                    literal, base + " - " + it.get(0) + " * grad(" + it.get(1) + ", " + base + ")"))
        .findFirst()
        .map(it -> base + " - " + it.get(0) + " * d" + it.get(1) + "/d" + base);
  }

  /// The gradient that `dx` is where the program has `x`, and that a side comes to.
  Optional<String> of(String name, Side side) {
    String base = name.length() > 1 && name.startsWith("d") ? name.substring(1) : "";
    return telling.outputs().stream()
        .filter(it -> telling.isDefined(base) && !it.equals(base))
        .filter(
            it ->
                side.form() == Form.NUMBER
                    ? telling.lifting.agrees(side.code(), "grad(" + it + ", " + base + ")")
                    : isSame(side.code(), "grad(" + it + ", " + base + ")"))
        .findFirst()
        .map(it -> "d" + it + "/d" + base);
  }

  private boolean isSame(String one, String other) {
    OptionalDouble a = telling.program.value(one);
    OptionalDouble b = telling.program.value(other);
    return a.isPresent() && b.isPresent() && Program.near(a.getAsDouble(), b.getAsDouble());
  }
}
