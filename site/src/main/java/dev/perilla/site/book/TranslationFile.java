package dev.perilla.site.book;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.Settings;
import dev.perilla.engine.compile.Translated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a book has, or may have, of a chapter in another language, for tools that write it.
///
/// @param lang a language tag
/// @param original the chapter, without errors of form
/// @param place where the file lies, or where it belongs
/// @param read empty where there is no file
/// @param book the settings of the original
/// @param page those of the translation
public record TranslationFile(
    String lang,
    Chapter original,
    Place place,
    Optional<ReadTranslation> read,
    Settings book,
    Settings page) {

  /// Those of all languages and chapters that a book lists, in its order.
  ///
  /// @param directory what the names of findings are relative to
  public static List<TranslationFile> of(BookFolder found, Path directory) throws IOException {
    List<TranslationFile> all = new ArrayList<>();
    if (found.book().isEmpty()) {
      return all;
    }
    Book book = found.book().get();
    Map<String, ReadChapter> originals = new LinkedHashMap<>();
    for (Place place : found.chapters()) {
      ReadChapter read = ReadChapter.readInBook(place);
      read.chapter().ifPresent(it -> originals.putIfAbsent(it.id().value(), read));
    }
    for (Book.InLanguage language : book.translations()) {
      String lang = language.lang().value();
      Map<String, ReadTranslation> files = new LinkedHashMap<>();
      for (Place place : found.translations().getOrDefault(lang, List.of())) {
        ReadTranslation read = ReadTranslation.read(place);
        String id =
            read.translation().map(it -> it.chapter().value()).orElse(BookFiles.stem(place.path()));
        files.putIfAbsent(id, read);
      }
      for (Text id : book.chapters()) {
        ReadChapter original = originals.get(id.value());
        if (original != null) {
          Optional<ReadTranslation> read = Optional.ofNullable(files.get(id.value()));
          String name = BookFiles.stem(original.place().path()) + ".chapter.yaml";
          Path path = found.folder().resolve(lang).resolve(name);
          all.add(
              new TranslationFile(
                  lang,
                  original.chapter().orElseThrow(),
                  read.map(ReadTranslation::place).orElse(Place.of(path, directory)),
                  read,
                  BookSettings.of(Optional.of(book)),
                  BookSettings.of(book, language)));
        }
      }
    }
    return all;
  }

  /// The translation; one without texts where there is no file, or one that cannot be used.
  public Translation translation() {
    return read.flatMap(ReadTranslation::translation)
        .orElseGet(() -> Translation.none(original.id()));
  }

  /// Whether there is a file that cannot be read.
  public boolean isBroken() {
    return read.isPresent() && read.get().translation().isEmpty();
  }

  /// The translation held against its original.
  public Translated translated() {
    return Translated.of(original, translation(), book, page);
  }
}
