package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import java.util.List;

/// Where the parser stands among the tokens, and how it fails.
final class Cursor {
  private final List<Token> tokens;
  private int at = 0;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  /// The token before the one at hand.
  Token before() {
    return tokens.get(Math.max(0, at - 1));
  }

  int mark() {
    return at;
  }

  void reset(int mark) {
    at = mark;
  }

  boolean at(String operatorOrKeyword) {
    return peek().is(operatorOrKeyword);
  }

  boolean at(Token.Kind kind) {
    return peek().kind() == kind;
  }

  boolean accept(String operatorOrKeyword) {
    if (at(operatorOrKeyword)) {
      next();
      return true;
    }
    return false;
  }

  Token expect(String operatorOrKeyword) {
    if (!at(operatorOrKeyword)) {
      throw operatorOrKeyword.equals(":")
          ? fail("expected ':'", "write : here")
          : unexpected("'" + operatorOrKeyword + "'");
    }
    return next();
  }

  Token name(String role) {
    if (!at(Token.Kind.NAME)) {
      throw at(Token.Kind.KEYWORD)
          ? fail(
              "invalid syntax",
              "'" + peek().text() + "' is a word of the language: choose another name")
          : unexpected(role);
    }
    return next();
  }

  /// What stands here is not `wanted`.
  SyntaxFailure unexpected(String wanted) {
    Token token = peek();
    return switch (token.kind()) {
      case INDENT ->
          new SyntaxFailure(
              LanguageCode.INDENTATION,
              "unexpected indent",
              "take the blanks before this line away",
              token.start(),
              token.end());
      case NEWLINE, END, DEDENT ->
          fail("invalid syntax", "the line ends where " + wanted + " has to stand");
      case NAME, KEYWORD, NUMBER, STRING, OPERATOR ->
          fail("invalid syntax", "'" + shown(token) + "' stands where " + wanted + " has to stand");
    };
  }

  private static String shown(Token token) {
    return token.text().length() > 30 ? token.text().substring(0, 30) + "…" : token.text();
  }

  SyntaxFailure fail(String text, String help) {
    return new SyntaxFailure(LanguageCode.SYNTAX, text, help, peek().start(), peek().end());
  }

  static SyntaxFailure fail(String text, String help, int start, int end) {
    return new SyntaxFailure(LanguageCode.SYNTAX, text, help, start, end);
  }

  static SyntaxFailure unsupported(String text, String help, int start, int end) {
    return new SyntaxFailure(LanguageCode.UNSUPPORTED, text, help, start, end);
  }
}
