package dev.perilla.engine.autograd;

import java.math.BigInteger;

/// The shortest decimal digits that read back as the same double, nearest to it among those: David
/// Gay's mode 0, which is what Python's `repr` prints.
final class Repr {
  private static final double[] TENS = new double[23];

  static {
    double ten = 1;
    for (int i = 0; i < TENS.length; i++, ten *= 10) {
      TENS[i] = ten;
    }
  }

  private Repr() {}

  static String of(double x) {
    if (Double.isNaN(x)) {
      return "nan";
    }
    String sign = x < 0 || (x == 0 && 1 / x < 0) ? "-" : "";
    double size = Math.abs(x);
    if (size == 0) {
      return sign + "0.0";
    }
    if (size == Double.POSITIVE_INFINITY) {
      return sign + "inf";
    }
    StringBuilder digits = new StringBuilder(24);
    int point = shortest(size, digits);
    return sign + layout(digits, point);
  }

  /// Puts the digits in place: `point` is where the decimal point stands, counted from before the
  /// first digit.
  private static String layout(StringBuilder digits, int point) {
    int count = digits.length();
    if (point > -4 && point <= 16) {
      if (point <= 0) {
        return "0." + "0".repeat(-point) + digits;
      }
      if (point >= count) {
        return digits + "0".repeat(point - count) + ".0";
      }
      return digits.insert(point, '.').toString();
    }
    int exponent = point - 1;
    if (count > 1) {
      digits.insert(1, '.');
    }
    String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return digits + "e" + (exponent < 0 ? "-" : "+") + power;
  }

  private static int shortest(double x, StringBuilder digits) {
    if (x >= 1e-5 && x < 1e15) {
      for (int k = 0; k < TENS.length; k++) {
        double scaled = x * TENS[k];
        if (scaled >= 1e15) {
          break;
        }
        // At most 15 digits that read back: no other decimal of that length does.
        if (scaled == Math.rint(scaled) && scaled / TENS[k] == x) {
          digits.append((long) scaled);
          int point = digits.length() - k;
          trim(digits);
          return point;
        }
      }
    }
    return exact(x, digits);
  }

  /// Steele and White's free-format algorithm (Dragon4) on integers.
  private static int exact(double x, StringBuilder digits) {
    long bits = Double.doubleToRawLongBits(x);
    int biased = (int) (bits >>> 52);
    long mantissa = bits & 0xFFFFFFFFFFFFFL;
    int exponent = biased == 0 ? -1074 : biased - 1075;
    if (biased != 0) {
      mantissa |= 0x10000000000000L;
    }
    boolean even = (mantissa & 1) == 0;
    boolean narrow = mantissa == 0x10000000000000L && biased > 1;
    // value = r / s; half the gap above is above / s, half the gap below is below / s.
    BigInteger r = BigInteger.valueOf(mantissa).shiftLeft(2 + Math.max(exponent, 0));
    BigInteger s = BigInteger.ONE.shiftLeft(2 + Math.max(-exponent, 0));
    BigInteger below = BigInteger.ONE.shiftLeft((narrow ? 0 : 1) + Math.max(exponent, 0));
    BigInteger above = BigInteger.ONE.shiftLeft(1 + Math.max(exponent, 0));
    int length = 64 - Long.numberOfLeadingZeros(mantissa);
    // An estimate of the decimal point, never above the true one and at most one below.
    int point = (int) Math.ceil((length + exponent - 1) * 0.30102999566398114 - 1e-9);
    if (point >= 0) {
      s = s.multiply(BigInteger.TEN.pow(point));
    } else {
      BigInteger scale = BigInteger.TEN.pow(-point);
      r = r.multiply(scale);
      below = below.multiply(scale);
      above = above.multiply(scale);
    }
    if (reaches(r.add(above), s, even)) {
      point++;
    } else {
      r = r.multiply(BigInteger.TEN);
      below = below.multiply(BigInteger.TEN);
      above = above.multiply(BigInteger.TEN);
    }
    while (true) {
      BigInteger[] parts = r.divideAndRemainder(s);
      int digit = parts[0].intValue();
      r = parts[1];
      boolean low = even ? r.compareTo(below) <= 0 : r.compareTo(below) < 0;
      boolean high = reaches(r.add(above), s, even);
      if (low || high) {
        int half = r.shiftLeft(1).compareTo(s);
        boolean up = high && (!low || half > 0 || (half == 0 && (digit & 1) == 1));
        digits.append((char) ('0' + digit + (up ? 1 : 0)));
        trim(digits);
        return point;
      }
      digits.append((char) ('0' + digit));
      r = r.multiply(BigInteger.TEN);
      below = below.multiply(BigInteger.TEN);
      above = above.multiply(BigInteger.TEN);
    }
  }

  private static boolean reaches(BigInteger sum, BigInteger s, boolean inclusive) {
    return inclusive ? sum.compareTo(s) >= 0 : sum.compareTo(s) > 0;
  }

  private static void trim(StringBuilder digits) {
    while (digits.length() > 1 && digits.charAt(digits.length() - 1) == '0') {
      digits.setLength(digits.length() - 1);
    }
  }
}
