package dev.perilla.engine.compile;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What a book itself says to readers, in its title and its summary. They are read as those of a
/// chapter that has no program: a number in them is plain, or an error.
///
/// @param book with its texts as readers see them, without their marks
/// @param findings by place
/// @param usedPatterns the `plain` patterns of the settings that matched, by index from 0
public record BookTexts(Book book, List<Finding> findings, Set<Integer> usedPatterns) {
  public BookTexts {
    findings = List.copyOf(findings);
    usedPatterns = Set.copyOf(usedPatterns);
  }

  public static BookTexts read(Book book, Settings settings) {
    Reading reading = new Reading(settings);
    Book shown =
        with(
            book,
            reading.bare(book.title()),
            book.summary().map(reading::bare),
            book.lang(),
            book.decimal(),
            book.translations());
    return new BookTexts(shown, reading.findings(), reading.used);
  }

  private static Book with(
      Book book,
      Text title,
      Optional<Text> summary,
      Text lang,
      Optional<Text> decimal,
      List<Book.InLanguage> translations) {
    return new Book(
        title,
        summary,
        book.author(),
        book.licence(),
        lang,
        book.chapters(),
        decimal,
        book.plain(),
        book.limits(),
        book.url(),
        book.terms(),
        book.renamed(),
        translations,
        book.schema());
  }

  /// What a translation says of the book, in its language.
  ///
  /// @param settings of the book
  /// @param page those of the translation
  public static BookTexts translated(
      Book book, Book.InLanguage language, Settings settings, Settings page) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Text> chosen = new HashMap<>();
    Map<String, Text> originals = new HashMap<>();
    originals.put("title", book.title());
    book.summary().ifPresent(summary -> originals.put("summary", summary));
    for (Translation.Entry entry : language.texts()) {
      Text original = originals.get(entry.address());
      if (original == null) {
        findings.add(Translated.surplus(entry, originals));
      } else if (entry.text().isPresent()) {
        Text text = entry.text().get();
        findings.addAll(
            new Sameness(original, text, settings.notation(), page.notation(), Set.of())
                .findings());
        if (entry.from().filter(from -> !Translated.isSame(from, original)).isPresent()) {
          findings.add(Translated.stale(new Translated.Stale(entry, original, true)));
        }
        chosen.put(entry.address(), text);
      }
    }
    if (chosen.size() < originals.size()) {
      findings.add(
          Finding.warning(
                  TranslationCode.MISSING,
                  language.lang().span(),
                  chosen.containsKey("title")
                      ? "the book's summary is not translated"
                      : "the book's title is not translated")
              .help("write it below `" + language.lang() + ":`"));
    }
    Reading reading = new Reading(page);
    Reading fallback = new Reading(settings); // what it finds was said of the original
    UnaryOperator<Text> bare = it -> (chosen.containsValue(it) ? reading : fallback).bare(it);
    Book shown =
        with(
            book,
            bare.apply(chosen.getOrDefault("title", book.title())),
            book.summary().map(it -> bare.apply(chosen.getOrDefault("summary", it))),
            language.lang(),
            language.decimal(),
            List.of());
    findings.addAll(reading.findings());
    return new BookTexts(shown, findings.stream().sorted(Finding.BY_PLACE).toList(), reading.used);
  }

  /// Texts that are read with the same settings.
  private static final class Reading {
    private final Set<Integer> used = new HashSet<>();
    private final Account account = new Account("book");
    private final Prose prose;

    Reading(Settings settings) {
      Execution nothing =
          new Execution(List.of(), settings.limits(), Map.of(), Optional.of(Map.of()));
      Accounting.Rules rules =
          new Accounting.Rules(
              settings.notation(), settings.plain(), used::add, Set.of(), settings.terms());
      prose = new Prose(new Accounting(rules, nothing.moment(-1), account), account);
    }

    /// A text as readers see it.
    Text bare(Text text) {
      return Text.at(prose.bare(text), text.span());
    }

    List<Finding> findings() {
      return account.findings().stream().sorted(Finding.BY_PLACE).toList();
    }
  }
}
