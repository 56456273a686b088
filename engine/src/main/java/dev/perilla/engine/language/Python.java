package dev.perilla.engine.language;

import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.runtime.Convert;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Objects of a program, as Java reads them. An int is a [Long] or a [java.math.BigInteger], a
/// float a [Double], a str a [String], a bool a [Boolean]; all others are asked through these
/// functions, which change nothing and, where an object's own methods run, are bounded.
public final class Python {
  private Python() {}

  /// `repr(object)`
  public static String repr(Object object) {
    return Convert.repr(object);
  }

  /// `str(object)`, what `print` shows.
  public static String str(Object object) {
    return Convert.str(object);
  }

  /// `format(object, spec)`; a `Value` is formatted as its number.
  ///
  /// @throws IllegalArgumentException with Python's message if the spec does not fit the object
  public static String format(Object object, String spec) {
    return Convert.format(object, spec);
  }

  /// Python's name of its type: `int`, `Value`, the name of a class.
  public static String typeName(Object object) {
    return Convert.typeName(object);
  }

  /// Whether it is an int or a float, or a `Value`, which holds one. A bool is none here.
  public static boolean isNumber(Object object) {
    return Convert.number(object).isPresent();
  }

  /// The int or float that it is or holds: a [Long], a [java.math.BigInteger] or a [Double].
  public static Optional<Object> number(Object object) {
    return Convert.number(object);
  }

  /// The number as a double, the nearest one for a large int.
  public static OptionalDouble real(Object object) {
    Optional<Object> number = Convert.number(object);
    return number.isPresent() && number.get() instanceof Number known
        ? OptionalDouble.of(known.doubleValue())
        : OptionalDouble.empty();
  }

  /// The number, exactly; empty also for infinities and NaN.
  public static Optional<BigDecimal> exact(Object object) {
    return Convert.exact(object);
  }

  /// Whether it counts as true.
  public static boolean isTrue(Object object) {
    return Convert.isTrue(object);
  }

  /// `a == b`
  public static boolean equal(Object a, Object b) {
    return Convert.equal(a, b);
  }

  /// The value of the autograd, if it is one.
  public static Optional<Value> value(Object object) {
    return Convert.value(object);
  }

  /// The gradient of a `Value`: a [Long] where Python would hold an int, else a [Double].
  public static Optional<Object> gradient(Object object) {
    return Convert.gradient(object);
  }

  /// The items of a list or tuple.
  public static Optional<List<Object>> items(Object object) {
    return Convert.items(object);
  }

  /// The entries of a dict, in order.
  public static Optional<Map<Object, Object>> entries(Object object) {
    return Convert.entries(object);
  }

  /// `object.name`, if it has it and reading it changes nothing.
  public static Optional<Object> attribute(Object object, String name) {
    return Convert.attribute(object, name);
  }
}
