package dev.perilla.engine.language.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// Python expressions and what we make of each, to be held against CPython.
public final class Comparison {
  private final List<String> expressions = new ArrayList<>();
  private final List<String> ours = new ArrayList<>();

  /// @param expression in Python
  /// @param value our value of it: a number, a Boolean, an already quoted String, or a list of them
  public void add(String expression, Supplier<Object> value) {
    expressions.add(expression);
    String got;
    try {
      got = text(value.get());
    } catch (PythonError e) {
      boolean key = e.name().equals("KeyError");
      got = "!" + e.name() + ": " + (key ? "'" + e.text() + "'" : e.text());
    }
    ours.add(got);
  }

  /// Fails with the first that differ.
  public void agree() {
    agree((one, other) -> false);
  }

  /// As [#agree()], but floats may be a few last digits apart: for functions that no C library
  /// rounds perfectly.
  public void nearlyAgree() {
    agree(Comparison::isNear);
  }

  private static boolean isNear(String one, String other) {
    try {
      double a = Double.parseDouble(one);
      double b = Double.parseDouble(other);
      return Math.abs(a - b) <= 4 * Math.ulp(b);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void agree(BiPredicate<String, String> near) {
    List<String> theirs = Python.evaluate(expressions);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      String expected = theirs.get(i);
      if (!ours.get(i).equals(expected) && !near.test(ours.get(i), expected)) {
        wrong.add(
            cut(expressions.get(i))
                + "\n  CPython "
                + cut(expected)
                + "\n  ours    "
                + cut(ours.get(i)));
      }
    }
    assertThat(wrong.stream().limit(20)).as("%d of %d differ", wrong.size(), ours.size()).isEmpty();
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  /// A value as Python's `repr` writes it.
  public static String text(Object value) {
    return switch (value) {
      case Double real -> FloatText.repr(real);
      case String string -> string;
      case Boolean flag -> flag ? "True" : "False";
      case List<?> row ->
          "[" + String.join(", ", row.stream().map(Comparison::text).toList()) + "]";
      default -> IntText.decimal(value);
    };
  }

  /// A call as Python writes it.
  public static String call(String function, Object... arguments) {
    return function
        + "("
        + String.join(", ", List.of(arguments).stream().map(Comparison::text).toList())
        + ")";
  }
}
