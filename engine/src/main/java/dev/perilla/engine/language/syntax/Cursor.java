package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import java.util.List;

/// Where the parser stands among the tokens, and how it fails.
final class Cursor {
  private final List<Token> tokens;
  private final boolean bracketed;
  private int at = 0;
  private int furthest = 0;

  /// @param bracketed whether all of it stands between brackets, as the value of an f-string
  Cursor(List<Token> tokens, boolean bracketed) {
    this.tokens = tokens;
    this.bracketed = bracketed;
  }

  /// Whether the token before the one at hand stands between brackets. Cost: linear in its line.
  boolean inBrackets() {
    int open = bracketed ? 1 : 0;
    for (int i = at - 1; i >= 0 && tokens.get(i).kind() != Token.Kind.NEWLINE; i--) {
      Token token = tokens.get(i);
      open += token.opens() ? 1 : token.closes() ? -1 : 0;
    }
    return open > 0;
  }

  /// The token that is read from here on, once `mark` is gone back to.
  Token at(int mark) {
    return tokens.get(Math.min(mark, tokens.size() - 1));
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
      furthest = Math.max(furthest, at);
    }
    return token;
  }

  /// The place of the last token that has been looked at.
  int furthest() {
    return tokens.get(furthest).start();
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
      throw unexpected("'" + operatorOrKeyword + "'");
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
              Math.max(token.start(), token.end() - 1),
              token.end());
      case DEDENT ->
          fail(
              LanguageCode.INDENTATION,
              "unexpected unindent",
              "the block ends where " + wanted + " has to stand");
      case NEWLINE, END ->
          fail("invalid syntax", "the line ends where " + wanted + " has to stand");
      case NAME, KEYWORD, NUMBER, STRING, OPERATOR ->
          fail("invalid syntax", "'" + shown(token) + "' stands where " + wanted + " has to stand");
    };
  }

  private static String shown(Token token) {
    return token.text().length() > 30 ? token.text().substring(0, 30) + "…" : token.text();
  }

  SyntaxFailure fail(String text, String help) {
    return fail(LanguageCode.SYNTAX, text, help);
  }

  /// At the token at hand; where the code ends, at the end of its last line.
  SyntaxFailure fail(LanguageCode code, String text, String help) {
    int back = at;
    while (back > 0 && (isEnd(tokens.get(back)) && isLayout(tokens.get(back - 1)))) {
      back--;
    }
    Token token = tokens.get(back);
    return new SyntaxFailure(code, text, help, token.start(), token.end());
  }

  private boolean isLayout(Token token) {
    return isEnd(token) || token.kind() == Token.Kind.NEWLINE;
  }

  private boolean isEnd(Token token) {
    return (token.kind() == Token.Kind.DEDENT || token.kind() == Token.Kind.END)
        && token.start() == tokens.get(tokens.size() - 1).start();
  }

  static SyntaxFailure fail(String text, String help, int start, int end) {
    return new SyntaxFailure(LanguageCode.SYNTAX, text, help, start, end);
  }

  static SyntaxFailure unsupported(String text, String help, int start, int end) {
    return new SyntaxFailure(LanguageCode.UNSUPPORTED, text, help, start, end);
  }
}
