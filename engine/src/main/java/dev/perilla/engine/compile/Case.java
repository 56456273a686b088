package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One choice of the inputs of an exercise that have a range or a set, by their names.
record Case(Map<String, Text> values) {
  static final Case NONE = new Case(Map.of());

  Case {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  Optional<Text> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// `x = 2, w = -3`
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
