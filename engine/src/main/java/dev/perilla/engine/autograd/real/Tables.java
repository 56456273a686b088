package dev.perilla.engine.autograd.real;

/// Constants as pairs of doubles, high part before low part, unless said otherwise. The tests
/// compute every one of them anew.
final class Tables {
  private Tables() {}

  /// ln 2 / 64 in parts of 33, 33 and 53 bits.
  static final double[] LN2_64 = {
    0x1.62e42fef00000p-7, 0x1.473de6af00000p-40, 0x1.3c7673007e5edp-75,
  };

  /// ln 2 in parts of 42 and 53 bits.
  static final double[] LN2 = {
    0x1.62e42fefa3800p-1, 0x1.ef35793c76730p-45,
  };

  /// 2^(1/128).
  static final Pair STEP = new Pair(0x1.0163da9fb3335p0, 0x1.b61299ab8cdb7p-54);

  /// 2^(i/64) for i from 0 to 63, with an error below 2^-96.
  static final double[] EXP = new double[128];

  static {
    Pair power = Pair.of(1);
    for (int i = 0; i < 64; i++) {
      EXP[2 * i] = power.hi();
      EXP[2 * i + 1] = power.lo();
      power = power.times(STEP).times(STEP);
    }
  }
}
