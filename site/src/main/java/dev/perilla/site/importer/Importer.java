package dev.perilla.site.importer;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.ChapterWriter;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.compile.Trial;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.importer.lesson.Cases;
import dev.perilla.site.importer.lesson.Commas;
import dev.perilla.site.importer.lesson.Exercises;
import dev.perilla.site.importer.lesson.Formula;
import dev.perilla.site.importer.lesson.Layers;
import dev.perilla.site.importer.lesson.Lesson;
import dev.perilla.site.importer.lesson.Lesson.Item;
import dev.perilla.site.importer.lesson.Letters;
import dev.perilla.site.importer.lesson.MarkdownLesson;
import dev.perilla.site.importer.lesson.Maths;
import dev.perilla.site.importer.lesson.NotebookLesson;
import dev.perilla.site.importer.lesson.ScriptLesson;
import dev.perilla.site.importer.lesson.Statements;
import dev.perilla.site.importer.plot.AsciiGraph;
import dev.perilla.site.importer.plot.Draft;
import dev.perilla.site.importer.plot.Outputs;
import dev.perilla.site.importer.plot.Plot;
import dev.perilla.site.importer.plot.Step;
import dev.perilla.site.importer.plot.Wording;
import dev.perilla.site.importer.standing.Comments;
import dev.perilla.site.importer.standing.Outcome;
import dev.perilla.site.importer.standing.Standings;
import dev.perilla.site.importer.standing.Tried;
import dev.perilla.site.importer.words.Tongue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Makes a chapter of a lesson that exists: Markdown, a notebook, a script, a transcript.
///
/// ```java
/// Importer.Imported imported = Importer.read("backprop.md", bytes, Optional.empty(), "backprop");
/// imported.yaml();      // the chapter; empty where the file is none
/// imported.findings();  // what `check` says of it, and what the lesson said wrongly of itself
/// imported.report();    // how many numerals found a standing, and which did not
/// ```
public final class Importer {
  private static final int LONGEST = 4 << 20;
  private static final int PROSE = 8000;
  private static final int BARE = 24; // characters of an answer that is a number and no more
  private static final int MOST = 4000; // numbers that are looked at
  private static final Notation NOTATION = Notation.POINT;
  private static final Set<VerifyCode> OF_WORDS = // faults that are none of numbers
      Set.of(
          VerifyCode.UNSAFE_LINK,
          VerifyCode.NO_ALT,
          VerifyCode.UNKNOWN_TERM,
          VerifyCode.FOOTNOTE,
          VerifyCode.BAD_TEXT);

  private final SourceFile source;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Block.Dialogue.Turn> turns = new ArrayList<>();
  private final StringBuilder prose = new StringBuilder();
  private Optional<String> speaker = Optional.empty();
  private boolean hasSets = false; // whether a listing up to here makes one
  private int passed = 0; // where the last listing ends in the source, 0-based
  private boolean straight = true;
  private Wording wording = Wording.of("en");

  private Importer(SourceFile source) {
    this.source = source;
  }

  /// What came of a file.
  ///
  /// @param yaml the chapter; empty where the file is no lesson
  /// @param findings of the lesson, in the lesson's file, then of the chapter
  public record Imported(Optional<String> yaml, List<Finding> findings, Report report) {
    public Imported {
      findings = List.copyOf(findings);
    }
  }

  /// Reads a lesson. Never throws for what the file holds. Cost: the runs of its listings, a few
  /// times each.
  ///
  /// @param name of the file; its end says what it is
  /// @param lang of the chapter; seen from its words where absent
  /// @param output what findings of the chapter call it
  /// @param id of the chapter
  public static Imported read(
      String name, byte[] bytes, Optional<String> lang, String output, String id) {
    Optional<String> text = decoded(bytes);
    SourceFile file = SourceFile.of(name, text.orElse(""));
    if (text.isEmpty() || text.get().isBlank() || text.get().length() > LONGEST) {
      String why =
          text.isEmpty()
              ? "the file is no text in UTF-8"
              : text.get().isBlank()
                  ? "the file has no text"
                  : "the file has more than " + (LONGEST >> 20) + " million characters";
      return refused(file, 0, why, "name a lesson in Markdown, a notebook, or a script, in UTF-8");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".ipynb")) {
      NotebookLesson.Read read = NotebookLesson.read(text.get());
      return read.lesson().isPresent()
          ? new Importer(file).chapter(read.lesson().get(), lang, output, id)
          : noNotebook(file, read.at());
    }
    Lesson lesson =
        lower.endsWith(".py") ? ScriptLesson.read(text.get()) : MarkdownLesson.read(text.get());
    return new Importer(file).chapter(lesson, lang, output, id);
  }

  private static Imported noNotebook(SourceFile file, int at) {
    String help = "save it from Jupyter again, or import it as Markdown";
    return at > 0
        ? refused(file, at, "the file is no notebook: its JSON breaks off here", help)
        : refused(file, 0, "the file is no notebook: there is no JSON with cells in it", help);
  }

  private static Imported refused(SourceFile file, int at, String message, String help) {
    int from = Math.clamp(at, 0, Math.max(0, file.text().length() - 1));
    Span place = new Span(file, from, Math.min(from + 1, file.text().length()));
    return new Imported(
        Optional.empty(),
        List.of(Finding.error(ImportCode.NO_LESSON, place, message).help(help)),
        new Report(java.util.Map.of(), List.of(), List.of(), List.of()));
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean binary = text.indexOf('\0') >= 0;
      String clean = text.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n');
      clean =
          clean
              .replaceAll("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\n\\t]]", "\uFFFD")
              .replaceAll(
                  "[\\ud800-\\udfff](?<![\\ud800-\\udbff][\\udc00-\\udfff])(?![\\udc00-\\udfff])",
                  "\uFFFD");
      return binary
          ? Optional.empty()
          : Optional.of(clean.startsWith("\uFEFF") ? clean.substring(1) : clean);
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private Imported chapter(Lesson lesson, Optional<String> lang, String output, String id) {
    straight = lesson.straight();
    boolean commas = Commas.in(lesson.items());
    if (commas) {
      Span first = new Span(source, 0, Math.min(1, source.text().length()));
      findings.add(
          Finding.warning(
                  ImportCode.LEFT_OUT,
                  first,
                  "the lesson writes decimal commas; the chapter writes points in their place")
              .help(
                  "in a book with `decimal: \",\"` write the numbers of its texts with commas"
                      + " again"));
    }
    List<Item> all = lesson.items().stream().map(it -> commas ? Commas.pointed(it) : it).toList();
    int read = within(all);
    List<Item> rest = all.subList(read, all.size());
    List<Item> items = all.subList(0, read);
    Letters letters = new Letters(items);
    Layers layers = Layers.of(items);
    items =
        items.stream()
            .map(it -> withCode(it, letters, layers))
            .flatMap(it -> Cases.apart(it).stream())
            .toList();
    String language = lang.or(lesson::lang).orElseGet(() -> Tongue.of(said(lesson)));
    wording = Wording.of(language);
    Plot.Found plot = Plot.of(items, NOTATION, wording);
    List<Block> program = new ArrayList<>();
    for (Step step : plot.steps()) {
      if (step instanceof Step.Ran ran) {
        program.add(ran.block());
      }
    }
    Tried tried = new Tried(program, NOTATION);
    Standings standings =
        new Standings(tried, NOTATION, plot.names()::contains, plot.formulas(), lesson.standings());
    for (Step step : plot.steps()) {
      switch (step) {
        case Step.Told told -> told(told, standings);
        case Step.Kept kept -> {
          flush();
          blocks.add(kept.block());
          standings.count(Outcome.KEPT, Numeral.scan(kept.block().code().value(), NOTATION).size());
        }
        case Step.Ran ran -> ran(ran, tried, standings);
        case Step.Anew anew -> tried.anew();
      }
    }
    flush();
    rest(rest, standings);
    String title =
        standings.markdown(
            Maths.dressed(lesson.title().orElse(id).replaceAll("\\s+", " "), layers, it -> {}),
            List.of());
    if (blocks.isEmpty()) {
      blocks.add(Draft.prose(title));
    }
    for (String note : lesson.notes()) {
      findings.add(
          Finding.warning(ImportCode.LEFT_OUT, start(), note)
              .help("look whether the chapter needs it; a file of the book is named by its path"));
    }
    findings.addAll(Contradictions.in(source));
    findings.addAll(Numbering.in(source));
    return written(chapter(id, language, title), output, standings);
  }

  /// How many items have as many numbers as an import looks at: each is tried against the names of
  /// all before it, and what is longer is no lesson.
  private static int within(List<Item> items) {
    int numbers = 0;
    for (int i = 0; i < items.size(); i++) {
      numbers += Numeral.scan(words(items.get(i)), NOTATION).size();
      if (numbers > MOST) {
        return i;
      }
    }
    return items.size();
  }

  private static String words(Item item) {
    return switch (item) {
      case Item.Words words -> words.markdown();
      case Item.Heading heading -> heading.words();
      case Item.Fence fence -> fence.text();
      case Item.Listing listing -> listing.code();
      case Item.Authored block -> "";
      case Item.Speaker said -> "";
      case Item.Silence none -> "";
    };
  }

  /// What stands after the numbers that are looked at, shown as it is.
  private void rest(List<Item> items, Standings standings) {
    if (items.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Item item : items) {
      boolean code = item instanceof Item.Listing || item instanceof Item.Fence;
      text.append(words(item)).append("\n\n");
      standings.count(
          code ? Outcome.KEPT : Outcome.OPEN, Numeral.scan(words(item), NOTATION).size());
    }
    blocks.add(Draft.kept("text", text.toString().strip(), wording.say("tooLong")));
    findings.add(
        Finding.warning(
                ImportCode.LEFT_OUT,
                place(words(items.get(0)).lines().findFirst().orElse("")),
                "the lesson has more than " + MOST + " numbers; from here on it is only shown")
            .help("divide it into chapters, and import each"));
  }

  /// What a lesson says in words; all of it where it has none.
  private String said(Lesson lesson) {
    StringBuilder words = new StringBuilder(lesson.title().orElse(""));
    for (Item item : lesson.items()) {
      boolean code = item instanceof Item.Listing || item instanceof Item.Fence;
      words.append(' ').append(code ? "" : words(item));
    }
    return words.toString().isBlank() ? source.text() : words.toString();
  }

  private static Item withCode(Item item, Letters letters, Layers layers) {
    return switch (item) {
      case Item.Words words -> {
        List<Formula> formulas = new ArrayList<>();
        String dressed = letters.apart(dressed(words.markdown(), layers, formulas::add));
        formulas.replaceAll(
            it -> new Formula(letters.apart(Statements.spans(it.code())), it.tex(), it.display()));
        yield new Item.Words(dressed, formulas);
      }
      case Item.Heading heading ->
          new Item.Heading(heading.level(), dressed(heading.words(), layers, it -> {}));
      case Item.Fence fence ->
          AsciiGraph.read(fence.text()).isPresent()
              ? fence
              : new Item.Fence(letters.apart(Statements.fence(fence.text())));
      case Item.Listing listing -> listing;
      case Item.Authored block -> block;
      case Item.Speaker said -> said;
      case Item.Silence none -> none;
    };
  }

  private static String dressed(String markdown, Layers layers, Consumer<Formula> formulas) {
    String numbers =
        markdown
            .replaceAll("(?<=\\d)\\\\\\.(?=\\d)", ".") // `6\.1`, no item of a list
            .replaceAll("(\\\\[A-Za-z]+)\\{_(\\w)\\}", "$1_$2"); // `\delta{_2}`
    return Statements.spans(Maths.dressed(Statements.joined(numbers), layers, formulas));
  }

  private Chapter chapter(String id, String language, String title) {
    return new Chapter(
        Draft.text(id),
        Draft.some(language),
        Draft.text(title),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        blocks);
  }

  private Imported written(Chapter chapter, String output, Standings standings) {
    String yaml = ChapterWriter.yaml(chapter);
    Read<Chapter> read = ChapterReader.read(output, yaml.getBytes(StandardCharsets.UTF_8));
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(read.findings());
    Settings settings = new Settings("en", NOTATION, List.of(), Limits.DEFAULT);
    int wrong = 0;
    if (read.value().isPresent()) {
      Compilation compilation = Compiler.compile(read.value().get(), settings);
      all.addAll(compilation.findings());
      wrong =
          (int)
              compilation.findings().stream()
                  .filter(it -> it.severity() == Severity.ERROR)
                  .filter(it -> it.code() instanceof VerifyCode code && !OF_WORDS.contains(code))
                  .count();
    }
    int open = standings.counts().getOrDefault(Outcome.OPEN, 0);
    wrong = Math.min(wrong, open + standings.counts().getOrDefault(Outcome.CHECKED, 0));
    if (wrong > open) { // one that was thought to hold does not, after all
      standings.count(Outcome.OPEN, wrong - open);
      standings.counts().merge(Outcome.CHECKED, open - wrong, Integer::sum);
    }
    List<String> notes = findings.stream().map(Finding::message).toList();
    return new Imported(
        Optional.of(yaml),
        all,
        new Report(standings.counts(), standings.open(), Report.plain(yaml), notes));
  }

  private Span start() {
    return Span.at(source, 0);
  }

  // ---- words

  private void told(Step.Told told, Standings standings) {
    if (told.item() instanceof Item.Words it && told.who().isEmpty() && isAsked(it, standings)) {
      return;
    }
    String words =
        switch (told.item()) {
          case Item.Words it -> standings.markdown(it.markdown(), it.formulas());
          case Item.Heading it ->
              "#".repeat(it.level()) + " " + standings.heading(it.words().replace('\n', ' '));
          case Item.Fence it -> fence(it, standings);
          case Item.Listing it -> "";
          case Item.Authored it -> "";
          case Item.Speaker it -> "";
          case Item.Silence it -> "";
        };
    if (words.isBlank()) {
      return;
    }
    boolean same = told.who().equals(speaker);
    if (told.who().isPresent()) {
      if (!prose.isEmpty() && !same) {
        words(speaker);
      }
    } else if (speaker.isPresent() || prose.length() > PROSE) {
      flush();
    }
    if (prose.length() > PROSE) {
      words(speaker);
    }
    speaker = told.who();
    prose.append(prose.isEmpty() ? "" : "\n\n").append(words);
  }

  /// Whether a text is a question with its answer: an exercise, then.
  private boolean isAsked(Item.Words words, Standings standings) {
    Optional<Exercises.Pair> pair = Exercises.pair(words.markdown());
    Optional<Exercises.Answer> answer = pair.flatMap(standings::answer);
    if (answer.isEmpty()) {
      return false;
    }
    flush();
    String text = standings.markdown(pair.get().ask(), words.formulas());
    boolean bare =
        pair.get().answer().length() <= BARE
            && Numeral.scan(pair.get().answer(), NOTATION).size() == 1;
    if (bare) {
      standings.count(Outcome.CHECKED, 1);
    }
    Optional<String> solution =
        bare
            ? Optional.empty()
            : Optional.of(standings.markdown(pair.get().answer(), words.formulas()));
    blocks.add(Draft.exercise(text, answer.get(), solution, wording));
    return true;
  }

  private String fence(Item.Fence fence, Standings standings) {
    boolean marked = fence.text().contains("{{") || fence.text().contains("]{");
    if (marked || standings.isPicture(fence.text())) {
      flush();
      blocks.add(Draft.kept("text", fence.text(), wording.say("noProgram")));
      standings.count(Outcome.KEPT, Numeral.scan(fence.text(), NOTATION).size());
      return "";
    }
    String ticks = "```";
    while (fence.text().contains(ticks)) {
      ticks += "`";
    }
    return ticks + "\n" + standings.fence(fence.text()) + "\n" + ticks;
  }

  /// What was said since the last block becomes one, or another turn of the conversation.
  private void words(Optional<String> who) {
    if (prose.isEmpty()) {
      return;
    }
    if (who.isPresent()) {
      turns.add(
          new Block.Dialogue.Turn(Draft.text(who.get()), Draft.text(prose.toString() + "\n")));
    } else {
      blocks.add(Draft.prose(prose + "\n"));
    }
    prose.setLength(0);
  }

  private void flush() {
    words(speaker);
    if (!turns.isEmpty()) {
      blocks.add(new Block.Dialogue(Draft.head("dialogue", Optional.empty()), List.copyOf(turns)));
      turns.clear();
    }
  }

  // ---- blocks that run

  private void ran(Step.Ran step, Tried tried, Standings standings) {
    flush();
    Trial.Ran ran = tried.next();
    Block block = step.block();
    if (block instanceof Block.Code code && step.listing()) {
      hasSets |= code.code().value().contains("set(");
      pass(code);
      block = Comments.dressed(code, tried, standings);
    }
    blocks.add(block);
    if (step.claimed().isPresent()) {
      String said = step.claimed().get();
      int numbers = Numeral.scan(said, NOTATION).size();
      Optional<Outputs.Difference> difference = Outputs.difference(said, ran.output().orElse(""));
      if (difference.isPresent()
          && hasSets
          && Outputs.isAnotherOrder(said, ran.output().orElse(""))) {
        findings.add(
            Finding.warning(
                    ImportCode.LEFT_OUT,
                    place(difference.get().said()),
                    "the lesson prints what a set holds in another order than the listing here")
                .help("Python promises no order; the chapter shows the one that it computes"));
        standings.count(Outcome.CHECKED, numbers);
        return;
      }
      if (difference.isEmpty()) {
        standings.count(Outcome.CHECKED, numbers);
        return;
      }
      String given = difference.get().given();
      findings.add(
          Finding.error(
                  ImportCode.FALSE_OUTPUT,
                  place(difference.get().said()),
                  "the lesson says that the listing prints "
                      + quoted(difference.get().said())
                      + ", it prints "
                      + quoted(given))
              .help(
                  straight
                      ? "the chapter shows what the listing prints; correct the words around it"
                      : "the cells of the notebook were not run once each from top to bottom; run"
                          + " them so, and import what that gives"));
      Set<String> printed = Set.copyOf(ran.output().orElse("").lines().map(String::strip).toList());
      int wrong =
          (int)
              said.lines()
                  .filter(line -> !printed.contains(line.strip()))
                  .mapToLong(line -> Numeral.scan(line, NOTATION).size())
                  .sum();
      standings.count(Outcome.CHECKED, numbers - wrong);
      standings.count(Outcome.OPEN, wrong);
    }
  }

  private static String quoted(String line) {
    String shown = line.length() > 60 ? line.substring(0, 60) + "…" : line;
    return line.isEmpty() ? "nothing there" : "`" + shown + "`";
  }

  /// Goes on behind a listing, which the lesson has in one form or another.
  private void pass(Block.Code listing) {
    String code = listing.code().value().stripTrailing();
    String last = code.substring(code.lastIndexOf('\n') + 1).strip();
    int found = source.text().indexOf(last, passed);
    passed = found < 0 ? passed : found + last.length();
  }

  /// Where the lesson has these words: behind the listings that were passed, or else at first.
  private Span place(String words) {
    int behind = source.text().indexOf(words, passed);
    int at = words.isEmpty() ? -1 : behind < 0 ? source.text().indexOf(words) : behind;
    return at < 0 ? start() : new Span(source, at, at + words.length());
  }
}
