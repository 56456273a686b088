package dev.perilla.engine.language.runtime;

/// A dict, in order of insertion.
public final class PyDict extends Mutable {
  static final int BYTES = 200;

  final Table table = new Table();

  PyDict(Run run) {
    super(run);
    run.allocate(BYTES);
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
