package dev.perilla.engine.language.runtime;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What `object` and the exceptions give to the classes that a program writes on top of them, as
/// seen through `super()`.
final class Objects {
  private Objects() {}

  static @Nullable Object defaultMethod(Run run, PyInstance self, String name) {
    return switch (name) {
      case "__init__" ->
          new Builtin(
              "__init__",
              (r, args, keywords) -> {
                if (self instanceof PyException exception) {
                  Exceptions.init(r, exception, args, keywords);
                } else if (args.length > 0 || keywords.size() > 0) {
                  throw r.typeError(
                      (self.type.init(r) == null ? self.type.name : "object")
                          + ".__init__() takes exactly one argument (the instance to initialize)");
                }
                return Singleton.NONE;
              });
      case "__repr__" -> slot(name, 0, (r, args) -> Show.plainRepr(r, self));
      case "__str__" ->
          slot(
              name,
              0,
              (r, args) -> {
                Object repr = self.type.find(r, "__repr__");
                return self instanceof PyException exception
                    ? exception.text(r)
                    : repr == null ? Show.repr(r, self) : Calls.method(r, self, repr);
              });
      case "__setattr__" ->
          slot(
              name,
              2,
              (r, args) -> {
                Attributes.store(r, self, Builtins.attributeName(r, args[0]), args[1]);
                return Singleton.NONE;
              });
      case "__eq__" ->
          slot(
              name,
              1,
              (r, args) -> Ops.identical(args[0], self) ? true : Singleton.NOT_IMPLEMENTED);
      case "__ne__" ->
          slot(
              name,
              1,
              (r, args) -> Ops.identical(args[0], self) ? false : Singleton.NOT_IMPLEMENTED);
      case "__lt__", "__le__", "__gt__", "__ge__" ->
          slot(name, 1, (r, args) -> Singleton.NOT_IMPLEMENTED);
      case "__format__" ->
          new Builtin(
              "__format__",
              (r, args, keywords) -> {
                Calls.arity(r, self.type.name + ".__format__", args, keywords, 1, 1);
                if (!(args[0] instanceof String)) {
                  throw r.typeError(
                      "__format__() argument must be str, not " + Types.given(args[0]));
                }
                if (!"".equals(args[0])) {
                  throw r.typeError(
                      "unsupported format string passed to " + self.type.name + ".__format__");
                }
                return Show.str(r, self);
              });
      case "__hash__" -> slot(name, 0, (r, args) -> (long) self.hash());
      case String other -> null;
    };
  }

  private static Builtin slot(String name, int count, BiFunction<Run, Object[], Object> body) {
    return new Builtin(
        name,
        (run, args, keywords) -> {
          Specials.count(run, Types.OBJECT, name, count, count, args, keywords);
          return body.apply(run, args);
        });
  }
}
