package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.BinaryOp;
import org.jspecify.annotations.Nullable;

/// The builtins that work through iterables.
final class IterableBuiltins {
  private IterableBuiltins() {}

  static void install() {
    Builtins.add("sum", IterableBuiltins::sum);
    Builtins.add("max", (run, args, keywords) -> extreme(run, "max", args, keywords));
    Builtins.add("min", (run, args, keywords) -> extreme(run, "min", args, keywords));
    Builtins.add(
        "sorted",
        (run, args, keywords) -> {
          if (args.length != 1) {
            throw run.typeError("sorted expected 1 argument, got " + args.length);
          }
          Object[] items = Iterate.measured(run, args[0]).clone();
          @Nullable Object[] bound = Calls.named(run, "sort", keywords, "key", "reverse");
          Object key = bound[0];
          Object reverse = bound[1];
          Lists.sort(
              run,
              items,
              key == null ? Singleton.NONE : key,
              reverse != null && Constructors.small(run, reverse) != 0);
          return new PyList(run, items.length == 0 ? new Object[4] : items, items.length);
        });
    Builtins.add(
        "any",
        (run, args, keywords) -> {
          Calls.arity(run, "any", args, keywords, 1, 1);
          return every(run, args[0], false);
        });
    Builtins.add(
        "all",
        (run, args, keywords) -> {
          Calls.arity(run, "all", args, keywords, 1, 1);
          return every(run, args[0], true);
        });
    PyClass enumerate = Types.iterator("enumerate");
    enumerate.maker =
        (run, type, args, keywords) -> {
          int given = args.length + keywords.size();
          if (given > 2) {
            throw run.typeError("enumerate() takes at most 2 arguments (" + given + " given)");
          }
          if (args.length == 1) {
            Calls.known(run, "enumerate", keywords, "start");
          } else if (args.length == 0 && given == 1) {
            Calls.known(run, "enumerate", keywords, "iterable");
          }
          Calls.known(run, "enumerate", keywords, "iterable", "start");
          Object iterable = Calls.argument(args, 0, keywords, "iterable");
          if (iterable == null) {
            throw run.typeError("enumerate() missing required argument 'iterable'");
          }
          Object start = Calls.argument(args, 1, keywords, "start");
          Object first = start == null ? (Object) 0L : Constructors.integer(run, start);
          return new Lazy.Enumerate(run, Iterate.over(run, iterable), first);
        };
    Types.iterator("zip").maker =
        (run, type, args, keywords) -> {
          if (keywords.size() > 1) {
            throw run.typeError(
                "zip() takes at most 1 keyword argument (" + keywords.size() + " given)");
          }
          Calls.known(run, "zip", keywords, "strict");
          Object strict = keywords.get("strict");
          PyIterator[] sources = new PyIterator[args.length];
          for (int i = 0; i < args.length; i++) {
            try {
              sources[i] = Iterate.over(run, args[i]);
            } catch (Unwind.Raise raise) {
              if (raise.exception.type == Types.TYPE_ERROR && !(args[i] instanceof PyInstance)) {
                throw run.typeError("'" + Types.name(args[i]) + "' object is not iterable");
              }
              throw raise;
            }
          }
          return new Lazy.Zip(run, sources, strict != null && Ops.isTrue(run, strict));
        };
    Types.iterator("map").maker =
        (run, type, args, keywords) -> {
          Calls.unnamed(run, "map", keywords);
          if (args.length < 2) {
            throw run.typeError("map() must have at least two arguments.");
          }
          PyIterator[] sources = new PyIterator[args.length - 1];
          for (int i = 1; i < args.length; i++) {
            sources[i - 1] = Iterate.over(run, args[i]);
          }
          return new Lazy.Map(run, args[0], sources);
        };
    Types.iterator("filter").maker =
        (run, type, args, keywords) -> {
          Calls.arity(run, "filter", args, keywords, 2, 2);
          return new Lazy.Filter(run, args[0], Iterate.over(run, args[1]));
        };
    Types.iterator("reversed").maker =
        (run, type, args, keywords) -> {
          Calls.unnamed(run, "reversed", keywords);
          if (args.length != 1) {
            throw run.typeError("reversed expected 1 argument, got " + args.length);
          }
          return Lazy.reversed(run, args[0]);
        };
    for (String name : new String[] {"enumerate", "zip", "map", "filter", "reversed"}) {
      Builtins.ALL.put(name, Types.iterator(name));
    }
  }

  /// Plain left to right, as CPython 3.11.
  private static Object sum(Run run, Object[] args, Keywords keywords) {
    int given = args.length + keywords.size();
    if (given > 2) {
      throw run.typeError("sum() takes at most 2 arguments (" + given + " given)");
    }
    if (args.length == 0) {
      throw run.typeError("sum() takes at least 1 positional argument (0 given)");
    }
    Calls.known(run, "sum", keywords, "start");
    Object start = Calls.argument(args, 1, keywords, "start");
    Object total = start == null ? (Object) 0L : start;
    PyIterator iterator = Iterate.over(run, args[0]);
    if (total instanceof String) {
      throw run.typeError("sum() can't sum strings [use ''.join(seq) instead]");
    }
    for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
      run.step();
      if (total instanceof Double a && item instanceof Double b) {
        total = a + b;
      } else {
        total = Ops.binary(run, BinaryOp.ADD, total, item);
      }
    }
    return switch (total) { // a new number, also where it is the start
      case Long number -> Ops.box(number);
      case Double number -> number.doubleValue();
      default -> total;
    };
  }

  private static boolean every(Run run, Object iterable, boolean all) {
    PyIterator iterator = Iterate.over(run, iterable);
    int holding = run.held.size();
    for (Object item = iterator.taken(run); item != null; item = iterator.taken(run)) {
      run.step();
      run.hold(item);
      boolean isTrue = Ops.isTrue(run, item);
      run.waiting.pop(run, holding);
      if (isTrue != all) {
        return !all;
      }
    }
    return all;
  }

  private static Object extreme(Run run, String name, Object[] args, Keywords keywords) {
    if (args.length == 0) {
      throw run.typeError(name + " expected at least 1 argument, got 0");
    }
    @Nullable Object[] bound = Calls.named(run, name, keywords, "key", "default");
    Object given = bound[0];
    Object otherwise = bound[1];
    if (otherwise != null && args.length > 1) {
      throw run.typeError(
          "Cannot specify a default for " + name + "() with multiple positional arguments");
    }
    Object key = given == Singleton.NONE ? null : given;
    PyIterator iterator = Iterate.over(run, args.length == 1 ? args[0] : new PyTuple(args));
    Object best = null;
    Object bestKey = null;
    @Nullable Object[] row = new @Nullable Object[4]; // what it holds
    run.hold(row);
    for (Object item = iterator.taken(run); item != null; item = iterator.taken(run)) {
      run.step();
      row[2] = item;
      int lent = run.waiting.lent.size();
      Object itemKey = key == null ? item : Calls.call(run, key, item);
      row[3] = itemKey;
      run.waiting.returned(lent);
      if (best == null || bestKey == null) {
        best = item;
        bestKey = itemKey;
      } else if (name.equals("max")
          ? greater(run, itemKey, bestKey)
          : Lists.less(run, itemKey, bestKey)) {
        best = item;
        bestKey = itemKey;
      } else if (key == null) {
        best = PyTie.of(run, best, item, name.equals("max"));
        bestKey = best;
      }
      row[0] = best;
      row[1] = bestKey;
      row[2] = null;
      row[3] = null;
      run.waiting.ask(run, null);
    }
    if (best != null) {
      return best;
    }
    if (otherwise != null) {
      return otherwise;
    }
    throw run.valueError(name + "() arg is an empty sequence");
  }

  private static boolean greater(Run run, Object a, Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return x > y;
    }
    return Ops.isTrue(
        run, Comparing.rich(run, dev.perilla.engine.language.syntax.CompareOp.GREATER, a, b));
  }
}
