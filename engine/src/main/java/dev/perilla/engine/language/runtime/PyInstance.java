package dev.perilla.engine.language.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An object of a class that a program wrote.
public class PyInstance extends Mutable {
  static final int BYTES = 64;

  final PyClass type;
  Shape shape;
  Object[] slots = new Object[4];
  final int number; // in order of creation

  PyInstance(Run run, PyClass type) {
    super(run);
    run.allocate(BYTES);
    this.type = type;
    this.shape = type.shape;
    this.number = run.nextNumber++;
  }

  @Nullable Object get(String name) {
    int slot = shape.slot(name);
    return slot < 0 ? null : slots[slot];
  }

  void set(Run run, String name, Object value) {
    int slot = shape.slot(name);
    if (slot >= 0) {
      slots[slot] = value;
      return;
    }
    append(run, shape.with(name), value);
  }

  /// Takes on `grown`, which has one attribute more.
  void append(Run run, Shape grown, Object value) {
    int at = shape.names.length;
    if (at == slots.length) {
      run.allocate(16L * at);
      slots = Arrays.copyOf(slots, at * 2);
    }
    slots[at] = value;
    shape = grown;
  }

  boolean delete(String name) {
    int slot = shape.slot(name);
    if (slot < 0) {
      return false;
    }
    System.arraycopy(slots, slot + 1, slots, slot, shape.names.length - slot - 1);
    slots[shape.names.length - 1] = Singleton.NONE;
    shape = shape.without(name);
    return true;
  }
}
