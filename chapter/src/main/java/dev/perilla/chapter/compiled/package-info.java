/// A chapter after execution: everything that a renderer needs, and nothing that it has to compute.
///
/// Start with [CompiledChapter]. Text is a tree ([Rich]) in which each number is a node of its own
/// that names its entry in the [Ledger]; views are tables of such numbers ([View]). [CompiledJson]
/// is the documented file form: rendering from it gives the same bytes as rendering from memory.
@NullMarked
package dev.perilla.chapter.compiled;

import org.jspecify.annotations.NullMarked;
