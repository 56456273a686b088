package dev.perilla.site.publish;

import dev.perilla.site.AtomicFile;
import dev.perilla.site.Sum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the files of a published site looked like from outside when perilla had written them, so
/// that the next build need not read them to know that they are as they were.
///
/// A stamp is size, time of change of the content, inode and time of change of the inode. The last
/// is set by the kernel at each write, link and rename, and nobody can set it back, so that a file
/// that was written with its old time, as `rsync` and `touch -r` do, has another stamp. Stamps are
/// taken when the clock of the file system has gone on since the last write of ours: whatever is
/// written later has a later time. File systems that keep whole seconds, and systems without
/// inodes, give no stamps: there each file is read.
///
/// @param entries hash, blank, stamp; by path
record Stamps(Map<String, String> entries) {
  private static final int TICK_MILLIS = 20;

  Stamps {
    entries = Map.copyOf(entries);
  }

  static Stamps none() {
    return new Stamps(Map.of());
  }

  /// Those that were kept in `file`; none where it is missing or damaged.
  static Stamps read(Path file) throws IOException {
    Map<String, String> entries = new HashMap<>();
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      int start = text.indexOf('\n') + 1;
      if (text.substring(0, start).equals(Sum.of(bytes, start) + "\n")) {
        for (String line : text.substring(start).lines().toList()) {
          int tab = line.indexOf('\t');
          entries.put(line.substring(tab + 1), line.substring(0, tab));
        }
      }
    } catch (NoSuchFileException first) {
      // nothing was published from here
    }
    return new Stamps(entries);
  }

  /// Keeps them in `file`.
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(entries)
        .forEach((path, entry) -> text.append(entry).append('\t').append(path).append('\n'));
    String sum = Sum.of(text.toString().getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(file, (sum + "\n" + text).getBytes(StandardCharsets.UTF_8));
  }

  /// Whether the file of that stamp is known to hold the content of that hash.
  boolean know(String path, String hash, @Nullable Stamp stamp) {
    return stamp != null && stamp.entry(hash).equals(entries.get(path));
  }

  /// Those of the files of `folder`, once the clock of its file system has gone on. A file whose
  /// content is not as it was `seen` when it was written or read gets none.
  ///
  /// @param hashes by path
  static Stamps take(Path folder, Map<String, String> hashes, Map<String, Stamp> seen)
      throws IOException {
    try {
      Thread.sleep(TICK_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return none();
    }
    Map<String, String> entries = new ConcurrentHashMap<>();
    Halves.each(
        hashes.entrySet(),
        file -> {
          Stamp was = seen.get(file.getKey());
          Optional<Stamp> is = Stamp.of(folder.resolve(file.getKey()));
          if (was != null && is.isPresent() && is.get().content().equals(was.content())) {
            entries.put(file.getKey(), is.get().entry(file.getValue()));
          }
        });
    return new Stamps(entries);
  }
}
