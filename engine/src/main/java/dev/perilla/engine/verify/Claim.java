package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Entry;
import dev.perilla.chapter.source.Span;

/// An entry of the ledger with its whole place in the chapter's file, for tools that change the
/// file or point into it.
public record Claim(Entry entry, Span span) {}
