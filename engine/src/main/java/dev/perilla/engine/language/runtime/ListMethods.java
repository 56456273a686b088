package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The methods of `list`.
final class ListMethods {
  private ListMethods() {}

  private interface Change {
    Object apply(Run run, PyList list, Object[] args);
  }

  private static void change(PyClass type, String name, int least, int most, Change body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          Calls.arity(run, "list", name, args, keywords, least, most);
          PyList list = (PyList) self;
          list.touch(run);
          return body.apply(run, list, args);
        });
  }

  static void install(PyClass type) {
    change(
        type,
        "append",
        1,
        1,
        (run, list, args) -> {
          list.add(run, args[0]);
          return Singleton.NONE;
        });
    change(
        type,
        "extend",
        1,
        1,
        (run, list, args) -> {
          Lists.extend(run, list, args[0]);
          return Singleton.NONE;
        });
    change(
        type,
        "insert",
        2,
        2,
        (run, list, args) -> {
          run.steps(list.size / 64);
          long at = Ints.clamp(Constructors.size(run, args[0]));
          list.insert(
              run, (int) Math.clamp(at < 0 ? at + list.size : at, 0, (long) list.size), args[1]);
          return Singleton.NONE;
        });
    change(
        type,
        "pop",
        0,
        1,
        (run, list, args) -> {
          long at = args.length == 0 ? -1 : Ints.clamp(Constructors.size(run, args[0]));
          if (list.size == 0) {
            throw run.raise(Types.INDEX_ERROR, "pop from empty list");
          }
          run.steps(list.size / 64);
          at = at < 0 ? at + list.size : at;
          if (at < 0 || at >= list.size) {
            throw run.raise(Types.INDEX_ERROR, "pop index out of range");
          }
          return list.remove((int) at);
        });
    change(
        type,
        "remove",
        1,
        1,
        (run, list, args) -> {
          int at = find(run, list, args[0], 0, list.size);
          if (at < 0) {
            throw run.valueError("list.remove(x): x not in list");
          }
          list.remove(at);
          return Singleton.NONE;
        });
    change(
        type,
        "clear",
        0,
        0,
        (run, list, args) -> {
          List<Object> lost = run.waiting.before(run, list);
          list.items = new Object[4];
          list.size = 0;
          run.waiting.lose(run, lost);
          return Singleton.NONE;
        });
    change(
        type,
        "reverse",
        0,
        0,
        (run, list, args) -> {
          run.steps(list.size / 8);
          for (int i = 0, j = list.size - 1; i < j; i++, j--) {
            Object swap = list.items[i];
            list.items[i] = list.items[j];
            list.items[j] = swap;
          }
          return Singleton.NONE;
        });
    Constructors.method(
        type,
        "sort",
        (run, self, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bind(run, "sort", args, keywords, 0, 0, 0, "key", "reverse");
          PyList list = (PyList) self;
          list.touch(run);
          Object[] items = list.toArray();
          int size = list.size;
          list.items = new Object[4];
          list.size = 0;
          boolean changed = false;
          try {
            Object key = bound[0];
            Object reverse = bound[1];
            Lists.sort(
                run,
                items,
                key == null ? Singleton.NONE : key,
                reverse != null && Constructors.small(run, reverse) != 0);
            changed = list.size > 0;
          } finally {
            list.items = items.length == 0 ? new Object[4] : items;
            list.size = size;
          }
          if (changed) {
            throw run.valueError("list modified during sort");
          }
          return Singleton.NONE;
        });
    Constructors.method(
        type,
        "copy",
        (run, self, args, keywords) -> {
          Calls.arity(run, "list.copy", args, keywords, 0, 0);
          PyList list = (PyList) self;
          run.steps(list.size / 8);
          return list.size == 0 ? new PyList(run) : new PyList(run, list.toArray());
        });
    Constructors.method(
        type,
        "index",
        (run, self, args, keywords) -> {
          Calls.arity(run, "list.index", args, keywords, 1, 3);
          PyList list = (PyList) self;
          int at =
              find(
                  run,
                  list,
                  args[0],
                  bound(run, args, 1, list.size, 0),
                  bound(run, args, 2, list.size, list.size));
          if (at < 0) {
            throw run.valueError(Show.repr(run, args[0]) + " is not in list");
          }
          return (long) at;
        });
    Constructors.method(
        type,
        "count",
        (run, self, args, keywords) -> {
          Calls.arity(run, "list.count", args, keywords, 1, 1);
          PyList list = (PyList) self;
          long count = 0;
          for (int i = 0; i < list.size; i++) {
            run.step();
            count +=
                Ops.identical(list.items[i], args[0])
                        || Comparing.equal(run, list.items[i], args[0])
                    ? 1
                    : 0;
          }
          return count;
        });
  }

  static int bound(Run run, Object[] args, int at, int size, int otherwise) {
    if (args.length <= at) {
      return otherwise;
    }
    if (!Arithmetic.isInt(args[at]) && Calls.special(run, args[at], "__index__") == null) {
      throw run.typeError("slice indices must be integers or have an __index__ method");
    }
    long value = Ints.clamp(Constructors.integer(run, args[at]));
    return (int) Math.clamp(value < 0 ? value + size : value, 0, (long) size);
  }

  private static int find(Run run, PyList list, Object item, int from, int to) {
    for (int i = from; i < to && i < list.size; i++) {
      run.step();
      if (Ops.identical(list.items[i], item) || Comparing.equal(run, list.items[i], item)) {
        return i;
      }
    }
    return -1;
  }
}
