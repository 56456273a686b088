package dev.perilla.engine.language.runtime;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which attributes an instance has, and in which slot: shared by all instances that got the same
/// attributes in the same order, so that a node can remember the slot.
final class Shape {
  final PyClass owner;
  final String[] names;
  private final Map<String, Integer> slots;
  private final Map<String, Shape> next = new HashMap<>();

  Shape(PyClass owner) {
    this(owner, new String[0], Map.of());
  }

  private Shape(PyClass owner, String[] names, Map<String, Integer> slots) {
    this.owner = owner;
    this.names = names;
    this.slots = slots;
  }

  /// The slot of an attribute, or -1.
  int slot(String name) {
    Integer slot = slots.get(name);
    return slot == null ? -1 : slot;
  }

  /// The shape with one attribute more.
  Shape with(String name) {
    Shape known = next.get(name);
    if (known != null) {
      return known;
    }
    String[] more = new String[names.length + 1];
    System.arraycopy(names, 0, more, 0, names.length);
    more[names.length] = name;
    Map<String, Integer> all = new HashMap<>(slots);
    all.put(name, names.length);
    Shape made = new Shape(owner, more, all);
    if (next.size() < 64) {
      next.put(name, made);
    }
    return made;
  }

  /// The shape of an instance from which an attribute was taken away.
  Shape without(String name) {
    @Nullable Shape shape = null;
    for (String other : names) {
      if (!other.equals(name)) {
        shape = (shape == null ? new Shape(owner) : shape).with(other);
      }
    }
    return shape == null ? new Shape(owner) : shape;
  }
}
