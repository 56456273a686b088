package dev.perilla.engine.language.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `int | str`: classes any of which will do, for `isinstance`.
record PyUnion(List<PyClass> types) {
  /// `a | b`, or `null` where one of them stands for no class.
  static @Nullable Object of(Object a, Object b) {
    if (a == Types.TYPING || b == Types.TYPING) {
      return Types.TYPING; // in an annotation, where nobody sees it
    }
    if (!(a instanceof PyClass || a instanceof PyUnion)
        && !(b instanceof PyClass || b instanceof PyUnion)) {
      return null;
    }
    List<PyClass> all = new ArrayList<>();
    if (!add(all, a) || !add(all, b)) {
      return null;
    }
    return all.size() == 1 ? all.get(0) : new PyUnion(List.copyOf(all));
  }

  private static boolean add(List<PyClass> all, Object object) {
    switch (object) {
      case PyUnion union -> union.types.forEach(type -> add(all, type));
      case PyClass type -> {
        if (!all.contains(type)) {
          all.add(type);
        }
      }
      case Singleton.NONE -> add(all, Types.NONE);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Whether it means the same classes, in any order.
  boolean sameAs(PyUnion other) {
    return types.containsAll(other.types) && other.types.containsAll(types);
  }

  String repr() {
    List<String> names = new ArrayList<>();
    for (PyClass type : types) {
      names.add(
          type == Types.NONE
              ? "None"
              : (type.builtin ? "" : type.module + ".") + type.qualifiedName);
    }
    return String.join(" | ", names);
  }
}
