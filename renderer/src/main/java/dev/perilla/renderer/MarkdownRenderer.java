package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.renderer.internal.markdown.ChapterMarkdown;

/// Pages as GitHub-flavoured Markdown: numbers filled in, graphs as Mermaid, hints and solutions
/// folded. The same text for the same input, so that it can be committed and compared.
///
/// Safe for use by several threads.
public final class MarkdownRenderer {
  /// The page of a chapter, at `<id>.md`.
  public Page chapter(CompiledChapter chapter, PageContext context) {
    return new Page(path(chapter.id()), new ChapterMarkdown(chapter, context).page());
  }

  /// The first page of a book, at `README.md`, which GitHub shows with the folder.
  public Page index(PageContext context) {
    return new Page("README.md", ChapterMarkdown.index(context));
  }

  /// Where the page of a chapter stands in the folder.
  public static String path(String id) {
    return id + ".md";
  }
}
