package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.fill;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.HtmlRenderer;
import dev.perilla.renderer.Languages;
import dev.perilla.renderer.PageContext;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Icons;
import dev.perilla.renderer.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One chapter as a page.
public final class ChapterHtml {
  /// What a page ends in whose reader may turn something.
  public static final String PROGRAM_END = "</template>\n</article>\n";

  private static final int TITLE_LEVEL = 2;

  private final CompiledChapter chapter;
  private final Words words;
  private final Numbers numbers;
  private final LedgerHtml ledger;
  private final Texts texts;
  private final Listings listings;
  private final Views views;
  private final Exercises exercises;

  /// @param ledger address of the page with the rows of its ledger; empty where they stand at the
  ///   foot of this one
  public ChapterHtml(CompiledChapter chapter, PageContext context, String ledger) {
    this.chapter = chapter;
    this.words = Words.of(chapter.lang());
    this.numbers = new Numbers(chapter.ledger(), chapter.sources(), words, context.root(), ledger);
    this.ledger = new LedgerHtml(chapter, numbers, words, ledger);
    this.texts = new Texts(numbers, words, Languages.isFromTheRight(chapter.lang()));
    String original = chapter.translated().map(CompiledChapter.Translated::from).orElse("");
    this.listings = new Listings(numbers, words, original.equals(chapter.lang()) ? "" : original);
    this.views = new Views(numbers, texts, words, chapter.program().isPresent());
    this.exercises = new Exercises(numbers, texts, listings, words);
  }

  /// What stands above the chapters that it needs: its title and its summary.
  public String lead() {
    return Templates.fill(
        "lead", new Lead(texts.line(chapter.title()), texts.line(chapter.summary())));
  }

  record Lead(String title, String summary) {
    boolean hasSummary() {
      return !summary.isEmpty();
    }
  }

  /// What stands below them.
  public String rest() {
    List<String> blocks = new ArrayList<>();
    chapter.blocks().forEach(part -> blocks.add(block(part)));
    String foot = ledger.foot();
    Model model =
        new Model(
            words.notes(chapter),
            blocks,
            foot,
            chapter.program().orElse(""),
            chapter.program().isPresent() ? words.table("knobs.") : "",
            words.lines());
    return Templates.fill("chapter", model);
  }

  /// The rows of its ledger, once [#lead] and [#rest] were made.
  ///
  /// @param there the context of their page
  public String ledger(PageContext there) {
    String back = there.home() + HtmlRenderer.path(chapter.id());
    return ledger.page(back, texts.line(chapter.title()));
  }

  record Model(
      List<String> notes,
      List<String> blocks,
      String foot,
      String program,
      String knobWords,
      Map<String, String> w) {
    boolean hasProgram() {
      return !program.isEmpty();
    }
  }

  record Block(
      String kind, String id, String lead, String title, String body, Map<String, String> w) {
    boolean hasTitle() {
      return !title.isEmpty() || !lead.isEmpty();
    }

    String tag() {
      return hasTitle() ? "section" : "div";
    }
  }

  private String block(Part part) {
    numbers.within(part.head().id());
    return switch (part) {
      case Part.Prose p ->
          section("prose", p.head(), "", texts.blocks(p.text(), p.head().id(), below(p.head())));
      case Part.Note n -> note(n);
      case Part.Dialogue d -> section("talk", d.head(), "", dialogue(d));
      case Part.Code c -> {
        boolean runs = c.editable() && chapter.program().isPresent();
        String body =
            listings.listing(
                    c.listing(), runs ? c.head().id() : "", Views.rowIds(c.views(), c.head().id()))
                + views.all(c.views(), c.head().id());
        yield section("run", c.head(), "", captioned(body, c.caption()));
      }
      case Part.Example e -> {
        String body =
            given(e.given(), e.head().id())
                + listings.listing(e.listing(), "", Views.rowIds(e.views(), e.head().id()))
                + views.all(e.views(), e.head().id());
        yield section("example", e.head(), "", captioned(body, e.caption()));
      }
      case Part.Exercise e -> exercise(e);
    };
  }

  /// The level of a heading within a block: below its title.
  private static int below(Part.Head head) {
    return head.title().isEmpty() ? TITLE_LEVEL : TITLE_LEVEL + 1;
  }

  private String section(String kind, Part.Head head, String lead, String body) {
    String title = texts.line(head.title());
    return Templates.fill(
            "block", new Block(kind, head.id(), lead, title, body.strip(), words.lines()))
        .strip();
  }

  private String note(Part.Note note) {
    String kind = note.note().name().toLowerCase(Locale.ROOT);
    String title = texts.line(note.head().title());
    String text = texts.blocks(note.text(), note.head().id(), TITLE_LEVEL + 1);
    NoteModel model =
        new NoteModel(
            kind,
            note.head().id(),
            words.say(kind),
            Icons.of(note.note()),
            words.colon(),
            title,
            text);
    return Templates.fill("note", model).strip();
  }

  record NoteModel(
      String kind, String id, String word, String icon, String colon, String title, String text) {
    boolean hasTitle() {
      return !title.isEmpty();
    }
  }

  private String dialogue(Part.Dialogue dialogue) {
    List<String> speakers = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    for (Part.Dialogue.Turn turn : dialogue.turns()) {
      if (!speakers.contains(turn.who())) {
        speakers.add(turn.who());
      }
      String scope = dialogue.head().id() + "_" + turns.size();
      String text = texts.blocks(turn.text(), scope, below(dialogue.head()));
      turns.add(new Turn(speakers.indexOf(turn.who()) % 4, turn.who(), text));
    }
    return Templates.fill("dialogue", new DialogueModel(turns, words.lines()));
  }

  record DialogueModel(List<Turn> turns, Map<String, String> w) {}

  /// @param speaker 0 for who speaks first; chooses the colour, beside the name
  record Turn(int speaker, String who, String text) {}

  private String given(List<Input> given, String block) {
    if (given.isEmpty()) {
      return "";
    }
    List<Given> inputs =
        given.stream()
            .map(input -> new Given(input.name(), numbers.number(input.value())))
            .toList();
    List<Knob> knobs =
        chapter.program().isEmpty()
            ? List.of()
            : given.stream().flatMap(input -> knob(input).stream()).toList();
    return Templates.fill("given", new GivenModel(block, inputs, knobs, words.lines()));
  }

  record GivenModel(String block, List<Given> inputs, List<Knob> knobs, Map<String, String> w) {
    boolean hasKnobs() {
      return !knobs.isEmpty();
    }
  }

  /// @param value as the author wrote it
  record Knob(String name, String claim, String value, String min, String max, String step) {}

  private Optional<Knob> knob(Input input) {
    Optional<Input.Range> range = input.knob();
    if (range.isEmpty() || range.get().min().isEmpty() || range.get().max().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Knob(
            input.name(),
            input.value().claim(),
            numbers.value(input.value()).replace("_", ""),
            range.get().min().get(),
            range.get().max().get(),
            range.get().step().orElse("any")));
  }

  record Given(String name, String value) {}

  private String captioned(String body, List<Inline> caption) {
    return caption.isEmpty()
        ? body
        : fill(
            "<figure>\n%s\n<figcaption>%s</figcaption>\n</figure>",
            body.strip(), texts.line(caption));
  }

  /// The first variant; the others wait in templates for the script.
  private String exercise(Part.Exercise exercise) {
    String id = exercise.head().id();
    List<String> others = new ArrayList<>();
    String first = variant(exercise.first(), id);
    for (Variant other : exercise.others()) {
      others.add(variant(other, id + "_" + (others.size() + 2)));
    }
    String body = Templates.fill("exercise", new Versions(first, others, words.lines()));
    return section("exercise", exercise.head(), words.say("exercise"), body);
  }

  record Versions(String first, List<String> others, Map<String, String> w) {
    boolean several() {
      return !others.isEmpty();
    }
  }

  private String variant(Variant variant, String id) {
    String body =
        texts.blocks(variant.text(), id, TITLE_LEVEL + 1)
            + "\n"
            + given(variant.given(), id)
            + variant.listing().map(listings::listing).orElse("")
            + views.asked(variant.views(), id)
            + exercises.questions(variant.questions(), id)
            + told(variant, id);
    return body.strip();
  }

  /// The views of an exercise show what it asks for, so they are folded.
  private String told(Variant variant, String id) {
    boolean kept = variant.questions().stream().anyMatch(asked -> asked.told().isEmpty());
    return variant.views().isEmpty() || kept
        ? ""
        : fill(
            "<details class=\"told\"><summary>%s</summary>\n%s\n</details>",
            Chars.html(words.say("toldLater")), views.all(variant.views(), id).strip());
  }
}
