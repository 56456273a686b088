package dev.perilla.engine.autograd;

/// The order of creation among the values of one thread. Values inherit the clock of their first
/// operand, so only a leaf looks it up.
final class Clock {
  private static final ThreadLocal<Clock> OF_THREAD = ThreadLocal.withInitial(Clock::new);

  private long next;

  static Clock current() {
    return OF_THREAD.get();
  }

  /// A number above all that this clock gave, and above `after`.
  long tick(long after) {
    next = Math.max(next, after) + 1;
    return next;
  }
}
