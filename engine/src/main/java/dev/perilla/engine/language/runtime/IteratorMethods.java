package dev.perilla.engine.language.runtime;

/// The methods of generators and other iterators.
final class IteratorMethods {
  private IteratorMethods() {}

  static void install() {
    PyClass type = Types.GENERATOR;
    Constructors.method(
        type,
        "send",
        (run, self, args, keywords) -> {
          Calls.arity(run, "generator.send", args, keywords, 1, 1);
          return orStop(run, (PyGenerator) self, ((PyGenerator) self).resume(run, args[0], null));
        });
    Constructors.method(
        type,
        "throw",
        (run, self, args, keywords) -> {
          Calls.arity(run, "generator.throw", args, keywords, 1, 3);
          PyGenerator generator = (PyGenerator) self;
          return orStop(run, generator, generator.resume(run, Singleton.NONE, new Thrown(args)));
        });
    Constructors.method(
        type,
        "close",
        (run, self, args, keywords) -> {
          Calls.arity(run, "generator.close", args, keywords, 0, 0);
          ((PyGenerator) self).close(run);
          return Singleton.NONE;
        });
  }

  private static Object orStop(
      Run run, PyGenerator generator, @org.jspecify.annotations.Nullable Object next) {
    if (next != null) {
      return next;
    }
    throw stop(run, generator.returned);
  }

  /// StopIteration with what a generator returned.
  static Unwind stop(Run run, Object returned) {
    return new Unwind.Raise(
        run.exception(
            Types.STOP_ITERATION,
            returned == Singleton.NONE ? PyTuple.EMPTY : new PyTuple(returned)));
  }
}
