package dev.perilla.renderer.internal.markdown;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.Dialect;
import dev.perilla.renderer.PageContext;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.tree.Tree;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Document;
import org.commonmark.node.Node;

/// What a Markdown page says of the book around its chapter, and the first page of the book.
public final class FrameMarkdown {
  private final CompiledChapter chapter;
  private final BookFrame book;
  private final String root;
  private final Dialect dialect;
  private final Words words;

  /// @param chapter all of it, or its headline
  public FrameMarkdown(CompiledChapter chapter, PageContext context, Dialect dialect) {
    this.chapter = chapter;
    this.book = context.book();
    this.root = context.root();
    this.dialect = dialect;
    this.words = Words.of(chapter.lang());
  }

  /// What stands above, between and below the two pieces of a chapter: nothing, the chapters that
  /// it needs, what comes before and after.
  public List<String> around() {
    return List.of("", "\n" + (chapter.needs().isEmpty() ? "" : needs() + "\n"), pointers());
  }

  private Sheet sheet() {
    return new Sheet(new PlainSpelling(chapter, root, dialect), words, dialect);
  }

  private String needs() {
    Sheet sheet = sheet();
    Document line = sheet.line(words.say("needs") + " ", List.of());
    for (String id : chapter.needs()) {
      if (!id.equals(chapter.needs().getFirst())) {
        Tree.text(line, ", ");
      }
      BookFrame.Entry entry =
          book.entry(id)
              .orElse(
                  new BookFrame.Entry(id, chapter.lang(), List.of(new Inline.Str(id)), List.of()));
      line.appendChild(link(entry.id() + dialect.ending(), sheet.line(entry.title())));
    }
    sheet.paragraph(line);
    return sheet.text();
  }

  private String pointers() {
    Optional<BookFrame.Entry> before = book.before(chapter.id());
    Optional<BookFrame.Entry> after = book.after(chapter.id());
    if (before.isEmpty() && after.isEmpty()) {
      return "";
    }
    Sheet sheet = sheet();
    before.ifPresent(entry -> pointer("previous", entry, sheet));
    after.ifPresent(entry -> pointer("next", entry, sheet));
    return "\n" + sheet.text();
  }

  private void pointer(String word, BookFrame.Entry to, Sheet sheet) {
    Document line = sheet.line(words.say(word) + words.colon() + " ", List.of());
    line.appendChild(link(to.id() + dialect.ending(), sheet.line(to.title())));
    sheet.paragraph(line);
  }

  /// The first page of a book.
  public static String index(PageContext context, Dialect dialect) {
    BookFrame book = context.book();
    CompiledChapter none =
        new CompiledChapter(
            CompiledChapter.VERSION,
            "",
            book.lang(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Ledger(List.of()));
    Sheet sheet =
        new Sheet(new PlainSpelling(none, context.root(), dialect), Words.of(book.lang()), dialect);
    sheet.heading(1, sheet.line(book.title(), List.of()));
    book.summary().ifPresent(sheet::paragraph);
    if (!book.imprint().isEmpty()) {
      sheet.paragraph(book.imprint());
    }
    for (BookFrame.Entry entry : book.chapters()) {
      Document line = new Document();
      line.appendChild(link(entry.id() + dialect.ending(), sheet.line(entry.title())));
      if (!entry.summary().isEmpty()) {
        Sheet.adopt(line, sheet.line(": ", entry.summary()));
      }
      sheet.paragraph(line);
    }
    return sheet.text();
  }

  @SuppressWarnings("NullAway") // commonmark's Link takes null for "no title"
  private static Node link(String path, Document words) {
    Node link = new org.commonmark.node.Link(path, null);
    Sheet.adopt(link, words);
    return link;
  }
}
