package dev.perilla.engine.language.runtime;

/// A dict, in order of insertion.
public final class PyDict extends Mutable {
  static final int BYTES = 200;

  final Table table = new Table();

  final boolean proxy; // whether it only shows the names of a class

  PyDict(Run run) {
    this(run, false);
  }

  private PyDict(Run run, boolean proxy) {
    super(run);
    run.allocate(BYTES);
    this.proxy = proxy;
  }

  /// `C.__dict__`, as it is now.
  static PyDict of(Run run, PyClass type) {
    run.steps(4L * type.names.size());
    PyDict dict = new PyDict(run, true);
    dict.put(run, "__module__", type.module);
    Object doc = type.names.get("__doc__");
    if (doc != null) {
      dict.put(run, "__doc__", doc);
    }
    type.names.forEach(
        (name, value) -> {
          if (!name.equals("__hash__") || value != Singleton.NONE) {
            dict.put(run, name, value);
          }
        });
    if (type.base == Types.OBJECT) {
      dict.put(run, "__dict__", new Descriptor.OfAll("__dict__", type.name));
      dict.put(run, "__weakref__", new Descriptor.OfAll("__weakref__", type.name));
    }
    if (doc == null) {
      dict.put(run, "__doc__", Singleton.NONE);
    }
    if (type.names.get("__hash__") == Singleton.NONE) {
      dict.put(run, "__hash__", Singleton.NONE);
    }
    return dict;
  }

  /// Refuses a change of the names of a class.
  void change(Run run, String what) {
    touch(run);
    if (proxy) {
      throw run.typeError("'mappingproxy' object " + what);
    }
  }

  void put(Run run, Object key, Object value) {
    table.put(run, key, value);
  }

  /// What `keys()`, `values()` and `items()` give: they follow the dict.
  record View(PyDict dict, Part part) {
    enum Part {
      KEYS("dict_keys"),
      VALUES("dict_values"),
      ITEMS("dict_items");

      final String type;

      Part(String type) {
        this.type = type;
      }
    }

    Object at(int position) {
      return switch (part) {
        case KEYS -> dict.table.key(position);
        case VALUES -> dict.table.value(position);
        case ITEMS -> new PyTuple(dict.table.key(position), dict.table.value(position));
      };
    }
  }
}
