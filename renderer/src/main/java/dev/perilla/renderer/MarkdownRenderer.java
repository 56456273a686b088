package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.renderer.internal.markdown.ChapterMarkdown;

/// Pages as GitHub-flavoured Markdown: numbers filled in, graphs as Mermaid, hints and solutions
/// folded. The same text for the same input, so that it can be committed and compared.
///
/// Safe for use by several threads.
public final class MarkdownRenderer {
  private final String ending;

  /// Pages of Markdown.
  public MarkdownRenderer() {
    this(".md");
  }

  /// Pages whose text goes into files of another kind, to which links then lead.
  ///
  /// @param ending of the names of these files, as `.ipynb`
  public MarkdownRenderer(String ending) {
    this.ending = ending;
  }

  /// The page of a chapter, at `<id>.md` where the files are Markdown.
  public Page chapter(CompiledChapter chapter, PageContext context) {
    return new Page(path(chapter.id()), new ChapterMarkdown(chapter, context, ending).page());
  }

  /// The first page of a book, at `README.md`, which GitHub shows with the folder.
  public Page index(PageContext context) {
    return new Page("README.md", ChapterMarkdown.index(context, ending));
  }

  private String path(String id) {
    return id + ending;
  }
}
