package dev.perilla.site.book;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The addresses that the texts of a chapter lead to, each once, and the blocks that others may
/// lead to.
///
/// @param blocks ids
public record Addresses(Set<String> links, Set<String> images, Set<String> blocks) {

  static Addresses of(CompiledChapter chapter) {
    Addresses all = of(chapter.title(), chapter.blocks());
    all.inlines(chapter.summary());
    return all;
  }

  /// Those of a chapter that has errors elsewhere.
  ///
  /// @param head its title and its summary
  static Addresses of(List<Inline> head, List<Part> parts) {
    Addresses all = new Addresses(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    all.inlines(head);
    for (Part part : parts) {
      all.blocks.add(part.head().id());
      all.inlines(part.head().title());
      switch (part) {
        case Part.Prose prose -> all.blocks(prose.text());
        case Part.Note note -> all.blocks(note.text());
        case Part.Dialogue dialogue -> dialogue.turns().forEach(turn -> all.blocks(turn.text()));
        case Part.Code code -> all.inlines(code.caption());
        case Part.Example example -> all.inlines(example.caption());
        case Part.Exercise exercise -> {
          all.variant(exercise.first());
          exercise.others().forEach(all::variant);
        }
      }
    }
    return all;
  }

  private void variant(CompiledChapter.Variant variant) {
    blocks(variant.text());
    variant.questions().forEach(this::question);
  }

  private void question(Asked asked) {
    blocks(asked.ask());
    asked.hints().forEach(this::blocks);
    switch (asked.task()) {
      case Asked.Task.Choice choice -> choice.options().forEach(this::blocks);
      case Asked.Task.Order order -> order.steps().forEach(this::blocks);
      case Asked.Task.Numeric _, Asked.Task.Formula _, Asked.Task.Blanks _, Asked.Task.Text _ -> {}
    }
    asked.told().ifPresent(this::told);
  }

  private void told(Asked.Told told) {
    blocks(told.solution());
    told.mistakes().forEach(mistake -> blocks(mistake.say()));
    switch (told.right()) {
      case Asked.Right.Text text -> blocks(text.model());
      case Asked.Right.Numeric _,
          Asked.Right.Choice _,
          Asked.Right.Formula _,
          Asked.Right.Order _,
          Asked.Right.Blanks _ -> {}
    }
  }

  private void blocks(List<Rich> blocks) {
    for (Rich block : blocks) {
      switch (block) {
        case Rich.Paragraph paragraph -> inlines(paragraph.inlines());
        case Rich.Heading heading -> inlines(heading.inlines());
        case Rich.BlockQuote quote -> blocks(quote.blocks());
        case Rich.BulletList list -> list.items().forEach(item -> blocks(item.blocks()));
        case Rich.OrderedList list -> list.items().forEach(item -> blocks(item.blocks()));
        case Rich.CodeBlock code -> {}
        case Rich.InLanguage other -> blocks(other.blocks());
        case Rich.Table table -> {
          table.header().forEach(cell -> inlines(cell.inlines()));
          table.rows().forEach(row -> row.cells().forEach(cell -> inlines(cell.inlines())));
        }
        case Rich.ThematicBreak rule -> {}
        case Rich.FootnoteDefinition note -> blocks(note.blocks());
      }
    }
  }

  private void inlines(List<Inline> inlines) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str text -> {}
        case Inline.Num number -> {}
        case Inline.Bound bound -> inlines(bound.inlines());
        case Inline.Emphasis emphasis -> inlines(emphasis.inlines());
        case Inline.Strong strong -> inlines(strong.inlines());
        case Inline.Strikethrough struck -> inlines(struck.inlines());
        case Inline.CodeSpan code -> {}
        case Inline.InLanguage other -> inlines(other.inlines());
        case Inline.Formula math -> {}
        case Inline.Link link -> {
          links.add(link.url());
          inlines(link.inlines());
        }
        case Inline.Image image -> images.add(image.url());
        case Inline.LineBreak line -> {}
        case Inline.FootnoteReference reference -> {}
      }
    }
  }
}
