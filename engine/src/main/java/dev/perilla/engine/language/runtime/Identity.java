package dev.perilla.engine.language.runtime;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What `is` tells. Python keeps one object of each int from -5 to 256 and of the empty text and
/// tuple, and of equal constants in a program; whether other equal numbers, texts and tuples of
/// such are one object depends on how each was made. Where it cannot be told here the program is
/// stopped.
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
      case Long number when number < -5 || number > 256 ->
          (identical && Ops.isApart(number))
              || (a.equals(b) && untold(run, "whether two equal ints beyond 256 are one object"));
      case Long number -> a.equals(b);
      case Boolean flag -> a.equals(b);
      case BigInteger number ->
          identical
              || (a.equals(b) && untold(run, "whether two equal ints beyond 256 are one object"));
      case Double number ->
          identical
              || (!number.isNaN()
                  && a.equals(b)
                  && untold(run, "whether two equal floats are one object"));
      case String text ->
          identical
              || (a.equals(b)
                  && (text.isEmpty() || untold(run, "whether two equal texts are one object")));
      case PyTuple x when !identical && b instanceof PyTuple y ->
          x.items.length == y.items.length
              && isConstant(run, x, y)
              && (x.items.length == 0
                  || untold(run, "whether two equal tuples of constants are one object"));
      default -> identical;
    };
  }

  private static boolean untold(Run run, String what) {
    throw run.unsupported(what + " cannot be told in this language", HELP);
  }

  /// Whether the two are equal and nothing but constants, so that they may be one constant.
  private static boolean isConstant(Run run, PyTuple x, PyTuple y) {
    run.nest();
    try {
      for (int i = 0; i < x.items.length; i++) {
        run.step();
        Object a = x.items[i];
        Object b = y.items[i];
        boolean equal =
            switch (a) {
              case Long it -> a.equals(b);
              case BigInteger it -> a.equals(b);
              case Double it -> a.equals(b);
              case Boolean it -> a.equals(b);
              case String it -> a.equals(b);
              case Singleton it -> it == b;
              case PyTuple it ->
                  b instanceof PyTuple other
                      && it.items.length == other.items.length
                      && isConstant(run, it, other);
              default -> false;
            };
        if (!equal) {
          return false;
        }
      }
      return true;
    } finally {
      run.nesting--;
    }
  }
}
