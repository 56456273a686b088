package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// What the decorators of methods make.
sealed interface Descriptor {
  record Property(@Nullable Object get, @Nullable Object set, @Nullable Object delete)
      implements Descriptor {}

  record StaticMethod(Object function) implements Descriptor {}

  record ClassMethod(Object function) implements Descriptor {}
}
