package dev.perilla.engine.language.runtime;

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
      case "__repr__" -> new Builtin("__repr__", (r, args, keywords) -> Show.plainRepr(r, self));
      case "__str__" ->
          new Builtin(
              "__str__",
              (r, args, keywords) -> {
                Object repr = self.type.find(r, "__repr__");
                return self instanceof PyException exception
                    ? exception.text(r)
                    : repr == null ? Show.repr(r, self) : Calls.method(r, self, repr);
              });
      case "__setattr__" ->
          new Builtin(
              "__setattr__",
              (r, args, keywords) -> {
                Calls.arity(r, "__setattr__", args, keywords, 2, 2);
                Attributes.store(r, self, Builtins.attributeName(r, args[0]), args[1]);
                return Singleton.NONE;
              });
      case "__eq__" ->
          new Builtin(
              "__eq__",
              (r, args, keywords) ->
                  Ops.identical(args[0], self) ? true : Singleton.NOT_IMPLEMENTED);
      case "__ne__" ->
          new Builtin(
              "__ne__",
              (r, args, keywords) ->
                  Ops.identical(args[0], self) ? false : Singleton.NOT_IMPLEMENTED);
      case "__lt__", "__le__", "__gt__", "__ge__" ->
          new Builtin(name, (r, args, keywords) -> Singleton.NOT_IMPLEMENTED);
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
      case "__hash__" -> new Builtin("__hash__", (r, args, keywords) -> (long) self.hash());
      case String other -> null;
    };
  }
}
