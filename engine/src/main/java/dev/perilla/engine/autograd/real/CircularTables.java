package dev.perilla.engine.autograd.real;

/// The constants of sines and arcs, as those of [Tables]. They are a class of their own so that a
/// page without them does not load them.
final class CircularTables {
  private CircularTables() {}

  /// pi / 2 in parts of 33, 33, 33 and 53 bits.
  static final double[] HALF_PI = {
    0x1.921fb54400000p+0, 0x1.0b4611a600000p-34, 0x1.3198a2e000000p-69, 0x1.b839a252049c1p-104,
  };

  /// Sine and cosine of i/64 for i from 0 to 51, with an error below 2^-96.
  static final Circular.Both[] BOTH = new Circular.Both[52];

  static {
    Pair sin = new Pair(0x1.fffaaaaeeeed5p-7, -0x1.2ab639a9f0776p-63);
    Pair cos = new Pair(0x1.fff000155549fp-1, 0x1.28a28a03a5ef3p-55);
    BOTH[0] = new Circular.Both(Pair.of(0), Pair.of(1));
    for (int i = 1; i < BOTH.length; i++) {
      Circular.Both last = BOTH[i - 1];
      BOTH[i] =
          new Circular.Both(
              last.sin().times(cos).plus(last.cos().times(sin)),
              last.cos().times(cos).minus(last.sin().times(sin)));
    }
  }
}
