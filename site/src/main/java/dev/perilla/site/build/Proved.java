package dev.perilla.site.build;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.engine.compile.Settings;
import dev.perilla.site.book.BookSettings;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.ReadTranslation;
import dev.perilla.site.book.Worked;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.publish.Blob;
import dev.perilla.site.publish.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The chapters of a book that a build by this very program proved, and nobody touched since: not
/// their bytes, nor their data, nor the settings of their book. Nothing is written.
public final class Proved implements Workshop.Known, AutoCloseable {
  private static final String CHAPTER = Program.kind("chapter");
  private static final String STAMP = Program.kind("stamp");

  private final Path folder;
  private final Cache cache;

  Proved(Path folder, Cache cache) {
    this.folder = folder;
    this.cache = cache;
  }

  /// What the cache in `cache` holds of the book in `folder`.
  public static Proved in(Path folder, Path cache) throws IOException {
    return new Proved(folder, Cache.look(cache));
  }

  /// One that an earlier build proved.
  ///
  /// @param compiled the hash of its compiled form
  record Found(Worked worked, String compiled) {}

  @Override
  public Optional<Worked> chapter(Place place, Supplier<Optional<Book>> book) {
    if (Files.isSymbolicLink(place.path())) {
      return Optional.empty();
    }
    byte[] bytes = bytes(place);
    return find(
            chapterKey(Blob.hash(bytes)),
            place,
            SourceFile.of(place.name(), text(bytes)),
            () -> settings(book.get()))
        .map(Found::worked);
  }

  @Override
  public Optional<Worked> translation(
      Place original, Optional<ReadTranslation> texts, Book book, Book.InLanguage translation) {
    Place place = texts.map(ReadTranslation::place).orElse(original);
    return find(
            translationKey(original, texts, translation),
            place,
            file(place),
            () -> settings(book, translation))
        .map(Found::worked);
  }

  /// What is known under `key`.
  ///
  /// @param file where findings point
  /// @param settings gives what else the chapter depends on; asked only where the key is known
  Optional<Found> find(String key, Place place, SourceFile file, Supplier<String> settings) {
    try {
      Optional<Kept> kept = cache.get(key).map(Kept::read);
      Optional<Blob> blob = kept.flatMap(it -> cache.blob(it.compiled()));
      boolean isSame =
          kept.isPresent()
              && blob.isPresent()
              && data(kept.get().data().keySet()).equals(kept.get().data())
              && kept.get().settings().equals(settings.get());
      return isSame
          ? Optional.of(
              new Found(
                  kept.get().worked(place, file, () -> read(blob.get())), kept.get().compiled()))
          : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// What stands in a file of the book.
  record Content(String hash, SourceFile file) {}

  /// What stands in the file of a chapter; it is read where an earlier build has not seen it with
  /// that [#stamp(Place)].
  Content content(Place place, Optional<Stamp> stamp) {
    Optional<String> key = stamp.map(it -> STAMP + it.word());
    Optional<String> known = key.flatMap(cache::get);
    if (known.isPresent()) {
      return new Content(known.get(), file(place));
    }
    byte[] bytes = bytes(place);
    String hash = Blob.hash(bytes);
    key.ifPresent(it -> cache.put(it, hash));
    return new Content(hash, SourceFile.of(place.name(), text(bytes)));
  }

  private String hash(Place place) {
    return content(place, stamp(place)).hash();
  }

  /// The stamp of a file that may be known by it. Taken before the file is read, so that a change
  /// from then on gives it another.
  static Optional<Stamp> stamp(Place place) {
    try {
      return Stamp.of(place.path()).filter(it -> !it.isFresh());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A file that is read when somebody asks for its text.
  static SourceFile file(Place place) {
    return SourceFile.unread(place.name(), () -> text(bytes(place)));
  }

  /// @param hash of the bytes of its file
  static String chapterKey(String hash) {
    return CHAPTER + hash;
  }

  /// @param texts of the chapter in the language of `translation`; empty where there is no file
  String translationKey(
      Place original, Optional<ReadTranslation> texts, Book.InLanguage translation) {
    return Program.key(
        "translation",
        translation.lang().value(),
        hash(original),
        texts.map(it -> hash(it.place())).orElse(""));
  }

  /// What a chapter depends on besides its file and its data.
  static String settings(Optional<Book> book) {
    return Program.digest(parts(BookSettings.of(book)));
  }

  /// What a translation depends on besides its files.
  static String settings(Book book, Book.InLanguage translation) {
    List<String> parts = new ArrayList<>(parts(BookSettings.of(Optional.of(book))));
    parts.addAll(parts(BookSettings.of(book, translation)));
    return Program.digest(parts);
  }

  private static List<String> parts(Settings settings) {
    List<String> parts = new ArrayList<>();
    parts.add(settings.lang());
    parts.add(settings.notation().name());
    parts.add(settings.limits().toString());
    parts.add(String.valueOf(settings.plain().size()));
    settings.plain().forEach(pattern -> parts.add(pattern.pattern()));
    settings.terms().forEach((word, place) -> parts.addAll(List.of(word, place)));
    return parts;
  }

  private static byte[] bytes(Place place) {
    try {
      return place.bytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The hashes of files of the book as they are now; empty for one that is not there.
  Map<String, String> data(Set<String> paths) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (String path : paths) {
      Path file = folder.resolve(path);
      hashes.put(path, Files.isRegularFile(file) ? Blob.hash(Files.readAllBytes(file)) : "");
    }
    return hashes;
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static CompiledChapter read(Blob blob) {
    try {
      return CompiledJson.read(new String(blob.bytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    cache.close();
  }
}
