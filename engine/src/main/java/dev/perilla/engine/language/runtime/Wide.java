package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import java.math.BigInteger;

/// The places that a slice means in what may be longer than an array: a range, or a length that is
/// only asked about.
final class Wide {
  private Wide() {}

  /// Start, stop and step, as `slice.indices(length)` gives them.
  static BigInteger[] indices(Run run, PySlice slice, BigInteger length) {
    BigInteger step = slice.step() == Singleton.NONE ? BigInteger.ONE : bound(run, slice.step());
    if (step.signum() == 0) {
      throw run.valueError("slice step cannot be zero");
    }
    boolean up = step.signum() > 0;
    BigInteger low = up ? BigInteger.ZERO : BigInteger.ONE.negate();
    BigInteger high = up ? length : length.subtract(BigInteger.ONE);
    return new BigInteger[] {
      clip(run, slice.low(), length, low, high, up ? low : high),
      clip(run, slice.high(), length, low, high, up ? high : low),
      step
    };
  }

  private static BigInteger clip(
      Run run, Object given, BigInteger length, BigInteger low, BigInteger high, BigInteger none) {
    if (given == Singleton.NONE) {
      return none;
    }
    BigInteger at = bound(run, given);
    return (at.signum() < 0 ? at.add(length) : at).max(low).min(high);
  }

  private static BigInteger bound(Run run, Object value) {
    Object made =
        Arithmetic.isInt(value) ? Arithmetic.plain(value) : Constructors.index(run, value);
    if (made == null) {
      throw run.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return Ints.big(made);
  }
}
