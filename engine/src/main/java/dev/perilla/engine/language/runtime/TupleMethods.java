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
          Calls.arity(run, "index", args, keywords, 1, 3);
          Object[] items = ((PyTuple) self).items;
          int to = ListMethods.bound(run, args, 2, items.length, items.length);
          for (int i = ListMethods.bound(run, args, 1, items.length, 0); i < to; i++) {
            run.step();
            if (Ops.identical(items[i], args[0]) || Ops.equal(run, items[i], args[0])) {
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
            count += Ops.identical(item, args[0]) || Ops.equal(run, item, args[0]) ? 1 : 0;
          }
          return count;
        });
    Constructors.method(
        Types.RANGE,
        "index",
        (run, self, args, keywords) -> {
          Calls.arity(run, "range.index", args, keywords, 1, 1);
          PyRange range = (PyRange) self;
          if (Arithmetic.isNumber(args[0]) && Sequences.contains(run, range, args[0])) {
            return ((Long) Arithmetic.toInt(args[0]) - range.start) / range.step;
          }
          throw run.valueError(
              Arithmetic.isInt(args[0])
                  ? Show.repr(run, args[0]) + " is not in range"
                  : "sequence.index(x): x not in sequence");
        });
    Constructors.method(
        Types.RANGE,
        "count",
        (run, self, args, keywords) -> {
          Calls.arity(run, "range.count", args, keywords, 1, 1);
          return Sequences.contains(run, self, args[0]) ? 1L : 0L;
        });
  }
}
