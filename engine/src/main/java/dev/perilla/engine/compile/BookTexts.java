package dev.perilla.engine.compile;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
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
            book.schema());
    return new BookTexts(
        shown, account.findings().stream().sorted(Finding.BY_PLACE).toList(), used);
  }

  private static Text bare(Prose prose, Text text) {
    return Text.at(prose.bare(text), text.span());
  }
}
