package dev.perilla.engine.language.syntax;

/// An operator between two operands that gives a new value.
public enum BinaryOp {
  ADD("+", "add"),
  SUB("-", "sub"),
  MUL("*", "mul"),
  DIV("/", "truediv"),
  FLOOR_DIV("//", "floordiv"),
  MOD("%", "mod"),
  POW("**", "pow"),
  LEFT_SHIFT("<<", "lshift"),
  RIGHT_SHIFT(">>", "rshift"),
  BIT_AND("&", "and"),
  BIT_OR("|", "or"),
  BIT_XOR("^", "xor"),
  MATMUL("@", "matmul");

  private final String sign;
  private final String method;
  private final String reflected;
  private final String inPlace;

  BinaryOp(String sign, String word) {
    this.sign = sign;
    this.method = "__" + word + "__";
    this.reflected = "__r" + word + "__";
    this.inPlace = "__i" + word + "__";
  }

  public String sign() {
    return sign;
  }

  /// `__add__` and so on.
  public String method() {
    return method;
  }

  /// `__radd__` and so on.
  public String reflected() {
    return reflected;
  }

  /// `__iadd__` and so on.
  public String inPlace() {
    return inPlace;
  }
}
