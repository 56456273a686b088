package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// `raise` and `try`.
final class TryNodes {
  private TryNodes() {}

  /// The exception that an object stands for in `raise`.
  static PyException exception(Run run, Object object) {
    return exception(run, object, "exceptions must derive from BaseException");
  }

  /// The same, with the error's text for what is no exception.
  static PyException exception(Run run, Object object, String otherwise) {
    if (object instanceof PyClass type && type.isException()) {
      Object made = Calls.make(run, type, Calls.NO_ARGS, Keywords.NONE);
      if (made instanceof PyException exception) {
        return exception;
      }
    }
    if (object instanceof PyException exception) {
      return exception;
    }
    throw run.typeError(otherwise);
  }

  static final class Raise extends Stm {
    private final @Nullable Node value;
    private final @Nullable Node cause;

    Raise(Syntax syntax, @Nullable Node value, @Nullable Node cause) {
      super(syntax);
      this.value = value;
      this.cause = cause;
    }

    @Override
    int exec(Frame f) {
      Run run = f.run;
      if (value == null) {
        PyException handling = run.handling;
        if (handling == null) {
          throw run.raise(Types.RUNTIME_ERROR, "No active exception to reraise");
        }
        Unwind.Raise again = new Unwind.Raise(handling);
        again.placed = !handling.trace.isEmpty();
        throw again;
      }
      PyException raised = exception(run, value.eval(f));
      if (cause != null) {
        Object reason = cause.eval(f);
        raised.suppressContext = true;
        if (reason == Singleton.NONE) {
          raised.cause = null;
        } else if (reason instanceof PyException
            || (reason instanceof PyClass type && type.isException())) {
          raised.cause = exception(run, reason);
        } else {
          throw run.typeError("exception causes must derive from BaseException");
        }
      }
      throw new Unwind.Raise(run.raised(raised));
    }
  }

  /// A handler of a `try`.
  record Handler(@Nullable Node type, Node.@Nullable Target name, Stm body, Syntax syntax) {

    boolean matches(Frame f, PyException exception) {
      if (type == null) {
        return true;
      }
      PyException before = f.run.handling;
      f.run.handling = exception;
      try {
        return matches(f.run, exception, type.eval(f), true);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      } finally {
        f.run.handling = before;
      }
    }

    private static boolean matches(Run run, PyException exception, Object wanted, boolean top) {
      if (wanted instanceof PyClass type && type.isException()) {
        return exception.type.isSubclass(type);
      }
      if (top && wanted instanceof PyTuple tuple) {
        boolean found = false;
        for (Object one : tuple.items) {
          found |= matches(run, exception, one, false);
        }
        return found;
      }
      throw run.typeError("catching classes that do not inherit from BaseException is not allowed");
    }

    void forget(Frame f) {
      if (name != null) {
        try {
          name.delete(f);
        } catch (Unwind.Raise gone) {
          name.assign(f, Singleton.NONE); // the program deleted it itself
          name.delete(f);
        }
      }
    }
  }

  static final class Try extends Stm {
    private final Stm body;
    private final Handler[] handlers;
    private final Stm otherwise;
    private final @Nullable Stm last;

    Try(Syntax syntax, Stm body, Handler[] handlers, Stm otherwise, @Nullable Stm last) {
      super(syntax);
      this.body = body;
      this.handlers = handlers;
      this.otherwise = otherwise;
      this.last = last;
    }

    @Override
    int exec(Frame f) {
      if (last == null) {
        return guarded(f);
      }
      int status;
      PyException before = f.run.handling;
      try {
        status = guarded(f);
      } catch (Unwind.Raise raise) {
        f.run.handling = raise.exception;
        int ended;
        try {
          ended = last.exec(f);
        } finally {
          f.run.handling = before;
        }
        if (ended != NEXT) {
          return ended;
        }
        throw raise;
      }
      Object result = f.result;
      int ended = last.exec(f);
      if (ended != NEXT) {
        return ended;
      }
      f.result = result;
      return status;
    }

    private int guarded(Frame f) {
      int depth = f.run.depth;
      try {
        int status = body.exec(f);
        if (status != NEXT) {
          return status;
        }
      } catch (Unwind.Raise raise) {
        f.run.depth = depth;
        for (Handler handler : handlers) {
          if (handler.matches(f, raise.exception)) {
            return handle(f, handler, raise.exception);
          }
        }
        throw raise;
      }
      return otherwise.exec(f);
    }

    private static int handle(Frame f, Handler handler, PyException exception) {
      PyException before = f.run.handling;
      f.run.handling = exception;
      f.run.waiting.caught(exception, f);
      if (handler.name() != null) {
        handler.name().assign(f, exception);
      }
      int status;
      try {
        status = handler.body().exec(f);
      } finally {
        f.run.handling = before;
        handler.forget(f);
      }
      f.run.waiting.drop(f.run, exception);
      return status;
    }
  }
}
