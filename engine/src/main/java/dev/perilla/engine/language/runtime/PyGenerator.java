package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// A generator: a frame that is left at a yield and entered again. No thread is involved: the nodes
/// of a generator keep in the frame where they were.
final class PyGenerator extends PyIterator {
  final PyFunction function;
  private final Frame frame;
  java.util.List<Object> way = java.util.List.of(); // by which the program has last led to it
  private boolean started = false;
  private boolean running = false;
  boolean finished = false;
  String name; // those of its function when it was made, unless the program renames it
  String qualifiedName;
  final int number; // in order of creation, among instances too

  PyGenerator(Run run, PyFunction function, Frame frame) {
    super(run, "generator");
    this.function = function;
    this.name = function.name();
    this.qualifiedName = function.qualifiedName();
    this.frame = frame;
    frame.direct = false; // it is entered from within CPython
    this.number = run.nextNumber++;
    run.allocate(bytes());
  }

  /// With its frame, and for an expression the function made for it.
  @Override
  long bytes() {
    return 320 + 8L * frame.slots.length + 4L * frame.states.length;
  }

  @Override
  @Nullable Object next(Run run) {
    return resume(run, Singleton.NONE, null);
  }

  /// Goes on to the next yield; `null` at the end, and then `returned` is set.
  @Nullable Object resume(Run run, Object sent, @Nullable Thrown thrown) {
    touch(run);
    if (running) {
      throw run.raise(Types.VALUE_ERROR, "generator already executing");
    }
    if (finished) {
      if (thrown != null) {
        throw new Unwind.Raise(thrown.exception(run));
      }
      returned = Singleton.NONE;
      return null;
    }
    if (!started) {
      if (thrown != null) {
        PyException exception = thrown.exception(run);
        finished = true;
        frame.isOver = true;
        if (run.holds) {
          Waiting.keep(exception, frame);
        }
        throw left(run, new Unwind.Raise(exception));
      }
      if (sent != Singleton.NONE) {
        throw run.typeError("can't send non-None value to a just-started generator");
      }
    }
    if (thrown != null && frame.delegate == null) {
      thrown.exception(run); // what is no exception does not reach the generator
    }
    if (guards(run)) {
      run.waiting.end(this);
    }
    frame.delegate = null;
    frame.resuming = started;
    frame.sent = sent;
    frame.thrown = thrown;
    started = true;
    running = true;
    returned = Singleton.NONE;
    run.enter(frame);
    PyException handling = run.handling;
    frame.outer = handling;
    try {
      int status;
      try {
        status = function.body.exec(frame);
      } catch (YieldSignal signal) {
        status = Stm.YIELD;
      }
      Object result = frame.result;
      frame.result = null;
      if (status == Stm.YIELD) {
        if (guards(run)) {
          run.waiting.begin(this);
        }
        return result == null ? Singleton.NONE : result;
      }
      finished = true;
      if (status == Stm.RETURN && result != null) {
        returned = result;
      }
      return null;
    } catch (Unwind unwind) {
      finished = true;
      unwind.placed = false;
      throw unwind instanceof Unwind.Raise raise ? left(run, raise) : unwind;
    } finally {
      running = false;
      run.handling = handling;
      run.leave();
    }
  }

  /// What leaves the generator for an exception that leaves its body.
  private static Unwind.Raise left(Run run, Unwind.Raise raise) {
    if (!raise.exception.type.isSubclass(Types.STOP_ITERATION)) {
      return raise;
    }
    PyException outer = run.exception(Types.RUNTIME_ERROR, "generator raised StopIteration");
    outer.cause = raise.exception;
    outer.suppressContext = true;
    outer.context = raise.exception;
    return new Unwind.Raise(outer);
  }

  /// Raises GeneratorExit where it stands.
  void close(Run run) {
    touch(run);
    if (finished) {
      return;
    }
    try {
      if (resume(
              run, Singleton.NONE, new Thrown(run.exception(Types.GENERATOR_EXIT, new PyTuple())))
          != null) {
        throw run.raise(Types.RUNTIME_ERROR, "generator ignored GeneratorExit");
      }
    } catch (Unwind.Raise raise) {
      PyClass type = raise.exception.type;
      if (!type.isSubclass(Types.GENERATOR_EXIT) && !type.isSubclass(Types.STOP_ITERATION)) {
        throw raise;
      }
      run.waiting.over(run, raise.exception);
    }
  }

  /// Its call, while it is not over.
  @Nullable Frame open() {
    return frame.isOver ? null : frame;
  }

  /// Whether something runs when it is closed: in a `try` of its own, or of what it goes through.
  private boolean guards(Run run) {
    return frame.guards > 0
        || (frame.delegate instanceof PyGenerator inner && run.waiting.has(inner));
  }

  /// Whether that does more than assign.
  boolean isHeard() {
    return frame.heard > 0 || (frame.delegate instanceof PyGenerator inner && inner.isHeard());
  }
}
