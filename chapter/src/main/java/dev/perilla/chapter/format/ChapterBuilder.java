package dev.perilla.chapter.format;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Block.Code;
import dev.perilla.chapter.Block.Dialogue;
import dev.perilla.chapter.Block.Example;
import dev.perilla.chapter.Block.Exercise;
import dev.perilla.chapter.Block.Expectation;
import dev.perilla.chapter.Block.Head;
import dev.perilla.chapter.Block.Note;
import dev.perilla.chapter.Block.Prose;
import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Given;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.Question.Answer;
import dev.perilla.chapter.Show;
import dev.perilla.chapter.format.Node.Entry;
import dev.perilla.chapter.format.Node.Mapping;
import dev.perilla.chapter.format.Node.Refused;
import dev.perilla.chapter.format.Node.Scalar;
import dev.perilla.chapter.format.Node.Sequence;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The model from a tree that [FormCheck] gave back: nothing is checked here again, and a node of
/// another form is a bug of ours.
final class ChapterBuilder {
  /// The amount of a nudge that names its input alone.
  static final String NUDGE = "0.01";

  private ChapterBuilder() {}

  static Chapter chapter(Node root) {
    return new Chapter(
        text(root, "id"),
        maybe(root, "lang"),
        text(root, "title"),
        maybe(root, "summary"),
        texts(root, "needs"),
        pairs(root, "data", Chapter.Data::new),
        entries(root, "sources")
            .map(
                entry ->
                    new Chapter.Source(
                        entry.key(), text(entry.value(), "title"), maybe(entry.value(), "url")))
            .toList(),
        pairs(root, "limits", Chapter.Limit::new),
        maybe(root, "$schema"),
        each(root, "blocks", ChapterBuilder::block));
  }

  static Book book(Node root) {
    return new Book(
        text(root, "title"),
        maybe(root, "summary"),
        maybe(root, "author"),
        maybe(root, "licence"),
        text(root, "lang"),
        texts(root, "chapters"),
        maybe(root, "decimal"),
        texts(root, "plain"),
        pairs(root, "limits", Chapter.Limit::new),
        maybe(root, "url"),
        pairs(root, "terms", Book.Term::new),
        pairs(root, "renamed", Book.Renamed::new),
        entries(root, "translations").map(ChapterBuilder::inLanguage).toList(),
        maybe(root, "$schema"));
  }

  private static Book.InLanguage inLanguage(Entry entry) {
    TranslationReader.Leaves leaves = new TranslationReader.Leaves();
    Mapping of = (Mapping) entry.value();
    for (String key : List.of("title", "summary", TranslationForm.FROM)) {
      of.entry(key).ifPresent(text -> leaves.entry("", text, false));
    }
    return new Book.InLanguage(
        entry.key(), leaves.entries(), maybe(of, "decimal"), texts(of, "plain"));
  }

  private static Block block(Node node) {
    Text type = text(node, "type");
    Head head = new Head(type, maybe(node, "id"), maybe(node, "title"), maybe(node, "about"));
    return switch (type.value()) {
      case "prose" -> new Prose(head, text(node, "text"));
      case "note" -> new Note(head, word(Note.Kind.class, text(node, "kind")), text(node, "text"));
      case "dialogue" ->
          new Dialogue(
              head,
              each(
                  node, "turns", turn -> new Dialogue.Turn(text(turn, "who"), text(turn, "text"))));
      case "code" ->
          new Code(
              head,
              text(node, "code"),
              maybe(node, "lang"),
              flag(node, "run", true),
              maybe(node, "reason"),
              flag(node, "editable", false),
              maybe(node, "caption"),
              expect(node),
              each(node, "show", ChapterBuilder::show));
      case "example" ->
          new Example(
              head,
              given(node),
              text(node, "code"),
              maybe(node, "output"),
              maybe(node, "caption"),
              expect(node),
              each(node, "show", ChapterBuilder::show));
      case "exercise" ->
          new Exercise(
              head,
              given(node),
              maybe(node, "code"),
              maybe(node, "output"),
              text(node, "text"),
              expect(node),
              each(node, "show", ChapterBuilder::show),
              get(node, "variants")
                  .map(of -> new Exercise.Variants(text(of, "count"), maybe(of, "seed"))),
              each(node, "questions", ChapterBuilder::question));
      default -> throw new IllegalStateException("block of type " + type);
    };
  }

  private static List<Expectation> expect(Node block) {
    return pairs(block, "expect", Expectation::new);
  }

  private static List<Given> given(Node block) {
    return entries(block, "given").map(entry -> given(entry.key(), entry.value())).toList();
  }

  private static Given given(Text name, Node node) {
    if (node instanceof Scalar scalar) {
      return new Given.Fixed(name, scalar.text());
    }
    if (get(node, "one_of").isPresent()) {
      return new Given.OneOf(name, texts(node, "one_of"));
    }
    if (get(node, "from").isPresent()) {
      return new Given.Range(name, text(node, "from"), text(node, "to"), maybe(node, "step"));
    }
    return new Given.Knob(
        name, text(node, "value"), maybe(node, "min"), maybe(node, "max"), maybe(node, "step"));
  }

  private static Show show(Node node) {
    Entry entry = ((Mapping) node).entries().getFirst();
    Text word = entry.key();
    Node argument = entry.value();
    return switch (word.value()) {
      case "values" -> new Show.Values(word, items(argument));
      case "gradients" -> new Show.Gradients(word, items(argument));
      case "graph" -> new Show.Graph(word);
      case "chain" ->
          new Show.Chain(
              word, argument instanceof Scalar from ? Optional.of(from.text()) : Optional.empty());
      case "nudge" -> new Show.Nudge(word, nudges(argument));
      case "table" ->
          new Show.Table(
              word,
              entries(argument)
                  .map(column -> new Show.Table.Column(column.key(), scalar(column.value())))
                  .toList());
      case "plot" -> plot(word, argument);
      case "training" -> training(word, argument);
      case "network" -> new Show.Network(word, scalar(argument));
      case "knobs" -> new Show.Knobs(word);
      default -> throw new IllegalStateException("view " + word);
    };
  }

  private static List<Show.Nudge.By> nudges(Node node) {
    return switch (node) {
      case Scalar name -> List.of(new Show.Nudge.By(name.text(), Text.at(NUDGE, name.span())));
      case Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> new Show.Nudge.By(entry.key(), scalar(entry.value())))
              .toList();
      case Sequence sequence ->
          sequence.items().stream().flatMap(item -> nudges(item).stream()).toList();
      case Refused _ -> throw new IllegalStateException("refused node in a checked tree");
    };
  }

  private static Show plot(Text word, Node node) {
    return new Show.Plot(
        word,
        get(node, "y").map(ChapterBuilder::series).orElse(List.of()),
        maybe(node, "x"),
        entries(node, "over")
            .map(
                range ->
                    new Show.Plot.Range(
                        range.key(), text(range.value(), "from"), text(range.value(), "to")))
            .toList(),
        maybe(node, "regions"),
        maybe(node, "points"),
        maybe(node, "tangent"),
        get(node, "axes")
            .map(axes -> new Show.Plot.Axes(maybe(axes, "x"), maybe(axes, "y")))
            .orElse(Show.Plot.Axes.UNNAMED));
  }

  private static List<Show.Plot.Series> series(Node y) {
    return y instanceof Scalar one
        ? List.of(new Show.Plot.Series(one.text(), one.text()))
        : entries(y)
            .map(entry -> new Show.Plot.Series(entry.key(), scalar(entry.value())))
            .toList();
  }

  private static Show training(Text word, Node node) {
    return node instanceof Scalar loss
        ? new Show.Training(word, loss.text(), Optional.empty(), Optional.empty())
        : new Show.Training(
            word, text(node, "loss"), maybe(node, "parameters"), maybe(node, "before"));
  }

  private static Question question(Node node) {
    String kind = maybe(node, "kind").map(Text::value).orElse("number");
    return new Question(
        maybe(node, "id"),
        text(node, "ask"),
        answer(node, kind),
        texts(node, "hints"),
        maybe(node, "solution"),
        each(
            node,
            "mistakes",
            mistake -> new Question.Mistake(wrong(mistake), text(mistake, "say"))),
        each(
            node,
            "attempts",
            attempt ->
                new Question.Attempt(
                    text(attempt, "said"),
                    word(Question.Verdict.class, text(attempt, "verdict")),
                    text(attempt, "verdict"))));
  }

  private static Answer answer(Node node, String kind) {
    return switch (kind) {
      case "number" -> new Answer.Numeric(text(node, "answer"), maybe(node, "tolerance"));
      case "choice" ->
          new Answer.Choice(
              each(
                  node,
                  "options",
                  option ->
                      new Question.Option(
                          text(option, "text"), text(option, "right"), maybe(option, "say"))));
      case "expression" ->
          new Answer.Expression(
              text(node, "answer"),
              entries(node, "domain")
                  .map(
                      entry ->
                          new Question.Domain(
                              entry.key(), text(entry.value(), "from"), text(entry.value(), "to")))
                  .toList());
      case "order" ->
          new Answer.Order(texts(node, "steps"), texts(node, "distractors"), maybe(node, "test"));
      case "code" -> new Answer.Blanks(text(node, "code"), texts(node, "fill"), text(node, "test"));
      case "text" -> new Answer.Free(text(node, "answer"));
      default -> throw new IllegalStateException("question of kind " + kind);
    };
  }

  private static Question.Wrong wrong(Node mistake) {
    Optional<Node> bug = get(mistake, "misconception");
    if (bug.isPresent()) {
      return new Question.Wrong.Misconception(text(bug.get(), "line"), text(bug.get(), "as"));
    }
    if (get(mistake, "fill").isPresent()) {
      return new Question.Wrong.Fill(texts(mistake, "fill"));
    }
    if (get(mistake, "steps").isPresent()) {
      return new Question.Wrong.Steps(texts(mistake, "steps"));
    }
    return new Question.Wrong.Value(text(mistake, "answer"));
  }

  private static Optional<Node> get(Node node, String key) {
    return ((Mapping) node).get(key);
  }

  private static Text scalar(Node node) {
    return ((Scalar) node).text();
  }

  private static Text text(Node node, String key) {
    return scalar(get(node, key).orElseThrow());
  }

  private static Optional<Text> maybe(Node node, String key) {
    return get(node, key).map(ChapterBuilder::scalar);
  }

  private static boolean flag(Node node, String key, boolean usual) {
    return get(node, key).flatMap(value -> Words.flag((Scalar) value)).orElse(usual);
  }

  private static <E extends Enum<E>> E word(Class<E> words, Text text) {
    return Enum.valueOf(words, text.value().toUpperCase(Locale.ROOT));
  }

  private static List<Text> items(Node node) {
    return ((Sequence) node).items().stream().map(ChapterBuilder::scalar).toList();
  }

  private static List<Text> texts(Node node, String key) {
    return get(node, key).map(ChapterBuilder::items).orElse(List.of());
  }

  private static <T> List<T> each(Node node, String key, Function<Node, T> item) {
    List<T> all = new ArrayList<>();
    get(node, key)
        .ifPresent(list -> ((Sequence) list).items().forEach(i -> all.add(item.apply(i))));
    return all;
  }

  private static java.util.stream.Stream<Entry> entries(Node node) {
    return ((Mapping) node).entries().stream();
  }

  private static java.util.stream.Stream<Entry> entries(Node node, String key) {
    return get(node, key).stream().flatMap(ChapterBuilder::entries);
  }

  private static <T> List<T> pairs(
      Node node, String key, java.util.function.BiFunction<Text, Text, T> make) {
    return entries(node, key).map(entry -> make.apply(entry.key(), scalar(entry.value()))).toList();
  }
}
