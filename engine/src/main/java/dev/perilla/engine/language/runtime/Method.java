package dev.perilla.engine.language.runtime;

/// A method of a class of the language.
final class Method {
  /// What it does; the arguments are those after `self`.
  interface Body {
    Object call(Run run, Object self, Object[] args, Keywords keywords);
  }

  final String owner;
  final String name;
  final Body body;

  Method(String owner, String name, Body body) {
    this.owner = owner;
    this.name = name;
    this.body = body;
  }

  /// The method of an object, `[].append`.
  record Bound(Object self, Method method) {}
}
