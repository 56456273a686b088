package dev.perilla.engine.language.runtime;

/// An expression, ready to run.
abstract class Node {
  final Syntax syntax;

  Node(Syntax syntax) {
    this.syntax = syntax;
  }

  abstract Object eval(Frame f);

  /// Whether the value counts as true.
  boolean test(Frame f) {
    Object value = eval(f);
    if (value instanceof Boolean flag) {
      return flag;
    }
    try {
      return Ops.isTrue(f.run, value);
    } catch (RuntimeException e) {
      throw Unwind.place(e, syntax, f);
    }
  }

  /// What may be assigned to.
  interface Target {
    void assign(Frame f, Object value);

    void delete(Frame f);
  }
}
