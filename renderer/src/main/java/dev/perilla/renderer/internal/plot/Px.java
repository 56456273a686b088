package dev.perilla.renderer.internal.plot;

/// Lengths of a drawing, to a tenth of a pixel.
final class Px {
  private Px() {}

  static String of(double length) {
    long tenths = Math.round(length * 10);
    String sign = tenths < 0 ? "-" : "";
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return sign + whole + (rest == 0 ? "" : "." + rest);
  }
}
