package dev.perilla.chapter.format;

import static dev.perilla.chapter.format.Shape.Word.ANYTHING;
import static dev.perilla.chapter.format.Shape.Word.ID;
import static dev.perilla.chapter.format.Shape.Word.LANGUAGE;
import static dev.perilla.chapter.format.Shape.Word.LINE;
import static dev.perilla.chapter.format.Shape.Word.PATTERN;
import static dev.perilla.chapter.format.Shape.Word.TEXT;

import dev.perilla.chapter.format.Shape.Field;
import dev.perilla.chapter.format.Shape.Items;
import dev.perilla.chapter.format.Shape.Keys;
import dev.perilla.chapter.format.Shape.Maybe;
import dev.perilla.chapter.format.Shape.Named;
import dev.perilla.chapter.format.Shape.OneOf;
import java.util.ArrayList;
import java.util.List;

/// The form of a translation, and of what a book says of its translations: the texts of
/// [ChapterForm] under the same keys, each of which may wait to be translated.
///
/// Under `from` stand the same keys with the original's texts as they were when they were
/// translated.
final class TranslationForm {
  static final String FROM = "from";

  private TranslationForm() {}

  private static Field may(String name, Shape shape, String doc) {
    return new Field(name, false, shape, doc);
  }

  private static Field text(String name, Shape shape, String doc) {
    return may(name, new Maybe(shape), doc);
  }

  private static Field texts(String name, Shape item, String doc) {
    return may(name, new Items(new Maybe(item), true, 0), doc);
  }

  /// `texts`, and the originals of all of them.
  private static Keys withOriginals(String what, List<Field> texts, Field... others) {
    List<Field> keys = new ArrayList<>(texts);
    keys.addAll(List.of(others));
    keys.add(
        may(
            FROM,
            new Keys("original", texts),
            "The original's texts as they were when these were translated; `perilla translate`"
                + " writes it."));
    return new Keys(what, keys);
  }

  static final Keys QUESTION =
      withOriginals(
          "question",
          List.of(
              text("ask", TEXT, "The question, in Markdown."),
              may(
                  "options",
                  new Items(
                      new Maybe(
                          new Keys(
                              "option",
                              List.of(
                                  text("text", TEXT, "The option, in Markdown."),
                                  text(
                                      "say",
                                      TEXT,
                                      "What to say to who chooses it and should not.")))),
                      false,
                      0),
                  "The options, in the order of the original."),
              texts("steps", TEXT, "Steps to put in order, in the order of the original."),
              texts("distractors", TEXT, "Steps that belong nowhere."),
              text("answer", TEXT, "The model answer to a free question, in Markdown."),
              texts("hints", TEXT, "Hints, in Markdown."),
              text("solution", TEXT, "The way to the answer, in Markdown."),
              texts("mistakes", TEXT, "What to say of each mistake, in Markdown."),
              texts("attempts", ANYTHING, "What learners said.")));

  static final Keys BLOCK =
      withOriginals(
          "block",
          List.of(
              text("title", LINE, "The heading, one line of Markdown."),
              text("text", TEXT, "The text, in Markdown."),
              texts("turns", TEXT, "What is said in a dialogue, in order."),
              text("reason", LINE, "Why a listing is not run."),
              text("caption", LINE, "One line of Markdown below it.")),
          may(
              "labels",
              new Named(LINE, new Maybe(LINE)),
              "Headings of tables, names of lines and of axes in plots, by those of the original."),
          may("questions", new Named(ID, QUESTION), "The questions, by id or by `q1`, `q2`…"));

  private static final List<Field> HEAD =
      List.of(
          text("title", LINE, "The title, one line of Markdown."),
          text("summary", TEXT, "What it says, in a sentence or two of Markdown."));

  /// @param common the keys that every file has
  static Keys translation(Field... common) {
    List<Field> keys = new ArrayList<>(List.of(common));
    keys.add(new Field("translates", true, ID, "The id of the chapter that it translates."));
    keys.add(
        may(
            "speakers",
            new Named(LINE, new Maybe(LINE)),
            "The speakers of dialogues, by their names in the original."));
    keys.add(
        may(
            "sources",
            new Named(ID, new Keys("source", List.of(text("title", LINE, "What it is called.")))),
            "Titles of sources that are called otherwise in this language, by key."));
    keys.add(may("blocks", new Named(ID, BLOCK), "The blocks, by id or by `b1`, `b2`…"));
    return withOriginals("translation", HEAD, keys.toArray(Field[]::new));
  }

  static final Field OF_BOOK =
      may(
          "translations",
          new Named(
              LANGUAGE,
              withOriginals(
                  "translation",
                  HEAD,
                  may(
                      "decimal",
                      new OneOf(FormatCode.UNKNOWN_WORD, "decimal", List.of(".", ",")),
                      "The decimal mark of numerals in its prose; a point where absent."),
                  may(
                      "plain",
                      new Items(PATTERN, true, 0),
                      "Further regular expressions whose numerals are no claims."))),
          "Languages into which the book is translated; the texts of its chapters stand in a folder"
              + " of that name.");
}
