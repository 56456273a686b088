package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last backward sweeps that the program has made through data that it did not change between
/// them: what gradients are the derivatives of.
///
/// It looks at the values themselves. Once the program has changed their data it knows what the
/// data were, and the epochs after it know what was changed since: put back in turn, the latest
/// first, all are as they were.
final class Epoch {
  private static final int MOST = 16;
  private static final int VALUES = 100_000;

  private record Swept(Value output, int size, long number) {}

  private record Kept(Graph graph, long number) {}

  private final Deque<Swept> sweeps = new ArrayDeque<>();
  private final Map<Value, Double> before = new LinkedHashMap<>();
  private final Map<Reading, Optional<Witnesses>> found = new HashMap<>();
  private @Nullable List<Kept> graphs; // where the values are not enough
  private boolean isHeld;
  private boolean isOver;
  private int size;

  /// The one that the program is in.
  Epoch() {}

  /// One of a single graph, over as it begins.
  Epoch(Graph graph) {
    graphs = List.of(new Kept(graph, 0));
    size = graph.size();
    isHeld = true;
    isOver = true;
  }

  /// A sweep from `output`, through `values` values, the `number`th of the program.
  ///
  /// @return whether all are remembered still
  boolean swept(Value output, int values, long number) {
    sweeps.add(new Swept(output, values, number));
    size += values;
    boolean all = true;
    while (sweeps.size() > MOST || size > VALUES) {
      size -= sweeps.removeFirst().size();
      all = false;
    }
    return all;
  }

  /// Whether it knows of no sweep through values.
  boolean isEmpty() {
    return sweeps.isEmpty();
  }

  /// The number of `value` is about to change from what it was here.
  ///
  /// @return whether that can be remembered
  boolean changes(Value value, double data) {
    before.putIfAbsent(value, data);
    return before.size() <= VALUES;
  }

  /// Whether the program has changed data since.
  boolean hasMoved() {
    return !before.isEmpty();
  }

  /// The program holds a gradient that this left.
  void hold() {
    isHeld |= !isOver;
  }

  boolean isHeld() {
    return isHeld;
  }

  /// The program goes on with other data.
  void end() {
    isOver = true;
  }

  /// The epoch before another takes over what that knows to have changed, and it is forgotten.
  void takeOver(Epoch other) {
    other.before.forEach(before::putIfAbsent);
    other.drop();
  }

  /// Puts the numbers that values had in the place of those that they have, or back.
  void exchange() {
    before.replaceAll(
        (value, data) -> {
          double now = value.data();
          value.setData(data);
          return now;
        });
  }

  /// Whether it knows its graphs whatever happens to their values.
  boolean isFrozen() {
    return graphs != null;
  }

  /// Its graphs are kept as they are now.
  void freeze() {
    graphs = kept();
  }

  /// The values are of no use any longer: something will change them that tells nobody.
  void letGo() {
    sweeps.clear();
    before.clear();
  }

  /// It is forgotten.
  void drop() {
    graphs = List.of();
    sweeps.clear();
    before.clear();
    found.clear();
    size = 0;
    isOver = true;
    isHeld = false;
  }

  /// Whether it is over, and nothing of it is known.
  boolean isGone() {
    return isOver && !isHeld;
  }

  /// How many values its graphs have.
  int size() {
    return size;
  }

  /// Whether the witnesses of `reading` are known, or that it has none.
  boolean knows(Reading reading) {
    return found.containsKey(reading) || isGone();
  }

  /// Calls the witnesses of `readings`, while the data are as they were.
  void find(List<Reading> readings) {
    List<Kept> kept = kept();
    for (Reading reading : readings) {
      found.put(
          reading,
          switch (reading) {
            case Reading.Asked asked ->
                kept.stream().findFirst().map(it -> Witnesses.of(it.graph(), asked.input()));
            case Reading.Swept swept -> sum(kept, swept);
          });
    }
  }

  /// The witnesses of `reading` as they were found; empty where what it read is not the derivative
  /// of one sweep that is remembered, nor the sum over some.
  Optional<Witnesses> witnesses(Reading reading) {
    return found.getOrDefault(reading, Optional.empty());
  }

  private static Optional<Witnesses> sum(List<Kept> all, Reading.Swept reading) {
    Witnesses sum = null;
    for (Kept kept : all.reversed()) {
      if (kept.number() <= reading.sweeps() && kept.graph().indexOf(reading.value()) >= 0) {
        Witnesses one = Witnesses.of(kept.graph(), reading.value());
        sum = sum == null ? one : sum.plus(one);
        if (sum.agreement() == Witnesses.Agreement.STALE) {
          return Optional.empty();
        }
        if (sum.confirm(reading.gradient())) {
          return Optional.of(sum);
        }
      }
    }
    return sum != null && reading.isOnly()
        ? Optional.of(sum.against(reading.gradient()))
        : Optional.empty();
  }

  private List<Kept> kept() {
    List<Kept> kept = graphs;
    return kept != null
        ? kept
        : sweeps.stream().map(it -> new Kept(Graph.of(it.output()), it.number())).toList();
  }
}
