package dev.perilla.engine.language.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What `is` tells. Python keeps one object of each int from -5 to 256 and of the empty text and
/// tuple, and of equal constants and names in a program; all else is one object where it was made
/// once. Which equal texts of one character are one object, and which ints below -5, cannot be told
/// here, and stop the program.
final class Identity {
  private static final String HELP = "compare with ==";

  private final Map<Object, Object> constants = new HashMap<>();

  /// The one object for a constant of the program: a number or a text.
  Object constant(Object value) {
    return switch (value) {
      case Long number when !Ops.isApart(number) -> Ops.box(number);
      default -> {
        Object known = constants.putIfAbsent(value, value);
        yield known == null ? value : known;
      }
    };
  }

  /// The one text for a name of the program, which is that of an equal constant.
  String name(String name) {
    return (String) constant(name);
  }

  /// The one tuple of these constants of the program.
  PyTuple constant(Object[] values) {
    return values.length == 0
        ? PyTuple.EMPTY
        : (PyTuple) constants.computeIfAbsent(List.of(values), items -> new PyTuple(values));
  }

  /// `a is b`
  static boolean same(Run run, Object a, Object b) {
    boolean identical = Ops.identical(a, b);
    return switch (a) {
      case Long number when Ops.isApart(number) -> identical;
      case Long number when number < -5 ->
          a.equals(b) && untold(run, "whether two equal ints below -5 are one object");
      case Long number -> a.equals(b);
      case Boolean flag -> a.equals(b);
      case String text when !identical ->
          a.equals(b)
              && (text.isEmpty()
                  || (text.codePointCount(0, text.length()) == 1
                      && untold(run, "whether two equal texts of one character are one object")));
      case PyTuple x when x.items.length == 0 -> b instanceof PyTuple y && y.items.length == 0;
      default -> identical;
    };
  }

  private static boolean untold(Run run, String what) {
    throw run.unsupported(what + " cannot be told in this language", HELP);
  }
}
