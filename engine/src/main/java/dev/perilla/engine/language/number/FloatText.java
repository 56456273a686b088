package dev.perilla.engine.language.number;

import dev.perilla.engine.autograd.Reals;

/// How Python writes a float when nobody says how.
public final class FloatText {
  private FloatText() {}

  /// `repr(value)`: the fewest digits that read back as the same double; an exponent below `1e-04`
  /// and from `1e+16`; `inf`, `-inf`, `nan`.
  public static String repr(double value) {
    return Reals.repr(value);
  }

  /// About how many nanoseconds that takes.
  public static long work(double value) {
    double size = Math.abs(value);
    return size == 0 || (size >= 1e-5 && size < 1e17) ? 200 : 6000;
  }
}
