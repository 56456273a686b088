package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.renderer.internal.markdown.ChapterMarkdown;
import dev.perilla.renderer.internal.markdown.FrameMarkdown;
import java.util.List;

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
    return page(leaf(chapter, context), chapter, context);
  }

  /// That page but for what it says of the book.
  ///
  /// @param context where it stands; its book is nothing to it
  public Leaf leaf(CompiledChapter chapter, PageContext context) {
    ChapterMarkdown markdown = new ChapterMarkdown(chapter, context.root(), ending);
    return new Leaf(List.of(markdown.lead(), markdown.rest()));
  }

  /// The page of a chapter in its book.
  ///
  /// @param headline the chapter, or as much of it as other pages say
  public Page page(Leaf leaf, CompiledChapter headline, PageContext context) {
    String text =
        new FrameMarkdown(headline, context, ending)
            .page(leaf.pieces().getFirst(), leaf.pieces().getLast());
    return new Page(path(headline.id()), text);
  }

  /// The first page of a book, at `README.md`, which GitHub shows with the folder.
  public Page index(PageContext context) {
    return new Page("README.md", FrameMarkdown.index(context, ending));
  }

  private String path(String id) {
    return id + ending;
  }
}
