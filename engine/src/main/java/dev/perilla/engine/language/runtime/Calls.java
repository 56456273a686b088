package dev.perilla.engine.language.runtime;

import java.util.ArrayList;
import java.util.List;
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

  static RuntimeException notCallable(Run run, Object callee) {
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
      if (type == Types.FUNCTION || type == Types.METHOD) {
        throw run.unsupported(
            "a " + type.name + " that is made of its parts is not part of this language",
            "write a def or a lambda");
      }
      if (maker == null) {
        throw run.typeError(
            "cannot create '" + (type == Types.UNION ? "types." : "") + type.name + "' instances");
      }
      return maker.make(run, type, args, keywords);
    }
    Object init = type.init(run);
    PyInstance made;
    if (type.isException()) {
      PyException exception = Exceptions.make(run, type, args);
      if (init == null) {
        Exceptions.init(run, exception, args, keywords);
      }
      made = exception;
    } else {
      made = new PyInstance(run, type);
      if (init == null && (args.length > 0 || keywords.size() > 0)) {
        throw run.typeError(type.name + "() takes no arguments");
      }
    }
    if (init == null) {
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

  /// Fails if an argument is given by name.
  static void unnamed(Run run, String name, Keywords keywords) {
    if (keywords.size() > 0) {
      throw run.typeError(name + "() takes no keyword arguments");
    }
  }

  /// Fails unless there are `least` to `most` arguments, none by name.
  ///
  /// @param name with its class or module, which Python tells where one or none is taken, and where
  ///   names are given
  static void arity(Run run, String name, Object[] args, Keywords keywords, int least, int most) {
    if (keywords.size() > 0 || args.length < least || args.length > most) {
      unnamed(run, name, keywords);
      boolean whole = least == most && most < 2;
      arity(run, whole ? name : name.substring(name.lastIndexOf('.') + 1), args, least, most);
    }
  }

  /// The same for a method of a class, or a function of a module.
  static void arity(
      Run run, String owner, String name, Object[] args, Keywords keywords, int least, int most) {
    if (keywords.size() > 0 || args.length < least || args.length > most) {
      arity(run, owner + "." + name, args, keywords, least, most);
    }
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

  /// What is given by name to a builtin of which these parameters take nothing else.
  static @Nullable Object[] named(Run run, String name, Keywords keywords, String... parameters) {
    return bind(run, name, NO_ARGS, keywords, 0, 0, 0, parameters);
  }

  /// The arguments of a builtin by its parameters, `null` where one is left out, in the words of
  /// CPython's argument clinic.
  ///
  /// @param placed how many of the parameters take no keyword
  /// @param required how many of the first must be given
  /// @param most how many may be given by position
  static @Nullable Object[] bind(
      Run run,
      String name,
      Object[] args,
      Keywords keywords,
      int placed,
      int required,
      int most,
      String... parameters) {
    int given = args.length + keywords.size();
    if (given > parameters.length) {
      String kind = args.length == 0 ? "keyword argument" : "argument";
      throw run.typeError(
          name + "() takes at most " + counted(parameters.length, kind) + " (" + given + " given)");
    }
    if (args.length > most) {
      throw run.typeError(
          most == 0
              ? name + "() takes no positional arguments"
              : positional(name, required < most ? "at most " : "exactly ", most, args.length));
    }
    if (args.length < placed) {
      throw run.typeError(
          positional(name, placed < most ? "at least " : "exactly ", placed, args.length));
    }
    @Nullable Object[] bound = new Object[parameters.length];
    int left = keywords.size();
    for (int i = 0; i < bound.length; i++) {
      bound[i] = i < args.length ? args[i] : keywords.get(parameters[i]);
      left -= i >= args.length && bound[i] != null ? 1 : 0;
      if (bound[i] == null && i < required) {
        String missing = "() missing required argument '" + parameters[i];
        throw run.typeError(name + missing + "' (pos " + (i + 1) + ")");
      }
    }
    for (int i = placed; left > 0 && i < args.length; i++) {
      if (keywords.get(parameters[i]) != null) {
        String twice = "() given by name ('" + parameters[i] + "') and position (";
        throw run.typeError("argument for " + name + twice + (i + 1) + ")");
      }
    }
    known(run, name, keywords, parameters);
    return bound;
  }

  /// The arguments of a method that CPython has in Python, by its parameters without `self`, `null`
  /// where one is left out, in the words of functions of a program.
  ///
  /// @param required how many of the first must be given
  /// @param most how many may be given by position
  static @Nullable Object[] bindMethod(
      Run run,
      String name,
      Object[] args,
      Keywords keywords,
      int required,
      int most,
      String... parameters) {
    @Nullable Object[] bound = new Object[parameters.length];
    System.arraycopy(args, 0, bound, 0, Math.min(args.length, most));
    int byKeyword = 0;
    for (int i = 0; i < keywords.size(); i++) {
      int at = List.of(parameters).indexOf(keywords.names[i]);
      if (at < 0) {
        throw PyFunction.unexpected(run, name, keywords.names[i]);
      }
      if (bound[at] != null) {
        throw PyFunction.twice(run, name, keywords.names[i]);
      }
      bound[at] = keywords.values[i];
      byKeyword += at >= most ? 1 : 0;
    }
    if (args.length > most) {
      throw PyFunction.tooMany(run, name, required + 1, most + 1, args.length + 1, byKeyword);
    }
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < required; i++) {
      if (bound[i] == null) {
        missing.add(parameters[i]);
      }
    }
    if (!missing.isEmpty()) {
      throw PyFunction.missing(run, name, "positional", missing);
    }
    return bound;
  }

  /// A bound argument that is required, and so is there.
  static Object given(@Nullable Object argument) {
    return java.util.Objects.requireNonNull(argument);
  }

  private static String positional(String name, String how, int count, int given) {
    String takes = name + "() takes " + how + counted(count, "positional argument");
    return takes + " (" + given + " given)";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /// The argument at a place, or by its name, or `null`.
  static @Nullable Object argument(Object[] args, int at, Keywords keywords, String name) {
    return at < args.length ? args[at] : keywords.get(name);
  }
}
