package org.teavm.classlib.java.math;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/// `java.math.BigInteger` in the page: the browser's own integers, in place of the 60 kB of
/// TeaVM's. It has what the engine asks for; what it lacks does not compile to JavaScript.
public class TBigInteger extends Number implements Comparable<TBigInteger> {
  private static final long serialVersionUID = 1;

  public static final TBigInteger ZERO = valueOf(0);
  public static final TBigInteger ONE = valueOf(1);
  public static final TBigInteger TWO = valueOf(2);
  public static final TBigInteger TEN = valueOf(10);

  private final transient JSObject n;

  private TBigInteger(JSObject n) {
    this.n = n;
  }

  public TBigInteger(String digits) {
    this(digits, 10);
  }

  public TBigInteger(String digits, int radix) {
    boolean isNegative = digits.startsWith("-");
    String size = isNegative || digits.startsWith("+") ? digits.substring(1) : digits;
    for (int i = 0; i < size.length(); i++) {
      if (Character.digit(size.charAt(i), radix) < 0) {
        throw new NumberFormatException(digits);
      }
    }
    if (size.isEmpty()) {
      throw new NumberFormatException(digits);
    }
    JSObject read = radix == 10 ? read(size) : read(size, radix);
    n = isNegative ? negated(read) : read;
  }

  public TBigInteger(byte[] bytes) {
    this(bytes, bytes[0] < 0 ? ones() : of(0));
  }

  public TBigInteger(int sign, byte[] magnitude) {
    this(
        sign < 0
            ? negated(new TBigInteger(magnitude, of(0)).n)
            : new TBigInteger(magnitude, of(0)).n);
  }

  private TBigInteger(byte[] bytes, JSObject above) {
    JSObject all = above;
    for (byte b : bytes) {
      all = pushed(all, b & 0xFF);
    }
    n = all;
  }

  public static TBigInteger valueOf(long value) {
    return new TBigInteger(of((int) (value >> 32), (int) value));
  }

  public TBigInteger add(TBigInteger other) {
    return new TBigInteger(sum(n, other.n));
  }

  public TBigInteger subtract(TBigInteger other) {
    return new TBigInteger(difference(n, other.n));
  }

  public TBigInteger multiply(TBigInteger other) {
    return new TBigInteger(product(n, other.n));
  }

  public TBigInteger divide(TBigInteger other) {
    return new TBigInteger(quotient(n, nonZero(other)));
  }

  public TBigInteger remainder(TBigInteger other) {
    return new TBigInteger(rest(n, nonZero(other)));
  }

  public TBigInteger[] divideAndRemainder(TBigInteger other) {
    return new TBigInteger[] {divide(other), remainder(other)};
  }

  public TBigInteger mod(TBigInteger other) {
    TBigInteger rest = remainder(other);
    return rest.signum() < 0 ? rest.add(other) : rest;
  }

  private static JSObject nonZero(TBigInteger divisor) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("BigInteger divide by zero");
    }
    return divisor.n;
  }

  public TBigInteger pow(int exponent) {
    TBigInteger power = ONE;
    TBigInteger square = this;
    for (int left = exponent; left > 0; left >>= 1) {
      power = (left & 1) == 1 ? power.multiply(square) : power;
      square = left > 1 ? square.multiply(square) : square;
    }
    return power;
  }

  public TBigInteger modPow(TBigInteger exponent, TBigInteger modulus) {
    TBigInteger power = ONE.mod(modulus);
    TBigInteger square = (exponent.signum() < 0 ? modInverse(modulus) : this).mod(modulus);
    TBigInteger left = exponent.abs();
    int bits = left.bitLength();
    for (int i = 0; i < bits; i++) {
      power = left.testBit(i) ? power.multiply(square).mod(modulus) : power;
      square = square.multiply(square).mod(modulus);
    }
    return power;
  }

  public TBigInteger modInverse(TBigInteger modulus) {
    TBigInteger a = mod(modulus);
    TBigInteger b = modulus;
    TBigInteger x = ONE;
    TBigInteger y = ZERO;
    while (b.signum() != 0) {
      TBigInteger times = a.divide(b);
      TBigInteger rest = a.subtract(times.multiply(b));
      TBigInteger next = x.subtract(times.multiply(y));
      a = b;
      b = rest;
      x = y;
      y = next;
    }
    if (!a.equals(ONE)) {
      throw new ArithmeticException("BigInteger not invertible.");
    }
    return x.mod(modulus);
  }

  public TBigInteger gcd(TBigInteger other) {
    TBigInteger a = abs();
    TBigInteger b = other.abs();
    while (b.signum() != 0) {
      TBigInteger rest = a.remainder(b);
      a = b;
      b = rest;
    }
    return a;
  }

  public TBigInteger sqrt() {
    if (signum() == 0) {
      return ZERO;
    }
    TBigInteger root = ONE.shiftLeft((bitLength() + 1) / 2);
    while (true) {
      TBigInteger next = root.add(divide(root)).shiftRight(1);
      if (next.compareTo(root) >= 0) {
        return root;
      }
      root = next;
    }
  }

  public TBigInteger negate() {
    return new TBigInteger(negated(n));
  }

  public TBigInteger abs() {
    return signum() < 0 ? negate() : this;
  }

  public int signum() {
    return sign(n);
  }

  public TBigInteger shiftLeft(int by) {
    return new TBigInteger(shifted(n, by));
  }

  public TBigInteger shiftRight(int by) {
    return new TBigInteger(shifted(n, -by));
  }

  public TBigInteger and(TBigInteger other) {
    return new TBigInteger(both(n, other.n));
  }

  public TBigInteger or(TBigInteger other) {
    return new TBigInteger(either(n, other.n));
  }

  public TBigInteger xor(TBigInteger other) {
    return new TBigInteger(differing(n, other.n));
  }

  public TBigInteger not() {
    return negate().subtract(ONE);
  }

  public TBigInteger andNot(TBigInteger other) {
    return and(other.not());
  }

  public TBigInteger setBit(int i) {
    return or(ONE.shiftLeft(i));
  }

  public boolean testBit(int i) {
    return (low(shifted(n, -i)) & 1) == 1;
  }

  public int bitLength() {
    return bits(n);
  }

  public int getLowestSetBit() {
    return signum() == 0 ? -1 : bits(both(n, negated(n))) - 1;
  }

  public int bitCount() {
    String digits = text(signum() < 0 ? not().n : n, 2);
    int ones = 0;
    for (int i = 0; i < digits.length(); i++) {
      ones += digits.charAt(i) - '0';
    }
    return ones;
  }

  public byte[] toByteArray() {
    byte[] bytes = new byte[bitLength() / 8 + 1];
    for (int i = 0; i < bytes.length; i++) {
      bytes[bytes.length - 1 - i] = (byte) low(shifted(n, -8 * i));
    }
    return bytes;
  }

  public TBigInteger min(TBigInteger other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public TBigInteger max(TBigInteger other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(TBigInteger other) {
    return sign(difference(n, other.n));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TBigInteger integer && same(n, integer.n);
  }

  @Override
  public int hashCode() {
    return intValue();
  }

  @Override
  public String toString() {
    return text(n, 10);
  }

  public String toString(int radix) {
    return text(n, radix);
  }

  @Override
  public int intValue() {
    return low(n);
  }

  @Override
  public long longValue() {
    return (long) low(shifted(n, -32)) << 32 | low(n) & 0xFFFFFFFFL;
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public double doubleValue() {
    return number(n);
  }

  @JSBody(params = "i", script = "return BigInt(i);")
  private static native JSObject of(int i);

  private static JSObject ones() {
    return of(-1);
  }

  @JSBody(
      params = {"high", "low"},
      script = "return (BigInt(high)<<BigInt(32))|BigInt(low>>>0);")
  private static native JSObject of(int high, int low);

  @JSBody(params = "digits", script = "return BigInt(digits);")
  private static native JSObject read(String digits);

  @JSBody(
      params = {"digits", "radix"},
      script =
          "var all=BigInt(0),by=BigInt(radix);"
              + "for(var i=0;i<digits.length;i++){"
              + "all=all*by+BigInt(parseInt(digits.charAt(i),radix));}"
              + "return all;")
  private static native JSObject read(String digits, int radix);

  @JSBody(
      params = {"a", "b"},
      script = "return (a<<BigInt(8))|BigInt(b);")
  private static native JSObject pushed(JSObject a, int b);

  @JSBody(
      params = {"a", "b"},
      script = "return a+b;")
  private static native JSObject sum(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a-b;")
  private static native JSObject difference(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a*b;")
  private static native JSObject product(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a/b;")
  private static native JSObject quotient(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a%b;")
  private static native JSObject rest(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a&b;")
  private static native JSObject both(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a|b;")
  private static native JSObject either(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a^b;")
  private static native JSObject differing(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "b"},
      script = "return a===b;")
  private static native boolean same(JSObject a, JSObject b);

  @JSBody(
      params = {"a", "by"},
      script = "return a<<BigInt(by);")
  private static native JSObject shifted(JSObject a, int by);

  @JSBody(params = "a", script = "return -a;")
  private static native JSObject negated(JSObject a);

  @JSBody(params = "a", script = "return a<0?-1:a>0?1:0;")
  private static native int sign(JSObject a);

  @JSBody(params = "a", script = "return Number(BigInt.asIntN(32,a));")
  private static native int low(JSObject a);

  @JSBody(params = "a", script = "return Number(a);")
  private static native double number(JSObject a);

  /// Of a negative number those of `-a - 1`; of zero none: `clz32(0)` is 32, and so 4 + 28 - 32.
  @JSBody(
      params = "a",
      script =
          "var s=(a<0?-a-BigInt(1):a).toString(16);"
              + "return 4*s.length+28-Math.clz32(parseInt(s.charAt(0),16));")
  private static native int bits(JSObject a);

  @JSBody(
      params = {"a", "radix"},
      script = "return a.toString(radix);")
  private static native String text(JSObject a, int radix);
}
