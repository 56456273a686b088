package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// Calls of any object.
final class Calls {
  static final Object[] NO_ARGS = {};

  private Calls() {}

  static Object call(Run run, Object callee, Object... args) {
    return call(run, callee, args, Keywords.NONE);
  }

  static Object call(Run run, Object callee, Object[] args, Keywords keywords) {
    return switch (callee) {
      case PyFunction function -> function.call(run, args, keywords);
      case BoundMethod bound -> call(run, bound.function(), prepend(bound.self(), args), keywords);
      case Builtin builtin -> {
        run.step();
        yield builtin.body.call(run, args, keywords);
      }
      case Method.Bound bound -> {
        run.step();
        yield bound.method().body.call(run, bound.self(), args, keywords);
      }
      case PyClass type -> make(run, type, args, keywords);
      case Method method -> unbound(run, method, args, keywords);
      case PyInstance instance -> {
        Object method = instance.type.find(run, "__call__");
        if (method == null) {
          throw notCallable(run, callee);
        }
        yield call(run, Attributes.bind(run, method, instance, instance.type), args, keywords);
      }
      case Descriptor.StaticMethod method -> call(run, method.function(), args, keywords);
      default -> throw notCallable(run, callee);
    };
  }

  private static RuntimeException notCallable(Run run, Object callee) {
    return run.typeError("'" + Types.name(callee) + "' object is not callable");
  }

  static Object[] prepend(Object first, Object[] args) {
    Object[] all = new Object[args.length + 1];
    all[0] = first;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  private static Object unbound(Run run, Method method, Object[] args, Keywords keywords) {
    if (args.length == 0) {
      throw run.typeError(
          method.slot
              ? "descriptor '"
                  + method.name
                  + "' of '"
                  + method.owner.name
                  + "' object needs an argument"
              : "unbound method " + method.owner.name + "." + method.name + "() needs an argument");
    }
    if (!Types.isInstance(args[0], method.owner)) {
      throw run.typeError(
          "descriptor '"
              + method.name
              + (method.slot ? "' requires a '" : "' for '")
              + method.owner.name
              + (method.slot ? "' object but received a '" : "' objects doesn't apply to a '")
              + Types.name(args[0])
              + (method.slot ? "'" : "' object"));
    }
    Object[] rest = new Object[args.length - 1];
    System.arraycopy(args, 1, rest, 0, rest.length);
    run.step();
    return method.body.call(run, args[0], rest, keywords);
  }

  /// Calls what a class says of a special method, with the object as `self`.
  static Object method(Run run, PyInstance self, Object method, Object... args) {
    if (method instanceof PyFunction function) {
      return function.call(run, prepend(self, args), Keywords.NONE);
    }
    return call(run, Attributes.bind(run, method, self, self.type), args, Keywords.NONE);
  }

  /// Calls the special method of an object, or gives `null` where its class has none.
  static @Nullable Object special(Run run, Object object, String name, Object... args) {
    if (!(object instanceof PyInstance instance)) {
      return null;
    }
    Object method = instance.type.find(run, name);
    return method == null ? null : method(run, instance, method, args);
  }

  /// An object of the class.
  static Object make(Run run, PyClass type, Object[] args, Keywords keywords) {
    run.step();
    if (type.builtin) {
      PyClass.Maker maker = type.maker;
      if (maker == null) {
        throw run.typeError("cannot create '" + type.name + "' instances");
      }
      return maker.make(run, type, args, keywords);
    }
    Object init = type.init(run);
    PyInstance made;
    if (type.isException()) {
      made = Exceptions.make(run, type, args);
    } else {
      made = new PyInstance(run, type);
      if (init == null && (args.length > 0 || keywords.size() > 0)) {
        throw run.typeError(type.name + "() takes no arguments");
      }
    }
    if (init == null) {
      if (keywords.size() > 0) {
        throw run.typeError(type.name + "() takes no keyword arguments");
      }
      return made;
    }
    Object result;
    if (init instanceof PyFunction function) {
      result = function.call(run, prepend(made, args), keywords);
    } else {
      result = call(run, Attributes.bind(run, init, made, type), args, keywords);
    }
    if (result != Singleton.NONE) {
      throw run.typeError("__init__() should return None, not '" + Types.name(result) + "'");
    }
    return made;
  }

  // Arguments of builtins

  /// Fails unless there are `least` to `most` arguments, none by name.
  static void arity(Run run, String name, Object[] args, Keywords keywords, int least, int most) {
    if (keywords.size() > 0) {
      throw run.typeError(name + "() takes no keyword arguments");
    }
    arity(run, name, args, least, most);
  }

  /// Likewise for a method of which Python tells the class only where names are given.
  static void arity(
      Run run, PyClass owner, String name, Object[] args, Keywords keywords, int least, int most) {
    if (keywords.size() > 0) {
      throw run.typeError(owner.name + "." + name + "() takes no keyword arguments");
    }
    arity(run, name, args, least, most);
  }

  static void arity(Run run, String name, Object[] args, int least, int most) {
    int given = args.length;
    if (given >= least && given <= most) {
      return;
    }
    String s = least == 1 ? "" : "s";
    if (least == most) {
      throw run.typeError(
          least == 1
              ? name + "() takes exactly one argument (" + given + " given)"
              : least == 0
                  ? name + "() takes no arguments (" + given + " given)"
                  : name + " expected " + least + " argument" + s + ", got " + given);
    }
    throw run.typeError(
        given < least
            ? name + " expected at least " + least + " argument" + s + ", got " + given
            : name
                + " expected at most "
                + most
                + " argument"
                + (most == 1 ? "" : "s")
                + ", got "
                + given);
  }

  /// Fails on a keyword that is not one of `known`.
  static void known(Run run, String name, Keywords keywords, String... known) {
    for (String keyword : keywords.names) {
      boolean ok = false;
      for (String one : known) {
        ok |= one.equals(keyword);
      }
      if (!ok) {
        throw run.typeError("'" + keyword + "' is an invalid keyword argument for " + name + "()");
      }
    }
  }

  /// The argument at a place, or by its name, or `null`.
  static @Nullable Object argument(Object[] args, int at, Keywords keywords, String name) {
    return at < args.length ? args[at] : keywords.get(name);
  }
}
