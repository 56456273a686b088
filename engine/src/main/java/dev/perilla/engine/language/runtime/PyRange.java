package dev.perilla.engine.language.runtime;

/// A range of ints that fit into 64 bits; its length does too. The bounds are the objects that the
/// program gave.
public final class PyRange {
  final Long start;
  final Long stop;
  final Long step;
  final long length;

  PyRange(Long start, Long stop, Long step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = length(start, stop, step);
  }

  private static long length(long start, long stop, long step) {
    if (step > 0 ? start >= stop : start <= stop) {
      return 0;
    }
    long span = step > 0 ? stop - start : start - stop; // as unsigned
    long size = step > 0 ? step : -step;
    return Long.divideUnsigned(span - 1, size) + 1;
  }

  long get(long index) {
    return start + index * step;
  }

  /// What equal ranges have in common: length, first and step, as far as they matter.
  PyTuple identity() {
    Object first = length == 0 ? Singleton.NONE : start;
    return new PyTuple(length, first, length <= 1 ? Singleton.NONE : step);
  }

  boolean contains(long value) {
    if (length == 0) {
      return false;
    }
    boolean inside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
    return inside && Math.floorMod(value - start, step) == 0;
  }
}
