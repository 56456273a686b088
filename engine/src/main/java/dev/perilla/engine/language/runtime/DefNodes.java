package dev.perilla.engine.language.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What defines functions, classes and modules' names.
final class DefNodes {
  private DefNodes() {}

  /// Where a cell of a new closure comes from: a slot of the frame, or its own closure.
  record Capture(boolean own, int index) {
    Cell cell(Frame f) {
      return own ? NameNodes.CellLocal.cell(f, index) : f.closure[index];
    }
  }

  /// Makes a function: of a `def`, a lambda or a generator expression.
  static final class Function extends Node {
    private final Code code;
    private final Signature signature;
    private final Stm body;
    private final @Nullable Node[] defaults;
    private final Capture[] captures;

    Function(
        Syntax syntax,
        Code code,
        Signature signature,
        Stm body,
        @Nullable Node[] defaults,
        Capture[] captures) {
      super(syntax);
      this.code = code;
      this.signature = signature;
      this.body = body;
      this.defaults = defaults;
      this.captures = captures;
    }

    PyFunction make(Frame f) {
      @Nullable Object[] values = new @Nullable Object[defaults.length];
      for (int i = 0; i < values.length; i++) {
        Node value = defaults[i];
        values[i] = value == null ? null : value.eval(f);
      }
      return new PyFunction(f.run, code, signature, body, values, closure(f, captures));
    }

    @Override
    Object eval(Frame f) {
      try {
        return make(f);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  /// A function whose annotations are evaluated after its defaults, and not kept.
  static final class Annotated extends Node {
    private final Node made;
    private final Node[] annotations;

    Annotated(Node made, Node[] annotations) {
      super(made.syntax);
      this.made = made;
      this.annotations = annotations;
    }

    @Override
    Object eval(Frame f) {
      Object function = made.eval(f);
      for (Node annotation : annotations) {
        annotation.eval(f);
      }
      return function;
    }
  }

  /// `list[int]` in an annotation, which stands for the class; any other object is asked for the
  /// item.
  static final class Generic extends Node {
    private final DataNodes.Index index;

    Generic(DataNodes.Index index) {
      super(index.syntax);
      this.index = index;
    }

    @Override
    Object eval(Frame f) {
      Object object = index.object().eval(f);
      Object item = index.index().eval(f);
      if (object instanceof PyClass type && Sequences.isGeneric(type)) {
        return type;
      }
      try {
        return Sequences.get(f.run, object, item);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  static Cell[] closure(Frame f, Capture[] captures) {
    Cell[] closure = new Cell[captures.length];
    for (int i = 0; i < closure.length; i++) {
      closure[i] = captures[i].cell(f);
    }
    return closure;
  }

  /// Calls decorators, the innermost first.
  static final class Decorated extends Node {
    private final Node[] decorators;
    private final Node made;

    Decorated(Syntax syntax, Node[] decorators, Node made) {
      super(syntax);
      this.decorators = decorators;
      this.made = made;
    }

    @Override
    Object eval(Frame f) {
      Object[] calls = CallNodes.evalAll(f, decorators);
      Object value = made.eval(f);
      for (int i = calls.length - 1; i >= 0; i--) {
        try {
          value = Calls.call(f.run, calls[i], value);
        } catch (RuntimeException e) {
          throw Unwind.place(e, decorators[i].syntax, f);
        }
      }
      return value;
    }
  }

  /// Runs a class body and makes the class.
  static final class ClassOf extends Node {
    private final Code code;
    private final @Nullable Node base;
    private final Stm body;
    private final Capture[] captures;
    private final int own; // the slot of the cell `__class__`, or -1
    private final @Nullable String doc;

    ClassOf(
        Syntax syntax,
        Code code,
        @Nullable Node base,
        Stm body,
        Capture[] captures,
        int own,
        @Nullable String doc) {
      super(syntax);
      this.code = code;
      this.base = base;
      this.body = body;
      this.captures = captures;
      this.own = own;
      this.doc = doc;
    }

    @Override
    Object eval(Frame f) {
      Object parent = base == null ? Types.OBJECT : base.eval(f);
      try {
        if (!(parent instanceof PyClass known)) {
          throw f.run.unsupported(
              "a class that inherits from a "
                  + Types.name(parent)
                  + " is not part of this language",
              "inherit from a class");
        }
        if (known.builtin && known != Types.OBJECT && !known.isException()) {
          throw f.run.unsupported(
              "a class that inherits from " + known.name + " is not part of this language",
              "keep one in an attribute");
        }
        return make(f, known);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    /// What is looked for in a class is looked for in all of its bases.
    private static void deep(Run run, PyClass parent) {
      int bases = 0;
      for (PyClass at = parent; at != null; at = at.base) {
        bases++;
      }
      if (bases > run.limits.depth()) {
        throw run.tooDeep(": more than " + run.limits.depth() + " classes inherit from each other");
      }
    }

    private PyClass make(Frame f, PyClass parent) {
      Run run = f.run;
      run.allocate(PyClass.BYTES);
      run.steps(40);
      deep(run, parent);
      Frame inner = new Frame(run, code, closure(f, captures));
      PyNamespace namespace = new PyNamespace();
      inner.namespace = namespace;
      run.enter(inner);
      try {
        body.exec(inner);
      } catch (Unwind unwind) {
        unwind.placed = false;
        if (run.holds && unwind instanceof Unwind.Raise raise) {
          Waiting.keep(raise.exception, inner);
        }
        throw unwind;
      } finally {
        run.leave();
      }
      PyClass type = new PyClass(run, code.name, code.qualifiedName, parent);
      type.module = code.module;
      if (doc != null) {
        type.names.put("__doc__", doc);
      }
      for (Map.Entry<String, Object> entry : namespace.names.entrySet()) {
        type.names.put(entry.getKey(), entry.getValue());
        if (entry.getValue() instanceof Descriptor.Property property) {
          property.named(entry.getKey());
        }
      }
      if (type.names.containsKey("__eq__") && !type.names.containsKey("__hash__")) {
        type.names.put("__hash__", Singleton.NONE);
      }
      type.writes = parent.writes || type.names.containsKey("__setattr__");
      run.classVersion++;
      if (own >= 0) {
        NameNodes.CellLocal.cell(inner, own).value = type;
      }
      return type;
    }
  }

  /// A module, while there are any: at its end Python takes them away one after the other.
  private static PyModule loaded(Run run, String module) {
    if (run.ends) {
      throw Waiting.left();
    }
    return Modules.load(run, module);
  }

  /// `import a.b as c`, and `from a import b`.
  static final class Import extends Stm {
    private final String module;
    private final @Nullable String name; // of what is taken out of the module
    private final Node.Target target;

    Import(Syntax syntax, String module, @Nullable String name, Node.Target target) {
      super(syntax);
      this.module = module;
      this.name = name;
      this.target = target;
    }

    @Override
    int exec(Frame f) {
      PyModule found = loaded(f.run, module);
      if (name == null) {
        target.assign(f, found);
        return NEXT;
      }
      Object value = found.names.get(name);
      if (value == null) {
        PyTuple text =
            new PyTuple(
                "cannot import name '" + name + "' from '" + module + "' (unknown location)");
        PyException failed = f.run.exception(Types.IMPORT_ERROR, text);
        throw new Unwind.Raise(failed.about("name", module));
      }
      target.assign(f, value);
      return NEXT;
    }
  }

  /// `from a import *`
  static final class ImportAll extends Stm {
    private final String module;

    ImportAll(Syntax syntax, String module) {
      super(syntax);
      this.module = module;
    }

    @Override
    int exec(Frame f) {
      for (Map.Entry<String, Object> entry : loaded(f.run, module).names.entrySet()) {
        if (!entry.getKey().startsWith("_")) {
          f.run.global(entry.getKey()).give(f.run, entry.getValue());
        }
      }
      return NEXT;
    }
  }
}
