package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// A name of a module; `null` while the module does not define it, and then `builtin` counts.
final class GlobalCell {
  final String name;
  @Nullable Object value;
  @Nullable Object builtin;

  GlobalCell(String name) {
    this.name = name;
  }
}
