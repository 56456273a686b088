package dev.perilla.engine.language.syntax;

import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.List;

/// A word or comment of a listing with its place, for those who show listings in colour.
///
/// @param start 0-based UTF-16 offset into the code
/// @param end offset after the last unit
public record Lexeme(Kind kind, int start, int end) {
  /// What a lexeme is.
  public enum Kind {
    KEYWORD,
    NAME,
    NUMBER,
    STRING,
    OPERATOR,
    COMMENT
  }

  /// All lexemes of `code` in order; blanks and line ends are what lies between them. Cost: linear.
  public static List<Lexeme> all(Text code) {
    String source = code.value();
    Lexer lexer = new Lexer(source, 0, source.length(), Dialect.PROGRAM, false);
    lexer.run();
    List<Lexeme> all = new ArrayList<>();
    for (Token token : lexer.tokens()) {
      switch (token.kind()) {
        case NAME -> all.add(new Lexeme(Kind.NAME, token.start(), token.end()));
        case KEYWORD -> all.add(new Lexeme(Kind.KEYWORD, token.start(), token.end()));
        case NUMBER -> all.add(new Lexeme(Kind.NUMBER, token.start(), token.end()));
        case STRING -> all.add(new Lexeme(Kind.STRING, token.start(), token.end()));
        case OPERATOR -> all.add(new Lexeme(Kind.OPERATOR, token.start(), token.end()));
        case NEWLINE, INDENT, DEDENT, END -> {} // layout, not words
      }
    }
    for (Comment comment : lexer.comments()) {
      all.add(new Lexeme(Kind.COMMENT, comment.start(), comment.end()));
    }
    all.sort((one, other) -> Integer.compare(one.start, other.start));
    return List.copyOf(all);
  }

  /// The names in `code`, each once.
  public static List<String> names(Text code) {
    return all(code).stream()
        .filter(it -> it.kind == Kind.NAME)
        .map(it -> code.value().substring(it.start, it.end))
        .distinct()
        .toList();
  }
}
