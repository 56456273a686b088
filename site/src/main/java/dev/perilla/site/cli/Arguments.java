package dev.perilla.site.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words after a command's name, sorted into options and operands.
///
/// @param values of each option that was given, by long name, in order; a switch has the value
///   `true`
/// @param operands in order
record Arguments(Map<String, List<String>> values, List<String> operands) {
  Arguments {
    values = Map.copyOf(values);
    operands = List.copyOf(operands);
  }

  /// Reads `words` where they are exactly what `syntax` allows; empty in every other case, help and
  /// mistakes among them, which are left to [Usage]. A test holds the two to the same reading.
  static Optional<Arguments> read(Syntax syntax, List<String> words) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> operands = new ArrayList<>();
    boolean optionsEnded = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (optionsEnded || !word.startsWith("-")) {
        operands.add(word);
        continue;
      }
      if (word.equals("--")) {
        optionsEnded = true;
        continue;
      }
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      Optional<Syntax.Option> found = syntax.option(equals < 0 ? word : word.substring(0, equals));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Syntax.Option option = found.get();
      String value;
      if (option.value().isEmpty()) {
        if (equals >= 0) {
          return Optional.empty();
        }
        value = "true";
      } else if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
        value = words.get(++i);
      } else {
        return Optional.empty();
      }
      if (!option.choices().isEmpty() && !option.choices().contains(value)) {
        return Optional.empty();
      }
      if (values.containsKey(option.name()) && !option.repeats()) {
        return Optional.empty();
      }
      values.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
    }
    Syntax.Operand operand = syntax.operand();
    return operands.size() < operand.least() || operands.size() > operand.most()
        ? Optional.empty()
        : Optional.of(new Arguments(values, operands));
  }

  /// Whether a switch was given.
  boolean has(Syntax.Option option) {
    return values.containsKey(option.name());
  }

  /// The value of an option, if it was given.
  Optional<String> value(Syntax.Option option) {
    return values(option).stream().findFirst();
  }

  /// All values of an option that may be given several times, in order.
  List<String> values(Syntax.Option option) {
    return values.getOrDefault(option.name(), List.of());
  }

  /// The first operand, if there is one.
  Optional<String> operand() {
    return operands.stream().findFirst();
  }
}
