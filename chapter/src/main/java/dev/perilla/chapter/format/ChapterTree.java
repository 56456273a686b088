package dev.perilla.chapter.format;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Block.Code;
import dev.perilla.chapter.Block.Dialogue;
import dev.perilla.chapter.Block.Example;
import dev.perilla.chapter.Block.Exercise;
import dev.perilla.chapter.Block.Expectation;
import dev.perilla.chapter.Block.Note;
import dev.perilla.chapter.Block.Prose;
import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Given;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Answer;
import dev.perilla.chapter.Show;
import dev.perilla.chapter.format.Layout.Items;
import dev.perilla.chapter.format.Layout.Pair;
import dev.perilla.chapter.format.Layout.Pairs;
import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The model as keys and values again: what [ChapterBuilder] reads, in the order of [ChapterForm].
final class ChapterTree {
  private ChapterTree() {}

  static Layout chapter(Chapter chapter) {
    return new Layout.Writing()
        .put("$schema", chapter.schema().map(ChapterTree::text))
        .put("perilla", new Layout.Word(String.valueOf(Chapter.VERSION), false))
        .put("id", text(chapter.id()))
        .put("lang", chapter.lang().map(ChapterTree::text))
        .put("title", text(chapter.title()))
        .put("summary", chapter.summary().map(ChapterTree::text))
        .putItems("needs", texts(chapter.needs()), true)
        .putPairs("data", pairs(chapter.data(), Chapter.Data::name, of -> text(of.file())), true)
        .putPairs(
            "sources", pairs(chapter.sources(), Chapter.Source::key, ChapterTree::source), false)
        .putPairs("limits", limits(chapter.limits()), true)
        .putItems("blocks", chapter.blocks().stream().map(ChapterTree::block).toList(), false)
        .build(false);
  }

  static Layout book(Book book) {
    return new Layout.Writing()
        .put("$schema", book.schema().map(ChapterTree::text))
        .put("perilla", new Layout.Word(String.valueOf(Chapter.VERSION), false))
        .put("title", text(book.title()))
        .put("summary", book.summary().map(ChapterTree::text))
        .put("author", book.author().map(ChapterTree::text))
        .put("licence", book.licence().map(ChapterTree::text))
        .put("lang", text(book.lang()))
        .putItems("chapters", texts(book.chapters()), false)
        .put("decimal", book.decimal().map(ChapterTree::text))
        .putItems("plain", texts(book.plain()), false)
        .putPairs("limits", limits(book.limits()), true)
        .put("url", book.url().map(ChapterTree::text))
        .putPairs("terms", pairs(book.terms(), Book.Term::name, it -> text(it.place())), false)
        .putPairs(
            "renamed", pairs(book.renamed(), Book.Renamed::before, it -> text(it.now())), false)
        .putPairs(
            "translations",
            pairs(book.translations(), Book.InLanguage::lang, TranslationTree::inLanguage),
            false)
        .build(false);
  }

  private static Layout source(Chapter.Source source) {
    return new Layout.Writing()
        .put("title", text(source.title()))
        .put("url", source.url().map(ChapterTree::text))
        .build(false);
  }

  private static List<Pair> limits(List<Chapter.Limit> limits) {
    return pairs(limits, Chapter.Limit::name, limit -> word(limit.amount()));
  }

  private static Layout block(Block block) {
    Block.Head head = block.head();
    Layout.Writing out =
        new Layout.Writing()
            .put("type", text(head.type()))
            .put("id", head.id().map(ChapterTree::text))
            .put("title", head.title().map(ChapterTree::text))
            .put("about", head.about().map(ChapterTree::text));
    switch (block) {
      case Prose prose -> out.put("text", text(prose.text()));
      case Note note -> out.put("kind", lower(note.kind())).put("text", text(note.text()));
      case Dialogue dialogue ->
          out.putItems("turns", dialogue.turns().stream().map(ChapterTree::turn).toList(), false);
      case Code code -> code(out, code);
      case Example example ->
          out.putPairs("given", given(example.given()), true)
              .put("code", text(example.code()))
              .put("output", example.output().map(ChapterTree::word))
              .put("caption", example.caption().map(ChapterTree::text))
              .putPairs("expect", expect(example.expect()), true)
              .putItems("show", shows(example.show()), false);
      case Exercise exercise -> exercise(out, exercise);
    }
    return out.build(false);
  }

  private static Layout turn(Dialogue.Turn turn) {
    return new Layout.Writing()
        .put("who", text(turn.who()))
        .put("text", text(turn.text()))
        .build(false);
  }

  private static void code(Layout.Writing out, Code code) {
    out.put("lang", code.lang().map(ChapterTree::text));
    if (!code.run()) {
      out.put("run", new Layout.Word("false", false));
    }
    out.put("reason", code.reason().map(ChapterTree::text));
    if (code.editable()) {
      out.put("editable", new Layout.Word("true", false));
    }
    out.put("code", text(code.code()))
        .put("caption", code.caption().map(ChapterTree::text))
        .putPairs("expect", expect(code.expect()), true)
        .putItems("show", shows(code.show()), false);
  }

  private static void exercise(Layout.Writing out, Exercise exercise) {
    out.putPairs("given", given(exercise.given()), true)
        .put("code", exercise.code().map(ChapterTree::text))
        .put("output", exercise.output().map(ChapterTree::word))
        .put("text", text(exercise.text()))
        .putPairs("expect", expect(exercise.expect()), true)
        .putItems("show", shows(exercise.show()), false)
        .put(
            "variants",
            exercise
                .variants()
                .map(
                    variants ->
                        new Layout.Writing()
                            .put("count", word(variants.count()))
                            .put("seed", variants.seed().map(ChapterTree::word))
                            .build(true)))
        .putItems(
            "questions", exercise.questions().stream().map(ChapterTree::question).toList(), false);
  }

  private static List<Pair> expect(List<Expectation> expectations) {
    return pairs(expectations, Expectation::subject, of -> word(of.wanted()));
  }

  private static List<Pair> given(List<Given> given) {
    return pairs(given, Given::name, ChapterTree::given);
  }

  private static Layout given(Given given) {
    return switch (given) {
      case Given.Fixed fixed -> word(fixed.value());
      case Given.Knob knob ->
          new Layout.Writing()
              .put("value", word(knob.value()))
              .put("min", knob.min().map(ChapterTree::word))
              .put("max", knob.max().map(ChapterTree::word))
              .put("step", knob.step().map(ChapterTree::word))
              .build(true);
      case Given.Range range ->
          new Layout.Writing()
              .put("from", word(range.from()))
              .put("to", word(range.to()))
              .put("step", range.step().map(ChapterTree::word))
              .build(true);
      case Given.OneOf oneOf ->
          new Layout.Writing().putItems("one_of", words(oneOf.values()), true).build(true);
    };
  }

  private static List<Layout> shows(List<Show> shows) {
    return shows.stream().map(ChapterTree::show).toList();
  }

  private static Layout show(Show show) {
    return switch (show) {
      case Show.Values values -> view(show, values.names());
      case Show.Gradients gradients -> view(show, gradients.names());
      case Show.Chain chain ->
          chain.from().map(from -> view(show, word(from))).orElseGet(() -> text(show.word()));
      case Show.Nudge nudge -> view(show, nudge(nudge));
      case Show.Table table ->
          view(
              show,
              new Pairs(
                  pairs(table.columns(), Show.Table.Column::heading, of -> word(of.cells())),
                  true));
      case Show.Plot plot -> view(show, plot(plot));
      case Show.Training training -> view(show, training(training));
      case Show.Network network -> view(show, word(network.model()));
      case Show.Graph _ -> text(show.word());
      case Show.Knobs _ -> text(show.word());
    };
  }

  private static Layout view(Show show, List<Text> names) {
    return names.isEmpty() ? text(show.word()) : view(show, new Items(words(names), true));
  }

  private static Layout view(Show show, Layout argument) {
    return new Pairs(List.of(new Pair(show.word().value(), argument)), false);
  }

  /// A list where a name is moved twice, which a mapping cannot say.
  private static Layout nudge(Show.Nudge nudge) {
    List<Pair> pairs = pairs(nudge.by(), Show.Nudge.By::name, by -> word(by.amount()));
    boolean unique = pairs.stream().map(Pair::key).distinct().count() == pairs.size();
    return unique
        ? new Pairs(pairs, true)
        : new Items(
            pairs.stream().<Layout>map(pair -> new Pairs(List.of(pair), true)).toList(), true);
  }

  private static Layout plot(Show.Plot plot) {
    List<Show.Plot.Series> series = plot.series();
    boolean alone =
        series.size() == 1 && series.getFirst().label().equals(series.getFirst().values());
    Layout.Writing out = new Layout.Writing();
    if (alone) {
      out.put("y", word(series.getFirst().values()));
    } else {
      out.putPairs("y", pairs(series, Show.Plot.Series::label, of -> word(of.values())), true);
    }
    out.put("x", plot.x().map(ChapterTree::word))
        .putPairs("over", pairs(plot.over(), Show.Plot.Range::name, ChapterTree::range), true)
        .put("regions", plot.regions().map(ChapterTree::word))
        .put("points", plot.points().map(ChapterTree::word))
        .put("tangent", plot.tangent().map(ChapterTree::word));
    if (!plot.axes().equals(Show.Plot.Axes.UNNAMED)) {
      out.put("axes", axes(plot.axes()));
    }
    return out.build(true);
  }

  private static Layout axes(Show.Plot.Axes axes) {
    return new Layout.Writing()
        .put("x", axes.x().map(ChapterTree::word))
        .put("y", axes.y().map(ChapterTree::word))
        .build(true);
  }

  private static Layout range(Show.Plot.Range range) {
    return new Layout.Writing()
        .put("from", word(range.from()))
        .put("to", word(range.to()))
        .build(true);
  }

  private static Layout training(Show.Training training) {
    return training.parameters().isEmpty() && training.before().isEmpty()
        ? word(training.loss())
        : new Layout.Writing()
            .put("loss", word(training.loss()))
            .put("parameters", training.parameters().map(ChapterTree::word))
            .put("before", training.before().map(ChapterTree::word))
            .build(true);
  }

  private static Layout question(Question question) {
    Layout.Writing out = new Layout.Writing().put("id", question.id().map(ChapterTree::text));
    if (!(question.answer() instanceof Answer.Numeric)) {
      out.put("kind", new Layout.Word(kind(question.answer()), true));
    }
    out.put("ask", text(question.ask()));
    switch (question.answer()) {
      case Answer.Numeric numeric ->
          out.put("answer", word(numeric.answer()))
              .put("tolerance", numeric.tolerance().map(ChapterTree::word));
      case Answer.Choice choice ->
          out.putItems(
              "options", choice.options().stream().map(ChapterTree::option).toList(), false);
      case Answer.Expression expression ->
          out.put("answer", word(expression.answer()))
              .putPairs(
                  "domain",
                  pairs(expression.domain(), Question.Domain::name, ChapterTree::domain),
                  true);
      case Answer.Order order ->
          out.putItems("steps", texts(order.steps()), false)
              .putItems("distractors", texts(order.distractors()), false)
              .put("test", order.test().map(ChapterTree::word));
      case Answer.Blanks blanks ->
          out.put("code", text(blanks.code()))
              .putItems("fill", texts(blanks.fill()), true)
              .put("test", word(blanks.test()));
      case Answer.Free free -> out.put("answer", text(free.model()));
    }
    return out.putItems("hints", texts(question.hints()), false)
        .put("solution", question.solution().map(ChapterTree::text))
        .putItems(
            "mistakes", question.mistakes().stream().map(ChapterTree::mistake).toList(), false)
        .putItems(
            "attempts", question.attempts().stream().map(ChapterTree::attempt).toList(), false)
        .build(false);
  }

  private static String kind(Answer answer) {
    return switch (answer) {
      case Answer.Numeric _ -> "number";
      case Answer.Choice _ -> "choice";
      case Answer.Expression _ -> "expression";
      case Answer.Order _ -> "order";
      case Answer.Blanks _ -> "code";
      case Answer.Free _ -> "text";
    };
  }

  private static Layout option(Question.Option option) {
    return new Layout.Writing()
        .put("text", text(option.text()))
        .put("right", word(option.right()))
        .put("say", option.say().map(ChapterTree::text))
        .build(true);
  }

  private static Layout domain(Question.Domain domain) {
    return new Layout.Writing()
        .put("from", word(domain.from()))
        .put("to", word(domain.to()))
        .build(true);
  }

  private static Layout mistake(Question.Mistake mistake) {
    Layout.Writing out = new Layout.Writing();
    switch (mistake.wrong()) {
      case Question.Wrong.Value value -> out.put("answer", word(value.answer()));
      case Question.Wrong.Misconception bug ->
          out.put(
              "misconception",
              new Layout.Writing()
                  .put("line", text(bug.line()))
                  .put("as", text(bug.as()))
                  .build(true));
      case Question.Wrong.Fill fill -> out.putItems("fill", texts(fill.fill()), true);
      case Question.Wrong.Steps steps -> out.putItems("steps", texts(steps.steps()), false);
    }
    return out.put("say", text(mistake.say())).build(false);
  }

  private static Layout attempt(Question.Attempt attempt) {
    return new Layout.Writing()
        .put("said", text(attempt.said()))
        .put("verdict", lower(attempt.verdict()))
        .build(true);
  }

  private static Layout text(Text text) {
    return new Layout.Word(text.value(), true);
  }

  /// A number, a condition or an expression: `12` may be read as a number.
  private static Layout word(Text text) {
    return new Layout.Word(text.value(), false);
  }

  private static Layout lower(Enum<?> word) {
    return new Layout.Word(word.name().toLowerCase(Locale.ROOT), true);
  }

  private static List<Layout> texts(List<Text> texts) {
    return texts.stream().map(ChapterTree::text).toList();
  }

  private static List<Layout> words(List<Text> texts) {
    return texts.stream().map(ChapterTree::word).toList();
  }

  static <T> List<Pair> pairs(List<T> all, Function<T, Text> key, Function<T, Layout> value) {
    return all.stream().map(one -> new Pair(key.apply(one).value(), value.apply(one))).toList();
  }
}
