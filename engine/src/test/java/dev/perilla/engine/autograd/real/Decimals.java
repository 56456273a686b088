package dev.perilla.engine.autograd.real;

import java.math.BigDecimal;

/// The decimal references of [Reference] for tests of other packages.
public final class Decimals {
  private Decimals() {}

  public static BigDecimal exp(BigDecimal x) {
    return Reference.DEEP.exp(x);
  }

  public static BigDecimal log(BigDecimal x) {
    return Reference.DEEP.log(x);
  }

  public static BigDecimal tanh(BigDecimal x) {
    return Reference.DEEP.tanh(x);
  }

  public static BigDecimal sigmoid(BigDecimal x) {
    return Reference.DEEP.sigmoid(x);
  }

  public static BigDecimal sin(BigDecimal x) {
    return Reference.DEEP.sin(x);
  }

  public static BigDecimal cos(BigDecimal x) {
    return Reference.DEEP.cos(x);
  }

  public static BigDecimal pow(BigDecimal x, BigDecimal y) {
    return Reference.DEEP.pow(x, y);
  }
}
