package dev.perilla.engine.language.number;

/// `math.gamma` and `math.lgamma` by the approximation of Lanczos with the constants and the order
/// of operations of CPython, so that the last bits agree.
public final class Gamma {
  private static final double G = 6.02468004077673;
  private static final double G_MINUS_HALF = 5.52468004077673;
  private static final double LOG_PI = 1.1447298858494002;
  private static final double[] ABOVE = {
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002
  };
  private static final double[] BELOW = {
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0
  };

  private Gamma() {}

  public static double gamma(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x == 0 || (x < 0 && x == Math.floor(x))) {
      throw MathFunctions.domain();
    }
    if (x == Math.floor(x) && x <= 23) {
      double product = 1;
      for (int i = 2; i < x; i++) {
        product *= i;
      }
      return product;
    }
    double size = Math.abs(x);
    if (size > 200 && x < 0) {
      return 0.0 / sineOfPi(x);
    }
    double result = size < 1e-20 ? 1.0 / x : size > 200 ? 1.0 / 0 : lanczos(x, size);
    if (Double.isInfinite(result)) {
      throw MathFunctions.range();
    }
    return result;
  }

  private static double lanczos(double x, double size) {
    double y = size + G_MINUS_HALF;
    double error = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
    double z = error * G / y;
    double half = size < 140.0 ? 1.0 : Elementary.pow(y, size / 2.0 - 0.25);
    if (x < 0) {
      double r = -Math.PI / sineOfPi(size) / size * Elementary.exp(y) / sum(size);
      r -= z * r;
      return size < 140.0 ? r / Elementary.pow(y, size - 0.5) : r / half / half;
    }
    double r = sum(size) / Elementary.exp(y);
    r += z * r;
    return size < 140.0 ? r * Elementary.pow(y, size - 0.5) : r * half * half;
  }

  public static double logGamma(double x) {
    if (!Double.isFinite(x)) {
      return Math.abs(x);
    }
    if (x == Math.floor(x) && x <= 2.0) {
      if (x <= 0) {
        throw MathFunctions.domain();
      }
      return 0.0;
    }
    double size = Math.abs(x);
    if (size < 1e-20) {
      return -Elementary.log(size);
    }
    double r = Elementary.log(sum(size)) - G;
    r += (size - 0.5) * (Elementary.log(size + G - 0.5) - 1);
    if (x < 0) {
      r = LOG_PI - Elementary.log(Math.abs(sineOfPi(size))) - Elementary.log(size) - r;
    }
    if (Double.isInfinite(r)) {
      throw MathFunctions.range();
    }
    return r;
  }

  private static double sum(double x) {
    double above = 0;
    double below = 0;
    if (x < 5.0) {
      for (int i = ABOVE.length - 1; i >= 0; i--) {
        above = above * x + ABOVE[i];
        below = below * x + BELOW[i];
      }
    } else {
      for (int i = 0; i < ABOVE.length; i++) {
        above = above / x + ABOVE[i];
        below = below / x + BELOW[i];
      }
    }
    return above / below;
  }

  /// `sin(pi * x)` without the error of `pi * x`.
  private static double sineOfPi(double x) {
    double y = Math.abs(x) % 2.0;
    double sine =
        switch ((int) Math.floor(2.0 * y + 0.5)) {
          case 0 -> Elementary.sin(Math.PI * y);
          case 1 -> Elementary.cos(Math.PI * (y - 0.5));
          case 2 -> Elementary.sin(Math.PI * (1.0 - y));
          case 3 -> -Elementary.cos(Math.PI * (y - 1.5));
          default -> Elementary.sin(Math.PI * (y - 2.0));
        };
    return Math.copySign(1.0, x) * sine;
  }
}
