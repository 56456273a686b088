/// A chapter as its author wrote it: sealed records, every authored value a
/// [dev.perilla.chapter.source.Text] that knows its place.
///
/// Start with [Chapter] and [Block]. Reading and writing files is `format`; what a chapter becomes
/// after execution is `compiled`; places and findings are `source`, on which all else rests.
/// Records here compare by content: two chapters are equal when their files say the same, wherever
/// it stands.
@NullMarked
package dev.perilla.chapter;

import org.jspecify.annotations.NullMarked;
