package dev.perilla.renderer.internal.plot;

/// Lengths of a drawing, to a tenth of a pixel, as short as SVG reads them: `.5`, `-12`.
final class Px {
  private Px() {}

  static String of(double length) {
    return ofTenths(tenths(length));
  }

  static long tenths(double length) {
    return Math.round(length * 10);
  }

  static String ofTenths(long tenths) {
    String sign = tenths < 0 ? "-" : "";
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return sign + (whole == 0 && rest != 0 ? "" : whole) + (rest == 0 ? "" : "." + rest);
  }
}
