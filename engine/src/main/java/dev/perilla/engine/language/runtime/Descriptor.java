package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// What the decorators of methods make.
sealed interface Descriptor {
  record Property(
      @Nullable Object get, @Nullable Object set, @Nullable Object delete, @Nullable Object doc)
      implements Descriptor {}

  record StaticMethod(Object function) implements Descriptor {}

  /// An attribute that CPython keeps for all objects of a class, shown as it shows it.
  record OfAll(String name, String owner) implements Descriptor {}

  record ClassMethod(Object function) implements Descriptor {}
}
