package dev.perilla.engine.autograd.real;

/// Arguments whose values come nearest to the middle between two doubles: selected from the lists
/// that Lefèvre and Muller ("Worst cases for correct rounding of the elementary functions in double
/// precision") and the authors of BaCSeL computed. A function a line.
final class PublishedCases {
  private PublishedCases() {}

  static final String TABLE =
      """
      acos 0x1.ae34c4c6628b8p-47 0x1.8b20deeb74cabp-5 0x1.b8f08aae8cfabp-21 0x1.cab4264148668p-15
      asin 0x1.7137449123ef6p-26 0x1.13841c84de815p-19 0x1.b2133770c88cap-24 0x1.5cd1e10a0389cp-20
      atan 0x1.9a4ec97a65841p+29 0x1.05ed93e058b67p+47 0x1.ca793c3e1bafep+35 0x1.0d6d11f5e308bp+39
      tan 0x1.184121b4a9f21p-8 0x1.c9f47908c3178p-3 0x1.840a0ebf48c20p-14 0x1.a9093ab4fb892p-3
      tanh 0x1.291c601a05276p-2 0x1.8217ef61c8241p-13 0x1.41b239db3a53ep+0 0x1.0226098f30ce0p-22
      """;
}
