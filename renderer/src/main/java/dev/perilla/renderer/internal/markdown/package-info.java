/// Pages as Markdown: [ChapterMarkdown] makes one document of commonmark's nodes of a chapter,
/// which commonmark writes.
@NullMarked
package dev.perilla.renderer.internal.markdown;

import org.jspecify.annotations.NullMarked;
