/// Pages as HTML. [ChapterHtml] walks a chapter, [FrameHtml] puts the page around it; each block is
/// a template, each text goes through commonmark, each number through [Numbers].
@NullMarked
package dev.perilla.renderer.internal.html;

import org.jspecify.annotations.NullMarked;
