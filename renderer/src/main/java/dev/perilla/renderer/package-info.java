/// Shows a compiled chapter: HTML, Markdown, views, theme. No number is computed here, and nothing
/// is read but what the caller hands in.
///
/// Start with [HtmlRenderer] and [MarkdownRenderer]; [BookFrame] is what they need to know of the
/// book around the chapter, [Theme] the files that every page loads, [Links] the rule of what may
/// be linked to.
@NullMarked
package dev.perilla.renderer;

import org.jspecify.annotations.NullMarked;
