package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.PythonError;
import java.util.ArrayList;
import java.util.List;

/// Leaves calls until somebody handles it; collects where it passes.
abstract class Unwind extends RuntimeException {
  /// Whether the frame it is in has been noted.
  boolean placed = false;

  Unwind(String message) {
    super(message, null, false, false);
  }

  /// A place of a call that was open.
  record Entry(Code code, Syntax place) {}

  abstract List<Entry> trace();

  /// Notes the place in the frame at hand, unless a more exact one is noted.
  static RuntimeException place(RuntimeException error, Syntax place, Frame frame) {
    Unwind unwind =
        switch (error) {
          case Unwind known -> known;
          case PythonError raised -> frame.run.raised(raised);
          case RuntimeException other -> frame.run.outOfStack(other);
        };
    if (unwind == null) {
      return error;
    }
    frame.run.remarks.place(place);
    if (!unwind.placed) {
      unwind.placed = true;
      if (unwind instanceof Raise) {
        frame.run.allocate(PyException.ENTRY);
      }
      unwind.trace().add(new Entry(frame.code, place));
    }
    return unwind;
  }

  /// An exception of the program on its way.
  static final class Raise extends Unwind {
    final transient PyException exception;

    Raise(PyException exception) {
      super("");
      this.exception = exception;
    }

    @Override
    List<Entry> trace() {
      return exception.trace;
    }
  }

  /// The end of the program: a limit, or something that it may not do. Programs cannot catch it.
  static final class Stop extends Unwind {
    final dev.perilla.engine.language.Crash.Kind kind;
    final String text;
    final String help;
    private final transient List<Entry> trace = new ArrayList<>();

    Stop(dev.perilla.engine.language.Crash.Kind kind, String text, String help) {
      super(text);
      this.kind = kind;
      this.text = text;
      this.help = help;
    }

    @Override
    List<Entry> trace() {
      return trace;
    }
  }
}
