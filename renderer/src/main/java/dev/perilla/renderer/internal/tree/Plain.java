package dev.perilla.renderer.internal.tree;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.math.MathText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Texts as bare characters, for titles, descriptions of images and the like. Iterative: nesting
/// takes no stack.
public final class Plain {
  private static final char IN_CODE = 0x1A; // no text has it

  private Plain() {}

  /// The characters of the inlines; a line break is a space.
  public static String text(List<Inline> inlines) {
    return Chars.clean(raw(inlines, '"'));
  }

  /// The characters of a title, its quotation marks as its language writes them.
  public static String title(List<Inline> inlines, String lang) {
    String marked = Quotes.of(Words.of(lang)).in(raw(inlines, IN_CODE));
    return Chars.clean(marked.replace(IN_CODE, '"'));
  }

  /// @param mark what stands for a straight quotation mark of code
  private static String raw(List<Inline> inlines, char mark) {
    StringBuilder out = new StringBuilder();
    Deque<Inline> left = new ArrayDeque<>(inlines);
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case Inline.Str s -> out.append(s.text());
        case Inline.Num n -> out.append(n.text());
        case Inline.Bound b -> first(left, b.inlines());
        case Inline.Emphasis e -> first(left, e.inlines());
        case Inline.Strong s -> first(left, s.inlines());
        case Inline.Strikethrough s -> first(left, s.inlines());
        case Inline.CodeSpan c -> out.append(raw(c.inlines(), mark).replace('"', mark));
        case Inline.Formula m -> out.append(MathText.of(m.tex()).replace('"', mark));
        case Inline.Link l -> first(left, l.inlines());
        case Inline.InLanguage other -> first(left, other.inlines());
        case Inline.Image i -> first(left, i.alt());
        case Inline.LineBreak ignored -> out.append(' ');
        case Inline.FootnoteReference ignored -> {}
      }
    }
    return out.toString();
  }

  /// The characters of a block, its paragraphs separated by spaces.
  public static String text(Rich block) {
    StringBuilder out = new StringBuilder();
    Deque<Rich> left = new ArrayDeque<>(List.of(block));
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case Rich.Paragraph p -> out.append(text(p.inlines())).append(' ');
        case Rich.Heading h -> out.append(text(h.inlines())).append(' ');
        case Rich.BlockQuote q -> first(left, q.blocks());
        case Rich.InLanguage other -> first(left, other.blocks());
        case Rich.BulletList l -> first(left, blocks(l.items()));
        case Rich.OrderedList l -> first(left, blocks(l.items()));
        case Rich.CodeBlock c -> out.append(text(c.inlines())).append(' ');
        case Rich.Table t -> {
          cells(t.header(), out);
          t.rows().forEach(row -> cells(row.cells(), out));
        }
        case Rich.ThematicBreak ignored -> {}
        case Rich.FootnoteDefinition f -> first(left, f.blocks());
      }
    }
    return out.toString().strip();
  }

  private static List<Rich> blocks(List<Rich.Item> items) {
    return items.stream().flatMap(item -> item.blocks().stream()).toList();
  }

  private static void cells(List<Rich.Cell> cells, StringBuilder out) {
    cells.forEach(cell -> out.append(text(cell.inlines())).append(' '));
  }

  private static <T> void first(Deque<T> left, List<? extends T> more) {
    more.reversed().forEach(left::push);
  }
}
