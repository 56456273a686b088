/// Chapters and books as files: YAML or JSON in, the model out with every place kept, and back.
///
/// Start with [ChapterReader]. A file passes four steps: bytes to text ([Decoding]), tokens to a
/// tree of positioned nodes ([TreeReader], [Node], [ScalarText]), the tree against its form
/// ([FormCheck] over the tables of [ChapterForm]), and the checked tree to the model
/// ([ChapterBuilder]).
@NullMarked
package dev.perilla.chapter.format;

import org.jspecify.annotations.NullMarked;
