package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Entry;
import dev.perilla.chapter.source.Span;
import java.util.Optional;

/// An entry of the ledger with its whole place in the chapter's file, for tools that change the
/// file or point into it.
///
/// @param recipe how a page may ask for it again
public record Claim(Entry entry, Span span, Optional<Recipe> recipe) {
  /// A claim that a page does not ask for again.
  public Claim(Entry entry, Span span) {
    this(entry, span, Optional.empty());
  }
}
