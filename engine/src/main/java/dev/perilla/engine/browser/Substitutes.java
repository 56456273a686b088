package dev.perilla.engine.browser;

/// Methods of the JDK that TeaVM's class library gets wrong; the build puts these in their place in
/// the page's engine.
final class Substitutes {
  private static final double WHOLE = 0x1p52;

  private Substitutes() {}

  /// [Math#rint(double)], ties to even; TeaVM 0.15.0 rounds ties up and fails for infinities.
  static double rint(double x) {
    double size = Math.abs(x);
    if (!(size < WHOLE)) {
      return x;
    }
    double near = size + WHOLE;
    double rounded = near - WHOLE;
    return x < 0 || 1 / x < 0 ? -rounded : rounded;
  }
}
