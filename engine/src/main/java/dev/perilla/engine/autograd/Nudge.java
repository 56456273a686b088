package dev.perilla.engine.autograd;

import java.util.List;

/// What happens to an output when one value that led to it moves a little.
///
/// @param by how far the value was moved
/// @param before the output before
/// @param after the output after, everything on the way computed again
/// @param change `after - before`
/// @param slope `change / by`, which comes near the derivative when `by` is small
public record Nudge(double by, double before, double after, double change, double slope) {

  /// Moves `input`, a leaf or an intermediate value, by `by` and asks what `output` becomes.
  /// Nothing is changed. Cost: linear in the values that led to the output.
  ///
  /// @throws IllegalArgumentException if `by` is 0
  public static Nudge of(Value output, Value input, double by) {
    if (by == 0) {
      throw new IllegalArgumentException("a nudge by 0 moves nothing");
    }
    Replay replay = Replay.of(output, List.of(input));
    double before = replay.at(input.data());
    double after = replay.at(input.data() + by);
    double change = after - before;
    return new Nudge(by, before, after, change, change / by);
  }
}
