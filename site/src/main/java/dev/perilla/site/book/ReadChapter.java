package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.compile.TranslationCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

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
      byte[] bytes = place.bytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      Optional<Matcher> translates = BookFiles.translates(text);
      if (translates.isPresent()) {
        Finding stray = stray(place, text, translates.get());
        return new ReadChapter(place, Optional.empty(), List.of(stray));
      }
      Read<Chapter> read = ChapterReader.read(place.name(), bytes);
      return new ReadChapter(place, read.value(), read.findings());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Finding stray(Place place, String text, Matcher translates) {
    SourceFile file = SourceFile.of(place.name(), text);
    return Finding.error(
            TranslationCode.NO_LANGUAGE,
            new Span(file, translates.start(1), translates.end(1)),
            "this is a translation, in no folder of a language that the book lists")
        .help("list its language under `translations:` of book.yaml, and put it there: en/");
  }

  /// Reads the file at `place`, found below the folder of a book, which holds its files itself.
  static ReadChapter readInBook(Place place) {
    return place
        .linked()
        .map(finding -> new ReadChapter(place, Optional.empty(), List.of(finding)))
        .orElseGet(() -> read(place));
  }
}
