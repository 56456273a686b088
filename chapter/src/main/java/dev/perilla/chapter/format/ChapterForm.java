package dev.perilla.chapter.format;

import static dev.perilla.chapter.format.Shape.Word.ANYTHING;
import static dev.perilla.chapter.format.Shape.Word.COUNT;
import static dev.perilla.chapter.format.Shape.Word.EXPRESSION;
import static dev.perilla.chapter.format.Shape.Word.FLAG;
import static dev.perilla.chapter.format.Shape.Word.ID;
import static dev.perilla.chapter.format.Shape.Word.LANGUAGE;
import static dev.perilla.chapter.format.Shape.Word.LINE;
import static dev.perilla.chapter.format.Shape.Word.NAME;
import static dev.perilla.chapter.format.Shape.Word.NUMBER;
import static dev.perilla.chapter.format.Shape.Word.PATTERN;
import static dev.perilla.chapter.format.Shape.Word.TEXT;
import static dev.perilla.chapter.format.Shape.Word.VERSION;
import static dev.perilla.chapter.format.Shape.Word.WHOLE;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.format.Shape.Either;
import dev.perilla.chapter.format.Shape.Field;
import dev.perilla.chapter.format.Shape.Items;
import dev.perilla.chapter.format.Shape.Keys;
import dev.perilla.chapter.format.Shape.Kind;
import dev.perilla.chapter.format.Shape.Kinds;
import dev.perilla.chapter.format.Shape.Named;
import dev.perilla.chapter.format.Shape.OneOf;
import dev.perilla.chapter.format.Shape.View;
import dev.perilla.chapter.format.Shape.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The form of a chapter and of a book, as tables: every key, what stands under it, what it is for.
/// A new key is a row here, a line in [ChapterBuilder] and one in [ChapterTree].
final class ChapterForm {
  private ChapterForm() {}

  private static Field must(String name, Shape shape, String doc) {
    return new Field(name, true, shape, doc);
  }

  private static Field may(String name, Shape shape, String doc) {
    return new Field(name, false, shape, doc);
  }

  private static <E extends Enum<E>> OneOf words(String what, Class<E> values) {
    return new OneOf(
        FormatCode.UNKNOWN_WORD,
        what,
        Arrays.stream(values.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toList());
  }

  private static Items listOf(Shape item) {
    return new Items(item, false, 1);
  }

  private static Items oneOrMore(Shape item) {
    return new Items(item, true, 1);
  }

  static final Field SCHEMA =
      may("$schema", LINE, "The address of the schema, for editors; otherwise without effect.");
  static final Field PERILLA = must("perilla", VERSION, "The version of the format: 1.");

  static final Keys LIMITS =
      new Keys(
          "limits",
          List.of(
              may("steps", COUNT, "How many steps the program may take."),
              may("values", COUNT, "How many values it may record."),
              may("memory", COUNT, "How many bytes its collections and strings may take."),
              may("depth", COUNT, "How deep its calls may nest."),
              may("output", COUNT, "How many characters it may print."),
              may("seconds", NUMBER, "How long it may take.")));

  static final Either GIVEN =
      new Either(
          "an input",
          List.of(
              NUMBER,
              new Keys(
                  "knob",
                  List.of(
                      must("value", NUMBER, "The value that the program starts with."),
                      may("min", NUMBER, "The least value that the reader may choose."),
                      may("max", NUMBER, "The greatest value that the reader may choose."),
                      may("step", NUMBER, "The distance between two values of the knob."))),
              new Keys(
                  "range",
                  List.of(
                      must("from", NUMBER, "The first value, for the variants of an exercise."),
                      must("to", NUMBER, "The last value, included."),
                      may("step", NUMBER, "The distance between two values; 1 where absent."))),
              new Keys(
                  "choice of values",
                  List.of(
                      must(
                          "one_of",
                          listOf(NUMBER),
                          "The values to choose from, for the variants of an exercise.")))));

  static final Views VIEWS =
      new Views(
          List.of(
              new View(
                  "values",
                  Optional.of(oneOrMore(EXPRESSION)),
                  true,
                  "Names with their data; all names of the block where none is named."),
              new View(
                  "gradients",
                  Optional.of(oneOrMore(EXPRESSION)),
                  true,
                  "Names with their data and gradient."),
              new View("graph", Optional.empty(), true, "The operations that lead to the output."),
              new View(
                  "chain",
                  Optional.of(EXPRESSION),
                  true,
                  "The product of local derivatives along each path from an input to the output."),
              new View(
                  "nudge",
                  Optional.of(
                      new Either(
                          "nudges",
                          List.of(
                              EXPRESSION,
                              new Named(EXPRESSION, NUMBER),
                              listOf(
                                  new Either(
                                      "a nudge",
                                      List.of(EXPRESSION, new Named(EXPRESSION, NUMBER))))))),
                  false,
                  "Before, after, change and slope when an input moves; by 0.01 where only its name"
                      + " is written."),
              new View(
                  "table",
                  Optional.of(new Named(LINE, EXPRESSION)),
                  false,
                  "A column per entry: its heading, and the expression of its cells, a list."),
              new View(
                  "plot",
                  Optional.of(
                      new Keys(
                          "plot",
                          List.of(
                              may(
                                  "y",
                                  new Either(
                                      "lines", List.of(EXPRESSION, new Named(LINE, EXPRESSION))),
                                  "A line, or several, each under its label: an expression of the"
                                      + " name in `over`, or a list of values."),
                              may(
                                  "x",
                                  EXPRESSION,
                                  "The positions of a list; 0, 1, 2… where absent."),
                              may(
                                  "over",
                                  new Named(
                                      NAME,
                                      new Keys(
                                          "range",
                                          List.of(
                                              must("from", EXPRESSION, "Where it starts."),
                                              must("to", EXPRESSION, "Where it ends.")))),
                                  "The name that is varied, and where it goes; two for regions."),
                              may(
                                  "regions",
                                  EXPRESSION,
                                  "An expression of the two names in `over`: where it is positive,"
                                      + " and where it is not."),
                              may(
                                  "points",
                                  EXPRESSION,
                                  "Rows of two numbers and, where they have one, a class."),
                              may(
                                  "tangent",
                                  EXPRESSION,
                                  "Where on the first line a tangent is drawn."),
                              may(
                                  "axes",
                                  new Keys(
                                      "axes",
                                      List.of(
                                          may("x", LINE, "What goes to the right."),
                                          may("y", LINE, "What goes up."))),
                                  "What the axes are called, with their units; where absent, what"
                                      + " they show.")))),
                  false,
                  "Lines, points and regions in a plane."),
              new View(
                  "network",
                  Optional.of(EXPRESSION),
                  false,
                  "The layers and weights of a network."),
              new View(
                  "training",
                  Optional.of(
                      new Either(
                          "training",
                          List.of(
                              EXPRESSION,
                              new Keys(
                                  "training",
                                  List.of(
                                      must("loss", EXPRESSION, "The loss of each step, a list."),
                                      may(
                                          "parameters",
                                          EXPRESSION,
                                          "A model, or a list of values: shown before and after."),
                                      may(
                                          "before",
                                          EXPRESSION,
                                          "Their numbers before; the state before the block where"
                                              + " absent.")))))),
                  false,
                  "The loss step by step, and the parameters before and after."),
              new View("knobs", Optional.empty(), true, "The inputs, for the reader to turn.")));

  static final Field GIVENS =
      may("given", new Named(NAME, GIVEN), "The inputs: the leaves of the graph, by name.");
  static final Field OUTPUT =
      may("output", EXPRESSION, "The name from which the gradients flow back.");
  static final Field EXPECT =
      may(
          "expect",
          new Named(EXPRESSION, EXPRESSION),
          "What has to hold after the code: an expression, and what it has to be.");
  static final Field SHOW = may("show", oneOrMore(VIEWS), "The computed state to be shown.");
  static final Field CAPTION = may("caption", LINE, "One line of Markdown below it.");

  static final Field SAY = must("say", TEXT, "What to say of it, in Markdown.");
  static final Keys MISTAKE =
      new Keys(
          "mistake", List.of(must("answer", EXPRESSION, "The wrong answer, an expression."), SAY));
  static final Keys MISCONCEPTION =
      new Keys(
          "mistake",
          List.of(
              must(
                  "misconception",
                  new Keys(
                      "misconception",
                      List.of(
                          must("line", LINE, "Code that stands in one place of the program."),
                          must("as", LINE, "What a classic bug makes of it."))),
                  "A bug in the program: what the answer is then is the wrong answer."),
              SAY));
  static final Keys ATTEMPT =
      new Keys(
          "attempt",
          List.of(
              must("said", ANYTHING, "What a learner said, as it was said."),
              must(
                  "verdict",
                  words("verdict", Question.Verdict.class),
                  "What the judge says of it; checked.")));
  static final Keys OPTION =
      new Keys(
          "option",
          List.of(
              must("text", TEXT, "The option, in Markdown."),
              must("right", EXPRESSION, "Whether it is right: a condition, true or false."),
              may("say", TEXT, "What to say to who chooses it and should not, in Markdown.")));

  static final Kinds QUESTION =
      new Kinds(
          "question",
          "kind",
          Optional.of("number"),
          FormatCode.UNKNOWN_WORD,
          List.of(
              question(
                  "number",
                  "A number.",
                  must("answer", EXPRESSION, "An expression, never a typed number."),
                  may(
                      "tolerance",
                      NUMBER,
                      "The greatest distance that still counts as right; the shown precision where"
                          + " absent."),
                  mistakes(new Either("a mistake", List.of(MISTAKE, MISCONCEPTION)))),
              question(
                  "choice",
                  "Exactly the right ones of some options.",
                  must("options", new Items(OPTION, false, 2), "The options.")),
              question(
                  "expression",
                  "A formula equal to the answer as a function of the given names.",
                  must("answer", EXPRESSION, "The formula."),
                  may(
                      "domain",
                      new Named(
                          NAME,
                          new Keys(
                              "range",
                              List.of(
                                  must("from", NUMBER, "The least value."),
                                  must("to", NUMBER, "The greatest value.")))),
                      "Where its names are taken from; the ranges of the inputs where absent."),
                  mistakes(MISTAKE)),
              question(
                  "order",
                  "Steps to put in order.",
                  must(
                      "steps",
                      new Items(TEXT, false, 2),
                      "The steps in the right order: lines of code with a `test`, else texts."),
                  may("distractors", listOf(TEXT), "Steps that belong nowhere."),
                  may(
                      "test",
                      EXPRESSION,
                      "The condition that has to hold after the steps have run, as lines of code."),
                  mistakes(
                      new Keys(
                          "mistake",
                          List.of(
                              must("steps", new Items(TEXT, false, 1), "The wrong order."), SAY)))),
              question(
                  "code",
                  "A listing with blanks, judged by running it.",
                  must("code", TEXT, "The listing, with `____` for each blank."),
                  must("fill", oneOrMore(TEXT), "What fills the blanks, in order."),
                  must("test", EXPRESSION, "The condition that has to hold after the run."),
                  mistakes(
                      new Keys(
                          "mistake",
                          List.of(
                              must("fill", oneOrMore(TEXT), "What fills the blanks wrongly."),
                              SAY)))),
              question(
                  "text", "A free answer.", must("answer", TEXT, "A model answer, in Markdown."))));

  private static Field mistakes(Shape shape) {
    return may("mistakes", listOf(shape), "Wrong answers worth a word.");
  }

  private static Kind question(String word, String doc, Field... own) {
    List<Field> keys = new ArrayList<>();
    keys.add(may("id", ID, "Names the question within its exercise."));
    keys.add(
        may(
            "kind",
            new OneOf(FormatCode.UNKNOWN_WORD, "kind", List.of(word)),
            "What kind of answer it wants; a number where absent."));
    keys.add(must("ask", TEXT, "The question, in Markdown."));
    keys.addAll(List.of(own));
    keys.add(may("hints", oneOrMore(TEXT), "Hints, given one at a time, in Markdown."));
    keys.add(may("solution", TEXT, "The way to the answer, in Markdown."));
    keys.add(may("attempts", listOf(ATTEMPT), "What learners really said."));
    return new Kind(word, doc, new Keys("question of kind " + word, keys));
  }

  static final Kinds BLOCK =
      new Kinds(
          "block",
          "type",
          Optional.empty(),
          FormatCode.UNKNOWN_BLOCK,
          List.of(
              block("prose", "Markdown.", must("text", TEXT, "The text, in Markdown.")),
              block(
                  "note",
                  "A callout.",
                  must("kind", words("kind", Block.Note.Kind.class), "What the note is for."),
                  must("text", TEXT, "The text, in Markdown.")),
              block(
                  "dialogue",
                  "A conversation.",
                  must(
                      "turns",
                      listOf(
                          new Keys(
                              "turn",
                              List.of(
                                  must("who", LINE, "Who speaks."),
                                  must("text", TEXT, "What is said, in Markdown.")))),
                      "What is said, in order.")),
              block(
                  "code",
                  "A listing.",
                  must("code", TEXT, "The listing."),
                  may("lang", LINE, "The language of a listing that is not run."),
                  may("run", FLAG, "false for a listing that is not run."),
                  may("reason", LINE, "Why it is not run."),
                  may("editable", FLAG, "Whether the reader may change and run it."),
                  CAPTION,
                  EXPECT,
                  SHOW),
              block(
                  "example",
                  "A computed example.",
                  GIVENS,
                  must("code", TEXT, "The code that computes it."),
                  OUTPUT,
                  CAPTION,
                  EXPECT,
                  SHOW),
              block(
                  "exercise",
                  "An exercise.",
                  GIVENS,
                  may("code", TEXT, "The code behind it."),
                  OUTPUT,
                  must("text", TEXT, "The task, in Markdown."),
                  EXPECT,
                  SHOW,
                  may(
                      "variants",
                      new Keys(
                          "variants",
                          List.of(
                              must("count", COUNT, "How many variants, the first included."),
                              may("seed", WHOLE, "What their choice starts from."))),
                      "Further versions of its given, each proven."),
                  must("questions", listOf(QUESTION), "The questions, in order."))));

  private static Kind block(String word, String doc, Field... own) {
    List<Field> keys = new ArrayList<>();
    keys.add(
        must(
            "type",
            new OneOf(FormatCode.UNKNOWN_BLOCK, "type", List.of(word)),
            "What kind of block it is."));
    keys.add(may("id", ID, "Names the block within its chapter."));
    keys.add(may("title", LINE, "A heading, one line of Markdown."));
    keys.add(may("about", ID, "The block in whose state the names of the texts are looked up."));
    keys.addAll(List.of(own));
    return new Kind(word, doc, new Keys(word + " block", keys));
  }

  static final Keys CHAPTER =
      new Keys(
          "chapter",
          List.of(
              SCHEMA,
              PERILLA,
              must("id", ID, "Names the chapter in links, `needs` and the book's order."),
              may("lang", LANGUAGE, "The language of the texts; the book's where absent."),
              must("title", LINE, "One line of Markdown."),
              may("summary", TEXT, "What the chapter says, in a sentence or two of Markdown."),
              may("needs", new Items(ID, true, 0), "Ids of the chapters to read first."),
              may(
                  "data",
                  new Named(NAME, LINE),
                  "Files of the book, by their name in the program."),
              may(
                  "sources",
                  new Named(
                      ID,
                      new Keys(
                          "source",
                          List.of(
                              must("title", LINE, "What it is called."),
                              may("url", LINE, "Where it stands.")))),
                  "What a `{cite=key}` in a text may name."),
              may("limits", LIMITS, "Budgets that differ from the book's."),
              must("blocks", listOf(BLOCK), "The blocks, in order.")));

  static final Keys BOOK =
      new Keys(
          "book",
          List.of(
              SCHEMA,
              PERILLA,
              must("title", LINE, "One line of text."),
              may("summary", TEXT, "What the book is, for the index page."),
              may("author", LINE, "Who wrote it: a name, or several."),
              may(
                  "licence",
                  LINE,
                  "The name of its licence, `CC BY 4.0`. Digits of the two claim nothing."),
              must("lang", LANGUAGE, "The language of the texts."),
              must("chapters", listOf(ID), "Ids of the chapters, in the order of the site."),
              may(
                  "decimal",
                  new OneOf(FormatCode.UNKNOWN_WORD, "decimal", List.of(".", ",")),
                  "The decimal mark of numerals in prose; a point where absent."),
              may(
                  "plain",
                  new Items(PATTERN, true, 0),
                  "Regular expressions whose numerals are no claims."),
              may("limits", LIMITS, "Budgets for every chapter."),
              may(
                  "url",
                  LINE,
                  "Where the site will stand, https://…: for canonical links, sitemap and feed."),
              may(
                  "terms",
                  new Named(LINE, LINE),
                  "Words of the glossary, and the chapter or block where each is explained:"
                      + " `gradient: glossary#gradient`. Texts write"
                      + " `[gradients](term:gradient)`."),
              may(
                  "renamed",
                  new Named(ID, ID),
                  "Ids that chapters had, and the ids that they have now: the old page leads to"
                      + " the new one."),
              TranslationForm.OF_BOOK));

  static final Keys TRANSLATION = TranslationForm.translation(SCHEMA, PERILLA);
}
