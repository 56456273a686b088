package dev.perilla.engine.compile;

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
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;

/// A text of a chapter on its way to the page: from Markdown to the tree in which each number is a
/// node that names its entry in the ledger.
final class Prose {
  /// A text longer than this, in UTF-16 units, is refused: Markdown can take time that grows with
  /// the square of its length.
  static final int MAX_LENGTH = 32 * 1024;

  private final Accounting accounting;
  private final Account account;

  Prose(Accounting accounting, Account account) {
    this.accounting = accounting;
    this.account = account;
  }

  /// A text with blocks.
  List<Rich> blocks(Text text) {
    return tooLong(text) ? List.of() : blocks(text, Markdown.parse(text.value()));
  }

  /// A text of one line: the inlines of its only paragraph.
  List<Inline> line(Text text) {
    if (tooLong(text)) {
      return List.of();
    }
    Node document = Markdown.parse(text.value());
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
              .help("put headings, lists and listings into a prose block"));
      return List.of();
    }
    return inlines(text, only);
  }

  /// A text without Markdown.
  List<Inline> words(Text text) {
    List<Piece> pieces = accounting.plain(List.of(new Accounting.Run(text)));
    return strings(text, 0, text.value().length(), pieces);
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
      case Paragraph paragraph -> Optional.of(new Rich.Paragraph(inlines(text, paragraph)));
      case Heading heading ->
          Optional.of(new Rich.Heading(heading.getLevel(), inlines(text, heading)));
      case BlockQuote quote -> Optional.of(new Rich.BlockQuote(blocks(text, quote)));
      case BulletList list -> Optional.of(new Rich.BulletList(list.isTight(), items(text, list)));
      case OrderedList list -> {
        Integer start = list.getMarkerStartNumber();
        yield Optional.of(
            new Rich.OrderedList(start == null ? 1 : start, list.isTight(), items(text, list)));
      }
      case FencedCodeBlock fence -> Optional.of(fence(text, fence));
      case IndentedCodeBlock code ->
          Optional.of(new Rich.CodeBlock("", code(lines(text, code, code.getLiteral(), 0), "")));
      case HtmlBlock html ->
          Optional.of(
              new Rich.Paragraph(
                  visible(
                      lines(text, html, html.getLiteral() == null ? "" : html.getLiteral(), 0))));
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
    return items;
  }

  private Rich fence(Text text, FencedCodeBlock fence) {
    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
    Text content = lines(text, fence, fence.getLiteral(), 1);
    int blank = info.indexOf(' ');
    String label = blank < 0 ? info : info.substring(0, blank);
    String rest = blank < 0 ? "" : info.substring(blank + 1).strip();
    if (rest.equals("plain") || label.equals("plain")) {
      String shown = label.equals("plain") ? "" : label;
      return new Rich.CodeBlock(
          shown,
          strings(
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
    List<Inline> inlines = strings(content, 0, content.value().length(), pieces);
    if (account.findings().size() == before) {
      readAgain(inlines, content.span(), Notation.POINT);
    }
    return inlines;
  }

  private List<Inline> visible(Text text) {
    return strings(
        text, 0, text.value().length(), accounting.plain(List.of(new Accounting.Run(text))));
  }

  /// The content lines of a block of lines, each at its own place.
  private static Text lines(Text text, Node node, String literal, int firstLine) {
    List<SourceSpan> spans = node.getSourceSpans();
    int count = (int) literal.chars().filter(c -> c == '\n').count();
    int from = Math.min(firstLine, spans.size());
    int to = Math.min(spans.size(), from + Math.max(1, count));
    return Markdown.align(text, spans.subList(from, to), literal);
  }

  private Rich table(Text text, TableBlock table) {
    List<Rich.Alignment> columns = new ArrayList<>();
    List<Rich.Cell> header = new ArrayList<>();
    List<Rich.Row> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<Rich.Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(new Rich.Cell(inlines(text, cell)));
          if (part instanceof TableHead && cell instanceof TableCell head) {
            columns.add(alignment(head));
          }
        }
        if (part instanceof TableHead) {
          header.addAll(cells);
        } else if (part instanceof TableBody) {
          rows.add(new Rich.Row(cells));
        }
      }
    }
    return new Rich.Table(columns, header, rows);
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

  /// All inlines of one paragraph, heading or cell. Its words are accounted for together, as a
  /// reader sees them: a number does not end where emphasis does.
  private List<Inline> inlines(Text text, Node container) {
    List<Node> leaves = new ArrayList<>();
    collect(container, leaves);
    List<Accounting.Run> runs = new ArrayList<>();
    IdentityHashMap<Node, Text> places = new IdentityHashMap<>();
    for (Node leaf : leaves) {
      switch (leaf) {
        case org.commonmark.node.Text words -> {
          Text place = Markdown.place(text, words, words.getLiteral());
          places.put(leaf, place);
          runs.add(new Accounting.Run(place));
        }
        case HtmlInline html -> {
          Text place = Markdown.place(text, html, html.getLiteral());
          places.put(leaf, place);
          runs.add(new Accounting.Run(place));
        }
        case SoftLineBreak soft -> runs.add(Accounting.Run.gap(" "));
        case HardLineBreak hard -> runs.add(Accounting.Run.gap("\n"));
        default -> runs.add(Accounting.Run.gap("\uFFFC"));
      }
    }
    int before = account.findings().size();
    List<Piece> pieces = accounting.plain(runs);
    IdentityHashMap<Node, List<Piece>> byLeaf = new IdentityHashMap<>();
    for (Piece piece : pieces) {
      byLeaf.computeIfAbsent(leaves.get(piece.run()), leaf -> new ArrayList<>()).add(piece);
    }
    List<Inline> inlines = children(text, container, places, byLeaf);
    if (account.findings().size() == before) {
      readAgain(inlines, span(text, container), accounting.notation());
    }
    return inlines;
  }

  /// Reads what the page will show, as a reader does: each number on it has to be one that was
  /// accounted for, from its sign to its percent. `-{{x}}` or `{{x}} %` would show another number
  /// than the program gives.
  private void readAgain(List<Inline> inlines, Span place, Notation notation) {
    if (!accounting.reached()) {
      return;
    }
    StringBuilder shown = new StringBuilder();
    Set<String> settled = new HashSet<>();
    show(inlines, shown, settled);
    for (Numeral numeral : Numeral.scan(shown.toString(), notation)) {
      if (!settled.contains(numeral.start() + ":" + numeral.end())) {
        account.report(
            Finding.error(
                    VerifyCode.SPLIT,
                    place,
                    "the page would read " + numeral.text() + ", which is not what was computed")
                .help("put sign, digits and percent together into one expression or one mark"));
      }
    }
  }

  private static void show(List<Inline> inlines, StringBuilder shown, Set<String> settled) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str words -> shown.append(words.text());
        case Inline.Num number -> {
          settled.add(shown.length() + ":" + (shown.length() + number.text().length()));
          shown.append(number.text());
        }
        case Inline.Bound bound -> show(bound.inlines(), shown, settled);
        case Inline.Emphasis emphasis -> show(emphasis.inlines(), shown, settled);
        case Inline.Strong strong -> show(strong.inlines(), shown, settled);
        case Inline.Strikethrough strike -> show(strike.inlines(), shown, settled);
        case Inline.Link link -> {
          boolean address = link.inlines().equals(List.of(new Inline.Str(link.url())));
          if (!address) {
            show(link.inlines(), shown, settled);
          }
        }
        case Inline.CodeSpan code -> shown.append('\uFFFC'); // read by itself
        case Inline.Image image -> shown.append('\uFFFC');
        case Inline.FootnoteReference note -> shown.append('\uFFFC');
        case Inline.LineBreak br -> shown.append(' ');
      }
    }
  }

  /// The leaves of an inline container in reading order. What is under a mark is accounted for by
  /// the mark, and is one leaf here.
  private static void collect(Node parent, List<Node> leaves) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      boolean inner =
          node instanceof Emphasis
              || node instanceof StrongEmphasis
              || node instanceof Strikethrough
              || (node instanceof Link && !isAutolink(node));
      if (inner) {
        collect(node, leaves);
      } else {
        leaves.add(node);
      }
    }
  }

  private List<Inline> children(
      Text text,
      Node parent,
      IdentityHashMap<Node, Text> places,
      IdentityHashMap<Node, List<Piece>> pieces) {
    List<Inline> inlines = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text words -> inlines.addAll(leaf(words, places, pieces));
        case HtmlInline html -> inlines.addAll(leaf(html, places, pieces));
        case SoftLineBreak soft -> inlines.add(new Inline.LineBreak(false));
        case HardLineBreak hard -> inlines.add(new Inline.LineBreak(true));
        case Emphasis emphasis ->
            inlines.add(new Inline.Emphasis(children(text, emphasis, places, pieces)));
        case StrongEmphasis strong ->
            inlines.add(new Inline.Strong(children(text, strong, places, pieces)));
        case Strikethrough strike ->
            inlines.add(new Inline.Strikethrough(children(text, strike, places, pieces)));
        case Link link -> inlines.add(link(text, link, places, pieces));
        case Image image -> inlines.add(image(text, image));
        case Code code -> inlines.add(codeSpan(text, code));
        case FootnoteReference note -> inlines.add(new Inline.FootnoteReference(note.getLabel()));
        case Markdown.Interpolation filled -> {
          Text source = Markdown.within(text, filled, filled.source(), 2, 2);
          inlines.addAll(toInlines(accounting.filled(source, false)));
        }
        case Markdown.Marked marked -> inlines.addAll(marked(text, marked));
        default -> {} // a task's box: it belongs to its item
      }
    }
    return inlines;
  }

  private List<Inline> leaf(
      Node node, IdentityHashMap<Node, Text> places, IdentityHashMap<Node, List<Piece>> pieces) {
    Text place = places.get(node);
    if (place == null) {
      return List.of();
    }
    return strings(place, 0, place.value().length(), pieces.getOrDefault(node, List.of()));
  }

  private static boolean isAutolink(Node node) {
    return node instanceof Link link
        && link.getFirstChild() instanceof org.commonmark.node.Text words
        && words.getNext() == null
        && (words.getLiteral().equals(link.getDestination())
            || link.getDestination().equals("mailto:" + words.getLiteral()));
  }

  private Inline link(
      Text text,
      Link link,
      IdentityHashMap<Node, Text> places,
      IdentityHashMap<Node, List<Piece>> pieces) {
    checkAddress(text, link, link.getDestination(), false);
    String title = title(text, link, link.getTitle());
    List<Inline> inner =
        isAutolink(link)
            ? List.of(
                new Inline.Str(((org.commonmark.node.Text) link.getFirstChild()).getLiteral()))
            : children(text, link, places, pieces);
    return new Inline.Link(link.getDestination(), title, inner);
  }

  private Inline image(Text text, Image image) {
    checkAddress(text, image, image.getDestination(), true);
    return new Inline.Image(
        image.getDestination(), title(text, image, image.getTitle()), inlines(text, image));
  }

  private String title(Text text, Node node, @org.jspecify.annotations.Nullable String title) {
    if (title == null) {
      return "";
    }
    Text place = Markdown.place(text, node, title);
    accounting.plain(List.of(new Accounting.Run(place)));
    return title;
  }

  private void checkAddress(Text text, Node node, String address, boolean image) {
    Optional<String> wrong = Addresses.refusal(address, image);
    if (wrong.isPresent()) {
      account.report(
          Finding.error(VerifyCode.UNSAFE_LINK, span(text, node), wrong.get())
              .help(
                  image
                      ? "name a file of the book by its relative path"
                      : "links may be http, https, mailto, or relative"));
    }
  }

  private Inline codeSpan(Text text, Code code) {
    Text content = Markdown.align(text, inner(text, code), code.getLiteral());
    int before = account.findings().size();
    Accounting.CodeSpan read = accounting.codeSpan(content);
    List<Inline> inlines = strings(content, 0, content.value().length(), read.pieces());
    if (account.findings().size() == before) {
      readAgain(inlines, content.span(), Notation.POINT);
    }
    return new Inline.CodeSpan(read.claim(), inlines);
  }

  /// The spans of a code span without its backticks.
  private static List<SourceSpan> inner(Text text, Node node) {
    List<SourceSpan> spans = new ArrayList<>(node.getSourceSpans());
    if (spans.isEmpty()) {
      return spans;
    }
    SourceSpan first = spans.get(0);
    int ticks = 0;
    while (ticks < first.getLength() && text.value().charAt(first.getInputIndex() + ticks) == '`') {
      ticks++;
    }
    spans.set(0, first.subSpan(ticks));
    SourceSpan last = spans.get(spans.size() - 1);
    if (last.getLength() >= ticks) {
      spans.set(spans.size() - 1, last.subSpan(0, last.getLength() - ticks));
    }
    return spans;
  }

  private List<Inline> marked(Text text, Markdown.Marked marked) {
    String mark = marked.mark();
    Text place = markText(text, marked);
    Text words = flat(text, marked);
    if (mark.startsWith("=")) {
      Text expression = place.sub(1, mark.length());
      Accounting.Bound bound = accounting.bound(words, expression);
      List<Inline> inner = dressed(marked, toInlines(strings(words, bound.pieces())));
      return bound.claim().isPresent()
          ? List.of(new Inline.Bound(bound.claim().get(), inner))
          : inner;
    }
    if (mark.startsWith("cite=")) {
      return dressed(
          marked, toInlines(strings(words, accounting.cited(words, place.sub(5, mark.length())))));
    }
    if (mark.equals("plain")) {
      return dressed(marked, toInlines(strings(words, accounting.marked(words, "marked plain"))));
    }
    account.report(
        Finding.error(VerifyCode.BAD_MARK, place.span(), "{" + mark + "} is no mark of a chapter")
            .help("write {= expression}, {cite=key} or {plain}"));
    return List.of();
  }

  /// The words under a mark as they were dressed: a mark around emphasis or code alone keeps it.
  private static List<Inline> dressed(Markdown.Marked marked, List<Inline> inner) {
    Node only = marked.getFirstChild();
    if (only == null || only.getNext() != null || inner.isEmpty()) {
      return inner;
    }
    return switch (only) {
      case StrongEmphasis strong -> List.of(new Inline.Strong(inner));
      case Emphasis emphasis -> List.of(new Inline.Emphasis(inner));
      case Code code -> List.of(new Inline.CodeSpan(Optional.empty(), inner));
      default -> inner; // words
    };
  }

  /// What stands between the braces of a mark.
  private static Text markText(Text text, Markdown.Marked marked) {
    int length = marked.mark().length() + 1;
    List<SourceSpan> spans = marked.getSourceSpans();
    if (spans.isEmpty()) {
      return Text.at(marked.mark(), text.span());
    }
    SourceSpan last = spans.get(spans.size() - 1);
    int end = last.getInputIndex() + last.getLength();
    int start = Math.max(0, end - length);
    boolean oneLine = text.value().substring(start, end - 1).equals(marked.mark());
    return oneLine ? text.sub(start, end - 1) : Text.at(marked.mark(), span(text, marked));
  }

  /// The words under a mark, without their emphasis.
  private static Text flat(Text text, Node parent) {
    StringBuilder value = new StringBuilder();
    List<Text> parts = new ArrayList<>();
    flatten(text, parent, parts);
    parts.forEach(part -> value.append(part.value()));
    int[] starts = new int[value.length()];
    int[] ends = new int[value.length()];
    int at = 0;
    for (Text part : parts) {
      for (int i = 0; i < part.value().length(); i++, at++) {
        starts[at] = part.span(i, i + 1).start();
        ends[at] = part.span(i, i + 1).end();
      }
    }
    return Text.mapped(value.toString(), span(text, parent), starts, ends);
  }

  private static void flatten(Text text, Node parent, List<Text> parts) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text words ->
            parts.add(Markdown.place(text, words, words.getLiteral()));
        case HtmlInline html -> parts.add(Markdown.place(text, html, html.getLiteral()));
        case Code code -> parts.add(Markdown.align(text, inner(text, code), code.getLiteral()));
        case Markdown.Interpolation filled ->
            parts.add(Text.at("{{" + filled.source() + "}}", span(text, filled)));
        case SoftLineBreak soft -> parts.add(Text.at(" ", span(text, parent)));
        default -> flatten(text, node, parts);
      }
    }
  }

  private static Span span(Text text, Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return text.span();
    }
    SourceSpan first = spans.get(0);
    SourceSpan last = spans.get(spans.size() - 1);
    return text.span(first.getInputIndex(), last.getInputIndex() + last.getLength());
  }

  private static List<Piece> strings(Text text, List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.start() > at) {
        all.add(Piece.words(at, piece.start(), text.value().substring(at, piece.start())));
      }
      all.add(piece);
      at = piece.end();
    }
    if (at < text.value().length()) {
      all.add(Piece.words(at, text.value().length(), text.value().substring(at)));
    }
    return all;
  }

  private static List<Inline> strings(Text text, int from, int to, List<Piece> pieces) {
    return toInlines(strings(text.sub(from, to), pieces));
  }

  private static List<Inline> toInlines(List<Piece> pieces) {
    List<Inline> inlines = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.text().isEmpty()) {
        continue;
      }
      inlines.add(
          piece.claim().isPresent()
              ? new Inline.Num(piece.text(), piece.claim().get())
              : new Inline.Str(piece.text()));
    }
    return inlines;
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
