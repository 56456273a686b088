package dev.perilla.renderer.internal.markdown;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.Dialect;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.tree.Markup;
import dev.perilla.renderer.internal.tree.Quotes;
import dev.perilla.renderer.internal.tree.Spelling;
import dev.perilla.renderer.internal.tree.Tree;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.commonmark.renderer.markdown.MarkdownWriter;

/// A document in the making, block by block.
final class Sheet {
  private static final MarkdownRenderer WRITER =
      MarkdownRenderer.builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  StrikethroughExtension.create(),
                  TaskListItemsExtension.create(),
                  FootnotesExtension.create()))
          .nodeRendererFactory(new Written.Factory())
          .build();

  private final Document document = new Document();
  private final Spelling spelling;
  private final Quotes quotes;
  private final Dialect dialect;
  private Node into = document;

  Sheet(Spelling spelling, Words words, Dialect dialect) {
    this.dialect = dialect;
    this.spelling = spelling;
    this.quotes = Quotes.of(words);
  }

  /// The text of all that was added.
  String text() {
    quotes.in(document);
    document.accept(new Unescaped());
    return emptied(WRITER.render(document)).stripTrailing() + "\n";
  }

  /// Without the blanks at the ends of lines that have nothing but marks of quotes.
  private static String emptied(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int start = 0, end; start < text.length(); start = end + 1) {
      int next = text.indexOf('\n', start);
      end = next < 0 ? text.length() : next;
      int last = end;
      while (last > start && isBlank(text.charAt(last - 1))) {
        last--;
      }
      int other = start;
      while (other < last && (text.charAt(other) == '>' || isBlank(text.charAt(other)))) {
        other++;
      }
      if (last < end && other == last) {
        out.append(text, from, last);
        from = end;
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  void add(Node block) {
    into.appendChild(block);
  }

  void blocks(List<Rich> blocks, String scope, int heading) {
    take(Tree.of(blocks, spelling, scope, heading));
  }

  /// The blocks of a text, the first paragraph of which begins with some words in bold.
  void led(String lead, List<Rich> blocks, String scope, int heading) {
    Document text = Tree.of(blocks, spelling, scope, heading);
    Paragraph paragraph = new Paragraph();
    paragraph.appendChild(bold(lead));
    Node first = text.getFirstChild();
    if (first instanceof Paragraph) {
      Tree.text(paragraph, " ");
      adopt(paragraph, first);
      first.unlink();
    }
    add(paragraph);
    take(text);
  }

  private void take(Node from) {
    adopt(into, from);
  }

  static void adopt(Node parent, Node from) {
    Node child = from.getFirstChild();
    while (child != null) {
      Node next = child.getNext();
      parent.appendChild(child);
      child = next;
    }
  }

  void heading(int level, Document line) {
    Heading heading = new Heading();
    heading.setLevel(level);
    adopt(heading, line);
    add(heading);
  }

  Document line(List<Inline> inlines) {
    return Tree.line(inlines, spelling);
  }

  /// A line that starts with a word of the renderer.
  Document line(String lead, List<Inline> inlines) {
    Document line = new Document();
    Tree.text(line, lead);
    adopt(line, line(inlines));
    return line;
  }

  void paragraph(Document line) {
    Paragraph paragraph = new Paragraph();
    adopt(paragraph, line);
    add(paragraph);
  }

  void paragraph(String text) {
    paragraph(line(text, List.of()));
  }

  void bold(List<Inline> inlines, String lead) {
    Paragraph paragraph = new Paragraph();
    StrongEmphasis strong = new StrongEmphasis("**");
    adopt(strong, line(lead, inlines));
    paragraph.appendChild(strong);
    add(paragraph);
  }

  static Node bold(String text) {
    StrongEmphasis strong = new StrongEmphasis("**");
    Tree.text(strong, text.strip());
    return strong;
  }

  /// What is added is folded under a summary.
  void folded(String summary, Runnable inside) {
    add(html("<details>\n<summary>" + Chars.html(summary) + "</summary>"));
    inside.run();
    add(html("</details>"));
  }

  private static HtmlBlock html(String literal) {
    HtmlBlock block = new HtmlBlock();
    block.setLiteral(literal);
    return block;
  }

  /// What is added becomes an alert, or a quote in a dialect that has none.
  ///
  /// @param word with what parts it from a title
  void alert(String kind, String word, List<Inline> title, Runnable inside) {
    BlockQuote quote = new BlockQuote();
    Paragraph first = new Paragraph();
    if (dialect.hasAlerts()) {
      first.appendChild(new Markup("[!" + kind + "]"));
      first.appendChild(new SoftLineBreak());
    }
    StrongEmphasis strong = new StrongEmphasis("**");
    adopt(strong, line(word, title));
    first.appendChild(strong);
    quote.appendChild(first);
    Node outside = into;
    into = quote;
    inside.run();
    into = outside;
    add(quote);
  }

  /// @param cells as lines, the first row being the headings
  /// @param right from which column on cells stand right
  void table(List<List<Document>> cells, int right) {
    TableBlock table = new TableBlock();
    TableHead head = new TableHead();
    head.appendChild(row(cells.getFirst(), right, true));
    table.appendChild(head);
    TableBody body = new TableBody();
    for (List<Document> row : cells.subList(1, cells.size())) {
      body.appendChild(row(row, right, false));
    }
    table.appendChild(body);
    add(table);
  }

  private static TableRow row(List<Document> cells, int right, boolean header) {
    TableRow row = new TableRow();
    for (int i = 0; i < cells.size(); i++) {
      TableCell cell = new TableCell();
      cell.setHeader(header);
      if (i >= right) {
        cell.setAlignment(TableCell.Alignment.RIGHT);
      }
      adopt(cell, cells.get(i));
      row.appendChild(cell);
    }
    return row;
  }

  /// Texts that commonmark's writer, which looks at each character, need not look at: words without
  /// signs. And a plus with a blank after it begins a list where it begins a line, which it leaves,
  /// though it escapes all else that would.
  private static final class Unescaped extends AbstractVisitor {
    @Override
    public void visit(Text text) {
      if (isWords(text.getLiteral())) {
        text.insertBefore(new Markup(text.getLiteral()));
        text.unlink();
        return;
      }
      Node before = text.getPrevious();
      boolean begins =
          before == null
              ? text.getParent() instanceof Paragraph
              : before instanceof SoftLineBreak || before instanceof HardLineBreak;
      String line = text.getLiteral();
      if (begins && (line.equals("+") || line.startsWith("+ "))) {
        text.insertBefore(new Markup("\\+"));
        text.setLiteral(line.substring(1));
      }
    }

    /// Whether it begins with a letter, and has no sign but those between words.
    private static boolean isWords(String text) {
      if (text.isEmpty() || !Character.isLetter(text.charAt(0))) {
        return false;
      }
      for (int i = 1; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xA0;
        if (!isLetter && c != ' ' && !(c >= '0' && c <= '9') && ".,:;()'".indexOf(c) < 0) {
          return false;
        }
      }
      return true;
    }
  }

  private record Written(MarkdownWriter writer) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Markup.class);
    }

    @Override
    public void render(Node node) {
      writer.raw(((Markup) node).written());
    }

    /// `$` begins a formula.
    private static final class Factory implements MarkdownNodeRendererFactory {
      @Override
      public NodeRenderer create(MarkdownNodeRendererContext context) {
        return new Written(context.getWriter());
      }

      @Override
      public Set<Character> getSpecialCharacters() {
        return Set.of('$');
      }
    }
  }
}
