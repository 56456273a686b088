package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.compile.Compilation;
import dev.perilla.engine.compile.Compiler;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.verify.Claim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chapter's file, and the settings of its book.
///
/// @param place where it lies
/// @param settings under which it is compiled
/// @param folder that of its data files
/// @param directory what the names of findings are relative to
public record Draft(Place place, Settings settings, @Nullable Path folder, Path directory) {

  /// Reads and compiles `bytes` in the place of the file. Call it in a thread of
  /// [dev.perilla.site.Workers]: programs of chapters run in it. Cost: that of `check`.
  public Trial trial(byte[] bytes) {
    Read<Chapter> read = ChapterReader.read(place.name(), bytes);
    List<Finding> findings = new ArrayList<>(read.findings());
    List<Claim> claims = List.of();
    if (read.value().isPresent()) {
      Compilation compilation =
          Compiler.compile(
              read.value().get(),
              settings.with(DataFiles.of(read.value().get(), folder, directory)));
      findings.addAll(compilation.findings());
      claims = compilation.claims();
    }
    findings.sort(Finding.BY_PLACE);
    return new Trial(read.value(), findings, claims);
  }
}
