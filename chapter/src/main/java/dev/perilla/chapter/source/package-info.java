/// Places and findings, the leaf of the whole project: it imports nothing of ours.
///
/// Start with [Text], an authored string that knows where each of its characters stands in its
/// [SourceFile], and [Finding], what any phase says about such a place. [FindingPrinter] is the
/// form with excerpt and caret.
@NullMarked
package dev.perilla.chapter.source;

import org.jspecify.annotations.NullMarked;
