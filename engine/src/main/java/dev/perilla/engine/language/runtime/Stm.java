package dev.perilla.engine.language.runtime;

/// A statement, ready to run.
abstract class Stm {
  static final int NEXT = 0;
  static final int BREAK = 1;
  static final int CONTINUE = 2;
  static final int RETURN = 3; // the value is in the frame's result
  static final int YIELD = 4; // likewise

  final Syntax syntax;

  Stm(Syntax syntax) {
    this.syntax = syntax;
  }

  /// Runs it, and says where to go on.
  abstract int exec(Frame f);
}
