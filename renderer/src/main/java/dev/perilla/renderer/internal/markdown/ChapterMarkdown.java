package dev.perilla.renderer.internal.markdown;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Asked.Right;
import dev.perilla.chapter.compiled.CompiledChapter.Asked.Task;
import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.Dialect;
import dev.perilla.renderer.Links;
import dev.perilla.renderer.internal.Counts;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.tree.Plain;
import dev.perilla.renderer.internal.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.commonmark.node.Document;
import org.commonmark.node.ThematicBreak;

/// One chapter as a Markdown page.
public final class ChapterMarkdown {
  private static final int TITLE_LEVEL = 2;

  private final CompiledChapter chapter;
  private final Words words;
  private final PlainSpelling spelling;
  private final Dialect dialect;
  private final Sheet sheet;

  /// @param root what leads to the root of the site
  public ChapterMarkdown(CompiledChapter chapter, String root, Dialect dialect) {
    this.chapter = chapter;
    this.words = Words.of(chapter.lang());
    this.dialect = dialect;
    this.spelling = new PlainSpelling(chapter, root, dialect);
    this.sheet = new Sheet(spelling, words, dialect);
  }

  /// What stands above the chapters that it needs: its title, its summary, and what is not as it
  /// should be of a translation.
  public String lead() {
    Sheet sheet = new Sheet(spelling, words, dialect);
    sheet.heading(1, sheet.line(chapter.title()));
    if (!chapter.summary().isEmpty()) {
      sheet.paragraph(sheet.line(chapter.summary()));
    }
    words.notes(chapter).forEach(sheet::paragraph);
    return sheet.text();
  }

  /// What stands below them.
  public String rest() {
    chapter.blocks().forEach(this::part);
    foot();
    return sheet.text();
  }

  private void part(Part part) {
    String id = part.head().id();
    List<Inline> title = part.head().title();
    int below = title.isEmpty() ? TITLE_LEVEL : TITLE_LEVEL + 1;
    switch (part) {
      case Part.Prose p -> {
        title(title);
        sheet.blocks(p.text(), id, below);
      }
      case Part.Note n -> {
        String word = words.say(n.note().name().toLowerCase(Locale.ROOT));
        sheet.alert(
            alert(n.note()),
            title.isEmpty() ? word : word + words.colon() + " ",
            title,
            () -> sheet.blocks(n.text(), id, TITLE_LEVEL + 1));
      }
      case Part.Dialogue d -> {
        title(title);
        for (int i = 0; i < d.turns().size(); i++) {
          Part.Dialogue.Turn turn = d.turns().get(i);
          sheet.led(turn.who().strip() + words.colon(), turn.text(), id + "-" + i, below);
        }
      }
      case Part.Code c -> {
        title(title);
        listing(c.listing());
        views().all(c.views());
        caption(c.caption());
      }
      case Part.Example e -> {
        title(title);
        given(e.given());
        listing(e.listing());
        views().all(e.views());
        caption(e.caption());
      }
      case Part.Exercise e -> exercise(e);
    }
  }

  private ViewMarkdown views() {
    return new ViewMarkdown(sheet, words);
  }

  private void title(List<Inline> title) {
    if (!title.isEmpty()) {
      sheet.heading(TITLE_LEVEL, sheet.line(title));
    }
  }

  private static String alert(Block.Note.Kind kind) {
    return switch (kind) {
      case RULE -> "IMPORTANT";
      case INSIGHT, EUREKA -> "TIP";
      case WARNING -> "WARNING";
      case ANALOGY, QUESTION, SUMMARY -> "NOTE";
    };
  }

  private void given(List<Input> given) {
    if (given.isEmpty()) {
      return;
    }
    Document line = sheet.line(words.say("given") + words.colon() + " ", List.of());
    for (int i = 0; i < given.size(); i++) {
      if (i > 0) {
        Tree.text(line, ", ");
      }
      Input input = given.get(i);
      PlainSpelling.code(line, input.name() + " = " + input.value().text());
    }
    sheet.paragraph(line);
  }

  private void listing(Listing listing) {
    listing.notRun().ifPresent(reason -> sheet.paragraph(words.say("notRun", reason)));
    if (!listing.lines().isEmpty()) {
      sheet.add(PlainSpelling.fence(listing.language(), text(listing.lines())));
    }
    if (!listing.output().isEmpty()) {
      sheet.paragraph(words.say("output") + words.colon());
      sheet.add(PlainSpelling.fence("text", text(listing.output())));
    }
  }

  private static String text(List<Listing.Line> lines) {
    StringBuilder out = new StringBuilder();
    for (Listing.Line line : lines) {
      line.tokens().forEach(token -> out.append(token.text()));
      out.append('\n');
    }
    return out.toString();
  }

  private void caption(List<Inline> caption) {
    if (!caption.isEmpty()) {
      sheet.paragraph(sheet.line(List.of(new Inline.Emphasis(caption))));
    }
  }

  private void exercise(Part.Exercise exercise) {
    String id = exercise.head().id();
    List<Inline> title = exercise.head().title();
    String word = words.say("exercise");
    sheet.heading(
        TITLE_LEVEL, sheet.line(title.isEmpty() ? word : word + words.colon() + " ", title));
    Variant first = exercise.first();
    sheet.blocks(first.text(), id, TITLE_LEVEL + 1);
    given(first.given());
    first.listing().ifPresent(this::listing);
    views().asked(first.views());
    for (int i = 0; i < first.questions().size(); i++) {
      question(first.questions().get(i), i + 1, id + "-" + (i + 1));
    }
    boolean kept = first.questions().stream().anyMatch(asked -> asked.told().isEmpty());
    if (!first.views().isEmpty() && !kept) {
      sheet.folded(words.say("toldLater"), () -> views().all(first.views()));
    }
  }

  private void question(Asked asked, int number, String scope) {
    int heading = TITLE_LEVEL + 2;
    sheet.led(number + ".", asked.ask(), scope, heading);
    switch (asked.task()) {
      case Task.Numeric _, Task.Formula _, Task.Text _ -> {}
      case Task.Choice choice ->
          each(choice.options(), (i, text) -> sheet.led("☐", text, scope + "-" + i, heading));
      case Task.Order order -> {
        if (order.count() < order.steps().size()) {
          sheet.paragraph(words.say("useSteps", order.count(), order.steps().size()));
        }
        each(
            order.steps(), (i, text) -> sheet.led(letter(i) + ".", text, scope + "-" + i, heading));
      }
      case Task.Blanks blanks -> listing(blanks.listing());
    }
    hint(asked.hints(), 0, scope);
    asked
        .told()
        .ifPresent(told -> sheet.folded(words.say("solution"), () -> told(asked, told, scope)));
  }

  private void told(Asked asked, Asked.Told told, String scope) {
    answer(asked.task(), told.right(), scope);
    sheet.blocks(told.solution(), scope + "-s", TITLE_LEVEL + 2);
    for (Asked.Mistake mistake : told.mistakes()) {
      String lead = words.say(Words.mistake(asked.task()), Plain.text(mistake.answer()));
      String place = scope + "-e" + told.mistakes().indexOf(mistake);
      sheet.led(lead, mistake.say(), place, TITLE_LEVEL + 2);
    }
    attempts(told.attempts());
  }

  private static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static void each(List<List<Rich>> all, BiConsumer<Integer, List<Rich>> item) {
    for (int i = 0; i < all.size(); i++) {
      item.accept(i, all.get(i));
    }
  }

  /// Each hint within the one before it.
  private void hint(List<List<Rich>> hints, int index, String scope) {
    if (index == hints.size()) {
      return;
    }
    String summary = hints.size() == 1 ? words.say("oneHint") : words.say("hint", index + 1);
    sheet.folded(
        summary,
        () -> {
          sheet.blocks(hints.get(index), scope + "-h" + index, TITLE_LEVEL + 2);
          hint(hints, index + 1, scope);
        });
  }

  private void answer(Task task, Right right, String scope) {
    switch (right) {
      case Right.Numeric number -> answer(List.of(number.value()));
      case Right.Formula formula -> answer(formula.formula());
      case Right.Choice choice -> {
        if (task instanceof Task.Choice(boolean _, List<List<Rich>> options)) {
          each(
              options,
              (i, text) -> {
                boolean is = choice.options().contains(i);
                String lead =
                    is ? "✓ " + words.say("rightOption") : "✗ " + words.say("wrongOption");
                sheet.led(lead, text, scope + "-a" + i, 4);
              });
        }
      }
      case Right.Order order -> {
        sheet.paragraph(
            words.say("answer")
                + " "
                + String.join(" ", order.steps().stream().map(ChapterMarkdown::letter).toList()));
        if (task instanceof Task.Order(int _, List<List<Rich>> steps)) {
          order.steps().forEach(i -> sheet.led(letter(i) + ".", steps.get(i), scope + "-r" + i, 4));
        }
      }
      case Right.Blanks blanks -> {
        List<Inline> line = new ArrayList<>();
        for (Asked.Fill fill : blanks.fills()) {
          if (!line.isEmpty()) {
            line.add(new Inline.Str(", "));
          }
          line.addAll(fill.code());
        }
        answer(line);
      }
      case Right.Text text -> {
        sheet.paragraph(words.say("modelAnswer"));
        sheet.blocks(text.model(), scope + "-m", 4);
      }
    }
  }

  private void answer(List<Inline> answer) {
    Document line = new Document();
    line.appendChild(Sheet.bold(words.say("answer")));
    Sheet.adopt(line, sheet.line(" ", answer));
    sheet.paragraph(line);
  }

  private void attempts(List<Asked.Attempt> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    List<Rich.Item> items = new ArrayList<>();
    for (Asked.Attempt attempt : attempts) {
      String verdict = words.say(attempt.verdict().name().toLowerCase(Locale.ROOT));
      String sign =
          switch (attempt.verdict()) {
            case RIGHT -> "✓";
            case WRONG -> "✗";
            case UNANSWERED -> "–";
          };
      List<Inline> line = new ArrayList<>();
      line.add(new Inline.Str(words.say("quoteOpens")));
      line.addAll(attempt.said());
      line.add(new Inline.Str(words.say("quoteCloses") + " " + sign + " " + verdict));
      items.add(new Rich.Item(Optional.empty(), List.of(new Rich.Paragraph(line))));
    }
    sheet.paragraph(words.say("attempts") + words.colon());
    sheet.blocks(List.of(new Rich.BulletList(true, items)), "", 4);
  }

  private void foot() {
    ThematicBreak rule = new ThematicBreak();
    rule.setLiteral("---");
    sheet.add(rule);
    if (!chapter.ledger().entries().isEmpty()) {
      Counts counts = Counts.of(chapter.ledger(), words);
      sheet.paragraph((counts.numerals() + " " + counts.claims()).strip());
      List<String> plain = Counts.plain(chapter.ledger());
      if (!plain.isEmpty()) {
        sheet.paragraph(words.say("noClaim", String.join(" · ", plain)));
      }
    }
    if (!chapter.sources().isEmpty()) {
      List<Rich.Item> items = new ArrayList<>();
      for (CompiledChapter.Source source : chapter.sources()) {
        List<Inline> title = List.of(new Inline.Str(source.title()));
        List<Inline> line =
            source.url().filter(Links::allowed).isPresent()
                ? List.of(new Inline.Link(source.url().get(), "", title))
                : title;
        items.add(new Rich.Item(Optional.empty(), List.of(new Rich.Paragraph(line))));
      }
      sheet.paragraph(words.say("sources") + words.colon());
      sheet.blocks(List.of(new Rich.BulletList(true, items)), "", 4);
    }
  }
}
