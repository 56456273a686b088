package dev.perilla.renderer.internal;

import dev.perilla.chapter.Block;

/// The sign of a note's kind; its word always stands beside it.
public final class Icons {
  private Icons() {}

  /// One character that every system font has.
  public static String of(Block.Note.Kind kind) {
    return switch (kind) {
      case RULE -> "§";
      case INSIGHT -> "★";
      case EUREKA -> "!";
      case ANALOGY -> "≈";
      case WARNING -> "▲";
      case QUESTION -> "?";
      case SUMMARY -> "≡";
    };
  }
}
