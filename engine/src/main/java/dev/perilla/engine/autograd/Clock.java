package dev.perilla.engine.autograd;

import org.jspecify.annotations.Nullable;

/// The order of creation among the values of one thread, and the table that its backward sweeps
/// use. Values inherit the clock of their first operand, so only a leaf looks it up.
final class Clock {
  private static final ThreadLocal<Clock> OF_THREAD = ThreadLocal.withInitial(Clock::new);

  private long next;
  private boolean mixed;
  private @Nullable Value[] window = new @Nullable Value[0];

  static Clock current() {
    return OF_THREAD.get();
  }

  /// A number above all that this clock gave, and above those of its operands.
  long tick() {
    return ++next;
  }

  /// As above, where an operand has another clock: numbers are unique no more.
  long tickAfter(long after, Clock other) {
    mixed = true;
    other.mixed = true;
    next = Math.max(next, after) + 1;
    return next;
  }

  /// Whether two values of this clock's graphs may have one number.
  boolean mixed() {
    return mixed;
  }

  /// An array of `size` places, all null, to be given back so with [#giveBack].
  @Nullable Value[] window(int size) {
    @Nullable Value[] lent = window.length == size ? window : new @Nullable Value[size];
    window = new @Nullable Value[0];
    return lent;
  }

  void giveBack(@Nullable Value[] clean) {
    window = clean;
  }
}
