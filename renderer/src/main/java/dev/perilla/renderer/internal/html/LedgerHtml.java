package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.renderer.Links;
import dev.perilla.renderer.internal.Counts;
import dev.perilla.renderer.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The foot of a page: how many numbers have which standing, and for each why it may be there.
final class LedgerHtml {
  private final CompiledChapter chapter;
  private final Numbers numbers;
  private final Words words;
  private final String address;

  /// @param address of the page with the rows; empty where they stand at the foot
  LedgerHtml(CompiledChapter chapter, Numbers numbers, Words words, String address) {
    this.address = address;
    this.chapter = chapter;
    this.numbers = numbers;
    this.words = words;
  }

  record Model(
      String counts,
      String claims,
      String address,
      String table,
      List<Cited> sources,
      Map<String, String> w) {
    boolean hasRows() {
      return !table.isEmpty();
    }

    boolean hasAddress() {
      return !address.isEmpty();
    }

    boolean hasClaims() {
      return !claims.isEmpty();
    }

    boolean hasSources() {
      return !sources.isEmpty();
    }
  }

  record Cited(String id, String title, String url) {}

  String foot() {
    List<Ledger.Entry> entries = chapter.ledger().entries();
    if (entries.isEmpty() && chapter.sources().isEmpty()) {
      return "";
    }
    List<Cited> sources = new ArrayList<>();
    for (CompiledChapter.Source source : chapter.sources()) {
      sources.add(
          new Cited(
              Numbers.sourceId(sources.size()),
              source.title(),
              source.url().filter(Links::allowed).orElse("")));
    }
    Counts counts = Counts.of(chapter.ledger(), words);
    Model model =
        new Model(
            counts.numerals(),
            counts.claims(),
            entries.isEmpty() ? "" : address,
            entries.isEmpty() || !address.isEmpty() ? "" : table(""),
            sources,
            words.lines());
    return Templates.fill("ledger", model).strip();
  }

  /// All of it, as what a page says.
  ///
  /// @param back leads to the chapter's own page
  /// @param title of the chapter, as markup
  String page(String back, String title) {
    Counts counts = Counts.of(chapter.ledger(), words);
    return Templates.fill(
        "numbers",
        new Whole(back, title, counts.numerals(), counts.claims(), table(back), words.lines()));
  }

  record Whole(
      String back,
      String title,
      String counts,
      String claims,
      String table,
      Map<String, String> w) {
    boolean hasClaims() {
      return !claims.isEmpty();
    }
  }

  /// @param back leads to the page where the numbers stand; empty where that is this one
  private String table(String back) {
    TableModel table = new TableModel("ledger", words.say("ledgerTitle"), true);
    table.headings(
        html(words.say("columnNumber")),
        html(words.say("columnStanding")),
        html(words.say("columnExpression")),
        html(words.say("columnValue")),
        html(words.say("columnEvidence")),
        html(words.say("columnLine")));
    String page = html(back);
    for (Ledger.Entry entry : chapter.ledger().entries()) {
      String text = html(entry.text());
      String place = numbers.place(entry.id());
      String standing = words.say("standing" + entry.standing());
      String kind =
          entry.kind() == Ledger.Kind.NUMERAL ? "" : " (" + words.say("kind" + entry.kind()) + ")";
      table.named(
          "l_" + entry.id(),
          "<th scope=\"row\">",
          place.isEmpty() ? text : "<a href=\"" + page + "#" + html(place) + "\">" + text + "</a>",
          "</th><td class=\"n-",
          entry.standing().name().toLowerCase(Locale.ROOT),
          "\">",
          html(standing + kind),
          "</td><td>",
          entry.expression().isEmpty() ? "" : expression(entry.expression().get()),
          "</td><td>",
          html(entry.value().orElse("")),
          "</td><td>",
          html(Counts.evidence(entry, chapter.sources(), words)),
          "</td><td>" + entry.line() + "</td>");
    }
    return Templates.fill("table", table).strip();
  }

  private String expression(String expression) {
    Optional<String> phrase = words.phrase(expression);
    return phrase.isPresent() ? html(phrase.get()) : "<code>" + html(expression) + "</code>";
  }
}
