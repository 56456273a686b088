package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;

/// What the Markdown says when it is read again: print and parse lose no character of a text.
final class MarkdownTextTest {
  /// Without quotation marks, which are those of the language, not of the author.
  private static final String ALPHABET = "ab1 9.)*_`[]()<>!#+-=~|\\&;$:/@'^{}é→";

  private static final Parser READER =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  StrikethroughExtension.create(),
                  TaskListItemsExtension.create()))
          .build();

  @Test
  void aParagraphIsReadAsItWasMeant() {
    Random random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      List<Inline> inlines = inlines(random);
      StringBuilder meant = new StringBuilder();
      inlines.forEach(inline -> meant.append(text(inline)));
      if (meant.toString().isBlank()) {
        continue;
      }
      String page = new MarkdownRenderer().chapter(chapter(inlines), Sample.context()).content();
      Node first = READER.parse(page).getFirstChild().getNext();
      assertThat(first).as(page).isInstanceOf(Paragraph.class);
      assertThat(squeeze(TextContentRenderer.builder().build().render(first)))
          .as(page)
          .isEqualTo(squeeze(meant.toString()));
    }
  }

  private static List<Inline> inlines(Random random) {
    List<Inline> inlines = new ArrayList<>();
    inlines.add(new Inline.Str(word(random)));
    if (random.nextBoolean()) {
      inlines.add(new Inline.Num("-" + random.nextInt(100), "n1"));
      inlines.add(new Inline.Str(word(random)));
    }
    if (random.nextBoolean()) {
      inlines.add(
          new Inline.CodeSpan(Optional.empty(), List.of(new Inline.Str("x" + word(random) + "x"))));
    }
    inlines.add(new Inline.Str(word(random)));
    return inlines;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }

  private static String text(Inline inline) {
    return switch (inline) {
      case Inline.Str s -> s.text();
      case Inline.Num n -> n.text();
      case Inline.CodeSpan c -> text(c.inlines().getFirst());
      default -> throw new AssertionError(inline);
    };
  }

  /// TextContentRenderer writes a code span in quotation marks; white space is squeezed.
  private static String squeeze(String text) {
    return text.replace("\"", "").replaceAll("\\s+", "");
  }

  private static CompiledChapter chapter(List<Inline> inlines) {
    return new CompiledChapter(
        CompiledChapter.VERSION,
        "x",
        "es",
        List.of(new Inline.Str("x")),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Part.Prose(new Part.Head("b1", List.of()), List.of(new Rich.Paragraph(inlines)))),
        new Ledger(List.of()));
  }
}
