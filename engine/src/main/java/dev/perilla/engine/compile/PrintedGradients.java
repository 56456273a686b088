package dev.perilla.engine.compile;

import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The gradients that a block has printed, to be found by the numerals of its output. Cost: to make
/// it, as often as there are gradients; to ask it, the logarithm of that and the calls of `print`.
final class PrintedGradients {
  /// What one call printed, those whose witnesses agree, by their numbers.
  private record Call(int start, int end, NavigableMap<Double, Set<Witnesses>> gradients) {}

  private final List<Call> calls = new ArrayList<>();

  PrintedGradients(Outcome outcome) {
    for (Outcome.Printed printed : outcome.gradients()) {
      NavigableMap<Double, Set<Witnesses>> gradients = new TreeMap<>();
      for (Witnesses each : printed.witnesses()) {
        if (each.agreement() == Witnesses.Agreement.AGREE) {
          gradients.computeIfAbsent(each.reverse() + 0.0, it -> new HashSet<>()).add(each);
        }
      }
      calls.add(new Call(printed.start(), printed.end(), gradients));
    }
  }

  /// The witnesses of the one gradient that was printed there and reads like `numeral`.
  Optional<Witnesses> at(Numeral numeral) {
    double value = numeral.value().orElse(BigDecimal.ZERO).doubleValue();
    double within = numeral.unit().doubleValue() + Math.ulp(value);
    Set<Witnesses> found = new HashSet<>();
    if (Double.isInfinite(value)) {
      return Optional.empty(); // too large for any gradient
    }
    for (Call call : calls) {
      if (call.start() <= numeral.start() && numeral.end() <= call.end()) {
        call.gradients().subMap(value - within, true, value + within, true).values().stream()
            .flatMap(Set::stream)
            .filter(it -> Judge.agrees(numeral, number(it.reverse()), false))
            .forEach(found::add);
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static Fact.Quantity number(double derivative) {
    return Fact.Quantity.of(derivative, Reals.repr(derivative));
  }
}
