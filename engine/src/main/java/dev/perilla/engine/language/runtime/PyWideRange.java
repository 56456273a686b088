package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A range that a [PyRange] is too narrow for: one of its bounds is beyond 2**62.
final class PyWideRange {
  final Object start;
  final Object stop;
  final Object step;
  final Object length; // an int, as the others

  PyWideRange(Run run, Object start, Object stop, Object step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    boolean up = Ints.sign(step) > 0;
    Object span = up ? Ints.subtract(stop, start, run) : Ints.subtract(start, stop, run);
    this.length =
        Ints.sign(span) <= 0
            ? (Object) 0L
            : Ints.add(
                Ints.floorDivide(Ints.subtract(span, 1L, run), Ints.abs(step), run), 1L, run);
    run.allocate(256 + (Ints.bitLength(start) + Ints.bitLength(stop) + Ints.bitLength(step)) / 8);
  }

  boolean isEmpty() {
    return Ints.sign(length) == 0;
  }

  /// @param index from 0, below the length
  Object get(Run run, Object index) {
    return Ints.add(start, Ints.multiply(index, step, run), run);
  }

  /// `range[index]`
  Object item(Run run, Object index) {
    if (index instanceof PySlice slice) {
      BigInteger[] at = Wide.indices(run, slice, Ints.big(length));
      return Constructors.range(
          run,
          get(run, Ints.of(at[0])),
          get(run, Ints.of(at[1])),
          Ints.multiply(Ints.of(at[2]), step, run));
    }
    Object at = Arithmetic.isInt(index) ? Arithmetic.plain(index) : Constructors.index(run, index);
    if (at == null) {
      throw run.typeError("range indices must be integers or slices, not " + Types.name(index));
    }
    Object place = Ints.sign(at) < 0 ? Ints.add(at, length, run) : at;
    if (Ints.sign(place) < 0 || Ints.compare(place, length) >= 0) {
      throw run.raise(Types.INDEX_ERROR, "range object index out of range");
    }
    return get(run, place);
  }

  /// Where an int stands, or `null`.
  @Nullable Object place(Run run, Object number) {
    Object[] at = Ints.divmod(Ints.subtract(number, start, run), step, run);
    return Ints.sign(at[1]) == 0 && Ints.sign(at[0]) >= 0 && Ints.compare(at[0], length) < 0
        ? at[0]
        : null;
  }

  /// What equal ranges have in common, as of [PyRange#identity].
  PyTuple identity() {
    boolean several = Ints.compare(length, 1L) > 0;
    return new PyTuple(length, isEmpty() ? Singleton.NONE : start, several ? step : Singleton.NONE);
  }

  String repr() {
    return "range("
        + Ints.big(start)
        + ", "
        + Ints.big(stop)
        + (step.equals(1L) ? ")" : ", " + Ints.big(step) + ")");
  }

  PyIterator iterator(Run run) {
    return new Forwards(run, get(run, 0L), step, length);
  }

  PyIterator backwards(Run run) {
    return new Forwards(run, get(run, Ints.subtract(length, 1L, run)), Ints.negate(step), length);
  }

  private static final class Forwards extends PyIterator {
    private Object value;
    private final Object step;
    private Object left;

    Forwards(Run run, Object first, Object step, Object count) {
      super(run, "longrange_iterator");
      this.value = first;
      this.step = step;
      this.left = count;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      run.steps(2); // sums of large ints
      if (Ints.sign(left) <= 0) {
        return null;
      }
      Object item = value;
      left = Ints.subtract(left, 1L, run);
      value = Ints.add(value, step, run);
      return item;
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {value, step, left};
    }
  }
}
