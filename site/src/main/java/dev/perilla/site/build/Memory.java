package dev.perilla.site.build;

import dev.perilla.renderer.BookFrame;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.Worked;
import dev.perilla.site.publish.Stamp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What one process remembers of its last build, so that the next need not read what nobody
/// touched: for a server. A chapter is known by the stamp of its file; one that was touched a
/// moment ago, or reads data files, is read again.
final class Memory {
  private final boolean isOn;
  private final Map<Path, Chapter> chapters = new ConcurrentHashMap<>();
  private @Nullable Contents contents;

  /// @param isOn whether anything is remembered
  Memory(boolean isOn) {
    this.isOn = isOn;
  }

  /// @param settings of the book, as text
  /// @param key of the cache's entry
  /// @param compiled hash of the compiled form
  record Chapter(Worked worked, String settings, String key, String compiled, Stamp stamp) {}

  /// The chapter as it was, where its file was not touched.
  ///
  /// @param stamp of the file, where it may be known by it
  Optional<Chapter> get(Place place, String settings, Optional<Stamp> stamp) {
    Chapter known = chapters.get(place.path());
    boolean isSame =
        known != null
            && known.worked().place().equals(place)
            && known.settings().equals(settings)
            && stamp.equals(Optional.of(known.stamp()));
    return isSame ? Optional.ofNullable(known) : Optional.empty();
  }

  /// Remembers a clean chapter.
  ///
  /// @param stamp its file had it before it was read
  void put(Worked worked, String settings, String key, String compiled, Optional<Stamp> stamp) {
    boolean isKnownByStamp = stamp.isPresent() && worked.head().orElseThrow().data().isEmpty();
    if (isOn && isKnownByStamp) {
      chapters.put(
          worked.place().path(), new Chapter(worked, settings, key, compiled, stamp.get()));
    }
  }

  /// The contents of a book, with what was already known of the same.
  synchronized Contents contents(BookFrame cover, List<Worked.Outcome> chapters) {
    Contents known = contents;
    if (known == null || !known.isOf(cover, chapters)) {
      known = new Contents(cover, chapters);
    }
    contents = isOn ? known : null;
    return known;
  }

  synchronized void clear() {
    chapters.clear();
    contents = null;
  }
}
