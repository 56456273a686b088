package dev.perilla.chapter.format;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;

/// Writes chapters and books, so that reading what is written gives an equal model. The same model
/// gives the same characters, whatever layout and comments its file had.
public final class ChapterWriter {
  private ChapterWriter() {}

  /// YAML: literal blocks for texts of several lines, quotes only where YAML needs them.
  public static String yaml(Chapter chapter) {
    return Formatter.apart(YamlOutput.write(ChapterTree.chapter(chapter)));
  }

  public static String yaml(Book book) {
    return YamlOutput.write(ChapterTree.book(book));
  }

  public static String yaml(Translation translation) {
    return Formatter.apart(YamlOutput.write(TranslationTree.translation(translation)));
  }

  /// JSON, indented by two blanks.
  public static String json(Chapter chapter) {
    return JsonOutput.write(ChapterTree.chapter(chapter));
  }

  public static String json(Book book) {
    return JsonOutput.write(ChapterTree.book(book));
  }
}
