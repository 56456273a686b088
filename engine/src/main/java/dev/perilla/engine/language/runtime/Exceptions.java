package dev.perilla.engine.language.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What exceptions have besides their arguments.
final class Exceptions {
  private Exceptions() {}

  /// The attribute, or `null`.
  static @Nullable Object attribute(Run run, PyException exception, String name) {
    return switch (name) {
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
      case "name", "obj", "path", "msg" ->
          details(exception.type).contains(name)
              ? name.equals("msg")
                  ? exception.arguments.items.length == 1
                      ? exception.arguments.items[0]
                      : Singleton.NONE
                  : exception.detail(name)
              : null;
      case "errno" -> ofSystem(exception, 0);
      case "strerror" -> ofSystem(exception, 1);
      case "filename" -> exception.type.isSubclass(Types.OS_ERROR) ? exception.detail(name) : null;
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

  /// What exceptions of a class can be made with by name.
  static List<String> details(PyClass type) {
    return type.isSubclass(Types.ATTRIBUTE_ERROR)
        ? List.of("name", "obj")
        : type.isSubclass(Types.NAME_ERROR)
            ? List.of("name")
            : type.isSubclass(Types.IMPORT_ERROR) ? List.of("name", "path", "msg") : List.of();
  }

  /// An exception with these arguments. An OSError keeps the name of its file apart.
  static PyException make(Run run, PyClass type, Object[] args) {
    if (!type.isSubclass(Types.OS_ERROR) || args.length < 2 || args.length > 5) {
      return new PyException(run, type, new PyTuple(args));
    }
    PyException made =
        new PyException(
            run,
            exact(type, args),
            new PyTuple(args.length == 2 ? args : new Object[] {args[0], args[1]}));
    return args.length == 2 ? made : made.about("filename", args[2]);
  }

  /// The class of an OSError with this number.
  private static PyClass exact(PyClass type, Object[] args) {
    if (type != Types.OS_ERROR || args.length < 2 || !(args[0] instanceof Long number)) {
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
    return items.length > 1 && at < items.length ? items[at] : Singleton.NONE;
  }

  /// `str(exception)` of an OSError with a number: `[Errno 2] text`.
  static @Nullable String text(Run run, PyException exception) {
    Object[] items = exception.arguments.items;
    if (!exception.type.isSubclass(Types.OS_ERROR) || items.length != 2) {
      return null;
    }
    String text = "[Errno " + Show.str(run, items[0]) + "] " + Show.str(run, items[1]);
    Object file = exception.detail("filename");
    return file == Singleton.NONE ? text : text + ": " + Show.repr(run, file);
  }
}
