package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// A call that is open: its variables, and for a generator where it stands.
final class Frame {
  private static final int[] NO_STATES = {};

  final Run run;
  final Code code;
  final @Nullable Object[] slots;
  final Cell[] closure;
  final int[] states;
  @Nullable Object result;
  boolean direct = false; // whether a call of the program made it, and nothing of CPython between
  boolean isOver = false; // in programs where it lets go of generators
  boolean resuming = false;
  @Nullable Object sent;
  @Nullable Thrown thrown;
  @Nullable PyException outer; // what was handled where it was entered again
  @Nullable PyIterator delegate; // what it goes through where it stands at a `yield from`
  int guards = 0; // how many `try` it stands in that do something when it is closed
  int heard = 0; // and of these, those that do more than assign
  @Nullable PyNamespace namespace; // of a class body

  Frame(Run run, Code code, Cell[] closure) {
    this.run = run;
    this.code = code;
    this.slots = new @Nullable Object[code.slots];
    this.closure = closure;
    this.states = code.states == 0 ? NO_STATES : new int[code.states];
  }
}
