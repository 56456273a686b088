package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.resolve.Coverage;
import org.jspecify.annotations.Nullable;

/// Attributes of any object: what `.name` finds, binds, stores and deletes.
///
/// Long because Python has these rules for each kind of object, and reading, storing and deleting
/// have to agree on them.
final class Attributes {
  private Attributes() {}

  /// `object.name`
  static Object get(Run run, Object object, String name) {
    Object found = find(run, object, name);
    if (found == null) {
      throw missing(run, object, name);
    }
    return found;
  }

  static Unwind missing(Run run, Object object, String name) {
    refuse(run, object, name);
    String text =
        switch (object) {
          case PyClass type -> "type object '" + type.name + "' has no attribute '" + name + "'";
          case PyModule module -> "module '" + module.name + "' has no attribute '" + name + "'";
          case BoundMethod bound ->
              "'" + Types.name(bound.function()) + "' object has no attribute '" + name + "'";
          case Builtin builtin when builtin.isMethod() ->
              "'function' object has no attribute '" + name + "'";
          case PySuper it -> "'super' object has no attribute '" + name + "'";
          default -> "'" + Types.name(object) + "' object has no attribute '" + name + "'";
        };
    return new Unwind.Raise(
        run.exception(Types.ATTRIBUTE_ERROR, new PyTuple(text))
            .about("name", name)
            .about("obj", object));
  }

  /// Stops the program where Python has an attribute that the language leaves out: to go on would
  /// print something else.
  static void refuse(Run run, Object object, String name) {
    String instead = Coverage.refusedAttributes().get(name);
    if (instead != null) {
      throw run.unsupported("the attribute " + name + " is not part of this language", instead);
    }
    if (isLeftOut(object, name)) {
      throw run.unsupported(
          "the attribute " + name + " of " + Types.name(object) + " is not part of this language",
          "write what is meant by it without the attribute");
    }
  }

  private static boolean isLeftOut(Object object, String name) {
    if (object instanceof PyModule module) {
      return Coverage.isLeftOut(module.name, name)
          || (module.name.startsWith("random") && name.startsWith("_"));
    }
    for (PyClass at = Types.of(object); at != null; at = at.base) {
      if (at.builtin && Coverage.isLeftOut(at.name, name)) {
        return true;
      }
    }
    if (object instanceof PyClass type) {
      for (PyClass at = type; at != null; at = at.base) {
        if (at.builtin
            && (Coverage.isLeftOut(at.name, name) || Coverage.isLeftOutOfClass(at.name, name))) {
          return true;
        }
      }
    }
    return false;
  }

  /// The attribute, or `null`.
  static @Nullable Object find(Run run, Object object, String name) {
    return switch (object) {
      case PyInstance instance -> ofInstance(run, instance, name);
      case PyClass type -> ofClass(run, type, name);
      case PyModule module ->
          switch (name) {
            case "__name__" -> module.name;
            case "__class__" -> Types.of(module);
            case String other -> {
              Object own = module.names.get(name);
              yield own != null ? own : special(module, Types.of(module), name);
            }
          };
      case PyValue value -> value.attribute(run, name);
      case PyNudge nudge -> nudge.attribute(name);
      case PySuper it -> ofSuper(run, it, name);
      case PyFunction function -> ofFunction(run, function, name);
      case BoundMethod bound ->
          switch (name) {
            case "__self__" -> bound.self();
            case "__func__" -> bound.function();
            case "__class__" -> Types.METHOD;
            case String other -> {
              Object special = Specials.of(bound, name);
              yield special != null ? special : find(run, bound.function(), name);
            }
          };
      case Builtin builtin when name.equals("__name__") -> builtin.name;
      case Builtin builtin when name.equals("__qualname__") ->
          builtin.owner == null ? builtin.name : builtin.owner.name + "." + builtin.name;
      case Method method ->
          switch (name) {
            case "__name__" -> method.name;
            case "__qualname__" -> method.owner.name + "." + method.name;
            case "__objclass__" -> method.owner;
            case String other -> builtin(object, name);
          };
      case Method.Bound bound ->
          switch (name) {
            case "__name__" -> bound.method().name;
            case "__qualname__" ->
                (bound.method().slot ? bound.method().owner : Types.of(bound.self())).qualifiedName
                    + "."
                    + bound.method().name;
            case "__self__" -> bound.self();
            case String other -> builtin(object, name);
          };
      case Descriptor.Property property -> ofProperty(run, property, name);
      case Descriptor.StaticMethod it -> ofWrapped(run, it, it.function(), name);
      case Descriptor.ClassMethod it -> ofWrapped(run, it, it.function(), name);
      case PyGenerator generator -> ofGenerator(generator, name);
      case PySlice slice ->
          switch (name) {
            case "start" -> slice.low();
            case "stop" -> slice.high();
            case "step" -> slice.step();
            case String other -> builtin(object, name);
          };
      case PyRange range when name.equals("start") -> range.start;
      case PyRange range when name.equals("stop") -> range.stop;
      case PyRange range when name.equals("step") -> range.step;
      case PyWideRange range when name.equals("start") -> range.start;
      case PyWideRange range when name.equals("stop") -> range.stop;
      case PyWideRange range when name.equals("step") -> range.step;
      default -> builtin(object, name);
    };
  }

  private static @Nullable Object builtin(Object object, String name) {
    PyClass type = Types.of(object);
    if (name.equals("__class__")) {
      return type;
    }
    for (PyClass at = type; at != null; at = at.base) {
      switch (at.names.get(name)) {
        case Method method -> {
          return new Method.Bound(object, method);
        }
        case Descriptor.StaticMethod method -> {
          return method.function();
        }
        case null, default -> {}
      }
    }
    if (Arithmetic.isNumber(object)) {
      return switch (name) {
        case "real" -> Arithmetic.plain(object);
        case "numerator" -> object instanceof Double ? null : Arithmetic.plain(object);
        case "imag" -> object instanceof Double ? (Object) 0.0 : (Object) 0L;
        case "denominator" -> object instanceof Double ? null : (Object) 1L;
        case String other -> special(object, type, name);
      };
    }
    return special(object, type, name);
  }

  private static @Nullable Object special(Object object, PyClass type, String name) {
    return Specials.unhashable(type, name).orElseGet(() -> Specials.of(object, name));
  }

  private static @Nullable Object ofInstance(Run run, PyInstance instance, String name) {
    Object inClass = instance.type.find(run, name);
    if (inClass instanceof Descriptor.Property property) {
      Object fallback = instance.type.find(run, "__getattr__");
      try {
        return read(run, property, instance);
      } catch (Unwind.Raise raise) {
        if (fallback == null || !raise.exception.type.isSubclass(Types.ATTRIBUTE_ERROR)) {
          throw about(raise, instance, name);
        }
        return fallBack(run, fallback, instance, name);
      }
    }
    Object own = instance.get(name);
    if (own != null) {
      return own;
    }
    if (inClass != null) {
      return bind(run, inClass, instance, instance.type);
    }
    switch (name) {
      case "__class__" -> {
        return instance.type;
      }
      case "__dict__" -> {
        return instance.type == Types.OBJECT ? null : instance.dict(run);
      }
      case "__doc__" -> {
        return instance.type.builtin ? null : Singleton.NONE;
      }
      case "__module__" -> {
        return instance.type.builtin ? null : instance.type.module;
      }
      case String other -> {}
    }
    if (instance instanceof PyException exception) {
      Object known = Exceptions.attribute(run, exception, name);
      if (known != null) {
        return known;
      }
    }
    Object plain = name.startsWith("__") ? Specials.of(instance, name) : null;
    if (plain != null) {
      return plain;
    }
    Object fallback = instance.type.find(run, "__getattr__");
    return fallback == null ? null : fallBack(run, fallback, instance, name);
  }

  private static Object fallBack(Run run, Object method, PyInstance instance, String name) {
    try {
      return Calls.method(run, instance, method, name);
    } catch (Unwind.Raise raise) {
      throw about(raise, instance, name);
    }
  }

  /// An AttributeError of the program's own tells of what was asked.
  private static Unwind.Raise about(Unwind.Raise raise, PyInstance instance, String name) {
    PyException exception = raise.exception;
    if (exception.type.isSubclass(Types.ATTRIBUTE_ERROR)
        && exception.detail("name") == Singleton.NONE
        && exception.detail("obj") == Singleton.NONE) {
      exception.about("name", name).about("obj", instance);
    }
    return raise;
  }

  private static Object read(Run run, Descriptor.Property property, PyInstance instance) {
    Object get = property.get();
    if (get == null) {
      throw run.raise(Types.ATTRIBUTE_ERROR, property.lacks(instance.type.name, "getter"));
    }
    return Calls.call(run, get, instance);
  }

  private static @Nullable Object ofClass(Run run, PyClass type, String name) {
    switch (name) { // whatever the class itself calls so
      case "__name__" -> {
        return type.name;
      }
      case "__qualname__" -> {
        return type.qualifiedName;
      }
      case "__class__" -> {
        return Types.TYPE;
      }
      case "__base__" -> {
        return type.base == null ? Singleton.NONE : type.base;
      }
      case "__bases__" -> {
        return type.base == null ? PyTuple.EMPTY : new PyTuple(type.base);
      }
      case "__mro__" -> {
        return mro(type);
      }
      case String other -> {}
    }
    Object found = type.find(run, name);
    if (found != null) {
      return bound(run, found, type);
    }
    return switch (name) {
      case "__module__" -> type.module;
      case "__doc__" -> type.builtin ? null : Singleton.NONE;
      case "__call__" -> {
        Object own = Specials.method(type, name);
        yield own == null ? Specials.of(type, name) : own;
      }
      case "mro" -> new Builtin("mro", type, (r, args, keywords) -> new PyList(r, mro(type).items));
      case "__dict__" -> {
        if (type.builtin) {
          throw run.unsupported(
              "the attribute __dict__ of the class " + type.name + " is not part of this language",
              "name the attribute");
        }
        yield PyDict.of(run, type);
      }
      case String other ->
          Specials.unhashable(type, name).orElseGet(() -> Specials.method(type, name));
    };
  }

  private static PyTuple mro(PyClass type) {
    java.util.List<Object> all = new java.util.ArrayList<>();
    for (PyClass at = type; at != null; at = at.base) {
      all.add(at);
    }
    return new PyTuple(all.toArray());
  }

  private static @Nullable Object ofSuper(Run run, PySuper it, String name) {
    PyClass start = it.type().base;
    if (start == null) {
      return null;
    }
    Object found = start.find(run, name);
    if (found != null) {
      return it.self() instanceof PyClass type
          ? bound(run, found, type)
          : bind(run, found, it.self(), Types.of(it.self()));
    }
    return it.self() instanceof PyInstance self
        ? Objects.defaultMethod(run, self, name)
        : Specials.method(start, name);
  }

  private static @Nullable Object ofFunction(Run run, PyFunction function, String name) {
    Object own = function.attribute(name);
    if (own == null) {
      own = function.renamed(name);
    }
    if (own != null) {
      return own;
    }
    return switch (name) {
      case "__name__" -> function.code.name;
      case "__qualname__" -> function.code.qualifiedName;
      case "__module__" -> function.code.module;
      case "__doc__" -> function.code.doc == null ? Singleton.NONE : function.code.doc;
      case "__class__" -> Types.FUNCTION;
      case "__dict__" -> function.dict(run);
      case String other -> special(function, Types.FUNCTION, name);
    };
  }

  /// Of what a decorator wraps: itself, and its names.
  private static @Nullable Object ofWrapped(
      Run run, Descriptor wrapper, Object function, String name) {
    return switch (name) {
      case "__func__", "__wrapped__" -> function;
      case "__name__", "__qualname__", "__module__", "__doc__" -> find(run, function, name);
      case String other -> builtin(wrapper, name);
    };
  }

  private static @Nullable Object ofGenerator(PyGenerator generator, String name) {
    return switch (name) {
      case "__name__" -> generator.name;
      case "__qualname__" -> generator.qualifiedName;
      case String other -> builtin(generator, name);
    };
  }

  private static @Nullable Object ofProperty(Run run, Descriptor.Property property, String name) {
    return switch (name) {
      case "setter" ->
          new Builtin(
              "setter",
              (r, args, keywords) ->
                  new Descriptor.Property(
                          property.get(), args[0], property.delete(), property.doc())
                      .named(property.name()));
      case "getter" ->
          new Builtin(
              "getter",
              (r, args, keywords) ->
                  new Descriptor.Property(
                          args[0], property.set(), property.delete(), property.doc())
                      .named(property.name()));
      case "deleter" ->
          new Builtin(
              "deleter",
              (r, args, keywords) ->
                  new Descriptor.Property(property.get(), property.set(), args[0], property.doc())
                      .named(property.name()));
      case "fget" -> property.get() == null ? Singleton.NONE : property.get();
      case "fset" -> property.set() == null ? Singleton.NONE : property.set();
      case "fdel" -> property.delete() == null ? Singleton.NONE : property.delete();
      case "__doc__" ->
          property.doc() != null
              ? property.doc()
              : property.get() == null ? Singleton.NONE : find(run, property.get(), name);
      case "__class__" -> Types.PROPERTY;
      case String other -> special(property, Types.PROPERTY, name);
    };
  }

  /// The function, bound to the class, or what a property of the class is now.
  private static Object ofClassMethod(Run run, Descriptor.ClassMethod method, PyClass type) {
    return method.function() instanceof Descriptor.Property property && property.get() != null
        ? Calls.call(run, property.get(), type)
        : new BoundMethod(type, method.function());
  }

  /// What a name found in a class means for the class itself, which is `type` or a base of it.
  private static Object bound(Run run, Object found, PyClass type) {
    return switch (found) {
      case Descriptor.ClassMethod method -> ofClassMethod(run, method, type);
      case Descriptor.StaticMethod method -> method.function();
      default -> found;
    };
  }

  /// What a name found in a class means for an object of it.
  static Object bind(Run run, Object found, Object self, PyClass type) {
    return switch (found) {
      case PyFunction function -> new BoundMethod(self, function);
      case Descriptor.StaticMethod method -> method.function();
      case Descriptor.ClassMethod method -> ofClassMethod(run, method, type);
      case Descriptor.Property property when property.get() != null ->
          Calls.call(run, property.get(), self);
      case Method method -> new Method.Bound(self, method);
      default -> found;
    };
  }

  /// `object.name = value`
  static void set(Run run, Object object, String name, Object value) {
    switch (object) {
      case PyInstance instance -> {
        Object custom = instance.type.find(run, "__setattr__");
        if (custom != null) {
          Calls.method(run, instance, custom, name, value);
          return;
        }
        store(run, instance, name, value);
      }
      case PyClass type -> {
        if (type.builtin) {
          throw immutable(run, type, name);
        }
        touch(run, type);
        if (value instanceof PyFunction function && function.owner == null) {
          function.owner = type;
        }
        type.give(run, name, value);
        changed(run);
      }
      case PyValue it -> it.assign(run, name, value);
      case PyFunction function -> {
        function.touch(run);
        switch (name) {
          case "__name__", "__qualname__" -> {
            if (!(value instanceof String)) {
              throw run.typeError(name + " must be set to a string object");
            }
            function.rename(name, value);
          }
          case "__doc__" -> function.rename(name, value);
          case "__dict__" -> {
            if (!(value instanceof PyDict dict)) {
              throw run.typeError(
                  "__dict__ must be set to a dictionary, not a '" + Types.name(value) + "'");
            }
            function.become(dict);
          }
          case String other -> function.dict(run).put(run, name, value);
        }
      }
      case PyGenerator generator when name.equals("__name__") || name.equals("__qualname__") -> {
        if (!(value instanceof String text)) {
          throw run.typeError(name + " must be set to a string object");
        }
        if (name.equals("__name__")) {
          generator.name = text;
        } else {
          generator.qualifiedName = text;
        }
      }
      case Descriptor.Property property when name.equals("__doc__") ->
          throw run.unsupported(
              "another __doc__ for a property is not part of this language",
              "write it into the function that gets the property");
      default -> throw unchangeable(run, object, name);
    }
  }

  /// What is said when an attribute of an object that keeps none is given or taken away: CPython
  /// says it in three ways, by how the class keeps it.
  private static Unwind unchangeable(Run run, Object object, String name) {
    boolean readonly =
        switch (object) {
          case PyRange range -> isOneOf(name, "start", "stop", "step");
          case PyWideRange range -> isOneOf(name, "start", "stop", "step");
          case PySlice slice -> isOneOf(name, "start", "stop", "step");
          case BoundMethod bound -> isOneOf(name, "__func__", "__self__");
          case Descriptor.Property property -> isOneOf(name, "fget", "fset", "fdel");
          case Method method -> isOneOf(name, "__name__", "__objclass__");
          default -> false;
        };
    if (readonly) {
      return run.raise(Types.ATTRIBUTE_ERROR, "readonly attribute");
    }
    boolean computed =
        switch (object) {
          case Builtin builtin ->
              builtin.isMethod()
                  ? name.equals("__doc__")
                  : isOneOf(name, "__name__", "__qualname__", "__self__", "__doc__");
          case Method method -> isOneOf(name, "__qualname__", "__doc__");
          case Method.Bound bound ->
              isOneOf(name, "__name__", "__qualname__", "__self__", "__doc__");
          case BoundMethod bound -> name.equals("__doc__");
          default ->
              Arithmetic.isNumber(object)
                  && isOneOf(name, "real", "imag", "numerator", "denominator");
        };
    String owner = object instanceof Boolean && computed ? "int" : Types.name(object);
    if (computed) {
      return run.raise(
          Types.ATTRIBUTE_ERROR,
          "attribute '" + name + "' of '" + owner + "' objects is not writable");
    }
    boolean isMethod =
        object instanceof BoundMethod || (object instanceof Builtin builtin && builtin.isMethod());
    boolean known = (isMethod ? Specials.of(object, name) : find(run, object, name)) != null;
    if (!known) {
      refuse(run, object, name);
    }
    return run.raise(
        Types.ATTRIBUTE_ERROR,
        known
            ? "'" + owner + "' object attribute '" + name + "' is read-only"
            : "'" + owner + "' object has no attribute '" + name + "'");
  }

  private static boolean isOneOf(String name, String... names) {
    return java.util.List.of(names).contains(name);
  }

  static void store(Run run, PyInstance instance, String name, Object value) {
    if (instance.type.find(run, name) instanceof Descriptor.Property property) {
      Object set = property.set();
      if (set == null) {
        throw run.raise(Types.ATTRIBUTE_ERROR, property.lacks(instance.type.name, "setter"));
      }
      Calls.call(run, set, instance, value);
      return;
    }
    instance.touch(run);
    if (instance.type == Types.OBJECT) {
      throw missing(run, instance, name);
    }
    if (name.equals("__dict__")) {
      if (!(value instanceof PyDict attributes) || attributes.proxy) {
        throw run.typeError(
            "__dict__ must be set to a dictionary, not a '" + Types.name(value) + "'");
      }
      instance.become(attributes);
      return;
    }
    if (instance instanceof PyException exception) {
      switch (name) {
        case "args" -> {
          exception.arguments = new PyTuple(Iterate.measured(run, value));
          return;
        }
        case "__cause__", "__context__" -> {
          if (!(value instanceof PyException) && value != Singleton.NONE) {
            throw run.typeError(
                "exception "
                    + name.replace("_", "")
                    + " must be None or derive from BaseException");
          }
          PyException other = value instanceof PyException given ? given : null;
          if (name.equals("__cause__")) {
            exception.cause = other;
            exception.suppressContext = true;
          } else {
            exception.context = other;
          }
          return;
        }
        case "__suppress_context__" -> {
          if (!(value instanceof Boolean flag)) {
            throw run.typeError("attribute value type must be bool");
          }
          exception.suppressContext = flag;
          return;
        }
        case String other -> {}
      }
    }
    instance.set(run, name, value);
  }

  /// What was found in classes is looked for again.
  private static void changed(Run run) {
    run.steps(20);
    run.classVersion++;
  }

  private static void touch(Run run, PyClass type) {
    if (type.epoch < run.freeze) {
      throw run.lookOnly("the expression changes a class");
    }
  }

  /// `del object.name`
  private static Unwind immutable(Run run, PyClass type, String name) {
    return run.typeError(
        "cannot set '" + name + "' attribute of immutable type '" + type.name + "'");
  }

  static void delete(Run run, Object object, String name) {
    switch (object) {
      case PyInstance instance -> {
        Object inClass = instance.type.find(run, name);
        if (inClass instanceof Descriptor.Property property) {
          Object delete = property.delete();
          if (delete == null) {
            throw run.raise(Types.ATTRIBUTE_ERROR, property.lacks(instance.type.name, "deleter"));
          }
          Calls.call(run, delete, instance);
          return;
        }
        instance.touch(run);
        if (instance instanceof PyException
            && (name.equals("__cause__") || name.equals("__context__") || name.equals("args"))) {
          throw run.typeError(name + " may not be deleted");
        }
        if (name.equals("__dict__") && instance.type != Types.OBJECT) {
          instance.become(new PyDict(run));
        } else if (!instance.delete(name)) {
          refuse(run, object, name);
          throw run.raise(
              Types.ATTRIBUTE_ERROR,
              "'" + instance.type.name + "' object has no attribute '" + name + "'");
        }
      }
      case PyClass type when !type.builtin -> {
        touch(run, type);
        if (name.equals("__name__") || name.equals("__qualname__") || name.equals("__doc__")) {
          throw run.typeError(
              "cannot delete '" + name + "' attribute of immutable type '" + type.name + "'");
        }
        if (type.names.remove(name) == null) {
          throw run.raise(
              Types.ATTRIBUTE_ERROR,
              "type object '" + type.name + "' has no attribute '" + name + "'");
        }
        run.classVersion++;
      }
      case PyFunction function -> {
        function.touch(run);
        int at = function.dict(run).table.position(name);
        if (at >= 0) {
          function.dict(run).table.removeAt(at);
        } else if (name.equals("__doc__")) {
          function.rename(name, Singleton.NONE);
        } else if (name.equals("__name__") || name.equals("__qualname__")) {
          throw run.typeError(name + " must be set to a string object");
        } else if (name.equals("__dict__")) {
          throw run.typeError("cannot delete __dict__");
        } else {
          throw missing(run, object, name);
        }
      }
      case PyClass type -> throw immutable(run, type, name);
      default -> throw unchangeable(run, object, name);
    }
  }
}
