package dev.perilla.engine.language.syntax;

/// A word of the source.
///
/// @param text as the parser sees it: for an operator its Python form, also where the text dialect
///   writes another sign
/// @param start 0-based UTF-16 offset into the code
/// @param end offset after the last unit
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    NAME,
    KEYWORD,
    NUMBER,
    STRING,
    OPERATOR,
    NEWLINE,
    INDENT,
    DEDENT,
    END
  }

  boolean opens() {
    return kind == Kind.OPERATOR && (text.equals("(") || text.equals("[") || text.equals("{"));
  }

  boolean closes() {
    return kind == Kind.OPERATOR && (text.equals(")") || text.equals("]") || text.equals("}"));
  }

  boolean is(String operatorOrKeyword) {
    return (kind == Kind.OPERATOR || kind == Kind.KEYWORD) && text.equals(operatorOrKeyword);
  }
}
