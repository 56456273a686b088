package dev.perilla.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The grammar of statements in a text.
final class Chains {
  private final String source;
  private final Cursor cursor;
  private final Expressions expressions;

  Chains(String source, Cursor cursor) {
    this.source = source;
    this.cursor = cursor;
    this.expressions = new Expressions(source, cursor, Dialect.TEXT, 0);
  }

  List<Chain> read() {
    if (cursor.at(Token.Kind.END)) {
      throw cursor.fail("the text is empty", "");
    }
    List<Chain> chains = new ArrayList<>();
    while (!cursor.at(Token.Kind.END)) {
      chains.add(chain());
      boolean separated = cursor.accept(",") || cursor.accept(";");
      if (!separated && !cursor.at(Token.Kind.END) && !wide()) {
        throw cursor.fail("'" + cursor.peek().text() + "' follows a side that is complete", "");
      }
    }
    return chains;
  }

  private Chain chain() {
    List<Expr> sides = new ArrayList<>();
    List<Chain.Relation> relations = new ArrayList<>();
    sides.add(side());
    Optional<Chain.Relation> relation = relation();
    while (relation.isPresent()) {
      relations.add(relation.get());
      sides.add(side());
      relation = relation();
    }
    return new Chain(sides, relations);
  }

  private Expr side() {
    return expressions.binary(Expressions.LOWEST_BINARY);
  }

  private boolean wide() {
    String gap = source.substring(cursor.before().end(), cursor.peek().start());
    return gap.length() >= 2 || gap.indexOf('\t') >= 0 || gap.indexOf('\n') >= 0;
  }

  private Optional<Chain.Relation> relation() {
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.OPERATOR) {
      return Optional.empty();
    }
    Optional<Chain.Relation.Kind> kind =
        switch (token.text()) {
          case "=", "==" -> Optional.of(Chain.Relation.Kind.EQUAL);
          case "≈" -> Optional.of(Chain.Relation.Kind.ABOUT);
          case "→", "->" -> Optional.of(Chain.Relation.Kind.GIVES);
          case "<" -> Optional.of(Chain.Relation.Kind.LESS);
          case ">" -> Optional.of(Chain.Relation.Kind.GREATER);
          case "<=" -> Optional.of(Chain.Relation.Kind.LESS_EQUAL);
          case ">=" -> Optional.of(Chain.Relation.Kind.GREATER_EQUAL);
          case "!=" -> Optional.of(Chain.Relation.Kind.NOT_EQUAL);
          case "←" -> Optional.of(Chain.Relation.Kind.BECOMES);
          case String other -> Optional.empty();
        };
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    cursor.next();
    return Optional.of(new Chain.Relation(kind.get(), token.start(), token.end()));
  }
}
