package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.tree.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Listings and what they printed.
final class Listings {
  /// So many characters fit into a line on a narrow screen.
  static final int FITS = 32;

  /// A place for the reader to fill.
  private static final String BLANK = "____";

  private final Numbers numbers;
  private final Words words;
  private final String lang;

  /// @param lang the language of names, comments and printed words, where it is not the page's;
  ///   else empty
  Listings(Numbers numbers, Words words, String lang) {
    this.numbers = numbers;
    this.words = words;
    this.lang = lang;
  }

  /// What the template shows.
  ///
  /// @param block the id of a block whose code a reader may change; else empty
  /// @param notRunText why it was not run, in a sentence; empty where it was
  /// @param lines of code, as markup
  /// @param wide whether a narrow screen has to scroll it
  /// @param output as markup; empty where nothing was printed
  record Model(
      String block,
      String lang,
      String language,
      String notRunText,
      String lines,
      boolean wide,
      String output,
      boolean wideOutput,
      Map<String, String> w) {
    boolean isForeign() {
      return !lang.isEmpty();
    }

    boolean editable() {
      return !block.isEmpty();
    }

    boolean hasOutput() {
      return !output.isEmpty();
    }

    boolean hasNotRun() {
      return !notRunText.isEmpty();
    }

    boolean hasLines() {
      return !lines.isEmpty();
    }
  }

  /// The listing, and beneath it what it printed.
  String listing(Listing listing) {
    return listing(listing, "", Map.of());
  }

  /// Likewise, in a block that runs.
  ///
  /// @param block the id of a block whose code a reader may change; else empty
  /// @param values where the value of a name stands, as an id: its first mention leads there
  String listing(Listing listing, String block, Map<String, String> values) {
    Model model =
        new Model(
            block,
            lang,
            listing.language(),
            listing.notRun().map(reason -> words.say("notRun", reason)).orElse(""),
            lines(linked(listing.lines(), values), false),
            overflow(listing.lines()),
            lines(linked(listing.output(), Map.of()), true),
            overflow(listing.output()),
            words.lines());
    return Templates.fill("listing", model);
  }

  /// A token, and the id that it leads to; empty where it leads nowhere.
  private record Linked(Listing.Token token, String id) {}

  private static List<List<Linked>> linked(List<Listing.Line> lines, Map<String, String> values) {
    Map<String, String> open = new HashMap<>(values);
    List<List<Linked>> all = new ArrayList<>();
    for (Listing.Line line : lines) {
      List<Linked> tokens = new ArrayList<>();
      String before = "";
      for (Listing.Token token : line.tokens()) {
        boolean isName = token.kind() == Listing.Kind.NAME && !before.endsWith(".");
        String id = isName ? open.remove(token.text()) : null;
        tokens.add(new Linked(token, id == null ? "" : id));
        before = token.text();
      }
      all.add(tokens);
    }
    return all;
  }

  private String lines(List<List<Linked>> lines, boolean links) {
    StringBuilder out = new StringBuilder();
    for (List<Linked> line : lines) {
      for (Linked linked : line) {
        String token = token(linked.token(), links);
        out.append(
            linked.id().isEmpty()
                ? token
                : "<a href=\"#" + html(linked.id()) + "\">" + token + "</a>");
      }
      out.append('\n');
    }
    out.setLength(Math.max(0, out.length() - 1));
    return out.toString();
  }

  private String token(Listing.Token token, boolean links) {
    String text =
        token.claim().isPresent()
            ? numbers.data(token.text(), token.claim().get(), links)
            : html(token.text());
    return switch (token.kind()) {
      case PLAIN, NAME, OPERATOR ->
          text.equals(BLANK) ? "<span class=\"blank\">" + text + "</span>" : text;
      case KEYWORD -> "<span class=\"k\">" + text + "</span>";
      case NUMBER -> links ? text : "<span class=\"m\">" + text + "</span>";
      case STRING -> "<span class=\"s\">" + text + "</span>";
      case COMMENT -> "<span class=\"c\">" + text + "</span>";
    };
  }

  private static boolean overflow(List<Listing.Line> lines) {
    for (Listing.Line line : lines) {
      int length = 0;
      for (Listing.Token token : line.tokens()) {
        length += token.text().length();
      }
      if (length > FITS) {
        return true;
      }
    }
    return false;
  }

  /// Whether a narrow screen has to scroll these lines.
  static boolean overflows(List<Inline> inlines) {
    return Plain.text(inlines).lines().anyMatch(line -> line.length() > FITS);
  }
}
