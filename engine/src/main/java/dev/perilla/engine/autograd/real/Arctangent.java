package dev.perilla.engine.autograd.real;

/// The arctangent, in pairs. Relative error below 2^-76.
///
/// Above 1 by `pi/2 - atan(1/x)`; below, `atan(x) = atan(c) + atan((x - c) / (1 + x c))` with `c`
/// the nearest multiple of 1/64, whose arctangent is a sum of small ones. In the series of these,
/// below 2^-6, the cube is a pair; `t^5/5` in one double is wrong by at most `2^-79` of `t`.
final class Arctangent {
  private static final Pair MINUS_THIRD = new Pair(-0x1.5555555555555p-2, -0x1.5555555555555p-56);
  static final Pair HALF_PI = new Pair(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54);
  static final Pair PI = HALF_PI.scaled(2);

  /// Of i/64 for i from 0 to 64: each is the one before and the arctangent of a 64th at most.
  private static final Pair[] OF_64THS = new Pair[65];

  static {
    OF_64THS[0] = Pair.of(0);
    for (int i = 1; i < OF_64THS.length; i++) {
      Pair step = Pair.of(64).over(Pair.of(4096 + i * (i - 1)));
      OF_64THS[i] = OF_64THS[i - 1].plus(small(step));
    }
  }

  private Arctangent() {}

  /// The angle, between 0 and pi/2, whose tangent is `x`, which is not negative.
  static Pair atan(Pair x) {
    if (x.hi() > 1) {
      return HALF_PI.minus(upToOne(Pair.of(1).over(x)));
    }
    return upToOne(x);
  }

  private static Pair upToOne(Pair x) {
    int i = (int) Math.rint(x.hi() * 64);
    double c = i / 64.0;
    return i == 0 ? small(x) : small(x.plus(-c).over(x.times(c).plus(1.0))).plus(OF_64THS[i]);
  }

  private static Pair small(Pair t) {
    Pair square = t.times(t);
    double h = square.hi();
    double tail = 1.0 / 5 - h * (1.0 / 7 - h * (1.0 / 9 - h * (1.0 / 11 - h / 13)));
    return t.plus(t.times(square.times(MINUS_THIRD.plus(h * tail))));
  }
}
