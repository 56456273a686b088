package dev.perilla.site.exporter;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.MarkdownRenderer;
import dev.perilla.renderer.PageContext;
import dev.perilla.site.book.Asset;
import dev.perilla.site.book.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;

/// The Markdown of a book, whole chapters and single blocks.
final class Pages {
  private static final String RULE = "\n---\n";
  private final PageContext context;
  private final MarkdownRenderer renderer;

  private Pages(PageContext context, MarkdownRenderer renderer) {
    this.context = context;
    this.renderer = renderer;
  }

  static Pages of(Work work, MarkdownRenderer renderer) {
    Book book = work.book().orElseThrow();
    return new Pages(
        PageContext.atRoot(
            new BookFrame(
                    book.title().value(),
                    book.lang().value(),
                    book.summary().map(Text::value),
                    work.chapters().stream().map(BookFrame.Entry::of).toList())
                .by(book.author().map(Text::value), book.licence().map(Text::value))),
        renderer);
  }

  String index() {
    return renderer.index(context).content();
  }

  String chapter(CompiledChapter chapter) {
    return renderer.chapter(chapter, context).content();
  }

  /// What stands above the blocks of a chapter: its title, its summary, what to read first.
  String head(CompiledChapter chapter) {
    String none = chapter(with(chapter, List.of()));
    return none.substring(0, none.indexOf(RULE) + 1);
  }

  /// What stands below them: how its numbers are known, which claim nothing, its sources.
  String foot(CompiledChapter chapter) {
    String none = chapter(with(chapter, List.of()));
    return none.substring(none.indexOf(RULE) + RULE.length()).strip();
  }

  /// A block by itself.
  String block(CompiledChapter chapter, CompiledChapter.Part part) {
    String none = chapter(with(chapter, List.of()));
    String one = chapter(with(chapter, List.of(part)));
    int foot = none.length() - head(chapter).length();
    return one.substring(head(chapter).length(), one.length() - foot).strip();
  }

  /// The pictures of the book, where its chapters look for them.
  static void pictures(Work work, SortedMap<String, byte[]> files) {
    for (Asset asset : work.assets()) {
      try {
        files.put(asset.path(), Files.readAllBytes(asset.place().path()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static CompiledChapter with(CompiledChapter chapter, List<CompiledChapter.Part> parts) {
    return new CompiledChapter(
        chapter.version(),
        chapter.id(),
        chapter.lang(),
        chapter.title(),
        chapter.summary(),
        chapter.needs(),
        chapter.sources(),
        parts,
        chapter.ledger());
  }
}
