package dev.perilla.engine.language.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object of a class that a program wrote.
public class PyInstance extends Mutable {
  static final int BYTES = 64;

  private static final int MOST = 64; // attributes in slots: who has more has a dict

  final PyClass type;
  Shape shape;
  Object[] slots = new Object[4];
  final int number; // in order of creation
  private @Nullable PyDict dict; // holds the attributes once the program asked for `__dict__`

  PyInstance(Run run, PyClass type) {
    super(run);
    run.allocate(BYTES);
    this.type = type;
    this.shape = type.shape;
    this.number = run.nextNumber++;
  }

  /// Its hash, where its class says nothing of it: far from ints that are hashes of others, as the
  /// addresses are that CPython takes.
  int hash() {
    return 0x4000_0000 + number;
  }

  @Nullable Object get(String name) {
    if (dict != null) {
      return dict.table.get(name);
    }
    int slot = shape.slot(name);
    return slot < 0 ? null : slots[slot];
  }

  void set(Run run, String name, Object value) {
    if (dict != null) {
      dict.put(run, name, value);
      return;
    }
    int slot = shape.slot(name);
    if (slot >= 0) {
      slots[slot] = value;
      return;
    }
    if (shape.names.length == MOST) {
      PyDict all = attributes(run);
      become(all);
      all.put(run, name, value);
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

  /// The names of its attributes.
  List<String> names() {
    if (dict == null) {
      return List.of(shape.names);
    }
    List<String> names = new ArrayList<>();
    for (int at = dict.table.next(0); at >= 0; at = dict.table.next(at + 1)) {
      if (dict.table.key(at) instanceof String name) {
        names.add(name);
      }
    }
    return names;
  }

  boolean delete(String name) {
    if (dict != null) {
      int at = dict.table.position(name);
      if (at >= 0) {
        dict.table.removeAt(at);
      }
      return at >= 0;
    }
    int slot = shape.slot(name);
    if (slot < 0) {
      return false;
    }
    System.arraycopy(slots, slot + 1, slots, slot, shape.names.length - slot - 1);
    slots[shape.names.length - 1] = Singleton.NONE;
    shape = shape.without(name);
    return true;
  }

  /// Whether no attribute is in a slot that a node may remember.
  boolean isOpen() {
    return dict != null;
  }

  /// `__dict__`: from now on the dict is where the attributes are. For a text, which can only look,
  /// a copy.
  PyDict dict(Run run) {
    if (dict != null) {
      return dict;
    }
    PyDict made = attributes(run);
    if (!run.isLooking()) {
      become(made);
    }
    return made;
  }

  private PyDict attributes(Run run) {
    PyDict made = new PyDict(run);
    for (int i = 0; i < shape.names.length; i++) {
      made.put(run, shape.names[i], slots[i]);
    }
    return made;
  }

  /// `instance.__dict__ = dict`
  void become(PyDict attributes) {
    dict = attributes;
    shape = type.open;
    slots = new Object[0];
  }
}
