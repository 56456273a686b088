package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import java.util.Optional;

/// A derivative that the program has read, and where it came from.
sealed interface Reading {
  Epoch epoch();

  /// The number that it read.
  double gradient();

  /// The gradient that a value held.
  ///
  /// @param sweeps how many the program had made
  /// @param isOnly whether the gradient cannot come from anything but one sweep
  record Swept(Value value, double gradient, Epoch epoch, long sweeps, boolean isOnly)
      implements Reading {}

  /// The derivative that a function gave.
  record Asked(Epoch epoch, Value input, double gradient) implements Reading {}

  /// How many values its witnesses look at.
  default int cost() {
    return epoch().size();
  }

  /// Its witnesses, where they were called and found.
  default Optional<Witnesses> witnesses() {
    return epoch().witnesses(this);
  }
}
