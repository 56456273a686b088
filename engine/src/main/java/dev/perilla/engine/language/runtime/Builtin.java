package dev.perilla.engine.language.runtime;

/// A function of the language.
final class Builtin {
  /// What it does.
  interface Body {
    Object call(Run run, Object[] args, Keywords keywords);
  }

  final String name;
  final Body body;

  Builtin(String name, Body body) {
    this.name = name;
    this.body = body;
  }
}
