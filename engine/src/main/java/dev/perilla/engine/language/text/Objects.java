package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.PythonError;

/// What formatting asks of values that it does not know: the interpreter answers.
public interface Objects {
  /// `str(value)`.
  String str(Object value);

  /// `repr(value)`.
  String repr(Object value);

  /// `format(value, spec)`.
  String format(Object value, String spec);

  /// `type(value).__name__`.
  String typeName(Object value);

  /// The value as a float, by `__float__`, or as it is when it has none: what `%f` takes.
  default Object number(Object value) {
    return value;
  }

  /// The value as an int, as `int` makes it, or as it is when it is no number: what `%d` takes.
  default Object whole(Object value) {
    return value;
  }

  /// The value as an int, by `__index__`, or as it is when it has none: what `%x` takes.
  default Object index(Object value) {
    return value;
  }

  /// `value.name`.
  default Object attribute(Object value, String name) {
    throw new PythonError(
        "AttributeError", "'" + typeName(value) + "' object has no attribute '" + name + "'");
  }

  /// `value[key]`; the key is an int (a [Long]) or a [String].
  Object item(Object value, Object key);
}
