package dev.perilla.engine.language.runtime;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A class: one of the language, which nobody can change, or one that a program wrote.
public final class PyClass {
  /// Makes an object of a class of the language.
  interface Maker {
    Object make(Run run, PyClass type, Object[] args, Keywords keywords);
  }

  /// What a class of a program counts for in memory.
  static final int BYTES = 2000;

  String name;
  String qualifiedName;
  final @Nullable PyClass base;
  final Map<String, Object> names = new LinkedHashMap<>();
  final boolean builtin;
  final int epoch;
  final Shape shape;
  final Shape open = new Shape(this); // of instances whose attributes are in a dict
  @Nullable Maker maker;
  String module = "__main__";
  boolean writes = false; // whether it or a base has __setattr__
  private Map<String, Object> found = new HashMap<>();
  private int foundAt = -1;

  /// A class of the language; `names` is filled while its class loads and never again.
  PyClass(String name, @Nullable PyClass base) {
    this.name = name;
    this.qualifiedName = name;
    this.base = base;
    this.builtin = true;
    this.epoch = 0;
    this.shape = new Shape(this);
    this.module = "builtins";
  }

  PyClass(Run run, String name, String qualifiedName, PyClass base) {
    this.name = name;
    this.qualifiedName = qualifiedName;
    this.base = base;
    this.builtin = false;
    this.epoch = run.epoch;
    this.shape = new Shape(this);
  }

  boolean isSubclass(PyClass other) {
    for (PyClass at = this; at != null; at = at.base) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  boolean isException() {
    return isSubclass(Types.BASE_EXCEPTION);
  }

  /// Keeps what a program gives it: a class may be renamed.
  void give(Run run, String attribute, Object value) {
    boolean isName = attribute.equals("__name__");
    if (isName || attribute.equals("__qualname__")) {
      if (!(value instanceof String text)) {
        throw run.typeError(
            "can only assign string to "
                + name
                + "."
                + attribute
                + ", not '"
                + Types.name(value)
                + "'");
      }
      name = isName ? text : name;
      qualifiedName = isName ? qualifiedName : text;
      return;
    }
    if (attribute.equals("__module__") && value instanceof String text) {
      module = text;
    }
    names.put(attribute, value);
  }

  /// What the class or the nearest of its bases says of `name`.
  @Nullable Object find(Run run, String name) {
    if (builtin) {
      return search(name);
    }
    if (foundAt != run.classVersion) {
      found = new HashMap<>();
      foundAt = run.classVersion;
    }
    Object known = found.get(name);
    if (known == null) {
      Object value = search(name);
      for (PyClass at = base; at != null; at = at.base) {
        run.step();
      }
      known = value == null ? Absent.ABSENT : value;
      found.put(name, known);
    }
    return known == Absent.ABSENT ? null : known;
  }

  private @Nullable Object init;
  private int initAt = -1;

  /// `__init__`, or `null`.
  @Nullable Object init(Run run) {
    if (initAt != run.classVersion) {
      init = find(run, "__init__");
      initAt = run.classVersion;
    }
    return init;
  }

  private @Nullable Object hash;
  private int hashAt = -1;

  /// `__hash__`, or `null`.
  @Nullable Object hash(Run run) {
    if (hashAt != run.classVersion) {
      hash = find(run, "__hash__");
      hashAt = run.classVersion;
    }
    return hash;
  }

  private enum Absent {
    ABSENT
  }

  private @Nullable Object search(String wanted) {
    for (PyClass at = this; at != null; at = at.base) {
      Object value = at.names.get(wanted);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /// The nearest base that a program did not write.
  PyClass root() {
    PyClass at = this;
    while (!at.builtin && at.base != null) {
      at = at.base;
    }
    return at;
  }

  @Override
  public String toString() {
    return name;
  }
}
