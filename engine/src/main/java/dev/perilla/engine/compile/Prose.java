package dev.perilla.engine.compile;

import dev.perilla.chapter.ChapterTexts;
import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/// A text of a chapter on its way to the page: from Markdown to the tree in which each number is a
/// node that names its entry in the ledger.
final class Prose {
  /// A text longer than this, in UTF-16 units, is refused: Markdown can take time that grows with
  /// the square of its length.
  static final int MAX_LENGTH = 32 * 1024;

  private static final Pattern DASHES =
      Pattern.compile("\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?");

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private final Accounting accounting;
  private final Account account;
  private final Inlines inlines;

  Prose(Accounting accounting, Account account) {
    this.accounting = accounting;
    this.account = account;
    this.inlines = new Inlines(accounting, account);
  }

  /// A text with blocks.
  List<Rich> blocks(Text text) {
    if (tooLong(text)) {
      return List.of();
    }
    Node document = Markdown.parse(text.value());
    Footnotes.check(text, document).forEach(account::report);
    List<Rich> blocks = blocks(text, document);
    return foreign(text)
        .map(lang -> List.<Rich>of(new Rich.InLanguage(lang, blocks)))
        .orElse(blocks);
  }

  /// The language of words that are not in the language of the page.
  private Optional<String> foreign(Text text) {
    return accounting.foreign(text).filter(lang -> ChapterTexts.hasWords(text));
  }

  /// A text of one line: the inlines of its only paragraph.
  List<Inline> line(Text text) {
    if (tooLong(text)) {
      return List.of();
    }
    Node document = Markdown.parse(text.value());
    Footnotes.check(text, document).forEach(account::report);
    Node only = document.getFirstChild();
    if (only == null) {
      return List.of();
    }
    if (!(only instanceof Paragraph) || only.getNext() != null) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_TEXT,
                  text.span(),
                  "only one line of text may stand here, no blocks")
              .help(
                  only instanceof HtmlBlock && only.getNext() == null
                      ? "begin with a word, or write the tag as code: it is shown, not obeyed"
                      : "put headings, lists and listings into a prose block"));
      return List.of();
    }
    List<Inline> line = inlines.of(text, only);
    return foreign(text)
        .map(lang -> List.<Inline>of(new Inline.InLanguage(lang, line)))
        .orElse(line);
  }

  /// What a line that is code or a formula alone computes, in the code language.
  Optional<Text> expression(List<Inline> line, Span place) {
    return line.size() != 1
        ? Optional.empty()
        : switch (line.getFirst()) {
          case Inline.CodeSpan code ->
              accounting.expression(
                  new Accounting.Run(
                      Text.at(SecondReading.text(line), place), Accounting.Run.Kind.CODE));
          case Inline.Formula formula ->
              accounting.expression(
                  new Accounting.Run(Text.at(formula.tex(), place), Accounting.Run.Kind.FORMULA));
          default -> Optional.empty();
        };
  }

  /// A text of one line for a place that shows bare characters, such as the name of a speaker.
  String bare(Text text) {
    return SecondReading.text(line(text));
  }

  private boolean tooLong(Text text) {
    if (text.value().length() <= MAX_LENGTH) {
      return false;
    }
    account.report(
        Finding.error(
                VerifyCode.BAD_TEXT,
                text.span(0, 1),
                "this text has " + text.value().length() + " characters, more than " + MAX_LENGTH)
            .help("divide it into several prose blocks"));
    return true;
  }

  private List<Rich> blocks(Text text, Node parent) {
    List<Rich> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(text, node).ifPresent(blocks::add);
    }
    return blocks;
  }

  private Optional<Rich> block(Text text, Node node) {
    return switch (node) {
      case Paragraph paragraph -> {
        dashes(text, paragraph);
        yield Optional.of(new Rich.Paragraph(inlines.of(text, paragraph)));
      }
      case Heading heading ->
          Optional.of(new Rich.Heading(heading.getLevel(), inlines.of(text, heading)));
      case BlockQuote quote -> Optional.of(new Rich.BlockQuote(blocks(text, quote)));
      case BulletList list -> Optional.of(new Rich.BulletList(list.isTight(), items(text, list)));
      case OrderedList list -> {
        new Markers(text, accounting.said()).check(list).forEach(account::report);
        Integer start = list.getMarkerStartNumber();
        yield Optional.of(
            new Rich.OrderedList(start == null ? 1 : start, list.isTight(), items(text, list)));
      }
      case FencedCodeBlock fence -> Optional.of(fence(text, fence));
      case IndentedCodeBlock code ->
          Optional.of(
              new Rich.CodeBlock("", code(Places.lines(text, code, code.getLiteral(), 0), "")));
      case HtmlBlock html ->
          Optional.of(
              new Rich.Paragraph(
                  visible(
                      Places.lines(
                          text, html, html.getLiteral() == null ? "" : html.getLiteral(), 0))));
      case ThematicBreak rule -> Optional.of(new Rich.ThematicBreak());
      case TableBlock table -> Optional.of(table(text, table));
      case FootnoteDefinition note ->
          Optional.of(new Rich.FootnoteDefinition(note.getLabel(), blocks(text, note)));
      default -> Optional.empty(); // link reference definitions: nothing of them is shown
    };
  }

  private List<Rich.Item> items(Text text, ListBlock list) {
    List<Rich.Item> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Optional<Boolean> checked =
          item.getFirstChild() instanceof TaskListItemMarker marker
              ? Optional.of(marker.isChecked())
              : Optional.empty();
      items.add(new Rich.Item(checked, blocks(text, item)));
    }
    new NamedNumbers(accounting, account, Places.span(text, list)).list(items);
    return items;
  }

  private Rich fence(Text text, FencedCodeBlock fence) {
    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
    Text content = Places.lines(text, fence, fence.getLiteral(), 1);
    int blank = info.indexOf(' ');
    String label = blank < 0 ? info : info.substring(0, blank);
    String rest = blank < 0 ? "" : info.substring(blank + 1).strip();
    if (rest.equals("plain") || label.equals("plain")) {
      String shown = label.equals("plain") ? "" : label;
      return new Rich.CodeBlock(
          shown,
          Inlines.strings(
              content,
              0,
              content.value().length(),
              accounting.marked(content, "a listing that is not run")));
    }
    return new Rich.CodeBlock(label, code(content, label));
  }

  private List<Inline> code(Text content, String label) {
    int before = account.findings().size();
    List<Piece> pieces =
        label.isEmpty() ? accounting.fence(content) : accounting.labelled(content, label);
    List<Inline> inlines = Inlines.strings(content, 0, content.value().length(), pieces);
    if (account.findings().size() == before) {
      SecondReading.of(accounting, account, inlines, content.span(), Notation.POINT);
    }
    return inlines;
  }

  private List<Inline> visible(Text text) {
    return Inlines.strings(
        text, 0, text.value().length(), accounting.plain(List.of(new Accounting.Run(text))));
  }

  private Rich table(Text text, TableBlock table) {
    List<Rich.Alignment> columns = new ArrayList<>();
    List<Rich.Cell> header = new ArrayList<>();
    List<Rich.Row> rows = new ArrayList<>();
    accounting.table(cells(text, table));
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<Rich.Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(new Rich.Cell(inlines.of(text, cell)));
          if (part instanceof TableHead && cell instanceof TableCell head) {
            columns.add(alignment(head));
          }
        }
        if (part instanceof TableHead) {
          header.addAll(cells);
        } else if (part instanceof TableBody) {
          rows.add(new Rich.Row(cells));
          beyond(text, row, columns.size());
        }
      }
    }
    new NamedNumbers(accounting, account, Places.span(text, table)).table(header, rows);
    return new Rich.Table(columns, header, rows);
  }

  private List<List<Accounting.Run>> cells(Text text, TableBlock table) {
    List<List<Accounting.Run>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<Accounting.Run> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(inlines.only(text, cell));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /// Reports a line of dashes below a row with another number of cells, which makes no table.
  private void dashes(Text text, Paragraph paragraph) {
    List<SourceSpan> lines = paragraph.getSourceSpans();
    for (int i = 1; i < lines.size(); i++) {
      String above = line(text, lines.get(i - 1));
      String dashes = line(text, lines.get(i));
      if (above.indexOf('|') >= 0 && dashes.indexOf('|') >= 0 && DASHES.matcher(dashes).matches()) {
        account.report(
            Finding.error(
                    VerifyCode.BAD_TABLE,
                    text.span(
                        lines.get(i).getInputIndex(),
                        lines.get(i).getInputIndex() + lines.get(i).getLength()),
                    "this is no table: there are dashes for %d columns, and %d cells above"
                        .formatted(cells(dashes), cells(above)))
                .help("write |---| with dashes for each cell above"));
        return;
      }
    }
  }

  private static String line(Text text, SourceSpan span) {
    return text.value()
        .substring(span.getInputIndex(), span.getInputIndex() + span.getLength())
        .strip();
  }

  private static int cells(String row) {
    return BAR.split(row.replaceAll("^\\||\\|$", ""), -1).length;
  }

  /// Reports what stands in a row behind its last column: it would be lost.
  private void beyond(Text text, Node row, int columns) {
    String source = line(text, row.getSourceSpans().getFirst());
    String[] cells = BAR.split(source.startsWith("|") ? source.substring(1) : source, -1);
    for (int i = columns; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        account.report(
            Finding.error(
                    VerifyCode.BAD_TABLE,
                    Places.span(text, row),
                    "this row has "
                        + (cells.length - (cells[cells.length - 1].isBlank() ? 1 : 0))
                        + " cells, the table has "
                        + columns
                        + " columns: the rest would be lost")
                .help(
                    "write \\| for a bar within a cell, \\lvert and \\rvert in a formula, or name"
                        + " another column"));
        return;
      }
    }
  }

  private static Rich.Alignment alignment(TableCell cell) {
    TableCell.Alignment alignment = cell.getAlignment();
    return alignment == null
        ? Rich.Alignment.NONE
        : switch (alignment) {
          case LEFT -> Rich.Alignment.LEFT;
          case CENTER -> Rich.Alignment.CENTER;
          case RIGHT -> Rich.Alignment.RIGHT;
        };
  }

  /// The heading of a block or view, if it has one.
  List<Inline> optional(Optional<Text> text) {
    return text.map(this::line).orElse(List.of());
  }

  /// A number that the engine made, as a node of the page.
  static Inline.Num number(
      Account account, Span place, String text, String expression, String value) {
    String id =
        account
            .entry(Kind.NUMERAL, Standing.COMPUTED, place, text)
            .expression(expression)
            .value(value)
            .add();
    return new Inline.Num(text, id);
  }
}
