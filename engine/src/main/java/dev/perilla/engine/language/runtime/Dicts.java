package dev.perilla.engine.language.runtime;

/// Dicts as wholes.
final class Dicts {
  private Dicts() {}

  static PyDict copy(Run run, PyDict dict) {
    PyDict made = new PyDict(run);
    made.table.copyFrom(run, dict.table, true);
    return made;
  }

  static PyDict union(Run run, PyDict left, PyDict right) {
    PyDict made = copy(run, left);
    update(run, made, right);
    return made;
  }

  /// Whether `**` may stand before it.
  static boolean isMapping(Run run, Object object) {
    return object instanceof PyDict
        || (object instanceof PyInstance instance && instance.type.find(run, "keys") != null);
  }

  /// Puts the entries of a dict, or pairs, into `dict`.
  static void update(Run run, PyDict dict, Object entries) {
    dict.touch(run);
    if (Ops.identical(dict, entries)) {
      return;
    }
    if (entries instanceof PyDict other) {
      dict.table.copyFrom(run, other.table, false);
      return;
    }
    if (entries instanceof PyInstance instance && Builtins.quietly(run, instance, "keys") != null) {
      Object keys = Calls.call(run, Attributes.get(run, instance, "keys"));
      String otherwise =
          Types.name(instance) + ".keys() returned a non-iterable (type " + Types.name(keys) + ")";
      for (Object key : Iterate.listed(run, Iterate.over(run, keys, otherwise))) {
        dict.put(run, key, Sequences.get(run, instance, key));
      }
      return;
    }
    PyIterator iterator = Iterate.over(run, entries);
    run.hold(dict);
    int holding = run.held.size();
    long index = 0;
    for (Object pair = iterator.taken(run); pair != null; pair = iterator.taken(run), index++) {
      run.step();
      run.hold(pair);
      String otherwise =
          "cannot convert dictionary update sequence element #" + index + " to a sequence";
      Object[] two =
          pair instanceof PyList || pair instanceof PyTuple
              ? Iterate.all(run, pair)
              : Iterate.listed(run, Iterate.over(run, pair, otherwise));
      if (two.length != 2) {
        throw run.valueError(
            "dictionary update sequence element #"
                + index
                + " has length "
                + two.length
                + "; 2 is required");
      }
      dict.put(run, two[0], two[1]);
      run.waiting.pop(run, holding);
    }
  }

  static boolean equal(Run run, PyDict a, PyDict b) {
    if (a.table.size != b.table.size) {
      return false;
    }
    run.nest();
    try {
      Table table = a.table;
      for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
        run.step();
        int found = b.table.find(run, table.key(at), table.hash(at));
        Object other = found < 0 ? null : b.table.value(found);
        if (other == null
            || (!Ops.identical(other, table.value(at))
                && !Comparing.equal(run, table.value(at), other))) {
          return false;
        }
      }
      return true;
    } finally {
      run.nesting--;
    }
  }

  static Unwind keyError(Run run, Object key) {
    return new Unwind.Raise(run.exception(Types.KEY_ERROR, new PyTuple(key)));
  }
}
