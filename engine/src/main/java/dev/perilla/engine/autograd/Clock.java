package dev.perilla.engine.autograd;

import org.jspecify.annotations.Nullable;

/// The order of creation among the values of one thread, and the table that its backward sweeps
/// use. Values inherit the clock of their first operand, so only a leaf looks it up.
final class Clock {
  private static final ThreadLocal<Clock> OF_THREAD = ThreadLocal.withInitial(Clock::new);

  private long next;
  private boolean mixed;
  private long swept; // no value above this number has a gradient from an earlier sweep
  private long reread; // no value above this number reads one that has
  private @Nullable Value[] window = new @Nullable Value[0];

  static Clock current() {
    return OF_THREAD.get();
  }

  /// The last of `count` numbers above all that this clock gave.
  long tick(int count) {
    return next += count;
  }

  /// As above, where an operand has another clock: numbers are unique no more.
  long tickAfter(long after, Clock other) {
    mixed = true;
    other.mixed = true;
    next = Math.max(next, after) + 1;
    return next;
  }

  /// To be told, after [#tick], of each operand that is the result of an operation.
  void reads(long order, long reader) {
    if (order <= swept) {
      reread = reader;
    }
  }

  /// Notes that made values up to `order` may have gradients.
  void sweeps(long order) {
    if (order < next) {
      reread = next; // what was made since may read them
    }
    swept = Math.max(swept, order);
  }

  /// The number above which a value of gradient 0 has nothing to pass on, nor has anything that led
  /// to it unless another value passes a gradient there.
  long fresh() {
    return reread <= swept ? swept : Long.MAX_VALUE;
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
