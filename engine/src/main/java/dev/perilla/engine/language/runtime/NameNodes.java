package dev.perilla.engine.language.runtime;

/// Names: read, assigned, deleted.
final class NameNodes {
  private NameNodes() {}

  static final class Local extends Node implements Node.Target {
    private final int slot;
    private final String name;
    private final boolean outside; // of the comprehension that reads it

    Local(Syntax syntax, int slot, String name, boolean outside) {
      super(syntax);
      this.slot = slot;
      this.name = name;
      this.outside = outside;
    }

    int slot() {
      return slot;
    }

    @Override
    Object eval(Frame f) {
      Object value = f.slots[slot];
      if (value == null) {
        throw outside ? free(f, syntax, name) : unbound(f, syntax, name);
      }
      return value;
    }

    @Override
    public void assign(Frame f, Object value) {
      f.slots[slot] = value;
    }

    @Override
    public void delete(Frame f) {
      eval(f);
      f.slots[slot] = null;
    }
  }

  private static RuntimeException unbound(Frame f, Syntax syntax, String name) {
    return Unwind.place(
        f.run.raise(
            Types.UNBOUND_LOCAL_ERROR,
            "cannot access local variable '" + name + "' where it is not associated with a value"),
        syntax,
        f);
  }

  private static RuntimeException free(Frame f, Syntax syntax, String name) {
    String free = "cannot access free variable '" + name;
    return Unwind.place(
        missing(f, name, free + "' where it is not associated with a value in enclosing scope"),
        syntax,
        f);
  }

  private static Unwind undefined(Frame f, String name) {
    return missing(f, name, "name '" + name + "' is not defined");
  }

  private static Unwind missing(Frame f, String name, String text) {
    return new Unwind.Raise(
        f.run.exception(Types.NAME_ERROR, new PyTuple(text)).about("name", name));
  }

  static final class CellLocal extends Node implements Node.Target {
    private final int slot;
    private final String name;
    private final boolean outside;

    CellLocal(Syntax syntax, int slot, String name, boolean outside) {
      super(syntax);
      this.slot = slot;
      this.name = name;
      this.outside = outside;
    }

    static Cell cell(Frame f, int slot) {
      if (f.slots[slot] instanceof Cell cell) {
        return cell;
      }
      Cell made = new Cell(f.run.epoch, null);
      f.slots[slot] = made;
      return made;
    }

    @Override
    Object eval(Frame f) {
      Object value = cell(f, slot).value;
      if (value == null) {
        throw outside ? free(f, syntax, name) : unbound(f, syntax, name);
      }
      return value;
    }

    @Override
    public void assign(Frame f, Object value) {
      cell(f, slot).value = value;
    }

    @Override
    public void delete(Frame f) {
      eval(f);
      cell(f, slot).value = null;
    }
  }

  static final class Free extends Node implements Node.Target {
    private final int index;
    private final String name;

    Free(Syntax syntax, int index, String name) {
      super(syntax);
      this.index = index;
      this.name = name;
    }

    @Override
    Object eval(Frame f) {
      Object value = f.closure[index].value;
      if (value == null) {
        throw free(f, syntax, name);
      }
      return value;
    }

    private void touch(Frame f) {
      if (f.closure[index].epoch < f.run.freeze) {
        throw Unwind.place(f.run.lookOnly("the expression assigns to " + name), syntax, f);
      }
    }

    @Override
    public void assign(Frame f, Object value) {
      touch(f);
      f.closure[index].value = value;
    }

    @Override
    public void delete(Frame f) {
      eval(f);
      touch(f);
      f.closure[index].value = null;
    }
  }

  static final class Global extends Node implements Node.Target {
    private final GlobalCell cell;

    Global(Syntax syntax, GlobalCell cell) {
      super(syntax);
      this.cell = cell;
    }

    @Override
    Object eval(Frame f) {
      Object value = cell.value;
      if (value != null) {
        return value;
      }
      value = cell.builtin;
      if (value == null) {
        throw Unwind.place(undefined(f, cell.name), syntax, f);
      }
      return value;
    }

    GlobalCell cell() {
      return cell;
    }

    private void touch(Frame f) {
      if (f.run.freeze > 0) {
        throw Unwind.place(f.run.lookOnly("the expression assigns to " + cell.name), syntax, f);
      }
    }

    @Override
    public void assign(Frame f, Object value) {
      touch(f);
      cell.give(f.run, value);
    }

    @Override
    public void delete(Frame f) {
      touch(f);
      if (cell.value == null) {
        throw Unwind.place(undefined(f, cell.name), syntax, f);
      }
      cell.value = null;
    }
  }

  /// A name of a class body, or what is outside it.
  static final class InClass extends Node implements Node.Target {
    private final String name;
    private final Node outside;

    InClass(Syntax syntax, String name, Node outside) {
      super(syntax);
      this.name = name;
      this.outside = outside;
    }

    private static PyNamespace names(Frame f) {
      PyNamespace namespace = f.namespace;
      if (namespace == null) {
        throw new IllegalStateException("a class body without names");
      }
      return namespace;
    }

    @Override
    Object eval(Frame f) {
      Object value = names(f).names.get(name);
      return value != null ? value : outside.eval(f);
    }

    @Override
    public void assign(Frame f, Object value) {
      names(f).names.put(name, value);
    }

    @Override
    public void delete(Frame f) {
      if (names(f).names.remove(name) == null) {
        throw Unwind.place(undefined(f, name), syntax, f);
      }
    }
  }
}
