package dev.perilla.renderer.internal.tree;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.Links;
import dev.perilla.renderer.internal.Chars;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// One text of a chapter as commonmark's nodes.
///
/// Links that [Links] refuses become their words, images their description. Headings are shifted so
/// that the highest of the text gets the level that is asked for, and none skips a level downwards.
/// What is nested very deeply is written as plain text: commonmark's writers recurse.
public final class Tree {
  /// Nesting beyond this is written flat.
  private static final int DEEPEST = 64;

  /// Where an inline stands.
  private record Within(boolean link, boolean oneLine) {}

  private static final Within TEXT = new Within(false, false);
  private static final Within LINE = new Within(false, true);

  private final Spelling spelling;
  private final String scope;
  private final List<String> notes = new ArrayList<>();
  private final int top;
  private final int shift;
  private int last;
  private int depth;

  private Tree(Spelling spelling, String scope, int top, int shift) {
    this.spelling = spelling;
    this.scope = scope;
    this.top = top;
    this.shift = shift;
    this.last = top - 1;
  }

  /// A text of blocks.
  ///
  /// @param scope makes the names of its footnotes unique in the page
  /// @param heading the level of its highest heading
  public static Document of(List<Rich> blocks, Spelling spelling, String scope, int heading) {
    if (blocks.size() == 1 && blocks.getFirst() instanceof Rich.InLanguage other) {
      Document document = new Document();
      markup(document, spelling.open(other));
      Node inner = of(other.blocks(), spelling, scope, heading).getFirstChild();
      while (inner != null) {
        Node next = inner.getNext();
        document.appendChild(inner);
        inner = next;
      }
      markup(document, spelling.close(other));
      return document;
    }
    int highest = 6;
    for (Rich block : blocks) {
      if (block instanceof Rich.Heading h) {
        highest = Math.min(highest, h.level());
      }
    }
    Tree tree = new Tree(spelling, scope, heading, heading - highest);
    for (Rich block : blocks) {
      if (block instanceof Rich.FootnoteDefinition note) {
        tree.notes.add(note.label());
      }
    }
    Document document = new Document();
    tree.blocks(document, blocks);
    return document;
  }

  /// A text of one line, without a paragraph around it.
  public static Document line(List<Inline> inlines, Spelling spelling) {
    Document document = new Document();
    new Tree(spelling, "", 1, 0).inlines(document, inlines, LINE);
    return document;
  }

  private void blocks(Node parent, List<Rich> blocks) {
    depth++;
    for (Rich block : blocks) {
      parent.appendChild(depth > DEEPEST ? flat(block) : block(block));
    }
    depth--;
  }

  private static Node flat(Rich block) {
    Paragraph paragraph = new Paragraph();
    text(paragraph, Plain.text(block));
    return paragraph;
  }

  private Node block(Rich block) {
    return switch (block) {
      case Rich.Paragraph p -> with(new Paragraph(), p.inlines(), TEXT);
      case Rich.Heading h -> {
        Heading heading = new Heading();
        last = Math.min(Math.clamp(h.level() + shift, top, last + 1), 6);
        heading.setLevel(last);
        yield with(heading, h.inlines(), LINE);
      }
      case Rich.BlockQuote q -> {
        BlockQuote quote = new BlockQuote();
        blocks(quote, q.blocks());
        yield quote;
      }
      case Rich.BulletList l -> {
        BulletList list = new BulletList();
        list.setTight(l.tight());
        list.setMarker("-");
        items(list, l.items());
        yield list;
      }
      case Rich.OrderedList l -> {
        OrderedList list = new OrderedList();
        list.setTight(l.tight());
        list.setMarkerStartNumber(l.start());
        list.setMarkerDelimiter(".");
        items(list, l.items());
        yield list;
      }
      case Rich.InLanguage other -> flat(other); // only a whole text is in another language
      case Rich.CodeBlock code -> spelling.block(code);
      case Rich.Table table -> table(table);
      case Rich.ThematicBreak ignored -> {
        ThematicBreak line = new ThematicBreak();
        line.setLiteral("---");
        yield line;
      }
      case Rich.FootnoteDefinition note -> {
        FootnoteDefinition definition = new FootnoteDefinition(scoped(note.label()));
        blocks(definition, note.blocks());
        yield definition;
      }
    };
  }

  private void items(Node list, List<Rich.Item> items) {
    for (Rich.Item item : items) {
      Node node = new ListItem();
      item.checked().ifPresent(checked -> node.appendChild(new TaskListItemMarker(checked)));
      blocks(node, item.blocks());
      list.appendChild(node);
    }
  }

  private Node table(Rich.Table table) {
    TableBlock block = new TableBlock();
    TableHead head = new TableHead();
    head.appendChild(row(table.columns(), table.header(), true));
    block.appendChild(head);
    if (!table.rows().isEmpty()) {
      TableBody body = new TableBody();
      for (Rich.Row row : table.rows()) {
        body.appendChild(row(table.columns(), row.cells(), false));
      }
      block.appendChild(body);
    }
    return block;
  }

  private Node row(List<Rich.Alignment> columns, List<Rich.Cell> cells, boolean header) {
    TableRow row = new TableRow();
    for (int i = 0; i < cells.size(); i++) {
      TableCell cell = new TableCell();
      cell.setHeader(header);
      Rich.Alignment alignment = i < columns.size() ? columns.get(i) : Rich.Alignment.NONE;
      switch (alignment) {
        case NONE -> {}
        case LEFT -> cell.setAlignment(TableCell.Alignment.LEFT);
        case CENTER -> cell.setAlignment(TableCell.Alignment.CENTER);
        case RIGHT -> cell.setAlignment(TableCell.Alignment.RIGHT);
      }
      row.appendChild(with(cell, cells.get(i).inlines(), LINE));
    }
    return row;
  }

  private <N extends Node> N with(N parent, List<Inline> inlines, Within within) {
    inlines(parent, inlines, within);
    return parent;
  }

  private void inlines(Node parent, List<Inline> inlines, Within within) {
    depth++;
    for (Inline inline : inlines) {
      if (depth > DEEPEST) {
        text(parent, Plain.text(List.of(inline)));
      } else {
        inline(parent, inline, inlines.size() == 1, within);
      }
    }
    depth--;
  }

  private void inline(Node parent, Inline inline, boolean alone, Within within) {
    switch (inline) {
      case Inline.Str s -> text(parent, s.text());
      case Inline.Num n -> spelling.number(parent, n, within.link());
      case Inline.Bound b -> {
        markup(parent, spelling.open(b));
        inlines(parent, b.inlines(), within);
        markup(parent, spelling.close(b, within.link()));
      }
      case Inline.InLanguage other -> {
        markup(parent, spelling.open(other));
        inlines(parent, other.inlines(), within);
        markup(parent, spelling.close(other));
      }
      case Inline.Emphasis e -> parent.appendChild(with(new Emphasis("*"), e.inlines(), within));
      case Inline.Strong s ->
          parent.appendChild(with(new StrongEmphasis("**"), s.inlines(), within));
      case Inline.Strikethrough s ->
          parent.appendChild(with(new Strikethrough("~~"), s.inlines(), within));
      case Inline.CodeSpan c -> spelling.code(parent, c, within.link());
      case Inline.Formula f ->
          spelling.formula(parent, f, within.link(), alone && within.oneLine());
      case Inline.Link l -> link(parent, l, within);
      case Inline.Image i -> image(parent, i);
      case Inline.LineBreak b -> {
        if (within.oneLine()) {
          text(parent, " ");
        } else {
          parent.appendChild(b.hard() ? new HardLineBreak() : new SoftLineBreak());
        }
      }
      case Inline.FootnoteReference r -> {
        if (notes.contains(r.label())) {
          parent.appendChild(new FootnoteReference(scoped(r.label())));
        } else {
          text(parent, "[^" + r.label() + "]");
        }
      }
    }
  }

  private void link(Node parent, Inline.Link link, Within within) {
    if (!within.link() && Links.allowed(link.url())) {
      Link node = new Link(spelling.address(link.url()), title(link.title()));
      parent.appendChild(with(node, link.inlines(), new Within(true, within.oneLine())));
    } else {
      inlines(parent, link.inlines(), within);
    }
  }

  private void image(Node parent, Inline.Image image) {
    String alt = Plain.text(image.alt());
    if (Links.isRelative(image.url())) {
      Image node = new Image(spelling.image(image.url()), title(image.title()));
      text(node, alt);
      parent.appendChild(node);
    } else {
      text(parent, alt);
    }
  }

  /// commonmark leaves the title out where it is null.
  @SuppressWarnings("NullAway") // commonmark's Link takes null for "no title"
  private static String title(String title) {
    return title.isEmpty() ? null : Chars.clean(title).replace('\n', ' ');
  }

  private static void markup(Node parent, String written) {
    if (!written.isEmpty()) {
      parent.appendChild(new Markup(written));
    }
  }

  /// Appends characters, joined with those before them, so that what is special at the start of a
  /// line or between two words is seen as such by the writer.
  public static void text(Node parent, String text) {
    String clean = Chars.line(text);
    if (parent.getLastChild() instanceof Text last) {
      last.setLiteral(last.getLiteral() + clean);
    } else if (!clean.isEmpty()) {
      parent.appendChild(new Text(clean));
    }
  }

  /// A footnote's name in the page: its number within the text, after the name of the text.
  private String scoped(String label) {
    return scope + "_" + (notes.indexOf(label) + 1);
  }
}
