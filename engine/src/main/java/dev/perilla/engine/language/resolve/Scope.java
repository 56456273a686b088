package dev.perilla.engine.language.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A region of names: the module, a function, a class body, a comprehension.
///
/// A comprehension that is not a generator runs in the frame of what surrounds it; its names have
/// slots there.
public final class Scope {
  /// What opens the region.
  public enum Kind {
    MODULE,
    FUNCTION,
    CLASS,
    COMPREHENSION
  }

  /// A name that the region binds or declares.
  static final class Variable {
    boolean bound = false;
    boolean global = false;
    boolean nonlocal = false;
    boolean captured = false;
    boolean shared = false; // with a region within, be it a comprehension
    boolean used = false;
    boolean parameter = false;
    int slot = -1;
  }

  final Kind kind;
  final @Nullable Scope parent;
  final String className; // of the class whose body this is in, for private names; or empty
  final Map<String, Variable> variables = new LinkedHashMap<>();
  private final List<String> free = new ArrayList<>();
  private final List<Scope> inlined = new ArrayList<>();
  private int slots = 0;
  boolean generator = false;
  boolean expression = false; // a generator expression

  Scope(Kind kind, @Nullable Scope parent, String className) {
    this.kind = kind;
    this.parent = parent;
    this.className = className;
    if (kind == Kind.COMPREHENSION && parent != null) {
      parent.host().inlined.add(this);
    }
  }

  public boolean isFunction() {
    return kind == Kind.FUNCTION;
  }

  /// Whether a function of this region is a generator.
  public boolean isGenerator() {
    return generator;
  }

  /// The names that the function gets from around it, in the order of its closure.
  public List<String> free() {
    return free;
  }

  /// The names that CPython keeps in the frame of a function or a comprehension: parameters, and
  /// what nothing within sees.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (kind == Kind.COMPREHENSION) {
      names.add(".0");
    }
    variables.forEach(
        (name, variable) -> {
          boolean own = variable.bound && !variable.global && !variable.nonlocal;
          if (kind != Kind.CLASS && (variable.parameter || (own && !variable.shared))) {
            names.add(name);
          }
        });
    return names;
  }

  /// The slots of its own names, in the order in which CPython lets go of them: what is seen from
  /// within goes last, by its name.
  public List<Integer> own() {
    List<String> names = names();
    List<String> shared = new ArrayList<>(variables.keySet());
    shared.removeAll(names);
    shared.sort(Comparator.naturalOrder());
    names.addAll(shared);
    return names.stream()
        .map(variables::get)
        .filter(it -> it != null && it.slot >= 0)
        .map(it -> it.slot)
        .toList();
  }

  /// How many slots a frame needs for names.
  public int slots() {
    return slots;
  }

  /// The region whose frame this one runs in.
  public Scope host() {
    Scope at = this;
    while (at.kind == Kind.COMPREHENSION && at.parent != null) {
      at = at.parent;
    }
    return at;
  }

  /// The slots that have to hold a new cell each time the region is entered, parameters excepted.
  public List<Integer> cells() {
    List<Integer> cells = new ArrayList<>();
    for (Variable variable : variables.values()) {
      if (variable.captured && variable.slot >= 0) {
        cells.add(variable.slot);
      }
    }
    return cells;
  }

  /// The slot of a name that the region binds, or -1.
  public int slot(String name) {
    Variable variable = variables.get(name);
    return variable == null ? -1 : variable.slot;
  }

  /// Whether inner functions see a name that the region binds.
  public boolean captured(String name) {
    Variable variable = variables.get(name);
    return variable != null && variable.captured;
  }

  Variable variable(String name) {
    return variables.computeIfAbsent(name, key -> new Variable());
  }

  private boolean binds(String name) {
    Variable variable = variables.get(name);
    return variable != null && variable.bound && !variable.global && !variable.nonlocal;
  }

  /// Marks the way of a name from here to where it is bound; whether that is inside a function.
  boolean capture(String name) {
    Scope at = this;
    List<Scope> crossed = new ArrayList<>();
    while (at != null) {
      Variable variable = at.variables.get(name);
      if (variable != null && variable.global) {
        return false;
      }
      boolean visible =
          at.kind == Kind.FUNCTION
              || at.kind == Kind.COMPREHENSION
              || (at.kind == Kind.CLASS && name.equals("__class__") && !crossed.isEmpty());
      if (visible && at.binds(name)) {
        if (at != this && variable != null) {
          variable.shared = true;
        }
        if (!crossed.isEmpty() && variable != null) {
          variable.captured = true;
          for (Scope scope : crossed) {
            if (!scope.free.contains(name)) {
              scope.free.add(name);
            }
          }
        }
        return true;
      }
      if (at.kind == Kind.FUNCTION || at.kind == Kind.CLASS) {
        crossed.add(at);
      }
      at = at.parent;
    }
    return false;
  }

  /// Gives slots to all names of the frame: those of this region in their order, then those of the
  /// comprehensions in it.
  void assignSlots(List<String> parameters) {
    if (kind == Kind.FUNCTION) {
      for (String parameter : parameters) {
        Variable variable = variable(parameter);
        variable.slot = slots++;
        variable.parameter = true;
      }
      for (Variable variable : variables.values()) {
        if (variable.slot < 0 && variable.bound && !variable.global && !variable.nonlocal) {
          variable.slot = slots++;
        }
      }
    }
    if (kind == Kind.CLASS) {
      Variable own = variables.get("__class__");
      if (own != null) {
        own.slot = slots++;
      }
    }
    for (Scope scope : inlined) {
      for (Variable variable : scope.variables.values()) {
        if (variable.bound && !variable.nonlocal) {
          variable.slot = slots++;
        }
      }
    }
  }

  /// Where a name lives, seen from here.
  public Place find(String name) {
    Scope at = this;
    Scope frame = host();
    boolean crossed = false;
    while (at != null) {
      Variable variable = at.variables.get(name);
      if (variable != null && variable.global) {
        return new Place.Global(name);
      }
      if (at.kind == Kind.CLASS
          && at == this
          && variable != null
          && variable.bound
          && !variable.nonlocal
          && !name.equals("__class__")) {
        return new Place.ClassName(name);
      }
      boolean visible = at.kind == Kind.FUNCTION || at.kind == Kind.COMPREHENSION;
      if (visible && at.binds(name) && variable != null && !crossed) {
        return variable.captured
            ? new Place.CellLocal(variable.slot)
            : new Place.Local(variable.slot);
      }
      if (at == frame) {
        int index = frame.free.indexOf(name);
        if (index >= 0) {
          return new Place.Free(index);
        }
        if (at.kind != Kind.CLASS) {
          return new Place.Global(name);
        }
        crossed = true;
      }
      at = at.parent;
    }
    return new Place.Global(name);
  }

  /// A private name of a class body, `__x`, as Python stores it: `_Class__x`.
  public String mangled(String name) {
    if (className.isEmpty() || !name.startsWith("__") || name.endsWith("__")) {
      return name;
    }
    int from = 0;
    while (from < className.length() && className.charAt(from) == '_') {
      from++;
    }
    return from == className.length() ? name : "_" + className.substring(from) + name;
  }

  /// Whether this is a comprehension and the name one of the function around it: CPython calls it
  /// free then.
  public boolean isAroundComprehension(String name) {
    Variable own = variables.get(name);
    return kind == Kind.COMPREHENSION && (own == null || !own.bound);
  }
}
