package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// What `throw` of a generator was called with. A generator that stands at a `yield from` hands it
/// on as it is; elsewhere it becomes an exception.
final class Thrown {
  final Object[] arguments; // one to three: a class or an exception, a value, a traceback
  private @Nullable PyException made;

  Thrown(Object... arguments) {
    this.arguments = arguments;
  }

  /// Whether it asks the generator to end, so that what it delegates to is closed.
  boolean isExit() {
    Object first = arguments[0];
    PyClass type = first instanceof PyException exception ? exception.type : Types.of(first);
    return (first instanceof PyClass named ? named : type).isSubclass(Types.GENERATOR_EXIT);
  }

  /// The exception, always the same one.
  PyException exception(Run run) {
    PyException known = made;
    if (known == null) {
      known = make(run);
      made = known;
    }
    return known;
  }

  private PyException make(Run run) {
    if (arguments.length > 2 && arguments[2] != Singleton.NONE) {
      throw run.typeError("throw() third argument must be a traceback object");
    }
    Object first = arguments[0];
    Object with = arguments.length > 1 ? arguments[1] : Singleton.NONE;
    if (first instanceof PyClass kind && kind.isException()) {
      first =
          with instanceof PyException given && given.type.isSubclass(kind)
              ? given
              : with == Singleton.NONE
                  ? Calls.call(run, kind)
                  : with instanceof PyTuple several
                      ? Calls.call(run, kind, several.items)
                      : Calls.call(run, kind, with);
    } else if (first instanceof PyException && with != Singleton.NONE) {
      throw run.typeError("instance exception may not have a separate value");
    }
    return TryNodes.exception(
        run,
        first,
        "exceptions must be classes or instances deriving from BaseException, not "
            + Types.name(first));
  }
}
