package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// A function of the language.
final class Builtin {
  /// What it does.
  interface Body {
    Object call(Run run, Object[] args, Keywords keywords);
  }

  final String name;
  final @Nullable PyClass owner; // of a function that a class keeps, as `dict.fromkeys`
  final Body body;

  Builtin(String name, Body body) {
    this(name, null, body);
  }

  Builtin(String name, @Nullable PyClass owner, Body body) {
    this.name = name;
    this.owner = owner;
    this.body = body;
  }
}
