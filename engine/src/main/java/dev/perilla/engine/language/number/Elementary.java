package dev.perilla.engine.language.number;

/// The elementary functions that the rest of the package stands on, in one place.
final class Elementary {
  private Elementary() {}

  static double pow(double a, double b) {
    return StrictMath.pow(a, b);
  }
}
