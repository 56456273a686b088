/// What the parts of the renderer share: its resources, its words per language, the characters that
/// may stand on a page. `tree` makes commonmark's nodes of a text, `html` and `markdown` write
/// pages, `graph` places the boxes of a drawing.
@NullMarked
package dev.perilla.renderer.internal;

import org.jspecify.annotations.NullMarked;
