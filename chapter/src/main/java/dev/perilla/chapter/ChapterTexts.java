package dev.perilla.chapter;

import dev.perilla.chapter.Block.Code;
import dev.perilla.chapter.Block.Dialogue;
import dev.perilla.chapter.Block.Example;
import dev.perilla.chapter.Block.Exercise;
import dev.perilla.chapter.Block.Note;
import dev.perilla.chapter.Block.Prose;
import dev.perilla.chapter.Question.Answer;
import dev.perilla.chapter.Question.Wrong;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The texts of a chapter that are written in the language of its readers, each with an address:
///
/// ```
/// title   summary   speakers.aprendiz   sources.kaplan.title
/// producto.title   b2.text   b3.turns.1   ancho.labels.perillas
/// suma.questions.xw.hints.1   suma.questions.xw.mistakes.2   suma.questions.q3.options.1.say
/// ```
///
/// A block or question without an id is `b2` or `q3` by its position, items of lists count from 1.
/// The code of programs, what they print and what is expected of them is the same in all languages.
public final class ChapterTexts {
  /// What has no words in it: code, formulas, marks, addresses.
  private static final Pattern WORDLESS =
      Pattern.compile("`+[^`]*`+|\\{\\{.*?}}|\\]\\{[^}]*}|\\$[^$]*\\$|https?://\\S+");

  private final Mapper text;

  private ChapterTexts(Mapper text) {
    this.text = text;
  }

  /// What becomes of a text.
  @FunctionalInterface
  public interface Mapper {
    /// @param address which text it is
    Text map(String address, Text text);
  }

  /// `chapter` with what `text` makes of its texts.
  public static Chapter map(Chapter chapter, Mapper text) {
    return new ChapterTexts(text).chapter(chapter);
  }

  /// The texts by their addresses, in the order of the chapter.
  public static Map<String, Text> of(Chapter chapter) {
    Map<String, Text> all = new LinkedHashMap<>();
    Chapter same =
        map(
            chapter,
            (address, text) -> {
              all.putIfAbsent(address, text);
              return text;
            });
    return same.blocks().isEmpty() ? Map.of() : all;
  }

  /// Whether a text says anything in words: one of code and numbers alone is the same everywhere.
  public static boolean hasWords(Text text) {
    return WORDLESS.matcher(text.value()).replaceAll(" ").chars().anyMatch(Character::isLetter);
  }

  private Chapter chapter(Chapter chapter) {
    Text title = text.map("title", chapter.title());
    Optional<Text> summary = maybe("summary", chapter.summary());
    List<Chapter.Source> sources =
        chapter.sources().stream()
            .map(
                source ->
                    new Chapter.Source(
                        source.key(),
                        text.map("sources." + source.key() + ".title", source.title()),
                        source.url()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    for (Block block : chapter.blocks()) {
      String id = block.head().id().map(Text::value).orElse("b" + (blocks.size() + 1));
      blocks.add(block(id, block));
    }
    return new Chapter(
        chapter.id(),
        chapter.lang(),
        title,
        summary,
        chapter.needs(),
        chapter.data(),
        sources,
        chapter.limits(),
        chapter.schema(),
        blocks);
  }

  private Optional<Text> maybe(String address, Optional<Text> of) {
    return of.map(it -> text.map(address, it));
  }

  private List<Text> items(String address, List<Text> of) {
    List<Text> all = new ArrayList<>();
    for (Text item : of) {
      all.add(text.map(address + "." + (all.size() + 1), item));
    }
    return all;
  }

  private Block block(String id, Block block) {
    Block.Head head =
        new Block.Head(
            block.head().type(),
            block.head().id(),
            maybe(id + ".title", block.head().title()),
            block.head().about());
    return switch (block) {
      case Prose prose -> new Prose(head, text.map(id + ".text", prose.text()));
      case Note note -> new Note(head, note.kind(), text.map(id + ".text", note.text()));
      case Dialogue dialogue -> {
        List<Dialogue.Turn> turns = new ArrayList<>();
        for (Dialogue.Turn turn : dialogue.turns()) {
          turns.add(
              new Dialogue.Turn(
                  text.map("speakers." + turn.who(), turn.who()),
                  text.map(id + ".turns." + (turns.size() + 1), turn.text())));
        }
        yield new Dialogue(head, turns);
      }
      case Code code ->
          new Code(
              head,
              code.code(),
              code.lang(),
              code.run(),
              maybe(id + ".reason", code.reason()),
              code.editable(),
              maybe(id + ".caption", code.caption()),
              code.expect(),
              shows(id, code.show()));
      case Example example ->
          new Example(
              head,
              example.given(),
              example.code(),
              example.output(),
              maybe(id + ".caption", example.caption()),
              example.expect(),
              shows(id, example.show()));
      case Exercise exercise ->
          new Exercise(
              head,
              exercise.given(),
              exercise.code(),
              exercise.output(),
              text.map(id + ".text", exercise.text()),
              exercise.expect(),
              shows(id, exercise.show()),
              exercise.variants(),
              questions(id, exercise.questions()));
    };
  }

  private List<Show> shows(String id, List<Show> shows) {
    return shows.stream().map(show -> show(id + ".labels.", show)).toList();
  }

  private Show show(String labels, Show show) {
    return switch (show) {
      case Show.Table table ->
          new Show.Table(
              table.word(),
              table.columns().stream()
                  .map(
                      column ->
                          new Show.Table.Column(
                              text.map(labels + column.heading(), column.heading()),
                              column.cells()))
                  .toList());
      case Show.Plot plot ->
          new Show.Plot(
              plot.word(),
              plot.series().stream().map(series -> series(labels, series)).toList(),
              plot.x(),
              plot.over(),
              plot.regions(),
              plot.points(),
              plot.tangent(),
              new Show.Plot.Axes(
                  plot.axes().x().map(it -> text.map(labels + it, it)),
                  plot.axes().y().map(it -> text.map(labels + it, it))));
      case Show.Values _,
          Show.Gradients _,
          Show.Graph _,
          Show.Chain _,
          Show.Nudge _,
          Show.Network _,
          Show.Training _,
          Show.Knobs _ ->
          show;
    };
  }

  /// A line that is called by its own expression has no label to translate.
  private Show.Plot.Series series(String labels, Show.Plot.Series series) {
    return series.label().equals(series.values())
        ? series
        : new Show.Plot.Series(text.map(labels + series.label(), series.label()), series.values());
  }

  private List<Question> questions(String id, List<Question> questions) {
    List<Question> all = new ArrayList<>();
    for (Question question : questions) {
      String name = question.id().map(Text::value).orElse("q" + (all.size() + 1));
      all.add(question(id + ".questions." + name, question));
    }
    return all;
  }

  private Question question(String id, Question question) {
    Text ask = text.map(id + ".ask", question.ask());
    Map<Text, Text> steps = new HashMap<>();
    Answer answer = answer(id, question.answer(), steps);
    List<Text> hints = items(id + ".hints", question.hints());
    Optional<Text> solution = maybe(id + ".solution", question.solution());
    List<Question.Mistake> mistakes = new ArrayList<>();
    for (Question.Mistake mistake : question.mistakes()) {
      mistakes.add(
          new Question.Mistake(
              wrong(mistake.wrong(), steps),
              text.map(id + ".mistakes." + (mistakes.size() + 1), mistake.say())));
    }
    List<Question.Attempt> attempts = new ArrayList<>();
    for (Question.Attempt attempt : question.attempts()) {
      attempts.add(
          new Question.Attempt(
              text.map(id + ".attempts." + (attempts.size() + 1), attempt.said()),
              attempt.verdict(),
              attempt.verdictText()));
    }
    return new Question(question.id(), ask, answer, hints, solution, mistakes, attempts);
  }

  /// @param steps is told what becomes of each step
  private Answer answer(String id, Answer answer, Map<Text, Text> steps) {
    return switch (answer) {
      case Answer.Choice choice -> {
        List<Question.Option> options = new ArrayList<>();
        for (Question.Option option : choice.options()) {
          String at = id + ".options." + (options.size() + 1);
          options.add(
              new Question.Option(
                  text.map(at + ".text", option.text()),
                  option.right(),
                  maybe(at + ".say", option.say())));
        }
        yield new Answer.Choice(options);
      }
      case Answer.Order order when order.test().isEmpty() -> {
        List<Text> right = items(id + ".steps", order.steps());
        List<Text> others = items(id + ".distractors", order.distractors());
        for (int i = 0; i < right.size(); i++) {
          steps.put(order.steps().get(i), right.get(i));
        }
        for (int i = 0; i < others.size(); i++) {
          steps.put(order.distractors().get(i), others.get(i));
        }
        yield new Answer.Order(right, others, order.test());
      }
      case Answer.Free free -> new Answer.Free(text.map(id + ".answer", free.model()));
      case Answer.Numeric _, Answer.Expression _, Answer.Order _, Answer.Blanks _ -> answer;
    };
  }

  /// Steps in a wrong order are called by what they say.
  private static Wrong wrong(Wrong wrong, Map<Text, Text> steps) {
    return switch (wrong) {
      case Wrong.Steps order ->
          new Wrong.Steps(
              order.steps().stream().map(step -> steps.getOrDefault(step, step)).toList());
      case Wrong.Value _, Wrong.Misconception _, Wrong.Fill _ -> wrong;
    };
  }
}
