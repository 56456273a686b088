package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.syntax.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls and attributes.
final class CallNodes {
  private CallNodes() {}

  static Object[] evalAll(Frame f, Node[] nodes) {
    Object[] values = new Object[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      values[i] = nodes[i].eval(f);
    }
    return values;
  }

  /// A call that the program writes, of any object.
  private static Object written(Run run, Object target, Object[] args, Keywords keywords) {
    if (target instanceof PyFunction function) {
      Frame inner = function.frame(run, args, keywords);
      inner.direct = true;
      return function.start(inner);
    }
    if (!(target instanceof Builtin builtin && builtin.counted)) {
      run.within();
    }
    return Calls.call(run, target, args, keywords);
  }

  /// A call with positional arguments alone.
  static final class Call extends Node {
    private final Node callee;
    private final Node[] args;

    Call(Syntax syntax, Node callee, Node[] args) {
      super(syntax);
      this.callee = callee;
      this.args = args;
    }

    @Override
    Object eval(Frame f) {
      Object target = callee.eval(f);
      if (target instanceof PyFunction function
          && function.simple
          && function.defaults.length >= args.length) {
        Frame inner = new Frame(f.run, function.code, function.closure);
        if (function.fill(inner, args.length)) {
          for (int i = 0; i < args.length; i++) {
            inner.slots[i] = args[i].eval(f);
          }
          inner.direct = true;
          try {
            return function.start(inner);
          } catch (RuntimeException e) {
            throw Unwind.place(e, syntax, f);
          }
        }
      } else if (target instanceof PyClass type
          && !type.builtin
          && type.init(f.run) instanceof PyFunction init
          && init.simple
          && init.defaults.length > args.length
          && !type.isException()) {
        Frame inner = new Frame(f.run, init.code, init.closure);
        if (init.fill(inner, args.length + 1)) {
          for (int i = 0; i < args.length; i++) {
            inner.slots[i + 1] = args[i].eval(f);
          }
          try {
            f.run.within();
            f.run.step();
            PyInstance made = new PyInstance(f.run, type);
            inner.slots[0] = made;
            Object result = init.start(inner);
            if (result != Singleton.NONE) {
              throw f.run.typeError(
                  "__init__() should return None, not '" + Types.name(result) + "'");
            }
            return made;
          } catch (RuntimeException e) {
            throw Unwind.place(e, syntax, f);
          }
        }
      }
      Object[] values = evalAll(f, args);
      try {
        Object result = written(f.run, target, values, Keywords.NONE);
        f.run.remarks.place(syntax);
        return result;
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  /// A call with names or stars among its arguments.
  static final class Spread extends Node {
    /// Methods of which CPython has forgotten the class when they are called apart from the object.
    private static final String NAMELESS =
        " count find index rfind rindex startswith endswith update union intersection difference"
            + " intersection_update difference_update ";

    private final Node callee;
    private final Expr.Pass[] passes;
    private final String[] names;
    private final Node[] args;
    private final boolean alone; // whether nothing else is given by position beside a star
    final boolean stars; // whether its arguments are collected first

    Spread(Syntax syntax, Node callee, Expr.Pass[] passes, String[] names, Node[] args) {
      super(syntax);
      this.callee = callee;
      this.passes = passes;
      this.names = names;
      this.args = args;
      int given = 0;
      boolean hasStars = false;
      for (Expr.Pass pass : passes) {
        given += (pass == Expr.Pass.STAR || pass == Expr.Pass.POSITION) ? 1 : 0;
        hasStars |= pass == Expr.Pass.STAR || pass == Expr.Pass.DOUBLE_STAR;
      }
      this.alone = given == 1;
      this.stars = hasStars;
    }

    @Override
    Object eval(Frame f) {
      int mark = f.run.held.size();
      Object target = callee.eval(f);
      List<Object> positional = new ArrayList<>();
      List<String> keywords = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      boolean named = true; // whether all keywords are texts, which the call asks
      Object only = null; // what a star that is alone stands before is walked by the call
      for (int i = 0; i < args.length; i++) {
        Object value = args[i].eval(f);
        try {
          switch (passes[i]) {
            case POSITION -> positional.add(value);
            case KEYWORD -> add(f.run, target, keywords, values, names[i], value);
            case STAR -> {
              if (alone) {
                only = value;
              } else {
                positional.addAll(star(f.run, target, value));
              }
            }
            case DOUBLE_STAR -> named &= doubleStar(f.run, target, keywords, values, value);
          }
        } catch (RuntimeException e) {
          throw Unwind.place(e, syntax, f);
        }
      }
      try {
        if (only != null) {
          positional.addAll(star(f.run, target, only));
        }
        if (!named) {
          throw Builtins.isCallable(f.run, target)
              ? looksAtNames(f.run, target)
                  ? f.run.typeError("keywords must be strings")
                  : f.run.unsupported(
                      "a keyword that is no text is not part of this language here",
                      "write its name as a text")
              : Calls.notCallable(f.run, target);
        }
        if (f.code.holds) {
          move(f.run, mark, target, positional, values);
        }
        if (target instanceof Method.Bound bound
            && !keywords.isEmpty()
            && (stars || !(callee instanceof Attribute))
            && (bound.self() instanceof String || bound.self() instanceof PySet)
            && NAMELESS.contains(" " + bound.method().name + " ")) {
          throw f.run.typeError(bound.method().name + "() takes no keyword arguments");
        }
        Object result =
            written(
                f.run,
                target,
                positional.toArray(),
                keywords.isEmpty()
                    ? Keywords.NONE
                    : new Keywords(keywords.toArray(new String[0]), values.toArray()));
        f.run.remarks.place(syntax);
        return result;
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      } finally {
        f.run.moves = false;
      }
    }

    /// What a function of the program is called with moves to its variables; what a star stood
    /// before is in a row that the call holds.
    private void move(
        Run run, int mark, Object target, List<Object> positional, List<Object> values) {
      Object function = target instanceof BoundMethod bound ? bound.function() : target;
      if (stars) {
        run.release(mark);
        run.held.add(target);
        run.held.add(new PyTuple(positional.toArray()));
        run.held.add(new PyTuple(values.reversed().toArray())); // the first one goes first
      } else if (function instanceof PyFunction) {
        run.release(mark);
        run.held.add(function);
        run.moves = true;
      }
    }

    /// Whether it is a function of the program, where CPython looks at names before it calls.
    private static boolean looksAtNames(Run run, Object callee) {
      return callee instanceof PyFunction
          || callee instanceof BoundMethod
          || (callee instanceof PyClass type && type.init(run) instanceof PyFunction);
    }

    private static String name(Run run, Object callee) {
      return switch (callee) {
        case PyFunction function -> function.code.module + "." + function.qualifiedName() + "()";
        case BoundMethod bound -> name(run, bound.function());
        case PyClass type -> (type.builtin ? "" : type.module + ".") + type.qualifiedName + "()";
        case Method.Bound bound -> name(run, bound.method());
        case Method method -> method.owner.name + "." + method.name + "()";
        case Builtin builtin ->
            (Modules.isOfMath(run, builtin) ? "math." : builtin.isMethod() ? "random.Random." : "")
                + builtin.name
                + "()";
        default -> Show.str(run, callee);
      };
    }

    private List<Object> star(Run run, Object callee, Object value) {
      if (!Iterate.isIterable(run, value)) {
        throw run.typeError(
            (alone ? name(run, callee) + " argument" : "Value")
                + " after * must be an iterable, not "
                + Types.name(value));
      }
      return Arrays.asList(Iterate.measured(run, value));
    }

    /// Takes the entries as keywords, unless one has a key that is no text.
    private static boolean doubleStar(
        Run run, Object callee, List<String> keywords, List<Object> values, Object value) {
      PyDict dict;
      if (value instanceof PyDict given) {
        dict = given;
      } else if (Dicts.isMapping(run, value)) {
        dict = new PyDict(run);
        Dicts.update(run, dict, value);
      } else {
        throw run.typeError(
            name(run, callee) + " argument after ** must be a mapping, not " + Types.name(value));
      }
      Table table = dict.table;
      run.steps(2L * table.size + keywords.size()); // each is looked for here, and as a parameter
      Set<String> before = new HashSet<>(keywords); // the names of a dict are different anyway
      for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
        run.step();
        if (!(table.key(at) instanceof String name)) {
          return false;
        }
        if (before.contains(name)) {
          throw twice(run, callee, name);
        }
        keywords.add(name);
        values.add(table.value(at));
      }
      return true;
    }

    private static Unwind twice(Run run, Object callee, String name) {
      return run.typeError(
          name(run, callee) + " got multiple values for keyword argument '" + name + "'");
    }

    private static void add(
        Run run,
        Object callee,
        List<String> keywords,
        List<Object> values,
        String name,
        Object value) {
      run.steps(keywords.size() / 32);
      if (keywords.contains(name)) {
        throw twice(run, callee, name);
      }
      keywords.add(name);
      values.add(value);
    }
  }

  /// `object.name(…)` with positional arguments alone: no bound method is made.
  static final class MethodCall extends Node {
    private final Node object;
    private final Syntax attribute;
    private final String name;
    private final Node[] args;
    private @Nullable Shape shape;
    private int version = -1;
    private @Nullable PyFunction known;
    private @Nullable Class<?> javaClass;
    private @Nullable Method method;

    MethodCall(Syntax syntax, Syntax attribute, Node object, String name, Node[] args) {
      super(syntax);
      this.attribute = attribute;
      this.object = object;
      this.name = name;
      this.args = args;
    }

    @Override
    Object eval(Frame f) {
      Object self = object.eval(f);
      if (self instanceof PyInstance instance) {
        if (instance.shape == shape && f.run.classVersion == version && known != null) {
          return call(f, known, instance);
        }
        PyFunction found = find(f.run, instance);
        if (found != null) {
          return call(f, found, instance);
        }
      } else {
        Method found = method;
        if (found == null || self.getClass() != javaClass) {
          found = builtin(self);
        }
        if (found != null) {
          Object[] values = evalAll(f, args);
          try {
            f.run.step();
            if (!found.name.equals("append")) {
              f.run.within();
            }
            Object result = found.body.call(f.run, self, values, Keywords.NONE);
            f.run.remarks.place(syntax);
            return result;
          } catch (RuntimeException e) {
            throw Unwind.place(e, syntax, f);
          }
        }
      }
      Object target;
      try {
        target = Attributes.get(f.run, self, name);
      } catch (RuntimeException e) {
        throw Unwind.place(e, attribute, f);
      }
      Object[] values = evalAll(f, args);
      try {
        Object result = written(f.run, target, values, Keywords.NONE);
        f.run.remarks.place(syntax);
        return result;
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    private @Nullable PyFunction find(Run run, PyInstance instance) {
      if (instance.shape.slot(name) < 0
          && !instance.isOpen()
          && instance.type.find(run, name) instanceof PyFunction function) {
        shape = instance.shape;
        version = run.classVersion;
        known = function;
        return function;
      }
      return null;
    }

    private @Nullable Method builtin(Object self) {
      boolean plain =
          self instanceof PyList
              || self instanceof String
              || self instanceof PyDict
              || self instanceof PySet
              || (self instanceof PyValue value && value.isPlain());
      Method found = plain ? Types.method(self, name) : null;
      if (found != null && !(self instanceof PyValue)) {
        javaClass = self.getClass();
        method = found;
      }
      return found;
    }

    private Object call(Frame f, PyFunction function, PyInstance self) {
      if (function.simple && function.defaults.length > args.length) {
        Frame inner = new Frame(f.run, function.code, function.closure);
        if (function.fill(inner, args.length + 1)) {
          inner.slots[0] = self;
          for (int i = 0; i < args.length; i++) {
            inner.slots[i + 1] = args[i].eval(f);
          }
          inner.direct = true;
          try {
            return function.start(inner);
          } catch (RuntimeException e) {
            throw Unwind.place(e, syntax, f);
          }
        }
      }
      Object[] values = new Object[args.length + 1];
      values[0] = self;
      for (int i = 0; i < args.length; i++) {
        values[i + 1] = args[i].eval(f);
      }
      try {
        return written(f.run, function, values, Keywords.NONE);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  /// `super()` without arguments.
  static final class Super extends Node {
    private final @Nullable Node type; // the class around, if there is one
    private final int self;

    Super(Syntax syntax, @Nullable Node type, int self) {
      super(syntax);
      this.type = type;
      this.self = self;
    }

    @Override
    Object eval(Frame f) {
      Object object = self < 0 ? null : f.slots[self];
      if (object instanceof Cell cell) {
        object = cell.value;
      }
      try {
        if (object == null || type == null || !(type.eval(f) instanceof PyClass known)) {
          throw missing(f.run, object);
        }
        return PySuper.of(f.run, known, object);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    private Unwind missing(Run run, @Nullable Object object) {
      String what =
          self < 0
              ? "no arguments"
              : object == null ? "arg[0] deleted" : "__class__ cell not found";
      return run.raise(Types.RUNTIME_ERROR, "super(): " + what);
    }
  }

  /// `object.grad`, read to put it somewhere.
  static final class Gradient extends Node {
    private final Attribute attribute;

    Gradient(Attribute attribute) {
      super(attribute.syntax);
      this.attribute = attribute;
    }

    @Override
    Object eval(Frame f) {
      Object object = attribute.object.eval(f);
      Object gradient = attribute.get(f, object);
      if (object instanceof PyValue value) {
        f.run.sweeps.holds(value.value(), gradient);
      }
      return gradient;
    }
  }

  static final class Attribute extends Node implements Node.Target {
    private final Node object;
    private final String name;
    private @Nullable Shape shape;
    private @Nullable Shape before; // of objects that get the attribute here
    private int slot;
    private int version = -1;

    Attribute(Syntax syntax, Node object, String name) {
      super(syntax);
      this.object = object;
      this.name = name;
    }

    Node object() {
      return object;
    }

    @Override
    Object eval(Frame f) {
      return get(f, object.eval(f));
    }

    Object get(Frame f, Object self) {
      if (self instanceof PyInstance instance) {
        if (instance.shape == shape && f.run.classVersion == version) {
          return instance.slots[slot];
        }
        int own = instance.shape.slot(name);
        if (own >= 0 && !(instance.type.find(f.run, name) instanceof Descriptor.Property)) {
          shape = instance.shape;
          slot = own;
          version = f.run.classVersion;
          return instance.slots[own];
        }
      }
      try {
        return Attributes.get(f.run, self, name);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    @Override
    public void assign(Frame f, Object value) {
      set(f, object.eval(f), value);
    }

    void set(Frame f, Object self, Object value) {
      Shape old = null;
      if (self instanceof PyInstance instance) {
        old = instance.shape;
        if (f.run.classVersion == version
            && instance.epoch >= f.run.freeze
            && !instance.type.writes) {
          if (old == shape) {
            instance.slots[slot] = value;
            return;
          }
          if (old == before && shape != null) {
            instance.append(f.run, shape, value);
            return;
          }
        }
      }
      try {
        Attributes.set(f.run, self, name, value);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
      if (self instanceof PyInstance instance && !(instance instanceof PyException)) {
        remember(f.run, instance, old);
      }
    }

    /// @param old its shape before it was given the attribute
    private void remember(Run run, PyInstance instance, @Nullable Shape old) {
      int own = instance.shape.slot(name);
      if (own >= 0 && !(instance.type.find(run, name) instanceof Descriptor.Property)) {
        boolean isNew = old != null && old.slot(name) < 0 && own == old.names.length;
        before = isNew ? old : null;
        shape = instance.shape;
        slot = own;
        version = run.classVersion;
      }
    }

    @Override
    public void delete(Frame f) {
      Object self = object.eval(f);
      try {
        Attributes.delete(f.run, self, name);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }
}
