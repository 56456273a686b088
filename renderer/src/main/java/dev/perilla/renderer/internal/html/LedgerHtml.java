package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.renderer.Links;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Counts;
import dev.perilla.renderer.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The foot of a page: how many numbers have which standing, and for each why it may be there.
final class LedgerHtml {
  private final CompiledChapter chapter;
  private final Numbers numbers;
  private final Words words;

  LedgerHtml(CompiledChapter chapter, Numbers numbers, Words words) {
    this.chapter = chapter;
    this.numbers = numbers;
    this.words = words;
  }

  record Model(
      String counts,
      String claims,
      boolean hasRows,
      String table,
      List<Cited> sources,
      Map<String, String> w) {
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
            !entries.isEmpty(),
            table(),
            sources,
            words.lines());
    return Templates.fill("ledger", model).strip();
  }

  private String table() {
    TableModel table = new TableModel("ledger", words.say("ledgerTitle"), true);
    table.headings(
        html(words.say("columnNumber")),
        html(words.say("columnStanding")),
        html(words.say("columnExpression")),
        html(words.say("columnValue")),
        html(words.say("columnEvidence")),
        html(words.say("columnLine")));
    for (Ledger.Entry entry : chapter.ledger().entries()) {
      String text = html(entry.text());
      String standing = words.say("standing" + entry.standing());
      table.named(
          "l_" + entry.id(),
          "<th scope=\"row\">%s</th>"
              .formatted(
                  numbers.placed(entry.id())
                      ? "<a href=\"#at_%s\">%s</a>".formatted(html(entry.id()), text)
                      : text),
          "<td class=\"n-%s\">%s</td>"
              .formatted(
                  entry.standing().name().toLowerCase(Locale.ROOT),
                  html(
                      entry.kind() == Ledger.Kind.NUMERAL
                          ? standing
                          : standing + " (" + words.say("kind" + entry.kind()) + ")")),
          "<td>%s</td>".formatted(entry.expression().map(this::expression).orElse("")),
          "<td>%s</td>".formatted(html(entry.value().orElse(""))),
          "<td>%s</td>".formatted(html(Counts.evidence(entry, chapter.sources(), words))),
          "<td>%s</td>".formatted(entry.line()));
    }
    return Templates.fill("table", table).strip();
  }

  private String expression(String expression) {
    return words
        .phrase(expression)
        .map(Chars::html)
        .orElseGet(() -> "<code>" + html(expression) + "</code>");
  }
}
