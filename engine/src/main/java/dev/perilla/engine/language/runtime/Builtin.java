package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// A function of the language.
final class Builtin {
  /// What it does.
  interface Body {
    Object call(Run run, Object[] args, Keywords keywords);
  }

  final String name;
  final @Nullable PyClass
      owner; // of a function that a class or its object keeps, as `dict.fromkeys`
  final Body body;
  final boolean counted; // whether it is known how CPython counts a call of it; see Run.within

  Builtin(String name, Body body) {
    this(name, null, body);
  }

  Builtin(String name, @Nullable PyClass owner, Body body) {
    this.name = name;
    this.owner = owner;
    this.body = body;
    this.counted = name.equals("len") || name.equals("isinstance");
  }

  /// Whether it is a method in Python, of the generator that `random` keeps: those that Python's
  /// library has written in Python.
  boolean isMethod() {
    return owner == Types.RANDOM && !name.equals("random") && !name.equals("getrandbits");
  }
}
