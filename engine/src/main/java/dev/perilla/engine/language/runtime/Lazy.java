package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Ints;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The iterators that builtins make.
final class Lazy {
  private Lazy() {}

  /// Gives rows.
  abstract static class Rows extends PyIterator {
    @Nullable PyTuple last; // that it has given, in programs whose generators may wait

    Rows(Run run, String type) {
      super(run, type);
    }
  }

  static final class Enumerate extends Rows {
    private final PyIterator source;
    private Object index;

    Enumerate(Run run, PyIterator source, Object start) {
      super(run, "enumerate");
      this.source = source;
      this.index = Ops.anew(start);
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      Object item = source.taken(run);
      if (item == null) {
        return null;
      }
      run.allocate(PyTuple.bytes(2));
      PyTuple pair = new PyTuple(index, item);
      index = Ints.add(index, 1L, run);
      return run.waiting.row(run, this, pair);
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {source, last};
    }
  }

  static final class Zip extends Rows {
    private final PyIterator[] sources;
    private final boolean strict;

    Zip(Run run, PyIterator[] sources, boolean strict) {
      super(run, "zip");
      this.sources = sources;
      this.strict = strict;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (sources.length == 0) {
        return null;
      }
      run.allocate(PyTuple.bytes(sources.length));
      PyTuple before = last == null ? null : run.waiting.free(run, this);
      Object[] row = before == null ? new Object[sources.length] : before.items.clone();
      int holding = run.held.size();
      run.hold(new PyTuple(row));
      for (int i = 0; i < row.length; i++) {
        Object item = sources[i].taken(run);
        if (item == null) {
          if (strict) {
            check(run, i);
          }
          last = before == null ? last : new PyTuple(row);
          run.waiting.pop(run, holding);
          return null;
        }
        Object gone = row[i];
        row[i] = item;
        run.waiting.ask(run, before == null ? item : gone);
      }
      run.release(holding);
      return run.waiting.row(run, this, new PyTuple(row));
    }

    private void check(Run run, int ended) {
      String plural = ended == 1 ? " " : "s 1-";
      if (ended > 0) {
        throw run.valueError(
            "zip() argument " + (ended + 1) + " is shorter than argument" + plural + ended);
      }
      for (int i = 1; i < sources.length; i++) {
        if (sources[i].next(run) != null) {
          throw run.valueError(
              "zip() argument "
                  + (i + 1)
                  + " is longer than argument"
                  + (i == 1 ? " " : "s 1-")
                  + i);
        }
      }
    }

    @Override
    @Nullable Object[] held() {
      @Nullable Object[] held = new @Nullable Object[sources.length + 1];
      System.arraycopy(sources, 0, held, 1, sources.length);
      held[0] = last;
      return held;
    }
  }

  static final class Map extends PyIterator {
    private final Object function;
    private final PyIterator[] sources;

    Map(Run run, Object function, PyIterator[] sources) {
      super(run, "map");
      this.function = function;
      this.sources = sources;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      Object[] row = new Object[sources.length];
      int holding = run.held.size();
      int lent = run.waiting.lent.size();
      run.hold(row);
      for (int i = 0; i < row.length; i++) {
        Object item = sources[i].taken(run);
        if (item == null) {
          run.waiting.pop(run, holding);
          return null;
        }
        row[i] = item;
      }
      Object result = unlessStopped(() -> Calls.call(run, function, row, Keywords.NONE));
      run.waiting.end(run, holding, lent, result);
      run.waiting.lend(run, result);
      return result;
    }

    @Override
    @Nullable Object[] held() {
      @Nullable Object[] held = Arrays.copyOf(sources, sources.length + 1, Object[].class);
      held[sources.length] = function;
      return held;
    }
  }

  static final class Filter extends PyIterator {
    private final Object function;
    private final PyIterator source;

    Filter(Run run, Object function, PyIterator source) {
      super(run, "filter");
      this.function = function;
      this.source = source;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      int holding = run.held.size();
      int lent = run.waiting.lent.size();
      for (Object item = source.taken(run); item != null; item = source.taken(run)) {
        run.step();
        run.hold(item);
        Object tried = item;
        Object kept =
            function == Singleton.NONE
                ? item
                : unlessStopped(() -> Calls.call(run, function, tried));
        boolean isTrue = kept != null && Ops.isTrue(run, kept);
        if (kept == null || isTrue) {
          run.release(holding);
          run.waiting.lend(run, item);
          return isTrue ? item : null;
        }
        run.waiting.end(run, holding, lent, null);
      }
      return null;
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {source, function};
    }
  }

  /// `iter(function, sentinel)`
  static final class Called extends PyIterator {
    private final Object function;
    private final Object sentinel;
    private boolean done = false;

    Called(Run run, Object function, Object sentinel) {
      super(run, "callable_iterator");
      this.function = function;
      this.sentinel = sentinel;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (done) {
        return null;
      }
      Object item = unlessStopped(() -> Calls.call(run, function));
      if (item == null) {
        done = true;
        returned = Singleton.NONE;
      }
      if (item == null || done) {
        return null; // or used up from inside
      }
      if (Ops.identical(sentinel, item) || Comparing.equal(run, sentinel, item)) {
        done = true;
        return null;
      }
      return item;
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {sentinel, function};
    }
  }

  static final class Backwards extends PyIterator {
    final Object sequence;
    long at; // -1 when nothing is left to be asked for

    Backwards(Run run, String type, Object sequence, long length) {
      super(run, type);
      this.sequence = sequence;
      this.at = length;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (at <= 0) {
        at = -1;
        return null;
      }
      at--;
      if (sequence instanceof PyList list) {
        if (at >= list.size) {
          at = -1;
          return null;
        }
        return list.items[(int) at];
      }
      if (!(sequence instanceof PyInstance)) {
        return Sequences.get(run, sequence, at);
      }
      try {
        return Sequences.get(run, sequence, at);
      } catch (Unwind.Raise raise) {
        PyClass type = raise.exception.type;
        if (!type.isSubclass(Types.INDEX_ERROR) && !type.isSubclass(Types.STOP_ITERATION)) {
          throw raise;
        }
        at = -1;
        return null;
      }
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {sequence};
    }
  }

  static Object reversed(Run run, Object object) {
    return switch (object) {
      case PyList list -> new Backwards(run, "list_reverseiterator", list, list.size);
      case PyTuple tuple -> new Backwards(run, "reversed", tuple, tuple.items.length);
      case String text -> new Backwards(run, "reversed", text, Sequences.length(run, text));
      case PyRange range -> new Backwards(run, "range_iterator", range, range.length);
      case PyWideRange range -> range.backwards(run);
      case PyDict dict -> {
        Object[] keys = dict.table.keyArray();
        run.steps(keys.length);
        yield new Backwards(run, "dict_reversekeyiterator", new PyTuple(keys), keys.length);
      }
      case PyDict.View view -> {
        Object[] items = Iterate.all(run, view);
        String of =
            switch (view.part()) {
              case KEYS -> "key";
              case VALUES -> "value";
              case ITEMS -> "item";
            };
        yield new Backwards(
            run, "dict_reverse" + of + "iterator", new PyTuple(items), items.length);
      }
      case PyInstance instance -> {
        boolean blocked = instance.type.find(run, "__reversed__") == Singleton.NONE;
        Object made = blocked ? null : Calls.special(run, instance, "__reversed__");
        if (made != null) {
          yield made;
        }
        if (blocked || instance.type.find(run, "__getitem__") == null) {
          throw run.typeError("'" + Types.name(object) + "' object is not reversible");
        }
        yield new Backwards(run, "reversed", instance, Sequences.length(run, instance));
      }
      default -> throw run.typeError("'" + Types.name(object) + "' object is not reversible");
    };
  }
}
