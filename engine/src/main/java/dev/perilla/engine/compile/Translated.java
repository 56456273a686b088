package dev.perilla.engine.compile;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.ChapterTexts;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.Translation.Entry;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Accounting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A chapter whose texts are a translation's: one chapter, to be compiled as any other.
///
/// Texts that are missing are the original's, and so are those whose original has changed its
/// numbers or names since.
///
/// @param chapter the original's program and answers with the translation's texts
/// @param missing addresses of the texts that are not translated
/// @param stale texts whose original has changed
/// @param surplus texts that the original does not have
/// @param findings what the translation alters, and what it lacks
public record Translated(
    Chapter chapter,
    List<String> missing,
    List<Stale> stale,
    List<Entry> surplus,
    List<Finding> findings) {
  private static final int MOST_NAMED = 4;

  public Translated {
    missing = List.copyOf(missing);
    stale = List.copyOf(stale);
    surplus = List.copyOf(surplus);
    findings = List.copyOf(findings);
  }

  /// A text whose original has changed.
  ///
  /// @param shown whether the page shows the translation all the same
  public record Stale(Entry entry, Text original, boolean shown) {
    /// The words that changed: `12 → 13`.
    public String words() {
      return Changed.words(entry.from().map(Text::value).orElse(""), original.value());
    }
  }

  /// @param book the settings of the original
  /// @param page those of the translation
  public static Translated of(
      Chapter original, Translation translation, Settings book, Settings page) {
    Map<String, Text> texts = ChapterTexts.of(original);
    Map<String, Entry> entries = translation.byAddress();
    Set<String> names = Substance.names(original.blocks());
    Map<String, Text> chosen = new HashMap<>();
    List<String> missing = new ArrayList<>();
    List<Stale> stale = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    texts.forEach(
        (address, text) -> {
          Entry entry = entries.get(address);
          if (entry == null || entry.text().isEmpty()) {
            if (Translation.isWanted(address, text)) {
              missing.add(address);
            }
            return;
          }
          List<Finding> altered =
              new Sameness(text, entry.text().get(), book.notation(), page.notation(), names)
                  .findings();
          boolean isStale = entry.from().filter(from -> !isSame(from, text)).isPresent();
          if (isStale) {
            stale.add(new Stale(entry, text, altered.isEmpty()));
          } else {
            findings.addAll(altered);
          }
          if (altered.isEmpty()) {
            chosen.put(address, entry.text().get());
          }
        });
    stale.forEach(it -> findings.add(stale(it)));
    if (!missing.isEmpty() && translation.isBegun()) { // else the book says it of the chapter
      findings.add(missing(translation, missing));
    }
    List<Entry> surplus =
        translation.entries().stream()
            .filter(it -> it.text().isPresent() && !texts.containsKey(it.address()))
            .toList();
    surplus.forEach(entry -> findings.add(surplus(entry, texts)));
    Chapter merged =
        ChapterTexts.map(original, (address, text) -> chosen.getOrDefault(address, text));
    return new Translated(merged, missing, stale, surplus, findings);
  }

  static boolean isSame(Text one, Text other) {
    return one.value().strip().equals(other.value().strip());
  }

  /// Compiles it: every claim in it is checked as in an original.
  public Compilation compile(Settings book, Settings page) {
    String from = chapter.lang().map(Text::value).orElse(book.lang());
    Accounting.Foreign foreign = new Accounting.Foreign(chapter.file(), from, book.notation());
    Chapter inLanguage =
        new Chapter(
            chapter.id(),
            Optional.empty(),
            chapter.title(),
            chapter.summary(),
            chapter.needs(),
            chapter.data(),
            chapter.sources(),
            chapter.limits(),
            chapter.schema(),
            chapter.blocks());
    Compilation compiled = Compiler.compile(inLanguage, page, foreign);
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(compiled.findings());
    all.sort(Finding.BY_PLACE);
    boolean isAltered = findings.stream().anyMatch(it -> it.code() == TranslationCode.ALTERED);
    return new Compilation(
        isAltered ? Optional.empty() : compiled.chapter().map(it -> with(it, from)),
        all,
        compiled.claims(),
        compiled.head(),
        compiled.parts(),
        compiled.usedPatterns());
  }

  private CompiledChapter with(CompiledChapter it, String from) {
    int texts =
        (int) ChapterTexts.of(chapter).values().stream().filter(ChapterTexts::hasWords).count();
    int unshown = (int) stale.stream().filter(one -> !one.shown()).count();
    return new CompiledChapter(
        it.version(),
        it.id(),
        it.lang(),
        it.title(),
        it.summary(),
        it.needs(),
        it.sources(),
        it.blocks(),
        Optional.of(
            new CompiledChapter.Translated(
                from, texts, missing.size() + unshown, stale.size() - unshown)),
        it.ledger(),
        it.program(),
        it.data());
  }

  static Finding stale(Stale stale) {
    return Finding.warning(
            TranslationCode.STALE,
            stale.entry().text().orElseThrow().span(0, 1),
            "the original of this text has changed: " + stale.words())
        .related(stale.original().span(0, 1), "the original as it is now")
        .help(
            (stale.shown()
                    ? "translate what changed"
                    : "numbers or names changed, so the page shows the original: translate it")
                + ", then run `perilla translate accept`");
  }

  private static Finding missing(Translation translation, List<String> missing) {
    String named = String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())));
    return Finding.warning(
            TranslationCode.MISSING,
            translation.chapter().span(),
            (missing.size() == 1 ? "1 text is" : missing.size() + " texts are")
                + " not translated: "
                + named
                + (missing.size() > MOST_NAMED ? "…" : ""))
        .help("the page shows the original there; `perilla translate status` names all of them");
  }

  static Finding surplus(Entry entry, Map<String, Text> texts) {
    return Finding.warning(
            TranslationCode.SURPLUS,
            entry.key().span(),
            "the original has no text `" + entry.address() + "`")
        .help(
            Suggestion.nearest(entry.address(), texts.keySet())
                .map(near -> "did you mean `" + near + "`?")
                .orElse("take it out, or put it where the text is now"));
  }
}
