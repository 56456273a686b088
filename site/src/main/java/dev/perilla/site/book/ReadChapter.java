package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// A chapter's file after reading.
///
/// @param place where it lies
/// @param chapter empty where the file cannot be used
/// @param findings of its form
public record ReadChapter(Place place, Optional<Chapter> chapter, List<Finding> findings) {
  public ReadChapter {
    findings = List.copyOf(findings);
  }

  /// Reads the file at `place`.
  ///
  /// @throws UncheckedIOException where the disk does not give it
  static ReadChapter read(Place place) {
    try {
      Read<Chapter> read = ChapterReader.read(place.name(), place.bytes());
      return new ReadChapter(place, read.value(), read.findings());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Reads the file at `place`, found below the folder of a book, which holds its files itself.
  static ReadChapter readInBook(Place place) {
    if (!Files.isSymbolicLink(place.path())) {
      return read(place);
    }
    Finding finding =
        Finding.error(
                SiteCode.UNSAFE_NAME,
                SourceFile.of(place.name(), "").span(),
                "the file is a symbolic link")
            .help("a book holds its files itself: put the chapter here, or remove the link");
    return new ReadChapter(place, Optional.empty(), List.of(finding));
  }
}
