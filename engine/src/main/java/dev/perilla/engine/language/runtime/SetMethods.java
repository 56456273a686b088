package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.BinaryOp;

/// The methods of `set`.
final class SetMethods {
  private SetMethods() {}

  private interface Body {
    Object apply(Run run, PySet set, Object[] args);
  }

  private static void look(PyClass type, String name, int least, int most, Body body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          Calls.arity(run, "set." + name, args, keywords, least, most);
          return body.apply(run, (PySet) self, args);
        });
  }

  private static void change(PyClass type, String name, int least, int most, Body body) {
    look(
        type,
        name,
        least,
        most,
        (run, set, args) -> {
          set.touch(run);
          return body.apply(run, set, args);
        });
  }

  private static PySet set(Run run, Object object) {
    return object instanceof PySet set ? set : Sets.of(run, object);
  }

  static void install(PyClass type) {
    int many = Integer.MAX_VALUE;
    change(
        type,
        "add",
        1,
        1,
        (run, set, args) -> {
          set.add(run, args[0]);
          return Singleton.NONE;
        });
    change(
        type,
        "discard",
        1,
        1,
        (run, set, args) -> {
          int at = set.table.find(run, args[0]);
          if (at >= 0) {
            set.table.removeAt(at);
          }
          return Singleton.NONE;
        });
    change(
        type,
        "remove",
        1,
        1,
        (run, set, args) -> {
          int at = set.table.find(run, args[0]);
          if (at < 0) {
            throw Dicts.keyError(run, args[0]);
          }
          set.table.removeAt(at);
          return Singleton.NONE;
        });
    change(
        type,
        "pop",
        0,
        0,
        (run, set, args) -> {
          int at = set.table.next(0);
          if (at < 0) {
            throw run.raise(Types.KEY_ERROR, "pop from an empty set");
          }
          run.steps(at / 16);
          Object item = set.table.key(at);
          set.table.removeAt(at);
          return item;
        });
    change(
        type,
        "clear",
        0,
        0,
        (run, set, args) -> {
          set.table.clear();
          return Singleton.NONE;
        });
    change(
        type,
        "update",
        0,
        many,
        (run, set, args) -> {
          for (Object items : args) {
            Sets.add(run, set, items);
          }
          return Singleton.NONE;
        });
    look(type, "copy", 0, 0, (run, set, args) -> Sets.of(run, set));
    look(
        type,
        "union",
        0,
        many,
        (run, set, args) -> {
          PySet all = Sets.of(run, set);
          for (Object items : args) {
            Sets.add(run, all, items);
          }
          return all;
        });
    for (boolean inside : new boolean[] {true, false}) {
      String name = inside ? "intersection" : "difference";
      look(type, name, 0, many, (run, set, args) -> kept(run, set, args, inside));
      change(
          type,
          name + "_update",
          0,
          many,
          (run, set, args) -> {
            Sets.replace(run, set, kept(run, set, args, inside));
            return Singleton.NONE;
          });
    }
    look(
        type,
        "symmetric_difference",
        1,
        1,
        (run, set, args) -> Sets.binary(run, BinaryOp.BIT_XOR, set, set(run, args[0])));
    change(
        type,
        "symmetric_difference_update",
        1,
        1,
        (run, set, args) -> {
          Sets.inPlace(run, BinaryOp.BIT_XOR, set, set(run, args[0]));
          return Singleton.NONE;
        });
    look(type, "issubset", 1, 1, (run, set, args) -> Sets.isSubset(run, set, set(run, args[0])));
    look(type, "issuperset", 1, 1, (run, set, args) -> Sets.isSubset(run, set(run, args[0]), set));
    look(
        type,
        "isdisjoint",
        1,
        1,
        (run, set, args) -> Sets.keep(run, set, set(run, args[0]), true).table.size == 0);
  }

  private static PySet kept(Run run, PySet set, Object[] args, boolean inside) {
    PySet kept = Sets.of(run, set);
    for (Object items : args) {
      kept = Sets.keep(run, kept, set(run, items), inside);
    }
    return kept;
  }
}
