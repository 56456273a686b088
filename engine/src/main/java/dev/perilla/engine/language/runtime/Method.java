package dev.perilla.engine.language.runtime;

/// A method of a class of the language.
final class Method {
  /// What it does; the arguments are those after `self`.
  interface Body {
    Object call(Run run, Object self, Object[] args, Keywords keywords);
  }

  final PyClass owner;
  final String name;
  final boolean slot; // made from a slot of the class, as `__add__` is
  final Body body;

  Method(PyClass owner, String name, Body body) {
    this(owner, name, false, body);
  }

  Method(PyClass owner, String name, boolean slot, Body body) {
    this.owner = owner;
    this.name = name;
    this.slot = slot;
    this.body = body;
  }

  /// The method of an object, `[].append`.
  record Bound(Object self, Method method) {}
}
