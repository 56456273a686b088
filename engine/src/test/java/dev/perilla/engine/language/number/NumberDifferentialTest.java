package dev.perilla.engine.language.number;

import static dev.perilla.engine.language.number.Comparison.call;
import static dev.perilla.engine.language.number.Comparison.text;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/// Every operator over numbers of all sizes and signs, against CPython.
class NumberDifferentialTest {
  private static final Budget FREE = Budget.UNBOUNDED;
  private final Random random = new Random(20_250_101);
  private final Comparison python = new Comparison();

  @Test
  void operatorsOfAnyTwoNumbers() {
    for (int i = 0; i < 3_000; i++) {
      Object a = number();
      Object b = number();
      binary("+", a, b, (x, y) -> Arithmetic.add(x, y, FREE));
      binary("-", a, b, (x, y) -> Arithmetic.subtract(x, y, FREE));
      binary("*", a, b, (x, y) -> Arithmetic.multiply(x, y, FREE));
      binary("/", a, b, (x, y) -> Arithmetic.trueDivide(x, y, FREE));
      binary("//", a, b, (x, y) -> Arithmetic.floorDivide(x, y, FREE));
      binary("%", a, b, (x, y) -> Arithmetic.modulo(x, y, FREE));
      binary("<", a, b, (x, y) -> Arithmetic.compare(x, y) == -1);
      binary("==", a, b, Arithmetic::equal);
      python.add(call("divmod", a, b), () -> List.of(Arithmetic.divmod(a, b, FREE)));
      if (Arithmetic.equal(a, a)) { // the hash of a NaN is its address
        python.add(call("hash", a), () -> Arithmetic.hash(a));
      }
      python.add(call("round", a), () -> Arithmetic.round(a));
      long places = random.nextLong(-25, 25);
      python.add(call("round", a, places), () -> Arithmetic.round(a, Optional.of(places), FREE));
      python.add("-(" + text(a) + ")", () -> Arithmetic.negate(a));
      python.add(call("int", a), () -> Arithmetic.toInt(a));
      python.add(call("float", a), () -> Arithmetic.real(a));
      if (a instanceof Double real) {
        python.add(call("float.as_integer_ratio", a), () -> List.of(Floats.integerRatio(real)));
        python.add(call("float.is_integer", a), () -> Floats.isInteger(real));
      }
    }
    python.agree();
  }

  @Test
  void operatorsOfInts() {
    for (int i = 0; i < 3_000; i++) {
      Object a = integer();
      Object b = integer();
      Object small = (long) random.nextInt(70);
      binary("&", a, b, (x, y) -> Arithmetic.and(x, y, FREE));
      binary("|", a, b, (x, y) -> Arithmetic.or(x, y, FREE));
      binary("^", a, b, (x, y) -> Arithmetic.xor(x, y, FREE));
      binary("<<", a, small, (x, y) -> Arithmetic.shiftLeft(x, y, FREE));
      binary(">>", a, small, (x, y) -> Arithmetic.shiftRight(x, y, FREE));
      binary("**", a, small, (x, y) -> Arithmetic.power(x, y, FREE));
      python.add("~(" + text(a) + ")", () -> Arithmetic.invert(a));
      python.add("int.bit_length" + "(" + text(a) + ")", () -> Ints.bitLength(a));
      python.add(call("hex", a), () -> "'" + IntText.prefixed(a, 16, FREE) + "'");
      python.add(call("oct", a), () -> "'" + IntText.prefixed(a, 8, FREE) + "'");
      python.add(call("bin", a), () -> "'" + IntText.prefixed(a, 2, FREE) + "'");
      python.add("int.bit_count" + "(" + text(a) + ")", () -> Ints.bitCount(a));
      Object modulus = integer();
      python.add(call("pow", a, b, modulus), () -> Arithmetic.power(a, b, modulus, FREE));
    }
    python.agree();
  }

  /// The halves of decimal rounding: what looks like a tie rarely is one.
  @Test
  void roundingOfShortDecimals() {
    for (int i = 0; i < 20_000; i++) {
      long places = random.nextLong(-1, 5);
      double value = (random.nextInt(200_001) - 100_000) / Math.pow(10, random.nextInt(6));
      python.add(
          call("round", value, places), () -> Arithmetic.round(value, Optional.of(places), FREE));
    }
    python.agree();
  }

  private void binary(String operator, Object a, Object b, BinaryOperator<Object> operation) {
    python.add("(" + text(a) + ") " + operator + " (" + text(b) + ")", () -> operation.apply(a, b));
  }

  private Object number() {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextBoolean();
      case 1, 2, 3, 4 -> real();
      default -> integer();
    };
  }

  private double real() {
    return switch (random.nextInt(8)) {
      case 0 -> special();
      case 1 -> Double.longBitsToDouble(random.nextLong());
      case 2 -> random.nextInt(41) - 20;
      case 3 -> (random.nextInt(2_001) - 1_000) / 8.0;
      case 4 -> random.nextLong();
      default -> (random.nextInt(200_001) - 100_000) / 1_000.0;
    };
  }

  private double special() {
    double[] all = {
      0.0,
      -0.0,
      1.0 / 0,
      -1.0 / 0,
      0.0 / 0,
      Double.MIN_VALUE,
      Double.MAX_VALUE,
      0x1p63,
      -0x1p63,
      0.5
    };
    return all[random.nextInt(all.length)];
  }

  private Object integer() {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
      case 1 -> random.nextLong();
      case 2 -> (long) random.nextInt();
      case 3 -> Ints.of(new BigInteger(random.nextInt(1_200), random).negate());
      case 4 -> Ints.of(new BigInteger(random.nextInt(200), random));
      case 5 -> Ints.of(BigInteger.ONE.shiftLeft(random.nextInt(70)));
      default -> (long) random.nextInt(41) - 20;
    };
  }
}
