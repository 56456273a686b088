package dev.perilla.renderer.internal.html;

import dev.perilla.renderer.internal.tree.Markup;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// How many characters a table of a text takes at least, side by side: the longest word of each
/// column, and a gap between columns.
final class TableWidth extends AbstractVisitor {
  private static final int GAP = 2;

  private final List<Integer> columns = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int column;

  private TableWidth() {}

  static int of(Node table) {
    TableWidth width = new TableWidth();
    width.visitChildren(table);
    return width.columns.stream().mapToInt(longest -> longest + GAP).sum();
  }

  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case TableRow row -> {
        column = 0;
        visitChildren(row);
      }
      case TableCell it -> {
        cell.setLength(0);
        visitChildren(it);
        add(cell.toString());
      }
      case Markup markup -> untagged(markup.written());
      default -> visitChildren(node); // a part of a table, or of a text
    }
  }

  @Override
  public void visit(Text text) {
    cell.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    cell.append(code.getLiteral());
  }

  private void untagged(String markup) {
    int from = 0;
    for (int tag = markup.indexOf('<'); tag >= 0; tag = markup.indexOf('<', from)) {
      int end = markup.indexOf('>', tag);
      if (end < 0) {
        break;
      }
      cell.append(markup, from, tag);
      from = end + 1;
    }
    cell.append(markup, from, markup.length());
  }

  private void add(String words) {
    int longest = 0;
    int length = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean isBlank = c == ' ' || (c >= '\t' && c <= '\r');
      length = isBlank ? 0 : length + 1;
      longest = Math.max(longest, length);
    }
    if (column == columns.size()) {
      columns.add(longest);
    } else {
      columns.set(column, Math.max(columns.get(column), longest));
    }
    column++;
  }
}
