package dev.perilla.site.book;

import dev.perilla.chapter.Translation;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.format.TranslationReader;
import dev.perilla.chapter.source.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    Optional<Finding> linked = place.linked();
    if (linked.isPresent()) {
      return new ReadTranslation(place, Optional.empty(), List.of(linked.get()));
    }
    try {
      Read<Translation> read = TranslationReader.read(place.name(), place.bytes());
      return new ReadTranslation(place, read.value(), read.findings());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
