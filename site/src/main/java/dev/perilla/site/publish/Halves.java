package dev.perilla.site.publish;

import dev.perilla.site.Workers;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/// Steps on many files, half of them beside the other half: most of a step is waiting for the file
/// system, which serves two at once.
final class Halves {
  private Halves() {}

  /// One step.
  @FunctionalInterface
  interface Step<T> {
    void on(T item) throws IOException;
  }

  /// Does `step` on all `items`, each once, in no order. When it returns, no step is going on.
  ///
  /// @throws IOException what a step has thrown; the steps behind it in its half were not done
  static <T> void each(Collection<T> items, Step<T> step) throws IOException {
    List<T> all = List.copyOf(items);
    List<T> half = all.subList(0, all.size() / 2);
    Workers.Begun<Boolean> other = Workers.begin(() -> done(half, step));
    try {
      done(all.subList(half.size(), all.size()), step);
    } finally {
      other.get();
    }
  }

  private static <T> boolean done(List<T> items, Step<T> step) throws IOException {
    for (T item : items) {
      step.on(item);
    }
    return true;
  }
}
