package dev.perilla.engine.language.syntax;

/// An operator before its operand; `√` is of the text dialect.
public enum UnaryOp {
  NEGATE("-", "__neg__"),
  PLUS("+", "__pos__"),
  INVERT("~", "__invert__"),
  NOT("not", ""),
  SQRT("√", "");

  private final String sign;
  private final String method;

  UnaryOp(String sign, String method) {
    this.sign = sign;
    this.method = method;
  }

  public String sign() {
    return sign;
  }

  /// The method of a class that gives it its meaning; empty where there is none.
  public String method() {
    return method;
  }
}
