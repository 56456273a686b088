package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.number.Arithmetic;

/// What `max` or `min` gives where two of its arguments are equal and one is a `Value`: the first
/// of them, as in Python, with the operation recorded, so that the kink is known. It is `==` to
/// that argument and found where that one is.
final class PyTie extends PyValue {
  private final PyValue first;

  private PyTie(Run run, Value value, PyValue first, PyValue second) {
    super(run.epoch, value, first, second);
    this.first = first;
    this.intData = first.intData;
  }

  /// `best`, or a tie of it with `other`.
  static Object of(Run run, Object best, Object other, boolean max) {
    boolean values = best instanceof PyValue || other instanceof PyValue;
    if (!values || Ops.identical(best, other) || !isNumber(best) || !isNumber(other)) {
      return best;
    }
    if (!Comparing.equalData(best, other)) {
      return best;
    }
    PyValue a = best instanceof PyValue value ? value : leaf(run, best);
    PyValue b = other instanceof PyValue value ? value : leaf(run, other);
    run.value();
    return new PyTie(run, max ? a.value.max(b.value) : a.value.min(b.value), a, b);
  }

  private static boolean isNumber(Object object) {
    return object instanceof PyValue || Arithmetic.isNumber(object);
  }

  @Override
  PyValue self() {
    return first.self();
  }
}
