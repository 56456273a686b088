package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Witnesses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name of a module; `null` while the module does not define it, and then `builtin` counts.
final class GlobalCell {
  final String name;
  @Nullable Object value;
  @Nullable Object builtin;
  private @Nullable Object copy; // of gradients, which have these witnesses
  private List<Witnesses> witnesses = List.of();

  GlobalCell(String name) {
    this.name = name;
  }

  /// The program has given the name `copy`, which holds gradients with these witnesses.
  void holds(Object copy, List<Witnesses> witnesses) {
    this.copy = witnesses.isEmpty() ? null : copy; // nothing is kept alive for nothing
    this.witnesses = witnesses;
  }

  /// The witnesses of the gradients that the value of the name is a copy of.
  @SuppressWarnings("ReferenceEquality") // another value that is equal is no copy
  List<Witnesses> gradients() {
    return copy != null && copy == value ? witnesses : List.of();
  }
}
