package dev.perilla.engine.language.runtime;

import java.util.List;

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
          Calls.arity(run, "set", name, args, keywords, least, most);
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
          if (!(args[0] instanceof PySet)) { // no set holds a set
            set.table.discard(run, args[0]);
          }
          return Singleton.NONE;
        });
    change(
        type,
        "remove",
        1,
        1,
        (run, set, args) -> {
          if (args[0] instanceof PySet || !set.table.discard(run, args[0])) {
            throw Dicts.keyError(run, args[0]);
          }
          return Singleton.NONE;
        });
    change(
        type,
        "pop",
        0,
        0,
        (run, set, args) -> {
          if (set.table.size == 0) {
            throw run.raise(Types.KEY_ERROR, "pop from an empty set");
          }
          return set.table.pop(run);
        });
    change(
        type,
        "clear",
        0,
        0,
        (run, set, args) -> {
          List<Object> lost = run.waiting.before(run, set);
          set.table.clear();
          run.waiting.lose(run, lost);
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
    look(type, "union", 0, many, Sets::union);
    look(type, "intersection", 0, many, SetMethods::intersection);
    change(
        type,
        "intersection_update",
        0,
        many,
        (run, set, args) -> {
          set.table.become(intersection(run, set, args).table);
          return Singleton.NONE;
        });
    look(
        type,
        "difference",
        0,
        many,
        (run, set, args) -> {
          if (args.length == 0) {
            return Sets.of(run, set);
          }
          PySet left = Sets.difference(run, set, args[0]);
          for (int i = 1; i < args.length; i++) {
            Sets.remove(run, left, args[i]);
          }
          return left;
        });
    change(
        type,
        "difference_update",
        0,
        many,
        (run, set, args) -> {
          for (Object items : args) {
            Sets.remove(run, set, items);
          }
          return Singleton.NONE;
        });
    look(
        type,
        "symmetric_difference",
        1,
        1,
        (run, set, args) -> Sets.symmetricDifference(run, set, args[0]));
    change(
        type,
        "symmetric_difference_update",
        1,
        1,
        (run, set, args) -> {
          Sets.exchange(run, set, args[0]);
          return Singleton.NONE;
        });
    look(
        type,
        "issubset",
        1,
        1,
        (run, set, args) -> {
          PySet other = set(run, args[0]);
          return set.table.size <= other.table.size && Sets.isSubset(run, set, other);
        });
    look(
        type,
        "issuperset",
        1,
        1,
        (run, set, args) ->
            (!(args[0] instanceof PySet other) || other.table.size <= set.table.size)
                && Sets.isSubset(run, args[0], set));
    look(type, "isdisjoint", 1, 1, (run, set, args) -> Sets.areDisjoint(run, set, args[0]));
  }

  private static PySet intersection(Run run, PySet set, Object[] args) {
    PySet kept = args.length == 0 ? Sets.of(run, set) : set;
    for (Object items : args) {
      kept = Sets.intersection(run, kept, items);
    }
    return kept;
  }
}
