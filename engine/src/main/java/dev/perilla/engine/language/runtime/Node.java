package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// An expression, ready to run.
abstract class Node {
  final Syntax syntax;
  Syntax tested; // where it fails when it is asked whether it is true

  Node(Syntax syntax) {
    this.syntax = syntax;
    this.tested = syntax;
  }

  abstract Object eval(Frame f);

  /// Whether the value counts as true.
  boolean test(Frame f) {
    return isTrue(f, eval(f), tested);
  }

  static boolean isTrue(Frame f, Object value, Syntax place) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    try {
      return Ops.isTrue(f.run, value);
    } catch (RuntimeException e) {
      throw Unwind.place(e, place, f);
    }
  }

  /// As an operand of `and` or `or` that is not the last: the value that decides it, else `null`.
  ///
  /// @param place of the operator
  @Nullable Object decides(Frame f, boolean isAnd, Syntax place) {
    return decided(f, eval(f), isAnd, place);
  }

  static @Nullable Object decided(Frame f, Object value, boolean isAnd, Syntax place) {
    return isTrue(f, value, place) == isAnd ? null : value;
  }

  /// What may be assigned to.
  interface Target {
    void assign(Frame f, Object value);

    void delete(Frame f);
  }
}
