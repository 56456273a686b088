package dev.perilla.engine.autograd.real;

import java.math.BigDecimal;

/// The decimal references of [Reference] for tests of other packages.
public final class Decimals {
  private Decimals() {}

  public static BigDecimal exp(BigDecimal x) {
    return Reference.exp(x);
  }

  public static BigDecimal log(BigDecimal x) {
    return Reference.log(x);
  }

  public static BigDecimal tanh(BigDecimal x) {
    return Reference.tanh(x);
  }

  public static BigDecimal sigmoid(BigDecimal x) {
    return Reference.sigmoid(x);
  }

  public static BigDecimal sin(BigDecimal x) {
    return Reference.sin(x);
  }

  public static BigDecimal cos(BigDecimal x) {
    return Reference.cos(x);
  }

  public static BigDecimal pow(BigDecimal x, BigDecimal y) {
    return Reference.pow(x, y);
  }
}
