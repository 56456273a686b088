package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Arithmetic;
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

  /// The value as an int, float or bool, or as it is when it is none: what `%d` and `%f` take.
  default Object number(Object value) {
    return value;
  }

  /// `value.name`.
  default Object attribute(Object value, String name) {
    throw new PythonError(
        "AttributeError", "'" + typeName(value) + "' object has no attribute '" + name + "'");
  }

  /// `value[key]`; the key is an int (a [Long]) or a [String].
  Object item(Object value, Object key);

  /// Whether the value is a number, after [#number].
  static boolean isNumber(Object value) {
    return Arithmetic.isNumber(value);
  }
}
