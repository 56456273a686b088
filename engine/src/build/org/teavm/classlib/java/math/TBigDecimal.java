package org.teavm.classlib.java.math;

import org.teavm.jso.JSBody;

/// `java.math.BigDecimal` in the page: an integer and a scale, see [TBigInteger]. It has what the
/// engine asks for, with the scales that the JDK gives.
public class TBigDecimal extends Number implements Comparable<TBigDecimal> {
  private static final long serialVersionUID = 1;

  public static final TBigDecimal ZERO = valueOf(0);
  public static final TBigDecimal ONE = valueOf(1);
  public static final TBigDecimal TWO = valueOf(2);
  public static final TBigDecimal TEN = valueOf(10);

  private final TBigInteger unscaled;
  private final int scale;

  public TBigDecimal(TBigInteger unscaled, int scale) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  public TBigDecimal(TBigInteger whole) {
    this(whole, 0);
  }

  public TBigDecimal(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String digits = e < 0 ? text : text.substring(0, e);
    int point = digits.indexOf('.');
    unscaled =
        new TBigInteger(
            point < 0 ? digits : digits.substring(0, point) + digits.substring(point + 1));
    int places = point < 0 ? 0 : digits.length() - point - 1;
    scale = e < 0 ? places : places - Integer.parseInt(text.substring(e + 1));
  }

  /// Exactly that double.
  public TBigDecimal(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      throw new NumberFormatException("Infinite or NaN");
    }
    long bits = Double.doubleToRawLongBits(x);
    int biased = (int) (bits >>> 52) & 0x7FF;
    long size = bits & 0xFFFFFFFFFFFFFL;
    size = biased == 0 ? size << 1 : size | 0x10000000000000L;
    int exponent = biased - 1075;
    while (size != 0 && (size & 1) == 0) {
      size >>= 1;
      exponent++;
    }
    TBigInteger whole = TBigInteger.valueOf(bits < 0 ? -size : size);
    scale = size == 0 ? 0 : Math.max(-exponent, 0);
    unscaled =
        exponent > 0 && size != 0
            ? whole.shiftLeft(exponent)
            : whole.multiply(TBigInteger.valueOf(5).pow(scale));
  }

  public static TBigDecimal valueOf(long whole) {
    return new TBigDecimal(TBigInteger.valueOf(whole), 0);
  }

  private static TBigInteger ten(int power) {
    return TBigInteger.TEN.pow(power);
  }

  /// The integer that this is at a scale that is not smaller than its own.
  private TBigInteger at(int larger) {
    return larger == scale ? unscaled : unscaled.multiply(ten(larger - scale));
  }

  public TBigDecimal add(TBigDecimal other) {
    int both = Math.max(scale, other.scale);
    return new TBigDecimal(at(both).add(other.at(both)), both);
  }

  public TBigDecimal subtract(TBigDecimal other) {
    return add(other.negate());
  }

  public TBigDecimal multiply(TBigDecimal other) {
    return new TBigDecimal(unscaled.multiply(other.unscaled), scale + other.scale);
  }

  public TBigDecimal multiply(TBigDecimal other, TMathContext context) {
    return multiply(other).round(context);
  }

  /// The exact quotient.
  public TBigDecimal divide(TBigDecimal other) {
    TBigInteger shared = unscaled.gcd(nonZero(other));
    TBigInteger below = other.unscaled.divide(shared).abs();
    int twos = below.getLowestSetBit();
    TBigInteger odd = below.shiftRight(twos);
    int fives = 0;
    TBigInteger five = TBigInteger.valueOf(5);
    while (odd.remainder(five).signum() == 0) {
      odd = odd.divide(five);
      fives++;
    }
    if (!odd.equals(TBigInteger.ONE)) {
      throw new ArithmeticException(
          "Non-terminating decimal expansion; no exact representable decimal result.");
    }
    int places = Math.max(twos, fives);
    return new TBigDecimal(
        unscaled.multiply(ten(places)).divide(other.unscaled), scale - other.scale + places);
  }

  public TBigDecimal divide(TBigDecimal other, TMathContext context) {
    nonZero(other);
    int wanted = scale - other.scale;
    int places = context.getPrecision() + other.precision() - precision() + 3;
    TBigInteger above = unscaled.multiply(ten(Math.max(places, 0)));
    TBigInteger below = other.unscaled.multiply(ten(Math.max(-places, 0)));
    TBigInteger[] parts = above.divideAndRemainder(below);
    if (parts[1].signum() == 0) {
      return new TBigDecimal(parts[0], wanted + places).stripped(wanted).round(context);
    }
    // a digit that stands for all that follow, which is neither nothing nor a half
    TBigInteger rest = TBigInteger.valueOf((long) unscaled.signum() * other.signum());
    return new TBigDecimal(parts[0].multiply(TBigInteger.TEN).add(rest), wanted + places + 1)
        .round(context);
  }

  public TBigDecimal divideToIntegralValue(TBigDecimal other) {
    nonZero(other);
    int both = Math.max(scale, other.scale);
    TBigInteger whole = at(both).divide(other.at(both));
    int wanted = scale - other.scale;
    return wanted >= 0
        ? new TBigDecimal(whole, 0).setScale(wanted)
        : new TBigDecimal(whole, 0).stripped(wanted);
  }

  private static TBigInteger nonZero(TBigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("Division by zero");
    }
    return divisor.unscaled;
  }

  public TBigDecimal negate() {
    return new TBigDecimal(unscaled.negate(), scale);
  }

  public TBigDecimal abs() {
    return signum() < 0 ? negate() : this;
  }

  public TBigDecimal min(TBigDecimal other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public TBigDecimal max(TBigDecimal other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public int signum() {
    return unscaled.signum();
  }

  public int scale() {
    return scale;
  }

  public int precision() {
    return unscaled.abs().toString().length();
  }

  public TBigInteger unscaledValue() {
    return unscaled;
  }

  public TBigDecimal scaleByPowerOfTen(int power) {
    return new TBigDecimal(unscaled, scale - power);
  }

  public TBigDecimal movePointLeft(int places) {
    TBigDecimal moved = scaleByPowerOfTen(-places);
    return places == 0 || moved.scale >= 0 ? moved : moved.setScale(0);
  }

  public TBigDecimal setScale(int wanted) {
    return setScale(wanted, TRoundingMode.UNNECESSARY);
  }

  public TBigDecimal setScale(int wanted, TRoundingMode mode) {
    return wanted >= scale
        ? new TBigDecimal(at(wanted), wanted)
        : new TBigDecimal(rounded(unscaled, ten(scale - wanted), mode), wanted);
  }

  public TBigDecimal round(TMathContext context) {
    TBigDecimal round = this;
    int most = context.getPrecision();
    while (most > 0 && round.precision() > most) { // 9.99 has one digit more when it is rounded
      round = round.setScale(round.scale - round.precision() + most, context.getRoundingMode());
    }
    return round;
  }

  private static TBigInteger rounded(TBigInteger above, TBigInteger below, TRoundingMode mode) {
    TBigInteger[] parts = above.divideAndRemainder(below);
    int sign = above.signum();
    if (parts[1].signum() == 0) {
      return parts[0];
    }
    int half = parts[1].abs().shiftLeft(1).compareTo(below);
    boolean isOdd = parts[0].testBit(0);
    boolean isUp;
    if (mode == TRoundingMode.UNNECESSARY) {
      throw new ArithmeticException("Rounding necessary");
    } else if (mode == TRoundingMode.UP) {
      isUp = true;
    } else if (mode == TRoundingMode.DOWN) {
      isUp = false;
    } else if (mode == TRoundingMode.CEILING) {
      isUp = sign > 0;
    } else if (mode == TRoundingMode.FLOOR) {
      isUp = sign < 0;
    } else if (mode == TRoundingMode.HALF_UP) {
      isUp = half >= 0;
    } else if (mode == TRoundingMode.HALF_DOWN) {
      isUp = half > 0;
    } else {
      isUp = half > 0 || half == 0 && isOdd;
    }
    return isUp ? parts[0].add(TBigInteger.valueOf(sign)) : parts[0];
  }

  public TBigDecimal stripTrailingZeros() {
    return signum() == 0 ? ZERO : stripped(Integer.MIN_VALUE);
  }

  private TBigDecimal stripped(int least) {
    TBigInteger digits = unscaled;
    int at = scale;
    while (at > least && digits.signum() != 0) {
      TBigInteger[] parts = digits.divideAndRemainder(TBigInteger.TEN);
      if (parts[1].signum() != 0) {
        break;
      }
      digits = parts[0];
      at--;
    }
    return new TBigDecimal(digits, digits.signum() == 0 ? least : at);
  }

  public TBigInteger toBigInteger() {
    return setScale(0, TRoundingMode.DOWN).unscaled;
  }

  public int intValueExact() {
    TBigInteger whole = setScale(0).unscaled;
    if (whole.bitLength() > 31) {
      throw new ArithmeticException("Overflow");
    }
    return whole.intValue();
  }

  @Override
  public int compareTo(TBigDecimal other) {
    int both = Math.max(scale, other.scale);
    return at(both).compareTo(other.at(both));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TBigDecimal decimal
        && scale == decimal.scale
        && unscaled.equals(decimal.unscaled);
  }

  @Override
  public int hashCode() {
    return 31 * unscaled.hashCode() + scale;
  }

  @Override
  public String toString() {
    String digits = unscaled.abs().toString();
    long exponent = digits.length() - 1L - scale;
    if (scale >= 0 && exponent >= -6) {
      return toPlainString();
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = signum() < 0 ? "-" : "";
    return sign + mantissa + (exponent == 0 ? "" : (exponent > 0 ? "E+" : "E") + exponent);
  }

  public String toPlainString() {
    String digits = unscaled.abs().toString();
    String sign = signum() < 0 ? "-" : "";
    if (scale <= 0) {
      return sign + (signum() == 0 ? digits : digits + "0".repeat(-scale));
    }
    int point = digits.length() - scale;
    return sign
        + (point > 0
            ? digits.substring(0, point) + "." + digits.substring(point)
            : "0." + "0".repeat(-point) + digits);
  }

  @Override
  public int intValue() {
    return toBigInteger().intValue();
  }

  @Override
  public long longValue() {
    return toBigInteger().longValue();
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public double doubleValue() {
    return read(unscaled + "e" + -(long) scale);
  }

  @JSBody(params = "text", script = "return Number(text);")
  private static native double read(String text);
}
