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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the files of a published site looked like from outside when perilla had written them, so
/// that the next build need not read them to know that they are as they were.
///
/// A file is as it was where size, inode and time of change of the content are, and the inode was
/// not changed since the build. The time of that is set by the kernel at each write, link and
/// rename, and nobody can set it back, so that a file that was written with its old time, as
/// `rsync` and `touch -r` do, is found. A build ends when the clock of the file system has gone on
/// since its last step, so that whatever is done later has a later time. File systems that keep
/// whole seconds, and systems without inodes, give no stamps: there each file is read.
///
/// @param until time of the last step of the build, in nanoseconds since 1970
/// @param entries hash, blank, content of the stamp; by path
record Stamps(long until, Map<String, String> entries) {
  /// A kernel's clock of files goes on a hundred times a second, or more often.
  private static final long TICK_MILLIS = 12;

  static Stamps none() {
    return new Stamps(0, Map.of());
  }

  /// Those of files as they were `seen` when they were written or read.
  ///
  /// @param hashes by path
  static Stamps of(long until, Map<String, String> hashes, Map<String, Stamp> seen) {
    Map<String, String> entries = new HashMap<>();
    hashes.forEach(
        (path, hash) -> {
          Stamp stamp = seen.get(path);
          if (stamp != null) {
            entries.put(path, hash + " " + stamp.content());
          }
        });
    return new Stamps(until, entries);
  }

  /// Those that were kept in `file`; none where it is missing or damaged.
  static Stamps read(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException first) {
      return none(); // nothing was published from here
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int start = text.indexOf('\n') + 1;
    if (!text.substring(0, start).equals(Sum.of(bytes, start) + "\n")) {
      return none();
    }
    int end = text.indexOf('\n', start);
    long until = Long.parseLong(text, start, end, 10);
    Map<String, String> entries = new HashMap<>();
    for (start = end + 1; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      int tab = text.indexOf('\t', start);
      entries.put(text.substring(tab + 1, end), text.substring(start, tab));
    }
    return new Stamps(until, entries);
  }

  /// Keeps them in `file`, and returns when the clock has gone on.
  ///
  /// @param start [System#nanoTime()] when the last step of the build had been done
  void write(Path file, long start) throws IOException {
    long end = start + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
    StringBuilder text = new StringBuilder();
    text.append(until).append('\n');
    entries.forEach((path, entry) -> text.append(entry).append('\t').append(path).append('\n'));
    String sum = Sum.of(text.toString().getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(file, (sum + "\n" + text).getBytes(StandardCharsets.UTF_8));
    try {
      TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the file of that stamp is known to hold the content of that hash.
  boolean know(String path, String hash, @Nullable Stamp stamp) {
    String entry = stamp == null || stamp.inode() > until ? null : entries.get(path);
    return entry != null
        && stamp != null
        && entry.startsWith(hash)
        && entry.endsWith(stamp.content())
        && entry.length() == hash.length() + 1 + stamp.content().length();
  }
}
