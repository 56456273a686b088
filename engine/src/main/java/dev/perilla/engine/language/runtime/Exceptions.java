package dev.perilla.engine.language.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What exceptions have besides their arguments.
final class Exceptions {
  private Exceptions() {}

  /// The attribute, or `null`.
  static @Nullable Object attribute(Run run, PyException exception, String name) {
    return switch (name) {
      case "args" -> exception.arguments;
      case "__cause__" -> orNone(exception.cause);
      case "__context__" -> orNone(exception.context);
      case "__suppress_context__" -> exception.suppressContext;
      case "value" ->
          exception.type.isSubclass(Types.STOP_ITERATION)
              ? exception.arguments.items.length > 0 ? exception.arguments.items[0] : Singleton.NONE
              : null;
      case "add_note" ->
          new Builtin(
              "add_note",
              (r, args, keywords) -> {
                Calls.arity(r, "BaseException.add_note", args, keywords, 1, 1);
                if (!(args[0] instanceof String)) {
                  throw r.typeError("note must be a str, not '" + Types.name(args[0]) + "'");
                }
                exception.touch(r);
                Object before = exception.get("__notes__");
                if (before != null && !(before instanceof PyList)) {
                  throw r.typeError("Cannot add note: __notes__ is not a list");
                }
                PyList notes = before instanceof PyList known ? known : new PyList(r);
                notes.add(r, args[0]);
                exception.set(r, "__notes__", notes);
                return Singleton.NONE;
              });
      case "with_traceback" ->
          new Builtin(
              "with_traceback",
              (r, args, keywords) -> {
                Calls.arity(r, "BaseException.with_traceback", args, keywords, 1, 1);
                return exception;
              });
      case "name", "obj", "path" ->
          details(exception.type).contains(name) ? exception.detail(name) : null;
      case "msg" ->
          exception.type.isSubclass(Types.SYNTAX_ERROR)
              ? exception.detail(name)
              : !exception.type.isSubclass(Types.IMPORT_ERROR)
                  ? null
                  : exception.arguments.items.length == 1
                      ? exception.arguments.items[0]
                      : Singleton.NONE;
      case "errno" -> ofSystem(exception, 0);
      case "strerror" -> ofSystem(exception, 1);
      case "filename", "filename2" ->
          exception.type.isSubclass(Types.OS_ERROR) ? exception.detail(name) : null;
      case "code" ->
          exception.type.isSubclass(Types.SYSTEM_EXIT)
              ? exception.arguments.items.length == 0
                  ? Singleton.NONE
                  : exception.arguments.items.length == 1
                      ? exception.arguments.items[0]
                      : exception.arguments
              : null;
      default -> null;
    };
  }

  private static Object orNone(@Nullable PyException exception) {
    return exception == null ? Singleton.NONE : exception;
  }

  /// What exceptions of a class can be made with by name.
  private static List<String> details(PyClass type) {
    return type.isSubclass(Types.ATTRIBUTE_ERROR)
        ? List.of("name", "obj")
        : type.isSubclass(Types.NAME_ERROR)
            ? List.of("name")
            : type.isSubclass(Types.IMPORT_ERROR) ? List.of("name", "path") : List.of();
  }

  /// A new exception, of which no `__init__` knows yet. An OSError knows nothing before.
  static PyException make(Run run, PyClass type, Object[] args) {
    boolean system = type.isSubclass(Types.OS_ERROR);
    return new PyException(run, exact(type, args), system ? PyTuple.EMPTY : new PyTuple(args));
  }

  /// `BaseException.__init__` and what stands for it in other classes. An OSError keeps the names
  /// of its files apart.
  static void init(Run run, PyException made, Object[] args, Keywords keywords) {
    name(run, made, keywords);
    made.arguments = new PyTuple(args);
    if (made.type.isSubclass(Types.SYNTAX_ERROR) && args.length > 0) {
      if (args.length > 1) {
        throw run.unsupported(
            "the place of a SyntaxError is not part of this language", "say it in its message");
      }
      made.about("msg", args[0]);
    }
    if (made.type.isSubclass(Types.OS_ERROR)
        && hasNumber(args)
        && args.length > 2
        && args[2] != Singleton.NONE) {
      made.arguments = new PyTuple(args[0], args[1]);
      made.about("filename", args[2]);
      if (args.length > 4) {
        made.about("filename2", args[4]);
      }
    }
  }

  /// What is given by name, None where it is not.
  private static void name(Run run, PyException made, Keywords keywords) {
    List<String> details = details(made.type);
    if (details.isEmpty()) {
      Calls.unnamed(run, made.type.name, keywords);
      return;
    }
    String base =
        details.contains("obj") ? "Attribute" : details.contains("path") ? "Import" : "Name";
    @Nullable Object[] bound =
        Calls.named(run, base + "Error", keywords, details.toArray(new String[0]));
    for (int i = 0; i < bound.length; i++) {
      made.about(details.get(i), bound[i] == null ? Singleton.NONE : bound[i]);
    }
  }

  /// The class of an OSError with this number.
  private static PyClass exact(PyClass type, Object[] args) {
    if (type != Types.OS_ERROR || !hasNumber(args) || !(args[0] instanceof Long number)) {
      return type;
    }
    String name =
        switch ((int) (long) number) {
          case 1, 13 -> "PermissionError";
          case 2 -> "FileNotFoundError";
          case 3 -> "ProcessLookupError";
          case 4 -> "InterruptedError";
          case 10 -> "ChildProcessError";
          case 11 -> "BlockingIOError";
          case 17 -> "FileExistsError";
          case 20 -> "NotADirectoryError";
          case 21 -> "IsADirectoryError";
          case 32 -> "BrokenPipeError";
          case 103 -> "ConnectionAbortedError";
          case 104 -> "ConnectionResetError";
          case 110 -> "TimeoutError";
          case 111 -> "ConnectionRefusedError";
          default -> type.name;
        };
    PyClass exact = Types.EXCEPTIONS.get(name);
    return exact == null ? type : exact;
  }

  private static @Nullable Object ofSystem(PyException exception, int at) {
    if (!exception.type.isSubclass(Types.OS_ERROR)) {
      return null;
    }
    Object[] items = exception.arguments.items;
    return hasNumber(items) ? items[at] : Singleton.NONE;
  }

  private static boolean hasNumber(Object[] items) {
    return items.length >= 2 && items.length <= 5;
  }

  /// `str(exception)` of a SyntaxError, and of an OSError with a number: `[Errno 2] text`.
  static @Nullable String text(Run run, PyException exception) {
    if (exception.type.isSubclass(Types.SYNTAX_ERROR)) {
      return Show.str(run, exception.detail("msg"));
    }
    Object[] items = exception.arguments.items;
    if (!exception.type.isSubclass(Types.OS_ERROR) || !hasNumber(items)) {
      return null;
    }
    String text = "[Errno " + Show.str(run, items[0]) + "] " + Show.str(run, items[1]);
    Object file = exception.detail("filename");
    if (file == Singleton.NONE) {
      return text;
    }
    Object second = exception.detail("filename2");
    String to = second == Singleton.NONE ? "" : " -> " + Show.repr(run, second);
    return text + ": " + Show.repr(run, file) + to;
  }
}
