package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.format.TranslationReader;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.compile.Translated;
import dev.perilla.engine.verify.Claim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The file of a chapter or of a translation, and the settings of its book.
///
/// @param place where it lies
/// @param settings under which a chapter is compiled, with its data
/// @param original what a translation translates; empty for a chapter
public record Draft(
    Place place, Function<Chapter, Settings> settings, Optional<Draft.Original> original) {

  /// @param chapter without errors of form
  /// @param book the settings of its texts
  public record Original(Chapter chapter, Settings book) {}

  /// The file of a chapter.
  ///
  /// @param folder that of its data files
  /// @param directory what the names of findings are relative to
  public static Draft chapter(
      Place place, Settings settings, @Nullable Path folder, Path directory) {
    return new Draft(
        place,
        chapter -> settings.with(DataFiles.of(chapter, folder, directory)),
        Optional.empty());
  }

  /// Reads and compiles `bytes` in the place of the file. Call it in a thread of
  /// [dev.perilla.site.Workers]: programs of chapters run in it. Cost: that of `check`.
  public Trial trial(byte[] bytes) {
    return original.map(it -> translation(bytes, it)).orElseGet(() -> chapter(bytes));
  }

  /// Whether `bytes`, which differ from the file at `suspect`, have an error. Call it in a thread
  /// of [dev.perilla.site.Workers]. Cost: less than that of a trial where the error stands there.
  public boolean fails(byte[] bytes, int suspect) {
    if (original.isPresent()) {
      return trial(bytes).fails();
    }
    Read<Chapter> read = ChapterReader.read(place.name(), bytes);
    return read.findings().stream().anyMatch(it -> it.severity() == Severity.ERROR)
        || read.value()
            .filter(it -> Compiler.fails(it, settings.apply(it).withoutKnobs(), suspect))
            .isPresent();
  }

  private Trial chapter(byte[] bytes) {
    Read<Chapter> read = ChapterReader.read(place.name(), bytes);
    return trial(
        read.findings(),
        read.value(),
        read.value().map(Chapter::file),
        read.value().map(it -> Compiler.compile(it, settings.apply(it).withoutKnobs())));
  }

  /// A translation that says other numbers than its original fails by that alone: its program need
  /// not run.
  private Trial translation(byte[] bytes, Original of) {
    Read<Translation> read = TranslationReader.read(place.name(), bytes);
    Settings page = settings.apply(of.chapter());
    Optional<Translated> translated =
        read.value().map(it -> Translated.of(of.chapter(), it, of.book(), page));
    List<Finding> findings = new ArrayList<>(read.findings());
    boolean isAltered =
        translated.isPresent()
            && translated.get().findings().stream().anyMatch(it -> it.severity() == Severity.ERROR);
    if (isAltered) {
      findings.addAll(translated.get().findings());
    }
    return trial(
        findings,
        translated.map(Translated::chapter),
        read.value().map(Translation::file),
        translated.filter(it -> !isAltered).map(it -> it.compile(of.book(), page)));
  }

  private static Trial trial(
      List<Finding> reading,
      Optional<Chapter> chapter,
      Optional<SourceFile> file,
      Optional<Compilation> compilation) {
    List<Finding> findings = new ArrayList<>(reading);
    compilation.ifPresent(it -> findings.addAll(it.findings()));
    findings.sort(Finding.BY_PLACE);
    List<Claim> claims = compilation.map(Compilation::claims).orElse(List.of());
    return new Trial(chapter, file, findings, claims);
  }
}
