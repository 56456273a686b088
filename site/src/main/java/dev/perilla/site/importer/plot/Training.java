package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.plot.Telling.Meaning;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What parameters are after a step of training: no inputs that a lesson may choose, but what the
/// rate and the gradients of its program say.
record Training(Telling telling) {
  /// Whether a text gives these names the numbers of a step, of a program that has the gradients.
  boolean isStep(Collection<String> names, Scan scan) {
    return Lexicon.UPDATED.matcher(scan.text()).find()
        && Lexicon.RATES.stream().anyMatch(telling::isDefined)
        && !outputs(names).isEmpty();
  }

  /// Whether each number is what the name comes to by one step down the gradient.
  boolean holds(Map<String, String> numbers) {
    String rate = Lexicon.RATES.stream().filter(telling::isDefined).findFirst().orElseThrow();
    return outputs(numbers.keySet()).stream()
        .anyMatch(
            output ->
                numbers.entrySet().stream()
                    .allMatch(
                        it ->
                            telling.lifting.agrees(
                                it.getValue(),
                                it.getKey() + " - " + rate + " * " + slope(output, it.getKey()))));
  }

  private List<String> outputs(Collection<String> names) {
    return telling.defined().stream()
        .filter(it -> telling.meaning(it).flatMap(Meaning::formula).isPresent())
        .filter(output -> names.stream().allMatch(name -> depends(output, name)))
        .toList();
  }

  private boolean depends(String output, String name) {
    OptionalDouble slope = telling.program.value(slope(output, name));
    return slope.isPresent() && slope.getAsDouble() != 0;
  }

  private static String slope(String output, String name) {
    return "grad(" + output + ", " + name + ")";
  }
}
