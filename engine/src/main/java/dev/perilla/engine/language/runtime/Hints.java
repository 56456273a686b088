package dev.perilla.engine.language.runtime;

import java.util.Map;

/// What to do next about an exception that nothing caught.
final class Hints {
  private static final Map<PyClass, String> HINTS =
      Map.ofEntries(
          Map.entry(
              Types.ZERO_DIVISION_ERROR, "make sure that what stands below the division is not 0"),
          Map.entry(Types.INDEX_ERROR, "the places of n items go from 0 to n - 1"),
          Map.entry(Types.KEY_ERROR, "ask with in first, or use dict.get"),
          Map.entry(Types.UNBOUND_LOCAL_ERROR, "give it a value in the function before this line"),
          Map.entry(Types.NAME_ERROR, "give it a value before this line"),
          Map.entry(Types.ATTRIBUTE_ERROR, "look at how the name is written, and at the class"),
          Map.entry(Types.OVERFLOW_ERROR, "the number is too large for a float: use ints"),
          Map.entry(Types.ASSERTION_ERROR, "what the line claims does not hold"));

  private Hints() {}

  /// @param message of the exception, which may tell more than its type
  static String of(PyClass type, String message) {
    boolean ofValue = message.startsWith("unsupported operand") && message.contains("'Value'");
    return type == Types.TYPE_ERROR && ofValue
        ? "a Value has +, -, *, / and **; its plain number is .data, which has no gradient"
        : HINTS.getOrDefault(type, "");
  }
}
