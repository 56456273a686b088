package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;

/// The methods of `tuple` and `range`.
final class TupleMethods {
  private TupleMethods() {}

  static void install(PyClass type) {
    Constructors.method(
        type,
        "index",
        (run, self, args, keywords) -> {
          Calls.arity(run, "tuple.index", args, keywords, 1, 3);
          Object[] items = ((PyTuple) self).items;
          int to = ListMethods.bound(run, args, 2, items.length, items.length);
          for (int i = ListMethods.bound(run, args, 1, items.length, 0); i < to; i++) {
            run.step();
            if (Ops.identical(items[i], args[0]) || Comparing.equal(run, items[i], args[0])) {
              return (long) i;
            }
          }
          throw run.valueError("tuple.index(x): x not in tuple");
        });
    Constructors.method(
        type,
        "count",
        (run, self, args, keywords) -> {
          Calls.arity(run, "tuple.count", args, keywords, 1, 1);
          long count = 0;
          for (Object item : ((PyTuple) self).items) {
            run.step();
            count += Ops.identical(item, args[0]) || Comparing.equal(run, item, args[0]) ? 1 : 0;
          }
          return count;
        });
    Constructors.method(
        Types.RANGE,
        "index",
        (run, self, args, keywords) -> {
          Calls.arity(run, "range.index", args, keywords, 1, 1);
          if (self instanceof PyWideRange wide) {
            return place(run, wide, args[0]);
          }
          PyRange range = (PyRange) self;
          if (Arithmetic.isNumber(args[0]) && Sequences.contains(run, range, args[0])) {
            return ((Long) Arithmetic.toInt(args[0]) - range.start) / range.step;
          }
          if (Arithmetic.isInt(args[0])) {
            throw run.valueError(Show.repr(run, args[0]) + " is not in range");
          }
          for (long i = 0; i < range.length && !Arithmetic.isNumber(args[0]); i++) {
            run.step();
            if (Comparing.equal(run, range.get(i), args[0])) {
              return i;
            }
          }
          throw run.valueError("sequence.index(x): x not in sequence");
        });
    Constructors.method(
        Types.RANGE,
        "count",
        (run, self, args, keywords) -> {
          Calls.arity(run, "range.count", args, keywords, 1, 1);
          if (self instanceof PyWideRange wide) {
            return count(run, wide, args[0]);
          }
          PyRange range = (PyRange) self;
          if (Arithmetic.isNumber(args[0])) {
            return Sequences.contains(run, range, args[0]) ? 1L : 0L;
          }
          long count = 0;
          for (long i = 0; i < range.length; i++) {
            run.step();
            count += Comparing.equal(run, range.get(i), args[0]) ? 1 : 0;
          }
          return count;
        });
  }

  private static Object place(Run run, PyWideRange range, Object item) {
    if (Arithmetic.isInt(item)) {
      Object place = range.place(run, Arithmetic.plain(item));
      if (place == null) {
        throw run.valueError(Show.repr(run, item) + " is not in range");
      }
      return place;
    }
    PyIterator iterator = range.iterator(run);
    long at = 0;
    for (Object one = iterator.next(run); one != null; one = iterator.next(run), at++) {
      run.step();
      if (Comparing.equal(run, one, item)) {
        return at;
      }
    }
    throw run.valueError("sequence.index(x): x not in sequence");
  }

  private static long count(Run run, PyWideRange range, Object item) {
    if (Arithmetic.isInt(item)) {
      return range.place(run, Arithmetic.plain(item)) == null ? 0 : 1;
    }
    PyIterator iterator = range.iterator(run);
    long count = 0;
    for (Object one = iterator.next(run); one != null; one = iterator.next(run)) {
      run.step();
      count += Comparing.equal(run, one, item) ? 1 : 0;
    }
    return count;
  }
}
