package dev.perilla.site.exporter;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.renderer.MarkdownRenderer;
import dev.perilla.site.book.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The book as Markdown with its numbers filled in: a page a chapter, all of it in `book.md`, and
/// `llms.txt`, which names the pages for programs that read.
record MarkdownFormat() implements Format {
  @Override
  public String word() {
    return "markdown";
  }

  @Override
  public String description() {
    return "pages of Markdown, the whole book in one, and llms.txt";
  }

  @Override
  public Export of(Work work) {
    Pages pages = Pages.of(work, new MarkdownRenderer());
    SortedMap<String, byte[]> files = new TreeMap<>();
    StringBuilder whole = new StringBuilder(pages.index());
    for (CompiledChapter chapter : work.chapters()) {
      String page = pages.chapter(chapter);
      put(files, chapter.id() + ".md", page);
      whole.append("\n").append(page);
    }
    put(files, "README.md", pages.index());
    put(files, "llms.txt", pages.index());
    put(files, "book.md", whole.toString());
    Pages.pictures(work, files);
    return new Export(files, List.of());
  }

  private static void put(SortedMap<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
