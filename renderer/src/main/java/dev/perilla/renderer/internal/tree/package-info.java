/// The texts of a chapter as commonmark's nodes, so that commonmark writes them: start with [Tree].
@NullMarked
package dev.perilla.renderer.internal.tree;

import org.jspecify.annotations.NullMarked;
