package dev.perilla.engine.autograd.real;

/// An unevaluated sum of two doubles, `lo` at most half a unit in the last place of `hi`: about 106
/// bits. No fused multiply-add, so that every platform gives the same bits.
///
/// Relative errors with u = 2^-53, from Joldes, Muller and Popescu, "Tight and rigorous error
/// bounds for basic building blocks of double-word arithmetic" (2017): [#plus(Pair)] 3u²,
/// [#times(Pair)] 7u², [#over(Pair)] 15u²; [#sum] and [#product] are exact. Operands of products
/// stay below 2^995 and products above 2^-960.
record Pair(double hi, double lo) {
  private static final double SPLIT = 0x8000001p0;

  static Pair of(double x) {
    return new Pair(x, 0);
  }

  /// `a + b` without error (Knuth).
  static Pair sum(double a, double b) {
    double s = a + b;
    double t = s - a;
    return new Pair(s, (a - (s - t)) + (b - t));
  }

  /// `a + b` without error where `a` is 0 or not smaller than `b` (Dekker).
  static Pair ordered(double a, double b) {
    double s = a + b;
    return new Pair(s, b - (s - a));
  }

  /// `a * b` without error (Dekker, with Veltkamp's splitting).
  static Pair product(double a, double b) {
    double p = a * b;
    double ca = SPLIT * a;
    double ah = ca - (ca - a);
    double al = a - ah;
    double cb = SPLIT * b;
    double bh = cb - (cb - b);
    double bl = b - bh;
    return new Pair(p, ((ah * bh - p) + ah * bl + al * bh) + al * bl);
  }

  Pair plus(Pair other) {
    Pair s = sum(hi, other.hi);
    Pair t = sum(lo, other.lo);
    Pair v = ordered(s.hi, s.lo + t.hi);
    return ordered(v.hi, v.lo + t.lo);
  }

  Pair plus(double other) {
    Pair s = sum(hi, other);
    return ordered(s.hi, s.lo + lo);
  }

  Pair minus(Pair other) {
    return plus(other.negated());
  }

  Pair times(Pair other) {
    Pair p = product(hi, other.hi);
    return ordered(p.hi, p.lo + (hi * other.lo + lo * other.hi));
  }

  Pair times(double other) {
    Pair p = product(hi, other);
    return ordered(p.hi, p.lo + lo * other);
  }

  Pair over(Pair other) {
    double q = hi / other.hi;
    Pair r = minus(other.times(q));
    double q2 = r.hi / other.hi;
    return ordered(q, q2 + (r.hi - q2 * other.hi + r.lo) / other.hi);
  }

  Pair root() {
    double s = Math.sqrt(hi);
    Pair rest = minus(product(s, s));
    return ordered(s, rest.hi / (2 * s));
  }

  /// Exact for a power of two, as long as nothing leaves the normal range.
  Pair scaled(double power) {
    return new Pair(hi * power, lo * power);
  }

  Pair negated() {
    return new Pair(-hi, -lo);
  }

  Pair abs() {
    return hi < 0 ? negated() : this;
  }
}
