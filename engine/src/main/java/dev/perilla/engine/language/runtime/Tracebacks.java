package dev.perilla.engine.language.runtime;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.language.Crash;
import dev.perilla.engine.language.text.Strings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How a program ended, and the text that CPython 3.11 prints then.
final class Tracebacks {
  private static final int MAX_CHAIN = 20;
  private static final int MAX_LINES = 1000; // the innermost

  private Tracebacks() {}

  static Crash crash(Run run, Unwind unwind, Syntax fallback) {
    List<Crash.Frame> frames = frames(unwind.trace());
    if (frames.isEmpty()) {
      frames.add(new Crash.Frame("<module>", span(fallback)));
    }
    return switch (unwind) {
      case Unwind.Raise raise when raise.exception.type.isSubclass(Types.SYSTEM_EXIT) -> {
        Unwind.Stop exit =
            run.unsupported(
                "SystemExit that nothing catches is not part of this language",
                "let the program come to its end");
        exit.trace().addAll(raise.trace());
        yield crash(run, exit, fallback);
      }
      case Unwind.Raise raise when raise.exception == run.tooDeep -> {
        Unwind.Stop stop =
            run.limit("RecursionError: " + message(run, raise.exception), run.tooDeep("").help);
        stop.trace().addAll(raise.trace());
        yield crash(run, stop, fallback);
      }
      case Unwind.Raise raise -> ofException(run, raise.exception, frames);
      case Unwind.Stop stop -> {
        StringBuilder out = new StringBuilder();
        block(out, stop.trace());
        out.append(stop.text).append('\n');
        yield new Crash(stop.kind, "", stop.text, frames, stop.help, out.toString());
      }
      default -> throw unwind;
    };
  }

  private static Crash ofException(Run run, PyException exception, List<Crash.Frame> frames) {
    StringBuilder out = new StringBuilder();
    chain(run, out, exception, new HashSet<>(), 0);
    String message = message(run, exception);
    String near = Suggestions.of(run, exception);
    return new Crash(
        Crash.Kind.EXCEPTION,
        exception.type.name,
        message,
        frames,
        Hints.of(exception.type, message, near),
        out.toString());
  }

  private static String message(Run run, PyException exception) {
    try {
      return Show.str(run, exception);
    } catch (Unwind.Raise raise) {
      return "<exception str() failed>";
    }
  }

  private static List<Crash.Frame> frames(List<Unwind.Entry> trace) {
    List<Crash.Frame> frames = new ArrayList<>();
    for (int i = trace.size() - 1; i >= 0; i--) {
      frames.add(new Crash.Frame(trace.get(i).code().name, span(trace.get(i).place())));
    }
    return frames;
  }

  private static Span span(Syntax place) {
    return place.unit().text().span(place.start(), place.end());
  }

  private static void chain(
      Run run, StringBuilder out, PyException exception, Set<PyException> seen, int depth) {
    seen.add(exception);
    PyException cause = exception.cause;
    PyException context = exception.context;
    if (cause != null && !seen.contains(cause) && depth < MAX_CHAIN) {
      chain(run, out, cause, seen, depth + 1);
      out.append("\nThe above exception was the direct cause of the following exception:\n\n");
    } else if (context != null
        && !exception.suppressContext
        && !seen.contains(context)
        && depth < MAX_CHAIN) {
      chain(run, out, context, seen, depth + 1);
      out.append("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    block(out, exception.trace);
    String text = message(run, exception);
    PyClass type = exception.type;
    String name =
        type.module.equals("builtins") || type.module.equals("__main__")
            ? type.qualifiedName
            : type.module + "." + type.qualifiedName;
    String near = Suggestions.of(run, exception);
    out.append(name)
        .append(text.isEmpty() ? "" : ": " + text)
        .append(near == null ? "" : ". Did you mean: '" + near + "'?")
        .append('\n');
    if (exception.get("__notes__") instanceof PyList notes) {
      for (Object note : notes.toArray()) {
        out.append(note instanceof String line ? line : "").append('\n');
      }
    }
  }

  private static void block(StringBuilder out, List<Unwind.Entry> trace) {
    if (trace.isEmpty()) {
      return;
    }
    out.append("Traceback (most recent call last):\n");
    String before = "";
    int repeated = 0;
    for (int i = Math.min(trace.size(), MAX_LINES) - 1; i >= 0; i--) {
      Unwind.Entry entry = trace.get(i);
      Span span = span(entry.place());
      String head =
          "  File \""
              + span.file().name()
              + "\", line "
              + span.line()
              + ", in "
              + entry.code().name
              + "\n";
      if (head.equals(before)) {
        repeated++;
      } else {
        repeats(out, repeated);
        repeated = 0;
        before = head;
      }
      if (repeated < 3) {
        out.append(head);
        line(out, entry.place(), span);
      }
    }
    repeats(out, repeated);
  }

  private static void repeats(StringBuilder out, int repeated) {
    int more = repeated - 2;
    if (more > 0) {
      out.append("  [Previous line repeated ")
          .append(more)
          .append(" more time")
          .append(more == 1 ? "" : "s")
          .append("]\n");
    }
  }

  /// The source line, and the carets under the part that failed unless that is all of it.
  private static void line(StringBuilder out, Syntax place, Span span) {
    SourceFile file = span.file();
    String text = file.lineText(span.line());
    String stripped = text.stripLeading(); // blanks at the end stand there, as in CPython
    if (stripped.isEmpty()) {
      return;
    }
    out.append("    ").append(stripped).append('\n');
    int lineStart = file.lineStart(span.line()) + text.indexOf(stripped);
    int from = Math.max(0, span.start() - lineStart);
    int to = Math.min(stripped.stripTrailing().length(), span.end() - lineStart);
    boolean oneLine = file.line(Math.max(span.start(), span.end() - 1)) == span.line();
    boolean marked = place.markStart() >= 0 && oneLine;
    if (to <= from || (to - from >= stripped.length() && !marked)) {
      return;
    }
    int markFrom = from;
    int markTo = to;
    if (marked) {
      Span mark = place.unit().text().span(place.markStart(), place.markEnd());
      markFrom = mark.start() - lineStart;
      markTo = mark.end() - lineStart;
    }
    out.append("    ")
        .append(" ".repeat(Strings.columns(stripped, 0, from)))
        .append("~".repeat(Strings.columns(stripped, from, markFrom)))
        .append("^".repeat(Strings.columns(stripped, markFrom, markTo)))
        .append("~".repeat(Strings.columns(stripped, markTo, to)))
        .append('\n');
  }
}
