package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the gradients come from that a program holds: its last sweeps, and the numbers that it has
/// changed since.
///
/// A `.grad` that a chapter claims is one derivative or the sum of several, and has three witnesses
/// for each, while its sweeps are remembered: the last [#MOST] since the data of their graphs were
/// changed, of [#VALUES] values in all. What is something else (set by hand, added up over an
/// update of the parameters, twice through one graph, left by `train`) has no witnesses: it is what
/// the program gives, and is held to that.
final class Sweeps {
  private static final int MOST = 16;
  private static final int VALUES = 100_000;

  private record Swept(Value output, int size) {}

  private final List<Swept> sweeps = new ArrayList<>();
  private final Map<Value, Double> before = new LinkedHashMap<>();
  private int size;
  private long count;
  private boolean byHand; // whether the program has set a gradient

  /// While an expression of a text is looked at: whose gradients it reads.
  private @Nullable Set<Value> read;

  private final List<Witnesses> asked = new ArrayList<>();

  /// A sweep from `output`, through `values` values, is done.
  void swept(Value output, int values) {
    count++;
    if (!before.isEmpty()) {
      forget();
    }
    sweeps.add(new Swept(output, values));
    size += values;
    while (sweeps.size() > MOST || size > VALUES) {
      size -= sweeps.removeFirst().size();
      byHand = true;
    }
  }

  /// The program is about to change the number of `value`.
  void changes(Value value) {
    if (!sweeps.isEmpty()) {
      before.putIfAbsent(value, value.data());
      if (before.size() > VALUES) {
        forget();
      }
    }
  }

  /// The program sets a gradient.
  void setsGradient() {
    byHand = true;
  }

  /// What the sweeps so far have left is no derivative any more.
  void forget() {
    sweeps.clear();
    before.clear();
    size = 0;
    byHand = true;
  }

  /// The program reads the gradient of `value`.
  void reads(Value value) {
    if (read != null) {
      read.add(value);
    }
  }

  /// The program asks for a derivative, which has these witnesses.
  void asked(Witnesses witnesses) {
    if (read != null) {
      asked.add(witnesses);
    }
  }

  /// Begins to note whose gradients are read.
  void watch() {
    read = new LinkedHashSet<>();
    asked.clear();
  }

  /// Ends it.
  ///
  /// @return the witnesses of each that has some, and of derivatives that were asked for; of a
  ///   great many on a large graph none
  List<Witnesses> watched() {
    Set<Value> all = read == null ? Set.of() : read;
    read = null;
    List<Witnesses> found = new ArrayList<>(asked);
    if ((long) all.size() * size <= VALUES) {
      all.forEach(value -> witnesses(value).ifPresent(found::add));
    }
    return found;
  }

  /// The witnesses of the gradient that `value` holds; empty where it is not the derivative of one
  /// remembered sweep, nor the sum over some.
  private Optional<Witnesses> witnesses(Value value) {
    exchange();
    try {
      Witnesses sum = null;
      for (int i = sweeps.size() - 1; i >= 0; i--) {
        Value output = sweeps.get(i).output();
        if (Graph.of(output).indexOf(value) >= 0) {
          Witnesses one = Witnesses.of(output, value);
          sum = sum == null ? one : sum.plus(one);
          if (sum.agreement() == Witnesses.Agreement.STALE) {
            return Optional.empty();
          }
          if (sum.confirm(value.grad())) {
            return Optional.of(sum);
          }
        }
      }
      return sum != null && count == 1 && !byHand
          ? Optional.of(sum.against(value.grad()))
          : Optional.empty();
    } finally {
      exchange();
    }
  }

  /// Puts the numbers of the last sweep in the place of those of now, or back.
  private void exchange() {
    before.replaceAll(
        (value, data) -> {
          double now = value.data();
          value.setData(data);
          return now;
        });
  }
}
