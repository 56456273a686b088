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
    Set<Integer> used = new HashSet<>();
    Account account = new Account("book");
    Execution nothing =
        new Execution(List.of(), settings.limits(), Map.of(), Optional.of(Map.of()));
    Accounting.Rules rules =
        new Accounting.Rules(
            settings.notation(), settings.plain(), used::add, Set.of(), settings.terms());
    Prose prose = new Prose(new Accounting(rules, nothing.moment(-1), account), account);
    Book shown =
        new Book(
            bare(prose, book.title()),
            book.summary().map(summary -> bare(prose, summary)),
            book.lang(),
            book.chapters(),
            book.decimal(),
            book.plain(),
            book.limits(),
            book.url(),
            book.terms(),
            book.renamed(),
            book.translations(),
            book.schema());
    return new BookTexts(
        shown, account.findings().stream().sorted(Finding.BY_PLACE).toList(), used);
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
    Book merged =
        new Book(
            chosen.getOrDefault("title", book.title()),
            book.summary().map(summary -> chosen.getOrDefault("summary", summary)),
            language.lang(),
            book.chapters(),
            language.decimal(),
            book.plain(),
            book.limits(),
            book.url(),
            book.terms(),
            book.renamed(),
            List.of(),
            book.schema());
    BookTexts read = read(merged, page);
    findings.addAll(read.findings());
    return new BookTexts(
        read.book(), findings.stream().sorted(Finding.BY_PLACE).toList(), read.usedPatterns());
  }

  private static Text bare(Prose prose, Text text) {
    return Text.at(prose.bare(text), text.span());
  }
}
