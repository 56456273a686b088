package dev.perilla.engine.language.number;

/// What Python would raise: the name of its exception and its message, `str(error)` there.
///
/// It has no stack trace, so raising one is cheap, and a program may do so in a loop.
public final class PythonError extends RuntimeException {
  /// The name for what Python could do and this language does not: it is not a Python exception and
  /// ends the program, so that no program can catch it and print what Python would not.
  public static final String UNSUPPORTED = "Unsupported";

  private final String name;
  private final String text;

  public PythonError(String name, String message) {
    super(message, null, false, false);
    this.name = name;
    this.text = message;
  }

  /// Python's name: `ValueError`, `ZeroDivisionError`, … or [#UNSUPPORTED].
  public String name() {
    return name;
  }

  /// Python's message, without the name; may be empty. Of a `KeyError` the key, a string, of which
  /// Python's message is the `repr`.
  public String text() {
    return text;
  }

  public static PythonError value(String message) {
    return new PythonError("ValueError", message);
  }

  public static PythonError type(String message) {
    return new PythonError("TypeError", message);
  }

  public static PythonError overflow(String message) {
    return new PythonError("OverflowError", message);
  }

  public static PythonError zeroDivision(String message) {
    return new PythonError("ZeroDivisionError", message);
  }

  public static PythonError unsupported(String message) {
    return new PythonError(UNSUPPORTED, message);
  }
}
