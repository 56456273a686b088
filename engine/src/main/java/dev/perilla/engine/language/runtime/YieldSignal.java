package dev.perilla.engine.language.runtime;

/// Leaves an expression at a yield; the value is in the frame's result. Not an error.
@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace and nothing to change
final class YieldSignal extends RuntimeException {
  static final YieldSignal SIGNAL = new YieldSignal();

  private YieldSignal() {
    super(null, null, false, false);
  }
}
