package dev.perilla.engine.language.syntax;

/// A comparison. The methods are those of the left operand's class and, reflected, of the right
/// one's.
public enum CompareOp {
  LESS("<", "__lt__", "__gt__"),
  LESS_EQUAL("<=", "__le__", "__ge__"),
  GREATER(">", "__gt__", "__lt__"),
  GREATER_EQUAL(">=", "__ge__", "__le__"),
  EQUAL("==", "__eq__", "__eq__"),
  NOT_EQUAL("!=", "__ne__", "__ne__"),
  IN("in", "__contains__", ""),
  NOT_IN("not in", "__contains__", ""),
  IS("is", "", ""),
  IS_NOT("is not", "", "");

  private final String sign;
  private final String method;
  private final String reflected;

  CompareOp(String sign, String method, String reflected) {
    this.sign = sign;
    this.method = method;
    this.reflected = reflected;
  }

  public String sign() {
    return sign;
  }

  public String method() {
    return method;
  }

  public String reflected() {
    return reflected;
  }
}
