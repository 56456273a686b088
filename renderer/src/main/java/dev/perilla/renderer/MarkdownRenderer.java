package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.renderer.internal.markdown.ChapterMarkdown;
import dev.perilla.renderer.internal.markdown.FrameMarkdown;

/// Pages as Markdown, GitHub's or a notebook's: numbers filled in, graphs as Mermaid, hints and
/// solutions folded. The same text for the same input, so that it can be committed and compared.
///
/// Safe for use by several threads.
public final class MarkdownRenderer {
  private final Dialect dialect;

  /// Pages as GitHub shows them.
  public MarkdownRenderer() {
    this(Dialect.GITHUB);
  }

  /// Pages for the readers of a dialect.
  public MarkdownRenderer(Dialect dialect) {
    this.dialect = dialect;
  }

  /// The page of a chapter, at `<id>.md` where the files are Markdown.
  public Page chapter(CompiledChapter chapter, PageContext context) {
    return page(leaf(chapter, context), chapter, context);
  }

  /// That page but for what it says of the book.
  ///
  /// @param context where it stands; its book is nothing to it
  public Leaf leaf(CompiledChapter chapter, PageContext context) {
    ChapterMarkdown markdown = new ChapterMarkdown(chapter, context.root(), dialect);
    return Leaf.of(markdown.lead(), markdown.rest());
  }

  /// The page of a chapter in its book.
  ///
  /// @param headline the chapter, or as much of it as other pages say
  public Page page(Leaf leaf, CompiledChapter headline, PageContext context) {
    FrameMarkdown frame = new FrameMarkdown(headline, context, dialect);
    return leaf.page(path(headline.id()), frame.around());
  }

  /// The first page of a book, at `README.md`, which GitHub shows with the folder.
  public Page index(PageContext context) {
    return new Page("README.md", FrameMarkdown.index(context, dialect));
  }

  private String path(String id) {
    return id + dialect.ending();
  }
}
