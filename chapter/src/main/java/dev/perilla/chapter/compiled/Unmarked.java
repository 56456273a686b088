package dev.perilla.chapter.compiled;

import dev.perilla.chapter.compiled.Rich.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Texts without the claims in them: of what stands for choice, a sign that it was checked would
/// say what is right.
public final class Unmarked {
  private Unmarked() {}

  /// The same blocks, of which nothing leads to the [Ledger].
  public static List<Rich> blocks(List<Rich> blocks) {
    return blocks.stream().map(Unmarked::block).toList();
  }

  private static Rich block(Rich block) {
    return switch (block) {
      case Rich.Paragraph it -> new Rich.Paragraph(inlines(it.inlines()));
      case Rich.Heading it -> new Rich.Heading(it.level(), inlines(it.inlines()));
      case Rich.BlockQuote it -> new Rich.BlockQuote(blocks(it.blocks()));
      case Rich.BulletList it -> new Rich.BulletList(it.tight(), items(it.items()));
      case Rich.OrderedList it -> new Rich.OrderedList(it.start(), it.tight(), items(it.items()));
      case Rich.CodeBlock it -> new Rich.CodeBlock(it.info(), inlines(it.inlines()));
      case Rich.Table it ->
          new Rich.Table(
              it.columns(),
              cells(it.header()),
              it.rows().stream().map(row -> new Rich.Row(cells(row.cells()))).toList());
      case Rich.FootnoteDefinition it ->
          new Rich.FootnoteDefinition(it.label(), blocks(it.blocks()));
      case Rich.InLanguage it -> new Rich.InLanguage(it.lang(), blocks(it.blocks()));
      case Rich.ThematicBreak it -> it;
    };
  }

  private static List<Rich.Item> items(List<Rich.Item> items) {
    return items.stream().map(it -> new Rich.Item(it.checked(), blocks(it.blocks()))).toList();
  }

  private static List<Rich.Cell> cells(List<Rich.Cell> cells) {
    return cells.stream().map(it -> new Rich.Cell(inlines(it.inlines()))).toList();
  }

  /// Characters that were parted by a claim alone are one text again.
  private static List<Inline> inlines(List<Inline> inlines) {
    List<Inline> joined = new ArrayList<>();
    for (Inline inline : inlines.stream().flatMap(it -> inline(it).stream()).toList()) {
      if (inline instanceof Inline.Str(String more)
          && !joined.isEmpty()
          && joined.getLast() instanceof Inline.Str(String begun)) {
        joined.set(joined.size() - 1, new Inline.Str(begun + more));
      } else {
        joined.add(inline);
      }
    }
    return joined;
  }

  private static List<Inline> inline(Inline inline) {
    return switch (inline) {
      case Inline.Num it -> List.of(new Inline.Str(it.text()));
      case Inline.Bound it -> inlines(it.inlines());
      case Inline.Emphasis it -> List.of(new Inline.Emphasis(inlines(it.inlines())));
      case Inline.Strong it -> List.of(new Inline.Strong(inlines(it.inlines())));
      case Inline.Strikethrough it -> List.of(new Inline.Strikethrough(inlines(it.inlines())));
      case Inline.CodeSpan it ->
          List.of(new Inline.CodeSpan(Optional.empty(), inlines(it.inlines())));
      case Inline.Formula it ->
          List.of(new Inline.Formula(Optional.empty(), it.tex(), it.display()));
      case Inline.Link it -> List.of(new Inline.Link(it.url(), it.title(), inlines(it.inlines())));
      case Inline.Image it -> List.of(new Inline.Image(it.url(), it.title(), inlines(it.alt())));
      case Inline.InLanguage it -> List.of(new Inline.InLanguage(it.lang(), inlines(it.inlines())));
      case Inline.Str _, Inline.LineBreak _, Inline.FootnoteReference _ -> List.of(inline);
    };
  }
}
