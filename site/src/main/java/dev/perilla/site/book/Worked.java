package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.verify.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A chapter of a book and what came of it: all that the rules of the book, its other pages and its
/// reports have to know, so that nobody need hold the chapter itself.
///
/// @param place where its file lies
/// @param head empty where the file cannot be used
/// @param reading findings of its form
/// @param compiling findings of its program and its texts; empty where it was not compiled
/// @param usedPatterns which of the book's `plain` patterns matched in it
/// @param outcome empty where it has errors, or the book does not list it
/// @param held the claims that held in a chapter with errors; those of others are in the outcome
/// @param leading where the texts of a chapter with errors lead, as far as they came out
public record Worked(
    Place place,
    Optional<Head> head,
    List<Finding> reading,
    List<Finding> compiling,
    Set<Integer> usedPatterns,
    Optional<Outcome> outcome,
    List<Ledger.Entry> held,
    Optional<Addresses> leading) {

  public Worked {
    reading = List.copyOf(reading);
    compiling = List.copyOf(compiling);
    usedPatterns = Set.copyOf(usedPatterns);
    held = List.copyOf(held);
  }

  /// @param id the chapter's, with its place
  /// @param needs the chapters to read first, with their places
  /// @param data the files of the book that its program reads
  public record Head(Text id, List<Text> needs, List<String> data) {
    public Head {
      needs = List.copyOf(needs);
      data = List.copyOf(data);
    }
  }

  /// A chapter without errors.
  ///
  /// @param addresses where its texts lead
  /// @param numbers how many numerals have which standing
  /// @param headline what other pages say of it
  /// @param chapter gives it, from memory or from a cache; takes a while
  public record Outcome(
      Addresses addresses,
      Standings numbers,
      Headline headline,
      Supplier<CompiledChapter> chapter) {

    static Outcome of(CompiledChapter chapter) {
      return new Outcome(
          Addresses.of(chapter), Standings.of(chapter), Headline.of(chapter), () -> chapter);
    }
  }

  /// A file that was read and not compiled.
  static Worked read(ReadChapter read) {
    return new Worked(
        read.place(),
        read.chapter().map(Worked::head),
        read.findings(),
        List.of(),
        Set.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// That there is such a chapter, and no more.
  Worked unseen() {
    return new Worked(
        place, head, List.of(), List.of(), Set.of(), Optional.empty(), List.of(), Optional.empty());
  }

  /// A chapter that was read and compiled.
  static Worked compiled(ReadChapter read, Compilation compilation) {
    return of(read.place(), read.chapter().map(Worked::head), read.findings(), compilation);
  }

  /// A translation of a chapter, compiled: its id stands in its file, its needs in the original's.
  ///
  /// @param texts what was read of it; empty where there is no file
  static Worked translated(
      Place place, Chapter original, Optional<ReadTranslation> texts, Compilation compilation) {
    List<Finding> reading = texts.map(ReadTranslation::findings).orElse(List.of());
    Head head = head(original);
    Text id =
        texts.flatMap(ReadTranslation::translation).map(Translation::chapter).orElse(original.id());
    return of(place, Optional.of(new Head(id, head.needs(), head.data())), reading, compilation);
  }

  private static Worked of(
      Place place, Optional<Head> head, List<Finding> reading, Compilation compilation) {
    boolean isBroken = reading.stream().anyMatch(it -> it.severity() == Severity.ERROR);
    Optional<Outcome> outcome =
        isBroken ? Optional.empty() : compilation.chapter().map(Outcome::of);
    return new Worked(
        place,
        head,
        reading,
        compilation.findings(),
        compilation.usedPatterns(),
        outcome,
        outcome.isPresent() ? List.of() : compilation.claims().stream().map(Claim::entry).toList(),
        outcome.isPresent() || isBroken
            ? Optional.empty()
            : Optional.of(Addresses.of(compilation.head(), compilation.parts())));
  }

  private static Head head(Chapter chapter) {
    return new Head(
        chapter.id(),
        chapter.needs(),
        chapter.data().stream().map(data -> data.file().value()).toList());
  }

  /// This, its compiled form given by `chapter`.
  public Worked with(Supplier<CompiledChapter> chapter) {
    return new Worked(
        place,
        head,
        reading,
        compiling,
        usedPatterns,
        outcome.map(it -> new Outcome(it.addresses(), it.numbers(), it.headline(), chapter)),
        held,
        leading);
  }

  /// Where its texts lead, as far as that is known.
  Optional<Addresses> addresses() {
    return outcome.map(Outcome::addresses).or(() -> leading);
  }

  /// Whether nothing at all was found in it.
  public boolean isClean() {
    return reading.isEmpty() && compiling.isEmpty() && outcome.isPresent();
  }

  /// The id of a chapter that could be read.
  public String id() {
    return head.orElseThrow().id().value();
  }
}
