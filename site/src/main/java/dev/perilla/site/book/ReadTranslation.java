package dev.perilla.site.book;

import dev.perilla.chapter.Translation;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.format.TranslationReader;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// The file of a translation after reading.
///
/// @param place where it lies
/// @param translation empty where the file cannot be used
/// @param findings of its form
public record ReadTranslation(
    Place place, Optional<Translation> translation, List<Finding> findings) {
  public ReadTranslation {
    findings = List.copyOf(findings);
  }

  /// Reads the file at `place`.
  ///
  /// @throws UncheckedIOException where the disk does not give it
  static ReadTranslation read(Place place) {
    if (Files.isSymbolicLink(place.path())) {
      Finding finding =
          Finding.error(
                  SiteCode.UNSAFE_NAME,
                  SourceFile.of(place.name(), "").span(),
                  "the file is a symbolic link")
              .help("a book holds its files itself: put the translation here, or remove the link");
      return new ReadTranslation(place, Optional.empty(), List.of(finding));
    }
    try {
      Read<Translation> read = TranslationReader.read(place.name(), place.bytes());
      return new ReadTranslation(place, read.value(), read.findings());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
