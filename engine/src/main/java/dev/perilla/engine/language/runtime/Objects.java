package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// What `object` and the exceptions give to the classes that a program writes on top of them, as
/// seen through `super()`.
final class Objects {
  private Objects() {}

  /// The methods that every object has from `object`.
  static final java.util.List<String> METHODS =
      java.util.List.of(
          "__init__",
          "__repr__",
          "__str__",
          "__setattr__",
          "__eq__",
          "__ne__",
          "__hash__",
          "__format__",
          "__lt__",
          "__le__",
          "__gt__",
          "__ge__");

  /// The method of that name, bound to the object, or `null`.
  static Method.@Nullable Bound defaultMethod(Run run, PyInstance self, String name) {
    Method.Body body = body(self, name);
    return body == null
        ? null
        : new Method.Bound(self, new Method(Types.OBJECT, name, !name.equals("__format__"), body));
  }

  private static Method.@Nullable Body body(PyInstance self, String name) {
    return switch (name) {
      case "__init__" ->
          (r, it, args, keywords) -> {
            if (self instanceof PyException exception) {
              Exceptions.init(r, exception, args, keywords);
            } else if (args.length > 0 || keywords.size() > 0) {
              throw r.typeError(
                  (self.type.init(r) == null ? self.type.name : "object")
                      + ".__init__() takes exactly one argument (the instance to initialize)");
            }
            return Singleton.NONE;
          };
      case "__repr__" -> (r, it, args, keywords) -> Show.plainRepr(r, self);
      case "__str__" ->
          (r, it, args, keywords) -> {
            Object repr = self.type.find(r, "__repr__");
            return self instanceof PyException exception
                ? exception.text(r)
                : repr == null ? Show.repr(r, self) : Calls.method(r, self, repr);
          };
      case "__setattr__" ->
          (r, it, args, keywords) -> {
            Calls.arity(r, "__setattr__", args, keywords, 2, 2);
            Attributes.store(r, self, Builtins.attributeName(r, args[0]), args[1]);
            return Singleton.NONE;
          };
      case "__eq__" ->
          (r, it, args, keywords) ->
              Ops.identical(args[0], self) ? true : Singleton.NOT_IMPLEMENTED;
      case "__ne__" ->
          (r, it, args, keywords) ->
              Ops.identical(args[0], self) ? false : Singleton.NOT_IMPLEMENTED;
      case "__lt__", "__le__", "__gt__", "__ge__" ->
          (r, it, args, keywords) -> Singleton.NOT_IMPLEMENTED;
      case "__format__" ->
          (r, it, args, keywords) -> {
            Calls.arity(r, self.type.name + ".__format__", args, keywords, 1, 1);
            if (!(args[0] instanceof String)) {
              throw r.typeError("__format__() argument must be str, not " + Types.given(args[0]));
            }
            if (!"".equals(args[0])) {
              throw r.typeError(
                  "unsupported format string passed to " + self.type.name + ".__format__");
            }
            return Show.str(r, self);
          };
      case "__hash__" -> (r, it, args, keywords) -> (long) self.number;
      case String other -> null;
    };
  }
}
