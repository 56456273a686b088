package dev.perilla.engine.autograd.real;

/// Sine and cosine, in pairs. Relative error below 2^-76, of the sine also near multiples of pi.
///
/// The argument less a multiple of pi/2 is computed with pi/2 in 33 + 33 + 33 + 53 bits (up to
/// 2^19) or with as many bits as the argument's exponent asks for; a double comes no nearer than
/// 2^-62 to such a multiple. The rest is `i/64 + t` with `|t| <= 2^-7`, sine and cosine of `i/64`
/// are tables.
final class Circular {
  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  private static final Pair MINUS_SIXTH = new Pair(-0x1.5555555555555p-3, -0x1.5555555555555p-57);

  private Circular() {}

  /// An argument reduced to at most pi/4: `rest + quadrant * pi/2`.
  record Reduced(Pair rest, int quadrant) {}

  /// Sine and cosine of one argument.
  record Both(Pair sin, Pair cos) {}

  static Both of(double x) {
    Reduced reduced = reduce(x);
    Both at = quadrant(reduced.rest());
    return switch (reduced.quadrant() & 3) {
      case 0 -> at;
      case 1 -> new Both(at.cos(), at.sin().negated());
      case 2 -> new Both(at.sin().negated(), at.cos().negated());
      default -> new Both(at.cos().negated(), at.sin());
    };
  }

  static Reduced reduce(double x) {
    if (Math.abs(x) < 0.75) {
      return new Reduced(Pair.of(x), 0);
    }
    if (Math.abs(x) > 0x1p19) {
      return reduceLarge(x);
    }
    double k = Math.rint(x * TWO_OVER_PI);
    double[] half = CircularTables.HALF_PI;
    // The products with k are exact, and so is the first difference.
    Pair r = Pair.sum(x - k * half[0], -(k * half[1]));
    Pair s = Pair.sum(r.hi(), -(k * half[2]));
    Pair low = Pair.sum(s.lo(), r.lo());
    Pair last = Pair.product(k, half[3]).negated();
    Pair rest = Pair.sum(s.hi(), low.hi()).plus(last).plus(low.lo());
    return new Reduced(rest, (int) k);
  }

  private static Reduced reduceLarge(double x) {
    Wide.Reduced exact = Wide.of(x).reduce(256);
    return new Reduced(exact.rest().toPair(), exact.quadrant());
  }

  private static Both quadrant(Pair r) {
    boolean negative = r.hi() < 0;
    Pair size = r.abs();
    int i = (int) Math.rint(size.hi() * 64);
    Pair t = size.plus(-i / 64.0);
    Pair square = t.times(t);
    double h = square.hi();
    double sinTail = 1.0 / 120 - h * (1.0 / 5040 - h * (1.0 / 362880 - h / 39916800));
    Pair sin = t.plus(t.times(square.times(MINUS_SIXTH.plus(h * sinTail))));
    double cosTail = 1.0 / 24 - h * (1.0 / 720 - h * (1.0 / 40320 - h / 3628800));
    Pair less = square.scaled(-0.5).plus(h * h * cosTail);
    if (i > 0) {
      Pair s = CircularTables.BOTH[i].sin();
      Pair c = CircularTables.BOTH[i].cos();
      Pair both = s.plus(s.times(less).plus(c.times(sin)));
      less = c.plus(c.times(less).minus(s.times(sin)));
      sin = both;
    } else {
      less = less.plus(1.0);
    }
    return new Both(negative ? sin.negated() : sin, less);
  }
}
