package dev.perilla.renderer;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Resources;
import dev.perilla.renderer.internal.tree.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a book, to be searched in the page: a script that pages load when somebody
/// searches, so that it works without a server too.
///
/// A chapter is divided at its titles; its listings are in it. Hints, solutions and answers are
/// left out.
public final class SearchIndex {
  /// Path of the index in the site.
  public static final String PATH = "search.js";

  /// What searches in it, which comes with its first part.
  private static final String SEARCH = Resources.script("search.js");

  private final StringBuilder out = new StringBuilder();
  private String separator = "";

  private SearchIndex() {}

  /// What a chapter adds to the index: a part of its script.
  public static String entries(CompiledChapter chapter) {
    SearchIndex index = new SearchIndex();
    index.chapter(chapter);
    return index.out.toString();
  }

  /// How many chapters are in one part of an index: when one of them changes, the others of its
  /// part are written again, and no more.
  public static final int PART = 50;

  /// One part of the index of a book.
  ///
  /// @param part from 0
  /// @param parts how many there are, at least 1
  /// @param entries of its chapters, in the order of the book
  public static Page part(int part, int parts, List<String> entries) {
    return new Page(
        part == 0 ? PATH : "search-" + part + ".js",
        (part == 0 ? "perillaParts=" + parts + ";\n" : "")
            + "perillaIndex=[\n"
            + String.join(",\n", entries)
            + "\n];\n"
            + (part == 0 ? SEARCH : ""));
  }

  /// All parts of the index of a book.
  ///
  /// @param entries of its chapters, in its order
  public static List<Page> of(List<String> entries) {
    int parts = Math.max(1, (entries.size() + PART - 1) / PART);
    List<Page> pages = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int end = Math.min(entries.size(), (part + 1) * PART);
      pages.add(part(part, parts, entries.subList(part * PART, end)));
    }
    return pages;
  }

  private void chapter(CompiledChapter chapter) {
    String page = HtmlRenderer.path(chapter.id());
    String title = Plain.title(chapter.title(), chapter.lang());
    String place = page;
    String section = "";
    StringBuilder words = new StringBuilder(Plain.text(chapter.summary()));
    for (Part part : chapter.blocks()) {
      if (!part.head().title().isEmpty()) {
        entry(place, title, section, words);
        place = page + "#" + part.head().id();
        section = Plain.title(part.head().title(), chapter.lang());
        words = new StringBuilder();
      }
      for (Rich block : texts(part)) {
        words.append(' ').append(Plain.text(block));
      }
      words.append(listing(part).map(SearchIndex::code).orElse(""));
    }
    entry(place, title, section, words);
  }

  private static List<Rich> texts(Part part) {
    List<Rich> texts = new ArrayList<>();
    switch (part) {
      case Part.Prose prose -> texts.addAll(prose.text());
      case Part.Note note -> texts.addAll(note.text());
      case Part.Dialogue dialogue -> dialogue.turns().forEach(turn -> texts.addAll(turn.text()));
      case Part.Code code -> texts.add(paragraph(code.caption()));
      case Part.Example example -> texts.add(paragraph(example.caption()));
      case Part.Exercise exercise -> {
        texts.addAll(exercise.first().text());
        for (Asked asked : exercise.first().questions()) {
          texts.addAll(asked.ask());
          switch (asked.task()) {
            case Asked.Task.Choice choice -> choice.options().forEach(texts::addAll);
            case Asked.Task.Order order -> order.steps().forEach(texts::addAll);
            case Asked.Task.Numeric _,
                Asked.Task.Formula _,
                Asked.Task.Text _,
                Asked.Task.Blanks _ -> {}
          }
        }
      }
    }
    return texts;
  }

  private static Optional<Listing> listing(Part part) {
    return switch (part) {
      case Part.Code code -> Optional.of(code.listing());
      case Part.Example example -> Optional.of(example.listing());
      case Part.Exercise exercise -> exercise.first().listing();
      case Part.Prose _, Part.Note _, Part.Dialogue _ -> Optional.empty();
    };
  }

  /// Its lines, with a dot between them that no line has.
  private static String code(Listing listing) {
    StringBuilder out = new StringBuilder();
    for (Listing.Line line : listing.lines()) {
      int start = out.length();
      line.tokens().forEach(token -> out.append(token.text()));
      if (out.substring(start).isBlank()) {
        out.setLength(start);
      } else {
        out.insert(start, " · ");
      }
    }
    return out.toString();
  }

  private static Rich paragraph(List<Inline> inlines) {
    return new Rich.Paragraph(inlines);
  }

  private void entry(String place, String title, String section, StringBuilder words) {
    out.append(separator).append('[');
    text(place);
    text(title);
    text(section);
    text(words.toString());
    out.setCharAt(out.length() - 1, ']');
    separator = ",\n";
  }

  /// A string of JavaScript that is also one of JSON, and never ends a script: words with one blank
  /// between them, as `strip` and `\s+` tell blanks.
  private void text(String text) {
    String words = text.strip();
    out.append('"');
    int from = 0;
    boolean isBlank = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean wasBlank = isBlank;
      isBlank = c == ' ' || (c >= '\t' && c <= '\r');
      if (isBlank ? wasBlank || c != ' ' : isEscaped(c)) {
        String blank = wasBlank ? "" : " ";
        out.append(words, from, i).append(isBlank ? blank : escaped(c));
        from = i + 1;
      }
    }
    out.append(words, from, words.length()).append("\",");
  }

  private static boolean isEscaped(char c) {
    boolean isSign = c == '"' || c == '\\' || c == '<' || c == '\u007f';
    return isSign || c < ' ' || c == '\u2028' || c == '\u2029';
  }

  private static String escaped(char c) {
    return c == '"' || c == '\\' ? "\\" + c : "\\u%04x".formatted((int) c);
  }
}
