package dev.perilla.engine.autograd.real;

/// Arguments whose values are nearest to the middle of two doubles.
final class PublishedCases {
  private PublishedCases() {}

  static final String TABLE =
      """
      exp 0x1.0122ef37212ebp-1 0x1.00d48a707b93ep-1
      """;
}
