package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One choice of the inputs of an exercise that have a range or a set, by their names.
record Case(Map<String, Text> values) {
  static final Case NONE = new Case(Map.of());
  private static final String VARIANT = "in the variant ";

  Case {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// With one input more, or with another number for one.
  Case with(String name, Text value) {
    Map<String, Text> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return new Case(all);
  }

  /// With other numbers for these inputs.
  Case but(Case others) {
    Map<String, Text> all = new LinkedHashMap<>(values);
    all.putAll(others.values);
    return new Case(all);
  }

  Optional<Text> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A finding of a run with these inputs.
  Finding told(Finding finding) {
    return values.isEmpty() || finding.message().startsWith(VARIANT)
        ? finding
        : new Finding(
            finding.code(),
            finding.severity(),
            finding.span(),
            VARIANT + this + ": " + finding.message(),
            finding.label(),
            finding.help(),
            finding.related(),
            finding.fix());
  }

  /// `x = 2, w = -3`
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
