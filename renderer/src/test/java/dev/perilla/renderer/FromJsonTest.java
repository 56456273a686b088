package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Block.Note.Kind;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The compiled chapter's file holds all that a page needs: rendering from it gives the same bytes.
final class FromJsonTest {
  @Test
  void aChapterWithEveryRecord() {
    same(Sample.chapter());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void aChapterAtRandom(int seed) {
    same(new Chance(new Random(seed)).chapter());
  }

  private static void same(CompiledChapter chapter) {
    CompiledChapter read = CompiledJson.read(CompiledJson.write(chapter));
    PageContext context = Sample.context();
    assertThat(new HtmlRenderer().chapter(read, context))
        .isEqualTo(new HtmlRenderer().chapter(chapter, context));
    assertThat(new MarkdownRenderer().chapter(read, context))
        .isEqualTo(new MarkdownRenderer().chapter(chapter, context));
  }

  /// Chapters of random text.
  private static final class Chance {
    private static final String ALPHABET = "aé1 \n\t<>&\"'`*_[](){}\\|~$#-.→𝒳\u200b";
    private final Random random;
    private final List<Ledger.Entry> entries = new ArrayList<>();

    Chance(Random random) {
      this.random = random;
    }

    CompiledChapter chapter() {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Part.Head head = new Part.Head("b" + i, random.nextBoolean() ? line(2) : List.of());
        parts.add(
            switch (random.nextInt(3)) {
              case 0 -> new Part.Prose(head, blocks(3));
              case 1 -> new Part.Note(head, one(Kind.values()), blocks(2));
              default ->
                  new Part.Dialogue(head, List.of(new Part.Dialogue.Turn(text(), blocks(2))));
            });
      }
      return new CompiledChapter(
          CompiledChapter.VERSION,
          "azar",
          random.nextBoolean() ? "es" : "en",
          line(2),
          line(2),
          List.of("value"),
          List.of(new CompiledChapter.Source("s", text(), Optional.of("https://example.org/"))),
          parts,
          new Ledger(entries));
    }

    private <T> T one(T[] values) {
      return List.of(values).get(random.nextInt(values.length));
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(9); i > 0; i--) {
        int at = random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length()));
        text.appendCodePoint(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)));
      }
      return text.toString();
    }

    private List<Rich> blocks(int depth) {
      List<Rich> blocks = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        int kind = depth == 0 ? 0 : random.nextInt(7);
        blocks.add(
            switch (kind) {
              case 1 -> new Rich.BlockQuote(blocks(depth - 1));
              case 2 -> new Rich.BulletList(random.nextBoolean(), items(depth - 1));
              case 3 -> new Rich.OrderedList(random.nextInt(9), true, items(depth - 1));
              case 4 -> new Rich.CodeBlock(text(), List.of(new Inline.Str(text()), number()));
              case 5 -> new Rich.Heading(1 + random.nextInt(6), line(2));
              case 6 ->
                  new Rich.Table(
                      List.of(Rich.Alignment.RIGHT),
                      List.of(new Rich.Cell(line(1))),
                      List.of(new Rich.Row(List.of(new Rich.Cell(line(2))))));
              default -> new Rich.Paragraph(line(3));
            });
      }
      return blocks;
    }

    private List<Rich.Item> items(int depth) {
      List<Rich.Item> items = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        items.add(
            new Rich.Item(
                random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty(),
                blocks(depth)));
      }
      return items;
    }

    private List<Inline> line(int depth) {
      List<Inline> line = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        int kind = depth == 0 ? 0 : random.nextInt(9);
        line.add(
            switch (kind) {
              case 1 -> number();
              case 2 -> new Inline.Emphasis(line(depth - 1));
              case 3 -> new Inline.Strong(line(depth - 1));
              case 4 ->
                  new Inline.CodeSpan(Optional.empty(), List.of(new Inline.Str(text()), number()));
              case 5 -> new Inline.Link("value.html", text(), line(depth - 1));
              case 6 -> new Inline.Bound(number().claim(), line(depth - 1));
              case 7 -> new Inline.LineBreak(random.nextBoolean());
              default -> new Inline.Str(text());
            });
      }
      return line;
    }

    private Inline.Num number() {
      String id = "n" + (entries.size() + 1);
      String text = Integer.toString(random.nextInt(100));
      entries.add(
          new Ledger.Entry(
              id,
              Ledger.Kind.NUMERAL,
              one(Ledger.Standing.values()),
              1 + random.nextInt(99),
              1,
              text,
              Optional.of(text()),
              Optional.of(text + ".0"),
              Optional.empty(),
              Optional.of("s"),
              Optional.empty()));
      return new Inline.Num(text, id);
    }
  }
}
