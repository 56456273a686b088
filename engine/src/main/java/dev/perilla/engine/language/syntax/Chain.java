package dev.perilla.engine.language.syntax;

import java.util.List;

/// A statement of a text, `c = a * b = 12`: sides joined by relations, one relation fewer than
/// sides. A chain of one side is an expression that states nothing.
public record Chain(List<Expr> sides, List<Relation> relations) {
  public Chain {
    sides = List.copyOf(sides);
    relations = List.copyOf(relations);
  }

  public int start() {
    return sides.get(0).start();
  }

  public int end() {
    return sides.get(sides.size() - 1).end();
  }

  /// What joins two sides, with its place in the text.
  public record Relation(Kind kind, int start, int end) {
    /// What a relation says; several signs may say the same.
    public enum Kind {
      /// `=` and `==`
      EQUAL,
      /// `≈`
      ABOUT,
      /// `→` and `->`
      GIVES,
      /// `<`
      LESS,
      /// `>`
      GREATER,
      /// `≤` and `<=`
      LESS_EQUAL,
      /// `≥` and `>=`
      GREATER_EQUAL,
      /// `!=` and `≠`
      NOT_EQUAL,
      /// `←`
      BECOMES
    }
  }

  /// What a text turned out to be.
  public sealed interface Reading {
    /// Chains, the first of the text first; at least one.
    record Chains(List<Chain> chains) implements Reading {}

    /// No statement; `reason` says at which place (offsets into the text) the form breaks and why.
    record NoStatement(String reason, int start, int end) implements Reading {}
  }
}
