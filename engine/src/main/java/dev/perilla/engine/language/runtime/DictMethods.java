package dev.perilla.engine.language.runtime;

import java.util.List;

/// The methods of `dict` and its views.
final class DictMethods {
  private DictMethods() {}

  private static void view(String name, PyDict.View.Part part) {
    Constructors.method(
        Types.DICT,
        name,
        (run, self, args, keywords) -> {
          Calls.arity(run, "dict", name, args, keywords, 0, 0);
          return new PyDict.View((PyDict) self, part);
        });
  }

  static void install() {
    PyClass type = Types.DICT;
    view("keys", PyDict.View.Part.KEYS);
    view("values", PyDict.View.Part.VALUES);
    view("items", PyDict.View.Part.ITEMS);
    for (PyClass keysOrItems : new PyClass[] {Types.DICT_KEYS, Types.DICT_ITEMS}) {
      Constructors.method(
          keysOrItems,
          "isdisjoint",
          (run, self, args, keywords) -> {
            Calls.arity(run, keysOrItems.name + ".isdisjoint", args, keywords, 1, 1);
            return Sets.areDisjoint(run, self, args[0]);
          });
    }
    Constructors.method(
        type,
        "get",
        (run, self, args, keywords) -> {
          Calls.arity(run, "dict.get", args, keywords, 1, 2);
          Object value = ((PyDict) self).table.get(run, args[0]);
          return value != null ? value : args.length > 1 ? args[1] : Singleton.NONE;
        });
    Constructors.method(
        type,
        "setdefault",
        (run, self, args, keywords) -> {
          Calls.arity(run, "dict.setdefault", args, keywords, 1, 2);
          PyDict dict = (PyDict) self;
          dict.touch(run);
          return dict.table.putIfAbsent(run, args[0], args.length > 1 ? args[1] : Singleton.NONE);
        });
    Constructors.method(
        type,
        "pop",
        (run, self, args, keywords) -> {
          Calls.arity(run, "dict.pop", args, keywords, 1, 2);
          PyDict dict = (PyDict) self;
          dict.touch(run);
          int at = dict.table.size == 0 ? -1 : dict.table.find(run, args[0]); // no hash is asked
          if (at < 0) {
            if (args.length > 1) {
              return args[1];
            }
            throw Dicts.keyError(run, args[0]);
          }
          Object value = dict.table.value(at);
          dict.table.removeAt(at);
          return value;
        });
    Constructors.method(
        type,
        "popitem",
        (run, self, args, keywords) -> {
          Calls.arity(run, "dict.popitem", args, keywords, 0, 0);
          PyDict dict = (PyDict) self;
          dict.touch(run);
          Table table = dict.table;
          int at = table.last(run);
          if (at < 0) {
            throw run.raise(Types.KEY_ERROR, "popitem(): dictionary is empty");
          }
          PyTuple entry = new PyTuple(table.key(at), table.value(at));
          table.removeAt(at);
          table.used = at;
          return entry;
        });
    Constructors.method(
        type,
        "update",
        (run, self, args, keywords) -> {
          Calls.arity(run, "update", args, 0, 1);
          PyDict dict = (PyDict) self;
          dict.touch(run);
          if (args.length == 1) {
            Dicts.update(run, dict, args[0]);
          }
          for (int i = 0; i < keywords.size(); i++) {
            dict.put(run, keywords.names[i], keywords.values[i]);
          }
          return Singleton.NONE;
        });
    Constructors.method(
        type,
        "clear",
        (run, self, args, keywords) -> {
          Calls.arity(run, "dict.clear", args, keywords, 0, 0);
          ((PyDict) self).touch(run);
          List<Object> lost = run.waiting.before(run, self);
          ((PyDict) self).table.clear();
          run.waiting.lose(run, lost);
          return Singleton.NONE;
        });
    Constructors.method(
        type,
        "copy",
        (run, self, args, keywords) -> {
          Calls.arity(run, "dict.copy", args, keywords, 0, 0);
          return Dicts.copy(run, (PyDict) self);
        });
    for (String name : new String[] {"keys", "values", "items", "get", "copy"}) {
      if (type.names.get(name) instanceof Method method) {
        Constructors.method(Types.PROXY, name, method.body);
      }
    }
    type.names.put(
        "fromkeys",
        new Descriptor.StaticMethod(
            new Builtin(
                "fromkeys",
                Types.DICT,
                (run, args, keywords) -> {
                  Calls.arity(run, "dict.fromkeys", args, keywords, 1, 2);
                  PyDict dict = new PyDict(run);
                  Object value = args.length > 1 ? args[1] : Singleton.NONE;
                  if (args[0] instanceof PySet set) {
                    SetTable table = set.table;
                    dict.table.expect(run, table.size);
                    for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
                      run.step();
                      dict.table.put(run, table.at(at), table.hash(at), value);
                    }
                    return dict;
                  }
                  if (args[0] instanceof PyDict other) {
                    Table table = other.table;
                    dict.table.expect(run, table.size);
                    for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
                      run.step();
                      dict.table.put(run, table.key(at), table.hash(at), value);
                    }
                    return dict;
                  }
                  PyIterator keys = Iterate.over(run, args[0]);
                  for (Object key = keys.next(run); key != null; key = keys.next(run)) {
                    run.step();
                    dict.put(run, key, value);
                  }
                  return dict;
                })));
  }
}
