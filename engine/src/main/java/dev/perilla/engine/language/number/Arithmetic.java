package dev.perilla.engine.language.number;

import java.math.BigInteger;
import java.util.Optional;

/// The operators of Python over any two numbers: ints, floats and bools mixed.
///
/// Operands are [Long], [BigInteger], [Double] or [Boolean]; anything else is a mistake of the
/// caller, who asks [#isNumber] first. A bool counts as 0 or 1, also in results, except that `&`,
/// `|` and `^` of two bools give a bool.
public final class Arithmetic {
  /// What [#compare] says of a NaN: none of less, equal, greater.
  public static final int UNORDERED = 2;

  private Arithmetic() {}

  public static boolean isNumber(Object value) {
    return value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof BigInteger;
  }

  /// Whether the value is an int or a bool.
  public static boolean isInt(Object value) {
    return value instanceof Long || value instanceof Boolean || value instanceof BigInteger;
  }

  /// A bool as the int that it is; any other number as it is.
  public static Object plain(Object value) {
    return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
  }

  /// The number as a double; `OverflowError` for an int that is too large.
  public static double real(Object value) {
    return value instanceof Double real ? real : Floats.of(plain(value));
  }

  private static boolean anyFloat(Object a, Object b) {
    return a instanceof Double || b instanceof Double;
  }

  public static Object add(Object a, Object b, Budget budget) {
    return anyFloat(a, b) ? (Object) (real(a) + real(b)) : Ints.add(plain(a), plain(b), budget);
  }

  public static Object subtract(Object a, Object b, Budget budget) {
    return anyFloat(a, b)
        ? (Object) (real(a) - real(b))
        : Ints.subtract(plain(a), plain(b), budget);
  }

  public static Object multiply(Object a, Object b, Budget budget) {
    return anyFloat(a, b)
        ? (Object) (real(a) * real(b))
        : Ints.multiply(plain(a), plain(b), budget);
  }

  /// `a / b`, always a float.
  public static double trueDivide(Object a, Object b, Budget budget) {
    return anyFloat(a, b)
        ? Floats.divide(real(a), real(b))
        : Ints.trueDivide(plain(a), plain(b), budget);
  }

  public static Object floorDivide(Object a, Object b, Budget budget) {
    return anyFloat(a, b)
        ? (Object) Floats.floorDivide(real(a), real(b))
        : Ints.floorDivide(plain(a), plain(b), budget);
  }

  public static Object modulo(Object a, Object b, Budget budget) {
    return anyFloat(a, b)
        ? (Object) Floats.modulo(real(a), real(b))
        : Ints.modulo(plain(a), plain(b), budget);
  }

  /// `divmod(a, b)`: quotient and remainder.
  public static Object[] divmod(Object a, Object b, Budget budget) {
    if (anyFloat(a, b)) {
      double[] parts = Floats.divmod(real(a), real(b));
      return new Object[] {parts[0], parts[1]};
    }
    return Ints.divmod(plain(a), plain(b), budget);
  }

  /// `a ** b`: an int for ints with `b >= 0`, else a float.
  public static Object power(Object a, Object b, Budget budget) {
    if (anyFloat(a, b) || Ints.sign(plain(b)) < 0) {
      budget.work(120);
      return Floats.power(real(a), real(b));
    }
    return Ints.power(plain(a), plain(b), budget);
  }

  /// `pow(a, b, modulus)`.
  public static Object power(Object a, Object b, Object modulus, Budget budget) {
    if (anyFloat(a, b) || modulus instanceof Double) {
      throw PythonError.type("pow() 3rd argument not allowed unless all arguments are integers");
    }
    return Ints.power(plain(a), plain(b), plain(modulus), budget);
  }

  /// `a << b`. The operands of this and the next are ints or bools: [#isInt].
  public static Object shiftLeft(Object a, Object b, Budget budget) {
    return Ints.shiftLeft(plain(a), plain(b), budget);
  }

  public static Object shiftRight(Object a, Object b, Budget budget) {
    return Ints.shiftRight(plain(a), plain(b), budget);
  }

  public static Object and(Object a, Object b, Budget budget) {
    return a instanceof Boolean x && b instanceof Boolean y
        ? (Object) (x && y)
        : Ints.and(plain(a), plain(b), budget);
  }

  public static Object or(Object a, Object b, Budget budget) {
    return a instanceof Boolean x && b instanceof Boolean y
        ? (Object) (x || y)
        : Ints.or(plain(a), plain(b), budget);
  }

  public static Object xor(Object a, Object b, Budget budget) {
    return a instanceof Boolean x && b instanceof Boolean y
        ? (Object) (x.booleanValue() != y)
        : Ints.xor(plain(a), plain(b), budget);
  }

  /// `~a` of an int or bool.
  public static Object invert(Object a) {
    return Ints.invert(plain(a));
  }

  public static Object negate(Object a) {
    return a instanceof Double real ? (Object) (-real) : Ints.negate(plain(a));
  }

  public static Object abs(Object a) {
    return a instanceof Double real ? (Object) Math.abs(real) : Ints.abs(plain(a));
  }

  /// `bool(a)`.
  public static boolean isTrue(Object a) {
    return switch (a) {
      case Boolean flag -> flag;
      case Double real -> real != 0;
      default -> Ints.sign(a) != 0;
    };
  }

  /// `int(a)` of a number, toward zero.
  public static Object toInt(Object a) {
    return a instanceof Double real ? Floats.toInt(real) : plain(a);
  }

  /// -1, 0 or 1 by the exact values, whatever their types, or [#UNORDERED] for a NaN.
  public static int compare(Object a, Object b) {
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return x < y ? -1 : x > y ? 1 : x.doubleValue() == y ? 0 : UNORDERED;
      }
      int turned = compareIntFloat(plain(b), x);
      return turned == UNORDERED ? UNORDERED : -turned;
    }
    return b instanceof Double y ? compareIntFloat(plain(a), y) : Ints.compare(plain(a), plain(b));
  }

  public static boolean equal(Object a, Object b) {
    return compare(a, b) == 0;
  }

  private static int compareIntFloat(Object integer, double real) {
    if (Double.isNaN(real)) {
      return UNORDERED;
    }
    if (Double.isInfinite(real)) {
      return real > 0 ? -1 : 1;
    }
    int whole = Ints.compare(integer, Floats.toInt(real));
    return whole != 0 ? whole : Double.compare(0.0, real % 1.0 + 0.0);
  }

  /// `hash(a)`: equal numbers of any type have the same.
  public static long hash(Object a) {
    return a instanceof Double real ? Floats.hash(real) : Floats.hashOfInt(plain(a));
  }

  /// `round(a)`, half to even, an int.
  public static Object round(Object a) {
    return a instanceof Double real ? Floats.toInt(Math.rint(real)) : plain(a);
  }

  /// `round(a, digits)`, of the type of `a`.
  ///
  /// @param digits an int; empty for `None`
  public static Object round(Object a, Optional<Object> digits, Budget budget) {
    if (digits.isEmpty()) {
      return round(a);
    }
    Object places = plain(digits.get());
    return a instanceof Double real
        ? (Object) Decimal.round(real, Ints.clamp(places))
        : roundInt(plain(a), places, budget);
  }

  private static Object roundInt(Object value, Object places, Budget budget) {
    if (Ints.sign(places) >= 0) {
      return value;
    }
    if (Ints.compare(Ints.negate(places), Ints.bitLength(value)) > 0) {
      return 0L; // a power of ten with more digits than the value has bits
    }
    Object unit = Ints.power(10L, Ints.negate(places), budget);
    Object[] parts = Ints.divmod(value, unit, budget);
    int half = Ints.compare(Ints.multiply(parts[1], 2L, budget), unit);
    boolean up = half > 0 || (half == 0 && Ints.isOdd(parts[0]));
    Object floor = Ints.subtract(value, parts[1], budget);
    return up ? Ints.add(floor, unit, budget) : floor;
  }
}
